#!/usr/bin/env python3
"""overhead.py FILE…: what a document costs in Python beside the C library alone, in milliseconds, and the ratio.

Printed, never asserted. Runs in an environment with the package (build/python). `C` is the call that reads, `records` adds
every record as an object, `JSON Lines` the text of them."""

import sys
import time
from pathlib import Path

import gongwen

TABLES = "edits nodes quantities ratios ranks times entities indicators projects tasks appraisals problems formulations findings".split()


def best(work, data):
    """Milliseconds of the fastest of some runs."""
    times = []
    for _ in range(15):
        begin = time.perf_counter()
        work(data)
        times.append(time.perf_counter() - begin)
    return 1000 * min(times)


def records(data):
    document = gongwen.read(data)
    for table in TABLES:
        getattr(document, table)


print(f"{'bytes':>8} {'C':>9} {'records':>9} {'ratio':>6} {'JSON Lines':>11} {'ratio':>6}  file")
for path in sys.argv[1:]:
    data = Path(path).read_bytes()
    base, objects = best(gongwen.read, data), best(records, data)
    lines = best(lambda data: gongwen.read(data).to_jsonl(), data)
    print(f"{len(data):8} {base:9.2f} {objects:9.2f} {objects / base:6.2f} {lines:11.2f} {lines / base:6.2f}  {Path(path).name}")
