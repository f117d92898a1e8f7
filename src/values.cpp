// Compiles the members of values once.
#ifdef GONGWEN_HEADER_ONLY
#error "src/*.cpp belong to the compiled build; with GONGWEN_HEADER_ONLY the headers are all there is"
#endif
#include <gongwen/detail/date.hpp>
#include <gongwen/detail/records.hpp>
#include <gongwen/detail/text.hpp>
