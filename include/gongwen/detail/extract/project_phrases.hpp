// gongwen/detail/extract/project_phrases.hpp: where in a clause the name of a project stands, before anything is said of it.
//
//   NAME | 已完成投资2亿元                       the name ends where a word of progress, a stage, a time or a figure begins
//   与恒丰集团洽谈的 | NAME                      it begins after the last 的 that a verb stands before
//   完成了 | NAME | 的扫尾                       after a verb it ends before 的 or a stage that is its work
//   投资80万元(，)新建了 | NAME                  money, then a verb, then the name
#pragma once

#include "../grammar/time_days.hpp"
#include "project_names.hpp"

GONGWEN_BEGIN

namespace detail {

/// Finds the places; it remembers nothing of the clause.
class ProjectPhrases : protected ProjectNames {
 protected:
  using ProjectNames::ProjectNames;

  [[nodiscard]] std::uint32_t past_times(std::uint32_t at, std::uint32_t end) const {
    for (int n = 0; n < 4 && at < end; ++n) {
      if (Token const* const t = s_->lattice().find(at, Class::time); t != nullptr && t->end <= end) {
        at = t->end;
      } else if (code_point(text_, at) == 0x5728 && s_->in_time(at + 3)) {  // 在
        at += 3;
      } else if (auto const link = asked(at, end, Class::link)) {
        at = static_cast<std::uint32_t>(link.end);
      } else {
        break;
      }
    }
    return at;
  }
  /// Where a name that begins at `at` ends: a word of progress, a stage, a time or a figure begins.
  [[nodiscard]] std::uint32_t predicate(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t const last = std::min(end, at + longest_name * 6);
    for (std::uint32_t i = at; i < last; i += char_size(text_, i)) {
      if (s_->in_time(i)) return i;
      if (s_->lattice().find(i, Class::stage) != nullptr && !inside_name(at, i, end)) return i;
      if (begins_predicate(i, end) && !inside_name(at, i, end)) return i;
    }
    return end;
  }
  /// A word of one character (都, 将) begins it only before another word of a predicate: 大都会 is a name.
  [[nodiscard]] bool begins_predicate(std::uint32_t at, std::uint32_t end) const {
    auto const word = asked(at, end, Class::begun);
    if (!word || when::splits_word(text_, at)) return false;
    auto const next = static_cast<std::uint32_t>(word.end);
    return next > at + 3 || asked(next, end, Class::begun) || asked(next, end, Class::act) ||
           asked(next, end, Class::act_done) || s_->in_time(next) || s_->lattice().find(next, Class::stage) != nullptr;
  }
  /// 除险加固工程, 扩建项目, 在建工程: the word goes on to a kind of thing that is built, so it is a part of the name.
  [[nodiscard]] bool inside_name(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
    if (at == begin) return false;
    Token const* const stage = s_->lattice().find(at, Class::stage);
    auto const word = asked(at, end, Class::begun);
    auto const to = stage != nullptr ? stage->end : static_cast<std::uint32_t>(word.end);
    if (stage == nullptr && to > at + 3) return false;
    return to < end && asked(to, end, Class::project_tail) && code_point(text_, to) != 0x8def;  // 路 of 路基
  }
  /// 完成了, 启动了: a sentence that may tell of a work without a word of its stage.
  [[nodiscard]] static bool done_or_begun(Sentence const& sentence) {
    Range const r = sentence.lattice().range();
    std::string_view const words = sentence.lattice().text().substr(r.begin, r.size());
    constexpr std::string_view done = "\xe5\xae\x8c\xe6\x88\x90\xe4\xba\x86";   // 完成了
    constexpr std::string_view begun = "\xe5\x90\xaf\xe5\x8a\xa8\xe4\xba\x86";  // 启动了
    // by the last byte of 了, which few characters share
    for (std::size_t at = words.find(done.back()); at != std::string_view::npos; at = words.find(done.back(), at + 1)) {
      if (at + 1 < done.size()) continue;
      std::string_view const last = words.substr(at + 1 - done.size(), done.size());
      if (last == done || last == begun) return true;
    }
    return false;
  }
  void trim(Range& r) const {
    while (!r.empty()) {
      auto const p = static_cast<std::uint32_t>(previous(text_, r.end));
      char32_t const c = code_point(text_, p);
      if (!is_space(c) && c != 0x7684 && c != 0x90fd && c != 0x4e5f && c != 0x5747 && c != 0x4e8e && c != 0x5728) break;
      // 的 都 也 均 于 在
      r.end = p;
    }
    while (!r.empty() && is_space(code_point(text_, r.begin))) r.begin += char_size(text_, r.begin);
    // “云岭电站”: the quotes round a whole name
    bool const quoted = r.size() > 12 && code_point(text_, r.begin) == 0x201c && code_point(text_, r.end - 3) == 0x201d;
    if (quoted) r = {r.begin + 3, r.end - 3};
  }
  /// 与恒丰集团洽谈的商贸城项目, 正在实施的绕城公路: where the name begins after what qualifies it; else `at`.
  [[nodiscard]] std::uint32_t after_modifier(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t const last = std::min(end, at + longest_name * 6);
    std::uint32_t found = at;
    for (std::uint32_t i = at; i < last; i += char_size(text_, i)) {
      if (code_point(text_, i) == 0x7684 && verb_before(at, i)) found = i + 3;  // 的
    }
    if (found == at) return at;
    Range name{found, predicate(found, end)};
    trim(name);
    return name.size() >= 12 && built(text_, name) ? found : at;
  }
  [[nodiscard]] bool verb_before(std::uint32_t begin, std::uint32_t at) const {
    for (Class const cls : {Class::act, Class::act_done}) {
      if (auto const verb = lexicon_.asked_before(text_, begin, at, cls); verb && verb.end >= verb.begin + 6)
        return true;
    }
    return false;
  }
  /// A项目和5000万元的B项目: the next of a list begins.
  [[nodiscard]] bool before_sum(std::uint32_t at) const {
    char32_t const c = code_point(text_, at);
    return (c == 0x548c || c == 0x53ca || c == 0x4e0e) &&
           s_->lattice().find(at + 3, Class::figure) != nullptr;  // 和 及 与
  }
  /// 文化中心项目|落地: after 项目 the name is over, unless a kind of thing follows (项目区, 项目一期).
  [[nodiscard]] bool after_kind(Range name, std::uint32_t end) const {
    if (name.size() < 12 || name.end >= end || code_point(text_, name.end - 3) != 0x76ee ||
        code_point(text_, name.end - 6) != 0x9879)  // 项目
      return false;
    return is_han(code_point(text_, name.end)) && !asked(name.end, end, Class::project_tail) &&
           code_point(text_, name.end) != 0x533a;  // 区
  }
  /// The word of investment right before a sum, an aspect between them passed over: 投资, 投资了.
  [[nodiscard]] Entry invest_before(Figure const& f) const {
    std::uint32_t at = f.begin;
    if (at > 3 && code_point(text_, at - 3) == 0x4e86) at -= 3;  // 了
    return lexicon_.longest_before(text_, at, Class::invest, 18);
  }
  /// 新建, 完成, 建: does a verb of doing begin at `at`? One of a single character counts only here, after money.
  [[nodiscard]] bool work_at(std::uint32_t at, std::uint32_t end) const {
    if (at >= end) return false;
    return asked(at, end, Class::act).end != 0 || asked(at, end, Class::act_done) ||
           s_->lattice().find(at, Class::stage) != nullptr;
  }
  /// Past 建设, 兴建: a verb of building at `at`, or `at`.
  [[nodiscard]] std::uint32_t past_building(std::uint32_t at, std::uint32_t end) const {
    auto const verb = asked(at, end, Class::builds);
    return verb ? static_cast<std::uint32_t>(verb.end) : at;
  }
  /// Words that name one thing and not a kind of thing: more stands before the kind (中心小学教学楼, not 文化广场).
  [[nodiscard]] bool particular(Range name) const {
    auto const kind = lexicon_.asked_before(text_, name.begin, name.end, Class::project_tail);
    return kind && kind.begin >= name.begin + 6;
  }
  [[nodiscard]] Token const* last_count(Range r) const {
    for (std::uint32_t i = r.begin + 6; i < r.end; i += char_size(text_, i)) {
      if (Token const* const t = s_->lattice().find(i, Class::number)) return t;
    }
    return nullptr;
  }

  /// What qualifies a stage stands near it; so a clause of many stages is read in linear time.
  [[nodiscard]] std::uint32_t near(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t at = end - std::min<std::uint32_t>(end - begin, 120);
    while (at > begin && is_continuation(text_[at])) --at;
    return at;
  }
  /// A word of a class between two places; words of stages are passed over whole (可研 does not say 可).
  [[nodiscard]] bool word_in(std::uint32_t begin, std::uint32_t end, Class cls) const {
    begin = near(begin, end);
    for (std::uint32_t i = begin; i < end;) {
      Token const* const stage = s_->lattice().find(i, Class::stage);
      if (stage != nullptr && stage->end <= end) {
        i = stage->end;
        continue;
      }
      if (asked(i, end, cls)) return true;
      i += char_size(text_, i);
    }
    return false;
  }
  [[nodiscard]] bool must_in(std::uint32_t begin, std::uint32_t end) const {
    begin = near(begin, end);
    for (std::uint32_t i = begin; i < end; i += char_size(text_, i)) {
      Token const* const t = s_->lattice().find(i, Class::modal);
      if (t != nullptr && s_->lattice().meaning(*t, Class::modal).text == "do") return true;
    }
    return false;
  }
  /// The name after a verb ends before 的, or a stage that is its work. `list`: where the 等 of a list of works stands, up to
  /// which the names go on; else the end.
  [[nodiscard]] std::uint32_t name_end(std::uint32_t at, std::uint32_t list, std::uint32_t end) const {
    for (std::uint32_t i = list < end ? list : at; i < end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (c == 0x7684 || c == 0xff0c) return i;  // 的
      Token const* const stage = s_->lattice().find(i, Class::stage);
      if (stage != nullptr && i > at && !inside_name(at, i, end)) return i;
    }
    return end;
  }
  [[nodiscard]] bool ends_with(Range name, Range word) const {
    return text_.substr(name.begin, name.size()).ends_with(text_.substr(word.begin, word.size()));
  }
  [[nodiscard]] bool acts_first(Range r) const { return asked(r.begin, r.end, Class::act).end != 0; }
  /// 小（1）型水库, 水库除险加固: the shortest head that ends with a thing that is built.
  [[nodiscard]] Range head_word(Range r) const {
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      auto const word = asked(i, r.end, Class::project_tail);
      if (word && word.end > i + 3) return {i, static_cast<std::uint32_t>(word.end)};
    }
    return {r.end, r.end};
  }

  /// 完成总量的70%, 完成45%
  [[nodiscard]] bool done_before(std::uint32_t begin, std::uint32_t at) const {
    std::uint32_t const floor = at - std::min<std::uint32_t>(at - begin, 36);
    for (std::uint32_t i = at; i > floor;) {
      i = static_cast<std::uint32_t>(previous(text_, i));
      if (asked(i, at, Class::act_done)) return true;
    }
    return false;
  }
};

}  // namespace detail

GONGWEN_END
