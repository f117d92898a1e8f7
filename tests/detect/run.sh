#!/usr/bin/env bash
# run.sh PROGRAM [--record]: detect.py over the corpus in $GONGWEN_SHARED, in an environment of Python that has OpenCC (which
# makes the traditional form that Big5 can hold, and is fetched once, into the build folder).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$(realpath "${1:?usage: run.sh PROGRAM [--record]}")
if [ -z "${GONGWEN_SHARED:-}" ] && [ -d "$root/../shared" ]; then GONGWEN_SHARED=$root/../shared; fi
corpus=${GONGWEN_SHARED:-}/corpus
[ -d "$corpus/texts" ] || { echo "no corpus: GONGWEN_SHARED is not set, or has no corpus/texts"; exit 77; }

environment=$root/build/opencc
python=$environment/bin/python
if ! "$python" -c 'import opencc' 2>/dev/null; then
  python3 -m venv --clear "$environment" &&
    "$python" -m pip install --quiet --disable-pip-version-check opencc || python=python3
fi
exec "$python" "$root/tests/detect/detect.py" "$program" "$corpus" "${@:2}"
