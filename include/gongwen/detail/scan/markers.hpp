// gongwen/detail/scan/markers.hpp: how official texts number their parts; parse judges lines by the same reading.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "numeral.hpp"

GONGWEN_BEGIN

namespace detail {

/// Numbering styles in the order of GB/T 9704-2012 7.3.3 where it orders them. `loose` gathers the spoken ones
/// (一是, 二要, 第三，, 首先, 一方面), which continue each other.
enum class Style : std::uint8_t {
  article,
  volume,
  part,
  section,
  clause,
  han,
  han_paren,
  arabic,
  dotted,  ///< 1.1; then 1.1.1 and 1.1.1.1
  dotted3,
  dotted4,
  arabic_paren,
  circled,
  loose,
  plain
};

inline constexpr std::size_t style_count = static_cast<std::size_t>(Style::plain) + 1;

/// The order that GB/T 9704 gives a style, from 0; styles it does not order come after.
constexpr int style_rank(Style s) noexcept { return static_cast<int>(s); }

struct Marker {
  Style style{};
  int variant = 0;  ///< of loose markers: which way of saying it
  int ordinal = 0;
  std::uint32_t begin = 0;  ///< the literal marker
  std::uint32_t end = 0;
  std::uint32_t body = 0;  ///< where the words that it numbers begin
  bool weak = false;       ///< numbers only where its series is seen: 一靠, 第四条 with its words glued to it
};

/// Ways of a loose marker: 一是 · 一要 · 第一(，) · 第一个方面 · 首先 and 一方面.
namespace loose {
inline constexpr int is = 1, must = 2, nth = 3, aspect = 4, pair = 5;
}

constexpr char32_t ideographic_comma = 0x3001;  // 、
constexpr char32_t nth_char = 0x7b2c;           // 第

/// The number of a section with those above it: 1.2.3. A number alone is the head of such a series where its parts follow.
struct DottedMarker {
  Marker marker;
  std::array<int, 4> above{};  ///< the numbers before the last, 0 behind them
  std::size_t depth = 0;       ///< how many numbers
};

class MarkerReader {
 public:
  MarkerReader(std::string_view text, LexiconData const& lexicon) noexcept : text_(text), lexicon_(lexicon) {}

  /// Can any marker begin with this character? Asked at every character of a paragraph.
  [[nodiscard]] bool may_begin(char32_t c) const noexcept { return lexicon_.may_begin(c, LexiconData::marker_begins); }
  /// The marker that begins a line or a heading run into one: all styles but the loose ones.
  [[nodiscard]] std::optional<Marker> strict(std::size_t at) const {
    char32_t const c = code_point(text_, at);
    if (c == U'(' || c == 0xff08) return parenthesised(at);
    if (c >= 0x2460 && c <= 0x249b) {  // ① ⑴ ⒈, twenty of each
      constexpr Style styles[] = {Style::circled, Style::arabic_paren, Style::arabic};
      auto const n = static_cast<int>(c - 0x2460);
      return make(styles[n / 20], n % 20 + 1, at, at + 3, at + 3);
    }
    if (c >= 0x3220 && c <= 0x3229) return make(Style::han_paren, static_cast<int>(c - 0x3220 + 1), at, at + 3, at + 3);
    if (c == nth_char) return section(at);
    if (is_digit(c)) return arabic(at);
    if (han_digit(c) > 0 || han_power(c) == 1) return han(at);
    return std::nullopt;
  }

  /// A spoken marker: 一是, 二要, 第三，, 第一个方面, 首先, 另一方面. Whether it really numbers is for the caller to see,
  /// by the others of its series.
  [[nodiscard]] std::optional<Marker> spoken(std::size_t at) const {
    Entry const pair = lexicon_.longest(text_, at, Class::pair);
    if (!pair.word.empty()) {
      int const v = pair.value <= 2 && pair.word.size() > 6 ? loose::pair + 1 : loose::pair;
      return variant(v, pair.value, at, at + pair.word.size());
    }
    bool const nth = code_point(text_, at) == nth_char;
    Ordinal const o = ordinal_at(text_, nth ? at + 3 : at);
    if (o.value == 0 || !o.han || o.value > 30) return std::nullopt;
    if (nth) {
      Entry const aspect = lexicon_.longest(text_, o.end, Class::aspect);
      if (!aspect.word.empty()) return variant(loose::aspect, o.value, at, o.end + aspect.word.size());
    }
    Entry const word = lexicon_.longest(text_, o.end, Class::item_word);
    if (!word.word.empty() && word.value == 2 && !nth) {
      auto m = variant(0x100 + static_cast<int>(code_point(text_, o.end)), o.value, at, o.end + word.word.size());
      m->weak = true;
      return m;
    }
    if (!word.word.empty() && word.value != 2) {
      // 一是一，二是二 says that things are as they are
      Ordinal const again = ordinal_at(text_, o.end + word.word.size());
      char32_t const next = code_point(text_, again.end);
      if (again.han && again.value == o.value && !is_han(next)) return std::nullopt;
      int const v = code_point(text_, o.end) == 0x662f ? loose::is : loose::must;  // 是, else 要
      // 第一是, 第二要 continue 第一，; their verb belongs to the words
      return nth && v == loose::must ? variant(loose::nth, o.value, at, o.end)
                                     : variant(v, o.value, at, o.end + word.word.size());
    }
    if (!nth || !lexicon_.longest(text_, o.end, Class::not_item).word.empty() ||
        !lexicon_.longest(text_, o.end, Class::section).word.empty()) {
      return std::nullopt;
    }
    return variant(loose::nth, o.value, at, o.end);
  }

  /// 1.1 建设目标, 2.3.1建设目标, 1 总体要求 at the head of a line. Whether it numbers is for its series to show; a figure has a unit
  /// behind it (1.5亿元).
  [[nodiscard]] std::optional<DottedMarker> dotted(std::size_t at) const {
    std::array<int, 4> numbers{};
    std::size_t depth = 0, end = at;
    while (depth < numbers.size()) {
      std::size_t const begin = depth == 0 ? at : end + 1;
      std::size_t i = begin;
      int n = 0;
      while (i < text_.size() && i - begin < 3 && is_digit(static_cast<unsigned char>(text_[i])))
        n = n * 10 + (text_[i++] - '0');
      if (i == begin || i - begin > 2 || text_[begin] == '0') break;
      numbers[depth++] = n;
      end = i;
      if (end >= text_.size() || text_[end] != '.') break;
    }
    if (depth == 0 || (end < text_.size() && is_digit(static_cast<unsigned char>(text_[end])))) return std::nullopt;
    std::size_t const words = depth > 1 && end < text_.size() && text_[end] == '.' ? end + 1 : end;
    DottedMarker out;
    Style const style =
        depth == 1 ? Style::arabic : static_cast<Style>(static_cast<int>(Style::dotted) + static_cast<int>(depth) - 2);
    out.depth = depth;
    out.marker = *make(style, numbers[depth - 1], at, words, words);
    std::copy_n(numbers.begin(), depth - 1, out.above.begin());
    std::size_t const body = out.marker.body;
    char32_t const next = code_point(text_, body);
    bool const title = is_han(next) || next == 0x201c || next == 0x300a || is_latin(next);
    if (!title || (depth == 1 && body == end) || han_power(next) > 0 || counts_time(next)) return std::nullopt;
    if (!lexicon_.longest(text_, body, Class::unit).word.empty()) return std::nullopt;
    return out;
  }

  /// 第四条企业自…: a part whose words are glued to its number. Whether it numbers is for its series to show.
  [[nodiscard]] std::optional<Marker> glued(std::size_t at) const {
    if (code_point(text_, at) != nth_char) return std::nullopt;
    Ordinal const o = ordinal_at(text_, at + 3);
    if (o.value == 0) return std::nullopt;
    Entry const kind = lexicon_.longest(text_, o.end, Class::section);
    if (kind.word.empty()) return std::nullopt;
    std::size_t const end = o.end + kind.word.size();
    Style const style =
        kind.value == 0 ? Style::volume : static_cast<Style>(static_cast<int>(Style::article) + kind.value);
    auto m = make(style, o.value, at, end, end);
    m->weak = true;
    return m;
  }

 private:
  [[nodiscard]] std::optional<Marker> make(Style style, int ordinal, std::size_t begin, std::size_t end,
                                           std::size_t body) const {
    while (body < text_.size() && is_space(code_point(text_, body))) body += char_size(text_, body);
    Marker m;
    m.style = style;
    m.ordinal = ordinal;
    m.begin = static_cast<std::uint32_t>(begin);
    m.end = static_cast<std::uint32_t>(end);
    m.body = static_cast<std::uint32_t>(body);
    return m;
  }
  [[nodiscard]] std::optional<Marker> variant(int v, int ordinal, std::size_t begin, std::size_t end) const {
    auto m = make(Style::loose, ordinal, begin, end, end);
    m->variant = v;
    char32_t const c = code_point(text_, m->body);
    if (c == U',' || c == 0xff0c || c == ideographic_comma || c == U':' || c == 0xff1a) {
      m->body += char_size(text_, m->body);
    }
    return m;
  }

  /// （一） （1） (三)
  [[nodiscard]] std::optional<Marker> parenthesised(std::size_t at) const {
    Ordinal const o = ordinal_at(text_, at + char_size(text_, at));
    char32_t const close = code_point(text_, o.end);
    if (o.value == 0 || (close != U')' && close != 0xff09)) return std::nullopt;
    std::size_t const end = o.end + char_size(text_, o.end);
    auto m = make(o.han ? Style::han_paren : Style::arabic_paren, o.value, at, end, end);
    char32_t const next = code_point(text_, m->body);
    if (next == ideographic_comma || next == U'.') m->body += char_size(text_, m->body);
    return m;
  }

  /// 第一篇：, 第二章, 第三节, 第十二条
  [[nodiscard]] std::optional<Marker> section(std::size_t at) const {
    Ordinal const o = ordinal_at(text_, at + 3);
    if (o.value == 0) return std::nullopt;
    Entry const kind = lexicon_.longest(text_, o.end, Class::section);
    if (kind.word.empty()) return std::nullopt;
    std::size_t const end = o.end + kind.word.size();
    auto m = make(static_cast<Style>(static_cast<int>(Style::article) + kind.value), o.value, at, end, end);
    char32_t const next = code_point(text_, m->body);
    bool const colon = next == U':' || next == 0xff1a;
    // 第一篇：县长的报告 is an article of its own, 第一篇　发展环境 a part of a plan
    if (m->style == Style::article && !colon) m->style = Style::volume;
    // 第一条经验 counts; 第一条　总则 numbers. A part stands apart from its words, or alone in its line.
    bool const apart = colon || m->body != end || end >= text_.size() || next == U'\n' || next == ideographic_comma;
    if (!apart) return std::nullopt;
    if (colon || next == ideographic_comma) m->body += char_size(text_, m->body);
    return make(m->style, o.value, at, end, m->body);
  }

  /// 1. 1． 1、 1) 1.1 is a number or the number of a section: no marker.
  [[nodiscard]] std::optional<Marker> arabic(std::size_t at) const {
    Ordinal const o = ordinal_at(text_, at);
    if (o.value == 0 || o.end - at > 3) return std::nullopt;
    std::size_t at_point = o.end;
    // 1 ．: a converter set white space before the full-width point
    if (is_space(code_point(text_, at_point)) && code_point(text_, at_point + char_size(text_, at_point)) == 0xff0e)
      at_point += char_size(text_, at_point);
    char32_t const c = code_point(text_, at_point);
    bool const dot = c == U'.' || c == 0xff0e || c == ideographic_comma || c == 0xfe52;
    bool const paren = c == U')' || c == 0xff09;
    if (!dot && !paren) return std::nullopt;
    std::size_t const end = at_point + char_size(text_, at_point);
    if (is_digit(code_point(text_, end)) && !year_at(end)) return std::nullopt;
    return make(paren ? Style::arabic_paren : Style::arabic, o.value, at, end, end);
  }

  /// 5 月, 3 年
  static constexpr bool counts_time(char32_t c) noexcept {
    return c == 0x5e74 || c == 0x6708 || c == 0x65e5 || c == 0x65f6;  // 年 月 日 时
  }

  /// 4.2022年…: a year after the point, so the point is a marker's.
  [[nodiscard]] bool year_at(std::size_t at) const {
    if (at + 7 > text_.size() || (text_[at] != '1' && text_[at] != '2')) return false;
    for (std::size_t i = at; i < at + 4; ++i) {
      if (!is_digit(static_cast<unsigned char>(text_[i]))) return false;
    }
    return code_point(text_, at + 4) == 0x5e74;
  }

  /// 一、 十二、 and, at the head of a line, 一. 一．
  [[nodiscard]] std::optional<Marker> han(std::size_t at) const {
    Ordinal const o = ordinal_at(text_, at);
    if (o.value == 0 || o.value > 99) return std::nullopt;
    char32_t const c = code_point(text_, o.end);
    if (c != ideographic_comma && c != U'.' && c != 0xff0e) return std::nullopt;
    std::size_t const end = o.end + char_size(text_, o.end);
    char32_t const next = code_point(text_, end);
    // 一、二、三产业: a list of numerals
    if (han_digit(next) >= 0 && code_point(text_, ordinal_at(text_, end).end) == ideographic_comma) return std::nullopt;
    return make(Style::han, o.value, at, end, end);
  }

  std::string_view text_;
  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
