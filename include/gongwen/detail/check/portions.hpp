// gongwen/detail/check/portions.hpp: share_mismatch and completion_mismatch: a percentage against the two figures it is of.
#pragma once

#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// A fact under one of its names.
struct NamedFact {
  std::string_view name;
  NodeIndex article = no_node;
  std::string_view area, unit;
  std::uint32_t fact = 0;
  friend bool operator<(NamedFact const& a, NamedFact const& b) {
    return std::tie(a.name, a.article, a.area, a.unit, a.fact) < std::tie(b.name, b.article, b.area, b.unit, b.fact);
  }
};
inline std::vector<NamedFact> named_facts(CheckContext const& c) {
  std::vector<NamedFact> out;
  for (std::uint32_t i = 0; i < c.records.indicators.size(); ++i) {
    Indicator const& fact = c.records.indicators[i];
    if (!plain(fact)) continue;
    NodeIndex const article = article_of(c, fact.node);
    out.push_back({fact.name, article, area_key(c, fact), fact.unit, i});
    std::string_view const noun = c.lexicon.longest_before(fact.name, fact.name.size(), Class::plan_noun).word;
    if (!noun.empty() && noun.size() < fact.name.size())  // 税收收入计划 is the plan of 税收收入
      out.push_back({fact.name.substr(0, fact.name.size() - noun.size()), article, area_key(c, fact), fact.unit, i});
    if (!fact.canonical.empty() && fact.canonical != fact.name)
      out.push_back({fact.canonical, article, area_key(c, fact), fact.unit, i});
  }
  std::sort(out.begin(), out.end());
  return out;
}
inline std::span<NamedFact const> with_name(std::vector<NamedFact> const& sorted, NamedFact const& key) {
  auto const begin =
      std::lower_bound(sorted.begin(), sorted.end(), NamedFact{key.name, key.article, key.area, key.unit, 0});
  auto end = begin;
  while (end != sorted.end() && end->name == key.name && end->article == key.article && end->area == key.area &&
         end->unit == key.unit)
    ++end;
  return {begin, end};
}

inline bool same_period(Indicator const& a, Indicator const& b) {
  return a.period && b.period && a.period->begin && a.period->end && a.period->begin->known() &&
         a.period->end->known() && a.period->begin == b.period->begin && a.period->end == b.period->end;
}
/// Is the plan of a fact for the year that an observation falls into?
inline bool plans_year_of(Indicator const& plan, Indicator const& done) {
  return plan.status != Status::actual && plan.status != Status::estimate && plan.period && done.period &&
         plan.period->end && done.period->end && plan.period->end->known() &&
         plan.period->end->year == done.period->end->year && plan.period->begin &&
         plan.period->begin->year == plan.period->end->year && plan.period->end->month == 12;
}

/// The whole that a percentage is of: a fact of its own, or a figure told with the percentage.
struct Whole {
  std::string_view name, unit;
  Decimal value;
  std::optional<Bounds> bounds;
  Ref ref;
  bool together = false;  ///< with the part in one sentence
};
inline Whole whole_of(CheckContext const& c, std::uint32_t fact, Indicator const& part) {
  Indicator const& whole = c.records.indicators[fact];
  return {whole.name, whole.unit, *whole.value, plain(whole), indicator_ref(fact), part.node == whole.node};
}

/// part = whole × stated % within the digits written?
inline void compare_portion(CheckContext const& c, std::string_view rule, std::uint32_t part_index, Whole const& whole,
                            Bounds const& stated, Decimal stated_value) {
  Indicator const& part = c.records.indicators[part_index];
  auto const left = plain(part) * exactly(100);
  auto const right = whole.bounds * std::optional<Bounds>(stated);
  if (!left || !right || !apart(*left, *right) || !(whole.value > Decimal(0))) return;
  auto const ratio = divide(*part.value, whole.value);
  auto const percent = ratio ? multiply(*ratio, Decimal(100)) : std::nullopt;
  if (!percent) return;
  std::string const computed = two_places(*percent);
  Finding& f = c.report(rule, whole.together ? Severity::error : Severity::warning, part.node, part.range,
                        c.message(rule, part.name, spoken(c, *part.value, part.unit), whole.name,
                                  spoken(c, whole.value, whole.unit), computed, stated_value.to_string()));
  f.expected = reading(*Decimal::parse(computed), "%");
  f.found = reading(stated_value, "%");
  f.how = part.value->to_string() + "/" + whole.value.to_string() + "=" + computed + "%";
  f.evidence = {indicator_ref(part_index), whole.ref};
}

/// 税收收入3亿元，占财政收入的70%, where the text tells the 财政收入 of that period too.
inline void check_share(CheckContext const& c, std::vector<NamedFact> const& names, std::uint32_t i) {
  Indicator const& fact = c.records.indicators[i];
  if (!fact.share || fact.share->unit != "%" || !plain(*fact.share) || !plain(fact)) return;
  for (NamedFact const& whole :
       with_name(names, {fact.share->of, article_of(c, fact.node), area_key(c, fact), fact.unit, 0})) {
    if (whole.fact == i || !same_period(fact, c.records.indicators[whole.fact])) continue;
    compare_portion(c, "share_mismatch", i, whole_of(c, whole.fact, fact), *plain(*fact.share), *fact.share->value);
    return;
  }
}

/// 完成收入3亿元，占年度计划的60%, where the text tells the plan of that year too.
inline void check_completion(CheckContext const& c, std::vector<NamedFact> const& names, std::uint32_t i) {
  Indicator const& fact = c.records.indicators[i];
  if (!fact.completion || fact.completion->unit != "%" || !plain(*fact.completion) || !plain(fact)) return;
  for (std::string_view const name : {fact.name, fact.canonical}) {
    if (name.empty()) continue;
    for (NamedFact const& plan : with_name(names, {name, article_of(c, fact.node), area_key(c, fact), fact.unit, 0})) {
      if (plan.fact == i || !plans_year_of(c.records.indicators[plan.fact], fact)) continue;
      compare_portion(c, "completion_mismatch", i, whole_of(c, plan.fact, fact), *plain(*fact.completion),
                      *fact.completion->value);
      return;
    }
  }
}

/// 完成收入3亿元，占年度计划6亿元的50%, 占全部贷款120亿元的25%: the whole stands within the words of the share.
inline void check_phrase(CheckContext const& c, std::uint32_t i) {
  Indicator const& fact = c.records.indicators[i];
  std::span<Quantity const> const all = c.records.quantities;
  auto const own = std::lower_bound(all.begin(), all.end(), fact.range.begin,
                                    [](Quantity const& q, std::uint32_t at) { return q.range.begin < at; });
  if (!plain(fact) || all.end() - own < 3 || own->range.begin != fact.range.begin) return;
  Quantity const &whole = own[1], &share = own[2];
  if (whole.node != fact.node || share.node != fact.node || whole.unit != fact.unit || share.unit != "%") return;
  if (whole.range.begin < own->range.end || share.range.begin < whole.range.end) return;
  std::string_view lead = c.words({own->range.end, whole.range.begin});
  constexpr std::string_view comma = "\xef\xbc\x8c", of = "\xe7\x9a\x84", holds = "\xe5\x8d\xa0";  // ， 的 占
  if (lead.substr(0, comma.size()) == comma) lead.remove_prefix(comma.size());
  if (lead.substr(0, holds.size()) != holds || lead.find(comma) != std::string_view::npos) return;
  if (c.words({whole.range.end, share.range.begin}) != of) return;
  auto const bounds = plain(whole), stated = plain(share);
  if (!bounds || !stated) return;
  lead.remove_prefix(holds.size());
  bool const planned = !c.lexicon.longest_before(lead, lead.size(), Class::plan_noun).word.empty();
  Ref const ref{RecordType::quantity, static_cast<std::uint32_t>(&whole - all.data())};
  compare_portion(c, planned ? "completion_mismatch" : "share_mismatch", i,
                  {planned ? std::string_view() : lead, whole.unit, *whole.value, bounds, ref, true}, *stated,
                  *share.value);
}

inline void check_portions(CheckContext const& c) {
  std::vector<NamedFact> const names = named_facts(c);
  for (std::uint32_t i = 0; i < c.records.indicators.size(); ++i) {
    check_share(c, names, i);
    check_completion(c, names, i);
    check_phrase(c, i);
  }
}

}  // namespace detail

GONGWEN_END
