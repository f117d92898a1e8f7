// read.cpp: from bytes to a document, by the stages that were asked for.
#include <memory>

#include "guard.hpp"
#include "handle.hpp"
#include "plan.hpp"
#include "rich.hpp"

namespace gongwen::c {

namespace {

Value run(Plan const& plan, Text text) {
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
    auto rich = plan.plain ? std::nullopt : parse_rich(input, plan.parse);
    gongwen::Text text = rich ? std::move(rich->text) : gongwen::parse(input, plan.parse);
    auto document =
        std::make_unique<gongwen_document>(run(plan, std::move(text)), given.source != nullptr ? given.source : "");
    if (rich) document->places = std::move(rich->places);
    fill(*document, plan.offsets);
    *out = document.release();
  });
}

bool gongwen_reads_rich_files(void) { return gongwen::c::reads_rich_files(); }

bool gongwen_document_place(gongwen_place* out, gongwen_document const* document, uint64_t offset) {
  if (out == nullptr) return false;
  *out = {};
  if (document == nullptr) return false;
  gongwen::Place const* const place = gongwen::c::place_at(document->places, offset);
  if (place == nullptr) return false;
  *out = {place->offset, place->page,   place->paragraph, place->table,
          place->row,    place->column, place->note,      place->heading};
  return true;
}

gongwen_document* gongwen_document_retain(gongwen_document* document) { return gongwen::c::retain(document); }
void gongwen_document_free(gongwen_document* document) { gongwen::c::release(document); }

}  // extern "C"
