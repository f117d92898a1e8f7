"""The program's CSV, Markdown and explanations, against the records that Python has of the same file.

The program is looked for in the build that holds GONGWEN_LIBRARY."""

import csv
import dataclasses
import importlib.util
import os
import pty
import subprocess
import tempfile
import unittest
from pathlib import Path

import gongwen

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples" / "data" / "jiangping.txt"
PROGRAM = Path(os.environ.get("GONGWEN_LIBRARY", "/nowhere/capi/x")).resolve().parents[1] / "bin" / "gongwen"


def words(value):
    """A value as a cell has it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


@unittest.skipUnless(PROGRAM.is_file(), "the program gongwen was not built")
class Program(unittest.TestCase):
    def run_program(self, *arguments):
        return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True)

    def output(self, *arguments):
        done = self.run_program(*arguments)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout.decode()

    def test_csv_of_one_type(self):
        document = gongwen.read(SAMPLE)
        text = self.output(SAMPLE, "--format", "csv", "--only", "indicator", "--by")
        self.assertEqual(text, document.to_csv("indicator", by=True))
        rows = list(csv.DictReader(text.splitlines()))
        self.assertEqual(len(rows), len(document.indicators))
        for row, indicator in zip(rows, document.indicators):
            self.assertEqual((row["source"], row["id"]), (str(SAMPLE), indicator.id))
            for field in dataclasses.fields(indicator):
                value = getattr(indicator, field.name)
                if field.name in row and field.name != "evidence":
                    self.assertEqual(row[field.name], words(value))
                elif dataclasses.is_dataclass(value):
                    for part in dataclasses.fields(value):
                        self.assertEqual(row[f"{field.name}.{part.name}"], words(getattr(value, part.name)))
            self.assertEqual((row["span.begin"], row["span.end"]), tuple(map(str, indicator.span)))

    def test_csv_of_every_table_into_a_folder(self):
        document = gongwen.read(SAMPLE)
        with tempfile.TemporaryDirectory() as folder:
            self.output(SAMPLE, SAMPLE, "--format", "csv", "--output", folder, "--jobs", "2")
            tables = {}
            for path in Path(folder).iterdir():
                with path.open(encoding="utf-8", newline="") as file:
                    tables[path.stem] = list(csv.DictReader(file))
        self.assertEqual(len(tables), 18)
        self.assertEqual(len(tables["indicator"]), 2 * len(document.indicators))
        changes = [(row["id"], row["basis"], row["value"]) for row in tables["indicator_changes"]]
        expected = [(i.id, c.basis, words(c.value)) for i in document.indicators for c in i.changes]
        self.assertEqual(changes, expected * 2)

    def test_csv_of_what(self):
        for command in (
            [SAMPLE],
            [SAMPLE, "--only", "rank,time"],
            [SAMPLE, "--only", "rank", "--stream"],
            ["chunk", SAMPLE, "--only", "node"],
        ):
            done = self.run_program(*command, "--format", "csv")
            self.assertEqual((done.returncode, done.stdout), (2, b""), command)

    @unittest.skipUnless(importlib.util.find_spec("pyarrow"), "pyarrow is not installed")
    def test_arrow(self):
        import pyarrow
        import pyarrow.ipc

        document = gongwen.read(SAMPLE)
        with tempfile.TemporaryDirectory() as folder:
            done = self.run_program(SAMPLE, SAMPLE, "--format", "arrow", "--by", "--output", folder)
            if b"without flatbuffers" in done.stderr:
                self.skipTest("the program was built without flatbuffers")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            files = {path.stem: path.read_bytes() for path in Path(folder).iterdir()}
        self.assertEqual(len(files), 15)
        for type_, bytes_ in files.items():
            table = pyarrow.ipc.open_stream(bytes_).read_all()
            table.validate(full=True)
            once = pyarrow.table(document.to_arrow(type_, by=True))
            self.assertEqual(table.schema, once.schema)
            self.assertTrue(table.equals(pyarrow.concat_tables([once, once])), type_)

    def test_markdown(self):
        text = self.output(SAMPLE, "--format", "markdown")
        self.assertEqual(text, gongwen.read(SAMPLE).to_markdown())
        for table in text.strip().split("\n\n## "):
            lines = table.split("\n\n", 1)[1].splitlines()
            self.assertEqual(len({line.count(" |") for line in lines}), 1)

    def test_explain(self):
        document = gongwen.read(SAMPLE)
        text = self.output("explain", SAMPLE)
        first = document.indicators[0]
        self.assertTrue(text.startswith(f"{first.id} indicator {first.name}\n"))
        self.assertIn(f"by             {first.by}, confidence {first.confidence}\n", text)
        for slot, ids in first.evidence.items():
            self.assertIn(f"  {slot:14} {ids[0]} ", text)
        self.assertIn(f"{document.findings[0].id} finding {document.findings[0].message}\n", text)
        self.assertEqual(self.output("explain", SAMPLE, "--only", "quantity").count("\nq"), len(document.quantities) - 1)

    def test_review(self):
        golden = ROOT / "tests" / "golden" / "review"
        self.assertEqual(self.output("review", SAMPLE, "--format", "markdown"), (golden / "jiangping.md").read_text("utf-8"))
        english = self.output("review", SAMPLE, "--format", "csv", "--lang", "en")
        rows = list(csv.DictReader(english.splitlines()))
        self.assertEqual([row["Id"] for row in rows], [i.id for i in gongwen.read(SAMPLE).indicators])
        with tempfile.TemporaryDirectory() as folder:
            other = Path(folder) / "other.txt"
            other.write_text("全县生产总值增长5%。", "utf-8")
            self.output("review", SAMPLE, other, "--output", f"{folder}/pages/")
            self.assertEqual(sorted(p.name for p in Path(folder, "pages").iterdir()), ["jiangping.txt.html", "other.txt.html"])
            done = self.run_program("review", other, f"{folder}/none.txt", "--output", f"{folder}/one.html")
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"none.txt: ", done.stderr)
            self.assertIn("生产总值", Path(folder, "one.html").read_text("utf-8"))
        self.assertEqual(self.run_program("review", SAMPLE, "--format", "jsonl").returncode, 2)
        self.assertEqual(self.run_program(SAMPLE, "--format", "html").returncode, 2)

    def test_progress_on_a_terminal_alone(self):
        def said(*options):
            terminal, end = pty.openpty()
            done = subprocess.run([PROGRAM, SAMPLE, SAMPLE, "--format", "jsonl", *options], stdout=subprocess.DEVNULL, stderr=end)
            os.write(end, b"\nend")
            os.close(end)
            text = b""
            while not text.endswith(b"end"):
                text += os.read(terminal, 65536)
            os.close(terminal)
            self.assertEqual(done.returncode, 0)
            return text.decode()[: -len("\r\nend")]

        self.assertIn("2/2 ", said())
        self.assertRegex(said(), r"2 documents, 0 failed, \d+\.\d s")
        self.assertEqual(said("--quiet"), "")
        self.output(SAMPLE, SAMPLE, "--format", "jsonl")  # nothing on a stderr that is none


if __name__ == "__main__":
    unittest.main()
