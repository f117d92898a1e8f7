// Streaming gives the records of reading whole, in the same order but for the document, which comes last.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <gongwen/gongwen.hpp>
#include <string>

namespace {

/// Hands out a string in pieces of `step` bytes.
gongwen::Source pieces(std::string const& text, std::size_t step) {
  return [&text, step, at = std::size_t{0}](char* buffer, std::size_t size) mutable {
    std::size_t const n = std::min({size, step, text.size() - at});
    std::memcpy(buffer, text.data() + at, n);
    at += n;
    return n;
  };
}

std::string streamed(std::string const& text, std::size_t window, gongwen::StreamOptions options = {}) {
  options.window = window;
  std::string out;
  gongwen::stream(pieces(text, 777), options, [&](std::string_view s) { out += s; });
  return out;
}

std::string whole(std::string const& text, gongwen::WriteOptions const& write = {}) {
  std::string out =
      gongwen::to_string(gongwen::parse(text) | gongwen::segment() | gongwen::extract() | gongwen::check(), write);
  std::size_t const first = out.find('\n') + 1;  // the document
  return out.substr(first) + out.substr(0, first);
}

std::string article(int number, std::string const& title, int sentences) {
  std::string out = "第" +
                    std::string(number == 1   ? "一"
                                : number == 2 ? "二"
                                : number == 3 ? "三"
                                              : "七") +
                    "篇：" + title + "\n（2023年" + std::to_string(number) + "月16日）\n同志们：\n一、今年工作\n";
  for (int i = 0; i < sentences; ++i) {
    out += "今年上半年，全县完成地区生产总值" + std::to_string(10 + i % 80) +
           "．5亿元，同比增长6.4%，在全省排名第12位。要在8月底前完成任务。\n";
  }
  return out;
}

}  // namespace

TEST_CASE("articles one by one, window by window") {
  std::string text;
  for (int k = 0; k < 6; ++k) text += article(k % 3 + 1, "县长在全县经济工作会议上的讲话", 200 + 17 * k);
  std::string const expected = whole(text);
  for (std::size_t const window : {std::size_t{1}, std::size_t{20000}, std::size_t{70000}, std::size_t{1} << 22U})
    CHECK(streamed(text, window) == expected);
}

TEST_CASE("a gap in the numbers of articles is found over windows") {
  std::string const text = article(1, "报告", 300) + article(2, "报告", 300) + article(4, "报告", 300);
  std::string const got = streamed(text, 1);
  CHECK(got == whole(text));
  CHECK(got.find("numbering_gap") != std::string::npos);
}

TEST_CASE("documents that follow each other by signature and title; offsets in UTF-16; some records only") {
  std::string text;
  for (int k = 0; k < 4; ++k) {
    text += "关于抓好春耕生产的通知\n各乡镇人民政府：\n";
    for (int i = 0; i < 300; ++i)
      text += "要落实粮食播种面积" + std::to_string(i + 1) + "万亩，确保3月底前完成任务。\n";
    text += "清河县人民政府\n2023年3月8日\n";
  }
  gongwen::StreamOptions options;
  options.write.offsets = gongwen::OffsetUnit::utf16;
  CHECK(streamed(text, 1, options) == whole(text, options.write));
  options.write.only = {gongwen::RecordType::node, gongwen::RecordType::quantity, gongwen::RecordType::document};
  CHECK(streamed(text, 30000, options) == whole(text, options.write));
}

TEST_CASE("bytes that are no UTF-8, a BOM, an empty input") {
  std::string text = "\xef\xbb\xbf" + article(1, "报告", 300);
  text += "坏\xff字\n" + article(2, "报告", 300);
  CHECK(streamed(text, 1) == whole(text));
  CHECK(streamed("", 1) == whole(""));
}

TEST_CASE("UTF-16 in both orders, with a BOM and named; bytes of a line feed inside other characters") {
  // U+4E0A and U+0A00 hold the byte of a line feed, at an odd place and at an even one
  std::string const text = article(1, "报告", 300) + "以上\u0a00为第一篇。\n" + article(2, "报告", 300);
  for (bool const big : {false, true}) {
    std::string units;
    auto const put = [&](unsigned u) {
      char const low = static_cast<char>(u & 0xffU), high = static_cast<char>(u >> 8U);
      units += big ? high : low;
      units += big ? low : high;
    };
    for (std::size_t i = 0; i < text.size();) {  // all of it lies in the BMP
      auto const byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
      if (byte(0) < 0x80) {
        put(byte(0));
        i += 1;
      } else if (byte(0) < 0xe0) {
        put((byte(0) & 0x1fU) << 6U | (byte(1) & 0x3fU));
        i += 2;
      } else {
        put((byte(0) & 0x0fU) << 12U | (byte(1) & 0x3fU) << 6U | (byte(2) & 0x3fU));
        i += 3;
      }
    }
    std::string const marked = (big ? "\xfe\xff" : "\xff\xfe") + units;
    CHECK(streamed(marked, 1) == whole(marked));
    gongwen::StreamOptions options;
    options.parse.encoding = big ? "UTF-16BE" : "UTF-16LE";
    CHECK(streamed(units, 1, options) == whole(marked));
  }
}

TEST_CASE("what can't be streamed is refused") {
  gongwen::StreamOptions options;
  options.write.format = gongwen::Format::table;
  CHECK_THROWS_AS(streamed("一", 1, options), gongwen::error);
  options = {};
  options.parse.encoding = "UTF-16";  // of which order each piece is, nothing says
  CHECK_THROWS_AS(streamed(std::string("\xff\xfe\x00\x4e\x0a\x00", 6), 1, options), gongwen::error);
}
