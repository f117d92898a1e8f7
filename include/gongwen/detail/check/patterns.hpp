// gongwen/detail/check/patterns.hpp: pattern_gave_up: a sentence in which a user's pattern passed the bound of its engine, so
// that what it would have read there is missing.
#pragma once

#include "context.hpp"

GONGWEN_BEGIN

namespace detail {

inline void check_patterns(CheckContext const& c) {
  for (GaveUp const& g : c.records.gave_up) {
    c.report("pattern_gave_up", Severity::warning, g.node, g.range, c.message("pattern_gave_up", g.pattern));
  }
}

}  // namespace detail

GONGWEN_END
