"""What the tests of servers share: generated reports, and the tables that one process makes of them."""

import atexit
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
DOCUMENTS = 50


def module(path: Path):
    """A program of the examples, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


counties = module(EXAMPLES / "data" / "counties.py")


@lru_cache(maxsize=None)
def folder() -> Path:
    """A folder with `reports` and `records`, which goes when the tests end."""
    here = Path(tempfile.mkdtemp(prefix="gongwen-"))
    atexit.register(shutil.rmtree, here, ignore_errors=True)
    counties.write(here / "reports", DOCUMENTS)
    files = sorted(map(str, (here / "reports").iterdir()))
    subprocess.run([sys.executable, EXAMPLES / "python" / "to_parquet.py", here / "records", *files], check=True)
    return here


def rows(records: Path, type_: str) -> pa.Table:
    """A table of Parquet files in the order of sources and ids."""
    table = pq.read_table(records / type_)
    sources, ids = table["source"].to_pylist(), (table["id"].to_pylist() if "id" in table.column_names else None)
    key = (lambda row: (sources[row], int(ids[row][1:]))) if ids else sources.__getitem__
    return table.take(pa.array(sorted(range(table.num_rows), key=key), pa.int64()))
