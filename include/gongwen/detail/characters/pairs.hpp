// gongwen/detail/characters/pairs.hpp: the quotes and brackets that stand in pairs, one list for all stages.
#pragma once

#include <cstddef>
#include <iterator>
#include <utility>

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

/// A mark and its fellow. Straight quotes have no side, so they are none. Square brackets of ASCII mark notes of the web
/// ([1]) and hold no sentence together.
struct MarkPair {
  char32_t open, close;
  bool holds = true;  ///< a sentence does not end inside
};
inline constexpr MarkPair mark_pairs[] = {
    {0x201c, 0x201d},                       // “ ”
    {0x2018, 0x2019},                       // ‘ ’
    {0xff08, 0xff09},                       // （ ）
    {U'(', U')'},        {0x300a, 0x300b},  // 《 》
    {0x3008, 0x3009},                       // 〈 〉
    {0x3010, 0x3011},                       // 【 】
    {0x3014, 0x3015},                       // 〔 〕
    {0x300c, 0x300d},                       // 「 」
    {0x300e, 0x300f},                       // 『 』
    {0xff3b, 0xff3d},                       // ［ ］
    {U'[', U']', false},
};

// Asked at every character: comparisons side by side, no loop.
template <std::size_t... I>
constexpr bool opens_one_of(char32_t c, std::index_sequence<I...>) noexcept {
  return ((mark_pairs[I].holds && c == mark_pairs[I].open) || ...);
}
template <std::size_t... I>
constexpr bool closes_one_of(char32_t c, std::index_sequence<I...>) noexcept {
  return ((mark_pairs[I].holds && c == mark_pairs[I].close) || ...);
}
using MarkIndexes = std::make_index_sequence<std::size(mark_pairs)>;

constexpr bool opens(char32_t c) noexcept { return opens_one_of(c, MarkIndexes{}); }
constexpr bool closes(char32_t c) noexcept { return closes_one_of(c, MarkIndexes{}); }

/// Is the second the fellow of the first?
constexpr bool pairs_with(char32_t open, char32_t close) noexcept {
  for (MarkPair const& pair : mark_pairs) {
    if (pair.open == open && pair.close == close) return true;
  }
  return false;
}

}  // namespace detail

GONGWEN_END
