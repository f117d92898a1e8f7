#include "compare.hpp"

#include <gongwen/gongwen.hpp>

#include "input.hpp"

std::string compare_files(std::string const& first, std::string const& second, CompareSettings const& settings) {
  auto const read = [&](std::string const& path) {
    return read_text(path, settings.parse) | gongwen::segment() | gongwen::extract(settings.extract);
  };
  return gongwen::to_string(gongwen::compare(read(first), read(second)), settings.write);
}
