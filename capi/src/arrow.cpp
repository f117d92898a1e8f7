// arrow.cpp: the records of a document as a stream of Arrow batches.
#include <gongwen/arrow.hpp>
#include <memory>

#include "chunks.hpp"
#include "guard.hpp"
#include "handle.hpp"
#include "write.hpp"

namespace {

constexpr char const* no_stream = "the out-parameter is NULL; pass the address of a stream";

}  // namespace

extern "C" {

gongwen_status gongwen_document_arrow(ArrowArrayStream* out, gongwen_document const* document, gongwen_record_type type,
                                      gongwen_write_options const* options, gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    prepare(out, document, no_stream);
    auto const wanted = static_cast<gongwen::RecordType>(checked(type, GONGWEN_RECORD_TYPE_FINDING));
    gongwen::WriteOptions const written = write_options(known(options), document->source);
    // The stream is an owner of the handle, and reads its value where it lies.
    std::shared_ptr<gongwen_document const> const owner(
        retain(const_cast<gongwen_document*>(document)),
        [](gongwen_document const* last) { release(const_cast<gongwen_document*>(last)); });
    std::visit(
        [&]<class Stage>(Stage const& value) {
          gongwen::write_arrow(std::shared_ptr<Stage const>(owner, &value), wanted, written, *out);
        },
        document->value);
  });
}

gongwen_status gongwen_document_chunks_arrow(ArrowArrayStream* out, gongwen_document const* document,
                                             uint32_t max_chars, gongwen_write_options const* options,
                                             gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    prepare(out, document, no_stream);
    gongwen::WriteOptions const written = write_options(known(options), document->source);
    gongwen::write_arrow(chunks_of(*document, max_chars), written, *out);
  });
}

}  // extern "C"
