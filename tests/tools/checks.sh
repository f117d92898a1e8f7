#!/usr/bin/env bash
# checks.sh [BUILD] [CHECK…]: rules of the source that no test can see. BUILD is a finished release build.
set -uo pipefail
source "$(dirname "$0")/report.sh"
cd "$root"
build=${1:-build/release}
shift || true

sources() {  # what people write by hand, C and C++
  find include src capi examples tests -name build -prune -o \
    \( -name '*.hpp' -o -name '*.cpp' -o -name '*.h' -o -name '*.c' \) ! -name tables.hpp ! -name assets.hpp -print | sort
}

literals() { sources | grep -E '^(include|capi/src|capi/include)/|^src/[^/]*\.cpp$' | xargs python3 tests/tools/ascii_literals.py; }
literals_fail() {  # the check itself can fail, and only where it should
  local bad=$report_logs/bad.cpp
  cat >"$bad" <<'END'
// 注释 "x" it's
char const* plain = "x"; char quote = '"'; int thousand = 1'000;
auto words = "亿元";  /* "元" */
auto raw = R"(亿)";
END
  [ "$(python3 tests/tools/ascii_literals.py "$bad" | sed 's/.*cpp:\([0-9]*\):.*/\1/' | xargs)" = "3 4" ]
}
include_order() { python3 tests/tools/include_order.py; }
include_order_fails() {  # it can: a header that is needed while it is being read
  local bad=$report_logs/include
  mkdir -p "$bad/gongwen"
  printf '#pragma once\n#include "b.hpp"\nstruct A {};\n' >"$bad/gongwen/a.hpp"
  printf '#pragma once\n#include "a.hpp"\nstruct B : A {};\n' >"$bad/gongwen/b.hpp"
  [ "$(python3 tests/tools/include_order.py "$bad" | cut -d, -f1 | xargs)" = "a.hpp first: b.hpp needs a.hpp b.hpp first: a.hpp needs b.hpp" ]
}
tables() {
  [ -e src/lexicon/generate.cpp ] || { echo "there is no generator"; return 77; }
  cmake --build "$build" --target gongwen_generate -j "$jobs" && "$build/gongwen_generate" src/lexicon "$build/tables.hpp" &&
    cmp "$build/tables.hpp" include/gongwen/detail/tables.hpp && return
  echo "include/gongwen/detail/tables.hpp is not what src/lexicon says: cmake --build $build --target gongwen_tables"
  return 1
}
page() {
  [ -e src/review/generate.cpp ] || { echo "there is no generator"; return 77; }
  cmake --build "$build" --target gongwen_generate_page -j "$jobs" && "$build/gongwen_generate_page" src/review "$build/assets.hpp" &&
    cmp "$build/assets.hpp" include/gongwen/detail/review/assets.hpp && return
  echo "include/gongwen/detail/review/assets.hpp is not what src/review says: cmake --build $build --target gongwen_page"
  return 1
}
radicals() { python3 tests/tools/radicals.py; }
format() {
  local wrong
  wrong=$(sources | while read -r file; do clang-format "$file" | cmp -s - "$file" || echo "$file"; done)
  [ -z "$wrong" ] || { echo "not as .clang-format has it; this mends it:"; echo clang-format -i $wrong; return 1; }
}
tidied() {  # FILE FOLDER: the file, and what it includes of FOLDER/gongwen
  clang-tidy --quiet --config-file="$PWD/.clang-tidy" --warnings-as-errors="*" "$1" -- -std=c++20 -I"$2" \
    2> >(grep -v "warnings generated" >&2)
}
tidy() {  # all sources as one: each would have every header checked again
  find src -maxdepth 1 -name '*.cpp' | sort | xargs cat >"$report_logs/all.cpp"
  tidied "$report_logs/all.cpp" "$PWD/include"
}
tidy_fails() {  # it can, in a header
  local bad=$report_logs/tidy said
  mkdir -p "$bad/include/gongwen"
  echo 'typedef int Bad;' >"$bad/include/gongwen/bad.hpp"
  echo '#include <gongwen/bad.hpp>' >"$bad/bad.cpp"
  said=$(tidied "$bad/bad.cpp" "$bad/include") && return 1
  grep -q 'modernize-use-using' <<<"$said"
}
library_symbols() {  # a library does not end the process, print, or work before main
  local library=$build/libgongwen.a said
  said=$(nm -A "$library" | grep -E ' U (abort|exit|_exit|quick_exit|printf|puts|putchar|fprintf|fputs|stdout|stderr|_ZSt4cout|_ZSt4cerr|_ZSt4clog|__assert_fail)$|_GLOBAL__sub_I')
  [ -z "$said" ] || { echo "$said"; return 1; }
}
c_exports() {
  local library=$build/capi/libgongwen_c.so said
  [ -e "$library" ] || { echo "libgongwen_c is not built"; return 77; }
  said=$(nm -D --defined-only "$library" | awk '{ print $NF }' | grep -Ev '^gongwen_|^GONGWEN_[0-9]+(@@.*)?$')
  [ -z "$said" ] || { echo "exported beside gongwen_*:"; echo "$said"; return 1; }
  said=$(diff <(nm -D --defined-only "$library" | awk '$2 == "T" { print $NF }' | sed 's/@.*//' | sort) \
    <(sed -n 's/^GONGWEN_API.* \**\(gongwen_[a-z0-9_]*\)(.*/\1/p' capi/include/gongwen.h | sort)) ||
    { echo "exports (<) and declarations (>) differ:"; echo "$said"; return 1; }
}
c_header() { ${CC:-cc} -std=c99 -pedantic -Wall -Wextra -Werror -fsyntax-only -x c capi/include/gongwen.h; }
long_files() {  # a report, no rule
  sources | xargs wc -l | awk '$2 != "total" && $1 > 600 { print "longer than 600 lines: " $2 " (" $1 ")" }'
}
scripts() { find tests examples .ci -name build -prune -o \( -name '*.sh' -o -path .ci/run \) -print | xargs -n 1 bash -n; }

names=("$@")
[ ${#names[@]} -gt 0 ] || names=(tidy format tidy_fails literals literals_fail include_order include_order_fails tables page radicals library_symbols c_exports c_header scripts)
for name in "${names[@]}"; do
  case $name in
    tidy | format) beside "$name" "$name" ;;  # the two that take long
    *) check "$name" "$name" ;;
  esac
done
together
long_files
report
