"""The records of a document, field by field as in the schema gongwen/1 and in JSON Lines.

Words that are absent are "", numbers, dates and parts that are absent None. Ids ("q12") name records of the same
document: `document["q12"]`. The order of the fields is that of the C structs, which a test compares.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Mapping, NamedTuple, Union


class Span(NamedTuple):
    """[begin, end) in `Document.original`; in code points, unless `read` was asked for another unit."""

    begin: int
    end: int


class Date(NamedTuple):
    """A day; `year` is None where the text leaves it open, and such a year equals no other."""

    year: int | None
    month: int
    day: int

    def __str__(self) -> str:
        return f"{'XXXX' if self.year is None else format(self.year, '04')}-{self.month:02}-{self.day:02}"

    def to_date(self) -> datetime.date | None:
        """The same for Python's calendar; None where the year is unknown."""
        return None if self.year is None else datetime.date(self.year, self.month, self.day)


class _Shown:
    """What shows the fields that are there, and keeps silent about the rest."""

    def __repr__(self) -> str:
        names = (field.name for field in fields(self))  # type: ignore[arg-type]
        there = ((name, getattr(self, name)) for name in names)
        shown = (f"{name}={_shown(value)}" for name, value in there if value not in (None, "", (), {}, False))
        return f"{type(self).__name__}({', '.join(shown)})"


def _shown(value: Any) -> str:
    """Numbers and days as one reads them, all else as Python writes it."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (Date, Fraction)):
        return str(value)
    if isinstance(value, Span):
        return f"{value.begin}:{value.end}"
    if type(value) is tuple:
        return f"({', '.join(map(_shown, value))}{',' * (len(value) == 1)})"
    return repr(value)


@dataclass(frozen=True, repr=False)
class Head(_Shown):
    """The document itself."""

    type: ClassVar[str] = "document"
    schema: str
    source: str
    encoding: str
    offset_unit: str
    length: int
    reference_date: Date | None
    reference_date_from: str
    title: str


@dataclass(frozen=True, repr=False)
class Edit(_Shown):
    """One repair: the original words at `span` were `before` and read `after` in the repaired text."""

    type: ClassVar[str] = "edit"
    id: str
    kind: str
    span: Span
    before: str
    after: str
    applied: bool


@dataclass(frozen=True, repr=False)
class Node(_Shown):
    """A part of the document: article, heading, paragraph, sentence, cell."""

    type: ClassVar[str] = "node"
    id: str
    parent: str | None
    kind: str
    role: str
    level: int | None
    marker: str
    ordinal: int | None
    title: str
    reference_date: Date | None
    head: Span | None
    row: int | None
    column: int | None
    row_heads: tuple[str, ...]
    column_heads: tuple[str, ...]
    unit: str
    span: Span


@dataclass(frozen=True, repr=False)
class Quantity(_Shown):
    """A number with its unit: `value`, or `low` and `high`, or `fraction` alone."""

    type: ClassVar[str] = "quantity"
    id: str
    text: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    fraction: Fraction | None
    step: Decimal | None
    mod: str
    unit: str
    per: str
    per_unit: str
    dimension: str
    node: str | None
    span: Span
    by: str


@dataclass(frozen=True, repr=False)
class Ratio(_Shown):
    """Terms set against each other."""

    type: ClassVar[str] = "ratio"
    id: str
    text: str
    terms: tuple[Decimal, ...]
    node: str | None
    span: Span
    by: str


@dataclass(frozen=True, repr=False)
class Rank(_Shown):
    """A place in an order."""

    type: ClassVar[str] = "rank"
    id: str
    text: str
    position: int
    from_end: bool
    scope: str
    out_of: int | None
    node: str | None
    span: Span
    by: str


@dataclass(frozen=True, repr=False)
class Time(_Shown):
    """A date, period, duration or recurring time; `begin` and `end` are inclusive."""

    type: ClassVar[str] = "time"
    id: str
    text: str
    kind: str
    begin: Date | None
    end: Date | None
    duration: str
    duration_high: str
    mod: str
    timex: str
    node: str | None
    span: Span
    by: str


@dataclass(frozen=True, repr=False)
class Entity(_Shown):
    """Something with a name: a place, an organ or company, a person, a document, a programme."""

    type: ClassVar[str] = "entity"
    id: str
    text: str
    kind: str
    name: str
    full_name: str
    role: str
    number: str
    code: str
    parent: str
    node: str | None
    span: Span
    by: str


@dataclass(frozen=True, repr=False)
class Amount(_Shown):
    """An amount without a text of its own."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    mod: str


@dataclass(frozen=True, repr=False)
class Period(_Shown):
    """The period of a fact."""

    begin: Date | None
    end: Date | None
    text: str
    timex: str


@dataclass(frozen=True, repr=False)
class Change(_Shown):
    """How a measure moved against a base."""

    basis: str
    against: str
    of: str
    direction: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    mod: str


@dataclass(frozen=True, repr=False)
class Proportion(_Shown):
    """A proportion and what it is of."""

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    mod: str
    of: str


@dataclass(frozen=True, repr=False)
class RankSlot(_Shown):
    """A rank inside a fact."""

    position: int
    from_end: bool
    scope: str
    out_of: int | None


@dataclass(frozen=True, repr=False)
class Indicator(_Shown):
    """An observation of a measure. `evidence` maps its slots ("value", "changes.0") to ids."""

    type: ClassVar[str] = "indicator"
    id: str
    name: str
    canonical: str
    indicator_id: str
    area: str
    area_code: str
    period: Period | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    step: Decimal | None
    mod: str
    unit: str
    per: str
    status: str
    changes: tuple[Change, ...]
    contribution: Proportion | None
    rank: RankSlot | None
    completion: Proportion | None
    share: Proportion | None
    node: str | None
    span: Span
    evidence: Mapping[str, tuple[str, ...]]
    confidence: Decimal
    by: str


@dataclass(frozen=True, repr=False)
class Expected(_Shown):
    """A stage that is still ahead, and when."""

    stage: str
    period: Period | None


@dataclass(frozen=True, repr=False)
class Project(_Shown):
    """A named project; `stage` is the furthest that is reached."""

    type: ClassVar[str] = "project"
    id: str
    name: str
    area: str
    investment: Amount | None
    invested: Amount | None
    progress: Amount | None
    stage: str
    stage_text: str
    expected: tuple[Expected, ...]
    owner: str
    node: str | None
    span: Span
    evidence: Mapping[str, tuple[str, ...]]
    confidence: Decimal
    by: str


@dataclass(frozen=True, repr=False)
class Task(_Shown):
    """Something that somebody is told, or undertakes, to do."""

    type: ClassVar[str] = "task"
    id: str
    action: str
    modal: str
    polarity: str
    owner: tuple[str, ...]
    deadline: Period | None
    targets: tuple[Amount, ...]
    node: str | None
    span: Span
    evidence: Mapping[str, tuple[str, ...]]
    confidence: Decimal
    by: str


@dataclass(frozen=True, repr=False)
class Appraisal(_Shown):
    """Praise or criticism of units, places or persons."""

    type: ClassVar[str] = "appraisal"
    id: str
    polarity: str
    of: tuple[str, ...]
    reason: str
    node: str | None
    span: Span
    evidence: Mapping[str, tuple[str, ...]]
    confidence: Decimal
    by: str


@dataclass(frozen=True, repr=False)
class Problem(_Shown):
    """A difficulty that the text admits."""

    type: ClassVar[str] = "problem"
    id: str
    text: str
    ordinal: int | None
    node: str | None
    span: Span
    evidence: Mapping[str, tuple[str, ...]]
    confidence: Decimal
    by: str


@dataclass(frozen=True, repr=False)
class Formulation(_Shown):
    """A numbered catch-phrase and the members that the text spells out."""

    type: ClassVar[str] = "formulation"
    id: str
    name: str
    count: int
    members: tuple[str, ...]
    node: str | None
    span: Span
    evidence: Mapping[str, tuple[str, ...]]
    confidence: Decimal
    by: str


@dataclass(frozen=True, repr=False)
class Reading(_Shown):
    """What a rule expected or found: an amount, or words where `value` is None."""

    value: Decimal | None
    unit: str
    text: str


@dataclass(frozen=True, repr=False)
class Finding(_Shown):
    """Something that does not add up."""

    type: ClassVar[str] = "finding"
    id: str
    rule: str
    severity: str
    message: str
    expected: Reading | None
    found: Reading | None
    how: str
    node: str | None
    span: Span
    evidence: tuple[str, ...]


Record = Union[
    Head,
    Edit,
    Node,
    Quantity,
    Ratio,
    Rank,
    Time,
    Entity,
    Indicator,
    Project,
    Task,
    Appraisal,
    Problem,
    Formulation,
    Finding,
]
"""Any record, as `gongwen.stream` gives them; `record.type` tells which."""
