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
/// 2012年, 2012年度, 二○一二年, 98年: four digits, or two that can't be a duration.
inline std::optional<TimeValue> absolute_year(Match const& m, TimeContext const&) {
  Number const& n = m.number(Slot::a);
  auto const v = n.value.to_int64();
  if (!v || (!n.plain && !n.han) || glued(m) || n.digits == 255) return std::nullopt;
  int year = 0;
  if (n.digits == 4 && *v >= 1000 && *v <= 2999) year = static_cast<int>(*v);
  // 08年, 98年 are years; 20年 is a duration
  if (n.digits == 2 && !n.han && (*v >= 49 || m.lattice->text()[n.begin] == '0'))
    year = static_cast<int>(*v + (*v < 49 ? 2000 : 1900));
  // 18年10月: a month follows; 零八年, 九八年: digits read one by one
  if (year == 0 && n.digits == 2 && !n.han && *v >= 0 && month_follows(m)) year = static_cast<int>(*v) + 2000;
  if (year == 0 && n.han && n.end - n.begin == 6) {
    char32_t const first = code_point(m.lattice->text(), n.begin);
    bool const zero = first == 0x96f6 || first == 0x3007;  // 零 〇
    if (zero && *v >= 0 && *v <= 9) year = static_cast<int>(*v) + 2000;
    if (*v >= 51 && *v <= 99 && *v % 10 != 0 && first != 0x5341) year = static_cast<int>(*v) + 1900;
  }
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

}  // namespace detail

GONGWEN_END
