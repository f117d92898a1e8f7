// gongwen/detail/pick.hpp: the word of an enumerator, as SCHEMA.md writes it.
#pragma once

#include <cstddef>
#include <string_view>

#include "../config.hpp"

GONGWEN_BEGIN

namespace detail {

/// The name at the place of an enumerator; empty for a value that has none.
template <class Enum, std::size_t n>
constexpr std::string_view pick(std::string_view const (&names)[n], Enum value) noexcept {
  auto const i = static_cast<std::size_t>(value);
  return i < n ? names[i] : std::string_view();
}

}  // namespace detail

GONGWEN_END
