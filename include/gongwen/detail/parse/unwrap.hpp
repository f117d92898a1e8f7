// gongwen/detail/parse/unwrap.hpp: which line breaks are a printer's.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "continuation.hpp"
#include "furniture.hpp"
#include "margins.hpp"
#include "wrapped_cells.hpp"

GONGWEN_BEGIN

namespace detail {

/// What becomes of a line and of the break after it.
struct LinePlan {
  Furniture furniture = Furniture::none;  ///< not words: dropped
  bool join = false;                      ///< the next line with words goes on in the same paragraph
  bool space = false;                     ///< … and a space stands between the two
};

/// Judges the breaks of a text, asked in order: by the margins of the whole, of the box that holds both lines, or of the table.
class Breaks {
 public:
  Breaks(std::string_view text, std::vector<LineShape> const& lines, LexiconData const& lexicon,
         WrapBand const& margins)
      : text_(text),
        lines_(lines),
        lexicon_(lexicon),
        continues_(text, margins, lexicon),
        cells_(WrappedCells(text, lines, lexicon).find()) {
    if (!margins.wrapped()) boxes_ = wrap_boxes(text, lines);
  }

  /// Does the next line with words go on with the one before it? `blank`: empty lines between them.
  [[nodiscard]] bool join(std::size_t before, std::size_t next, std::size_t blank) {
    if (cells_[before] || (blank == 0 && title(before, next))) return true;
    while (box_ < boxes_.size() && boxes_[box_].end <= next) ++box_;
    bool const boxed = box_ < boxes_.size() && boxes_[box_].begin <= before;
    return boxed ? Continuation(text_, boxes_[box_].band, lexicon_)(lines_[before], lines_[next], blank)
                 : continues_(lines_[before], lines_[next], blank);
  }

 private:
  [[nodiscard]] bool title(std::size_t before, std::size_t next) const {
    std::size_t after = next + 1;
    while (after < lines_.size() && lines_[after].blank()) ++after;
    return after < lines_.size() && continues_.title(lines_[before], lines_[next], lines_[after]);
  }

  std::string_view text_;
  std::vector<LineShape> const& lines_;
  LexiconData const& lexicon_;
  Continuation continues_;
  std::vector<WrapBox> boxes_{};
  std::size_t box_ = 0;
  std::vector<bool> cells_;
};

/// Plans every line of a text; `known_band` is that of the whole of which the text is a piece. Blank lines and dropped ones
/// between two joined lines go with the break.
inline std::vector<LinePlan> plan_lines(std::string_view text, std::vector<LineShape> const& lines, bool unwrap,
                                        bool page_furniture, LexiconData const& lexicon,
                                        WrapBand const* known_band = nullptr) {
  std::vector<LinePlan> plan(lines.size());
  if (page_furniture) {
    std::vector<Furniture> const found = FurnitureFinder(text, lines, lexicon).find();
    for (std::size_t i = 0; i < lines.size(); ++i) plan[i].furniture = found[i];
  }
  if (!unwrap) return plan;
  Breaks breaks(text, lines, lexicon, known_band != nullptr ? *known_band : wrap_band(text, lines));
  std::size_t last = lines.size();  // the last line with words that stays
  std::size_t blank = 0;
  bool edge = false;  // of a page: its empty lines are layout
  for (std::size_t i = 0; i < lines.size(); ++i) {
    edge = edge || lines[i].feed || plan[i].furniture != Furniture::none;
    if (lines[i].blank() || plan[i].furniture != Furniture::none) {
      if (lines[i].blank()) ++blank;
      continue;
    }
    if (last != lines.size()) {
      LinePlan& before = plan[last];
      before.join = breaks.join(last, i, edge ? std::min<std::size_t>(blank, 1) : blank);
      before.space = before.join && is_latin(lines[last].last) && is_latin(lines[i].first);
    }
    last = i;
    blank = 0;
    edge = false;
  }
  return plan;
}

}  // namespace detail

GONGWEN_END
