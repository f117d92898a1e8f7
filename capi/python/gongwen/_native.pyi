"""The extension module, made by cffi of gongwen.h. Nothing but this package uses it."""

from typing import Any

ffi: Any
lib: Any
