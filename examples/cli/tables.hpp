// tables.hpp: the formats that have one table for all inputs, a type each: CSV, and Arrow's streams.
#pragma once

#include <gongwen/chunk.hpp>
#include <gongwen/csv.hpp>
#include <memory>
#include <string>
#include <vector>

#include "arrow_ipc.hpp"

enum class TableFormat : std::uint8_t { none, csv, arrow };

/// What is written: which tables, in what form.
struct TablePlan {
  TableFormat format = TableFormat::none;
  std::vector<gongwen::CsvTable> tables;  ///< Arrow has none for parts: they stand in their records
  bool chunks = false;                    ///< one table, of chunks, and none of records

  [[nodiscard]] explicit operator bool() const noexcept { return format != TableFormat::none; }
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] std::string_view ending() const noexcept { return format == TableFormat::csv ? ".csv" : ".arrows"; }
};

/// To one stream the table of the only type, to a folder all tables of the types.
TablePlan plan_tables(TableFormat format, gongwen::WriteOptions const& options, bool folder);

/// What a table, by its place in `names`, begins with, and what every table ends with.
std::string table_head(TablePlan const& plan, std::size_t table, gongwen::WriteOptions const& options);
std::string table_end(TablePlan const& plan);

/// A stream of the library, released when it goes.
struct ArrowStream : ArrowArrayStream {
  template <class Value>
  ArrowStream(std::shared_ptr<Value const> value, gongwen::RecordType type, gongwen::WriteOptions const& options) {
    gongwen::write_arrow(std::move(value), type, options, *this);
  }
  ArrowStream(std::shared_ptr<gongwen::Chunks const> chunks, gongwen::WriteOptions const& options) {
    gongwen::write_arrow(std::move(chunks), options, *this);
  }
  ArrowStream(ArrowStream const&) = delete;
  ArrowStream& operator=(ArrowStream const&) = delete;
  ~ArrowStream() { release(this); }
};

/// The rows of one input in each of the tables.
std::vector<std::string> table_rows(gongwen::Chunks chunks, TablePlan const& plan,
                                    gongwen::WriteOptions const& options);
template <class Value>
std::vector<std::string> table_rows(Value value, TablePlan const& plan, gongwen::WriteOptions const& options) {
  auto const shared = std::make_shared<Value const>(std::move(value));
  std::vector<std::string> out;
  for (gongwen::CsvTable const table : plan.tables) {
    std::string& rows = out.emplace_back();
    if (plan.format == TableFormat::arrow) {
      ArrowStream stream(shared, table.type, options);
      rows = arrow_ipc_rows(stream);
    } else {
      gongwen::write_csv(
          *shared, table, options, [&rows](std::string_view piece) { rows += piece; }, false);
    }
  }
  return out;
}
