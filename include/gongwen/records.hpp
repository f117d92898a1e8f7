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
enum class RecordType : std::uint8_t {
  document,
  edit,
  node,
  quantity,
  ratio,
  rank,
  time,
  entity,
  indicator,
  project,
  task,
  appraisal,
  problem,
  formulation,
  finding
};
inline constexpr std::size_t record_types = 15;
[[nodiscard]] constexpr std::string_view name(RecordType type) noexcept {
  constexpr std::string_view names[] = {"document", "edit",      "node",    "quantity",    "ratio",
                                        "rank",     "time",      "entity",  "indicator",   "project",
                                        "task",     "appraisal", "problem", "formulation", "finding"};
  return detail::pick(names, type);
}

/// The letter that begins the ids of a type.
[[nodiscard]] constexpr char id_letter(RecordType type) noexcept {
  constexpr std::string_view letters = "denqrktmipavbfw";
  return letters[static_cast<std::size_t>(type)];
}

/// A record of a document: its id is the type's letter and `index` + 1 ("q12").
struct Ref {
  RecordType type{};
  std::uint32_t index = 0;
  friend constexpr bool operator==(Ref const&, Ref const&) = default;
};
/// The id.
[[nodiscard]] inline std::string to_string(Ref ref) {
  return id_letter(ref.type) + std::to_string(std::uint64_t{ref.index} + 1);
}

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

/// What every fact carries besides.
struct FactBase : RecordBase {
  std::uint32_t evidence_begin = 0, evidence_end = 0;  ///< see `Records::evidence`
  /// How sure the reading is, 0 to 1. Of an indicator, 0.5 or more: the share of its slots that may be expected to be right, by what speaks
  /// for and against its name, its area and its period; in texts that no rule was written from, of any genre, 0.95 or more
  /// means 0.98, from 0.9 on 0.94, from 0.8 on 0.84, less 0.70, and 0.9 or more in all 0.95. Of a project 0.9 where its name
  /// ends with what is built, of a task where a strong modal or a responsibility clause says it, of an appraisal, problem or
  /// formulation where its words are plain: about 0.95 of the slots are right in reports and bulletins; else 0.7.
  /// tests/tools/calibration.py prints the table of each kind.
  Decimal confidence;
};

/// An observation of a measure.
struct Indicator : FactBase {
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
};

/// How far a project has come.
enum class Stage : std::uint8_t {
  none,
  planned,
  approved,
  feasibility,
  tendering,
  signed_,
  land,
  construction,
  completed,
  production,
  stalled
};
[[nodiscard]] constexpr std::string_view name(Stage stage) noexcept {
  constexpr std::string_view names[] = {"",     "planned",      "approved",  "feasibility", "tendering", "signed",
                                        "land", "construction", "completed", "production",  "stalled"};
  return detail::pick(names, stage);
}

/// A stage that is still ahead, and when.
struct Expected {
  Stage stage{};
  std::optional<Period> period;
};

/// A named project. Its span is its name.
struct Project : FactBase {
  std::string_view name;  ///< the proper name, not the whole clause
  std::string_view area;
  std::optional<Amount> investment;  ///< in all
  std::optional<Amount> invested;    ///< so far
  std::optional<Amount> progress;
  Stage stage = Stage::none;    ///< the furthest that is reached
  std::string_view stage_text;  ///< the words that say so
  std::vector<Expected> expected;
  std::string_view owner;
};

enum class TaskPolarity : std::uint8_t { do_, forbid };
[[nodiscard]] constexpr std::string_view name(TaskPolarity polarity) noexcept {
  constexpr std::string_view names[] = {"do", "forbid"};
  return detail::pick(names, polarity);
}

/// Something that somebody is told, or undertakes, to do. Its span is its clause with the modal.
struct Task : FactBase {
  std::string_view action;  ///< the clause without the modal
  std::string_view modal;   ///< empty where a plan, or a clause of who answers for it, tells it without one
  TaskPolarity polarity{};
  std::vector<std::string_view> owner;  ///< as written
  std::optional<Period> deadline;
  std::vector<Amount> targets;
};

enum class AppraisalPolarity : std::uint8_t { praise, criticism };
[[nodiscard]] constexpr std::string_view name(AppraisalPolarity polarity) noexcept {
  constexpr std::string_view names[] = {"praise", "criticism"};
  return detail::pick(names, polarity);
}

/// Praise or criticism. Its span is the words that judge.
struct Appraisal : FactBase {
  AppraisalPolarity polarity{};
  std::vector<std::string_view> of;  ///< units, places or persons as written
  std::string_view reason;
};

/// A difficulty that the text admits. Its span is its clause.
struct Problem : FactBase {
  std::string_view text;
  std::optional<int> ordinal;
};

/// A numbered catch-phrase and the members that the text spells out. Its span is its name.
struct Formulation : FactBase {
  std::string_view name;
  std::int32_t count = 0;
  std::vector<std::string_view> members;
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
  [[nodiscard]] std::span<Entity const> entities() const& noexcept;
  [[nodiscard]] std::span<Indicator const> indicators() const& noexcept;
  [[nodiscard]] std::span<Project const> projects() const& noexcept;
  [[nodiscard]] std::span<Task const> tasks() const& noexcept;
  [[nodiscard]] std::span<Appraisal const> appraisals() const& noexcept;
  [[nodiscard]] std::span<Problem const> problems() const& noexcept;
  [[nodiscard]] std::span<Formulation const> formulations() const& noexcept;
  /// What the slots of a fact came from, in the order of its fields.
  [[nodiscard]] std::span<Evidence const> evidence(FactBase const& fact) const& noexcept;
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
  std::span<Entity const> entities() const&& = delete;
  std::span<Indicator const> indicators() const&& = delete;
  std::span<Project const> projects() const&& = delete;
  std::span<Task const> tasks() const&& = delete;
  std::span<Appraisal const> appraisals() const&& = delete;
  std::span<Problem const> problems() const&& = delete;
  std::span<Formulation const> formulations() const&& = delete;
  std::span<Evidence const> evidence(FactBase const& fact) const&& = delete;

  [[nodiscard]] std::shared_ptr<detail::RecordsData const> const& data() const noexcept { return data_; }

 private:
  std::shared_ptr<detail::RecordsData const> data_;
};

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/records.hpp"
#endif
