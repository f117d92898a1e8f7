// gongwen/detail/extract/project_names.hpp: which words are the proper name of a single project.
//
// A name is proper: it ends with a kind of thing that is built (project_tail), or is a short name at the head of its clause
// that money or a stage is said of; words that speak of projects in general (全市重点项目) are none.
#pragma once

#include "clauses.hpp"
#include "distribute.hpp"
#include "names.hpp"

GONGWEN_BEGIN

namespace detail {

/// Tells names of projects from words that speak of projects in general.
class ProjectNames {
 protected:
  explicit ProjectNames(LexiconData const& lexicon) : lexicon_(lexicon) {}

  static constexpr std::uint32_t longest_name = 28;  // characters

  [[nodiscard]] LexiconData::Asked asked(std::uint32_t at, std::uint32_t end, Class cls) const {
    return lexicon_.asked(text_.substr(0, end), at, cls);
  }
  [[nodiscard]] bool part(Range r) const {
    auto const word = asked(r.begin, r.end, Class::project_part);
    if (word && word.end == r.end) return true;
    return (word || asked(r.begin, r.end, Class::project_generic)) &&
           lexicon_.asked_before(text_, r.begin, r.end, Class::project_part);
  }
  [[nodiscard]] bool tail(Range r) const {
    return r.size() >= 6 && lexicon_.asked_before(text_, r.begin, r.end, Class::project_tail);
  }
  /// 农村公路, 城镇污水处理厂: a word of where things are at large begins it.
  [[nodiscard]] bool at_large(Range r) const {
    return asked(r.begin, r.end, Class::project_generic).end >= r.begin + 6 && !named(r);
  }
  /// 电网改造, 管网建设: its end is a work on a thing, or the end of other words too.
  [[nodiscard]] bool loose(Range r) const {
    return lexicon_.asked_before(text_, r.begin, r.end, Class::project_tail).text == "loose" ||
           lexicon_.asked_before(text_, r.begin, r.end, Class::builds);
  }
  [[nodiscard]] bool proper(Range r, bool listed) const {
    std::size_t const n = chars_in(text_.substr(r.begin, r.size()));
    if (n < 2 || n > longest_name || generic(r)) return false;
    char32_t const first = code_point(text_, r.begin);
    if (first == 0x8fd9 || first == 0x9700) return false;  // 这 需
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      bool const word = is_han(c) || is_latin(c) || is_digit(c) || c == 0x201c || c == 0x201d || c == 0xff08 ||
                        c == 0xff09 || c == U'-' || c == 0xb7 || c == U'+';
      if (!word) return false;
    }
    if (counts(r) || (tail(r) && asked(r.begin, r.end, Class::act).end >= r.begin + 6)) return false;
    Range const in = s_->figures_in(r);
    bool counted = false;
    for (std::uint32_t i = in.begin; i < in.end; ++i)
      counted = counted || s_->figures[i].dimension == Dimension::count || !tail(r);
    if (counted || (!tail(r) && acts(r))) return false;
    if (!lexicon_.find(text_.substr(r.begin, r.size()), Class::indicator).word.empty()) return false;
    if (tail(r)) return n >= 3;
    return n >= 3 && n <= (listed ? 8U : 6U) && !asked(r.begin, r.end, Class::act);
  }
  /// A verb of doing stands in it: 认真做好, 服务灾后.
  [[nodiscard]] bool acts(Range r) const {
    if (asked(r.begin, r.end, Class::opening)) return true;
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      if (asked(i, r.end, Class::act).end >= i + 6) return true;
    }
    return false;
  }
  /// 17号线, 二期: the number before `end` counts nothing.
  [[nodiscard]] bool numbers_a_name(std::uint32_t end) const {
    char32_t const c = code_point(text_, end);
    return c == 0x53f7 || c == 0x671f;  // 号 期
  }
  /// A name of one thing, by what stands in it: a place, a number or letters, or the kind of a street (回昌路).
  [[nodiscard]] bool named(Range r) const {
    auto const kind = lexicon_.asked_before(text_, r.begin, r.end, Class::project_tail);
    if (kind && kind.end - kind.begin == 3 && r.size() >= 9) return true;
    if (NameReader(*s_).named_area(r.begin, r.end) != r.begin) return true;
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (is_digit(c) || is_latin(c)) return true;
      Token const* const place = s_->lattice().find(i, Class::place | Class::place_short | Class::place_former);
      if (place != nullptr && place->end < r.end) return true;
    }
    return false;
  }
  /// What is counted inside a name: 23个项目.
  [[nodiscard]] bool counts(Range r) const {
    Lattice const& lattice = s_->lattice();
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      Token const* const number = lattice.find(i, Class::number);
      if (number != nullptr && is_digit(code_point(text_, i)) && number->end < r.end && !numbers_a_name(number->end) &&
          !is_latin(code_point(text_, previous(text_, i))) && lattice.find(number->end, Class::classifier) != nullptr)
        return true;
    }
    return false;
  }
  /// 全市重点项目, 一批…, 12个…: no single project.
  [[nodiscard]] bool generic(Range r) const {
    if (asked(r.begin, r.end, Class::opening)) return true;
    auto const word = asked(r.begin, r.end, Class::project_generic);
    if (word && (word.end == r.end || asked(static_cast<std::uint32_t>(word.end), r.end, Class::project_generic) ||
                 lexicon_.asked_before(text_, r.begin, r.end, Class::project_generic)))
      return true;
    auto const end = lexicon_.asked_before(text_, r.begin, r.end, Class::project_generic);
    if (end && !tail(r)) return true;
    if (s_->lattice().find(r.begin, Class::figure) != nullptr) return true;
    Token const* const number = s_->lattice().find(r.begin, Class::number);
    return number != nullptr && number->end < r.end && is_digit(code_point(text_, r.begin)) &&
           !numbers_a_name(number->end) && !is_latin(code_point(text_, number->end));  // 220kV城东变 is a name
  }

  /// 蚌埠中信包装有限公司: a firm that money has made is the name of its works.
  [[nodiscard]] bool firm(Range r) const {
    bool const named = chars_in(text_.substr(r.begin, r.size())) >= 6;
    return named && !lexicon_.longest_before(text_.substr(r.begin, r.size()), r.size(), Class::corp_tail).word.empty();
  }
  /// 茶叶合作社, 恒丰公司, 县财政局: who pays for works and is none.
  [[nodiscard]] bool acts_itself(Range r) const {
    for (Class const cls : {Class::doer, Class::organ_tail}) {
      if (lexicon_.asked_before(text_, r.begin, r.end, cls)) return true;
    }
    return !lexicon_.longest_before(text_.substr(r.begin, r.size()), r.size(), Class::corp_tail).word.empty();
  }
  /// Does only a mark of a list stand between?
  [[nodiscard]] bool members_joint(std::uint32_t end, std::uint32_t begin) const {
    std::string_view const between = text_.substr(end, begin - end);
    if (between.size() != 3 && between.size() != 6) return false;
    char32_t const c = code_point(between, between.size() - 3);
    return c == 0x3001 || c == 0x548c || c == 0x53ca;  // 、 和 及 (以及)
  }

  /// Does a known measure begin inside and end outside?
  [[nodiscard]] bool cuts_measure(Range r) const {
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      Token const* const measure = s_->lattice().find(i, Class::indicator);
      if (measure != nullptr && measure->end > r.end) return true;
    }
    return false;
  }
  /// The words of a title up to its first point or bracket.
  [[nodiscard]] static Range leading_name(std::string_view text, Range title) {
    std::uint32_t end = title.begin;
    while (end < title.end && end - title.begin <= longest_name * 3) {
      char32_t const c = code_point(text, end);
      if (!is_han(c) && !is_latin(c) && !is_digit(c)) break;
      end += char_size(text, end);
    }
    return {title.begin, end};
  }
  /// Ends it with a thing of its own (水库, 工程)? 改造, 中心 and what has one character are too loose where nothing else tells.
  [[nodiscard]] bool built(std::string_view text, Range r) const {
    auto const tail = lexicon_.asked_before(text, r.begin, r.end, Class::project_tail);
    if (!tail || tail.text == "loose" || tail.end - tail.begin < 6) return false;
    std::string_view const name = text.substr(0, r.end);
    if (lexicon_.asked(name, r.begin, Class::project_generic) || lexicon_.asked(name, r.begin, Class::act))
      return false;
    auto const generic_end = lexicon_.asked_before(text, r.begin, r.end, Class::project_generic);
    return !generic_end || generic_end.begin >= tail.begin;  // 重点项目
  }

  LexiconData const& lexicon_;
  Sentence const* s_ = nullptr;
  std::string_view text_;
};

}  // namespace detail

GONGWEN_END
