#!/usr/bin/env bash
# quickstart.sh [FILE]: from a bare Debian 12 to what gongwen finds in a report. Installs what is missing, builds the
# program, and runs it over FILE (or a report that was written for this project).
set -euo pipefail
source "$(dirname "$0")/../tests/tools/setup.sh"

file=${1:-$root/examples/data/jiangping.txt}
[ -r "$file" ] || { echo "quickstart: cannot read $file" >&2; exit 1; }
setup build

log=$root/build/quickstart.log
mkdir -p "$root/build"
echo "Building build/release/bin/gongwen …" >&2
{ setup_configure release && cmake --build "$root/build/release" --target gongwen_cli -j "$jobs"; } >"$log" 2>&1 || {
  tail -n 30 "$log" >&2
  echo "quickstart: the build failed; all of it is in $log" >&2
  exit 1
}
"$root/build/release/bin/gongwen" check --format table "$file"
