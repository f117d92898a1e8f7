#!/usr/bin/env bash
# servers.sh BUILD LIBRARY        makes the environment of Python, with the package of this tree
# servers.sh BUILD LIBRARY TEST…  runs tests/servers/test_TEST.py (duckdb, postgres, spark) in it
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
GONGWEN_LIBRARY=$(realpath "$2")
export GONGWEN_LIBRARY PYTHONDONTWRITEBYTECODE=1
shift 2
source "$root/tests/tools/python_env.sh"
if [ $# -eq 0 ]; then
  python_env
  python_has pyarrow pandas duckdb pyspark adbc_driver_postgresql -- pyarrow pandas duckdb pyspark==4.3.* adbc-driver-postgresql
  python_package "$build"
  exit
fi
cd "$root/tests/servers"
"$python" -m unittest "${@/#/test_}"
