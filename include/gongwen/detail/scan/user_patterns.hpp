// gongwen/detail/scan/user_patterns.hpp: patterns that users bring: what they read, and where they matched. No engine is seen here;
// it stands in user_patterns_engine.hpp, which one source file of the compiled build includes.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../../mentions.hpp"

GONGWEN_BEGIN

namespace detail {

struct LexiconData;

/// What a pattern makes.
enum class PatternType : std::uint8_t { quantity, ratio, rank, time, place, organization, person, document, program };
inline constexpr std::string_view pattern_types[] = {"quantity",     "ratio",  "rank",     "time",   "place",
                                                     "organization", "person", "document", "program"};

/// The named groups that fill the fields of a record.
enum class PatternGroup : std::uint8_t {
  value,
  low,
  high,
  unit,
  a,
  b,
  c,
  d,
  position,
  scope,
  out_of,
  year,
  month,
  day,
  name,
  role,
  number
};
inline constexpr std::string_view pattern_groups[] = {"value", "low", "high",     "unit",  "a",      "b",
                                                      "c",     "d",   "position", "scope", "out_of", "year",
                                                      "month", "day", "name",     "role",  "number"};
inline constexpr std::size_t pattern_group_count = std::size(pattern_groups);
/// Which groups a type may have.
constexpr bool takes(PatternType type, PatternGroup group) noexcept {
  auto const between = [&](PatternGroup first, PatternGroup last) { return group >= first && group <= last; };
  switch (type) {
    case PatternType::quantity: return between(PatternGroup::value, PatternGroup::unit);
    case PatternType::ratio: return between(PatternGroup::a, PatternGroup::d);
    case PatternType::rank: return between(PatternGroup::position, PatternGroup::out_of);
    case PatternType::time: return between(PatternGroup::year, PatternGroup::day);
    default: return between(PatternGroup::name, PatternGroup::number);
  }
}

/// One line of the table "patterns" without its engine.
struct PatternSpec {
  std::string name;  ///< `by` of its records
  PatternType type{};
  std::string unit;  ///< a code that the line gives to every quantity
  Dimension dimension = Dimension::none;
};

/// A place where a pattern matched; a group that took no part is empty.
struct PatternMatch {
  PatternSpec const* spec = nullptr;
  Range range;
  std::array<Range, pattern_group_count> groups{};

  [[nodiscard]] Range group(PatternGroup g) const noexcept { return groups[static_cast<std::size_t>(g)]; }
};
/// What the patterns of a lexicon found in one sentence, in the order of the text, none inside another. `gave_up`: those that
/// passed the engine's bound there.
struct PatternMatches {
  std::vector<PatternMatch> matches;
  std::vector<PatternSpec const*> gave_up;
};

struct PatternSet;  // pattern_set.hpp

/// The patterns of `base`, which may be null, and those of further lines: name, type, pattern, source. A name that is there
/// already gets the new pattern. @throws error bad_pattern, its offset the number of the line.
std::shared_ptr<PatternSet const> extend_patterns(PatternSet const* base, std::string_view lines,
                                                  LexiconData const& words);
void match_patterns(PatternSet const& patterns, std::string_view text, Range sentence, PatternMatches& out);

}  // namespace detail

GONGWEN_END
