// Text: every repair an edit, every kind a switch, every position mapped back.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gongwen/detail/characters/utf8.hpp>
#include <gongwen/gongwen.hpp>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string_view first(std::string_view s) { return s.substr(0, gongwen::detail::char_size(s, 0)); }
std::string_view last_of(std::string_view s) { return s.substr(gongwen::detail::previous(s, s.size())); }

/// For every record and node: the original slice, repaired by its edits, is what the repaired text reads there.
bool maps_back(gongwen::Records const& records) {
  gongwen::Text const& text = records.text();
  bool ok = true;
  auto const place = [&](gongwen::Span span, gongwen::detail::Range range) {
    ok = ok && text.span(range) == span && span.end <= text.original().size() &&
         text.repaired(span) == text.view().substr(range.begin, range.size());
  };
  auto const each = [&](auto const& list) {
    for (auto const& r : list) place(r.span, r.range);
  };
  auto const worded = [&](auto const& list) {
    each(list);
    for (auto const& r : list) ok = ok && text.repaired(r.span) == r.text;
  };
  worded(records.quantities());
  worded(records.times());
  worded(records.ranks());
  worded(records.ratios());
  worded(records.entities());
  each(records.indicators());
  each(records.projects());
  each(records.tasks());
  each(records.appraisals());
  each(records.problems());
  each(records.formulations());
  for (gongwen::Node const& n : records.outline().nodes()) {
    place(n.span, n.range);
    ok = ok && text.repaired(n.span) == records.outline().words(n);
  }
  return ok;
}

bool maps_back(std::string const& input, gongwen::ParseOptions const& options = {}) {
  auto const text = gongwen::parse(input, options);
  auto const records = text | gongwen::segment() | gongwen::extract({gongwen::Date{2023, 7, 25}});
  bool ok = maps_back(records);
  std::uint64_t last = 0;
  for (gongwen::Edit const& e : text.edits()) {
    ok = ok && e.span.begin >= last && text.slice(e.span) == e.before;
    // As short as can be: no common head or tail, of whole characters
    bool const undecodable = e.kind == gongwen::EditKind::undecodable;
    ok = ok && (undecodable || e.before.empty() || e.after.empty() ||
                (first(e.before) != first(e.after) && last_of(e.before) != last_of(e.after)));
    last = e.span.end;
  }
  return ok && text.repaired({0, text.original().size()}) == text.view();
}

/// What parse reads, as a string of its own.
std::string repaired(std::string const& bytes, gongwen::ParseOptions const& options = {}) {
  auto const text = gongwen::parse(bytes, options);
  return std::string(text.view());
}

std::string const reported =
    "一、工作回顾\n上半年，全县完成地区生产总值62.3亿元，同比增长5.8%，占年度计划的46.1%，在全市排名第四。\n";

}  // namespace

TEST_CASE("bytes that no encoding allows are said, or refused") {
  std::string const broken = "全县\xff完成";
  auto const text = gongwen::parse(broken + reported);
  REQUIRE(!text.edits().empty());
  CHECK(text.edits()[0].kind == gongwen::EditKind::undecodable);
  CHECK(text.slice(text.edits()[0].span) == "\xef\xbf\xbd");
  gongwen::ParseOptions strict;
  strict.strict = true;
  strict.encoding = "UTF-8";
  try {
    (void)gongwen::parse(broken, strict);
    FAIL("not refused");
  } catch (gongwen::error const& e) {
    CHECK(e.code() == gongwen::error_code::undecodable);
    CHECK(e.offset() == 6);
  }
  gongwen::ParseOptions small;
  small.max_bytes = 10;
  CHECK_THROWS_AS((void)gongwen::parse(reported, small), gongwen::error);
  strict.encoding = "no such encoding";
  CHECK_THROWS_AS((void)gongwen::parse(reported, strict), gongwen::error);
}

TEST_CASE("positions map back through any mixture of repairs") {
  CHECK(rc::check("maps back", [] {
    static std::vector<std::string> const pieces = {
        "全市完成投资",
        "１２．５亿元",
        "，",
        "同比增长",
        " 8.4 %",
        "。",
        "\n",
        "\r\n",
        "\r",
        "\xe2\x80\x8b",
        "\xc2\xa0",
        "　　",
        "一、",
        "（二）",
        "第3位",
        "1-6 月份",
        "处臵",
        "十一〃五",
        "二○○五年",
        "二00八",
        "5·18",
        "12·5％",
        "2 0 0 8 年",
        "成　　员：",
        "情 况 通 报",
        " ”",
        "“ ",
        "幵丏",
        "末来",
        "巳经",
        "\xee\xa0\x9e",
        "\xef\xa5\xb9",
        "⼈",
        "\f",
        "\n- 3 -\n",
        "2023年",
        "三次产业结构比为12:35:53",
        "在全省排名",
        "底前",
        "\x01",
        "约5万户、",
        "全县上半年经济运行总体平稳、稳中有进，主要经济指标好于预期，发展质量和效益稳步提升，有望",
        "\n顺利完成"};
    std::string input;
    for (int const i : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, static_cast<int>(pieces.size())))) {
      input += pieces[static_cast<std::size_t>(i)];
    }
    RC_ASSERT(maps_back(input));
    gongwen::ParseOptions options;
    int const kept = *rc::gen::inRange(0, 256);
    int bit = 1;
    for (bool* const kind : {&options.unwrap, &options.page_numbers, &options.line_ends, &options.width,
                             &options.radicals, &options.confusions, &options.spaces, &options.controls}) {
      *kind = (kept & bit) == 0;
      bit *= 2;
    }
    RC_ASSERT(maps_back(input, options));
  }));
}

TEST_CASE("each kind of repair can be left undone") {
  using gongwen::EditKind;
  std::string const input =
      "全县\u2f08口３５万，处臵得\u200b当，增长 5 %。\r\n第二行\n- 3 -\n"
      "全县上半年经济运行总体平稳、稳中有进，主要经济指标好于预期，发展质量和效益稳步提升，全年目标任务有望\n顺利完成。"
      "\n";
  struct Switch {
    bool gongwen::ParseOptions::*option;
    EditKind kind;
  };
  constexpr Switch switches[] = {{&gongwen::ParseOptions::unwrap, EditKind::unwrap},
                                 {&gongwen::ParseOptions::page_numbers, EditKind::page_number},
                                 {&gongwen::ParseOptions::line_ends, EditKind::line_end},
                                 {&gongwen::ParseOptions::confusions, EditKind::ocr},
                                 {&gongwen::ParseOptions::radicals, EditKind::radical},
                                 {&gongwen::ParseOptions::width, EditKind::width},
                                 {&gongwen::ParseOptions::spaces, EditKind::space},
                                 {&gongwen::ParseOptions::controls, EditKind::control}};
  auto const has = [](gongwen::Text const& text, EditKind kind) {
    for (gongwen::Edit const& e : text.edits()) {
      if (e.kind == kind) return true;
    }
    return false;
  };
  auto const whole = gongwen::parse(input);
  for (Switch const& s : switches) {
    CHECK_MESSAGE(has(whole, s.kind), name(s.kind));
    gongwen::ParseOptions options;
    options.*s.option = false;
    auto const text = gongwen::parse(input, options);
    for (Switch const& other : switches) CHECK(has(text, other.kind) == (other.kind != s.kind));
  }
  gongwen::ParseOptions options;
  options.characters = false;
  auto const text = gongwen::parse(input, options);
  for (EditKind const kind : {EditKind::ocr, EditKind::radical, EditKind::width}) CHECK(!has(text, kind));
}

TEST_CASE("a repair that is not sure is said and not done") {
  auto const text = gongwen::parse("举行5·18招商活动。");
  REQUIRE(text.edits().size() == 1);
  CHECK(!text.edits()[0].applied);
  CHECK(text.edits()[0].before == "·");
  CHECK(text.edits()[0].after == ".");
  CHECK(text.view() == text.original());
}

TEST_CASE("a user's lexicon adds repairs, and only in contexts that there are") {
  auto const lexicon = gongwen::Lexicon::builtin().with("repairs", "鎭\t镇\tany\tUSER\n");
  gongwen::ParseOptions options;
  options.lexicon = &lexicon;
  CHECK(repaired("全鎭", options) == "全镇");
  CHECK(repaired("全鎭") == "全鎭");
  CHECK_THROWS_AS((void)gongwen::Lexicon::builtin().with("repairs", "鎭\t镇\tsomewhere\tUSER\n"), gongwen::error);
}

TEST_CASE("positions map back over the corpus") {
  char const* const shared = std::getenv("GONGWEN_SHARED");
  if (shared == nullptr) {
    MESSAGE("GONGWEN_SHARED is not set: the corpus is not read");
    return;
  }
  std::size_t read = 0;
  for (auto const& entry : std::filesystem::directory_iterator(std::string(shared) + "/corpus/texts")) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    CHECK_MESSAGE(maps_back(bytes), entry.path().string());
    ++read;
  }
  CHECK(read > 0);
}
