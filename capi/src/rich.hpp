// rich.hpp: bytes that are no text but a file with text in it. rich.cpp is compiled with the readers or without them.
#pragma once

#include <cstdint>
#include <gongwen/readers.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace gongwen::c {

[[nodiscard]] bool reads_rich_files() noexcept;

/// A rich file: its text, and where each piece of it stood.
struct Rich {
  Text text;
  std::vector<Place> places;
};

/// Parses a rich file; nothing where the bytes are text.
/// @throws error `unsupported` for a file that there is no reader of, and as read_rich and parse
[[nodiscard]] std::optional<Rich> parse_rich(std::string_view bytes, ParseOptions const& options);

/// The place that a byte of the text belongs to; null where there is none.
[[nodiscard]] Place const* place_at(std::vector<Place> const& places, std::uint64_t offset) noexcept;

}  // namespace gongwen::c
