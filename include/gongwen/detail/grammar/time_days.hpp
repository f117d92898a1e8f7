// gongwen/detail/grammar/time_days.hpp: days and months counted from the day of writing, days written in figures, plans and feasts.
#pragma once

#include "time_periods.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

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

}  // namespace when

}  // namespace detail

GONGWEN_END
