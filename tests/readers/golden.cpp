// Whole pages as offices publish them: tests/readers/golden/NAME.html gives NAME.txt, to the byte.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <gongwen/readers.hpp>
#include <iterator>
#include <string>

TEST_CASE("pages of the golden folder give the text beside them") {
  std::size_t read = 0;
  for (auto const& entry : std::filesystem::directory_iterator(GONGWEN_SOURCE_DIR "/tests/readers/golden")) {
    if (entry.path().extension() != ".html") continue;
    INFO(entry.path().string());
    std::ifstream in(std::filesystem::path(entry.path()).replace_extension(".txt"), std::ios::binary);
    std::string const expected{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    CHECK(gongwen::read_rich_file(entry.path().string()).text == expected);
    ++read;
  }
  CHECK(read > 0);
}
