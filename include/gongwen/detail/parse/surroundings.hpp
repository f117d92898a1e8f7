// gongwen/detail/parse/surroundings.hpp: what stands around a place of a text, as the repairs of characters ask for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "../../text.hpp"
#include "../scan/lexicon_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// A repair: the original at `[begin, end)` reads `after`, or likely does.
struct CharRepair {
  EditKind kind{};
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string after{};
  bool sure = true;
};

constexpr bool is_any_latin(char32_t c) noexcept { return is_latin(c > 0xff20 && c < 0xff5b ? c - 0xfee0 : c); }
constexpr bool is_percent(char32_t c) noexcept { return c == U'%' || c == 0xff05 || c == 0x2030; }  // ％ ‰
constexpr bool is_han_numeral(char32_t c) noexcept { return han_digit(c) >= 0 || han_power(c) > 0; }
constexpr bool is_line_edge(char32_t c) noexcept { return c == 0 || c == U'\n' || c == U'\r' || c == U'\f'; }

class Surroundings {
 public:
  Surroundings(std::string_view text, LexiconData const& lexicon) noexcept : text_(text), lexicon_(lexicon) {}

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] LexiconData const& lexicon() const noexcept { return lexicon_; }
  /// The character at a place, or before it; 0 beyond the text.
  [[nodiscard]] char32_t at(std::size_t i) const noexcept { return code_point(text_, i); }
  [[nodiscard]] char32_t before(std::size_t i) const noexcept {
    return i == 0 ? 0 : code_point(text_, previous(text_, i));
  }
  [[nodiscard]] std::size_t next(std::size_t i) const noexcept {
    return i < text_.size() ? i + char_size(text_, i) : i;
  }

  /// Does a word that makes a number a figure begin here: a unit, a per cent sign, 万, 亿, 余 or 多?
  [[nodiscard]] bool unit_at(std::size_t i) const {
    char32_t const c = at(i);
    return is_percent(c) || han_power(c) >= 4 || is_more(c) || has(i, {Class::unit});
  }
  /// Does a mark of dates begin here?
  [[nodiscard]] bool date_mark_at(std::size_t i) const {
    return has(i, {Class::year_mark, Class::month_mark, Class::day_mark});
  }
  /// Is the longest word that begins here a classifier? 人 is one, 人均 begins with it and is none.
  [[nodiscard]] bool classifier_at(std::size_t i) const {
    std::size_t longest = 0;
    bool classifier = false;
    lexicon_.words_at(text_, i, [&](std::size_t end, std::uint32_t first) {
      if (end < longest) return;
      longest = end;
      classifier = lexicon_.has(first, Class::classifier);
    });
    return classifier;
  }
  /// Has a quotation been opened shortly before, in the same line, and not closed?
  [[nodiscard]] bool quoted(std::size_t i) const noexcept {
    int closed = 0;
    for (int n = 0; n < 40 && i > 0; ++n) {
      i = previous(text_, i);
      char32_t const c = at(i);
      if (c == U'\n') return false;
      if (c == 0x201d || c == 0x2019 || c == 0x300d || c == 0x300f) ++closed;  // ” ’ 」 』
      if ((c == 0x201c || c == 0x2018 || c == 0x300c || c == 0x300e) && closed-- == 0) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool has(std::size_t i, std::initializer_list<Class> classes) const {
    bool found = false;
    lexicon_.words_at(text_, i, [&](std::size_t, std::uint32_t first) {
      for (Class const c : classes) found = found || lexicon_.has(first, c);
    });
    return found;
  }

  std::string_view text_;
  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
