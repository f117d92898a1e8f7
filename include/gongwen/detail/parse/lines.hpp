// gongwen/detail/parse/lines.hpp: the lines of a text and the shape of each.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "../scan/markers.hpp"

GONGWEN_BEGIN

namespace detail {

/// A line as a person sees it: how far it is indented, how wide it is, how it begins and ends.
struct LineShape {
  std::size_t begin = 0;       ///< in the original
  std::size_t end = 0;         ///< before the line break
  std::size_t text_begin = 0;  ///< without white space around it
  std::size_t text_end = 0;
  std::uint32_t chars = 0;   ///< characters from text_begin to text_end
  std::uint32_t width = 0;   ///< columns: Han and full-width characters two, others one
  std::uint32_t indent = 0;  ///< columns
  char32_t first = 0;
  char32_t last = 0;
  bool marked = false;   ///< begins with a numbering marker
  bool feed = false;     ///< a form feed stands before it
  std::int8_t open = 0;  ///< brackets and book-title marks that it leaves open

  [[nodiscard]] bool blank() const noexcept { return text_begin == text_end; }
};

constexpr std::uint32_t columns(char32_t c) noexcept {
  return c >= 0x1100 && (c < 0x2000 || c >= 0x2e80 || (c >= 0x2014 && c <= 0x2026)) ? 2 : 1;
}

constexpr bool is_blank(char32_t c) noexcept { return is_space(c) || c == U'\f' || c == 0xfeff || c == 0x200b; }

inline LineShape shape_of(std::string_view text, std::size_t begin, std::size_t end, LexiconData const& lexicon) {
  LineShape line;
  line.begin = begin;
  line.end = end;
  std::size_t i = begin;
  while (i < end) {
    char32_t const c = code_point(text, i);
    if (!is_blank(c) && c != U'\r') break;
    if (c == U'\f') line.feed = true;
    line.indent += columns(c);
    i += char_size(text, i);
  }
  line.text_begin = line.text_end = i;
  if (i < end) line.first = code_point(text, i);
  for (std::uint32_t chars = 0; i < end;) {
    if (std::size_t const words = past_han(text, i, end); words != i) {
      auto const han = static_cast<std::uint32_t>((words - i) / 3);
      i = words;
      chars += han;
      line.width += 2 * han;
      line.text_end = i;
      line.chars = chars;
      if (i == end) break;
    }
    char32_t const c = code_point(text, i);
    std::size_t const next = i + char_size(text, i);
    ++chars;
    if (!is_blank(c) && c != U'\r') {
      line.text_end = next;
      line.chars = chars;
      if (c == 0xff08 || c == U'(' || c == 0x300a || c == 0x201c) ++line.open;  // （ ( 《 “
      if ((c == 0xff09 || c == U')' || c == 0x300b || c == 0x201d) && line.open > 0) --line.open;
      if (line.open > 100) line.open = 100;
    }
    line.width += columns(c);
    i = next;
  }
  if (!line.blank()) line.last = code_point(text, previous(text, line.text_end));
  line.marked =
      !line.blank() && MarkerReader(text.substr(0, line.text_end), lexicon).strict(line.text_begin).has_value();
  return line;
}

inline std::vector<LineShape> lines_of(std::string_view text, LexiconData const& lexicon) {
  std::vector<LineShape> out;
  // Where the next LF and the next CR stand; each is looked for again only when it has been passed.
  std::size_t lf = 0, cr = 0;
  auto const pass = [&](std::size_t& at, char c, std::size_t from) {
    if (at < from || from == 0) at = std::min(text.find(c, from), text.size());
  };
  for (std::size_t begin = 0; begin <= text.size();) {
    pass(lf, '\n', begin);
    pass(cr, '\r', begin);
    std::size_t const end = std::min(lf, cr);
    out.push_back(shape_of(text, begin, end, lexicon));
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return out;
}

/// Ends a sentence or announces a list: 。！？；：… and their ASCII twins.
constexpr bool ends_statement(char32_t c) noexcept {
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff1b || c == 0xff1a || c == U'!' || c == U'?' ||
         c == U';' || c == U':' || c == 0x2026;
}

}  // namespace detail

GONGWEN_END
