#!/usr/bin/env bash
# gold.sh PROGRAM [--record]: scores the program over the texts with known answers in $GONGWEN_SHARED/eval and compares
# each figure with the one in tests/gold.tsv, which only goes up. --record raises what has become better.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=${1:?usage: gold.sh PROGRAM [--record]}
if [ -z "${GONGWEN_SHARED:-}" ] && [ -d "$root/../shared" ]; then GONGWEN_SHARED=$root/../shared; fi
eval=${GONGWEN_SHARED:-}/eval
[ -x "$eval/run.sh" ] || { echo "no texts with known answers: GONGWEN_SHARED is not set, or has no eval/run.sh"; exit 77; }
[ -x "$program" ] || { echo "gold: $program is not there"; exit 1; }

said=$("$eval/run.sh" "$(realpath "$program")" 2>&1)
code=$?
echo "$said"
if [ $code -ne 0 ] || grep -Eq ': (the program failed|not scored)' <<<"$said"; then
  echo "gold: the texts were not all scored"
  exit 1
fi
python3 - "$root/tests/gold.tsv" "${2:-}" <(echo "$said") <<'P'
import re, sys
from decimal import Decimal

path, record = sys.argv[1], sys.argv[2] == "--record"
# The last table: layer, precision, recall, F1, gold, got; its mean has the F1 alone.
now = {}
for line in open(sys.argv[3], encoding="utf-8"):
    if m := re.match(r"(\w+) +[\d.]+ +[\d.]+ +(\d\.\d{4}) +(\d+) +\d+$", line):
        if int(m[3]):
            now[m[1]] = Decimal(m[2])
    elif m := re.match(r"mean F1 +(\d\.\d{4})$", line):
        now["mean"] = Decimal(m[1])
if not now:
    sys.exit("gold: no figures in what eval/run.sh printed")
try:
    rows = [line.split("\t") for line in open(path, encoding="utf-8").read().splitlines() if line and line[0] != "#"]
    least = {name: Decimal(figure) for name, figure in rows}
except FileNotFoundError:
    least = {}
if not least and not record:
    print("gold: nothing is recorded yet: gold.sh PROGRAM --record")
if record:
    with open(path, "w", encoding="utf-8") as out:
        out.write("# F1 over the gold texts, the least that a change may reach. Raised by tests/tools/gold.sh PROGRAM --record\n")
        for name in {**now, **least}:
            out.write(f"{name}\t{max(now.get(name, Decimal(0)), least.get(name, Decimal(0)))}\n")
    print("recorded in", path)
worse = 0
for name, figure in least.items():
    if now.get(name, Decimal(0)) < figure:
        print(f"gold: {name} fell from {figure} to {now.get(name, 0)}")
        worse += 1
print(f"{max(len(least) - worse, 0 if least else 1)} passed, {worse} failed")
sys.exit(1 if worse else 0)
P
