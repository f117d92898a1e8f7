"""ascii_literals.py FILE...: no string or character literal of C and C++ may hold a byte outside ASCII.

Chinese in code stands in comments alone: words belong to src/lexicon, and a header may be read in any code page.
"""
import re
import sys

# Comments first: a quote inside one is no literal. A raw string ends with the delimiter it began with.
TOKEN = re.compile(
    rb'//(?:\\\n|[^\n])*'
    rb'|/\*.*?\*/'
    rb'|(?:u8|[uUL])?R"(?P<mark>[^\s()\\"]{0,16})\(.*?\)(?P=mark)"'
    rb'|"(?:\\.|[^"\\\n])*"'
    rb"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])*'",
    re.DOTALL,
)


def offences(source: bytes):
    for token in TOKEN.finditer(source):
        text = token.group()
        if not text.startswith((b"//", b"/*")) and not text.isascii():
            yield source.count(b"\n", 0, token.start()) + 1, text.decode(errors="replace")


def main(paths):
    found = 0
    for path in paths:
        with open(path, "rb") as file:
            for line, text in offences(file.read()):
                print(f"{path}:{line}: {text}")
                found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
