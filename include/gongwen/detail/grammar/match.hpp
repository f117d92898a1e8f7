// gongwen/detail/grammar/match.hpp: the engine: one pass of one phase over the lattice.
#pragma once

#include <bit>
#include <utility>

#include "pattern.hpp"

GONGWEN_BEGIN

namespace detail {

/// Runs the rows of a phase over the sentence from left to right. At each place the longest match wins, then the earlier
/// row; the next place is after it. `emit(match, rule, out)` is called for matches with a meaning. Each place asks a bounded
/// number of rows of at most eight steps over a bounded number of tokens, so the pass is linear.
template <class Out, class Context>
class Phase {
 public:
  using R = Rule<Out, Context>;

  static constexpr std::size_t most_rules = 64;

  template <std::size_t n>
  constexpr explicit Phase(R const (&rules)[n]) : rules_(rules), count_(n) {
    static_assert(n <= most_rules);
    for (std::size_t r = 0; r < n; ++r) {
      std::uint64_t const bit = std::uint64_t{1} << r;
      first_[r] = first_classes(rules[r].pattern);
      mark(begun_by_, first_[r], bit);
      std::size_t needs = 0;
      for (std::size_t s = 0; s < rules[r].pattern.size; ++s) {
        Step const& step = rules[r].pattern.steps[s];
        if (step.kind == StepKind::one) mark(met_by_[needs++], step.classes, bit);
      }
      for (std::size_t k = needs; k < most_steps; ++k) no_need_[k] |= bit;
      most_needs_ = needs > most_needs_ ? needs : most_needs_;
    }
  }

  template <class Skip, class Emit>
  void run(Lattice const& lattice, Context const& context, Skip&& skip, Emit&& emit) const {
    // Of the rows of a phase few can match in a sentence at all: the classes that it has say which.
    std::uint64_t const viable = possible(lattice.present());
    if (viable == 0) return;
    ClassSet first;
    for (std::uint64_t rows = viable; rows != 0; rows &= rows - 1) first = first | first_[std::countr_zero(rows)];
    std::uint32_t from = 0;
    for (Place const& at : lattice.places()) {
      std::uint32_t const place = at.byte;
      if (place < from || !at.classes.meets(first) || skip(place)) continue;
      Search search{lattice, context, {}, nullptr, std::nullopt, {}};
      search.current.lattice = &lattice;
      search.current.begin = place;
      for (std::uint64_t rows = begun_by(at.classes, first) & viable; rows != 0; rows &= rows - 1)
        search.row(rules_[std::countr_zero(rows)], 0, place);
      if (search.rule == nullptr) continue;
      from = search.best.end;
      if (search.out) emit(search.best, *search.rule, std::move(*search.out));
    }
  }

 private:
  struct Search {
    Lattice const& lattice;
    Context const& context;
    Match current;
    R const* rule;
    std::optional<Out> out;
    Match best;

    void row(R const& r, std::size_t step, std::uint32_t at) {
      detail::step();
      if (step == r.pattern.size) {
        finish(r, at);
        return;
      }
      Step const& s = r.pattern.steps[step];
      std::uint32_t const begin = step == 0 ? at : lattice.skip(at);
      for (std::uint32_t i = lattice.at(begin); i != none; i = lattice.token(i).next) {
        Token const& t = lattice.token(i);
        if (!t.classes.meets(s.classes)) continue;
        if (s.kind == StepKind::ahead) {
          row(r, step + 1, at);
          return;
        }
        Token const* const before = current.slots[s.slot];
        current.slots[s.slot] = &t;
        row(r, step + 1, t.end);
        current.slots[s.slot] = before;
      }
      if (s.kind == StepKind::maybe) row(r, step + 1, at);
    }

    void finish(R const& r, std::uint32_t at) {
      if (rule != nullptr && at <= best.end) return;
      current.end = at;
      std::optional<Out> made;
      if (r.meaning != nullptr) {
        made = r.meaning(current, context);
        if (!made) return;
      }
      rule = &r;
      best = current;
      out = std::move(made);
    }
  };

  static constexpr std::size_t classes = 192;  // as many as a set holds
  using RowsOf = std::uint64_t[classes];       // of each class some rows, a bit each

  static constexpr void mark(RowsOf& rows, ClassSet const& set, std::uint64_t bit) noexcept {
    for (std::size_t w = 0; w < 3; ++w) {
      for (std::uint64_t bits = set.words[w]; bits != 0; bits &= bits - 1)
        rows[w * 64 + static_cast<std::size_t>(std::countr_zero(bits))] |= bit;
    }
  }
  /// The rows of some class that a sentence or place has.
  static std::uint64_t rows_of(RowsOf const& rows, ClassSet const& have) noexcept {
    std::uint64_t out = 0;
    for (std::size_t w = 0; w < 3; ++w) {
      for (std::uint64_t bits = have.words[w]; bits != 0; bits &= bits - 1)
        out |= rows[w * 64 + static_cast<std::size_t>(std::countr_zero(bits))];
    }
    return out;
  }
  /// The rows whose every needed step has a class among those that are present.
  [[nodiscard]] std::uint64_t possible(ClassSet const& present) const noexcept {
    std::uint64_t rows = count_ == most_rules ? ~std::uint64_t{0} : (std::uint64_t{1} << count_) - 1;
    for (std::size_t k = 0; k < most_needs_ && rows != 0; ++k) rows &= no_need_[k] | rows_of(met_by_[k], present);
    return rows;
  }
  [[nodiscard]] std::uint64_t begun_by(ClassSet const& have, ClassSet const& first) const noexcept {
    ClassSet both;
    for (std::size_t w = 0; w < 3; ++w) both.words[w] = have.words[w] & first.words[w];
    return rows_of(begun_by_, both);
  }

  R const* rules_;
  std::size_t count_;
  std::size_t most_needs_ = 0;
  ClassSet first_[most_rules];
  RowsOf begun_by_ = {};                    ///< the rows that may begin with a class
  RowsOf met_by_[most_steps] = {};          ///< the rows whose k-th needed step a class meets
  std::uint64_t no_need_[most_steps] = {};  ///< the rows that have no k-th
};

}  // namespace detail

GONGWEN_END
