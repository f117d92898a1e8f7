// gongwen/detail/grammar/figure.hpp: how a text writes an amount.
//
//   figure.plain       超过600万千瓦 · 6300多万元 · 37家 · 10%左右     mod, number, unit, mod
//   figure.range       2700—2800吨左右 · 500—800万元 · 7%-8%           two numbers, one unit or two
//   figure.elided      730亿的GDP · 约16亿                             money with no unit, from 10^8 on
//   figure.percent     百分之八十五点六 · 千分之三 · 负百分之二
//   figure.fraction    三分之二 · 一又二分之一 · 超过1/2
//   figure.tenths      九成 · 三成五
//   figure.multiple    翻一番 · 倍增
//   figure.rate        600元/头 · 20元/公斤
//   figure_parts.hpp   五元三毛 · 人民币50元 · 零下4摄氏度 · 三斤半
//   bare.hpp           不少于300 · 二百五                                no unit at all
#pragma once

#include "bare.hpp"
#include "figure_parts.hpp"
#include "people.hpp"

GONGWEN_BEGIN

namespace detail {

namespace figure {

/// 220千伏城东变: a voltage before more words is part of a name.
inline bool named_voltage(Match const& m, Figure const& f) {
  return f.dimension == Dimension::voltage && m[Slot::more] == nullptr && is_han(m.after());
}

inline std::optional<Figure> plain(Match const& m, FigureContext const& c) {
  Number const& n = m.number(Slot::number);
  // 107国道: the word goes on
  if (Token const* const word = m.lattice->find(m[Slot::unit]->begin, Class::not_unit);
      word != nullptr && word->end > m[Slot::unit]->end)
    return std::nullopt;
  if (!counts(m, *m[Slot::number]) || !mod_fits(m) || !hanzi_counts(m, n, *m[Slot::unit], c)) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  set_unit(f, m, *m[Slot::unit]);
  // One Latin letter is a unit only where no word goes on: 4G, 12m
  if (f.unit.size() >= 1 && is_latin(static_cast<unsigned char>(f.unit[0])) && is_latin(m.after())) return std::nullopt;
  if (named_voltage(m, f)) return std::nullopt;
  if (n.value == Decimal(1) && m[Slot::unit]->classes.meets(Class::half)) return std::nullopt;  // 一半
  // 三块 is money where nothing else is said
  if (c.alone && is_block(m, *m[Slot::unit])) {
    f.unit = "CNY";
    f.dimension = Dimension::money;
  }
  return f;
}

inline std::optional<Figure> elided(Match const& m, FigureContext const&) {
  Number const& n = m.number(Slot::number);
  if (!counts(m, *m[Slot::number]) || !mod_fits(m) || !n.scaled) return std::nullopt;
  if (n.han ? n.value < Decimal(100000000) || n.bare_scale : n.scale_power < 8) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  f.unit = "CNY";
  f.dimension = Dimension::money;
  return f;
}

/// Two numbers: the first takes the scale and unit of the second where it has none (500—800万元).
inline std::optional<Figure> range(Match const& m, FigureContext const& c) {
  Number const& low = m.number(Slot::number);
  Number const& high = m.number(Slot::high);
  Token const* const unit = m[Slot::high_unit];
  if (!counts(m, *m[Slot::number]) || high.digits == Number::passed_over || !mod_fits(m) ||
      !hanzi_counts(m, high, *unit, c))
    return std::nullopt;
  if (low.high || high.high || low.bare_scale || high.bare_scale) return std::nullopt;
  Figure f;
  set_number(f, m, high);
  set_unit(f, m, *unit);
  f.number = low.begin;
  Decimal first = low.value;
  // 500—800万元, 两到三百元, 一千到两千万元: the first shares the power of the second where it is the smaller by itself
  int const power = high.scale_power != 0 ? high.scale_power : high.shared_power;
  if (m[Slot::unit] == nullptr && power != 0 && low.scale_power == 0 && (power >= 4 || low.plain)) {
    auto const head = high.value.scaled(-power);
    if (head && first < *head) {
      auto const scaled = first.scaled(power);
      if (!scaled) return std::nullopt;
      first = *scaled;
    }
  }
  if (c.alone && is_block(m, *unit)) {
    f.unit = "CNY";
    f.dimension = Dimension::money;
  }
  if (!(first < high.value)) return std::nullopt;
  f.value.reset();
  f.low = first;
  f.high = high.value;
  return f;
}

/// 三到五岁半
inline std::optional<Figure> range_half(Match const& m, FigureContext const& c) {
  if (is_han(m.after()) && m[Slot::more] == nullptr && !stops(m)) return std::nullopt;
  auto f = range(m, c);
  if (!f || !f->high) return std::nullopt;
  auto const half = Decimal(5).scaled(-1);
  f->high = half ? add(*f->high, *half) : std::nullopt;
  return f->high ? f : std::nullopt;
}
/// Of 百分之 and 万分之 per cent, of 千分之 permille.
inline bool per_power(Figure& f, Match const& m, FigureContext const& c) {
  Entry const word = m.meaning(Slot::unit, Class::per_power);
  if (word.word.size() == 6 && !c.alone && !m.number(Slot::number).bare_scale) return false;  // 百分百, not 百分三人
  f.unit = word.value == 3 ? "permille" : "%";
  f.dimension = Dimension::ratio;
  if (word.value <= 3) return true;
  for (auto* v : {&f.value, &f.low, &f.high}) {
    if (!*v) continue;
    *v = (*v)->scaled(2 - word.value);
    if (!*v) return false;
  }
  if (f.value) f.step = f.value->step();
  return true;
}

inline std::optional<Figure> percent(Match const& m, FigureContext const& c) {
  Number const& n = m.number(Slot::number);
  if (n.digits == Number::passed_over) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  if (m[Slot::per] != nullptr) {
    if (!f.value || f.value->negative()) return std::nullopt;
    f.value = -*f.value;
  }
  return per_power(f, m, c) ? std::optional(f) : std::nullopt;
}
/// 百分之三十到四十一
inline std::optional<Figure> percent_range(Match const& m, FigureContext const& c) {
  Number const& low = m.number(Slot::number);
  Number const& high = m.number(Slot::high);
  if (low.digits == Number::passed_over || high.digits == Number::passed_over || low.high || high.high ||
      !(low.value < high.value))
    return std::nullopt;
  if (m.lattice->find(m.end, Class::unit | Class::classifier) != nullptr) return std::nullopt;
  Figure f;
  set_number(f, m, low);
  f.low = f.value;
  f.high = high.value;
  f.value.reset();
  return per_power(f, m, c) ? std::optional(f) : std::nullopt;
}

/// Fractions with a finite decimal have a value as well.
inline std::optional<Figure> quotient(Match const& m, Number const& above, Number const& below) {
  if (below.high || above.high || below.value.zero() || above.digits == Number::passed_over ||
      below.digits == Number::passed_over)
    return std::nullopt;
  Figure f;
  set_number(f, m, above);
  f.number = std::min(below.begin, above.begin);
  auto const d = below.value.to_int64();
  auto const n = above.value.to_int64();
  bool const negative = below.value.negative() != above.value.negative();
  if (d && n) f.fraction = Fraction{negative ? -std::abs(*n) : std::abs(*n), std::abs(*d)};
  f.value.reset();
  f.step.reset();
  auto const value = divide(above.value, below.value);
  if (value && multiply(*value, below.value) == above.value) f.value = *value;
  f.dimension = Dimension::ratio;
  return f.value || f.fraction ? std::optional(f) : std::nullopt;
}
inline std::optional<Figure> fraction(Match const& m, FigureContext const& c) {
  if (!counts(m, *m[Slot::number]) || m.number(Slot::number).mod != Mod::none) return std::nullopt;
  bool const loose =
      m[Slot::unit]->classes.meets(Class::loose_fraction) && !m[Slot::unit]->classes.meets(Class::fraction_mark);
  if (loose && !c.alone) return std::nullopt;  // 二分一
  return quotient(m, m.number(Slot::high), m.number(Slot::number));
}
/// 四分之一公升
inline std::optional<Figure> fraction_of(Match const& m, FigureContext const&) {
  if (!counts(m, *m[Slot::number]) || m.number(Slot::number).mod != Mod::none) return std::nullopt;
  auto f = quotient(m, m.number(Slot::high), m.number(Slot::number));
  if (f) set_unit(*f, m, *m[Slot::high_unit]);
  return f;
}
/// 三又千分之23, 负一又二分之一
inline std::optional<Figure> mixed_fraction(Match const& m, FigureContext const& c) {
  Number const& whole = m.number(Slot::number);
  if (!counts(m, *m[Slot::number]) || whole.high || whole.mod != Mod::none) return std::nullopt;
  bool const loose = m[Slot::unit]->classes.meets(Class::loose_fraction);
  if (loose && !c.alone) return std::nullopt;
  auto f = quotient(m, m.number(Slot::low), m.number(Slot::high));
  if (!f || !f->value) return std::nullopt;
  f->value = whole.value.negative() ? subtract(whole.value, *f->value) : add(whole.value, *f->value);
  f->number = whole.begin;
  f->fraction.reset();
  f->dimension = Dimension::none;
  return f->value ? f : std::nullopt;
}
/// 超过1/2, 2/3以上: a slash, where something says that it is no date and no name.
inline std::optional<Figure> slashed(Match const& m, FigureContext const& c) {
  Number const& above = m.number(Slot::number);
  Number const& below = m.number(Slot::high);
  if (!counts(m, *m[Slot::number]) || (!c.alone && (above.scaled || below.scaled)) || below.value.negative())
    return std::nullopt;
  char32_t const after = m.after();
  if (is_latin(after) || is_digit(after) || after == U'/' || m.before() == U'/') return std::nullopt;
  bool const proper = above.value < below.value && below.value < Decimal(100) && above.plain && below.plain;
  bool const said = m[Slot::mod] != nullptr || m[Slot::more] != nullptr || after == 0x7684;  // 的
  if (!c.alone && !(proper && said)) return std::nullopt;
  return quotient(m, above, below);
}

/// 九成 90 %, 三成五 35 %
inline std::optional<Figure> tenths(Match const& m, FigureContext const&) {
  Number const& n = m.number(Slot::number);
  bool const ten = n.value == Decimal(10);
  if (!counts(m, *m[Slot::number]) || n.value > Decimal(10) || (n.scaled && !ten) || !mod_fits(m)) return std::nullopt;
  if (n.high || n.value.negative()) return std::nullopt;
  // 成 is a verb in 建成 and a noun in 成本: the numeral before it must be its own word, and no word may go on
  if (is_han(m.after()) && m[Slot::high] == nullptr && m[Slot::more] == nullptr && m.after() != 0x7684)
    return std::nullopt;
  auto value = n.value.scaled(1);
  if (value && m[Slot::high] != nullptr) {
    bool const half = !m[Slot::high]->classes.meets(Class::number);
    value = add(*value, half ? Decimal(5) : m.number(Slot::high).value);
    if (value) value = value->with_step(0);
  }
  if (!value) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  f.value = *value;
  f.step = value->step();
  f.low.reset();
  f.high.reset();
  f.unit = "%";
  f.dimension = Dimension::ratio;
  return f;
}

inline std::optional<Figure> multiple(Match const& m, FigureContext const&) {
  Figure f;
  f.begin = m.begin;
  f.end = m.end;
  f.number = m.begin;
  f.value = Decimal(m.meaning(Slot::unit, Class::multiple).value);
  f.step = Decimal(1);
  f.unit = "x";
  f.dimension = Dimension::multiple;
  f.multiple = true;
  return f;
}

inline std::optional<Figure> rate(Match const& m, FigureContext const& c) {
  auto f = plain(m, c);
  if (!f) return std::nullopt;
  f->end = m.end;
  f->per = m.lattice->words(*m[Slot::per]);
  f->per_unit = m.meaning(Slot::per, Class::unit).text;
  return f;
}

/// 每公斤20元, 不低于每人2平方米: a rate with its denominator first.
inline std::optional<Figure> each(Match const& m, FigureContext const& c) {
  auto f = plain(m, c);
  if (!f || !m[Slot::unit]->classes.meets(Class::unit)) return std::nullopt;
  if (m.lattice->find(m.end, Class::number) != nullptr) return std::nullopt;  // 每件八元七角
  f->per = m.lattice->words(*m[Slot::per]);
  f->per_unit = m.meaning(Slot::per, Class::unit).text;
  return f;
}

/// 发行总额（亿）10.00, 面积（万亩）：1200: the unit stands in brackets before the number.
inline std::optional<Figure> headed(Match const& m, FigureContext const&) {
  Number const& n = m.number(Slot::number);
  if (!counts(m, *m[Slot::number]) || n.han || n.scaled || like_a_year(n) || is_latin(m.after())) return std::nullopt;
  if (m.lattice->find(m.lattice->skip(m.end), Class::unit | Class::classifier | Class::range_mark) != nullptr)
    return std::nullopt;
  Figure f;
  set_number(f, m, n);
  f.begin = n.begin;
  if (m[Slot::high] != nullptr) {
    Number const& power = m.number(Slot::high);
    if (!power.bare_scale || power.mod != Mod::none) return std::nullopt;
    auto const scale = power.value.step_exponent();
    auto const value = n.value.scaled(scale);
    if (!value) return std::nullopt;
    f.value = *value;
    f.step = value->step();
    if (m[Slot::unit] == nullptr) {
      if (scale < 8) return std::nullopt;
      f.unit = "CNY";
      f.dimension = Dimension::money;
    }
  }
  if (m[Slot::unit] != nullptr) set_unit(f, m, *m[Slot::unit]);
  return f.unit.empty() ? std::nullopt : std::optional(f);
}

using R = Rule<Figure, FigureContext>;
inline constexpr ClassSet counted = Class::unit | Class::classifier;
inline constexpr ClassSet below_or_celsius = Class::below_zero | Class::celsius;
inline constexpr auto mod = maybe(Class::mod_before, Slot::mod);
inline constexpr auto number = one(Class::number, Slot::number);
inline constexpr auto unit = one(counted, Slot::unit);
inline constexpr auto high = one(Class::number, Slot::high);
inline constexpr auto more = maybe(Class::mod_after, Slot::more);
// clang-format off
inline constexpr R rules[] = {
    {"figure.plain", mod + number + unit + more, plain},
    {"figure.range", mod + number + maybe(counted, Slot::unit) + one(Class::range_mark) + high + one(counted, Slot::high_unit) + more, range},
    {"figure.people", mod + number + more, people},
    {"figure.elided", mod + number + more, elided},
    {"figure.percent", mod + maybe(Class::minus, Slot::per) + one(Class::per_power, Slot::unit) + number + more, percent},
    {"figure.percent_range", mod + one(Class::per_power, Slot::unit) + number + one(Class::range_mark) + high + more, percent_range},
    {"figure.fraction", mod + number + one(Class::fraction_mark | Class::loose_fraction, Slot::unit) + high + more, fraction},
    {"figure.mixed_fraction", mod + number + one(Class::and_mark) + high + one(Class::fraction_mark | Class::loose_fraction, Slot::unit) + one(Class::number, Slot::low) + more, mixed_fraction},
    {"figure.fraction_of", mod + number + one(Class::fraction_mark) + high + one(Class::unit, Slot::high_unit) + more, fraction_of},
    {"figure.slashed", mod + number + one(Class::slash) + high + more, slashed},
    {"figure.tenths", mod + number + one(Class::tenths) + maybe(Class::number | Class::half, Slot::high) + more, tenths},
    {"figure.multiple", one(Class::multiple, Slot::unit), multiple},
    {"figure.rate", mod + number + unit + one(Class::slash) + one(counted | Class::dur_unit, Slot::per) + more, rate},
    {"figure.rate_each", mod + number + unit + one(Class::per_each) + one(Class::unit, Slot::per) + more, rate},
    {"figure.each", mod + one(Class::per_each) + one(counted, Slot::per) + number + unit + more, each},
    {"figure.headed", one(Class::open) + maybe(Class::number, Slot::high) + maybe(Class::unit, Slot::unit) + one(Class::close) + maybe(Class::colon) + number, headed},
    {"figure.compound", mod + number + unit + maybe(Class::and_mark) + high + one(Class::subunit, Slot::high_unit) + more, compound},
    {"figure.compound_three", mod + number + unit + high + one(Class::subunit, Slot::high_unit) + one(Class::number, Slot::low) + maybe(Class::subunit, Slot::low_unit) + more, compound},
    {"figure.digit_after", mod + number + unit + high + more, digit_after},
    {"figure.small_money", mod + number + one(Class::subunit, Slot::unit) + more, small_money},
    {"figure.small_money_two", mod + number + one(Class::subunit, Slot::unit) + high + maybe(Class::subunit, Slot::high_unit) + more, small_money},
    {"figure.currency", mod + one(Class::currency, Slot::per) + number + maybe(counted, Slot::unit) + more, currency},
    {"figure.currency_parts", one(Class::currency, Slot::per) + number + unit + high + one(Class::subunit, Slot::high_unit) + maybe(Class::number, Slot::low) + more, currency},
    {"figure.currency_after", mod + number + unit + one(Class::currency, Slot::per) + more, currency},
    {"figure.parts_currency", mod + number + unit + high + one(Class::subunit, Slot::high_unit) + maybe(Class::number, Slot::low) + one(Class::currency, Slot::per), currency},
    {"figure.temperature", one(below_or_celsius, Slot::mod) + maybe(below_or_celsius, Slot::per) + number + one(Class::unit | Class::degree, Slot::unit) + maybe(Class::half | Class::number, Slot::high), temperature},
    {"figure.and_half", mod + number + unit + one(Class::half) + more, and_half},
    {"figure.range_half", mod + number + one(Class::range_mark) + high + one(Class::unit, Slot::high_unit) + one(Class::half) + more, range_half},
    {"figure.half", one(Class::half) + maybe(counted | Class::tenths, Slot::unit) + more, half_of},
    {"figure.one_half", number + one(Class::half) + maybe(Class::half) + more, half_of},
    {"figure.half_power", one(Class::half) + number, half_power},
    {"figure.bare", mod + number + more, bare},
    {"figure.bare_range", mod + number + one(Class::range_mark) + high + more, bare_range},
    {"figure.between", number + one(Class::conjunction | Class::range_mark) + high + one(Class::between), bare_range},
};
// clang-format on
static_assert(sound(rules));
inline constexpr Phase<Figure, FigureContext> phase{rules};

}  // namespace figure

}  // namespace detail

GONGWEN_END
