"""Reading, and what reading gives."""

from __future__ import annotations

import datetime
import json
import os
from decimal import Decimal
from functools import cached_property
from typing import Any, Iterable, NamedTuple

from . import _convert, records
from ._abi import ffi, lib
from ._arrow import Table


class Error(Exception):
    """What went wrong. `code` is a word ("too_large"), `offset` a byte of the input, or a line of a lexicon."""

    def __init__(self, code: str, offset: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.offset = offset


def _call(function, *arguments) -> None:
    error = ffi.new("gongwen_error*")
    status = function(*arguments, error)
    if status == lib.GONGWEN_OK:
        return
    message = ffi.string(error.message).decode("utf-8", "replace")
    if status == lib.GONGWEN_NO_MEMORY:
        raise MemoryError(message)
    raise Error(_convert.text(lib.gongwen_status_name(status)), error.offset, message)


def version() -> str:
    """The version of the library in use."""
    return _convert.text(lib.gongwen_version())


class Lexicon:
    """The words that the library knows, and those it was taught. Immutable; may be shared by threads."""

    def __init__(self) -> None:
        self._handle = ffi.NULL

    def extend(self, table: str, lines: str) -> Lexicon:
        """These words and further lines of one table, in the form of src/lexicon/TABLE.tsv.

        The table "patterns" takes regular expressions with named groups, a line each of name, type, pattern and source:
        "power\tquantity=kW\tGJ-(?<value>\\d+)\tOWN"; gongwen/lexicon.hpp lists the types and their groups.

        Raises Error("bad_lexicon") or Error("bad_pattern") with the line, from 1, as its offset.
        """
        out = ffi.new("gongwen_lexicon**")
        data = lines.encode("utf-8")
        _call(lib.gongwen_lexicon_extend, out, self._handle, table.encode("utf-8"), data, len(data))
        lexicon = Lexicon()
        lexicon._handle = ffi.gc(out[0], lib.gongwen_lexicon_free)
        return lexicon


class Chunk(NamedTuple):
    """A piece of the text for search and retrieval, made by `Document.chunks`; `nodes` are the ids of its first and last."""

    id: str
    path: tuple[str, ...]
    nodes: tuple[str, str]
    text: str
    oversize: bool
    span: records.Span


class Converted(NamedTuple):
    """An amount in the unit of the SI, or in money of its own currency."""

    value: Decimal
    unit: str
    """Symbols of the SI ("kg", "m2", "kg/m3"), "1" of a ratio, else a code of ISO 4217."""
    exact: bool
    """False: ten places did not hold the value, which was rounded half away from zero."""


def convert(
    amount: records.Quantity | Decimal | int | str, unit: str = "", *, lexicon: Lexicon | None = None
) -> Converted | None:
    """A quantity, or a number of some unit, in the SI: 5 t is 5000 kg, 3 mu 2000 m2. Money stays in its currency.

    unit     of a number: a code of the schema ("t", "mu", "%"), or a word as texts write it; a quantity has its own
    lexicon  where the factors stand, with units of one's own

    None where nothing is defined: counts, temperatures, bounds and fractions, units without a factor, values of more
    than 38 digits. Raises Error("invalid_argument") for a str that is no number in plain digits.
    """
    per = ""
    if isinstance(amount, records.Quantity):
        if amount.value is None:
            return None
        amount, unit, per = amount.value, amount.unit, amount.per_unit or amount.per
    digits = format(amount, "f") if isinstance(amount, Decimal) else str(amount)
    out = ffi.new("gongwen_converted*")
    kept = [ffi.from_buffer(word.encode("utf-8")) for word in (digits, unit, per)]
    strings = [ffi.new("gongwen_string*", (word, len(word)))[0] for word in kept]
    _call(lib.gongwen_convert, out, *strings, ffi.NULL if lexicon is None else lexicon._handle)
    if not out.present:
        return None
    return Converted(Decimal(ffi.string(out.value).decode()), ffi.string(out.unit).decode("utf-8"), out.exact)


class Document:
    """A document that was read. Its records are made when first asked for, and then kept."""

    def __init__(self, handle) -> None:
        self._handle = handle

    @cached_property
    def head(self) -> records.Head:
        return _convert.reader(records.Head)(lib.gongwen_document_head(self._handle))

    @cached_property
    def original(self) -> str:
        """The input as decoded, before any repair: what spans point into."""
        return _convert.text(lib.gongwen_document_original(self._handle))

    @cached_property
    def text(self) -> str:
        """The repaired text."""
        return _convert.text(lib.gongwen_document_text(self._handle))

    @cached_property
    def edits(self) -> list[records.Edit]:
        return _convert.table(records.Edit, lib.gongwen_document_edits(self._handle))

    @cached_property
    def nodes(self) -> list[records.Node]:
        return _convert.table(records.Node, lib.gongwen_document_nodes(self._handle))

    @cached_property
    def quantities(self) -> list[records.Quantity]:
        return _convert.table(records.Quantity, lib.gongwen_document_quantities(self._handle))

    @cached_property
    def ratios(self) -> list[records.Ratio]:
        return _convert.table(records.Ratio, lib.gongwen_document_ratios(self._handle))

    @cached_property
    def ranks(self) -> list[records.Rank]:
        return _convert.table(records.Rank, lib.gongwen_document_ranks(self._handle))

    @cached_property
    def times(self) -> list[records.Time]:
        return _convert.table(records.Time, lib.gongwen_document_times(self._handle))

    @cached_property
    def entities(self) -> list[records.Entity]:
        return _convert.table(records.Entity, lib.gongwen_document_entities(self._handle))

    @cached_property
    def indicators(self) -> list[records.Indicator]:
        return _convert.table(records.Indicator, lib.gongwen_document_indicators(self._handle))

    @cached_property
    def projects(self) -> list[records.Project]:
        return _convert.table(records.Project, lib.gongwen_document_projects(self._handle))

    @cached_property
    def tasks(self) -> list[records.Task]:
        return _convert.table(records.Task, lib.gongwen_document_tasks(self._handle))

    @cached_property
    def appraisals(self) -> list[records.Appraisal]:
        return _convert.table(records.Appraisal, lib.gongwen_document_appraisals(self._handle))

    @cached_property
    def problems(self) -> list[records.Problem]:
        return _convert.table(records.Problem, lib.gongwen_document_problems(self._handle))

    @cached_property
    def formulations(self) -> list[records.Formulation]:
        return _convert.table(records.Formulation, lib.gongwen_document_formulations(self._handle))

    @cached_property
    def findings(self) -> list[records.Finding]:
        return _convert.table(records.Finding, lib.gongwen_document_findings(self._handle))

    def __getitem__(self, id: str) -> Any:
        """The record of an id, such as "q12". Raises KeyError where there is none."""
        tables = {"e": "edits", "n": "nodes", "q": "quantities", "r": "ratios", "k": "ranks", "t": "times"}
        tables |= {"m": "entities", "i": "indicators", "p": "projects", "a": "tasks", "v": "appraisals"}
        tables |= {"b": "problems", "f": "formulations", "w": "findings"}
        name, number = tables.get(id[:1]), id[1:]
        if name and number.isdecimal() and 0 < int(number) <= len(getattr(self, name)):
            return getattr(self, name)[int(number) - 1]
        raise KeyError(id)

    def to_jsonl(
        self,
        *,
        offsets: str = "codepoint",
        only: Iterable[str] = (),
        numbers_as_strings: bool = False,
        by: bool = False,
    ) -> str:
        """JSON Lines of the schema gongwen/1. `only` names types of record ("quantity"); none means all."""
        return self._write("jsonl", offsets, only, numbers_as_strings, by)

    def to_table(self, *, offsets: str = "codepoint", only: Iterable[str] = (), by: bool = False) -> str:
        """A table for people."""
        return self._write("table", offsets, only, False, by)

    def to_csv(self, type: str, *, offsets: str = "codepoint", by: bool = False) -> str:
        """The records of one type as CSV, in the columns of the program's `--format csv`."""
        return self._write("csv", offsets, (type,), False, by)

    def to_markdown(self, *, offsets: str = "codepoint", only: Iterable[str] = (), by: bool = False) -> str:
        """Tables of Markdown, one a type."""
        return self._write("markdown", offsets, only, False, by)

    def to_arrow(
        self, type: str, *, offsets: str = "codepoint", by: bool = False, string_views: bool = False
    ) -> Table:
        """All records of a type ("indicator"; "document" for the head) as a table that pyarrow, polars, pandas and DuckDB
        take as it is: `pyarrow.table(document.to_arrow("indicator"))`. Each row begins with `source`.

        string_views: words as views into the text instead of copies of it, for readers that know Arrow's utf8_view.
        """
        return Table(self, type, offsets, by, string_views)

    def chunks(self, max_chars: int = 800, *, offsets: str = "codepoint") -> list[Chunk]:
        """The text in pieces of at most `max_chars` code points that stand by themselves, as `gongwen chunk` cuts it.

        Needs the stage "segment" or a later one; raises Error ("invalid_argument") for a document that was only parsed.
        """
        if not 1 <= max_chars < 1 << 32:
            raise ValueError("max_chars is at least 1")
        options = _write_options("jsonl", offsets)
        lines = self._text_of(lib.gongwen_document_chunks, max_chars, options).splitlines()
        return [_chunk(json.loads(line)) for line in lines[1:]]  # the first is the document's

    def _write(self, format: str, offsets: str, only: Iterable[str], numbers_as_strings: bool, by: bool) -> str:
        options = _write_options(format, offsets)
        options.flags = (
            lib.GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS * numbers_as_strings + lib.GONGWEN_WRITE_FLAG_BY * by
        )
        for type_ in only:
            options.only |= 1 << _convert.value_of("gongwen_record_type", type_)
        return self._text_of(lib.gongwen_document_write, options)

    def _text_of(self, function: Any, *arguments: Any) -> str:
        """What a function of the library writes of this document."""
        out = ffi.new("gongwen_owned_string*")
        _call(function, out, self._handle, *arguments)
        try:
            return _convert.text(out)
        finally:
            lib.gongwen_owned_string_free(out)


def _write_options(format: str, offsets: str) -> Any:
    options = ffi.new("gongwen_write_options*")
    options.struct_size = ffi.sizeof(options[0])
    options.format = _convert.value_of("gongwen_format", format)
    options.offsets = _convert.value_of("gongwen_offset_unit", offsets)
    return options


def _chunk(line: dict[str, Any]) -> Chunk:
    return Chunk(
        id=line["id"],
        path=tuple(line.get("path", ())),
        nodes=(line["nodes"][0], line["nodes"][-1]),
        text=line["text"],
        oversize=line.get("oversize", False),
        span=records.Span(*line["span"]),
    )


def read(
    input: bytes | bytearray | memoryview | str | os.PathLike[str],
    *,
    source: str | None = None,
    encoding: str | None = None,
    strict: bool = False,
    reference_date: str | datetime.date | None = None,
    lexicon: Lexicon | None = None,
    stage: str = "check",
    offsets: str = "codepoint",
    language: str = "zh",
    implied: bool = False,
    mentions_only: bool = False,
    keep_lines: bool = False,
    keep_page_numbers: bool = False,
    keep_characters: bool = False,
    keep_width: bool = False,
    keep_radicals: bool = False,
    keep_confusions: bool = False,
    keep_spaces: bool = False,
    keep_controls: bool = False,
    keep_line_ends: bool = False,
    min_confidence: float = 0,
    max_bytes: int = 0,
    max_nodes: int = 0,
    max_records: int = 0,
    max_nesting: int = 0,
) -> Document:
    """Reads a text, its bytes, or a file into a document and its records.

    input: a str is text, bytes are decoded, a path (pathlib.Path, not a str) names a file to read.
    source: the name of the input, for the document record; of a path, else nothing.
    encoding: a name that ICU knows; found by itself where it is None. strict: undecodable bytes raise.
    reference_date: the day the text was written or spoken; the text is asked where it is None.
    stage: how far to read: "parse", "segment", "extract" or "check".
    offsets: the unit of every span, "codepoint" (indexes of `Document.original`), "utf8" or "utf16".
    language: of the messages of findings, "zh" or "en". implied: also derive what is implied.
    mentions_only: no facts. min_confidence: facts that are less sure are left out, 0.9 asks for precision. max_*: limits, 0 for the default.
    keep_*: a kind of repair to leave undone: joined lines, page numbers, characters (width, radicals and confusions of
    fonts and recognition at once), spaces inside numbers and words, control characters, CR at line ends.

    Raises Error ("too_large", "undecodable", "limit", "invalid_argument", ...), ValueError for a word that is none of
    those above, and for a path what opening it raises.
    """
    if isinstance(input, os.PathLike):
        source = os.fspath(input) if source is None else source
        with open(input, "rb") as file:
            input = file.read()
    elif isinstance(input, str):
        if encoding is not None:
            raise ValueError("a str is decoded already; pass bytes, or no encoding")
        input, encoding = input.encode("utf-8"), "UTF-8"

    options = ffi.new("gongwen_options*")
    options.struct_size = ffi.sizeof(options[0])
    alive = []  # what the options point to
    for name, value in (("encoding", encoding), ("reference_date", reference_date), ("source", source)):
        if value is not None:
            alive.append(ffi.new("char[]", _null_terminated(name, str(value))))
            setattr(options, name, alive[-1])
    options.lexicon = ffi.NULL if lexicon is None else lexicon._handle
    options.max_bytes, options.max_nodes = max_bytes, max_nodes
    options.max_records, options.max_nesting = max_records, max_nesting
    options.min_confidence = min_confidence
    options.stage = _convert.value_of("gongwen_stage", stage)
    options.offsets = _convert.value_of("gongwen_offset_unit", offsets)
    options.language = _convert.value_of("gongwen_language", language)
    options.flags = (
        lib.GONGWEN_FLAG_STRICT * strict
        + lib.GONGWEN_FLAG_IMPLIED * implied
        + lib.GONGWEN_FLAG_MENTIONS_ONLY * mentions_only
        + lib.GONGWEN_FLAG_KEEP_LINES * keep_lines
        + lib.GONGWEN_FLAG_KEEP_PAGE_NUMBERS * keep_page_numbers
        + lib.GONGWEN_FLAG_KEEP_CHARACTERS * keep_characters
        + lib.GONGWEN_FLAG_KEEP_WIDTH * keep_width
        + lib.GONGWEN_FLAG_KEEP_RADICALS * keep_radicals
        + lib.GONGWEN_FLAG_KEEP_CONFUSIONS * keep_confusions
        + lib.GONGWEN_FLAG_KEEP_SPACES * keep_spaces
        + lib.GONGWEN_FLAG_KEEP_CONTROLS * keep_controls
        + lib.GONGWEN_FLAG_KEEP_LINE_ENDS * keep_line_ends
    )
    data = ffi.from_buffer("uint8_t[]", input)
    out = ffi.new("gongwen_document**")
    _call(lib.gongwen_read, out, data, len(data), options)
    return Document(ffi.gc(out[0], lib.gongwen_document_free))


def _null_terminated(name: str, value: str) -> bytes:
    if "\0" in value:
        raise ValueError(f"{name} has a null character in it")
    return value.encode("utf-8")
