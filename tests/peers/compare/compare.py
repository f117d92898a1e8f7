"""compare.py PROGRAM NAME=COMMAND...: gongwen and its peers on the texts with known answers and on 1 MB of text.

Found: some mention of the kind overlaps the answer. Right: one of those has its value: for a quantity the number or both
bounds, for a time both days, or the length. With unit: one that is right reaches to the end of the answer, so that the unit
is in it, by whatever name. The peers are scored kindly: any of several resolutions counts, an end one day late too, and each
gets the text sentence by sentence, since the time that they take grows with the square of what they get at once. Answers
marked optional are not asked."""

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
from decimal import Decimal, InvalidOperation

ROOT = pathlib.Path(__file__).resolve().parents[3]
SPLIT = re.compile(r"[^。；！？\n]*[。；！？\n]?")


def sentences(text):
    """(offset, sentence) in code points."""
    return [(m.start(), m.group()) for m in SPLIT.finditer(text) if m.group().strip()]


def number(value):
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return None


def length(iso):
    """P1Y2M3W4DT5H as (months, days, seconds)."""
    m = re.fullmatch(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?", iso or "")
    if not m:
        return None
    y, mo, w, d, h, mi, s = (float(x or 0) for x in m.groups())
    return [y * 12 + mo, w * 7 + d, h * 3600 + mi * 60 + s]


class Peer:
    """A program that answers a line of JSON with a line of JSON."""

    def __init__(self, command):
        self.process = subprocess.Popen(command.split(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL)

    def read(self, text, date):
        out = []
        for offset, sentence in sentences(text):
            self.process.stdin.write(json.dumps({"text": sentence, "date": date}) + "\n")
            self.process.stdin.flush()
            for m in json.loads(self.process.stdout.readline()):
                out.append({**m, "begin": m["begin"] + offset, "end": m["end"] + offset})
        return out

    def seconds(self, text):
        self.read("今年。", "2024-07-25")  # what it loads first
        begin = time.perf_counter()
        self.read(text, "2024-07-25")
        return time.perf_counter() - begin


class Gongwen:
    def __init__(self, program):
        self.program = program

    def run(self, text, *options):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "text.txt")
            pathlib.Path(path).write_text(text, encoding="utf-8", newline="")
            command = [self.program, "extract", "--only", "quantity,time", "--format", "jsonl", *options, path]
            begin = time.perf_counter()
            said = subprocess.run(command, capture_output=True, check=True).stdout.decode()
            return said, time.perf_counter() - begin

    def read(self, text, date):
        out = []
        for line in self.run(text, *(["--reference-date", date] if date else []))[0].splitlines():
            r = json.loads(line)
            m = {"kind": r["type"], "begin": r["span"][0], "end": r["span"][1]}
            m["values"] = [r[k] for k in ("value", "low", "high") if k in r]
            m["begin_day"], m["end_day"], m["length"] = r.get("begin"), r.get("end"), length(r.get("duration"))
            out.append(m)
        return out

    def seconds(self, text):
        return min(self.run(text)[1] for _ in range(5))


def right(gold, said, kind):
    if kind == "quantity":
        wanted = [number(gold[k]) for k in ("value", "low", "high") if gold.get(k) is not None]
        return [number(v) for v in said.get("values", [])] == wanted
    if gold.get("duration"):
        return said.get("length") is not None and said["length"] == length(gold["duration"])
    late = gold.get("end") and re.fullmatch(r"\d{4}-\d\d-\d\d", gold["end"])
    ends = {gold.get("end")} | ({str(datetime.date.fromisoformat(gold["end"]) + datetime.timedelta(days=1))} if late else set())
    begins = {gold.get("begin")}
    return (gold.get("begin") is None or said.get("begin_day") in begins) and (gold.get("end") is None or said.get("end_day") in ends)


def score(reader, cases):
    counts = {kind: [0, 0, 0, 0] for kind in ("quantity", "time")}  # asked, found, right, right and with its unit
    for text, date, answers in cases:
        said = reader.read(text, date)
        for kind, (begin, end), gold in answers:
            near = [m for m in said if m["kind"] == kind and m["begin"] < end and m["end"] > begin]
            counts[kind][0] += 1
            counts[kind][1] += bool(near)
            near = [m for m in near if right(gold, m, kind)]
            counts[kind][2] += bool(near)
            counts[kind][3] += any(m["end"] >= end for m in near)
    return counts


def gold_cases():
    shared = os.environ.get("GONGWEN_SHARED")
    folder = pathlib.Path(shared or "") / "eval"
    if not shared or not (folder / "score.py").is_file():
        print("no texts with known answers: GONGWEN_SHARED is not set, or has no eval")
        return []
    sys.path.insert(0, str(folder))
    from score import Located  # where a quote stands in a text

    out = []
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / gold["doc"]).read_bytes().decode("utf-8-sig")
        places, answers = Located(text), []
        for kind, layer in (("quantity", "quantities"), ("time", "times")):
            for g in gold.get(layer, []):
                span = places.span(layer, g["line"], g["quote"])
                if span and not g.get("optional"):
                    answers.append((kind, span, g))
        out.append((text, gold.get("reference_date") or "2024-07-25", answers))
    return out


def megabyte():
    """The samples of this project, again and again."""
    sample = "\n".join(p.read_text(encoding="utf-8") for p in sorted((ROOT / "examples/data").glob("*.txt")))
    times = 1_000_000 // len(sample.encode()) + 1
    return (sample * times).encode()[:1_000_000].decode("utf-8", "ignore")


def main():
    readers = {"gongwen": Gongwen(sys.argv[1])}
    for peer in sys.argv[2:]:
        name, command = peer.split("=", 1)
        readers[name] = Peer(command)
    cases, text = gold_cases(), megabyte()
    print("| | quantities found | right | with unit | times found | right | MB/s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, reader in readers.items():
        counts = score(reader, cases) if cases else {}
        asked = [("quantity", 1), ("quantity", 2), ("quantity", 3), ("time", 1), ("time", 2)]
        cells = [f"{counts[k][i]} of {counts[k][0]} ({100 * counts[k][i] / counts[k][0]:.1f} %)" for k, i in asked] if counts else ["–"] * 5
        speed = len(text.encode()) / 1e6 / reader.seconds(text)
        print(f"| {name} | " + " | ".join(cells) + f" | {speed:.3g} |", flush=True)


if __name__ == "__main__":
    main()
