#!/usr/bin/env bash
# tests/run.sh [PART…]: everything there is to test, or the parts named: core, bindings, servers, browser, fuzz.
# Installs what is missing (Debian), builds under build/, and ends with "N passed, M failed".
#
#   GONGWEN_SHARED   a folder with texts and known answers; default ../shared where that is there
#   GONGWEN_JOBS     how many compilers at once; default all cores
#   GONGWEN_VERBOSE  1: print also what succeeded said
set -uo pipefail
source "$(dirname "$0")/tools/report.sh"
cd "$root"
if [ -z "${GONGWEN_SHARED:-}" ] && [ -d "$root/../shared" ]; then
  GONGWEN_SHARED=$(cd "$root/../shared" && pwd)
  export GONGWEN_SHARED
fi
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(core bindings servers browser fuzz)
setup build test || exit 1

configure() { setup_configure "$@" -DGONGWEN_WERROR=ON; }
compile() {  # PRESET [PATTERN…]: all targets, or those that match; none is no error
  local preset=$1 pattern known names=()
  shift
  if [ $# -gt 0 ]; then
    known=$(cmake --build "build/$preset" --target help | grep -oE '\bgongwen_[a-z0-9_]+' | sort -u)
    for pattern in "$@"; do names+=($(grep -xE "$pattern" <<<"$known")); done
    [ ${#names[@]} -gt 0 ] || { echo "nothing to build yet: $*"; return 77; }
  fi
  cmake --build "build/$preset" -j "$jobs" "${names[@]/#/--target=}"
}
tests() {  # PRESET CTEST-OPTION…: ctest, with the closing line that check reads
  local preset=$1 said code=0 all failed skipped
  shift
  said=$(ctest --test-dir "build/$preset" --output-on-failure -j "$jobs" "$@" 2>&1) || code=$?
  echo "$said"
  all=$(grep -cE '^ *[0-9]+/[0-9]+ Test +#' <<<"$said")
  skipped=$(grep -cE '^ *[0-9]+/[0-9]+ Test +#.*\*\*\*Skipped' <<<"$said")
  failed=$(sed -n 's/.*tests passed, \([0-9]*\) tests* failed out of.*/\1/p' <<<"$said")
  [ "$all" -gt 0 ] || { echo "no tests yet"; return 77; }
  echo "$((all - failed - skipped)) passed, $failed failed, $skipped skipped"
  return $code
}
corpus() {  # PRESET: no text may fail, and neither threads nor the locale change a byte
  local texts=${GONGWEN_SHARED:-}/corpus/texts program=build/$1/bin/gongwen out=build/$1/corpus
  [ -d "$texts" ] || { echo "no corpus: GONGWEN_SHARED is not set, or has no corpus/texts"; return 77; }
  rm -rf "$out" && mkdir -p "$out/one" "$out/eight"
  LC_ALL=C "$program" check --format jsonl --jobs 1 --output "$out/one" "$texts"/*.txt &&
    LC_ALL=C.UTF-8 "$program" check --format jsonl --jobs 8 --output "$out/eight" "$texts"/*.txt || return 1
  [ "$(find "$out/one" -type f | wc -l)" -eq "$(find "$texts" -name '*.txt' | wc -l)" ] || { echo "not every text has its output"; return 1; }
  diff -rq "$out/one" "$out/eight"
}
threads() {  # what is about threads, in units, in C, and in the program
  local run=() samples=()
  # Without address-space randomisation where that is allowed: the sanitizer wants its own map of memory.
  ! setarch -R true 2>/dev/null || run=(setarch -R)
  for _ in 1 2 3 4; do samples+=(examples/data/*.txt); done
  "${run[@]}" build/tsan/tests/gongwen_threads && "${run[@]}" build/tsan/tests/gongwen_capi_threads &&
    "${run[@]}" build/tsan/bin/gongwen check --jobs 4 "${samples[@]}" >/dev/null
}

core() {
  check "release: configure" configure release
  check "release: build" compile release
  check "release: tests" tests release -L core
  check "embed" tests/embed/run.sh build/release
  check "checks" tests/tools/checks.sh build/release
  check "corpus" corpus release
  beside "detect" tests/detect/run.sh build/release/tests/gongwen_detect
  beside "planted faults" python3 tests/tools/planted_faults.py build/release/bin/gongwen tests/planted.txt
  beside "gold" tests/tools/gold.sh build/release/bin/gongwen
  beside "readme" python3 tests/tools/readme.py build/release/bin/gongwen
  together
  check "dev: configure" configure dev
  check "dev: build" compile dev  # all of it: clang has no warning either
  check "dev: tests" tests dev -L 'core|capi' -E 'header_only|hostile_steps'
  check "dev: corpus" corpus dev
  check "tsan: configure" configure tsan
  check "tsan: build" compile tsan gongwen_threads gongwen_cli gongwen_capi_threads
  check "tsan: threads" threads
}
bindings() {
  check "bindings: configure" configure release
  check "bindings: build" compile release
  check "bindings: Go" tests/tools/go.sh build/release "$root/build/release/capi/libgongwen_c.so"  # first: Python's tests use the Go it finds
  beside "bindings: Python" tests/tools/python.sh build/release "$root/build/release/capi/libgongwen_c.so"
  beside "bindings: single header" tests/tools/single_header.sh build/release
  beside "bindings: C, under valgrind" tests/tools/valgrind.sh build/release
  beside "bindings: C, as it was" tests/tools/abi.sh build/release
  beside "bindings: C" tests release -L capi
  beside "bindings: man page, completions, recipes" tests/tools/packaging.py build/release/bin/gongwen
  together
}
servers() {
  setup servers || { check "servers: setup" false; return; }
  check "servers: configure" configure release
  check "servers: build" compile release gongwen_c
  local run=(tests/tools/servers.sh build/release build/release/capi/libgongwen_c.so) name
  check "servers: package" "${run[@]}"
  for name in spark duckdb postgres; do beside "servers: $name" "${run[@]}" "$name"; done
  together
}
browser() {
  setup browser  # without it the test says what is missing, and is skipped
  check "browser: configure" configure release
  check "browser: build" compile release gongwen_cli
  check "browser: review" tests/tools/browser.sh build/release
}
fuzz() {
  check "fuzz: configure" configure dev
  check "fuzz: build" compile dev 'gongwen_fuzz_.*'
  local target
  for target in build/dev/tests/gongwen_fuzz_*; do
    [ -x "$target" ] || continue
    beside "fuzz: $(basename "$target"), ${GONGWEN_FUZZ_SECONDS:-30} s" fuzz_one "$(realpath "$target")"
  done
  together
}
fuzz_one() {
  local name found
  name=$(basename "$1")
  name=${name#gongwen_fuzz_}
  found=build/dev/found/$name
  mkdir -p "$found/corpus" "$found/crashes"
  local seeds=()
  for folder in "tests/fuzz/corpus/$name" examples/data; do [ ! -d "$folder" ] || seeds+=("$folder"); done
  local dictionary=()
  [ ! -e "tests/fuzz/$name.dict" ] || dictionary=(-dict="tests/fuzz/$name.dict")
  "$1" -max_total_time="${GONGWEN_FUZZ_SECONDS:-30}" -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="$found/crashes/" "${dictionary[@]}" "$found/corpus" "${seeds[@]}"
}

begin=$SECONDS
for part in "${parts[@]}"; do
  case $part in
    core | bindings | servers | browser | fuzz) ;;
    *)
      echo "run.sh: no part is called $part; there are core, bindings, servers, browser, fuzz" >&2
      exit 2
      ;;
  esac
  echo "== $part"
  part_begin=$SECONDS
  $part
  echo "== $part: $((SECONDS - part_begin)) s"
done
echo "all: $((SECONDS - begin)) s"
report
