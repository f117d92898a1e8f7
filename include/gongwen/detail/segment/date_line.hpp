// gongwen/detail/segment/date_line.hpp: the first full date of a line, for the day that an article states of itself.
#pragma once

#include <optional>
#include <string_view>

#include "../../outline.hpp"
#include "../scan/han_numbers.hpp"

GONGWEN_BEGIN

namespace detail {

constexpr int days_in_month(int year, int month) noexcept {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool const leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return month == 2 && leap ? 29 : days[month - 1];
}
/// A real day, or nothing. Year 0 is unknown, and then 29 February is real.
constexpr std::optional<Date> make_date(std::int64_t year, std::int64_t month, std::int64_t day) noexcept {
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > days_in_month(static_cast<int>(year), static_cast<int>(month))) {
    return std::nullopt;
  }
  return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

/// 2024年7月25日, 二○二四年七月二十五日, 2024-07-25, 2024/7/25, 2024.7.25
inline std::optional<Date> date_in(std::string_view w) {
  auto const number = [&](std::size_t& at) -> std::int64_t {
    std::int64_t value = 0;
    std::size_t const begin = at;
    while (at < w.size() && at - begin < 4 && is_digit(static_cast<unsigned char>(w[at])))
      value = value * 10 + (w[at++] - '0');
    if (at != begin) return value;
    std::int64_t digits = 0;
    std::size_t i = at;
    for (; han_digit(code_point(w, i)) >= 0 && digits < 4; ++digits) {
      value = value * 10 + han_digit(code_point(w, i));
      i += char_size(w, i);
    }
    if (digits == 4) {
      at = i;
      return value;
    }
    Ordinal const o = ordinal_at(w, at);
    at = o.end;
    return o.value;
  };
  auto const separator = [&](std::size_t& at, char32_t han) {
    char32_t const c = code_point(w, at);
    if (c != han && c != U'-' && c != U'/' && c != U'.') return false;
    at += char_size(w, at);
    return true;
  };
  for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
    std::size_t at = i;
    std::int64_t const year = number(at);
    if (year < 1900 || year > 2199 || !separator(at, 0x5e74)) {
      if (is_digit(code_point(w, i))) {
        while (i + 1 < w.size() && is_digit(static_cast<unsigned char>(w[i + 1]))) ++i;
      }
      continue;
    }
    std::int64_t const month = number(at);
    if (!separator(at, 0x6708)) continue;
    if (auto const date = make_date(year, month, number(at))) return date;
  }
  return std::nullopt;
}

}  // namespace detail

GONGWEN_END
