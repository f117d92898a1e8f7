// gongwen/detail/parse/margins.hpp: how wide the lines are that a printer broke: of a whole text, and of boxes in one.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lines.hpp"
#include "wrap_band.hpp"

GONGWEN_BEGIN

namespace detail {

/// From how many columns on a line is a paragraph, and no title or member of a list.
inline constexpr std::uint32_t paragraph_width = 80;

/// How many lines of a width are of running text by what stands in their midst: a comma or a stop that goes on, or a stop and another
/// sentence. Members of a list have neither; a row of a table may have a stop before the space to its next column.
struct RunningLines {
  std::size_t pauses = 0;
  std::size_t turns = 0;
};

inline RunningLines running_lines(std::string_view text, std::span<LineShape const> lines, WrapBand const& band) {
  RunningLines out;
  for (LineShape const& line : lines) {
    if (!band.holds(line.width)) continue;
    bool pause = false, turn = false;
    for (std::size_t i = line.text_begin; i + 3 < line.text_end; i += char_size(text, i)) {
      if (text[i] != '\xe3' && text[i] != '\xef') continue;  // neither of the two points begins otherwise
      char32_t const c = code_point(text, i);
      if ((c != 0xff0c && c != 0x3002) || !is_han(code_point(text, i + 3))) continue;  // ， 。
      pause = true;
      turn = turn || c == 0x3002;
    }
    out.pauses += pause ? 1 : 0;
    out.turns += turn ? 1 : 0;
  }
  return out;
}

/// How wide the lines of a text are that its printer broke. A text is wrapped that has many lines of nearly the same,
/// largest width, most of which end in mid-sentence.
inline WrapBand wrap_band(std::string_view text, std::span<LineShape const> lines) {
  constexpr std::uint32_t narrowest = 36, widest = 200, tolerance = 6;
  std::array<std::uint32_t, widest + 1> count{};
  std::array<std::uint32_t, widest + 1> open{};
  std::uint32_t longer = 0, worded = 0, paragraphs = 0, stops = 0;
  for (LineShape const& line : lines) {
    if (line.blank()) continue;
    ++worded;
    if (line.width >= paragraph_width) {
      ++paragraphs;
      if (ends_statement(line.last)) ++stops;
    }
    if (line.width > widest) {
      ++longer;
    } else {
      ++count[line.width];
      if (!ends_statement(line.last)) ++open[line.width];
    }
  }
  std::uint32_t best = 0, best_open = 0;
  for (std::uint32_t w = narrowest; w <= widest; ++w) {
    std::uint32_t near = 0, near_open = 0;
    for (std::uint32_t k = w - tolerance; k <= w; ++k) {
      near += count[k];
      near_open += open[k];
    }
    if (near_open > best_open && near_open * 3 >= near * 2) {
      best = w;
      best_open = near_open;
    }
  }
  bool const wrapped = best_open >= 4 && best_open * 5 >= worded && longer * 4 <= best_open &&
                       running_lines(text, lines, {best - tolerance, best, best, true}).pauses * 3 >= best_open;
  if (!wrapped) {
    WrapBand none;
    constexpr std::uint32_t few = 8;
    none.stops = paragraphs < few || stops * 4 >= paragraphs;
    return none;
  }
  // First lines of paragraphs are shorter by an indent that many texts have lost, and proportional type varies: the band
  // begins where lines become frequent. What is wider than the type allows by count has narrow signs in it.
  constexpr std::uint32_t reach = 14, slack = 5, beyond = 16;
  WrapBand band{best - slack, best - slack, best + beyond, true};
  std::uint32_t seen = 0;
  for (std::uint32_t w = best - reach; w < band.sure; ++w) {
    seen += open[w];
    if (seen * 100 >= best_open) {
      band.low = w;
      break;
    }
  }
  return band;
}

/// A box (专栏) in a text whose other lines are whole paragraphs: its lines are wrapped, though those of the text are not.
struct WrapBox {
  std::size_t begin = 0;  ///< lines
  std::size_t end = 0;
  WrapBand band;
};

/// The boxes of a text that is not wrapped, in order: narrow lines without a blank between them, which would make a wrapped
/// text if they stood alone, most of them as wide as the box.
inline std::vector<WrapBox> wrap_boxes(std::string_view text, std::span<LineShape const> lines) {
  constexpr std::uint32_t widest = 100;
  constexpr std::size_t fewest = 6;
  std::vector<WrapBox> out;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t const begin = i;
    while (i < lines.size() && !lines[i].blank() && lines[i].width <= widest) ++i;
    std::span<LineShape const> const stretch = lines.subspan(begin, i - begin);
    if (stretch.size() < fewest) {
      if (i == begin) ++i;
      continue;
    }
    WrapBand const band = wrap_band(text, stretch);
    std::size_t full = 0;
    for (LineShape const& line : stretch) full += band.wrapped() && band.holds(line.width) ? 1 : 0;
    if (full * 2 <= stretch.size()) continue;
    std::size_t const turns = running_lines(text, stretch, band).turns;
    if (turns >= 2 && turns * 6 >= stretch.size()) out.push_back({begin, i, band});
  }
  return out;
}

}  // namespace detail

GONGWEN_END
