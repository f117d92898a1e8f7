# An overlay port: vcpkg install gongwen --overlay-ports=packaging/vcpkg
# It builds the tree that it lies in; a copy of it elsewhere is told where the source is by GONGWEN_SOURCE.
if(DEFINED ENV{GONGWEN_SOURCE})
  set(SOURCE_PATH $ENV{GONGWEN_SOURCE})
else()
  get_filename_component(SOURCE_PATH ${CMAKE_CURRENT_LIST_DIR}/../../.. ABSOLUTE)
endif()

vcpkg_check_features(OUT_FEATURE_OPTIONS options FEATURES
  capi GONGWEN_BUILD_CAPI
  readers GONGWEN_BUILD_READERS
  tools GONGWEN_BUILD_EXAMPLES)
vcpkg_cmake_configure(SOURCE_PATH ${SOURCE_PATH} OPTIONS
  ${options} -DGONGWEN_BUILD_TESTS=OFF -DGONGWEN_BUILD_BENCH=OFF -DGONGWEN_BUILD_FUZZ=OFF)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/gongwen)
vcpkg_fixup_pkgconfig()
vcpkg_copy_pdbs()
if("tools" IN_LIST FEATURES)
  vcpkg_copy_tools(TOOL_NAMES gongwen AUTO_CLEAN)
endif()
file(REMOVE_RECURSE ${CURRENT_PACKAGES_DIR}/debug/include ${CURRENT_PACKAGES_DIR}/debug/share)
vcpkg_install_copyright(FILE_LIST ${SOURCE_PATH}/LICENSE)
