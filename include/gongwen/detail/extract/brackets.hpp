// gongwen/detail/extract/brackets.hpp: past a remark in brackets.
#pragma once

#include <cstdint>
#include <string_view>

#include "../characters/utf8.hpp"

GONGWEN_BEGIN

namespace detail {

/// Past a bracket that opens at `at`, if it closes before `end`; else `at`.
inline std::uint32_t past_bracket(std::string_view text, std::uint32_t at, std::uint32_t end) {
  char32_t const c = code_point(text, at);
  if (c != 0xff08 && c != U'(') return at;
  constexpr int most = 40;
  std::uint32_t i = at;
  for (int n = 0; n < most && i < end; ++n) {
    char32_t const x = code_point(text, i);
    i += char_size(text, i);
    if (x == 0xff09 || x == U')') return i;
  }
  return at;
}

}  // namespace detail

GONGWEN_END
