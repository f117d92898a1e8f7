# report.sh: runs checks and counts them. Sourced, never run.
#
#   check NAME COMMAND…   runs it; prints one line, and on failure the end of what it said. 77 is a skip: its last line
#                         says why. A command whose last line is "N passed, M failed" counts as so many.
#   beside NAME COMMAND…  starts it and goes on: as many at once as there are cores, for what uses one. Its line is printed by
#   together              which waits for all that were started; their lines come in the order of starting
#   report                prints that closing line for all; fails where one failed
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
passed=0 failed=0 skipped=0
report_logs=$(mktemp -d)
trap 'rm -rf "$report_logs"' EXIT

check() {
  report_run "$report_logs/check" "${@:2}"
  report_line "$report_logs/check" "$1"
}

report_names=() report_processes=()
beside() {
  while [ "$(jobs -pr | wc -l)" -ge "$jobs" ]; do wait -n; done
  report_run "$report_logs/beside${#report_names[@]}" "${@:2}" &
  report_names+=("$1")
  report_processes+=($!)
}
together() {
  local i
  for i in "${!report_names[@]}"; do
    wait "${report_processes[i]}"
    report_line "$report_logs/beside$i" "${report_names[i]}"
  done
  report_names=() report_processes=()
}

report_run() {  # LOG COMMAND…: what it says goes to LOG, its code and its seconds to LOG.end
  local log=$1 begin=$SECONDS code=0
  shift
  ("$@") >"$log" 2>&1 </dev/null || code=$?
  echo "$code $((SECONDS - begin))" >"$log.end"
}

report_line() {  # LOG NAME: counts what report_run has left, and prints its line
  local log=$1 name=$2 code=1 seconds=0 last counts
  read -r code seconds <"$log.end"
  last=$(tail -n 1 "$log")
  if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]]; then
    ((passed += BASH_REMATCH[1], failed += BASH_REMATCH[2], skipped += ${BASH_REMATCH[4]:-0}))
    counts=" ($last)"
    [ "$code" -eq 0 ] || [ "${BASH_REMATCH[2]}" -gt 0 ] || ((++failed))
  elif [ "$code" -eq 0 ]; then
    ((++passed))
  elif [ "$code" -eq 77 ]; then
    ((++skipped))
  else
    ((++failed))
  fi
  case $code in
    0) echo "ok      $name${counts:-} $seconds s" ;;
    77) echo "skipped $name: $last" ;;
    *)
      echo "FAILED  $name${counts:-} $seconds s"
      report_excerpt "$log" | sed 's/^/        /'
      ;;
  esac
  if [ -n "${GONGWEN_VERBOSE:-}" ] && [ "$code" -eq 0 ]; then sed 's/^/        /' "$log"; fi
}

report_excerpt() {  # a long log: its first errors and its end
  if [ "$(wc -l <"$1")" -le 60 ]; then
    cat "$1"
  else
    grep -nE -m 8 -A 2 '[eE]rror|FAILED|undefined reference' "$1"
    echo "[…]"
    tail -n 30 "$1"
  fi | cut -c 1-400
}

report() {
  local line="$passed passed, $failed failed"
  [ "$skipped" -eq 0 ] || line+=", $skipped skipped"
  echo "$line"
  [ "$failed" -eq 0 ]
}
