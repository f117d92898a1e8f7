// gongwen/detail/extract/area_words.hpp: words that are nothing but the name of an area.
//
//   东林县 · 东林 (inside the prefecture or province that is spoken of) · 白石镇 · 云岭经开区 · 其他区县, 各设区市
//
// A zone counts where a place begins it (东林经开区), or where the list it stands in is one of areas already: 自然保护区3个 is
// a measure.
#pragma once

#include "areas.hpp"
#include "names.hpp"

GONGWEN_BEGIN

namespace detail {

/// Tells areas from measures.
class AreaWords {
 public:
  AreaWords(LexiconData const& lexicon, Context const& context) : lexicon_(lexicon), context_(context) {}

  /// `listed`: the words stand in a list whose member before was an area.
  [[nodiscard]] bool is_area(std::string_view word, bool listed) const {
    if (word.size() < 6 || word.size() > longest) return false;
    for (Class const kind : {Class::place, Class::place_former, Class::area}) {
      if (!lexicon_.find(word, kind).word.empty()) return true;
    }
    // 白石镇区域
    if (auto const kind = lexicon_.asked(word, word.size() - 6, Class::area_kind); kind && word.size() >= 15)
      return is_area(word.substr(0, word.size() - 6), true);
    return short_name(word) || division(word) || others(word) || zone(word, listed) ||
           (listed && lexicon_.asked(word, 0, Class::area_kind).end == word.size());  // 城区5个、乡村8个
  }

 private:
  static constexpr std::size_t longest = 36;  // bytes

  /// 东林: a county without its kind, in the place that the text or the sentence is about.
  [[nodiscard]] bool short_name(std::string_view word) const {
    Entry const county = lexicon_.find(word, Class::place_short);
    return !county.word.empty() &&
           (inside(county.text, context_.area().code) || inside(county.text, context_.title_area.code));
  }
  [[nodiscard]] static bool inside(std::string_view codes, std::string_view parent) {
    if (parent.size() != 6) return false;
    std::size_t const shared = parent.substr(2) == "0000" ? 2 : 4;
    return Areas::pick(codes, parent).substr(0, shared) == parent.substr(0, shared);
  }
  /// 临江县, which the lexicon need not have.
  [[nodiscard]] static bool division(std::string_view word) {
    char32_t const last = code_point(word, word.size() - 3);
    return word.size() >= 9 && word.size() <= 18 && (last == 0x53bf || last == 0x65d7) && all_han(word);  // 县 旗
  }
  /// 其他区县, 各设区市, 其余县（市）: the rest of the list.
  [[nodiscard]] bool others(std::string_view word) const {
    auto const which = lexicon_.asked(word, 0, Class::other_areas);
    std::size_t at = which.end;
    if (!which || at == word.size()) return false;
    while (at < word.size()) {
      auto const kind = lexicon_.asked(word, at, Class::area_kind);
      if (!kind) return false;
      at = kind.end;
    }
    return true;
  }
  [[nodiscard]] bool zone(std::string_view word, bool listed) const {
    Entry const tail = lexicon_.longest_before(word, word.size(), Class::place_tail);
    if (tail.word.empty() || tail.text == "w" || tail.value == 5) return false;
    std::size_t const stem = word.size() - tail.word.size();
    if (stem < 6 || stem > 15 || !all_han(word)) return false;
    bool const named = !lexicon_.longest(word, 0, Class::place).word.empty();
    return named || listed;
  }
  [[nodiscard]] static bool all_han(std::string_view word) {
    for (std::size_t at = 0; at < word.size(); at += char_size(word, at)) {
      if (!is_han(code_point(word, at))) return false;
    }
    return true;
  }

  LexiconData const& lexicon_;
  Context const& context_;
};

}  // namespace detail

GONGWEN_END
