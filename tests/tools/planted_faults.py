#!/usr/bin/env python3
"""planted_faults.py PROGRAM [RECORD] [-v]: how many faults that are planted in real texts does `check` find?

Sixty faults, drawn with a fixed seed from $GONGWEN_SHARED/corpus/texts: a digit of a share, a growth, a sum, a day, a unit, a marker,
a mark, a percentage point. A place is taken where the words themselves (regular expressions below, not the program) show that the
text says the thing twice: three shares that add to 100, parts behind 其中 that add to their total, a series of markers. Most figures
of a text stand alone, and no program finds a fault in those: the rate says nothing about them.

Texts seldom tell a growth with both of its levels, so for the kinds growths and units a sentence of theirs that tells a level and its
growth is made to tell the level before as well (由…增加到…), or the increase, which follows from the two; and for the kind sums a
sentence with a count is made to tell how many of it are 城镇 and 农村. The fault comes after.

A fault counts as found where a finding that the text before the fault does not have points into its line or the next. RECORD holds
the rate reached, of all and of the weakest kind; less is a failure. Ends with 77 where there is no corpus.
"""
import json
import os
import random
import re
import subprocess
import sys
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Callable

faults_wanted = 80
number = r"\d+(?:\.\d+)?"
han = "一二三四五六七八九十"
# Growth of these is published in constant prices or on a comparable base: two levels say nothing of it.
comparable = re.compile("生产总值|增加值|GDP|投资|产值|消费|零售|可支配收入|纯收入|业务|旅游|营业|利润|居民|电")


@dataclass
class Place:
    """Where a fault can be planted: the text (as it stands, or made to say a thing twice), and what is done to it."""

    at: int
    text: str
    plant: Callable[[random.Random], str]


def with_other_digit(text, at, draw):
    """The text with its digit at `at` changed by three or more, so that no rounding explains it."""
    old = int(text[at])
    new = draw.choice([d for d in range(1, 10) if abs(d - old) >= 3])
    return text[:at] + str(new) + text[at + 1 :]


def digit_place(text, at):
    return Place(at, text, lambda draw: with_other_digit(text, at, draw))


def word_place(text, at, end, word):
    return Place(at, text, lambda draw: text[:at] + word + text[end:])


def shares(text):
    for m in re.finditer(rf"({number})[:：∶]({number})[:：∶]({number})(?![:：∶\d])", text):
        if sum(Decimal(g) for g in m.groups()) == 100:
            yield digit_place(text, m.start(2))


def written_like(value, pattern):
    """A value with as many places as a figure of the text has, and not fewer than one."""
    places = max(1, len(pattern.partition(".")[2]))
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def levels(text):
    """(match, level, unit, growth) of 收入达到52.3亿元，比上年增长8.1%, where growth and level are exact enough to give the other."""
    said = rf"(?<=[，。；\n 　])([^，。；、：\n\d（）]{{2,14}}?)(?:达到?|为|完成|实现)?({number})(亿元|万元|万吨|万人)，(?:同比|比上年)?增长({number})%"
    for m in re.finditer(said, text):
        level, growth = Decimal(m[2]), Decimal(m[4])
        if len(m[2].replace(".", "")) >= 3 and 2 <= growth <= 60 and not comparable.search(m[1]):
            yield m, level, m[3], growth


def told_from_to(text):
    """The same sentence with the level before: 收入由48.38亿元增加到52.3亿元，增长8.1%. (place, text, where the growth stands)"""
    for m, level, unit, growth in levels(text):
        before = written_like(level / (1 + growth / 100), m[2] + ("0" if "." in m[2] else ".0"))
        head = f"{m[1]}由{before}{unit}增加到"
        told = f"{head}{m[2]}{unit}，增长{m[4]}%"
        yield m, unit, text[: m.start()] + told + text[m.end() :], m.start() + len(head)


def growths(text):
    for m, unit, told, level in told_from_to(text):
        yield digit_place(told, level + len(m[2]) + len(unit) + 3)
    for m, level, unit, growth in levels(text):  # the increase instead of the level before
        increase = written_like(level - level / (1 + growth / 100), m[2] + ("0" if "." in m[2] else ".0"))
        if increase >= 1:
            head = f"{m[1]}{m[2]}{unit}，比上年增加{increase}{unit}，增长"
            yield digit_place(text[: m.start()] + head + m[4] + "%" + text[m.end() :], m.start() + len(head))


def units(text):
    for m, unit, told, level in told_from_to(text):
        if unit[0] == "亿":
            at = level + len(m[2])
            yield word_place(told, at, at + 1, "万")
    # a list of three figures of one kind, their numerals of one size
    item = rf"[^，。；、：\n\d（）]{{0,10}}?([^，。；、：\n\d（）]{{2}})({number})(亿元)"
    for m in re.finditer(rf"(?=(?<=[：，、]){item}、{item}、{item})", text):
        values = [Decimal(m[i]) for i in (2, 5, 8)]
        if m[1] == m[4] == m[7] and max(values) <= 4 * min(values):
            yield word_place(text, m.start(6), m.start(6) + 1, "万")


def near_sum(parts, total):
    step = sum(Decimal(1).scaleb(p.as_tuple().exponent) for p in parts) / 2 + Decimal(1).scaleb(total.as_tuple().exponent) / 2
    return abs(sum(parts) - total) <= step


def sums(text):
    """其中 with 男/女, 城镇/农村, 出口/进口 and the three industries, where their figures add up to the one before it."""
    unit = "(亿元|万元|亿美元|万人|人|万吨|个|亩|户|名|家)"
    for first, second in (("男", "女"), ("城镇", "(?:农村|乡村)"), ("出口", "进口"), ("新建", "续建"), ("税收", "非税")):
        for a, b in ((first, second), (second, first)):
            said = rf"({number}){unit}[^。；\n]{{0,16}}?其中[：，]?{a}[^，。；、\n\d]{{0,10}}({number})\2[^。\n]{{0,24}}?{b}[^，。；、\n\d]{{0,10}}({number})\2"
            for m in re.finditer(said, text):
                if near_sum([Decimal(m[3]), Decimal(m[4])], Decimal(m[1])):
                    yield digit_place(text, m.start(3))
    one = rf"第{{}}产业[^，。；、\n\d]{{{{0,8}}}}({number})亿元[^。\n]{{{{0,30}}}}?"
    said = rf"生产总值[^，。；、\n\d]{{0,12}}({number})亿元[^\n]{{0,60}}?" + "".join(one.format(n) for n in "一二三")
    for m in re.finditer(said, text):
        if near_sum([Decimal(m[i]) for i in (2, 3, 4)], Decimal(m[1])):
            yield digit_place(text, m.start(3))
    yield from split(text)


def split(text):
    """新增就业5230人 made to tell 其中城镇1935人、农村3295人."""
    said = rf"(?<=[，。；\n 　])[^，。；、：\n\d（）]{{3,14}}?({number})(人|万人|户|家|个|名|所)(?=[，。；])"
    for m in re.finditer(said, text):
        total = Decimal(m[1])
        if len(m[1].replace(".", "")) >= 2 and m[1][0] != "0":
            one = max((total * Decimal("0.37")).quantize(total, rounding=ROUND_HALF_UP), Decimal(1))
            told = f"，其中城镇{one}{m[2]}、农村{total - one}{m[2]}"
            yield digit_place(text[: m.end()] + told + text[m.end() :], m.end() + len("，其中城镇"))


def days(text):
    for m in re.finditer(r"(?<!\d)(?:19|20)\d\d年(\d{1,2})月(\d{1,2})日", text):
        yield Place(m.start(2), text, lambda draw, m=m: text[: m.start(2)] + str(draw.randint(32, 39)) + text[m.end(2) :])


def markers(text):
    """（二） of a series that goes on with （三） is made （五）or more."""
    heads = [(m.start(1), m[1]) for m in re.finditer(rf"^[ 　]*（([{han}])）", text, re.M)]
    for (_, before), (at, now) in zip(heads, heads[1:]):
        if han.index(now) == han.index(before) + 1 and han.index(now) < 6:
            yield Place(at, text, lambda draw, at=at, n=han.index(now): text[:at] + han[n + draw.randint(2, 3)] + text[at + 1 :])


def points(text):
    for m in re.finditer(rf"(?:率|比重|增速|增幅)[^，。；\n]{{0,14}}?(?:提高|提升|上升|下降|回落)了?({number})(个百分点)", text):
        yield word_place(text, m.start(2), m.end(2), "%")


def marks(text):
    for m in re.finditer(r"“[^“”\n]{2,20}(”)|《[^《》\n]{2,20}(》)|（[^（）\n]{2,20}(）)", text):
        yield word_place(text, m.end() - 1, m.end(), "")


kinds = [shares, growths, units, sums, days, markers, points, marks]


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
    pool = {kind.__name__: [(name, place) for name, text in texts.items() for place in kind(text)] for kind in kinds}
    if verbose:
        print("places:", {kind: len(places) for kind, places in pool.items()})
    tally = {kind: [0, 0] for kind in pool}
    for kind, name, place in drawn(pool, draw):
        before = {(f["rule"], f["message"]) for f in findings(arguments[0], place.text)}
        broken = place.plant(draw)
        found = any(
            (f["rule"], f["message"]) not in before and near(broken, place.at, f["span"])
            for f in findings(arguments[0], broken))
        tally[kind][0] += found
        tally[kind][1] += 1
        if verbose and not found:
            print("missed", kind, name, broken[max(0, place.at - 60) : place.at + 40].replace("\n", "|"))
    for kind, (hits, planted) in tally.items():
        print(f"{kind:10} {hits:3} of {planted}")
    hits, planted = (sum(column) for column in zip(*tally.values()))
    rate, weakest = hits / planted, min(h / n if n else 0 for h, n in tally.values())
    print(f"{'all':10} {hits:3} of {planted}  {rate:.2f}, the weakest kind {weakest:.2f}")
    if len(arguments) > 1:
        least, least_of_kind = map(float, Path(arguments[1]).read_text().split()[-2:])
        if rate < least or weakest < least_of_kind:
            print(f"the recorded rates are {least} and {least_of_kind}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
