// gongwen/detail/check/rules.hpp: the rules, one row each. To add one: a function, a row, its messages in messages.tsv, its
// section in docs/rules.md.
#pragma once

#include <algorithm>

#include "broken.hpp"
#include "calendar.hpp"
#include "contradiction.hpp"
#include "from_to.hpp"
#include "growth.hpp"
#include "implied.hpp"
#include "marks.hpp"
#include "members.hpp"
#include "neighbours.hpp"
#include "numbering.hpp"
#include "parts.hpp"
#include "patterns.hpp"
#include "percent.hpp"
#include "periods.hpp"
#include "portions.hpp"
#include "ranks.hpp"
#include "schedule.hpp"
#include "shares.hpp"
#include "sums.hpp"

GONGWEN_BEGIN

namespace detail {

/// Parts and growth both look facts up by their keys, and share the sorted list.
inline void check_keyed(CheckContext const& c) {
  std::vector<KeyedFact> const facts = keyed_facts(c);
  check_parts(c, facts);
  check_growth(c, facts);
}

struct CheckRule {
  std::string_view names;  ///< the rules that the function reports
  void (*run)(CheckContext const&);
};

inline constexpr CheckRule check_rules[] = {
    {"shares_not_100", check_shares},
    {"contradiction rounding_differs", check_contradictions},
    {"parts_exceed_whole parts_not_whole growth_mismatch unit_slip increase_exceeds_level", check_keyed},
    {"growth_mismatch unit_slip", check_from_to},
    {"share_mismatch completion_mismatch", check_portions},
    {"member_exceeds_total", check_members},
    {"members_not_total", check_sums},
    {"unit_slip", check_neighbours},
    {"rank_out_of_range", check_ranks},
    {"pp_percent_confusion", check_percent},
    {"periods_differ", check_periods},
    {"implied_base", check_implied_base},
    {"numbering_gap numbering_repeat", check_numbering},
    {"count_mismatch", check_counts},
    {"broken_off", check_broken},
    {"behind_schedule implied_target", check_schedule},
    {"date_impossible", check_dates},
    {"unpaired_mark", check_marks},
    {"pattern_gave_up", check_patterns},
};

/// The names of a row, one by one.
template <class F>
constexpr void each_rule_name(std::string_view names, F&& f) {
  while (!names.empty()) {
    std::size_t const cut = std::min(names.find(' '), names.size());
    f(names.substr(0, cut));
    names.remove_prefix(std::min(cut + 1, names.size()));
  }
}

inline bool left_out(CheckOptions const& options, std::string_view rule) {
  return std::find(options.without.begin(), options.without.end(), rule) != options.without.end();
}
/// Is any rule of a row wanted?
inline bool wanted(CheckOptions const& options, CheckRule const& row) {
  bool any = false;
  each_rule_name(row.names, [&](std::string_view name) { any = any || !left_out(options, name); });
  return any;
}

}  // namespace detail

GONGWEN_END
