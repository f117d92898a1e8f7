#include "writer.hpp"

#include <algorithm>
#include <limits>

GONGWEN_BEGIN

namespace readers {

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) c = 0xfffd;
  auto const put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | c >> 6);
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3f));
    put(0x80 | (c >> 6 & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

namespace {

/// Bytes of the white space that begins at `i`, 0 where there is none: ASCII, no-break (C2 A0), U+2000 to U+200B, U+3000, BOM.
std::size_t space_at(std::string_view w, std::size_t i) noexcept {
  auto const byte = [&](std::size_t k) { return i + k < w.size() ? static_cast<unsigned char>(w[i + k]) : 0U; };
  unsigned const a = byte(0);
  if (a == ' ' || (a >= 9 && a <= 13)) return 1;
  if (a == 0xc2 && byte(1) == 0xa0) return 2;
  if (a == 0xe2 && byte(1) == 0x80 && byte(2) >= 0x80 && byte(2) <= 0x8b) return 3;
  if (a == 0xe3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;
  if (a == 0xef && byte(1) == 0xbb && byte(2) == 0xbf) return 3;
  return 0;
}

/// Whether the last or first character is an ideograph, so that a line break before or after it is no word's end.
bool han_at(std::string_view w, std::size_t i) noexcept {
  if (i + 2 >= w.size()) return false;
  auto const c = static_cast<unsigned char>(w[i]);
  return c >= 0xe4 && c <= 0xe9;  // U+4000 to U+9FFF
}

}  // namespace

std::string tidy(std::string_view words) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < words.size();) {
    if (std::size_t const n = space_at(words, i); n != 0) {
      gap = true;
      i += n;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += words[i++];
  }
  return out;
}

bool blank(std::string_view words) noexcept {
  for (std::size_t i = 0; i < words.size();) {
    std::size_t const n = space_at(words, i);
    if (n == 0) return false;
    i += n;
  }
  return true;
}

void join_cell(std::string& cell, std::string_view paragraph) {
  if (paragraph.empty()) return;
  constexpr std::size_t short_words = 36;        // twelve ideographs: a head or label broken to fit its column
  auto const bracket = [](std::string_view w) {  // （ or (
    return w.front() == '(' || w.substr(0, 3) == "\uff08";
  };
  bool const word = cell.size() <= short_words && paragraph.size() <= short_words && cell.size() >= 3 &&
                    han_at(cell, cell.size() - 3) && (han_at(paragraph, 0) || bracket(paragraph));
  if (!cell.empty() && !word) cell += ' ';
  cell += paragraph;
}

void Writer::add(std::string_view words) {
  if (words.size() > options_.max_text || out_.text.size() > options_.max_text - words.size()) {
    throw error(error_code::limit, out_.text.size(),
                "the file holds more text than ReadOptions::max_text allows; split it or raise the limit");
  }
  out_.text += words;
}

void Writer::mark(Place place) {
  place.offset = out_.text.size();
  if (!out_.places.empty() && out_.places.back().offset == place.offset) {
    out_.places.back() = place;
  } else {
    out_.places.push_back(place);
  }
}

void Writer::blank_line() {
  std::string const& t = out_.text;
  if (t.empty() || (t.size() >= 2 && t[t.size() - 1] == '\n' && t[t.size() - 2] == '\n')) return;
  add("\n");
}

void Writer::paragraph(std::string_view words, std::uint32_t heading, std::uint32_t note) {
  if (note == 0) ++paragraphs_;
  if (blank(words)) {
    blank_line();
    return;
  }
  Place place = place_;
  place.paragraph = note == 0 ? paragraphs_ : 0;
  place.note = note;
  place.heading = heading;
  mark(place);
  add(words);
  add("\n");
}

void Writer::table(Table const& table) {
  ++tables_;
  blank_line();
  std::uint32_t width = 1;  // of most rows' grid, so that each row has as many cells
  for (Row const& row : table) {
    for (Cell const& c : row) width = std::max(width, c.column + c.wide - 1);
  }
  for (std::size_t r = 0; r < table.size(); ++r) {
    bool const empty = std::all_of(table[r].begin(), table[r].end(), [](Cell const& c) { return c.text.empty(); });
    if (empty) continue;
    std::uint32_t at = 1;  // the column that the line has come to
    for (Cell const& c : table[r]) {
      for (; at < c.column; ++at) add("\t");
      Place place = place_;
      place.table = tables_;
      place.row = static_cast<std::uint32_t>(r + 1);
      place.column = c.column;
      if (!c.text.empty()) mark(place);
      add(c.text);
    }
    bool const whole = table[r].size() == 1 && table[r].front().wide >= width;  // a title or note over all columns
    for (; !whole && at < width; ++at) add("\t");
    add("\n");
  }
  blank_line();
  mark(place_);  // what comes next is no part of the table
}

void Writer::line(std::string_view words) {
  add(words);
  add("\n");
}

void Writer::page_break() { add("\f"); }

void Writer::finish() {
  std::string& t = out_.text;
  while (t.size() >= 2 && t[t.size() - 1] == '\n' && t[t.size() - 2] == '\n') t.pop_back();
  while (!out_.places.empty() && out_.places.back().offset >= t.size()) out_.places.pop_back();
}

}  // namespace readers

GONGWEN_END
