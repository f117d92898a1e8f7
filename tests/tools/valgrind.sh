#!/usr/bin/env bash
# valgrind.sh BUILD: the tests of the C interface under valgrind: nothing is read that was not written, nothing is lost. Left
# out are those that put their own allocator in the way (memory), count pages (jsonl) or race (threads: the thread sanitizer).
set -euo pipefail
command -v valgrind >/dev/null || { echo "there is no valgrind"; exit 77; }
passed=0 failed=0
for program in "$1"/tests/gongwen_capi_*; do
  case $program in *_memory | *_jsonl | *_threads | *.*) continue ;; esac
  if said=$(valgrind -q --leak-check=full --errors-for-leak-kinds=definite,indirect --error-exitcode=9 "$program" 2>&1); then
    ((++passed))
  else
    ((++failed))
    echo "$(basename "$program"): $said"
  fi
done
echo "$passed passed, $failed failed"
[ "$passed" -gt 0 ] && [ "$failed" -eq 0 ]
