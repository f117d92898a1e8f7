// gongwen/compare.hpp: what two documents say of one thing: last year's target and this year's result, report and bulletin.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "check.hpp"
#include "write.hpp"

GONGWEN_BEGIN

/// What of an indicator is compared: its level, or its growth against the year before.
enum class Aspect : std::uint8_t { level, growth };
[[nodiscard]] constexpr std::string_view name(Aspect aspect) noexcept {
  constexpr std::string_view names[] = {"level", "growth"};
  return detail::pick(names, aspect);
}

/// How the second document stands to the first.
enum class Relation : std::uint8_t {
  agrees,   ///< the same value
  rounded,  ///< the same within the digits that both write
  differs,  ///< another value, as no rounding explains
  reached,  ///< the first sets a target or plan, the second tells a result that comes to it or passes it
  missed,   ///< the same, and the result stays below
};
[[nodiscard]] constexpr std::string_view name(Relation relation) noexcept {
  constexpr std::string_view names[] = {"agrees", "rounded", "differs", "reached", "missed"};
  return detail::pick(names, relation);
}

/// One thing that both documents tell. `first` and `second` are indices into the `indicators()` of each.
struct Compared {
  std::uint32_t first = 0, second = 0;
  Aspect aspect{};
  Relation relation{};
  Decimal first_value, second_value;
  std::string_view unit;              ///< of both values
  std::optional<Decimal> difference;  ///< second less first
  std::optional<Decimal> per_cent;    ///< of a level: second in per cent of first, to two places
};

/// The result of `compare`. Views in it live as long as it does.
class Comparison {
 public:
  Comparison() = default;
  Comparison(Records first, Records second, std::vector<Compared> pairs) noexcept
      : first_(std::move(first)), second_(std::move(second)), pairs_(std::move(pairs)) {}

  [[nodiscard]] Records const& first() const& noexcept { return first_; }
  [[nodiscard]] Records const& second() const& noexcept { return second_; }
  /// In the order of the second document.
  [[nodiscard]] std::span<Compared const> pairs() const& noexcept { return pairs_; }
  Records const& first() const&& = delete;
  Records const& second() const&& = delete;
  std::span<Compared const> pairs() const&& = delete;

 private:
  Records first_, second_;
  std::vector<Compared> pairs_;
};

/// Pairs the indicators of two documents that have one `indicator_id`, area, period and unit: value against value.
/// The first telling of each status counts. Where the year of a period isn't known, it equals none. Areas are the same by
/// their code, else by their words (全市 and 我市 are one), so both documents should speak of one place. A second value that
/// is a target is compared with targets alone.
/// @throws nothing of its own.
/// Threads: shares nothing. Cost: O(n log n). Since 0.1.
[[nodiscard]] Comparison compare(Records first, Records second);

/// Writes a line a pair: {"type":"comparison", indicator_id, name, area, period, aspect, relation, unit, first, second,
/// difference, per_cent}, where `first` and `second` are {id, value, status} and what has no value is left out; or a table of
/// CSV with these columns, or lines for people. Of the options, `format` and `numbers_as_strings` count.
/// @throws gongwen::error with `unsupported` for Markdown, and what the sink throws.
/// Threads: shares nothing. Cost: O(output). Since 0.1.
void write(Comparison const& comparison, WriteOptions const& options, Sink const& sink);

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/check/compare.hpp"
#include "detail/write/comparison.hpp"
#endif
