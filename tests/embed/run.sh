#!/usr/bin/env bash
# embed/run.sh [BUILD]: builds small outside projects against an installed copy and the tree of gongwen, and runs them.
# BUILD is a finished release build (default build/release). What they write goes to BUILD/embed.
set -uo pipefail
source "$(dirname "$0")/../tools/report.sh"
here=$root/tests/embed
build=$(realpath "${1:-$root/build/release}")
out=$build/embed
CXX=${CXX:-c++} CC=${CC:-cc}
rm -rf "$out" && mkdir -p "$out/prefix"
launcher=()
if command -v ccache >/dev/null 2>&1; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi

installed() {  # installed somewhere, then moved: nothing in it may know where it was
  cmake --install "$build" --prefix "$out/before" && rm -rf "$out/prefix" && mv "$out/before" "$out/prefix" &&
    ! grep -rIl "$root" "$out/prefix"
}
project() {  # FOLDER [OPTION…]: configure and build; one compiler, since another project is built beside this one
  local name=$1
  shift
  cmake -S "$here/$name" -B "$out/$name" "${launcher[@]}" "$@" && cmake --build "$out/$name"
}
same() {  # PROGRAM…: all print what the first guest printed, that of find_package
  local program
  for program in "$@"; do
    "$program" | diff "$out/guest.jsonl" - || return
  done
}
prefix=-DCMAKE_PREFIX_PATH=$out/prefix
tree=-DGONGWEN=$root
include=$out/prefix/include

find_package() { project find_package "$prefix" && "$out/find_package/guest" >"$out/guest.jsonl"; }
find_package_c() { project find_package_c "$prefix" && "$out/find_package_c/guest"; }
readers() {  # the optional part of an installed copy; asked for where it was not built, CMake says so
  if [ -e "$(find "$out/prefix" -name gongwen-readers-targets.cmake)" ]; then
    project readers "$prefix" && "$out/readers/guest"
  else
    ! project readers "$prefix" 2>"$out/readers.log" && grep -q readers "$out/readers.log"
  fi
}
without_readers() {  # rich input switched off, or its libraries not there: the rest configures, and CMake says what is missing
  local log=$out/without_readers.log
  local options=(-S "$root" -DGONGWEN_BUILD_EXAMPLES=ON -DGONGWEN_BUILD_CAPI=ON)
  cmake "${options[@]}" -B "$out/without/off" -DGONGWEN_BUILD_READERS=OFF &&
    ! cmake --build "$out/without/off" --target help | grep gongwen_readers || return
  cmake "${options[@]}" -B "$out/without/missing" -DGONGWEN_BUILD_READERS=ON -DGONGWEN_gumbo_LIBRARY= >"$log" &&
    grep -q 'no readers of HTML, DOCX, OFD and PDF without libgumbo-dev' "$log" &&
    ! cmake --build "$out/without/missing" --target help | grep gongwen_readers
}
pkg_config() {
  local PKG_CONFIG_PATH
  export PKG_CONFIG_PATH
  PKG_CONFIG_PATH=$(dirname "$(find "$out/prefix" -name gongwen.pc)")
  mkdir -p "$out/pkg_config" && make -C "$here/pkg_config" OUT="$out/pkg_config" CXX="$CXX" CC="$CC" &&
    same "$out/pkg_config/guest" && LD_LIBRARY_PATH=$(pkg-config --variable=libdir gongwen-c) "$out/pkg_config/guest_c"
}
# As the parent wants it, who may ask for one large unit, or for a shared library.
large=(-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=0)
subdirectory() {
  project subdirectory "$tree" "${large[@]}" && same "$out/subdirectory/guest_gongwen" && "$out/subdirectory/guest_header_only"
}
fetch() { project fetch "$tree" "${large[@]}" -DBUILD_SHARED_LIBS=ON && same "$out/fetch/guest"; }
two_units() { project two_units "$prefix" && same "$out/two_units/guest"; }
vendored() {  # sources copied into another project, under a name of its own
  make -C "$root/examples/vendored" OUT="$out/vendored" CXX="$cached" CXXFLAGS=-O0 && "$out/vendored/report" || return
  if nm -C "$out/vendored/report" | grep 'gongwen::v[0-9]'; then
    echo "a symbol escaped the renamed namespace"
    return 1
  fi
}

cached=$CXX
if command -v ccache >/dev/null 2>&1; then cached="ccache $CXX"; fi
two_modes_object() {  # UNIT MODE
  local mode=()
  [ "$2" = compiled ] || mode=(-DGONGWEN_HEADER_ONLY)
  $cached -std=c++20 -I"$include" "${mode[@]}" -c "$here/two_modes/$1.cpp" -o "$out/two_modes/$1.$2.o"
}
two_modes_compile() {
  mkdir -p "$out/two_modes"
  printf '%s\n' {give,take,make,use}\ {compiled,header_only} |
    xargs -P "$jobs" -L 1 bash -c 'two_modes_object "$0" "$1" || exit 1'
}
two_modes_link() {  # UNIT MODE UNIT MODE: give with take, make with use
  (cd "$out/two_modes" && $CXX "$1.$2.o" "$3.$4.o" -o "$1-$2-$4" \
    $(PKG_CONFIG_PATH=$(dirname "$(find "$out/prefix" -name gongwen.pc)") pkg-config --libs gongwen))
}
two_modes_alone() { two_modes_link "$1" "$3" "$2" "$3" && "$out/two_modes/$1-$3-$3"; }
two_modes_mixed() {  # must fail, and for the right reason
  local said
  said=$(two_modes_link "$@" 2>&1) && { echo "$1 ($2) and $3 ($4) linked"; return 1; }
  grep -Eq 'undefined reference to .(take|make)' <<<"$said" || { echo "$said"; return 1; }
}

refuses() {  # FILE CASE: does not compile, and for the right reason; case 0 compiles
  local said
  if [ "$2" -eq 0 ]; then
    $CXX -std=c++20 -fsyntax-only -I"$include" -DBAD=0 "$1"
    return
  fi
  said=$($CXX -std=c++20 -fsyntax-only -I"$include" -DBAD="$2" "$1" 2>&1) && { echo "case $2 compiled"; return 1; }
  grep -Eq 'deleted|cannot convert|no (known|viable) conversion|conversion from .* requested' <<<"$said" ||
    { echo "case $2: $said"; return 1; }
}
refuses_all() { sed -n 's/.*BAD == \([0-9]*\).*/\1/p' "$1" | xargs -P "$jobs" -I{} bash -c 'refuses "$0" {} || exit 1' "$1"; }
public_header() {  # compiles by itself, twice included, and in compiled mode brings in nothing but the standard library
  local read=(-std=c++20 -I"$include" -x c++ -)
  local source
  source=$(printf '#include <gongwen/%s>\n#include <gongwen/%s>\n' "$1" "$1")
  $CXX -Wall -Wextra -Wpedantic -Wconversion -Werror -fsyntax-only "${read[@]}" <<<"$source" || return
  if $CXX -M "${read[@]}" <<<"$source" | grep -E '/(unicode|fmt|boost)/'; then
    echo "$1 includes what only detail/ may include"
    return 1
  fi
}
public_headers() { (cd "$root/include/gongwen" && ls ./*.hpp) | xargs -P "$jobs" -I{} bash -c 'public_header {} || exit 1'; }
export CXX cached here out include
export -f two_modes_object refuses public_header

check installed installed
check find_package find_package
# The longest first, so that none is left alone at the end.
for way in subdirectory two_units fetch vendored readers pkg_config without_readers find_package_c; do beside "$way" "$way"; done
for file in "$here"/must_not_compile/*.cpp; do
  beside "must_not_compile: $(basename "$file" .cpp)" refuses_all "$file"
done
beside "public headers: alone, and with nothing but the standard library" public_headers
beside "two_modes: each compiles" two_modes_compile
together
for pair in "give take" "make use"; do
  for mode in compiled header_only; do check "two_modes: $pair, $mode alone works" two_modes_alone $pair $mode; done
  read -r one other <<<"$pair"
  check "two_modes: $one compiled, $other header-only: does not link" two_modes_mixed $one compiled $other header_only
  check "two_modes: $one header-only, $other compiled: does not link" two_modes_mixed $one header_only $other compiled
done
report
