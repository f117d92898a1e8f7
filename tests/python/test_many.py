"""Many files, long files, and what a notebook shows."""

import io
import sys
import tempfile
import threading
import types
import unittest
from pathlib import Path
from unittest import mock

import gongwen

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples" / "data" / "jiangping.txt"
SENTENCE = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。"


class Many(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.paths = [Path(folder.name) / f"{i}.txt" for i in range(40)]
        for i, path in enumerate(self.paths):
            path.write_text(f"全县新建学校{i + 1}所。", encoding="utf-8")

    def test_in_order(self):
        for jobs in (1, 4, None):
            found = list(gongwen.extract_many(self.paths, jobs=jobs, stage="extract"))
            self.assertEqual([d.head.source for d in found], list(map(str, self.paths)))
            self.assertEqual([int(d.quantities[0].value) for d in found], list(range(1, 41)))

    def test_a_file_that_cannot_be_read(self):
        paths = [self.paths[0], "/no/such/file", self.paths[1]]
        with self.assertRaises(FileNotFoundError):
            list(gongwen.extract_many(paths))
        failed = []
        found = list(gongwen.extract_many(paths, on_error=lambda path, error: failed.append((path, type(error)))))
        self.assertEqual((len(found), failed), (2, [("/no/such/file", FileNotFoundError)]))
        self.paths[0].write_bytes(b"abc\xff")
        with self.assertRaises(gongwen.Error) as caught:
            list(gongwen.extract_many(paths, strict=True, encoding="UTF-8"))
        self.assertEqual((caught.exception.code, caught.exception.offset), ("undecodable", 3))

    def test_no_more_than_is_asked_for(self):
        """An iterator of paths is drawn from as documents are taken, and may be left in the midst."""
        drawn = []
        paths = (drawn.append(path) or path for path in self.paths)
        documents = gongwen.extract_many(paths, jobs=2)
        self.assertEqual(drawn, [])
        next(documents)
        self.assertLessEqual(len(drawn), 6)
        documents.close()
        self.assertLessEqual(len(drawn), 6)
        self.assertFalse([t for t in threading.enumerate() if t.name.startswith("gongwen")])

    def test_progress(self):
        calls = []

        class Bar:
            def __init__(self, total, unit):
                calls.append(total)

            def update(self):
                calls.append("update")

            def close(self):
                calls.append("close")

        bars = types.SimpleNamespace(tqdm=Bar)
        with mock.patch.dict(sys.modules, {"tqdm": types.ModuleType("tqdm"), "tqdm.auto": bars}):
            list(gongwen.extract_many(self.paths[:3], progress=True))
            self.assertEqual(calls, [3, "update", "update", "update", "close"])
        with mock.patch.dict(sys.modules, {"tqdm": None, "tqdm.auto": None}), self.assertRaises(ImportError):
            list(gongwen.extract_many(self.paths[:3], progress=True))

    def test_the_lock_is_free_while_the_library_works(self):
        text = "全县实现增加值5.2亿元，同比增长8%，居全市第3位。\n" * 20000
        reader = threading.Thread(target=gongwen.read_text, args=(text,))
        reader.start()
        turns = 0
        while reader.is_alive():
            turns += 1
        self.assertGreater(turns, 1000)  # with the lock held there would be a handful


class Long(unittest.TestCase):
    def whole(self, path, **options):
        """The records of reading a file whole, in the order of `stream`."""
        lines = gongwen.read(path, **options).to_jsonl(by=True).splitlines()
        return [gongwen.from_line(line) for line in lines[1:] + lines[:1]]

    def test_same_records(self):
        self.assertEqual(list(gongwen.stream(SAMPLE)), self.whole(SAMPLE))
        with SAMPLE.open("rb") as file:
            self.assertEqual(list(gongwen.stream(file, source=str(SAMPLE))), self.whole(SAMPLE))
        only = [r for r in self.whole(SAMPLE, stage="extract") if r.type == "indicator"]
        self.assertEqual(list(gongwen.stream(SAMPLE, only=["indicator"], stage="extract")), only)

    def test_a_file_of_many_articles(self):
        """More than a window of them, so that the text is read in pieces; memory is not asked for the whole."""
        article = "第{}篇 全县工作情况\n\n今年以来，全县完成财政收入{}.5亿元，同比增长8%。\n\n" + "各乡镇要抓好落实。\n" * 400 + "\n"
        data = "".join(article.format(i, i) for i in range(1, 700)).encode()
        self.assertGreater(len(data), 5 << 20)
        found = list(gongwen.stream(io.BytesIO(data), only=["indicator", "document"]))
        self.assertEqual([r.type for r in found[-2:]], ["indicator", "document"])
        self.assertEqual([r.id for r in found[:-1]], [f"i{i}" for i in range(1, 700)])
        self.assertEqual(found[-2].value, 69950000000)
        self.assertEqual(found[-1].length, len(data.decode()))

    def test_failures(self):
        with self.assertRaises(FileNotFoundError):
            next(gongwen.stream("/no/such/file"))
        with self.assertRaises(gongwen.Error) as caught:
            list(gongwen.stream(io.BytesIO(b"abc\xff"), strict=True, encoding="UTF-8"))
        self.assertEqual((caught.exception.code, caught.exception.offset), ("undecodable", 3))

        class Broken(io.RawIOBase):
            def read(self, size=-1):
                raise ZeroDivisionError("of the source")

        with self.assertRaisesRegex(ZeroDivisionError, "of the source"):
            list(gongwen.stream(Broken()))
        with self.assertRaises(ValueError):
            gongwen.stream(SAMPLE, only=["indicators"])


class Shown(unittest.TestCase):
    def test_reprs(self):
        document = gongwen.read_text(SENTENCE)
        rank = document.ranks[0]
        self.assertTrue(repr(rank).startswith(f"Rank(id='k1', text={rank.text!r}, position=13, "), rank)
        indicator = repr(document.indicators[0])
        self.assertIn("value=102260000000,", indicator)
        self.assertIn("changes=(Change(basis='yoy', direction='up', value=5.3, unit='%'),)", indicator)
        self.assertIn("begin=2023-01-01", indicator)
        self.assertNotIn("None", indicator)
        self.assertNotIn("low=", indicator)
        self.assertEqual(repr(gongwen.read(SAMPLE)).count("gongwen.Document"), 1)

    def test_html(self):
        html = gongwen.read(SAMPLE)._repr_html_()
        self.assertIn("<caption>indicators", html)
        self.assertIn("地区生产总值", html)
        text = "<script>alert(1)</script>\n全县<b>实现</b>财政收入2亿元。\n存在的问题：<img src=x>的主要困难突出。"
        document = gongwen.read_text(text, source='"><script>')
        for tag in ("<script", "<img", "<b>"):
            self.assertNotIn(tag, document._repr_html_())
        self.assertLess(len(gongwen.read_text("财政收入2亿元。\n" * 500)._repr_html_()), 20000)

    def test_a_text_is_no_path(self):
        with self.assertRaisesRegex(ValueError, "read_text"):
            gongwen.read(SENTENCE * 9)
        with self.assertRaises(FileNotFoundError):
            gongwen.read("report.txt")
        with self.assertRaisesRegex(TypeError, "refrence_date"):
            gongwen.read(b"", refrence_date="2024-01-01")


if __name__ == "__main__":
    unittest.main()
