# python_env.sh: an environment of Python with the package gongwen of this tree in it. Sourced, never run; `root` is set.
#
#   python_env BUILD              sets `python`; makes build/python where it is not, with what the package is built by
#   python_has IMPORT… -- NAME…   installs the packages NAME unless all modules IMPORT are there
#   python_package BUILD          installs the package as it stands
#
# What comes from outside is fetched once, into the build folder.
python=$root/build/python/bin/python

python_pip() { "$python" -m pip install --quiet --disable-pip-version-check "$@"; }
python_has() {
  local modules=()
  while [ "$1" != -- ]; do modules+=("$1") && shift; done
  shift
  "$python" -c "import $(IFS=,; echo "${modules[*]}")" 2>/dev/null || python_pip "$@"
}
python_env() {
  [ -x "$python" ] || python3 -m venv --clear "$root/build/python" ||
    { echo "python3 cannot make an environment (python3-venv)"; return 1; }
  python_has cffi setuptools wheel -- cffi setuptools wheel || { echo "pip could not get cffi"; return 1; }
}
python_package() {  # from a copy: a build of setuptools leaves its folders beside the sources
  local copy=$1/python
  rm -rf "$copy" && mkdir -p "$copy/capi" "$copy/include/gongwen"
  cp -r "$root/capi/python" "$root/capi/include" "$copy/capi/"
  cp "$root/include/gongwen/config.hpp" "$copy/include/gongwen/"
  python_pip --no-build-isolation --no-deps --force-reinstall "$copy/capi/python"
}
