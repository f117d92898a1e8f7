"""What the package is built of: the interface of gongwen.h for cffi, and the library gongwen_c that goes beside it.

setup.py runs this. The library is, in this order,
  the one that GONGWEN_LIBRARY names: it is copied into the package,
  the one that CMake makes of the source tree around this folder: it is copied too,
  the one that pkg-config knows (gongwen-c): it stays where the system has it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Optional

HERE = Path(__file__).resolve().parent
TREE = HERE.parents[1]  # of the whole project, where this folder stands in it
MODULE = "gongwen._native"

CALLBACKS = """
extern "Python" int64_t gongwen_python_source(void* user, char* buffer, size_t size);
extern "Python" int32_t gongwen_python_sink(void* user, const char* bytes, size_t size);
"""


def header() -> Path:
    """gongwen.h: in the source tree, or in a source distribution beside the package."""
    for path in (HERE.parent / "include" / "gongwen.h", HERE / "gongwen" / "gongwen.h"):
        if path.is_file():
            return path
    raise FileNotFoundError("gongwen.h is neither in ../include nor in gongwen/; get the source again")


def declarations(text: str) -> str:
    """What a C compiler would be left with after the preprocessor: the declarations, and the constants that are numbers."""
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.DOTALL)
    text = text.replace("\\\n", " ")
    text = re.sub(r"^#ifdef __cplusplus\n.*?^#endif", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^#(?!define \w+ +\w+\s*$).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"^#define GONGWEN_API\b.*$", "", text, flags=re.MULTILINE)
    return re.sub(r"\bGONGWEN_(API|ENUM)\b", "", text)


def write_source(path: Path) -> None:
    """The C source of the extension module, which a compiler checks against gongwen.h itself (cffi's API mode)."""
    from cffi import FFI

    ffi = FFI()
    ffi.cdef(declarations(header().read_text(encoding="utf-8")) + CALLBACKS)
    ffi.set_source(MODULE, '#include "gongwen.h"')
    path.parent.mkdir(parents=True, exist_ok=True)
    ffi.emit_c_code(str(path))


class Library(NamedTuple):
    """Where gongwen_c is. `carried`: the file to put beside the package; None where the system's own is used."""

    folders: list[str]
    carried: Optional[Path]


def library(build: Path) -> Library:
    named = os.environ.get("GONGWEN_LIBRARY")
    if named:
        found = Path(named).resolve(strict=True)
    elif (TREE / "CMakeLists.txt").is_file():
        found = _made(build / "library")
    else:
        return Library(_of_pkg_config("--libs-only-L", "-L"), None)
    return Library([str(_with_link(found, build / "link"))], found)


def include_folders(found: Library) -> list[str]:
    folders = [str(header().parent)]
    return folders if found.carried else folders + _of_pkg_config("--cflags-only-I", "-I")


def carried_name() -> str:
    """The name that the extension module asks the loader for."""
    return "libgongwen_c.1.dylib" if sys.platform == "darwin" else "libgongwen_c.so.1"


def rpath() -> str:
    return "@loader_path" if sys.platform == "darwin" else "$ORIGIN"


def _made(build: Path) -> Path:
    """Compiles the C library alone, optimised, without what only its developers need."""
    off = [f"-DGONGWEN_BUILD_{part}=OFF" for part in ("EXAMPLES", "TESTS", "BENCH", "FUZZ")]
    kind = ["-DCMAKE_BUILD_TYPE=Release", "-DGONGWEN_BUILD_CAPI=ON", "-DGONGWEN_INSTALL=OFF"]
    subprocess.run(["cmake", "-S", str(TREE), "-B", str(build), *kind, *off], check=True)
    jobs = os.environ.get("GONGWEN_JOBS", str(os.cpu_count() or 1))
    subprocess.run(["cmake", "--build", str(build), "--target", "gongwen_c", "--parallel", jobs], check=True)
    return (build / "capi" / ("libgongwen_c.dylib" if sys.platform == "darwin" else "libgongwen_c.so")).resolve()


def _with_link(file: Path, folder: Path) -> Path:
    """A folder where the linker finds the library under the name it looks for."""
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / ("libgongwen_c.dylib" if sys.platform == "darwin" else "libgongwen_c.so")
    link.unlink(missing_ok=True)
    link.symlink_to(file)
    return folder


def _of_pkg_config(option: str, prefix: str) -> list[str]:
    try:
        said = subprocess.run(["pkg-config", option, "gongwen-c"], check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError) as reason:
        raise FileNotFoundError(
            "the library gongwen_c was not found; set GONGWEN_LIBRARY to its path, or install it with gongwen-c.pc"
        ) from reason
    return [word[len(prefix) :] for word in said.split() if word.startswith(prefix)]


def carry(found: Library, package: Path) -> None:
    if found.carried:
        package.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(found.carried, package / carried_name())
