// gongwen/detail/check/members.hpp: member_exceeds_total: what 其中 lists against the total before it.
#pragma once

#include <map>

#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// Does 其中 stand in a range, and no numeral that nothing has read?
inline bool opens_list(CheckContext const& c, Range between) {
  std::string_view const text = c.view();
  bool among = false;
  for (std::size_t at = between.begin; at < between.end; at += char_size(text, at)) {
    if (is_digit(code_point(text, at))) return false;
    among = among || !c.lexicon.longest(text, at, Class::among).word.empty();
  }
  return among;
}

/// Are two figures joined by 、 alone, as the members of one list are?
inline bool goes_on(CheckContext const& c, Range between) {
  std::string_view const words = c.words(between);
  return words.find("\xe3\x80\x81") == 0;  // 、
}

inline void compare_member(CheckContext const& c, std::uint32_t total, std::uint32_t member) {
  Indicator const& whole = c.records.indicators[total];
  Indicator const& fact = c.records.indicators[member];
  if (code_point(fact.name, 0) == 0x5360) return;  // 占: a whole that the list is a share of
  auto const part = plain(fact), all = plain(whole);
  if (!part || !all || fact.unit == "%" || fact.unit.empty() || fact.status != whole.status || !(part->low > all->high))
    return;
  Finding& f = c.report("member_exceeds_total", Severity::error, fact.node, fact.range,
                        c.message("member_exceeds_total", fact.name, spoken(c, *fact.value, fact.unit), whole.name,
                                  spoken(c, *whole.value, whole.unit)));
  f.expected = reading(*whole.value, whole.unit);
  f.found = reading(*fact.value, fact.unit);
  f.how = fact.value->to_string() + ">" + whole.value->to_string();
  f.evidence = {indicator_ref(total), indicator_ref(member)};
}

/// 投资30亿元，其中工业投资36亿元: a member is no more than the whole. Members may overlap (女教师, 党员), so their sum may
/// pass it and says nothing. Where two figures of the unit stand before 其中, it may belong to both, so the
/// larger counts. The list is the first figure behind 其中 and those joined to it by 、: behind a comma something else may begin.
inline void check_members(CheckContext const& c) {
  auto const& facts = c.records.indicators;
  std::map<std::string_view, std::uint32_t> largest;  // of the sentence, by unit
  bool listing = false;
  for (std::uint32_t i = 0; i < facts.size(); ++i) {
    if (i == 0 || facts[i].node != facts[i - 1].node) {
      largest.clear();
      listing = false;
    } else {
      Range const between{facts[i - 1].range.end, std::max(facts[i - 1].range.end, facts[i].range.begin)};
      listing = opens_list(c, between) || (listing && goes_on(c, between));
    }
    if (!facts[i].value) continue;
    auto const total = largest.find(facts[i].unit);
    if (listing && total != largest.end()) {
      compare_member(c, total->second, i);
    } else if (!listing && (total == largest.end() || *facts[total->second].value < *facts[i].value)) {
      largest[facts[i].unit] = i;
    }
  }
}

}  // namespace detail

GONGWEN_END
