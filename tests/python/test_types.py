"""Types: the package and a program that uses it pass mypy --strict, and stubtest finds what it says. And documentation:
its examples are run. mypy is installed by tests/tools/python.sh."""

import doctest
import importlib
import importlib.util
import os
import pkgutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import gongwen

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "capi" / "python" / "pyproject.toml"


@unittest.skipUnless(importlib.util.find_spec("mypy"), "mypy is not installed")
class Types(unittest.TestCase):
    def succeeds(self, *arguments):
        with tempfile.TemporaryDirectory() as elsewhere:  # so that the installed package is what is found
            done = subprocess.run([sys.executable, "-m", *map(str, arguments)], capture_output=True, text=True, cwd=elsewhere)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_strict(self):
        cache = ROOT / "build" / "python" / "mypy"
        program = Path(__file__).with_name("typed_use.py")
        self.succeeds("mypy", "--config-file", CONFIG, "--cache-dir", cache, "-p", "gongwen")
        self.succeeds("mypy", "--config-file", CONFIG, "--cache-dir", cache, program)

    def test_stubs(self):
        allowed = Path(__file__).with_name("stubtest_allowed.txt")
        self.succeeds("mypy.stubtest", "--mypy-config-file", CONFIG, "--allowlist", allowed, "gongwen")


class Documentation(unittest.TestCase):
    """Examples name the sample from the top of the tree."""

    FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

    def setUp(self):
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(ROOT)

    def test_modules(self):
        tried = 0
        for module in pkgutil.iter_modules(gongwen.__path__):
            if module.name == "_native":
                continue
            done = doctest.testmod(importlib.import_module("gongwen." + module.name), optionflags=self.FLAGS)
            self.assertEqual(done.failed, 0)
            tried += done.attempted
        self.assertGreater(tried, 10)

    def test_readme(self):
        done = doctest.testfile(str(ROOT / "capi" / "python" / "README.md"), module_relative=False, optionflags=self.FLAGS, encoding="utf-8")
        self.assertEqual(done.failed, 0)
        self.assertGreater(done.attempted, 10)


if __name__ == "__main__":
    unittest.main()
