// gongwen/detail/grammar/ratio.hpp: terms set against each other: 23:23.8:56.2, 2：1.
#pragma once

#include <vector>

#include "figure.hpp"
#include "match.hpp"

GONGWEN_BEGIN

namespace detail {

struct RatioTerms {
  std::vector<Decimal> terms;
};

namespace ratio {

enum class Slot : std::uint8_t { a, b, c, d };

inline std::optional<RatioTerms> terms(Match const& m, NoContext const&) {
  RatioTerms out;
  if (is_digit(m.before()) || is_latin(m.before()) || m.before() == U':' || m.before() == 0xff1a ||
      m.before() == 0x2236)
    return std::nullopt;
  bool clock = true;
  for (Slot const s : {Slot::a, Slot::b, Slot::c, Slot::d}) {
    if (m[s] == nullptr) continue;
    Number const& n = m.number(s);
    if (n.digits == Number::passed_over || n.han || n.scaled || n.mod != Mod::none) return std::nullopt;
    // A clock has whole hours and two digits for minutes: 10:00, 9:30
    clock = clock && n.plain && (s == Slot::a ? n.value < Decimal(25) : n.digits == 2 && n.value < Decimal(60));
    out.terms.push_back(n.value);
  }
  // … unless the terms are shares of a whole (20:35:45)
  Decimal sum;
  for (Decimal const& t : out.terms) sum = add(sum, t).value_or(sum);
  char32_t const before = m.before();
  bool const said = before == 0x4e3a || before == 0x6bd4 || before == 0x81f3 || before == 0x5230;  // 结构比为, 调整至
  if (clock && out.terms.size() > 2 && said) clock = false;
  if (clock && !(out.terms.size() > 2 && sum == Decimal(100))) return std::nullopt;
  return out;
}

/// 三比一, 3比1: bare numbers, with no unit after the second.
inline std::optional<RatioTerms> said(Match const& m, NoContext const&) {
  Number const& a = m.number(Slot::a);
  Number const& b = m.number(Slot::b);
  for (Number const* n : {&a, &b}) {
    bool const small = n->han ? n->plain && n->digits == 1 : !n->scaled && n->value < Decimal(1000);
    if (!small || n->high || n->mod != Mod::none || n->digits == Number::passed_over || n->value.negative())
      return std::nullopt;
  }
  std::uint32_t const after = m.lattice->skip(m.end);
  if (a.han != b.han || m.before() == 0x7b2c || is_digit(m.before()) || is_latin(m.after()) ||  // 第
      m.lattice->find(after, Class::unit | Class::classifier | Class::per_power | Class::year_mark) != nullptr)
    return std::nullopt;
  return RatioTerms{{a.value, b.value}};
}
inline std::optional<RatioTerms> halves(Match const&, NoContext const&) { return RatioTerms{{Decimal(1), Decimal(1)}}; }

using R = Rule<RatioTerms, NoContext>;
inline constexpr R rules[] = {
    {"ratio.said", one(Class::number, Slot::a) + one(Class::ratio_by) + one(Class::number, Slot::b), said},
    {"ratio.half", one(Class::ratio_word), halves},
    {"ratio.two", one(Class::number, Slot::a) + one(Class::colon) + one(Class::number, Slot::b), terms},
    {"ratio.three",
     one(Class::number, Slot::a) + one(Class::colon) + one(Class::number, Slot::b) + one(Class::colon) +
         one(Class::number, Slot::c),
     terms},
    {"ratio.four",
     one(Class::number, Slot::a) + one(Class::colon) + one(Class::number, Slot::b) + one(Class::colon) +
         one(Class::number, Slot::c) + one(Class::colon) + one(Class::number, Slot::d),
     terms},
};
static_assert(sound(rules));
inline constexpr Phase<RatioTerms, NoContext> phase{rules};

}  // namespace ratio

}  // namespace detail

GONGWEN_END
