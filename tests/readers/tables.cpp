// Tables of rich files reach extract: a figure knows its row, its column and its unit.
#include <doctest/doctest.h>

#include <algorithm>
#include <gongwen/gongwen.hpp>
#include <gongwen/readers.hpp>
#include <string>

#include "files.hpp"

namespace {

/// What both formats say of the table below.
void check_indicators(gongwen::RichText const& rich) {
  INFO(rich.text);
  auto const records = gongwen::parse(rich) | gongwen::segment() | gongwen::extract();
  auto const find = [&](std::string_view name) {
    auto const& all = records.indicators();
    auto const at = std::find_if(all.begin(), all.end(), [&](auto const& i) { return i.name == name; });
    return at == all.end() ? nullptr : &*at;
  };
  gongwen::Indicator const* const product = find("地区生产总值");
  REQUIRE(product != nullptr);
  REQUIRE(product->value.has_value());
  CHECK(product->value->to_string() == "18640000000");
  CHECK(product->unit == "CNY");
  REQUIRE(product->changes.size() == 1);
  CHECK(product->changes[0].value->to_string() == "6.2");
  CHECK(product->changes[0].unit == "%");
  gongwen::Indicator const* const grain = find("粮食产量");
  REQUIRE(grain != nullptr);
  CHECK(grain->value->to_string() == "315000");
  CHECK(grain->unit == "t");
  gongwen::Place const* const place = rich.at(product->span.begin);
  REQUIRE(place != nullptr);
  CHECK(place->table == 1);
  CHECK(place->row == 2);
  CHECK(place->column == 3);
}

}  // namespace

TEST_CASE("a table in DOCX yields indicators, whose spans have cells as places") {
  auto const row = [](std::string const& a, std::string const& b, std::string const& c, std::string const& d) {
    return "<w:tr>" + tc(a) + tc(b) + tc(c) + tc(d) + "</w:tr>";
  };
  check_indicators(gongwen::read_rich(
      docx_of(p("2024年全县国民经济统计公报") + p("2024年全县经济运行总体平稳。") + "<w:tbl>" +
              row("指标", "单位", "绝对数", "比上年增长（%）") + row("地区生产总值", "亿元", "186.4", "6.2") +
              row("粮食产量", "万吨", "31.5", "1.8") + "</w:tbl>" + p("注：增长速度按可比价计算。"))));
}

TEST_CASE("a table in HTML yields indicators, whose spans have cells as places") {
  auto const row = [](std::string const& a, std::string const& b, std::string const& c, std::string const& d) {
    return "<tr><td>" + a + "</td><td>" + b + "</td><td>" + c + "</td><td>" + d + "</td></tr>";
  };
  check_indicators(gongwen::read_rich(
      "<!DOCTYPE html><html><head><meta charset='utf-8'><title>公报</title></head><body>"
      "<h1>2024年全县国民经济统计公报</h1><p>2024年全县经济运行总体平稳。</p><table>" +
      row("指标", "单位", "绝对数", "比上年增长（%）") + row("地区生产总值", "亿元", "186.4", "6.2") +
      row("粮食产量", "万吨", "31.5", "1.8") + "</table><p>注：增长速度按可比价计算。</p></body></html>"));
}
