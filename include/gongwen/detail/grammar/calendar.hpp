// gongwen/detail/grammar/calendar.hpp: days, feasts and plans; ICU's Chinese calendar stops here.
#pragma once

#include <unicode/ucal.h>

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "../segment/date_line.hpp"

GONGWEN_BEGIN

namespace detail {

/// Days since 1970-01-01 of a proleptic Gregorian date, and back (H. Hinnant, chrono-compatible low-level date algorithms).
constexpr std::int64_t days_from(Date d) noexcept {
  std::int64_t const y = d.month <= 2 ? d.year - 1 : d.year;
  std::int64_t const era = (y >= 0 ? y : y - 399) / 400;
  std::int64_t const yoe = y - era * 400;
  std::int64_t const doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}
constexpr Date date_from(std::int64_t days) noexcept {
  std::int64_t const z = days + 719468;
  std::int64_t const era = (z >= 0 ? z : z - 146096) / 146097;
  std::int64_t const doe = z - era * 146097;
  std::int64_t const yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  std::int64_t const doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  std::int64_t const mp = (5 * doy + 2) / 153;
  std::int64_t const month = mp < 10 ? mp + 3 : mp - 9;
  std::int64_t const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(doy - (153 * mp + 2) / 5 + 1)};
}
constexpr Date plus_days(Date d, std::int64_t n) noexcept { return date_from(days_from(d) + n); }

/// The years of a five-year plan by its number; {0, 0} for none. The first three are as they were run.
constexpr std::pair<int, int> plan_years(int number) noexcept {
  constexpr int first[] = {0, 1953, 1958, 1966, 1971, 1976};
  if (number < 1 || number > 30) return {0, 0};
  int const begin = number <= 5 ? first[number] : 1981 + 5 * (number - 6);
  return {begin, begin + 4};
}

/// Feasts as time.tsv codes them. Remembers what it has looked up: a calendar look-up costs some 10 µs.
class Feasts {
 public:
  std::optional<Date> day(int code, int year) {
    if (year < 1900 || year > 2100) return std::nullopt;
    if (code > 100) return make_date(year, code / 100, code % 100);
    auto const [it, fresh] = known_.try_emplace({code, year});
    if (fresh) it->second = code == 2 ? qingming(year) : lunar(code, year);
    return it->second;
  }

 private:
  /// The solar term Qingming falls on 4 or 5 April (Jean Meeus, Astronomical Algorithms: the coefficient of this century).
  static std::optional<Date> qingming(int year) {
    int const y = year % 100;
    double const c = year < 2000 ? 5.59 : 4.81;
    return make_date(year, 4, static_cast<int>(y * 0.2422 + c) - y / 4);
  }
  static std::optional<Date> lunar(int code, int year) {
    int const month = code == 1 ? 1 : -code / 100;
    int const day = code == 1 ? 1 : -code % 100;
    UErrorCode status = U_ZERO_ERROR;
    UCalendar* const chinese = ucal_open(u"UTC", -1, "zh@calendar=chinese", UCAL_DEFAULT, &status);
    if (U_FAILURE(status)) return std::nullopt;
    std::optional<Date> found;
    std::int64_t const start = days_from({static_cast<std::int16_t>(year), 1, 20}) + std::int64_t{month - 1} * 29;
    for (std::int64_t d = start; d < start + 80 && !found; ++d) {
      ucal_setMillis(chinese, static_cast<double>(d) * 86400000.0 + 43200000.0, &status);
      bool const here = ucal_get(chinese, UCAL_MONTH, &status) == month - 1 &&
                        ucal_get(chinese, UCAL_DATE, &status) == day &&
                        ucal_get(chinese, UCAL_IS_LEAP_MONTH, &status) == 0;
      if (U_SUCCESS(status) && here) found = date_from(code == 1 ? d - 1 : d);
    }
    ucal_close(chinese);
    return found;
  }

  std::map<std::pair<int, int>, std::optional<Date>> known_;
};

}  // namespace detail

GONGWEN_END
