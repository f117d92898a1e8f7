"""conan create packaging/conan"""

import os
import re
from pathlib import Path

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy

TREE = Path(__file__).resolve().parents[2]


class Gongwen(ConanFile):
    name = "gongwen"
    description = "Reads Chinese official documents into records"
    license = "Apache-2.0"
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False], "capi": [True, False], "readers": [True, False]}
    default_options = {"shared": False, "fPIC": True, "capi": True, "readers": False}
    implements = ["auto_shared_fpic"]

    def set_version(self):
        config = TREE / "include" / "gongwen" / "config.hpp"
        self.version = re.search(r'#define GONGWEN_VERSION "(.+)"', config.read_text(encoding="utf-8"))[1]

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*", "capi/CMakeLists.txt", "capi/exports.map",
                        "capi/include/*", "capi/src/*", "packaging/*"):
            copy(self, pattern, TREE, self.export_sources_folder)

    def validate(self):
        check_min_cppstd(self, 20)

    def requirements(self):
        self.requires("icu/[>=63]", transitive_headers=True)
        self.requires("fmt/[>=8]", transitive_headers=True)
        self.requires("boost/[>=1.74]", transitive_headers=True)
        if self.options.readers:
            for name in ("libzip/[>=1.5]", "pugixml/[>=1.11]", "gumbo-parser/[>=0.10]"):
                self.requires(name)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        chain = CMakeToolchain(self)
        chain.cache_variables |= {
            "GONGWEN_BUILD_CAPI": bool(self.options.capi),
            "GONGWEN_BUILD_READERS": bool(self.options.readers),
            **{f"GONGWEN_BUILD_{part}": False for part in ("EXAMPLES", "TESTS", "BENCH", "FUZZ")},
        }
        chain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        self.cpp_info.set_property("cmake_find_mode", "none")  # its own config file is installed
        self.cpp_info.builddirs = [os.path.join("lib", "cmake", "gongwen")]
        self.cpp_info.libs = ["gongwen"]
