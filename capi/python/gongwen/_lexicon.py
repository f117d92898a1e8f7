"""Words of one's own, and units."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from . import _convert, records
from ._abi import ffi, lib
from ._error import call


class Lexicon:
    """The words that the library knows, and those it was taught. Immutable; may be shared by threads."""

    def __init__(self) -> None:
        self._handle: Any = ffi.NULL

    def extend(self, table: str, lines: str) -> Lexicon:
        """These words and further lines of one table, in the form of src/lexicon/TABLE.tsv.

        The table "patterns" takes regular expressions with named groups, a line each of name, type, pattern and source:
        "power\\tquantity=kW\\tGJ-(?<value>\\\\d+)\\tOWN"; gongwen/lexicon.hpp lists the types and their groups.

        Raises Error("bad_lexicon") or Error("bad_pattern") with the line, from 1, as its offset.
        """
        out = ffi.new("gongwen_lexicon**")
        data = lines.encode("utf-8")
        call(lib.gongwen_lexicon_extend, out, self._handle, table.encode("utf-8"), data, len(data))
        lexicon = Lexicon()
        lexicon._handle = ffi.gc(out[0], lib.gongwen_lexicon_free)
        return lexicon


class Converted(NamedTuple):
    """An amount in the unit of the SI, or in money of its own currency."""

    value: Decimal
    unit: str
    """Symbols of the SI ("kg", "m2", "kg/m3"), "1" of a ratio, else a code of ISO 4217."""
    exact: bool
    """False: ten places did not hold the value, which was rounded half away from zero."""


def convert(
    amount: records.Quantity | Decimal | int | str, unit: str = "", *, lexicon: Lexicon | None = None
) -> Converted | None:
    """A quantity, or a number of some unit, in the SI: 5 t is 5000 kg, 3 mu 2000 m2. Money stays in its currency.

    unit     of a number: a code of the schema ("t", "mu", "%"), or a word as texts write it; a quantity has its own
    lexicon  where the factors stand, with units of one's own

    None where nothing is defined: counts, temperatures, bounds and fractions, units without a factor, values of more
    than 38 digits. Raises Error("invalid_argument") for a str that is no number in plain digits.

    >>> import gongwen
    >>> gongwen.convert(3, "亩")
    Converted(value=Decimal('2000'), unit='m2', exact=True)
    """
    per = ""
    if isinstance(amount, records.Quantity):
        if amount.value is None:
            return None
        unit, per, amount = amount.unit, amount.per_unit or amount.per, amount.value
    digits = format(amount, "f") if isinstance(amount, Decimal) else str(amount)
    out = ffi.new("gongwen_converted*")
    kept = [ffi.from_buffer(word.encode("utf-8")) for word in (digits, unit, per)]
    strings = [ffi.new("gongwen_string*", (word, len(word)))[0] for word in kept]
    call(lib.gongwen_convert, out, *strings, ffi.NULL if lexicon is None else lexicon._handle)
    if not out.present:
        return None
    return Converted(Decimal(ffi.string(out.value).decode()), ffi.string(out.unit).decode("utf-8"), out.exact)
