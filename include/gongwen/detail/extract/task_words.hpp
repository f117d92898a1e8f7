// gongwen/detail/extract/task_words.hpp: the words at the head of a clause that say what kind of clause it is to a reader of tasks.
#pragma once

#include <algorithm>

#include "sentence.hpp"

GONGWEN_BEGIN

namespace detail {

/// Asks the lexicon for words of tasks in one sentence.
class TaskWords {
 public:
  explicit TaskWords(LexiconData const& lexicon) : lexicon_(lexicon) {}

  void begin(Sentence const& sentence) {
    s_ = &sentence;
    text_ = sentence.lattice().text();
  }

  [[nodiscard]] LexiconData::Asked asked(std::uint32_t at, std::uint32_t end, Class cls) const {
    return lexicon_.asked(text_.substr(0, end), at, cls);
  }
  [[nodiscard]] bool act(std::uint32_t at, std::uint32_t end) const {
    return at < end && asked(at, end, Class::act).end != 0;
  }
  [[nodiscard]] bool opening(std::uint32_t at, std::uint32_t end) const {
    at = past_adverbs(at, end);
    return at < end && asked(at, end, Class::opening).end != 0;
  }
  /// A lead that says no action of its own: 根据生产情况, 围绕建设强县的目标; 在大厅开通窗口 says one.
  [[nodiscard]] bool only_leads(std::uint32_t at, std::uint32_t end) const {
    at = past_adverbs(at, end);
    auto const word = at < end ? asked(at, end, Class::opening) : LexiconData::Asked{};
    if (!word) return false;
    if (lead_ends(at, end)) return true;
    auto i = static_cast<std::uint32_t>(word.end);
    if (i < end) i += char_size(text_, i);
    for (; i < end; i += char_size(text_, i)) {
      if (asked(i, end, Class::act).end >= i + 6) return false;
    }
    return true;
  }
  /// 按照加强管理的要求, 在增加投入的同时, 以提高效益为中心: whatever action stands in it, it leads up to another.
  [[nodiscard]] bool lead_ends(std::uint32_t at, std::uint32_t end) const {
    return lexicon_.asked_before(text_, at, end, Class::clause_mark).text == "lead";
  }
  /// 由县纪委对…进行…
  [[nodiscard]] bool by_whom(std::uint32_t at, std::uint32_t end) const {
    return at < end && code_point(text_, at) == 0x7531;  // 由
  }
  [[nodiscard]] std::uint32_t past_links(Range r) const {
    std::uint32_t at = r.begin;
    for (int n = 0; n < 6 && at < r.end; ++n) {
      if (Token const* const time = s_->lattice().find(at, Class::time); time != nullptr && time->end <= r.end) {
        at = time->end;
      } else if (auto const link = asked(at, r.end, Class::link)) {
        at = static_cast<std::uint32_t>(link.end);
      } else if (is_space(code_point(text_, at))) {
        at += char_size(text_, at);
      } else {
        break;
      }
    }
    return at;
  }
  [[nodiscard]] std::uint32_t past_adverbs(std::uint32_t at, std::uint32_t end) const {
    for (int n = 0; n < 4 && at < end; ++n) {
      auto const word = asked(at, end, Class::act);
      if (!word || word.text != "adverb") break;
      at = static_cast<std::uint32_t>(word.end);
      if (code_point(text_, at) == 0x5730) at += 3;  // 地
    }
    return at;
  }
  [[nodiscard]] bool has_figure(Range r) const {
    auto const it = std::lower_bound(s_->figures.begin(), s_->figures.end(), r.begin,
                                     [](Figure const& f, std::uint32_t at) { return f.begin < at; });
    return it != s_->figures.end() && it->begin < r.end && !it->unit.empty();
  }

 protected:
  LexiconData const& lexicon_;
  Sentence const* s_ = nullptr;
  std::string_view text_;
};

}  // namespace detail

GONGWEN_END
