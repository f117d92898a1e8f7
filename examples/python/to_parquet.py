#!/usr/bin/env python3
"""to_parquet.py OUT FILE…: reads documents and writes a Parquet table for each type of record, OUT/indicator/part-0.parquet.

The layout is that of examples/spark, so examples/duckdb and examples/postgres read what either has written."""

import sys
from pathlib import Path

import gongwen
import pyarrow as pa
import pyarrow.parquet as pq

TYPES = (
    "document edit node quantity ratio rank time entity indicator project task appraisal problem formulation finding".split()
)


def main(out: Path, files: list[str]) -> int:
    failed = 0
    tables: dict[str, list[pa.Table]] = {type_: [] for type_ in TYPES}
    for file in files:
        try:
            document = gongwen.read(Path(file))
        except (gongwen.Error, OSError) as error:
            print(f"{file}: {error}", file=sys.stderr)
            failed += 1
            continue
        for type_, found in tables.items():
            records = document.to_arrow(type_)
            if len(records) or not found:  # one at least, so that each table has its columns
                found.append(pa.table(records))
    for type_, found in tables.items():
        if found:
            (out / type_).mkdir(parents=True, exist_ok=True)
            pq.write_table(pa.concat_tables(found), out / type_ / "part-0.parquet")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__.splitlines()[0])
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
