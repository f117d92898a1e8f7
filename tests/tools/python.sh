#!/usr/bin/env bash
# python.sh BUILD LIBRARY: builds the Python package, installs it into an environment of its own and runs tests/python
# with it. What it needs from outside (cffi, setuptools) is fetched once, into the build folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
GONGWEN_LIBRARY=$(realpath "$2")
export GONGWEN_LIBRARY PYTHONDONTWRITEBYTECODE=1
compgen -G "$root/tests/python/test_*.py" >/dev/null || { echo "no tests yet"; exit 77; }

source "$root/tests/tools/python_env.sh"
python_env || exit 77
python_has pyarrow polars pandas duckdb -- pyarrow polars pandas duckdb ||
  echo "pip could not get the readers of Arrow tables; their tests are skipped"
python_has mypy typing_extensions -- mypy || echo "pip could not get mypy; the types are not checked"
python_package "$build"
cd "$root"
"$python" -m unittest discover tests/python
