"""Records for whatever reads Arrow: the PyCapsule interface, without pyarrow.

    pyarrow.table(document.to_arrow("indicator"))
    polars.DataFrame(document.to_arrow("indicator"))
    indicators = document.to_arrow("indicator"); duckdb.sql("select name, value from indicators")
"""

from __future__ import annotations

import ctypes
from collections import deque
from typing import TYPE_CHECKING, Any, Callable

from . import _convert
from ._abi import ffi, lib
from ._error import call

if TYPE_CHECKING:
    from ._document import Document


class _Schema(ctypes.Structure):
    _fields_ = [
        ("format", ctypes.c_void_p),
        ("name", ctypes.c_void_p),
        ("metadata", ctypes.c_void_p),
        ("flags", ctypes.c_int64),
        ("n_children", ctypes.c_int64),
        ("children", ctypes.c_void_p),
        ("dictionary", ctypes.c_void_p),
        ("release", ctypes.c_void_p),
        ("private_data", ctypes.c_void_p),
    ]


class _Stream(ctypes.Structure):
    _fields_ = [
        ("get_schema", ctypes.c_void_p),
        ("get_next", ctypes.c_void_p),
        ("get_last_error", ctypes.c_void_p),
        ("release", ctypes.c_void_p),
        ("private_data", ctypes.c_void_p),
    ]


# PyDLL keeps the lock of the interpreter, so that nothing else runs while a capsule is taken down.
_api = ctypes.PyDLL(None) if ctypes.pythonapi is None else ctypes.pythonapi


def _function(name: str, result: Any, *arguments: Any) -> Any:
    """A function of Python's own, with types that no other user of ctypes.pythonapi can change."""
    return ctypes.PYFUNCTYPE(result, *arguments)((name, _api))


_calloc = _function("PyMem_RawCalloc", ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t)
_free = _function("PyMem_RawFree", None, ctypes.c_void_p)
_pointer_of = _function("PyCapsule_GetPointer", ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)
_new_capsule = _function("PyCapsule_New", ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_Release = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)
_Destructor = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)  # not py_object: the capsule has no reference left to count


def _destructor(name: bytes, struct: type[ctypes.Structure]) -> Any:
    """What the capsules of a name call when they go: release, unless a reader has taken the content, and free.

    All that it uses are its own defaults, since the names of a module are gone while the interpreter ends.
    """

    def destroy(
        capsule: int,
        pointer_of: Any = _pointer_of,
        free: Any = _free,
        call: Any = _Release,
        struct: Any = struct,
        name: bytes = name,
    ) -> None:
        pointer = pointer_of(capsule, name)
        content = struct.from_address(pointer)
        if content.release:
            call(content.release)(pointer)
        free(pointer)

    function = _Destructor(destroy)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(function))  # never freed: a capsule may outlive this module
    return ctypes.cast(function, ctypes.c_void_p)


_DESTRUCTORS = {
    name: (struct, _destructor(name, struct)) for name, struct in ((b"arrow_array_stream", _Stream), (b"arrow_schema", _Schema))
}


def _capsule(name: bytes, fill: Callable[[int], None]) -> Any:
    """A capsule of that name around a struct that `fill` was given the address of."""
    struct, destructor = _DESTRUCTORS[name]
    pointer = _calloc(1, ctypes.sizeof(struct))
    if not pointer:
        raise MemoryError("no memory for an Arrow stream")
    try:
        fill(pointer)
        return _new_capsule(pointer, name, destructor)
    except BaseException:
        _free(pointer)  # what fills it leaves nothing behind when it fails
        raise


_PLURALS = {"quantity": "quantities", "entity": "entities"}


class Table:
    """All records of one type of a document, a column a field, in the form that Arrow libraries hand to each other.

    pyarrow, polars, pandas, DuckDB and others take it as it is, as often as they like. Numbers are decimal128(38, 10), days
    date32, parts structs, lists lists; what JSON Lines leaves out is null. The document lives as long as a reader of it.
    """

    def __init__(
        self, document: Document, type: str, offsets: str, by: bool, string_views: bool, max_chars: int
    ) -> None:
        self.type = type
        self._document = document
        self._max_chars = max_chars
        self._type = -1 if type == "chunk" else _convert.value_of("gongwen_record_type", type)
        self._options = ffi.new("gongwen_write_options*")
        self._options.struct_size = ffi.sizeof(self._options[0])
        self._options.offsets = _convert.value_of("gongwen_offset_unit", offsets)
        # A capsule that goes while an exception is on its way would take that exception with it: no Python runs then without
        # losing it. So the last ones wait here for the next, or for `__del__`, for which Python puts exceptions aside.
        self._kept: deque[Any] = deque(maxlen=4)
        self._options.flags = lib.GONGWEN_WRITE_FLAG_BY * by + lib.GONGWEN_WRITE_FLAG_STRING_VIEWS * string_views

    def __del__(self) -> None:
        if hasattr(self, "_kept"):
            self._kept.clear()

    def __repr__(self) -> str:
        return f"<gongwen.Table of {self.type}, {self._document.head.source or 'no source'}>"

    def __len__(self) -> int:
        """How many records there are; cheap, so that tables without any can be passed over."""
        if self.type == "document":
            return 1
        if self.type == "chunk":
            return len(self._document.chunks(self._max_chars))
        rows_of = getattr(lib, f"gongwen_document_{_PLURALS.get(self.type, self.type + 's')}")
        return int(rows_of(self._document._handle).count)

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        """A capsule of a fresh ArrowArrayStream. A requested schema is not met: readers cast, as the interface allows."""
        self._kept.append(_capsule(b"arrow_array_stream", self._open))
        return self._kept[-1]

    def __arrow_c_schema__(self) -> Any:
        """A capsule of the ArrowSchema."""
        self._kept.append(_capsule(b"arrow_schema", self._schema))
        return self._kept[-1]

    def to_pyarrow(self) -> Any:
        """As a pyarrow.Table."""
        import pyarrow

        return pyarrow.table(self)

    def to_pandas(self) -> Any:
        """As a pandas.DataFrame of Arrow's types, so that numbers stay exact. Needs pyarrow too."""
        import pandas

        return self.to_pyarrow().to_pandas(types_mapper=pandas.ArrowDtype)

    def to_polars(self) -> Any:
        """As a polars.DataFrame."""
        import polars

        return polars.DataFrame(self)

    def _open(self, address: int) -> None:
        out = ffi.cast("struct ArrowArrayStream*", address)
        handle = self._document._handle
        if self.type == "chunk":
            call(lib.gongwen_document_chunks_arrow, out, handle, self._max_chars, self._options)
        else:
            call(lib.gongwen_document_arrow, out, handle, self._type, self._options)

    def _schema(self, address: int) -> None:
        stream = ffi.new("struct ArrowArrayStream*")
        self._open(int(ffi.cast("uintptr_t", stream)))
        try:
            if stream.get_schema(stream, ffi.cast("struct ArrowSchema*", address)) != 0:
                raise MemoryError("no memory for an Arrow schema")
        finally:
            stream.release(stream)
