// overhead FILE ROUNDS: what the library takes for a document in C++: "read", all stages, and "jsonl", these and the text of
// every record. Prints a name and the milliseconds of processor time of the fastest round; overhead.py compares.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <iterator>
#include <string>

namespace {

template <class Work>
void fastest(char const* name, int rounds, Work const& work) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    std::clock_t const begin = std::clock();
    work();
    best = std::min(best, 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::printf("%s %.4f\n", name, best);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  int const rounds = std::atoi(argv[2]);
  auto const read = [&] { return gongwen::parse(bytes) | gongwen::segment() | gongwen::extract() | gongwen::check(); };
  std::size_t size = 0;  // of what was made, so that it is
  fastest("read", rounds, [&] {
    gongwen::Findings const found = read();
    size += found.findings().size();
  });
  fastest("jsonl", rounds, [&] { size += gongwen::to_string(read()).size(); });
  return size != 0 ? 0 : 1;
}
