// Arrow streams: types, nulls, offsets, and who releases what.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstring>
#include <gongwen/gongwen.hpp>
#include <string>
#include <vector>

namespace {

gongwen::Findings findings_of(std::string_view text) {
  return gongwen::parse(text) | gongwen::segment() | gongwen::extract() | gongwen::check();
}

gongwen::Findings sample() {
  return findings_of(
      "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。三次产业结构比为12.1:38.4:50.2。"
      "财政收入-3.5亿元。");
}

/// A stream that is released when it goes, as every reader does it.
struct Stream : ArrowArrayStream {
  template <class Value>
  Stream(Value const& value, gongwen::RecordType type, gongwen::WriteOptions const& options = {}) {
    gongwen::write_arrow(value, type, options, *this);
  }
  Stream(Stream const&) = delete;
  Stream& operator=(Stream const&) = delete;
  ~Stream() {
    if (release != nullptr) release(this);
  }
};

template <class Struct>
struct Owned : Struct {
  Owned() : Struct{} {}
  Owned(Owned const&) = delete;
  Owned& operator=(Owned const&) = delete;
  ~Owned() {
    if (this->release != nullptr) this->release(this);
  }
};

bool valid(ArrowArray const& a, std::size_t i) {
  auto const* const bits = static_cast<unsigned char const*>(a.buffers[0]);
  return bits == nullptr || (bits[i / 8] >> i % 8 & 1U) != 0;
}
std::string words(ArrowArray const& a, std::size_t i) {
  auto const* const offsets = static_cast<std::int32_t const*>(a.buffers[1]);
  return {static_cast<char const*>(a.buffers[2]) + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])};
}
std::size_t column(ArrowSchema const& schema, std::string_view name) {
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    if (schema.children[i]->name == name) return static_cast<std::size_t>(i);
  }
  FAIL("no such column");
  return 0;
}

}  // namespace

TEST_CASE("Arrow: columns are the fields in their order, begun by the source") {
  Stream stream(sample(), gongwen::RecordType::rank);
  Owned<ArrowSchema> schema;
  REQUIRE(stream.get_schema(&stream, &schema) == 0);
  CHECK(std::string(schema.format) == "+s");
  std::vector<std::string> found;
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    found.push_back(std::string(schema.children[i]->name) + " " + schema.children[i]->format);
  }
  CHECK(found == std::vector<std::string>{"source u", "id u", "text u", "position i", "from_end b", "scope u",
                                          "out_of i", "node u", "span +s"});
  CHECK((schema.children[6]->flags & ARROW_FLAG_NULLABLE) != 0);
  CHECK((schema.children[4]->flags & ARROW_FLAG_NULLABLE) == 0);
}

TEST_CASE("Arrow: values, nulls and lists") {
  auto const findings = sample();
  Stream stream(findings, gongwen::RecordType::indicator, {.source = "here"});
  Owned<ArrowSchema> schema;
  REQUIRE(stream.get_schema(&stream, &schema) == 0);
  Owned<ArrowArray> batch;
  REQUIRE(stream.get_next(&stream, &batch) == 0);
  auto const indicators = findings.records().indicators();
  REQUIRE(batch.length == static_cast<std::int64_t>(indicators.size()));
  REQUIRE(batch.length >= 2);
  auto const at = [&](std::string_view name) -> ArrowArray const& { return *batch.children[column(schema, name)]; };
  CHECK(words(at("source"), 1) == "here");
  CHECK(words(at("id"), 1) == "i2");
  CHECK(words(at("name"), 0) == "地区生产总值");
  CHECK_FALSE(valid(at("low"), 0));
  CHECK(at("low").null_count == batch.length);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    CHECK(valid(at("value"), i) == indicators[i].value.has_value());
    if (!indicators[i].value) continue;
    std::int64_t parts[2];  // on a machine of little-endian bytes
    std::memcpy(parts, static_cast<char const*>(at("value").buffers[1]) + i * 16, 16);
    CHECK((parts[1] < 0) == indicators[i].value->negative());
    auto low = static_cast<std::uint64_t>(parts[0]);
    if (parts[1] < 0) low = 0 - low;
    CHECK(low == indicators[i].value->mantissa().low);
  }
  ArrowArray const& changes = at("changes");
  auto const* const ends = static_cast<std::int32_t const*>(changes.buffers[1]);
  CHECK(valid(changes, 0));
  CHECK(ends[1] == 1);
  CHECK(words(*changes.children[0]->children[0], 0) == "yoy");
  ArrowArray const& period = at("period");
  std::int32_t day = 0;
  std::memcpy(&day, period.children[0]->buffers[1], 4);
  CHECK(day == 19358);  // 2023-01-01
  Owned<ArrowArray> end;
  REQUIRE(stream.get_next(&stream, &end) == 0);
  CHECK((end.release == nullptr));
}

TEST_CASE("Arrow: an unknown year is null, and timex keeps what is known") {
  Stream stream(findings_of("各单位要于8月31日前报送方案。"), gongwen::RecordType::time);
  Owned<ArrowSchema> schema;
  REQUIRE(stream.get_schema(&stream, &schema) == 0);
  Owned<ArrowArray> batch;
  REQUIRE(stream.get_next(&stream, &batch) == 0);
  REQUIRE(batch.length == 1);
  CHECK_FALSE(valid(*batch.children[column(schema, "end")], 0));
  CHECK(words(*batch.children[column(schema, "timex")], 0) == "XXXX-08-31");
}

TEST_CASE("Arrow: a child that was moved out outlives its batch, the stream and the document") {
  ArrowArray moved{};
  {
    Stream stream(sample(), gongwen::RecordType::quantity);
    Owned<ArrowArray> batch;
    REQUIRE(stream.get_next(&stream, &batch) == 0);
    moved = *batch.children[2];
    batch.children[2]->release = nullptr;
  }
  CHECK(words(moved, 0) == "1022.6亿元");
  moved.release(&moved);
  CHECK((moved.release == nullptr));
}

TEST_CASE("Arrow: views look into the text, and keep it alive") {
  Owned<ArrowArray> batch;
  char const* begin = nullptr;
  std::size_t size = 0;
  {
    auto const findings = findings_of("（一）清塘镇人民政府办公室文件管理不够规范的问题仍然突出。财政收入增长5%。");
    begin = findings.records().text().view().data();
    size = findings.records().text().view().size();
    Stream stream(findings, gongwen::RecordType::node, {.string_views = true});
    Owned<ArrowSchema> schema;
    REQUIRE(stream.get_schema(&stream, &schema) == 0);
    CHECK(std::string(schema.children[column(schema, "marker")]->format) == "vu");
    REQUIRE(stream.get_next(&stream, &batch) == 0);
  }
  ArrowArray const& ids = *batch.children[1];
  REQUIRE(ids.n_buffers == 5);
  CHECK(ids.buffers[2] == begin);
  CHECK(static_cast<std::int64_t const*>(ids.buffers[4])[0] == static_cast<std::int64_t>(size));
  std::int32_t length = 0;
  std::memcpy(&length, ids.buffers[1], sizeof length);
  CHECK(std::string(static_cast<char const*>(ids.buffers[1]) + 4, static_cast<std::size_t>(length)) == "n1");
  CHECK(std::string(begin, 9) == "（一）");
}

TEST_CASE("Arrow: every type of every stage streams, read or not") {
  auto const findings = sample();
  for (std::size_t i = 0; i < gongwen::record_types; ++i) {
    auto const type = static_cast<gongwen::RecordType>(i);
    Stream const unread(findings, type);
    Stream text(findings.records().text(), type);
    Owned<ArrowArray> batch;
    CHECK(text.get_next(&text, &batch) == 0);
    CHECK((batch.release != nullptr) ==
          (type == gongwen::RecordType::document ||
           (type == gongwen::RecordType::edit && !findings.records().text().edits().empty())));
    Stream outline(findings.records().outline(), type, {.by = true});
    Stream records(findings.records(), type, {.by = true});
    for (Stream* stream : {&outline, &records}) {
      Owned<ArrowSchema> schema;
      CHECK(stream->get_schema(stream, &schema) == 0);
      CHECK(std::string(schema.children[0]->name) == "source");
    }
    CHECK((text.get_last_error(&text) == nullptr));
  }
}

TEST_CASE("Arrow: batches of a long document hold every row once") {
  std::string text;
  for (int i = 0; i < 70000; ++i) text += "5个。\n";
  auto const findings = findings_of(text);
  Stream stream(findings.records(), gongwen::RecordType::quantity);
  std::int64_t rows = 0;
  int batches = 0;
  for (;;) {
    Owned<ArrowArray> batch;
    REQUIRE(stream.get_next(&stream, &batch) == 0);
    if (batch.release == nullptr) break;
    CHECK(words(*batch.children[1], 0) == fmt::format("q{}", rows + 1));
    rows += batch.length;
    ++batches;
  }
  CHECK(rows == 70000);
  CHECK(batches == 2);
}
