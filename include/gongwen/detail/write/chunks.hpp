// gongwen/detail/write/chunks.hpp: chunks as JSON Lines, as CSV, or as a table for people.
#pragma once

#include "chunk_row.hpp"
#include "csv_rows.hpp"
#include "hand_on.hpp"

GONGWEN_BEGIN

namespace detail {

inline void chunk_line(Out& out, Chunk const& c, std::uint32_t index, OffsetIndex const& offsets) {
  out.push_back('{');
  JsonFields fields(out, offsets, false);
  fields("type", std::string_view("chunk"));
  fields("id", chunk_id(index));
  Fields<Chunk>::each(c, fields);
  put(out, "}\n");
}
inline void chunk_text(Out& out, Chunk const& c, std::uint32_t index) {
  put(out, chunk_id(index));
  for (std::string_view const title : c.path) put_format(out, " > {}", title);
  put_format(out, "\n{}\n\n", c.text);
}

/// Calls f(chunk, index) for every chunk, and hands on what f has put into `out`.
template <class F>
void each_chunk(Chunks const& chunks, Out& out, Sink const& sink, F const& f) {
  std::uint32_t index = 0;
  for (Chunk const& c : chunks.list()) {
    f(c, index++);
    hand_on_much(out, sink);
  }
  hand_on(out, sink);
}

}  // namespace detail

GONGWEN_INLINE void write(Chunks const& chunks, WriteOptions const& options, Sink const& sink) {
  if (options.format == Format::csv) return write_csv(chunks, options, sink);
  detail::Out out;
  if (options.format != Format::jsonl) {
    return detail::each_chunk(chunks, out, sink,
                              [&](Chunk const& c, std::uint32_t index) { detail::chunk_text(out, c, index); });
  }
  WriteOptions head = options;
  head.only = {RecordType::document};
  write(chunks.outline(), head, sink);
  detail::OffsetIndex const offsets(chunks.outline().text().original(), options.offsets);
  detail::each_chunk(chunks, out, sink,
                     [&](Chunk const& c, std::uint32_t index) { detail::chunk_line(out, c, index, offsets); });
}

GONGWEN_INLINE void write_csv(Chunks const& chunks, WriteOptions const& options, Sink const& sink, bool head) {
  detail::OffsetIndex const offsets(chunks.outline().text().original(), options.offsets);
  detail::RowContext const context{options.source, options.by, nullptr};
  detail::CsvLines out(sink);
  if (head) detail::csv_row(out, context, offsets, Chunk{}, 0, true);
  std::uint32_t index = 0;
  for (Chunk const& c : chunks.list()) detail::csv_row(out, context, offsets, c, index++, false);
  out.flush();
}

GONGWEN_END
