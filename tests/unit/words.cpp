// Numerals, dates, markers and the lexicon's image: what the grammar stands on.
// clang-format off: in the header-only build a header of detail/ stands after the public ones
#include <gongwen/gongwen.hpp>
// clang-format on

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <bit>
#include <fstream>
#include <gongwen/detail/calendar/calendar.hpp>
#include <gongwen/detail/scan/markers.hpp>
#include <gongwen/detail/scan/numeral.hpp>
#include <iterator>
#include <string>
#include <vector>
#ifdef GONGWEN_HEADER_ONLY  // else the builder is compiled once, inside the library
#include <gongwen/detail/scan/lexicon_build.hpp>
#endif

namespace {

using gongwen::Date;
using gongwen::Decimal;
namespace d = gongwen::detail;

/// "value[-high][mod]@bytes" of the numeral that begins a text, or "".
std::string numeral(std::string const& text) {
  auto const n = d::NumeralScanner(text, gongwen::Lexicon::builtin().data()).at(0);
  if (!n || n->digits == 255) return "";
  std::string out = n->value.to_string();
  if (n->high) out.append("-").append(n->high->to_string());
  if (n->mod != gongwen::Mod::none) out.append(" ").append(gongwen::name(n->mod));
  if (n->end != text.size()) out.append(" +").append(text, n->end);
  return out;
}

/// The Chinese way to write a number below 10^8.
std::string han(int n) {
  static char const* const digit[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (n >= 10000) {
    int const rest = n % 10000;
    return han(n / 10000) + "万" + (rest == 0 ? "" : (rest < 1000 ? "零" : "") + han(rest));
  }
  std::string out;
  bool gap = false;
  for (auto const& [power, word] : {std::pair{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}) {
    int const place = n / power % 10;
    if (place == 0) {
      gap = gap || !out.empty();
      continue;
    }
    if (gap) out += "零";
    gap = false;
    out += std::string(digit[place]) + word;
  }
  return out;
}

#ifdef GONGWEN_HEADER_ONLY
std::string file(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}
#endif

}  // namespace

TEST_CASE("numerals") {
  for (auto const& sample : std::vector<std::pair<std::string, std::string>>{
           {"12", "12"},
           {"1,234.5", "1234.5"},
           {"3.26亿", "326000000"},
           {"15万", "150000"},
           {"一百零五", "105"},
           {"三千二百", "3200"},
           {"两万五千", "25000"},
           {"十二", "12"},
           {"六千三百多", "6300 over"},
           {"二○二一", "2021"},
           {"二〇一九", "2019"},
           {"八十五点六", "85.6"},
           {"千万", "10000000"},
           {"几十万", "200000-900000"},
           {"十几万", "100000 over"},
           {"5千瓦", "5 +千瓦"},
       }) {
    CHECK_MESSAGE(numeral(sample.first) == sample.second, sample.first);
  }
  CHECK(numeral("县") == "");
  CHECK(rc::check("written in Chinese and read again", [] {
    int const n = *rc::gen::inRange(1, 100000000);
    RC_ASSERT(numeral(han(n)) == std::to_string(n));
  }));
}

TEST_CASE("dates") {
  CHECK(Date::parse("2024-02-29")->to_string() == "2024-02-29");
  CHECK(Date{0, 7, 5}.to_string() == "XXXX-07-05");
  for (char const* bad : {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-1-1", "0000-01-01",
                          "2024/01/01", "2024-01-01 ", "２０２４-01-01", "-024-01-01"}) {
    CHECK_FALSE_MESSAGE(Date::parse(bad).has_value(), bad);
  }
  CHECK(d::plan_years(12) == std::pair(2011, 2015));
  CHECK(d::plan_years(15) == std::pair(2026, 2030));
  CHECK(d::plan_years(0) == std::pair(0, 0));
  CHECK(d::plus_days(Date{2024, 2, 28}, 2) == Date{2024, 3, 1});
  d::Feasts feasts;
  CHECK(feasts.day(-101, 2024) == Date{2024, 2, 10});  // 春节
  CHECK(feasts.day(1, 2023) == Date{2024, 2, 9});      // 除夕, of the lunar year
  CHECK(feasts.day(-505, 2023) == Date{2023, 6, 22});  // 端午
  CHECK(feasts.day(-815, 2023) == Date{2023, 9, 29});  // 中秋
  CHECK(feasts.day(17, 2024) == Date{2024, 4, 4});     // 清明
  CHECK(feasts.day(1001, 2024) == Date{2024, 10, 1});
  CHECK(rc::check("days since 1970 and back", [] {
    std::int64_t const day = *rc::gen::inRange<std::int64_t>(-20000, 200000);
    Date const date = d::date_from(day);
    RC_ASSERT(d::days_from(date) == day);
    RC_ASSERT(Date::parse(date.to_string()) == date);
    RC_ASSERT(d::date_from(day + 1) > date);
  }));
}

TEST_CASE("markers") {
  std::vector<std::pair<char const*, int>> const samples{
      {"一、工作", 1}, {"十二、工作", 12}, {"（三）工作", 3},     {"(四)工作", 4},
      {"5.工作", 5},   {"6、工作", 6},     {"（7）工作", 7},      {"(8)工作", 8},
      {"⑨工作", 9},    {"第二章 总则", 2}, {"第十一条 范围", 11}, {"第三节 要求", 3},
  };
  auto const& words = gongwen::Lexicon::builtin().data();
  for (auto const& sample : samples) {
    auto const m = d::MarkerReader(sample.first, words).strict(0);
    REQUIRE_MESSAGE(m.has_value(), sample.first);
    CHECK_MESSAGE(m->ordinal == sample.second, sample.first);
    CHECK(m->begin == 0);
    CHECK(m->end <= m->body);
  }
  for (char const* text : {"一般工作", "3.5亿元", "2024年", "第三产业", "（全市）工作", "5%", "百花齐放", "十年树木"}) {
    CHECK_FALSE_MESSAGE(d::MarkerReader(text, words).strict(0).has_value(), text);
  }
}

TEST_CASE("levels follow the nesting of the text") {
  auto const levels = [](std::string const& input) {
    auto const outline = gongwen::segment(gongwen::parse(input));
    std::string out;
    for (gongwen::Node const& n : outline.nodes()) {
      if (n.kind == gongwen::NodeKind::heading) out += std::to_string(n.level.value_or(0));
    }
    return out;
  };
  CHECK(levels("一、甲类工作\n（一）子类工作\n1.细类工作\n（1）末类工作\n二、乙类工作\n") == "12341");
  CHECK(levels("（一）子类工作\n1.细类工作\n（二）子类工作\n") == "121");
  CHECK(levels("第一章 总则\n第一条 为了规范管理，制定本办法。\n第二章 附则\n") == "121");
}

#ifdef GONGWEN_HEADER_ONLY
TEST_CASE("the built-in image is what its tables give") {
  std::vector<std::string> sources;
  std::vector<d::Line> lines;
  sources.reserve(std::size(d::tables));
  for (d::Table const& table : d::tables) {
    sources.push_back(file(std::string(GONGWEN_SOURCE_DIR) + "/src/lexicon/" + std::string(table.name) + ".tsv"));
    REQUIRE_MESSAGE(!sources.back().empty(), std::string(table.name));
    auto const more = d::read_table(table.name, sources.back());
    lines.insert(lines.end(), more.begin(), more.end());
  }
  std::string const image = d::build_image(lines);
  CHECK(std::string_view(d::builtin_image(), image.size()) == image);
}
#endif

TEST_CASE("decimals at their bounds") {
  std::string const nines(28, '9');
  std::string const written = nines + "." + std::string(10, '9');
  auto const most = *Decimal::parse(written);
  CHECK(most.to_string() == written);
  CHECK((-most).to_string().substr(1) == written);
  CHECK((-most).to_string().front() == '-');
  CHECK(*subtract(most, most) == Decimal(0));
  CHECK_FALSE(add(most, *Decimal::parse("0.0000000001")));
  CHECK_FALSE(multiply(most, most));
  CHECK(multiply(most, Decimal(1)) == most);
  CHECK(divide(most, most) == Decimal(1));
  CHECK(divide(Decimal(-1), Decimal(3))->to_string() == "-0.3333333333");
  CHECK(*Decimal::parse("-0") == Decimal(0));
  CHECK(rc::check("order is that of the text, shifts come back", [] {
    auto const a = *rc::gen::arbitrary<std::int32_t>(), b = *rc::gen::arbitrary<std::int32_t>();
    RC_ASSERT((Decimal(a) <=> Decimal(b)) == (a <=> b));
    RC_ASSERT((Decimal(a) == Decimal(b)) == (a == b));
    int const power = *rc::gen::inRange(-10, 10);
    RC_ASSERT(Decimal(a).scaled(power)->scaled(-power) == Decimal(a));
    RC_ASSERT(Decimal(a).scaled(power)->step_exponent() == power);
    RC_ASSERT(*multiply(*add(Decimal(a), Decimal(b)), Decimal(3)) ==
              *add(*multiply(Decimal(a), Decimal(3)), *multiply(Decimal(b), Decimal(3))));
    RC_ASSERT(Decimal(a).to_int64() == a);
  }));
}

TEST_CASE("lexicon: a look at one character hides no word") {
  d::LexiconData const& lexicon = gongwen::Lexicon::builtin().data();
  std::vector<std::string> hidden;
  for (std::uint32_t i = 0; i < lexicon.entries; ++i) {
    d::Entry const e = lexicon.entry(i);
    bool const asked = d::asked_only(e.cls);
    std::string const word(e.word.substr(asked ? 1 : 0));
    std::string const text = "。" + word + "。";
    std::size_t const begin = 3, end = begin + word.size();
    bool const here = asked ? lexicon.asked(text, begin, e.cls).end >= end
                            : lexicon.longest(text, begin, e.cls).word.size() >= word.size();
    bool const before = asked ? lexicon.asked_before(text, 0, end, e.cls, word.size()).end == end
                              : !lexicon.longest_before(text, end, e.cls, word.size()).word.empty();
    if (!here || !before) hidden.push_back(word);
  }
  CHECK(lexicon.entries > 10000);
  CHECK(hidden == std::vector<std::string>{});
}

TEST_CASE("UTF-8: a run of wide characters is well formed, and none of Chinese text ends it") {
  for (unsigned lead = 0x80; lead < 0x100; ++lead) {
    for (unsigned const second : {0x7fU, 0x80U, 0x9fU, 0xa0U, 0xbfU, 0xc0U}) {
      for (unsigned const third : {0x7fU, 0x80U, 0xbfU, 0xc0U}) {
        std::string const odd{static_cast<char>(lead), static_cast<char>(second), static_cast<char>(third)};
        for (std::size_t place = 0; place < 3; ++place) {
          std::string text = "，公文。、公文";
          text.replace(place * 3, 3, odd);
          d::Utf8Step const step = d::utf8_step(odd, 0);
          bool const wide = step.valid && step.size == 3 && lead != 0xe0 && lead != 0xed;
          if (std::endian::native == std::endian::little) CHECK(d::wide_run(text, 0) == (wide ? 18U : 0U));
        }
      }
    }
  }
}
