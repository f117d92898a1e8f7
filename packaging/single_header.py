#!/usr/bin/env python3
"""single_header.py OUT: the whole library in one file, for projects that take a header and nothing else.

Each header stands where it was first included, without the lines that include it; what belongs to others (ICU, fmt, Boost,
the standard library) is included as before. `cmake --build … --target gongwen_single_header` runs it."""

import re
import sys
from pathlib import Path

INCLUDE = Path(__file__).resolve().parents[1] / "include"
LINE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<(gongwen/[^>]+)>)')
HEAD = """// gongwen {version}: reads Chinese official documents into records. One header, made of include/gongwen; do not edit.
// SPDX-License-Identifier: Apache-2.0
// Needs C++20, and the headers and libraries of ICU, fmt and Boost.Regex.
#pragma once
#define GONGWEN_HEADER_ONLY
"""


def expanded(file: Path, seen: set[Path]) -> list[str]:
    """The lines of a header with those it includes in their places; nothing the second time."""
    if file in seen:
        return []
    seen.add(file)
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        found = LINE.match(line)
        if found:
            lines += expanded((file.parent / found[1] if found[1] else INCLUDE / found[2]).resolve(strict=True), seen)
        elif line != "#pragma once":
            lines.append(line)
    return lines


def main(out: Path) -> None:
    config = (INCLUDE / "gongwen" / "config.hpp").read_text(encoding="utf-8")
    version = re.search(r'#define GONGWEN_VERSION "(.+)"', config)[1]
    lines = expanded((INCLUDE / "gongwen" / "gongwen.hpp").resolve(), set())
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(HEAD.format(version=version) + "\n".join(lines) + "\n", encoding="utf-8")


if len(sys.argv) != 2:
    sys.exit("usage: single_header.py OUT")
main(Path(sys.argv[1]))
