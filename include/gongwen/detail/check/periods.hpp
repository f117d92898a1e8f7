// gongwen/detail/check/periods.hpp: periods_differ: 1-6月 held against a whole year.
#pragma once

#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

inline bool whole_year(std::optional<Date> const& begin, std::optional<Date> const& end) {
  return begin && end && begin->known() && begin->year == end->year && begin->month == 1 && begin->day == 1 &&
         end->month == 12 && end->day == 31;
}

/// A flow of a part of the year that has grown against a whole year. 比上年增长 is short for the same months of it, so only
/// a year by its number counts.
inline void check_periods(CheckContext const& c) {
  constexpr std::int32_t flow = 0;
  for (std::uint32_t i = 0; i < c.records.indicators.size(); ++i) {
    Indicator const& fact = c.records.indicators[i];
    if (fact.canonical.empty() || c.lexicon.find(fact.canonical, Class::indicator).value != flow) continue;
    if (!fact.period || !fact.period->begin || !fact.period->begin->known() || !dated_here(c, fact) ||
        whole_year(fact.period->begin, fact.period->end) || fact.period->begin == fact.period->end)
      continue;
    for (Change const& change : fact.changes) {
      if (change.basis != Basis::since || change.against.empty() || change.unit != "%") continue;
      for (Time const& t : times_in(c, c.records.outline.nodes()[fact.node].range)) {
        if (t.text != change.against || !whole_year(t.begin, t.end)) continue;
        Finding& f = c.report("periods_differ", Severity::warning, fact.node, fact.range,
                              c.message("periods_differ", fact.name, fact.period->text, t.text));
        f.expected = reading(std::string(fact.period->text));
        f.found = reading(std::string(t.text));
        f.evidence = {indicator_ref(i), {RecordType::time, static_cast<std::uint32_t>(&t - c.records.times.data())}};
        break;
      }
    }
  }
}

}  // namespace detail

GONGWEN_END
