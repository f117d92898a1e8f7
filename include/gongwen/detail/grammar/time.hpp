// gongwen/detail/grammar/time.hpp: how a text names days, periods and durations. Three phases:
//
//   year   2012年 · 二○○八年 · 今年 · 全年 · 2022年度                        a year, absolute or relative
//   date   今年上半年 · 4月份 · 1-8月 · 前三季度 · 7月下旬 · 年底 · “十二五”期间   a day or a period
//   time   8月底前 · 自2018年4月起 · 从5月21日开始到6月15日 · 近三年 · 每月      what is said of it, durations, sets
//
// A year that is not written is the one that governs the place (TimeContext), else it is unknown.
#pragma once

#include "time_days.hpp"
#include "time_durations.hpp"
#include "time_joined.hpp"
#include "time_lunar.hpp"
#include "time_weeks.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

using D = Rule<TimeValue, DateContext>;
inline constexpr ClassSet month_word = Class::month_mark;
inline constexpr D date_rules[] = {
    {"date.year", one(Class::year_ref, Slot::year), year_alone},
    {"date.same_period", one(Class::year_ref, Slot::year) + one(Class::same_period), same_period},
    {"date.month_day",
     maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + one(month_word) + one(Class::number, Slot::b) +
         one(Class::day_mark),
     month_day},
    {"date.month", maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + one(month_word), month},
    {"date.month_name", maybe(Class::year_ref, Slot::year) + one(Class::month_name, Slot::a), month},
    {"date.months",
     maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + maybe(month_word) + one(Class::range_mark) +
         one(Class::number, Slot::b) + one(month_word),
     months},
    {"date.first_months",
     maybe(Class::year_ref, Slot::year) + one(Class::before) + one(Class::number, Slot::a) +
         one(Class::dur_unit | Class::quarter_mark, Slot::unit),
     first_months},
    {"date.quarter",
     maybe(Class::year_ref, Slot::year) + maybe(Class::ordinal) + one(Class::number, Slot::a) +
         one(Class::quarter_mark),
     quarter},
    {"date.quarter_name", maybe(Class::year_ref, Slot::year) + one(Class::quarter_name, Slot::a), quarter},
    {"date.quarters",
     maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + one(Class::range_mark | Class::pause) +
         one(Class::number, Slot::b) + one(Class::quarter_mark),
     quarters},
    {"date.half", maybe(Class::year_ref, Slot::year) + one(Class::half_year, Slot::a), half},
    {"date.month_part",
     maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + one(month_word) +
         one(Class::xun | Class::edge, Slot::b),
     month_part},
    {"date.month_name_part",
     maybe(Class::year_ref, Slot::year) + one(Class::month_name, Slot::a) + one(Class::xun | Class::edge, Slot::b),
     month_part},
    {"date.year_part", one(Class::year_ref, Slot::year) + one(Class::edge, Slot::a), year_part},
    {"date.year_edge", maybe(Class::year_ref, Slot::year) + one(Class::year_edge | Class::period_edge, Slot::a),
     year_part},
    {"date.relative_month", one(Class::rel_month, Slot::a) + maybe(Class::xun | Class::edge, Slot::b), relative_month},
    {"date.month_edge", one(Class::month_edge, Slot::a), month_edge},
    {"date.relative_day", one(Class::rel_day, Slot::a), relative_day},
    {"date.day", one(Class::number, Slot::a) + one(Class::day_mark), day_alone},
    {"date.iso",
     one(Class::number, Slot::a) + one(Class::range_mark | Class::slash) + one(Class::number, Slot::b) +
         one(Class::range_mark | Class::slash) + one(Class::number, Slot::c),
     iso},
    {"date.plan",
     maybe(Class::quote_open, Slot::b) + one(Class::plan, Slot::a) + maybe(Class::quote_close, Slot::c) +
         maybe(Class::during, Slot::mod),
     plan},
    {"date.feast", maybe(Class::year_ref, Slot::year) + one(Class::feast, Slot::a), feast},
    {"date.week", one(Class::week, Slot::a), week},
    {"date.week_day",
     one(Class::week, Slot::a) + one(Class::number | Class::day_mark | Class::dur_unit | Class::edge, Slot::b),
     week_day},
    {"date.decade", one(Class::number, Slot::a) + one(Class::decade), decade},
    {"date.relative_month_day", one(Class::rel_month, Slot::a) + one(Class::number, Slot::b) + one(Class::day_mark),
     relative_month_day},
    {"date.lunar",
     maybe(Class::lunar, Slot::c) + maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + one(month_word) +
         maybe(Class::edge, Slot::mod) + one(Class::number, Slot::b) + maybe(Class::day_mark, Slot::unit),
     lunar_day},
    {"date.lunar_month_day",
     maybe(Class::year_ref, Slot::year) + one(Class::lunar, Slot::a) + maybe(Class::edge, Slot::mod) +
         one(Class::number, Slot::b),
     lunar_month_day},
    {"date.lunar_month", maybe(Class::year_ref, Slot::year) + one(Class::lunar, Slot::a), lunar_month},
    {"date.now", one(Class::now, Slot::a), now},
};
static_assert(sound(date_rules));
inline constexpr Phase<TimeValue, DateContext> date_phase{date_rules};

// ---- phase 3: what is said of a date; durations and sets ---------------------------------------------------------------

inline TimeValue const& value_at(Match const& m, Slot s, DateContext const& c) { return c.values[m[s]->payload]; }
inline TimeValue widen(TimeValue v, Match const& m) {
  v.begin = m.begin;
  v.end = m.end;
  return v;
}
inline std::optional<TimeValue> plain_date(Match const& m, DateContext const& c) {
  return widen(value_at(m, Slot::a, c), m);
}

/// 8月底前 is by that day; 9月前 is before that month.
inline std::optional<TimeValue> before(Match const& m, DateContext const& c) {
  TimeValue v = widen(value_at(m, Slot::a, c), m);
  if (v.now || !v.to) return std::nullopt;
  v.mod = v.kind == TimeKind::date ? TimeMod::by : TimeMod::before;
  return v;
}
/// 2月15日上午10:00前: a clock time stays in the TIMEX3 value.
inline std::optional<TimeValue> clock(Match const& m, DateContext const& c) {
  TimeValue v = widen(value_at(m, Slot::a, c), m);
  int const hour = small(m, Slot::c, 0, 24);
  int const minute = small(m, Slot::d, 0, 59);
  if (v.kind != TimeKind::date || v.now || hour < 0 || minute < 0 || m.number(Slot::d).digits != 2) return std::nullopt;
  v.timex += "T" + two(hour) + ":" + two(minute);
  if (m[Slot::mod] != nullptr) v.mod = TimeMod::by;
  return v;
}
inline std::optional<TimeValue> after(Match const& m, DateContext const& c) {
  TimeValue v = widen(value_at(m, Slot::a, c), m);
  if (v.now || v.whole_year) return std::nullopt;
  v.mod = TimeMod::after;
  return v;
}
/// 今年以来, 自2018年4月起: to the day of writing.
inline std::optional<TimeValue> since(Match const& m, DateContext const& c) {
  TimeValue v = widen(value_at(m, Slot::a, c), m);
  std::string_view const word = m.lattice->words(*m[Slot::mod]);
  bool const short_word = word.size() == 3 || word == "\xe5\xbc\x80\xe5\xa7\x8b";  // 来 起 开始
  if (v.now || !v.from || (short_word && m[Slot::b] == nullptr)) return std::nullopt;
  v.kind = TimeKind::period;
  v.to = c.time.reference;
  v.timex = four(v.from->year) + "/";
  v.whole_year = false;
  v.now = true;  // runs to the day of writing: no period of a figure by itself
  v.named = m[Slot::b] != nullptr;
  return v;
}
inline std::optional<TimeValue> inside(Match const& m, DateContext const& c) {
  TimeValue v = widen(value_at(m, Slot::a, c), m);
  if (v.now) return std::nullopt;
  return v;
}
/// The year of the first end of a span holds for the second where none is written there: 2016年6月1日至6月30日.
inline TimeValue in_year(TimeValue v, TimeValue const& first) {
  if (!v.open_year || !first.from || first.from->year == 0 || !v.from || !v.to || v.from->month == 0) return v;
  int const shift = first.from->year - v.from->year + (v.to->month < first.from->month && !first.open_year ? 1 : 0);
  if (shift == 0 || v.from->year == 0) return v;
  bool const month_end = v.to->day == last_of(v.to->year, v.to->month).day && !(*v.from == *v.to);
  std::string const old = four(v.from->year);
  v.from->year = static_cast<std::int16_t>(v.from->year + shift);
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
  TimeValue const b = in_year(value_at(m, Slot::b, c), a);
  if (!a.from || !b.to || a.now || b.now || a.past_year || *b.to < *a.from) return std::nullopt;
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

inline constexpr ClassSet span_word = Class::range_mark;
inline constexpr D time_rules[] = {
    {"time.date", one(Class::date, Slot::a) + maybe(Class::part_day), plain_date},
    {"time.before", one(Class::date, Slot::a) + maybe(Class::part_day) + one(Class::before), before},
    {"time.after", one(Class::date, Slot::a) + one(Class::after), after},
    {"time.clock",
     one(Class::date, Slot::a) + maybe(Class::part_day) + one(Class::number, Slot::c) + one(Class::colon) +
         one(Class::number, Slot::d) + maybe(Class::before, Slot::mod),
     clock},
    {"time.since", maybe(Class::from, Slot::b) + one(Class::date, Slot::a) + one(Class::since, Slot::mod), since},
    {"time.during", one(Class::date, Slot::a) + one(Class::during), inside},
    {"time.span_days",
     maybe(Class::from) + one(Class::date, Slot::a) + maybe(Class::since) + one(span_word) +
         one(Class::number, Slot::b) + one(Class::day_mark),
     span_days},
    {"time.span",
     maybe(Class::from) + one(Class::date, Slot::a) + maybe(Class::since) + one(span_word) + one(Class::date, Slot::b),
     span},
    {"time.duration",
     maybe(Class::mod_before, Slot::mod) + one(Class::number, Slot::a) + one(Class::dur_unit, Slot::unit) +
         maybe(Class::since | Class::inside | Class::mod_after),
     duration},
    {"time.duration_range",
     one(Class::number, Slot::a) + one(Class::range_mark) + one(Class::number, Slot::b) +
         one(Class::dur_unit, Slot::unit),
     duration},
    {"time.duration_and_half",
     one(Class::number, Slot::a) + one(Class::dur_unit, Slot::unit) + one(Class::half, Slot::b), duration_and_half},
    {"time.half_duration", one(Class::half_duration, Slot::unit) + maybe(Class::since), half_duration},
    {"time.half_duration_after", one(Class::half_duration, Slot::unit) + one(Class::after), duration_after},
    {"time.set", one(Class::each, Slot::a), set},
};
static_assert(sound(time_rules));
inline constexpr Phase<TimeValue, DateContext> time_phase{time_rules};

}  // namespace when

}  // namespace detail

GONGWEN_END
