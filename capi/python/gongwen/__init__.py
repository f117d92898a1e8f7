"""Reads Chinese official reports into records.

    document = gongwen.read(Path("report.txt"))
    for indicator in document.indicators:
        print(indicator.name, indicator.value, document.original[indicator.span.begin : indicator.span.end])
"""

from ._document import Document, Error, Lexicon, read, version
from .records import (
    Change,
    Date,
    Edit,
    Finding,
    Head,
    Indicator,
    Node,
    Period,
    Proportion,
    Quantity,
    Rank,
    RankSlot,
    Ratio,
    Reading,
    Span,
    Time,
)

__all__ = [
    "Change",
    "Date",
    "Document",
    "Edit",
    "Error",
    "Finding",
    "Head",
    "Indicator",
    "Lexicon",
    "Node",
    "Period",
    "Proportion",
    "Quantity",
    "Rank",
    "RankSlot",
    "Ratio",
    "Reading",
    "Span",
    "Time",
    "read",
    "version",
]
