// offsets.hpp: offsets of a UTF-8 text in other units.
#pragma once

#include <gongwen.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace gongwen::c {

/// Counts the units before every block of a text once, then answers from the nearest block. Keeps the text's view.
class Offsets {
 public:
  /// Cost: O(text), none for UTF-8.
  Offsets(std::string_view text, gongwen_offset_unit unit);

  /// The unit at a byte, which is taken back to the begin of its character. Cost: O(1).
  [[nodiscard]] std::uint64_t from_utf8(std::uint64_t byte) const noexcept;
  /// The byte at a unit, the begin of the character that holds it. Cost: O(log text).
  [[nodiscard]] std::uint64_t to_utf8(std::uint64_t offset) const noexcept;

  [[nodiscard]] gongwen_offset_unit unit() const noexcept { return unit_; }
  [[nodiscard]] std::uint64_t length() const noexcept { return from_utf8(text_.size()); }

 private:
  /// The units that a byte begins: none inside a character, two for a lead byte of a character beyond the first plane
  /// where the unit is UTF-16, else one.
  [[nodiscard]] std::uint64_t units(std::size_t byte) const noexcept;
  [[nodiscard]] bool inside(std::size_t byte) const noexcept;

  std::string_view text_;
  gongwen_offset_unit unit_;
  std::vector<std::uint32_t> before_;  // units before each block: at most as many as bytes, and a text is below 2^32
};

}  // namespace gongwen::c
