// gongwen/detail/segment/lines.hpp: what kind of line a line is, judged by itself.
#pragma once

#include <string_view>

#include "../parse/lines.hpp"

GONGWEN_BEGIN

namespace detail {

/// Judges the lines of a repaired text. Words and their classes come from numbering.tsv.
class LineJudge {
 public:
  LineJudge(std::string_view text, LexiconData const& lexicon) noexcept : text_(text), lexicon_(lexicon) {}

  [[nodiscard]] std::string_view words(LineShape const& line) const {
    return text_.substr(line.text_begin, line.text_end - line.text_begin);
  }
  [[nodiscard]] std::size_t chars(LineShape const& line) const {
    std::size_t n = 0;
    for (char const c : words(line)) n += is_continuation(c) ? 0 : 1;
    return n;
  }

  /// Nothing but the words of page furniture (下载 打印 【字号：).
  [[nodiscard]] bool boilerplate(LineShape const& line) const {
    std::string_view const w = words(line);
    if (w.size() > 90) return false;
    bool any = false;
    for (std::size_t i = 0; i < w.size();) {
      Entry const e = lexicon_.longest(w, i, Class::boilerplate);
      char32_t const c = code_point(w, i);
      if (!e.word.empty()) {
        any = true;
        i += e.word.size();
      } else if (is_space(c) || c == 0x3010 || c == 0x3011 || c == U'[' || c == U']' || c == U'>' || c == U'|' ||
                 c == 0xff1a || c == U':') {
        i += char_size(w, i);
      } else {
        return false;
      }
    }
    return any;
  }

  /// 同志们：, 各位代表：, and the addressees of a document (各市人民政府，省直各部门：).
  [[nodiscard]] bool salutation(LineShape const& line) const {
    std::string_view const w = words(line);
    bool const colon = line.last == 0xff1a || line.last == U':';
    bool const pause = line.last == 0xff01 || line.last == U'!' || line.last == 0xff0c || line.last == U',';
    if (!colon && !(pause && w.size() < 45)) return false;
    if (!lexicon_.longest(w, 0, Class::salutation).word.empty()) return w.size() < 120;
    if (!colon || w.size() > 400) return false;
    // The addressees of a letter are a list; a clause that announces a list has a verb, and ends with 如下, 是 or so.
    std::size_t kinds = 0;
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      if (full_stop_inside(w, i)) return false;
      if (!lexicon_.longest(w, i, Class::addressee).word.empty()) ++kinds;
    }
    Entry const tail = lexicon_.longest_before(w, w.size() - char_size(w, previous(w, w.size())), Class::addressee);
    return kinds > 0 && !tail.word.empty();
  }

  /// A line of date, source or author: 来源：…, （2013年3月20日）, ——2026年1月27日在…, 发布日期: …
  [[nodiscard]] bool note(LineShape const& line) const {
    std::string_view const w = words(line);
    if (w.size() > 300 || line.last == 0x3002) return false;
    Entry const lead = lexicon_.longest(w, 0, Class::note);
    if (!lead.word.empty()) {
      char32_t const after = code_point(w, lead.word.size());
      return after == 0xff1a || after == U':' || is_space(after) || is_digit(after) || after == U'(' || after == 0xff08;
    }
    if (line.first == 0x2014 && w.size() < 200) return true;  // ——subtitle
    if (date_only(w)) return true;
    bool const bracketed = (line.first == 0xff08 || line.first == U'(') && (line.last == 0xff09 || line.last == U')');
    if (bracketed && w.size() < 150 && !line.marked) return true;
    return document_number(w);
  }

  /// 2022年1月28日, 二○二二年一月, 2022-02-07: digits, numerals and the signs of a date alone.
  [[nodiscard]] bool date_only(std::string_view w) const {
    if (w.size() > 60) return false;
    bool year = false;
    int digits = 0;
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      char32_t const c = code_point(w, i);
      if (is_digit(c) || han_digit(c) >= 0 || han_power(c) == 1) {
        ++digits;
      } else if (c == 0x5e74) {
        year = true;
      } else if (c == U'-' || c == U'/' || c == U'.') {
        year = year || digits == 4;
      } else if (c != 0x6708 && c != 0x65e5 && !is_space(c) && c != U':' && c != 0xff08 && c != 0xff09 && c != U'(' &&
                 c != U')') {
        return false;
      }
    }
    return year && digits >= 4;
  }

  /// 黔府办发〔2022〕4号
  [[nodiscard]] static bool document_number(std::string_view w) {
    return w.size() < 90 && w.find("\xe5\x8f\xb7") == w.size() - 3 &&  // 号 at the end
           (w.find("\xe3\x80\x94") != std::string_view::npos || w.find("\xef\xbc\xbb") != std::string_view::npos ||
            w.find('[') != std::string_view::npos);  // 〔 ［ [
  }

  /// 省长 胡某某, 某某县人民政府办公室: an office or an organ, and at most a name.
  [[nodiscard]] bool signature(LineShape const& line) const {
    std::string_view const w = words(line);
    if (w.size() > 90 || w.size() < 6 || has_point(w)) return false;
    std::size_t at = 0;
    while (at < w.size() && at < 60) {
      Entry const office = lexicon_.longest(w, at, Class::office);
      if (!office.word.empty()) {
        std::string_view const rest = w.substr(at + office.word.size());
        std::size_t name = 0;
        for (std::size_t i = 0; i < rest.size(); i += char_size(rest, i)) name += is_space(code_point(rest, i)) ? 0 : 1;
        return name >= 2 && name <= 4 && !rest.empty() && is_space(code_point(rest, 0));
      }
      at += char_size(w, at);
    }
    Entry const organ = lexicon_.longest_before(w, w.size(), Class::organ);
    return !organ.word.empty() && w.size() <= 60;
  }

  /// Ends as a title does: 讲话, 报告, 公报, 通知 …, with a bracket after it at most.
  [[nodiscard]] bool title_like(LineShape const& line) const {
    std::string_view w = words(line);
    if (w.size() > 250 || ends_statement(line.last) || has_full_stop(w)) return false;
    if (line.last == 0xff09 || line.last == U')') {
      std::size_t const open = std::max(rfind(w, "\xef\xbc\x88"), rfind(w, "("));
      if (open > 0) w = w.substr(0, open);
    }
    return !lexicon_.longest_before(w, w.size(), Class::title_tail).word.empty();
  }

  [[nodiscard]] static bool has_full_stop(std::string_view w) {
    return w.find("\xe3\x80\x82") != std::string_view::npos;
  }
  /// Any point at all: ，。；： and the ASCII comma.
  [[nodiscard]] static bool has_point(std::string_view w) {
    return w.find("\xef\xbc\x8c") != std::string_view::npos || has_full_stop(w) ||
           w.find("\xef\xbc\x9b") != std::string_view::npos || w.find("\xef\xbc\x9a") != std::string_view::npos ||
           w.find(',') != std::string_view::npos;
  }
  [[nodiscard]] static bool has_han(std::string_view w) {
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      if (is_han(code_point(w, i))) return true;
    }
    return false;
  }

 private:
  static bool full_stop_inside(std::string_view w, std::size_t i) { return w.substr(i, 3) == "\xe3\x80\x82"; }
  static std::size_t rfind(std::string_view w, std::string_view what) {
    std::size_t const at = w.rfind(what);
    return at == std::string_view::npos ? 0 : at;
  }

  std::string_view text_;
  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
