// gongwen/detail/write/write.hpp: any stage's value, in the format of the options.
#pragma once

#include "jsonl.hpp"
#include "table.hpp"

GONGWEN_BEGIN

namespace detail {

inline void write_document(Document const& document, WriteOptions const& options, Sink const& sink) {
  if (options.format == Format::table) {
    Tables(document, options, sink).write();
  } else {
    JsonLines(document, options, sink).write();
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
