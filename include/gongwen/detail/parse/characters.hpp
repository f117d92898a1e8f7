// gongwen/detail/parse/characters.hpp: repairs of single characters: width, radicals, confusions, controls, spaces.
#pragma once

#include <unicode/unorm2.h>

#include <optional>
#include <string>
#include <string_view>

#include "buffer.hpp"
#include "lines.hpp"
#include "spaced.hpp"

GONGWEN_BEGIN

namespace detail {

/// A repair that begins at a place of the original.
struct CharRepair {
  EditKind kind{};
  std::size_t end = 0;
  std::string after;
};

/// Control and zero-width characters that carry no meaning in these texts.
constexpr bool is_control(char32_t c) noexcept {
  return (c < 0x20 && c != U'\n' && c != U'\t' && c != U'\r') || (c >= 0x7f && c < 0xa0) ||
         (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff || c == 0xad || (c >= 0x202a && c <= 0x202e);
}

class CharacterRepairs {
 public:
  CharacterRepairs(std::string_view text, LexiconData const& lexicon, bool characters, bool spaces) noexcept
      : text_(text), lexicon_(lexicon), characters_(characters), spaces_(spaces) {
    for (auto& flag : lead_) flag = false;
    for (int c = 0; c < 0x20; ++c) lead_[c] = c != '\n' && c != '\t' && c != '\r';
    lead_[0x7f] = lead_[0xc2] = lead_[0xe2] = lead_[0xef] = true;
    if (spaces_) lead_[0x20] = lead_[0xe3] = lead_[0x09] = true;
    if (characters_) {
      for (Entry const& r : lexicon_.repairs) lead_[static_cast<unsigned char>(r.word[0])] = true;
    }
  }

  /// Can a repair begin with this byte? What can't is passed over without a look.
  [[nodiscard]] bool may_begin(char byte) const noexcept { return lead_[static_cast<unsigned char>(byte)]; }

  [[nodiscard]] std::optional<CharRepair> at(std::size_t i) const {
    char32_t const c = code_point(text_, i);
    std::size_t const next = i + char_size(text_, i);
    if (is_control(c)) return CharRepair{EditKind::control, next, {}};
    if (spaces_ && is_space(c)) return space(i);
    if (!characters_) return std::nullopt;
    if (c >= 0xff01 && c <= 0xff5e) return width(c, i, next);
    if ((c >= 0x2e80 && c <= 0x2fdf)) return radical(c, next);
    if (!lexicon_.may_begin(c, LexiconData::repair_begins)) return std::nullopt;
    for (Entry const& r : lexicon_.repairs) {
      if (text_.substr(i, r.word.size()) == r.word && safe(r.value, i, i + r.word.size())) {
        return CharRepair{EditKind::ocr, i + r.word.size(), std::string(r.text)};
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] char32_t before(std::size_t i) const { return i == 0 ? 0 : code_point(text_, previous(text_, i)); }
  static constexpr bool digit_of_any_width(char32_t c) noexcept { return is_digit(c) || (c >= 0xff10 && c <= 0xff19); }

  /// Full-width digits and letters always; signs only between digits, the per cent sign after one. Chinese punctuation stays.
  [[nodiscard]] std::optional<CharRepair> width(char32_t c, std::size_t i, std::size_t next) const {
    auto const ascii = static_cast<char>(c - 0xff01 + 0x21);
    bool const alnum = is_digit(static_cast<unsigned char>(ascii)) || is_latin(static_cast<unsigned char>(ascii));
    bool const inner = digit_of_any_width(before(i)) && digit_of_any_width(code_point(text_, next));
    bool const sign = (ascii == '.' || ascii == '-' || ascii == '/' || ascii == '+') && inner;
    bool const percent = ascii == '%' && digit_of_any_width(before(i));
    if (!alnum && !sign && !percent) return std::nullopt;
    return CharRepair{EditKind::width, next, std::string(1, ascii)};
  }

  /// Kangxi and CJK radicals, by the compatibility decompositions of Unicode.
  [[nodiscard]] static std::optional<CharRepair> radical(char32_t c, std::size_t next) {
    UErrorCode status = U_ZERO_ERROR;
    UNormalizer2 const* const nfkc = unorm2_getNFKCInstance(&status);
    if (U_FAILURE(status)) return std::nullopt;
    UChar out[8];
    std::int32_t const n = unorm2_getDecomposition(nfkc, static_cast<UChar32>(c), out, 8, &status);
    if (U_FAILURE(status) || n <= 0) return std::nullopt;
    std::string after;
    append(after,
           n == 2 ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(out[0], out[1])) : static_cast<char32_t>(out[0]));
    return CharRepair{EditKind::radical, next, after};
  }

  /// Contexts of repairs.tsv: 0 anywhere, 1 between Chinese numerals, 2 beside digits.
  [[nodiscard]] bool safe(std::int32_t context, std::size_t begin, std::size_t end) const {
    char32_t const a = before(begin);
    char32_t const b = code_point(text_, end);
    auto const numeral = [](char32_t c) { return han_digit(c) >= 0 || han_power(c) > 0; };
    if (context == 1) return numeral(a) && numeral(b);
    if (context == 2) return is_digit(a);
    return true;
  }

  /// Spaces between a number and its unit, and inside a number after its point.
  [[nodiscard]] std::optional<CharRepair> space(std::size_t i) const {
    char32_t const a = before(i);
    if (!digit_of_any_width(a) && !SpacedNumbers::may_join(a)) return std::nullopt;
    std::size_t end = i;
    while (end < text_.size() && is_space(code_point(text_, end)) && end - i < 12) end += char_size(text_, end);
    // A tab parts the cells of a table
    if (end >= text_.size() || text_.substr(i, end - i).find('\t') != std::string_view::npos) return std::nullopt;
    if (SpacedNumbers(text_, lexicon_).joins(i, end)) return CharRepair{EditKind::space, end, {}};
    if (!digit_of_any_width(a)) return std::nullopt;
    char32_t const b = code_point(text_, end);
    bool const sign = b == U'%' || b == 0xff05 || b == 0x2030;
    bool const scale = han_power(b) >= 4 || is_more(b);
    if (!sign && !scale && !(is_han(b) && counts(end))) return std::nullopt;
    return CharRepair{EditKind::space, end, {}};
  }
  [[nodiscard]] bool counts(std::size_t at) const {
    bool found = false;
    lexicon_.words_at(text_, at, [&](std::size_t, std::uint32_t first) {
      for (Class const c : {Class::unit, Class::classifier, Class::year_mark, Class::month_mark, Class::day_mark}) {
        found = found || lexicon_.has(first, c);
      }
    });
    return found;
  }

  std::string_view text_;
  LexiconData const& lexicon_;
  bool characters_;
  bool spaces_;
  bool lead_[256];
};

}  // namespace detail

GONGWEN_END
