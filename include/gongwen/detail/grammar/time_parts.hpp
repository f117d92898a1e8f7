// gongwen/detail/grammar/time_parts.hpp: parts of a longer period: 十月的第一周 · 今年第三个月 · 4月的最后一个星期一 · 上月最后五天 ·
// 2021年前两周 · 2005年首月. Weeks begin on Monday; those of a year count as ISO 8601 does, those of a shorter period from the
// first Monday in it.
#pragma once

#include "time_weeks.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

/// The period that a part is taken of; nothing where its days are not known.
inline TimeValue const* whole_of(Match const& m, DateContext const& c) {
  TimeValue const& v = c.values[m[Slot::a]->payload];
  bool const known = v.kind == TimeKind::period && !v.now && v.from && v.to && v.from->year != 0;
  return known ? &v : nullptr;
}
inline TimeValue part_of(TimeValue v, Match const& m, Date from, Date to, std::string timex) {
  v.begin = m.begin;
  v.end = m.end;
  v.kind = from == to ? TimeKind::date : TimeKind::period;
  v.from = from;
  v.to = to;
  v.timex = std::move(timex);
  v.whole_year = false;
  v.open_year = false;
  return v;
}
/// The first Monday from which a period counts its weeks.
inline Date first_monday(TimeValue const& v) noexcept {
  Date const week_of_fourth = monday(plus_days(*v.from, 3), 0);
  if (v.whole_year) return week_of_fourth;
  Date const own = monday(*v.from, 0);
  return own == *v.from ? own : plus_days(own, 7);
}

/// How many units a period has; of weeks those that are counted to it.
inline int count_of(TimeValue const& v, std::int32_t unit) noexcept {
  if (unit == 'D') return static_cast<int>(days_from(*v.to) - days_from(*v.from)) + 1;
  if (unit == 'W') {
    std::int64_t const first = days_from(first_monday(v));
    Date const next = plus_days(*v.to, 4);
    std::int64_t const end = v.whole_year ? days_from(monday(next, 0)) : days_from(monday(*v.to, 1));
    return static_cast<int>((end - first) / 7);
  }
  if (unit == 'Y') return v.to->year - v.from->year + 1 > 1 ? v.to->year - v.from->year + 1 : 0;
  int const months = v.from->year == v.to->year ? v.to->month - v.from->month + 1 : 0;
  return unit == 'Q' ? months / 3 : unit == 'M' && months > 1 ? months : 0;
}
/// The units `first` to `last` of a period, from 1: days, weeks, months, quarters.
inline std::optional<TimeValue> units_of(TimeValue const& v, Match const& m, std::int32_t unit, int first, int last) {
  if (last > count_of(v, unit)) return std::nullopt;
  if (unit == 'D' || unit == 'W') {
    int const days = unit == 'D' ? 1 : 7;
    Date const begin = unit == 'D' ? *v.from : first_monday(v);
    Date const from = plus_days(begin, std::int64_t{first - 1} * days);
    Date const to = plus_days(begin, std::int64_t{last} * days - 1);
    return part_of(v, m, from, to, days_timex(from, to));
  }
  if (unit == 'Y') {
    int const from = v.from->year + first - 1, to = v.from->year + last - 1;
    return part_of(v, m, first_of(from, 1), last_of(to, 12), from == to ? four(from) : four(from) + "/" + four(to));
  }
  int const months = unit == 'Q' ? 3 : 1, year = v.from->year;
  int const from = v.from->month + (first - 1) * months, to = v.from->month + last * months - 1;
  std::string const head = four(year) + "-" + two(from);
  return part_of(v, m, first_of(year, from), last_of(year, to),
                 from == to ? head : head + "/" + four(year) + "-" + two(to));
}
/// 天, 周, 个月 and the like; 个工作日 are no days of a calendar.
inline std::int32_t unit_in(Match const& m) {
  Entry const unit = m.meaning(Slot::unit, Class::dur_unit);
  bool const working = unit.value == 'D' && unit.word.size() > 3;
  return working ? 0 : unit.value;
}
/// 第三个月
inline std::optional<TimeValue> nth(Match const& m, DateContext const& c) {
  TimeValue const* const v = whole_of(m, c);
  int const n = small(m, Slot::b, 1, 366);
  if (v == nullptr || n < 0) return std::nullopt;
  return units_of(*v, m, unit_in(m), n, n);
}
/// 首月
inline std::optional<TimeValue> first_part(Match const& m, DateContext const& c) {
  TimeValue const* const v = whole_of(m, c);
  if (v == nullptr) return std::nullopt;
  return units_of(*v, m, m.meaning(Slot::unit, Class::nth_first).value, 1, 1);
}
/// 前10天
inline std::optional<TimeValue> first_parts(Match const& m, DateContext const& c) {
  TimeValue const* const v = whole_of(m, c);
  int const n = small(m, Slot::b, 1, 366);
  if (v == nullptr || n < 0 || m[Slot::d]->end - m[Slot::d]->begin != 3) return std::nullopt;  // 前, not 之前
  return units_of(*v, m, unit_in(m), 1, n);
}
/// 最后四个月
inline std::optional<TimeValue> last_parts(Match const& m, DateContext const& c) {
  TimeValue const* const v = whole_of(m, c);
  int const n = small(m, Slot::b, 1, 366);
  std::int32_t const unit = unit_in(m);
  int const all = v == nullptr ? 0 : count_of(*v, unit);
  return n < 0 || n > all ? std::nullopt : units_of(*v, m, unit, all - n + 1, all);
}
/// 三季度末, 上半年末, “十三五”末: its last day, as of 月末 and 年末.
inline std::optional<TimeValue> edge_of(Match const& m, DateContext const& c) {
  TimeValue const* const v = whole_of(m, c);
  int const edge = m.meaning(Slot::b, Class::edge).value;
  bool const goes_on = m.after() == 0x671f;  // 末期, 初期
  if (v == nullptr || !v->named || goes_on || v->whole_year || edge == 2 || v->from->day != 1 ||
      v->from->month == v->to->month)
    return std::nullopt;
  Date const day = edge == 3 ? *v->to : *v->from;
  TimeValue out = part_of(*v, m, day, day, day.to_string());
  out.edge = true;
  return out;
}
/// 第一个星期一, 最后一个周五
inline std::optional<TimeValue> nth_weekday(Match const& m, DateContext const& c) {
  TimeValue const* const v = whole_of(m, c);
  int const code = m.meaning(Slot::c, Class::week).value - weekday_code;
  int const n = small(m, Slot::b, 1, 53);
  if (v == nullptr || n < 0 || code < 1) return std::nullopt;
  std::int64_t const first = days_from(*v->from);
  bool const from_end = m[Slot::d]->classes.meets(Class::nth_last);
  Date day;
  if (from_end) {
    Date const last = plus_days(monday(*v->to, 0), code - 1);
    day = plus_days(*v->to < last ? plus_days(last, -7) : last, -std::int64_t{n - 1} * 7);
  } else {
    Date const own = plus_days(monday(*v->from, 0), code - 1);
    day = plus_days(own < *v->from ? plus_days(own, 7) : own, std::int64_t{n - 1} * 7);
  }
  if (*v->to < day || days_from(day) < first) return std::nullopt;
  return part_of(*v, m, day, day, day.to_string());
}

inline constexpr Pattern part_head = one(Class::date, Slot::a) + maybe(Class::of);
inline constexpr Rule<TimeValue, DateContext> part_rules[] = {
    {"part.nth", part_head + one(Class::ordinal) + one(Class::number, Slot::b) + one(Class::dur_unit, Slot::unit), nth},
    {"part.first", part_head + one(Class::nth_first, Slot::unit), first_part},
    {"part.first_ones",
     part_head + one(Class::before, Slot::d) + one(Class::number, Slot::b) + one(Class::dur_unit, Slot::unit),
     first_parts},
    {"part.last_ones",
     part_head + one(Class::nth_last) + one(Class::number, Slot::b) + one(Class::dur_unit, Slot::unit), last_parts},
    {"part.edge", one(Class::date, Slot::a) + one(Class::edge, Slot::b), edge_of},
    {"part.weekday",
     part_head + one(Class::ordinal | Class::nth_last, Slot::d) + one(Class::number, Slot::b) +
         maybe(Class::classifier) + one(Class::week, Slot::c),
     nth_weekday},
};
static_assert(sound(part_rules));
inline constexpr Phase<TimeValue, DateContext> part_phase{part_rules};

}  // namespace when

}  // namespace detail

GONGWEN_END
