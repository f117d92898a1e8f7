// gongwen/detail/grammar/figure_parts.hpp: amounts written in more than one piece.
//
//   五元三毛 · 50元6角三分 · 3斤5两 · 九块九 · 块零四 · 三米九 · 十二度五      units and the smaller ones below them
//   两毛五 · 九角九分                                                      the smaller ones alone
//   人民币50元 · 300元人民币 · 港币两千九百六十元                               the currency in words of its own
//   零下25.3摄氏度 · 摄氏37度 · 负11度半                                     temperatures
//   三斤半 · 半公升 · 一半                                                  halves
#pragma once

#include "figure_value.hpp"

GONGWEN_BEGIN

namespace detail::figure {

/// Adds digits one or two places below: `n` of 10^power. 零四 after 块 stands a place lower than 四.
inline bool add_below(Figure& f, Number const& n, int power) {
  if (n.high || n.mod != Mod::none || n.value.negative() || !f.value || !n.value.integer()) return false;
  Decimal const most = power == -1 ? Decimal(10) : Decimal(100);
  if (!(n.value < most)) return false;
  auto const part = n.value.scaled(power);
  auto const sum = part ? (f.value->negative() ? subtract(*f.value, *part) : add(*f.value, *part)) : std::nullopt;
  if (!sum) return false;
  f.value = sum->with_step(power);
  f.step = f.value->step();
  return true;
}

inline bool add_half(Figure& f) {
  Number five;
  five.value = Decimal(5);
  return add_below(f, five, -1);
}

inline bool whole_enough(Match const& m, Number const& n) {
  return counts(m, *m[Slot::number]) && !n.high && n.mod == Mod::none && !n.bare_scale && mod_fits(m);
}

/// 五元三毛, 50元6角三分, 3斤5两: each unit is of the one before it.
inline std::optional<Figure> compound(Match const& m, FigureContext const&) {
  Number const& n = m.number(Slot::number);
  if (!whole_enough(m, n)) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  set_unit(f, m, *m[Slot::unit]);
  Entry const first = m.meaning(Slot::high_unit, Class::subunit);
  bool const yuan = f.unit == "CNY" || is_block(m, *m[Slot::unit]);
  if (yuan) {
    f.unit = "CNY";
    f.dimension = Dimension::money;
  }
  if (first.text != f.unit || !add_below(f, m.number(Slot::high), first.value)) return std::nullopt;
  if (m[Slot::low] == nullptr) return f;
  Number const& low = m.number(Slot::low);
  Entry const second = m.meaning(Slot::low_unit, Class::subunit);
  int const power = second.word.empty() ? first.value - 1 : second.value;
  if (!second.word.empty() && (second.text != f.unit || second.value >= first.value)) return std::nullopt;
  if (second.word.empty() && !stops(m)) return std::nullopt;
  return add_below(f, low, power) ? std::optional(f) : std::nullopt;
}

/// 九块九, 三块零四, 三米九, 十二度五: one digit more is the next place, after 零 the one below.
inline std::optional<Figure> digit_after(Match const& m, FigureContext const&) {
  Number const& n = m.number(Slot::number);
  Number const& d = m.number(Slot::high);
  if (!whole_enough(m, n) || !d.han || !d.plain || d.high || n.places != 0 || !stops(m)) return std::nullopt;
  Token const& unit = *m[Slot::unit];
  Figure f;
  set_number(f, m, n);
  set_unit(f, m, unit);
  bool const block = is_block(m, unit);
  // A yuan, a metre and a degree are what people say so: 五元三 and 三吨五 are not
  char32_t const c = code_point(m.lattice->text(), unit.begin);
  bool const short_unit = unit.end - unit.begin == 3 && (c == 0x7c73 || c == 0x5ea6);  // 米 度
  if (!block && !short_unit) return std::nullopt;
  if (block) {
    f.unit = "CNY";
    f.dimension = Dimension::money;
  }
  bool const lower = d.digits == 2 && han_digit(code_point(m.lattice->text(), d.begin)) == 0;
  if (d.digits != 1 && !lower) return std::nullopt;
  return add_below(f, d, lower ? -2 : -1) ? std::optional(f) : std::nullopt;
}

/// 两毛五, 九角九分, 九分钱: no larger unit before. 角 and 分 have other meanings, so something has to say that it is money.
inline std::optional<Figure> small_money(Match const& m, FigureContext const& c) {
  Number const& n = m.number(Slot::number);
  if (!whole_enough(m, n) || n.places != 0) return std::nullopt;
  Entry const unit = m.meaning(Slot::unit, Class::subunit);
  bool const said = unit.word.size() > 3;  // 毛钱, 美分
  if (unit.text == "jin" || (!said && unit.value != -1)) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  f.value = Decimal(0);
  f.unit = unit.text;
  f.dimension = Dimension::money;
  if (!add_below(f, n, unit.value)) return std::nullopt;
  if (m[Slot::high] != nullptr) {
    Entry const below = m.meaning(Slot::high_unit, Class::subunit);
    if (!below.word.empty() ? below.text != unit.text || below.value >= unit.value : !stops(m)) return std::nullopt;
    if (!add_below(f, m.number(Slot::high), unit.value - 1)) return std::nullopt;
    if (below.word.empty() && !c.alone) return std::nullopt;
  } else if (!said && !c.alone) {
    return std::nullopt;
  }
  return f;
}

/// 人民币50元, ￥300, 50元人民币: the word says whose money it is.
inline std::optional<Figure> currency(Match const& m, FigureContext const& c) {
  Number const& n = m.number(Slot::number);
  if (n.digits == Number::passed_over || !mod_fits(m) || (n.bare_scale && n.mod == Mod::none && !n.high))
    return std::nullopt;
  Figure f;
  set_number(f, m, n);
  if (is_digit(m.before()) || is_latin(m.before()) || han_power(m.before()) != 0)
    return std::nullopt;  // 100美元 533.19
  std::string_view const code = m.meaning(Slot::per, Class::currency).text;
  Token const* const unit = m[Slot::unit];
  if (unit != nullptr) {
    Entry const e = m.lattice->meaning(*unit, Class::unit);
    if (static_cast<Dimension>(e.value) != Dimension::money && !is_block(m, *unit)) return std::nullopt;
    if (!e.word.empty() && e.text != "CNY" && e.text != code) return std::nullopt;
  } else if (!n.scaled && !c.alone && is_han(m.after()) && m[Slot::more] == nullptr) {
    return std::nullopt;  // 美元3次降息
  }
  f.unit = code;
  f.dimension = Dimension::money;
  if (m[Slot::high] != nullptr) {
    // 人民币两块九毛九
    Entry const below = m.meaning(Slot::high_unit, Class::subunit);
    if (below.text != f.unit || !add_below(f, m.number(Slot::high), below.value)) return std::nullopt;
    if (m[Slot::low] != nullptr && !add_below(f, m.number(Slot::low), below.value - 1)) return std::nullopt;
  }
  return f;
}

/// 零下25.3摄氏度, 摄氏37度, 摄氏零下11度半.
inline std::optional<Figure> temperature(Match const& m, FigureContext const&) {
  Number const& n = m.number(Slot::number);
  if (n.digits == Number::passed_over || n.high || n.value.negative()) return std::nullopt;
  bool below = false, celsius = false;
  for (Slot const s : {Slot::mod, Slot::per}) {
    if (m[s] == nullptr) continue;
    below = below || m[s]->classes.meets(Class::below_zero);
    celsius = true;
  }
  Entry const unit = m.meaning(Slot::unit, Class::unit);
  celsius = celsius || unit.text == "degC";
  if (!celsius && !m[Slot::unit]->classes.meets(Class::degree)) return std::nullopt;
  if (!unit.word.empty() && unit.text != "degC" && !m[Slot::unit]->classes.meets(Class::degree)) return std::nullopt;
  Figure f;
  f.begin = m.begin;
  f.end = m.end;
  f.number = n.begin;
  f.value = n.value;
  f.step = n.value.step();
  f.mod = n.mod;
  if (m[Slot::high] != nullptr) {
    bool const half = !m[Slot::high]->classes.meets(Class::number);
    if (!(half ? add_half(f) : add_below(f, m.number(Slot::high), -1))) return std::nullopt;
  }
  if (below) f.value = -*f.value;
  f.unit = celsius ? std::string_view("degC") : m.lattice->words(*m[Slot::unit]);
  f.dimension = celsius ? Dimension::temperature : Dimension::other;
  return f;
}

/// 三斤半, 三岁半以上.
inline std::optional<Figure> and_half(Match const& m, FigureContext const& c) {
  Number const& n = m.number(Slot::number);
  if (!whole_enough(m, n) || n.places != 0 || !hanzi_counts(m, n, *m[Slot::unit], {true, true})) return std::nullopt;
  if (m[Slot::unit]->classes.meets(Class::half)) return std::nullopt;                   // 一半半
  if (is_han(m.after()) && m[Slot::more] == nullptr && !stops(m)) return std::nullopt;  // 公里半径
  if (!m[Slot::unit]->classes.meets(Class::unit) && !c.alone) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  set_unit(f, m, *m[Slot::unit]);
  if (is_block(m, *m[Slot::unit])) {
    f.unit = "CNY";
    f.dimension = Dimension::money;
  }
  return add_half(f) ? std::optional(f) : std::nullopt;
}

/// 大半, 一半, 上半, 三斤半: 半 belongs to what stands before it.
constexpr bool half_begins(char32_t before) noexcept {
  switch (before) {
    case 0x5927:
    case 0x5c0f:
    case 0x591a:
    case 0x4e0a:
    case 0x4e0b:
    case 0x524d:
    case 0x540e:
    case 0x8fc7:
    case 0x5bf9:
    case 0x65a4:
    case 0x7c73:
    case 0x91cc: return false;  // 大 小 多 上 下 前 后 过 对 斤 米 里
    default: return !is_digit(before) && han_digit(before) < 0 && han_power(before) == 0;
  }
}
/// 半公升, 半斤: before a unit of measure. 半个, 一半 only where nothing else is said; 半成 is 5 %.
inline std::optional<Figure> half_of(Match const& m, FigureContext const& c) {
  char32_t const before = m.before();
  bool const tenth = m[Slot::unit] != nullptr && m[Slot::unit]->classes.meets(Class::tenths);
  bool const measure = m[Slot::unit] != nullptr && m[Slot::unit]->classes.meets(Class::unit);
  if (!c.alone && (!measure || tenth || !half_begins(before))) return std::nullopt;
  if (m[Slot::number] != nullptr && m.number(Slot::number).value != Decimal(1)) return std::nullopt;
  Figure f;
  f.begin = m.begin;
  f.end = m.end;
  f.number = m.begin;
  f.value = Decimal(5).scaled(tenth ? 0 : -1);
  f.step = f.value->step();
  f.mod = m[Slot::more] != nullptr ? static_cast<Mod>(m.meaning(Slot::more, Class::mod_after).value) : Mod::none;
  if (tenth) {
    f.unit = "%";
    f.dimension = Dimension::ratio;
  } else if (m[Slot::unit] != nullptr) {
    set_unit(f, m, *m[Slot::unit]);
  } else {
    f.fraction = Fraction{1, 2};
    f.dimension = Dimension::ratio;
  }
  return f;
}
/// 半百: fifty.
inline std::optional<Figure> half_power(Match const& m, FigureContext const& c) {
  Number const& n = m.number(Slot::number);
  if (!c.alone || !n.bare_scale || n.mod != Mod::none) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  f.begin = m.begin;
  f.value = divide(n.value, Decimal(2));
  return f;
}

}  // namespace detail::figure

GONGWEN_END
