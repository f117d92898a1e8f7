// gongwen/detail/parse/confusions.hpp: the rows of repairs.tsv against what stands around a character.
#pragma once

#include <optional>
#include <string_view>

#include "surroundings.hpp"

GONGWEN_BEGIN

namespace detail {

class Confusions {
 public:
  explicit Confusions(Surroundings const& around) noexcept : around_(around) {}

  [[nodiscard]] std::optional<CharRepair> at(std::size_t i, char32_t c) const {
    if (char32_t const meant = gb18030_meant(c); meant != c) return moved(i, meant);
    if (c < 0x80 && !behind_han(i)) return std::nullopt;
    for (Repair const& row : around_.lexicon().repairs.at(c)) {
      if (!stands(row, i)) continue;
      Verdict const verdict = judge(row, i, i + row.written.size());
      if (verdict.safety == Safety::wrong) continue;
      return CharRepair{EditKind::ocr, i, i + row.written.size(), std::string(verdict.after),
                        verdict.safety == Safety::sure};
    }
    return std::nullopt;
  }

 private:
  enum class Safety : std::uint8_t { wrong, likely, sure };
  struct Verdict {
    Safety safety = Safety::wrong;
    std::string_view after{};
  };

  /// A private use character of the older editions of GB 18030, brought along by an older converter.
  [[nodiscard]] CharRepair moved(std::size_t i, char32_t meant) const {
    CharRepair out{EditKind::ocr, i, around_.next(i)};
    append(out.after, meant);
    return out;
  }

  /// What ASCII has is put for another character only among Chinese ones, alone or in a row (二00八年). Most of it is not.
  [[nodiscard]] bool behind_han(std::size_t i) const noexcept {
    std::string_view const text = around_.text();
    for (int n = 0; n < 4 && i > 0 && (text[i - 1] == '0' || text[i - 1] == 'O' || text[i - 1] == 'o'); ++n, --i)
      step();
    return i > 0 && static_cast<unsigned char>(text[i - 1]) >= 0x80;
  }

  [[nodiscard]] bool stands(Repair const& row, std::size_t i) const noexcept {
    std::string_view const text = around_.text();
    return i >= row.head.size() && text.substr(i - row.head.size(), row.head.size()) == row.head &&
           text.substr(i, row.written.size()) == row.written &&
           text.substr(i + row.written.size(), row.tail.size()) == row.tail;
  }

  [[nodiscard]] Verdict judge(Repair const& row, std::size_t begin, std::size_t end) const {
    char32_t const a = around_.before(begin);
    char32_t const b = around_.at(end);
    auto const when = [&](bool sure) { return Verdict{sure ? Safety::sure : Safety::wrong, row.meant}; };
    switch (row.context) {
      case RepairContext::any: return when(true);
      case RepairContext::numeral: return when(is_han_numeral(a) && is_han_numeral(b));
      case RepairContext::digit: return when(is_digit(a));
      case RepairContext::decimal: return {point(begin, end), row.meant};
      case RepairContext::zero: return when(zero(begin));
      case RepairContext::plan: return when(plan(begin, end));
      case RepairContext::dot:
        return is_han(a) && is_han(b) ? when(true) : Verdict{point(begin, end), std::string_view(".")};
      case RepairContext::unsure: return {around_.quoted(begin) ? Safety::wrong : Safety::likely, row.meant};
    }
    return {};
  }

  /// A dot between digits: the point of 12·5%, where a unit follows; 5·12 may as well be a day.
  [[nodiscard]] Safety point(std::size_t begin, std::size_t end) const {
    if (!is_any_digit(around_.before(begin)) || !is_any_digit(around_.at(end))) return Safety::wrong;
    std::size_t i = end;
    while (is_any_digit(around_.at(i))) i = around_.next(i);
    if (is_space(around_.at(i))) i = around_.next(i);
    if (around_.quoted(begin)) return Safety::wrong;
    return around_.unit_at(i) ? Safety::sure : Safety::likely;
  }

  /// Does a row of context `zero` write this character?
  [[nodiscard]] bool zero_like(char32_t c) const noexcept {
    auto const rows = around_.lexicon().repairs.at(c);
    return !rows.empty() && rows.front().context == RepairContext::zero;
  }
  /// A ring or a letter O among Chinese digits (二○○五年). What ASCII and other scripts have stands for a zero only where the
  /// whole is a year.
  [[nodiscard]] bool zero(std::size_t at) const {
    constexpr std::size_t longest = 12;
    auto const part = [&](char32_t c) { return han_digit(c) >= 0 || zero_like(c); };
    std::size_t begin = at;
    std::size_t size = 1;
    std::size_t digits = 0;
    bool foreign = false;
    auto const count = [&](char32_t c) {
      if (is_ring(c) || han_digit(c) < 0)
        foreign = foreign || !is_ring(c);
      else
        ++digits;
    };
    count(around_.at(at));
    for (std::size_t from = begin; size < longest; ++size) {  // a single space parts no digits (二 ○○二年)
      if (around_.before(from) == U' ') from = previous(around_.text(), from);
      if (from == 0 || !part(around_.before(from))) break;
      count(around_.before(from));
      begin = from = previous(around_.text(), from);
    }
    std::size_t end = around_.next(at);
    for (std::size_t to = end; size < longest; ++size) {
      if (around_.at(to) == U' ') to = around_.next(to);
      if (!part(around_.at(to))) break;
      count(around_.at(to));
      end = to = around_.next(to);
    }
    char32_t const a = around_.before(begin);
    char32_t const b = around_.at(end);
    if (digits == 0 || size < 2 || is_any_digit(a) || is_any_digit(b) || is_any_latin(a) || is_any_latin(b))
      return false;
    return !foreign || (size == 4 && b == 0x5e74);  // 年
  }

  /// 十一.五规划, “十二．五”: a five-year plan that is quoted, or that a word for plans or their time follows.
  [[nodiscard]] bool plan(std::size_t begin, std::size_t end) const {
    std::string_view const text = around_.text();
    if (!is_han_numeral(around_.before(begin)) || !is_han_numeral(around_.at(end))) return false;
    std::size_t from = previous(text, begin);
    if (is_han_numeral(around_.before(from))) from = previous(text, from);
    std::size_t const to = around_.next(end);
    std::string word(text.substr(from, begin - from));
    word += text.substr(end, to - end);
    if (around_.lexicon().find(word, Class::plan).word.empty()) return false;
    char32_t const a = around_.before(from);
    char32_t const b = around_.at(to);
    return (a == 0x201c && b == 0x201d) || b == 0x89c4 || b == 0x8ba1 || b == 0x65f6 || b == 0x671f;  // “” 规 计 时 期
  }

  Surroundings const& around_;
};

}  // namespace detail

GONGWEN_END
