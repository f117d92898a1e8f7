"""Reads Chinese official reports into records.

    document = gongwen.read(Path("report.txt"))
    for indicator in document.indicators:
        print(indicator.name, indicator.value, document.original[indicator.span.begin : indicator.span.end])
"""

from ._arrow import Table
from ._document import Chunk, Converted, Document, Error, Lexicon, convert, read, version
from .records import (
    Amount,
    Appraisal,
    Change,
    Date,
    Edit,
    Entity,
    Expected,
    Finding,
    Formulation,
    Head,
    Indicator,
    Node,
    Period,
    Problem,
    Project,
    Proportion,
    Quantity,
    Rank,
    RankSlot,
    Ratio,
    Reading,
    Span,
    Task,
    Time,
)

__all__ = [
    "Amount",
    "Appraisal",
    "Change",
    "Chunk",
    "Converted",
    "Date",
    "Document",
    "Edit",
    "Entity",
    "Error",
    "Expected",
    "Finding",
    "Formulation",
    "Head",
    "Indicator",
    "Lexicon",
    "Node",
    "Period",
    "Problem",
    "Project",
    "Proportion",
    "Quantity",
    "Rank",
    "RankSlot",
    "Ratio",
    "Reading",
    "Span",
    "Table",
    "Task",
    "Time",
    "convert",
    "read",
    "version",
]
