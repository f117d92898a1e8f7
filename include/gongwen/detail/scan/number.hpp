// gongwen/detail/scan/number.hpp: what the scanner knows of a numeral before any unit is read.
#pragma once

#include <cstdint>
#include <optional>

#include "../../mentions.hpp"

GONGWEN_BEGIN

namespace detail {

struct Number {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Decimal value;
  std::optional<Decimal> high;  ///< of an inexact numeral: tens of thousands is 20000 to 90000
  Mod mod = Mod::none;          ///< over, where 多 or 余 stands in it
  std::uint8_t digits = 0;      ///< of a plain run of digits, Arabic or Chinese: how many
  std::uint8_t places = 0;      ///< digits after the point
  bool plain = false;           ///< digits alone: no scale, no separator, no point
  bool han = false;
  bool scaled = false;            ///< 万, 亿 and the like were folded in
  bool bare_scale = false;        ///< no digit at all: 千万, 百余
  bool capital = false;           ///< begins with a financial capital: 壹, 拾
  std::uint8_t scale_power = 0;   ///< the power that was folded into an Arabic numeral
  std::uint8_t shared_power = 0;  ///< of a Chinese one the power that all of it is multiplied by: 三十万, 三百

  /// `digits` of a run that is passed over whole, so that no part of it is taken for a number.
  static constexpr std::uint8_t passed_over = 255;
  /// One with more places than a decimal holds: `value` is its digits without the point. Only a bare number reads it.
  [[nodiscard]] constexpr bool fine() const noexcept { return digits == passed_over && places > Decimal::scale; }
};

}  // namespace detail

GONGWEN_END
