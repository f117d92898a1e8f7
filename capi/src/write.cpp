// write.cpp: a document or its chunks as JSON Lines or as a table, by the library's own writers.
#include "write.hpp"

#include <cstdlib>
#include <cstring>
#include <gongwen/compare.hpp>

#include "chunks.hpp"
#include "guard.hpp"
#include "handle.hpp"

namespace gongwen::c {

namespace {

constexpr char const* no_string = "the out-parameter is NULL; pass the address of a string";

Records const& facts_of(gongwen_document const& document) {
  Records const* const records = records_of(document.value);
  if (records == nullptr) {
    throw Refused{GONGWEN_INVALID_ARGUMENT, "a document has no facts; read it to the stage extract or further"};
  }
  return *records;
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
    prepare(out, document, no_string);
    gongwen::WriteOptions const written = write_options(known(options), document->source);
    give(*out,
         std::visit([&written](auto const& value) { return gongwen::to_string(value, written); }, document->value));
  });
}

gongwen_status gongwen_document_chunks(gongwen_owned_string* out, gongwen_document const* document, uint32_t max_chars,
                                       gongwen_write_options const* options, gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    prepare(out, document, no_string);
    gongwen::WriteOptions const written = write_options(known(options), document->source);
    give(*out, gongwen::to_string(chunks_of(*document, max_chars), written));
  });
}

gongwen_status gongwen_compare(gongwen_owned_string* out, gongwen_document const* first, gongwen_document const* second,
                               gongwen_write_options const* options, gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    prepare(out, first, no_string);
    if (second == nullptr) throw Refused{GONGWEN_INVALID_ARGUMENT, "the second document is NULL"};
    gongwen::WriteOptions const written = write_options(known(options), "");
    give(*out, gongwen::to_string(gongwen::compare(facts_of(*first), facts_of(*second)), written));
  });
}

void gongwen_owned_string_free(gongwen_owned_string* string) {
  if (string == nullptr) return;
  std::free(string->data);
  *string = {nullptr, 0};
}

}  // extern "C"
