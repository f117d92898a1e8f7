// gongwen/detail/extract/relations.hpp: what ties a percentage to another measure: peers, completion and share.
//
//   peer        (高于|低于) WHOM FIGURE · 比 WHOM (高|低|多|少) FIGURE · WHOM 的 N 倍
//   completion  (占|为|完成) PLAN 的 FIGURE%, where PLAN ends with a word of plans
//   share       (占|恢复至) WHOLE (的) FIGURE%
//   contribution  (拉动|影响) WHOLE MOVE
#pragma once

#include "fact_builder.hpp"

GONGWEN_BEGIN

namespace detail {

/// Attaches a figure to a measure and to what it is set against.
class Relations : protected FactBuilder {
 protected:
  using FactBuilder::FactBuilder;

  /// 增速, 增幅 before a move: the growth rate is what moves.
  [[nodiscard]] bool growth_only(Range name) const {
    return lexicon_.find(words(name), Class::growth_noun).word.size() == name.size();
  }
  /// A figure set against something: its subject, what it is set against, and which of the two is more.
  struct Comparison {
    Range name, against;
    std::uint32_t verb_end = 0;
    BasisValue basis{gongwen::Basis::peer, {}};
    bool up = true;
  };
  /// 高于全国1.7个百分点, 分别高于全市、全省平均增速0.2、5.5个百分点, 是我区的两倍.
  [[nodiscard]] std::optional<Comparison> by_verb(Event const& e) const {
    if (!s_->lattice().present().meets(Class::peer)) return std::nullopt;
    NameReader const names(*s_);
    for (std::uint32_t p = np_begin_; p < e.begin; p += char_size(text_, p)) {
      Token const* const verb = names.word(p, e.begin, Class::peer);
      if (verb == nullptr) continue;
      char32_t const denied = p > np_begin_ ? code_point(text_, previous(text_, p)) : U' ';
      if (denied == 0x4e0d || denied == 0x5f97) return std::nullopt;  // 不超过, 不得超过
      Comparison c;
      c.name = {np_begin_, p};
      c.against = whom(verb->end, e.begin);
      c.up = s_->lattice().meaning(*verb, Class::peer).value == 0;
      return c;
    }
    return std::nullopt;
  }
  /// 比全省平均低3.2个百分点, 比去年同期少了9家: an adjective right before the figure, the base after 比 or 较.
  [[nodiscard]] std::optional<Comparison> by_adjective(Event const& e) const {
    if (!s_->lattice().present().meets(Class::compare | Class::based)) return std::nullopt;
    auto const adjective = lexicon_.asked_before(text_, np_begin_, e.begin, Class::comparative, 12);
    if (!adjective) return std::nullopt;
    auto const end = static_cast<std::uint32_t>(adjective.begin);
    NameReader const names(*s_);
    for (std::uint32_t p = np_begin_; p < end; p += char_size(text_, p)) {
      Token const* const base = names.word(p, end, Class::based | Class::basis | Class::compare);
      if (base == nullptr) continue;
      Comparison c;
      c.name = {np_begin_, p};
      c.up = adjective.text == "up";
      if (!base->classes.meets(Class::compare)) {
        if (s_->lattice().skip(base->end) != end) continue;
        c.basis = base->classes.meets(Class::based)
                      ? s_->bases[base->payload]
                      : BasisValue{static_cast<gongwen::Basis>(s_->lattice().meaning(*base, Class::basis).value), {}};
        return c;
      }
      if (!is_than(code_point(text_, p))) continue;
      c.against = whom(base->end, end);
      if (!c.against.empty()) return c;
    }
    return std::nullopt;
  }

  /// 是我区的两倍, 相当于全市的1.5倍: a multiple of a peer.
  [[nodiscard]] std::optional<Comparison> by_multiple(Event const& e) const {
    if (s_->figures[e.index].unit != "x" || e.begin < np_begin_ + 9) return std::nullopt;
    if (code_point(text_, e.begin - 3) != 0x7684) return std::nullopt;  // 的
    NameReader const names(*s_);
    std::uint32_t const at = s_->lattice().skip(np_begin_);
    Token const* verb = names.word(at, e.begin, Class::of_verb | Class::share_verb);
    Comparison c;
    c.name = {np_begin_, np_begin_};
    if (verb == nullptr) {  // 销售收入是2000年的5.4倍: only before a time
      verb = verb_before_time(e.begin);
      if (verb != nullptr) c.name.end = verb->begin;
    }
    if (verb == nullptr || verb->end + 6 > e.begin) return std::nullopt;
    c.against = whom(verb->end, e.begin - 3);
    // 是2015年的1.8倍: what it was then
    Token const* const then = names.word(c.against.begin, c.against.end, Class::time);
    if (then != nullptr && then->end == c.against.end) c.basis = {gongwen::Basis::since, words(c.against)};
    return c;
  }
  /// 是, 达到 right before the time that ends, with 的, at `end`.
  [[nodiscard]] Token const* verb_before_time(std::uint32_t end) const {
    Range const in = s_->times_in({np_begin_, end});
    if (in.empty()) return nullptr;
    TimeValue const& then = s_->times[in.end - 1];
    if (then.end + 3 != end) return nullptr;
    std::uint32_t at = then.begin;
    while (at > np_begin_ && is_space(code_point(text_, previous(text_, at))))
      at = static_cast<std::uint32_t>(previous(text_, at));
    return NameReader(*s_).word_before(np_begin_, at, Class::of_verb);
  }

  /// 收入和出口额分别是2000年的9.5倍和13.1倍: a multiple of each measure.
  bool multiples_each(Range name, std::size_t& index, Comparison const& said) {
    if (name.empty() || s_->figures[events_[index].index].unit != "x") return false;
    std::size_t const n = run_of(index);
    if (n < 2) return false;
    auto const names = distributed(words(name), n, lexicon_, out_.arena);
    if (names.size() != n) return false;
    for (std::size_t k = 0; k < n; ++k) {
      Event const& each = events_[index + k];
      Indicator& fact = add_fact(names[k], {each.begin, each.end}, "indicator.peer");
      set_against(fact, said, said.basis.against, each.index, false);
    }
    last_group_ = n;
    consume(index, n);
    return true;
  }
  /// A figure that says how far a measure lies above or below a peer, or above or below where it stood.
  bool peer(Event const& e, std::size_t& index, Comparison const& said) {
    NameReader const names(*s_);
    Range const name = names.trim(said.name);
    Indicator* fact = nullptr;
    bool growth = s_->figures[e.index].unit == "pp" && said.basis.basis == gongwen::Basis::peer;
    if (multiples_each(name, index, said)) return true;
    if (!name.empty() && !growth_only(name) && chars_in(words(name)) <= 40) {
      Range trimmed = name;
      if (Token const* const g = names.word_before(name.begin, name.end, Class::growth_noun)) {
        trimmed.end = g->begin;
        growth = true;
      }
      trimmed = names.trim(trimmed);
      if (trimmed.empty()) return false;
      fact =
          &add_fact(words(compose(trimmed)), {s_->figures[e.index].begin, s_->figures[e.index].end}, "indicator.peer");
      last_group_ = 1;
    } else {
      fact = last();
      // A level above the average is a peer change of the level
      growth = (growth && fact != nullptr && (!fact->value || !fact->changes.empty()) && !(fact->unit == "%")) ||
               (!name.empty() && growth_only(name));
    }
    if (fact == nullptr) return false;
    std::size_t const n = run_of(index);
    auto const whom =
        n > 1 ? distributed(words(said.against), n, lexicon_, out_.arena) : std::vector<std::string_view>();
    // 分别比全省低1200元和450元: one for each of the facts before
    bool const one_each = n > 1 && whom.size() != n && name.empty() && out_.indicators.size() >= first_fact_ + n;
    for (std::size_t k = 0; k < n; ++k) {
      Event const& each = events_[index + k];
      if (one_each) fact = &out_.indicators[out_.indicators.size() - n + k];
      std::string_view const against = said.basis.basis != gongwen::Basis::peer ? said.basis.against
                                       : k < whom.size()                        ? whom[k]
                                                                                : words(said.against);
      set_against(*fact, said, against, each.index, growth);
    }
    consume(index, n);
    return true;
  }

  void set_against(Indicator& fact, Comparison const& said, std::string_view against, std::uint32_t figure,
                   bool growth) {
    if (fact.changes.size() >= most_changes) return;
    Change c;
    static_cast<Amount&>(c) = amount_of(s_->figures[figure]);
    c.basis = said.basis.basis;
    c.against = against;
    c.direction = said.up ? Direction::up : Direction::down;
    c.of_growth = growth;
    evidence(fact, change_slot(fact.changes.size()), {RecordType::quantity, bases_.quantities + figure});
    fact.changes.push_back(c);
  }

  /// 拉动GDP增长0.1个百分点, 影响CPI上涨约0.4个百分点: a part of the move of a whole.
  bool contributes(Event const& e, Move const& m) {
    if (m.figure == none || s_->figures[m.figure].unit != "pp") return false;
    if (!s_->lattice().present().meets(Class::contribute)) return false;
    NameReader const names(*s_);
    for (std::uint32_t p = np_begin_; p < e.begin; p += char_size(text_, p)) {
      Token const* const verb = names.word(p, e.begin, Class::contribute);
      if (verb == nullptr || names.word(p, e.begin, Class::indicator | Class::hold) != nullptr) continue;
      Range const of = whom(verb->end, e.begin);
      if (of.empty() || chars_in(words(of)) > 24) return false;
      Range const name = names.trim({np_begin_, p});
      Indicator* fact = last();
      if (!name.empty() && chars_in(words(name)) <= 30) {
        fact = &add_fact(words(compose(name)), {s_->figures[m.figure].begin, s_->figures[m.figure].end},
                         "indicator.contribution");
        last_group_ = 1;
      }
      if (fact == nullptr || fact->contribution) return false;
      Proportion part;
      static_cast<Amount&>(part) = amount_of(s_->figures[m.figure]);
      if (m.direction == Direction::down && part.value) part.value = -*part.value;
      part.of = words(of);
      fact->contribution = part;
      evidence(*fact, "contribution", {RecordType::quantity, bases_.quantities + m.figure});
      return true;
    }
    return false;
  }

  /// Whom a figure is set against, its area and all: 全省平均水平.
  [[nodiscard]] Range whom(std::uint32_t begin, std::uint32_t end) const {
    begin = std::min(s_->lattice().skip(begin), end);
    while (end > begin && is_space(code_point(text_, previous(text_, end)))) {
      end = static_cast<std::uint32_t>(previous(text_, end));
    }
    return {begin, end};
  }

  // ---- completion and share ----------------------------------------------------------------------------------------------

  /// 年度目标任务 of 年度目标任务589亿元, 全部贷款 of 全部贷款120亿元.
  [[nodiscard]] Range without_amount(Range of) const {
    Range const in = s_->figures_in(of);
    if (in.empty() || s_->figures[in.end - 1].end != of.end) return of;
    Range const whole{of.begin, s_->figures[in.end - 1].begin};
    return whole.size() >= 6 ? whole : of;
  }

  /// 占年度计划的55.8%, 为目标任务的53.2%, 占新增财力的80.7%, 产能占全球30%.
  bool proportion(Event const& e, Figure const& f, std::size_t index) {
    NameReader const names(*s_);
    Token const* verb = nullptr;
    for (std::uint32_t p = np_begin_; p < e.begin; p += char_size(text_, p)) {
      Token const* const t = names.word(p, e.begin, Class::share_verb | Class::of_verb);
      // 占比, 占地 are other words
      if (t == nullptr || names.word(p, e.begin, Class::rate_head | Class::hold) != nullptr) continue;
      bool const share = t->classes.meets(Class::share_verb);
      if (verb == nullptr || share) verb = t;  // 完成投资占全部投资的72%: said of 投资
      if (share) break;
    }
    if (verb == nullptr) return false;
    Range of{verb->end, e.begin};
    while (of.begin < of.end && is_space(code_point(text_, of.begin))) of.begin += char_size(text_, of.begin);
    while (of.end > of.begin && is_space(code_point(text_, previous(text_, of.end))))
      of.end = static_cast<std::uint32_t>(previous(text_, of.end));
    bool const linked = of.end > of.begin && code_point(text_, previous(text_, of.end)) == 0x7684;  // 的
    if (linked) of.end -= 3;
    of = without_amount(of);
    if (of.empty() || chars_in(words(of)) > 24) return false;
    bool const plan = names.word_before(of.begin, of.end, Class::plan_noun) != nullptr;
    bool const share = verb->classes.meets(Class::share_verb);
    // 比重达到56.2% is a level
    if (names.word_before(of.begin, of.end, Class::reach) != nullptr && !plan) {
      Range const inner = names.trim(of);
      if (names.word_before(inner.begin, inner.end, Class::rate_head) != nullptr) return false;
    }
    if (names.word_before(of.begin, of.end, Class::rate_head) != nullptr && !linked) return false;
    // 仅为全省平均水平的60%
    Token const* const area = names.word(of.begin, of.end, Class::area);  // 只有全省的六成
    bool const level = linked && (names.word_before(of.begin, of.end, Class::peer_noun) != nullptr ||
                                  (area != nullptr && area->end == of.end));
    if (!(linked && plan) && !share && !level) return false;
    Range const name = names.trim({np_begin_, verb->begin});
    Indicator* fact = last();
    if (!name.empty() && !plan && chars_in(words(name)) <= 30) {
      fact = &add_fact(words(compose(name)), {f.begin, f.end}, "indicator.share");
      last_group_ = 1;
    }
    if (fact == nullptr) return false;
    // 分别完成任务的45%、42%: one for each of the facts before
    std::size_t const n = name.empty() || plan ? run_of(index) : 1;
    bool const listed = n > 1 && n == last_group_ && out_.indicators.size() >= first_fact_ + n;
    for (std::size_t k = 0; k < (listed ? n : 1); ++k) {
      Event const& each = events_[index + k];
      Indicator& whose = listed ? out_.indicators[out_.indicators.size() - n + k] : *fact;
      auto& slot = plan ? whose.completion : whose.share;
      if (slot) return false;
      Proportion p;
      static_cast<Amount&>(p) = amount_of(s_->figures[each.index]);
      p.of = words(of);
      slot = p;
      evidence(whose, plan ? "completion" : "share", {RecordType::quantity, bases_.quantities + each.index});
    }
    if (listed) consume(index, n);
    return true;
  }
};

}  // namespace detail

GONGWEN_END
