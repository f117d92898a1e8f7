"""include_order.py [INCLUDE]: in header-only mode any public header may come first, and the rest after it.

A header that is met again while it is being read is skipped (#pragma once). That is harmless where it has said all it
declares and stands at the includes at its end, which bring its code, or where who asks for it stands there. The compiler
would find a fault too, in some 15 s for each header; this reads what it would read, in its order, for all of them at once.
"""

import functools
import pathlib
import re
import sys

INCLUDE = re.compile(r'\s*#\s*include\s+"([^"]+)"')
LEFT_OUT = re.compile(r"\s*#\s*(ifndef|if\s+!\s*defined\s*\(?)\s*GONGWEN_HEADER_ONLY\b")
CONDITION = re.compile(r"\s*#\s*(if|ifdef|ifndef)\b")


@functools.cache
def parts(path: pathlib.Path) -> list[pathlib.Path | None]:
    """A header as the files it includes and, None, code of its own, in their order."""
    found: list[pathlib.Path | None] = []
    skipping = depth = 0
    comment = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if CONDITION.match(line):
            depth += 1
            if not skipping and LEFT_OUT.match(line):
                skipping = depth
            continue
        if re.match(r"\s*#\s*(else|endif)\b", line):
            if skipping == depth:
                skipping = 0
            depth -= line.lstrip("# \t").startswith("endif")
            continue
        if skipping:
            continue
        if include := INCLUDE.match(line):
            found.append((path.parent / include[1]).resolve())
            continue
        code = re.sub(r"/\*.*?\*/|//.*", "", line)
        if comment or "/*" in code:
            comment = "*/" not in line
            continue
        if code.strip() and not code.lstrip().startswith("#") and found[-1:] != [None]:
            found.append(None)
    return found


def faults(first: pathlib.Path) -> list[str]:
    said: list[str] = []
    seen: set[pathlib.Path] = set()
    ahead: dict[pathlib.Path, bool] = {}  # of files being read: does code of their own still follow?

    def read(path: pathlib.Path) -> None:
        if path in seen:
            return
        seen.add(path)
        all_parts = parts(path)
        for at, part in enumerate(all_parts):
            if part is None:
                continue
            more = None in all_parts[at:]
            if more and ahead.get(part):
                said.append(f"{first.name} first: {path.name} needs {part.name}, which is still being read")
            ahead[path] = more
            read(part)
        ahead[path] = False

    read(first)
    return said


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "include").resolve() / "gongwen"
    sys.setrecursionlimit(10_000)
    said = [fault for first in sorted(root.glob("*.hpp")) for fault in faults(first)]
    print("\n".join(said) or f"{parts.cache_info().currsize} headers: any public one may come first")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
