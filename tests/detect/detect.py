#!/usr/bin/env python3
"""detect.py PROGRAM CORPUS [--record]: is every text, and every piece of 60 bytes, read as what it is?

Each text of CORPUS/texts, and each of its pieces, is written in every encoding that can hold it and handed to PROGRAM
(gongwen_detect) without a word about the encoding. Right is what decodes to the same text. A piece begins with a character and
may end inside one, no byte order mark counted. Big5 gets the traditional form, made by OpenCC. "UTF-8, broken" has one byte
taken out in each piece, and in a text one a thousand characters.

Prints the table and compares it with rates.tsv: no share may fall, none may be below 99.5 %. --record writes the table.
"""
import pathlib
import re
import struct
import subprocess
import sys

PIECE = 60
LEAST = 99.5
RATES = pathlib.Path(__file__).parent / "rates.tsv"


def holds(codec, character):
    try:
        data = character.encode(codec)
        # Python's two tables of Big5 have a few signs at different places: only what both agree on is sure.
        return codec != "cp950" or data == character.encode("big5hkscs")
    except UnicodeEncodeError:
        return False


def holdable(text, codec):
    """The stretches of a text that an encoding can hold."""
    foreign = "".join(c for c in set(text) if not holds(codec, c))
    return [s for s in re.split(f"[{re.escape(foreign)}]", text) if s] if foreign else [text]


def pieces(text, codec):
    """(what is to be read, bytes) of each piece; the next begins with the character that this one cuts."""
    data = text.encode(codec)
    begin = 0
    while begin < len(data):
        piece = data[begin : begin + PIECE]
        whole = piece.decode(codec, "ignore")
        size = len(whole.encode(codec))
        yield whole + "\ufffd" * (size < len(piece)), piece
        begin += size


def broken(text, every):
    """The text with the last byte of a Chinese character gone once in `every` characters, and what is read of it."""
    expected, data = [], []
    for begin in range(0, len(text), every):
        part = text[begin : begin + every]
        at = next((i for i in range(len(part) // 2, len(part)) if "\u4e00" <= part[i] <= "\u9fff"), None)
        if at is None:
            expected.append(part)
            data.append(part.encode())
        else:
            expected.append(part[:at] + "\ufffd" + part[at + 1 :])
            data.append(part[:at].encode() + part[at].encode()[:-1] + part[at + 1 :].encode())
    return "".join(expected), b"".join(data)


def plain(codec, mark=b""):
    """Cases of an encoding: (size, expected, bytes), size "texts" or "pieces"."""

    def cases(text):
        stretches = holdable(text, codec)
        if stretches == [text]:
            yield "texts", text, mark + text.encode(codec)
        for stretch in stretches:
            for part, data in pieces(stretch, codec):
                yield "pieces", part, mark + data

    return cases


def utf8_broken(text):
    yield ("texts", *broken(text, 1000))
    for _, piece in pieces(text, "utf-8"):
        yield ("pieces", *broken(piece.decode("utf-8", "ignore"), PIECE))


def big5(convert):
    cases = plain("cp950")
    return lambda text: cases(convert(text))


def kinds():
    out = {
        "UTF-8": plain("utf-8"),
        "UTF-8 with BOM": plain("utf-8", b"\xef\xbb\xbf"),
        "UTF-8, broken": utf8_broken,
        "GB18030": plain("gb18030"),
        "GBK": plain("gbk"),
        "UTF-16LE": plain("utf-16-le"),
        "UTF-16BE": plain("utf-16-be"),
        "UTF-16LE with BOM": plain("utf-16-le", b"\xff\xfe"),
        "UTF-16BE with BOM": plain("utf-16-be", b"\xfe\xff"),
    }
    try:
        from opencc import OpenCC

        out["Big5"] = big5(OpenCC("s2tw").convert)
    except ImportError:
        print("no Big5: OpenCC is not there")
    return out


def measure(program, texts):
    """{(kind, size): (right, all)}"""
    rows = []
    run = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for name, cases in kinds().items():
        numbers = {"texts": len(rows), "pieces": len(rows) + 1}
        rows += [(name, "texts"), (name, "pieces")]
        for text in texts:
            out = bytearray()
            for size, expected, data in cases(text):
                expected = expected.encode()
                out += struct.pack("=III", numbers[size], len(expected), len(data)) + expected + data
            run.stdin.write(out)
    said = run.communicate()[0]
    if run.returncode:
        sys.exit(f"{program} ended with {run.returncode}")
    table = {}
    for line in said.decode().splitlines():
        row, right, count = map(int, line.split())
        table[rows[row]] = right, count
    return table


def share(right, count):
    """In per cent, two decimals, rounded down: 100 is said of no error at all."""
    return right * 10000 // count / 100


def main():
    program, corpus = sys.argv[1], pathlib.Path(sys.argv[2])
    texts = [p.read_bytes().decode("utf-8", "replace") for p in sorted((corpus / "texts").glob("*.txt"))]
    table = measure(program, texts)
    for (name, size), (right, count) in table.items():
        print(f"{name:18} {size:7} {right:7} of {count:7}  {share(right, count):6.2f} %")
    if "--record" in sys.argv[3:]:
        with RATES.open("w", encoding="utf-8") as out:
            out.write("# Share of what is read right, in per cent, the least that a change may reach. Written by detect.py --record\n")
            for (name, size), (right, count) in table.items():
                out.write(f"{name}\t{size}\t{share(right, count):.2f}\n")
    least = {}
    for line in RATES.read_text(encoding="utf-8").splitlines():
        if line[0] != "#":
            name, size, figure = line.split("\t")
            least[name, size] = float(figure)
    failed = 0
    for row, (right, count) in table.items():
        if share(right, count) < max(LEAST, least.get(row, LEAST)):
            print(f"{' '.join(row)}: {share(right, count):.2f} %, which was {least.get(row, LEAST):.2f} %")
            failed += 1
    print(f"{len(table) - failed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
