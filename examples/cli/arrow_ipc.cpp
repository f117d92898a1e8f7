// The messages of https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc.
// Tables are built field by field, by the numbers that Arrow's Message.fbs and Schema.fbs give their fields.
#include "arrow_ipc.hpp"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <gongwen/error.hpp>
#include <new>
#include <string_view>
#include <vector>

#if __has_include(<flatbuffers/flatbuffers.h>)
#include <flatbuffers/flatbuffers.h>

namespace {

using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;
using flatbuffers::voffset_t;

/// Stands for any table: which one it is, its fields say.
struct AnyTable {};
using TableOffset = Offset<AnyTable>;

/// The place of field number `id` in a table.
constexpr voffset_t field(int id) { return static_cast<voffset_t>(4 + 2 * id); }

// Values of the unions of the specification.
enum Header : std::uint8_t { schema_header = 1, record_batch_header = 3 };
enum Type : std::uint8_t { int_type = 2, utf8 = 5, bool_type = 6, decimal = 7, date = 8, list = 12, structure = 13 };
constexpr std::int16_t version_5 = 4;

/// One table, its scalars written by number.
class TableBuilder {
 public:
  explicit TableBuilder(FlatBufferBuilder& to) : to_(to), begin_(to.StartTable()) {}
  template <class T>
  TableBuilder& number(int id, T value) {
    to_.AddElement<T>(field(id), value);
    return *this;
  }
  template <class T>
  TableBuilder& offset(int id, Offset<T> value) {
    to_.AddOffset(field(id), value);
    return *this;
  }
  TableOffset end() { return TableOffset(to_.EndTable(begin_)); }

 private:
  FlatBufferBuilder& to_;
  flatbuffers::uoffset_t begin_;
};

FlatBufferBuilder builder() {
  FlatBufferBuilder out;
  out.ForceDefaults(true);  // a field is there whatever its default is
  return out;
}

/// How a column's type is named in both formats.
struct ColumnType {
  std::string_view format;
  Type type;
  std::int64_t width;  ///< bytes of a value; 0: it has offsets, bits or parts
};
constexpr ColumnType types[] = {{"u", utf8, 0},   {"b", bool_type, 0},      {"i", int_type, 4}, {"l", int_type, 8},
                                {"tdD", date, 4}, {"d:38,10", decimal, 16}, {"+l", list, 0},    {"+s", structure, 0}};
ColumnType const& type_of(ArrowSchema const& column) {
  for (ColumnType const& known : types) {
    if (known.format == column.format) return known;
  }
  throw gongwen::error(gongwen::error_code::unsupported, 0, "a column has a type that this program cannot write");
}

TableOffset type_table(FlatBufferBuilder& to, ColumnType const& column) {
  TableBuilder table(to);
  switch (column.type) {
    case int_type:
      table.number<std::int32_t>(0, static_cast<std::int32_t>(column.width * 8)).number<std::uint8_t>(1, 1);
      break;
    case decimal: table.number<std::int32_t>(0, 38).number<std::int32_t>(1, 10).number<std::int32_t>(2, 128); break;
    case date: table.number<std::int16_t>(0, 0); break;  // days
    default: break;
  }
  return table.end();
}

TableOffset field_table(FlatBufferBuilder& to, ArrowSchema const& column) {
  std::vector<TableOffset> below;
  for (std::int64_t i = 0; i < column.n_children; ++i) below.push_back(field_table(to, *column.children[i]));
  auto const children = to.CreateVector(below);
  auto const name = to.CreateString(column.name);
  ColumnType const& type = type_of(column);
  TableOffset const described = type_table(to, type);
  return TableBuilder(to)
      .offset(0, name)
      .number<std::uint8_t>(1, (column.flags & ARROW_FLAG_NULLABLE) != 0 ? 1 : 0)
      .number<std::uint8_t>(2, type.type)
      .offset(3, described)
      .offset(5, children)
      .end();
}

void pad(std::string& out) { out.resize((out.size() + 7) / 8 * 8); }
void put(std::string& out, std::uint32_t value) {  // in the order of bytes of every flatbuffer
  for (unsigned i = 0; i < 4; ++i) out += static_cast<char>(value >> 8 * i & 0xffU);
}

/// A message: its mark, the length of what describes it, that, and its body.
std::string message(FlatBufferBuilder& to, Header type, TableOffset header, std::string const& body) {
  to.Finish(TableBuilder(to)
                .number<std::int16_t>(0, version_5)
                .number<std::uint8_t>(1, type)
                .offset(2, header)
                .number<std::int64_t>(3, static_cast<std::int64_t>(body.size()))
                .end());
  std::string described(reinterpret_cast<char const*>(to.GetBufferPointer()), to.GetSize());
  pad(described);
  std::string out;
  put(out, 0xffffffffU);
  put(out, static_cast<std::uint32_t>(described.size()));
  return out + described + body;
}

/// The body of a batch, and where in it each buffer lies.
class Body {
 public:
  struct Node {
    std::int64_t length, nulls;
  };
  struct Buffer {
    std::int64_t offset, length;
  };

  /// A column and those below it, the outer before the inner.
  void add(ArrowSchema const& column, ArrowArray const& values) {
    nodes_.push_back({values.length, values.null_count});
    buffer(values.buffers[0], values.null_count != 0 ? (values.length + 7) / 8 : 0);
    ColumnType const& type = type_of(column);
    if (type.type == utf8 || type.type == list) {
      buffer(values.buffers[1], 4 * (values.length + 1));
      auto const* const ends = static_cast<std::int32_t const*>(values.buffers[1]);
      if (type.type == utf8) buffer(values.buffers[2], ends[values.length]);
    } else if (type.type != structure) {
      buffer(values.buffers[1], type.type == bool_type ? (values.length + 7) / 8 : type.width * values.length);
    }
    for (std::int64_t i = 0; i < column.n_children; ++i) add(*column.children[i], *values.children[i]);
  }
  [[nodiscard]] std::string message_of(std::int64_t length) const {
    FlatBufferBuilder to = builder();
    auto const buffers = to.CreateVectorOfStructs(buffers_);
    auto const nodes = to.CreateVectorOfStructs(nodes_);
    TableOffset const batch =
        TableBuilder(to).number<std::int64_t>(0, length).offset(1, nodes).offset(2, buffers).end();
    return message(to, record_batch_header, batch, bytes_);
  }

 private:
  void buffer(void const* data, std::int64_t size) {
    buffers_.push_back({static_cast<std::int64_t>(bytes_.size()), size});
    if (size != 0) bytes_.append(static_cast<char const*>(data), static_cast<std::size_t>(size));
    pad(bytes_);
  }

  std::string bytes_;
  std::vector<Node> nodes_;
  std::vector<Buffer> buffers_;
};

/// A struct of the interface that is released when it goes.
template <class Struct>
struct Released : Struct {
  Released() : Struct{} {}
  Released(Released const&) = delete;
  Released& operator=(Released const&) = delete;
  ~Released() {
    if (this->release != nullptr) this->release(this);
  }
};

void check(int code, ArrowArrayStream& stream) {
  if (code == 0) return;
  if (code == ENOMEM) throw std::bad_alloc();
  throw gongwen::error(gongwen::error_code::limit, 0, stream.get_last_error(&stream));
}

}  // namespace

bool writes_arrow() noexcept { return true; }

std::string arrow_ipc_head(ArrowArrayStream& stream) {
  Released<ArrowSchema> schema;
  check(stream.get_schema(&stream, &schema), stream);
  FlatBufferBuilder to = builder();
  std::vector<TableOffset> columns;
  for (std::int64_t i = 0; i < schema.n_children; ++i) columns.push_back(field_table(to, *schema.children[i]));
  auto const fields = to.CreateVector(columns);
  constexpr std::uint16_t probe = 1;
  unsigned char first = 0;
  std::memcpy(&first, &probe, 1);
  std::int16_t const big_endian = first == 1 ? 0 : 1;  // buffers have the order of bytes of this machine
  return message(to, schema_header, TableBuilder(to).number<std::int16_t>(0, big_endian).offset(1, fields).end(), {});
}

std::string arrow_ipc_rows(ArrowArrayStream& stream) {
  Released<ArrowSchema> schema;  // asked for where there is a row: most types of a document have none
  std::string out;
  for (;;) {
    Released<ArrowArray> batch;
    check(stream.get_next(&stream, &batch), stream);
    if (batch.release == nullptr) return out;
    if (schema.release == nullptr) check(stream.get_schema(&stream, &schema), stream);
    Body body;
    for (std::int64_t i = 0; i < schema.n_children; ++i) body.add(*schema.children[i], *batch.children[i]);
    out += body.message_of(batch.length);
  }
}

std::string arrow_ipc_end() {
  std::string out;
  put(out, 0xffffffffU);
  put(out, 0);
  return out;
}

#else

bool writes_arrow() noexcept { return false; }
std::string arrow_ipc_head(ArrowArrayStream&) { return {}; }
std::string arrow_ipc_rows(ArrowArrayStream&) { return {}; }
std::string arrow_ipc_end() { return {}; }

#endif
