// gongwen/detail/parse/characters.hpp: repairs of single characters: width, radicals, confusions, controls, spaces.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "../../parse.hpp"
#include "../characters/radicals.hpp"
#include "confusions.hpp"
#include "spaces.hpp"
#include "surroundings.hpp"

GONGWEN_BEGIN

namespace detail {

class CharacterRepairs {
 public:
  CharacterRepairs(std::string_view text, LexiconData const& lexicon, ParseOptions const& options) noexcept
      : around_(text, lexicon),
        spaces_(around_),
        confusions_(around_),
        controls_(options.controls),
        space_(options.spaces),
        width_(options.characters && options.width),
        radicals_(options.characters && options.radicals),
        confused_(options.characters && options.confusions) {}
  CharacterRepairs(CharacterRepairs const&) = delete;
  CharacterRepairs& operator=(CharacterRepairs const&) = delete;

  /// The next place before `to` where a repair can begin, or `to`. What lies between is passed over without a look.
  [[nodiscard]] std::size_t next(std::size_t i, std::size_t to) const noexcept {
    return around_.lexicon().suspects.next(around_.text(), i, to);
  }

  /// The repair of the character here. It begins here, and where it is not sure the text stays as it is.
  [[nodiscard]] std::optional<CharRepair> at(std::size_t i) const {
    char32_t const c = around_.at(i);
    if (is_control(c)) return controls_ ? replaced(EditKind::control, i, {}) : std::nullopt;
    if (is_space(c)) return space_ ? spaces_.at(i) : std::nullopt;
    if (confused_) {
      if (auto repair = confusions_.at(i, c)) return repair;
    }
    if (width_ && is_full_width(c)) return width(c, i);
    if (!radicals_) return std::nullopt;
    char32_t const meant = unified_ideograph(c);
    if (meant == 0) return std::nullopt;
    std::string after;
    append(after, meant);
    return replaced(EditKind::radical, i, std::move(after));
  }

 private:
  [[nodiscard]] std::optional<CharRepair> replaced(EditKind kind, std::size_t i, std::string after) const {
    return CharRepair{kind, i, around_.next(i), std::move(after)};
  }

  /// Full-width digits and letters always; signs only between them, the per cent sign after a digit. Chinese punctuation
  /// stays.
  [[nodiscard]] std::optional<CharRepair> width(char32_t c, std::size_t i) const {
    auto const ascii = static_cast<char>(c - 0xff01 + 0x21);
    char32_t const a = around_.before(i);
    char32_t const b = around_.at(around_.next(i));
    auto const letter = [](char32_t x) { return is_any_digit(x) || is_any_latin(x); };
    bool meant = false;
    switch (ascii) {
      case '%': meant = is_any_digit(a); break;
      case '.': meant = is_any_digit(a) && is_any_digit(b); break;
      case '-':
      case '+':
      case '/': meant = (letter(a) || is_percent(a)) && letter(b); break;
      default: meant = letter(static_cast<unsigned char>(ascii)); break;
    }
    return meant ? replaced(EditKind::width, i, std::string(1, ascii)) : std::nullopt;
  }

  Surroundings around_;
  Spaces spaces_;
  Confusions confusions_;
  bool controls_, space_, width_, radicals_, confused_;
};

}  // namespace detail

GONGWEN_END
