// gongwen/detail/grammar/time_spans.hpp: from one time to another: 从5月21日开始到6月15日 · 9月10日至15日 · 9日0时至18时 · 1月15号和2月3号之间.
#pragma once

#include "time_clock.hpp"
#include "time_periods.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

inline TimeValue const& value_at(Match const& m, Slot s, DateContext const& c) { return c.values[m[s]->payload]; }
inline Clock const& hour_at(Match const& m, Slot s, DateContext const& c) { return c.clocks[m[s]->payload]; }
inline TimeValue widen(TimeValue v, Match const& m) {
  v.begin = m.begin;
  v.end = m.end;
  return v;
}

/// The year of the first end of a span holds for the second where none is written there: 2016年6月1日至6月30日.
inline TimeValue in_year(TimeValue v, TimeValue const& first, DateContext const& c) {
  if (!v.open_year || !first.from || first.from->year == 0 || !v.from || !v.to || v.from->month == 0) return v;
  int const shift = first.from->year - v.from->year + (v.to->month < first.from->month && !first.open_year ? 1 : 0);
  if (shift == 0 || v.from->year == 0) return v;
  int const year = v.from->year + shift;
  if (v.feast != 0) {
    auto const moved = c.time.feasts.day(v.feast, year);
    if (moved) v.from = v.to = moved;
    if (moved) v.timex = moved->to_string();
    return v;
  }
  bool const month_end = v.to->day == last_of(v.to->year, v.to->month).day && !(*v.from == *v.to);
  std::string const old = four(v.from->year);
  v.from->year = static_cast<std::int16_t>(year);
  v.to->year = static_cast<std::int16_t>(v.to->year + shift);
  Date const last = last_of(v.to->year, v.to->month);
  if (month_end || v.to->day > last.day) v.to->day = last.day;
  if (v.timex.compare(0, old.size(), old) == 0) v.timex.replace(0, old.size(), four(v.from->year));
  return v;
}
inline TimeValue spanned(TimeValue const& a, TimeValue const& b, Match const& m) {
  TimeValue v = widen(a, m);
  v.kind = TimeKind::period;
  v.to = b.to;
  v.timex = a.timex + "/" + b.timex;
  v.whole_year = false;
  v.edge = false;
  v.explicit_year = 0;
  return v;
}
/// 从5月21日开始到6月15日
inline std::optional<TimeValue> span(Match const& m, DateContext const& c) {
  TimeValue const& a = value_at(m, Slot::a, c);
  TimeValue const b = in_year(value_at(m, Slot::b, c), a, c);
  if (b.open_day != 0 && a.open_day == 0) return std::nullopt;  // 9月10日至15日 is span_days
  if (!a.from || !b.to || a.now || b.now || (a.past_year && a.whole_year) || *b.to < *a.from) return std::nullopt;
  return spanned(a, b, m);
}
/// 9月10日至15日: the month of the first day holds for the second
inline std::optional<TimeValue> span_days(Match const& m, DateContext const& c) {
  TimeValue const& a = value_at(m, Slot::a, c);
  int const d = small(m, Slot::b, 1, 31);
  if (!a.from || a.kind != TimeKind::date || a.now || a.edge || d <= a.from->day) return std::nullopt;
  auto const last = make_date(a.from->year, a.from->month, d);
  if (!last) return std::nullopt;
  TimeValue b;
  b.to = *last;
  b.timex = last->to_string();
  return spanned(a, b, m);
}
/// 1985到89年9月: a year of four digits before a date whose year is written
inline std::optional<TimeValue> span_from_year(Match const& m, DateContext const& c) {
  TimeValue const& b = value_at(m, Slot::b, c);
  int const year = small(m, Slot::c, 1900, 2199);
  bool const listed = m[Slot::d]->classes.meets(Class::pause);  // 2023、2024年
  if (listed && (!b.whole_year || b.explicit_year != year + 1)) return std::nullopt;
  if (year < 0 || b.explicit_year < year || !b.to || m.number(Slot::c).digits != 4 || glued(m)) return std::nullopt;
  TimeValue a;
  a.kind = TimeKind::period;
  a.from = first_of(year, 1);
  a.timex = four(year);
  a.named = true;
  return spanned(a, b, m);
}
/// 9日0时至18时: the same day
inline std::optional<TimeValue> span_to_clock(Match const& m, DateContext const& c) {
  TimeValue const& a = value_at(m, Slot::a, c);
  if (!a.from || a.kind != TimeKind::date || a.now || a.edge || a.timex.find('T') == std::string::npos)
    return std::nullopt;
  TimeValue b;
  b.to = a.to;
  b.timex = a.to->to_string() + clock_timex(hour_at(m, Slot::c, c));
  TimeValue v = spanned(a, b, m);
  v.kind = TimeKind::date;
  return v;
}
/// 2点-明天4点: from an hour of the day of writing
inline std::optional<TimeValue> span_from_clock(Match const& m, DateContext const& c) {
  TimeValue const& b = value_at(m, Slot::b, c);
  if (!c.time.reference || !b.to || b.timex.find('T') == std::string::npos || *b.to < *c.time.reference)
    return std::nullopt;
  TimeValue a;
  a.from = c.time.reference;
  a.timex = a.from->to_string() + clock_timex(hour_at(m, Slot::c, c));
  return spanned(a, b, m);
}
inline TimeValue hours(Match const& m, std::string timex, TimeKind kind) {
  TimeValue v = base(m, kind);
  v.timex = std::move(timex);
  v.named = false;
  v.clock = true;
  return v;
}
/// 8:30-17:30: of no day that is said
inline std::optional<TimeValue> span_clocks(Match const& m, DateContext const& c) {
  Clock const& a = hour_at(m, Slot::a, c);
  Clock const& b = hour_at(m, Slot::b, c);
  if (b.hour * 60 + b.minute <= a.hour * 60 + a.minute) return std::nullopt;
  return hours(m, clock_timex(a) + "/" + clock_timex(b), TimeKind::period);
}
/// 15时30分, 下午3点
inline std::optional<TimeValue> clock_alone(Match const& m, DateContext const& c) {
  Clock const& a = hour_at(m, Slot::a, c);
  if (!a.sure) return std::nullopt;
  return hours(m, clock_timex(a), TimeKind::date);
}

}  // namespace when

}  // namespace detail

GONGWEN_END
