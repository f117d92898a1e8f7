// gongwen/detail/characters/gb18030.hpp: the characters that GB 18030-2022 moved out of the private use area.
#pragma once

#include <cstdint>

#include "utf8.hpp"

GONGWEN_BEGIN

namespace detail {

/// A place of the private use area, and the character that text of any edition of GB 18030 means by it.
struct Moved {
  std::uint16_t from;
  char32_t to;
};

/// GB 18030-2022 exchanged 18 pairs of mappings with the edition of 2005, and six characters at which 2005 still had
/// private use have code points of their own now. Which bytes a converter makes these places of depends on its edition, and
/// bytes written by either edition are met, so both bytes of a pair are read as the character: the mappings that the
/// Unicode Technical Committee recommends (L2/23-003R), which ICU has from 73 on and the Encoding Standard too.
/// The last row is a space of GBK that old converters leave in the private use area (the Encoding Standard, index gb18030).
inline constexpr Moved gb18030_moved[] = {
    {0xe5e5, 0x3000},                                                           // A3A0
    {0xe78d, 0xfe10},  {0xe78e, 0xfe12},  {0xe78f, 0xfe11},                     // A6D9 to A6DB
    {0xe790, 0xfe13},  {0xe791, 0xfe14},  {0xe792, 0xfe15},                     // A6DC to A6DE
    {0xe793, 0xfe16},  {0xe794, 0xfe17},  {0xe795, 0xfe18},                     // A6DF, A6EC, A6ED
    {0xe796, 0xfe19},                                                           // A6F3
    {0xe816, 0x20087}, {0xe817, 0x20089}, {0xe818, 0x200cc},                    // FE51 to FE53
    {0xe81e, 0x9fb4},  {0xe826, 0x9fb5},  {0xe82b, 0x9fb6},  {0xe82c, 0x9fb7},  // FE59, FE61, FE66, FE67
    {0xe831, 0x215d7}, {0xe832, 0x9fb8},  {0xe83b, 0x2298f}, {0xe843, 0x9fb9},  // FE6C, FE6D, FE76, FE7E
    {0xe854, 0x9fba},  {0xe855, 0x241fe}, {0xe864, 0x9fbb},                     // FE90, FE91, FEA0
};

/// What a character decoded from GB 18030 by a converter of whatever edition means.
constexpr char32_t gb18030_meant(char32_t c) noexcept {
  if (c < 0xe5e5 || c > 0xe864) return c;
  for (Moved const& moved : gb18030_moved) {
    if (moved.from == c) return moved.to;
  }
  return c;
}

}  // namespace detail

GONGWEN_END
