# find_package(gongwen), pkg-config gongwen and gongwen-c, headers. All of it can be moved after it was installed.
include(CMakePackageConfigHelpers)
set(gongwen_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/gongwen)

install(DIRECTORY include/gongwen DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(TARGETS gongwen gongwen_header_only EXPORT gongwen-targets)
install(EXPORT gongwen-targets NAMESPACE gongwen:: DESTINATION ${gongwen_package_dir})
if(TARGET gongwen_c)
  install(TARGETS gongwen_c EXPORT gongwen-capi-targets)
  install(EXPORT gongwen-capi-targets NAMESPACE gongwen:: DESTINATION ${gongwen_package_dir})
  install(FILES capi/include/gongwen.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endif()

configure_package_config_file(cmake/gongwen-config.cmake.in ${PROJECT_BINARY_DIR}/gongwen-config.cmake
                              INSTALL_DESTINATION ${gongwen_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/gongwen-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/gongwen-config.cmake ${PROJECT_BINARY_DIR}/gongwen-config-version.cmake
              cmake/gongwen-boost.cmake DESTINATION ${gongwen_package_dir})

# A static library needs what it uses at every link, a shared one brings it along.
get_target_property(gongwen_type gongwen TYPE)
set(gongwen_pc_requires Requires)
if(gongwen_type STREQUAL "SHARED_LIBRARY")
  set(gongwen_pc_requires Requires.private)
endif()
set(gongwen_pc_libs "")
if(gongwen_uses_boost AND Boost_VERSION_STRING VERSION_LESS 1.76)
  set(gongwen_pc_libs " -lboost_regex")
endif()
file(RELATIVE_PATH gongwen_pc_up /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
string(REGEX REPLACE "/$" "" gongwen_pc_up "${gongwen_pc_up}")
configure_file(cmake/gongwen.pc.in ${PROJECT_BINARY_DIR}/gongwen.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/gongwen.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(TARGET gongwen_c)
  configure_file(cmake/gongwen-c.pc.in ${PROJECT_BINARY_DIR}/gongwen-c.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/gongwen-c.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endif()
