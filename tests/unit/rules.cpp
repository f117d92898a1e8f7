// docs/rules.md: every rule has a text in which it finds something and one in which it does not; and rules can be left out.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

/// One fenced block of the page: ```finds RULE or ```silent RULE.
struct RuleExample {
  std::string rule, text;
  bool finds = false;
};

std::vector<RuleExample> examples_of_rules() {
  std::ifstream page(std::string(GONGWEN_SOURCE_DIR) + "/docs/rules.md");
  std::vector<RuleExample> out;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line.rfind("```", 0) == 0) {
      inside = !inside;
      if (!inside) continue;
      std::istringstream words(line.substr(3));
      std::string kind;
      out.emplace_back();
      words >> kind >> out.back().rule;
      out.back().finds = kind == "finds";
    } else if (inside) {
      out.back().text += line + "\n";
    }
  }
  return out;
}

std::vector<std::string> rules_found(std::string const& text, gongwen::CheckOptions const& options = {}) {
  auto const found = gongwen::parse(text) | gongwen::segment() | gongwen::extract({gongwen::Date{2024, 7, 25}}) |
                     gongwen::check(options);
  std::vector<std::string> out;
  for (gongwen::Finding const& f : found.findings()) out.emplace_back(f.rule);
  return out;
}

}  // namespace

TEST_CASE("rules: the examples of docs/rules.md") {
  gongwen::CheckOptions options;
  options.implied = true;
  std::map<std::string, std::pair<int, int>> seen;
  for (RuleExample const& e : examples_of_rules()) {
    CAPTURE(e.rule);
    CAPTURE(e.text);
    auto const found = rules_found(e.text, options);
    CHECK((std::count(found.begin(), found.end(), e.rule) > 0) == e.finds);
    ++(e.finds ? seen[e.rule].first : seen[e.rule].second);
  }
  for (std::string_view const rule : gongwen::rule_names()) {
    if (rule == "pattern_gave_up") continue;  // tests/unit/patterns.cpp
    CAPTURE(rule);
    CHECK(seen[std::string(rule)].first > 0);
    CHECK(seen[std::string(rule)].second > 0);
  }
}

TEST_CASE("rules: every finding has a message in both languages, and evidence") {
  for (gongwen::Language const language : {gongwen::Language::zh, gongwen::Language::en}) {
    gongwen::CheckOptions options;
    options.implied = true;
    options.language = language;
    for (RuleExample const& e : examples_of_rules()) {
      auto const found = gongwen::parse(e.text) | gongwen::segment() | gongwen::extract({gongwen::Date{2024, 7, 25}}) |
                         gongwen::check(options);
      for (gongwen::Finding const& f : found.findings()) {
        CHECK(f.message.rfind(f.rule, 0) != 0);  // what stands for a missing message
        CHECK(!f.evidence.empty());
      }
    }
  }
}

TEST_CASE("rules: left out by name") {
  std::string const text = "三次产业结构比为12:35:58，全县扎实推进“百日攻坚行动，取得明显成效。\n";
  CHECK(rules_found(text) == std::vector<std::string>{"shares_not_100", "unpaired_mark"});
  gongwen::CheckOptions options;
  options.without = {"shares_not_100"};
  CHECK(rules_found(text, options) == std::vector<std::string>{"unpaired_mark"});
  options.without = {"no_such_rule"};
  try {
    (void)rules_found(text, options);
    FAIL("not refused");
  } catch (gongwen::error const& e) {
    CHECK(e.code() == gongwen::error_code::unsupported);
  }
}

TEST_CASE("rules: a year that is not known equals none") {
  auto const found = gongwen::parse("全县粮食产量35.6万吨。\n全县粮食产量36.5万吨。\n") | gongwen::segment() |
                     gongwen::extract() | gongwen::check();
  CHECK(found.findings().empty());
}
