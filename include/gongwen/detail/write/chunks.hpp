// gongwen/detail/write/chunks.hpp: chunks as JSON Lines, or as a table for people.
#pragma once

#include "../../chunk.hpp"
#include "json.hpp"

GONGWEN_BEGIN

namespace detail {

inline void chunk_line(Out& out, Chunk const& c, std::size_t index, OffsetIndex const& offsets) {
  out.push_back('{');
  JsonFields fields(out, offsets, false);
  fields("type", std::string_view("chunk"));
  fields("id", fmt::format("c{}", index + 1));
  fields("path", c.path);
  fields("nodes", std::vector<NodeIndex>{c.first, c.last});
  fields("text", c.text);
  fields("oversize", c.oversize);
  fields("span", c.span);
  put(out, "}\n");
}
inline void chunk_text(Out& out, Chunk const& c, std::size_t index) {
  fmt::format_to(fmt::appender(out), "c{}", index + 1);
  for (std::string_view const title : c.path) fmt::format_to(fmt::appender(out), " > {}", title);
  fmt::format_to(fmt::appender(out), "\n{}\n\n", c.text);
}

}  // namespace detail

GONGWEN_INLINE void write(Chunks const& chunks, WriteOptions const& options, Sink const& sink) {
  detail::Out out;
  Text const& text = chunks.outline().text();
  detail::OffsetIndex const offsets(text.original(), options.offsets);
  bool const lines = options.format == Format::jsonl;
  if (lines) {
    WriteOptions head = options;
    head.only = {RecordType::document};
    write(chunks.outline(), head, sink);
  }
  std::size_t i = 0;
  for (Chunk const& c : chunks.list()) {
    if (lines) {
      detail::chunk_line(out, c, i++, offsets);
    } else {
      detail::chunk_text(out, c, i++);
    }
    if (out.size() > 60000) {
      sink({out.data(), out.size()});
      out.clear();
    }
  }
  if (out.size() != 0) sink({out.data(), out.size()});
}

GONGWEN_END
