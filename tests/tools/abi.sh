#!/usr/bin/env bash
# abi.sh BUILD [--write]: compares the C interface with capi/abi/gongwen_c-1.abi (Debian's abigail-tools), and shows that the
# comparison can fail. New functions pass; whatever else differs is refused. A field at the end of a row, or a new enumerator,
# is allowed by gongwen.h: --write then writes the file anew, whose diff shows that nothing else has changed.
#
# What is compared is a library of capi/src alone, with debug information: the symbols and types of the interface are all in
# it, and what it calls is not.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
mkdir -p "$1/abi"
out=$(realpath "$1/abi")
file=$root/capi/abi/gongwen_c-1.abi
for tool in abidw abidiff; do
  command -v "$tool" >/dev/null || { echo "there is no $tool; Debian has it in abigail-tools"; exit 77; }
done

launcher=$(command -v ccache || true)
cd "$root"
for source in capi/src/*.cpp; do
  object=$out/$(basename "$source" .cpp).o
  echo "$source" "$object"
done | xargs -n 2 -P "${GONGWEN_JOBS:-$(nproc)}" sh -c \
  "$launcher c++ -std=c++20 -g -O0 -fPIC -fvisibility=hidden -DGONGWEN_C_BUILD -Icapi/include -Iinclude -c \"\$0\" -o \"\$1\""
c++ -shared -nostdlib -Wl,-soname,libgongwen_c.so.1 -Wl,--version-script=capi/exports.map -o "$out/libgongwen_c.so.1" "$out"/*.o

describe() { abidw --exported-interfaces-only --headers-dir capi/include --drop-private-types --no-corpus-path --no-comp-dir-path --no-show-locs \
  --type-id-style hash "$1"; }
if [ "${2:-}" = --write ]; then
  describe "$out/libgongwen_c.so.1" >"$file"
  echo "$file: $(grep -c '<elf-symbol ' "$file") symbols"
  exit
fi

compare() {  # BEFORE: 0 where the library can run what was built against BEFORE
  abidiff --no-added-syms "$1" "$out/now.abi"
}
describe "$out/libgongwen_c.so.1" >"$out/now.abi"
passed=0 failed=0
expect() {  # ANSWER NAME FILE
  local said code=0
  said=$(compare "$3") || code=$?
  local answer="not compared"
  [ "$code" -lt 4 ] || answer=refused
  [ "$code" -ne 0 ] || answer=kept
  if [ "$1" = "$answer" ]; then
    ((++passed))
  else
    ((++failed))
    echo "$2 should be $1, and abidiff ends with $code"
    echo "$said"
  fi
}
expect kept "the interface of capi/abi" "$file"
python3 tests/tools/abi_changes.py "$out/now.abi" "$out"
for change in field_removed field_moved function_removed enumerator_changed value_grown row_grown; do
  expect refused "$change" "$out/$change.abi"
done
expect kept function_added "$out/function_added.abi"

unversioned=$(nm -D --defined-only "$out/libgongwen_c.so.1" | awk '$2 == "T" && $3 !~ /@@GONGWEN_[0-9]+$/ { print $3 }')
[ -z "$unversioned" ] && ((++passed)) || { ((++failed)); echo "without a version: $unversioned"; }
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
