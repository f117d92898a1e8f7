#include "input.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#ifdef GONGWEN_CLI_READERS
#include <gongwen/readers.hpp>
#endif

namespace {

std::string read_all(std::istream& in) {
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string read_input(std::string const& path) {
  if (path == "-") return read_all(std::cin);
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw gongwen::error(gongwen::error_code::io, 0, "is a folder; name the files in it");
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) throw gongwen::error(gongwen::error_code::io, 0, "cannot be read; check its name and permissions");
  return read_all(in);
}

}  // namespace

gongwen::Text read_text(std::string const& path, gongwen::ParseOptions const& options) {
  std::string const bytes = read_input(path);
#ifdef GONGWEN_CLI_READERS
  // A named encoding says that the input is text, tags and all.
  if (options.encoding.empty() && gongwen::rich_format(bytes) != gongwen::RichFormat::plain) {
    return gongwen::parse(gongwen::read_rich(bytes), options);
  }
#else
  if (options.encoding.empty() && gongwen::is_packed(bytes)) {
    throw gongwen::error(
        gongwen::error_code::unsupported, 0,
        "this program was built without readers of DOCX, OFD and PDF; save the file as plain text, or build "
        "with GONGWEN_BUILD_READERS");
  }
#endif
  return gongwen::parse(bytes, options);
}
