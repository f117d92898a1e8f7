// Conversion of units, and units that a user adds.
#include <doctest/doctest.h>

#include <gongwen/gongwen.hpp>

namespace {

gongwen::Decimal decimal(char const* text) { return *gongwen::Decimal::parse(text); }
void same(std::optional<gongwen::Converted> const& got, char const* value, char const* unit, bool exact = true) {
  REQUIRE(got);
  CHECK(got->value == decimal(value));
  CHECK(got->unit == unit);
  CHECK(got->exact == exact);
}

}  // namespace

TEST_CASE("units convert to the SI, exactly where ten places hold it") {
  using gongwen::convert;
  same(convert(decimal("5"), "t"), "5000", "kg");
  same(convert(decimal("3"), "mu"), "2000", "m2");
  same(convert(decimal("100"), "mu"), "66666.6666666667", "m2", false);
  same(convert(decimal("1.5"), "km2"), "1500000", "m2");
  same(convert(decimal("12"), "%"), "0.12", "1");
  same(convert(decimal("2"), "pp"), "0.02", "1");
  same(convert(decimal("2"), "kWh"), "7200000", "J");
  same(convert(decimal("0.5"), "ha"), "5000", "m2");
  same(convert(decimal("1200"), "CNY"), "1200", "CNY");
  CHECK_FALSE(convert(decimal("20"), "degC"));
  CHECK_FALSE(convert(decimal("20"), "nothing"));
  CHECK_FALSE(convert(decimal("9999999999999999999999999999"), "t"));
}

TEST_CASE("a rate converts by both of its units") {
  auto const records = gongwen::parse(std::string_view("浓度为30微克/立方米，收购价每公斤20元，密度为9人/平方公里。")) |
                       gongwen::segment() | gongwen::extract();
  auto const quantities = records.quantities();
  REQUIRE(quantities.size() == 3);
  same(gongwen::convert(quantities[0]), "0.00000003", "kg/m3");
  same(gongwen::convert(quantities[1]), "20", "CNY/kg");
  CHECK_FALSE(gongwen::convert(quantities[2]));
}

TEST_CASE("a user's own units, subunits, classifiers and phrases are read like the library's") {
  gongwen::Lexicon const lexicon = gongwen::Lexicon::builtin()
                                       .with("units", "方斗\t方斗\tvolume\t0.01 m3\t-\tmine\n")
                                       .with("classifiers", "畦\tyes\tmine\n")
                                       .with("fixed_phrases", "三家岔\tmine\n");
  gongwen::ExtractOptions options;
  options.lexicon = &lexicon;
  auto const records = gongwen::parse(std::string_view("存粮12方斗，整治三畦，三家岔村通水。")) | gongwen::segment() |
                       gongwen::extract(options);
  auto const quantities = records.quantities();
  REQUIRE(quantities.size() == 2);
  CHECK(quantities[0].unit == "方斗");
  same(gongwen::convert(quantities[0], lexicon), "0.12", "m3");
  CHECK(quantities[1].unit == "畦");
}
