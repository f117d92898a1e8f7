// gongwen/detail/check/compare.hpp: facts of two documents by their keys.
#pragma once

#include "../../compare.hpp"
#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// What one document tells, under a key without article and status.
struct Told {
  FactKey key;
  Aspect aspect{};
  bool planned = false;
  std::uint32_t fact = 0;
  Decimal value;
  Bounds bounds;
  [[nodiscard]] auto what() const { return std::tie(key, aspect, planned); }
  friend bool operator<(Told const& a, Told const& b) {
    return a.what() != b.what() ? a.what() < b.what() : a.fact < b.fact;
  }
};

class ToldByKey {
 public:
  explicit ToldByKey(RecordsData const& data)
      : lexicon_(data.lexicon), context_{data, options_, lexicon_.data(), none_} {
    for (std::uint32_t i = 0; i < data.indicators.size(); ++i) add(i);
    std::sort(all_.begin(), all_.end());
    auto const same = [](Told const& a, Told const& b) { return a.what() == b.what(); };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());  // the first telling stays
  }

  [[nodiscard]] std::vector<Told> const& all() const { return all_; }
  [[nodiscard]] Told const* find(Told key, bool planned) const {
    key.planned = planned;
    key.fact = 0;
    auto const at = std::lower_bound(all_.begin(), all_.end(), key);
    return at != all_.end() && at->what() == key.what() ? &*at : nullptr;
  }

 private:
  void add(std::uint32_t i) {
    Indicator const& fact = context_.records.indicators[i];
    auto key = key_of(context_, fact);
    if (!key) return;
    bool const planned = fact.status == Status::target || fact.status == Status::plan;
    key->article = no_node;
    key->status = Status::actual;
    // 力争5亿元以上: a target has its mark, whatever the words round it
    if (fact.value && fact.per.empty() && (planned || fact.mod == Mod::none)) {
      if (auto const b = bounds_of(*fact.value, fact.step.value_or(fact.value->step())))
        all_.push_back({*key, Aspect::level, planned, i, *fact.value, *b});
    }
    Change const* const growth = growth_of(fact, Basis::yoy);
    if (growth == nullptr || averaged(context_, fact) || (!planned && growth->mod != Mod::none)) return;
    Decimal const value = signed_value(*growth);
    if (auto const b = bounds_of(value, growth->value->step())) {
      key->unit = {};
      all_.push_back({*key, Aspect::growth, planned, i, value, *b});
    }
  }

  CheckOptions options_;
  Lexicon lexicon_;
  std::vector<Finding> none_;
  CheckContext context_;
  std::vector<Told> all_;
};

inline Relation relation_of(Told const& first, Told const& second) {
  if (first.planned && !second.planned)
    return second.bounds.high < first.bounds.low ? Relation::missed : Relation::reached;
  if (first.value == second.value) return Relation::agrees;
  return apart(first.bounds, second.bounds) ? Relation::differs : Relation::rounded;
}

inline Compared compared(RecordsData const& data, Told const& first, Told const& second) {
  Compared out;
  out.first = first.fact;
  out.second = second.fact;
  out.aspect = second.aspect;
  out.relation = relation_of(first, second);
  out.first_value = first.value;
  out.second_value = second.value;
  out.unit = second.aspect == Aspect::growth ? std::string_view("%") : data.indicators[second.fact].unit;
  out.difference = subtract(second.value, first.value);
  auto const ratio = second.aspect == Aspect::level ? divide(second.value, first.value) : std::nullopt;
  auto const hundredfold = ratio ? multiply(*ratio, Decimal(100)) : std::nullopt;
  if (hundredfold) out.per_cent = Decimal::parse(two_places(*hundredfold));
  return out;
}

}  // namespace detail

GONGWEN_INLINE Comparison compare(Records first, Records second) {
  detail::ToldByKey const before(*first.data());
  detail::ToldByKey const now(*second.data());
  std::vector<Compared> pairs;
  for (detail::Told const& told : now.all()) {
    for (bool const planned : {false, true}) {
      if (told.planned && !planned) continue;
      if (detail::Told const* const other = before.find(told, planned))
        pairs.push_back(detail::compared(*second.data(), *other, told));
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](Compared const& a, Compared const& b) { return a.second < b.second; });
  return Comparison(std::move(first), std::move(second), std::move(pairs));
}

GONGWEN_END
