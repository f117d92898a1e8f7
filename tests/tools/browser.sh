#!/usr/bin/env bash
# browser.sh BUILD: tests the page of `gongwen review` in Chromium. What it needs from npm is fetched once, into the build
# folder, where the screenshots are left too.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$(realpath "$1")/bin/gongwen
folder=$root/build/browser
chromium=$(command -v chromium || command -v chromium-browser || true)
[ -n "$chromium" ] || { echo "no Chromium, and none could be installed"; exit 77; }
command -v node >/dev/null && command -v npm >/dev/null || { echo "no Node.js with npm, and none could be installed"; exit 77; }

mkdir -p "$folder"
[ -e "$folder/package.json" ] || echo '{"private": true}' >"$folder/package.json"
[ -e "$folder/node_modules/playwright-core/package.json" ] && [ -e "$folder/node_modules/axe-core/axe.min.js" ] ||
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --prefix "$folder" --silent --no-audit --no-fund playwright-core@1 axe-core@4 >/dev/null ||
  { echo "npm could not get playwright-core and axe-core"; exit 77; }
exec node "$root/tests/browser/review.mjs" "$program" "$folder" "$chromium"
