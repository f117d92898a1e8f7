"""C values as Python values. What a member becomes follows from its C type, so no record is spelled out here."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Callable, TypeVar

from . import records
from ._abi import ffi, lib

_R = TypeVar("_R")
_LETTERS = "denqrktmipavbfw"  # of ids, by gongwen_record_type


def text(value: Any) -> str:
    """A gongwen_string, or gongwen_owned_string, as a copy."""
    return str(ffi.unpack(value.data, value.size), "utf-8") if value.size else ""


def words(enumeration: str) -> dict[int, str]:
    """The words of the schema for the values of a C enumeration: its enumerators without what they share."""
    prefix = "gongwen_" if enumeration == "gongwen_status" else enumeration + "_"
    names = {value: name.lower().removeprefix(prefix) for value, name in ffi.typeof(enumeration).elements.items()}
    return {value: "" if name == "none" else name for value, name in names.items()}


def value_of(enumeration: str, word: str) -> int:
    """The value of a C enumeration that a word of the schema stands for."""
    for value, name in words(enumeration).items():
        if name == word and word:
            return value
    choice = ", ".join(name for name in words(enumeration).values() if name)
    raise ValueError(f"{word!r} is none of: {choice}")


def rows(table: Any) -> list[Any]:
    """Pointers to the rows of a table, or to the members of a list, which may stand further apart than we know."""
    if not table.count:
        return []
    pointer = ffi.typeof(table.first)
    begin, stride = int(ffi.cast("uintptr_t", table.first)), table.stride
    return [ffi.cast(pointer, begin + i * stride) for i in range(table.count)]


def _id(ref: Any) -> str:
    return f"{_LETTERS[ref.type]}{ref.index + 1}"


def _node(index: int) -> str | None:
    return None if index == lib.GONGWEN_NO_NODE else f"n{index + 1}"


def _date(value: Any) -> records.Date | None:
    return records.Date(value.year or None, value.month, value.day) if value.month else None


def _span(value: Any) -> records.Span:
    return records.Span(value.begin, value.end)


def _slots(evidence: Any) -> dict[str, tuple[str, ...]]:
    """Of a fact: slots to ids."""
    slots: dict[str, tuple[str, ...]] = {}
    for row in rows(evidence):
        slot = text(row.slot)
        slots[slot] = (*slots.get(slot, ()), _id(row.ref))
    return slots


def _ids(evidence: Any) -> tuple[str, ...]:
    """Of a finding, whose evidence has no slots: the ids."""
    return tuple(_id(row.ref) for row in rows(evidence))


def _parts(record: type[Any], members: Any) -> tuple[Any, ...]:
    return tuple(map(reader(record), rows(members)))


def _same(value: Any) -> Any:
    return value


_BY_TYPE: dict[str, Callable[[Any], Any]] = {
    "gongwen_string": text,
    "gongwen_decimal": lambda v: Decimal(text(v.text)) if v.present else None,
    "gongwen_int": lambda v: v.value if v.present else None,
    "gongwen_date": _date,
    "gongwen_span": _span,
    "gongwen_span *": lambda v: _span(v) if v else None,
    "gongwen_fraction *": lambda v: Fraction(v.numerator, v.denominator) if v else None,
    "gongwen_indexes": lambda v: tuple(_node(i[0]) for i in rows(v)),
    "gongwen_decimals": lambda v: tuple(Decimal(text(d.text)) for d in rows(v)),
    "gongwen_strings": lambda v: tuple(map(text, rows(v))),
    "gongwen_amounts": lambda v: _parts(records.Amount, v),
    "gongwen_expectations": lambda v: _parts(records.Expected, v),
    "gongwen_changes": lambda v: _parts(records.Change, v),
    "gongwen_evidences": _slots,
    "uint32_t": _node,
}
PARTS = {
    "gongwen_amount *": records.Amount,
    "gongwen_period *": records.Period,
    "gongwen_proportion *": records.Proportion,
    "gongwen_rank_slot *": records.RankSlot,
    "gongwen_reading *": records.Reading,
}


def name_of(ctype: Any) -> str:
    """The name that gongwen.h gives a type: "gongwen_span *"."""
    return re.sub(r"^(struct|enum) ", "", ctype.cname)


def _converter(ctype: Any) -> Callable[[Any], Any]:
    name = name_of(ctype)
    if ctype.kind == "enum":
        names = words(name)
        return lambda v: names.get(v, "")
    if name in PARTS:
        part = reader(PARTS[name])
        return lambda v: part(v) if v else None
    return _BY_TYPE.get(name, _same)


def struct_of(record: type[Any]) -> Any:
    """The C struct that a dataclass copies: gongwen_rank_slot for RankSlot."""
    name = "".join("_" + c.lower() if c.isupper() else c for c in record.__name__)
    return ffi.typeof("gongwen" + name)


_READERS: dict[type[Any], Callable[..., Any]] = {}


def reader(record: type[Any]) -> Callable[..., Any]:
    """A function from a C row to a record; what it is called with after the row comes before the fields."""
    if record not in _READERS:
        _READERS[record] = _reader(record)
    return _READERS[record]


def _reader(record: type[Any]) -> Callable[..., Any]:
    members = [(name, _converter(field.type)) for name, field in struct_of(record).fields]
    if record is records.Finding:
        members = [(name, _ids if name == "evidence" else convert) for name, convert in members]

    def read(row: Any, *before: str) -> Any:
        return record(*before, *[convert(getattr(row, name)) for name, convert in members])

    return read


def table(record: type[_R], rows_of: Any) -> list[_R]:
    """All records of a table, in the order of their ids."""
    letter = _LETTERS[value_of("gongwen_record_type", record.type)]  # type: ignore[attr-defined]
    read = reader(record)
    return [read(row, f"{letter}{i}") for i, row in enumerate(rows(rows_of), 1)]
