// gongwen/detail/segment/lines.hpp: what kind of line a line is, judged by itself.
#pragma once

#include <string_view>

#include "../parse/lines.hpp"
#include "../scan/document_number.hpp"
#include "date_line.hpp"
#include "sentences.hpp"

GONGWEN_BEGIN

namespace detail {

/// Where a character stands, or npos. Only for characters of three bytes, which Chinese words and points have.
inline std::size_t find_char(std::string_view w, char32_t c, std::size_t from = 0) noexcept {
  char const bytes[] = {static_cast<char>(0xe0U | (c >> 12U)), static_cast<char>(0x80U | ((c >> 6U) & 0x3fU)),
                        static_cast<char>(0x80U | (c & 0x3fU))};
  return w.find(std::string_view(bytes, sizeof bytes), from);
}
inline bool holds(std::string_view w, char32_t c) noexcept { return find_char(w, c) != std::string_view::npos; }

constexpr bool is_colon(char32_t c) noexcept { return c == 0xff1a || c == U':'; }
constexpr bool is_comma(char32_t c) noexcept { return c == 0xff0c || c == U','; }
constexpr bool opens_round(char32_t c) noexcept { return c == 0xff08 || c == U'('; }
constexpr bool closes_round(char32_t c) noexcept { return c == 0xff09 || c == U')'; }

/// What a line says about its document; `role` may be none.
struct NoteLine {
  bool is = false;
  NodeRole role = NodeRole::none;
  bool ends = false;  ///< nothing of the document but more notes follows
  bool web = false;   ///< its day is that of a web page, not the document's own
};

/// Judges the lines of a repaired text. Words and their classes come from numbering.tsv.
class LineJudge {
 public:
  LineJudge(std::string_view text, LexiconData const& lexicon) noexcept : text_(text), lexicon_(lexicon) {}

  [[nodiscard]] std::string_view words(LineShape const& line) const {
    return text_.substr(line.text_begin, line.text_end - line.text_begin);
  }
  [[nodiscard]] static std::size_t count(std::string_view w) {
    std::size_t n = 0;
    for (char const c : w) n += is_continuation(c) ? 0 : 1;
    return n;
  }
  [[nodiscard]] static std::string_view trimmed(std::string_view w) {
    while (!w.empty() && is_space(code_point(w, 0))) w.remove_prefix(char_size(w, 0));
    while (!w.empty() && is_space(code_point(w, previous(w, w.size())))) w = w.substr(0, previous(w, w.size()));
    return w;
  }

  /// Nothing but the words of page furniture (下载 打印 【字号：), a line that they lead (上一篇：…), or a rule.
  [[nodiscard]] bool boilerplate(LineShape const& line) const {
    std::string_view const w = words(line);
    if (Entry const lead = lexicon_.longest(w, line.first == 0x3010 ? 3 : 0, Class::boilerplate); lead.value > 0) {
      std::size_t at = lead.word.size() + (line.first == 0x3010 ? 3 : 0);
      while (at < w.size() && (is_space(code_point(w, at)) || code_point(w, at) == 0x3011)) at += char_size(w, at);
      if (at >= w.size() || is_colon(code_point(w, at)) || line.first == 0x3010) return w.size() < 600;
      if (lead.value == 2) return w.size() < 300 && !has_full_stop(w);
    }
    if (w.size() > 240) return false;
    if (crumbs(w)) return true;
    if (w.size() > 120) return false;
    if (rule(w)) return true;
    bool any = false;
    for (std::size_t i = 0; i < w.size();) {
      Entry const e = lexicon_.longest(w, i, Class::boilerplate);
      char32_t const c = code_point(w, i);
      if (!e.word.empty()) {
        any = true;
        i += e.word.size();
      } else if (is_space(c) || c == 0x3010 || c == 0x3011 || c == U'[' || c == U']' || c == U'>' || c == U'|' ||
                 is_colon(c) || c == 0x300b || c == 0xff1e) {
        i += char_size(w, i);
      } else {
        return false;
      }
    }
    return any;
  }
  /// 首页 > 政务公开 > 工作报告: the way to a page.
  [[nodiscard]] bool crumbs(std::string_view w) const {
    if (w.find('>') == std::string_view::npos && !holds(w, 0xff1e) && !holds(w, 0x226b)) return false;
    return !lexicon_.longest(w, 0, Class::boilerplate).word.empty() && !has_full_stop(w);
  }
  /// ━━━━, ----, ****: a line drawn with signs.
  [[nodiscard]] static bool rule(std::string_view w) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i), ++n) {
      char32_t const c = code_point(w, i);
      bool const drawn = (c >= 0x2500 && c <= 0x257f) || c == U'-' || c == U'=' || c == U'_' || c == U'*' ||
                         c == U'~' || c == 0x2014 || c == 0x2026 || c == 0x25a0 || c == 0xff3f;
      if (!drawn) return false;
    }
    return n >= 4;
  }

  /// 同志们：, 各位代表：, and the addressees of a document (各市人民政府，省直各部门：). `head`: before any body, where
  /// a list that 各 begins is believed more easily.
  [[nodiscard]] bool salutation(LineShape const& line, bool head = false) const {
    std::string_view const w = words(line);
    bool const colon = is_colon(line.last);
    bool const pause = line.last == 0xff01 || line.last == U'!' || is_comma(line.last);
    if (!colon && !(pause && w.size() < 45)) return false;
    if (!lexicon_.longest(w, 0, Class::salutation).word.empty()) return w.size() < 120;
    return colon && addressees(w, head);
  }
  /// The addressees of a letter are a list; a clause that announces a list has a verb, and ends with 如下, 是 or so.
  [[nodiscard]] bool addressees(std::string_view w, bool head) const {
    if (w.size() > 600 || has_full_stop(w)) return false;
    std::string_view names = trimmed(w.substr(0, previous(w, w.size())));
    if (!names.empty() && closes_round(code_point(names, previous(names, names.size())))) {  // …厅（局）
      std::size_t open = names.size();
      while (open > 0 && !opens_round(code_point(names, open))) open = previous(names, open);
      if (open > 0) names = trimmed(names.substr(0, open));
    }
    if (names.empty()) return false;
    Entry const tail = lexicon_.longest_before(names, names.size(), Class::addressee);
    if (tail.word.empty() || tail.value == 1) {
      bool const each = head && code_point(names, 0) == 0x5404;  // 各
      return each && (!tail.word.empty() || !lexicon_.longest_before(names, names.size(), Class::organ).word.empty());
    }
    return head || w.size() <= 400;
  }

  /// — ― ─ of subtitles and of lists.
  [[nodiscard]] static bool dash(char32_t c) { return c == 0x2014 || c == 0x2015 || c == 0x2500; }

  /// A line of date, source or author: 来源：…, （2013年3月20日）, ——2026年1月27日在…, 发布日期: …
  [[nodiscard]] NoteLine note(LineShape const& line) const {
    std::string_view const w = words(line);
    NoteLine out;
    if (w.size() > 600 || (w.size() > 300 && line.last == 0x3002)) return out;
    bool const bracketed = opens_round(line.first) && closes_round(line.last);
    Entry const lead = lexicon_.longest(w, bracketed ? char_size(w, 0) : 0, Class::note);
    if (!lead.word.empty() && (bracketed || led(w, lead.word.size()))) {
      out.is = bracketed ? w.size() < 150 : line.last != 0x3002 || (lead.value & 16) != 0;
      out.role = static_cast<NodeRole>(lead.value & 15);
      out.ends = (lead.value & 16) != 0;
      out.web = (lead.value & 32) != 0;
      if (out.is) return out;
    }
    if (line.last == 0x3002 || w.size() > 300) return {};
    bool const subtitle = dash(line.first) && w.size() < 200;  // ——在…会议上的讲话
    if (!subtitle && date_only(w)) {
      out.is = true;
      out.role = NodeRole::date;
    } else if (subtitle || (bracketed && w.size() < 150 && !line.marked)) {
      out.is = true;
      if (said_at(w)) out.role = NodeRole::occasion;
    } else if (document_number(w)) {
      out.is = true;
      out.role = NodeRole::number;
    } else if (printed(w)) {
      out.is = out.ends = true;
      out.role = NodeRole::distribution;
    }
    return out;
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
      } else if (c != 0x6708 && c != 0x65e5 && !is_space(c) && c != U':' && !opens_round(c) && !closes_round(c)) {
        return false;
      }
    }
    return year && digits >= 4;
  }

  /// 黔府办发〔2022〕4号
  [[nodiscard]] static bool document_number(std::string_view w) {
    return w.size() < 90 && !has_point(w) && number_end(w) == w.size();
  }
  /// 省长 胡某某, 某某县人民政府办公室: an office or an organ, and at most a name.
  [[nodiscard]] bool signature(LineShape const& line) const { return signs(words(line)); }
  [[nodiscard]] bool signs(std::string_view w) const {
    if (w.size() > 120 || w.size() < 6 || has_point(w)) return false;
    std::size_t at = 0;
    while (at < w.size() && at < 60) {
      Entry const office = lexicon_.longest(w, at, Class::office);
      if (!office.word.empty()) {
        std::string_view const rest = w.substr(at + office.word.size());
        std::size_t name = 0, most = 4;
        for (std::size_t i = 0; i < rest.size(); i += char_size(rest, i)) {
          char32_t const c = code_point(rest, i);
          name += is_space(c) ? 0 : 1;
          if (c == 0xb7) most = 16;  // 买买提·艾力
        }
        return name >= 2 && name <= most && !rest.empty() && is_space(code_point(rest, 0));
      }
      at += char_size(w, at);
    }
    return organ(w);
  }
  /// Ends as the name of an organ does, and is no longer than one or two of them.
  [[nodiscard]] bool organ(std::string_view w) const {
    return w.size() <= 120 && !lexicon_.longest_before(w, w.size(), Class::organ).word.empty() &&
           (w.size() <= 60 || holds(w, 0x3000) || w.find(' ') != std::string_view::npos);
  }

  /// Ends as a title does: 讲话, 报告, 公报, 通知 …, with a bracket after it at most.
  [[nodiscard]] bool title_like(LineShape const& line) const {
    return !ends_statement(line.last) && titled(words(line));
  }
  [[nodiscard]] bool titled(std::string_view w) const {
    if (w.size() > 600 || w.empty() || has_full_stop(w)) return false;
    if (closes_round(code_point(w, previous(w, w.size())))) {
      std::size_t open = w.size();
      while (open > 0 && !opens_round(code_point(w, open))) open = previous(w, open);
      if (open > 0) w = trimmed(w.substr(0, open));
    }
    return !lexicon_.longest_before(w, w.size(), Class::title_tail).word.empty();
  }

  /// 特此通知。 谢谢大家！ 以上报告，请予审议。
  [[nodiscard]] bool closing(LineShape const& line) const {
    std::string_view const w = words(line);
    return w.size() <= 150 && !lexicon_.longest(w, 0, Class::closing).word.empty();
  }

  /// 附件：…, 附件1：…, 附件2: where the words after it begin, or 0. `alone` tells whether there are none.
  [[nodiscard]] std::size_t attachment(LineShape const& line, bool& alone) const {
    std::string_view const w = words(line);
    Entry const lead = lexicon_.longest(w, 0, Class::attachment);
    if (lead.word.empty()) return 0;
    std::size_t at = lead.word.size();
    while (at < w.size() && is_space(code_point(w, at))) at += char_size(w, at);
    if (Ordinal const o = ordinal_at(w, at); o.value != 0) at = o.end;
    while (at < w.size() && is_space(code_point(w, at))) at += char_size(w, at);
    alone = at >= w.size();
    if (alone) return at;
    if (!is_colon(code_point(w, at))) return 0;
    at += char_size(w, at);
    alone = at >= w.size();
    return at;
  }

  [[nodiscard]] static bool has_full_stop(std::string_view w) { return holds(w, 0x3002); }
  /// Any point at all: ，。；： and the ASCII comma.
  [[nodiscard]] static bool has_point(std::string_view w) {
    return holds(w, 0xff0c) || has_full_stop(w) || holds(w, 0xff1b) || holds(w, 0xff1a) ||
           w.find(',') != std::string_view::npos;
  }
  [[nodiscard]] static bool has_han(std::string_view w) {
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      if (is_han(code_point(w, i))) return true;
    }
    return false;
  }
  [[nodiscard]] LexiconData const& lexicon() const noexcept { return lexicon_; }

  /// A colon, a figure or white space after the word that leads a note.
  [[nodiscard]] static bool led(std::string_view w, std::size_t at) {
    char32_t c = code_point(w, at);
    if (is_digit(c) || opens_round(c) || is_colon(c)) return true;
    if (!is_space(c)) return false;
    while (at < w.size() && is_space(code_point(w, at))) at += char_size(w, at);
    c = code_point(w, at);
    return is_colon(c) || is_digit(c) || is_han(c) || at >= w.size();
  }

 private:
  /// A subtitle that tells where and when it was said.
  [[nodiscard]] static bool said_at(std::string_view w) { return holds(w, 0x5728) && holds(w, 0x4e0a); }  // 在 … 上
  /// 某某办公室 2025年4月24日印发
  [[nodiscard]] bool printed(std::string_view w) const {
    return w.size() < 150 && holds(w, 0x5e74) && !has_point(w) &&
           !lexicon_.longest_before(w, w.size(), Class::issued).word.empty() && date_in(w).has_value();
  }

  std::string_view text_;
  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
