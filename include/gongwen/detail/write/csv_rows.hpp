// gongwen/detail/write/csv_rows.hpp: rows of CSV, of records and of lists of parts in them.
#pragma once

#include <string_view>

#include "../../csv.hpp"
#include "../extract/records_data.hpp"
#include "csv_lines.hpp"
#include "flat.hpp"

GONGWEN_BEGIN

namespace detail {

inline constexpr auto no_parts = [](std::string_view, auto const&) {};

/// A row, or its names: f(cells) tells each of its columns by cells(name, value).
template <class F>
void csv_line(CsvLines& out, OffsetIndex const& offsets, bool names, F const& f) {
  auto const cell = [&](std::string_view name, std::string_view text, bool plain) {
    names ? out.cell(name, true) : out.cell(text, plain);
  };
  f(FlatCells(offsets, cell, no_parts));
  out.end_row();
}

/// A row, or its names, of the records themselves.
template <class Record>
void csv_row(CsvLines& out, RowContext const& context, OffsetIndex const& offsets, Record const& r, std::uint32_t index,
             bool names) {
  csv_line(out, offsets, names, [&](auto const& cells) { each_column(context, r, index, cells); });
}

/// Calls f(member) for the members of the list `part` of a record; with `names` once for a member without values.
template <class Record, class F>
void each_part(Record const& r, std::string_view part, bool names, F const& f) {
  Fields<Record>::each(r, [&]<class V>(std::string_view name, V const& v) {
    if constexpr (is_list<V>) {
      if constexpr (Structured<typename V::value_type>) {
        if (name != part) return;
        if (names) return f(typename V::value_type{});
        for (auto const& member : v) f(member);
      }
    }
  });
}
template <class Record>
void csv_parts(CsvLines& out, RowContext const& context, OffsetIndex const& offsets, Record const& r,
               std::uint32_t index, std::string_view part, bool names) {
  each_part(r, part, names, [&](auto const& member) {
    csv_line(out, offsets, names, [&](auto const& cells) {
      cells("source", context.source);
      cells("id", Ref{Fields<Record>::type, index});
      Fields<std::remove_cvref_t<decltype(member)>>::each(member, cells);
    });
  });
}

inline void csv_document(Document const& document, CsvTable table, WriteOptions const& options, Sink const& sink,
                         bool head) {
  OffsetIndex const offsets(document.text->original(), options.offsets);
  Head const own = head_of(document, options.source, options.offsets, offsets);
  RowContext const context{options.source, options.by, document.records};
  CsvLines out(sink);
  with_rows(document, table.type, own, [&]<class Record>(std::span<Record const> rows) {
    auto const row = [&](Record const& r, std::uint32_t index, bool names) {
      if (table.part.empty()) return csv_row(out, context, offsets, r, index, names);
      csv_parts(out, context, offsets, r, index, table.part, names);
    };
    if (head) row(Record{}, 0, true);
    for (std::uint32_t i = 0; i < rows.size(); ++i) row(rows[i], i, false);
  });
  out.flush();
}

}  // namespace detail

GONGWEN_END
