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
  detail::write_document({&text, nullptr, nullptr, nullptr}, options, sink);
}
GONGWEN_INLINE void write(Outline const& outline, WriteOptions const& options, Sink const& sink) {
  detail::write_document({&outline.text(), &outline, nullptr, nullptr}, options, sink);
}
GONGWEN_INLINE void write(Records const& records, WriteOptions const& options, Sink const& sink) {
  detail::write_document({&records.text(), &records.outline(), &records, nullptr}, options, sink);
}
GONGWEN_INLINE void write(Findings const& findings, WriteOptions const& options, Sink const& sink) {
  Records const& records = findings.records();
  detail::write_document({&records.text(), &records.outline(), &records, &findings}, options, sink);
}

GONGWEN_END
