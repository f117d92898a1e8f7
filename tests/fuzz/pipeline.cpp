// Fuzzes bytes → findings. The first two bytes choose the options; what follows is the input, in a heap block of exactly its
// size, so that a sanitizer sees one byte too many. Invariants are checked as well as memory.
#include <cstdint>
#include <cstdlib>
#include <gongwen/gongwen.hpp>
#include <memory>
#include <string>

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

template <class List>
void check_spans(gongwen::Text const& text, List const& records) {
  std::uint64_t last = 0;
  for (auto const& r : records) {
    require(r.span.begin >= last && r.span.begin < r.span.end && r.span.end <= text.original().size());
    require(text.repaired(r.span) == r.text);
    last = r.span.begin;
  }
}

bool valid_utf8(std::string const& s) {
  try {
    gongwen::ParseOptions strict;
    strict.encoding = "UTF-8";
    strict.strict = true;
    auto const text = gongwen::parse(s, strict);
    return text.original().size() == s.size();
  } catch (gongwen::error const&) {
    return false;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size < 2) return 0;
  std::uint8_t const a = data[0];
  std::uint8_t const b = data[1];
  std::size_t const n = size - 2;
  auto const block = std::make_unique<char[]>(n);
  std::copy(data + 2, data + size, block.get());

  constexpr char const* encodings[] = {"", "", "", "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5"};
  gongwen::ParseOptions parse;
  parse.encoding = encodings[a & 7U];
  parse.strict = (a & 8U) != 0;
  parse.unwrap = (a & 16U) == 0;
  parse.page_numbers = (a & 32U) == 0;
  parse.characters = (a & 64U) == 0;
  parse.spaces = (a & 128U) == 0;
  gongwen::ExtractOptions extract;
  if ((b & 1U) != 0) extract.reference_date = gongwen::Date{2024, 2, 29};
  extract.facts = (b & 2U) == 0;
  gongwen::CheckOptions check;
  check.implied = (b & 4U) != 0;
  check.language = (b & 8U) != 0 ? gongwen::Language::en : gongwen::Language::zh;
  gongwen::WriteOptions write;
  write.format = (b & 16U) != 0 ? gongwen::Format::table : gongwen::Format::jsonl;
  write.offsets = (b & 32U) != 0   ? gongwen::OffsetUnit::utf16
                  : (b & 64U) != 0 ? gongwen::OffsetUnit::utf8
                                   : gongwen::OffsetUnit::codepoint;
  write.by = (b & 128U) != 0;

  try {
    auto const text = gongwen::parse(std::string_view(block.get(), n), parse);
    auto const records = text | gongwen::segment() | gongwen::extract(extract);
    check_spans(text, records.quantities());
    check_spans(text, records.times());
    check_spans(text, records.ranks());
    check_spans(text, records.ratios());
    for (gongwen::Node const& node : records.outline().nodes()) {
      require(node.span.begin <= node.span.end && node.span.end <= text.original().size());
      require(node.parent == gongwen::no_node || node.parent < records.outline().nodes().size());
    }
    require(valid_utf8(gongwen::to_string(records | gongwen::check(check), write)));
  } catch (gongwen::error const&) {
    // The one exception there is.
  }
  return 0;
}
