// gongwen/detail/grammar/figure.hpp: how a text writes an amount.
//
//   figure.plain     超过600万千瓦 · 6300多万元 · 37家 · 10%左右     mod, number, unit, mod
//   figure.range     2700—2800吨左右 · 500—800万元 · 7%-8%           two numbers, one unit or two
//   figure.elided    730亿的GDP · 约16亿                             money with no unit, from 10^8 on
//   figure.percent   百分之八十五点六 · 千分之三
//   figure.fraction  三分之二
//   figure.tenths    九成 · 三成五
//   figure.multiple  翻一番 · 倍增
//   figure.rate      600元/头 · 20元/公斤
#pragma once

#include "match.hpp"

GONGWEN_BEGIN

namespace detail {

/// An amount as the figure rows read it; it becomes a Quantity.
struct Figure {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::optional<Decimal> value, low, high, step;
  std::optional<Fraction> fraction;
  Mod mod = Mod::none;
  std::string_view unit;
  std::string_view per, per_unit;
  Dimension dimension = Dimension::none;
  std::uint8_t scale_power = 0;  ///< folded into the value; a number that shares the unit shares it too
  std::uint32_t number = none;   ///< begin of its numeral
  bool multiple = false;         ///< 翻番: a change by itself
  bool multiplies = false;       ///< the unit is 倍
  bool mod_after = false;        ///< 以上, 左右 after it
  std::string_view by;
};

struct NoContext {};

namespace figure {

enum class Slot : std::uint8_t { mod, number, unit, more, high, high_unit, per };

/// Is the numeral of a kind that counts? Not 第三, T800, 1.2.3, a word that begins with a numeral.
inline bool counts(Match const& m, Token const& token) {
  Number const& n = m.lattice->numbers()[token.payload];
  if (n.digits == 255) return false;
  std::string_view const text = m.lattice->text();
  std::uint32_t at = n.begin;
  while (at > m.lattice->range().begin && text[at - 1] == ' ') --at;  // 第 7 位
  char32_t const before = at > m.lattice->range().begin ? code_point(text, previous(text, at)) : 0;
  if (before == 0x7b2c || (at == n.begin && is_latin(before)) || before == U'_' || before == U'.') return false;  // 第
  if (before == U'-' && n.begin >= 2 && (is_latin(static_cast<unsigned char>(text[n.begin - 2])))) return false;
  return true;
}

/// A mod word fits unless it is the end of another word: 过 and 上 qualify only a numeral of bare scales (过千万, 上百).
inline bool mod_fits(Match const& m) {
  Token const* const t = m[Slot::mod];
  if (t == nullptr) return true;
  if (t->end - t->begin > 3) return true;
  char32_t const c = code_point(m.lattice->text(), t->begin);
  char32_t const before = m.before();
  Token const* const number = m[Slot::number];
  bool const scaled = number != nullptr && (m.lattice->numbers()[number->payload].bare_scale ||
                                            (c == 0x8fc7 && m.lattice->numbers()[number->payload].scaled));
  if (c == 0x8fc7) return scaled && before != 0x901a && before != 0x7ecf;  // 过 after 通 经
  if (c == 0x4e0a) return scaled;                                          // 上
  if (c == 0x8fd1) return before != 0x6700 && before != 0x9644;            // 近 after 最 附
  return true;
}

/// Chinese numerals count only before classifiers that are nearly always counted, and 一 alone is an article.
inline bool hanzi_counts(Match const& m, Number const& n, Token const& unit) {
  if (!n.han) return true;
  Entry const classifier = m.lattice->meaning(unit, Class::classifier);
  bool const measure = unit.classes.meets(Class::unit);
  bool const single = n.end - n.begin == 3;
  if (n.bare_scale) return n.mod != Mod::none || m[Slot::mod] != nullptr || (measure && !single);
  // 几个 says nothing; 几十万 has at least its power
  if (n.high && !n.scaled) return false;
  // Two of a thing are 两, never 二: 二人, 二里 are parts of names
  if (single && code_point(m.lattice->text(), n.begin) == 0x4e8c && classifier.value != 0) return false;
  // 五里, 八里: villages, not lengths
  if (measure) return !(single && m.lattice->words(unit) == "\xe9\x87\x8c");
  if (n.value == Decimal(1) && single) return false;
  return classifier.value == 1 || n.mod != Mod::none || n.scaled;
}

inline void set_unit(Figure& f, Match const& m, Token const& token) {
  if (Entry const unit = m.lattice->meaning(token, Class::unit); !unit.word.empty()) {
    f.unit = unit.text;
    f.dimension = static_cast<Dimension>(unit.value);
    f.multiplies = f.dimension == Dimension::multiple;
    return;
  }
  f.unit = m.lattice->words(token);
  f.dimension = Dimension::count;
}

inline Mod mod_of(Match const& m, Number const& n) {
  if (Entry const e = m.meaning(Slot::more, Class::mod_after); !e.word.empty()) {
    // 10%以内 after 控制在: the word after the number says it
    return static_cast<Mod>(e.value);
  }
  if (Entry const e = m.meaning(Slot::mod, Class::mod_before); !e.word.empty()) return static_cast<Mod>(e.value);
  return n.mod;
}

inline void set_number(Figure& f, Match const& m, Number const& n) {
  f.begin = m.begin;
  f.end = m.end;
  f.number = n.begin;
  f.scale_power = n.scale_power;
  if (n.high) {
    f.low = n.value;
    f.high = n.high;
  } else {
    f.value = n.value;
  }
  f.step = n.value.step();
  f.mod = mod_of(m, n);
  f.mod_after = m[Slot::more] != nullptr;
}

/// 220千伏城东变: a voltage before more words is part of a name.
inline bool named_voltage(Match const& m, Figure const& f) {
  return f.dimension == Dimension::voltage && m[Slot::more] == nullptr && is_han(m.after());
}

inline std::optional<Figure> plain(Match const& m, NoContext const&) {
  Number const& n = m.number(Slot::number);
  // 107国道: the word goes on
  if (m.lattice->find(m[Slot::unit]->begin, Class::not_unit) != nullptr) return std::nullopt;
  if (!counts(m, *m[Slot::number]) || !mod_fits(m) || !hanzi_counts(m, n, *m[Slot::unit])) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  set_unit(f, m, *m[Slot::unit]);
  // One Latin letter is a unit only where no word goes on: 4G, 12m
  if (f.unit.size() >= 1 && is_latin(static_cast<unsigned char>(f.unit[0])) && is_latin(m.after())) return std::nullopt;
  if (named_voltage(m, f)) return std::nullopt;
  return f;
}

inline std::optional<Figure> elided(Match const& m, NoContext const&) {
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
inline std::optional<Figure> range(Match const& m, NoContext const&) {
  Number const& low = m.number(Slot::number);
  Number const& high = m.number(Slot::high);
  Token const* const unit = m[Slot::high_unit];
  if (!counts(m, *m[Slot::number]) || high.digits == 255 || !mod_fits(m) || !hanzi_counts(m, high, *unit))
    return std::nullopt;
  if (low.high || high.high || low.bare_scale || high.bare_scale) return std::nullopt;
  Figure f;
  set_number(f, m, high);
  set_unit(f, m, *unit);
  f.number = low.begin;
  Decimal first = low.value;
  if (m[Slot::unit] == nullptr && !low.scaled && high.scale_power != 0) {
    auto const scaled = first.scaled(high.scale_power);
    if (!scaled) return std::nullopt;
    first = *scaled;
  }
  if (!(first < high.value)) return std::nullopt;
  f.value.reset();
  f.low = first;
  f.high = high.value;
  return f;
}

inline std::optional<Figure> percent(Match const& m, NoContext const&) {
  Number const& n = m.number(Slot::number);
  if (n.digits == 255 || n.scaled != n.han) {
    if (n.digits == 255) return std::nullopt;
  }
  Figure f;
  set_number(f, m, n);
  int const power = m.meaning(Slot::unit, Class::per_power).value;
  f.unit = power == 3 ? "permille" : "%";
  f.dimension = Dimension::ratio;
  if (power == 4) {
    for (auto* v : {&f.value, &f.low, &f.high}) {
      if (*v) *v = (*v)->scaled(-2);
    }
  }
  if (!f.value && !f.low) return std::nullopt;
  return f;
}

/// Fractions with a finite decimal have a value as well.
inline std::optional<Figure> fraction(Match const& m, NoContext const&) {
  Number const& below = m.number(Slot::number);
  Number const& above = m.number(Slot::high);
  auto const d = below.value.to_int64();
  auto const n = above.value.to_int64();
  if (!d || !n || *d <= 0 || below.high || above.high || !counts(m, *m[Slot::number])) return std::nullopt;
  Figure f;
  set_number(f, m, above);
  f.number = below.begin;
  f.fraction = Fraction{*n, *d};
  f.value.reset();
  f.step.reset();
  auto const quotient = divide(above.value, below.value);
  if (quotient && multiply(*quotient, below.value) == above.value) f.value = *quotient;
  f.dimension = Dimension::ratio;
  return f;
}

/// 九成 90 %, 三成五 35 %
inline std::optional<Figure> tenths(Match const& m, NoContext const&) {
  Number const& n = m.number(Slot::number);
  if (!counts(m, *m[Slot::number]) || n.value > Decimal(10) || n.scaled || !mod_fits(m)) return std::nullopt;
  // 成 is a verb in 建成 and a noun in 成本: the numeral before it must be its own word, and no word may go on
  if (is_han(m.after()) && m[Slot::high] == nullptr && m[Slot::more] == nullptr && m.after() != 0x7684)
    return std::nullopt;
  auto value = n.value.scaled(1);
  if (value && m[Slot::high] != nullptr) {
    value = add(*value, m.number(Slot::high).value);
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

inline std::optional<Figure> multiple(Match const& m, NoContext const&) {
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

inline std::optional<Figure> rate(Match const& m, NoContext const& c) {
  auto f = plain(m, c);
  if (!f) return std::nullopt;
  f->end = m.end;
  f->per = m.lattice->words(*m[Slot::per]);
  f->per_unit = m.meaning(Slot::per, Class::unit).text;
  return f;
}

using R = Rule<Figure, NoContext>;
inline constexpr ClassSet counted = Class::unit | Class::classifier;
inline constexpr R rules[] = {
    {"figure.plain",
     maybe(Class::mod_before, Slot::mod) + one(Class::number, Slot::number) + one(counted, Slot::unit) +
         maybe(Class::mod_after, Slot::more),
     plain},
    {"figure.range",
     maybe(Class::mod_before, Slot::mod) + one(Class::number, Slot::number) + maybe(counted, Slot::unit) +
         one(Class::range_mark) + one(Class::number, Slot::high) + one(counted, Slot::high_unit) +
         maybe(Class::mod_after, Slot::more),
     range},
    {"figure.elided",
     maybe(Class::mod_before, Slot::mod) + one(Class::number, Slot::number) + maybe(Class::mod_after, Slot::more),
     elided},
    {"figure.percent",
     maybe(Class::mod_before, Slot::mod) + one(Class::per_power, Slot::unit) + one(Class::number, Slot::number) +
         maybe(Class::mod_after, Slot::more),
     percent},
    {"figure.fraction",
     maybe(Class::mod_before, Slot::mod) + one(Class::number, Slot::number) + one(Class::fraction_mark) +
         one(Class::number, Slot::high) + maybe(Class::mod_after, Slot::more),
     fraction},
    {"figure.tenths",
     maybe(Class::mod_before, Slot::mod) + one(Class::number, Slot::number) + one(Class::tenths) +
         maybe(Class::number, Slot::high) + maybe(Class::mod_after, Slot::more),
     tenths},
    {"figure.multiple", one(Class::multiple, Slot::unit), multiple},
    {"figure.rate",
     maybe(Class::mod_before, Slot::mod) + one(Class::number, Slot::number) + one(counted, Slot::unit) +
         one(Class::slash) + one(counted, Slot::per),
     rate},
};
static_assert(sound(rules));
inline constexpr Phase<Figure, NoContext> phase{rules};

}  // namespace figure

}  // namespace detail

GONGWEN_END
