// gongwen/detail/grammar/time_periods.hpp: months, quarters, halves, 旬 and edges, with the year before them or the one that governs.
#pragma once

#include "time_clock.hpp"
#include "time_years.hpp"

GONGWEN_BEGIN

namespace detail {

/// What earlier phases found, for the rows of later ones: the years for the dates, the dates for what is said of them.
struct DateContext {
  TimeContext const& time;
  std::vector<TimeValue> const& values;
  std::vector<Clock> const& clocks;
};

namespace when {

/// The year of a date: written before it, else the one that governs.
struct YearRead {
  int year = 0;
  int written = 0;
  bool past = false;
  bool open = false;  ///< 去年 with no reference: the date can't be resolved
  bool current = false;
  bool none = false;  ///< none is written
};
inline YearRead year_of(Match const& m, DateContext const& c) {
  if (m[Slot::year] == nullptr)
    return {c.time.year != 0 ? c.time.year : c.time.reference_year(), 0, false, false, false, true};
  TimeValue const& v = c.values[m[Slot::year]->payload];
  return {v.from ? v.from->year : 0, v.explicit_year, v.past_year, !v.from, v.this_year, false};
}
/// The lunar year of a date whose year is not written is the one of the day of writing: 腊月 said in January is last year's.
inline int lunar_year(YearRead const& y, DateContext const& c) {
  bool const own = c.time.reference && (y.none || y.current) && y.year == c.time.reference->year;
  return own ? c.time.feasts.lunar_year(*c.time.reference) : y.year;
}
inline TimeValue mark(TimeValue v, YearRead const& y) {
  v.explicit_year = y.written;
  v.past_year = y.past;
  v.open_year = y.none;
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
/// 八月十五, 1月3: where nothing else is said.
inline std::optional<TimeValue> month_number(Match const& m, DateContext const& c) {
  char32_t const after = m.after();
  bool const ends = after == 0 || after == U',' || after == 0xff0c || after == 0x3002;  // ， 。
  if (!c.time.utterance || m.number(Slot::b).high || (!ends && m.lattice->find(m.end, Class::range_mark) == nullptr))
    return std::nullopt;
  return month_day(m, c);
}
/// 4月12-19日
inline std::optional<TimeValue> month_days(Match const& m, DateContext const& c) {
  YearRead const y = year_of(m, c);
  int const month = month_at(m, Slot::a);
  int const first = small(m, Slot::b, 1, 31), last = small(m, Slot::c, 1, 31);
  if (month < 0 || first < 0 || last <= first || (m[Slot::year] == nullptr && glued(m))) return std::nullopt;
  auto const from = make_date(y.year, month, first), to = make_date(y.year, month, last);
  if (!from || !to) return std::nullopt;
  return mark(period(m, *from, *to, from->to_string() + "/" + to->to_string()), y);
}
/// 18世纪, 十九世纪七十年代
inline std::optional<TimeValue> century(Match const& m, DateContext const&) {
  int const n = small(m, Slot::a, 2, 30);
  if (n < 0 || glued(m) || m.before() == 0x4e4b) return std::nullopt;  // 四分之三世纪
  if (m.lattice->find(m.begin, Class::fixed_phrase) != nullptr) return std::nullopt;
  int first = (n - 1) * 100, years = 100;
  if (m[Slot::b] != nullptr) {
    int const tens = small(m, Slot::b, 10, 90);
    if (tens < 0 || tens % 10 != 0) return std::nullopt;
    first += tens;
    years = 10;
  }
  TimeValue v =
      period(m, first_of(first, 1), last_of(first + years - 1, 12), four(first).substr(0, years == 10 ? 3 : 2));
  v.named = false;
  return v;
}
inline std::optional<TimeValue> months(Match const& m, DateContext const& c) {
  YearRead const y = year_of(m, c);
  int const a = small(m, Slot::a, 1, 12);
  int const b = small(m, Slot::b, 1, 12);
  if (m[Slot::c]->classes.meets(Class::pause) && b != a + 1) return std::nullopt;  // 7、8月
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
  if (y.open || (e == 2 && m.after() == 0x3001)) return std::nullopt;  // 2007年中、高等职业教育: 、
  Date const d = e == 3 ? last_of(y.year, 12) : e == 1 ? first_of(y.year, 1) : last_of(y.year, 6);
  TimeValue v = mark(day(m, d), y);
  v.edge = true;
  return v;
}
}  // namespace when

}  // namespace detail

GONGWEN_END
