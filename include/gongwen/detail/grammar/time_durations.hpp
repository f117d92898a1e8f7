// gongwen/detail/grammar/time_durations.hpp: 25天 · 近三年 · 一个半月 · 30至90日 · 每月: lengths of time and sets.
#pragma once

#include "time_periods.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

/// A number with a unit of time: 25天, 近三年, 一个半月, 30至90日.
inline std::string iso_duration(std::string const& number, std::int32_t unit) {
  if (unit == 'h') return "PT" + number + "H";
  if (unit == 'm') return "PT" + number + "M";
  if (unit == 's') return "PT" + number + "S";
  if (unit == 'Q') {
    auto const n = Decimal::parse(number);
    return "P" + (n ? multiply(*n, Decimal(3))->to_string() : number) + "M";
  }
  return "P" + number + static_cast<char>(unit);
}
inline std::optional<TimeValue> duration(Match const& m, DateContext const&) {
  Number const& n = m.number(Slot::a);
  Entry const unit = m.meaning(Slot::unit, Class::dur_unit);
  char32_t const before =
      n.begin > m.lattice->range().begin ? code_point(m.lattice->text(), previous(m.lattice->text(), n.begin)) : 0;
  if (n.digits == 255 || before == 0x7b2c || is_latin(before) || (n.scaled && n.scale_power >= 8)) return std::nullopt;
  std::string_view const word = unit.word;
  if (word == "\xe6\x9c\x88" && !n.han) return std::nullopt;  // 3月 is a month
  if (word == "\xe6\x97\xa5" && (n.value > Decimal(31) ? false : !m[Slot::b]))
    return std::nullopt;  // 3日 a day, 30至90日 a duration
  if (unit.value == 'Y' && n.plain && n.digits == 4) return std::nullopt;
  if (n.bare_scale && n.mod == Mod::none) return std::nullopt;  // 百年, 千年: words
  bool const clock = unit.value == 'h' || unit.value == 'm';    // 一小时 is never 每小时
  if (n.han && n.value == Decimal(1) && m[Slot::mod] == nullptr && unit.value != 'M' && unit.value != 'Y' && !clock)
    return std::nullopt;
  // 一年 alone is often no duration but 每年; keep it where a quantifier or a point follows
  if (is_han(m.after()) && n.han && n.value == Decimal(1) && m[Slot::mod] == nullptr && !clock) return std::nullopt;
  if (n.high) return std::nullopt;
  TimeValue v = base(m, TimeKind::duration);
  v.named = false;
  v.duration = iso_duration(n.value.to_string(), unit.value);
  if (m[Slot::b] != nullptr) {
    Number const& high = m.number(Slot::b);
    if (high.digits == 255 || !(n.value < high.value)) return std::nullopt;
    v.duration_high = iso_duration(high.value.to_string(), unit.value);
  }
  v.timex = v.duration;
  return v;
}
/// 三年半: half a unit more
inline std::optional<TimeValue> duration_and_half(Match const& m, DateContext const& c) {
  if (m.lattice->find(m[Slot::b]->begin, Class::half_duration | Class::not_unit) != nullptr) return std::nullopt;
  char32_t const next = m.after();
  if (next == 0x8f7d || next == 0x9014 || next == 0x591c) return std::nullopt;  // 一年半载, 半途, 半夜
  Number const& n = m.number(Slot::a);
  Entry const unit = m.meaning(Slot::unit, Class::dur_unit);
  auto const whole = n.value.to_int64();
  if (!whole || *whole < 1 || *whole > 99 || n.high || n.mod != Mod::none || glued(m) || n.begin != m.begin)
    return std::nullopt;
  if (unit.value != 'Y' && unit.value != 'D') return std::nullopt;
  static_cast<void>(c);
  TimeValue v = base(m, TimeKind::duration);
  v.named = false;
  v.duration = iso_duration(std::to_string(*whole) + ".5", unit.value);
  v.timex = v.duration;
  return v;
}
inline std::optional<TimeValue> half_duration(Match const& m, DateContext const&) {
  if (m.before() == 0x4e2a || m.before() == 0x500b) return std::nullopt;  // 一个半小时: 个 個
  TimeValue v = base(m, TimeKind::duration);
  std::int32_t const unit = m.meaning(Slot::unit, Class::half_duration).value;
  v.duration = unit == 'Y' ? "P6M" : unit == 'M' ? "P15D" : unit == 'h' ? "PT30M" : "PT12H";
  v.timex = v.duration;
  v.named = false;
  return v;
}
inline std::optional<TimeValue> duration_after(Match const& m, DateContext const& c) {
  auto v = m[Slot::unit]->classes.meets(Class::half_duration) ? half_duration(m, c) : std::nullopt;
  if (v) v->mod = TimeMod::after;
  return v;
}
inline std::optional<TimeValue> set(Match const& m, DateContext const&) {
  TimeValue v = base(m, TimeKind::set);
  v.timex = std::string(m.meaning(Slot::a, Class::each).text);
  v.duration = v.timex;
  v.named = false;
  return v;
}

}  // namespace when

}  // namespace detail

GONGWEN_END
