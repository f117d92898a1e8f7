// gongwen/detail/date.hpp: the members of Date.
#pragma once

#include "../outline.hpp"
#include "segment/date_line.hpp"

GONGWEN_BEGIN

GONGWEN_INLINE std::optional<Date> Date::parse(std::string_view text) noexcept {
  auto const digits = [&](std::size_t at, std::size_t n) -> std::int64_t {
    std::int64_t v = 0;
    for (std::size_t i = at; i < at + n; ++i) {
      if (text[i] < '0' || text[i] > '9') return -1;
      v = v * 10 + (text[i] - '0');
    }
    return v;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::int64_t const year = digits(0, 4), month = digits(5, 2), day = digits(8, 2);
  return year < 1 ? std::nullopt : detail::make_date(year, month, day);
}

GONGWEN_INLINE std::string Date::to_string() const {
  char out[] = "XXXX-00-00";
  if (known()) {
    int y = year;
    for (int i = 3; i >= 0; --i, y /= 10) out[i] = static_cast<char>('0' + y % 10);
  }
  out[5] = static_cast<char>('0' + month / 10);
  out[6] = static_cast<char>('0' + month % 10);
  out[8] = static_cast<char>('0' + day / 10);
  out[9] = static_cast<char>('0' + day % 10);
  return out;
}

GONGWEN_END
