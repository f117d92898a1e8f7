// gongwen/detail/write/offsets.hpp: UTF-8 byte offsets to code points or UTF-16 units.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "../../write.hpp"
#include "../characters/utf8.hpp"

GONGWEN_BEGIN

namespace detail {

/// Counts units before a byte offset. A mark every 64 bytes keeps a look-up short: O(n) to build, O(1) to ask.
class OffsetIndex {
 public:
  OffsetIndex(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
    if (unit_ == OffsetUnit::utf8) return;
    marks_.reserve(text.size() / step + 1);
    std::uint64_t n = 0;
    for (std::size_t i = 0; i < text.size(); i += step) {
      marks_.push_back(n);
      n += count(i, std::min(i + step, text.size()));
    }
    marks_.push_back(n);
  }

  [[nodiscard]] std::uint64_t operator()(std::uint64_t byte) const noexcept {
    if (unit_ == OffsetUnit::utf8) return byte;
    std::size_t const at = std::min<std::uint64_t>(byte, text_.size());
    std::size_t const mark = at / step;
    return marks_[mark] + count(mark * step, at);
  }

 private:
  static constexpr std::size_t step = 64;

  /// Every byte that begins a character is a unit; in UTF-16 the lead byte of four bytes is two. At most `step` bytes, so
  /// the sum fits a byte, and compilers count many at once.
  [[nodiscard]] std::uint64_t count(std::size_t from, std::size_t to) const noexcept {
    char const* const bytes = text_.data() + from;
    std::size_t const size = to - from;
    bool const pairs = unit_ == OffsetUnit::utf16;
    if (size != step) return pairs ? units<true>(bytes, size) : units<false>(bytes, size);
    return pairs ? units<true>(bytes, step) : units<false>(bytes, step);  // a number of rounds that is known
  }
  template <bool pairs>
  static std::uint8_t units(char const* bytes, std::size_t size) noexcept {
    std::uint8_t n = 0;
    for (std::size_t i = 0; i < size; ++i) {
      auto const b = static_cast<unsigned char>(bytes[i]);
      n = static_cast<std::uint8_t>(n + ((b & 0xc0U) != 0x80U ? 1 : 0));
      if constexpr (pairs) n = static_cast<std::uint8_t>(n + (b >= 0xf0U ? 1 : 0));
    }
    return n;
  }

  std::string_view text_;
  OffsetUnit unit_;
  std::vector<std::uint64_t> marks_;
};

}  // namespace detail

GONGWEN_END
