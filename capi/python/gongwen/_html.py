"""Documents in notebooks. Whatever comes from a text is escaped."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Iterable

from . import records

if TYPE_CHECKING:
    from ._document import Document

ROWS = 50  # of a table; more are counted and not shown

_TABLES = ("indicators", "projects", "tasks", "appraisals", "problems", "formulations", "findings")
_HIDDEN = {"id", "canonical", "indicator_id", "area_code", "step", "node", "span", "evidence", "confidence", "by", "how"}


def of_document(document: Document) -> str:
    """The title, and a table for each type of fact that there is."""
    head = document.head
    title = head.title or head.source or "document"
    day = f" · {head.reference_date}" if head.reference_date else ""
    tables = ((name, getattr(document, name)) for name in _TABLES)
    parts = [_table(name, rows) for name, rows in tables if rows]
    return f"<div><strong>{escape(title)}</strong>{escape(day)}{''.join(parts)}</div>"


def _table(name: str, rows: list[Any]) -> str:
    """The columns that any row fills, in the order of the fields."""
    shown = rows[:ROWS]
    fields = [field.name for field in dataclasses.fields(shown[0]) if field.name not in _HIDDEN]
    columns = [column for column in fields if any(_text(getattr(row, column)) for row in shown)]
    heads = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(_row(_text(getattr(row, column)) for column in columns) for row in shown)
    more = f" ({len(shown)} of {len(rows)})" if len(shown) < len(rows) else ""
    return f"<table><caption>{name}{more}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def _row(cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _text(value: Any) -> str:
    """A value in the words of a reader."""
    if value is None or value == "":
        return ""
    if isinstance(value, Decimal):
        return format(value, ",f")
    if isinstance(value, records.Period):
        return value.text or f"{value.begin or ''}/{value.end or ''}"
    if dataclasses.is_dataclass(value):
        parts = (_text(getattr(value, field.name)) for field in dataclasses.fields(value))
        return " ".join(part for part in parts if part)
    if isinstance(value, tuple):
        return "; ".join(map(_text, value))
    return str(value)
