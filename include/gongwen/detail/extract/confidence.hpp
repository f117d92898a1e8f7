// gongwen/detail/extract/confidence.hpp: how sure an indicator is, as a number that has been measured.
//
//   0.95  the name is in the lexicon, or ends with what a measure is (…收入, …产量, …率, …面积)
//   0.85  a noun phrase of up to ten characters that is counted or measured (新建卫生室)
//   0.7   a longer one
//
// tests/tools/calibration.py prints each number beside the share of slots that are right in the texts with known answers.
#pragma once

#include "../../decimal.hpp"
#include "../scan/lexicon_data.hpp"
#include "distribute.hpp"

GONGWEN_BEGIN

namespace detail {

/// Does a name end with the kind of thing that statistics measure?
inline bool measure_head(LexiconData const& lexicon, std::string_view name) {
  for (Class const kind : {Class::measure_word, Class::rate_head, Class::part_of}) {
    if (!lexicon.longest_before(name, name.size(), kind).word.empty()) return true;
  }
  return false;
}

/// `known`: the lexicon has the name.
inline Decimal sureness(LexiconData const& lexicon, std::string_view name, bool known) {
  bool const measure = known || measure_head(lexicon, name);
  return *Decimal::parse(measure ? "0.95" : chars_in(name) <= 10 ? "0.85" : "0.7");
}

}  // namespace detail

GONGWEN_END
