// gongwen/detail/parse/furniture.hpp: what a page carries besides its text: its number, and the head of every page.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lines.hpp"

GONGWEN_BEGIN

namespace detail {

/// What a line is besides words.
enum class Furniture : std::uint8_t { none, page_number, running_head };

/// - – — ― − － ─ ·: what stands on both sides of a page number.
constexpr bool frames(char32_t c) noexcept {
  return c == U'-' || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212 || c == 0xff0d || c == 0x2500 ||
         c == 0xb7;
}

/// - 12 -, —3—, 第 3 页 共 20 页; where a page ends or begins (`at_feed`) also 3/12 and a bare number.
inline bool page_number(std::string_view text, LineShape const& line, bool at_feed) {
  if (line.blank() || line.text_end - line.text_begin > 48) return false;
  std::size_t digits = 0;
  bool page = false, slash = false, dash = false;
  for (std::size_t i = line.text_begin; i < line.text_end; i += char_size(text, i)) {
    char32_t const c = code_point(text, i);
    if (is_any_digit(c)) {
      ++digits;
    } else if (c == 0x9875) {  // 页
      page = page || digits > 0;
    } else if (frames(c)) {
      dash = true;
    } else if (c == U'/' || c == 0xff0f) {
      slash = true;
    } else if (c != nth_char && c != 0x5171 && c != 0xff0c && c != U',' && !is_space(c)) {  // 第 共 ，
      return false;
    }
  }
  if (digits == 0 || digits > 8) return false;
  if (page) return true;
  bool const bare = is_any_digit(line.first) && is_any_digit(line.last);
  if (frames(line.first) && frames(line.last)) return digits <= 4;
  return at_feed && bare && !dash && (slash || digits <= 4);
}

/// Finds the furniture of a text. Linear: at each page's edge a few lines are compared with those of the pages before.
class FurnitureFinder {
 public:
  FurnitureFinder(std::string_view text, std::vector<LineShape> const& lines, LexiconData const& lexicon)
      : text_(text), lines_(lines), lexicon_(lexicon), found_(lines.size(), Furniture::none) {}

  std::vector<Furniture> find() {
    numbers();
    counted();
    heads();
    return std::move(found_);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  /// How many lines at each edge of a page can be its head or foot.
  static constexpr std::size_t depth = 2;
  /// The words at one edge of one page: places of lines, or `none`.
  struct Edge {
    std::size_t line[depth] = {none, none};
  };

  void numbers() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      bool feed = lines_[i].feed;
      for (std::size_t k = 1; k <= 2 && !feed; ++k) {
        feed = i + k < lines_.size() && lines_[i + k].feed && (k == 1 || lines_[i + 1].blank());
      }
      if (page_number(text_, lines_[i], feed)) found_[i] = Furniture::page_number;
    }
  }

  /// Bare numbers without a form feed: alone among lines with words, and each one more than that before it.
  void counted() {
    constexpr std::size_t apart = 8, enough = 3;
    std::vector<std::size_t> run;
    std::size_t worded = 0, since = apart;  // lines with words since the last bare number
    std::uint32_t last = 0;
    auto const close = [&] {
      if (run.size() >= enough) {
        for (std::size_t const at : run) found_[at] = Furniture::page_number;
      }
      run.clear();
    };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank()) continue;
      std::uint32_t const value = found_[i] == Furniture::none ? bare(lines_[i]) : 0;
      if (value == 0) {
        ++worded;
        ++since;
        continue;
      }
      if (since < apart || value != last + 1 || run.empty()) close();
      if (since >= apart) run.push_back(i);
      last = value;
      since = 0;
    }
    close();
  }

  /// The value of a line that is one number of at most three digits, else 0.
  [[nodiscard]] std::uint32_t bare(LineShape const& line) const {
    if (line.text_end - line.text_begin > 3) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = line.text_begin; i < line.text_end; ++i) {
      auto const c = static_cast<unsigned char>(text_[i]);
      if (!is_digit(c)) return 0;
      value = value * 10 + (c - U'0');
    }
    return value;
  }

  /// The same short line at the same edge of a page and of one of the two before it (left and right pages may differ).
  void heads() {
    Edge const first = below(0);
    std::size_t kept = 0;  // lines of the first page's top: the title that the others repeat
    for (std::size_t const at : first.line) kept = at == none ? kept : at + 1;
    Edge feet[2], tops[2] = {first, {}};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].feed) continue;
      Edge const foot = above(i), top = below(i);
      compare(foot, feet, 0);
      compare(top, tops, kept);
      feet[1] = feet[0];
      feet[0] = foot;
      tops[1] = tops[0];
      tops[0] = top;
    }
  }

  [[nodiscard]] Edge below(std::size_t from) const {
    Edge edge;
    std::size_t n = 0;
    for (std::size_t i = from; i < lines_.size() && i < from + 6 && n < depth; ++i) {
      if (i != from && lines_[i].feed) break;
      if (!lines_[i].blank() && found_[i] == Furniture::none) edge.line[n++] = i;
    }
    return edge;
  }
  [[nodiscard]] Edge above(std::size_t before) const {
    Edge edge;
    std::size_t n = 0;
    for (std::size_t i = before; i > 0 && before - i < 6 && n < depth; --i) {
      LineShape const& line = lines_[i - 1];
      if (!line.blank() && found_[i - 1] == Furniture::none) edge.line[n++] = i - 1;
      if (line.feed) break;
    }
    return edge;
  }

  /// Marks the lines of `edge` that stand in one of the two before it too, and those, but for the first `kept` lines.
  void compare(Edge const& edge, Edge const (&before)[2], std::size_t kept) {
    for (std::size_t const at : edge.line) {
      if (at == none || !may_repeat(lines_[at])) continue;
      for (Edge const& other : before) {
        for (std::size_t const like : other.line) {
          if (like == none || like == at || words(like) != words(at)) continue;
          found_[at] = Furniture::running_head;
          if (like >= kept) found_[like] = Furniture::running_head;
        }
      }
    }
  }

  /// Short words that nothing says are a list's member, an attachment's mark or a greeting.
  [[nodiscard]] bool may_repeat(LineShape const& line) const {
    if (line.text_end - line.text_begin > 120 || line.marked || ends_statement(line.last)) return false;
    auto const begins = [&](Class cls) {
      return !lexicon_.longest(text_.substr(0, line.text_end), line.text_begin, cls).word.empty();
    };
    return is_han(line.first) && !begins(Class::salutation) && !begins(Class::attachment);
  }

  [[nodiscard]] std::string_view words(std::size_t line) const {
    return text_.substr(lines_[line].text_begin, lines_[line].text_end - lines_[line].text_begin);
  }

  std::string_view text_;
  std::vector<LineShape> const& lines_;
  LexiconData const& lexicon_;
  std::vector<Furniture> found_;
};

}  // namespace detail

GONGWEN_END
