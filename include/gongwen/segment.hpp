// gongwen/segment.hpp: text to outline, the second stage.
#pragma once

#include <cstdint>

#include "error.hpp"
#include "outline.hpp"

GONGWEN_BEGIN

class Lexicon;

struct SegmentOptions {
  std::uint32_t max_nesting = 64;       ///< deeper numbering than this is `limit`
  std::uint64_t max_nodes = 1U << 28U;  ///< more nodes than this is `limit`
  Lexicon const* lexicon = nullptr;     ///< numbering words; null: `Lexicon::builtin()`. Its handle is copied
};

/// Finds articles, titles, notes, salutations, headings, items, tables, paragraphs and sentences.
/// @param text     kept alive by the outline.
/// @throws error   `limit`. No content raises anything else.
/// Threads: shares nothing. Cost: O(n). Since 0.1. Levels follow the nesting of the text, and the order of
/// GB/T 9704-2012 7.3.3 where the text leaves it open.
[[nodiscard]] Outline segment(Text text, SegmentOptions const& options = {});

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/segment/segment.hpp"
#endif
