"""Arrow tables: what the PyCapsule interface hands out, and what pyarrow, polars, pandas and DuckDB make of it.

Those four are tested where they are installed (tests/tools/python.sh installs them)."""

import contextlib
import ctypes
import datetime
import gc
import importlib.util
import json
import os
import subprocess
import sys
import unittest
from decimal import Decimal
from pathlib import Path

import gongwen

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples" / "data" / "jiangping.txt"
TYPES = "document edit node quantity ratio rank time entity indicator project task appraisal problem formulation finding".split()
CORPUS = Path(os.environ["GONGWEN_SHARED"]) / "corpus" / "texts" if "GONGWEN_SHARED" in os.environ else None
FLAGS = {"from_end": False, "oversize": False, "applied": True}  # JSON Lines leaves a flag out where it is so

# Sentences for what the sample has not: unknown years, fractions, deadlines, bounds, a character beyond the first plane.
SENTENCES = (
    "约三分之一的农户参加，每头补贴600元，收购稻谷2700—2800吨。𠮷林镇新增企业３５家。\n"
    "责任单位要于8月31日前报送方案，力争到2026年底前完成投资1.2亿元。财政收入同比下降1.5个百分点。\n"
    "要做到四个对准：一是对准目标，二是对准问题，四是对准政策。三次产业结构比为12.1:38.4:50.2。\n"
)


def have(name):
    return importlib.util.find_spec(name) is not None


def needs(*names):
    return unittest.skipUnless(all(map(have, names)), "not installed: " + ", ".join(n for n in names if not have(n)))


@contextlib.contextmanager
def unraisable():
    """What is reported as ignored meanwhile."""
    found, before = [], sys.unraisablehook
    sys.unraisablehook = lambda what: found.append(str(what.exc_value))
    try:
        yield found
    finally:
        sys.unraisablehook = before


def documents():
    yield gongwen.read(SAMPLE, source="sample")
    yield gongwen.read_text(SENTENCES, source="sentences", reference_date="2025-03-01")
    yield gongwen.read_text(SENTENCES)
    yield gongwen.read_text("")


def plain(value, name=""):
    """A value of Arrow as JSON Lines has it; None where it is left out."""
    if isinstance(value, dict):
        if value.keys() == {"begin", "end"}:
            return [value["begin"], value["end"]]
        if value.keys() == {"numerator", "denominator"}:
            return [value["numerator"], value["denominator"]]
        members = {key: plain(v, key) for key, v in value.items()}
        return {key: v for key, v in members.items() if v is not None}
    if isinstance(value, list):
        if name == "evidence" and value and isinstance(value[0], dict):
            return {entry["slot"]: entry["ids"] for entry in value}
        return [plain(v) for v in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool):
        return None if FLAGS.get(name) == value else value
    return value


def known(value):
    """JSON without what Arrow cannot say: days of an unknown year."""
    if isinstance(value, dict):
        members = {key: known(v) for key, v in value.items()}
        return {key: v for key, v in members.items() if not (isinstance(v, str) and v.startswith("XXXX") and key != "timex")}
    return [known(v) for v in value] if isinstance(value, list) else value


class Capsules(unittest.TestCase):
    """Without any library that reads them."""

    def name(self, capsule):
        name = ctypes.pythonapi.PyCapsule_GetName
        name.restype, name.argtypes = ctypes.c_char_p, [ctypes.py_object]
        return name(capsule)

    def test_released_unread(self):
        table = gongwen.read(SAMPLE).to_arrow("indicator")
        self.assertEqual(self.name(table.__arrow_c_stream__()), b"arrow_array_stream")
        self.assertEqual(self.name(table.__arrow_c_schema__()), b"arrow_schema")
        gc.collect()

    def test_a_stream_keeps_its_document(self):
        capsule = gongwen.read(SAMPLE).to_arrow("node").__arrow_c_stream__()
        gc.collect()
        self.assertEqual(self.name(capsule), b"arrow_array_stream")

    def test_while_an_exception_is_on_its_way(self):
        document = gongwen.read(SAMPLE)
        table = document.to_arrow("task")

        def fail(table):
            return table.__arrow_c_stream__(), table.__arrow_c_schema__(), 1 / 0

        with unraisable() as ignored:
            for get in (lambda: table, lambda: document.to_arrow("task")):
                with self.assertRaises(ZeroDivisionError):
                    fail(get())
                with self.assertRaises(ZeroDivisionError):
                    [get(), get().__arrow_c_schema__, fail(get())]
            gc.collect()
        self.assertEqual(ignored, [])

    def run_python(self, code):
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)

    def test_while_the_interpreter_ends(self):
        for keep in ("kept = t.__arrow_c_stream__()", "import builtins; builtins.kept = t.__arrow_c_stream__()",
                     "sys.kept = t.__arrow_c_schema__()", "class A: pass\na = A(); a.a = a; a.kept = t.__arrow_c_stream__()",
                     "del sys.modules['gongwen._arrow']; kept = t.__arrow_c_stream__(); del t, gongwen"):
            with self.subTest(keep):
                code = f"import sys, gongwen\nt = gongwen.read_text('2023年增长5%。').to_arrow('quantity')\n{keep}\n"
                done = self.run_python(code)
                self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_memory_is_given_back(self):
        code = (
            "import gongwen, resource\n"
            "t = gongwen.read_text('全县实现增加值5亿元。' * 2000).to_arrow('quantity')\n"
            "def some():\n  for _ in range(3000): t.__arrow_c_stream__(), t.__arrow_c_schema__()\n"
            "some(); before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
            "some(); some(); print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
        )
        done = self.run_python(code)
        self.assertEqual(done.stderr, "")
        self.assertLess(int(done.stdout), 2048)  # KiB: a leak of a few hundred bytes each would be more

    def test_wrong_words(self):
        document = gongwen.read_text("增长5%。")
        for arguments in ({"type": "chunks"}, {"type": "node", "offsets": "bytes"}):
            with self.assertRaises(ValueError):
                document.to_arrow(**arguments)
        self.assertEqual(repr(document.to_arrow("node")), "<gongwen.Table of node, no source>")


@needs("pyarrow")
class PyArrow(unittest.TestCase):
    def table(self, document, type_, **options):
        import pyarrow

        table = pyarrow.table(document.to_arrow(type_, **options))
        table.validate(full=True)
        return table

    def compare(self, document):
        """Every record of the JSON Lines is a row, field by field, and no other is."""
        expected = {type_: [] for type_ in TYPES}
        for line in document.to_jsonl(by=True).splitlines():
            record = known(json.loads(line, parse_float=Decimal))
            expected[record.pop("type")].append(record)
        for type_ in TYPES:
            rows = self.table(document, type_, by=True).to_pylist()
            self.assertEqual({row["source"] for row in rows}, {document.head.source or None} if rows else set())
            found = [{key: v for key in row if (v := plain(row[key], key)) is not None} for row in rows]
            if type_ != "document":
                found = [{key: v for key, v in row.items() if key != "source"} for row in found]
            self.assertEqual(found, expected[type_], (document.head.source, type_))
            self.assertEqual(len(document.to_arrow(type_)), len(rows))

    def test_same_as_json_lines(self):
        for document in documents():
            self.compare(document)

    @unittest.skipUnless(CORPUS and CORPUS.is_dir(), "no corpus: GONGWEN_SHARED is not set")
    def test_same_as_json_lines_in_the_corpus(self):
        for path in sorted(CORPUS.glob("*.txt")):
            self.compare(gongwen.read(path))

    def test_views(self):
        import pyarrow

        for document in documents():
            for type_ in TYPES:
                copied, viewed = self.table(document, type_), self.table(document, type_, string_views=True)
                self.assertEqual(viewed.schema.field("source").type, pyarrow.string_view())
                self.assertEqual(viewed.to_pylist(), copied.to_pylist())
        table = self.table(gongwen.read(SAMPLE), "problem", string_views=True)
        gc.collect()  # the document is gone, but not what the table looks into
        self.assertTrue(all(table["text"].to_pylist()))

    def test_types(self):
        import pyarrow

        schema = pyarrow.schema(gongwen.read(SAMPLE).to_arrow("indicator"))
        self.assertEqual(schema.names[:3], ["source", "id", "name"])
        self.assertEqual(schema.field("value").type, pyarrow.decimal128(38, 10))
        self.assertEqual(schema.field("confidence").type, pyarrow.decimal128(38, 10))
        self.assertEqual(schema.field("period").type.field("begin").type, pyarrow.date32())
        self.assertEqual(schema.field("changes").type.value_type.field("value").type, pyarrow.decimal128(38, 10))

    def test_offsets(self):
        document = gongwen.read_text(SENTENCES)
        begins = {unit: [s["begin"] for s in self.table(document, "node", offsets=unit)["span"].to_pylist()]
                  for unit in ("codepoint", "utf8", "utf16")}
        original = document.original
        self.assertEqual(begins["utf8"], [len(original[:b].encode()) for b in begins["codepoint"]])
        self.assertEqual(begins["utf16"], [len(original[:b].encode("utf-16-le")) // 2 for b in begins["codepoint"]])

    def test_parquet_and_back(self):
        import io

        import pyarrow.parquet

        for document in documents():
            for type_ in TYPES:
                table = self.table(document, type_)
                file = io.BytesIO()
                pyarrow.parquet.write_table(table, file)
                self.assertTrue(pyarrow.parquet.read_table(file).equals(table))

    def test_batch_by_batch(self):
        import pyarrow

        reader = pyarrow.RecordBatchReader.from_stream(gongwen.read_text("增长5%。\n" * 70000, stage="extract").to_arrow("quantity"))
        self.assertEqual([batch.num_rows for batch in reader], [65536, 4464])


@needs("pyarrow", "polars", "pandas", "duckdb")
class OtherReaders(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = gongwen.read(SAMPLE)
        cls.table = cls.document.to_arrow("indicator")
        cls.values = [i.value for i in cls.document.indicators]

    def test_polars(self):
        import polars

        frame = polars.DataFrame(self.table)
        self.assertEqual(frame["value"].to_list(), self.values)
        self.assertTrue(frame.equals(self.table.to_polars()))
        self.assertEqual(frame["changes"].list.len().fill_null(0).to_list(), [len(i.changes) for i in self.document.indicators])

    def test_pandas(self):
        import pandas

        frame = self.table.to_pandas()
        self.assertEqual([None if pandas.isna(v) else v for v in frame["value"]], self.values)
        if hasattr(pandas.DataFrame, "from_arrow"):
            self.assertEqual(list(pandas.DataFrame.from_arrow(self.table)["name"]), list(frame["name"]))

    def test_duckdb(self):
        import duckdb

        indicators = self.table
        rows = duckdb.sql("select value, len(changes) from indicators").fetchall()
        self.assertEqual([value for value, _ in rows], self.values)
        again = duckdb.sql("select count(*) from indicators where period.begin = date '2023-01-01'").fetchall()
        self.assertEqual(again[0][0], sum(str(i.period.begin) == "2023-01-01" for i in self.document.indicators if i.period))


if __name__ == "__main__":
    unittest.main()
