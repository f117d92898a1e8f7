// gongwen/detail/extract/table_cell.hpp: the figure of a cell and what stands around it.
//
//   12.3   1,204   -1.6   8.5%       a number
//   8.5左右   4.2以内   约30          with its modifier
//   力争15左右                       what is striven for
//   541（亿元人民币）                 and a remark, which is no part of it
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "../../mentions.hpp"
#include "../segment/lines.hpp"

GONGWEN_BEGIN

namespace detail {

struct CellFigure {
  Decimal value;
  Mod mod = Mod::none;
  bool per_cent = false;
  bool aimed = false;                ///< after 力争, 确保
  std::string_view remark;           ///< in brackets, without them
  std::uint32_t begin = 0, end = 0;  ///< number and modifiers, in bytes of the cell
};

/// Null where the cell holds anything else.
[[nodiscard]] inline std::optional<CellFigure> cell_figure(std::string_view w, LexiconData const& lexicon) {
  auto const skip = [&](std::size_t i) {
    while (i < w.size() && is_space(code_point(w, i))) i += char_size(w, i);
    return i;
  };
  CellFigure out;
  std::size_t at = 0;
  if (Entry const e = lexicon.longest(w, at, Class::status); !e.word.empty()) {
    out.aimed = static_cast<Status>(e.value) == Status::target;
    at = skip(e.word.size());
  }
  out.begin = static_cast<std::uint32_t>(at);
  if (Entry const e = lexicon.longest(w, at, Class::mod_before); !e.word.empty()) {
    out.mod = static_cast<Mod>(e.value);
    at = skip(at + e.word.size());
  }
  std::string number;
  for (; at < w.size(); ++at) {
    char const c = w[at];
    bool const sign = (c == '-' || c == '+') && number.empty();
    if (!sign && c != '.' && c != ',' && !is_digit(static_cast<unsigned char>(c))) break;
    if (c != ',') number += c;
  }
  auto const value = Decimal::parse(number);
  if (!value) return std::nullopt;
  out.value = *value;
  if (char32_t const c = at < w.size() ? code_point(w, at) : U' '; c == U'%' || c == 0xff05) {  // ％
    out.per_cent = true;
    at += char_size(w, at);
  }
  if (Entry const e = lexicon.longest(w, at, Class::mod_after); !e.word.empty()) {
    if (out.mod == Mod::none) out.mod = static_cast<Mod>(e.value);
    at += e.word.size();
  }
  out.end = static_cast<std::uint32_t>(at);
  at = skip(at);
  if (at == w.size()) return out;
  std::size_t const close = previous(w, w.size());
  if (!opens_round(code_point(w, at)) || !closes(code_point(w, close))) return std::nullopt;
  at = skip(at + char_size(w, at));
  out.remark = w.substr(at, std::max(at, close) - at);
  return out;
}

}  // namespace detail

GONGWEN_END
