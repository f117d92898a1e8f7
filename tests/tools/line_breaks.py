#!/usr/bin/env python3
"""Prints a random sample of the line breaks that parse joined and of those it kept, to be judged by eye.

Usage: line_breaks.py GONGWEN [--joins N] [--breaks N] [--dropped N] [--seed S] [--even] [--open] FILE…

A join is a break inside an `unwrap` edit; a kept break is any other between two lines with words that stay. `--dropped`
prints lines that went as page furniture. Each is shown with the end of the line before it and the beginning of the line
after it; ⏎ stands for the break. With `--even` each file gives as many as the others, as far as it has them, so that a long
text doesn't stand for all. `--open` leaves out kept breaks after a stop or a colon, which nobody doubts.
"""

import argparse
import bisect
import json
import pathlib
import random
import re
import subprocess

STATEMENT_ENDS = "。！？；：!?;:…"


def edits_of(program: str, path: str) -> list[dict]:
    out = subprocess.run([program, "parse", "--format", "jsonl", path], check=True, capture_output=True, text=True)
    records = (json.loads(line) for line in out.stdout.splitlines())
    return [r for r in records if r["type"] == "edit" and r.get("applied", True)]


def breaks_of(program: str, path: str) -> tuple[list, list, list]:
    """(joined, kept, dropped), each a list of (place, line before, line after)."""
    text = pathlib.Path(path).read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    edits = edits_of(program, path)
    gone = sorted(e["span"] for e in edits if e["kind"] in ("page_number", "running_head"))
    joins = sorted(e["span"] for e in edits if e["kind"] == "unwrap")

    def inside(spans: list, at: int) -> bool:
        i = bisect.bisect_right(spans, [at, len(text) + 1]) - 1
        return i >= 0 and spans[i][0] <= at < spans[i][1]

    joined, kept, dropped = [], [], []
    before = None  # the last line that stays: its words and where they end
    for number, match in enumerate(re.finditer(r"[^\n]*\n?", text), 1):
        words = match.group().strip()
        if not words:
            continue
        begin = match.start() + match.group().index(words[0])
        place = f"{pathlib.Path(path).name}:{number}"
        if inside(gone, begin):
            dropped.append((place, words, ""))
            continue
        if before is not None:
            line_break = text.index("\n", before[1])
            (joined if inside(joins, line_break) else kept).append((place, before[0], words))
        before = (words, begin + len(words))
    return joined, kept, dropped


def draw(of_files: list[list], count: int, even: bool, chance: random.Random) -> list:
    """At most `count` of them: of all at once, or one of each file in turn."""
    found = [one for of_file in of_files for one in of_file]
    if len(found) <= count:
        return found
    if not even:
        return chance.sample(found, count)
    shuffled = [chance.sample(of_file, len(of_file)) for of_file in of_files if of_file]
    chance.shuffle(shuffled)
    longest = max(map(len, shuffled))
    return [of_file[turn] for turn in range(longest) for of_file in shuffled if turn < len(of_file)][:count]


def show(name: str, of_files: list[list], count: int, even: bool, chance: random.Random) -> None:
    sample = draw(of_files, count, even, chance)
    print(f"== {name}: {len(sample)} of {sum(map(len, of_files))}")
    for place, before, after in sorted(sample):
        print(f"{place}\t{before[-34:]}⏎{after[:30]}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program")
    arguments.add_argument("files", nargs="+")
    for kind in ("joins", "breaks", "dropped"):
        arguments.add_argument(f"--{kind}", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--even", action="store_true")
    arguments.add_argument("--open", action="store_true")
    given = arguments.parse_args()
    found = [breaks_of(given.program, path) for path in given.files]
    if given.open:
        found = [(joined, [b for b in kept if b[1][-1] not in STATEMENT_ENDS], gone) for joined, kept, gone in found]
    chance = random.Random(given.seed)
    for i, (name, count) in enumerate(
        (("joins", given.joins), ("kept breaks", given.breaks), ("dropped lines", given.dropped))
    ):
        show(name, [of_file[i] for of_file in found], count, given.even, chance)


if __name__ == "__main__":
    main()
