"""Records as JSON Lines of the schema gongwen/1 has them, and back.

What a member becomes follows from its C type, as in _convert, so that no record is spelled out here either.
"""

from __future__ import annotations

import dataclasses
import json
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Callable, Mapping

from . import _convert, records

_TYPES: dict[str, type[Any]] = {
    record.type: record
    for record in (
        records.Head,
        records.Edit,
        records.Node,
        records.Quantity,
        records.Ratio,
        records.Rank,
        records.Time,
        records.Entity,
        records.Indicator,
        records.Project,
        records.Task,
        records.Appraisal,
        records.Problem,
        records.Formulation,
        records.Finding,
    )
}
_TRUE_UNLESS_SAID = "applied"  # the one flag that JSON Lines leaves out where it is so


def as_dict(record: Any) -> dict[str, Any]:
    """A record as the object of its line, in the order of its fields: what is absent is left out, numbers are Decimal."""
    named = {"type": record.type} if hasattr(record, "type") else {}
    members = ((field.name, getattr(record, field.name)) for field in dataclasses.fields(record))
    return named | {name: _plain(value) for name, value in members if not _left_out(name, value)}


def as_line(record: Any, *, numbers_as_strings: bool = False) -> str:
    """A record as its line, without the line end: byte for byte what the library writes."""
    return _written(as_dict(record), numbers_as_strings)


def from_line(line: str) -> records.Record:
    """The record of a line. Raises KeyError for a type that this version does not know."""
    members = json.loads(line, parse_float=Decimal)
    record = _TYPES[members["type"]]
    read: records.Record = _from(record)(members)
    return read


def _left_out(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value == (name == _TRUE_UNLESS_SAID)
    return value is None or value == "" or value == () or value == {}


def _plain(value: Any) -> Any:
    if isinstance(value, records.Date):
        return str(value)
    if isinstance(value, records.Span):
        return list(value)
    if isinstance(value, Fraction):
        return [value.numerator, value.denominator]
    if isinstance(value, Mapping):
        return {slot: list(ids) for slot, ids in value.items()}
    if isinstance(value, tuple):
        return [_plain(member) for member in value]
    return as_dict(value) if dataclasses.is_dataclass(value) else value


def _written(value: Any, quoted: bool) -> str:
    """JSON without spaces. The module json has no exact numbers, so objects and lists are walked here."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{_written(member, quoted)}" for key, member in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(_written(member, quoted) for member in value) + "]"
    if isinstance(value, Decimal):
        return f'"{value:f}"' if quoted else format(value, "f")
    if isinstance(value, str):
        return '"' + _ESCAPED.sub(_escape, value) + '"'
    return json.dumps(value)


# What the library escapes, and how: json.dumps has short forms for more.
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'[\x00-\x1f"\\]')


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _number(value: Any) -> Decimal:
    return Decimal(value)


def _date(value: str) -> records.Date:
    year, month, day = value.split("-")
    return records.Date(None if year == "XXXX" else int(year), int(month), int(day))


def _evidence(value: Any) -> Any:
    """Of a fact slots, of a finding a list."""
    return {slot: tuple(ids) for slot, ids in value.items()} if isinstance(value, dict) else tuple(value)


def _parts(record: type[Any], members: Any) -> tuple[Any, ...]:
    return tuple(map(_from(record), members))


# By C type: how a member that is there is read, and what stands for one that is not.
_BY_TYPE: dict[str, tuple[Callable[[Any], Any], Any]] = {
    "gongwen_string": (str, ""),
    "gongwen_decimal": (_number, None),
    "gongwen_int": (int, None),
    "int32_t": (int, 0),
    "uint32_t": (str, None),  # the id of a node
    "uint64_t": (int, 0),
    "_Bool": (bool, False),
    "gongwen_date": (_date, None),
    "gongwen_span": (lambda v: records.Span(*v), None),
    "gongwen_span *": (lambda v: records.Span(*v), None),
    "gongwen_fraction *": (lambda v: Fraction(*v), None),
    "gongwen_indexes": (tuple, ()),
    "gongwen_decimals": (lambda v: tuple(map(_number, v)), ()),
    "gongwen_strings": (tuple, ()),
    "gongwen_amounts": (lambda v: _parts(records.Amount, v), ()),
    "gongwen_expectations": (lambda v: _parts(records.Expected, v), ()),
    "gongwen_changes": (lambda v: _parts(records.Change, v), ()),
    "gongwen_evidences": (_evidence, None),
}


def _member(record: type[Any], name: str, ctype: Any) -> tuple[Callable[[Any], Any], Any]:
    if name == _TRUE_UNLESS_SAID:
        return bool, True
    if name == "evidence":
        return _evidence, () if record is records.Finding else {}
    if ctype.kind == "enum":
        return str, ""
    part = _convert.PARTS.get(_convert.name_of(ctype))
    return (_from(part), None) if part else _BY_TYPE[_convert.name_of(ctype)]


_READERS: dict[type[Any], Callable[[dict[str, Any]], Any]] = {}


def _from(record: type[Any]) -> Callable[[dict[str, Any]], Any]:
    """A function from the object of a line, or of a part, to its dataclass."""
    if record not in _READERS:
        _READERS[record] = _reader(record)
    return _READERS[record]


def _reader(record: type[Any]) -> Callable[[dict[str, Any]], Any]:
    members = [(name, *_member(record, name, field.type)) for name, field in _convert.struct_of(record).fields]
    has_id = hasattr(record, "type") and record is not records.Head

    def read(line: dict[str, Any]) -> Any:
        values = (convert(line[name]) if name in line else absent for name, convert, absent in members)
        return record(line["id"], *values) if has_id else record(*values)

    return read
