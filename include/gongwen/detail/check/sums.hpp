// gongwen/detail/check/sums.hpp: members_not_total: members that are all there are, against the total before 其中.
//
// Only words that share a set whose members are all that there can be say so (男 and 女, 城镇 and 农村, three industries;
// measures.tsv, class set_member). Any other list behind 其中 may leave some out.
#pragma once

#include "members.hpp"
#include "parts.hpp"

GONGWEN_BEGIN

namespace detail {

/// One member of a set, from the word that a name begins with: 女教师 is `female` of `sex`, which has two.
struct SetMember {
  std::string_view set, member, rest;  ///< rest: what the name goes on with
  std::size_t size = 0;
};
inline std::optional<SetMember> set_member_of(CheckContext const& c, std::string_view name) {
  Entry const found = c.lexicon.longest(name, 0, Class::set_member);
  if (found.word.empty()) return std::nullopt;
  std::size_t const first = found.text.find(' ');
  std::size_t const second = found.text.find(' ', first + 1);
  return SetMember{found.text.substr(0, first), found.text.substr(second + 1), name.substr(found.word.size()),
                   static_cast<std::size_t>(found.text[first + 1] - '0')};
}

/// The list behind one 其中, whose members follow each other.
class WholeSet {
 public:
  WholeSet(CheckContext const& c, std::uint32_t total, std::uint32_t first) : c_(c), total_(total), first_(first) {}

  /// The members are all there, each once, and do not come to the total.
  void check() const {
    auto const& facts = c_.records.indicators;
    auto const opener = set_member_of(c_, facts[first_].name);
    if (!opener || first_ + opener->size > facts.size() || told_by_parts(opener->size)) return;
    std::vector<std::string_view> seen;
    std::optional<Bounds> sum = Bounds{};
    std::optional<Decimal> value = Decimal();
    std::string how, names;
    for (std::uint32_t i = first_; i < first_ + opener->size; ++i) {
      auto const member = set_member_of(c_, facts[i].name);
      if (!member || !beside(i) || member->set != opener->set || member->rest != opener->rest) return;
      if (std::find(seen.begin(), seen.end(), member->member) != seen.end()) return;
      seen.push_back(member->member);
      sum = sum + plain(facts[i]);
      value = value ? add(*value, *facts[i].value) : std::nullopt;
      how += (how.empty() ? "" : "+") + facts[i].value->to_string();
      names += (names.empty() ? std::string() : c_.message("list.and")) + std::string(facts[i].name);
    }
    auto const whole = plain(facts[total_]);
    if (sum && value && whole && apart(*sum, *whole)) report(*value, names, how);
  }

 private:
  [[nodiscard]] bool beside(std::uint32_t i) const {
    Indicator const& total = c_.records.indicators[total_];
    Indicator const& fact = c_.records.indicators[i];
    return fact.node == total.node && fact.value && fact.unit == total.unit && fact.status == total.status;
  }
  /// Are all of them known parts of a known whole in a known period? Then parts_not_whole has them.
  [[nodiscard]] bool told_by_parts(std::size_t members) const {
    std::string_view const whole = c_.records.indicators[total_].indicator_id;
    for (std::uint32_t i = first_; i < first_ + members; ++i) {
      Indicator const& fact = c_.records.indicators[i];
      auto const division = division_of(c_, fact.indicator_id);
      if (!division || division->whole != whole || !key_of(c_, fact)) return false;
    }
    return true;
  }
  void report(Decimal value, std::string const& names, std::string const& how) const {
    Indicator const& whole = c_.records.indicators[total_];
    Indicator const& first = c_.records.indicators[first_];
    Finding& f = c_.report("members_not_total", Severity::warning, first.node, first.range,
                           c_.message("members_not_total", names, spoken(c_, value, whole.unit), whole.name,
                                      spoken(c_, *whole.value, whole.unit)));
    f.expected = reading(*whole.value, whole.unit);
    f.found = reading(value, whole.unit);
    f.how = how + "=" + value.to_string();
    f.evidence = {indicator_ref(total_), indicator_ref(first_)};
  }

  CheckContext const& c_;
  std::uint32_t total_, first_;
};

/// The total is the figure just before 其中.
inline void check_sums(CheckContext const& c) {
  auto const& facts = c.records.indicators;
  for (std::uint32_t i = 1; i < facts.size(); ++i) {
    if (facts[i].node != facts[i - 1].node || !facts[i - 1].value || facts[i - 1].unit != facts[i].unit) continue;
    if (opens_list(c, {facts[i - 1].range.end, std::max(facts[i - 1].range.end, facts[i].range.begin)}))
      WholeSet(c, i - 1, i).check();
  }
}

}  // namespace detail

GONGWEN_END
