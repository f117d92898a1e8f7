// gongwen/detail/scan/document_number.hpp: the number of a document (发文字号): 黔府办发〔2022〕4号. parse asks for it too.
#pragma once

#include <string_view>

#include "../characters/pairs.hpp"
#include "markers.hpp"

GONGWEN_BEGIN

namespace detail {

/// 〔 ［ [ 【 〈: what stands before the year of a document number.
constexpr bool opens_year(char32_t c) noexcept {
  return c == 0x3014 || c == 0xff3b || c == U'[' || c == 0x3010 || c == 0x3008;
}

/// Where the year and the number that begin at an opening bracket end, behind 号; or 0.
inline std::size_t year_and_number_end(std::string_view w, std::size_t open) {
  int digits = 0;
  for (std::size_t k = open + char_size(w, open); k < w.size() && k < open + 40; k += char_size(w, k)) {
    char32_t const c = code_point(w, k);
    if (c == 0x53f7) return digits >= 5 ? k + 3 : 0;  // 号
    bool const digit = is_digit(c) || (c >= 0xff10 && c <= 0xff19) || han_digit(c) >= 0;
    digits += digit ? 1 : 0;
    bool const sign = closes(c) || c == U']' || c == 0xff3d || c == 0x3009 || c == nth_char || is_space(c);
    if (!digit && !sign) return 0;
  }
  return 0;
}

/// Where a document number that begins `w` ends, or 0: 〔2022〕4号 with at most a few words before it.
inline std::size_t number_end(std::string_view w) {
  std::size_t i = 0;
  for (; i < w.size() && i < 60; i += char_size(w, i)) {
    char32_t const c = code_point(w, i);
    if (opens_year(c)) break;
    if (!is_han(c) && !is_latin(c)) return 0;
  }
  return i == 0 || i >= w.size() || i >= 60 ? 0 : year_and_number_end(w, i);
}

/// Does `w` end with a document number? Only its year and number are looked at.
inline bool ends_in_number(std::string_view w) {
  if (!w.ends_with("\u53f7")) return false;  // 号
  for (std::size_t i = w.size(), n = 0; i > 0 && n < 16; ++n) {
    i = previous(w, i);
    if (opens_year(code_point(w, i))) return year_and_number_end(w, i) == w.size();
  }
  return false;
}

}  // namespace detail

GONGWEN_END
