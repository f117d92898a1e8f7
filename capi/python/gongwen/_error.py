"""What went wrong, as exceptions."""

from __future__ import annotations

from typing import Any, Callable

from ._abi import ffi, lib


class Error(Exception):
    """What went wrong. `code` is a word ("too_large"), `offset` a byte of the input, or a line of a lexicon.

    >>> import gongwen
    >>> gongwen.read(b"GDP \\xff", encoding="UTF-8", strict=True)
    Traceback (most recent call last):
      ...
    gongwen._error.Error: ... (undecodable, at 4)
    """

    def __init__(self, code: str, offset: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.offset = offset

    def __str__(self) -> str:
        return f"{self.args[0]} ({self.code}, at {self.offset})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Error, (self.code, self.offset, self.args[0])  # so that it passes between processes


def call(function: Callable[..., int], *arguments: Any) -> None:
    """Calls a function of the library with an error to fill, and raises it."""
    error = ffi.new("gongwen_error*")
    status = function(*arguments, error)
    if status == lib.GONGWEN_OK:
        return
    message = ffi.string(error.message).decode("utf-8", "replace")
    if status == lib.GONGWEN_NO_MEMORY:
        raise MemoryError(message)
    code = lib.gongwen_status_name(status)
    raise Error(ffi.unpack(code.data, code.size).decode("ascii"), error.offset, message)
