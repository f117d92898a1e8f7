// writer.hpp: the text of a rich file as it grows, with its places.
#pragma once

#include <cstdint>
#include <gongwen/readers.hpp>
#include <string>
#include <string_view>
#include <vector>

GONGWEN_BEGIN

namespace readers {

/// A cell of a table: its words, and how many columns and rows it takes.
struct Cell {
  std::string text;
  std::uint32_t column = 1;  ///< where it begins, from 1
  std::uint32_t wide = 1;
};
using Row = std::vector<Cell>;
using Table = std::vector<Row>;

/// Appends a code point as UTF-8; what is none becomes U+FFFD.
void append_utf8(std::string& out, char32_t c);

/// White space of any kind and length becomes one space, none at the ends. Ideographic spaces go too.
[[nodiscard]] std::string tidy(std::string_view words);

/// Whether there is nothing to see.
[[nodiscard]] bool blank(std::string_view words) noexcept;

/// Joins the paragraphs of a cell: without a space where a word was only broken over two lines (`growth` / `(%)`).
void join_cell(std::string& cell, std::string_view paragraph);

/// Builds a RichText line by line, in the bounds of the options.
class Writer {
 public:
  Writer(RichText& out, ReadOptions const& options) : out_(out), options_(options) {}

  /// A paragraph; empty ones give a blank line, no two of them together.
  void paragraph(std::string_view words, std::uint32_t heading = 0, std::uint32_t note = 0);
  /// A table with a blank line around it. Every row has as many cells as the widest, but one
  /// cell over all columns stands alone.
  void table(Table const& table);
  /// A printer's line, as it is.
  void line(std::string_view words);
  void page_break();
  void page(std::uint32_t number) { place_.page = number; }
  [[nodiscard]] std::uint32_t page() const noexcept { return place_.page; }
  /// Ends the text: one line break at most at its end.
  void finish();

 private:
  void blank_line();
  void add(std::string_view words);
  void mark(Place place);

  RichText& out_;
  ReadOptions const& options_;
  Place place_{};
  std::uint32_t paragraphs_ = 0, tables_ = 0;
};

}  // namespace readers

GONGWEN_END
