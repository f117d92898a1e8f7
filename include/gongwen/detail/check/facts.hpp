// gongwen/detail/check/facts.hpp: what makes two facts observations of one thing, and how exact a written figure is.
#pragma once

#include <algorithm>
#include <compare>
#include <tuple>

#include "context.hpp"

GONGWEN_BEGIN

namespace detail {

/// Where a written figure may truly lie: half a step of its last digit to either side. 41.1 (in 10^8) has ±0.05.
struct Bounds {
  Decimal low, high;
};
inline std::optional<Bounds> bounds_of(Decimal value, Decimal step) {
  constexpr Decimal one_half = *Decimal::parse("0.5");
  auto const half = multiply(step, one_half);
  auto const low = half ? subtract(value, *half) : std::nullopt;
  auto const high = half ? add(value, *half) : std::nullopt;
  if (!low || !high) return std::nullopt;
  return Bounds{*low, *high};
}
/// A number without any slack: the hundred of per cent.
inline std::optional<Bounds> exactly(std::int64_t n) { return Bounds{Decimal(n), Decimal(n)}; }
inline Bounds operator-(Bounds const& b) { return {-b.high, -b.low}; }
inline std::optional<Bounds> operator+(std::optional<Bounds> const& a, std::optional<Bounds> const& b) {
  auto const low = a && b ? add(a->low, b->low) : std::nullopt;
  auto const high = a && b ? add(a->high, b->high) : std::nullopt;
  if (!low || !high) return std::nullopt;
  return Bounds{*low, *high};
}
inline std::optional<Bounds> operator-(std::optional<Bounds> const& a, std::optional<Bounds> const& b) {
  if (!b) return std::nullopt;
  return a + std::optional<Bounds>(-*b);
}
/// The product of bounds that are not negative; nothing where one is.
inline std::optional<Bounds> operator*(std::optional<Bounds> const& a, std::optional<Bounds> const& b) {
  if (!a || !b || a->low.negative() || b->low.negative()) return std::nullopt;
  auto const low = multiply(a->low, b->low);
  auto const high = multiply(a->high, b->high);
  if (!low || !high) return std::nullopt;
  return Bounds{*low, *high};
}
inline bool apart(Bounds const& a, Bounds const& b) { return a.high < b.low || b.high < a.low; }

/// The bounds of an amount that is written plainly; nothing for 约, 超过 and the like, and for ranges.
inline std::optional<Bounds> plain(Amount const& a) {
  return a.value && a.mod == Mod::none ? bounds_of(*a.value, a.value->step()) : std::nullopt;
}
inline std::optional<Bounds> plain(Indicator const& fact) {
  if (!fact.value || fact.mod != Mod::none || !fact.per.empty()) return std::nullopt;
  return bounds_of(*fact.value, fact.step.value_or(fact.value->step()));
}
inline std::optional<Bounds> plain(Quantity const& q) {
  return q.value && q.mod == Mod::none && q.per.empty() ? bounds_of(*q.value, q.step.value_or(q.value->step()))
                                                        : std::nullopt;
}

/// The article that a node belongs to: facts of two articles are never held against each other.
inline NodeIndex article_of(CheckContext const& c, NodeIndex node) {
  auto const nodes = c.records.outline.nodes();
  while (node != no_node && nodes[node].kind != NodeKind::article) node = nodes[node].parent;
  return node;
}

/// The paragraph, row or heading that holds a node, or the node itself.
inline NodeIndex paragraph_of(CheckContext const& c, NodeIndex node) {
  auto const nodes = c.records.outline.nodes();
  NodeIndex up = node;
  while (up != no_node && nodes[up].kind != NodeKind::paragraph && nodes[up].kind != NodeKind::heading)
    up = nodes[up].parent;
  return up == no_node ? node : up;
}
/// Does the paragraph of a fact itself say when? A period from further above may have passed unnoticed (五年来, 当年).
inline bool dated_here(CheckContext const& c, Indicator const& fact) {
  for (std::uint32_t i = fact.evidence_begin; i < fact.evidence_end; ++i) {
    Evidence const& e = c.records.evidence[i];
    if (e.slot == "period" && e.ref.type == RecordType::time)
      return paragraph_of(c, c.records.times[e.ref.index].node) == paragraph_of(c, fact.node);
  }
  return false;
}
/// The times that stand in a range, which are sorted by where they begin.
inline std::span<Time const> times_in(CheckContext const& c, Range range) {
  auto const& all = c.records.times;
  auto const before = [](Time const& t, std::uint32_t at) { return t.range.begin < at; };
  auto const begin = std::lower_bound(all.begin(), all.end(), range.begin, before);
  auto const end = std::lower_bound(begin, all.end(), range.end, before);
  return {begin, end};
}
/// Growth by the year on average (年均增长) is no growth of the year.
inline bool averaged(CheckContext const& c, Indicator const& fact) {
  std::string_view const words = c.words(c.records.outline.nodes()[fact.node].range);
  std::size_t const at = words.find("\xe5\xb9\xb4\xe5\x9d\x87");                // 年均
  std::size_t const each = words.find("\xe5\xb9\xb3\xe5\x9d\x87\xe6\xaf\x8f");  // 平均每
  return at != std::string_view::npos || each != std::string_view::npos;
}

/// 全市, 我市 and 本市 of one article are one area.
inline std::string_view area_key(CheckContext const& c, Indicator const& fact) {
  if (!fact.area_code.empty()) return fact.area_code;
  if (fact.area.size() > 3 && !c.lexicon.find(fact.area, Class::area).word.empty())
    return fact.area.substr(char_size(fact.area, 0));
  return fact.area;
}

/// What a fact observes. Facts with equal keys tell the same thing.
struct FactKey {
  NodeIndex article = no_node;
  std::string_view measure, area;
  Date begin, end;
  std::string_view unit;
  Status status{};
  friend auto operator<=>(FactKey const&, FactKey const&) = default;
  friend bool operator==(FactKey const&, FactKey const&) = default;
};

/// The key of a fact about a known measure in a known period. A year that isn't known equals none, so it has no key.
inline std::optional<FactKey> key_of(CheckContext const& c, Indicator const& fact) {
  if (fact.indicator_id.empty() || !fact.period || !fact.period->begin || !fact.period->end) return std::nullopt;
  Date const begin = *fact.period->begin, end = *fact.period->end;
  if (!begin.known() || !end.known()) return std::nullopt;
  return FactKey{article_of(c, fact.node), fact.indicator_id, area_key(c, fact), begin, end, fact.unit, fact.status};
}

/// A fact by its key.
struct KeyedFact {
  FactKey key;
  std::uint32_t fact = 0;
  friend bool operator<(KeyedFact const& a, KeyedFact const& b) {
    return std::tie(a.key, a.fact) < std::tie(b.key, b.fact);
  }
};

/// All facts with a key and a plain value, sorted.
inline std::vector<KeyedFact> keyed_facts(CheckContext const& c) {
  std::vector<KeyedFact> out;
  for (std::uint32_t i = 0; i < c.records.indicators.size(); ++i) {
    Indicator const& fact = c.records.indicators[i];
    if (!fact.value || fact.mod != Mod::none || !fact.per.empty()) continue;
    if (auto const key = key_of(c, fact)) out.push_back({*key, i});
  }
  std::sort(out.begin(), out.end());
  return out;
}
/// The facts with a key.
inline std::span<KeyedFact const> with_key(std::vector<KeyedFact> const& sorted, FactKey const& key) {
  auto const begin = std::lower_bound(sorted.begin(), sorted.end(), key,
                                      [](KeyedFact const& f, FactKey const& k) { return f.key < k; });
  auto end = begin;
  while (end != sorted.end() && end->key == key) ++end;
  return {begin, end};
}
/// Do the levels of a measure and its published growth go together? Growth in constant prices or on a comparable base is
/// another thing than the ratio of two levels.
inline bool growth_follows(CheckContext const& c, Indicator const& fact) {
  return fact.indicator_id.empty() || c.lexicon.find(fact.indicator_id, Class::comparable).word.empty();
}

/// The growth in per cent against a basis, its sign from the direction; null where a fact has none or several.
inline Change const* growth_of(Indicator const& fact, Basis basis) {
  Change const* out = nullptr;
  for (Change const& change : fact.changes) {
    if (change.basis != basis || change.of_growth || change.unit != "%" || !change.value) continue;
    if (out != nullptr) return nullptr;
    out = &change;
  }
  return out;
}
inline Decimal signed_value(Change const& change) {
  return change.direction == Direction::down ? -*change.value : *change.value;
}

/// The growth as bounds, negative for a fall, where it is plain.
inline std::optional<Bounds> growth_bounds(Change const* change) {
  auto const b = change != nullptr ? plain(*change) : std::nullopt;
  return b && change->direction == Direction::down ? std::optional<Bounds>(-*b) : b;
}

/// A computed figure with two places at most, rounded half away from zero.
inline std::string two_places(Decimal d) {
  // A quotient has ten places: of the hundred-millionth they are two.
  auto const small = divide(d, Decimal(100'000'000));
  auto const rounded = small ? small->scaled(8) : std::nullopt;
  return rounded ? rounded->to_string() : d.to_string();
}

/// An amount as people write it, its figure as `written` puts it: 23.36亿元 rather than 2336000000 CNY.
template <class Written>
std::string spoken_as(CheckContext const& c, Decimal value, std::string_view unit, Written&& written) {
  Decimal const size = value.negative() ? -value : value;
  bool const zh = c.options.language == Language::zh;
  std::string const key = "unit." + std::string(unit);
  std::string const code =
      c.lexicon.find(key + ".zh", Class::message).word.empty() || !zh ? std::string(unit) : c.message(key);
  auto const scaled = [&](int power, std::string_view word) {
    auto const small = value.scaled(-power);
    return small ? c.message(word, written(*small), code) : written(value) + code;
  };
  if (zh && size >= Decimal(100000000)) return scaled(8, "amount.e8");
  if (zh && size >= Decimal(10000)) return scaled(4, "amount.e4");
  return written(value) + (zh || code.empty() ? "" : " ") + code;
}
inline std::string spoken(CheckContext const& c, Decimal value, std::string_view unit) {
  return spoken_as(c, value, unit, [](Decimal d) { return d.to_string(); });
}
/// The same of a computed amount, with two places at most.
inline std::string spoken_roughly(CheckContext const& c, Decimal value, std::string_view unit) {
  return spoken_as(c, value, unit, two_places);
}

inline Ref indicator_ref(std::uint32_t i) { return {RecordType::indicator, i}; }

}  // namespace detail

GONGWEN_END
