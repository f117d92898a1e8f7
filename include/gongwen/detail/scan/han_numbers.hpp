// gongwen/detail/scan/han_numbers.hpp: the Chinese characters that write numbers (GB/T 15835-2011), both scripts.
#pragma once

#include <string_view>

#include "../characters/utf8.hpp"

GONGWEN_BEGIN

namespace detail {

/// The value of a Chinese digit, financial capitals included, or -1.
constexpr int han_digit(char32_t c) noexcept {
  switch (c) {
    case 0x3007:
    case 0x96f6:
    case 0x25cb: return 0;  // 〇 零 ○
    case 0x4e00:
    case 0x58f9: return 1;  // 一 壹
    case 0x4e8c:
    case 0x4e24:
    case 0x8d30:
    case 0x8cb3:
    case 0x5169:
    case 0x4fe9:
    case 0x5006: return 2;  // 二 两 贰 貳 兩 俩 倆
    case 0x4e09:
    case 0x53c3:
    case 0x53c4:
    case 0x53c1: return 3;  // 三 參 叄 叁
    case 0x56db:
    case 0x8086: return 4;  // 四 肆
    case 0x4e94:
    case 0x4f0d: return 5;  // 五 伍
    case 0x516d:
    case 0x9678:
    case 0x9646: return 6;  // 六 陸 陆
    case 0x4e03:
    case 0x67d2: return 7;  // 七 柒
    case 0x516b:
    case 0x634c: return 8;  // 八 捌
    case 0x4e5d:
    case 0x7396: return 9;  // 九 玖
    default: return -1;
  }
}
/// The power of ten that a Chinese character multiplies by, or 0. 廿 and 卅 are read by `han_tens`.
constexpr int han_power(char32_t c) noexcept {
  switch (c) {
    case 0x5341:
    case 0x62fe: return 1;  // 十 拾
    case 0x767e:
    case 0x4f70: return 2;  // 百 佰
    case 0x5343:
    case 0x4edf: return 3;  // 千 仟
    case 0x4e07:
    case 0x842c: return 4;  // 万 萬
    case 0x4ebf:
    case 0x5104: return 8;  // 亿 億
    default: return 0;
  }
}
constexpr int han_tens(char32_t c) noexcept {
  return c == 0x5eff ? 2 : c == 0x5345 ? 3 : c == 0x534c ? 4 : 0;  // 廿 卅 卌
}
/// 两, the two of a count: only before a power or alone, since after one it is the unit of mass (三十两).
constexpr bool is_counting_two(char32_t c) noexcept {
  return c == 0x4e24 || c == 0x5169 || c == 0x4fe9 || c == 0x5006;  // 两 兩 俩 倆
}
/// Financial capitals are common words besides (陆地, 拾起): one alone says nothing.
constexpr bool is_capital_numeral(char32_t c) noexcept {
  return han_digit(c) > 0 ? c > 0x4eff && c != 0x516d && c != 0x516b && c != 0x56db && !is_counting_two(c)
                          : c == 0x62fe || c == 0x4f70 || c == 0x4edf;
}
constexpr bool is_few(char32_t c) noexcept {
  return c == 0x51e0 || c == 0x5e7e || c == 0x6570 || c == 0x6578;  // 几 幾 数 數
}
/// 数 stands for a digit only before a power (数十, 数百).
constexpr bool is_several(char32_t c) noexcept { return c == 0x6570 || c == 0x6578; }
constexpr bool is_more(char32_t c) noexcept { return c == 0x591a || c == 0x4f59 || c == 0x9918; }  // 多 余 餘
constexpr bool is_point(char32_t c) noexcept { return c == 0x70b9 || c == 0x9ede; }                // 点 點
constexpr bool is_minus_word(char32_t c) noexcept { return c == 0x8d1f || c == 0x8ca0; }           // 负 負
constexpr bool is_dash(char32_t c) noexcept { return c == U'-' || c == 0xff0d || c == 0x2212; }    // - － −

/// A small Chinese or Arabic ordinal (1 to 999) as markers write it; `value` 0: none.
struct Ordinal {
  int value = 0;
  std::size_t end = 0;
  bool han = false;
};
inline Ordinal ordinal_at(std::string_view text, std::size_t at) noexcept {
  Ordinal out{0, at, false};
  int digits = 0;
  while (out.end < text.size() && digits < 4 && is_digit(static_cast<unsigned char>(text[out.end]))) {
    out.value = out.value * 10 + (text[out.end] - '0');
    ++out.end;
    ++digits;
  }
  if (digits > 0) return digits < 4 ? out : Ordinal{0, at, false};
  int section = 0;
  int digit = -1;
  for (int n = 0; n < 6 && out.end < text.size(); ++n) {
    char32_t const c = code_point(text, out.end);
    int const p = han_power(c);
    int const d = han_digit(c);
    if (d >= 0 && digit <= 0) {
      digit = d;
    } else if ((p == 1 || p == 2) && (digit > 0 || (p == 1 && section == 0 && digit < 0))) {
      section += (digit < 0 ? 1 : digit) * (p == 1 ? 10 : 100);
      digit = -1;
    } else {
      break;
    }
    out.end += char_size(text, out.end);
  }
  out.value = section + (digit > 0 ? digit : 0);
  out.han = true;
  if (out.value == 0) out.end = at;
  return out;
}

}  // namespace detail

GONGWEN_END
