#!/usr/bin/env bash
# python.sh BUILD LIBRARY: builds the Python package, installs it into an environment of its own and runs tests/python
# with it. What it needs from outside (cffi, setuptools) is fetched once, into the build folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
export GONGWEN_LIBRARY=$2 PYTHONDONTWRITEBYTECODE=1
compgen -G "$root/tests/python/test_*.py" >/dev/null || { echo "no tests yet"; exit 77; }

environment=$root/build/python
python=$environment/bin/python
if ! "$python" -c 'import cffi, setuptools, wheel' 2>/dev/null; then
  python3 -m venv --clear "$environment" || { echo "python3 cannot make an environment (python3-venv)"; exit 77; }
  "$python" -m pip install --quiet --disable-pip-version-check cffi setuptools wheel ||
    { echo "pip could not get cffi"; exit 77; }
fi

# The readers of Arrow tables; where they can't be had, their tests are skipped.
"$python" -c 'import pyarrow, polars, pandas, duckdb' 2>/dev/null ||
  "$python" -m pip install --quiet --disable-pip-version-check pyarrow polars pandas duckdb ||
  echo "pip could not get pyarrow, polars, pandas and duckdb"

# From a copy: a build of setuptools leaves its folders beside the sources.
copy=$build/python
rm -rf "$copy" && mkdir -p "$copy/capi" "$copy/include/gongwen"
cp -r "$root/capi/python" "$root/capi/include" "$copy/capi/"
cp "$root/include/gongwen/config.hpp" "$copy/include/gongwen/"
"$python" -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --force-reinstall "$copy/capi/python"
cd "$root"
"$python" -m unittest discover tests/python
