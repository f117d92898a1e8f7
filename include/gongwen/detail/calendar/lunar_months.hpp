// gongwen/detail/calendar/lunar_months.hpp: the months of the Chinese calendar, 1900 to 2100, that ICU puts a day or a month
// off (72.1 has the Spring Festival of 2027 on 7 February). All 2,486 months were compared with the almanac of the Python
// package lunar_python (MIT), which follows GB/T 33661-2017 and the calendar as it was printed.
#pragma once

#include <cstdint>

#include "../../outline.hpp"

GONGWEN_BEGIN

namespace detail {

struct LunarMonth {
  std::int16_t year;  ///< the lunar year
  std::uint8_t month;
  bool leap;
  Date first;
  std::uint8_t days;
};
/// Those months, and the ones before them, whose length is another than ICU says.
inline constexpr LunarMonth corrected_months[] = {
    {1917, 2, false, {1917, 2, 22}, 29},  {1917, 2, true, {1917, 3, 23}, 29},    {1917, 3, false, {1917, 4, 21}, 30},
    {1922, 5, false, {1922, 5, 27}, 29},  {1922, 5, true, {1922, 6, 25}, 29},    {1922, 6, false, {1922, 7, 24}, 30},
    {1953, 12, false, {1954, 1, 5}, 29},  {1954, 1, false, {1954, 2, 3}, 30},    {1955, 1, false, {1955, 1, 24}, 29},
    {1955, 2, false, {1955, 2, 22}, 30},  {1987, 6, false, {1987, 6, 26}, 30},   {1987, 6, true, {1987, 7, 26}, 29},
    {1987, 7, false, {1987, 8, 24}, 30},  {1998, 11, false, {1998, 12, 19}, 29}, {1998, 12, false, {1999, 1, 17}, 30},
    {2012, 6, false, {2012, 7, 19}, 29},  {2012, 7, false, {2012, 8, 17}, 30},   {2018, 9, false, {2018, 10, 9}, 30},
    {2018, 10, false, {2018, 11, 8}, 29}, {2026, 12, false, {2027, 1, 8}, 29},   {2027, 1, false, {2027, 2, 6}, 30},
    {2029, 12, false, {2030, 1, 4}, 30},  {2030, 1, false, {2030, 2, 3}, 29},    {2070, 1, false, {2070, 2, 11}, 29},
    {2070, 2, false, {2070, 3, 12}, 30},
};

}  // namespace detail

GONGWEN_END
