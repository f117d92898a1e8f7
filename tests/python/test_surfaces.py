"""All surfaces give the same bytes: the program, C, Go, Python, and Python's records written back one by one.

Over the sample, and over the texts of $GONGWEN_SHARED where that is set. The programs are looked for in the build that
holds GONGWEN_LIBRARY; that in Go is built here."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import gongwen
from go_programs import BUILD, LOADED, ROOT, built

TABLES = "edits nodes quantities ratios ranks times entities indicators projects tasks appraisals problems formulations findings".split()


def texts():
    yield ROOT / "examples" / "data" / "jiangping.txt"
    if "GONGWEN_SHARED" in os.environ:
        yield from sorted(Path(os.environ["GONGWEN_SHARED"]).glob("eval/texts/*.txt"))


class Surfaces(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = list(map(str, texts()))
        program = BUILD / "bin" / "gongwen"
        if not program.is_file():
            raise unittest.SkipTest("the program gongwen was not built")
        cls.expected = cls.printed(program, "check", "--format", "jsonl", "--by", *cls.texts)

    @classmethod
    def printed(cls, *command):
        done = subprocess.run(list(map(str, command)), capture_output=True, env=LOADED)
        assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()
        return done.stdout.decode()

    def assert_same(self, found):
        """As assertEqual, with a message that is shorter than the texts."""
        if found != self.expected:
            pairs = zip(found.splitlines(), self.expected.splitlines())
            line, other = next(((a, b) for a, b in pairs if a != b), ("", "(one is the begin of the other)"))
            self.fail(f"{line}\nis not\n{other}")

    def test_there_is_much_to_compare(self):
        self.assertGreater(self.expected.count("\n"), 50 * len(self.texts))

    def test_c(self):
        program = BUILD / "tests" / "gongwen_capi_jsonl"
        if not program.is_file():
            self.skipTest("the tests in C were not built")
        self.assert_same(self.printed(program, *self.texts))

    def test_go(self):
        with tempfile.TemporaryDirectory() as folder:
            if not built(ROOT / "tests" / "go" / "jsonl", Path(folder) / "jsonl"):
                self.skipTest("there is no Go of 1.24 or newer")
            self.assert_same(self.printed(Path(folder) / "jsonl", *self.texts))

    def test_python(self):
        self.assert_same("".join(gongwen.read(path).to_jsonl(by=True) for path in self.texts))

    def test_python_many(self):
        self.assert_same("".join(document.to_jsonl(by=True) for document in gongwen.extract_many(self.texts, jobs=3)))

    def test_every_control_character(self):
        text = "".join(map(chr, range(32))) + '"\\\x7f\u2028收入5亿元。'
        document = gongwen.read_text(text, keep_controls=True, keep_spaces=True, source=text.replace("\0", ""))
        lines = document.to_jsonl(by=True).split("\n")[:-1]  # splitlines would part at U+2028
        self.assertEqual([gongwen.as_line(gongwen.from_line(line)) for line in lines], lines)
        self.assertGreater(len(lines[0]), len(text))

    def test_records_of_python(self):
        """Each record by itself, in the order in which the library writes them."""
        for path in self.texts:
            document = gongwen.read(path)
            lines = document.to_jsonl(by=True).splitlines()
            ids = [gongwen.from_line(line).id for line in lines[1:]]
            self.assertEqual([gongwen.as_line(document.head), *(gongwen.as_line(document[id]) for id in ids)], lines)
            self.assertEqual(len(ids), sum(len(getattr(document, table)) for table in TABLES))


if __name__ == "__main__":
    unittest.main()
