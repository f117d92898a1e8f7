// gongwen/detail/segment/table_words.hpp: what the words in the cells of a table are.
#pragma once

#include <string>
#include <string_view>

#include "lines.hpp"

GONGWEN_BEGIN

namespace detail {

class TableWords {
 public:
  explicit TableWords(LexiconData const& lexicon) noexcept : lexicon_(lexicon) {}

  /// -1.6, 4000.5, 12.3%: a number and nothing else.
  [[nodiscard]] static bool numeric(std::string_view w) {
    bool digit = false;
    for (std::size_t i = 0; i < w.size(); ++i) {
      char const c = w[i];
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (!((c == '-' || c == '+') && i == 0) && c != '.' && c != ',' && !(c == '%' && i + 1 == w.size())) {
        return false;
      }
    }
    return digit;
  }
  /// A number with at most three more characters (8.5左右) or a remark in brackets (541（亿元人民币）), or the dash of a
  /// value that is not there.
  [[nodiscard]] static bool value(std::string_view w) {
    if (w.empty()) return false;
    std::size_t i = 0;
    char32_t const first = code_point(w, 0);
    if (first == U'-' || first == U'+' || first == 0x2212 || first == 0x2014 || first == 0xff0d) {
      while (i < w.size() && (code_point(w, i) == first)) i += char_size(w, i);
      if (i == w.size()) return true;
    }
    bool digit = false;
    for (; i < w.size(); ++i) {
      if (is_digit(static_cast<unsigned char>(w[i]))) {
        digit = true;
      } else if (w[i] != '.' && w[i] != ',') {
        break;
      }
    }
    if (!digit) return false;
    if (remarked(w, i) && !year(w.substr(0, i))) return true;
    std::size_t more = 0;
    for (; i < w.size(); i += char_size(w, i)) ++more;
    char32_t const last = code_point(w, previous(w, w.size()));
    return more == 0 || (more <= 3 && last != 0x5e74 && last != 0x6708);  // no 2016年, 1-6月
  }
  /// Are the words from `i` on a remark in brackets, in words?
  [[nodiscard]] static bool remarked(std::string_view w, std::size_t i) {
    while (i < w.size() && is_space(code_point(w, i))) i += char_size(w, i);
    return i < w.size() && opens_round(code_point(w, i)) && closes(code_point(w, previous(w, w.size()))) &&
           LineJudge::has_han(w.substr(i));
  }
  /// 2016, 2016年: a year that heads a column.
  [[nodiscard]] static bool year(std::string_view w) {
    if (w.size() < 4 || (w.substr(0, 2) != "19" && w.substr(0, 2) != "20")) return false;
    return is_digit(static_cast<unsigned char>(w[2])) && is_digit(static_cast<unsigned char>(w[3])) &&
           (w.size() == 4 || code_point(w, 4) == 0x5e74);
  }

  /// 指标, 指标名称, 项目, 地区 …: heads the column of labels.
  [[nodiscard]] bool label_head(std::string_view w) const { return is(w, Class::label_head); }
  [[nodiscard]] bool serial_head(std::string_view w) const { return is(w, Class::serial_head); }
  [[nodiscard]] bool unit_head(std::string_view w) const { return is(w, Class::unit_word); }
  /// #其中, 其中：工业: a part of the row above.
  [[nodiscard]] bool among(std::string_view w) const {
    char32_t const c = code_point(w, 0);
    return c == U'#' || c == 0xff03 || !lexicon_.longest(w, 0, Class::among).word.empty();
  }
  /// A unit and nothing else, with 万 or 亿 before it.
  [[nodiscard]] bool unit(std::string_view w) const {
    if (w == "%" || (w.size() == 3 && (code_point(w, 0) == 0xff05 || code_point(w, 0) == 0x2030))) return true;  // ％ ‰
    std::size_t at = 0;
    while (at < w.size() && han_power(code_point(w, at)) != 0) at += char_size(w, at);
    if (at >= w.size()) return false;
    for (Class const cls : {Class::unit, Class::classifier}) {
      if (lexicon_.longest(w, at, cls).word.size() == w.size() - at) return true;
    }
    return false;
  }

  /// 单位：亿元, （单位：亿元）, 2023年主要指标 单位：亿元 → 亿元. `before`: the words before it, else the whole line.
  [[nodiscard]] std::string_view unit_line(std::string_view w, std::string_view& before) const {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < w.size() && i < 200; i += char_size(w, i)) {
      char32_t const c = code_point(w, i);
      if (is_space(c)) continue;
      bool const edge = begin == i || opens(code_point(w, previous(w, i))) || is_space(code_point(w, previous(w, i)));
      if (!edge) continue;
      Entry const e = lexicon_.longest(w, i, Class::unit_word);
      if (e.word.empty()) continue;
      std::size_t at = i + e.word.size();
      while (at < w.size() && is_space(code_point(w, at))) at += char_size(w, at);
      if (!is_colon(code_point(w, at))) continue;
      std::string_view unit = LineJudge::trimmed(w.substr(at + char_size(w, at)));
      while (!unit.empty() && closes(code_point(unit, previous(unit, unit.size()))))
        unit.remove_suffix(unit.size() - previous(unit, unit.size()));
      std::string_view head = w.substr(0, i);
      while (!head.empty()) {
        char32_t const last = code_point(head, previous(head, head.size()));
        if (!is_space(last) && !opens(last)) break;
        head.remove_suffix(head.size() - previous(head, head.size()));
      }
      if (unit.empty() || unit.size() > 60) return {};
      before = head;
      return unit;
    }
    return {};
  }
  /// 产量（万吨） → 万吨; 同比增长（±%） → %; 增长% → %
  [[nodiscard]] static std::string_view unit_in(std::string_view w) {
    if (w.empty()) return {};
    if (w.size() > 1 && w.back() == '%') return w.substr(w.size() - 1);
    if (!closes(code_point(w, previous(w, w.size())))) return {};
    std::size_t open = w.size();
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      if (opens_round(code_point(w, i))) open = i;
    }
    if (open >= w.size()) return {};
    std::size_t const begin = open + char_size(w, open);
    std::string_view unit = LineJudge::trimmed(w.substr(begin, previous(w, w.size()) - begin));
    if (code_point(unit, 0) == 0xb1) unit.remove_prefix(2);  // ±
    return unit.size() <= 30 ? unit : std::string_view();
  }

 private:
  /// The word may be set with spaces between its characters, and a unit may follow it.
  [[nodiscard]] bool is(std::string_view w, Class cls) const {
    std::string plain;
    for (std::size_t i = 0; i < w.size() && plain.size() <= 30; i += char_size(w, i)) {
      char32_t const c = code_point(w, i);
      if (opens_round(c)) break;
      if (!is_space(c)) plain += w.substr(i, char_size(w, i));
    }
    return !plain.empty() && lexicon_.longest(plain, 0, cls).word.size() == plain.size();
  }

  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
