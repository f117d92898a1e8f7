// Compiles the chunker and its writer once.
#ifdef GONGWEN_HEADER_ONLY
#error "src/*.cpp belong to the compiled build; with GONGWEN_HEADER_ONLY the headers are all there is"
#endif
#include <gongwen/detail/segment/chunks.hpp>
#include <gongwen/detail/write/chunks.hpp>
