// gongwen/detail/extract/divisions.hpp: the characters that the names of administrative divisions end with.
#pragma once

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

/// A province, city, county, district, prefecture or banner.
constexpr bool is_division(char32_t c) noexcept {
  return c == 0x7701 || c == 0x5e02 || c == 0x53bf || c == 0x533a || c == 0x5dde || c == 0x65d7;  // 省 市 县 区 州 旗
}
constexpr bool is_township(char32_t c) noexcept { return c == 0x9547 || c == 0x4e61; }  // 镇 乡

}  // namespace detail

GONGWEN_END
