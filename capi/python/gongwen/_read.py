"""From bytes, texts and files to documents."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Iterable, Iterator, Sized, Union

from ._abi import ffi, lib
from ._document import Document
from ._error import Error, call
from ._options import Options, Plan

if TYPE_CHECKING:
    from typing_extensions import Unpack

Input = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview]


def version() -> str:
    """The version of the library in use."""
    word = lib.gongwen_version()
    return str(ffi.unpack(word.data, word.size).decode("ascii"))


def reads_rich_files() -> bool:
    """Whether the library in use was built with readers of DOCX, HTML, OFD and PDF."""
    return bool(lib.gongwen_reads_rich_files())


def read(input: Input, **options: Unpack[Options]) -> Document:
    """Reads a file, or bytes, into a document and its records.

    input: a path of a file, or bytes of any encoding. A text that is at hand as a str goes to `read_text`. DOCX, HTML, OFD
    and PDF are known by their bytes, and spans then point into their text, `Document.original`; see `Document.place`.
    options: see `Options`; `help(gongwen.Options)`.

    Raises Error ("too_large", "undecodable", "limit", "unsupported", "invalid_argument", ...), ValueError for a word that is no choice
    of its option, TypeError for an option that is none, and for a path what opening it raises.

    >>> import gongwen
    >>> document = gongwen.read("examples/data/jiangping.txt")
    >>> document.indicators[0]
    Indicator(id='i1', ...)
    """
    if isinstance(input, (str, os.PathLike)):
        path = os.fspath(input)
        options.setdefault("source", path)
        return _read(_bytes_of(path), Plan(options))
    return _read(input, Plan(options))


def read_text(text: str, **options: Unpack[Options]) -> Document:
    """Reads a text into a document and its records. Options as for `read`, but for `encoding`.

    >>> import gongwen
    >>> document = gongwen.read_text("上半年，全县完成财政收入2.5亿元，同比增长8%。", reference_date="2024-07-18")
    >>> [(i.name, i.value, i.unit) for i in document.indicators]
    [('财政收入', Decimal('250000000'), 'CNY')]
    """
    if options.get("encoding") is not None:
        raise ValueError("a str is decoded already; pass bytes to read, or no encoding")
    options["encoding"] = "UTF-8"
    return _read(text.encode("utf-8"), Plan(options))


def extract_many(
    paths: Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = None,
    progress: bool = False,
    on_error: Callable[[str, Exception], object] | None = None,
    **options: Unpack[Options],
) -> Iterator[Document]:
    """Reads many files at a time, and gives their documents in the order of the paths, each as soon as it can.

    jobs: threads that read; None: as many as there are processors. They run at once: the library works without the lock
    of the interpreter. At most twice as many documents wait to be taken, so memory does not grow with the number of files.
    progress: shows a bar (needs tqdm).
    on_error: is told of the files that can't be read, which are then left out; None: the first such file raises.

    >>> import gongwen
    >>> for document in gongwen.extract_many(["examples/data/jiangping.txt"], jobs=2):
    ...     print(document.head.source, len(document.indicators) > 10)
    examples/data/jiangping.txt True
    """
    workers = jobs or os.cpu_count() or 1
    bar = _bar(paths) if progress else None
    waiting: deque[tuple[str, Future[Document]]] = deque()
    pool = ThreadPoolExecutor(workers, thread_name_prefix="gongwen")
    try:
        names = (os.fspath(path) for path in paths)
        while True:
            while len(waiting) < 2 * workers and (name := next(names, None)) is not None:
                waiting.append((name, pool.submit(read, name, **options)))
            if not waiting:
                return
            name, future = waiting.popleft()
            try:
                document = future.result()
            except (Error, OSError, MemoryError) as error:
                if on_error is None:
                    raise
                on_error(name, error)
            else:
                del future
                yield document
                del document  # not held while the next one is waited for
            if bar is not None:
                bar()
    finally:
        pool.shutdown(cancel_futures=True)
        if bar is not None:
            bar(close=True)


class _Bar:
    def __init__(self, total: int | None) -> None:
        try:
            from tqdm.auto import tqdm
        except ImportError as reason:
            raise ImportError("progress=True needs tqdm: pip install tqdm") from reason
        self._bar = tqdm(total=total, unit="file")

    def __call__(self, close: bool = False) -> None:
        self._bar.close() if close else self._bar.update()


def _bar(paths: Iterable[str | os.PathLike[str]]) -> _Bar:
    return _Bar(len(paths) if isinstance(paths, Sized) else None)


def _bytes_of(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        if "\n" in path or len(path) > 255:
            raise ValueError("that is a text and no path; gongwen.read_text reads texts") from error
        raise


def _read(data: bytes | bytearray | memoryview, plan: Plan) -> Document:
    bytes_ = ffi.from_buffer("uint8_t[]", data)
    out = ffi.new("gongwen_document**")
    call(lib.gongwen_read, out, bytes_, len(bytes_), plan.struct)
    return Document(ffi.gc(out[0], lib.gongwen_document_free))
