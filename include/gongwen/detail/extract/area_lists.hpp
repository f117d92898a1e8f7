// gongwen/detail/extract/area_lists.hpp: facts that name an area and take their measure from the fact before.
//
//   全市增长9.5%，高新区增长11.8%                 nothing but an area before the figure
//   其中东林85%、白石县、其他区县各2家            counties by their short names; 各: one fact for each
//   甲镇、乙镇分别到位资金1.8亿元、1.5亿元        an area and a figure each
#pragma once

#include <algorithm>

#include "rank_facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// Facts of measures that a list of areas shares.
class AreaLists : protected RankFacts {
 protected:
  using RankFacts::RankFacts;

  /// 高新区增长11.8%, 市本级3.2亿元: nothing but an area stands before, so the measure is that of the fact before.
  [[nodiscard]] bool area_alone(Range name, std::uint32_t at) const {
    if (out_.indicators.size() == first_fact_) return false;
    bool const in_clause =
        !clause_area_.empty() && (clause_area_.begin >= np_begin_ || np_begin_ == areas_end_) && clause_area_.end <= at;
    if (name.empty()) return in_clause || only_area(name);
    return (name.begin == clause_area_.begin && name.end == clause_area_.end) || township(name) || only_area(name);
  }
  [[nodiscard]] bool only_area(Range name) const {
    return AreaWords(lexicon_, *context_).is_area(words(whole(name)), listed_);
  }
  /// 共和, 和平: what a name may lose at its head is a part of an area's.
  [[nodiscard]] Range whole(Range name) const {
    std::uint32_t const begin = NameReader(*s_).after_opening({np_begin_, name.end});
    return name.begin < begin + 9 ? Range{begin, name.end} : name;
  }
  /// 东林县、云岭县各2家: the measure before, of each of the areas.
  bool each_area(Event const& e, Figure const& f) {
    if (last() == nullptr || last()->unit != f.unit || !right_name(f, e.end).empty()) return false;
    std::uint32_t const end = before(e.begin).end;
    if (end >= e.begin || !both_before(end, e.begin)) return false;
    std::uint32_t const from = np_begin_ == areas_end_ ? clause_area_.begin : np_begin_;
    Range const list{NameReader(*s_).after_opening({from, end}), end};
    auto const members = members_of(words(list));
    AreaWords const areas(lexicon_, *context_);
    if (members.size() < 2 || !std::all_of(members.begin(), members.end(),
                                           [&](std::string_view member) { return areas.is_area(member, true); }))
      return false;
    std::string_view const measure = last()->name;
    for (std::string_view const member : members) {
      doer_ = member;
      add_value(f, e.index, measure, list);
    }
    last_group_ = members.size();
    listed_ = true;
    np_begin_ = e.end;
    return true;
  }
  /// 甲镇、乙镇分别到位资金1.8亿元、1.5亿元; 甲县、乙县分别增长8%、6%: the areas differ, the measure is shared.
  bool areas_each(Range name, std::size_t index, std::size_t n) {
    std::uint32_t const begin = clause_area_.begin;
    std::uint32_t const at = events_[index].begin;
    if (clause_area_.empty() || begin < np_begin_ || clause_area_.end >= at) return false;
    NameReader const names(*s_);
    std::uint32_t end = clause_area_.end;
    while (end < at && s_->lattice().find(end, Class::respectively) == nullptr) end += char_size(text_, end);
    auto const areas = members_of(text_.substr(begin, end - begin));
    if (areas.size() != n || areas.front().size() != clause_area_.size()) return false;
    bool const moved = events_[index].kind == Kind::move;
    Token const* const each = s_->lattice().find(end, Class::respectively);
    Range const head = moved || each == nullptr ? Range{at, at} : names.trim({each->end, name.end});
    if ((head.empty() && last() == nullptr) || (!moved && each == nullptr)) return false;
    std::string_view const measure = head.empty() ? last()->name : words(head);
    for (std::size_t k = 0; k < n; ++k) {
      Event const own = events_[index + k];
      doer_ = areas[k];
      if (moved)
        change_only(measure, own, s_->moves[events_[index].index], k == 0 ? s_->moves[own.index].figure : own.index);
      else
        add_value(s_->figures[own.index], own.index, measure, head);
    }
    last_group_ = n;
    consume(index, n);
    return true;
  }
  std::string_view measure_of_last(Range name) {
    listed_ = true;
    bool const in_clause =
        name.empty() ? clause_area_.begin >= np_begin_ && !clause_area_.empty() : name.begin == clause_area_.begin;
    if (!in_clause) doer_ = words(whole(name));
    return last()->name;
  }
  /// 临江县, 白石镇: the name of a county or township that the lexicon need not have.
  [[nodiscard]] bool township(Range name) const {
    std::size_t const n = chars_in(words(name));
    if (n < 3 || n > 6) return false;
    NameReader const names(*s_);
    if (names.named_area(name.begin, clause_.end) == name.end) return true;
    char32_t const last = code_point(text_, name.end - 3);
    return last == 0x53bf || last == 0x65d7;  // 县 旗
  }
  /// 均, 都 or 各 between a name and its figure.
  [[nodiscard]] bool both_before(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t at = begin; at < end; at += char_size(text_, at)) {
      char32_t const c = code_point(text_, at);
      if (c == 0x5747 || c == 0x90fd || c == 0x5404) return true;  // 均 都 各
    }
    return false;
  }

  bool listed_ = false;  ///< the last fact took its measure from the one before, and named its area alone
};

}  // namespace detail

GONGWEN_END
