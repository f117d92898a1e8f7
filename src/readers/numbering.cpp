#include "numbering.hpp"

#include "writer.hpp"

GONGWEN_BEGIN

namespace readers {

namespace {

// 〇 一 二 三 四 五 六 七 八 九, then 零 壹 贰 叁 肆 伍 陆 柒 捌 玖
constexpr char32_t plain_digits[] = {0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d};
constexpr char32_t legal_digits[] = {0x96f6, 0x58f9, 0x8d30, 0x53c1, 0x8086, 0x4f0d, 0x9646, 0x67d2, 0x634c, 0x7396};
// 十 百 千, 拾 佰 仟
constexpr char32_t plain_places[] = {0, 0x5341, 0x767e, 0x5343};
constexpr char32_t legal_places[] = {0, 0x62fe, 0x4f70, 0x4edf};
constexpr char32_t zero = 0x96f6;          // 零
constexpr char32_t ten_thousand = 0x4e07;  // 万
// 甲 乙 丙 丁 戊 己 庚 辛 壬 癸
constexpr char32_t stems[] = {0x7532, 0x4e59, 0x4e19, 0x4e01, 0x620a, 0x5df1, 0x5e9a, 0x8f9b, 0x58ec, 0x7678};
// 子 丑 寅 卯 辰 巳 午 未 申 酉 戌 亥
constexpr char32_t branches[] = {0x5b50, 0x4e11, 0x5bc5, 0x536f, 0x8fb0, 0x5df3,
                                 0x5348, 0x672a, 0x7533, 0x9149, 0x620c, 0x4ea5};

/// 一百零五; `ten` writes 十五 for 一十五.
void append_han(std::string& out, std::int64_t value, char32_t const (&digits)[10], char32_t const (&places)[4],
                bool ten) {
  if (value >= 10000) {
    append_han(out, value / 10000, digits, places, ten);  // twice at most: values stay below 10^8
    append_utf8(out, ten_thousand);
    value %= 10000;
    if (value == 0) return;
    if (value < 1000) append_utf8(out, zero);
    ten = false;
  }
  bool gap = false, any = false;
  std::int64_t power = 1000;
  for (int place = 3; place >= 0; --place, power /= 10) {
    auto const digit = static_cast<std::size_t>(value / power % 10);
    if (digit == 0) {
      gap = any;
      continue;
    }
    if (gap) append_utf8(out, zero);
    gap = false;
    if (!(ten && place == 1 && digit == 1 && !any)) append_utf8(out, digits[digit]);
    if (place != 0) append_utf8(out, places[place]);
    any = true;
  }
  if (!any) append_utf8(out, zero);
}

void append_roman(std::string& out, std::int64_t value, bool lower) {
  constexpr struct {
    int value;
    std::string_view upper, lower;
  } signs[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
               {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
               {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"}};
  for (auto const& s : signs) {
    for (; value >= s.value; value -= s.value) out += lower ? s.lower : s.upper;
  }
}

/// Runs of signs that Unicode numbers in order: the value 1 is `first`, up to `most`.
struct Run {
  std::string_view format;
  char32_t first;
  int most;
};
constexpr Run runs[] = {
    {"decimalEnclosedCircle", 0x2460, 20},         // ①
    {"decimalEnclosedCircleChinese", 0x2460, 20},  // ①
    {"decimalEnclosedParen", 0x2474, 20},          // ⑴
    {"decimalEnclosedFullstop", 0x2488, 20},       // ⒈
    {"ideographEnclosedCircle", 0x3280, 10},       // ㊀
};

bool starts(std::string_view words, std::string_view head) { return words.substr(0, head.size()) == head; }

}  // namespace

std::string numeral(std::int64_t value, std::string_view format) {
  std::string out;
  if (format == "bullet" || format == "none") return out;
  std::string const decimal = std::to_string(value);
  if (value <= 0 || value >= 100000000) return decimal;
  for (Run const& run : runs) {
    if (run.format != format || value > run.most) continue;
    append_utf8(out, run.first + static_cast<char32_t>(value - 1));
    return out;
  }
  // chineseCounting, chineseCountingThousand, taiwaneseCounting…, japaneseCounting; by digits: ideographDigital
  if (starts(format, "chineseLegal") || format == "ideographLegalTraditional" || format == "japaneseLegal") {
    append_han(out, value, legal_digits, legal_places, false);
  } else if (format == "ideographDigital" || format == "taiwaneseDigital" || format == "koreanDigital2" ||
             format == "japaneseDigitalTenThousand") {
    for (char const c : decimal) append_utf8(out, plain_digits[c - '0']);
  } else if (starts(format, "chineseCounting") || starts(format, "taiwaneseCounting") || format == "japaneseCounting") {
    append_han(out, value, plain_digits, plain_places, true);
  } else if (format == "ideographTraditional" && value <= 10) {
    append_utf8(out, stems[value - 1]);
  } else if (format == "ideographZodiac" && value <= 12) {
    append_utf8(out, branches[value - 1]);
  } else if ((format == "lowerRoman" || format == "upperRoman") && value < 4000) {
    append_roman(out, value, format == "lowerRoman");
  } else if ((format == "lowerLetter" || format == "upperLetter") && value <= 780) {  // a … z, aa, bb …
    char const letter = static_cast<char>((format == "lowerLetter" ? 'a' : 'A') + (value - 1) % 26);
    out.assign(static_cast<std::size_t>((value - 1) / 26 + 1), letter);
  } else if (starts(format, "decimalFullWidth")) {
    for (char const c : decimal) append_utf8(out, 0xff10 + static_cast<char32_t>(c - '0'));  // ０
  } else if (format == "decimalZero" && value < 10) {
    out = "0" + decimal;
  } else {
    out = decimal;
  }
  return out;
}

}  // namespace readers

GONGWEN_END
