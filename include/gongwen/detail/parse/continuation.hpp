// gongwen/detail/parse/continuation.hpp: does a line go on with the sentence of the line before it?
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "../characters/pairs.hpp"
#include "../scan/document_number.hpp"
#include "margins.hpp"

GONGWEN_BEGIN

namespace detail {

/// A row of a table: two figures of more than one digit side by side, with white space between them.
inline bool tabular(std::string_view text, LineShape const& line) {
  if (line.text_end - line.text_begin > 400) return false;
  auto const of_figure = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '%'; };
  auto const apart = [&](std::size_t from, std::size_t to) {
    while (from < to && is_space(code_point(text, from))) from += char_size(text, from);
    return from == to;
  };
  std::size_t figure = 0;  // where the last one ends
  for (std::size_t i = line.text_begin; i < line.text_end;) {
    if (!of_figure(text[i])) {  // bytes of longer characters are none
      ++i;
      continue;
    }
    std::size_t const begin = i;
    while (i < line.text_end && of_figure(text[i])) ++i;
    bool const alone = i - begin > 1 &&
                       (begin == line.text_begin || is_space(code_point(text, previous(text, begin)))) &&
                       (i == line.text_end || is_space(code_point(text, i)));
    if (!alone) continue;
    if (figure != 0 && apart(figure, begin)) return true;
    figure = i;
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

/// Does the break between two lines stand inside a word: do words of the lexicon begin before it that go on with the next
/// character, and does none end there? A word of one character ends everywhere.
inline bool cuts_word(std::string_view text, LineShape const& a, LineShape const& b, LexiconData const& lexicon) {
  constexpr std::size_t near = 3;  // characters before the break
  std::size_t const last = previous(text, a.text_end);
  bool inside = false;
  std::size_t at = a.text_end;
  for (std::size_t n = 0; n < near && at > a.text_begin; ++n) {
    at = previous(text, at);
    std::string joined(text.substr(at, a.text_end - at));
    bool ends = false;
    lexicon.words_at(joined, 0, [&](std::size_t end, std::uint32_t) { ends = ends || end == joined.size(); });
    if (ends && at < last) return false;
    joined += text.substr(b.text_begin, char_size(text, b.text_begin));
    inside = inside || lexicon.begins_words(joined);
  }
  return inside;
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
    if (ends_sentence(a) && !inside && !(full && blank == 0 && names_in_charge(b))) return false;
    if (a.open > 0 && blank <= 1 && closes_what_opened(a, b)) return true;
    bool const pending = a.last == 0xff0c || a.last == U',' || a.last == ideographic_comma || a.open > 0;
    // A new paragraph is set off by an indent that the line before does not have.
    if (b.indent >= a.indent + 2 && b.indent >= 2) return false;
    if (b.marked && !(pending && full)) return false;
    if (blank > 1 && !(full && pending)) return false;
    if (stands_alone(b) || (organs(b) && !(full && b.last == 0xff1a && unfinished_list(a)))) return false;
    if ((addresses(b) || number_end(words(b)) != 0) && ends_title(a)) return false;
    return runs_into(a, b, blank, full, pending) && !tabular(text_, b) && !tabular(text_, a);
  }

  /// Is `b` the second line of the title that `a` begins? `after`: the next line with words. The first ends as no title, organ
  /// or day does; the second does, or what says something of the text follows it.
  [[nodiscard]] bool title(LineShape const& a, LineShape const& b, LineShape const& after) const {
    constexpr std::uint32_t narrowest = 20, narrowest_end = 12;
    if (a.width < narrowest || !is_han(a.last) || a.last == 0x65e5 || a.open > 0) return false;  // 日
    if (!begins_words(b.first) || b.first == 0xff08 || b.first == U'(') return false;
    if (!of_title(a) || !of_title(b) || ends_title(a)) return false;
    if (labelled(after)) return b.width < a.width;
    // A third such line makes a list of them.
    return ends_title(b) && b.width >= narrowest_end && (!of_title(after) || number_end(words(after)) != 0);
  }

 private:
  /// What is left where nothing says that `b` begins anew: does `a` break off?
  [[nodiscard]] bool runs_into(LineShape const& a, LineShape const& b, std::size_t blank, bool full,
                               bool pending) const {
    if (leans_back(b.first) && band_.wrapped()) return true;
    if (full) return !begins_mark(b.first);
    if (!begins_words(b.first) || blank != 0) return false;
    if ((a.last == 0xff0c || a.last == ideographic_comma) && a.width >= 24)
      return band_.wrapped() || !gapped(a) || !gapped(b);
    return band_.wrapped() ? runs_on(a) : unwrapped(a, b, pending);
  }

  /// Words without a point, that are no label, organ or row.
  [[nodiscard]] bool of_title(LineShape const& line) const {
    if (line.marked || ends_statement(line.last) || line.width >= paragraph_width) return false;
    for (std::size_t i = line.text_begin; i < line.text_end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (c == 0xff0c || c == 0x3002 || c == 0xff1a || c == U':') return false;  // ， 。 ：
    }
    return !stands_alone(line) && !ends_as_organ(words(line)) && !gapped(line);
  }
  /// In a text whose lines are paragraphs: one that was cut all the same.
  [[nodiscard]] bool unwrapped(LineShape const& a, LineShape const& b, bool pending) const {
    // At the end of a page: long, broken off between two words, and the rest is a sentence too and no heading or signature.
    // Rows of a table that lost its lines end in an organ's name or are set in columns.
    if (a.width >= paragraph_width && !pending) {
      if (!ends_in_words(a) || columned(a) || set_apart(a) || ends_as_organ(text_.substr(0, a.text_end))) return false;
      if (heading_ends(a) || item_name(b)) return false;
      if (is_han(b.first) && cuts_word(text_, a, b, lexicon_)) return true;
      if (!band_.stops && !breaks_off(a)) return false;
      return ends_statement(b.last) ||
             (b.width >= paragraph_width && (has_stop(a) || has_stop(b) || side_by_side(a, b)));
    }
    // A title over two lines: the second begins with a book title that the first one's words govern: …年 / …发 《…》
    return b.first == 0x300a && a.width >= 20 && a.width <= 60 && (a.last == 0x5e74 || a.last == 0x53d1);
  }

  /// Two lines of prose of nearly the same width: a piece of a text that was wrapped.
  [[nodiscard]] bool side_by_side(LineShape const& a, LineShape const& b) const {
    constexpr std::uint32_t tolerance = 6;
    std::uint32_t const wider = std::max(a.width, b.width);
    return wider - std::min(a.width, b.width) <= tolerance && pauses(a, false) + pauses(b, false) > 2;
  }
  /// In a wrapped text: a line that ends before the margin, as one does whose last word or bracket found no room, but is no
  /// heading: it is nearly as wide, and has more than one point in its midst.
  [[nodiscard]] bool runs_on(LineShape const& a) const {
    constexpr std::uint32_t slack = 6;
    if (a.width * 4 < band_.low * 3 || a.marked || !ends_in_words(a)) return false;
    return pauses(a, a.width + slack >= band_.low) >= 2 && !may_close(a) && !ends_as_organ(text_.substr(0, a.text_end));
  }
  [[nodiscard]] static bool ends_in_words(LineShape const& line) {
    return is_han(line.last) || is_digit(line.last) || is_latin(line.last);
  }
  /// Points in the midst of a line that another word follows. `members`: those between the members of a list too.
  [[nodiscard]] std::size_t pauses(LineShape const& line, bool members) const {
    std::size_t n = 0;
    for (std::size_t i = line.text_begin; i + 3 < line.text_end; i += char_size(text_, i)) {
      if (text_[i] != '\xe3' && text_[i] != '\xef') continue;  // none of the points begins otherwise
      char32_t const c = code_point(text_, i);
      bool const point = c == 0xff0c || c == 0x3002 || (members && c == ideographic_comma);  // ， 。
      if (point && is_han(code_point(text_, i + 3))) ++n;
    }
    return n;
  }

  /// Does `b` close the last bracket or quote that `a` leaves open? A line break inside a bracket is a printer's,
  /// however short the line.
  [[nodiscard]] bool closes_what_opened(LineShape const& a, LineShape const& b) const {
    if (b.marked || columned(a) || columned(b) || set_apart(a)) return false;
    constexpr std::size_t near = 240;
    std::size_t closed = 0;
    char32_t open = 0;
    for (std::size_t i = a.text_end; i > a.text_begin && a.text_end - i < near && open == 0;) {
      i = previous(text_, i);
      char32_t const c = code_point(text_, i);
      if (closes(c)) ++closed;
      if (opens(c) && closed-- == 0) open = c;
    }
    if (open == 0) return false;
    std::size_t inner = 0;  // pairs that open and close in `b`
    for (std::size_t i = b.text_begin; i < b.text_end && i - b.text_begin < near; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (opens(c)) ++inner;
      if (closes(c) && inner-- == 0) return pairs_with(open, c);
    }
    return false;
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
    std::string_view w = words(line);
    if (addressee) w.remove_suffix(char_size(w, previous(w, w.size())));
    return w.size() <= 240 && !has_stop(line) && ends_as_organ(w);
  }
  [[nodiscard]] bool ends_as_organ(std::string_view words) const {
    return !lexicon_.longest_before(words, words.size(), Class::organ).word.empty();
  }
  /// 各市人民政府，省政府各部门、各直属机构：
  [[nodiscard]] bool addresses(LineShape const& line) const {
    if (line.last != 0xff1a && line.last != U':') return false;
    std::string_view w = words(line);
    w.remove_suffix(char_size(w, previous(w, w.size())));
    return ends_as_addressee(w);
  }
  [[nodiscard]] bool ends_as_addressee(std::string_view w) const {
    return !lexicon_.longest_before(w, w.size(), Class::addressee).word.empty() || ends_as_organ(w);
  }
  /// …的通知, …的通知粤府〔2021〕5号
  [[nodiscard]] bool ends_title(LineShape const& line) const {
    std::string_view const w = words(line);
    return !lexicon_.longest_before(w, w.size(), Class::title_tail).word.empty() || ends_in_number(w);
  }
  /// Addressees that go on in the next line: a list whose last name is cut.
  [[nodiscard]] bool unfinished_list(LineShape const& line) const {
    std::string_view const w = words(line);
    constexpr std::string_view pause = "\u3001", comma = "\uff0c";  // 、 ，
    return is_han(line.last) && (w.find(pause) != std::string_view::npos || w.find(comma) != std::string_view::npos) &&
           !ends_as_organ(w) && !ends_title(line);
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
    std::size_t const at = line.text_end - last_sentence(line).size();
    return MarkerReader(text_.substr(0, line.text_end), lexicon_).strict(at).has_value();
  }

  /// Does a paragraph of several sentences stop in the midst of its last, though nothing says that the text's paragraphs end with
  /// a point? A heading that stands in mid-line and the names of those in charge end without one.
  [[nodiscard]] bool breaks_off(LineShape const& line) const {
    if (!has_stop(line)) return false;
    std::string_view const rest = last_sentence(line);
    MarkerReader const reader(rest, lexicon_);
    for (std::size_t at = 0; at < rest.size(); at += char_size(rest, at)) {
      if (!lexicon_.longest(rest, at, Class::responsibility).word.empty()) return false;
      if (!reader.may_begin(code_point(rest, at))) continue;
      if (auto const marker = reader.strict(at); marker && rest.size() - marker->body <= longest_title) return false;
    }
    return rest.find(comma) != std::string_view::npos || rest.size() > 2 * longest_title;
  }
  /// …。 and …。”
  [[nodiscard]] bool ends_sentence(LineShape const& line) const {
    if (line.last != 0x201d) return ends_statement(line.last);
    std::size_t const quote = previous(text_, line.text_end);
    return quote > line.text_begin && ends_statement(code_point(text_, previous(text_, quote)));
  }
  /// （责任单位：…）, （县财政局、县教育局牵头）: belongs to the sentence before it.
  [[nodiscard]] bool names_in_charge(LineShape const& line) const {
    if ((line.first != 0xff08 && line.first != U'(') || line.marked) return false;
    std::string_view const w = words(line);
    std::size_t const begin = char_size(w, 0);
    if (!lexicon_.longest(w, begin, Class::responsibility).word.empty()) return true;
    constexpr std::string_view close = "\uff09", pause = "\u3001";  // ） 、
    return is_han(code_point(w, begin)) && w.substr(0, w.find(close)).find(pause) != std::string_view::npos;
  }
  /// Does the line end with a heading that was run into it: 。七、组织实施, 第二节总体要求? Its words have no comma.
  [[nodiscard]] bool heading_ends(LineShape const& line) const {
    std::string_view rest = last_sentence(line);
    if (std::size_t const at = rest.rfind(comma); at != std::string_view::npos) rest.remove_prefix(at);
    MarkerReader const reader(rest, lexicon_);
    for (std::size_t at = 0; at < rest.size(); at += char_size(rest, at)) {
      if (!reader.may_begin(code_point(rest, at))) continue;
      auto marker = reader.strict(at);
      if (!marker) marker = reader.glued(at);
      if (marker && marker->style != Style::clause && rest.size() - marker->body <= longest_title) return true;
    }
    return false;
  }
  /// 云计算平台：…, 组装： 6万…: the name of a member of a list, which no sentence goes on with.
  [[nodiscard]] bool item_name(LineShape const& line) const {
    std::size_t n = 0;
    for (std::size_t i = line.text_begin; i < line.text_end && n <= 5; i += char_size(text_, i), ++n) {
      char32_t const c = code_point(text_, i);
      if (c == 0xff1a || c == U':') return n >= 2;
      if (!is_han(c)) return false;
    }
    return false;
  }
  /// What stands behind the last full stop of a line; the whole line where it has none.
  [[nodiscard]] std::string_view last_sentence(LineShape const& line) const {
    std::string_view const w = words(line);
    std::size_t const at = w.rfind(stop);
    return at == std::string_view::npos ? w : w.substr(at + stop.size());
  }
  [[nodiscard]] bool has_stop(LineShape const& line) const { return words(line).find(stop) != std::string_view::npos; }

  /// The last cell of a row of words: white space between it and the words or the stop before, and no point behind, but for those
  /// of a list of organs.
  [[nodiscard]] bool set_apart(LineShape const& line) const {
    bool point = false;
    for (std::size_t i = line.text_end; i > line.text_begin;) {
      std::size_t const at = previous(text_, i);
      char32_t const c = code_point(text_, at);
      if (c == 0x3002 || c == 0xff1b) return false;  // 。 ；
      if (is_space(c) && at > line.text_begin) {
        char32_t const before = code_point(text_, previous(text_, at));
        if (!is_han(code_point(text_, i))) return false;
        if (before == 0x3002) return !point || ends_as_addressee(text_.substr(i, line.text_end - i));
        return !point && (is_han(before) || closes_bracket(before));
      }
      point = point || c == 0xff0c;  // ，
      i = at;
    }
    return false;
  }
  /// Are Han characters of the line set apart by white space, as cells are?
  [[nodiscard]] bool gapped(LineShape const& line) const {
    for (std::size_t i = line.text_begin; i < line.text_end; i += char_size(text_, i)) {
      if (!is_space(code_point(text_, i)) || !is_han(code_point(text_, previous(text_, i)))) continue;
      if (is_han(code_point(text_, i + char_size(text_, i)))) return true;
    }
    return false;
  }

  /// Set in columns: a tab or two spaces in the midst.
  [[nodiscard]] bool columned(LineShape const& line) const {
    return words(line).find('\t') != std::string_view::npos || words(line).find("  ") != std::string_view::npos;
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

  static constexpr bool closes_bracket(char32_t c) noexcept { return c == 0xff09 || c == U')'; }
  [[nodiscard]] std::string_view words(LineShape const& line) const {
    return text_.substr(line.text_begin, line.text_end - line.text_begin);
  }
  static constexpr std::size_t longest_title = 75;                      // bytes
  static constexpr std::string_view stop = "\u3002", comma = "\uff0c";  // 。 ，

  std::string_view text_;
  WrapBand band_;
  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
