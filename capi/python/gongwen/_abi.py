"""The library gongwen_c, by the extension module that was compiled against its header."""

from __future__ import annotations

from ._native import ffi as ffi
from ._native import lib as lib


def _fits() -> None:
    """The library may be another one than the module was built with, where the system brings it."""
    have, need = lib.gongwen_abi_version(), lib.GONGWEN_ABI_VERSION
    if have // 1000 != need // 1000 or have < need:
        raise ImportError(f"gongwen_c has the interface {have}, and this package needs {need}; install one that fits")


_fits()
