// gongwen/detail/check/shares.hpp: shares_not_100: a ratio that names the parts of a whole must add up to 100.
//
// Three terms or more that come near 100 are shares, and so are those of industries (三次产业结构) whatever they come to; two
// terms, or terms such as 5:3:2, are not. Each term may be off by half its
// last written place, so 23:23.8:56.2 may come to 100 ± 0.6 and comes to 103.
#pragma once

#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// Do the words just before a ratio speak of industries? 产业结构, 三次产业比例.
inline bool of_industries(CheckContext const& c, Ratio const& r) {
  constexpr std::uint32_t near = 60;
  std::string_view const text = c.view();
  std::uint32_t begin = r.range.begin;
  while (begin > 0 && r.range.begin - begin < near && text[begin - 1] != '\n')
    begin = static_cast<std::uint32_t>(previous(text, begin));
  return c.words({begin, r.range.begin}).find("\xe4\xba\xa7\xe4\xb8\x9a") != std::string_view::npos;  // 产业
}

inline void check_shares(CheckContext const& c) {
  bool industries = false;  // also where one ratio of the sentence changes into another: 由12:35:53调整为10:36:54
  for (std::uint32_t i = 0; i < c.records.ratios.size(); ++i) {
    Ratio const& r = c.records.ratios[i];
    industries = of_industries(c, r) || (industries && i > 0 && c.records.ratios[i - 1].node == r.node);
    if (r.terms.size() < 3) continue;
    std::optional<Decimal> total = Decimal();
    std::optional<Bounds> bounds = Bounds{};
    std::string how;
    for (Decimal const& t : r.terms) {
      total = total ? add(*total, t) : std::nullopt;
      bounds = bounds + bounds_of(t, t.step());
      if (!how.empty()) how += '+';
      how += t.to_string();
    }
    if (!total || !bounds) continue;
    Decimal const sum = *total, hundred(100);
    bool const far = sum < Decimal(85) || sum > Decimal(115);
    if (far && (sum < Decimal(40) || !industries)) continue;
    if (!apart(*bounds, *exactly(100))) continue;
    Finding& f = c.report("shares_not_100", Severity::error, r.node, r.range,
                          c.message("shares_not_100", r.text, sum.to_string()));
    f.expected = reading(hundred, "%");
    f.found = reading(sum, "%");
    f.how = how + "=" + sum.to_string();
    f.evidence.push_back({RecordType::ratio, i});
  }
}

}  // namespace detail

GONGWEN_END
