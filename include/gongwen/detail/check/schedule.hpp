// gongwen/detail/check/schedule.hpp: behind_schedule and implied_target: what a completion says of its plan.
#pragma once

#include "../calendar/calendar.hpp"
#include "../segment/date_line.hpp"
#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// The share of the year, in per cent, that has passed at the end of a period: whole months where it ends with one.
inline std::optional<Decimal> elapsed(Period const& p) {
  if (!p.end || !p.begin || p.begin->year != p.end->year) return std::nullopt;
  int const year = p.end->year;
  auto share = [](std::int64_t part, std::int64_t of) {
    return divide(*multiply(Decimal(part), Decimal(100)), Decimal(of));
  };
  if (p.end->day == days_in_month(year, p.end->month) || (p.end->month == 2 && p.end->day >= 28))
    return share(p.end->month, 12);
  std::int64_t const eve = days_from(Date{static_cast<std::int16_t>(year - 1), 12, 31});
  return share(days_from(*p.end) - eve, days_from(Date{p.end->year, 12, 31}) - eve);
}

/// What is left of a budget when its year is over was saved, and is no lag.
inline bool saved(Indicator const& fact, Decimal due) {
  constexpr std::string_view spending = "\xe6\x94\xaf\xe5\x87\xba", budget = "\xe9\xa2\x84\xe7\xae\x97";  // 支出 预算
  return due == Decimal(100) && fact.name.ends_with(spending) &&
         fact.completion->of.find(budget) != std::string_view::npos;
}

/// A plan is for the year unless it says otherwise; 2 points of leeway, as SCHEMA.md has it.
inline void check_schedule(CheckContext const& c) {
  for (std::uint32_t i = 0; i < c.records.indicators.size(); ++i) {
    Indicator const& fact = c.records.indicators[i];
    if (!fact.completion || !fact.completion->value || fact.completion->unit != "%") continue;
    Decimal const done = *fact.completion->value;
    if (fact.period && fact.period->begin != fact.period->end) {
      auto const due = elapsed(*fact.period);
      auto const gap = due ? subtract(*due, done) : std::nullopt;
      if (gap && *gap > Decimal(2) && !saved(fact, *due)) {
        std::string const at = two_places(*due);
        Finding& f = c.report("behind_schedule", Severity::warning, fact.node, fact.range,
                              c.message("behind_schedule", fact.name, done.to_string(), at));
        f.expected = reading(*Decimal::parse(at), "%");
        f.found = reading(done, "%");
        f.how = at + "-" + done.to_string() + "=" + two_places(*gap);
        f.evidence.push_back({RecordType::indicator, i});
      }
    }
    if (!c.options.implied || !fact.value || done.zero()) continue;
    auto const hundredfold = multiply(*fact.value, Decimal(100));
    auto const target = hundredfold ? divide(*hundredfold, done) : std::nullopt;
    if (!target) continue;
    std::string const value = two_places(*target);
    Finding& f =
        c.report("implied_target", Severity::info, fact.node, fact.range,
                 c.message("implied_target", fact.name, fact.completion->of, spoken_roughly(c, *target, fact.unit)));
    f.found = reading(*Decimal::parse(value), fact.unit);
    f.how = fact.value->to_string() + "/" + done.to_string() + "%=" + value;
    f.evidence.push_back({RecordType::indicator, i});
  }
}

}  // namespace detail

GONGWEN_END
