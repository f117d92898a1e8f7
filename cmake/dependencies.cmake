# What the library itself needs, as the list gongwen_dependencies. cmake/gongwen-config.cmake.in finds the same again.
find_package(ICU 63 REQUIRED COMPONENTS uc i18n)
find_package(fmt 8 REQUIRED)
set(gongwen_dependencies ICU::uc ICU::i18n fmt::fmt)

# Boost.Regex, for patterns that users bring. Headers alone from 1.76 on; before, its library is linked too.
# Asked for as soon as a header of the library includes it.
file(GLOB_RECURSE gongwen_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/gongwen/*.hpp)
set(gongwen_uses_boost OFF)
foreach(header IN LISTS gongwen_headers)
  file(STRINGS ${header} hit REGEX "^ *# *include <boost/" LIMIT_COUNT 1)
  if(hit)
    set(gongwen_uses_boost ON)
  endif()
endforeach()
if(gongwen_uses_boost)
  include(${CMAKE_CURRENT_LIST_DIR}/gongwen-boost.cmake)
  list(APPEND gongwen_dependencies gongwen_boost_regex)
endif()
