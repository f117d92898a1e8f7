// gongwen/detail/calendar/calendar.hpp: days, feasts and plans; ICU's Chinese calendar stops here.
#pragma once

#include <unicode/ucal.h>

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include "lunar_months.hpp"
#include "solar_terms.hpp"

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
/// 0 for Sunday.
constexpr int weekday(Date d) noexcept {
  return static_cast<int>(((days_from(d) + 4) % 7 + 7) % 7);  // 1970-01-01 was a Thursday
}

/// The years of a five-year plan by its number; {0, 0} for none. The first three are as they were run.
constexpr std::pair<int, int> plan_years(int number) noexcept {
  constexpr int first[] = {0, 1953, 1958, 1966, 1971, 1976};
  if (number < 1 || number > 30) return {0, 0};
  int const begin = number <= 5 ? first[number] : 1981 + 5 * (number - 6);
  return {begin, begin + 4};
}

/// Days of the Chinese calendar. It remembers what it has looked up: a look-up costs some 100 µs, and of each year there are some 360.
class Feasts {
 public:
  static constexpr int eve = 1;             ///< the last day of a lunar year
  static constexpr int first_term = 11;     ///< the solar terms, 小寒 the first
  static constexpr int leap_month = 10000;  ///< added to the month of a lunar day
  static constexpr int first_fixed = 100;   ///< above: month * 100 + day of the common calendar
  static constexpr int lunar_code(int month, int day, bool leap) noexcept {
    return -((leap ? leap_month : 0) + month * 100 + day);
  }

  /// A feast as time.tsv codes it; of a lunar one the lunar year that begins in `year` is meant.
  std::optional<Date> day(int code, int year) {
    if (year < 1900 || year > 2100) return std::nullopt;
    if (code > first_fixed) return make_date(year, code / 100, code % 100);
    if (code >= first_term) return solar_term(code - first_term, year);
    auto const [it, fresh] = known_.try_emplace({code, year});
    if (fresh) it->second = look_up(code, year);
    return it->second;
  }
  /// The lunar year that a day falls in.
  int lunar_year(Date d) {
    auto const begins = day(lunar_code(1, 1, false), d.year);
    return begins && d < *begins ? d.year - 1 : d.year;
  }

 private:
  static std::optional<Date> look_up(int code, int year) {
    if (code == eve) {
      auto const next = lunar(1, 1, false, year + 1);
      return next ? std::optional(plus_days(*next, -1)) : std::nullopt;
    }
    int const month = -code % leap_month / 100;
    return lunar(month, -code % 100, -code >= leap_month, year);
  }
  static std::optional<Date> lunar(int month, int day, bool leap, int year) {
    for (LunarMonth const& m : corrected_months) {
      if (m.year != year || m.month != month || m.leap != leap) continue;
      return day <= m.days ? std::optional(plus_days(m.first, day - 1)) : std::nullopt;
    }
    return by_icu(month, day, leap, year);
  }
  /// The calendar takes a day that a month lacks for one of the next month, so what it says is read back.
  static std::optional<Date> by_icu(int month, int day, bool leap, int year) {
    static constexpr int extended = 2637;  // the calendar counts its years from 2637 BC
    UErrorCode status = U_ZERO_ERROR;
    UCalendar* const chinese = ucal_open(u"UTC", -1, "zh@calendar=chinese", UCAL_DEFAULT, &status);
    if (U_FAILURE(status)) return std::nullopt;
    ucal_clear(chinese);
    ucal_set(chinese, UCAL_EXTENDED_YEAR, year + extended);
    ucal_set(chinese, UCAL_MONTH, month - 1);
    ucal_set(chinese, UCAL_IS_LEAP_MONTH, leap ? 1 : 0);
    ucal_set(chinese, UCAL_DATE, day);
    ucal_set(chinese, UCAL_HOUR_OF_DAY, 12);
    double const millis = ucal_getMillis(chinese, &status);
    bool const here = ucal_get(chinese, UCAL_MONTH, &status) == month - 1 &&
                      ucal_get(chinese, UCAL_DATE, &status) == day &&
                      (ucal_get(chinese, UCAL_IS_LEAP_MONTH, &status) != 0) == leap;
    ucal_close(chinese);
    if (U_FAILURE(status) || !here) return std::nullopt;
    return date_from(static_cast<std::int64_t>(std::floor(millis / 86400000.0)));
  }

  std::map<std::pair<int, int>, std::optional<Date>> known_;
};

}  // namespace detail

GONGWEN_END
