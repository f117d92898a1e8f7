// gongwen/detail/extract/rank_facts.hpp: whose a rank is.
//
//   财政收入18亿元，居全市第3位              the fact before
//   增速居第四                              the fact that has the growth alone; a fact of its own beside a level
//   综合指数居全省第5位                      a fact of its own
//   甲县8%、乙县6%，分列全省第3、5位          one each of the facts before
//   投资、消费增速分居全省第2、7位            one each of the names before
#pragma once

#include "relations.hpp"

GONGWEN_BEGIN

namespace detail {

/// Gives ranks to facts, and makes the facts that have nothing but a rank.
class RankFacts : protected Relations {
 protected:
  using Relations::Relations;

  void rank(std::size_t index) {
    Event const& e = events_[index];
    if (e.index == none) return;
    std::size_t const n = ranks_side_by_side(index);
    Range const name = before(e.begin);
    if (n > 1 && (ranks_of_names(name, index, n) || ranks_of_facts(name, index, n))) return;
    np_begin_ = e.end;
    Indicator* fact = last();
    bool const part = !name.empty() && lexicon_.find(words(name), Class::part_of).word.size() == name.size();
    if (!name.empty() && !part) {
      bool const of_growth = growth_only(name);
      if (chars_in(words(name)) > 30) return;
      // 增速居第四: of the fact that has the growth alone, else a fact of its own
      if (of_growth && fact != nullptr && !fact->value && !fact->low) return give(*fact, e.index);
      std::string_view full = words(name);
      if (of_growth) {
        if (fact == nullptr) return;
        full = out_.joined(fact->name, full);
      } else {
        full = words(compose(name));
      }
      fact = &ranked(full, e.index);
      last_group_ = 1;
    }
    if (fact != nullptr && !fact->rank) give(*fact, e.index);
  }

 private:
  /// N ranks with only 、 or 和 between: 第3、5位; 第1位和第4位.
  [[nodiscard]] std::size_t ranks_side_by_side(std::size_t index) const {
    std::size_t n = 1;
    while (index + n < events_.size() && n < 24 && events_[index + n].kind == Kind::rank &&
           events_[index + n].index != none && joined(events_[index + n - 1].end, events_[index + n].begin))
      ++n;
    return n;
  }
  /// 投资、消费增速分居全省第2、7位: what follows the last name, a noun of growth, belongs to each.
  bool ranks_of_names(Range name, std::size_t index, std::size_t n) {
    if (name.empty() || growth_only(name) || name.size() > 240 || moves_on(name.end, events_[index].begin))
      return false;
    std::string_view list = words(name);
    Entry const growth = lexicon_.longest_before(list, list.size(), Class::growth_noun);
    list.remove_suffix(growth.word.size());
    auto const names = distributed(list, n, lexicon_, out_.arena);
    if (names.empty()) return false;
    for (std::size_t k = 0; k < n; ++k) ranked(out_.joined(names[k], growth.word), events_[index + k].index);
    last_group_ = n;
    consume(index, n);
    return true;
  }
  /// 从第8位、第4位跃居: the places that they had before.
  [[nodiscard]] bool moves_on(std::uint32_t at, std::uint32_t end) const {
    for (; at < end; at += char_size(text_, at)) {
      char32_t const c = code_point(text_, at);
      if (c == 0x4ece || c == 0x7531) return true;  // 从 由
    }
    return false;
  }
  /// 甲县8%、乙县6%，分列全省第3、5位; 增速分列…: of the facts before, or beside them where they have levels.
  bool ranks_of_facts(Range name, std::size_t index, std::size_t n) {
    if (!(name.empty() || growth_only(name)) || out_.indicators.size() < first_fact_ + n) return false;
    std::size_t const first = out_.indicators.size() - n;
    bool const levels = out_.indicators[first].value || out_.indicators[first].low;
    for (std::size_t k = 0; k < n; ++k) {
      Indicator& fact = out_.indicators[first + k];
      std::uint32_t const r = events_[index + k].index;
      if (name.empty() || !levels) {
        if (!fact.rank) give(fact, r);
      } else {
        ranked(out_.joined(fact.name, words(name)), r);
      }
    }
    consume(index, n);
    return true;
  }

  void give(Indicator& fact, std::uint32_t index) {
    RankValue const& r = s_->ranks[index];
    RankSlot slot;
    slot.position = r.position;
    slot.from_end = r.from_end;
    slot.scope = words(r.scope);
    slot.out_of = r.out_of;
    fact.rank = slot;
    evidence(fact, "rank", {RecordType::rank, bases_.ranks + index});
  }
  /// A fact that has nothing but a rank.
  Indicator& ranked(std::string_view name, std::uint32_t index) {
    Indicator& fact = add_fact(name, {s_->ranks[index].begin, s_->ranks[index].end}, "indicator.rank");
    if (fact.canonical.empty()) known_without_growth(fact);
    give(fact, index);
    return fact;
  }
  /// 规上工业增加值增幅 is still said of 规模以上工业增加值.
  void known_without_growth(Indicator& fact) const {
    Entry const tail = lexicon_.longest_before(fact.name, fact.name.size(), Class::growth_noun);
    if (tail.word.empty()) return;
    Entry const known = lexicon_.find(fact.name.substr(0, fact.name.size() - tail.word.size()), Class::indicator);
    fact.canonical = known.text;
    fact.indicator_id = known.second;
  }
};

}  // namespace detail

GONGWEN_END
