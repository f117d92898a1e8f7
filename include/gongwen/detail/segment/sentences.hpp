// gongwen/detail/segment/sentences.hpp: where sentences end. Quotes and brackets are kept whole.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "../../text.hpp"
#include "../characters/pairs.hpp"
#include "../characters/utf8.hpp"

GONGWEN_BEGIN

namespace detail {

/// 。！？ and ASCII ! ? (GB/T 15834: the points that end a sentence).
constexpr bool full_stop(char32_t c) noexcept {
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == U'!' || c == U'?';
}

/// Cuts a range into sentences, without white space at their ends. A bracket that is never closed, or closed only far
/// away, holds nothing together: after `patience` bytes its depth is forgotten.
inline void sentences_of(std::string_view text, Range range, std::vector<Range>& out) {
  constexpr std::uint32_t patience = 1200;
  std::uint32_t begin = range.begin;
  std::uint32_t depth = 0;
  std::uint32_t opened = 0;
  auto const push = [&](std::uint32_t from, std::uint32_t to) {
    while (from < to && (is_space(code_point(text, from)) || text[from] == '\n')) from += char_size(text, from);
    while (to > from) {
      std::size_t const p = previous(text, to);
      if (!is_space(code_point(text, p)) && text[p] != '\n') break;
      to = static_cast<std::uint32_t>(p);
    }
    if (from < to) out.push_back({from, to});
  };
  for (std::uint32_t i = range.begin; i < range.end;) {
    i = static_cast<std::uint32_t>(past_han(text, i, range.end));
    if (i == range.end) break;
    auto const lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80 && lead != '(' && lead != ')' && lead != '!' && lead != '?') {
      ++i;
      continue;
    }
    char32_t const c = code_point(text, i);
    std::uint32_t next = i + char_size(text, i);
    if (c == 0xff0c || c == 0x3001) {  // ， 、: most of the points
    } else if (opens(c)) {
      if (depth++ == 0) opened = i;
    } else if (closes(c) && depth > 0) {
      --depth;
      // “……。” ends its sentence with the quote when a new one begins after it
      if (depth == 0 && i > range.begin && full_stop(code_point(text, previous(text, i))) && next < range.end) {
        char32_t const after = code_point(text, next);
        bool const goes_on = after == 0xff0c || after == U',' || after == 0x3001 || after == 0xff1b ||
                             after == 0x7684 || full_stop(after) || closes(after);  // ， 、 ； 的
        if (!goes_on && next - opened > 36) {
          push(begin, next);
          begin = next;
        }
      }
    } else if (full_stop(c) && (depth == 0 || i - opened > patience)) {
      while (next < range.end && (full_stop(code_point(text, next)) || (closes(code_point(text, next)) && depth > 0))) {
        next += char_size(text, next);
      }
      depth = 0;
      push(begin, next);
      begin = next;
    }
    i = next;
  }
  push(begin, range.end);
}

}  // namespace detail

GONGWEN_END
