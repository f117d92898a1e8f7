// Compiles the fourth stage once.
#ifdef GONGWEN_HEADER_ONLY
#error "src/*.cpp belong to the compiled build; with GONGWEN_HEADER_ONLY the headers are all there is"
#endif
#include <gongwen/detail/check/check.hpp>
#include <gongwen/detail/check/compare.hpp>
#include <gongwen/detail/write/comparison.hpp>
