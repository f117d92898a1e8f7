// Patterns that a user brings: what they read, what they refuse, and where they give up.
#include <doctest/doctest.h>

#include <gongwen/gongwen.hpp>
#include <string>
#include <vector>

namespace {

using gongwen::Date;
using gongwen::Decimal;

gongwen::Findings read_with(std::string const& text, std::string const& patterns) {
  gongwen::Lexicon const lexicon = gongwen::Lexicon::builtin().with("patterns", patterns);
  gongwen::ExtractOptions options;
  options.reference_date = Date{2024, 7, 25};
  options.lexicon = &lexicon;
  return gongwen::parse(text) | gongwen::segment() | gongwen::extract(options) | gongwen::check();
}
/// The code and the line of the error that a line brings; "" for none.
std::string refused(std::string const& patterns) {
  try {
    (void)gongwen::Lexicon::builtin().with("patterns", patterns);
  } catch (gongwen::error const& e) {
    return std::string(name(e.code())) + " " + std::to_string(e.offset());
  }
  return "";
}

}  // namespace

TEST_CASE("a quantity by a user's pattern") {
  auto const found = read_with("大家好。\n云岭镇装机GJ-3.5万，仓容[12至15]方，载重6箱。\n",
                               "power\tquantity=kW\tGJ-(?<value>[\\d.]+万?)\tOWN\n"
                               "room\tquantity\t\\[(?<low>\\d+)至(?<high>\\d+)\\](?<unit>方)\tOWN\n");
  auto const quantities = found.records().quantities();
  REQUIRE(quantities.size() == 3);
  CHECK(quantities[0].text == "GJ-3.5万");
  CHECK(quantities[0].value == Decimal(35000));
  CHECK(quantities[0].unit == "kW");
  CHECK(quantities[0].dimension == gongwen::Dimension::power);
  CHECK(quantities[0].by == "power");
  CHECK(quantities[1].low == Decimal(12));
  CHECK(quantities[1].high == Decimal(15));
  CHECK(quantities[1].unit == "方");
  CHECK(quantities[2].unit == "箱");  // what no pattern reads stays the library's
}

TEST_CASE("times, ranks, ratios and entities by patterns") {
  auto const found = read_with("大家好。\nFY23Q档案，D7/25交付，名次#3/14，配比<3|5|2>，依据ZC-0925办理。\n",
                               "fiscal\ttime\tFY(?<year>\\d\\d)Q\tOWN\n"
                               "due\ttime\tD(?<month>\\d+)/(?<day>\\d+)\tOWN\n"
                               "place\trank\t#(?<position>\\d+)/(?<out_of>\\d+)\tOWN\n"
                               "mix\tratio\t<(?<a>\\d+)\\|(?<b>\\d+)\\|(?<c>\\d+)>\tOWN\n"
                               "policy\tdocument\t(?<name>ZC-(?<number>\\d{4}))\tOWN\n");
  auto const& records = found.records();
  REQUIRE(records.times().size() == 2);
  CHECK(records.times()[0].text == "FY23Q");
  CHECK(records.times()[0].timex == "2023");
  CHECK(records.times()[1].begin == Date{2024, 7, 25});
  REQUIRE(records.ranks().size() == 1);
  CHECK(records.ranks()[0].position == 3);
  CHECK(records.ranks()[0].out_of == 14);
  REQUIRE(records.ratios().size() == 1);
  CHECK(records.ratios()[0].terms == std::vector<Decimal>{3, 5, 2});
  REQUIRE(records.entities().size() == 1);
  CHECK(records.entities()[0].name == "ZC-0925");
  CHECK(records.entities()[0].number == "0925");
  CHECK(records.entities()[0].kind == gongwen::EntityKind::document);
}

TEST_CASE("a user's pattern comes before the library's reading, and facts are made of it") {
  auto const found = read_with("大家好。\n全镇生产总值达到¥6.5（亿），同比增长7%。\n",
                               "yuan\tquantity=CNY\t¥(?<value>[\\d.]+)（亿）\tOWN\n");
  REQUIRE(found.records().indicators().size() == 1);
  CHECK(found.records().indicators()[0].value == Decimal::parse("6.5"));
  CHECK(found.records().indicators()[0].unit == "CNY");
  REQUIRE(found.records().quantities().size() == 2);
  CHECK(found.records().quantities()[0].text == "¥6.5（亿）");
}

TEST_CASE("patterns see code points, one sentence at a time") {
  auto const found = read_with("大家好。\n甲𠀀7乙。甲。8乙。\n", "any\tquantity\t甲.(?<value>\\d)乙\tOWN\n");
  REQUIRE(found.records().quantities().size() == 1);
  CHECK(found.records().quantities()[0].value == Decimal(7));
}

TEST_CASE("what a pattern can't read is no record") {
  auto const found = read_with("大家好。\nD13/40交付，V天成立。\n",
                               "due\ttime\tD(?<month>\\d+)/(?<day>\\d+)\tOWN\n"
                               "v\tquantity\tV(?<value>.)\tOWN\n"
                               "nothing\tperson\tx*\tOWN\n");
  CHECK(found.records().times().empty());
  CHECK(found.records().quantities().empty());
  CHECK(found.records().entities().empty());
}

TEST_CASE("lines that can't be a pattern") {
  CHECK(refused("a\tquantity\t(?<value>\\d+)\tOWN\n").empty());
  CHECK(refused("# comment\n\na\tquantity\t(?<value>\\d+\tOWN\n") == "bad_pattern 3");
  CHECK(refused("a\tquantity\t(?<value>\\d+)\n") == "bad_pattern 1");
  CHECK(refused("a\tquantity\t(?<value>\\d+)\tOWN\tmore\n") == "bad_pattern 1");
  CHECK(refused("a\tthing\t(?<value>\\d+)\tOWN\n") == "bad_pattern 1");
  CHECK(refused("a\tquantity\t(?<year>\\d+)\tOWN\n") == "bad_pattern 1");
  CHECK(refused("a\tquantity\t(?<worth>\\d+)\tOWN\n") == "bad_pattern 1");
  CHECK(refused("a\tquantity\t\\d+\tOWN\n") == "bad_pattern 1");
  CHECK(refused("a\tquantity\t(?<low>\\d+)\tOWN\n") == "bad_pattern 1");
  CHECK(refused("a\ttime=x\t(?<year>\\d+)\tOWN\n") == "bad_pattern 1");
  CHECK(refused("a\tratio\t(?<a>\\d+)\tOWN\n") == "bad_pattern 1");
  CHECK(refused("\trank\t(?<position>\\d+)\tOWN\n") == "bad_pattern 1");
  CHECK(refused("a\tquantity\t(?<!x)(?<=y)(?<value>\\d+)\tOWN\n").empty());
}

TEST_CASE("a pattern by the same name replaces, words keep the patterns and patterns the words") {
  gongwen::Lexicon const lexicon = gongwen::Lexicon::builtin()
                                       .with("patterns", "a\tquantity\tA(?<value>\\d+)\tOWN\n")
                                       .with("classifiers", "舱\tyes\tOWN\n")
                                       .with("patterns", "a\tquantity\tB(?<value>\\d+)(?<unit>舱)\tOWN\n");
  gongwen::ExtractOptions options;
  options.lexicon = &lexicon;
  auto const records = gongwen::parse("大家好。\nA1，B2舱，三舱。\n") | gongwen::segment() | gongwen::extract(options);
  REQUIRE(records.quantities().size() == 2);
  CHECK(records.quantities()[0].text == "B2舱");
  CHECK(records.quantities()[0].dimension == gongwen::Dimension::count);
  CHECK(records.quantities()[1].text == "三舱");
}

TEST_CASE("a pattern that passes its bound gives up in that sentence alone") {
  std::string const hard(60, 'a');
  auto const found = read_with("大家好。\n" + hard + "b。一切正常，编号x7。\n",
                               "greedy\tquantity\t(a+)+(?<value>\\d)\tOWN\nplain\tquantity\tx(?<value>\\d)\tOWN\n");
  REQUIRE(found.findings().size() == 1);
  gongwen::Finding const& f = found.findings()[0];
  CHECK(f.rule == "pattern_gave_up");
  CHECK(f.severity == gongwen::Severity::warning);
  CHECK(f.message.find("greedy") != std::string::npos);
  CHECK(found.records().text().view().substr(f.range.begin, 3) == "aaa");
  REQUIRE(found.records().quantities().size() == 1);
  CHECK(found.records().quantities()[0].by == "plain");
}
