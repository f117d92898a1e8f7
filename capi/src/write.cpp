// write.cpp: a document or its chunks as JSON Lines or as a table, by the library's own writers.
#include <cstdlib>
#include <cstring>
#include <gongwen/chunk.hpp>

#include "guard.hpp"
#include "handle.hpp"

namespace gongwen::c {

namespace {

constexpr std::uint64_t all_types = (std::uint64_t{2} << static_cast<unsigned>(RecordType::finding)) - 1;

WriteOptions plan(gongwen_write_options const& o, std::string const& source) {
  auto const flags = checked_bits(o.flags, GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS | GONGWEN_WRITE_FLAG_BY);
  auto const only = checked_bits(o.only, all_types);
  WriteOptions options;
  options.source = source;
  options.numbers_as_strings = (flags & GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS) != 0;
  options.by = (flags & GONGWEN_WRITE_FLAG_BY) != 0;
  if (checked(o.format, GONGWEN_FORMAT_TABLE) == GONGWEN_FORMAT_TABLE) options.format = Format::table;
  switch (checked(o.offsets, GONGWEN_OFFSET_UNIT_UTF16)) {
    case GONGWEN_OFFSET_UNIT_UTF8: options.offsets = OffsetUnit::utf8; break;
    case GONGWEN_OFFSET_UNIT_UTF16: options.offsets = OffsetUnit::utf16; break;
    default: options.offsets = OffsetUnit::codepoint; break;
  }
  for (auto type = RecordType::document; type <= RecordType::finding;
       type = static_cast<RecordType>(static_cast<unsigned>(type) + 1)) {
    if ((only >> static_cast<unsigned>(type) & 1U) != 0) options.only.push_back(type);
  }
  return options;
}

/// What both functions ask of their arguments.
void begin(gongwen_owned_string* out, gongwen_document const* document) {
  if (out == nullptr)
    throw Refused{GONGWEN_INVALID_ARGUMENT, "the out-parameter is NULL; pass the address of a string"};
  *out = {nullptr, 0};
  if (document == nullptr) throw Refused{GONGWEN_INVALID_ARGUMENT, "document is NULL"};
}

/// Hands a copy to the caller.
void give(gongwen_owned_string& out, std::string const& text) {
  if (text.empty()) return;
  auto* const data = static_cast<char*>(std::malloc(text.size()));
  if (data == nullptr) throw std::bad_alloc();
  std::memcpy(data, text.data(), text.size());
  out = {data, text.size()};
}

}  // namespace

}  // namespace gongwen::c

extern "C" {

gongwen_status gongwen_document_write(gongwen_owned_string* out, gongwen_document const* document,
                                      gongwen_write_options const* options, gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    begin(out, document);
    gongwen::WriteOptions const written = plan(known(options), document->source);
    give(*out,
         std::visit([&written](auto const& value) { return gongwen::to_string(value, written); }, document->value));
  });
}

gongwen_status gongwen_document_chunks(gongwen_owned_string* out, gongwen_document const* document, uint32_t max_chars,
                                       gongwen_write_options const* options, gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    begin(out, document);
    gongwen::Outline const* const outline = outline_of(document->value);
    if (outline == nullptr) {
      throw Refused{GONGWEN_INVALID_ARGUMENT, "the document was only parsed; read it to the stage segment or further"};
    }
    gongwen::WriteOptions const written = plan(known(options), document->source);
    gongwen::ChunkOptions size;
    if (max_chars != 0) size.max_chars = max_chars;
    give(*out, gongwen::to_string(gongwen::chunks(*outline, size), written));
  });
}

void gongwen_owned_string_free(gongwen_owned_string* string) {
  if (string == nullptr) return;
  std::free(string->data);
  *string = {nullptr, 0};
}

}  // extern "C"
