// gongwen/detail/grammar/match.hpp: the engine: one pass of one phase over the lattice.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>

#include "pattern.hpp"

GONGWEN_BEGIN

namespace detail {

/// A set of rows, a bit each in the order of the phase.
using RowSet = std::uint64_t;

/// Runs the rows of a phase over the sentence from left to right. At each place the longest match wins, then the earlier
/// row; the next place is after it. `emit(match, rule, out)` is called for matches with a meaning. Each place asks a bounded
/// number of rows of at most eight steps over a bounded number of tokens, so the pass is linear.
///
/// Most sentences can match no row, and most places begin none: both are told by sets of rows that the constructor makes.
template <class Out, class Context>
class Phase {
 public:
  using R = Rule<Out, Context>;

  static constexpr std::size_t most_rules = 64;

  template <std::size_t n>
  constexpr explicit Phase(R const (&rules)[n]) : rules_(rules), all_(n == 64 ? ~RowSet{0} : (RowSet{1} << n) - 1) {
    static_assert(n <= most_rules);
    for (std::size_t r = 0; r < n; ++r) {
      first_[r] = first_classes(rules[r].pattern);
      for (unsigned c = 0; c < ClassSet::size; ++c) {
        if (first_[r].holds(c)) begin_with_[c] |= RowSet{1} << r;
      }
      for (std::size_t s = 0; s < rules[r].pattern.size; ++s) {
        Step const& step = rules[r].pattern.steps[s];
        if (step.kind != StepKind::maybe) need(step.classes, r);
      }
    }
    order_needs();
  }

  template <class Skip, class Emit>
  void run(Lattice const& lattice, Context const& context, Skip&& skip, Emit&& emit) const {
    RowSet const viable = possible(lattice.present());
    if (viable == 0) return;
    ClassSet first;
    for (RowSet rest = viable; rest != 0; rest &= rest - 1) first = first | first_[std::countr_zero(rest)];
    Search search{lattice, context, {}, nullptr, nullptr, std::nullopt, {}, none, nullptr};
    search.current.lattice = &lattice;
    std::uint32_t from = 0;
    for (Place const& at : lattice.places()) {
      if (!at.classes.meets(first) || at.byte < from) continue;
      RowSet rows = 0;
      at.classes.each([&](unsigned c) { rows |= begin_with_[c]; });
      rows &= viable;
      if (rows == 0 || skip(at.byte)) continue;
      search.current.begin = at.byte;
      search.origin = &at;
      search.rule = nullptr;
      for (; rows != 0; rows &= rows - 1) search.row(rules_[std::countr_zero(rows)], 0, at.byte);
      if (search.rule == nullptr) continue;
      from = search.best.end;
      if (search.out) emit(search.best, *search.rule, std::move(*search.out));
    }
  }

 private:
  /// A row needs a token of these classes.
  constexpr void need(ClassSet const& classes, std::size_t row) {
    std::size_t i = 0;
    while (i < need_count_ && needs_[i].classes != classes) ++i;
    if (i == need_count_) needs_[need_count_++].classes = classes;
    needs_[i].rows |= RowSet{1} << row;
  }
  /// Those first that rule out the most rows that none before them does: a sentence with nothing to read is soon told.
  constexpr void order_needs() {
    RowSet covered = 0;
    for (std::size_t i = 0; i < need_count_; ++i) {
      std::size_t best = i;
      for (std::size_t k = i; k < need_count_; ++k) {
        if (std::popcount(needs_[k].rows & ~covered) > std::popcount(needs_[best].rows & ~covered)) best = k;
      }
      std::swap(needs_[i], needs_[best]);
      covered |= needs_[i].rows;
    }
  }
  /// The rows that could match in a sentence whose tokens have these classes, and no others.
  [[nodiscard]] constexpr RowSet possible(ClassSet const& present) const noexcept {
    RowSet out = all_;
    for (std::size_t i = 0; i < need_count_ && out != 0; ++i) {
      if (!needs_[i].classes.meets(present)) out &= ~needs_[i].rows;
    }
    return out;
  }

  /// The tries at one place. All slots are null between two tries.
  struct Search {
    Lattice const& lattice;
    Context const& context;
    Match current;
    Place const* origin;  ///< where rows begin
    R const* rule;
    std::optional<Out> out;
    Match best;
    std::uint32_t looked_at;  ///< many rows ask for what follows the same token
    Place const* seen;

    Place const* after(std::uint32_t at) {
      if (at != looked_at) seen = lattice.place(lattice.skip(at));
      looked_at = at;
      return seen;
    }

    void row(R const& r, std::size_t step, std::uint32_t at) {
      detail::step();
      if (step == r.pattern.size) {
        finish(r, at);
        return;
      }
      Step const& s = r.pattern.steps[step];
      Place const* const place = step == 0 ? origin : after(at);
      if (place != nullptr && place->classes.meets(s.classes)) {
        if (s.kind == StepKind::ahead) return row(r, step + 1, at);
        for (std::uint32_t i = place->first; i != none; i = lattice.token(i).next) {
          Token const& t = lattice.token(i);
          if (!t.classes.meets(s.classes)) continue;
          Token const* const before = current.slots[s.slot];
          current.slots[s.slot] = &t;
          row(r, step + 1, t.end);
          current.slots[s.slot] = before;
        }
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

  struct Need {
    ClassSet classes;
    RowSet rows = 0;
  };

  R const* rules_;
  RowSet all_;
  ClassSet first_[most_rules];
  RowSet begin_with_[ClassSet::size] = {};  ///< of each class: the rows that a token of it may begin
  Need needs_[most_rules * 2];              ///< what rows cannot do without, each set once
  std::size_t need_count_ = 0;
};

}  // namespace detail

GONGWEN_END
