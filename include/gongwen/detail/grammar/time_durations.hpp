// gongwen/detail/grammar/time_durations.hpp: 25天 · 近三年 · 一个半月 · 30至90日: lengths of time.
#pragma once

#include "time_periods.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

inline std::string times(std::string const& number, int factor) {
  auto const n = Decimal::parse(number);
  auto const product = n ? multiply(*n, Decimal(factor)) : std::nullopt;
  return product ? product->to_string() : number;
}
/// A number with a unit of time: 25天, 近三年, 一个半月, 30至90日.
inline std::string iso_duration(std::string const& number, std::int32_t unit) {
  if (unit == 'h') return "PT" + number + "H";
  if (unit == 'm') return "PT" + number + "M";
  if (unit == 's') return "PT" + number + "S";
  if (unit == 'q') return "PT" + times(number, 15) + "M";
  if (unit == 'Q') return "P" + times(number, 3) + "M";
  return "P" + number + static_cast<char>(unit);
}
/// 一年又一个月, 一年零两个月: more of the length follows.
inline bool goes_on(Match const& m) {
  char32_t const c = m.after();
  std::uint32_t const at = c == 0x53c8 ? m.end + 3 : m.end;  // 又
  Token const* const n = m.lattice->find(at, Class::number);
  Token const* const unit = n == nullptr ? nullptr : m.lattice->find(n->end, Class::dur_unit);
  return unit != nullptr && m.lattice->words(*unit) != m.meaning(Slot::unit, Class::dur_unit).word;  // 一年一年
}
inline std::optional<TimeValue> duration(Match const& m, DateContext const&) {
  Number const& n = m.number(Slot::a);
  Entry const unit = m.meaning(Slot::unit, Class::dur_unit);
  char32_t const before =
      n.begin > m.lattice->range().begin ? code_point(m.lattice->text(), previous(m.lattice->text(), n.begin)) : 0;
  if (n.digits == Number::passed_over || before == 0x7b2c || is_latin(before) || (n.scaled && n.scale_power >= 8))
    return std::nullopt;
  std::string_view const word = unit.word;
  if (word == "\xe6\x9c\x88" && !n.han) return std::nullopt;  // 3月 is a month
  if (word == "\xe6\x97\xa5" &&
      (n.value > Decimal(31) ? false : !m[Slot::b] && !is_counting_two(code_point(m.lattice->text(), n.begin))))
    return std::nullopt;  // 3日 a day; 30至90日, 两日 a duration
  if (unit.value == 'Y' && ((n.plain && n.digits == 4) || n.places > 2)) return std::nullopt;
  if (n.bare_scale && n.mod == Mod::none) return std::nullopt;  // 百年, 千年: words
  bool const clock = unit.value == 'h' || unit.value == 'm' || goes_on(m) ||
                     (unit.value == 's' && !is_han(m.after()));  // 一小时 is never 每小时
  if (n.han && n.value == Decimal(1) && m[Slot::mod] == nullptr && unit.value != 'M' && unit.value != 'Y' && !clock)
    return std::nullopt;
  // 一年 alone is often no duration but 每年; keep it where a quantifier or a point follows
  if (is_han(m.after()) && n.han && n.value == Decimal(1) && m[Slot::mod] == nullptr && !clock) return std::nullopt;
  if (n.high || (m[Slot::mod] != nullptr && tail_of_word(m))) return std::nullopt;
  TimeValue v = base(m, TimeKind::duration);
  v.named = false;
  v.duration = iso_duration(n.value.to_string(), unit.value);
  if (m[Slot::b] != nullptr) {
    Number const& high = m.number(Slot::b);
    if (high.digits == Number::passed_over || !(n.value < high.value)) return std::nullopt;
    v.duration_high = iso_duration(high.value.to_string(), unit.value);
  }
  v.timex = v.duration;
  return v;
}
/// 前五年, 上个五年, 上一个五年: does a length of years say that it lies before another?
inline bool years_before(std::string_view text, TimeValue const& t) {
  char32_t const first = code_point(text, t.begin);
  return t.timex.ends_with('Y') && (first == 0x524d || first == 0x4e0a);  // 前 上
}
/// 比前五年, 是上个五年的1.4倍: the word that says which years they are belongs to the length, where it is set against others.
inline void take_before(TimeValue& v, std::string_view text, std::uint32_t floor) {
  if (v.kind != TimeKind::duration || !v.timex.ends_with('Y')) return;
  std::uint32_t at = v.begin;
  auto const before = [&](std::uint32_t from, char32_t c) {
    return from >= floor + 3 && code_point(text, from - 3) == c;
  };
  if (before(at, 0x4e2a)) at -= 3;                         // 个
  if (at < v.begin && before(at, 0x4e00)) at -= 3;         // 一
  if (!before(at, 0x524d) && !before(at, 0x4e0a)) return;  // 前 上
  at -= 3;
  bool const against = before(at, 0x6bd4) || before(at, 0x8f83) || before(at, 0x662f) || before(at, 0x4e3a) ||
                       before(at, 0x4e8e);  // 比 较 是 为 于
  if (against) v.begin = at;
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
  if (m.before() == 0x4e2a || m.before() == 0x500b || m.after() == 0x5ea6)
    return std::nullopt;  // 一个半小时, 半年度: 个 個 度
  TimeValue v = base(m, TimeKind::duration);
  std::int32_t const unit = m.meaning(Slot::unit, Class::half_duration).value;
  v.duration = unit == 'Y' ? "P6M" : unit == 'M' ? "P15D" : unit == 'h' ? "PT30M" : unit == 'm' ? "PT30S" : "PT12H";
  v.timex = v.duration;
  v.named = false;
  v.part = unit == 'm';  // 1分半钟
  return v;
}
/// 一个半小时
inline std::optional<TimeValue> units_and_half(Match const& m, DateContext const&) {
  Number const& n = m.number(Slot::a);
  auto const n64 = n.value.to_int64();
  if (!n64 || *n64 < 1 || *n64 > 99 || n.high || n.mod != Mod::none || glued(m)) return std::nullopt;
  std::string_view const classifier = m.lattice->words(*m[Slot::b]);
  if (m.after() == 0x5ea6 || m.meaning(Slot::unit, Class::half_duration).value == 'm' || classifier.size() != 3 ||
      (code_point(classifier, 0) != 0x4e2a && code_point(classifier, 0) != 0x500b))
    return std::nullopt;  // 个 個
  TimeValue v = base(m, TimeKind::duration);
  v.duration = iso_duration(std::to_string(*n64) + ".5", m.meaning(Slot::unit, Class::half_duration).value);
  v.timex = v.duration;
  v.named = false;
  return v;
}
/// 30分, beside hours or seconds: 1小时30分
inline std::optional<TimeValue> minutes_beside(Match const& m, DateContext const&) {
  int const n = small(m, Slot::a, 0, 999);
  if (n < 0 || glued(m)) return std::nullopt;
  TimeValue v = base(m, TimeKind::duration);
  v.duration = iso_duration(std::to_string(n), 'm');
  v.timex = v.duration;
  v.named = false;
  v.part = true;
  return v;
}
inline std::optional<TimeValue> duration_after(Match const& m, DateContext const& c) {
  auto v = m[Slot::unit]->classes.meets(Class::half_duration) ? half_duration(m, c) : std::nullopt;
  if (v) v->mod = TimeMod::after;
  return v;
}
}  // namespace when

}  // namespace detail

GONGWEN_END
