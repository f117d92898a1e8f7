// rich.cpp: DOCX, HTML, OFD and PDF by gongwen::readers (GONGWEN_C_READERS), or the refusal of them.
#include "rich.hpp"

#include <algorithm>

namespace gongwen::c {

#ifdef GONGWEN_C_READERS

bool reads_rich_files() noexcept { return true; }

std::optional<Rich> parse_rich(std::string_view bytes, ParseOptions const& options) {
  if (rich_format(bytes) == RichFormat::plain) return std::nullopt;
  ReadOptions reading;
  reading.max_bytes = std::min(reading.max_bytes, options.max_bytes);
  RichText rich = read_rich(bytes, reading);
  Text text = gongwen::parse(rich, options);
  return Rich{std::move(text), std::move(rich.places)};
}

#else

bool reads_rich_files() noexcept { return false; }

std::optional<Rich> parse_rich(std::string_view bytes, ParseOptions const&) {
  // ZIP (DOCX, OFD), OLE (.doc, .xls) and PDF: what would else be read as nonsense in some encoding.
  for (std::string_view const begin : {"PK\x03\x04", "\xd0\xcf\x11\xe0", "%PDF-"}) {
    if (bytes.substr(0, begin.size()) != begin) continue;
    throw error(
        error_code::unsupported, 0,
        "this library was built without readers of DOCX, OFD and PDF; save the file as plain text, or build with "
        "GONGWEN_BUILD_READERS");
  }
  return std::nullopt;
}

#endif

Place const* place_at(std::vector<Place> const& places, std::uint64_t offset) noexcept {
  auto const after = std::upper_bound(places.begin(), places.end(), offset,
                                      [](std::uint64_t o, Place const& p) { return o < p.offset; });
  return after == places.begin() ? nullptr : &*(after - 1);
}

}  // namespace gongwen::c
