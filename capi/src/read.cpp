// read.cpp: from bytes to a document, by the stages that were asked for.
#include <memory>

#include "guard.hpp"
#include "handle.hpp"
#include "plan.hpp"

namespace gongwen::c {

namespace {

Value run(Plan const& plan, std::string_view bytes) {
  Text text = gongwen::parse(bytes, plan.parse);
  if (plan.stage == GONGWEN_STAGE_PARSE) return text;
  Outline outline = gongwen::segment(std::move(text), plan.segment);
  if (plan.stage == GONGWEN_STAGE_SEGMENT) return outline;
  Records records = gongwen::extract(std::move(outline), plan.extract);
  if (plan.stage == GONGWEN_STAGE_EXTRACT) return records;
  return gongwen::check(std::move(records), plan.check);
}

}  // namespace

}  // namespace gongwen::c

extern "C" {

gongwen_status gongwen_read(gongwen_document** out, void const* bytes, size_t size, gongwen_options const* options,
                            gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    prepare(out);
    if (bytes == nullptr && size != 0) {
      throw Refused{GONGWEN_INVALID_ARGUMENT, "bytes is NULL and size is not 0"};
    }
    gongwen_options const given = known(options);
    Plan const plan(given);
    std::string_view const input = size != 0 ? std::string_view(static_cast<char const*>(bytes), size) : "";
    auto document = std::make_unique<gongwen_document>(run(plan, input), given.source != nullptr ? given.source : "");
    fill(*document, plan.offsets);
    *out = document.release();
  });
}

gongwen_document* gongwen_document_retain(gongwen_document* document) { return gongwen::c::retain(document); }
void gongwen_document_free(gongwen_document* document) { gongwen::c::release(document); }

}  // extern "C"
