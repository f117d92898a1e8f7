"""The quickstarts in Python, C++, C and Go print the same bytes.

Those in C++ and C are looked for in the build that holds GONGWEN_LIBRARY; that in Go is built here, where there is a Go.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples" / "data" / "jiangping.txt"
LIBRARY = Path(os.environ.get("GONGWEN_LIBRARY", "/nowhere/capi/libgongwen_c.so.1")).resolve()
BUILD = LIBRARY.parents[1]
PYTHON = [sys.executable, str(ROOT / "examples" / "python" / "quickstart.py")]
LOADED = os.environ | {"LD_LIBRARY_PATH": str(LIBRARY.parent)}


def go_quickstart(folder: Path) -> Path | None:
    """The program in Go, built without pkg-config; None where there is no Go of 1.24 or newer."""
    go = shutil.which("go") or shutil.which(ROOT / "build" / "go" / "bin" / "go")
    said = subprocess.run([go, "env", "GOVERSION"], capture_output=True, text=True).stdout if go else ""
    version = tuple(int(part) for part in said.strip().removeprefix("go").split(".")[:2] if part.isdigit())
    if version < (1, 24) or not LIBRARY.is_file():
        return None
    flags = {"CGO_CFLAGS": f"-I{ROOT / 'capi' / 'include'}", "CGO_LDFLAGS": f"-L{LIBRARY.parent} -lgongwen_c"}
    command = [go, "build", "-tags", "gongwen_env", "-o", str(folder / "quickstart"), "."]
    subprocess.run(command, cwd=ROOT / "examples" / "go", env=os.environ | flags | {"GOTOOLCHAIN": "local"}, check=True)
    return folder / "quickstart"


class Quickstarts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        found = [BUILD / "examples" / "cpp" / "quickstart", BUILD / "examples" / "c" / "quickstart"]
        found.append(go_quickstart(Path(folder.name)))
        cls.programs = [[str(program)] for program in found if program and program.is_file()]

    def run_program(self, command, *arguments):
        return subprocess.run([*command, *map(str, arguments)], capture_output=True, env=LOADED)

    def test_python(self):
        done = self.run_program(PYTHON, SAMPLE)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        lines = done.stdout.decode().splitlines()
        self.assertGreater(len(lines), 10)
        self.assertEqual({line.count("\t") for line in lines}, {3})

    def test_same_output(self):
        if not self.programs:
            self.skipTest("no other quickstart was built")
        expected = self.run_program(PYTHON, SAMPLE)
        for program in self.programs:
            with self.subTest(program=program):
                done = self.run_program(program, SAMPLE)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertEqual(done.stdout, expected.stdout)

    def test_failures(self):
        for program in [PYTHON, *self.programs]:
            with self.subTest(program=program):
                self.assertEqual(self.run_program(program, "/no/such/file").returncode, 1)
                self.assertEqual(self.run_program(program).returncode, 2)


if __name__ == "__main__":
    unittest.main()
