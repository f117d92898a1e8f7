// Text: every encoding found, every repair an edit, every position mapped back.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <unicode/ucnv.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <iterator>
#include <string>
#include <vector>

namespace {

/// For every mention: the original slice, repaired by its edits, is the record's text.
bool maps_back(std::string const& input) {
  auto const text = gongwen::parse(input);
  auto const records = text | gongwen::segment() | gongwen::extract({gongwen::Date{2023, 7, 25}});
  bool ok = true;
  auto const each = [&](auto const& list) {
    for (auto const& r : list) {
      ok =
          ok && text.repaired(r.span) == r.text && text.span(r.range) == r.span && r.span.end <= text.original().size();
    }
  };
  each(records.quantities());
  each(records.times());
  each(records.ranks());
  each(records.ratios());
  for (gongwen::Node const& n : records.outline().nodes())
    ok = ok && text.repaired(n.span) == records.outline().words(n);
  std::uint64_t last = 0;
  for (gongwen::Edit const& e : text.edits()) {
    ok = ok && e.span.begin >= last && text.slice(e.span) == e.before;
    // As short as can be: no common head or tail
    bool const same_head = !e.before.empty() && !e.after.empty() && e.before.front() == e.after.front();
    ok = ok && (e.kind == gongwen::EditKind::undecodable || !same_head);
    last = e.span.end;
  }
  return ok && text.repaired({0, text.original().size()}) == text.view();
}

/// What parse reads, as a string of its own.
std::string read(std::string const& bytes, gongwen::ParseOptions const& options = {}) {
  auto const text = gongwen::parse(bytes, options);
  return std::string(text.view());
}

std::string encoded(std::string const& utf8, char const* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  auto const n = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                              static_cast<std::int32_t>(utf8.size()), &status);
  REQUIRE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(n));
  return out;
}

std::string const sample =
    "一、工作回顾\n上半年，全县完成地区生产总值62.3亿元，同比增长5.8%，占年度计划的46.1%，在全市排名第四。\n";

}  // namespace

TEST_CASE("every encoding is found by itself") {
  CHECK(read(sample) == sample);
  CHECK(read("\xef\xbb\xbf" + sample) == sample);
  for (char const* encoding : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
    auto const text = gongwen::parse(encoded(sample, encoding));
    CHECK(text.view() == sample);
    CHECK(text.encoding() == encoding);
    gongwen::ParseOptions named;
    named.encoding = encoding;
    CHECK(read(encoded(sample, encoding), named) == sample);
  }
  CHECK(read("\xff\xfe" + encoded(sample, "UTF-16LE")) == sample);
  CHECK(read("\xfe\xff" + encoded(sample, "UTF-16BE")) == sample);
  CHECK(read(encoded(sample, "GBK")) == sample);
}

TEST_CASE("bytes that no encoding allows are said, or refused") {
  std::string const broken = "全县\xff完成";
  auto const text = gongwen::parse(broken + sample);
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
  CHECK_THROWS_AS((void)gongwen::parse(sample, small), gongwen::error);
  strict.encoding = "no such encoding";
  CHECK_THROWS_AS((void)gongwen::parse(sample, strict), gongwen::error);
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
  }));
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
