// gongwen/detail/grammar/pattern.hpp: rows of the grammar: a name, steps over token classes, a meaning.
//
//   {"change.moved", maybe(Class::basis, Slot::base) + one(Class::up | Class::down, Slot::verb) + one(Class::figure, Slot::amount), moved}
//
// A row is constexpr data. A row whose meaning is null exists to win over others and stay silent. A meaning that returns
// nothing says that the tokens do not mean this after all, and the next best row is asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "../scan/lattice.hpp"

GONGWEN_BEGIN

namespace detail {

enum class StepKind : std::uint8_t { one, maybe, ahead };

struct Step {
  ClassSet classes;
  std::uint8_t slot = 0;
  StepKind kind = StepKind::one;
};

inline constexpr std::size_t most_steps = 8;
inline constexpr std::size_t most_slots = 10;

struct Pattern {
  Step steps[most_steps];
  std::size_t size = 0;

  friend constexpr Pattern operator+(Pattern a, Pattern const& b) {
    // one step too many makes the constant expression, and so the build, fail here
    for (std::size_t i = 0; i < b.size; ++i) a.steps[a.size++] = b.steps[i];
    return a;
  }
};

template <class Slot>
constexpr Pattern one(ClassSet classes, Slot slot) {
  Pattern p;
  p.steps[p.size++] = {classes, static_cast<std::uint8_t>(slot), StepKind::one};
  return p;
}
constexpr Pattern one(ClassSet classes) { return one(classes, most_slots - 1); }
template <class Slot>
constexpr Pattern maybe(ClassSet classes, Slot slot) {
  Pattern p = one(classes, slot);
  p.steps[0].kind = StepKind::maybe;
  return p;
}
constexpr Pattern maybe(ClassSet classes) { return maybe(classes, most_slots - 1); }
/// Must follow, and is not taken.
constexpr Pattern ahead(ClassSet classes) {
  Pattern p = one(classes);
  p.steps[0].kind = StepKind::ahead;
  return p;
}

/// What a row matched: its tokens by slot, null where a step was passed over.
struct Match {
  Lattice const* lattice = nullptr;
  Token const* slots[most_slots] = {};
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  template <class Slot>
  [[nodiscard]] Token const* operator[](Slot s) const noexcept {
    return slots[static_cast<std::size_t>(s)];
  }
  template <class Slot>
  [[nodiscard]] Entry meaning(Slot s, Class cls) const {
    Token const* const t = (*this)[s];
    return t == nullptr ? Entry{} : lattice->meaning(*t, cls);
  }
  template <class Slot>
  [[nodiscard]] Number const& number(Slot s) const {
    return lattice->numbers()[(*this)[s]->payload];
  }
  /// The character before the match, 0 at the beginning of the sentence.
  [[nodiscard]] char32_t before() const noexcept {
    return begin > lattice->range().begin ? code_point(lattice->text(), previous(lattice->text(), begin)) : 0;
  }
  [[nodiscard]] char32_t after() const noexcept {
    return end < lattice->range().end ? code_point(lattice->text(), end) : 0;
  }
};

/// `Out`: what the phase makes. `Context`: what a meaning may ask beside the tokens.
template <class Out, class Context>
struct Rule {
  std::string_view name;
  Pattern pattern;
  std::optional<Out> (*meaning)(Match const&, Context const&) = nullptr;
};

/// Rows are sound: names differ, no row can match nothing.
template <class R, std::size_t n>
constexpr bool sound(R const (&rules)[n]) {
  for (std::size_t i = 0; i < n; ++i) {
    bool taken = false;
    for (std::size_t s = 0; s < rules[i].pattern.size; ++s)
      taken = taken || rules[i].pattern.steps[s].kind == StepKind::one;
    if (!taken) return false;
    for (std::size_t j = i + 1; j < n; ++j) {
      if (rules[i].name == rules[j].name) return false;
    }
  }
  return true;
}

/// The classes that a token must have one of for a row to begin with it.
constexpr ClassSet first_classes(Pattern const& p) {
  ClassSet out;
  for (std::size_t s = 0; s < p.size; ++s) {
    out = out | p.steps[s].classes;
    if (p.steps[s].kind == StepKind::one) break;
  }
  return out;
}

}  // namespace detail

GONGWEN_END
