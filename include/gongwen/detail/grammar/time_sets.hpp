// gongwen/detail/grammar/time_sets.hpp: what comes again: 每月 · 每周一 · 每月10日前 · 每年6月底前 · 每两年 · 每半年.
#pragma once

#include "time_durations.hpp"
#include "time_weeks.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

inline TimeValue recurring(Match const& m, std::string timex) {
  TimeValue v = base(m, TimeKind::set);
  v.timex = v.duration = std::move(timex);
  v.named = false;
  if (m[Slot::mod] != nullptr) v.mod = TimeMod::by;
  return v;
}
/// 每月, 逐年
inline std::optional<TimeValue> set(Match const& m, DateContext const&) {
  return recurring(m, std::string(m.meaning(Slot::a, Class::each).text));
}
/// 每两年, 每3个月
inline std::optional<TimeValue> set_of_units(Match const& m, DateContext const& c) {
  if (m.number(Slot::a).value == Decimal(1)) return std::nullopt;
  auto const v = duration(m, c);
  if (!v || v->duration_high != "") return std::nullopt;
  return recurring(m, v->duration);
}
/// 每半年
inline std::optional<TimeValue> set_of_half(Match const& m, DateContext const& c) {
  auto const v = half_duration(m, c);
  if (!v) return std::nullopt;
  return recurring(m, v->duration);
}
/// 每周一, 每周五下午
inline std::optional<TimeValue> set_weekday(Match const& m, DateContext const&) {
  if (m.meaning(Slot::a, Class::each).text != "P1W") return std::nullopt;
  bool const sunday = m[Slot::b]->classes.meets(Class::day_mark);
  int const nth = sunday ? 7 : small(m, Slot::b, 1, 6);
  // 每周三次, 每周五天 count
  if (m.lattice->find(m[Slot::b]->end, Class::classifier | Class::unit | Class::dur_unit) != nullptr)
    return std::nullopt;
  if (nth < 0 || (!sunday && !m.number(Slot::b).han)) return std::nullopt;
  return recurring(m, "XXXX-WXX-" + std::to_string(nth));
}
/// 每月10日, 每月5日前
inline std::optional<TimeValue> set_day(Match const& m, DateContext const&) {
  int const day = small(m, Slot::b, 1, 31);
  if (day < 0 || m.meaning(Slot::a, Class::each).text != "P1M") return std::nullopt;
  return recurring(m, "XXXX-XX-" + two(day));
}
/// 每年6月, 每年12月底前, 每年3月12日
inline std::optional<TimeValue> set_month(Match const& m, DateContext const&) {
  int const month = small(m, Slot::b, 1, 12);
  if (month < 0 || m.meaning(Slot::a, Class::each).text != "P1Y") return std::nullopt;
  std::string timex = "XXXX-" + two(month);
  if (m[Slot::c] != nullptr) {
    int const day = small(m, Slot::c, 1, days_in_month(0, month));
    if (day < 0) return std::nullopt;
    timex += "-" + two(day);
  } else if (m[Slot::d] != nullptr) {
    int const edge = m.meaning(Slot::d, Class::edge).value;
    timex += "-" + two(edge == 3 ? last_of(0, month).day : edge == 2 ? 15 : 1);
  }
  return recurring(m, timex);
}

}  // namespace when

}  // namespace detail

GONGWEN_END
