// gongwen/detail/parse/unwrap.hpp: which line breaks are a printer's, and which lines are page furniture.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "lines.hpp"

GONGWEN_BEGIN

namespace detail {

/// What becomes of a line and of the break after it.
struct LinePlan {
  bool drop = false;  ///< page furniture
  bool join = false;  ///< the next line with words goes on in the same paragraph
};

/// The column at which a text was wrapped, or 0. It shows as many lines of nearly the same, largest width, most of which
/// end in mid-sentence.
inline std::uint32_t wrap_width(std::vector<LineShape> const& lines) {
  constexpr std::uint32_t narrowest = 36, widest = 200, tolerance = 6;
  std::array<std::uint32_t, widest + 1> count{};
  std::array<std::uint32_t, widest + 1> open{};
  std::uint32_t longer = 0, worded = 0;
  for (LineShape const& line : lines) {
    if (line.blank()) continue;
    ++worded;
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
    if (near_open >= best_open && near_open * 3 >= near * 2) {
      best = w;
      best_open = near_open;
    }
  }
  bool const wrapped = best_open >= 4 && best_open * 5 >= worded && longer * 4 <= best_open;
  return wrapped ? best : 0;
}

/// - 12 -, —3—, 第 3 页, 3/12, and a bare number where a form feed is near.
inline bool page_number(std::string_view text, LineShape const& line, bool at_feed) {
  if (line.blank() || line.text_end - line.text_begin > 24) return false;
  std::size_t digits = 0;
  bool dashes = false, words = false, other = false, slash = false;
  for (std::size_t i = line.text_begin; i < line.text_end; i += char_size(text, i)) {
    char32_t const c = code_point(text, i);
    if (is_digit(c) || (c >= 0xff10 && c <= 0xff19)) {
      ++digits;
    } else if (c == U'-' || c == 0x2014 || c == 0x2013 || c == 0x2015 || c == 0x2212 || c == 0xff0d || c == 0x2500 ||
               c == 0xb7) {
      dashes = true;
    } else if (c == nth_char || c == 0x9875 || c == 0x5171) {  // 第 页 共
      words = true;
    } else if (c == U'/') {
      slash = true;
    } else if (!is_space(c)) {
      other = true;
    }
  }
  if (digits == 0 || digits > 8 || other) return false;
  bool const framed = dashes && (code_point(text, line.text_begin) != U'-' || line.last == U'-') &&
                      !is_digit(line.first) && !is_digit(line.last);
  return framed || words || (at_feed && digits <= 4 && !dashes) || (slash && at_feed);
}

/// A row of a table: two figures of more than one digit side by side, with white space between them.
inline bool tabular(std::string_view text, LineShape const& line) {
  if (line.text_end - line.text_begin > 400) return false;
  bool before = false;  // the token before is a figure
  for (std::size_t i = line.text_begin; i < line.text_end;) {
    if (is_space(code_point(text, i))) {
      i += char_size(text, i);
      continue;
    }
    std::size_t const begin = i;
    bool figure = true;
    for (; i < line.text_end && !is_space(code_point(text, i)); i += char_size(text, i)) {
      char const c = text[i];
      figure = figure && (is_digit(static_cast<unsigned char>(c)) || c == '.' || c == '-' || c == '%');
    }
    figure = figure && i - begin > 1;
    if (figure && before) return true;
    before = figure;
  }
  return false;
}

/// Whether the words of `a` go on in `b`, `blank` empty or dropped lines further down. `width`: of the wrapping, or 0.
inline bool continues(std::string_view text, LineShape const& a, LineShape const& b, std::uint32_t width,
                      std::size_t blank, LexiconData const& lexicon) {
  if (a.blank() || b.blank() || ends_statement(a.last)) return false;
  bool const full = width != 0 && a.width + 5 >= width && a.width <= width + 4;
  bool const pending = a.last == 0xff0c || a.last == U',' || a.last == ideographic_comma || a.open > 0;
  // A new paragraph is set off by an indent that the line before does not have.
  if (b.indent >= a.indent + 2 && b.indent >= 2) return false;
  if (b.marked && !(pending && full)) return false;
  if (blank > 1 && !(full && pending)) return false;
  auto const begins = [&](LineShape const& line, Class cls) {
    return !lexicon.longest(text.substr(0, line.text_end), line.text_begin, cls).word.empty();
  };
  if (begins(b, Class::salutation) || begins(b, Class::attachment)) return false;
  // 发布日期：…
  Entry const note = lexicon.longest(text.substr(0, b.text_end), b.text_begin, Class::note);
  if (!note.word.empty()) {
    std::size_t at = b.text_begin + note.word.size();
    while (at < b.text_end && is_space(code_point(text, at))) at += char_size(text, at);
    if (char32_t const c = code_point(text, at); c == 0xff1a || c == U':') return false;
  }
  if (a.width < 16) return false;
  bool const b_words = is_han(b.first) || is_digit(b.first) || is_latin(b.first) || b.first == 0x201c ||
                       b.first == 0x300a || b.first == 0xff08 || b.first == U'(' || b.first == 0xff0c ||
                       b.first == 0x3002 || b.first == 0x3001 || b.first == 0xff1b || b.first == 0x201d ||
                       b.first == 0xff09 || b.first == 0x300b || b.first == 0xff1a;
  if (!b_words) return false;
  if (tabular(text, b) || tabular(text, a)) return false;
  if (full) return true;
  if (width == 0 && blank == 0) {
    if (pending && (a.last == 0xff0c || a.last == ideographic_comma)) return a.width >= 24;
    // A paragraph that was cut at the end of a page: long, and broken off between two words.
    if (a.width >= 80 && !pending) return is_han(a.last) || is_digit(a.last) || is_latin(a.last);
    // A title over two lines: the second begins with a book title that the first one's words govern.
    if (b.first == 0x300a && is_digit(a.last) == false && a.width >= 20 && a.width <= 60 && is_han(a.last)) {
      return a.last == 0x5e74 || a.last == 0x53d1;  // …年 / …发 《…》
    }
  }
  return false;
}

/// Plans every line of a text; `known_width` is that of the whole of which the text is a piece. Blank lines and dropped ones between two joined lines go with the break.
inline std::vector<LinePlan> plan_lines(std::string_view text, std::vector<LineShape> const& lines, bool unwrap,
                                        bool page_numbers, LexiconData const& lexicon,
                                        std::uint32_t const* known_width = nullptr) {
  std::vector<LinePlan> plan(lines.size());
  if (page_numbers) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      bool feed = lines[i].feed;
      for (std::size_t k = 1; k <= 2 && !feed; ++k) {
        feed = (i + k < lines.size() && lines[i + k].feed && (k == 1 || lines[i + 1].blank()));
      }
      // The first and the last line of a text are furniture only with a frame round the number.
      plan[i].drop = page_number(text, lines[i], feed);
    }
  }
  if (!unwrap) return plan;
  std::uint32_t const width = known_width != nullptr ? *known_width : wrap_width(lines);
  std::size_t last = lines.size();  // the last line with words that stays
  std::size_t blank = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank() || plan[i].drop) {
      if (!plan[i].drop) ++blank;
      continue;
    }
    if (last != lines.size()) plan[last].join = continues(text, lines[last], lines[i], width, blank, lexicon);
    last = i;
    blank = 0;
  }
  return plan;
}

}  // namespace detail

GONGWEN_END
