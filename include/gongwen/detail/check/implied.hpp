// gongwen/detail/check/implied.hpp: implied_base, on request: the level before that a level and its growth imply.
#pragma once

#include "growth.hpp"

GONGWEN_BEGIN

namespace detail {

inline void check_implied_base(CheckContext const& c) {
  if (!c.options.implied) return;
  for (std::uint32_t i = 0; i < c.records.indicators.size(); ++i) {
    Indicator const& fact = c.records.indicators[i];
    Change const* const growth = growth_of(fact, Basis::yoy);
    if (growth == nullptr || !plain(fact) || !plain(*growth) || !growth_follows(c, fact)) continue;
    auto const whole = add(Decimal(100), signed_value(*growth));
    auto const hundredfold = multiply(*fact.value, Decimal(100));
    auto const base = whole && hundredfold ? divide(*hundredfold, *whole) : std::nullopt;
    if (!base || *base <= Decimal(0)) continue;
    std::string const value = two_places(*base);
    Finding& f = c.report("implied_base", Severity::info, fact.node, fact.range,
                          c.message("implied_base", fact.name, spoken_roughly(c, *base, fact.unit)));
    f.found = reading(*Decimal::parse(value), fact.unit);
    f.how = fact.value->to_string() + "/" + whole->to_string() + "%=" + value;
    f.evidence.push_back(indicator_ref(i));
  }
}

}  // namespace detail

GONGWEN_END
