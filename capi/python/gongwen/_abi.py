"""The shared library, as cffi sees it. Every declaration is that of gongwen.h, read here; none is written again."""

from __future__ import annotations

import ctypes.util
import os
import re
import sys
from pathlib import Path

from cffi import FFI

_HERE = Path(__file__).resolve().parent


def header() -> str:
    """The text of gongwen.h: beside this file in an installed package, else where the source tree has it."""
    for path in (_HERE / "gongwen.h", _HERE.parents[1] / "include" / "gongwen.h"):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    raise ImportError("gongwen.h is neither beside the package nor in ../../include; install the package again")


def declarations(text: str) -> str:
    """What a C compiler would be left with after the preprocessor: the declarations, and the constants that are numbers."""
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)
    text = text.replace("\\\n", " ")
    text = re.sub(r"^#ifdef __cplusplus\n.*?^#endif", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^#(?!define \w+ +\w+\s*$).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^#define GONGWEN_API\b.*$", "", text, flags=re.MULTILINE)
    return re.sub(r"\bGONGWEN_(API|ENUM)\b", "", text)


def _candidates() -> list[str]:
    """Where the library may be, in order: what GONGWEN_LIBRARY names, beside the package, where the system looks."""
    named = os.environ.get("GONGWEN_LIBRARY")
    if named:
        return [named]
    name = {"win32": "gongwen_c.dll", "darwin": "libgongwen_c.1.dylib"}.get(sys.platform, "libgongwen_c.so.1")
    found = ctypes.util.find_library("gongwen_c")
    return [str(_HERE / name)] * (_HERE / name).is_file() + [name] + [found] * bool(found)


def _load(ffi: FFI):
    reasons = []
    for name in _candidates():
        try:
            library = ffi.dlopen(name)
        except OSError as reason:
            reasons.append(str(reason))
            continue
        have, need = library.gongwen_abi_version(), library.GONGWEN_ABI_VERSION
        if have // 1000 != need // 1000 or have < need:
            raise ImportError(f"{name} has the interface {have}, and this package needs {need}; install one that fits")
        return library
    raise ImportError(
        "the library gongwen_c was not found; install it, or set GONGWEN_LIBRARY to its path (" + "; ".join(reasons) + ")"
    )


ffi = FFI()
ffi.cdef(declarations(header()))
lib = _load(ffi)
