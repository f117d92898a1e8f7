#!/usr/bin/env bash
# compare.sh PROGRAM [FOLDER]: JioNLP (PyPI) and Recognizers-Text (npm) beside gongwen: on the texts with known answers in
# $GONGWEN_SHARED/eval how many of the quantities and times each finds and reads right, and on one text of 1 MB how fast.
# The peers are fetched once into FOLDER (build/peers). 77: nothing to compare with. Takes minutes: the peers are slow.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
program=$(realpath "${1:?usage: compare.sh PROGRAM [FOLDER]}")
folder=${2:-$root/build/peers}
mkdir -p "$folder" && folder=$(realpath "$folder")
peers=()

jionlp() { "$folder/jionlp/bin/python" -c 'import jionlp' >/dev/null 2>&1; }
jionlp || { python3 -m venv "$folder/jionlp" && "$folder/jionlp/bin/pip" install --quiet --disable-pip-version-check jionlp==1.5.29; } >/dev/null 2>&1
if jionlp; then peers+=("JioNLP 1.5.29=$folder/jionlp/bin/python $here/jionlp_peer.py")
else echo "JioNLP can't be had from PyPI: left out"; fi

recognizers() { [ -d "$folder/node_modules/@microsoft/recognizers-text-suite" ] && command -v node >/dev/null; }
recognizers || (npm install --prefix "$folder" --silent --no-fund --no-audit @microsoft/recognizers-text-suite@1.3.1) >/dev/null 2>&1
if recognizers; then peers+=("Recognizers-Text 1.3.1=node $here/recognizers_peer.cjs $folder")
else echo "Recognizers-Text can't be had from npm: left out"; fi

[ ${#peers[@]} -gt 0 ] || { echo "no peer can be had: nothing to compare with"; exit 77; }
python3 "$here/compare.py" "$program" "${peers[@]}"
