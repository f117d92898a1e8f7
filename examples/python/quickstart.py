"""quickstart.py FILE: each indicator of a report on a line: name, area, value, unit."""

import sys

import gongwen


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: quickstart.py FILE", file=sys.stderr)
        return 2
    try:
        document = gongwen.read(sys.argv[1])
    except (OSError, gongwen.Error) as error:
        print(f"{sys.argv[1]}: {error}", file=sys.stderr)
        return 1
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for i in document.indicators:
        print(i.name, i.area, "" if i.value is None else f"{i.value:f}", i.unit, sep="\t")
    return 0


sys.exit(main())
