// The pipeline: the same for every locale; the writer's fields, offsets and choices; the lexicon.
#include <doctest/doctest.h>

#include <clocale>
#include <gongwen/gongwen.hpp>
#include <locale>
#include <string>

namespace {

std::string const half_year =
    "上半年，全县完成生产总值58.6亿元，同比增长6.4%，占年度计划的46.5%，在全省排名第12位，三次产业结构比为19:40:45。";

std::string run(gongwen::WriteOptions const& options = {}) {
  return gongwen::to_string(gongwen::parse(half_year) | gongwen::segment() |
                                gongwen::extract({gongwen::Date{2023, 7, 25}}) | gongwen::check(),
                            options);
}

}  // namespace

TEST_CASE("locales give the same records") {
  std::string const expected = run();
  for (char const* name : {"C", "C.UTF-8", "de_DE.UTF-8", "zh_CN.UTF-8", "tr_TR.UTF-8"}) {
    if (std::setlocale(LC_ALL, name) == nullptr) continue;
    CHECK(run() == expected);
  }
  std::setlocale(LC_ALL, "C");
  struct Comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
  };
  std::locale const before = std::locale::global(std::locale(std::locale::classic(), new Comma));
  CHECK(run() == expected);
  std::locale::global(before);
}

TEST_CASE("offsets in every unit, numbers as strings, some records only") {
  gongwen::WriteOptions only;
  only.only = {gongwen::RecordType::ratio};
  CHECK(run(only) ==
        "{\"type\":\"ratio\",\"id\":\"r1\",\"text\":\"19:40:45\",\"terms\":[19,40,45],\"node\":\"n2\",\"span\":[58,66]}"
        "\n");
  only.offsets = gongwen::OffsetUnit::utf16;
  CHECK(run(only).find("\"span\":[58,66]") != std::string::npos);
  only.offsets = gongwen::OffsetUnit::utf8;
  only.numbers_as_strings = true;
  CHECK(run(only) ==
        "{\"type\":\"ratio\",\"id\":\"r1\",\"text\":\"19:40:45\",\"terms\":[\"19\",\"40\",\"45\"],\"node\":\"n2\","
        "\"span\":[144,152]}\n");
}

TEST_CASE("a user's words") {
  gongwen::Lexicon const more = gongwen::Lexicon::builtin().with("units", "筐\t筐\tother\t-\t-\tUSER\n");
  CHECK(more.size() == gongwen::Lexicon::builtin().size() + 1);
  gongwen::ExtractOptions options;
  options.lexicon = &more;
  auto const text = gongwen::parse("收购苹果3200筐。");
  auto const known = gongwen::Outline(gongwen::segment(text)) | gongwen::extract(options);
  REQUIRE(known.quantities().size() == 1);
  CHECK(known.quantities()[0].unit == "筐");
  CHECK(known.quantities()[0].value == gongwen::Decimal(3200));
  try {
    (void)gongwen::Lexicon::builtin().with("units", "# fine\n箩\t箩\n");
    FAIL("not refused");
  } catch (gongwen::error const& e) {
    CHECK(e.code() == gongwen::error_code::bad_lexicon);
    CHECK(e.offset() == 2);
  }
  CHECK_THROWS_AS((void)gongwen::Lexicon::builtin().with("no such table", ""), gongwen::error);
  CHECK_THROWS_AS((void)gongwen::Lexicon::builtin().with("fact", "词\tno_such_class\t-\tUSER\n"), gongwen::error);
}

TEST_CASE("facts that are not sure enough are left out") {
  std::string_view const mixed = "财政收入5亿元，风速5.5米。";
  gongwen::ExtractOptions options;
  gongwen::Records const all = gongwen::extract(gongwen::segment(gongwen::parse(mixed)), options);
  CHECK(all.indicators().size() == 2);
  options.min_confidence = *gongwen::Decimal::parse("0.9");
  gongwen::Records const sure = gongwen::extract(gongwen::segment(gongwen::parse(mixed)), options);
  REQUIRE(sure.indicators().size() == 1);
  CHECK(sure.indicators()[0].name == "财政收入");
  CHECK(sure.quantities().size() == 2);
}

TEST_CASE("limits are errors, not cuts") {
  gongwen::SegmentOptions few;
  few.max_nodes = 1;
  CHECK_THROWS_AS((void)gongwen::segment(gongwen::parse(half_year), few), gongwen::error);
  gongwen::ExtractOptions none;
  none.max_records = 1;
  CHECK_THROWS_AS((void)gongwen::extract(gongwen::segment(gongwen::parse(half_year)), none), gongwen::error);
}

TEST_CASE("records outlive the pipe") {
  gongwen::Records kept;
  {
    auto const text = gongwen::parse(half_year);
    kept = text | gongwen::segment() | gongwen::extract({gongwen::Date{2023, 7, 25}});
  }
  REQUIRE(kept.indicators().size() == 1);
  gongwen::Indicator const& i = kept.indicators()[0];
  CHECK(i.name == "生产总值");
  CHECK(i.canonical == "地区生产总值");
  CHECK(i.period->begin == gongwen::Date{2023, 1, 1});
  CHECK(i.completion->of == "年度计划");
  CHECK(i.rank->position == 12);
  CHECK(kept.evidence(i).size() == 6);
  CHECK(kept.reference_date_from() == "caller");
}

TEST_CASE("empty and tiny inputs") {
  for (char const* input : {"", "\n", " ", "。", "一", "1", "\f", "\r", "（", "《", "5%"}) {
    auto const findings = gongwen::parse(input) | gongwen::segment() | gongwen::extract() | gongwen::check();
    CHECK(findings.findings().empty());
  }
}
