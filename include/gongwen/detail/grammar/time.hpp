// gongwen/detail/grammar/time.hpp: how a text names days, periods and durations. Three phases:
//
//   year   2012年 · 二○○八年 · 今年 · 全年 · 2022年度                        a year, absolute or relative
//   date   今年上半年 · 4月份 · 1-8月 · 前三季度 · 7月下旬 · 年底 · “十二五”期间   a day or a period
//   time   8月底前 · 自2018年4月起 · 从5月21日开始到6月15日 · 近三年 · 每月      what is said of it, durations, sets
//
// A year that is not written is the one that governs the place (TimeContext), else it is unknown.
#pragma once

#include <string>

#include "../segment/sentences.hpp"
#include "calendar.hpp"
#include "figure.hpp"

GONGWEN_BEGIN

namespace detail {

/// What a relative time is resolved against.
struct TimeContext {
  std::optional<Date> reference;  ///< the day of writing
  int year = 0;                   ///< the year that governs; 0 unknown
  mutable Feasts feasts;

  [[nodiscard]] int reference_year() const noexcept { return reference ? reference->year : 0; }
};

/// A resolved time, before it becomes a mention.
struct TimeValue {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TimeKind kind = TimeKind::date;
  std::optional<Date> from, to;
  TimeMod mod = TimeMod::none;
  std::string duration, duration_high;
  std::string timex;
  int explicit_year = 0;  ///< written as a number
  bool whole_year = false;
  bool this_year = false;  ///< 今年
  bool past_year = false;  ///< 去年 and the like: a base, which governs nothing
  bool edge = false;       ///< 月底, 年末: a point
  bool now = false;        ///< 目前, 近年来
  bool named = false;      ///< names a day or a period that a fact may have
  std::string_view by;
};

namespace when {

enum class Slot : std::uint8_t { year, a, b, c, d, mod, unit };

inline std::string two(int n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }
inline std::string four(int y) {
  return y == 0 ? "XXXX"
                : std::to_string(y).insert(0, std::size_t{4} - std::min<std::size_t>(4, std::to_string(y).size()), '0');
}

/// A month's first or last day; a year of 0 is unknown.
inline Date first_of(int year, int month) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), 1};
}
inline Date last_of(int year, int month) {
  int const days = year == 0 && month == 2 ? 28 : days_in_month(year, month);
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(days)};
}

inline TimeValue base(Match const& m, TimeKind kind) {
  TimeValue v;
  v.begin = m.begin;
  v.end = m.end;
  v.kind = kind;
  v.named = true;
  return v;
}
inline TimeValue period(Match const& m, Date from, Date to, std::string timex) {
  TimeValue v = base(m, from == to ? TimeKind::date : TimeKind::period);
  v.from = from;
  v.to = to;
  v.timex = std::move(timex);
  return v;
}
inline TimeValue day(Match const& m, Date d) { return period(m, d, d, d.to_string()); }

/// A whole number of digits alone, in a range.
inline int small(Match const& m, Slot s, int low, int high) {
  Number const& n = m.number(s);
  auto const v = n.value.to_int64();
  bool const fine = v && *v >= low && *v <= high && n.digits != 255 && !n.high && n.places == 0 && n.mod == Mod::none &&
                    n.scale_power == 0;
  return fine ? static_cast<int>(*v) : -1;
}
inline bool glued(Match const& m) {
  char32_t const c = m.before();
  return is_latin(c) || is_digit(c) || c == U'.' || c == 0x7b2c;
}

// ---- phase 1: years ------------------------------------------------------------------------------------------------

/// 2012年, 2012年度, 二○一二年, 98年: four digits, or two that can't be a duration.
inline std::optional<TimeValue> absolute_year(Match const& m, TimeContext const&) {
  Number const& n = m.number(Slot::a);
  auto const v = n.value.to_int64();
  if (!v || !n.plain || glued(m) || n.digits == 255) return std::nullopt;
  int year = 0;
  if (n.digits == 4 && *v >= 1000 && *v <= 2999) year = static_cast<int>(*v);
  // 08年, 98年 are years; 20年 is a duration
  if (n.digits == 2 && !n.han && (*v >= 49 || m.lattice->text()[n.begin] == '0'))
    year = static_cast<int>(*v + (*v < 49 ? 2000 : 1900));
  if (year == 0) return std::nullopt;
  TimeValue v2 = period(m, first_of(year, 1), last_of(year, 12), four(year));
  v2.explicit_year = year;
  v2.whole_year = true;
  return v2;
}
inline std::optional<TimeValue> relative_year(Match const& m, TimeContext const& c) {
  int const offset = m.meaning(Slot::year, Class::rel_year).value;
  bool const governed = offset >= 100;
  int year = governed ? (c.year != 0 ? c.year : c.reference_year()) : c.reference_year();
  // 上年 in a report on a past year is the year before that one
  std::string_view const word = m.lattice->words(*m[Slot::year]);
  bool const last_year = offset == -1 && word.substr(0, 3) == "\xe4\xb8\x8a";  // 上
  if (last_year && c.year != 0) year = c.year;
  if (!governed && year != 0) year += offset;
  TimeValue v = period(m, first_of(year, 1), last_of(year, 12),
                       year == 0 && !governed && offset != 0 ? "P" + std::to_string(offset) + "Y" : four(year));
  if (year == 0) v.timex = offset == 0 || governed ? "XXXX" : "P" + std::to_string(offset) + "Y";
  v.whole_year = true;
  v.this_year = offset == 0;
  v.past_year = offset < 0;
  if (year == 0 && !governed && offset != 0) {
    v.from.reset();
    v.to.reset();
  }
  return v;
}
using R = Rule<TimeValue, TimeContext>;
inline constexpr R year_rules[] = {
    {"time.year", one(Class::number, Slot::a) + one(Class::year_mark), absolute_year},
    {"time.year_of_plan", one(Class::number, Slot::a) + one(Class::rel_year, Slot::b),
     [](Match const& m, TimeContext const& c) -> std::optional<TimeValue> {
       // 2022年度: the word 年度 after a number
       if (m.lattice->words(*m[Slot::b]) != "\xe5\xb9\xb4\xe5\xba\xa6") return std::nullopt;
       return absolute_year(m, c);
     }},
    {"time.relative_year", one(Class::rel_year, Slot::year), relative_year},
};
static_assert(sound(year_rules));
inline constexpr Phase<TimeValue, TimeContext> year_phase{year_rules};

}  // namespace when

/// The years that phase 1 found, for the rows of phase 2; the context of phases 2 and 3.
struct DateContext {
  TimeContext const& time;
  std::vector<TimeValue> const& values;
};

namespace when {

/// The year of a date: written before it, else the one that governs.
struct YearRead {
  int year = 0;
  int written = 0;
  bool past = false;
  bool open = false;  ///< 去年 with no reference: the date can't be resolved
  bool current = false;
};
inline YearRead year_of(Match const& m, DateContext const& c) {
  if (m[Slot::year] == nullptr)
    return {c.time.year != 0 ? c.time.year : c.time.reference_year(), 0, false, false, false};
  TimeValue const& v = c.values[m[Slot::year]->payload];
  return {v.from ? v.from->year : 0, v.explicit_year, v.past_year, !v.from, v.this_year};
}
inline TimeValue mark(TimeValue v, YearRead const& y) {
  v.explicit_year = y.written;
  v.past_year = y.past;
  return v;
}

inline std::optional<TimeValue> year_alone(Match const& m, DateContext const& c) {
  TimeValue v = c.values[m[Slot::year]->payload];
  v.begin = m.begin;
  v.end = m.end;
  return v;
}
inline int month_at(Match const& m, Slot s) {
  if (m[s]->classes.meets(Class::month_name)) return m.meaning(s, Class::month_name).value;
  return small(m, s, 1, 12);
}
inline std::optional<TimeValue> month_day(Match const& m, DateContext const& c) {
  YearRead const y = year_of(m, c);
  int const month = month_at(m, Slot::a);
  int const d = small(m, Slot::b, 1, 31);
  if (month < 0 || d < 0 || (m[Slot::year] == nullptr && glued(m))) return std::nullopt;
  auto const date = make_date(y.year, month, d);
  if (!date) return std::nullopt;
  return mark(day(m, *date), y);
}
inline std::optional<TimeValue> month(Match const& m, DateContext const& c) {
  YearRead const y = year_of(m, c);
  int const n = month_at(m, Slot::a);
  if (n < 0 || (m[Slot::year] == nullptr && glued(m))) return std::nullopt;
  // 一月一调度: a Chinese numeral before 月 counts months unless a year stands before it
  if (m[Slot::year] == nullptr && m[Slot::a]->classes.meets(Class::number) && m.number(Slot::a).han && n < 3 &&
      m.lattice->text().substr(m.end, 3) != "\xe4\xbb\xbd" && m.lattice->text().substr(m.end - 3, 3) != "\xe4\xbb\xbd")
    return std::nullopt;
  return mark(period(m, first_of(y.year, n), last_of(y.year, n), four(y.year) + "-" + two(n)), y);
}
inline std::optional<TimeValue> months(Match const& m, DateContext const& c) {
  YearRead const y = year_of(m, c);
  int const a = small(m, Slot::a, 1, 12);
  int const b = small(m, Slot::b, 1, 12);
  if (a < 0 || b <= a || (m[Slot::year] == nullptr && glued(m))) return std::nullopt;
  return mark(period(m, first_of(y.year, a), last_of(y.year, b),
                     four(y.year) + "-" + two(a) + "/" + four(y.year) + "-" + two(b)),
              y);
}
/// 前8个月, 前三季度
inline std::optional<TimeValue> first_months(Match const& m, DateContext const& c) {
  Entry const unit = m.meaning(Slot::unit, Class::dur_unit);
  bool const quarters = m[Slot::unit]->classes.meets(Class::quarter_mark) || unit.value == 'Q';
  if (!quarters && unit.value != 'M') return std::nullopt;
  YearRead const y = year_of(m, c);
  int const n = small(m, Slot::a, 1, quarters ? 4 : 12);
  if (n < 0) return std::nullopt;
  int const last = quarters ? n * 3 : n;
  return mark(
      period(m, first_of(y.year, 1), last_of(y.year, last), four(y.year) + "-01/" + four(y.year) + "-" + two(last)), y);
}
inline std::optional<TimeValue> quarter(Match const& m, DateContext const& c) {
  int const n = m[Slot::a]->classes.meets(Class::quarter_name) ? m.meaning(Slot::a, Class::quarter_name).value
                                                               : small(m, Slot::a, 1, 4);
  if (n < 0) return std::nullopt;
  YearRead const y = year_of(m, c);
  return mark(period(m, first_of(y.year, n * 3 - 2), last_of(y.year, n * 3), four(y.year) + "-Q" + std::to_string(n)),
              y);
}
/// 一至三季度, 一、二季度
inline std::optional<TimeValue> quarters(Match const& m, DateContext const& c) {
  int const a = small(m, Slot::a, 1, 4);
  int const b = small(m, Slot::b, 1, 4);
  if (a < 0 || b <= a) return std::nullopt;
  YearRead const y = year_of(m, c);
  return mark(period(m, first_of(y.year, a * 3 - 2), last_of(y.year, b * 3),
                     four(y.year) + "-Q" + std::to_string(a) + "/" + four(y.year) + "-Q" + std::to_string(b)),
              y);
}
inline std::optional<TimeValue> half(Match const& m, DateContext const& c) {
  int const h = m.meaning(Slot::a, Class::half_year).value;
  YearRead const y = year_of(m, c);
  return mark(period(m, first_of(y.year, h * 6 - 5), last_of(y.year, h * 6), four(y.year) + "-H" + std::to_string(h)),
              y);
}
/// 7月下旬, 8月底, 元月底
inline std::optional<TimeValue> month_part(Match const& m, DateContext const& c) {
  YearRead const y = year_of(m, c);
  int const n = month_at(m, Slot::a);
  if (n < 0 || (m[Slot::year] == nullptr && glued(m))) return std::nullopt;
  Date const last = last_of(y.year, n);
  Date first = first_of(y.year, n);
  if (m[Slot::b]->classes.meets(Class::xun)) {
    int const x = m.meaning(Slot::b, Class::xun).value;
    first.day = static_cast<std::uint8_t>(x * 10 - 9);
    Date to = last;
    if (x < 3) to.day = static_cast<std::uint8_t>(x * 10);
    return mark(period(m, first, to, four(y.year) + "-" + two(n)), y);
  }
  int const e = m.meaning(Slot::b, Class::edge).value;
  Date d = e == 3 ? last : first;
  if (e == 2) d.day = 15;
  TimeValue v = mark(day(m, d), y);
  v.edge = true;
  return v;
}
/// 2020年底, 去年末, 明年初, 年底
inline std::optional<TimeValue> year_part(Match const& m, DateContext const& c) {
  YearRead const y = year_of(m, c);
  Class const cls = m[Slot::a]->classes.meets(Class::year_edge)     ? Class::year_edge
                    : m[Slot::a]->classes.meets(Class::period_edge) ? Class::period_edge
                                                                    : Class::edge;
  int const e = m.meaning(Slot::a, cls).value;
  if (y.open) return std::nullopt;
  Date const d = e == 3 ? last_of(y.year, 12) : e == 1 ? first_of(y.year, 1) : last_of(y.year, 6);
  TimeValue v = mark(day(m, d), y);
  v.edge = true;
  return v;
}
inline std::optional<TimeValue> relative_month(Match const& m, DateContext const& c) {
  if (!c.time.reference) return std::nullopt;
  int const at = c.time.reference->month - 1 + m.meaning(Slot::a, Class::rel_month).value;
  int const year = c.time.reference->year + (at < 0 ? -1 : at / 12);
  int const month = (at + 12) % 12 + 1;
  if (m[Slot::b] != nullptr) {
    if (m[Slot::b]->classes.meets(Class::xun)) {
      int const x = m.meaning(Slot::b, Class::xun).value;
      Date first = first_of(year, month), last = last_of(year, month);
      first.day = static_cast<std::uint8_t>(x * 10 - 9);
      if (x < 3) last.day = static_cast<std::uint8_t>(x * 10);
      return period(m, first, last, four(year) + "-" + two(month));
    }
    TimeValue v = day(m, m.meaning(Slot::b, Class::edge).value == 3 ? last_of(year, month) : first_of(year, month));
    v.edge = true;
    return v;
  }
  return period(m, first_of(year, month), last_of(year, month), four(year) + "-" + two(month));
}
inline std::optional<TimeValue> month_edge(Match const& m, DateContext const& c) {
  if (!c.time.reference) return std::nullopt;
  int const e = m.meaning(Slot::a, Class::month_edge).value;
  Date const& r = *c.time.reference;
  TimeValue v = day(m, e == 3 ? last_of(r.year, r.month) : first_of(r.year, r.month));
  v.edge = true;
  return v;
}
inline std::optional<TimeValue> relative_day(Match const& m, DateContext const& c) {
  if (!c.time.reference) return std::nullopt;
  return day(m, plus_days(*c.time.reference, m.meaning(Slot::a, Class::rel_day).value));
}
/// 20号, 15日: a day of the month of writing.
inline std::optional<TimeValue> day_alone(Match const& m, DateContext const& c) {
  int const d = small(m, Slot::a, 1, 31);
  if (d < 0 || !c.time.reference || glued(m) || m.number(Slot::a).han || closes(m.before())) return std::nullopt;
  // 3日 may also be a duration; 号 numbers many things: only a clear end of the phrase will do
  char32_t const mark_char = code_point(m.lattice->text(), m.lattice->numbers()[m[Slot::a]->payload].end);
  char32_t const after = m.after();
  bool const end = after == 0 || after == 0xff0c || after == U',' || after == 0x4e4b || after == 0x524d ||
                   after == 0x540e || after == 0x4e0a || after == 0x4e0b || after == 0x665a || after == 0x81f3 ||
                   after == 0xff08 || after == U'(';
  if (!end || (mark_char == 0x53f7 && (after == 0xff08 || after == U'('))) return std::nullopt;
  Date const& r = *c.time.reference;
  int year = r.year, month = r.month;
  if (d < r.day &&
      (after == 0x4e4b || after == 0x524d || after == 0x540e)) {  // 20号之后 said on the 25th: the next one
    month = month % 12 + 1;
    year += month == 1 ? 1 : 0;
  }
  auto const date = make_date(year, month, d);
  if (!date) return std::nullopt;
  return day(m, *date);
}
/// 2021-02-02, 2021/2/2, 2021.2.2
inline std::optional<TimeValue> iso(Match const& m, DateContext const&) {
  Number const& y = m.number(Slot::a);
  int const year = small(m, Slot::a, 1900, 2199);
  int const month = small(m, Slot::b, 1, 12);
  int const d = small(m, Slot::c, 1, 31);
  if (year < 0 || month < 0 || d < 0 || y.digits != 4 || glued(m) || is_digit(m.after())) return std::nullopt;
  if (m.end > m.begin + 10) return std::nullopt;
  auto const date = make_date(year, month, d);
  if (!date) return std::nullopt;
  TimeValue v = day(m, *date);
  v.explicit_year = year;
  return v;
}
inline std::optional<TimeValue> plan(Match const& m, DateContext const&) {
  auto const [from, to] = plan_years(m.meaning(Slot::a, Class::plan).value);
  if (from == 0) return std::nullopt;
  // 十五, 一五 are numbers and more unless something says plan: quotes, 期间, 时期, 规划, 末
  bool const quoted = m[Slot::b] != nullptr && m[Slot::c] != nullptr;
  if ((m[Slot::b] != nullptr) != (m[Slot::c] != nullptr)) return std::nullopt;
  std::string_view const after = m.lattice->text().substr(m.end, 6);
  bool const said = m[Slot::mod] != nullptr || after == "\xe8\xa7\x84\xe5\x88\x92" ||
                    after == "\xe8\xae\xa1\xe5\x88\x92";  // 规划 计划
  if (!quoted && !said && m[Slot::a]->end - m[Slot::a]->begin <= 6) return std::nullopt;
  if (!quoted && is_digit(m.before())) return std::nullopt;
  TimeValue v = period(m, first_of(from, 1), last_of(to, 12), four(from) + "/" + four(to));
  v.explicit_year = 0;
  return v;
}
inline std::optional<TimeValue> feast(Match const& m, DateContext const& c) {
  YearRead const y = year_of(m, c);
  auto const d = c.time.feasts.day(m.meaning(Slot::a, Class::feast).value, y.year);
  if (!d) return std::nullopt;
  return mark(day(m, *d), y);
}
inline std::optional<TimeValue> now(Match const& m, DateContext const& c) {
  TimeValue v = base(m, TimeKind::date);
  int const when = m.meaning(Slot::a, Class::now).value;
  if (when != 2) v.to = c.time.reference;
  if (when != 1) v.from = c.time.reference;
  if (when != 0) v.kind = TimeKind::period;
  v.timex = when == 0 ? "PRESENT_REF" : when == 1 ? "PAST_REF" : "FUTURE_REF";
  v.now = true;
  v.named = false;
  return v;
}
/// 上年同期: the governing period, a year back; which one that is the fact layer knows, here the whole year stands.
inline std::optional<TimeValue> same_period(Match const& m, DateContext const& c) {
  TimeValue v = c.values[m[Slot::year]->payload];
  if (!v.past_year) return std::nullopt;
  v.begin = m.begin;
  v.end = m.end;
  return v;
}

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
/// 从5月21日开始到6月15日
inline std::optional<TimeValue> span(Match const& m, DateContext const& c) {
  TimeValue const& a = value_at(m, Slot::a, c);
  TimeValue const& b = value_at(m, Slot::b, c);
  if (!a.from || !b.to || a.now || b.now || a.past_year || *b.to < *a.from) return std::nullopt;
  TimeValue v = widen(a, m);
  v.kind = TimeKind::period;
  v.to = b.to;
  v.timex = a.timex + "/" + b.timex;
  v.whole_year = false;
  v.edge = false;
  v.explicit_year = 0;
  return v;
}

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
  if (n.han && n.value == Decimal(1) && m[Slot::mod] == nullptr && unit.value != 'M' && unit.value != 'Y')
    return std::nullopt;
  // 一年 alone is often no duration but 每年; keep it where a quantifier or a point follows
  if (is_han(m.after()) && n.han && n.value == Decimal(1) && m[Slot::mod] == nullptr) return std::nullopt;
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
inline std::optional<TimeValue> half_duration(Match const& m, DateContext const&) {
  TimeValue v = base(m, TimeKind::duration);
  std::int32_t const unit = m.meaning(Slot::unit, Class::half_duration).value;
  v.duration = unit == 'Y' ? "P6M" : unit == 'M' ? "P15D" : "PT12H";
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
    {"time.half_duration", one(Class::half_duration, Slot::unit) + maybe(Class::since), half_duration},
    {"time.half_duration_after", one(Class::half_duration, Slot::unit) + one(Class::after), duration_after},
    {"time.set", one(Class::each, Slot::a), set},
};
static_assert(sound(time_rules));
inline constexpr Phase<TimeValue, DateContext> time_phase{time_rules};

}  // namespace when

}  // namespace detail

GONGWEN_END
