// gongwen/detail/check/percent.hpp: pp_percent_confusion: a rate that moves by % where percentage points are meant.
#pragma once

#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// Is the measure itself in per cent, by the last word of its name: 率, 比重, 增速? 浓度 and 指数 may be in anything, and
/// 单位能耗 falls by per cent like any level.
inline bool in_per_cent(CheckContext const& c, Indicator const& fact) {
  if (!fact.unit.empty() && fact.unit != "%") return false;
  std::string_view const name = fact.canonical.empty() ? fact.name : fact.canonical;
  if (!c.lexicon.longest_before(name, name.size(), Class::growth_noun).word.empty()) return true;
  std::string_view const head = c.lexicon.longest_before(name, name.size(), Class::rate_head).word;
  if (head.empty()) return false;
  char32_t const last = code_point(head, previous(head, head.size()));
  if (last == 0x5ea6 || last == 0x6570) return false;  // 度 数
  // 效率 and 死亡率 are no percentages, whatever they end with
  return c.lexicon.longest_before(name, name.size(), Class::own_scale).word.empty();
}

inline void check_percent(CheckContext const& c) {
  for (std::uint32_t i = 0; i < c.records.indicators.size(); ++i) {
    Indicator const& fact = c.records.indicators[i];
    for (Change const& change : fact.changes) {
      if (change.unit != "%" || !change.value || change.direction == Direction::flat) continue;
      if (!change.of_growth && !in_per_cent(c, fact)) continue;
      Finding& f = c.report("pp_percent_confusion", Severity::warning, fact.node, fact.range,
                            c.message("pp_percent_confusion", fact.name, change.value->to_string()));
      f.expected = reading(*change.value, "pp");
      f.found = reading(*change.value, "%");
      f.evidence.push_back(indicator_ref(i));
    }
  }
}

}  // namespace detail

GONGWEN_END
