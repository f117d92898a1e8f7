// gongwen/detail/scan/mixed_numeral.hpp: numerals in Chinese characters, and those that mix them with digits.
//
//   一百零五 · 两千四百五 · 五兆六十二亿 · 四万万 · 十几万 · 三五百 · 四十五六万 · 一万六七
//   二〇〇八 · 1千零20 · 25万6千 · 一万两千零3十四 · 200亿零四千230 · 负三点一四
//
// Powers below 万 add up in a section; 万, 亿 and 兆 multiply all that stands below them. Every sum is kept twice, low and
// high, so that an inexact digit (七八, 几) spreads to its range by itself.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "lexicon_data.hpp"
#include "number.hpp"

GONGWEN_BEGIN

namespace detail {

class MixedNumeral {
 public:
  MixedNumeral(std::string_view text, LexiconData const& lexicon, std::size_t begin) noexcept
      : text_(text), lexicon_(lexicon), begin_(begin), at_(begin) {}

  [[nodiscard]] std::optional<Number> read() {
    while (at_ < text_.size() && at_ - begin_ < most_bytes && one()) {
    }
    return result();
  }

  /// The scale that begins at `at` (万, 千万, 万亿), its power and end; power 0: none. A unit such as 千瓦 is no scale.
  struct Scale {
    int power = 0;
    std::size_t end = 0;
  };
  static Scale scale(std::string_view text, LexiconData const& lexicon, std::size_t at) {
    Scale s{0, at};
    while (s.end < text.size()) {
      int const p = han_power(code_point(text, s.end));
      if (p == 0 || s.power + p > 16 || unit_at(text, lexicon, s.end)) break;
      if (s.power != 0 && p < s.power && s.power >= 4) break;  // 亿 then 千: a new part of the number
      s.power += p;
      s.end += char_size(text, s.end);
    }
    return s;
  }
  static bool unit_at(std::string_view text, LexiconData const& lexicon, std::size_t at) {
    return !lexicon.longest(text, at, Class::unit).word.empty() ||
           !lexicon.longest(text, at, Class::per_power).word.empty();
  }

 private:
  static constexpr std::size_t most_bytes = 192;
  static constexpr std::int64_t most = 90'000'000'000'000'000;  // a sum may grow by a factor of 10 once more

  /// What a digit says: itself, or from low to high.
  struct Spread {
    std::int64_t low = 0, high = 0;
    friend constexpr Spread operator+(Spread a, Spread b) noexcept { return {a.low + b.low, a.high + b.high}; }
    friend constexpr Spread operator*(Spread a, std::int64_t f) noexcept { return {a.low * f, a.high * f}; }
    [[nodiscard]] constexpr bool none() const noexcept { return high == 0; }
  };

  [[nodiscard]] char32_t look(std::size_t at) const { return code_point(text_, at); }
  [[nodiscard]] bool unit_at(std::size_t at) const { return unit_at(text_, lexicon_, at); }
  [[nodiscard]] bool power_at(std::size_t at) const { return han_power(look(at)) > 0 && !unit_at(at); }
  /// Is the power at hand the beginning of a unit (千瓦)? 百分之 is one only where no digit stands before: 五百分之三.
  [[nodiscard]] bool unit_here() const {
    return waiting() ? !lexicon_.longest(text_, at_, Class::unit).word.empty() : unit_at(at_);
  }
  /// The same after 两, of which 千米 is the thousand of a length: 两千米 is 2000 m, for two kilometres are 两公里.
  [[nodiscard]] bool power_after_two(std::size_t at) const {
    char32_t const next = look(at + 3);
    return power_at(at) || (han_power(look(at)) == 3 && next == 0x7c73 && !unit_at(at + 3 * 2));  // 米
  }
  [[nodiscard]] bool waiting() const noexcept { return coefficient_.high >= 0; }

  /// Takes the character at hand; false where the numeral ends.
  bool one() {
    char32_t const c = look(at_);
    if (is_digit(c)) return digits();
    if (is_few(c)) return few(c);
    if (int const d = han_digit(c); d >= 0) return digit(c, d);
    if (int const t = han_tens(c); t > 0) return tens(t);
    if (int const p = han_power(c); p > 0) return power(c, p);
    if (c == 0x4e2a || c == 0x500b) return counted_power();  // 两个亿
    if (c == 0x5146) return big(12);                         // 兆
    return false;
  }

  bool digits() {
    if (waiting() || (at_ != begin_ && !any_power_)) return false;
    std::size_t end = at_;
    std::int64_t v = 0;
    while (end < text_.size() && end - at_ < 12 && is_digit(static_cast<unsigned char>(text_[end])))
      v = v * 10 + (text_[end++] - '0');
    char const next = end < text_.size() ? text_[end] : '\0';
    bool const goes_on = end + 1 < text_.size() && is_digit(static_cast<unsigned char>(text_[end + 1]));
    if (is_digit(static_cast<unsigned char>(next)) || ((next == '.' || next == ',') && goes_on)) return false;
    bool const powered = power_at(end);
    // 1万600, 3万4000, 1千零1: digits at the end fill the places that are left, or stand after a zero
    char32_t const after = look(end);
    bool const filled = zero_ || text_[at_] == '0' || end - at_ >= 3;
    if (at_ != begin_ && !powered && (!filled || v >= power_of_ten(last_power_) || after == 0x5e74))
      return false;  // 年
    zero_ = zero_ || text_[at_] == '0';
    coefficient_ = {v, v};
    arabic_ = true;
    run_ = 0;
    at_ = end;
    return true;
  }

  bool few(char32_t c) {
    std::size_t const next = at_ + 3;
    bool const before_power = power_at(next);
    if (waiting()) return false;
    if (is_several(c) && (!before_power || any_power_)) return false;
    if (any_power_) {
      // 十几, 十几万: the tens are sure
      if (before_power && han_power(look(next)) < 4) return false;
      at_ = next;
      more_ = true;
      few_tail_ = true;
      return before_power;
    }
    if (run_ > 0) return false;
    coefficient_ = is_several(c) ? Spread{1, 10} : Spread{2, 9};
    at_ = next;
    return before_power;
  }

  bool digit(char32_t c, int d) {
    std::size_t const next = at_ + char_size(text_, at_);
    if (arabic_ && waiting()) return false;
    if (is_counting_two(c) && at_ != begin_ && !power_after_two(next)) return false;
    if (d == 0 && any_power_) {  // 一百零五: a place is passed over
      zero_ = true;
      run_ = 0;
      coefficient_ = {-1, -1};
      at_ = next;
      return true;
    }
    if (run_ == 0) before_digit_ = at_;
    if (++run_ > 18) {
      broken_ = true;
      return false;
    }
    any_digit_ = true;
    string_ = string_ * 10 + d;
    pair_ = run_ == 2 && coefficient_.low == coefficient_.high && coefficient_.low > 0 &&
            (d == coefficient_.low + 1 || (coefficient_.low == 3 && d == 5));  // 七八, 三五
    if (pair_) {
      coefficient_.high = d;
    } else {
      coefficient_ = {d, d};
    }
    two_ = is_counting_two(c);
    arabic_ = false;
    at_ = next;
    return true;
  }

  bool tens(int t) {
    if (waiting() || (any_power_ && small_ <= 1)) return false;
    section_ = section_ + Spread{t * 10, t * 10};
    any_power_ = any_digit_ = true;
    small_ = last_power_ = 1;
    step_ = 1;
    at_ += 3;
    return true;
  }

  bool power(char32_t c, int p) {
    if (run_ > 1 && !pair_) return false;  // 二〇〇八 is a string
    if (p >= 4) return big(p);
    if (unit_here() && !(two_ && waiting() && power_after_two(at_))) return false;
    bool const counted = waiting() && coefficient_.high > 0;
    bool const ten = p == 1 && last_power_ >= 2 && last_power_ == small_;  // 五百十三
    if ((!counted && any_power_ && !zero_ && !ten) || p >= small_) return false;
    section_ = section_ + (counted ? coefficient_ : Spread{1, 1}) * power_of_ten(p);
    any_digit_ = any_digit_ || p == 1;  // 十 is a number by itself, 百 and 千 are none
    if (section_.high > 100000000) return false;
    if (!counted && is_capital_numeral(c)) capital_ = true;
    small_ = p;
    simple_ = !any_power_ ? p : 0;
    took_power(p);
    return after_power();
  }

  bool big(int p) {
    if (p == 12 && (!any_digit_ || unit_at(at_))) return false;  // 千兆 is a class of networks
    if (run_ > 1 && !pair_) return false;
    // 百二万 is 120 of them, 一百零二万 102
    std::int64_t const tail = !zero_ && !arabic_ && small_ == last_power_ && small_ >= 2 ? power_of_ten(small_ - 1) : 1;
    Spread const part = section_ + (waiting() ? coefficient_ * tail : Spread{});
    bool const again = part.none() && last_power_ >= 4 && !zero_;  // 四万万, 万亿
    if (part.none() && any_power_ && !again) return false;
    Spread const one = {1, 1};
    if (parts_[0].high > most / 100000000 || part.high > 99999999) return false;
    if (p == 4) {
      if (again && (last_power_ != 4 || parts_[0].none())) return false;
      Spread const base = again ? parts_[0] : part.none() ? one : parts_[0] + part;
      if (base.high > most / 10000) return false;
      parts_[0] = base * 10000;
      if (again && parts_[1].none()) {
        parts_[1] = parts_[0];
        parts_[0] = {};
      }
    } else if (p == 8) {
      if (!parts_[1].none() && !(again && parts_[0].none())) {
        if (last_power_ != 4) return false;
      }
      Spread const below = parts_[0] + part;
      if (below.none() && any_power_) return false;
      Spread const base = below.none() ? one : below;
      if (base.high > most / 100000000) return false;
      parts_[1] = base * 100000000;
      parts_[0] = {};
    } else {
      Spread const below = parts_[1] + parts_[0] + part;
      if (below.none() || below.high > most / power_of_ten(12)) return false;
      parts_[2] = below * power_of_ten(12);
      parts_[1] = parts_[0] = {};
    }
    head_power_ = head_power_ == 0 ? p : last_power_ >= 4 && again ? head_power_ + p : -1;
    section_ = {};
    // The last digit of 五千万 stands for 10^7, of 一千零五万 for 10^4
    int const step = again || (!waiting() && small_ < 5) ? step_ + p : p;
    small_ = 5;
    took_power(p);
    step_ = step;
    return after_power();
  }
  /// 两个亿: the power is counted like a thing.
  bool counted_power() {
    if (!waiting() && section_.none()) return false;
    char32_t const next = look(at_ + 3);
    if (han_power(next) != 8) return false;
    at_ += 3;
    return big(8);
  }

  void took_power(int p) {
    last_power_ = p;
    step_ = p;
    any_power_ = true;
    coefficient_ = {-1, -1};
    zero_ = arabic_ = two_ = pair_ = false;
    run_ = 0;
    string_ = 0;
    at_ += 3;
  }
  [[nodiscard]] bool counted_at(std::size_t at) const {
    return !lexicon_.longest(text_, at, Class::unit).word.empty() ||
           lexicon_.longest(text_, at, Class::classifier).value == 1;
  }
  /// 十余万, 三十万多亿, 百余: 多 ends the numeral unless a larger scale follows.
  bool after_power() {
    if (at_ >= text_.size()) return true;
    // 二十来户: some more or fewer, where something counted follows
    if (look(at_) == 0x6765 && last_power_ <= 3 && counted_at(at_ + 3)) {
      more_ = true;
      at_ += 3;
      return false;
    }
    if (!is_more(look(at_))) return true;
    more_ = true;
    at_ += 3;
    return han_power(look(at_)) >= 4 && !unit_at(at_);
  }

  [[nodiscard]] std::optional<Number> result() const {
    if (broken_ || at_ == begin_) return std::nullopt;
    Number out;
    out.begin = static_cast<std::uint32_t>(begin_);
    out.end = static_cast<std::uint32_t>(at_);
    out.han = !is_digit(look(begin_));
    out.scaled = any_power_;
    bool const inexact = coefficient_.low != coefficient_.high || parts_[0].low != parts_[0].high ||
                         parts_[1].low != parts_[1].high || section_.low != section_.high;
    out.bare_scale = !any_digit_ && !few_tail_ && !waiting() && !inexact && out.han;
    if (!any_power_ && run_ >= 2 && !pair_) {  // a digit string: 二〇〇八
      out.value = Decimal(string_);
      out.plain = true;
      out.digits = static_cast<std::uint8_t>(run_);
      return out;
    }
    if (run_ > 1 && !pair_) return std::nullopt;
    bool digit = waiting() && coefficient_.high > 0;
    // 5000万三个项目: a Chinese digit after digits and a scale is another number
    if (digit && !out.han && run_ > 0 && any_power_ && !zero_) {
      digit = false;
      out.end = static_cast<std::uint32_t>(before_digit_);
    }
    // 三万五: a digit alone after a power counts in the next power down
    std::int64_t const tail = digit && !arabic_ && last_power_ >= 2 && !zero_ ? power_of_ten(last_power_ - 1) : 1;
    Spread const sum = parts_[2] + parts_[1] + parts_[0] + section_ + (digit ? coefficient_ * tail : Spread{});
    out.value = Decimal(sum.low).with_step(digit ? (tail == 1 ? 0 : last_power_ - 1) : step_);
    if (sum.high != sum.low) out.high = Decimal(sum.high).with_step(step_);
    if (more_) out.mod = Mod::over;
    out.plain = !any_power_;
    out.digits = static_cast<std::uint8_t>(run_);
    out.capital = capital_ || (out.han && is_capital_numeral(look(begin_)));
    // 三十万, 两千万, 三百: the power that a number before it may share (两到三百元)
    if (!digit && head_power_ > 0 && head_power_ <= 16 && !more_)
      out.shared_power = static_cast<std::uint8_t>(head_power_);
    if (!digit && head_power_ == 0 && simple_ > 0) out.shared_power = static_cast<std::uint8_t>(simple_);
    return out;
  }

  static constexpr std::int64_t power_of_ten(int n) noexcept {
    std::int64_t v = 1;
    while (n-- > 0) v *= 10;
    return v;
  }

  std::string_view text_;
  LexiconData const& lexicon_;
  std::size_t begin_, at_;
  std::size_t before_digit_ = 0;
  Spread parts_[3];                ///< of closed sections: below 亿, below 兆, from 兆 on
  Spread section_;                 ///< below 万
  Spread coefficient_ = {-1, -1};  ///< waiting for its power
  std::int64_t string_ = 0;        ///< digits side by side, as a string of digits
  std::size_t run_ = 0;            ///< how many
  int small_ = 5;                  ///< the last power of this section
  int last_power_ = 0, step_ = 0;
  int head_power_ = 0;  ///< the one 万 or 亿 that all of it is multiplied by; -1: there are more
  int simple_ = 0;      ///< the power of 三百, of which one digit is multiplied
  bool any_power_ = false, any_digit_ = false, few_tail_ = false, more_ = false, zero_ = false;
  bool arabic_ = false, two_ = false, pair_ = false, capital_ = false, broken_ = false;
};

}  // namespace detail

GONGWEN_END
