// gongwen/detail/characters/suspects.hpp: which characters a repair can begin with, whatever the context.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "gb18030.hpp"
#include "radicals.hpp"
#include "utf8.hpp"

GONGWEN_BEGIN

namespace detail {

/// Control and zero-width characters that carry no meaning in these texts.
constexpr bool is_control(char32_t c) noexcept {
  return (c < 0x20 && c != U'\n' && c != U'\t' && c != U'\r') || (c >= 0x7f && c < 0xa0) ||
         (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff || c == 0xad || (c >= 0x202a && c <= 0x202e);
}
/// A full-width digit, letter or sign of numbers: ０ Ａ ａ ％ ＋ － ． ／. What else is full-width is Chinese punctuation.
constexpr bool is_full_width(char32_t c) noexcept {
  return (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a) || c == 0xff05 ||
         c == 0xff0b || (c >= 0xff0d && c <= 0xff0f);
}

/// A set of characters, asked for each one of a text: all but a few are passed over by one look.
class Suspects {
 public:
  /// Those that need no table.
  void reset() {
    bits_.fill(0);
    for (char32_t c = 0; c < 0x10000; ++c) {
      if (is_control(c) || is_space(c) || is_full_width(c) || is_radical(c) || is_compatibility_ideograph(c) ||
          gb18030_meant(c) != c || c == 0xfffd) {
        add(c);
      }
    }
  }
  void add(char32_t c) noexcept {
    if (c < 0x10000) bits_[c / 64] |= std::uint64_t{1} << (c % 64);
  }
  /// Is the character at `i` of valid text one of them? Characters beyond U+FFFF all are.
  [[nodiscard]] bool at(std::string_view text, std::size_t i) const noexcept {
    auto const lead = static_cast<unsigned char>(text[i]);
    if (lead >= 0xf0) return true;
    char32_t const c = leads_han(text[i]) ? han_at(text, i) : code_point(text, i);
    return (bits_[c / 64] >> (c % 64) & 1U) != 0;
  }

  /// The first place from `i` on and before `end` where one of them stands, or `end`; both must begin characters.
  [[nodiscard]] std::size_t next(std::string_view text, std::size_t i, std::size_t end) const noexcept {
    while (i < end) {
      if (leads_han(text[i])) {  // 64 characters that differ in the last byte alone are one word of the set
        auto const byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
        std::uint64_t const word = bits_[(byte(0) & 0x0fU) << 6U | (byte(1) & 0x3fU)];
        if ((word >> (byte(2) & 0x3fU) & 1U) != 0) break;
        i += 3;
      } else {
        if (at(text, i)) break;
        i += char_size(text, i);
      }
    }
    return i;
  }

 private:
  std::array<std::uint64_t, 1024> bits_{};
};

}  // namespace detail

GONGWEN_END
