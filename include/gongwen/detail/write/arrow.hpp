// gongwen/detail/write/arrow.hpp: records as a stream of Arrow batches.
#pragma once

#include <cerrno>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string>

#include "../../arrow.hpp"
#include "../extract/records_data.hpp"
#include "arrow_export.hpp"
#include "arrow_values.hpp"
#include "chunk_row.hpp"

GONGWEN_BEGIN

namespace detail {

/// What a stream reads from: the caller's value, kept alive.
struct ArrowSource {
  std::shared_ptr<void const> owner;
  Document document;
  std::string source;
  OffsetUnit unit{};
  bool by = false;
  bool views = false;
};

/// Makes the batches of a stream, and holds its state.
class ArrowBatches {
 public:
  explicit ArrowBatches(ArrowSource source)
      : source_(std::move(source)), context_{source_.source, source_.by, source_.document.records} {}
  ArrowBatches(ArrowBatches const&) = delete;
  ArrowBatches& operator=(ArrowBatches const&) = delete;
  virtual ~ArrowBatches() = default;

  [[nodiscard]] ArrowColumn const& table() const noexcept { return table_; }
  /// The next rows as a structure; false where there are none.
  [[nodiscard]] virtual bool next(ArrowArray& out) = 0;

  std::string failure;

 protected:
  static constexpr std::size_t most_rows = 65536;
  static constexpr std::size_t many_bytes = std::size_t{256} << 20U;

  /// Counted only when there is a row: for most types of a document there is none.
  [[nodiscard]] OffsetIndex const& offsets() {
    if (!offsets_) offsets_.emplace(source_.document.text->original(), source_.unit);
    return *offsets_;
  }

  ArrowSource source_;
  RowContext context_;
  ArrowColumn table_;  ///< its columns, without values

 private:
  std::optional<OffsetIndex> offsets_;
};

template <class Record>
class ArrowBatchesOf final : public ArrowBatches {
 public:
  ArrowBatchesOf(ArrowSource source, std::span<Record const> rows) : ArrowBatches(std::move(source)), rows_(rows) {
    table_ = arrow_leaf("", "+s", ArrowLayout::structure);
    each_column(context_, Record{}, 0, [&]<class V>(char const* name, V const&) {
      table_.children.push_back(arrow_column<std::remove_cvref_t<V>>(name));
    });
    if (source_.views) table_.view(source_.document.text->view(), source_.owner);
  }

  [[nodiscard]] bool next(ArrowArray& out) override {
    if (next_ == rows_.size()) return false;
    ArrowAdd const add(offsets());
    ArrowColumn batch = table_.empty();
    std::size_t const end = std::min(rows_.size(), next_ + most_rows);
    batch.reserve(end - next_);
    std::size_t at = next_;
    do {
      add_row(add, at, batch);
    } while (++at < end && (at % 1024 != 0 || batch.bytes() < many_bytes));
    export_array(std::move(batch), out);
    next_ = at;
    return true;
  }

 private:
  void add_row(ArrowAdd const& add, std::size_t at, ArrowColumn& batch) {
    if constexpr (std::is_same_v<Record, Head>) {  // the one row of the document, made here: it counts offsets
      Head const head = head_of(source_.document, source_.source, source_.unit, offsets());
      add.row(context_, head, 0, batch);
    } else {
      add.row(context_, rows_[at], static_cast<std::uint32_t>(at), batch);
    }
  }

  std::span<Record const> rows_;
  std::size_t next_ = 0;
};

// The functions of the interface. Nothing is thrown past them.

template <class Body>
int arrow_guard(ArrowArrayStream* self, Body&& body) noexcept {
  auto& batches = *static_cast<ArrowBatches*>(self->private_data);
  char const* what = "";
  int code = ENOMEM;
  try {
    body(batches);
    return 0;
  } catch (std::length_error const& e) {
    code = EOVERFLOW;
    what = e.what();
  } catch (std::bad_alloc const&) {
    what = "out of memory; read a smaller input";
  } catch (...) {
    code = EIO;
    what = "a fault of the library; please report it with the input";
  }
  try {
    batches.failure = what;
  } catch (std::bad_alloc const&) {
    batches.failure.clear();
  }
  return code;
}

inline int arrow_schema(ArrowArrayStream* self, ArrowSchema* out) {
  *out = {};
  return arrow_guard(self, [&](ArrowBatches& batches) { export_schema(batches.table(), *out); });
}
inline int arrow_next(ArrowArrayStream* self, ArrowArray* out) {
  *out = {};  // released: the end
  return arrow_guard(self, [&](ArrowBatches& batches) { static_cast<void>(batches.next(*out)); });
}
inline char const* arrow_last_error(ArrowArrayStream* self) {
  auto const& failure = static_cast<ArrowBatches*>(self->private_data)->failure;
  return failure.empty() ? nullptr : failure.c_str();
}
inline void arrow_release(ArrowArrayStream* self) {
  delete static_cast<ArrowBatches*>(self->private_data);
  *self = {};
}

inline void start_stream(std::unique_ptr<ArrowBatches> batches, ArrowArrayStream& out) noexcept {
  out.get_schema = &arrow_schema;
  out.get_next = &arrow_next;
  out.get_last_error = &arrow_last_error;
  out.release = &arrow_release;
  out.private_data = batches.release();
}

inline void arrow_stream(ArrowSource source, RecordType type, ArrowArrayStream& out) {
  out = {};
  Document const document = source.document;
  Head const none;  // only its place counts
  with_rows(document, type, none, [&]<class Record>(std::span<Record const> rows) {
    start_stream(std::make_unique<ArrowBatchesOf<Record>>(std::move(source), rows), out);
  });
}

template <class Value>
void write_arrow_value(std::shared_ptr<Value const> value, RecordType type, WriteOptions const& options,
                       ArrowArrayStream& out) {
  Document const document = document_of(*value);
  arrow_stream({std::move(value), document, options.source, options.offsets, options.by, options.string_views}, type,
               out);
}

}  // namespace detail

GONGWEN_INLINE void write_arrow(std::shared_ptr<Text const> value, RecordType type, WriteOptions const& options,
                                ArrowArrayStream& out) {
  detail::write_arrow_value(std::move(value), type, options, out);
}
GONGWEN_INLINE void write_arrow(std::shared_ptr<Outline const> value, RecordType type, WriteOptions const& options,
                                ArrowArrayStream& out) {
  detail::write_arrow_value(std::move(value), type, options, out);
}
GONGWEN_INLINE void write_arrow(std::shared_ptr<Records const> value, RecordType type, WriteOptions const& options,
                                ArrowArrayStream& out) {
  detail::write_arrow_value(std::move(value), type, options, out);
}
GONGWEN_INLINE void write_arrow(std::shared_ptr<Findings const> value, RecordType type, WriteOptions const& options,
                                ArrowArrayStream& out) {
  detail::write_arrow_value(std::move(value), type, options, out);
}

GONGWEN_INLINE void write_arrow(std::shared_ptr<Chunks const> chunks, WriteOptions const& options,
                                ArrowArrayStream& out) {
  out = {};
  detail::Document const document = detail::document_of(chunks->outline());
  std::span<Chunk const> const rows = chunks->list();
  detail::ArrowSource source{std::move(chunks), document,   options.source,
                             options.offsets,   options.by, options.string_views};
  detail::start_stream(std::make_unique<detail::ArrowBatchesOf<Chunk>>(std::move(source), rows), out);
}

GONGWEN_END
