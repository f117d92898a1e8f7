"""Files that are larger than memory."""

from __future__ import annotations

import os
import tempfile
from typing import IO, TYPE_CHECKING, Any, Iterable, Iterator

from . import _json, records
from ._abi import ffi, lib
from ._error import Error, call
from ._options import Options, Plan, write_options

if TYPE_CHECKING:
    from typing_extensions import Unpack


def stream(
    input: str | os.PathLike[str] | IO[bytes],
    *,
    only: Iterable[str] = (),
    **options: Unpack[Options],
) -> Iterator[records.Record]:
    """Reads a file article by article and gives its records one by one: those of `read`, in the same order but for the
    document's own, which comes last. Memory holds one article and a window, whatever the size of the file: what has to
    wait lies in temporary files.

    input: a path, or a file that is open for reading bytes.
    only: types of record ("indicator"); none means all. Changes no id.
    options: those of `read`.

    >>> import gongwen
    >>> records = gongwen.stream("examples/data/jiangping.txt", only=["indicator", "document"])
    >>> next(records).name
    '地区生产总值'
    """
    if isinstance(input, (str, os.PathLike)):
        options.setdefault("source", os.fspath(input))
    return _records(input, Plan(options), write_options("jsonl", options.get("offsets", "codepoint"), only, by=True))


def _records(input: str | os.PathLike[str] | IO[bytes], plan: Plan, written: Any) -> Iterator[records.Record]:
    """The library writes into a file that has no name; then its lines are read back."""
    with tempfile.TemporaryFile() as lines:
        if isinstance(input, (str, os.PathLike)):
            with open(input, "rb") as file:
                _run(_Ends(file, lines), plan, written)
        else:
            _run(_Ends(input, lines), plan, written)
        lines.seek(0)
        for line in lines:
            yield _json.from_line(line.decode("utf-8"))


class _Ends:
    """Where the bytes come from and where the lines go. What either raises waits in `failure` until C has returned."""

    def __init__(self, source: IO[bytes], sink: IO[bytes]) -> None:
        self.source, self.sink = source, sink
        self.failure: BaseException | None = None

    def read(self, buffer: Any, size: int) -> int:
        try:
            data = self.source.read(size)
            ffi.memmove(buffer, data, len(data))
            return len(data)
        except BaseException as failure:
            self.failure = failure
            return -1

    def write(self, data: Any, size: int) -> int:
        try:
            self.sink.write(ffi.buffer(data, size))
            return 0
        except BaseException as failure:
            self.failure = failure
            return -1


def _run(ends: _Ends, plan: Plan, written: Any) -> None:
    user = ffi.new_handle(ends)
    try:
        call(lib.gongwen_stream, lib.gongwen_python_source, user, lib.gongwen_python_sink, user, plan.struct, written)
    except Error:
        if ends.failure is not None:
            raise ends.failure from None
        raise


@ffi.def_extern()  # type: ignore[untyped-decorator, unused-ignore]
def gongwen_python_source(user: Any, buffer: Any, size: int) -> int:
    ends: _Ends = ffi.from_handle(user)
    return ends.read(buffer, size)


@ffi.def_extern()  # type: ignore[untyped-decorator, unused-ignore]
def gongwen_python_sink(user: Any, data: Any, size: int) -> int:
    ends: _Ends = ffi.from_handle(user)
    return ends.write(data, size)
