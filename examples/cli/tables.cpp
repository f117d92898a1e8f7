#include "tables.hpp"

#include <algorithm>

TablePlan plan_tables(TableFormat format, gongwen::WriteOptions const& options, bool folder) {
  TablePlan plan{format, gongwen::csv_tables(options.only)};
  if (format == TableFormat::arrow) {
    auto const parts = [](gongwen::CsvTable const& table) { return !table.part.empty(); };
    plan.tables.erase(std::remove_if(plan.tables.begin(), plan.tables.end(), parts), plan.tables.end());
  }
  if (!folder) plan.tables.resize(1);
  return plan;
}

std::vector<std::string> TablePlan::names() const {
  if (chunks) return {"chunk"};
  std::vector<std::string> out;
  for (gongwen::CsvTable const table : tables) out.push_back(table.name());
  return out;
}

std::vector<std::string> table_rows(gongwen::Chunks chunks, TablePlan const& plan,
                                    gongwen::WriteOptions const& options) {
  if (plan.format == TableFormat::arrow) {
    ArrowStream stream(std::make_shared<gongwen::Chunks const>(std::move(chunks)), options);
    return {arrow_ipc_rows(stream)};
  }
  std::string out;
  gongwen::write_csv(
      chunks, options, [&out](std::string_view piece) { out += piece; }, false);
  return {out};
}

std::string table_head(TablePlan const& plan, std::size_t table, gongwen::WriteOptions const& options) {
  auto const nothing = std::make_shared<gongwen::Text const>();
  auto const no_chunks = std::make_shared<gongwen::Chunks const>();
  if (plan.format == TableFormat::arrow) {
    if (plan.chunks) {
      ArrowStream stream(no_chunks, options);
      return arrow_ipc_head(stream);
    }
    ArrowStream stream(nothing, plan.tables[table].type, options);
    return arrow_ipc_head(stream);
  }
  std::string out;
  gongwen::Sink const sink = [&out](std::string_view piece) { out += piece; };
  plan.chunks ? gongwen::write_csv(*no_chunks, options, sink)
              : gongwen::write_csv(*nothing, plan.tables[table], options, sink);
  return out.substr(0, out.find('\n') + 1);  // a document with nothing in it has a row of its own in one table
}

std::string table_end(TablePlan const& plan) {
  return plan.format == TableFormat::arrow ? arrow_ipc_end() : std::string();
}
