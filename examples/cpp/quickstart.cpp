// The pipeline in C++: reads a file and prints its indicators, one a line: name, area, value, unit.
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <iostream>
#include <iterator>
#include <string>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: quickstart FILE\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  if (!in) {
    std::cerr << "cannot read " << argv[1] << "\n";
    return 1;
  }
  std::string const bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  auto const records = gongwen::parse(bytes) | gongwen::segment() | gongwen::extract();
  for (gongwen::Indicator const& i : records.indicators()) {
    std::cout << i.name << '\t' << i.area << '\t' << (i.value ? i.value->to_string() : "") << '\t' << i.unit << '\n';
  }
  return 0;
}
