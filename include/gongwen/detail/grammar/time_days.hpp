// gongwen/detail/grammar/time_days.hpp: days and months counted from the day of writing, days written in figures, plans and feasts.
#pragma once

#include "time_periods.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

inline std::optional<TimeValue> relative_month(Match const& m, DateContext const& c) {
  if (!c.time.reference) return std::nullopt;
  Date const moved = month_from(*c.time.reference, m.meaning(Slot::a, Class::rel_month).value);
  int const year = moved.year, month = moved.month;
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
/// Characters behind 20号 that end the phrase: 3日 may also be a duration, 号 numbers many things.
constexpr bool ends_day(char32_t c) noexcept {
  switch (c) {
    case 0:
    case U',':
    case 0xff0c:
    case 0x4e4b:
    case 0x524d:
    case 0x540e:
    case 0x4e0a:
    case 0x4e0b:
    case 0x665a:
    case 0x81f3: return true;  // ， 之 前 后 上 下 晚 至
    default: return false;
  }
}
/// 20号之后 said on the 25th is of the next month.
constexpr bool looks_on(char32_t c) noexcept { return c == 0x4e4b || c == 0x524d || c == 0x540e; }  // 之 前 后
/// 2月30日: no day.
inline bool behind_month(Match const& m) {
  std::string_view const text = m.lattice->text();
  if (m.before() != 0x6708 || m.begin < m.lattice->range().begin + 4) return false;  // 月
  char32_t const c = code_point(text, previous(text, m.begin - 3));
  return is_digit(c) || han_digit(c) >= 0 || han_power(c) > 0;
}
/// 20号, 15日: a day of the month of writing, or of the day before it in a list (9月10号、11号).
inline std::optional<TimeValue> day_alone(Match const& m, DateContext const& c) {
  int const d = small(m, Slot::a, 1, 31);
  if (d < 0 || glued(m) || m.number(Slot::a).han || closes(m.before()) || behind_month(m)) return std::nullopt;
  bool const numbers = code_point(m.lattice->text(), m.number(Slot::a).end) == 0x53f7;  // 号
  char32_t const after = m.after();
  bool const opens = !numbers && (after == 0xff08 || after == U'(');
  Token const* const hour = m.lattice->find(m.lattice->skip(m.end), Class::number);
  bool const clock = hour != nullptr && m.lattice->find(hour->end, Class::hour_mark | Class::colon) != nullptr;
  bool const said = c.time.utterance && !numbers &&
                    m.lattice->find(m.end, Class::classifier | Class::unit | Class::inside) == nullptr;
  bool const alone = (ends_day(after) || opens || clock || said) && c.time.reference;
  if (!alone && !is_list_mark(m.before())) return std::nullopt;
  TimeValue v = base(m, TimeKind::date);
  v.open_day = static_cast<std::uint8_t>(d);
  if (!alone) return v;  // kept where the list gives it a month
  bool const next = d < c.time.reference->day && looks_on(after);
  Date const month = month_from(*c.time.reference, next ? 1 : 0);
  auto const date = make_date(month.year, month.month, d);
  if (!date) return std::nullopt;
  v.from = v.to = *date;
  v.timex = date->to_string();
  return v;
}
/// 11/3号
inline std::optional<TimeValue> slash_day(Match const& m, DateContext const& c) {
  int const month = small(m, Slot::a, 1, 12), d = small(m, Slot::b, 1, 31);
  YearRead const y = year_of(m, c);
  if (month < 0 || d < 0 || glued(m)) return std::nullopt;
  auto const date = make_date(y.year, month, d);
  if (!date) return std::nullopt;
  return mark(day(m, *date), y);
}
/// 上季度, 本季度
inline std::optional<TimeValue> relative_quarter(Match const& m, DateContext const& c) {
  if (!c.time.reference) return std::nullopt;
  int const at =
      c.time.reference->year * 4 + (c.time.reference->month - 1) / 3 + m.meaning(Slot::a, Class::rel_quarter).value;
  int const year = at / 4, n = at % 4 + 1;
  return period(m, first_of(year, n * 3 - 2), last_of(year, n * 3), four(year) + "-Q" + std::to_string(n));
}
/// 上半月
inline std::optional<TimeValue> half_month(Match const& m, DateContext const& c) {
  if (!c.time.reference) return std::nullopt;
  bool const second = m.meaning(Slot::a, Class::half_month).value == 2;
  Date from = first_of(c.time.reference->year, c.time.reference->month);
  Date to = last_of(from.year, from.month);
  (second ? from : to).day = second ? 16 : 15;
  return days(m, from, to);
}
/// 今明两年, 今明两天
inline std::optional<TimeValue> this_and_next(Match const& m, DateContext const& c) {
  if (!c.time.reference) return std::nullopt;
  Date const& r = *c.time.reference;
  if (m.meaning(Slot::a, Class::rel_pair).value == 'Y')
    return period(m, first_of(r.year, 1), last_of(r.year + 1, 12), four(r.year) + "/" + four(r.year + 1));
  return days(m, r, plus_days(r, 1));
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
inline bool all_numerals(std::string_view word) noexcept {
  for (std::size_t at = 0; at < word.size(); at += char_size(word, at)) {
    char32_t const c = code_point(word, at);
    if (han_digit(c) < 0 && han_power(c) == 0) return false;
  }
  return true;
}
/// 五一, 七一 are numbers and parts of names unless something says feast: 五一期间, 五一前, “五一”.
inline bool feast_follows(Match const& m, DateContext const& c) {
  char32_t const before = m[Slot::year] == nullptr ? m.before() : 0;
  if (glued(m) || han_digit(before) >= 0 || han_power(before) > 0) return false;  // 二十一
  // “五四”青年节 is named by what follows
  if (Token const* const q = m.lattice->find(m.end, Class::quote_close); q != nullptr)
    return m.lattice->find(q->end, Class::feast) == nullptr;
  Token const* const t = m.lattice->find(m.end, Class::during | Class::before | Class::after);
  return t != nullptr || (c.time.utterance && whole(m));
}
/// 春节, 2021年除夕: the last day of a lunar year is the next year's by the common calendar.
inline std::optional<TimeValue> feast(Match const& m, DateContext const& c) {
  if (all_numerals(m.lattice->words(*m[Slot::a])) && !feast_follows(m, c)) return std::nullopt;
  YearRead const y = year_of(m, c);
  int const code = m.meaning(Slot::a, Class::feast).value;
  auto const d = c.time.feasts.day(code, code == Feasts::eve ? lunar_year(y, c) : y.year);
  if (!d) return std::nullopt;
  TimeValue v = mark(day(m, *d), y);
  v.feast = code;
  return v;
}
/// 工作日前, 2日前: not 日前, some days ago.
inline bool before_a_day(Match const& m) {
  char32_t const c = m.before();
  return code_point(m.lattice->text(), m.begin) == 0x65e5 &&
         (c == 0x4f5c || is_digit(c) || han_digit(c) >= 0);  // 日 作
}
/// 去年10月至今年3月: 至 and 今年, not 至今.
inline bool turns_to(Match const& m) {
  std::string_view const text = m.lattice->text();
  char32_t const last = code_point(text, previous(text, m.end)), next = m.after();
  return last == 0x4eca && (next == 0x5e74 || next == 0x5929 || next == 0x65e5);  // 今, 年 天 日
}
/// 项目前期: 目前 is no word here.
inline bool splits_word(std::string_view text, std::size_t at) {
  return at > 0 && code_point(text, previous(text, at)) == 0x9879 && code_point(text, at) == 0x76ee;  // 项 目
}
inline std::optional<TimeValue> now(Match const& m, DateContext const& c) {
  if (before_a_day(m) || turns_to(m) || splits_word(m.lattice->text(), m.begin)) return std::nullopt;
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
