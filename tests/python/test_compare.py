"""compare, chunks as tables, and rules that are left out: the same as the program's."""

import csv
import importlib.util
import io
import subprocess
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path

import gongwen
from go_programs import BUILD, LOADED, ROOT, built

SAMPLE = ROOT / "examples" / "data" / "jiangping.txt"
PROGRAM = BUILD / "bin" / "gongwen"
PLAN = "2023年，全县税收收入力争达到8亿元。2023年，全县粮食产量35.6万吨。"
RESULT = "2023年，全县税收收入完成6亿元。2023年，全县粮食产量35.62万吨。"


class Compare(unittest.TestCase):
    def test_pairs(self):
        pairs = gongwen.compare(gongwen.read_text(PLAN), gongwen.read_text(RESULT))
        self.assertEqual([(p.name, p.relation) for p in pairs], [("税收收入", "missed"), ("粮食产量", "rounded")])
        tax = pairs.pairs[0]
        self.assertEqual(tax.first, gongwen.Side("i1", Decimal(800000000), "target"))
        self.assertEqual((tax.difference, tax.per_cent), (Decimal(-200000000), Decimal(75)))
        self.assertEqual((len(pairs), repr(pairs)), (2, "<gongwen.Comparison of 2 pairs>"))
        rows = list(csv.DictReader(io.StringIO(pairs.to_csv(), newline="")))
        self.assertEqual([row["second.value"] for row in rows], ["600000000", "356200"])
        self.assertEqual(len(pairs.to_table().splitlines()), 2)
        self.assertEqual(len(gongwen.compare(gongwen.read_text(""), gongwen.read_text(RESULT))), 0)
        with self.assertRaises(gongwen.Error) as caught:
            gongwen.compare(gongwen.read_text(PLAN, stage="segment"), gongwen.read_text(RESULT))
        self.assertEqual(caught.exception.code, "invalid_argument")

    @unittest.skipUnless(PROGRAM.is_file(), "the program gongwen was not built")
    def test_same_bytes_everywhere(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / "plan.txt", Path(folder) / "result.txt"]
            for path, text in zip(paths, (PLAN, RESULT)):
                path.write_text(text, encoding="utf-8")
            pairs = gongwen.compare(*map(gongwen.read, paths))
            for format_, found in (("jsonl", pairs.to_jsonl()), ("csv", pairs.to_csv()), ("table", pairs.to_table())):
                done = subprocess.run([PROGRAM, "compare", *paths, "--format", format_], capture_output=True, check=True)
                self.assertEqual(done.stdout.decode(), found)
            if built(ROOT / "tests" / "go" / "compare", Path(folder) / "compare"):
                done = subprocess.run([Path(folder) / "compare", *paths], capture_output=True, check=True, env=LOADED)
                self.assertEqual(done.stdout.decode(), pairs.to_jsonl())


class ChunksAsTables(unittest.TestCase):
    def setUp(self):
        self.document = gongwen.read(SAMPLE)
        self.chunks = self.document.chunks(120)
        self.assertGreater(len(self.chunks), 5)

    def test_csv(self):
        text = self.document.to_csv("chunk", max_chars=120)
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual([row["text"] for row in rows], [chunk.text for chunk in self.chunks])
        self.assertEqual([row["nodes"] for row in rows], [";".join(chunk.nodes) for chunk in self.chunks])
        self.assertEqual({row["source"] for row in rows}, {str(SAMPLE)})

    @unittest.skipUnless(PROGRAM.is_file(), "the program gongwen was not built")
    def test_the_program(self):
        command = [PROGRAM, "chunk", SAMPLE, SAMPLE, "--max-chars", "120", "--format"]
        done = subprocess.run([*command, "csv"], capture_output=True, check=True).stdout.decode()
        once = self.document.to_csv("chunk", max_chars=120)
        self.assertEqual(done, once + once.split("\r\n", 1)[1])
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([*command, "csv", "--output", folder], check=True)
            self.assertEqual((Path(folder) / "chunk.csv").read_bytes().decode(), done)

    @unittest.skipUnless(importlib.util.find_spec("pyarrow"), "pyarrow is not installed")
    def test_arrow(self):
        import pyarrow

        for views in (False, True):
            found = self.document.to_arrow("chunk", max_chars=120, string_views=views)
            table = pyarrow.table(found)
            table.validate(full=True)
            self.assertEqual(table.column_names, ["source", "id", "path", "nodes", "text", "oversize", "span"])
            self.assertEqual(len(found), len(self.chunks))
            for row, chunk in zip(table.to_pylist(), self.chunks):
                self.assertEqual((row["id"], row["text"], row["oversize"]), (chunk.id, chunk.text, chunk.oversize))
                self.assertEqual((tuple(row["path"] or ()), tuple(row["nodes"])), (chunk.path, chunk.nodes))
                self.assertEqual((row["span"]["begin"], row["span"]["end"]), chunk.span)
        if PROGRAM.is_file():
            command = [PROGRAM, "chunk", SAMPLE, "--max-chars", "120", "--format", "arrow"]
            done = subprocess.run(command, capture_output=True)
            if b"without flatbuffers" not in done.stderr:
                stream = pyarrow.ipc.open_stream(done.stdout).read_all()
                self.assertEqual(stream.to_pylist(), table.to_pylist())

    def test_refused(self):
        with self.assertRaises(gongwen.Error):
            gongwen.read(SAMPLE, stage="parse").to_csv("chunk")
        with self.assertRaises(ValueError):
            self.document.to_arrow("chunk", max_chars=0)


class Without(unittest.TestCase):
    def test_rules(self):
        text = "三次产业结构比为12.1:38.4:50.2。"
        self.assertEqual([f.rule for f in gongwen.read_text(text).findings], ["shares_not_100"])
        self.assertEqual(gongwen.read_text(text, without=["shares_not_100"]).findings, [])
        with self.assertRaises(gongwen.Error) as caught:
            gongwen.read_text(text, without=["no_such_rule"])
        self.assertEqual(caught.exception.code, "unsupported")
        with self.assertRaises(TypeError):
            gongwen.read_text(text, without="shares_not_100")


if __name__ == "__main__":
    unittest.main()
