// text.cpp: the original, the repaired text, and offsets into the first.
#include <vector>

#include "convert.hpp"
#include "guard.hpp"
#include "handle.hpp"

extern "C" {

gongwen_string gongwen_document_original(gongwen_document const* document) {
  if (document == nullptr) return {nullptr, 0};
  gongwen::Text const& text = gongwen::c::text_of(document->value);
  return gongwen::c::borrowed(text.original());
}

gongwen_string gongwen_document_text(gongwen_document const* document) {
  if (document == nullptr) return {nullptr, 0};
  gongwen::Text const& text = gongwen::c::text_of(document->value);
  return gongwen::c::borrowed(text.view());
}

gongwen_status gongwen_document_convert(gongwen_document const* document, gongwen_offset_unit from,
                                        gongwen_offset_unit to, uint64_t* offsets, size_t count, gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    if (document == nullptr) throw Refused{GONGWEN_INVALID_ARGUMENT, "document is NULL"};
    if (offsets == nullptr && count != 0) throw Refused{GONGWEN_INVALID_ARGUMENT, "offsets is NULL and count is not 0"};
    auto const unit = [](gongwen_offset_unit given) {
      if (given < GONGWEN_OFFSET_UNIT_NONE || given > GONGWEN_OFFSET_UNIT_UTF16) {
        throw Refused{GONGWEN_INVALID_ARGUMENT, "no such unit of offsets"};
      }
      return given == GONGWEN_OFFSET_UNIT_NONE ? GONGWEN_OFFSET_UNIT_UTF8 : given;
    };
    gongwen::Text const& text = text_of(document->value);
    Offsets const source(text.original(), unit(from));
    Offsets const target(text.original(), unit(to));
    for (size_t i = 0; i < count; ++i) offsets[i] = target.from_utf8(source.to_utf8(offsets[i]));
  });
}

}  // extern "C"
