"""Rich files by the same `read`, and what is said where the library has no readers.

The library without readers lies beside the other in the build, in the folder plain/."""

import os
import subprocess
import sys
import tempfile
import unittest
import zipfile
from io import BytesIO
from pathlib import Path

import gongwen
from go_programs import LIBRARY, ROOT, built

WORDS = "2023年，全县实现财政收入2.5亿元，同比增长8%。"
PLAIN = LIBRARY.parent / "plain"


def packed(parts):
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def docx():
    paragraphs = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("工作报告", WORDS))
    return packed({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{paragraphs}</w:body></w:document>",
    })


def ofd():
    return packed({
        "OFD.xml": '<ofd:OFD xmlns:ofd="urn:o"><ofd:DocBody><ofd:DocRoot>D/D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        "D/D.xml": '<ofd:Document xmlns:ofd="urn:o"><ofd:Pages><ofd:Page BaseLoc="0.xml"/></ofd:Pages></ofd:Document>',
        "D/0.xml": '<ofd:Page xmlns:ofd="urn:o"><ofd:Content><ofd:Layer><ofd:TextObject Boundary="10 10 100 5" Size="5">'
        f'<ofd:TextCode X="0" Y="4">{WORDS}</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>',
    })


def html():
    return f"<!DOCTYPE html><html><body><h1>工作报告</h1><p>{WORDS}</p></body></html>".encode()


def pdf():
    """A page that says GDP 5%."""
    words = b"BT /F 12 Tf 20 100 Td (GDP 5%) Tj ET"
    return (
        b"%%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n"
        b"endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font "
        b"<< /F 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        b"5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\n%%%%EOF\n"
        % (len(words), words)
    )


FILES = {"a.docx": docx(), "b.ofd": ofd(), "c.html": html(), "d.pdf": pdf()}


@unittest.skipUnless(gongwen.reads_rich_files(), "the library was built without readers of rich files")
class Rich(unittest.TestCase):
    def test_formats(self):
        for name in ("a.docx", "b.ofd", "c.html"):
            document = gongwen.read(FILES[name])
            (indicator,) = document.indicators
            self.assertEqual((indicator.name, str(indicator.value)), ("财政收入", "250000000"), name)
            self.assertEqual(document.original[indicator.span.begin : indicator.span.end], "2.5亿元")
            place = document.place(indicator.span)
            self.assertEqual((place.page, place.paragraph), (1, 1) if name == "b.ofd" else (0, 2), name)
        self.assertEqual([str(q.value) for q in gongwen.read(FILES["d.pdf"]).quantities], ["5"])

    def test_same_as_the_program(self):
        program = LIBRARY.parents[1] / "bin" / "gongwen"
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder) / name for name in FILES]
            for path in paths:
                path.write_bytes(FILES[path.name])
            expected = subprocess.run([program, "--format", "jsonl", "--by", *paths], capture_output=True, check=True).stdout.decode()
            self.assertEqual("".join(gongwen.read(path).to_jsonl(by=True) for path in paths), expected)
            self.assertEqual("".join(d.to_jsonl(by=True) for d in gongwen.extract_many(paths, jobs=2)), expected)
            if built(ROOT / "tests" / "go" / "jsonl", Path(folder) / "jsonl"):
                environment = os.environ | {"LD_LIBRARY_PATH": str(LIBRARY.parent)}
                done = subprocess.run([Path(folder) / "jsonl", *paths], capture_output=True, check=True, env=environment)
                self.assertEqual(done.stdout.decode(), expected)

    def test_text_is_text(self):
        page = FILES["c.html"].decode()
        for document in (gongwen.read_text(page), gongwen.read(page.encode(), plain=True), gongwen.read(page.encode(), encoding="UTF-8")):
            self.assertEqual(document.original, page)
            self.assertIsNone(document.place(3))

    def test_refused(self):
        with self.assertRaises(gongwen.Error) as caught:
            gongwen.read(packed({"xl/workbook.xml": "<workbook/>"}))
        self.assertEqual(caught.exception.code, "unsupported")
        with self.assertRaises(gongwen.Error):
            gongwen.read(FILES["a.docx"][:300])


PROGRAM = """
import sys, gongwen
assert not gongwen.reads_rich_files()
for path in sys.argv[1:]:
    try:
        print(len(gongwen.read(path).indicators))
    except gongwen.Error as error:
        print(error.code, error.args[0])
"""


@unittest.skipUnless((PLAIN / "libgongwen_c.so.1").is_file(), "no library without readers was built")
class WithoutReaders(unittest.TestCase):
    def test_refused_with_a_sentence(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, data in FILES.items():
                (Path(folder) / name).write_bytes(data)
            environment = os.environ | {"LD_PRELOAD": str(PLAIN / "libgongwen_c.so.1")}
            done = subprocess.run([sys.executable, "-c", PROGRAM, *FILES], capture_output=True, text=True, cwd=folder, env=environment)
        self.assertEqual(done.stderr, "")
        refused = "unsupported this library was built without readers of DOCX, OFD and PDF; save the file as plain text, or build with GONGWEN_BUILD_READERS"
        self.assertEqual(done.stdout.splitlines(), [refused, refused, "1", refused])  # HTML is read as text


if __name__ == "__main__":
    unittest.main()
