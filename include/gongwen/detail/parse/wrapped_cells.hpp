// gongwen/detail/parse/wrapped_cells.hpp: cells of a table that were too narrow for their words, where the table tells.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "continuation.hpp"

GONGWEN_BEGIN

namespace detail {

/// Finds the lines whose cell goes on in the next line. A table that lost its lines leaves a cell on a line of its own; a cell that was
/// wrapped fills its column, so that several end at the same width, and the break cuts words in two. A cut word alone could be chance,
/// and so could one width: both are asked for. A label before a row of figures, between other such rows, needs the cut word alone.
class WrappedCells {
 public:
  WrappedCells(std::string_view text, std::vector<LineShape> const& lines, LexiconData const& lexicon)
      : text_(text), lines_(lines), lexicon_(lexicon), found_(lines.size()) {}

  /// Of each line: does its cell go on?
  [[nodiscard]] std::vector<bool> find() {
    labels();
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t const begin = i;
      std::size_t worded = 0, blank = 0;
      for (; i < lines_.size() && blank < 2; ++i) {
        if (lines_[i].blank()) {
          ++blank;
          continue;
        }
        if (!narrow(lines_[i])) break;
        blank = 0;
        ++worded;
      }
      if (worded >= fewest_lines) wrapped_columns(begin, i);
      if (i == begin) ++i;
    }
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t widest = 48, narrowest = 10;
  static constexpr std::size_t fewest_lines = 8;
  static constexpr std::uint32_t fewest_cells = 3, fewest_cuts = 2;

  [[nodiscard]] static bool narrow(LineShape const& line) {
    return line.width <= widest && !line.marked && !ends_statement(line.last);
  }

  /// The first line of a label whose row follows: 城市生活垃圾无害化处 / 理率 90 92.
  void labels() {
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!narrow(lines_[i]) || !cell_alone(i) || !words_follow(i) || !tabular(text_, lines_[i + 1])) continue;
      bool const among =
          (i > 0 && tabular(text_, lines_[i - 1])) || (i + 2 < lines_.size() && tabular(text_, lines_[i + 2]));
      found_[i] = among && cuts_word(text_, lines_[i], lines_[i + 1], lexicon_);
    }
  }

  /// The cells of one stretch of narrow lines, by their width.
  void wrapped_columns(std::size_t begin, std::size_t end) {
    struct Width {
      std::uint32_t cells = 0;    ///< that a shorter or equal one follows
      std::uint32_t cuts = 0;     ///< … and a word is cut between them
      std::uint32_t against = 0;  ///< that a wider one follows: this is not the width of their column
    };
    std::array<Width, widest + 1> count{};
    for (std::size_t i = begin; i + 1 < end; ++i) {
      if (!cell_alone(i) || !words_follow(i)) continue;
      Width& w = count[lines_[i].width];
      if (first_cell(i + 1) > lines_[i].width) {
        ++w.against;
      } else {
        ++w.cells;
        w.cuts += cuts_word(text_, lines_[i], lines_[i + 1], lexicon_) ? 1 : 0;
      }
    }
    for (std::size_t i = begin; i + 1 < end; ++i) {
      Width const& w = count[std::min(lines_[i].width, widest)];
      bool const wrapped = w.cells >= fewest_cells && w.cuts >= fewest_cuts && w.against * 4 <= w.cells;
      if (wrapped && cell_alone(i) && words_follow(i) && first_cell(i + 1) <= lines_[i].width) found_[i] = true;
    }
  }

  /// One cell and nothing else: no white space in it, and it ends with a Han character.
  [[nodiscard]] bool cell_alone(std::size_t i) const {
    LineShape const& line = lines_[i];
    if (line.blank() || line.width < narrowest || line.width > widest || !is_han(line.last)) return false;
    for (std::size_t at = line.text_begin; at < line.text_end; at += char_size(text_, at)) {
      if (is_space(code_point(text_, at))) return false;
    }
    return true;
  }
  [[nodiscard]] bool words_follow(std::size_t i) const { return !lines_[i + 1].blank() && is_han(lines_[i + 1].first); }
  /// How wide the first cell of a line is.
  [[nodiscard]] std::uint32_t first_cell(std::size_t i) const {
    std::uint32_t width = 0;
    for (std::size_t at = lines_[i].text_begin; at < lines_[i].text_end; at += char_size(text_, at)) {
      char32_t const c = code_point(text_, at);
      if (is_space(c)) break;
      width += detail::columns(c);
    }
    return width;
  }

  std::string_view text_;
  std::vector<LineShape> const& lines_;
  LexiconData const& lexicon_;
  std::vector<bool> found_;
};

}  // namespace detail

GONGWEN_END
