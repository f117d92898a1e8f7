// gongwen/detail/segment/duties.hpp: what says who answers for a task, cut out as sentences with the role `responsibility`.
//
//   …做好贷款贴息。（责任单位：市财政局、市人社局）        a bracket
//   （市法制办牵头，市数字办配合）                          a bracket that ends with the charge itself
//   牵头单位：市发改委；配合单位：市财政局                  words before a colon, to the end of the sentence
#pragma once

#include <string_view>
#include <vector>

#include "lines.hpp"
#include "sentences.hpp"

GONGWEN_BEGIN

namespace detail {

class Duties {
 public:
  struct Piece {
    Range range;
    bool duty = false;
  };

  Duties(std::string_view text, LexiconData const& lexicon) noexcept : text_(text), lexicon_(lexicon) {}

  void clear() noexcept { found_.clear(); }
  [[nodiscard]] bool any() const noexcept { return !found_.empty(); }

  /// A colon at `at`, in a line whose words begin at `from`, inside the outermost bracket that opens at `opened`.
  void colon(std::uint32_t at, std::uint32_t from, std::uint32_t opened) {
    constexpr std::uint32_t outside = 0xffffffffU;
    std::size_t end = at;
    while (end > from && is_space(code_point(text_, previous(text_, end)))) end = previous(text_, end);
    Entry const word = lexicon_.longest_before(text_.substr(0, end), end, Class::responsibility, 24);
    if (word.word.empty()) return;
    auto const begin = static_cast<std::uint32_t>(end - word.word.size());
    if (begin < from) return;
    if (opened != outside) {
      // The bracket is found whole when it closes; the word must begin it
      if (opens_round(code_point(text_, opened)) && opened + char_size(text_, opened) == begin) led_ = opened;
      return;
    }
    if (begin > from && !may_stand_after(code_point(text_, previous(text_, begin))) && !open_at(begin)) return;
    if (!open_at(begin)) found_.push_back({{begin, to_sentence_end}, true});
  }
  /// An outermost bracket from `opened` to its closing at `close`.
  void bracket(std::uint32_t opened, std::uint32_t close) {
    if (!opens_round(code_point(text_, opened)) || close - opened > 1500) return;
    bool is = led_ == opened;
    if (!is) {
      std::size_t end = close;
      while (end > opened && is_space(code_point(text_, previous(text_, end)))) end = previous(text_, end);
      is = close - opened > 12 &&
           !lexicon_.longest_before(text_.substr(0, end), end, Class::takes_charge, 27).word.empty();
    }
    led_ = 0xffffffffU;
    if (is && !open_at(opened)) found_.push_back({{opened, close + char_size(text_, close)}, true});
  }

  /// Where the first one begins in [from, to), or 0.
  [[nodiscard]] std::uint32_t first_in(std::uint32_t from, std::uint32_t to) const noexcept {
    for (Piece const& d : found_) {
      if (d.range.begin > from && d.range.begin < to) return d.range.begin;
    }
    return 0;
  }

  /// Cuts sentences at the duties in them. A point that follows a bracket goes with it.
  void cut(std::vector<Range> const& sentences, std::vector<Piece>& out) const {
    out.clear();
    std::size_t k = 0;
    for (Range const& s : sentences) {
      std::uint32_t at = s.begin;
      while (k < found_.size() && found_[k].range.begin < s.begin) ++k;
      for (; k < found_.size() && found_[k].range.begin < s.end; ++k) {
        Range const duty = found_[k].range;
        add(out, at, duty.begin, false);
        std::uint32_t end = std::min(duty.end, s.end);
        std::uint32_t rest = end;
        while (rest < s.end && !is_word(code_point(text_, rest))) rest += char_size(text_, rest);
        if (rest == s.end) end = rest;
        if (end < s.end && (full_stop(code_point(text_, end)) || code_point(text_, end) == 0xff1b))
          end += char_size(text_, end);
        add(out, std::max(at, duty.begin), end, true);
        at = end;
      }
      add(out, at, s.end, false);
    }
  }

  /// One that runs to the end of its sentence has begun, and the sentence is not over.
  [[nodiscard]] bool open_at(std::uint32_t at) const {
    constexpr std::uint32_t far = 1500;  // no sentence of this kind is so long, and looking back must have a bound
    return !found_.empty() && found_.back().range.end == to_sentence_end && at - found_.back().range.begin < far &&
           find_char(text_.substr(found_.back().range.begin, at - found_.back().range.begin), 0x3002) ==
               std::string_view::npos;
  }

 private:
  static constexpr std::uint32_t to_sentence_end = 0xffffffffU;

  [[nodiscard]] static bool is_word(char32_t c) { return is_han(c) || is_latin(c) || is_digit(c) || opens(c); }
  [[nodiscard]] static bool may_stand_after(char32_t c) {
    return full_stop(c) || c == 0xff1b || c == U';' || closes(c) || is_space(c) || c == U'\n' || c == 0xff0c ||
           c == U',' || c == U'.';
  }
  void add(std::vector<Piece>& out, std::uint32_t from, std::uint32_t to, bool duty) const {
    while (from < to && (is_space(code_point(text_, from)) || text_[from] == '\n')) from += char_size(text_, from);
    while (to > from && (is_space(code_point(text_, previous(text_, to))) || text_[previous(text_, to)] == '\n'))
      to = static_cast<std::uint32_t>(previous(text_, to));
    if (from >= to) return;
    bool words = duty;
    for (std::uint32_t i = from; i < to && !words; i += char_size(text_, i)) words = is_word(code_point(text_, i));
    if (!words && !out.empty() && out.back().duty) {  // points alone
      out.back().range.end = to;
      return;
    }
    out.push_back({{from, to}, duty});
  }

  std::string_view text_;
  LexiconData const& lexicon_;
  std::vector<Piece> found_;
  std::uint32_t led_ = 0xffffffffU;
};

}  // namespace detail

GONGWEN_END
