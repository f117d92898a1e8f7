"""A document that was read."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any, Iterable, NamedTuple

from . import _convert, _html, records
from ._abi import ffi, lib
from ._arrow import Table
from ._error import call
from ._options import write_options


class Chunk(NamedTuple):
    """A piece of the text for search and retrieval, made by `Document.chunks`; `nodes` are the ids of its first and last."""

    id: str
    path: tuple[str, ...]
    nodes: tuple[str, str]
    text: str
    oversize: bool
    span: records.Span


class Place(NamedTuple):
    """Where a piece of the text stood in a rich file, from 1; what its format does not know is 0. `offset` is that of its
    first byte in the UTF-8 of `Document.original`."""

    offset: int
    page: int
    paragraph: int
    table: int
    row: int
    column: int
    note: int
    heading: int


class Document:
    """A document that was read. Its records are made when first asked for, and then kept."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def __repr__(self) -> str:
        return f"<gongwen.Document {self.head.title or self.head.source or 'without a title'}>"

    def _repr_html_(self) -> str:
        """For notebooks: the facts as tables."""
        return _html.of_document(self)

    @cached_property
    def head(self) -> records.Head:
        head: records.Head = _convert.reader(records.Head)(lib.gongwen_document_head(self._handle))
        return head

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

    def to_csv(self, type: str, *, offsets: str = "codepoint", by: bool = False, max_chars: int = 800) -> str:
        """The records of one type as CSV, in the columns of the program's `--format csv`; "chunk" for those of `chunks`."""
        if type == "chunk":
            return self._chunks(max_chars, write_options("csv", offsets))
        return self._write("csv", offsets, (type,), False, by)

    def to_markdown(self, *, offsets: str = "codepoint", only: Iterable[str] = (), by: bool = False) -> str:
        """Tables of Markdown, one a type."""
        return self._write("markdown", offsets, only, False, by)

    def to_arrow(
        self,
        type: str,
        *,
        offsets: str = "codepoint",
        by: bool = False,
        string_views: bool = False,
        max_chars: int = 800,
    ) -> Table:
        """All records of a type ("indicator"; "document" for the head, "chunk" for those of `chunks`) as a table that pyarrow, polars, pandas and DuckDB
        take as it is: `pyarrow.table(document.to_arrow("indicator"))`. Each row begins with `source`.

        string_views: words as views into the text instead of copies of it, for readers that know Arrow's utf8_view.
        """
        return Table(self, type, offsets, by, string_views, _bounded(max_chars))

    def to_pandas(self, type: str = "indicator", *, offsets: str = "codepoint") -> Any:
        """All records of a type as a pandas.DataFrame of Arrow's types, so that numbers stay exact."""
        return self.to_arrow(type, offsets=offsets).to_pandas()

    def to_polars(self, type: str = "indicator", *, offsets: str = "codepoint") -> Any:
        """All records of a type as a polars.DataFrame."""
        return self.to_arrow(type, offsets=offsets).to_polars()

    def chunks(self, max_chars: int = 800, *, offsets: str = "codepoint") -> list[Chunk]:
        """The text in pieces of at most `max_chars` code points that stand by themselves, as `gongwen chunk` cuts it.

        Needs the stage "segment" or a later one; raises Error ("invalid_argument") for a document that was only parsed.
        """
        lines = self._chunks(max_chars, write_options("jsonl", offsets)).split("\n")[:-1]
        return [_chunk(json.loads(line)) for line in lines[1:]]  # the first is the document's

    def place(self, offset: int | records.Span) -> Place | None:
        """Where the text at an offset, or at the begin of a span, stood in the file: page, paragraph, cell. None for what
        was no rich file. The unit is that of the document's spans."""
        at = ffi.new("uint64_t*", offset.begin if isinstance(offset, records.Span) else offset)
        unit = lib.gongwen_document_head(self._handle).offset_unit
        call(lib.gongwen_document_convert, self._handle, unit, lib.GONGWEN_OFFSET_UNIT_UTF8, at, 1)
        out = ffi.new("gongwen_place*")
        if not lib.gongwen_document_place(out, self._handle, at[0]):
            return None
        return Place(*(getattr(out, name) for name in Place._fields))

    def _chunks(self, max_chars: int, options: Any) -> str:
        return self._text_of(lib.gongwen_document_chunks, _bounded(max_chars), options)

    def _write(self, format: str, offsets: str, only: Iterable[str], numbers_as_strings: bool, by: bool) -> str:
        options = write_options(format, offsets, only, numbers_as_strings, by)
        return self._text_of(lib.gongwen_document_write, options)

    def _text_of(self, function: Any, *arguments: Any) -> str:
        """What a function of the library writes of this document."""
        out = ffi.new("gongwen_owned_string*")
        call(function, out, self._handle, *arguments)
        try:
            return _convert.text(out)
        finally:
            lib.gongwen_owned_string_free(out)


def _bounded(max_chars: int) -> int:
    if not 1 <= max_chars < 1 << 32:
        raise ValueError("max_chars is at least 1")
    return max_chars


def _chunk(line: dict[str, Any]) -> Chunk:
    return Chunk(
        id=line["id"],
        path=tuple(line.get("path", ())),
        nodes=(line["nodes"][0], line["nodes"][-1]),
        text=line["text"],
        oversize=line.get("oversize", False),
        span=records.Span(*line["span"]),
    )
