// gongwen/detail/grammar/time_lunar.hpp: 农历八月初八 · 腊月十三 · 正月: dates of the lunar calendar. They cost a look-up in
// ICU's calendar, and are asked only where 农历, a lunar month or 初 before a numeral stands.
#pragma once

#include "time_periods.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

inline std::optional<TimeValue> lunar_date(Match const& m, DateContext const& c, int month, YearRead const& y) {
  Number const& n = m.number(Slot::b);
  int const d = small(m, Slot::b, 1, 30);
  bool const first_ten = m[Slot::mod] != nullptr;
  if (month < 1 || d < 0 || !n.han || glued(m)) return std::nullopt;
  if (first_ten && (m.meaning(Slot::mod, Class::edge).value != 1 || d > 10)) return std::nullopt;
  // 9月初三个乡镇: a number with a classifier counts
  if (m.lattice->find(m.end, Class::classifier | Class::unit) != nullptr && m[Slot::unit] == nullptr)
    return std::nullopt;
  auto const date = c.time.feasts.day(-(month * 100 + d), y.year);
  if (!date) return std::nullopt;
  return mark(day(m, *date), y);
}
/// 农历八月初八, 八月初八: a word that says lunar, or 初
inline std::optional<TimeValue> lunar_day(Match const& m, DateContext const& c) {
  bool const said = m[Slot::c] != nullptr && m.meaning(Slot::c, Class::lunar).value == 0;
  if (!said && (m[Slot::c] != nullptr || m[Slot::mod] == nullptr)) return std::nullopt;
  return lunar_date(m, c, small(m, Slot::a, 1, 12), year_of(m, c));
}
/// 腊月十三, 正月初五
inline std::optional<TimeValue> lunar_month_day(Match const& m, DateContext const& c) {
  return lunar_date(m, c, m.meaning(Slot::a, Class::lunar).value, year_of(m, c));
}
/// 正月: a lunar month, up to the day before the next one.
inline std::optional<TimeValue> lunar_month(Match const& m, DateContext const& c) {
  YearRead const y = year_of(m, c);
  int const month = m.meaning(Slot::a, Class::lunar).value;
  if (month < 1) return std::nullopt;
  auto const first = c.time.feasts.day(-(month * 100 + 1), y.year);
  if (!first) return std::nullopt;
  // a lunar month has 29 days or 30
  bool const long_month = c.time.feasts.day(-(month * 100 + 30), y.year).has_value();
  Date const last = plus_days(*first, long_month ? 29 : 28);
  return mark(period(m, *first, last, first->to_string() + "/" + last.to_string()), y);
}

}  // namespace when

}  // namespace detail

GONGWEN_END
