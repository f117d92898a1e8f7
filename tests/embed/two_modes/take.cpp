// The other half: receives it. Built in another mode than give.cpp, the types differ and the program must not link.
#include <cstdio>
#include <gongwen/gongwen.hpp>

void take(gongwen::Records const& records) { std::printf("%zu\n", records.quantities().size()); }
