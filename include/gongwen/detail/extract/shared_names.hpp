// gongwen/detail/extract/shared_names.hpp: names that take a part from the words around them.
//
//   铁路客运量1200万人次，货运量350万吨            铁路货运量: measures of one family share what stands before the first
//   轨道交通作为支柱产业，总收入达到25亿元          轨道交通总收入: of the trade that the segment begins with
//   12个项目已经整体完工，17个完成了立项            整体完工项目, 完成立项项目: works are counted by how far they have come
//   园区现有企业52家                                企业: a zone before a verb of having is whose they are
#pragma once

#include "figure_roles.hpp"

GONGWEN_BEGIN

namespace detail {

/// Completes names. Lives as long as one document is read.
class SharedNames : protected FigureRoles {
 protected:
  using FigureRoles::FigureRoles;

  /// The composed name of a measure, with what it shares with the one before it since `segment`.
  [[nodiscard]] Range compose_shared(Range name, std::uint32_t segment) {
    Range const said = after_list(compose(after_zone(name)));
    if (composed_.empty()) composed_ = of_family(said, segment);
    if (composed_.empty()) composed_ = of_trade(said, segment);
    return said;
  }
  /// 12个项目已经整体完工, 其中17个完成了立项: how many works have come how far; what is counted may stand with an earlier count.
  bool counts_state(Event const& e, Figure const& f) {
    if (f.dimension != Dimension::count || f.unit.empty() || !s_->lattice().present().meets(Class::stage)) return false;
    std::uint32_t at = e.end;
    auto const kind = lexicon_.asked(text_.substr(0, clause_.end), at, Class::project_back);
    if (kind && kind.end == at + 6) {  // 项目, 工程
      works_ = text_.substr(at, 6);
      at += 6;
    } else if (works_.empty()) {
      return false;
    }
    std::uint32_t const begin = past_aspect(at);
    Range const state = state_words(begin);
    if (state.empty() || (begin == at && at == e.end && !kind && !is_done(at) && !names_state(at))) return false;
    composed_ = out_.joined(without_aspect(state), works_);
    add_value(f, e.index, composed_, state);
    np_begin_ = clause_.end;
    return true;
  }

  /// Under a plan, 集中推进63个老旧小区改造: a clause that begins with a verb of doing, and says of nothing that it was done.
  [[nodiscard]] bool deed_ahead(Range r, std::uint32_t first) const {
    if (!context_->ahead || first == r.end) return false;
    std::uint32_t const at = NameReader(*s_).after_opening({r.begin, first});
    std::string_view const clause = text_.substr(0, first);
    bool const deed =
        lexicon_.asked(clause, at, Class::act).end >= at + 6 || lexicon_.asked(clause, at, Class::advances);
    return deed && !done_in({at, first}, first) && !holds(clause.substr(at), 0x4e86);  // 了
  }

  std::string_view works_;  ///< what the sentence counts by how far it has come

 private:
  /// The name with what the measure before it, of the same family, has before its own word; else nothing.
  [[nodiscard]] std::string_view of_family(Range said, std::uint32_t segment) {
    if (out_.indicators.size() == first_fact_ || out_.indicators.back().range.begin < segment) return {};
    auto const own = lexicon_.asked(text_.substr(0, said.end), said.begin, Class::family);
    if (own.end != said.end || said.empty()) return {};
    std::string_view const before = out_.indicators.back().name;
    auto const other = lexicon_.asked_before(before, 0, before.size(), Class::family);
    if (!other || other.text != own.text || other.begin < 6 || before.substr(other.begin) == words(said)) return {};
    return out_.joined(before.substr(0, other.begin), words(said));
  }
  /// 含重点产业、交通以及市政设施项目固定资产投资: what a long list is the measure of; else the name.
  [[nodiscard]] Range after_list(Range name) const {
    constexpr std::size_t longest = 18;  // characters of a name with 、 in it
    std::string_view const said = words(name);
    if (!composed_.empty() || !holds(said, 0x3001) || chars_in(said) <= longest) return name;  // 、
    Token const* const known = NameReader(*s_).word_before(name.begin, name.end, Class::indicator);
    if (known == nullptr || known->begin == name.begin || known->end - known->begin < 9) return name;
    char32_t const before = code_point(text_, previous(text_, known->begin));
    return before == 0x4e1a || before == 0x3001 ? name : Range{known->begin, known->end};  // 业
  }
  /// 轨道交通作为支柱产业，总收入…; 云母产业快速发展，销售收入…: what was made or earned, bare, is of the trade that the segment
  /// begins with; else nothing.
  [[nodiscard]] std::string_view of_trade(Range said, std::uint32_t segment) {
    if (said.empty() || clause_.begin <= segment) return {};
    auto const own = lexicon_.asked(text_.substr(0, said.end), said.begin, Class::family);
    if (own.end != said.end || (own.text != "output" && own.text != "crops")) return {};
    constexpr std::uint32_t longest = 36;  // bytes
    std::uint32_t const bound = std::min(clause_.begin, segment + 2 * longest);
    std::uint32_t const begin = NameReader(*s_).after_opening({segment, bound});
    if (begin >= bound) return {};
    std::uint32_t end = begin;
    for (; end < clause_.begin && end - begin <= longest; end += char_size(text_, end)) {
      if (!is_han(code_point(text_, end)) || s_->lattice().find(end, Class::figure) != nullptr) return {};
      if (end < begin + 6) continue;
      bool const trade = code_point(text_, end - 3) == 0x4e1a && code_point(text_, end - 6) == 0x4ea7;  // 产业
      bool const is = lexicon_.asked(text_.substr(0, clause_.begin), end, Class::topic_word).text == "is";
      if ((trade && end > begin + 6) || is) break;
    }
    if (end >= clause_.begin || end - begin > longest) return {};
    constexpr ClassSet other = Class::area | Class::zone | Class::place | Class::modal | Class::not_measure;
    if (lexicon_.asked(text_.substr(0, end), begin, Class::act) || s_->lattice().find(begin, other) != nullptr)
      return {};
    return out_.joined(text_.substr(begin, end - begin), words(said));
  }
  /// What follows the zone that the name begins with, where a verb of having comes between; else the name.
  [[nodiscard]] Range after_zone(Range name) const {
    if (clause_area_.empty() || clause_area_.begin != name.begin || clause_area_.end >= name.end) return name;
    Range const rest{clause_area_.end, name.end};
    Range const bare = NameReader(*s_).trim(rest);
    return bare.begin > rest.begin && bare.size() >= 6 ? bare : name;
  }
  /// 已, 已经, 全部, 均, 都 before a state.
  [[nodiscard]] std::uint32_t past_aspect(std::uint32_t at) const {
    for (int n = 0; n < 3; ++n) {
      char32_t const c = code_point(text_, at);
      char32_t const next = code_point(text_, at + 3);
      if (c == 0x5df2) {                           // 已
        at += next == 0x7ecf ? 6 : 3;              // 已经
      } else if (c == 0x5168 && next == 0x90e8) {  // 全部
        at += 6;
      } else if (c == 0x5747 || c == 0x90fd) {  // 均 都
        at += 3;
      } else {
        break;
      }
    }
    return at;
  }
  /// The words up to the end of the clause, if they are few, hold no figure and say how far works have come.
  [[nodiscard]] Range state_words(std::uint32_t begin) const {
    constexpr std::uint32_t longest = 30;  // bytes
    std::uint32_t end = begin;
    bool state = false;
    while (end < clause_.end && is_han(code_point(text_, end)) && end - begin <= longest) {
      if (s_->lattice().find(end, Class::figure) != nullptr) return {begin, begin};
      state = state || s_->lattice().find(end, Class::stage) != nullptr;
      end += char_size(text_, end);
    }
    bool const whole = end + 3 >= clause_.end && end - begin <= longest;
    return whole && state ? Range{begin, end} : Range{begin, begin};
  }
  /// 完成了立项, 进入施工: begins a verb of doing or a stage at once?
  [[nodiscard]] bool names_state(std::uint32_t at) const {
    return s_->lattice().find(at, Class::stage | Class::reach_verb) != nullptr ||
           lexicon_.asked(text_.substr(0, clause_.end), at, Class::begun);
  }
  /// 完成了立项 without 了.
  [[nodiscard]] std::string_view without_aspect(Range state) {
    for (std::uint32_t at = state.begin + 3; at + 3 < state.end; at += char_size(text_, at)) {
      if (code_point(text_, at) == 0x4e86)  // 了
        return out_.joined(text_.substr(state.begin, at - state.begin), text_.substr(at + 3, state.end - at - 3));
    }
    return words(state);
  }
};

}  // namespace detail

GONGWEN_END
