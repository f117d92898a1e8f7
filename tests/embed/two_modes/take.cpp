// The other half: receives it. Built in another mode than give.cpp, the types differ and the program must not link.
#include <cstdio>
#include <gongwen/parse.hpp>

void take(gongwen::Text const& text) { std::printf("%zu\n", text.view().size()); }
