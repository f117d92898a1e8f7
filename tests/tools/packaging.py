#!/usr/bin/env python3
"""packaging.py PROGRAM: man page, completions, recipes and the program say the same.

Options and their choices are those of PROGRAM --help, in both directions; bash's completion is run; versions are that of
config.hpp."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
PROGRAM = Path(sys.argv[1]).resolve()
passed = failed = 0


def check(name, ok, said=""):
    global passed, failed
    passed += bool(ok)
    failed += not ok
    if not ok:
        print(f"not so: {name} {said}")


def same(name, found, expected):
    check(name, found == expected, f"too much: {sorted(found - expected)}; missing: {sorted(expected - found)}")


def read(path):
    return (PACKAGING / path).read_text(encoding="utf-8")


def run(*command, **more):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, **more)


help_ = run(PROGRAM, "--help").stdout
options = set(re.findall(r"(?:^  |,)(--?[a-z-]+)", help_, re.MULTILINE))
choices = {m[1].split(",")[0]: set(m[2].split(",")) for m in re.finditer(r"^  (--\S+) TEXT:\{(.*?)\}", help_, re.MULTILINE)}
stages = set(re.search(r"\[([a-z|]+)\] \[FILE", help_)[1].split("|"))
stages |= set(re.findall(r"\bor ([a-z]+) FILE FILE", help_))
check("--help is understood", len(options) > 15 and "--by" in options and len(choices) >= 5 and "check" in stages, help_)

man = read("gongwen.1").replace("\\-", "-")
part = re.search(r"\.SH OPTIONS\n(.*?)\.SH", man, re.DOTALL)[1]
heads = "\n".join(re.findall(r"^\.TP\n(.*)", part, re.MULTILINE))
same("options of the man page", set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", heads)), options)
same("stages of the man page", set(re.findall(r"\.TP\n\.B (\w+)", re.search(r"\.SH STAGES\n(.*?)\.SH", man, re.DOTALL)[1])), stages)
for option, words in choices.items():
    entry = re.search(rf"\.TP\n\.BR? .*{option}.*\n(?:(?!\.TP)[^\n]*\n)*", part)[0]
    check(f"choices of {option} in the man page", all(re.search(rf"\b{word}\b", entry) for word in words), str(words))
if shutil.which("groff"):
    said = run("groff", "-man", "-Tutf8", "-ww", "-z", PACKAGING / "gongwen.1").stderr
    check("groff takes the man page", said == "", said)


def completed(*words):
    """What bash offers for the last of the words."""
    script = 'source "$1"; shift; COMP_WORDS=(gongwen "$@"); COMP_CWORD=$#; _gongwen; printf "%s\\n" "${COMPREPLY[@]}"'
    done = run("bash", "-c", script, "bash", PACKAGING / "completion" / "gongwen.bash", *words, cwd=PACKAGING / "completion")
    return set(done.stdout.split())


same("options that bash completes", completed("-"), options)
for option, words in choices.items():
    same(f"choices of {option} that bash completes", completed(option, ""), words)
files = {path.name for path in (PACKAGING / "completion").iterdir()}
same("first words that bash completes", completed(""), stages | files)
same("other words that bash completes", completed("check", ""), files)
same("the second member of a list", completed("--only", "rank,ti"), {"rank,time"})

zsh = read("completion/_gongwen")
found = set(re.findall(r"(?<![\w(-])--?[a-z][a-z-]*(?=[\[,}])", zsh))
same("options of zsh", found, options)
fish = read("completion/gongwen.fish")
found = {"--" + name for name in re.findall(r" -l ([a-z-]+)", fish)} | {"-" + name for name in re.findall(r" -s (\w)", fish)}
same("options of fish", found, options)
for option, words in choices.items():
    line = next(line for line in zsh.splitlines() if option in line)
    check(f"choices of {option} in zsh", all(re.search(rf"[( -]{word}\b", line) for word in words), line)
    line = next(line for line in fish.splitlines() if f"-l {option[2:]}" in line)
    same(f"choices of {option} in fish", set(re.search(r'-a "(.*?)"', line)[1].split()), words)
header = (ROOT / "capi" / "include" / "gongwen.h").read_text(encoding="utf-8")
types = {name.lower() for name in re.findall(r"GONGWEN_RECORD_TYPE_(\w+) =", header)}
same("types of record that bash completes", completed("--only", ""), types)
for name, text in (("man page", part), ("zsh", zsh), ("fish", fish)):
    check(f"types of record of the {name}", all(re.search(rf"\b{type_}\b", text) for type_ in types))

version = re.search(r'#define GONGWEN_VERSION "(.+)"', (ROOT / "include/gongwen/config.hpp").read_text(encoding="utf-8"))[1]
port = json.loads(read("vcpkg/gongwen/vcpkg.json"))
check("version of the port", port["version"] == version)
check("version of the man page", f"gongwen {version}" in man)
portfile = read("vcpkg/gongwen/portfile.cmake")
known = set(re.findall(r"option\((GONGWEN_\w+)", (ROOT / "cmake/options.cmake").read_text(encoding="utf-8")))
for name, text in (("portfile", portfile), ("Conan recipe", read("conan/conanfile.py"))):
    used = set(re.findall(r"\bGONGWEN_BUILD_[A-Z]+\b", text))
    check(f"options of the {name}", used and used <= known, str(used - known))
features = re.search(r"FEATURES\n(.*?)\)", portfile, re.DOTALL)[1].split()[::2]
same("features of the port", set(features), set(port["features"]))
for path in PACKAGING.rglob("*.py"):
    compile(path.read_text(encoding="utf-8"), str(path), "exec")

print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
