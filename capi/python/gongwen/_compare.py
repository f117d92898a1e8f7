"""What two documents say of one thing."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cached_property
from typing import Any, Iterator, NamedTuple

from . import _convert
from ._abi import ffi, lib
from ._document import Document
from ._error import call
from ._options import write_options


class Side(NamedTuple):
    """One document's side: the id of its indicator, the value, and whether that is a result ("actual") or a plan."""

    id: str
    value: Decimal
    status: str


class Compared(NamedTuple):
    """One thing that both documents tell. `relation` is "agrees", "rounded", "differs", "reached" or "missed"."""

    indicator_id: str
    name: str
    area: str
    period: str
    aspect: str
    """"level" or "growth"."""
    relation: str
    unit: str
    first: Side
    second: Side
    difference: Decimal | None
    """Second less first."""
    per_cent: Decimal | None
    """Of a level: second in per cent of first, to two places."""


class Comparison:
    """The result of `compare`: an iterable of `Compared`, in the order of the second document."""

    def __init__(self, first: Document, second: Document) -> None:
        self.first = first
        self.second = second
        self._jsonl = self.to_jsonl()

    @cached_property
    def pairs(self) -> list[Compared]:
        return [_compared(json.loads(line, parse_float=Decimal)) for line in self._jsonl.split("\n")[:-1]]

    def __iter__(self) -> Iterator[Compared]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return f"<gongwen.Comparison of {len(self)} pairs>"

    def to_jsonl(self, *, numbers_as_strings: bool = False) -> str:
        """The lines of the program's `gongwen compare`."""
        return self._write(write_options("jsonl", "codepoint", (), numbers_as_strings))

    def to_csv(self) -> str:
        """A table of CSV."""
        return self._write(write_options("csv", "codepoint"))

    def to_table(self) -> str:
        """Lines for people, with tabs between."""
        return self._write(write_options("table", "codepoint"))

    def _write(self, options: Any) -> str:
        out = ffi.new("gongwen_owned_string*")
        call(lib.gongwen_compare, out, self.first._handle, self.second._handle, options)
        try:
            return _convert.text(out)
        finally:
            lib.gongwen_owned_string_free(out)


def compare(first: Document, second: Document) -> Comparison:
    """Pairs the indicators of two documents that have one indicator_id, area, period and unit: last year's target and this
    year's result, report and bulletin. Both should speak of one place. Raises Error ("invalid_argument") for a document
    that was not read to the stage "extract".

    >>> import gongwen
    >>> plan = gongwen.read_text("2023年，全县税收收入力争达到8亿元。")
    >>> for pair in gongwen.compare(plan, gongwen.read_text("2023年，全县税收收入完成6亿元。")):
    ...     print(pair.name, pair.relation, pair.per_cent)
    税收收入 missed 75
    """
    return Comparison(first, second)


def _compared(line: dict[str, Any]) -> Compared:
    values = {name: line.get(name, "") for name in Compared._fields}
    for name in ("first", "second"):
        side = line[name]
        values[name] = Side(side["id"], Decimal(side["value"]), side["status"])
    for name in ("difference", "per_cent"):
        values[name] = Decimal(line[name]) if name in line else None
    return Compared(**values)
