// gongwen/detail/parse/unwrap.hpp: which line breaks are a printer's.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "furniture.hpp"
#include "margins.hpp"

GONGWEN_BEGIN

namespace detail {

/// What becomes of a line and of the break after it.
struct LinePlan {
  Furniture furniture = Furniture::none;  ///< not words: dropped
  bool join = false;                      ///< the next line with words goes on in the same paragraph
  bool space = false;                     ///< … and a space stands between the two
};

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

/// Nothing but a day: 2016年4月8日, 二〇一六年四月八日, with white space anywhere.
inline bool day_alone(std::string_view text, LineShape const& line) {
  if (line.last != 0x65e5 || line.text_end - line.text_begin > 60) return false;  // 日
  for (std::size_t i = line.text_begin; i < line.text_end; i += char_size(text, i)) {
    char32_t const c = code_point(text, i);
    bool const part = is_any_digit(c) || is_space(c) || han_digit(c) >= 0 || is_ring(c) || c == 0x5341 ||  // 十
                      c == 0x5e74 || c == 0x6708 || c == 0x65e5;  // 年 月 日
    if (!part) return false;
  }
  return true;
}

/// A mark that no line of its own begins with: it belongs to the words before.
constexpr bool leans_back(char32_t c) noexcept {
  return c == 0xff0c || c == 0x3002 || c == 0x3001 || c == 0xff1b || c == 0xff1a || c == 0x201d || c == 0x2019 ||
         c == 0xff09 || c == 0x300b || c == 0x3011 || c == 0x3015 || c == 0xff05 || c == U'%' || c == U',' ||
         c == U';' || c == U')';
}

/// Judges, of two lines with words, whether the second goes on with the first one's sentence.
class Continuation {
 public:
  Continuation(std::string_view text, WrapBand band, LexiconData const& lexicon)
      : text_(text), band_(band), lexicon_(lexicon) {}

  /// `blank`: empty lines between the two.
  [[nodiscard]] bool operator()(LineShape const& a, LineShape const& b, std::size_t blank) const {
    if (a.width < 16) return false;
    bool const full = band_.holds(a.width) && (a.width >= band_.sure || !may_close(a));
    // （责任单位：… goes on inside its bracket.
    bool const inside = a.open > 0 && full && (a.last == 0xff1a || a.last == 0xff1b);
    if (ends_statement(a.last) && !inside) return false;
    bool const pending = a.last == 0xff0c || a.last == U',' || a.last == ideographic_comma || a.open > 0;
    // A new paragraph is set off by an indent that the line before does not have.
    if (b.indent >= a.indent + 2 && b.indent >= 2) return false;
    if (b.marked && !(pending && full)) return false;
    if (blank > 1 && !(full && pending)) return false;
    if (stands_alone(b) || (organs(b) && !(full && b.last == 0xff1a && unfinished_list(a)))) return false;
    if (tabular(text_, b) || tabular(text_, a)) return false;
    if (leans_back(b.first) && band_.wrapped()) return true;
    if (full) return !begins_mark(b.first);
    if (!begins_words(b.first)) return false;
    if (blank == 0 && (a.last == 0xff0c || a.last == ideographic_comma) && a.width >= 24) return true;
    return !band_.wrapped() && blank == 0 && unwrapped(a, b, pending);
  }

 private:
  /// In a text whose lines are paragraphs: one that was cut all the same.
  [[nodiscard]] bool unwrapped(LineShape const& a, LineShape const& b, bool pending) const {
    // At the end of a page: long, broken off between two words, and the rest is a sentence too and no heading or signature.
    // Rows of a table that lost its lines end in an organ's name or are set in columns.
    if (a.width >= paragraph_width && !pending) {
      bool const words = is_han(a.last) || is_digit(a.last) || is_latin(a.last);
      if (!words || columned(a) || ends_as_organ(text_.substr(0, a.text_end))) return false;
      if (!band_.stops && !breaks_off(a)) return false;
      return ends_statement(b.last) || b.width >= paragraph_width;
    }
    // A title over two lines: the second begins with a book title that the first one's words govern: …年 / …发 《…》
    return b.first == 0x300a && a.width >= 20 && a.width <= 60 && (a.last == 0x5e74 || a.last == 0x53d1);
  }

  /// A line that begins something whatever stands before it.
  [[nodiscard]] bool stands_alone(LineShape const& line) const {
    return lead(line, Class::salutation) != 0 || lead(line, Class::attachment) != 0 || day_alone(text_, line) ||
           labelled(line);
  }
  /// An addressee (各乡镇人民政府：) or a signature: ends as the name of an organ does, with no sentence before it.
  [[nodiscard]] bool organs(LineShape const& line) const {
    bool const addressee = line.last == 0xff1a || line.last == U':';
    if (!addressee && band_.holds(line.width)) return false;
    std::string_view words = text_.substr(line.text_begin, line.text_end - line.text_begin);
    if (addressee) words.remove_suffix(char_size(words, previous(words, words.size())));
    constexpr std::string_view stop = "\u3002";  // 。
    return words.size() <= 240 && words.find(stop) == std::string_view::npos && ends_as_organ(words);
  }
  [[nodiscard]] bool ends_as_organ(std::string_view words) const {
    return !lexicon_.longest_before(words, words.size(), Class::organ).word.empty();
  }
  /// Addressees that go on in the next line: a list whose last name is cut.
  [[nodiscard]] bool unfinished_list(LineShape const& line) const {
    std::string_view const words = text_.substr(line.text_begin, line.text_end - line.text_begin);
    constexpr std::string_view pause = "\u3001", comma = "\uff0c";  // 、 ，
    return is_han(line.last) &&
           (words.find(pause) != std::string_view::npos || words.find(comma) != std::string_view::npos) &&
           !ends_as_organ(words) && lexicon_.longest_before(words, words.size(), Class::title_tail).word.empty();
  }
  /// 发布日期：… 配合单位：…
  [[nodiscard]] bool labelled(LineShape const& line) const {
    std::size_t const note = std::max(lead(line, Class::note), lead(line, Class::responsibility));
    if (note == 0) return false;
    std::size_t at = line.text_begin + note;
    while (at < line.text_end && is_space(code_point(text_, at))) at += char_size(text_, at);
    char32_t const c = code_point(text_, at);
    return c == 0xff1a || c == U':';
  }
  /// How many bytes of a word of the class a line begins with.
  [[nodiscard]] std::size_t lead(LineShape const& line, Class cls) const {
    return lexicon_.longest(text_.substr(0, line.text_end), line.text_begin, cls).word.size();
  }

  /// A line that may be whole though nothing ends it: it closes a bracket, says something of the text (关键字：…), or its last
  /// sentence is numbered as a heading is.
  [[nodiscard]] bool may_close(LineShape const& line) const {
    if (leans_back(line.last) && line.last != 0xff0c && line.last != ideographic_comma && line.last != U',')
      return true;
    if (labelled(line) || columned(line)) return true;
    std::size_t at = text_.substr(line.text_begin, line.text_end - line.text_begin).rfind("\u3002");  // 。
    at = at == std::string_view::npos ? line.text_begin : line.text_begin + at + 3;
    return MarkerReader(text_.substr(0, line.text_end), lexicon_).strict(at).has_value();
  }

  /// Does a paragraph of several sentences stop in the midst of its last, though nothing says that the text's paragraphs end with
  /// a point? A heading that stands in mid-line and the names of those in charge end without one.
  [[nodiscard]] bool breaks_off(LineShape const& line) const {
    std::string_view const words = text_.substr(line.text_begin, line.text_end - line.text_begin);
    std::size_t const stop = words.rfind("\u3002");  // 。
    if (stop == std::string_view::npos) return false;
    std::string_view const rest = words.substr(stop + 3);
    MarkerReader const reader(rest, lexicon_);
    for (std::size_t at = 0; at < rest.size(); at += char_size(rest, at)) {
      if (!lexicon_.longest(rest, at, Class::responsibility).word.empty()) return false;
      if (reader.may_begin(code_point(rest, at)) && reader.strict(at)) return false;
    }
    return rest.find("\uff0c") != std::string_view::npos;  // ，
  }

  /// Set in columns: a tab or two spaces in the midst.
  [[nodiscard]] bool columned(LineShape const& line) const {
    std::string_view const words = text_.substr(line.text_begin, line.text_end - line.text_begin);
    return words.find('\t') != std::string_view::npos || words.find("  ") != std::string_view::npos;
  }

  /// ● ■ ★ ※ * # |: of lists and tables.
  static constexpr bool begins_mark(char32_t c) noexcept {
    return (c >= 0x25a0 && c <= 0x25ff) || c == 0x2605 || c == 0x2606 || c == 0x203b || c == U'*' || c == U'#' ||
           c == U'|';
  }

  static constexpr bool begins_words(char32_t c) noexcept {
    return is_han(c) || is_digit(c) || is_latin(c) || c == 0x201c || c == 0x300a || c == 0xff08 || c == U'(' ||
           leans_back(c);
  }

  std::string_view text_;
  WrapBand band_;
  LexiconData const& lexicon_;
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
  WrapBand const margins = known_band != nullptr ? *known_band : wrap_band(text, lines);
  Continuation const continues(text, margins, lexicon);
  std::vector<WrapBox> const boxes = margins.wrapped() ? std::vector<WrapBox>{} : wrap_boxes(text, lines);
  auto box = boxes.begin();
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
      while (box != boxes.end() && box->end <= i) ++box;
      bool const boxed = box != boxes.end() && box->begin <= last;
      std::size_t const gap = edge ? std::min<std::size_t>(blank, 1) : blank;
      before.join = boxed ? Continuation(text, box->band, lexicon)(lines[last], lines[i], gap)
                          : continues(lines[last], lines[i], gap);
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
