// gongwen/detail/parse/wrap_band.hpp: how wide a line is that its printer broke.
#pragma once

#include <cstdint>

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

/// The widths, in columns, of lines that reach the right margin. High is 0 where the text was not wrapped.
struct WrapBand {
  std::uint32_t low = 0;
  std::uint32_t sure = 0;  ///< from here on headings that are as wide by chance are too few to count
  std::uint32_t high = 0;
  bool stops = true;  ///< long lines end with a stop as a rule: one that does not was cut

  [[nodiscard]] constexpr bool wrapped() const noexcept { return high != 0; }
  [[nodiscard]] constexpr bool holds(std::uint32_t width) const noexcept { return width >= low && width <= high; }
};

}  // namespace detail

GONGWEN_END
