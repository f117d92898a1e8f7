#!/usr/bin/env bash
# fetch_cppjieba.sh FOLDER: cppjieba's headers and dictionary, out of the npm package nodejieba, into FOLDER. 77: can't be had.
set -uo pipefail
folder=${1:?usage: fetch_cppjieba.sh FOLDER}
[ -d "$folder/package/submodules/cppjieba/include" ] && exit 0
command -v npm >/dev/null || { echo "cppjieba: npm is not there, so nothing to compare with"; exit 77; }
mkdir -p "$folder" && cd "$folder" || exit 1
npm pack --silent nodejieba@3.5.8 >/dev/null 2>&1 && tar xzf nodejieba-*.tgz && [ -d package/submodules/cppjieba/include ] ||
  { echo "cppjieba: the npm package nodejieba can't be had, so nothing to compare with"; exit 77; }
