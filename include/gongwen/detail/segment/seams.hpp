// gongwen/detail/segment/seams.hpp: parts of a document that run together in one line of the text.
//
// A page or a converter may lose the break between two parts. Where one part ends beyond doubt the line is cut, and what
// follows reads every piece as a line of its own:
//
//   …的通知 发文机构：… 发布时间：… 发文字号：…            the lines about a document
//   …的通知各市人民政府，省直各部门：现将…                  title | addressees | body
//   清政发〔2022〕8号各乡镇人民政府：                       number | addressees
//   …请认真执行。清河县人民政府　2022年6月9日清河县…方案     body | signature | date | title of the next document
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "lines.hpp"

GONGWEN_BEGIN

namespace detail {

class Seams {
 public:
  /// `head`: the text begins as the head of a document does; false for a piece that goes on in a body.
  Seams(std::string_view text, LexiconData const& lexicon, bool head = true)
      : text_(text), lexicon_(lexicon), judge_(text, lexicon), head_(head) {}

  /// The ends of the lines after which a head was read where before was none, or none where before was one.
  [[nodiscard]] std::vector<std::size_t> const& changes() const noexcept { return changes_; }

  [[nodiscard]] std::vector<LineShape> lines() {
    std::vector<LineShape> const whole = lines_of(text_, lexicon_);
    std::vector<LineShape> out;
    out.reserve(whole.size() + 16);
    for (LineShape const& line : whole) {
      if (line.blank()) {
        out.push_back(line);
        continue;
      }
      cuts_.clear();
      bool const head = head_;
      find(line);
      if (head != head_) changes_.push_back(line.end);
      if (cuts_.empty()) {
        out.push_back(line);
      } else {
        cut(line, out);
      }
    }
    return out;
  }

 private:
  void cut(LineShape const& line, std::vector<LineShape>& out) {
    std::sort(cuts_.begin(), cuts_.end());
    std::size_t begin = line.begin;
    for (std::size_t const at : cuts_) {
      if (at <= begin || at >= line.text_end) continue;
      out.push_back(shape_of(text_, begin, at, lexicon_));
      begin = at;
    }
    out.push_back(shape_of(text_, begin, line.end, lexicon_));
  }

  void find(LineShape const& line) {
    if (head_) {
      notes(line);
      if (cuts_.empty()) greeting(line);
    }
    bool const signed_here = signatures(line);
    bool const body = LineJudge::has_full_stop(judge_.words(line));
    // A signature or a bare date ends a document, and the head of another may follow
    if (signed_here || (!body && line.text_end - line.text_begin < 60 && judge_.date_only(judge_.words(line)))) {
      head_ = true;
    } else if (body) {
      head_ = false;
    }
  }

  /// Two or more notes after other words in one line, each led by its word and a colon. A line of notes alone stays one.
  void notes(LineShape const& line) {
    std::size_t last = 0, n = 0;
    std::size_t const end = std::min(line.text_end, line.text_begin + 1500);
    bool spaced = true;
    for (std::size_t i = line.text_begin; i < end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (is_space(c)) {
        spaced = true;
        continue;
      }
      bool const here = spaced;
      spaced = false;
      if (!here) continue;
      Entry const lead = lexicon_.longest(text_.substr(0, end), i, Class::note);
      if (lead.word.empty()) continue;
      std::size_t after = i + lead.word.size();
      while (after < end && is_space(code_point(text_, after))) after += char_size(text_, after);
      if (!is_colon(code_point(text_, after))) continue;
      cuts_.push_back(i);
      last = after + char_size(text_, after);
      ++n;
    }
    if (n < 2 || cuts_.front() == line.text_begin) {
      cuts_.clear();
      return;
    }
    // The value of the last ends with the white space after it, where more follows
    while (last < end && is_space(code_point(text_, last))) last += char_size(text_, last);
    while (last < end && !is_space(code_point(text_, last))) last += char_size(text_, last);
    if (last < line.text_end) {
      cuts_.push_back(last);
      greeting(shape_of(text_, last, line.end, lexicon_));
    }
  }

  /// Addressees in mid-line: a cut before them and one after their colon.
  void greeting(LineShape const& line) {
    std::size_t const end = std::min(line.text_end, line.text_begin + 1200);
    std::string_view const w = text_.substr(line.text_begin, end - line.text_begin);
    std::size_t colon = std::min(find_char(w, 0xff1a), w.find(':'));
    if (colon == std::string_view::npos) return;
    std::size_t const stop = find_char(w, 0x3002);
    if (stop < colon) return;
    std::size_t const after = colon + char_size(w, colon);
    std::string_view const before = w.substr(0, after);
    title_end_ = 0;
    std::size_t const begin = beginning(before);
    if (begin == std::string_view::npos || !judge_.addressees(LineJudge::trimmed(before.substr(begin)), true)) return;
    if (title_end_ > 0) cuts_.push_back(line.text_begin + title_end_);
    if (begin > 0) cuts_.push_back(line.text_begin + begin);
    if (after < line.text_end - line.text_begin) cuts_.push_back(line.text_begin + after);
  }
  /// Where the list of addressees begins that ends `w`: at 各 after a title, a number or white space; else at white space
  /// after a title; else with the line.
  [[nodiscard]] std::size_t beginning(std::string_view w) {
    std::size_t const number = number_end(w);
    if (number != 0) return number;
    for (std::size_t at = find_char(w, 0x5404); at != std::string_view::npos; at = find_char(w, 0x5404, at + 3)) {
      if (at == 0) return 0;
      std::string_view const head = LineJudge::trimmed(w.substr(0, at));
      if (head.size() >= 18 && judge_.titled(head)) return at;
      if (std::size_t const number_begin = number_after_title(head); number_begin != 0) {
        title_end_ = number_begin;
        return at;
      }
    }
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      if (!is_space(code_point(w, i))) continue;
      if (i >= 18 && judge_.titled(w.substr(0, i))) return i;
    }
    return code_point(w, 0) == 0x5404 || w.size() < 240 ? 0 : std::string_view::npos;
  }

  /// Where the document number begins that ends `w` after a title (…的通知清政发〔2022〕13号), or 0.
  [[nodiscard]] std::size_t number_after_title(std::string_view w) const {
    if (w.size() < 30 || code_point(w, previous(w, w.size())) != 0x53f7) return 0;  // 号
    std::size_t const bracket = w.rfind('[') == std::string_view::npos ? find_last(w, 0x3014) : w.rfind('[');
    if (bracket == std::string_view::npos || w.size() - bracket > 40) return 0;
    for (std::size_t at = bracket, n = 0; at > 0 && n < 10; ++n) {
      at = previous(w, at);
      if (judge_.titled(LineJudge::trimmed(w.substr(0, at)))) return at;
    }
    return 0;
  }
  [[nodiscard]] static std::size_t find_last(std::string_view w, char32_t c) {
    for (std::size_t at = w.size(); at > 0;) {
      at = previous(w, at);
      if (code_point(w, at) == c) return at;
    }
    return std::string_view::npos;
  }

  /// An organ and the day it signs, in mid-line or followed by more. Returns whether there was one.
  bool signatures(LineShape const& line) {
    std::string_view const w = text_.substr(0, line.text_end);
    bool found = false;
    for (std::size_t day = find_char(w, 0x65e5, line.text_begin); day != std::string_view::npos;
         day = find_char(w, 0x65e5, day + 3)) {
      std::size_t const date = date_before(day, line.text_begin);
      if (date == 0) continue;
      if (date == line.text_begin && dated_title(day + 3, line.text_end)) {
        found = true;
        continue;
      }
      std::size_t organ_end = date;
      while (organ_end > line.text_begin && is_space(code_point(text_, previous(text_, organ_end))))
        organ_end = previous(text_, organ_end);
      if (organ_end == line.text_begin) continue;
      std::size_t const organ = organ_before(organ_end, line.text_begin);
      if (organ == 0 && organ_end != line.text_begin) continue;
      if (!ends_here(day + 3, line.text_end, organ_end != date)) continue;
      if (organ - 1 > line.text_begin) cuts_.push_back(organ - 1);
      cuts_.push_back(organ_end);
      rest(day + 3, line.text_end);
      found = true;
    }
    return found;
  }
  /// Where the date begins whose 日 stands at `day`, or 0: 年, 月 and figures alone.
  [[nodiscard]] std::size_t date_before(std::size_t day, std::size_t least) const {
    std::size_t at = day, figures = 0;
    int part = 0;  // of the day, the month, the year
    while (at > least && day - at < 60) {
      std::size_t const p = previous(text_, at);
      char32_t const c = code_point(text_, p);
      bool const mark = (part == 0 && c == 0x6708) || (part == 1 && c == 0x5e74);  // 月 年
      if (mark) {
        if (figures == 0) return 0;
        ++part;
        figures = 0;
      } else if (is_digit(c) || han_digit(c) >= 0 || han_power(c) == 1) {
        if (part == 2 && ++figures == 4) return p;
        if (part != 2) ++figures;
      } else if (!is_space(c)) {
        return 0;
      }
      at = p;
    }
    return 0;
  }
  /// One more than where the organ begins whose name ends at `end`, or 0: after a point or at the head of the line.
  [[nodiscard]] std::size_t organ_before(std::size_t end, std::size_t least) const {
    if (lexicon_.longest_before(text_, end, Class::organ).word.empty()) return 0;
    std::size_t at = end;
    while (at > least && end - at < 240) {
      std::size_t const p = previous(text_, at);
      char32_t const c = code_point(text_, p);
      if (full_stop(c) || closes_round(c)) break;
      if (is_comma(c) || is_colon(c) || c == 0xff1b || c == 0x3001 || c == 0x300a) return 0;
      at = p;
    }
    if (end - at >= 240 || end - at < 9) return 0;
    while (at < end && is_space(code_point(text_, at))) at += char_size(text_, at);
    return at + 1;
  }
  /// Does a document end with the date that ends at `at`? `set_off`: white space stands between organ and date.
  [[nodiscard]] bool ends_here(std::size_t at, std::size_t end, bool set_off) const {
    while (at < end && is_space(code_point(text_, at))) at += char_size(text_, at);
    if (at >= end) return true;
    if (!lexicon_.longest(text_.substr(0, end), at, Class::issued).word.empty()) return false;
    char32_t const c = code_point(text_, at);
    if (opens_round(c)) {
      return !lexicon_.longest(text_.substr(0, end), at + char_size(text_, at), Class::note).word.empty();
    }
    std::string_view const after = text_.substr(at, end - at);
    if (!is_han(c) && c != 0x300a && c != 0x201c && !is_digit(c)) return false;
    return (after.size() < 240 && !LineJudge::has_point(after) && judge_.titled(after)) || set_off;
  }
  /// 二〇二四年二月九日 某某局 2024年工作安排 （2024年2月8日） …: a date at the head of a line, then a title set off by white
  /// space.
  bool dated_title(std::size_t at, std::size_t end) {
    if (at >= end || !is_space(code_point(text_, at))) return false;
    while (at < end && is_space(code_point(text_, at))) at += char_size(text_, at);
    std::size_t const far = std::min(end, at + 240);
    for (std::size_t i = at; i < far; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (full_stop(c) || is_comma(c)) return false;
      if (!is_space(c) || !judge_.titled(text_.substr(at, i - at))) continue;
      cuts_.push_back(at);
      while (i < end && is_space(code_point(text_, i))) i += char_size(text_, i);
      cuts_.push_back(i);
      if (i < end && opens_round(code_point(text_, i))) {
        for (std::size_t k = i; k < std::min(end, i + 90); k += char_size(text_, k)) {
          if (!closes_round(code_point(text_, k))) continue;
          cuts_.push_back(k + char_size(text_, k));
          break;
        }
      }
      return true;
    }
    return false;
  }
  /// What stands after the date: how far it may be known (此件公开发布), then a title that may run into its body.
  void rest(std::size_t at, std::size_t end) {
    while (at < end && is_space(code_point(text_, at))) at += char_size(text_, at);
    if (at >= end) return;
    cuts_.push_back(at);
    if (opens_round(code_point(text_, at))) {
      while (at < end && !closes_round(code_point(text_, at))) at += char_size(text_, at);
      if (at < end) at += char_size(text_, at);
      cuts_.push_back(at);
    }
    std::size_t const far = std::min(end, at + 240);
    for (std::size_t i = at; i < far; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (full_stop(c) || is_comma(c)) break;
      if (is_space(c) && i > at + 15 && judge_.titled(text_.substr(at, i - at))) {
        cuts_.push_back(i);
        break;
      }
    }
  }

  std::string_view text_;
  LexiconData const& lexicon_;
  LineJudge judge_;
  std::vector<std::size_t> cuts_;
  std::size_t title_end_ = 0;  ///< where a number follows a title in the same line
  bool head_ = true;
  std::vector<std::size_t> changes_;  ///< of `head_`
};

}  // namespace detail

GONGWEN_END
