// gongwen/detail/check/rules.hpp: the rules, one row each. To add one: a function, a row, its messages in messages.tsv.
#pragma once

#include "numbering.hpp"
#include "patterns.hpp"
#include "schedule.hpp"
#include "shares.hpp"

GONGWEN_BEGIN

namespace detail {

struct CheckRule {
  std::string_view names;  ///< the rules that the function reports
  void (*run)(CheckContext const&);
};

inline constexpr CheckRule check_rules[] = {
    {"shares_not_100", check_shares},
    {"numbering_gap", check_numbering},
    {"count_mismatch", check_counts},
    {"broken_off", check_broken},
    {"behind_schedule implied_target", check_schedule},
    {"pattern_gave_up", check_patterns},
};

}  // namespace detail

GONGWEN_END
