"""The quickstarts in Python, C++, C and Go print the same bytes.

Those in C++ and C are looked for in the build that holds GONGWEN_LIBRARY; that in Go is built here, where there is a Go.
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from go_programs import BUILD, LOADED, ROOT, built

SAMPLE = ROOT / "examples" / "data" / "jiangping.txt"
PYTHON = [sys.executable, str(ROOT / "examples" / "python" / "quickstart.py")]


class Quickstarts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        found = [BUILD / "examples" / "cpp" / "quickstart", BUILD / "examples" / "c" / "quickstart"]
        found.append(Path(folder.name) / "quickstart")
        built(ROOT / "examples" / "go", found[-1])
        cls.programs = [[str(program)] for program in found if program.is_file()]

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
