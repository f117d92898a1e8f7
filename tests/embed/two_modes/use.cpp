// The other half: uses what is returned. Built in another mode than make.cpp, the program must not link.
#include <cstdio>
#include <gongwen/parse.hpp>

gongwen::Text make();

int main() {
  auto const text = make();
  std::printf("%zu\n", text.view().size());
}
