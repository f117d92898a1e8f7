// gongwen/detail/parse/spaced_numbers.hpp: numbers in Chinese characters that were set with spaces.
//
//   一百 五 十 二 · 三千 八百 九十六 万 · 四百 点 五 · 六 个 百 分点 · 百 分之 二 · 十 余 万
#pragma once

#include <string_view>

#include "../scan/lexicon_data.hpp"

GONGWEN_BEGIN

namespace detail {

class SpacedNumbers {
 public:
  SpacedNumbers(std::string_view text, LexiconData const& lexicon) noexcept : text_(text), lexicon_(lexicon) {}

  /// Can a space after this character stand inside a number? Numerals, and the characters of 个百分点 and 百分之.
  static constexpr bool may_join(char32_t c) noexcept {
    return han_digit(c) >= 0 || han_power(c) > 0 || han_tens(c) > 0 || is_point(c) || is_more(c) || c == 0x4e2a ||
           c == 0x500b || c == 0x5206 || c == 0x4e4b;  // 个 個 分 之
  }
  /// Do the white spaces `[begin, end)` stand inside a number in Chinese characters, or inside what belongs to it?
  /// Looks at a few characters on both sides.
  [[nodiscard]] bool joins(std::size_t begin, std::size_t end) const {
    char32_t const a = begin == 0 ? 0 : code_point(text_, previous(text_, begin));
    char32_t const b = end < text_.size() ? code_point(text_, end) : 0;
    if (a == 0 || b == 0) return false;
    bool const digit_a = han_digit(a) >= 0 || is_digit(a) || han_tens(a) > 0;
    bool const power_a = han_power(a) > 0;
    if (han_power(b) > 0 && !unit_at(end) && (digit_a || power_a) && number_before(begin))
      return true;                                                        // 五 十, 九十六 万
    if (is_more(b) && power_a && han_power(next(end)) >= 4) return true;  // 十 余万, 十 余 万
    if (is_more(a) && han_power(b) >= 4 && power_before(begin)) return true;
    if (is_point(b) && (digit_a || power_a) && digit(next(end))) return true;  // 四百 点 五
    if (is_point(a) && digit(b)) return digit_or_power(before(begin));
    if (power_a && (digit(b) || is_few(b))) return continues(begin, end);  // 三千 八百, 五 十 二
    return word_goes_on(begin, end);
  }

 private:
  static constexpr std::size_t most = 24;  // bytes of a word without its spaces

  [[nodiscard]] static bool digit(char32_t c) noexcept {
    return han_digit(c) >= 0 || is_digit(c) || (c >= 0xff10 && c <= 0xff19);
  }
  [[nodiscard]] static bool digit_or_power(char32_t c) noexcept { return digit(c) || han_power(c) > 0; }
  [[nodiscard]] std::size_t past_spaces(std::size_t at) const {
    for (int n = 0; n < 4 && at < text_.size() && is_space(code_point(text_, at)); ++n) at += char_size(text_, at);
    return at;
  }
  /// The first character that is no space after the one at `at`.
  [[nodiscard]] char32_t next(std::size_t at) const {
    at = past_spaces(at + char_size(text_, at));
    return at < text_.size() ? code_point(text_, at) : 0;
  }
  /// The character before the one that ends at `end`, past spaces.
  [[nodiscard]] char32_t before(std::size_t end) const {
    std::size_t at = previous(text_, end);
    for (int n = 0; n < 4 && at > 0; ++n) {
      at = previous(text_, at);
      char32_t const c = code_point(text_, at);
      if (!is_space(c)) return c;
    }
    return 0;
  }
  [[nodiscard]] bool unit_at(std::size_t at) const { return !lexicon_.longest(text_, at, Class::unit).word.empty(); }
  /// The digit before a power is a number's, not the end of a word: 统一 万 is none.
  [[nodiscard]] bool number_before(std::size_t end) const {
    char32_t const c = before(end);
    return c == 0 || !is_han(c) || digit_or_power(c) || han_tens(c) > 0 || is_point(c) || c == 0x4e4b;  // 之
  }
  [[nodiscard]] bool power_before(std::size_t end) const { return han_power(before(end)) > 0; }
  /// After a power and a space: a digit that has a power of its own, or ends the number that other spaces run through.
  [[nodiscard]] bool continues(std::size_t begin, std::size_t end) const {
    char32_t const after = next(end);
    if (han_power(after) > 0) return number_before(begin);
    bool const spaced = begin > 6 && is_space(code_point(text_, previous(text_, previous(text_, begin))));
    return spaced && !is_han(after) && digit_or_power(before(begin));
  }

  /// 个 百 分点, 百 分之 2: a unit, or what stands before a share, that spaces run through. The word begins at the last
  /// character before the spaces or right after them; what stands around it must be a number.
  [[nodiscard]] bool word_goes_on(std::size_t begin, std::size_t end) const {
    // The word is at most some characters long; look for its beginning to the left.
    std::size_t from = begin;
    for (int n = 0; n < 5; ++n) {
      std::size_t const at = left(from);
      if (at == from) break;
      from = at;
      if (std::size_t const stop = squeezed(from, Class::per_power); stop > end) return true;
      if (std::size_t const stop = squeezed(from, Class::fraction_mark); stop > end) return true;
      if (std::size_t const stop = squeezed(from, Class::unit);
          stop > end && from > 0 && digit_or_power(left_char(from)))
        return true;
    }
    // 百分之 二, 六 个 百 分点
    char32_t const a = code_point(text_, previous(text_, begin));
    if (digit_or_power(a) && squeezed(end, Class::unit) > 0 && spaces_inside(end)) return true;
    char32_t const b = code_point(text_, end);
    return a == 0x4e4b && digit_or_power(b) && ends_share(begin);  // 之
  }
  [[nodiscard]] std::size_t left(std::size_t at) const {
    while (at > 0) {
      std::size_t const p = previous(text_, at);
      if (!is_space(code_point(text_, p))) return code_point(text_, p) == U'\n' ? at : p;
      at = p;
    }
    return at;
  }
  [[nodiscard]] char32_t left_char(std::size_t at) const {
    std::size_t const p = left(at);
    return p == at ? 0 : code_point(text_, p);
  }
  /// The words from `at` without their spaces begin with a word of a class that has a space in it: where it ends; 0: none.
  [[nodiscard]] std::size_t squeezed(std::size_t at, Class cls) const {
    at = past_all_spaces(at);
    if (!lexicon_.may_begin(text_, at, cls)) return 0;
    char word[most];
    std::size_t ends[most];
    std::size_t n = 0;
    while (at < text_.size()) {
      char32_t const c = code_point(text_, at);
      if (c == U'\n') break;
      std::size_t const size = char_size(text_, at);
      if (is_space(c)) {
        at += size;
        continue;
      }
      if (n + size > most) break;
      for (std::size_t k = 0; k < size; ++k) {
        word[n] = text_[at + k];
        ends[n++] = at + size;
      }
      at += size;
    }
    Entry const e = lexicon_.longest({word, n}, 0, cls);
    return e.word.empty() ? 0 : ends[e.word.size() - 1];
  }
  [[nodiscard]] std::size_t past_all_spaces(std::size_t at) const {
    while (at < text_.size() && is_space(code_point(text_, at))) at += char_size(text_, at);
    return at;
  }
  [[nodiscard]] bool spaces_inside(std::size_t at) const {
    std::size_t const end = squeezed(at, Class::unit);
    for (std::size_t i = at; i < end; i += char_size(text_, i)) {
      if (is_space(code_point(text_, i))) return true;
    }
    return false;
  }
  [[nodiscard]] bool ends_share(std::size_t end) const {
    std::size_t from = end;
    for (int n = 0; n < 4; ++n) {
      std::size_t const at = left(from);
      if (at == from) return false;
      from = at;
      if (squeezed(from, Class::per_power) == end) return true;
    }
    return false;
  }

  std::string_view text_;
  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
