#!/usr/bin/env bash
# conan.sh BUILD: runs the recipe of packaging/conan, with its test package, in a home of Conan of its own. What the library
# needs is the system's, behind packages of tests/conan, so that no server is asked. It compiles the library once more (not
# optimised), so tests/run.sh does not call it; a release does.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
out=$(realpath "$1")/conan
mkdir -p "$out"
if [ ! -x "$out/env/bin/conan" ]; then
  { python3 -m venv --clear "$out/env" && "$out/env/bin/pip" install --quiet --disable-pip-version-check 'conan==2.*'; } ||
    { echo "pip could not get conan"; exit 77; }
fi
export CONAN_HOME=$out/home
rm -rf "$CONAN_HOME"
conan() { "$out/env/bin/conan" "$@"; }
conan profile detect >/dev/null
conan remote disable '*' >/dev/null

header() { find /usr/include /usr/local/include -path "*/$1" 2>/dev/null | head -n 1; }
icu=$(sed -n 's/^#define U_ICU_VERSION "\([0-9.]*\)".*/\1/p' "$(header unicode/uvernum.h)")
fmt=$(sed -n 's/^#define FMT_VERSION \([0-9]*\).*/\1/p' "$(header fmt/core.h)")
boost=$(sed -n 's/^#define BOOST_VERSION \([0-9]*\).*/\1/p' "$(header boost/version.hpp)")
conan export "$root/tests/conan/system.py" --name icu --version "$icu"
conan export "$root/tests/conan/system.py" --name fmt --version "$((fmt / 10000)).$((fmt / 100 % 100)).$((fmt % 100))"
conan export "$root/tests/conan/system.py" --name boost --version "$((boost / 100000)).$((boost / 100 % 1000)).$((boost % 100))"
rm -rf "$out/test_package" && cp -r "$root/packaging/conan/test_package" "$out"  # it builds where it lies
conan create "$root/packaging/conan" --test-folder "$out/test_package" --build=missing --no-remote -s build_type=Debug -s compiler.cppstd=20 \
  -c tools.build:jobs="${GONGWEN_JOBS:-$(nproc)}"
conan list 'gongwen/*:*' --format=compact
echo "1 passed, 0 failed"
