// The sheet for the meeting: its words, figures, lights, and that no text breaks out of the page.
#include <doctest/doctest.h>

#include <fstream>
#include <gongwen/detail/review/review.hpp>
#include <gongwen/gongwen.hpp>
#include <sstream>
#include <string>

namespace {

gongwen::Findings reviewed_findings(std::string_view text) {
  return gongwen::parse(text) | gongwen::segment() | gongwen::extract() | gongwen::check();
}
std::string sheet_of(std::string_view text, gongwen::ReviewFormat format,
                     gongwen::Language language = gongwen::Language::zh) {
  return gongwen::review(reviewed_findings(text), {.format = format, .language = language}, "a.txt");
}
bool holds(std::string_view all, std::string_view part) { return all.find(part) != std::string_view::npos; }

std::string source_file(std::string const& name) {
  std::ifstream in(std::string(GONGWEN_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}
std::string script_safe(std::string_view json) {
  gongwen::detail::Out out;
  gongwen::detail::put_script_safe(out, json);
  return {out.data(), out.size()};
}

}  // namespace

TEST_CASE("every word of the sheet is there in both languages") {
  auto const lexicon = gongwen::Lexicon::builtin();
  for (auto const language : {gongwen::Language::zh, gongwen::Language::en}) {
    gongwen::detail::ReviewWords const words(lexicon.data(), language);
    for (std::string_view const key : gongwen::detail::page_words) CHECK_MESSAGE(!words.find(key).empty(), key);
    for (std::string_view const key : gongwen::detail::page_groups) CHECK_MESSAGE(!words.find(key).empty(), key);
    for (std::string_view const unit : gongwen::detail::page_units)
      CHECK_MESSAGE(!words.find("unit." + std::string(unit)).empty(), unit);
  }
}

TEST_CASE("figures of the sheet keep the digits that were written") {
  auto const lexicon = gongwen::Lexicon::builtin();
  gongwen::detail::ReviewWords const zh(lexicon.data(), gongwen::Language::zh);
  gongwen::detail::ReviewWords const en(lexicon.data(), gongwen::Language::en);
  auto const written = [](std::string_view digits, int power) {
    return *gongwen::Decimal::parse(digits)->scaled(power);
  };
  CHECK(gongwen::detail::scaled_words(zh, written("58.6", 8)) == "58.6亿");
  CHECK(gongwen::detail::scaled_words(zh, written("-3.06", 8)) == "-3.06亿");
  CHECK(gongwen::detail::scaled_words(zh, written("15820", 0)) == "15820");
  CHECK(gongwen::detail::scaled_words(zh, written("2.4", 4)) == "2.4万");
  CHECK(gongwen::detail::scaled_words(en, written("58.6", 8)) == "5.86 billion");
}

TEST_CASE("a plan is held against time, a growth against its target") {
  std::string const text =
      "2023年7月10日\n上半年，全县完成一般公共预算收入3.06亿元，占年度计划的44.7%，同比增长5.9%。"
      "全县完成固定资产投资20.5亿元，占年度计划的36.1%。全县地区生产总值增长6.4%。\n"
      "下半年，全年地区生产总值增长要确保7%以上。\n";
  auto const findings = reviewed_findings(text);
  auto const lexicon = gongwen::Lexicon::builtin();
  gongwen::detail::ReviewWords const words(lexicon.data(), gongwen::Language::zh);
  auto const rows = gongwen::detail::Scoreboard(words, findings.records()).rows();
  REQUIRE(rows.size() >= 3);
  CHECK(rows[0].elapsed == "50%");
  CHECK(rows[0].light == gongwen::detail::Light::amber);
  CHECK(rows[1].light == gongwen::detail::Light::red);
  using gongwen::Decimal;
  using gongwen::detail::Light;
  CHECK(gongwen::detail::light_of_schedule(Decimal(2)) == Light::green);
  CHECK(gongwen::detail::light_of_schedule(Decimal(10)) == Light::amber);
  CHECK(gongwen::detail::light_of_target(Decimal(0)) == Light::green);
  CHECK(gongwen::detail::light_of_target(Decimal(2)) == Light::red);
}

TEST_CASE("data of a page cannot end its element or begin a comment") {
  CHECK(script_safe("\"</script><!--\"") == "\"\\u003c/script>\\u003c!--\"");
  CHECK(script_safe("a\xe2\x80\xa8"
                    "b\xe2\x80\xa9") == "a\\u2028b\\u2029");
  CHECK(script_safe("\xe2\x80\xa6") == "\xe2\x80\xa6");
  std::string const hostile =
      "关于</title><script>alert(1)</script><!--的报告\n一、“<img src=x onerror=alert(1)>”增长5%。\n";
  std::string const page = sheet_of(hostile, gongwen::ReviewFormat::html);
  std::size_t elements = 0;
  for (std::size_t at = page.find("<script"); at != std::string::npos; at = page.find("<script", at + 1)) ++elements;
  CHECK(elements == 2);  // the data and the script of the page
  CHECK(!holds(page, "<img"));
  CHECK(!holds(page, "<!--"));
  CHECK(holds(page, "\\u003cimg"));
  CHECK(holds(page, "default-src 'none'"));
}

TEST_CASE("places of the frame in a text are not filled") {
  std::string const page = sheet_of("{{script}}的报告\n{{data}}增长5%。\n", gongwen::ReviewFormat::html);
  CHECK(holds(page, "{{data}}"));
}

TEST_CASE("a sheet speaks the language of the options") {
  std::string const text = "2023年7月10日\n上半年，全县完成一般公共预算收入3.06亿元，占年度计划的44.7%。\n";
  CHECK(holds(sheet_of(text, gongwen::ReviewFormat::html), "<html lang=\"zh-CN\">"));
  CHECK(holds(sheet_of(text, gongwen::ReviewFormat::html, gongwen::Language::en), "<html lang=\"en\">"));
  CHECK(holds(sheet_of(text, gongwen::ReviewFormat::csv), "指标,地区,时期"));
  CHECK(holds(sheet_of(text, gongwen::ReviewFormat::csv, gongwen::Language::en), "Indicator,Area,Period"));
  CHECK(holds(sheet_of(text, gongwen::ReviewFormat::markdown, gongwen::Language::en), "306 million yuan"));
}

TEST_CASE("the sheet of the sample is as it was") {
  auto const findings = reviewed_findings(source_file("examples/data/jiangping.txt"));
  auto const same = [&](gongwen::ReviewFormat format, std::string const& name) {
    CHECK(gongwen::review(findings, {.format = format}, "jiangping.txt") == source_file("tests/golden/review/" + name));
  };
  same(gongwen::ReviewFormat::markdown, "jiangping.md");
  same(gongwen::ReviewFormat::csv, "jiangping.csv");
}

TEST_CASE("an empty text and no document have a sheet") {
  CHECK(holds(sheet_of("", gongwen::ReviewFormat::html), "\"records\":["));
  std::string out;
  gongwen::review({}, {}, [&out](std::string_view piece) { out += piece; });
  CHECK(holds(out, "\"documents\":[]"));
}
