// write.hpp: how to write, of the options that every function of writing takes.
#pragma once

#include <gongwen.h>

#include <gongwen/write.hpp>
#include <string>

#include "guard.hpp"

namespace gongwen::c {

inline constexpr std::uint64_t all_types = (std::uint64_t{2} << static_cast<unsigned>(RecordType::finding)) - 1;

/// The caller's options for writing, as the library has them.
inline WriteOptions write_options(gongwen_write_options const& o, std::string const& source) {
  auto const flags = checked_bits(
      o.flags, GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS | GONGWEN_WRITE_FLAG_BY | GONGWEN_WRITE_FLAG_STRING_VIEWS);
  auto const only = checked_bits(o.only, all_types);
  WriteOptions options;
  options.source = source;
  options.numbers_as_strings = (flags & GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS) != 0;
  options.by = (flags & GONGWEN_WRITE_FLAG_BY) != 0;
  options.string_views = (flags & GONGWEN_WRITE_FLAG_STRING_VIEWS) != 0;
  switch (checked(o.format, GONGWEN_FORMAT_MARKDOWN)) {
    case GONGWEN_FORMAT_TABLE: options.format = Format::table; break;
    case GONGWEN_FORMAT_CSV: options.format = Format::csv; break;
    case GONGWEN_FORMAT_MARKDOWN: options.format = Format::markdown; break;
    default: options.format = Format::jsonl; break;
  }
  switch (checked(o.offsets, GONGWEN_OFFSET_UNIT_UTF16)) {
    case GONGWEN_OFFSET_UNIT_UTF8: options.offsets = OffsetUnit::utf8; break;
    case GONGWEN_OFFSET_UNIT_UTF16: options.offsets = OffsetUnit::utf16; break;
    default: options.offsets = OffsetUnit::codepoint; break;
  }
  for (auto type = RecordType::document; type <= RecordType::finding;
       type = static_cast<RecordType>(static_cast<unsigned>(type) + 1)) {
    if ((only >> static_cast<unsigned>(type) & 1U) != 0) options.only.push_back(type);
  }
  return options;
}

}  // namespace gongwen::c
