"""How to read and write, from keywords to the structs of C."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Iterable, TypedDict

from . import _convert
from ._abi import ffi, lib

if TYPE_CHECKING:
    from ._lexicon import Lexicon

_FLAGS = (
    "strict",
    "implied",
    "mentions_only",
    "keep_lines",
    "keep_page_numbers",
    "keep_characters",
    "keep_width",
    "keep_radicals",
    "keep_confusions",
    "keep_spaces",
    "keep_controls",
    "keep_line_ends",
    "plain",
)
_STRINGS = ("encoding", "reference_date", "source")
_NUMBERS = ("min_confidence", "max_bytes", "max_nodes", "max_records", "max_nesting")
_WORDS = {"stage": "gongwen_stage", "offsets": "gongwen_offset_unit", "language": "gongwen_language"}


class Options(TypedDict, total=False):
    """The keywords of `read`, `read_text`, `extract_many` and `stream`.

    source: the name of the input, for the document record; of a path, else nothing.
    encoding: a name that ICU knows; found by itself where it is None. strict: undecodable bytes raise.
    reference_date: the day the text was written or spoken; the text is asked where it is None.
    lexicon: with words of one's own.
    stage: how far to read: "parse", "segment", "extract" or "check" (the default).
    offsets: the unit of every span: "codepoint" (indexes of `Document.original`, the default), "utf8" or "utf16".
    language: of the messages of findings, "zh" (the default) or "en". implied: also derive what is implied.
    without: rules of findings to leave out (docs/rules.md names them), as ["behind_schedule"].
    plain: the input is text, whatever it looks like; else DOCX, HTML, OFD and PDF are known by their bytes.
    mentions_only: no facts. min_confidence: facts that are less sure are left out, 0.9 asks for precision.
    keep_*: a kind of repair to leave undone: joined lines, page numbers, characters (width, radicals and confusions of
    fonts and recognition at once), spaces inside numbers and words, control characters, CR at line ends.
    max_*: limits, 0 for the default.
    """

    source: str | None
    encoding: str | None
    strict: bool
    reference_date: str | datetime.date | None
    lexicon: Lexicon | None
    stage: str
    offsets: str
    language: str
    implied: bool
    without: Iterable[str]
    plain: bool
    mentions_only: bool
    keep_lines: bool
    keep_page_numbers: bool
    keep_characters: bool
    keep_width: bool
    keep_radicals: bool
    keep_confusions: bool
    keep_spaces: bool
    keep_controls: bool
    keep_line_ends: bool
    min_confidence: float
    max_bytes: int
    max_nodes: int
    max_records: int
    max_nesting: int


class Plan:
    """A gongwen_options, and what it points to."""

    def __init__(self, options: Options) -> None:
        given: dict[str, Any] = {"offsets": "codepoint", **options}
        self.struct = ffi.new("gongwen_options*")
        self.struct.struct_size = ffi.sizeof(self.struct[0])
        self._kept: list[Any] = []
        without = given.pop("without", ())
        if isinstance(without, str):
            raise TypeError(f"without is a list of rules: [{without!r}]")
        given["without"] = ",".join(without) or None
        for name in (*_STRINGS, "without"):
            value = given.pop(name, None)
            if value is not None:
                self._kept.append(ffi.new("char[]", _null_terminated(name, str(value))))
                setattr(self.struct, name, self._kept[-1])
        lexicon = given.pop("lexicon", None)
        self._kept.append(lexicon)
        self.struct.lexicon = ffi.NULL if lexicon is None else lexicon._handle
        for name in _NUMBERS:
            setattr(self.struct, name, given.pop(name, 0))
        for name, enumeration in _WORDS.items():
            if name in given:
                setattr(self.struct, name, _convert.value_of(enumeration, given.pop(name)))
        for name in _FLAGS:
            self.struct.flags |= getattr(lib, "GONGWEN_FLAG_" + name.upper()) * bool(given.pop(name, False))
        if given:
            raise TypeError(f"there is no option {next(iter(given))!r}; there are {', '.join(Options.__annotations__)}")


def write_options(
    format: str, offsets: str, only: Iterable[str] = (), numbers_as_strings: bool = False, by: bool = False
) -> Any:
    """A gongwen_write_options."""
    options = ffi.new("gongwen_write_options*")
    options.struct_size = ffi.sizeof(options[0])
    options.format = _convert.value_of("gongwen_format", format)
    options.offsets = _convert.value_of("gongwen_offset_unit", offsets)
    options.flags = lib.GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS * numbers_as_strings + lib.GONGWEN_WRITE_FLAG_BY * by
    for type_ in only:
        options.only |= 1 << _convert.value_of("gongwen_record_type", type_)
    return options


def _null_terminated(name: str, value: str) -> bytes:
    if "\0" in value:
        raise ValueError(f"{name} has a null character in it")
    return value.encode("utf-8")
