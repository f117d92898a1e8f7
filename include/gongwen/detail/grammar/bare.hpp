// gongwen/detail/grammar/bare.hpp: numbers with no unit.
//
// Official texts are full of numerals that count nothing (标题, 序号, 年份, names), so a bare one is a quantity only where the
// sentence says that it is a number:
//
//   - a bound stands by it: 超过300, 至少是3, 五百以上;
//   - it is what something is, and the clause ends: 目前还为零;
//   - it is Chinese, fills a clause between commas and has powers or a point: 二百三十三，五百七十七;
//   - it has two or more places in Chinese digits: 三点一四;
//
// and where the text is one line, an utterance and no document, also
//
//   - it holds numerals, units and marks, and nothing else (alone);
//   - it is set against another: 答案是四不是五;
//   - it follows an amount at the end of a clause: 五双九点九, or is in quotes.
#pragma once

#include "figure_value.hpp"

GONGWEN_BEGIN

namespace detail::figure {

/// Four digits that may be a year.
inline bool like_a_year(Number const& n) {
  return n.plain && n.digits == 4 && n.value > Decimal(1899) && n.value < Decimal(2100);
}
inline bool is_quote(char32_t c) {
  return c == 0x201c || c == 0x201d || c == U'"' || c == 0x300c || c == 0x300d;
}  // “ ” 「 」
/// 还有二分之: a fraction that breaks off.
inline bool broken_fraction(Match const& m) {
  Token const* const mark = m.lattice->find(m.end, Class::fraction_mark);
  if (mark == nullptr) return false;
  return mark->end >= m.lattice->range().end || is_edge(code_point(m.lattice->text(), mark->end));
}

inline bool speaks(Match const& m, Number const& n, FigureContext const& c) {
  if (c.alone) return !n.bare_scale || n.mod != Mod::none;
  bool const end = is_edge(after_space(m)) || broken_fraction(m);
  if (n.bare_scale || n.high) return false;
  if (lone_capital(n)) return said_to_be(m) && end;
  bool const light = n.han && n.end - n.begin == 3;
  if (m[Slot::mod] != nullptr || m[Slot::more] != nullptr) {
    bool const counted = m[Slot::more] != nullptr && m.lattice->find(m.end, Class::classifier) != nullptr;
    return (c.utterance || !light) && (stops(m) || !n.han || (c.utterance && counted));
  }
  if (like_a_year(n)) return false;
  if (n.han && n.places >= 2) return true;
  bool const stop = end || m.lattice->find(m.end, Class::number_stop) != nullptr;
  if (said_to_be(m)) return end || (c.utterance && stop);
  char32_t const before = before_space(m);
  if (c.utterance && is_quote(before) && is_quote(after_space(m))) return true;
  bool const heavy = n.places > 0 || (n.scaled && (!n.han || c.utterance || n.end - n.begin > 6)) || n.digits >= 3;
  if (c.utterance && stop && (before == 0 || is_quote(before))) return true;  // 三的另一种写法
  if (end && is_edge(before)) return heavy && (c.utterance || (n.han && (before != 0 || after_space(m) != 0)));
  return end && heavy && c.utterance && ends_here(m, Class::unit | Class::classifier | Class::conjunction);
}

/// 0.000000000025 is {25, 10^12}: exact, as its places are more than a decimal holds.
inline std::optional<Fraction> over_power(Number const& n) {
  auto const numerator = n.value.to_int64();
  auto const denominator = Decimal(1).scaled(n.places);
  auto const power = denominator ? denominator->to_int64() : std::nullopt;
  return numerator && power ? std::optional(Fraction{*numerator, *power}) : std::nullopt;
}

inline std::optional<Figure> bare(Match const& m, FigureContext const& c) {
  Number const& n = m.number(Slot::number);
  if (n.fine() && (m.lattice->find(m.lattice->skip(n.end), Class::unit | Class::classifier) != nullptr ||
                   han_power(code_point(m.lattice->text(), n.end)) != 0))
    return std::nullopt;  // 0.12345678901米: no unit may be lost
  bool const free = n.fine() ? stands_free(m, n) : counts(m, *m[Slot::number]);
  if (!free || !speaks(m, n, c)) return std::nullopt;
  // 过20的影片, not 经过20
  char32_t const word = m[Slot::mod] == nullptr ? 0 : code_point(m.lattice->text(), m.begin);
  bool const passed = word == 0x8fc7 && m[Slot::mod]->end - m.begin == 3;
  if (passed ? n.han || m.after() != 0x7684 || m.before() == 0x7ecf || m.before() == 0x901a : !mod_fits(m))
    return std::nullopt;
  if (is_latin(m.after()) || is_digit(m.after())) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  if (n.fine()) {
    f.fraction = over_power(n);
    f.value.reset();
    f.step.reset();
    if (!f.fraction) return std::nullopt;
  }
  return f;
}

/// 20和30之间; 一千到一千五百 where it is all that is said.
inline std::optional<Figure> bare_range(Match const& m, FigureContext const& c) {
  Number const& low = m.number(Slot::number);
  Number const& high = m.number(Slot::high);
  if (!counts(m, *m[Slot::number]) || high.digits == Number::passed_over || low.high || high.high ||
      !(low.value < high.value))
    return std::nullopt;
  Token const* const last = m.lattice->find(high.end, Class::between);
  bool const between = last != nullptr && m.end >= last->end && m.end > high.end;
  if (!c.alone && !(between && stops(m))) {
    if (!ends_here(m, Class::copula) || !is_edge(after_space(m)) || like_a_year(low)) return std::nullopt;
  }
  Figure f;
  set_number(f, m, high);
  f.number = low.begin;
  f.value.reset();
  f.low = low.value;
  f.high = high.value;
  return f;
}

}  // namespace detail::figure

GONGWEN_END
