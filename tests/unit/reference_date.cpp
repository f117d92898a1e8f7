// The day that a text was written: given by the caller, else found in the text, and then said so.
#include <doctest/doctest.h>

#include <gongwen/gongwen.hpp>
#include <string>

namespace {

using gongwen::Date;

gongwen::Records dated(std::string const& text, std::optional<Date> given = {}) {
  gongwen::ExtractOptions options;
  options.reference_date = given;
  return gongwen::parse(text) | gongwen::segment() | gongwen::extract(options);
}

}  // namespace

TEST_CASE("the day of writing is found where official texts state it") {
  struct Case {
    char const* text;
    Date day;
  };
  Case const cases[] = {
      {"在全县春耕现场会上的讲话\n（根据录音整理 2024年3月25日）\n同志们：\n今年形势不错。\n", {2024, 3, 25}},
      {"在全县干部大会上的讲话\n（2021年2月18日）\n同志们：\n今年任务更重。\n", {2021, 2, 18}},
      {"关于做好防汛工作的通知\n各镇：\n请于本月底前报送。\n\n云岭县人民政府办公室\n2023年5月9日\n", {2023, 5, 9}},
      {"关于做好防汛工作的通知\n各镇：\n请于本月底前报送。\n\n云岭县人民政府办公室\n二〇二三年五月九日\n",
       {2023, 5, 9}},
      {"工作简报\n发布时间：2022-11-10 09:30\n昨天召开会议。\n", {2022, 11, 10}},
  };
  for (Case const& c : cases) {
    INFO(c.text);
    auto const records = dated(c.text);
    CHECK(records.reference_date() == c.day);
    CHECK(records.reference_date_from() == "text");
  }
}

TEST_CASE("the day of writing comes before the day of publishing") {
  auto const records =
      dated("成文日期：2022年11月3日\n发布日期：2022年11月20日\n关于做好供暖工作的通知\n各镇：\n今年以来总体平稳。\n");
  CHECK(records.reference_date() == Date{2022, 11, 3});
  REQUIRE(records.times().size() == 3);
  CHECK(records.times()[2].end == Date{2022, 11, 3});  // 今年以来
}

TEST_CASE("what the caller gives comes before what the text says") {
  auto const records = dated("工作简报\n发布时间：2022-11-10\n昨天召开会议。\n", Date{2023, 1, 2});
  CHECK(records.reference_date() == Date{2023, 1, 2});
  CHECK(records.reference_date_from() == "caller");
  REQUIRE(records.times().size() == 2);
  CHECK(records.times()[1].begin == Date{2023, 1, 1});
}

TEST_CASE("a text that states no day has none, and what depends on it stays open") {
  auto const records = dated("工作简报\n去年完成投资3亿元，2021年5月竣工。\n");
  CHECK_FALSE(records.reference_date().has_value());
  CHECK(records.reference_date_from().empty());
  REQUIRE(records.times().size() == 2);
  CHECK(records.times()[0].timex == "P-1Y");
  CHECK_FALSE(records.times()[0].begin.has_value());
}
