#!/usr/bin/env python3
"""radicals.py [FILE]: compares detail/characters/radicals.hpp with Unicode's EquivalentUnifiedIdeograph.txt; --print prints the rows."""
import pathlib
import re
import sys

FIRST, LAST = 0x2E80, 0x2FD5
HEADER = pathlib.Path(__file__).parents[2] / "include/gongwen/detail/characters/radicals.hpp"


def equivalents(path):
    table = [0] * (LAST - FIRST + 1)
    for line in path.read_text(encoding="utf-8").splitlines():
        if m := re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", line):
            for c in range(int(m[1], 16), int(m[2] or m[1], 16) + 1):
                if FIRST <= c <= LAST:
                    table[c - FIRST] = int(m[3], 16)
    return table


def main():
    names = [a for a in sys.argv[1:] if a != "--print"]
    path = pathlib.Path(names[0] if names else "/usr/share/unicode/EquivalentUnifiedIdeograph.txt")
    if not path.exists():
        print(f"{path} is not there (Debian's unicode-data)")
        return 77
    table = equivalents(path)
    if "--print" in sys.argv:
        print(", ".join(f"{c:#x}" if c else "0" for c in table))
        return 0
    rows = HEADER.read_text(encoding="utf-8").split("radical_equivalents[] = {")[1].split("}")[0]
    if [int(c, 0) for c in rows.split(",") if c.strip()] == table:
        return 0
    print(f"{HEADER} is not what {path} says")
    return 1


if __name__ == "__main__":
    sys.exit(main())
