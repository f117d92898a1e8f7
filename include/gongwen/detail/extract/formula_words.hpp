// gongwen/detail/extract/formula_words.hpp: the characters round numbered catch-phrases and their lists.
#pragma once

#include <string_view>

#include "brackets.hpp"
#include "clauses.hpp"

GONGWEN_BEGIN

namespace detail {

/// 统一 in 五统一, 唯一: a 一 that counts nothing.
inline bool one_of_word(std::string_view text, std::uint32_t at, std::uint32_t begin) {
  if (code_point(text, at) != 0x4e00 || at < begin + 3) return false;
  char32_t const before = code_point(text, previous(text, at));
  return before == 0x7edf || before == 0x552f || before == 0x5355 || before == 0x4e13;  // 统 唯 单 专
}
/// “两园”|是…, 为…, 指…, 即…: at once after the quotes begins what the name means.
inline bool means(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at + 3 >= end) return false;
  char32_t const c = code_point(text, at);
  return c == 0x662f || c == 0x4e3a || c == 0x6307 || c == 0x5373;  // 是 为 指 即
}
/// 报销比例（幅度不低于5%）: a member without the bracket at its end.
inline std::string_view without_note(std::string_view m) {
  if (m.size() < 6) return m;
  char32_t const last = code_point(m, previous(m, m.size()));
  if (last != 0xff09 && last != U')') return m;
  std::size_t open = m.rfind("\xef\xbc\x88");  // （
  if (open == std::string_view::npos) open = m.rfind('(');
  return open == std::string_view::npos || open == 0 ? m : m.substr(0, open);
}

}  // namespace detail

GONGWEN_END
