#!/usr/bin/env bash
# single_header.sh BUILD: the library in one header, made by its target, alone in a folder, and a program against it,
# which finds what the program gongwen finds.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
cmake --build "$build" --target gongwen_single_header
out=$build/single
! grep -nE '^ *# *include *["<]gongwen' "$out/gongwen.hpp" || { echo "the header includes another of the library"; exit 1; }

cat >"$out/main.cpp" <<'END'
#include <gongwen.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
int main(int, char** arguments) {
  std::ifstream in(arguments[1], std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(in), {}};
  gongwen::WriteOptions options;
  options.source = arguments[1];
  std::cout << gongwen::to_string(gongwen::parse(bytes) | gongwen::segment() | gongwen::extract() | gongwen::check(), options);
}
END
cd "$out"
$(command -v ccache || true) c++ -std=c++20 -O0 -Wall -Wextra -I. -c main.cpp -o main.o
boost=$(ls /usr/lib/*/libboost_regex.so 2>/dev/null | head -n 1 || true)  # Boost before 1.76 has a library of it
c++ main.o -o program -licuuc -licui18n -licudata -lfmt $boost
sample=$root/examples/data/jiangping.txt
cmp <(./program "$sample") <("$build/bin/gongwen" check --format jsonl "$sample")
echo "$(wc -l <gongwen.hpp) lines, and the records of the program"
