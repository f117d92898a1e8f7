// gongwen/csv.hpp: records as CSV tables, one for each type of record and one for each list of parts in it.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings.hpp"

GONGWEN_BEGIN

// Of write.hpp, which follows below: CSV is one of its formats, so in header-only mode its code needs these declarations.
struct WriteOptions;
using Sink = std::function<void(std::string_view)>;

/// A table: the records of a type, or the members of a list in them.
struct CsvTable {
  RecordType type{};
  std::string_view part;  ///< the field that is a list ("changes"), with static storage; empty: the records themselves

  /// "indicator", "indicator_changes".
  [[nodiscard]] std::string name() const;
};

/// All tables of these types, each type's own before those of its parts.
/// @param types  empty: every type
[[nodiscard]] std::vector<CsvTable> csv_tables(std::span<RecordType const> types = {});

/// Writes a table by RFC 4180 (lines end with CR LF; UTF-8 without a mark): a head with the names of the columns in the
/// order of SCHEMA.md, then a row a record. Every row begins with `source` and `id`, which a table of parts shares with its
/// records. Columns of parts are dotted (`period.begin`), ids and words of a plain list stand in one cell with semicolons
/// between. After the changes that have a table of their own, an indicator has `yoy.value`, negative for a fall, and
/// `yoy.unit`. What is absent is empty; a day of an unknown year is written XXXX.
///
/// Words that a spreadsheet would take for a formula (they begin with = + - @ or their wide forms, a tab or CR, and are no
/// number) get an apostrophe before them.
/// @param options  `offsets`, `by` and `source` count
/// @param head     false leaves the head out, to append to a table
/// @throws what the sink throws. Threads: shares nothing. Cost: O(output). Since 0.1.
void write_csv(Text const& text, CsvTable table, WriteOptions const& options, Sink const& sink, bool head = true);
void write_csv(Outline const& outline, CsvTable table, WriteOptions const& options, Sink const& sink, bool head = true);
void write_csv(Records const& records, CsvTable table, WriteOptions const& options, Sink const& sink, bool head = true);
void write_csv(Findings const& findings, CsvTable table, WriteOptions const& options, Sink const& sink,
               bool head = true);

GONGWEN_END

#include "write.hpp"

#ifdef GONGWEN_HEADER_ONLY
#include "detail/write/csv.hpp"
#endif
