// gongwen/detail/extract/span_of_years.hpp: 五年来, 过去五年, 这五年间, 五年累计: a span of years that no date bounds.
//
// What is said of such a span is of no single year that was said before. A heading, or a paragraph's first words, that speak of
// one hold for what stands below (see Context::several_years).
#pragma once

#include "sentence.hpp"

GONGWEN_BEGIN

namespace detail {

/// Does a time that opens the words from `head` on say such a span?
inline bool span_of_years(Sentence const& sentence, TimeValue const& t, std::uint32_t head) {
  if (t.kind != TimeKind::duration || !t.timex.ends_with('Y') || t.timex == "P1Y") return false;
  Lattice const& lattice = sentence.lattice();
  std::string_view const text = lattice.text();
  std::uint32_t at = lattice.skip(head);
  bool these = false;
  while (at < t.begin) {
    char32_t const c = code_point(text, at);
    // 过去 这 近 最 的 在
    if (c != 0x8fc7 && c != 0x53bb && c != 0x8fd9 && c != 0x8fd1 && c != 0x6700 && c != 0x7684 && c != 0x5728)
      return false;
    these = true;
    at += char_size(text, at);
  }
  if (at != t.begin) return false;
  if (these || code_point(text, t.begin) == 0x8fd1) return true;       // 近五年
  if (code_point(text, previous(text, t.end)) == 0x6765) return true;  // 来
  switch (code_point(text, t.end)) {
    case 0x6765:
    case 0x591a:
    case 0x95f4:
    case 0x91cc:
    case 0x4e2d:
    case 0x7d2f:
    case 0x5171:
    case 0x5168:
    case 0x65b0:
    case 0x5e73:
    case 0xff0c: return true;  // 来 多 间 里 中 累 共 全 新 平 ，
    default: return false;
  }
}

}  // namespace detail

GONGWEN_END
