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
  if (!is_packed(bytes)) return std::nullopt;
  throw error(error_code::unsupported, 0,
              "this library was built without readers of DOCX, OFD and PDF; save the file as plain text, or build with "
              "GONGWEN_BUILD_READERS");
}

#endif

Place const* place_at(std::vector<Place> const& places, std::uint64_t offset) noexcept {
  auto const after = std::upper_bound(places.begin(), places.end(), offset,
                                      [](std::uint64_t o, Place const& p) { return o < p.offset; });
  return after == places.begin() ? nullptr : &*(after - 1);
}

}  // namespace gongwen::c
