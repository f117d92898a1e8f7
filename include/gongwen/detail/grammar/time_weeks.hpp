// gongwen/detail/grammar/time_weeks.hpp: 上周 · 本周三 · 周五 · 下周末 · 90年代.
#pragma once

#include "time_periods.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

inline constexpr int weekday_code = 100;  ///< words of time.tsv: 101 Monday … 107 Sunday

/// The Monday of the week of writing, moved by some weeks.
inline Date monday(Date reference, int weeks) noexcept {
  int const since_monday = (weekday(reference) + 6) % 7;
  return plus_days(reference, std::int64_t{weeks} * 7 - since_monday);
}
/// 周一次, 上周五家: what looks like a day of the week counts something.
inline bool counts_on(Match const& m) { return m.lattice->find(m.end, Class::classifier | Class::unit) != nullptr; }
/// 上周, 周三; 一周三次 and 每周三次 are none.
inline std::optional<TimeValue> week(Match const& m, DateContext const& c) {
  if (!c.time.reference) return std::nullopt;
  int const code = m.meaning(Slot::a, Class::week).value;
  if (code < weekday_code - 50) {
    Date const first = monday(*c.time.reference, code);
    return days(m, first, plus_days(first, 6));
  }
  char32_t const before = m.before();
  bool const counted = before == 0x6bcf || before == 0x53cc || before == 0x56db || before == 0x5706;  // 每 双 四 圆
  if (counted || counts_on(m) || is_digit(before) || before == 0x4e00 || before == 0x4e24)
    return std::nullopt;  // 一 两
  return day(m, plus_days(monday(*c.time.reference, 0), code - weekday_code - 1));
}
/// 上周四, 下周日, 本周末
inline std::optional<TimeValue> week_day(Match const& m, DateContext const& c) {
  int const weeks = m.meaning(Slot::a, Class::week).value;
  if (!c.time.reference || weeks >= weekday_code - 50) return std::nullopt;
  Date const first = monday(*c.time.reference, weeks);
  if (m[Slot::b]->classes.meets(Class::edge)) {
    if (m.meaning(Slot::b, Class::edge).value != 3) return std::nullopt;
    return days(m, plus_days(first, 5), plus_days(first, 6));
  }
  int nth = 7;                                   // 日, 天
  if (m[Slot::b]->classes.meets(Class::week)) {  // 上周星期三
    nth = m.meaning(Slot::b, Class::week).value - weekday_code;
    if (nth < 1) return std::nullopt;
  }
  if (m[Slot::b]->classes.meets(Class::number)) {
    nth = small(m, Slot::b, 1, 6);
    if (nth < 0 || !m.number(Slot::b).han || counts_on(m)) return std::nullopt;
  }
  return day(m, plus_days(first, nth - 1));
}
/// 90年代, 八十年代: of the last century, the first three decades of this one.
inline std::optional<TimeValue> decade(Match const& m, DateContext const& c) {
  int const n = small(m, Slot::a, 10, 90);
  if (n < 0 || n % 10 != 0 || glued(m)) return std::nullopt;
  int first = n + (n <= 20 ? 2000 : 1900);
  if (m[Slot::b] != nullptr) {  // 上世纪90年代
    if (!c.time.reference) return std::nullopt;
    first = (c.time.reference->year / 100 + m.meaning(Slot::b, Class::rel_century).value) * 100 + n;
  }
  TimeValue v = period(m, first_of(first, 1), last_of(first + 9, 12), four(first).substr(0, 3));
  v.named = false;
  return v;
}
/// 本月十日, 下个月20号
inline std::optional<TimeValue> relative_month_day(Match const& m, DateContext const& c) {
  int const d = small(m, Slot::b, 1, 31);
  if (!c.time.reference || d < 0) return std::nullopt;
  Date const month = month_from(*c.time.reference, m.meaning(Slot::a, Class::rel_month).value);
  int const year = m[Slot::year] != nullptr ? year_of(m, c).year : month.year;  // 去年本月十日
  auto const date = make_date(year, month.month, d);
  if (!date) return std::nullopt;
  return day(m, *date);
}

}  // namespace when

}  // namespace detail

GONGWEN_END
