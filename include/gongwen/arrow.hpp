// gongwen/arrow.hpp: records as Arrow tables, by the Arrow C data and stream interfaces. No library of Arrow's is needed.
//
//   ArrowArrayStream stream;
//   gongwen::write_arrow(findings, gongwen::RecordType::indicator, {.source = "report.txt"}, stream);
//   reader = arrow::ImportRecordBatchReader(&stream);  // or any other reader of the interface
#pragma once

#include <cstdint>
#include <memory>
#include <utility>

#include "chunk.hpp"
#include "write.hpp"

// The structs of the specification, under its own guards: https://arrow.apache.org/docs/format/CDataInterface.html
extern "C" {

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  char const* format;
  char const* name;
  char const* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  void const** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  char const* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

#endif  // ARROW_C_STREAM_INTERFACE

}  // extern "C"

GONGWEN_BEGIN

/// Gives all records of a type as a stream of Arrow batches, a column a field of SCHEMA.md, in its order. Each row begins
/// with `source`; there is no `type`, since a table holds one. Fields that JSON leaves out are null; flags never are.
///
///   words, enumerations, ids     utf8; a table or a list of ids has the same ids as JSON ("n12")
///   numbers                      decimal128(38, 10), also `confidence`; ordinals, counts, ranks int32
///   days                         date32, null where the year is unknown, which `timex` still shows
///   span, head, period, amounts  struct; a span is {begin, end}, int64; a fraction {numerator, denominator}, int64
///   changes, targets, owners     list, null where there is none
///   evidence                     of a fact a list of {slot, ids}, of a finding a list of ids
///
/// Batches are made as they are asked for and outlive the stream; each has at most 65536 rows. A column of utf8 is one block
/// of memory, and the words of slots lie apart in the text, so they are copied into it. With `string_views` the columns are
/// utf8_view, whose words of more than 12 bytes stay where they are, in the text, which each batch keeps alive (only words
/// that are not in it, such as canonical names, are copied). Not every reader knows that type.
///
/// @param value    kept alive by the stream until it is released. A stage that was not run has no rows.
/// @param options  `offsets`, `by`, `source` and `string_views` count.
/// @param out      overwritten, never released before; the caller releases it, read or not, as the interface says.
/// Its `get_next` gives ENOMEM, or EOVERFLOW where one value is longer than 2 GiB; `get_last_error` then says so.
/// Errors: none but std::bad_alloc, which leaves `out` released. Threads: streams share nothing that changes; one stream
/// belongs to one thread at a time. Cost: O(1), and O(output) to read. Since 0.1.
void write_arrow(std::shared_ptr<Text const> value, RecordType type, WriteOptions const& options,
                 ArrowArrayStream& out);
void write_arrow(std::shared_ptr<Outline const> value, RecordType type, WriteOptions const& options,
                 ArrowArrayStream& out);
void write_arrow(std::shared_ptr<Records const> value, RecordType type, WriteOptions const& options,
                 ArrowArrayStream& out);
void write_arrow(std::shared_ptr<Findings const> value, RecordType type, WriteOptions const& options,
                 ArrowArrayStream& out);

/// The same of a value, which is copied or moved into the stream.
inline void write_arrow(Text value, RecordType type, WriteOptions const& options, ArrowArrayStream& out) {
  write_arrow(std::make_shared<Text const>(std::move(value)), type, options, out);
}
inline void write_arrow(Outline value, RecordType type, WriteOptions const& options, ArrowArrayStream& out) {
  write_arrow(std::make_shared<Outline const>(std::move(value)), type, options, out);
}
inline void write_arrow(Records value, RecordType type, WriteOptions const& options, ArrowArrayStream& out) {
  write_arrow(std::make_shared<Records const>(std::move(value)), type, options, out);
}
inline void write_arrow(Findings value, RecordType type, WriteOptions const& options, ArrowArrayStream& out) {
  write_arrow(std::make_shared<Findings const>(std::move(value)), type, options, out);
}

/// The same of chunks: the columns source, id, path, nodes, text, oversize and span.
void write_arrow(std::shared_ptr<Chunks const> chunks, WriteOptions const& options, ArrowArrayStream& out);
inline void write_arrow(Chunks chunks, WriteOptions const& options, ArrowArrayStream& out) {
  write_arrow(std::make_shared<Chunks const>(std::move(chunks)), options, out);
}

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/write/arrow.hpp"
#endif
