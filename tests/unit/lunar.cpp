// The Chinese calendar, 1900 to 2100: against ICU day by day, and against days that were printed.
// clang-format off: in the header-only build a header of detail/ stands after the public ones
#include <gongwen/gongwen.hpp>
// clang-format on

#include <doctest/doctest.h>
#include <unicode/ucal.h>

#include <algorithm>
#include <gongwen/detail/calendar/calendar.hpp>
#include <iterator>
#include <memory>

namespace {

using gongwen::Date;
namespace d = gongwen::detail;

struct Lunar {
  int year, month, day;
  bool leap;
};
/// ICU's reading of a day.
class Walk {
 public:
  Walk() : calendar_(ucal_open(u"UTC", -1, "zh@calendar=chinese", UCAL_DEFAULT, &status_), ucal_close) {}

  Lunar at(std::int64_t days) {
    ucal_setMillis(calendar_.get(), static_cast<double>(days) * 86400000.0 + 43200000.0, &status_);
    return {field(UCAL_EXTENDED_YEAR) - 2637, field(UCAL_MONTH) + 1, field(UCAL_DATE), field(UCAL_IS_LEAP_MONTH) != 0};
  }

 private:
  int field(UCalendarDateFields f) { return ucal_get(calendar_.get(), f, &status_); }

  UErrorCode status_ = U_ZERO_ERROR;
  std::unique_ptr<UCalendar, decltype(&ucal_close)> calendar_;
};

/// Is ICU known to be wrong about the month that a day falls in?
bool corrected(std::int64_t day) {
  return std::any_of(std::begin(d::corrected_months), std::end(d::corrected_months), [&](d::LunarMonth const& m) {
    std::int64_t const first = d::days_from(m.first);
    return day >= first - 1 && day <= first + m.days;
  });
}

}  // namespace

TEST_CASE("every day of the Chinese calendar is ICU's") {
  Walk icu;
  d::Feasts feasts;
  int checked = 0, wrong = 0;
  // A day in seven, and the first and last days of every month, cost a second; all of them a quarter of a minute.
  for (std::int64_t day = d::days_from({1900, 1, 31}); day <= d::days_from({2100, 12, 31}); ++day) {
    Lunar const l = icu.at(day);
    if ((l.day != 1 && l.day < 29 && day % 7 != 0) || corrected(day)) continue;
    auto const found = feasts.day(d::Feasts::lunar_code(l.month, l.day, l.leap), l.year);
    ++checked;
    if (!found || d::days_from(*found) != day) ++wrong;
  }
  CHECK(checked > 15000);
  CHECK(wrong == 0);
}

TEST_CASE("months that ICU has wrong are the almanac's") {
  d::Feasts feasts;
  for (d::LunarMonth const& m : d::corrected_months) {
    auto const code = [&](int day) { return d::Feasts::lunar_code(m.month, day, m.leap); };
    CHECK(feasts.day(code(1), m.year) == m.first);
    CHECK(feasts.day(code(m.days), m.year) == d::plus_days(m.first, m.days - 1));
    CHECK(feasts.day(code(30), m.year).has_value() == (m.days == 30));
  }
}

TEST_CASE("feasts as they were printed") {
  d::Feasts feasts;
  auto const new_year = [&](int year) { return feasts.day(d::Feasts::lunar_code(1, 1, false), year); };
  CHECK(new_year(1949) == Date{1949, 1, 29});
  CHECK(new_year(1985) == Date{1985, 2, 20});
  CHECK(new_year(2008) == Date{2008, 2, 7});
  CHECK(new_year(2024) == Date{2024, 2, 10});
  CHECK(new_year(2027) == Date{2027, 2, 6});
  CHECK(new_year(2030) == Date{2030, 2, 3});
  CHECK(feasts.day(d::Feasts::lunar_code(8, 15, false), 2020) == Date{2020, 10, 1});
  CHECK(feasts.day(d::Feasts::lunar_code(4, 1, true), 2020) == Date{2020, 5, 23});
  CHECK_FALSE(feasts.day(d::Feasts::lunar_code(4, 1, true), 2021).has_value());
  CHECK(feasts.day(d::Feasts::eve, 2023) == Date{2024, 2, 9});
  CHECK(feasts.lunar_year({2024, 2, 9}) == 2023);
  CHECK(feasts.lunar_year({2024, 2, 10}) == 2024);
  CHECK_FALSE(feasts.day(d::Feasts::eve, 1899).has_value());
  CHECK_FALSE(feasts.day(d::Feasts::eve, 2101).has_value());
}

TEST_CASE("solar terms as they were printed") {
  CHECK(d::solar_term(6, 2024) == Date{2024, 4, 4});     // 清明
  CHECK(d::solar_term(23, 2021) == Date{2021, 12, 21});  // 冬至, of the years that the formula misses
  CHECK(d::solar_term(23, 1918) == Date{1918, 12, 22});
  CHECK(d::solar_term(12, 2016) == Date{2016, 7, 7});  // 小暑
  CHECK(d::solar_term(3, 2026) == Date{2026, 2, 18});  // 雨水
  CHECK(d::solar_term(0, 2100) == Date{2100, 1, 5});   // 小寒
  CHECK(d::solar_term(2, 2000) == Date{2000, 2, 4});   // 立春
  CHECK_FALSE(d::solar_term(24, 2000).has_value());
  CHECK_FALSE(d::solar_term(0, 1899).has_value());
}

TEST_CASE("solar terms stand in order, some 15 days apart") {
  std::int64_t before = d::days_from(*d::solar_term(0, 1900)) - 15;
  for (int year = 1900; year <= 2100; ++year) {
    for (int term = 0; term < d::solar_term_count; ++term) {
      std::int64_t const day = d::days_from(*d::solar_term(term, year));
      CHECK(day - before >= 14);
      CHECK(day - before <= 17);
      before = day;
    }
  }
}
