// gongwen/detail/calendar/solar_terms.hpp: the days of the 24 solar terms, 1900 to 2100, in China's time.
//
// The sun comes back to a term after 365.2422 days, so the day of the month is floor(0.2422 y + c) less the leap days so far,
// with c from the first year of the century. The constants, and the few years that miss by a day, were fitted to the
// almanac of the Python package lunar_python (MIT), all 4,824 terms of the span.
#pragma once

#include "../segment/date_line.hpp"

GONGWEN_BEGIN

namespace detail {

struct SolarTerm {
  std::uint8_t month;
  std::int32_t first, second;  ///< c times 10,000 from 1900, from 2001
  std::int16_t early, late;    ///< a year that is a day earlier, a day later; 0 none
};
inline constexpr int solar_term_count = 24;
/// From 小寒 (0) and 大寒 (1) to 冬至 (23).
inline constexpr SolarTerm solar_terms[solar_term_count] = {
    {1, 61100, 53825, 0, 1982},    {1, 208350, 201100, 0, 2082}, {2, 45950, 38675, 0, 1980},
    {2, 194450, 187200, 1923, 0},  {3, 63525, 56250, 0, 1981},   {3, 214150, 206425, 0, 0},
    {4, 55875, 48050, 0, 0},       {4, 208850, 200950, 0, 0},    {5, 63125, 55175, 0, 1911},
    {5, 218600, 210400, 0, 2008},  {6, 65000, 56725, 0, 1902},   {6, 221950, 213675, 0, 1928},
    {7, 79225, 71025, 0, 1925},    {7, 236500, 228300, 0, 1922}, {8, 83450, 75000, 0, 2002},
    {8, 239450, 231250, 0, 0},     {9, 84375, 76425, 0, 1927},   {9, 238300, 230400, 0, 0},
    {10, 90950, 83125, 0, 0},      {10, 242025, 234450, 0, 0},   {11, 82025, 74450, 0, 0},
    {11, 230775, 223525, 0, 1978}, {12, 78975, 71725, 0, 0},     {12, 226575, 219300, 1918, 0},
};
/// Terms that have two such years of the same kind.
inline constexpr std::int16_t small_heat_late = 2016, spring_rain_early = 2026, winter_solstice_early = 2021;

constexpr std::optional<Date> solar_term(int term, int year) noexcept {
  if (term < 0 || term >= solar_term_count || year < 1900 || year > 2100) return std::nullopt;
  SolarTerm const& t = solar_terms[term];
  bool const second = year > 2000;
  int const y = year - (second ? 2000 : 1900);
  int leaps = (t.month < 3 ? y - 1 : y) / 4;
  if (second && leaps > 24) leaps = 24;  // 2100 is no leap year
  int day = (y * 2422 + (second ? t.second : t.first)) / 10000 - leaps;
  if (year == t.late || (term == 12 && year == small_heat_late)) ++day;
  if (year == t.early || (term == 3 && year == spring_rain_early) || (term == 23 && year == winter_solstice_early))
    --day;
  return make_date(year, t.month, day);
}

}  // namespace detail

GONGWEN_END
