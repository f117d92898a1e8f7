// Compiles the writers once, CSV among them.
#ifdef GONGWEN_HEADER_ONLY
#error "src/*.cpp belong to the compiled build; with GONGWEN_HEADER_ONLY the headers are all there is"
#endif
#include <gongwen/detail/write/write.hpp>
