// gongwen/write.hpp: any stage's value to JSON Lines, CSV, or tables for people.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "findings.hpp"

GONGWEN_BEGIN

enum class Format : std::uint8_t {
  jsonl,
  table,     ///< in columns of a terminal
  csv,       ///< the table of the one type that `only` names; see csv.hpp for more than one, and for lists of parts
  markdown,  ///< a table a type, without columns that are empty throughout
};
enum class OffsetUnit : std::uint8_t { codepoint, utf8, utf16 };
[[nodiscard]] constexpr std::string_view name(OffsetUnit unit) noexcept {
  constexpr std::string_view names[] = {"codepoint", "utf8", "utf16"};
  return detail::pick(names, unit);
}

struct WriteOptions {
  Format format = Format::jsonl;
  OffsetUnit offsets = OffsetUnit::codepoint;  ///< of every span in the output
  bool numbers_as_strings = false;             ///< quotes numbers, for readers that would make floats of them
  bool by = false;                             ///< adds `by`: the row or function that made a record
  bool string_views = false;                   ///< Arrow: words as utf8_view, see arrow.hpp
  std::vector<RecordType> only{};              ///< empty: all. Leaves records out; changes no id
  std::string source{};                        ///< the name of the input
};

/// Receives the output in pieces, in order.
using Sink = std::function<void(std::string_view)>;

/// Writes a value as `gongwen/1` (SCHEMA.md), one record a line, or in another format. A text has its document and edits, an
/// outline nodes as well, records the mentions and facts, findings all.
/// @throws         what the sink throws; gongwen::error with `unsupported` for CSV where `only` does not name one type.
/// Threads: shares nothing. Cost: O(output).
void write(Text const& text, WriteOptions const& options, Sink const& sink);
void write(Outline const& outline, WriteOptions const& options, Sink const& sink);
void write(Records const& records, WriteOptions const& options, Sink const& sink);
void write(Findings const& findings, WriteOptions const& options, Sink const& sink);

/// The same as one string.
template <class Value>
[[nodiscard]] std::string to_string(Value const& value, WriteOptions const& options = {}) {
  std::string out;
  write(value, options, [&out](std::string_view piece) { out += piece; });
  return out;
}

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/write/write.hpp"
#endif
