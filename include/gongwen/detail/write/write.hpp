// gongwen/detail/write/write.hpp: any stage's value, in the format of the options.
#pragma once

#include "../../error.hpp"
#include "csv.hpp"
#include "jsonl.hpp"
#include "markdown.hpp"
#include "table.hpp"

GONGWEN_BEGIN

namespace detail {

inline void write_document(Document const& document, WriteOptions const& options, Sink const& sink) {
  switch (options.format) {
    case Format::jsonl: JsonLines(document, options, sink).write(); break;
    case Format::table: Tables(document, options, sink).write(); break;
    case Format::csv:
      if (options.only.size() != 1) {
        throw error(error_code::unsupported, 0, "a CSV table holds one type of record; name one in `only`");
      }
      csv_document(document, {options.only[0], {}}, options, sink, true);
      break;
    case Format::markdown: MarkdownTables(document, options, sink).write(); break;
  }
}

}  // namespace detail

GONGWEN_INLINE void write(Text const& text, WriteOptions const& options, Sink const& sink) {
  detail::write_document(detail::document_of(text), options, sink);
}
GONGWEN_INLINE void write(Outline const& outline, WriteOptions const& options, Sink const& sink) {
  detail::write_document(detail::document_of(outline), options, sink);
}
GONGWEN_INLINE void write(Records const& records, WriteOptions const& options, Sink const& sink) {
  detail::write_document(detail::document_of(records), options, sink);
}
GONGWEN_INLINE void write(Findings const& findings, WriteOptions const& options, Sink const& sink) {
  detail::write_document(detail::document_of(findings), options, sink);
}

GONGWEN_END
