// gongwen/detail/write/document.hpp: what writers are given, and the record of the document itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "../fields.hpp"
#include "offsets.hpp"

GONGWEN_BEGIN

namespace detail {

/// What there is to write; stages that were not run are null.
struct Document {
  Text const* text = nullptr;
  Outline const* outline = nullptr;
  Records const* records = nullptr;
  Findings const* findings = nullptr;
};

inline Document document_of(Text const& text) { return {&text, nullptr, nullptr, nullptr}; }
inline Document document_of(Outline const& outline) { return {&outline.text(), &outline, nullptr, nullptr}; }
inline Document document_of(Records const& records) { return {&records.text(), &records.outline(), &records, nullptr}; }
inline Document document_of(Findings const& findings) {
  Records const& records = findings.records();
  return {&records.text(), &records.outline(), &records, &findings};
}

/// The record of the document itself; `length` is that of the decoded original.
struct Head {
  std::string_view schema = "gongwen/1";
  std::string_view source;
  std::string_view encoding;
  OffsetUnit offset_unit{};
  std::uint64_t length = 0;
  std::optional<Date> reference_date;
  std::string_view reference_date_from;
  std::string_view title;
};

template <>
struct Fields<Head> {
  static constexpr RecordType type = RecordType::document;
  template <class F>
  static void each(Head const& r, F&& f) {
    f("schema", r.schema);
    f("source", r.source);
    f("encoding", r.encoding);
    f("offset_unit", r.offset_unit);
    f("length", r.length);
    f("reference_date", r.reference_date);
    f("reference_date_from", r.reference_date_from);
    f("title", r.title);
  }
};

inline Head head_of(Document const& document, std::string_view source, OffsetUnit unit, OffsetIndex const& offsets) {
  Head head;
  head.source = source;
  head.encoding = document.text->encoding();
  head.offset_unit = unit;
  head.length = offsets(document.text->original().size());
  if (document.records != nullptr) {
    head.reference_date = document.records->reference_date();
    head.reference_date_from = document.records->reference_date_from();
  }
  if (document.outline != nullptr) head.title = document.outline->title();
  return head;
}

}  // namespace detail

GONGWEN_END
