// gongwen/detail/check/growth.hpp: growth_mismatch, unit_slip and increase_exceeds_level: growth against the two
// levels that it links.
#pragma once

#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// A level, the level before and the growth that is said to lie between.
struct Growth {
  std::uint32_t fact = 0;
  std::optional<std::uint32_t> base_fact;  ///< the fact that gives the level before; none: it follows from an increase
  Bounds level, base;
  Decimal base_value;
  Bounds growth;  ///< per cent
  Decimal stated;
};

/// level = base × (100 + growth) / 100 within the digits written?
inline bool agrees(Growth const& g) {
  auto const left = std::optional<Bounds>(g.level) * exactly(100);
  auto const right = std::optional<Bounds>(g.base) * (exactly(100) + std::optional<Bounds>(g.growth));
  return !left || !right || !apart(*left, *right);
}
/// Would they agree if a level had another unit, 万 for 亿 or 元 for 万元?
inline bool agrees_scaled(Growth g, int power) {
  auto const low = g.level.low.scaled(power), high = g.level.high.scaled(power);
  if (!low || !high) return false;
  g.level = {*low, *high};
  return agrees(g);
}

inline void report_growth(CheckContext const& c, Growth const& g) {
  Indicator const& fact = c.records.indicators[g.fact];
  if (g.base_value <= Decimal(0)) return;
  auto const ratio = divide(*fact.value, g.base_value);
  auto const percent = ratio ? multiply(*ratio, Decimal(100)) : std::nullopt;
  auto const real = percent ? subtract(*percent, Decimal(100)) : std::nullopt;
  if (!real) return;
  bool slip = false;
  for (int const power : {-8, -4, 4, 8}) slip = slip || agrees_scaled(g, power);
  std::string const computed = two_places(*real);
  std::string_view const rule = slip ? "unit_slip" : "growth_mismatch";
  Finding& f = c.report(rule, slip ? Severity::error : Severity::warning, fact.node, fact.range,
                        c.message(rule, fact.name, spoken(c, *fact.value, fact.unit),
                                  spoken(c, g.base_value, fact.unit), computed, g.stated.to_string()));
  f.expected = reading(*Decimal::parse(computed), "%");
  f.found = reading(g.stated, "%");
  f.how = fact.value->to_string() + "/" + g.base_value.to_string() + "-1=" + computed + "%";
  f.evidence.push_back(indicator_ref(g.fact));
  if (g.base_fact) f.evidence.push_back(indicator_ref(*g.base_fact));
}

/// 收入5亿元，比上年增加8亿元: nothing grows by more than it comes to.
inline void check_excess(CheckContext const& c, std::uint32_t i) {
  Indicator const& fact = c.records.indicators[i];
  auto const level = plain(fact);
  for (Change const& amount : fact.changes) {
    auto const moved = plain(amount);
    if (!level || level->low.negative() || !moved || amount.unit != fact.unit || amount.unit == "%" ||
        amount.of_growth || amount.direction != Direction::up || amount.basis == Basis::peer ||
        amount.basis == Basis::target || !(moved->low > level->high))
      continue;
    Finding& f = c.report("increase_exceeds_level", Severity::error, fact.node, fact.range,
                          c.message("increase_exceeds_level", fact.name, spoken(c, *fact.value, fact.unit),
                                    spoken(c, *amount.value, amount.unit)));
    f.expected = reading(*fact.value, fact.unit);
    f.found = reading(*amount.value, amount.unit);
    f.how = amount.value->to_string() + ">" + fact.value->to_string();
    f.evidence.push_back(indicator_ref(i));
  }
}

/// 收入5亿元，增加0.5亿元，增长11.1%: the increase gives the level before.
inline void check_increase(CheckContext const& c, std::uint32_t i) {
  Indicator const& fact = c.records.indicators[i];
  auto const level = plain(fact);
  for (Change const& amount : fact.changes) {
    if (amount.unit != fact.unit || amount.unit == "%" || amount.of_growth || amount.direction == Direction::flat)
      continue;
    Change const* const growth = growth_of(fact, amount.basis);
    auto const rate = growth_bounds(growth);
    auto const moved = plain(amount);
    if (!level || !rate || !moved || growth->direction != amount.direction || averaged(c, fact)) continue;
    bool const up = amount.direction == Direction::up;
    auto const base = up ? level - moved : level + moved;
    auto const value = up ? subtract(*fact.value, *amount.value) : add(*fact.value, *amount.value);
    if (!base || !value) continue;
    // increase × 100 = base × growth: sharper than by way of the level, whose last digit may hide it
    auto const left = moved * exactly(100);
    auto const right = base * plain(*growth);
    if (!left || !right || !apart(*left, *right)) continue;
    report_growth(c, {i, std::nullopt, *level, *base, *value, *rate, signed_value(*growth)});
  }
}

inline Date year_before(Date d) {
  --d.year;
  if (d.month == 2 && d.day >= 28) d.day = static_cast<std::uint8_t>(days_in_month(d.year, 2));
  return d;
}

/// 由50亿元增加到60亿元: the sentence has a base of its own, which check_from_to reads.
inline bool names_base(std::string_view words) {
  return words.find("\xe7\x94\xb1") != std::string_view::npos ||
         words.find("\xe4\xbb\x8e") != std::string_view::npos;  // 由 从
}

/// 2023年收入50亿元 … 2024年收入60亿元，增长20%: the level before is a fact of its own.
inline void check_levels(CheckContext const& c, std::vector<KeyedFact> const& facts, KeyedFact const& f) {
  Indicator const& fact = c.records.indicators[f.fact];
  Change const* const growth = growth_of(fact, Basis::yoy);
  auto const rate = growth_bounds(growth);
  auto const level = plain(fact);
  if (!rate || !level || averaged(c, fact)) return;
  // 2023年与2018年相比: the growth may be against the other year that the sentence names
  Range const lead{c.records.outline.nodes()[fact.node].range.begin, fact.range.begin};
  if (lead.end > lead.begin && (times_in(c, lead).size() > 1 || names_base(c.words(lead)))) return;
  FactKey before = f.key;
  before.begin = year_before(before.begin);
  before.end = year_before(before.end);
  before.status = Status::actual;
  auto const found = with_key(facts, before);
  if (found.empty()) return;
  Indicator const& base = c.records.indicators[found.front().fact];
  auto const base_bounds = plain(base);
  if (!base_bounds) return;
  Growth const g{f.fact, found.front().fact, *level, *base_bounds, *base.value, *rate, signed_value(*growth)};
  if (!agrees(g)) report_growth(c, g);
}

inline void check_growth(CheckContext const& c, std::vector<KeyedFact> const& facts) {
  for (KeyedFact const& f : facts) {
    if (growth_follows(c, c.records.indicators[f.fact])) check_levels(c, facts, f);
  }
  for (std::uint32_t i = 0; i < c.records.indicators.size(); ++i) {
    check_excess(c, i);
    if (growth_follows(c, c.records.indicators[i])) check_increase(c, i);
  }
}

}  // namespace detail

GONGWEN_END
