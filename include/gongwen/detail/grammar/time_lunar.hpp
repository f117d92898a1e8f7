// gongwen/detail/grammar/time_lunar.hpp: 农历八月初八 · 腊月十三 · 闰四月 · 五月廿二 · 正月: dates of the lunar calendar. They cost a
// look-up in ICU's calendar, and are asked only where 农历, 闰, a lunar month, or 初 or 廿 before a day stands.
#pragma once

#include "time_periods.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

/// The months that have names, 正月 and 腊月, else the number before 月; 0 where there is none.
inline int lunar_month_said(Match const& m) {
  if (m[Slot::a]->classes.meets(Class::lunar)) return m.meaning(Slot::a, Class::lunar).value;
  return std::max(0, small(m, Slot::a, 1, 12));
}
/// 农历 stands before the month, or before the year.
inline bool says_lunar(Match const& m) { return m[Slot::c] != nullptr && m.meaning(Slot::c, Class::lunar).value == 0; }
/// 廿二, 卅: only days of the lunar calendar are written so.
inline bool lunar_numeral(Match const& m) {
  Number const& n = m.number(Slot::b);
  return n.han && han_tens(code_point(m.lattice->text(), n.begin)) > 0;
}
/// 初八, 正月初8
inline std::optional<TimeValue> lunar_day(Match const& m, DateContext const& c) {
  if (m[Slot::c] != nullptr && !says_lunar(m)) return std::nullopt;
  bool const leap = m[Slot::d] != nullptr, first_ten = m[Slot::mod] != nullptr;
  bool const named = m[Slot::a]->classes.meets(Class::lunar);
  if (!named && !says_lunar(m) && !leap && !first_ten && !lunar_numeral(m)) return std::nullopt;
  int const month = lunar_month_said(m), d = small(m, Slot::b, 1, 30);
  if (month == 0 || d < 0 || (glued(m) && m[Slot::c] == nullptr)) return std::nullopt;
  if (first_ten && (m.meaning(Slot::mod, Class::edge).value != 1 || d > 10)) return std::nullopt;
  bool const certain = m[Slot::unit] != nullptr || (first_ten && named);
  if (!certain && !m.number(Slot::b).han) return std::nullopt;
  // 9月初三个乡镇: a number with a classifier counts
  if (m[Slot::unit] == nullptr && m.lattice->find(m.end, Class::classifier | Class::unit) != nullptr)
    return std::nullopt;
  YearRead const y = year_of(m, c);
  auto const date = c.time.feasts.day(Feasts::lunar_code(month, d, leap), lunar_year(y, c));
  if (!date) return std::nullopt;
  TimeValue v = mark(day(m, *date), y);
  v.open_year = false;
  return v;
}
/// 正月, 农历十月, 闰四月: up to the day before the next one.
inline std::optional<TimeValue> lunar_month(Match const& m, DateContext const& c) {
  bool const leap = m[Slot::d] != nullptr;
  if (m[Slot::c] != nullptr && !says_lunar(m)) return std::nullopt;
  if (!m[Slot::a]->classes.meets(Class::lunar) && !says_lunar(m) && !leap) return std::nullopt;
  int const month = lunar_month_said(m);
  if (month == 0) return std::nullopt;
  YearRead const y = year_of(m, c);
  int const year = lunar_year(y, c);
  auto const first = c.time.feasts.day(Feasts::lunar_code(month, 1, leap), year);
  if (!first) return std::nullopt;
  // a lunar month has 29 days or 30
  bool const long_month = c.time.feasts.day(Feasts::lunar_code(month, 30, leap), year).has_value();
  Date const last = plus_days(*first, long_month ? 29 : 28);
  TimeValue v = mark(days(m, *first, last), y);
  v.open_year = false;
  return v;
}

// The year stands before 农历 or behind it.
inline constexpr Pattern lunar_head = maybe(Class::year_ref, Slot::year) + maybe(Class::lunar, Slot::c);
inline constexpr Pattern lunar_head_year = one(Class::lunar, Slot::c) + one(Class::year_ref, Slot::year);
inline constexpr Pattern numbered_month =
    maybe(Class::leap_mark, Slot::d) + one(Class::number, Slot::a) + one(Class::month_mark);
inline constexpr Pattern lunar_day_tail =
    maybe(Class::edge, Slot::mod) + one(Class::number, Slot::b) + maybe(Class::day_mark, Slot::unit);

}  // namespace when

}  // namespace detail

GONGWEN_END
