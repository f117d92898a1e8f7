// gongwen/detail/grammar/time_years.hpp: 2012年 · 二○○八年 · 今年 · 全年 · 2022年度: the first phase of times.
#pragma once

#include "time_value.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

/// A number of 1 to 12 and 月.
inline bool month_follows(Match const& m) {
  Token const* const n = m.lattice->find(m.end, Class::number);
  if (n == nullptr || m.lattice->find(n->end, Class::month_mark) == nullptr) return false;
  auto const month = m.lattice->numbers()[n->payload].value.to_int64();
  return month && *month >= 1 && *month <= 12;
}
inline bool quarter_follows(Match const& m) {
  if (m.lattice->find(m.end, Class::quarter_name | Class::half_year) != nullptr) return true;
  Token const* const n = m.lattice->find(m.end, Class::number);
  return n != nullptr && m.lattice->find(n->end, Class::quarter_mark) != nullptr;
}
/// 22年底, 21年初; not 20年中, 20年初步 …
inline bool edge_follows(Match const& m) {
  Token const* const edge = m.lattice->find(m.end, Class::edge);
  if (edge == nullptr) return false;
  int const at = m.lattice->meaning(*edge, Class::edge).value;
  char32_t const next = code_point(m.lattice->text(), edge->end);
  return at == 3 || (at == 1 && next != 0x6b65 && next != 0x89c1);  // 初, but not of 初步, 初见
}
/// Words before a number of years that count them: 建国60年, 走过50年.
inline bool years_counted(Match const& m) {
  Lattice const& lattice = *m.lattice;
  return static_cast<bool>(
      lattice.lexicon().asked_before(lattice.text(), lattice.range().begin, m.begin, Class::counts_years));
}
/// 26年除夕, 21年第一个礼拜, 22年底, 23年一季度, 21年投产: what a number of years has not.
inline bool part_follows(Match const& m) {
  if (month_follows(m) || quarter_follows(m) || edge_follows(m)) return true;
  if (m.lattice->find(m.end, Class::feast | Class::lunar | Class::stage) != nullptr) return true;
  Token const* const ordinal = m.lattice->find(m.end, Class::ordinal);
  Token const* const n = ordinal == nullptr ? nullptr : m.lattice->find(ordinal->end, Class::number);
  return n != nullptr && m.lattice->find(n->end, Class::dur_unit) != nullptr;
}
/// Two digits read one by one, 零八, 九八, 一五, 三三; 0 where they count: 五六年 (five or six), 三五年, 二十.
inline int spelled_year(std::string_view digits, int value, int reference_year) {
  char32_t const first = code_point(digits, 0), second = code_point(digits, 3);
  int const a = han_digit(first), b = han_digit(second);
  if (a < 0 || b < 0 || is_counting_two(first) || is_counting_two(second)) return 0;
  if (a == 0) return 2000 + value;
  if (b == a + 1 || (a == 3 && b == 5)) return 0;
  int const near = (reference_year == 0 ? 2000 + 49 : reference_year + 10) - 2000;
  return value + (value <= near ? 2000 : 1900);
}
/// 3.2015年: the number of a section touches the year. The year, or 0.
inline int year_behind_section(Number const& n, std::string_view digits) {
  std::size_t const point = digits.find('.');
  if (n.han || n.scaled || n.places != 4 || point > 2 || digits.size() != point + 5) return 0;
  int year = 0;
  for (char const c : digits.substr(point + 1)) year = year * 10 + (c - '0');
  return year >= 1900 && year <= 2199 ? year : 0;
}
/// The year that a numeral before 年 says, or 0 where it counts years.
inline int year_said(Match const& m, TimeContext const& c) {
  Number const& n = m.number(Slot::a);
  auto const v = n.value.to_int64();
  if (n.places == 4) return year_behind_section(n, m.lattice->words(n.begin, n.end));
  if (!v || n.digits == 255 || n.high || n.mod != Mod::none || n.places != 0) return 0;
  int const value = static_cast<int>(std::clamp<std::int64_t>(*v, 0, 9999));
  std::string_view const digits = m.lattice->words(n.begin, n.end);
  if (n.digits == 4 && (n.plain || n.han) && value >= 1000 && value <= 2999) return value;
  if (!n.han && n.plain && n.digits == 2) {
    // 08年, 98年 are years; 20年 is a duration, unless a month follows, or nothing else is said; so is 60年的
    if (years_counted(m) || (value % 10 == 0 && m.after() == 0x7684)) return 0;  // 的
    if (value >= 49) return value + 1900;
    bool const said = digits[0] == '0' || (value >= 10 && part_follows(m)) || (c.utterance && whole(m) && value >= 10);
    return said ? value + 2000 : 0;
  }
  // 两千零四年, 两千年八月; 两千年 alone counts
  bool const thousands =
      n.han && digits.size() >= 6 && han_power(code_point(digits, 3)) == 3 && value >= 1000 && value < 3000;
  if (thousands && (value % 100 != 0 || month_follows(m))) return value;
  if (thousands && c.utterance && whole(m) && code_point(digits, 0) == 0x4e8c) return value;  // 二千年
  if (n.han && digits.size() == 6 && !n.capital) return spelled_year(digits, value, c.reference_year());
  return n.han && n.digits == 3 && value >= 100 && month_follows(m) ? value : 0;  // 三六七年一月
}
inline TimeValue year_value(Match const& m, int year) {
  TimeValue v = period(m, first_of(year, 1), last_of(year, 12), four(year));
  v.explicit_year = year;
  v.whole_year = true;
  return v;
}
/// 2012年, 2012年度, 二○一二年, 98年: four digits, or two that can't be a duration.
inline std::optional<TimeValue> absolute_year(Match const& m, TimeContext const& c) {
  int const year = glued(m) ? 0 : year_said(m, c);
  if (year == 0) return std::nullopt;
  return year_value(m, year);
}
/// 民国三年, 公元一六三年
inline std::optional<TimeValue> era_year(Match const& m, TimeContext const&) {
  auto const n = m.number(Slot::a).value.to_int64();
  if (!n || *n < 1 || *n > 2999 || m.number(Slot::a).digits == 255) return std::nullopt;
  return year_value(m, m.meaning(Slot::year, Class::era).value + static_cast<int>(*n));
}
inline std::optional<TimeValue> relative_year(Match const& m, TimeContext const& c) {
  int const offset = m.meaning(Slot::year, Class::rel_year).value;
  if (tail_of_word(m)) return std::nullopt;
  bool const governed = offset >= 100;
  // 达产后年产, 建成后年均: 后 belongs to the words before
  if (offset == 2 && (m.after() == 0x4ea7 || m.after() == 0x5747 || m.after() == 0x9500 || m.after() == 0x5904))
    return std::nullopt;  // 产 均 销 处
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
    {"time.era_year", one(Class::era, Slot::year) + one(Class::number, Slot::a) + one(Class::year_mark), era_year},
    {"time.relative_year", one(Class::rel_year, Slot::year), relative_year},
};
static_assert(sound(year_rules));
inline constexpr Phase<TimeValue, TimeContext> year_phase{year_rules};

}  // namespace when

}  // namespace detail

GONGWEN_END
