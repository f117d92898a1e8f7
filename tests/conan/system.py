"""A package of Conan that stands for one of the system's, so that the recipe of gongwen can be run where no server of packages
is: conan export system.py --name icu --version 72.1. Only names of targets and libraries are in it."""

import os

from conan import ConanFile

# What the packages of Conan's own server call their files, targets and libraries.
KNOWN = {
    "icu": ("ICU", None, {"icu-uc": ("ICU::uc", ["icuuc", "icudata"]), "icu-i18n": ("ICU::i18n", ["icui18n"])}),
    "fmt": ("fmt", None, {"_fmt": ("fmt::fmt", ["fmt"])}),
    "boost": ("Boost", "Boost::boost", {"headers": ("Boost::headers", []), "regex": ("Boost::regex", ["boost_regex"])}),
}


class System(ConanFile):
    package_type = "shared-library"
    settings = "os", "arch", "compiler", "build_type"

    def package_info(self):
        file, target, components = KNOWN[self.name]
        self.cpp_info.set_property("cmake_file_name", file)
        if target:
            self.cpp_info.set_property("cmake_target_name", target)
        for name, (target, libraries) in components.items():
            part = self.cpp_info.components[name]
            part.set_property("cmake_target_name", target)
            # A library that this machine needs no file of is none: Boost.Regex is headers alone from 1.76 on.
            folders = ("/usr/lib", f"/usr/lib/{os.uname().machine}-linux-gnu", "/usr/local/lib")
            there = lambda lib: any(os.path.exists(f"{folder}/lib{lib}.so") for folder in folders)
            part.system_libs = [lib for lib in libraries if there(lib)]
            part.includedirs, part.libdirs, part.bindirs = [], [], []
