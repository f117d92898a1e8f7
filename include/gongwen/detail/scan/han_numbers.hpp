// gongwen/detail/scan/han_numbers.hpp: the Chinese characters that write numbers (GB/T 15835-2011), both scripts.
#pragma once

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

/// The value of a Chinese digit, financial capitals included, or -1.
constexpr int han_digit(char32_t c) noexcept {
  switch (c) {
    case 0x3007: case 0x96f6: case 0x25cb: return 0;              // 〇 零 ○
    case 0x4e00: case 0x58f9: return 1;                           // 一 壹
    case 0x4e8c: case 0x4e24: case 0x8d30: case 0x5169: return 2;  // 二 两 贰 兩
    case 0x4e09: case 0x53c1: return 3;                           // 三 叁
    case 0x56db: case 0x8086: return 4;                           // 四 肆
    case 0x4e94: case 0x4f0d: return 5;                           // 五 伍
    case 0x516d: case 0x9646: return 6;                           // 六 陆
    case 0x4e03: case 0x67d2: return 7;                           // 七 柒
    case 0x516b: case 0x634c: return 8;                           // 八 捌
    case 0x4e5d: case 0x7396: return 9;                           // 九 玖
    default: return -1;
  }
}
/// The power of ten that a Chinese character multiplies by, or 0. 廿 and 卅 are read by `han_tens`.
constexpr int han_power(char32_t c) noexcept {
  switch (c) {
    case 0x5341: case 0x62fe: return 1;                // 十 拾
    case 0x767e: case 0x4f70: return 2;                // 百 佰
    case 0x5343: case 0x4edf: return 3;                // 千 仟
    case 0x4e07: case 0x842c: return 4;                // 万 萬
    case 0x4ebf: case 0x5104: return 8;                // 亿 億
    default: return 0;
  }
}
constexpr int han_tens(char32_t c) noexcept { return c == 0x5eff ? 2 : c == 0x5345 ? 3 : 0; }  // 廿 卅

}  // namespace detail

GONGWEN_END
