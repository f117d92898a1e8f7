// gongwen/detail/characters/utf8.hpp: UTF-8 as Unicode 15, table 3-7 has it.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

inline constexpr std::string_view replacement = "\xef\xbf\xbd";  // U+FFFD

/// Counts work in a test build (tests/hostile): how often characters, words and rows were looked at. Nothing elsewhere.
#ifdef GONGWEN_COUNT_STEPS
inline thread_local std::uint64_t steps = 0;
constexpr void step() noexcept {
  if (!std::is_constant_evaluated()) ++steps;
}
#else
constexpr void step() noexcept {}
#endif

/// One step of decoding: a scalar value, or the length of a maximal ill-formed part.
struct Utf8Step {
  std::uint32_t size = 1;
  char32_t value = 0xfffd;
  bool valid = false;
};

constexpr Utf8Step utf8_step(std::string_view s, std::size_t at) noexcept {
  auto const byte = [&](std::size_t i) { return at + i < s.size() ? static_cast<unsigned char>(s[at + i]) : 0U; };
  std::uint32_t const b0 = byte(0);
  if (b0 < 0x80) return {1, b0, true};
  if (b0 < 0xc2 || b0 > 0xf4) return {};
  std::uint32_t const low = b0 == 0xe0 ? 0xa0U : b0 == 0xf0 ? 0x90U : 0x80U;
  std::uint32_t const high = b0 == 0xed ? 0x9fU : b0 == 0xf4 ? 0x8fU : 0xbfU;
  std::uint32_t const b1 = byte(1);
  if (b1 < low || b1 > high) return {};
  if (b0 < 0xe0) return {2, (b0 & 0x1fU) << 6U | (b1 & 0x3fU), true};
  std::uint32_t const b2 = byte(2);
  if (b2 < 0x80 || b2 > 0xbf) return {2, 0xfffd, false};
  if (b0 < 0xf0) return {3, (b0 & 0x0fU) << 12U | (b1 & 0x3fU) << 6U | (b2 & 0x3fU), true};
  std::uint32_t const b3 = byte(3);
  if (b3 < 0x80 || b3 > 0xbf) return {3, 0xfffd, false};
  return {4, (b0 & 0x07U) << 18U | (b1 & 0x3fU) << 12U | (b2 & 0x3fU) << 6U | (b3 & 0x3fU), true};
}

/// The scalar value at the beginning of a character of text that is known to be valid; 0 at the end. Asked for every
/// character several times, so it checks nothing that parse has made sure of.
GONGWEN_COLD constexpr char32_t rare_code_point(std::string_view s, std::size_t at) noexcept {  // of two or four bytes
  auto const byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(s[at + i])); };
  char32_t const b = byte(0);
  std::size_t const left = s.size() - at;
  if (b < 0xe0 && left >= 2) return (b & 0x1fU) << 6U | (byte(1) & 0x3fU);
  if (b >= 0xf0 && left >= 4)
    return (b & 0x07U) << 18U | (byte(1) & 0x3fU) << 12U | (byte(2) & 0x3fU) << 6U | (byte(3) & 0x3fU);
  return 0xfffd;
}
GONGWEN_HOT constexpr char32_t code_point(std::string_view s, std::size_t at) noexcept {
  step();
  if (at >= s.size()) return 0;
  auto const byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(s[at + i])); };
  char32_t const b = byte(0);
  if (b < 0x80) return b;
  if ((b & 0xf0U) == 0xe0 && s.size() - at >= 3)
    return (b & 0x0fU) << 12U | (byte(1) & 0x3fU) << 6U | (byte(2) & 0x3fU);
  return rare_code_point(s, at);
}
/// Does a character of three bytes begin at a byte that most Han characters begin with (U+4000 to U+9FFF)? For loops over
/// every character of valid text: what they meet most is decoded without a call.
constexpr bool leads_han(char byte) noexcept {
  return static_cast<unsigned char>(byte) >= 0xe4 && static_cast<unsigned char>(byte) <= 0xe9;
}
/// Its scalar value; `at` must hold such a lead, and the text must be valid.
GONGWEN_HOT constexpr char32_t han_at(std::string_view s, std::size_t at) noexcept {
  step();
  auto const byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(s[at + i])); };
  return (byte(0) & 0x0fU) << 12U | (byte(1) & 0x3fU) << 6U | (byte(2) & 0x3fU);
}
constexpr std::uint32_t char_size(std::string_view s, std::size_t at) noexcept {
  auto const b = static_cast<unsigned char>(s[at]);
  return b < 0x80 ? 1U : b < 0xe0 ? 2U : b < 0xf0 ? 3U : 4U;
}
/// A character of valid text and where the next one begins; of the end, 0.
struct Character {
  char32_t value = 0;
  std::uint32_t next = 0;
};
GONGWEN_HOT constexpr Character character_at(std::string_view s, std::uint32_t at) noexcept {
  if (at >= s.size()) return {0, at};
  if (leads_han(s[at])) return {han_at(s, at), at + 3};
  return {code_point(s, at), at + char_size(s, at)};
}
/// The beginning of the character that ends at `end`; `end` must not be 0.
constexpr std::size_t previous(std::string_view s, std::size_t end) noexcept {
  std::size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xc0U) == 0x80) --at;
  return at;
}
constexpr bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80; }

inline void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0U | c >> 6U);
    out += static_cast<char>(0x80U | (c & 0x3fU));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0U | c >> 12U);
    out += static_cast<char>(0x80U | (c >> 6U & 0x3fU));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  } else {
    out += static_cast<char>(0xf0U | c >> 18U);
    out += static_cast<char>(0x80U | (c >> 12U & 0x3fU));
    out += static_cast<char>(0x80U | (c >> 6U & 0x3fU));
    out += static_cast<char>(0x80U | (c & 0x3fU));
  }
}

/// How many bytes from `at` on are ASCII, eight at a time.
inline std::size_t ascii_run(std::string_view s, std::size_t at) noexcept {
  std::size_t i = at;
  for (; i + 8 <= s.size(); i += 8) {
    std::uint64_t word;
    std::memcpy(&word, s.data() + i, 8);
    if ((word & 0x8080808080808080ULL) != 0) break;
  }
  while (i < s.size() && static_cast<unsigned char>(s[i]) < 0x80) ++i;
  return i - at;
}

/// The end of the run of Han characters (`leads_han`) from `at` on; the text must be valid. They hold no point, bracket or space.
constexpr std::size_t past_han(std::string_view s, std::size_t at, std::size_t end) noexcept {
  while (at < end && leads_han(s[at])) {
    step();
    at += 3;
  }
  return at;
}

/// How many bytes from `at` on are well-formed characters of three bytes, of the kinds that Chinese text is made of: leads 0xe1 to
/// 0xec, 0xee and 0xef, which any two tails may follow. Three at a time, eight of whose bytes are looked at as one word.
inline std::size_t wide_run(std::string_view s, std::size_t at) noexcept {
  std::size_t i = at;
  if constexpr (std::endian::native == std::endian::little) {
    constexpr std::uint64_t first = 0x0001000001000001U;  // a one for each lead of the word
    constexpr std::uint64_t tails = 0xc000c0c000c0c000U, continued = 0x8000808000808000U;
    for (; i + 9 <= s.size(); i += 9) {
      step();
      std::uint64_t word;
      std::memcpy(&word, s.data() + i, 8);
      // A sum carries out of its byte where the lead is no less than the bound
      std::uint64_t const lead = word & first * 0xff;
      std::uint64_t const low = (lead + first * (0x100 - 0xe1)) & ~(lead + first * (0x100 - 0xed));
      std::uint64_t const high = (lead + first * (0x100 - 0xee)) & ~(lead + first * (0x100 - 0xf0));
      bool const wide = ((low | high) & first << 8U) == first << 8U;
      if (!wide || (word & tails) != continued || !is_continuation(s[i + 8])) break;
    }
  }
  return i - at;
}

constexpr bool is_digit(char32_t c) noexcept { return c >= U'0' && c <= U'9'; }
/// A digit of either width.
constexpr bool is_any_digit(char32_t c) noexcept { return is_digit(c) || (c >= 0xff10 && c <= 0xff19); }
/// ○ ◯: for the zero of a year.
constexpr bool is_ring(char32_t c) noexcept { return c == 0x25cb || c == 0x25ef; }
constexpr bool is_latin(char32_t c) noexcept { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
/// The unified ideographs of the first block, three bytes each: most of what these texts are made of.
constexpr bool is_common_han(char32_t c) noexcept { return c >= 0x4e00 && c <= 0x9fff; }
/// Han characters: unified ideographs with extension A and the planes beyond, and the number zero of official dates.
constexpr bool is_han(char32_t c) noexcept {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c >= 0x20000 || c == 0x3007;
}
/// White space as these texts have it: ASCII, no-break, the quads of U+2000 to U+200A, the ideographic space.
constexpr bool is_space(char32_t c) noexcept {
  if (c > 0x3000) return false;  // Han, and most points
  if (c < 0xa0) return c == U' ' || c == U'\t';
  return c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x3000;
}

}  // namespace detail

GONGWEN_END
