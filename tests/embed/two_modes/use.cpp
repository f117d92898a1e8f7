// The other half: uses what is returned. Built in another mode than make.cpp, the program must not link.
#include <cstdio>
#include <gongwen/gongwen.hpp>

gongwen::Records make();

int main() {
  auto const records = make();
  std::printf("%zu\n", records.quantities().size());
}
