// gongwen/detail/pieces.hpp: the stages over a piece of a longer text. Each is compiled with its stage.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "../records.hpp"
#include "parse/wrap_band.hpp"

GONGWEN_BEGIN

// Only named here: in header-only mode the headers of the stages include what is declared below.
struct ParseOptions;
struct SegmentOptions;
struct ExtractOptions;

namespace detail {

/// Repairs a piece that is decoded already. `broken`: where ill-formed bytes were. `band`: how wide the wrapped lines
/// of the whole are; found here and kept where it is not known yet.
[[nodiscard]] Text parse_piece(std::string original, std::string encoding, std::vector<std::size_t> const& broken,
                               ParseOptions const& options, std::optional<WrapBand>& band);

/// The nodes of a piece, and where in it a head was read (see Seams).
struct PieceNodes {
  std::vector<Node> nodes;
  bool head = true;                  ///< at its beginning
  std::vector<std::size_t> changes;  ///< ends of the lines after which it is another

  [[nodiscard]] bool head_at(std::size_t at) const {
    bool now = head;
    for (std::size_t const change : changes) {
      if (change > at) break;
      now = !now;
    }
    return now;
  }
};
[[nodiscard]] PieceNodes segment_piece(Text const& text, SegmentOptions const& options, bool head);

/// `earlier`: the day that the last article before the piece stated.
[[nodiscard]] Records extract_piece(Outline outline, ExtractOptions const& options, std::optional<Date> earlier);

}  // namespace detail

GONGWEN_END
