"""Reads Chinese official reports into records.

    document = gongwen.read("report.txt")
    for indicator in document.indicators:
        print(indicator.name, indicator.value, document.original[indicator.span.begin : indicator.span.end])
"""

from ._arrow import Table
from ._compare import Compared, Comparison, Side, compare
from ._document import Chunk, Document, Place
from ._error import Error
from ._json import as_dict, as_line, from_line
from ._lexicon import Converted, Lexicon, convert
from ._options import Options
from ._read import extract_many, read, read_text, reads_rich_files, version
from ._stream import stream
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
    Record,
    Span,
    Task,
    Time,
)

__all__ = [
    "Amount",
    "Appraisal",
    "Change",
    "Chunk",
    "Compared",
    "Comparison",
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
    "Options",
    "Period",
    "Place",
    "Problem",
    "Project",
    "Proportion",
    "Quantity",
    "Rank",
    "RankSlot",
    "Ratio",
    "Reading",
    "Record",
    "Side",
    "Span",
    "Table",
    "Task",
    "Time",
    "as_dict",
    "as_line",
    "compare",
    "convert",
    "extract_many",
    "from_line",
    "read",
    "read_text",
    "reads_rich_files",
    "stream",
    "version",
]
