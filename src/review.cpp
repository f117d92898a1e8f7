// Compiles the sheet for the meeting once.
#ifdef GONGWEN_HEADER_ONLY
#error "src/*.cpp belong to the compiled build; with GONGWEN_HEADER_ONLY the headers are all there is"
#endif
#include <gongwen/detail/review/review.hpp>
