// Encodings: what bytes are in is found by itself, each is decoded exactly, and what can't be decoded is said once.
#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <gongwen/gongwen.hpp>
#include <string>
#include <string_view>

namespace {

using namespace std::string_literals;

gongwen::Text parse(std::string const& bytes, std::string const& encoding = {}) {
  gongwen::ParseOptions options;
  options.encoding = encoding;
  return gongwen::parse(bytes, options);
}

/// What is read of bytes, before any repair.
std::string read(std::string const& bytes, std::string const& encoding = {}) {
  auto const text = parse(bytes, encoding);
  return std::string(text.original());
}

std::string found(std::string const& bytes) {
  auto const text = parse(bytes);
  return std::string(text.encoding());
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

/// The offset that strict reading refuses bytes at.
std::uint64_t refused_at(std::string const& bytes, std::string const& encoding) {
  gongwen::ParseOptions strict;
  strict.strict = true;
  strict.encoding = encoding;
  try {
    (void)gongwen::parse(bytes, strict);
  } catch (gongwen::error const& e) {
    CHECK(e.code() == gongwen::error_code::undecodable);
    return e.offset();
  }
  FAIL("not refused");
  return 0;
}

std::string const harvest_order = "各乡镇党委、政府要抓好秋收秋种，确保颗粒归仓。";
std::string const traditional = "各鄉鎮公所應加強宣導，並於八月底前彙報執行情形。";

}  // namespace

TEST_CASE("an encoding is found without a mark") {
  for (char const* encoding : {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"}) {
    std::string const bytes = encoded(harvest_order, encoding);
    CHECK(read(bytes) == harvest_order);
    CHECK(found(bytes) == encoding);
  }
  CHECK(read(encoded(traditional, "Big5")) == traditional);
  CHECK(found(encoded(traditional, "Big5")) == "Big5");
  CHECK(read(encoded(traditional, "GBK")) == traditional);
  for (char const* encoding : {"UTF-16LE", "UTF-16BE"}) CHECK(read(encoded(traditional, encoding)) == traditional);
}

TEST_CASE("a file that packs its text up is told by its first bytes") {
  static_assert(gongwen::is_packed("%PDF-1.7"));
  CHECK(gongwen::is_packed("PK\x03\x04 and so on"));
  CHECK(gongwen::is_packed("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"));
  CHECK_FALSE(gongwen::is_packed("PK"));
  CHECK_FALSE(gongwen::is_packed({}));
}

TEST_CASE("a heading of a few characters is enough") {
  for (char const* heading : {"工作报告", "一、总体要求", "全县经济工作会议", "联通公司"}) {
    CHECK(read(encoded(heading, "GB18030")) == heading);
    CHECK(read(heading) == heading);
  }
  CHECK(read(encoded("會議紀錄", "Big5")) == "會議紀錄");
}

TEST_CASE("a text that begins with pages of ASCII is judged by what follows") {
  std::string const head(6000, ' ');
  CHECK(read(encoded(head + harvest_order, "GB18030")) == head + harvest_order);
  CHECK(read(encoded(head + traditional, "Big5")) == head + traditional);
  CHECK(read(head + harvest_order + "\xff") == head + harvest_order + "\xef\xbf\xbd");
}

TEST_CASE("a few characters beyond ASCII leave UTF-8 what it is") {
  CHECK(read("3\xc2\xb7"
             "15") ==
        "3\xc2\xb7"
        "15");  // ·
  CHECK(read("20\xc2\xb0"
             "C, 3\xc3\x97"
             "4") ==
        "20\xc2\xb0"
        "C, 3\xc3\x97"
        "4");  // ° ×
  CHECK(read("abc").empty() == false);
  CHECK(found("GDP 5.8%") == "UTF-8");
}

TEST_CASE("UTF-8 that is broken in places stays UTF-8") {
  std::string const cut = harvest_order.substr(0, harvest_order.size() - 1);
  CHECK(found(cut) == "UTF-8");
  CHECK(found("\xff" + harvest_order + "\xe5\x8e" + harvest_order) == "UTF-8");
  auto const text = parse(harvest_order + "\xe5\x8e" + harvest_order);
  REQUIRE(text.edits().size() == 1);  // a maximal ill-formed part is one U+FFFD
  CHECK(text.edits()[0].kind == gongwen::EditKind::undecodable);
  CHECK(text.edits()[0].span == gongwen::Span{harvest_order.size(), harvest_order.size() + 3});
}

TEST_CASE("a U+FFFD that the input holds is no undecodable byte") {
  std::string const given = "全\xef\xbf\xbd县";
  auto const plain = parse(given);
  CHECK(plain.edits().empty());
  for (char const* encoding : {"GB18030", "UTF-16LE", "UTF-16BE"}) {
    auto const text = parse(encoded(given, encoding), encoding);
    CHECK(text.original() == given);
    CHECK(text.edits().empty());
    gongwen::ParseOptions strict;
    strict.strict = true;
    strict.encoding = encoding;
    CHECK_NOTHROW((void)gongwen::parse(encoded(given, encoding), strict));
  }
}

TEST_CASE("bytes that an encoding does not allow are one edit each, beside a U+FFFD that was there") {
  std::string const half = encoded("全\xef\xbf\xbd县", "GB18030");
  auto const text = parse(half + "\xff" + encoded(harvest_order, "GB18030") + "\xb9", "GB18030");
  CHECK(text.original() == "全\xef\xbf\xbd县\xef\xbf\xbd" + harvest_order + "\xef\xbf\xbd");
  REQUIRE(text.edits().size() == 2);
  CHECK(text.edits()[0].span == gongwen::Span{9, 12});
  CHECK(text.edits()[1].span == gongwen::Span{12 + harvest_order.size(), 15 + harvest_order.size()});

  auto const lone = parse("\x68\x51\x00\xd8\xbf\x53"s, "UTF-16LE");  // a surrogate without its other half
  CHECK(lone.original() == "全\xef\xbf\xbd县");
  CHECK(lone.edits().size() == 1);
}

TEST_CASE("strict reading names the first byte that is wrong") {
  CHECK(refused_at("ab\xff"
                   "cd",
                   "GB18030") == 2);
  CHECK(refused_at(encoded("全县", "GB18030") + "\xb9", "GB18030") == 4);
  CHECK(refused_at("全\xe5\x8e"
                   "a",
                   "UTF-8") == 3);
  CHECK(refused_at("\xff\xfe\x68\x51\x00\xd8\xbf\x53"s, "") == 4);
}

TEST_CASE("GB18030 with four bytes") {
  std::string const rare = "㑇㐂\xf0\xa0\x80\x80\xe2\x80\x8b";  // extension A and B, a zero-width space
  CHECK(read(encoded(harvest_order + rare, "GB18030")) == harvest_order + rare);
  CHECK(read(encoded(harvest_order + rare, "GB18030"), "GB18030") == harvest_order + rare);
  CHECK(read(encoded(rare, "GB18030"), "GBK") == rare);  // a label names the smaller set
  CHECK(read(encoded(harvest_order + rare, "GB18030"), "gb2312") == harvest_order + rare);
}

TEST_CASE("characters that GB18030-2022 moved") {
  // Two bytes, and the four bytes that were the character's before
  CHECK(read("\xfe\x59\x82\x35\x90\x37", "GB18030") == "\xe9\xbe\xb4\xe9\xbe\xb4");  // U+9FB4
  CHECK(read("\xfe\xa0\x82\x35\x91\x34", "GB18030") == "\xe9\xbe\xbb\xe9\xbe\xbb");  // U+9FBB
  CHECK(read("\xa6\xd9\x84\x31\x82\x36", "GB18030") == "\xef\xb8\x90\xef\xb8\x90");  // U+FE10
  CHECK(read("\xa6\xda\xa6\xdb", "GB18030") == "\xef\xb8\x92\xef\xb8\x91");          // U+FE12, U+FE11: not in order
  CHECK(read("\xfe\x51\x95\x32\x90\x31", "GB18030") == "\xf0\xa0\x82\x87\xf0\xa0\x82\x87");  // U+20087
}

TEST_CASE("signs of Windows' tables") {
  CHECK(read("\x80"
             "100",
             "GBK") ==
        "\xe2\x82\xac"
        "100");  // the euro
  CHECK(read("\xa3\xa0", "GBK") == "　");
  CHECK(read("\xc6\xa1", "Big5") == "①");
  CHECK(read("\x87\x40", "Big5") == "䏰");  // of Hong Kong
}

TEST_CASE("UTF-16 of ASCII alone") {
  CHECK(read(encoded("GDP: 5.8%\r\n", "UTF-16LE")) == "GDP: 5.8%\r\n");
  CHECK(read(encoded("GDP: 5.8%\r\n", "UTF-16BE")) == "GDP: 5.8%\r\n");
}
