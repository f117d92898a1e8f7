// compare: one indicator, area and period in two documents.
#include <doctest/doctest.h>

#include <gongwen/gongwen.hpp>
#include <string>

namespace {

gongwen::Records document_of(char const* text, gongwen::Date day) {
  return gongwen::parse(text) | gongwen::segment() | gongwen::extract({day});
}
/// The relation of each pair, and of what.
std::string relations(char const* first, char const* second) {
  auto const c = gongwen::compare(document_of(first, {2023, 1, 20}), document_of(second, {2024, 1, 20}));
  std::string out;
  for (gongwen::Compared const& pair : c.pairs()) {
    if (!out.empty()) out += ' ';
    out += std::string(c.second().indicators()[pair.second].indicator_id) + ":" +
           std::string(gongwen::name(pair.aspect)) + ":" + std::string(gongwen::name(pair.relation));
  }
  return out;
}

}  // namespace

TEST_CASE("compare: values told in both") {
  CHECK(relations("2022年，全县粮食产量35.6万吨。", "2022年，全县粮食产量35.6万吨。") == "grain_output:level:agrees");
  CHECK(relations("2022年，全县粮食产量35.6万吨。", "2022年，全县粮食产量35.62万吨。") == "grain_output:level:rounded");
  CHECK(relations("2022年，全县粮食产量35.6万吨。", "2022年，全县粮食产量36.5万吨。") == "grain_output:level:differs");
}

TEST_CASE("compare: silent on other years, areas, measures, and on years that are not known") {
  CHECK(relations("2022年，全县粮食产量35.6万吨。", "2023年，全县粮食产量36.5万吨。").empty());
  CHECK(relations("2022年，全县粮食产量35.6万吨。", "2022年，全省粮食产量36.5万吨。").empty());
  CHECK(relations("2022年，全县粮食产量35.6万吨。", "2022年，全县油料产量36.5万吨。").empty());
}

TEST_CASE("compare: a target and its result") {
  CHECK(relations("2023年，全县税收收入力争达到8亿元。", "2023年，全县税收收入完成8.2亿元。") ==
        "tax_revenue:level:reached");
  CHECK(relations("2023年，全县税收收入力争达到8亿元。", "2023年，全县税收收入完成6.2亿元。") ==
        "tax_revenue:level:missed");
  auto const c = gongwen::compare(document_of("2023年，全县税收收入力争达到8亿元。", {2023, 1, 20}),
                                  document_of("2023年，全县税收收入完成6亿元。", {2024, 1, 20}));
  REQUIRE(c.pairs().size() == 1);
  CHECK(c.pairs()[0].difference == gongwen::Decimal(-200000000));
  CHECK(c.pairs()[0].per_cent == gongwen::Decimal(75));
  CHECK(c.pairs()[0].unit == "CNY");
}

TEST_CASE("compare: written") {
  auto const c = gongwen::compare(document_of("2022年，全县粮食产量35.6万吨。", {2023, 1, 20}),
                                  document_of("2022年，全县粮食产量26.7万吨。", {2023, 1, 20}));
  CHECK(gongwen::to_string(c) ==
        "{\"type\":\"comparison\",\"indicator_id\":\"grain_output\",\"name\":\"粮食产量\",\"area\":\"全县\","
        "\"period\":\"2022\",\"aspect\":\"level\",\"relation\":\"differs\",\"unit\":\"t\","
        "\"first\":{\"id\":\"i1\",\"value\":356000,\"status\":\"actual\"},"
        "\"second\":{\"id\":\"i1\",\"value\":267000,\"status\":\"actual\"},\"difference\":-89000,\"per_cent\":75}\n");
  CHECK(gongwen::to_string(c, {.format = gongwen::Format::table}) ==
        "粮食产量\t全县\t2022\tlevel\t356000\t267000\tt\tdiffers\n");
  CHECK_THROWS_AS((void)gongwen::to_string(c, {.format = gongwen::Format::markdown}), gongwen::error);
  CHECK(gongwen::to_string(gongwen::Comparison(), {.format = gongwen::Format::csv}) ==
        "indicator_id,name,area,period,aspect,relation,unit,first.id,first.value,first.status,second.id,second.value,"
        "second.status,difference,per_cent\r\n");
}
