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

std::string table_head(TablePlan const& plan, gongwen::CsvTable table, gongwen::WriteOptions const& options) {
  auto const nothing = std::make_shared<gongwen::Text const>();
  if (plan.format == TableFormat::arrow) {
    ArrowStream stream(nothing, table.type, options);
    return arrow_ipc_head(stream);
  }
  std::string out;
  gongwen::write_csv(*nothing, table, options, [&out](std::string_view piece) { out += piece; });
  return out.substr(0, out.find('\n') + 1);  // a document with nothing in it has a row of its own in one table
}

std::string table_end(TablePlan const& plan) {
  return plan.format == TableFormat::arrow ? arrow_ipc_end() : std::string();
}
