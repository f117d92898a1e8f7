#!/usr/bin/env bash
# wheel_root.sh WHEEL [FOLDER]: installs and uses the wheel in a root of its own that debootstrap makes: Debian with Python,
# without ICU, without a compiler. Needs root and debootstrap; without them it is skipped (77). FOLDER: where the root is
# made, a new one unless it is named; one that is there already is used again.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
source "$root/tests/tools/python_env.sh"
wheel=$(realpath "$1")
[ "$(id -u)" -eq 0 ] || { echo "only root makes a root"; exit 77; }
command -v debootstrap >/dev/null || { echo "there is no debootstrap; Debian has it in debootstrap"; exit 77; }
folder=${2:-$(mktemp -d)}
[ -n "${2:-}" ] || trap 'rm -rf "$folder"' EXIT

if [ ! -e "$folder/usr/bin/python3" ]; then
  # From where apt gets its packages on this machine.
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
  release=$(. /etc/os-release && echo "$VERSION_CODENAME")
  debootstrap --variant=minbase --include=python3,python3-venv "$release" "$folder" "$mirror" >"$folder.debootstrap.log" 2>&1 ||
    { tail -n 5 "$folder.debootstrap.log"; echo "debootstrap could not make a root"; exit 77; }
  rm -f "$folder.debootstrap.log"
fi
[ -z "$(find "$folder/usr/lib" "$folder/lib" -name 'libicu*' 2>/dev/null)" ] || { echo "the root has an ICU"; exit 1; }

inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$folder" "$@"; } # nothing of this machine's environment

# What the wheel needs comes along: the root asks for nothing from outside.
rm -rf "$folder/wheels" "$folder/env" && mkdir -p "$folder/wheels"
"$python" -m pip download --quiet --disable-pip-version-check --dest "$folder/wheels" --only-binary :all: \
  --python-version "$(inside python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')" --no-deps cffi pycparser
cp "$wheel" "$folder/wheels/"
cp "$root/tests/tools/wheel_use.py" "$root/examples/data/jiangping.txt" "$folder/"
inside python3 -m venv --clear /env
inside /env/bin/python -m pip install --quiet --disable-pip-version-check --no-index --find-links /wheels gongwen
inside /env/bin/python /wheel_use.py /jiangping.txt
echo "1 passed, 0 failed"
