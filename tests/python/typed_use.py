"""What mypy --strict must know about the package: never run, only checked (test_types.py)."""

from __future__ import annotations

from decimal import Decimal
from typing import Iterator

import gongwen
from typing_extensions import assert_type

document = gongwen.read("report.txt", reference_date="2024-07-18", stage="extract")
assert_type(document, gongwen.Document)
assert_type(document.indicators, "list[gongwen.Indicator]")
assert_type(document.indicators[0].value, "Decimal | None")
assert_type(document.indicators[0].changes, "tuple[gongwen.Change, ...]")
assert_type(document.head.title, str)
assert_type(gongwen.stream("report.txt"), Iterator[gongwen.Record])
assert_type(gongwen.extract_many(["report.txt"], jobs=2, min_confidence=0.9), Iterator[gongwen.Document])
assert_type(gongwen.convert(Decimal(3), "mu"), "gongwen.Converted | None")
for record in gongwen.stream("report.txt", only=["finding"]):
    if record.type == "finding" and isinstance(record, gongwen.Finding):
        assert_type(record.rule, str)

gongwen.read(b"", stagee="extract")  # type: ignore[call-arg]
gongwen.read(b"", max_bytes="1")  # type: ignore[arg-type]
document.indicators[0].name = ""  # type: ignore[misc]
