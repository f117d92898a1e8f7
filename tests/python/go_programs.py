"""Programs in Go, built against the library of the tests without pkg-config."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = Path(os.environ.get("GONGWEN_LIBRARY", "/nowhere/capi/libgongwen_c.so.1")).resolve()
BUILD = LIBRARY.parents[1]
LOADED = os.environ | {"LD_LIBRARY_PATH": str(LIBRARY.parent)}


def built(package: Path, program: Path) -> bool:
    """Builds the program of a folder; false where there is no Go of 1.24 or newer."""
    go = shutil.which("go") or shutil.which(ROOT / "build" / "go" / "bin" / "go")
    said = subprocess.run([go, "env", "GOVERSION"], capture_output=True, text=True).stdout if go else ""
    version = tuple(int(part) for part in said.strip().removeprefix("go").split(".")[:2] if part.isdigit())
    if version < (1, 24) or not LIBRARY.is_file():
        return False
    flags = {"CGO_CFLAGS": f"-I{ROOT / 'capi' / 'include'}", "CGO_LDFLAGS": f"-L{LIBRARY.parent} -lgongwen_c"}
    command = [go, "build", "-tags", "gongwen_env", "-o", str(program), "."]
    subprocess.run(command, cwd=package, env=os.environ | flags | {"GOTOOLCHAIN": "local"}, check=True)
    return True
