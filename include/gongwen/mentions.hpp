// gongwen/mentions.hpp: typed values that stand in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decimal.hpp"
#include "outline.hpp"

GONGWEN_BEGIN

/// How an amount is qualified.
enum class Mod : std::uint8_t { none, about, over, under, nearly, at_least, at_most };
[[nodiscard]] constexpr std::string_view name(Mod mod) noexcept {
  constexpr std::string_view names[] = {"", "about", "over", "under", "nearly", "at_least", "at_most"};
  return detail::pick(names, mod);
}

enum class Dimension : std::uint8_t {
  none,
  money,
  ratio,
  multiple,
  count,
  area,
  length,
  mass,
  volume,
  energy,
  power,
  voltage,
  temperature,
  time,
  other
};
[[nodiscard]] constexpr std::string_view name(Dimension dimension) noexcept {
  constexpr std::string_view names[] = {"",      "money",   "ratio",       "multiple", "count",
                                        "area",  "length",  "mass",        "volume",   "energy",
                                        "power", "voltage", "temperature", "time",     "other"};
  return detail::pick(names, dimension);
}

/// What every mention and fact carries. `node` is the innermost sentence, cell or heading that holds the span.
struct RecordBase {
  NodeIndex node = no_node;
  Span span;
  detail::Range range;  ///< the span in the repaired buffer
  std::string_view by;  ///< the row, function or user's pattern that made the record
};

/// An exact fraction that no decimal holds: one third is {1, 3}; of a number with eleven to eighteen places, its digits over
/// their power of ten.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;
  friend constexpr bool operator==(Fraction const&, Fraction const&) = default;
};

/// A number with its unit, or two bounds: `value`, or `low` and `high`, or `fraction` alone.
/// Powers of ten that the text writes are folded into the value: 6.77 in 10^8 yuan is 677000000 CNY.
struct Quantity : RecordBase {
  std::string_view text;  ///< the repaired surface
  std::optional<Decimal> value, low, high;
  std::optional<Fraction> fraction;
  std::optional<Decimal> step;  ///< the place of the last written digit
  Mod mod = Mod::none;
  std::string_view unit;           ///< code of SCHEMA.md, or the classifier as written; empty: a bare count
  std::string_view per, per_unit;  ///< the denominator of a rate
  Dimension dimension = Dimension::none;
};

/// Terms set against each other, 23:23.8:56.2.
struct Ratio : RecordBase {
  std::string_view text;
  std::vector<Decimal> terms;
};

/// A place in an order: 13th in the province.
struct Rank : RecordBase {
  std::string_view text;
  std::int32_t position = 0;
  bool from_end = false;
  std::string_view scope;
  std::optional<std::int32_t> out_of;
};

enum class TimeKind : std::uint8_t { date, period, duration, set };
[[nodiscard]] constexpr std::string_view name(TimeKind kind) noexcept {
  constexpr std::string_view names[] = {"date", "period", "duration", "set"};
  return detail::pick(names, kind);
}
enum class TimeMod : std::uint8_t { none, before, after, by, around };
[[nodiscard]] constexpr std::string_view name(TimeMod mod) noexcept {
  constexpr std::string_view names[] = {"", "before", "after", "by", "around"};
  return detail::pick(names, mod);
}

/// A date, period, duration or recurring time. `begin` and `end` are inclusive; a missing one is open.
struct Time : RecordBase {
  std::string_view text;
  TimeKind kind{};
  std::optional<Date> begin, end;
  std::string duration, duration_high;  ///< ISO 8601: P25D
  TimeMod mod = TimeMod::none;
  std::string timex;  ///< TIMEX3 value: 2024-H1
};

enum class EntityKind : std::uint8_t { place, organization, person, document, program };
[[nodiscard]] constexpr std::string_view name(EntityKind kind) noexcept {
  constexpr std::string_view names[] = {"place", "organization", "person", "document", "program"};
  return detail::pick(names, kind);
}

/// Something with a name: a place, an organ or company, a person, a document, a programme.
struct Entity : RecordBase {
  std::string_view text;  ///< the repaired surface
  EntityKind kind{};
  std::string_view name;       ///< as written, without its role or number
  std::string_view full_name;  ///< where the text or the lexicon gives one
  std::string_view role;       ///< of a person
  std::string_view number;     ///< of a document, the number that its issuer gave it
  std::string_view code;       ///< of a place: GB/T 2260
  std::string_view parent;     ///< of a place: the code of the division above it
};

GONGWEN_END
