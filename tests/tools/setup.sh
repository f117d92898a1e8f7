# setup.sh: what the scripts share. Sourced, never run; sets `root` and leaves the shell's options alone.
#
#   setup build        what it takes to build the library and its program
#   setup build test   and what the tests need
#   setup servers      what the part `servers` runs
#   setup browser      what the part `browser` runs
#
# Installs what is missing and nothing else, so that a second call takes no time. Without root it prints the one line
# that is missing and returns 1.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
jobs=${GONGWEN_JOBS:-$(nproc 2>/dev/null || echo 1)}

# package, and the sign that it is there: a command, a header, a module of Python, a library of clang's own
setup_build="
  g++              c++
  cmake            cmake
  make             make
  pkg-config       pkg-config
  libicu-dev       unicode/ucnv.h
  libfmt-dev       fmt/format.h
  libcli11-dev     CLI/CLI.hpp
  libflatbuffers-dev flatbuffers/flatbuffers.h
  libzip-dev       zip.h
  libpugixml-dev   pugixml.hpp
  libgumbo-dev     gumbo.h
  poppler-utils    pdftotext
"
setup_test="
  binutils             nm
  python3              python3
  python3-venv         python3:ensurepip
  doctest-dev          doctest/doctest.h
  librapidcheck-dev    rapidcheck.h
  libbenchmark-dev     benchmark/benchmark.h
  nlohmann-json3-dev   nlohmann/json.hpp
  clang                clang++
  libclang-rt-14-dev   clang++:libclang_rt.fuzzer-$(uname -m).a
  clang-format         clang-format
  clang-tidy           clang-tidy
  abigail-tools        abidw
  unicode-data         /usr/share/unicode/EquivalentUnifiedIdeograph.txt
  ccache               ccache
  valgrind             valgrind
"

setup_servers="
  default-jre-headless  java
  postgresql            /usr/lib/postgresql/*/bin/postgres
"

setup_browser="
  chromium          chromium
  nodejs            node
  npm               npm
  fonts-noto-cjk    /usr/share/fonts/opentype/noto/NotoSansCJK-*.ttc
"

setup_there() {
  case $1 in
    python3:*) python3 -c "import ${1#*:}" 2>/dev/null ;;
    clang++:*) [ -e "$(clang++ -print-resource-dir 2>/dev/null)/lib/linux/${1#*:}" ] ;;
    /*) compgen -G "$1" >/dev/null ;;
    *.h | *.hpp) setup_header "$1" >/dev/null ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

setup_header() {  # where a header is
  local folder
  for folder in /usr/include "/usr/include/$(uname -m)-linux-gnu" /usr/local/include; do
    [ -e "$folder/$1" ] && echo "$folder/$1" && return
  done
  return 1
}

# Boost: one that is there is used from 1.74 on, and before 1.76 its library of regular expressions with it.
setup_boost() {
  local header version=0
  header=$(setup_header boost/version.hpp) &&
    version=$(sed -n 's/^#define BOOST_VERSION \([0-9]*\).*/\1/p' "$header")
  if [ "$version" -ge 107600 ]; then
    return
  elif [ "$version" -ge 107400 ]; then
    [ -e "/usr/lib/$(uname -m)-linux-gnu/libboost_regex.so" ] || [ -e /usr/local/lib/libboost_regex.so ] ||
      echo "libboost-regex1.$((version / 100 % 1000))-dev"
  elif [ "$version" -eq 0 ]; then
    echo libboost1.81-dev
  else
    echo "gongwen: the Boost in $header is older than 1.74; a newer one has to take its place" >&2
  fi
}

setup() {
  local part list package sign missing=()
  for part in "$@"; do
    list=setup_$part
    while read -r package sign; do
      [ -z "$package" ] || setup_there "$sign" || missing+=("$package")
    done <<<"${!list}"
    [ "$part" != build ] || missing+=($(setup_boost))
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local install="apt-get install --yes --no-remove --no-install-recommends ${missing[*]}"
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "gongwen: please install what these packages of Debian hold: ${missing[*]}" >&2
    return 1
  elif [ "$(id -u)" -ne 0 ]; then
    echo "gongwen: packages are missing. Run this line, then the script again:" >&2
    echo "  sudo sh -c 'apt-get update && $install'" >&2
    return 1
  fi
  echo "Installing ${missing[*]} …" >&2
  local log
  log=$(mktemp)
  if { apt-get update -qq || true; DEBIAN_FRONTEND=noninteractive $install; } >"$log" 2>&1 </dev/null; then
    rm -f "$log"
  else
    tail -n 20 "$log" >&2
    echo "gongwen: that did not work: $install (all of it is in $log)" >&2
    return 1
  fi
}

# cmake --preset, with ccache where it is there. setup_configure PRESET [OPTION…]
setup_configure() {
  local launcher=()
  command -v ccache >/dev/null 2>&1 &&
    launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache)
  (cd "$root" && cmake --preset "$@" "${launcher[@]}")
}
