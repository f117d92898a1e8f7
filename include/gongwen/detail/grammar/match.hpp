// gongwen/detail/grammar/match.hpp: the engine: one pass of one phase over the lattice.
#pragma once

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
    for (std::size_t r = 0; r < n; ++r) first_[r] = first_classes(rules[r].pattern);
  }

  template <class Skip, class Emit>
  void run(Lattice const& lattice, Context const& context, Skip&& skip, Emit&& emit) const {
    // Of the rows of a phase few can match in a sentence at all: the classes that it has say which.
    std::uint8_t viable[most_rules];
    std::size_t count = 0;
    ClassSet first;
    for (std::size_t r = 0; r < count_; ++r) {
      if (!possible(rules_[r].pattern, lattice.present())) continue;
      viable[count++] = static_cast<std::uint8_t>(r);
      first = first | first_[r];
    }
    if (count == 0) return;
    std::uint32_t from = 0;
    for (Place const& at : lattice.places()) {
      std::uint32_t const place = at.byte;
      if (!at.classes.meets(first) || place < from || skip(place)) continue;
      Search search{lattice, context, {}, nullptr, std::nullopt, {}};
      search.current.lattice = &lattice;
      search.current.begin = place;
      for (std::size_t k = 0; k < count; ++k) {
        if (at.classes.meets(first_[viable[k]])) search.row(rules_[viable[k]], 0, place);
      }
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

  R const* rules_;
  std::size_t count_;
  ClassSet first_[most_rules];
};

}  // namespace detail

GONGWEN_END
