// gongwen/detail/scan/numeral.hpp: numerals of every script that official texts use, read exactly.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "../characters/utf8.hpp"
#include "mixed_numeral.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads numerals. Holds the lexicon to tell 5千瓦 (a unit) from 5千 (a scale).
class NumeralScanner {
 public:
  NumeralScanner(std::string_view text, LexiconData const& lexicon) noexcept : text_(text), lexicon_(lexicon) {}

  /// The numeral that begins at `at`, if one does. Reads each byte a bounded number of times.
  [[nodiscard]] std::optional<Number> at(std::size_t at) const {
    char32_t const c = code_point(text_, at);
    if (is_digit(c)) return arabic(at);
    if (is_dash(c) || is_minus_word(c)) return negative(at, c);
    if (c == U'.') return pointed(at);
    return han(at);
  }
  /// Can a numeral begin with this character?
  static constexpr bool begins(char32_t c) noexcept {
    return is_digit(c) || han_digit(c) >= 0 || han_power(c) > 0 || han_tens(c) > 0 || is_few(c) || is_dash(c) ||
           is_minus_word(c) || c == U'.';
  }

 private:
  static constexpr std::size_t longest_run = 64;  // digits; a longer run is no number
  static constexpr std::size_t fine_places = 18;  // 10^18 is the last power of ten below 2^63

  using Scale = MixedNumeral::Scale;
  [[nodiscard]] Scale scale(std::size_t at) const { return MixedNumeral::scale(text_, lexicon_, at); }
  [[nodiscard]] char32_t before(std::size_t at) const { return at == 0 ? 0 : code_point(text_, previous(text_, at)); }

  [[nodiscard]] std::optional<Number> han(std::size_t at) const {
    auto const n = MixedNumeral(text_, lexicon_, at).read();
    return n ? with_point(*n) : std::nullopt;
  }

  /// -3.2%, 负三十二, 负的二十五点3: the sign belongs to the number.
  [[nodiscard]] std::optional<Number> negative(std::size_t at, char32_t sign) const {
    std::size_t i = at + char_size(text_, at);
    if (is_minus_word(sign)) {
      if (!minus_word_fits(before(at))) return std::nullopt;
      if (code_point(text_, i) == 0x7684) i += 3;  // 的
    } else if (!dash_is_minus(at)) {
      return std::nullopt;
    }
    for (int n = 0; n < 2 && i < text_.size() && text_[i] == ' '; ++n) ++i;
    char32_t const c = i < text_.size() ? code_point(text_, i) : 0;
    bool const dot = c == U'.';
    if (!is_digit(c) && !dot && (is_dash(sign) || (han_digit(c) < 0 && han_power(c) == 0))) return std::nullopt;
    auto n = dot ? point_first(i) : is_digit(c) ? arabic(i) : han(i);
    if (!n || (n->digits == Number::passed_over && !n->fine()) || n->bare_scale) return std::nullopt;
    // After a word a dash is a sign only of a rate: 增长-3.2%, but 系列-35型
    if (is_dash(sign) && is_han(before(at)) && !rate_follows(n->end)) return std::nullopt;
    n->begin = static_cast<std::uint32_t>(at);
    if (n->high) {
      Decimal const low = -*n->high;
      n->high = -n->value;
      n->value = low;
    } else {
      n->value = -n->value;
    }
    n->plain = false;
    return n;
  }
  /// 减负, 降负, 担负, 胜负, 自负, 税负: the end of another word.
  static constexpr bool minus_word_fits(char32_t c) noexcept {
    switch (c) {
      case 0x51cf:
      case 0x964d:
      case 0x62c5:
      case 0x80dc:
      case 0x81ea:
      case 0x62b1:
      case 0x80a9:
      case 0x589e:
      case 0x8f7b:
      case 0x6b3a:
      case 0x7a0e:
      case 0x503a: return false;  // 减 降 担 胜 自 抱 肩 增 轻 欺 税 债
      default: return true;
    }
  }
  /// A dash is a sign where no number stands before it: 增长-3.2%, not 1-6月, 5万元-6万元 or B-12.
  [[nodiscard]] bool dash_is_minus(std::size_t at) const {
    std::size_t i = at;
    for (int n = 0; n < 5 && i > 0; ++n) {
      i = previous(text_, i);
      char32_t const c = code_point(text_, i);
      if (c == U'\n' || c == 0xff0c || c == U',' || c == 0x3002 || c == 0xff1b) break;  // ， 。 ；
      if (n == 0 && (is_latin(c) || is_dash(c) || c == U'_' || c == U'.' || c == U')' || c == 0xff09)) return false;
      if (n == 0 && (c == U'(' || c == 0xff08 || c == 0xff1a || c == U':')) return true;
      if (is_digit(c) || han_digit(c) >= 0 || han_power(c) > 0) return false;
    }
    return true;
  }
  [[nodiscard]] bool rate_follows(std::size_t at) const {
    char32_t const c = code_point(text_, at);
    return c == U'%' || c == 0xff05 || c == 0x2030 || c == 0x2103 || c == 0xb0;  // % ‰ ℃ °
  }
  /// .5, where nothing stands before it that it could belong to.
  [[nodiscard]] std::optional<Number> pointed(std::size_t at) const {
    std::size_t i = at;
    while (i > 0 && at - i < 4 && text_[i - 1] == ' ') --i;
    char32_t const c = before(i);
    if (i == 0 || c == U'\n' || (i < at && is_han(c))) return point_first(at);
    return std::nullopt;
  }
  [[nodiscard]] std::optional<Number> point_first(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < text_.size() && end - at < 12 && is_digit(static_cast<unsigned char>(text_[end]))) ++end;
    if (end == at + 1 ||
        (end < text_.size() && (is_digit(static_cast<unsigned char>(text_[end])) || text_[end] == '.')))
      return std::nullopt;
    auto const value = Decimal::parse(text_.substr(at, end - at));
    if (!value) return std::nullopt;
    Number out;
    out.begin = static_cast<std::uint32_t>(at);
    out.end = static_cast<std::uint32_t>(end);
    out.value = *value;
    out.digits = out.places = static_cast<std::uint8_t>(end - at - 1);
    return with_scale(out);
  }

  [[nodiscard]] std::optional<Number> arabic(std::size_t begin) const {
    char digits[longest_run + 1];
    std::size_t n = 0;
    std::size_t i = begin;
    int places = -1;
    bool separated = false;
    std::size_t group = 0;  // digits since the beginning or the last separator
    for (; i < text_.size();) {
      char const c = text_[i];
      if (c >= '0' && c <= '9') {
        if (n >= longest_run) return skip_digits(begin);
        digits[n++] = c;
        ++group;
        if (places >= 0) ++places;
        ++i;
        continue;
      }
      std::size_t const comma = c == ',' ? 1 : text_.substr(i, 3) == "\xef\xbc\x8c" ? 3 : 0;
      if (comma != 0 && places < 0 && group <= 3 && (separated ? group == 3 : true) && groups_follow(i + comma)) {
        separated = true;
        group = 0;
        i += comma;
        continue;
      }
      if (c == '.' && places < 0 && i + 1 < text_.size() && is_digit(static_cast<unsigned char>(text_[i + 1]))) {
        if (n >= longest_run) return skip_digits(begin);
        digits[n++] = '.';
        places = 0;
        ++i;
        continue;
      }
      break;
    }
    int const exponent = scientific(i);  // 1.10261e+06
    if (exponent > 99) return skip_digits(begin);
    // 1.2.3 is the number of a section, and no number.
    if (i + 1 < text_.size() && text_[i] == '.' && is_digit(static_cast<unsigned char>(text_[i + 1])))
      return skip_digits(begin);
    auto value = Decimal::parse({digits, n});
    if (value && exponent != 0) value = value->scaled(exponent);
    if (!value) return exponent == 0 && places > Decimal::scale ? fine(begin, i, {digits, n}) : skip_digits(begin);
    Number out;
    out.begin = static_cast<std::uint32_t>(begin);
    out.value = *value;
    out.plain = places < 0 && !separated;
    out.digits = static_cast<std::uint8_t>(std::min<std::size_t>(n, Number::passed_over));
    out.places = static_cast<std::uint8_t>(places < 0 ? 0 : places);
    out.end = static_cast<std::uint32_t>(i);
    Number const scaled = with_scale(out);
    if (!out.plain || n > 12) return scaled;
    if (!scaled.scaled) return is_point(code_point(text_, scaled.end)) ? with_point(scaled) : scaled;
    // 2亿5千万, 1千零20, 3万4000: more of the number follows
    auto whole = MixedNumeral(text_, lexicon_, begin).read();
    if (!whole || whole->end <= scaled.end) return scaled;
    whole->scale_power = scaled.scale_power;
    return finish(*whole);
  }

  /// The exponent that begins at `i`, which moves past it; 0: none, 100: one that no decimal holds.
  [[nodiscard]] int scientific(std::size_t& i) const {
    if (i + 2 >= text_.size() || (text_[i] != 'e' && text_[i] != 'E')) return 0;
    bool const sign = text_[i + 1] == '+' || text_[i + 1] == '-';
    std::size_t end = i + (sign ? 2 : 1);
    int value = 0;
    std::size_t const first = end;
    for (; end < text_.size() && end - first < 3 && is_digit(static_cast<unsigned char>(text_[end])); ++end)
      value = value * 10 + (text_[end] - '0');
    if (end - first < (sign ? 1U : 2U) || (end < text_.size() && is_latin(static_cast<unsigned char>(text_[end]))))
      return 0;
    int const exponent = text_[i + 1] == '-' ? -value : value;
    i = end;
    return value > 28 ? 100 : exponent;
  }
  /// Three digits and then no fourth.
  [[nodiscard]] bool groups_follow(std::size_t at) const {
    for (std::size_t k = 0; k < 3; ++k) {
      if (at + k >= text_.size() || !is_digit(static_cast<unsigned char>(text_[at + k]))) return false;
    }
    return at + 3 >= text_.size() || !is_digit(static_cast<unsigned char>(text_[at + 3]));
  }

  /// A run of digits and points that is no number: passed over whole, so that no part of it is taken for one.
  [[nodiscard]] std::optional<Number> skip_digits(std::size_t begin) const {
    std::size_t i = begin;
    while (i < text_.size() && (is_digit(static_cast<unsigned char>(text_[i])) || text_[i] == '.')) ++i;
    return too_long(begin, i);
  }
  /// More places than a decimal holds: the digits without their point, where a fraction holds them; else passed over.
  [[nodiscard]] static Number fine(std::size_t begin, std::size_t end, std::string_view written) {
    Number out = too_long(begin, end);
    std::size_t const point = written.find('.');
    std::size_t const places = written.size() - point - 1;
    if (places > fine_places) return out;
    char digits[Decimal::max_chars + longest_run];
    std::size_t n = 0;
    for (char const c : written) {
      if (c != '.') digits[n++] = c;
    }
    auto const value = Decimal::parse({digits, n});
    if (!value || !value->to_int64()) return out;
    out.value = *value;
    out.places = static_cast<std::uint8_t>(places);
    return out;
  }

  /// 6300多万, 3.5万, 1.2万亿, 2亿5千万, 6个亿, 3亿多: scales after an Arabic numeral.
  [[nodiscard]] Number with_scale(Number out) const {
    std::size_t i = out.end;
    std::size_t const after_more = i < text_.size() && is_more(code_point(text_, i)) ? i + 3 : i;
    Scale s = scale(after_more);
    if (s.power == 0 && text_.substr(i, 6) == "\xe4\xb8\xaa\xe4\xba\xbf") s = {8, i + 6};  // 个亿
    if (s.power == 0) {
      if (after_more != i) {
        out.mod = Mod::over;
        out.end = static_cast<std::uint32_t>(after_more);
      }
      return out;
    }
    auto const scaled = out.value.scaled(s.power);
    if (!scaled) return out;
    out.value = *scaled;
    out.scaled = true;
    out.plain = false;
    out.scale_power = static_cast<std::uint8_t>(s.power);
    if (after_more != i) out.mod = Mod::over;
    i = s.end;
    if (i < text_.size() && is_more(code_point(text_, i))) {
      out.mod = Mod::over;
      i += 3;
    }
    out.end = static_cast<std::uint32_t>(i);
    return out;
  }

  /// 五点六, 三百点二五, 1点1: a point and digits after a whole number; then 万 or 亿.
  [[nodiscard]] std::optional<Number> with_point(Number out) const {
    std::size_t i = out.end;
    if (out.high || out.mod != Mod::none || !is_point(code_point(text_, i))) return finish(out);
    std::size_t j = i + 3;
    char buffer[Decimal::max_chars + longest_run];
    std::size_t n = out.value.write(buffer);
    buffer[n++] = '.';
    std::size_t places = 0;
    bool digits = false;
    for (; j < text_.size() && places < longest_run / 2; ++places) {
      char32_t const c = code_point(text_, j);
      int const d = is_digit(c) ? static_cast<int>(c - U'0') : is_counting_two(c) ? -1 : han_digit(c);
      if (d < 0) break;
      digits = digits || is_digit(c);
      buffer[n++] = static_cast<char>('0' + d);
      j += char_size(text_, j);
    }
    if (places == 0 || is_clock(out, j, places, digits)) return finish(out);
    auto const value = Decimal::parse({buffer, n});
    if (!value) return fine(out.begin, j, {buffer, n});
    out.value = *value;
    out.places = static_cast<std::uint8_t>(places);
    out.plain = false;
    out.end = static_cast<std::uint32_t>(j);
    Scale const s = scale(j);
    if (s.power != 0) {
      if (auto const scaled = out.value.scaled(s.power)) {
        out.value = *scaled;
        out.scaled = true;
        out.end = static_cast<std::uint32_t>(s.end);
      }
    }
    return finish(out);
  }
  /// 三点四十, 九点三十分, 上午9点30: an hour and its minutes. `end`: after the digits behind 点.
  [[nodiscard]] bool is_clock(Number const& hour, std::size_t end, std::size_t places, bool digits) const {
    char32_t const after = code_point(text_, end);
    if (han_power(after) == 1 || after == 0x523b || after == 0x949f) return true;  // 刻 钟
    if (hour.value > Decimal(24)) return false;
    if (after == 0x5206) return code_point(text_, end + 3) != 0x4e4b;  // 分, not 分之
    char32_t const c = before(hour.begin);
    if (c == 0x5348 || c == 0x6668 || c == 0x665a || c == 0x65e9 || c == 0x591c) return true;  // 午 晨 晚 早 夜
    return digits && places == 2 && is_han(after) && han_power(after) == 0 &&
           !MixedNumeral::unit_at(text_, lexicon_, end);
  }
  /// More digits than a decimal holds: passed over whole, so that no part of it is taken for a number.
  [[nodiscard]] static Number too_long(std::size_t begin, std::size_t end) {
    Number out;
    out.begin = static_cast<std::uint32_t>(begin);
    out.end = static_cast<std::uint32_t>(end);
    out.digits = Number::passed_over;
    return out;
  }

  [[nodiscard]] Number finish(Number out) const {
    if (out.mod == Mod::none && out.end < text_.size() && is_more(code_point(text_, out.end)) && out.scaled) {
      out.mod = Mod::over;
      out.end += 3;
    }
    return out;
  }

  std::string_view text_;
  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
