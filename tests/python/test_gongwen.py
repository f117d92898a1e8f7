"""The Python package, on the sample and on sentences of its own. tests/tools/python.sh builds it and runs this."""

import dataclasses
import gc
import json
import re
import sys
import threading
import unittest
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import gongwen
from gongwen import _convert, records
from gongwen._abi import ffi, lib

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "capi" / "python"))
from native import declarations  # noqa: E402

HEADER = (ROOT / "capi" / "include" / "gongwen.h").read_text(encoding="utf-8")
SAMPLE = ROOT / "examples" / "data" / "jiangping.txt"
TABLES = {
    "edit": "edits",
    "node": "nodes",
    "quantity": "quantities",
    "ratio": "ratios",
    "rank": "ranks",
    "time": "times",
    "entity": "entities",
    "indicator": "indicators",
    "project": "projects",
    "task": "tasks",
    "appraisal": "appraisals",
    "problem": "problems",
    "formulation": "formulations",
    "finding": "findings",
}
SENTENCE = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。三次产业结构比为12.1:38.4:50.2。"

# One sentence or more for each field; none is from any report.
SENTENCES = [
    SENTENCE,
    "一、２０２３年工作\r\n今年上半年，全县完成财政总收入6.77亿元，占年度计划的55.8%，同比下降1.5个百分点。",
    "约三分之一的农户参加，每头补贴600元，单价20元/公斤左右，收购稻谷2700—2800吨，受益6300多万元。",
    "预计一季度工业增加值增长8%以上，拉动GDP增长0.1个百分点，增速比全国高1.7个百分点，增幅居六县（市）倒数第一。",
    "第一、二、三产业增加值分别为4.82亿元、4.98亿元、11.12亿元，同比分别增长4.2%、14%、12.6%。",
    "力争到8月底前完成投资1.2亿元，自2018年以来，每月召开一次会议，工期30至90日。",
    "要做到四个对准：一是对准目标，二是对准问题，四是对准政策。",
    "𠮷林镇新增企业３５家，其中规模以上12家。",
]


class SameAsJsonLines(unittest.TestCase):
    """Every record of the JSON Lines is a record here, field by field, and no other is."""

    def compare(self, document, offsets="codepoint"):
        lines = document.to_jsonl(offsets=offsets, by=True).splitlines()
        every = [document.head, *(record for table in TABLES.values() for record in getattr(document, table))]
        self.assertEqual(sorted(map(gongwen.as_line, every)), sorted(lines))  # mentions of all types stand by position
        self.assertEqual({gongwen.as_line(gongwen.from_line(line)) for line in lines}, set(lines))
        expected = [json.loads(line, parse_float=Decimal) for line in lines]
        found = {}
        for type_, table in TABLES.items():
            for i, record in enumerate(getattr(document, table), 1):
                self.assertEqual(record.id, expected_id := f"{self.letter(type_)}{i}")
                self.assertIs(document[expected_id], record)
                found[record.id] = gongwen.as_dict(record)
        self.assertEqual(gongwen.as_dict(document.head), expected[0])
        for record in expected[1:]:
            self.assertEqual(found.pop(record["id"]), record)
            self.assertEqual(list(record), [k for k in self.order(record["type"]) if k in record])
        self.assertEqual(found, {})

    @staticmethod
    def letter(type_):
        return dict(zip(["document", *TABLES], "denqrktmipavbfw"))[type_]

    @staticmethod
    def order(type_):
        record = getattr(gongwen, type_.capitalize())
        return ["type", *(f.name for f in dataclasses.fields(record))]

    def test_sample(self):
        document = gongwen.read(SAMPLE)
        self.assertGreater(len(document.indicators), 10)
        self.assertEqual(document.head.source, str(SAMPLE))
        self.compare(document)

    def test_sentences(self):
        for sentence in SENTENCES:
            for offsets in ("codepoint", "utf8", "utf16"):
                with self.subTest(sentence=sentence, offsets=offsets):
                    document = gongwen.read_text(sentence, offsets=offsets, reference_date="2024-07-25", implied=True)
                    self.compare(document, offsets)

    def test_every_field_is_met(self):
        """The sentences reach the fields that this version finds, so the comparison is not of nothing."""
        met = set()
        for sentence in SENTENCES:
            for line in gongwen.read_text(sentence, reference_date="2024-07-25").to_jsonl().splitlines():
                record = json.loads(line)
                met |= {(record["type"], key) for key in record}
        for field in ("quantity.low", "quantity.per", "quantity.fraction", "quantity.mod", "ratio.terms", "rank.scope"):
            self.assertIn(tuple(field.split(".")), met)
        for field in ("time.timex", "indicator.changes", "indicator.completion", "indicator.evidence", "finding.evidence"):
            self.assertIn(tuple(field.split(".")), met)


class SameAsTheHeader(unittest.TestCase):
    def test_dataclasses(self):
        for name in gongwen.__all__:
            record = getattr(records, name, None)
            if dataclasses.is_dataclass(record):
                names = [f.name for f in dataclasses.fields(record) if f.name != "id"]
                self.assertEqual(names, [name for name, _ in _convert.struct_of(record).fields], record)

    def test_every_member_is_converted(self):
        plain = {"_Bool", "int32_t", "uint64_t", "size_t"}
        for name in gongwen.__all__:
            record = getattr(records, name, None)
            if dataclasses.is_dataclass(record):
                for member, field in _convert.struct_of(record).fields:
                    if _convert._converter(field.type) is _convert._same:
                        self.assertIn(_convert.name_of(field.type), plain, f"{record}.{member}")

    def test_words(self):
        """The words that the package makes of enumerators are those that the library gives."""
        for enumeration in re.findall(r"typedef enum (\w+) ", HEADER):
            function = getattr(lib, enumeration + "_name", None)
            if function is None:
                continue  # an enumeration of options
            for value, word in _convert.words(enumeration).items():
                self.assertEqual(_convert.text(function(value)), word)
            self.assertEqual(_convert.text(function(max(_convert.words(enumeration)) + 1)), "")

    def test_declarations(self):
        """Nothing of the header is lost on the way to cffi."""
        left = declarations(HEADER)
        for name in re.findall(r"\bgongwen_\w+(?= *\()", re.sub(r"/\*.*?\*/", "", HEADER, flags=re.DOTALL)):
            self.assertIn(name + "(", left)
            self.assertTrue(callable(getattr(lib, name)), name)

    def test_rows_may_grow(self):
        """Rows of a newer library are longer: the stride is what counts."""
        list_ = ffi.new("gongwen_evidences*")
        evidence = ffi.new("gongwen_evidence[4]")
        for i in range(4):
            evidence[i].ref.index = i
        list_.first, list_.count, list_.stride = evidence, 2, 2 * ffi.sizeof("gongwen_evidence")
        self.assertEqual([row.ref.index for row in _convert.rows(list_)], [0, 2])


class Reading(unittest.TestCase):
    def test_values(self):
        document = gongwen.read_text(SENTENCE)
        quantity = document.quantities[0]
        self.assertEqual(quantity.value, Decimal("102260000000"))
        self.assertEqual((quantity.text, quantity.unit, quantity.step), ("1022.6亿元", "CNY", Decimal("10000000")))
        self.assertEqual(document.ratios[0].terms, (Decimal("12.1"), Decimal("38.4"), Decimal("50.2")))
        indicator = document.indicators[0]
        self.assertEqual((indicator.name, indicator.area, indicator.status), ("地区生产总值", "全市", "actual"))
        self.assertEqual(indicator.period.begin, gongwen.Date(2023, 1, 1))
        self.assertEqual(indicator.period.begin.to_date().isoformat(), "2023-01-01")
        self.assertEqual(document[indicator.evidence["value"][0]].text, quantity.text)
        self.assertEqual(document.findings[0].rule, "shares_not_100")

    def test_spans_index_the_original(self):
        """Also where characters lie beyond the first plane, and where CR and full width were repaired."""
        for sentence in SENTENCES:
            document = gongwen.read_text(sentence)
            self.assertEqual(document.original, sentence)
            for quantity in document.quantities:
                words = sentence[quantity.span.begin : quantity.span.end]
                for edit in reversed(document.edits):
                    if quantity.span.begin <= edit.span.begin and edit.span.end <= quantity.span.end and edit.applied:
                        begin, end = (edge - quantity.span.begin for edge in edit.span)
                        words = words[:begin] + edit.after + words[end:]
                self.assertEqual(words, quantity.text)

    def test_inputs(self):
        expected = gongwen.read_text(SENTENCE).to_jsonl()
        data = SENTENCE.encode()
        for input in (data, bytearray(data), memoryview(data)):
            self.assertEqual(gongwen.read(input).to_jsonl(), expected)
        self.assertEqual(gongwen.read(SENTENCE.encode("gb18030"), encoding="GB18030").original, SENTENCE)
        self.assertEqual(gongwen.read_text("").quantities, [])
        self.assertEqual(gongwen.read(b"").original, "")
        with self.assertRaises(FileNotFoundError):
            gongwen.read(ROOT / "there is no such file")

    def test_options(self):
        self.assertEqual(gongwen.read_text(SENTENCE, stage="segment").quantities, [])
        self.assertEqual(gongwen.read_text(SENTENCE, mentions_only=True).indicators, [])
        mixed = "财政收入5亿元，风速5.5米。"
        self.assertEqual([i.name for i in gongwen.read_text(mixed, min_confidence=0.9).indicators], ["财政收入"])
        self.assertTrue(gongwen.read_text(SENTENCE, language="en").findings[0].message.isascii())
        head = gongwen.read_text("今年。", reference_date="2024-07-25", source="名字").head
        self.assertEqual((head.reference_date, head.reference_date_from), (gongwen.Date(2024, 7, 25), "caller"))
        self.assertEqual(head.source, "名字")
        wide = "共有３５家企业。"
        self.assertNotEqual(gongwen.read_text(wide).text, wide)
        self.assertEqual(gongwen.read_text(wide, keep_characters=True).text, wide)
        kinds = {"width": wide, "radicals": "\u2f08口", "confusions": "位臵", "spaces": "5 %", "controls": "全\u200b县"}
        for kind, text in {**kinds, "line_ends": "全县。\r\n"}.items():
            self.assertNotEqual(gongwen.read_text(text).text, text)
            self.assertEqual(gongwen.read_text(text, **{"keep_" + kind: True}).text, text)

    def test_written(self):
        document = gongwen.read_text(SENTENCE)
        lines = [json.loads(line) for line in document.to_jsonl(only=["rank"], numbers_as_strings=True).splitlines()]
        self.assertEqual([line["type"] for line in lines], ["rank"])
        self.assertIn("地区生产总值", document.to_table())

    def test_dates(self):
        self.assertEqual(str(gongwen.Date(None, 6, 30)), "XXXX-06-30")
        self.assertIsNone(gongwen.Date(None, 6, 30).to_date())


class Chunks(unittest.TestCase):
    TEXT = "一、做强产业\n全县新建茶园三万亩。带动农户两千户。\n二、改善民生\n新建学校两所。\n"

    def test_pieces(self):
        document = gongwen.read_text(self.TEXT, stage="segment")
        self.assertEqual(len(document.chunks()), 1)
        chunks = document.chunks(20)
        self.assertEqual([c.id for c in chunks], [f"c{i + 1}" for i in range(len(chunks))])
        self.assertGreater(len(chunks), 1)
        self.assertEqual(chunks[0].path, ("做强产业",))
        for chunk in chunks:
            self.assertEqual(chunk.text, document.original[chunk.span.begin : chunk.span.end])
            self.assertTrue(chunk.oversize or len(chunk.text) <= 20)
            self.assertIsNotNone(document[chunk.nodes[0]])
        utf8 = document.chunks(20, offsets="utf8")[0].span
        self.assertEqual(self.TEXT.encode()[utf8.begin : utf8.end].decode(), chunks[0].text)

    def test_separators_of_lines_inside_a_text(self):
        document = gongwen.read_text("全县\u2028新建\u2029学校两所。")
        self.assertEqual([c.text for c in document.chunks()], ["全县\u2028新建\u2029学校两所。"])

    def test_refused(self):
        with self.assertRaises(gongwen.Error):
            gongwen.read_text(self.TEXT, stage="parse").chunks()
        with self.assertRaises(ValueError):
            gongwen.read_text(self.TEXT).chunks(0)


class Errors(unittest.TestCase):
    def assert_error(self, code, offset, *arguments, **options):
        with self.assertRaises(gongwen.Error) as caught:
            gongwen.read(*arguments, **options)
        self.assertEqual((caught.exception.code, caught.exception.offset), (code, offset))
        self.assertGreater(len(str(caught.exception)), 10)

    def test_codes(self):
        self.assert_error("too_large", 10, SENTENCE.encode(), max_bytes=10)
        self.assert_error("undecodable", 3, b"abc\xffdef", strict=True, encoding="UTF-8")
        self.assert_error("undecodable", 0, b"abc", encoding="no such encoding")
        self.assert_error("invalid_argument", 0, b"abc", reference_date="2023-02-30")
        with self.assertRaises(gongwen.Error) as caught:
            gongwen.read_text(SENTENCE, max_nodes=1)
        self.assertEqual(caught.exception.code, "limit")

    def test_words(self):
        for options in ({"stage": "all"}, {"offsets": ""}, {"language": "fr"}, {"source": "a\0b"}, {"encoding": "GBK"}):
            with self.assertRaises(ValueError):
                gongwen.read_text("abc", **options)
        with self.assertRaises(KeyError):
            gongwen.read_text("abc")["q1"]
        with self.assertRaises(ValueError):
            gongwen.read_text("abc").to_jsonl(only=["quantities"])

    def test_lexicon(self):
        with self.assertRaises(gongwen.Error) as caught:
            gongwen.Lexicon().extend("units", "# ok\nno tabs, no table has such a line\n")
        self.assertEqual((caught.exception.code, caught.exception.offset), ("bad_lexicon", 2))


class Units(unittest.TestCase):
    def test_numbers(self):
        self.assertEqual(gongwen.convert(5, "t"), (Decimal(5000), "kg", True))
        self.assertEqual(gongwen.convert(Decimal("1E+2"), "亩"), (Decimal("66666.6666666667"), "m2", False))
        self.assertEqual(gongwen.convert("1.5", "km2"), (Decimal(1500000), "m2", True))
        self.assertIsNone(gongwen.convert(20, "degC"))
        self.assertIsNone(gongwen.convert(20, "家"))
        with self.assertRaises(gongwen.Error) as caught:
            gongwen.convert("a lot", "t")
        self.assertEqual(caught.exception.code, "invalid_argument")

    def test_quantities(self):
        document = gongwen.read_text("浓度为30微克/立方米，收购价每公斤20元，企业35家，用地2至3亩。")
        found = [gongwen.convert(quantity) for quantity in document.quantities]
        self.assertEqual(found[0], (Decimal("0.00000003"), "kg/m3", True))
        self.assertEqual(found[1], (Decimal(20), "CNY/kg", True))
        self.assertEqual(found[2:], [None, None])

    def test_own(self):
        lexicon = gongwen.Lexicon().extend("units", "粮包\tgrain_bale\tmass\t90 kg\t-\tTEST\n")
        lexicon = lexicon.extend("patterns", "load\tquantity\tL(?<value>\\d+)(?<unit>粮包)\tTEST\n")
        (quantity,) = gongwen.read_text("各村报告。\n今日装车L35粮包。\n", lexicon=lexicon).quantities
        self.assertEqual((quantity.text, quantity.by), ("L35粮包", "load"))
        self.assertEqual(gongwen.convert(quantity, lexicon=lexicon), (Decimal(3150), "kg", True))
        with self.assertRaises(gongwen.Error) as caught:
            lexicon.extend("patterns", "load\tquantity\t(?<worth>x)\tTEST\n")
        self.assertEqual((caught.exception.code, caught.exception.offset), ("bad_pattern", 1))


class Lifetimes(unittest.TestCase):
    def test_records_outlive_their_document(self):
        document = gongwen.read_text(SENTENCE)
        records_ = document.indicators
        del document
        gc.collect()
        self.assertEqual(records_[0].name, "地区生产总值")

    def test_lexicon_may_go_first(self):
        lexicon = gongwen.Lexicon().extend("units", "粮包\tgrain_bale\tother\t-\t-\tTEST\n")
        document = gongwen.read_text("全市实现地区生产总值1022.6亿元，收到35粮包。", lexicon=lexicon)
        del lexicon
        gc.collect()
        self.assertEqual(document.indicators[0].canonical, "地区生产总值")
        self.assertEqual(document.quantities[1].unit, "grain_bale")

    def test_threads(self):
        document = gongwen.read_text(SENTENCE)
        expected, found = document.to_jsonl(), []

        def work():
            found.append(document.to_jsonl() == expected == gongwen.read_text(SENTENCE).to_jsonl())

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, [True] * 8)


if __name__ == "__main__":
    unittest.main()
