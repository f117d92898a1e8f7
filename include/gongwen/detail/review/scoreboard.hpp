// gongwen/detail/review/scoreboard.hpp: each indicator against its plan, its target and the time that has passed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../check/schedule.hpp"
#include "figures.hpp"

GONGWEN_BEGIN

namespace detail {

/// How an indicator stands; `none` where nothing tells.
enum class Light : std::uint8_t { none, green, amber, red };
constexpr std::string_view name(Light light) noexcept {
  constexpr std::string_view names[] = {"", "green", "amber", "red"};
  return pick(names, light);
}

struct ScoreRow {
  std::uint32_t index = 0;  ///< of the indicator
  std::string value, growth, changes, rank, completion, elapsed, target;
  std::optional<Decimal> growth_percent, done, due;  ///< in per cent, for bars and order
  Light light = Light::none;
  std::string reason;  ///< of the light
};

/// The change of the level against the year before, in per cent and with its sign.
inline std::optional<Decimal> yearly_growth(Indicator const& i) {
  for (Change const& c : i.changes) {
    if (c.basis != Basis::yoy || c.of_growth || !c.value || c.unit != "%") continue;
    return c.direction == Direction::down ? -*c.value : *c.value;
  }
  return std::nullopt;
}

/// Growth that a text sets as a target, by measure, area and year. The first one counts.
class GrowthTargets {
 public:
  explicit GrowthTargets(std::span<Indicator const> all) {
    for (Indicator const& i : all) {
      if (i.status != Status::target || !yearly_growth(i)) continue;
      if (auto const key = key_of(i)) targets_.try_emplace(*key, &i);
    }
  }
  /// The target that a result is held against.
  [[nodiscard]] Indicator const* of(Indicator const& i) const {
    if (i.status == Status::target || !yearly_growth(i)) return nullptr;
    auto const key = key_of(i);
    auto const found = key ? targets_.find(*key) : targets_.end();
    return found == targets_.end() ? nullptr : found->second;
  }

 private:
  struct Key {
    std::string_view measure, area;
    int year;
    friend auto operator<=>(Key const&, Key const&) = default;
  };
  static std::optional<Key> key_of(Indicator const& i) {
    if (i.indicator_id.empty() || !i.period || !i.period->end || !i.period->end->known()) return std::nullopt;
    return Key{i.indicator_id, i.area, i.period->end->year};
  }

  std::map<Key, Indicator const*> targets_;
};

/// Behind time by at most two points, the leeway of `behind_schedule`, is on course; by more than ten it is far behind.
inline Light light_of_schedule(Decimal behind) {
  if (behind <= Decimal(2)) return Light::green;
  return behind <= Decimal(10) ? Light::amber : Light::red;
}
inline Light light_of_target(Decimal lacking) {
  if (lacking <= Decimal(0)) return Light::green;
  return lacking <= Decimal(1) ? Light::amber : Light::red;
}

/// What a growth lacks to its target: a ceiling and a fall that is asked for are reached from above, and about 6.5 is
/// reached half a point before.
inline std::optional<Decimal> lacking_to(Indicator const& target, Decimal growth) {
  auto const goal = yearly_growth(target);
  if (!goal) return std::nullopt;
  bool ceiling = false, about = false;
  for (Change const& c : target.changes) {
    ceiling = ceiling || c.direction == Direction::down || c.mod == Mod::at_most || c.mod == Mod::under;
    about = about || c.mod == Mod::about;
  }
  auto const lacking = ceiling ? subtract(growth, *goal) : subtract(*goal, growth);
  return lacking && about ? subtract(*lacking, *Decimal::parse("0.5")) : lacking;
}

class Scoreboard {
 public:
  Scoreboard(ReviewWords const& words, Records const& records)
      : words_(words), records_(records), targets_(records.indicators()) {}

  [[nodiscard]] std::vector<ScoreRow> rows() const {
    std::vector<ScoreRow> out;
    for (std::uint32_t i = 0; i < records_.indicators().size(); ++i) out.push_back(row(i));
    std::stable_sort(out.begin(), out.end(), [&](ScoreRow const& a, ScoreRow const& b) {
      return records_.indicators()[a.index].span.begin < records_.indicators()[b.index].span.begin;
    });
    return out;
  }

 private:
  [[nodiscard]] ScoreRow row(std::uint32_t index) const {
    Indicator const& i = records_.indicators()[index];
    ScoreRow out;
    out.index = index;
    out.value = value_words(words_, i);
    out.growth_percent = yearly_growth(i);
    for (Change const& c : i.changes) {
      bool const main = out.growth.empty() && c.basis == Basis::yoy && !c.of_growth;
      if (!main && !out.changes.empty()) out.changes += words_("semicolon");
      main ? out.growth = signed_words(words_, c) : out.changes += change_words(words_, c);
    }
    if (i.rank) out.rank = rank_words(words_, *i.rank);
    schedule(i, out);
    target(i, out);
    return out;
  }

  void schedule(Indicator const& i, ScoreRow& out) const {
    if (!i.completion) return;
    out.completion = amount_words(words_, *i.completion);
    if (!i.completion->value || i.completion->unit != "%") return;
    out.done = i.completion->value;
    if (!i.period || i.period->begin == i.period->end) return;
    auto const due = elapsed(*i.period);
    auto const behind = due ? subtract(*due, *out.done) : std::nullopt;
    if (!behind) return;
    out.elapsed = two_places(*due) + "%";
    out.due = Decimal::parse(two_places(*due));
    judge(out, light_of_schedule(*behind), words_.filled("why_schedule", out.completion, out.elapsed));
  }

  void target(Indicator const& i, ScoreRow& out) const {
    Indicator const* const goal = targets_.of(i);
    auto const lacking = goal != nullptr ? lacking_to(*goal, *out.growth_percent) : std::nullopt;
    if (!lacking) return;
    for (Change const& c : goal->changes) {
      if (out.target.empty() && c.basis == Basis::yoy && !c.of_growth) out.target = signed_words(words_, c);
    }
    judge(out, light_of_target(*lacking), words_.filled("why_target", out.growth, out.target));
  }

  /// The worse of two judgements stands; both are told.
  void judge(ScoreRow& out, Light light, std::string const& reason) const {
    out.light = std::max(out.light, light);
    if (!out.reason.empty()) out.reason += words_("semicolon");
    out.reason += reason;
  }

  ReviewWords const& words_;
  Records const& records_;
  GrowthTargets targets_;
};

}  // namespace detail

GONGWEN_END
