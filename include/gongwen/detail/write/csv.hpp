// gongwen/detail/write/csv.hpp: records as CSV tables.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "csv_rows.hpp"

GONGWEN_BEGIN

GONGWEN_INLINE std::string CsvTable::name() const {
  std::string out(gongwen::name(type));
  if (!part.empty()) out.append("_").append(part);
  return out;
}

GONGWEN_INLINE std::vector<CsvTable> csv_tables(std::span<RecordType const> types) {
  std::vector<CsvTable> out;
  Text const nothing;
  for (std::size_t i = 0; i < record_types; ++i) {
    auto const type = static_cast<RecordType>(i);
    if (!types.empty() && std::find(types.begin(), types.end(), type) == types.end()) continue;
    out.push_back({type, {}});
    detail::with_rows(detail::document_of(nothing), type, {}, [&]<class Record>(std::span<Record const>) {
      detail::Fields<Record>::each(Record{}, [&]<class V>(std::string_view field, V const&) {
        if constexpr (detail::is_list<V>) {
          if (detail::Structured<typename V::value_type>) out.push_back({type, field});
        }
      });
    });
  }
  return out;
}

GONGWEN_INLINE void write_csv(Text const& text, CsvTable table, WriteOptions const& options, Sink const& sink,
                              bool head) {
  detail::csv_document(detail::document_of(text), table, options, sink, head);
}
GONGWEN_INLINE void write_csv(Outline const& outline, CsvTable table, WriteOptions const& options, Sink const& sink,
                              bool head) {
  detail::csv_document(detail::document_of(outline), table, options, sink, head);
}
GONGWEN_INLINE void write_csv(Records const& records, CsvTable table, WriteOptions const& options, Sink const& sink,
                              bool head) {
  detail::csv_document(detail::document_of(records), table, options, sink, head);
}
GONGWEN_INLINE void write_csv(Findings const& findings, CsvTable table, WriteOptions const& options, Sink const& sink,
                              bool head) {
  detail::csv_document(detail::document_of(findings), table, options, sink, head);
}

GONGWEN_END
