// plan.hpp: the options of every stage, out of the one struct of C.
#pragma once

#include <gongwen.h>

#include <gongwen/gongwen.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "guard.hpp"
#include "handle.hpp"

namespace gongwen::c {

inline constexpr std::uint64_t all_flags =
    GONGWEN_FLAG_STRICT | GONGWEN_FLAG_IMPLIED | GONGWEN_FLAG_KEEP_LINES | GONGWEN_FLAG_KEEP_PAGE_NUMBERS |
    GONGWEN_FLAG_KEEP_CHARACTERS | GONGWEN_FLAG_KEEP_SPACES | GONGWEN_FLAG_MENTIONS_ONLY | GONGWEN_FLAG_KEEP_WIDTH |
    GONGWEN_FLAG_KEEP_RADICALS | GONGWEN_FLAG_KEEP_CONFUSIONS | GONGWEN_FLAG_KEEP_CONTROLS |
    GONGWEN_FLAG_KEEP_LINE_ENDS | GONGWEN_FLAG_PLAIN;

/// Words with commas between.
inline std::vector<std::string> parted(std::string_view words) {
  std::vector<std::string> out;
  while (!words.empty()) {
    std::size_t const end = words.find(',');
    if (end != 0) out.emplace_back(words.substr(0, end));
    if (end == std::string_view::npos) break;
    words.remove_prefix(end + 1);
  }
  return out;
}

/// Points into what the caller's struct points to.
struct Plan {
  explicit Plan(gongwen_options const& o) {
    auto const flags = checked_bits(o.flags, all_flags);
    auto const has = [flags](gongwen_flag flag) { return (flags & static_cast<std::uint64_t>(flag)) != 0; };
    Lexicon const* const lexicon = o.lexicon != nullptr ? &o.lexicon->lexicon : nullptr;

    if (o.encoding != nullptr) parse.encoding = o.encoding;
    parse.strict = has(GONGWEN_FLAG_STRICT);
    if (o.max_bytes > parse.max_bytes) {
      throw Refused{GONGWEN_INVALID_ARGUMENT, "max_bytes is beyond 2^32 - 2^16, the most that can be read"};
    }
    if (o.max_bytes != 0) parse.max_bytes = o.max_bytes;
    parse.unwrap = !has(GONGWEN_FLAG_KEEP_LINES);
    parse.page_numbers = !has(GONGWEN_FLAG_KEEP_PAGE_NUMBERS);
    parse.characters = !has(GONGWEN_FLAG_KEEP_CHARACTERS);
    parse.width = !has(GONGWEN_FLAG_KEEP_WIDTH);
    parse.radicals = !has(GONGWEN_FLAG_KEEP_RADICALS);
    parse.confusions = !has(GONGWEN_FLAG_KEEP_CONFUSIONS);
    parse.spaces = !has(GONGWEN_FLAG_KEEP_SPACES);
    parse.controls = !has(GONGWEN_FLAG_KEEP_CONTROLS);
    parse.line_ends = !has(GONGWEN_FLAG_KEEP_LINE_ENDS);
    parse.lexicon = lexicon;

    if (o.max_nesting != 0) segment.max_nesting = o.max_nesting;
    if (o.max_nodes != 0) segment.max_nodes = o.max_nodes;
    segment.lexicon = lexicon;

    if (o.reference_date != nullptr) {
      extract.reference_date = Date::parse(o.reference_date);
      if (!extract.reference_date) {
        throw Refused{GONGWEN_INVALID_ARGUMENT, "reference_date is no day; write it as 2024-07-25"};
      }
    }
    extract.facts = !has(GONGWEN_FLAG_MENTIONS_ONLY);
    if (o.max_records != 0) extract.max_records = o.max_records;
    if (!(o.min_confidence >= 0 && o.min_confidence <= 1)) {
      throw Refused{GONGWEN_INVALID_ARGUMENT, "min_confidence is a number from 0 to 1"};
    }
    extract.min_confidence =
        *Decimal(static_cast<std::int64_t>(o.min_confidence * 100 + 0.5)).scaled(-2);  // two places
    extract.lexicon = lexicon;

    if (checked(o.language, GONGWEN_LANGUAGE_EN) == GONGWEN_LANGUAGE_EN) check.language = Language::en;
    check.implied = has(GONGWEN_FLAG_IMPLIED);
    check.lexicon = lexicon;
    if (o.without != nullptr) check.without = parted(o.without);
    plain = has(GONGWEN_FLAG_PLAIN) || !parse.encoding.empty();

    if (checked(o.stage, GONGWEN_STAGE_CHECK) != GONGWEN_STAGE_NONE) stage = o.stage;
    if (checked(o.offsets, GONGWEN_OFFSET_UNIT_UTF16) != GONGWEN_OFFSET_UNIT_NONE) offsets = o.offsets;
  }

  ParseOptions parse;
  SegmentOptions segment;
  ExtractOptions extract;
  CheckOptions check;
  bool plain = false;  ///< all bytes are text
  gongwen_stage stage = GONGWEN_STAGE_CHECK;
  gongwen_offset_unit offsets = GONGWEN_OFFSET_UNIT_UTF8;
};

}  // namespace gongwen::c
