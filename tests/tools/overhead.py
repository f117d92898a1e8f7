#!/usr/bin/env python3
"""overhead.py BUILD [FILE…]: what a document costs in C, Python and Go against C++, as the table of the README.

Runs in the environment with the package (build/python), after BUILD has gongwen_overhead_cpp, gongwen_overhead_c and the C
library. Without a FILE, over the sample and over the sample sixteen times. The programs take turns, and of each the fastest
round counts, so that what else the machine does falls on all alike. Printed, never asserted."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = Path(sys.argv[1]).resolve()
os.environ["GONGWEN_LIBRARY"] = str(BUILD / "capi" / "libgongwen_c.so")
sys.path.insert(0, str(ROOT / "tests" / "python"))
from go_programs import LOADED, built  # noqa: E402

TURNS, ROUNDS = 7, 12
KINDS = ("read", "jsonl", "records", "arrow")


def measured(programs, file):
    """By language and kind, the fewest milliseconds."""
    best = {}
    for _ in range(TURNS):
        for language, command in programs.items():
            said = subprocess.run([*command, file, str(ROUNDS)], capture_output=True, text=True, check=True, env=LOADED).stdout
            for kind, took in re.findall(r"^(\w+) ([\d.]+)$", said, re.MULTILINE):
                best[language, kind] = min(float(took), best.get((language, kind), float("inf")))
    return best


def table(file, best):
    print(f"\n| {file.stat().st_size / 1000:.1f} KB | all stages | and JSON Lines | and every record | and Arrow |\n| --- | --- | --- | --- | --- |")
    for language in dict.fromkeys(language for language, _ in best):
        cells = []
        for kind in KINDS:
            took, base = best.get((language, kind)), best["C++", "jsonl" if kind == "jsonl" else "read"]
            cells.append("" if took is None else f"{took:.2f} ms" if language == "C++" else f"{took / base:.2f}")
        print(f"| {language} | {' | '.join(cells)} |")


with tempfile.TemporaryDirectory() as folder:
    here = Path(folder)
    programs = {"C++": [BUILD / "tests" / "gongwen_overhead_cpp"], "C": [BUILD / "tests" / "gongwen_overhead_c"]}
    programs["Python"] = [sys.executable, ROOT / "tests" / "overhead" / "overhead.py"]
    if built(ROOT / "tests" / "go" / "overhead", here / "go"):
        programs["Go"] = [here / "go"]
    files = [Path(file) for file in sys.argv[2:]]
    if not files:
        files = [ROOT / "examples" / "data" / "jiangping.txt", here / "long.txt"]
        files[1].write_bytes(files[0].read_bytes() * 16)
    for file in files:
        table(file, measured(programs, file))
