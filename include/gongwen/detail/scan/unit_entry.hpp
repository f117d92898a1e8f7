// gongwen/detail/scan/unit_entry.hpp: a unit in the lexicon.
#pragma once

#include <string_view>

#include "lexicon_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// The entry of a unit by its word, else by its code.
inline Entry unit_entry(std::string_view unit, LexiconData const& lexicon) {
  if (unit.empty()) return {};
  if (Entry const word = lexicon.find(unit, Class::unit); !word.word.empty()) return word;
  for (std::uint32_t i = 0; i < lexicon.entries; ++i) {
    if (lexicon.entry_class(i) != Class::unit) continue;
    if (Entry const e = lexicon.entry(i); e.text == unit) return e;
  }
  return {};
}

}  // namespace detail

GONGWEN_END
