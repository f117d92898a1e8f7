#!/usr/bin/env python3
"""readme.py PROGRAM: the code of README.md and README.zh-CN.md can't rot.

A block under <!-- PATH --> must stand in that file, indentation aside; the file is built and run by other tests. A console block
under <!-- run --> is run with PROGRAM as `gongwen`, and must print what the block shows. Both files have the same blocks.
"""
import re
import subprocess
import sys
from pathlib import Path

root = Path(__file__).resolve().parents[2]
program = Path(sys.argv[1]).resolve()


def plain(code):
    return "\n".join(line.strip() for line in code.strip().splitlines())


def blocks(name):
    return re.findall(r"<!-- (\S+) -->\n```\w+\n(.*?)```", (root / name).read_text(encoding="utf-8"), re.S)


passed = failed = 0
if blocks("README.md") == blocks("README.zh-CN.md"):
    passed += 1
else:
    failed += 1
    print("README.zh-CN.md: its blocks are not those of README.md")
named = [set(re.findall(r"(?<![\w-])--[a-z][a-z-]*|`[a-z_]+`|(?<=\]\()[^)]+", (root / name).read_text(encoding="utf-8")))
         for name in ("README.md", "README.zh-CN.md")]
if named[0] - {"README.zh-CN.md"} == named[1] - {"README.md"}:
    passed += 1
else:
    failed += 1
    print("README.zh-CN.md: options, links and names that one of both lacks:", sorted(named[0] ^ named[1]))
for source, code in blocks("README.md"):
    if source == "run":
        command, _, expected = code.removeprefix("$ ").partition("\n")
        got = subprocess.run(["bash", "-c", f'gongwen() {{ "{program}" "$@"; }}; {command}'], capture_output=True, text=True)
        ok = got.stdout == expected and got.returncode == 0
        if not ok:
            print(f"README: {command}\nprints\n{got.stdout}{got.stderr}")
    else:
        ok = plain(code) in plain((root / source).read_text(encoding="utf-8"))
        if not ok:
            print(f"README: a block is not in {source}:\n{code}")
    passed += ok
    failed += not ok
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
