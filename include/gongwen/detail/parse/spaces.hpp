// gongwen/detail/parse/spaces.hpp: white space that a printer or a program put inside numbers, words and sentences.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "lines.hpp"
#include "spaced_numbers.hpp"
#include "surroundings.hpp"

GONGWEN_BEGIN

namespace detail {

class Spaces {
 public:
  explicit Spaces(Surroundings const& around) noexcept : around_(around) {}

  /// The white space that begins here, if it has no meaning.
  [[nodiscard]] std::optional<CharRepair> at(std::size_t i) const {
    char32_t const a = around_.before(i);
    if (is_line_edge(a) || is_space(a)) return std::nullopt;
    std::size_t const end = gap(i);
    // A tab parts the cells of a table, and so does much space
    if (end == i || is_line_edge(around_.at(end))) return std::nullopt;
    if (in_number(i, end, a) || beside_mark(i, end, a) || was_break(i)) return CharRepair{EditKind::space, i, end};
    if (!is_han(a) || !is_han(around_.at(end)) || around_.quoted(i)) return std::nullopt;
    Stretch const s = stretch(i, end);
    if (!s.spread) return std::nullopt;
    return CharRepair{EditKind::space, i, end, {}, s.sure};
  }

 private:
  static constexpr std::size_t widest = 12;  // bytes of a gap

  /// Where the white space from `i` on ends; `i` where it is too much or has a tab in it.
  [[nodiscard]] std::size_t gap(std::size_t i) const {
    std::size_t end = i;
    while (is_space(around_.at(end))) {
      if (around_.at(end) == U'\t' || end - i > widest) return i;
      end = around_.next(end);
    }
    return end;
  }

  [[nodiscard]] bool in_number(std::size_t i, std::size_t end, char32_t a) const {
    if (SpacedNumbers::may_join(a) || is_any_digit(a)) {
      if (SpacedNumbers(around_.text(), around_.lexicon()).joins(i, end)) return true;
    }
    if (is_any_digit(a) && (around_.unit_at(end) || around_.date_mark_at(end))) return true;  // 15.6 亿元
    if (is_any_digit(a) && around_.classifier_at(end) && !in_column(i, end)) return true;     // 32 株
    char32_t const b = around_.at(end);
    bool const inner = (is_digit(a) || a == U'.') && (is_digit(b) || b == U'.');
    if (inner) return end - i == 1 && (spread_digits(i) || spread_year(i));
    return end - i == 1 && han_digit(a) >= 0 && han_digit(b) >= 0 && spread_han_year(i);
  }

  /// Is the number that ends at `i` a column of its own, so that what follows is no classifier of it: 12 省厅, 300 200 部分?
  [[nodiscard]] bool in_column(std::size_t i, std::size_t end) const {
    constexpr std::size_t most = 40;  // bytes of a number
    if (end - i > 2) return true;     // an ideographic space
    std::size_t begin = i;
    while (i - begin < most && (is_any_digit(around_.before(begin)) || around_.before(begin) == U'.'))
      begin = previous(around_.text(), begin);
    std::size_t from = begin;
    while (is_space(around_.before(from))) from = previous(around_.text(), from);
    return is_line_edge(around_.before(from)) || begin - from > 1 ||
           (from != begin && is_any_digit(around_.before(from)));
  }

  /// 2 0 0 5 年, 6 .5 %: every digit stands alone, and the number goes on to what is counted.
  [[nodiscard]] bool spread_digits(std::size_t i) const {
    constexpr std::size_t most = 32;  // bytes to either side: no number is as long
    std::size_t begin = i;
    while (begin > 0 && i - begin < most && lone_before(begin)) --begin;
    std::size_t end = i;
    while (end - i < most && lone_at(end)) ++end;
    // What was widened has no digit beside another, and is no decimal of a usual one
    for (std::size_t k = begin + 1; k < end; ++k) {
      if (is_digit(byte(k)) && is_digit(byte(k - 1))) return false;
    }
    if (begin > 0 && (is_digit(byte(begin - 1)) || is_any_latin(around_.before(begin)))) return false;
    if (around_.unit_at(end) || around_.date_mark_at(end) || around_.classifier_at(end)) return true;
    char32_t const b = around_.at(end);
    char32_t const a = around_.before(begin);
    return is_ratio(b) || is_ratio(a);
  }
  [[nodiscard]] unsigned char byte(std::size_t i) const noexcept {
    step();
    return i < around_.text().size() ? static_cast<unsigned char>(around_.text()[i]) : '\0';
  }
  /// A digit, a point, or a single space or line break between such.
  [[nodiscard]] bool lone_at(std::size_t i) const noexcept {
    if (is_digit(byte(i)) || byte(i) == '.') return true;
    bool const blank = byte(i) == ' ' || byte(i) == '\n';
    return blank && i > 0 && (is_digit(byte(i - 1)) || byte(i - 1) == '.');
  }
  [[nodiscard]] bool lone_before(std::size_t i) const noexcept {
    unsigned char const c = byte(i - 1);
    if (is_digit(c) || c == '.') return true;
    bool const blank = c == ' ' || c == '\n';
    return blank && i > 1 && (is_digit(byte(i - 2)) || byte(i - 2) == '.') && (is_digit(byte(i)) || byte(i) == '.');
  }
  static constexpr bool is_ratio(char32_t c) noexcept {
    return c == 0x2236 || c == 0xff1a || c == 0xff5e || c == 0x2014 || c == U'~';  // ∶ ： ～ —
  }

  /// 201 7 年: with the spaces gone four digits that are a year.
  [[nodiscard]] bool spread_year(std::size_t i) const {
    auto const part = [&](unsigned char c) { return is_digit(c) || c == ' '; };
    std::size_t begin = i;
    while (begin > 0 && i - begin < 8 && part(byte(begin - 1))) --begin;
    std::size_t end = i;
    while (end - i < 8 && part(byte(end))) ++end;
    std::string digits;
    for (std::size_t k = begin; k < end; ++k) {
      if (byte(k) != ' ') digits += static_cast<char>(byte(k));
    }
    bool const year = digits.size() == 4 && (digits[0] == '2' ? digits[1] == '0' : digits.substr(0, 2) == "19");
    return year && around_.at(end) == 0x5e74;  // 年
  }

  /// 二 ○○二年: four Chinese digits, with spaces between them, that 年 follows.
  [[nodiscard]] bool spread_han_year(std::size_t i) const {
    std::string_view const text = around_.text();
    std::size_t digits = 0;
    for (std::size_t at = i; at > 0 && digits < 4; at = previous(text, at)) {
      char32_t const c = around_.before(at);
      if (han_digit(c) >= 0)
        ++digits;
      else if (c != U' ')
        break;
    }
    std::size_t end = i;
    while (digits <= 4 && (around_.at(end) == U' ' || han_digit(around_.at(end)) >= 0)) {
      digits += around_.at(end) == U' ' ? 0 : 1;
      end = around_.next(end);
    }
    return digits == 4 && around_.at(end) == 0x5e74;  // 年
  }

  /// A line break that a program made a space: behind a line that was full, which shows where one beside it in the paragraph
  /// was as long.
  [[nodiscard]] bool was_break(std::size_t i) const {
    constexpr std::uint32_t narrowest = 60, tolerance = 4;
    if (!is_break(i) || around_.at(i + 1) < 0x2000 || begins_item(i + 1)) return false;
    Part const line = part_before(i);
    if (line.columns < narrowest) return false;
    auto const as_long = [&](Part const& other) {
      return other.columns + tolerance >= line.columns && other.columns <= line.columns + tolerance;
    };
    return as_long(part_after(i + 1)) ||
           (line.edge > 0 && is_break(line.edge - 1) && as_long(part_before(line.edge - 1)));
  }
  /// Does a numbered member begin here, in front of which a space means something?
  [[nodiscard]] bool begins_item(std::size_t i) const {
    return MarkerReader(around_.text().substr(0, std::min(i + 64, around_.text().size())), around_.lexicon())
        .strict(i)
        .has_value();
  }
  /// A space with a Han character or a Chinese mark beside it.
  [[nodiscard]] bool is_break(std::size_t i) const {
    if (byte(i) != ' ') return false;
    char32_t const a = around_.before(i);
    char32_t const b = around_.at(i + 1);
    return (a >= 0x2000 || b >= 0x2000) && !is_space(a) && !is_space(b);
  }
  /// What stands between two such spaces, or one and an end of the line; 0 columns where it is longer than a line can be.
  struct Part {
    std::uint32_t columns = 0;
    std::size_t edge = 0;
  };
  static constexpr std::uint32_t longest_line = 130;
  [[nodiscard]] Part part_before(std::size_t end) const {
    Part out{0, end};
    while (out.edge > 0) {
      char32_t const c = around_.before(out.edge);
      if (is_line_edge(c) || is_break(out.edge - 1)) return out;
      out.columns += columns(c);
      if (out.columns > longest_line) break;
      out.edge = previous(around_.text(), out.edge);
    }
    return {out.edge == 0 ? out.columns : 0, out.edge};
  }
  [[nodiscard]] Part part_after(std::size_t begin) const {
    Part out{0, begin};
    while (!is_line_edge(around_.at(out.edge)) && !is_break(out.edge)) {
      out.columns += columns(around_.at(out.edge));
      if (out.columns > longest_line) return {};
      out.edge = around_.next(out.edge);
    }
    return out;
  }

  /// One space before a closing mark or behind an opening one: 环境 ，, （ 试行）. Behind a pause: 省委、 省政府.
  [[nodiscard]] bool beside_mark(std::size_t i, std::size_t end, char32_t a) const {
    if (end - i != 1) return false;
    char32_t const b = around_.at(end);
    if (closes(b)) return is_han(a) || is_any_digit(a) || closes(a);
    if (opens(a)) return !is_space(b);
    return (a == 0x3001 || a == 0xff0c || a == 0xff1b) && is_han(b);  // 、 ， ；
  }
  static constexpr bool closes(char32_t c) noexcept {
    switch (c) {
      case 0xff0c:  // ，
      case 0x3001:  // 、
      case 0x3002:  // 。
      case 0xff1b:  // ；
      case 0xff1a:  // ：
      case 0xff01:  // ！
      case 0xff1f:  // ？
      case 0xff09:  // ）
      case 0x201d:  // ”
      case 0x2019:  // ’
      case 0x300b:  // 》
      case 0x3015:  // 〕
      case 0x3011:  // 】
        return true;
      default: return false;
    }
  }
  static constexpr bool opens(char32_t c) noexcept {
    return c == 0xff08 || c == 0x201c || c == 0x2018 || c == 0x300a || c == 0x3014;  // （ “ ‘ 《 〔
  }

  /// Characters that stand alone with the same gap between them, and more or nothing around them.
  struct Stretch {
    bool spread = false;
    bool sure = false;
  };
  /// 目　录, 成　　员：, 王　凯（, 情 况 通 报: a word widened to fill its line or column.
  [[nodiscard]] Stretch stretch(std::size_t i, std::size_t end) const {
    std::string_view const text = around_.text();
    std::string_view const one = text.substr(i, end - i);
    std::size_t begin = previous(text, i);
    std::size_t count = 2;
    bool numerals = is_han_numeral(around_.at(begin)) && is_han_numeral(around_.at(end));
    constexpr std::size_t most = 16;
    auto const same_before = [&](std::size_t at) {
      return at > one.size() && text.substr(at - one.size(), one.size()) == one &&
             is_han(around_.before(at - one.size()));
    };
    while (count < most && same_before(begin)) {
      begin = previous(text, begin - one.size());
      ++count;
    }
    end = around_.next(end);
    while (count < most && text.substr(end, one.size()) == one && is_han(around_.at(end + one.size()))) {
      end = around_.next(end + one.size());
      ++count;
    }
    bool const wide = one.find(' ') == std::string_view::npos;  // the ideographic space, which people set by hand
    if (numerals || !bounded(begin, end, one, wide)) return {};
    if (!wide && around_.unit_at(previous(text, end))) return {};  // 量 吨: two cells of a row
    bool const names = count > 3 && count % 2 == 0 && around_.lexicon().asked(text, begin, Class::surname);
    if (names) return {};               // 王　凯　李　强
    return {true, count != 3 || wide};  // 省 市 县 may be three heads
  }
  /// Nothing of a sentence goes on at either end.
  [[nodiscard]] bool bounded(std::size_t begin, std::size_t end, std::string_view one, bool wide) const {
    auto const edge = [&](char32_t c) { return is_line_edge(c) || c == U'\t' || c == U'#'; };
    auto const mark = [&](char32_t c) { return closes(c) || opens(c) || c == U':' || c == U'(' || c == U')'; };
    std::size_t from = begin;
    while (is_space(around_.before(from)) && around_.before(from) != U'\t') from = previous(around_.text(), from);
    std::size_t to = end;
    while (is_space(around_.at(to)) && around_.at(to) != U'\t') to = around_.next(to);
    auto const free = [&](char32_t c, std::size_t blank) {
      return edge(c) || (wide && ((mark(c) && c != 0x3001) || blank > one.size()));  // 、
    };
    return free(around_.before(from), begin - from) && free(around_.at(to), to - end);
  }

  Surroundings const& around_;
};

}  // namespace detail

GONGWEN_END
