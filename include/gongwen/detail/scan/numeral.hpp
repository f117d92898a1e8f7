// gongwen/detail/scan/numeral.hpp: numerals of every script that official texts use, read exactly.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "../../mentions.hpp"
#include "../parse/utf8.hpp"
#include "han_numbers.hpp"
#include "lexicon_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// What the scanner knows of a numeral before any unit is read.
struct Number {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Decimal value;
  std::optional<Decimal> high;  ///< of an inexact numeral: tens of thousands is 20000 to 90000
  Mod mod = Mod::none;          ///< over, where 多 or 余 stands in it
  std::uint8_t digits = 0;      ///< of a plain run of digits, Arabic or Chinese: how many
  std::uint8_t places = 0;      ///< digits after the point
  bool plain = false;           ///< digits alone: no scale, no separator, no point
  bool han = false;
  bool scaled = false;           ///< 万, 亿 and the like were folded in
  bool bare_scale = false;       ///< no digit at all: 千万, 百余
  std::uint8_t scale_power = 0;  ///< the power that was folded into an Arabic numeral
};

/// Reads numerals. Holds the lexicon to tell 5千瓦 (a unit) from 5千 (a scale).
class NumeralScanner {
 public:
  NumeralScanner(std::string_view text, LexiconData const& lexicon) noexcept : text_(text), lexicon_(lexicon) {}

  /// The numeral that begins at `at`, if one does. Reads each byte a bounded number of times.
  [[nodiscard]] std::optional<Number> at(std::size_t at) const {
    char32_t const c = code_point(text_, at);
    if (is_digit(c)) return arabic(at);
    if (han_digit(c) >= 0 || han_power(c) > 0 || han_tens(c) > 0 || is_few(c)) return han(at);
    return std::nullopt;
  }

  /// 几, and 数 before a scale.
  static constexpr bool is_few(char32_t c) noexcept { return c == 0x51e0 || c == 0x6570; }
  static constexpr bool is_more(char32_t c) noexcept { return c == 0x591a || c == 0x4f59; }  // 多 余

 private:
  static constexpr std::size_t longest_run = 64;  // digits; a longer run is no number

  [[nodiscard]] bool unit_at(std::size_t at) const {
    return !lexicon_.longest(text_, at, Class::unit).word.empty() ||
           !lexicon_.longest(text_, at, Class::per_power).word.empty();
  }

  /// The scale that begins at `at` (万, 千万, 万亿), its power and end; power 0: none. A unit such as 千瓦 is no scale.
  struct Scale {
    int power = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] Scale scale(std::size_t at) const {
    Scale s{0, at};
    while (s.end < text_.size()) {
      int const p = han_power(code_point(text_, s.end));
      if (p == 0 || unit_at(s.end) || s.power + p > 16) break;
      if (s.power != 0 && p < s.power && s.power >= 4) break;  // 亿 then 千: a new part of the number
      s.power += p;
      s.end += char_size(text_, s.end);
    }
    return s;
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
    // 1.2.3 is the number of a section, and no number.
    if (i + 1 < text_.size() && text_[i] == '.' && is_digit(static_cast<unsigned char>(text_[i + 1])))
      return skip_digits(begin);
    auto value = Decimal::parse({digits, n});
    if (!value) return skip_digits(begin);
    Number out;
    out.begin = static_cast<std::uint32_t>(begin);
    out.value = *value;
    out.plain = places < 0 && !separated;
    out.digits = static_cast<std::uint8_t>(std::min<std::size_t>(n, 255));
    out.places = static_cast<std::uint8_t>(places < 0 ? 0 : places);
    out.end = static_cast<std::uint32_t>(i);
    return with_scale(out);
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
    Number out;
    out.begin = static_cast<std::uint32_t>(begin);
    std::size_t i = begin;
    while (i < text_.size() && (is_digit(static_cast<unsigned char>(text_[i])) || text_[i] == '.')) ++i;
    out.end = static_cast<std::uint32_t>(i);
    out.digits = 255;  // no reader takes such a number
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
    // 2亿5千万: a smaller part follows, with a scale of its own.
    if (i < text_.size() && is_digit(static_cast<unsigned char>(text_[i])) && s.power >= 4) {
      std::size_t j = i;
      while (j < text_.size() && j - i < 5 && is_digit(static_cast<unsigned char>(text_[j]))) ++j;
      Scale const rest = scale(j);
      if (rest.power != 0 && rest.power < s.power) {
        auto const part = Decimal::parse(text_.substr(i, j - i));
        auto const part_scaled = part ? part->scaled(rest.power) : std::nullopt;
        auto const sum = part_scaled ? add(out.value, *part_scaled) : std::nullopt;
        if (sum) {
          out.value = sum->with_step(rest.power);
          i = rest.end;
        }
      }
    }
    if (i < text_.size() && is_more(code_point(text_, i))) {
      out.mod = Mod::over;
      i += 3;
    }
    out.end = static_cast<std::uint32_t>(i);
    return out;
  }

  /// Chinese numerals: sections of up to four digits, each multiplied by 万 or 亿 after it; digit strings; 几 and 数;
  /// adjacent digits for a range (七八个); a point between digits (五点六).
  [[nodiscard]] std::optional<Number> han(std::size_t begin) const {
    std::int64_t total = 0;    // of closed sections
    std::int64_t section = 0;  // below 万
    std::int64_t digit = -1;   // waiting for its power
    std::int64_t spread = 0;   // high minus low of an inexact digit, before powers
    std::int64_t total_spread = 0, section_spread = 0;
    std::size_t i = begin;
    std::size_t run = 0;      // digits side by side
    std::int64_t string = 0;  // the same as a digit string
    bool any_power = false, any_digit = false, few_tail = false, more = false, zero = false;
    int last_power = 0;
    int step = 0;
    for (; i < text_.size() && i - begin < 3 * longest_run;) {
      char32_t const c = code_point(text_, i);
      if (is_few(c)) {
        std::size_t const next = i + 3;
        char32_t const n = code_point(text_, next);
        bool const before_power = han_power(n) > 0 && !unit_at(next);
        if (digit >= 0 || (c == 0x6570 && !before_power) || (!any_power && !before_power && c != 0x51e0)) break;
        if (any_power && before_power && han_power(n) >= 4 && c == 0x51e0) {  // 十几万: the tens are sure
          more = true;
          i = next;
          continue;
        }
        if (any_power && !before_power) {  // 十几
          if (c == 0x6570) break;
          few_tail = true;
          i = next;
          break;
        }
        digit = 2;
        spread = 7;
        i = next;
        if (!before_power) break;  // 几个
        continue;
      }
      if (int const d = han_digit(c); d >= 0) {
        if (d == 0 && any_power) {  // 一百零五: a place is passed over
          zero = true;
          run = 0;
          digit = -1;
          i += char_size(text_, i);
          continue;
        }
        ++run;
        any_digit = true;
        if (run > 18) return std::nullopt;
        string = string * 10 + d;
        if (d == 0 && (any_power || run == 1) && i != begin) zero = true;
        if (digit > 0 && run == 2 && d == digit + 1 && spread == 0) {  // 七八
          spread = 1;
        } else {
          digit = d;
          spread = 0;
        }
        i += char_size(text_, i);
        continue;
      }
      if (int const t = han_tens(c); t > 0) {
        if (digit >= 0 || any_power) break;
        section += std::int64_t{t} * 10;
        any_power = any_digit = true;
        last_power = 1;
        i += 3;
        continue;
      }
      int const p = han_power(c);
      if (p == 0 || (unit_at(i) && p != 4 && p != 8)) break;
      if (run > 1 && spread == 0) break;
      if (p >= 4) {
        std::int64_t const factor = p == 4 ? 10000 : 100000000;
        std::int64_t const part = section + (digit >= 0 ? digit : 0);
        std::int64_t const base = part == 0 && total == 0 ? 1 : part;
        if (total + base > 900000000) break;
        if (p == 8 || total == 0) {
          total = (total + base) * factor;
          total_spread = (total_spread + section_spread + spread) * factor;
        } else {
          total += base * factor;
          total_spread += (section_spread + spread) * factor;
        }
        section = section_spread = 0;
        step = p;
      } else {
        std::int64_t const factor = p == 1 ? 10 : p == 2 ? 100 : 1000;
        section += (digit >= 0 ? digit : 1) * factor;
        section_spread += spread * factor;
        step = p;
      }
      last_power = p;
      any_power = true;
      digit = -1;
      spread = 0;
      run = 0;
      string = 0;
      i += char_size(text_, i);
      if (i < text_.size() && is_more(code_point(text_, i))) {
        // 十余万, 百余: a scale or a unit follows
        more = true;
        i += 3;
        int const next = han_power(code_point(text_, i));
        if (next < 4 || unit_at(i)) break;
      }
    }
    Number out;
    out.begin = static_cast<std::uint32_t>(begin);
    out.han = true;
    out.bare_scale = !any_digit && !few_tail && digit < 0 && total_spread + section_spread == 0;
    out.scaled = any_power;
    if (!any_power && run >= 2 && spread == 0) {  // a digit string: 二〇〇八
      out.value = Decimal(string);
      out.plain = true;
      out.digits = static_cast<std::uint8_t>(run);
      out.end = static_cast<std::uint32_t>(i);
      return out;
    }
    if (run > 1 && spread == 0) return std::nullopt;
    std::int64_t const units = digit >= 0 ? digit : 0;
    // 三万五: a digit alone after a power counts in the next power down
    std::int64_t const tail = digit > 0 && last_power >= 2 && !zero ? power_of_ten(last_power - 1) : 1;
    std::int64_t const low = total + section + units * tail;
    std::int64_t const high = low + total_spread + section_spread + spread * tail;
    out.value = Decimal(low).with_step(digit > 0 ? (tail == 1 ? 0 : last_power - 1) : step);
    if (high != low) out.high = Decimal(high).with_step(step);
    if (few_tail || more) out.mod = Mod::over;
    out.plain = !any_power;
    out.digits = static_cast<std::uint8_t>(run);
    out.end = static_cast<std::uint32_t>(i);
    if (out.end == out.begin) return std::nullopt;
    return with_point(out);
  }

  static constexpr std::int64_t power_of_ten(int n) noexcept {
    std::int64_t v = 1;
    while (n-- > 0) v *= 10;
    return v;
  }

  /// 五点六, 三百点二五: a point and digits after a Chinese numeral; then 万 or 亿.
  [[nodiscard]] std::optional<Number> with_point(Number out) const {
    std::size_t i = out.end;
    if (out.high || code_point(text_, i) != 0x70b9) return finish(out);  // 点
    std::size_t j = i + 3;
    char buffer[Decimal::max_chars + 12];
    std::size_t n = out.value.write(buffer);
    buffer[n++] = '.';
    std::size_t places = 0;
    for (; j < text_.size() && places < 10; ++places) {
      int const d = han_digit(code_point(text_, j));
      if (d < 0) break;
      buffer[n++] = static_cast<char>('0' + d);
      j += char_size(text_, j);
    }
    if (places == 0) return finish(out);
    auto const value = Decimal::parse({buffer, n});
    if (!value) return std::nullopt;
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
