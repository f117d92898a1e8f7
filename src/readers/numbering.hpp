// numbering.hpp: numbers that a word processor or browser generates, as they are shown.
#pragma once

#include <cstdint>
#include <gongwen/config.hpp>
#include <string>
#include <string_view>

GONGWEN_BEGIN

namespace readers {

/// `value` in a number format of ISO/IEC 29500-1, 17.18.59 (chineseCounting, decimalEnclosedCircle …). A format that is not
/// known is written as decimal, "bullet" and "none" as nothing.
[[nodiscard]] std::string numeral(std::int64_t value, std::string_view format);

}  // namespace readers

GONGWEN_END
