#!/usr/bin/env python3
"""planted_faults.py PROGRAM [RECORD] [-v]: how many faults that are planted in real texts does `check` find?

Sixty faults, drawn with a fixed seed from $GONGWEN_SHARED/corpus/texts: a digit of a share or a growth, a day, a unit, a marker, a
mark, a percentage point. A place is taken where the words themselves (regular expressions below, not the program) show that the
text says the thing twice: three shares that add to 100, 由…增加到…增长…, a series of markers. Most figures of a text stand alone, and no
program finds a fault in those: the rate says nothing about them. A fault counts as found where a finding that the untouched text
does not have points into its line or the next.

RECORD holds the rate reached; less is a failure. Ends with 77 where there is no corpus.
"""
import json
import os
import random
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

faults_wanted = 60
number = r"\d+(?:\.\d+)?"
han = "一二三四五六七八九十"


def other_digit(text, at, draw):
    """The text with its digit at `at` changed by three or more, so that no rounding explains it."""
    old = int(text[at])
    new = draw.choice([d for d in range(1, 10) if abs(d - old) >= 3])
    return text[:at] + str(new) + text[at + 1 :]


def shares(text):
    for m in re.finditer(rf"({number})[:：∶]({number})[:：∶]({number})(?![:：∶\d])", text):
        if sum(Decimal(g) for g in m.groups()) == 100:
            at = m.start(2)
            yield at, lambda t, draw, at=at: other_digit(t, at, draw)


def growths(text):
    for m in re.finditer(rf"由[^，。；\n]{{0,12}}?({number})(亿元|万元|万人|万吨|个|家)[^，。；\n]{{0,8}}(?:到|至)({number})\2，(?:同比)?(?:增长|增加|提高)({number})%", text):
        a, b, g = Decimal(m[1]), Decimal(m[3]), Decimal(m[4])
        if a and abs((b / a - 1) * 100 - g) < 1:
            yield m.start(4), lambda t, draw, at=m.start(4): other_digit(t, at, draw)


def units(text):
    for m in re.finditer(rf"由[^，。；\n]{{0,12}}?({number})亿元[^，。；\n]{{0,8}}(?:到|至)({number})(亿)元，(?:同比)?(?:增长|增加|提高)({number})%", text):
        yield m.start(3), lambda t, draw, at=m.start(3): t[:at] + "万" + t[at + 1 :]


def days(text):
    for m in re.finditer(r"(?<!\d)(?:19|20)\d\d年(\d{1,2})月(\d{1,2})日", text):
        yield m.start(2), lambda t, draw, m=m: t[: m.start(2)] + str(draw.randint(32, 39)) + t[m.end(2) :]


def markers(text):
    """（二） of a series that goes on with （三） is made （五）or more."""
    heads = [(m.start(1), m[1]) for m in re.finditer(rf"^[ 　]*（([{han}])）", text, re.M)]
    for (_, before), (at, now) in zip(heads, heads[1:]):
        if han.index(now) == han.index(before) + 1 and han.index(now) < 6:
            yield at, lambda t, draw, at=at, now=now: t[:at] + han[han.index(now) + draw.randint(2, 3)] + t[at + 1 :]


def points(text):
    for m in re.finditer(rf"(?:率|比重|增速|增幅)[^，。；\n]{{0,14}}?(?:提高|提升|上升|下降|回落)了?({number})(个百分点)", text):
        yield m.start(2), lambda t, draw, m=m: t[: m.start(2)] + "%" + t[m.end(2) :]


def marks(text):
    for m in re.finditer(r"“[^“”\n]{2,20}(”)|《[^《》\n]{2,20}(》)|（[^（）\n]{2,20}(）)", text):
        at = m.end() - 1
        yield at, lambda t, draw, at=at: t[:at] + t[at + 1 :]


kinds = [shares, growths, units, days, markers, points, marks]


def findings(program, text):
    run = subprocess.run(
        [program, "check", "--format", "jsonl", "--only", "finding", "-"],
        input=text.encode("utf-8"), capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def near(text, at, span):
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    following = text.find("\n", end + 2)
    return begin <= span[0] <= (len(text) if following < 0 else following)


def candidates(texts):
    out = {kind.__name__: [] for kind in kinds}
    for name, text in texts.items():
        for kind in kinds:
            out[kind.__name__] += [(name, at, plant) for at, plant in kind(text)]
    return out


def drawn(pool, draw):
    """Round by round one of each kind, until there are enough."""
    for places in pool.values():
        draw.shuffle(places)
    out = []
    while len(out) < faults_wanted and any(pool.values()):
        for kind, places in pool.items():
            if places and len(out) < faults_wanted:
                out.append((kind, *places.pop()))
    return out


def main():
    arguments = [a for a in sys.argv[1:] if a != "-v"]
    verbose = "-v" in sys.argv
    folder = Path(os.environ.get("GONGWEN_SHARED", "")) / "corpus" / "texts"
    if not os.environ.get("GONGWEN_SHARED") or not folder.is_dir():
        print("GONGWEN_SHARED is not set: no corpus")
        return 77
    texts = {}
    for path in sorted(folder.glob("*.txt")):
        try:
            texts[path.name] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
    draw = random.Random(20240725)
    before, tally = {}, {}
    for kind, name, at, plant in drawn(candidates(texts), draw):
        text = texts[name]
        if name not in before:
            before[name] = {(f["rule"], f["message"]) for f in findings(arguments[0], text)}
        broken = plant(text, draw)
        found = any(
            (f["rule"], f["message"]) not in before[name] and near(broken, at, f["span"])
            for f in findings(arguments[0], broken))
        hits, all_ = tally.get(kind, (0, 0))
        tally[kind] = (hits + found, all_ + 1)
        if verbose and not found:
            print("missed", kind, name, broken[max(0, at - 40) : at + 30].replace("\n", "|"))
    for kind, (hits, all_) in tally.items():
        print(f"{kind:10} {hits:3} of {all_}")
    hits, all_ = sum(h for h, _ in tally.values()), sum(a for _, a in tally.values())
    rate = hits / all_
    print(f"{'all':10} {hits:3} of {all_}  {rate:.2f}")
    if len(arguments) > 1:
        least = float(Path(arguments[1]).read_text().split()[-1])
        if rate < least:
            print(f"the recorded rate is {least}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
