// gongwen/records.hpp: facts, and everything that extract found.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentions.hpp"

GONGWEN_BEGIN

/// The types of record, in the order of the schema.
enum class RecordType : std::uint8_t { document, edit, node, quantity, ratio, rank, time, indicator, finding };
[[nodiscard]] constexpr std::string_view name(RecordType type) noexcept {
  constexpr std::string_view names[] = {"document", "edit", "node",      "quantity", "ratio",
                                        "rank",     "time", "indicator", "finding"};
  return detail::pick(names, type);
}

/// A record of a document: its id is the type's letter and `index` + 1 ("q12").
struct Ref {
  RecordType type{};
  std::uint32_t index = 0;
  friend constexpr bool operator==(Ref const&, Ref const&) = default;
};

/// Which record a slot of a fact came from. `slot` has static storage ("value", "changes.0").
struct Evidence {
  std::string_view slot;
  Ref ref;
};

/// A period of a fact.
struct Period {
  std::optional<Date> begin, end;
  std::string_view text;
  std::string timex;
};

enum class Status : std::uint8_t { actual, estimate, target, plan };
[[nodiscard]] constexpr std::string_view name(Status status) noexcept {
  constexpr std::string_view names[] = {"actual", "estimate", "target", "plan"};
  return detail::pick(names, status);
}
enum class Basis : std::uint8_t { yoy, mom, year_start, target, peer, since };
[[nodiscard]] constexpr std::string_view name(Basis basis) noexcept {
  constexpr std::string_view names[] = {"yoy", "mom", "year_start", "target", "peer", "since"};
  return detail::pick(names, basis);
}
enum class Direction : std::uint8_t { up, down, flat };
[[nodiscard]] constexpr std::string_view name(Direction direction) noexcept {
  constexpr std::string_view names[] = {"up", "down", "flat"};
  return detail::pick(names, direction);
}

/// An amount without a text of its own.
struct Amount {
  std::optional<Decimal> value, low, high;
  Mod mod = Mod::none;
  std::string_view unit;
};

/// How a measure moved against a base. `of_growth`: it is the growth rate that moved, not the level.
struct Change : Amount {
  Basis basis{};
  std::string_view against;
  bool of_growth = false;
  Direction direction{};
};

/// A proportion and what it is of: 55.8 % of the yearly plan.
struct Proportion : Amount {
  std::string_view of;
};

/// A rank inside a fact.
struct RankSlot {
  std::int32_t position = 0;
  bool from_end = false;
  std::string_view scope;
  std::optional<std::int32_t> out_of;
};

/// An observation of a measure.
struct Indicator : RecordBase {
  std::string_view name;          ///< the measure as written, without area and verbs of reaching
  std::string_view canonical;     ///< its standard statistical name, where known
  std::string_view indicator_id;  ///< its stable key in indicators.tsv
  std::string_view area;
  std::string_view area_code;  ///< GB/T 2260
  std::optional<Period> period;
  std::optional<Decimal> value, low, high, step;
  Mod mod = Mod::none;
  std::string_view unit, per;
  Status status = Status::actual;
  std::vector<Change> changes;
  std::optional<Proportion> contribution;
  std::optional<RankSlot> rank;
  std::optional<Proportion> completion, share;
  std::uint32_t evidence_begin = 0, evidence_end = 0;  ///< see `Records::evidence`
  /// How sure the reading is: 0.9 where the measure is in the lexicon, 0.7 where its name is a noun phrase of the
  /// text, 0.5 where subject, period or area had to be carried from another sentence. An order, not yet calibrated.
  Decimal confidence;
};

namespace detail {
struct RecordsData;  // detail/extract/records_data.hpp
}

/// The result of `extract`: the outline, the mentions and the facts. A cheap handle on immutable, shared data.
/// Views in records live as long as any copy of this value. Threads: const use from any number of threads.
class Records {
 public:
  Records();
  explicit Records(std::shared_ptr<detail::RecordsData const> data) noexcept : data_(std::move(data)) {}

  [[nodiscard]] Outline const& outline() const& noexcept;
  [[nodiscard]] Text const& text() const& noexcept;
  [[nodiscard]] std::span<Quantity const> quantities() const& noexcept;
  [[nodiscard]] std::span<Ratio const> ratios() const& noexcept;
  [[nodiscard]] std::span<Rank const> ranks() const& noexcept;
  [[nodiscard]] std::span<Time const> times() const& noexcept;
  [[nodiscard]] std::span<Indicator const> indicators() const& noexcept;
  /// What the slots of a fact came from, in the order of its fields.
  [[nodiscard]] std::span<Evidence const> evidence(Indicator const& indicator) const& noexcept;
  /// The day that relative times were resolved against, and where it came from ("caller", "text"; empty: none).
  [[nodiscard]] std::optional<Date> reference_date() const noexcept;
  [[nodiscard]] std::string_view reference_date_from() const noexcept;

  // A view taken from a temporary would dangle, so it does not compile: keep the records in a variable first.
  Outline const& outline() const&& = delete;
  Text const& text() const&& = delete;
  std::span<Quantity const> quantities() const&& = delete;
  std::span<Ratio const> ratios() const&& = delete;
  std::span<Rank const> ranks() const&& = delete;
  std::span<Time const> times() const&& = delete;
  std::span<Indicator const> indicators() const&& = delete;
  std::span<Evidence const> evidence(Indicator const& indicator) const&& = delete;

  [[nodiscard]] std::shared_ptr<detail::RecordsData const> const& data() const noexcept { return data_; }

 private:
  std::shared_ptr<detail::RecordsData const> data_;
};

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/records.hpp"
#endif
