// gongwen/detail/grammar/time.hpp: how a text names days, periods and durations. Phases:
//
//   year    2012年 · 二○○八年 · 今年 · 全年 · 2022年度                        a year, absolute or relative
//   date    今年上半年 · 4月份 · 1-8月 · 前三季度 · 7月下旬 · 年底 · “十二五”期间   a day or a period
//   part    十月的第一周 · 上月最后五天                                      a part of a period
//   clock   下午3点半 · 9时30分                                            an hour
//   moment  明天下午3点半                                                 a day and its hour
//   time    8月底前 · 自2018年4月起 · 从5月21日开始到6月15日 · 近三年 · 每月      what is said of it, durations, sets
//
// A year that is not written is the one that governs the place (TimeContext), else it is unknown.
#pragma once

#include "time_days.hpp"
#include "time_durations.hpp"
#include "time_figures.hpp"
#include "time_joined.hpp"
#include "time_lunar.hpp"
#include "time_parts.hpp"
#include "time_sets.hpp"
#include "time_spans.hpp"
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
     maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + maybe(month_word) +
         one(Class::range_mark | Class::pause, Slot::c) + one(Class::number, Slot::b) + one(month_word),
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
    {"date.plan",
     maybe(Class::quote_open, Slot::b) + one(Class::plan, Slot::a) + maybe(Class::quote_close, Slot::c) +
         maybe(Class::during, Slot::mod),
     plan},
    {"date.feast", maybe(Class::year_ref, Slot::year) + one(Class::feast, Slot::a), feast},
    {"date.week", one(Class::week, Slot::a), week},
    {"date.week_day",
     one(Class::week, Slot::a) +
         one(Class::number | Class::day_mark | Class::dur_unit | Class::edge | Class::week, Slot::b),
     week_day},
    {"date.decade", maybe(Class::rel_century, Slot::b) + one(Class::number, Slot::a) + one(Class::decade), decade},
    {"date.relative_month_day",
     maybe(Class::year_ref, Slot::year) + one(Class::rel_month, Slot::a) + one(Class::number, Slot::b) +
         one(Class::day_mark),
     relative_month_day},
    {"date.lunar", lunar_head + numbered_month + lunar_day_tail, lunar_day},
    {"date.lunar_year_day", lunar_head_year + numbered_month + lunar_day_tail, lunar_day},
    {"date.lunar_month_day", lunar_head + one(Class::lunar, Slot::a) + lunar_day_tail, lunar_day},
    {"date.lunar_numbered_month", lunar_head + numbered_month, lunar_month},
    {"date.lunar_year_month", lunar_head_year + numbered_month, lunar_month},
    {"date.lunar_month", lunar_head + one(Class::lunar, Slot::a), lunar_month},
    {"date.month_number",
     maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + one(month_word) + one(Class::number, Slot::b),
     month_number},
    {"date.month_of_day",
     maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + one(month_word) + one(Class::of) +
         one(Class::number, Slot::b) + one(Class::day_mark),
     month_day},
    {"date.month_days",
     maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + one(month_word) + one(Class::number, Slot::b) +
         one(Class::range_mark) + one(Class::number, Slot::c) + one(Class::day_mark),
     month_days},
    {"date.slash_day",
     maybe(Class::year_ref, Slot::year) + one(Class::number, Slot::a) + one(Class::slash) +
         one(Class::number, Slot::b) + one(Class::day_mark),
     slash_day},
    {"date.feast_of_year", one(Class::year_ref, Slot::year) + one(Class::of) + one(Class::feast, Slot::a), feast},
    {"date.quarter_of_writing", one(Class::rel_quarter, Slot::a), relative_quarter},
    {"date.half_month", one(Class::half_month, Slot::a), half_month},
    {"date.this_and_next", one(Class::rel_pair, Slot::a), this_and_next},
    {"date.century", one(Class::number, Slot::a) + one(Class::century), century},
    {"date.century_decade",
     one(Class::number, Slot::a) + one(Class::century) + one(Class::number, Slot::b) + one(Class::decade), century},
    {"date.now", one(Class::now, Slot::a), now},
};
static_assert(sound(date_rules));
inline constexpr Phase<TimeValue, DateContext> date_phase{date_rules};

// ---- a day and its hour ---------------------------------------------------------------------------------------------------

/// 2月15日上午10:00: a clock time stays in the TIMEX3 value. 今晚8点 is in the evening.
inline std::optional<TimeValue> moment(Match const& m, DateContext const& c) {
  TimeValue v = widen(value_at(m, Slot::a, c), m);
  if (v.kind != TimeKind::date || v.now || v.edge || !v.from) return std::nullopt;
  // 3月12日（星期二）: what day of the week it is
  if (m[Slot::b] != nullptr && m.meaning(Slot::b, Class::week).value < weekday_code) return std::nullopt;
  if (m[Slot::c] == nullptr) return v;
  std::uint32_t const end = m[Slot::a]->end;
  bool const evening = code_point(m.lattice->text(), previous(m.lattice->text(), end)) == 0x665a;  // 晚
  v.timex += clock_timex(hour_at(m, Slot::c, c), evening ? 12 : 0);
  return v;
}
inline constexpr D moment_rules[] = {
    {"moment.clock", one(Class::date, Slot::a) + one(Class::clock, Slot::c), moment},
    {"moment.weekday",
     one(Class::date, Slot::a) + one(Class::open) + one(Class::week, Slot::b) + one(Class::close) +
         maybe(Class::clock, Slot::c),
     moment},
    {"moment.part", one(Class::date, Slot::a) + one(Class::part_day), moment},
};
static_assert(sound(moment_rules));
inline constexpr Phase<TimeValue, DateContext> moment_phase{moment_rules};

// ---- what is said of a date; durations and sets -----------------------------------------------------------------------------

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
inline std::optional<TimeValue> after(Match const& m, DateContext const& c) {
  TimeValue v = widen(value_at(m, Slot::a, c), m);
  bool const long_word = m[Slot::mod]->end - m[Slot::mod]->begin > 3;  // 2018年之后; 2018年后 may be 年 + 后
  if (v.now || (v.whole_year && !long_word)) return std::nullopt;
  v.mod = TimeMod::after;
  return v;
}
/// 今年以来, 自2018年4月起: to the day of writing, unless it has not begun by then.
inline std::optional<TimeValue> since(Match const& m, DateContext const& c) {
  TimeValue v = widen(value_at(m, Slot::a, c), m);
  std::string_view const word = m.lattice->words(*m[Slot::mod]);
  bool const short_word = word.size() == 3 || word == "\xe5\xbc\x80\xe5\xa7\x8b";  // 来 起 开始
  if (v.now || !v.from || (short_word && m[Slot::b] == nullptr)) return std::nullopt;
  v.kind = TimeKind::period;
  bool const ahead = c.time.reference && *c.time.reference < *v.from;
  v.to = ahead ? std::nullopt : c.time.reference;
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
/// 2020年3月左右
inline std::optional<TimeValue> around(Match const& m, DateContext const& c) {
  TimeValue v = widen(value_at(m, Slot::a, c), m);
  if (v.now || m.meaning(Slot::mod, Class::mod_after).value != static_cast<int>(Mod::about)) return std::nullopt;
  v.mod = TimeMod::around;
  return v;
}

inline constexpr ClassSet span_word = Class::range_mark;
inline constexpr D time_rules[] = {
    {"time.date", one(Class::date, Slot::a), plain_date},
    {"time.before", one(Class::date, Slot::a) + one(Class::before), before},
    {"time.after", one(Class::date, Slot::a) + one(Class::after, Slot::mod), after},
    {"time.around", one(Class::date, Slot::a) + one(Class::mod_after, Slot::mod), around},
    {"time.clock", one(Class::clock, Slot::a), clock_alone},
    {"time.clocks", one(Class::clock, Slot::a) + one(span_word) + one(Class::clock, Slot::b), span_clocks},
    {"time.since", maybe(Class::from, Slot::b) + one(Class::date, Slot::a) + one(Class::since, Slot::mod), since},
    {"time.during", one(Class::date, Slot::a) + one(Class::during), inside},
    {"time.span_days",
     maybe(Class::from) + one(Class::date, Slot::a) + maybe(Class::since) + one(span_word) +
         one(Class::number, Slot::b) + one(Class::day_mark),
     span_days},
    {"time.span",
     maybe(Class::from) + one(Class::date, Slot::a) + maybe(Class::since) + one(span_word) + one(Class::date, Slot::b),
     span},
    {"time.span_from_year",
     maybe(Class::from) + one(Class::number, Slot::c) + one(Class::range_mark | Class::pause, Slot::d) +
         one(Class::date, Slot::b),
     span_from_year},
    {"time.span_to_clock", maybe(Class::from) + one(Class::date, Slot::a) + one(span_word) + one(Class::clock, Slot::c),
     span_to_clock},
    {"time.span_from_clock",
     maybe(Class::from) + one(Class::clock, Slot::c) + one(span_word) + one(Class::date, Slot::b), span_from_clock},
    {"time.between",
     maybe(Class::from) + one(Class::date, Slot::a) + one(Class::conjunction | Class::range_mark) +
         one(Class::date, Slot::b) + one(Class::between),
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
    {"time.units_and_half",
     one(Class::number, Slot::a) + one(Class::classifier, Slot::b) + one(Class::half_duration, Slot::unit),
     units_and_half},
    {"time.minutes", one(Class::number, Slot::a) + one(Class::minute_mark), minutes_beside},
    {"time.half_duration", one(Class::half_duration, Slot::unit) + maybe(Class::since), half_duration},
    {"time.half_duration_after", one(Class::half_duration, Slot::unit) + one(Class::after), duration_after},
    {"time.set", one(Class::each, Slot::a), set},
    {"time.set_of_units", one(Class::per_each) + one(Class::number, Slot::a) + one(Class::dur_unit, Slot::unit),
     set_of_units},
    {"time.set_of_half", one(Class::per_each) + one(Class::half_duration, Slot::unit), set_of_half},
    {"time.set_weekday",
     one(Class::each, Slot::a) + one(Class::number | Class::day_mark, Slot::b) + maybe(Class::part_day), set_weekday},
    {"time.set_day",
     one(Class::each, Slot::a) + one(Class::number, Slot::b) + one(Class::day_mark) + maybe(Class::before, Slot::mod),
     set_day},
    {"time.set_month",
     one(Class::each, Slot::a) + one(Class::number, Slot::b) + one(month_word) + maybe(Class::edge, Slot::d) +
         maybe(Class::before, Slot::mod),
     set_month},
    {"time.set_month_day",
     one(Class::each, Slot::a) + one(Class::number, Slot::b) + one(month_word) + one(Class::number, Slot::c) +
         one(Class::day_mark) + maybe(Class::before, Slot::mod),
     set_month},
};
static_assert(sound(time_rules));
inline constexpr Phase<TimeValue, DateContext> time_phase{time_rules};

}  // namespace when

}  // namespace detail

GONGWEN_END
