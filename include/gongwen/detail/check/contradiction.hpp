// gongwen/detail/check/contradiction.hpp: contradiction and rounding_differs: one measure, area and period, told twice.
#pragma once

#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// One telling of a level or of a growth.
struct Telling {
  FactKey key;
  bool growth = false;
  Decimal value;
  Bounds bounds;
  std::uint32_t fact = 0;
  friend bool operator<(Telling const& a, Telling const& b) {
    return std::tie(a.key, a.growth, a.fact) < std::tie(b.key, b.growth, b.fact);
  }
};

inline std::vector<Telling> tellings(CheckContext const& c) {
  std::vector<Telling> out;
  for (std::uint32_t i = 0; i < c.records.indicators.size(); ++i) {
    Indicator const& fact = c.records.indicators[i];
    auto key = key_of(c, fact);
    if (!key || !dated_here(c, fact) || averaged(c, fact)) continue;
    if (auto const b = plain(fact)) out.push_back({*key, false, *fact.value, *b, i});
    Change const* const growth = growth_of(fact, Basis::yoy);
    auto const b = growth_bounds(growth);
    if (!b) continue;
    key->unit = {};  // of the level, which the second telling may leave out
    out.push_back({*key, true, signed_value(*growth), *b, i});
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// More values than this under one key say that the key was read too coarsely (a table of branches), not that the text errs.
inline constexpr std::size_t most_tellings = 3;

inline void compare_tellings(CheckContext const& c, Telling const& first, Telling const& other) {
  if (first.value == other.value) return;
  bool const wrong = apart(first.bounds, other.bounds);
  Indicator const& a = c.records.indicators[first.fact];
  Indicator const& b = c.records.indicators[other.fact];
  std::string_view const unit = first.growth ? std::string_view("%") : b.unit;
  std::string_view const rule = wrong ? "contradiction" : "rounding_differs";
  Finding& f =
      c.report(rule, wrong ? Severity::error : Severity::info, b.node, b.range,
               c.message(rule, b.name, spoken(c, first.value, unit), spoken(c, other.value, unit), a.period->timex));
  f.expected = reading(first.value, unit);
  f.found = reading(other.value, unit);
  f.how = other.value.to_string() + (wrong ? "\xe2\x89\xa0" : "\xe2\x89\x88") + first.value.to_string();  // ≠ ≈
  f.evidence = {indicator_ref(first.fact), indicator_ref(other.fact)};
}

inline void check_contradictions(CheckContext const& c) {
  std::vector<Telling> const all = tellings(c);
  for (std::size_t i = 0; i < all.size();) {
    std::vector<std::size_t> values{i};  // the first telling of each value
    std::size_t k = i + 1;
    for (; k < all.size() && all[k].key == all[i].key && all[k].growth == all[i].growth; ++k) {
      bool const told =
          std::any_of(values.begin(), values.end(), [&](std::size_t v) { return all[v].value == all[k].value; });
      if (!told && values.size() <= most_tellings) values.push_back(k);
    }
    if (values.size() <= most_tellings) {
      for (std::size_t v = 1; v < values.size(); ++v) compare_tellings(c, all[i], all[values[v]]);
    }
    i = k;
  }
}

}  // namespace detail

GONGWEN_END
