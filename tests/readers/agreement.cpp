// The rich files of the corpus outside the tree ($GONGWEN_SHARED): the text agrees with what other readers say.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <gongwen/readers.hpp>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// The rich files of the corpus by extension, in order; none where the corpus is not there.
std::vector<fs::path> samples(std::string const& extension) {
  std::vector<fs::path> out;
  char const* const shared = std::getenv("GONGWEN_SHARED");
  if (shared == nullptr) {
    MESSAGE("GONGWEN_SHARED is not set: the rich files of the corpus are not read");
    return out;
  }
  for (auto const& entry : fs::directory_iterator(fs::path(shared) / "corpus" / "rich")) {
    if (entry.path().extension() == extension) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  CHECK(!out.empty());
  return out;
}

std::string bytes_of(fs::path const& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Without white space, of which readers leave more or less.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::string_view(" \t\r\n\f").find(text[i]) != std::string_view::npos) continue;
    if (text.substr(i, 3) == "\u3000") {
      i += 2;
    } else if (text.substr(i, 2) == "\u00a0") {
      i += 1;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Most of it is Han, nothing is undecodable, and it is paragraphs with sentences in them.
void check_sane(fs::path const& path) {
  INFO(path.string());
  gongwen::RichText const rich = gongwen::read_rich_file(path.string());
  REQUIRE(!rich.text.empty());
  CHECK(rich.text.find("\ufffd") == std::string::npos);
  std::string const words = bare(rich.text);
  auto const han = std::count_if(words.begin(), words.end(), [](unsigned char c) { return c >= 0xe4 && c <= 0xe9; });
  CHECK(static_cast<std::size_t>(han) * 3 * 2 > words.size());
  CHECK(!rich.places.empty());
  auto const outline = gongwen::parse(rich) | gongwen::segment();
  auto const sentences = std::count_if(outline.nodes().begin(), outline.nodes().end(), [](gongwen::Node const& n) {
    return n.kind == gongwen::NodeKind::sentence || n.kind == gongwen::NodeKind::cell;
  });
  CHECK(sentences > 3);
}

}  // namespace

TEST_CASE("DOCX of the corpus: the words are those of the text beside it") {
  for (fs::path const& path : samples(".docx")) {
    INFO(path.string());
    CHECK(bare(gongwen::read_rich_file(path.string()).text) == bare(bytes_of(path.string() + ".txt")));
  }
}

TEST_CASE("HTML, OFD and PDF of the corpus give text that is sane") {
  for (std::string const extension : {".html", ".ofd", ".pdf"}) {
    for (fs::path const& path : samples(extension)) check_sane(path);
  }
}

TEST_CASE(".doc and .xls of the corpus are refused with what to do") {
  for (auto const& [extension, hint] : {std::pair<std::string, std::string>{".doc", "docx"}, {".xls", "html"}}) {
    for (fs::path const& path : samples(extension)) {
      INFO(path.string());
      try {
        static_cast<void>(gongwen::read_rich_file(path.string()));
        FAIL("no error");
      } catch (gongwen::error const& e) {
        CHECK(e.code() == gongwen::error_code::unsupported);
        CHECK(std::string(e.what()).find(hint) != std::string::npos);
      }
    }
  }
}
