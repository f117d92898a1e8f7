"""Builds the extension module and takes from the source tree what must not be written twice: version, gongwen.h."""

import re
import shutil
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.sdist import sdist

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import native  # noqa: E402


def version() -> str:
    """As config.hpp states it; in a source distribution, where that file is not, as PKG-INFO does."""
    config = native.TREE / "include" / "gongwen" / "config.hpp"
    if config.is_file():
        return re.search(r'#define GONGWEN_VERSION "(.+)"', config.read_text(encoding="utf-8"))[1]
    return re.search(r"^Version: (.+)$", (HERE / "PKG-INFO").read_text(encoding="utf-8"), re.MULTILINE)[1]


class Build(build_ext):
    def run(self):
        build = Path(self.build_temp).resolve()
        found = native.library(build)
        source = build / "_native.c"
        native.write_source(source)
        (extension,) = self.extensions
        extension.sources = [str(source)]
        extension.include_dirs = native.include_folders(found)
        extension.library_dirs = found.folders
        if found.carried:
            extension.extra_link_args = [f"-Wl,-rpath,{native.rpath()}"]
        super().run()
        native.carry(found, Path(self.get_ext_fullpath(native.MODULE)).resolve().parent)


class Distribute(sdist):
    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        shutil.copyfile(native.header(), Path(base_dir) / "gongwen" / "gongwen.h")


setup(
    version=version(),
    ext_modules=[Extension(native.MODULE, sources=[], libraries=["gongwen_c"], py_limited_api=True)],
    cmdclass={"build_ext": Build, "sdist": Distribute},
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
