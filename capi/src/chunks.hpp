// chunks.hpp: a document cut into chunks, for both ways of handing them out.
#pragma once

#include <gongwen/chunk.hpp>

#include "guard.hpp"
#include "handle.hpp"

namespace gongwen::c {

/// @param max_chars  0: the default
inline Chunks chunks_of(gongwen_document const& document, std::uint32_t max_chars) {
  Outline const* const outline = outline_of(document.value);
  if (outline == nullptr) {
    throw Refused{GONGWEN_INVALID_ARGUMENT, "the document was only parsed; read it to the stage segment or further"};
  }
  ChunkOptions size;
  if (max_chars != 0) size.max_chars = max_chars;
  return chunks(*outline, size);
}

}  // namespace gongwen::c
