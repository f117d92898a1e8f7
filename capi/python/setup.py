"""Takes from the source tree what must not be written twice: the version, and gongwen.h."""

import re
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

HERE = Path(__file__).resolve().parent
HEADER = HERE.parent / "include" / "gongwen.h"
CONFIG = HERE.parents[1] / "include" / "gongwen" / "config.hpp"


def version() -> str:
    """As config.hpp states it; in a source distribution, where that file is not, as PKG-INFO does."""
    if CONFIG.is_file():
        return re.search(r'#define GONGWEN_VERSION "(.+)"', CONFIG.read_text(encoding="utf-8"))[1]
    return re.search(r"^Version: (.+)$", (HERE / "PKG-INFO").read_text(encoding="utf-8"), re.MULTILINE)[1]


def add_header(package: Path) -> None:
    if HEADER.is_file():
        package.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HEADER, package / "gongwen.h")


class Build(build_py):
    def run(self):
        super().run()
        if not self.editable_mode:
            add_header(Path(self.build_lib) / "gongwen")


class Distribute(sdist):
    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        add_header(Path(base_dir) / "gongwen")


setup(version=version(), cmdclass={"build_py": Build, "sdist": Distribute})
