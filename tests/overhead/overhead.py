"""overhead.py FILE ROUNDS: as overhead.cpp, in Python; "records" makes an object of every record, "arrow" gives all of them
as tables of pyarrow."""

import sys
import time
from pathlib import Path

import gongwen

TABLES = "edits nodes quantities ratios ranks times entities indicators projects tasks appraisals problems formulations findings".split()
TYPES = "document edit node quantity ratio rank time entity indicator project task appraisal problem formulation finding".split()

data, rounds = Path(sys.argv[1]).read_bytes(), int(sys.argv[2])


def fastest(name, work):
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        work(gongwen.read(data))
        times.append(time.process_time() - begin)
    print(f"{name} {1000 * min(times):.4f}")


fastest("read", lambda document: None)
fastest("jsonl", lambda document: document.to_jsonl())
fastest("records", lambda document: [getattr(document, table) for table in TABLES])
try:
    import pyarrow
except ImportError:
    pass
else:
    fastest("arrow", lambda document: [pyarrow.table(document.to_arrow(type_)) for type_ in TYPES])
