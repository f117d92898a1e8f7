# What is built. As a guest in another project (add_subdirectory, FetchContent) only the library is.
option(GONGWEN_BUILD_CAPI "Build libgongwen_c, the C library" ${PROJECT_IS_TOP_LEVEL})
option(GONGWEN_BUILD_EXAMPLES "Build the program gongwen and the examples" ${PROJECT_IS_TOP_LEVEL})
option(GONGWEN_BUILD_TESTS "Build the tests" ${PROJECT_IS_TOP_LEVEL})
option(GONGWEN_BUILD_BENCH "Build the benchmark, where Google Benchmark is found" ${PROJECT_IS_TOP_LEVEL})
option(GONGWEN_BUILD_FUZZ "Build the fuzz targets: to fuzz with GONGWEN_LIBFUZZER, else to replay their corpora" ${PROJECT_IS_TOP_LEVEL})
option(GONGWEN_LIBFUZZER "Compile the library so that libFuzzer sees its branches, and link it to the fuzz targets (clang)" OFF)
option(GONGWEN_BUILD_READERS "Build gongwen::readers (HTML, DOCX, OFD, PDF), where libzip, pugixml and gumbo are found"
       ${PROJECT_IS_TOP_LEVEL})
option(GONGWEN_INSTALL "Make the install target" ${PROJECT_IS_TOP_LEVEL})
option(GONGWEN_WERROR "Warnings of our own targets are errors" OFF)

# For targets of this project alone: warnings, and none of it where we are a guest.
function(gongwen_own target)
  if(PROJECT_IS_TOP_LEVEL AND NOT MSVC)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion $<$<BOOL:${GONGWEN_WERROR}>:-Werror>)
  elseif(PROJECT_IS_TOP_LEVEL)
    target_compile_options(${target} PRIVATE /W4 $<$<BOOL:${GONGWEN_WERROR}>:/WX>)
  endif()
endfunction()

# What the fuzz targets run: seen by libFuzzer, and optimised a little even in a debug build, since it runs so often.
function(gongwen_fuzzed target)
  if(GONGWEN_LIBFUZZER)
    target_compile_options(${target} PRIVATE -O1 -fsanitize=fuzzer-no-link)
  endif()
endfunction()
