// gongwen/detail/extract/indicator.hpp: facts of measures out of the clauses of a sentence.
//
// A clause is what stands between points (， ； ： 。), and between 、 after a figure. Its figures, moves and ranks are
// read from left to right; the words before each, trimmed, are its name. What has no name of its own is said of the fact
// before it in the sentence:
//
//   全市完成财政收入16537万元，占年度计划的55.8%，同比增长10%
//     name 财政收入 · value 16537万元   completion 55.8% of 年度计划   change yoy up 10%
//
//   value       NAME (实现|完成|达到|为) FIGURE · FIGURE 的 NAME · FIGURE NAME where a classifier counts it
//   completion  (占|为|完成) PLAN 的 FIGURE%, where PLAN ends with a word of plans
//   share       占 WHOLE (的) FIGURE%
//   peer        (高于|低于) WHOM FIGURE
//   change      a move of the change rows; FIGUREs after it in a list share it
//   分别        n names before, n figures or moves after
#pragma once

#include <utility>

#include "shared_names.hpp"
#include "topics.hpp"

GONGWEN_BEGIN

namespace detail {

/// Makes the indicators of one sentence. Lives as long as one document is read.
class IndicatorReader : private SharedNames {
 public:
  IndicatorReader(RecordsData& out, LexiconData const& lexicon) : SharedNames(out, lexicon), topics_(out, lexicon) {}

  using FactBuilder::lay_out_evidence;
  using FactBuilder::weigh;
  using Bases = MentionBases;

  /// `claimed`: figures that a project took for its own.
  void read(Sentence const& sentence, NodeIndex node, std::uint32_t body, Bases bases, Context& context,
            std::vector<bool> const& claimed) {
    node_ = node;
    bases_ = bases;
    context_ = &context;
    first_fact_ = out_.indicators.size();
    first_entity_ = out_.entities.size();
    while (first_entity_ > 0 && out_.entities[first_entity_ - 1].node == node) --first_entity_;
    last_group_ = 0;
    carry_end_ = list_end_ = none;
    by_name_ = listed_ = false;
    announced_.reset();
    list_verb_ = {};
    since_ = works_ = {};
    list_works_ = false;
    open(sentence, body, claimed);
    bool const again = std::exchange(broken_down_, breaks_down(body)) && broken_down_;
    if (!again) whole_ = {};  // 按地域分，…。按行业分，…: the same whole
    new_segment(body);
    std::uint32_t at = body;
    std::size_t event = 0;
    for (std::size_t c = 0; c <= cuts_.size(); ++c) {
      std::uint32_t const end = c < cuts_.size() ? cuts_[c] : sentence.lattice().range().end;
      if (end > at) clause({at, end}, event);
      at = std::max(at, end);
    }
  }
  /// An article or a heading begins: nothing has been named that it could describe.
  void new_part() { topics_.new_part(); }
  /// A heading can name what the sentences below it describe.
  void heading(Sentence const& sentence, Range title) { topics_.heading(sentence, title); }
  /// A sentence without figures that opens its paragraph or item can still name what the next ones describe.
  void quiet(Sentence const& sentence, NodeIndex node, std::uint32_t body) {
    auto const nodes = out_.outline.nodes();
    NodeIndex const part = nodes[node].parent;
    if (part != no_node && nodes[part].range.begin == nodes[node].range.begin) topics_.read(sentence, body, part);
  }

 private:
  void clause(Range r, std::size_t& event) {
    while (event < events_.size() && events_[event].begin < r.begin) ++event;
    std::size_t end = event;
    while (end < events_.size() && events_[end].begin < r.end) ++end;
    std::uint32_t const first = end > event ? events_[event].begin : r.end;
    np_begin_ = r.begin;
    clause_ = r;
    // ； ends what 预计 and 力争 govern
    if (r.begin > s_->lattice().range().begin) {
      char32_t const before = code_point(text_, previous(text_, r.begin));
      if (before == 0xff1b || before == U';') {
        context_->sentence_status = announced_.value_or(context_->heading_status);
        new_segment(r.begin);
      }
    }
    if (NameReader(*s_).word(s_->lattice().skip(r.begin), r.end, Class::among) != nullptr) {  // 其中烤烟为…
      segment_ = r.begin;
      segment_facts_ = out_.indicators.size();
    }
    if (!since_.empty() && !s_->times_in(r).empty()) since_ = {};
    govern(r, first);
    to_do_ = deed_ahead(r, first);
    if (Range const event = since_event(r, first); !event.empty()) since_ = words(event);
    spoken_of_again(r, first);
    stands(r, first);
    if (topic_.begin >= r.begin && topic_.end <= first) np_begin_ = std::max(np_begin_, topic_.end);
    if (topics_.past_back() > r.begin && topics_.past_back() < first)
      np_begin_ = std::max(np_begin_, topics_.past_back());
    for (; event < end; ++event) {
      Event const& e = events_[event];
      switch (e.kind) {
        case Kind::figure: figure(e, event); break;
        case Kind::move: move(e, event); break;
        case Kind::rank: rank(event); break;
      }
    }
  }

  /// …，公司占地1800亩: what the paragraph has named is spoken of again, in the middle of a sentence.
  void spoken_of_again(Range r, std::uint32_t first) {
    std::uint32_t const at = s_->lattice().skip(r.begin);
    if (r.begin == segment_ || context_->of_zone || at >= first) return;
    std::uint32_t const past = topics_.again(at, first);
    if (past == at) return;
    topic_ = topics_.named();
    context_->described = true;
    context_->found(GoverningArea{words(topic_), {}, node_}, false);
    np_begin_ = std::max(np_begin_, past);
  }
  /// 现有企业52家、工人800人: what there is, up to a verb that does something.
  void stands(Range r, std::uint32_t first) {
    if (first == r.end) return;
    for (std::uint32_t at = r.begin; at < first; at += char_size(text_, at)) {
      if (lexicon_.asked(text_.substr(0, first), at, Class::topic_word).text == "has") {
        context_->standing = true;
        if (code_point(text_, at) == 0x73b0) context_->now_stands(r.begin);  // 现有
      }
      if (context_->standing && s_->lattice().find(at, Class::reach_verb | Class::up | Class::down) != nullptr)
        context_->standing = false;
    }
  }
  void figure(Event const& e, std::size_t index) {
    Figure const& f = s_->figures[e.index];
    if (f.multiple || e.begin < np_begin_) return;  // a part of a name before it: 2个5万吨级泊位
    if (!f.value && !f.low && !f.high) {            // a fraction alone: no slot of a fact holds it
      np_begin_ = e.end;
      return;
    }
    if (conditional(e.end) || granted(e, f) || (context_->rules && (sets_bound(f) || of_rule())) || asks_age(e, f) ||
        term(e)) {
      np_begin_ = e.end;
      return;
    }
    if (part_that_does(e, f)) return;
    if (attributive(f)) return;      // 引进1亿元以上项目3个: part of the name of what follows
    if (amount_of_whole(e)) return;  // 完成年度目标5亿元的37%: part of what the share is of
    bool const percent = f.dimension == Dimension::ratio || f.unit == "pp";
    if ((percent && proportion(e, f, index)) || compared(e, index, percent || f.multiplies)) {
      np_begin_ = e.end;
      return;
    }
    if (f.unit == "pp") {
      np_begin_ = e.end;
      return;  // points with no verb say nothing sure
    }
    if (f.number != none && is_han(code_point(text_, f.number)) && f.dimension == Dimension::count &&
        f.mod == Mod::none && f.value < Decimal(20)) {
      // 三个方面: small counts in Chinese numerals are no facts; 残疾人两项补贴 is a name
      bool const inside = e.begin > np_begin_ && is_han(code_point(text_, previous(text_, e.begin))) &&
                          is_han(code_point(text_, e.end)) && !before(e.begin).empty();
      if (!inside) np_begin_ = e.end;
      return;
    }
    Range name = after_modal(before(e.begin));
    if (shared_by_all(name, e, f, index)) return;
    if (reduces(name, e, f)) return;
    // 分别为A、B、C: the other figures of the list follow at once
    std::size_t const n = run_of(index);
    if (n > 1 && (areas_each(name, index, n) || distribute(name, index, n) || parts_each(name, index, n))) return;
    bool counted_right = false;
    if (name.empty() && e.begin > np_begin_ && (completes(f, e) || again(f, e))) return;
    if (Range const said = before_move_to(name, index); !said.empty()) {
      // 由不足百个发展到1735个: the level that was reached is the fact's
      Event const& reached = events_[index + 1];
      reached_at(e.end, reached.begin);
      add_value(s_->figures[reached.index], reached.index, words(compose(said)), said);
      consume(index, 2);
      return;
    }
    if (name.empty() && (carries(e, f) || counts_state(e, f))) return;
    if (moves_from(name, e, index) || each_area(e, f)) return;
    if (area_alone(name, e.begin) && last()->unit == f.unit && right_name(f, e.end).empty()) {
      add_value(f, e.index, measure_of_last(name), name);
      np_begin_ = e.end;
      return;
    }
    bool const listed = f.dimension == Dimension::count && of_list(name, f, e);
    if (listed) {
      name = before_other(name) ? shared_verb_of(name) : verb_of(name);
    } else if (f.dimension == Dimension::count && of_examples(name)) {
      name = verb_of(name);
      if (name.empty() || counted_thing(f, name, e.end).empty()) {
        np_begin_ = e.end;
        return;
      }
    }
    std::string_view const verb = listed_verb(name.empty() ? e.begin : name.begin, f);
    if (name.empty()) {
      bool const works = completes_works(e) || !verb.empty() || (list_works_ && follows_list(e.begin));
      name = right_name(f, e.end, works);
      list_works_ = works && !name.empty() && measures(f);
      counted_right = !name.empty();
      if (counted_right && !verb.empty()) composed_ = out_.joined(verb, words(name));
      if (!counted_right) name = subject_before(f, e.begin);
    } else if (Range const thing = counted_thing(f, name, e.end); !thing.empty()) {
      // 新上13条生产线: the verb before, the thing after
      carry_ = for_whom(name) ? words(thing) : words(name);
      composed_ = for_whom(name) ? carry_ : out_.joined(carry_, words(thing));
      add_value(f, e.index, composed_, name);
      np_begin_ = carry_end_ = std::max(e.end, thing.end);
      list_verb_ = whole_verb(name) ? words(name) : std::string_view();
      list_end_ = np_begin_;
      return;
    }
    if (name.empty() || chars_in(words(name)) > 40 || project_money(name, f) || no_measure(name) || formula(name) ||
        (!counted_right && before_other(name)) ||
        (f.dimension == Dimension::ratio && (share_of_none(name) || at_rate(name)))) {
      np_begin_ = e.end;
      return;
    }
    if (counted_right) {
      add_value(f, e.index, words(name), name);
    } else {
      Range const said = compose_shared(name, segment_);
      if (composed_.empty()) composed_ = with_verb(verb, said);
      if (composed_.empty()) composed_ = of_whole(said, f);
      keep_verb(said);
      add_value(f, e.index, words(said), name);
    }
    np_begin_ = counted_right ? std::max(e.end, name.end) : e.end;
    list_end_ = np_begin_;
    if (!counted_right) {
      carry_ = out_.indicators.back().name;
      carry_end_ = e.end;
    }
  }

  /// 按地域分，…; 分产业看，…; 从行业看，…: the sentence begins with what its parts are by.
  [[nodiscard]] bool breaks_down(std::uint32_t body) const {
    std::uint32_t at = s_->lattice().skip(body);
    if (!lexicon_.asked(text_.substr(0, s_->lattice().range().end), at, Class::breaks_down)) return false;
    std::uint32_t last = at;
    for (int n = 0; n < 12 && at < s_->lattice().range().end; ++n) {
      char32_t const c = code_point(text_, at);
      if (c == 0xff0c || c == U',') {
        char32_t const end = code_point(text_, last);
        return end == 0x5206 || end == 0x770b;  // 分 看
      }
      last = at;
      at += char_size(text_, at);
    }
    return false;
  }
  /// 60%的社区开展创建, 还有40%的耕地未灌溉: of what stands after 的 that part does it.
  bool part_that_does(Event const& e, Figure const& f) {
    if (f.unit != "%" || code_point(text_, e.end) != 0x7684 || !before(e.begin).empty()) return false;  // 的
    std::uint32_t const at = e.end + 3;
    std::uint32_t end = at;
    bool does = false;
    for (std::size_t n = 0; end < clause_.end && n < 24; ++n, end += char_size(text_, end)) {
      if (!is_han(code_point(text_, end)) || s_->lattice().find(end, Class::figure | Class::change) != nullptr) break;
      if (!does && s_->lattice().find(end, Class::rate_head | Class::growth_noun | Class::plan_noun) != nullptr)
        return false;
      does = does || (n >= 2 && lexicon_.asked(text_.substr(0, clause_.end), end, Class::does));
    }
    if (!does || !(end == clause_.end || end + 3 >= clause_.end)) return false;
    add_value(f, e.index, text_.substr(at, end - at), {at, end});
    np_begin_ = end;
    return true;
  }
  /// 完成10万亩旱片治理: the figure is how much of a work was done.
  [[nodiscard]] bool completes_works(Event const& e) const {
    NameReader const names(*s_);
    return names.word_before(np_begin_, e.begin, Class::reach_verb) != nullptr;
  }
  /// 葡萄主要用于酿酒，共1700亩: the amount is of what its segment begins with, where nothing else has been said of it.
  [[nodiscard]] Range subject_before(Figure const& f, std::uint32_t at) const {
    Range const nothing{at, at};
    bool const amount = f.dimension == Dimension::area || f.dimension == Dimension::mass ||
                        (f.dimension == Dimension::count && code_point(text_, f.end) != 0x7684);  // 的
    if (!amount || segment_facts_ != out_.indicators.size() || clause_.begin <= segment_ || np_begin_ != clause_.begin)
      return nothing;
    std::uint32_t const begin = NameReader(*s_).after_opening({segment_, clause_.begin});
    std::uint32_t end = begin;
    for (int n = 0; n < 11; ++n, end += char_size(text_, end)) {
      if (end >= clause_.begin || !is_han(code_point(text_, end))) return nothing;
      if (n > 1 && lexicon_.asked(text_.substr(0, clause_.begin), end, Class::topic_word).text == "is") break;
    }
    bool const noun = end > begin + 3 && end < begin + 33 && !lexicon_.asked(text_.substr(0, end), begin, Class::act) &&
                      s_->lattice().find(begin, Class::area | Class::modal | Class::not_measure) == nullptr;
    return noun ? Range{begin, end} : nothing;
  }
  /// 脱贫户865户3126人, 惠及12个村1860人: a second amount right after the first, in another unit, has the same name.
  bool carries(Event const& e, Figure const& f) {
    if (carry_end_ == none || out_.indicators.size() == first_fact_ || f.dimension == Dimension::ratio) return false;
    bool const listed = f.dimension == Dimension::count && code_point(text_, carry_end_) == 0x3001 &&  // 、
                        carry_end_ + 3 == e.begin && !is_han(code_point(text_, e.end));
    if ((carry_end_ != e.begin && !listed) || out_.indicators.back().unit == f.unit) return false;
    // 占地70亩33栋大棚: what is counted stands after the amount
    if (f.dimension == Dimension::count && !f.unit.empty() && !right_name(f, e.end).empty()) return false;
    add_value(f, e.index, carry_, {});
    np_begin_ = carry_end_ = e.end;
    return true;
  }
  /// 总产值将比1995年的500亿元增长19%: the amount that a move starts from is no level of its own.
  bool moves_from(Range name, Event const& e, std::size_t index) {
    Token const* const than = NameReader(*s_).word_before(name.begin, name.end, Class::compare);
    bool const set_against =
        than != nullptr && (than->end - than->begin > 3 || is_than(code_point(text_, than->begin)));
    if (!set_against || !s_->in_time(s_->lattice().skip(name.end))) return false;  // 存贷比为30%
    Range const subject = after_modal(before(than->begin));
    bool const moved = index + 1 < events_.size() && events_[index + 1].kind == Kind::move &&
                       events_[index + 1].begin < clause_.end && events_[index + 1].begin <= e.end + 12;
    np_begin_ = e.end;
    if (!moved || subject.empty()) return true;
    Event const next = events_[index + 1];
    change_only(words(compose(subject)), next, s_->moves[next.index], s_->moves[next.index].figure);
    consume(index, 2);
    return true;
  }
  /// Set against a peer or a base: 高于全省2个百分点, 比去年同期少9家. The verb alone is no sure sign before a plain amount
  /// (超过500万元).
  bool compared(Event const& e, std::size_t& index, bool by_points) {
    auto said = by_points ? by_verb(e) : std::nullopt;
    if (!said) said = by_adjective(e);
    if (!said) said = by_multiple(e);
    return said && peer(e, index, *said);
  }
  /// 比上年增加21万亩，达到近300万亩: a level without a name, of the fact that had a change alone.
  bool completes(Figure const& f, Event const& e) {
    Indicator* const fact = last();
    if (fact == nullptr || fact->value || fact->low || fact->changes.empty() || fact->rank || fact->share) return false;
    Change const& moved = fact->changes.front();
    if (f.dimension == Dimension::ratio || moved.of_growth || (moved.unit != "%" && moved.unit != f.unit)) return false;
    NameReader const names(*s_);
    if (names.word_before(np_begin_, whom(np_begin_, e.begin).end, Class::reach) == nullptr) return false;
    set_value(*fact, f, e.index);
    fact->range = {f.begin, f.end};
    np_begin_ = e.end;
    return true;
  }
  /// 去年是56亿元，今年达到65亿元: the measure before, at another time or of another status.
  bool again(Figure const& f, Event const& e) {
    Indicator const* const fact = last();
    if (fact == nullptr || !fact->value || fact->unit != f.unit || f.dimension == Dimension::ratio) return false;
    NameReader const names(*s_);
    if (names.word_before(np_begin_, whom(np_begin_, e.begin).end, Class::reach) == nullptr) return false;
    GoverningPeriod const* const period = context_->period();
    bool const moved = period != nullptr && (!fact->period || fact->period->begin != period->value.from);
    if (!moved && fact->status == context_->sentence_status) return false;
    add_value(f, e.index, fact->name, {});
    np_begin_ = e.end;
    return true;
  }
  /// 减少办公用房租赁费1.2亿元: a move of what stands between the verb and the amount.
  bool reduces(Range name, Event const& e, Figure const& f) {
    if (name.empty() || f.dimension == Dimension::ratio) return false;
    NameReader const names(*s_);
    std::uint32_t at = name.begin;
    if (code_point(text_, at) == 0x518d) at += 3;  // 再
    Token const* const verb = names.word(at, name.end, Class::down);
    if (verb == nullptr || verb->end < at + 6 || name.end < verb->end + 6) return false;
    Range const what = names.trim({verb->end, name.end});
    if (what.begin != verb->end || what.size() < 6 || names.word(at, name.end, Class::indicator | Class::hold))
      return false;
    Move fall;
    fall.direction = Direction::down;
    change_only(words(what), e, fall, e.index);
    last_group_ = 1;
    np_begin_ = e.end;
    return true;
  }
  /// 砖瓦化率、污水处理率均达100%: the same figure of each rate of a list, also with no 均 where the list ends with one figure.
  bool shared_by_all(Range name, Event const& e, Figure const& f, std::size_t index) {
    if (f.dimension != Dimension::ratio || name.empty()) return false;
    if (!both_before(name.end, e.begin) && run_of(index) > 1) return false;
    auto const members = members_of(words(name));
    if (members.size() < 2 || members.size() > 6) return false;
    for (std::string_view const m : members) {
      if (lexicon_.longest_before(m, m.size(), Class::rate_head).word.empty()) return false;
    }
    for (std::string_view const m : members) add_value(f, e.index, m, name);
    last_group_ = members.size();
    np_begin_ = e.end;
    return true;
  }
  /// 核桃2000亩、脐橙1500亩，总面积分别达8000亩和6500亩: a part of each of the facts before.
  bool parts_each(Range name, std::size_t index, std::size_t n) {
    if (name.empty() || out_.indicators.size() < first_fact_ + n) return false;
    std::string_view const part = words(name);
    if (lexicon_.find(part, Class::part_of).word.size() != part.size()) return false;
    std::size_t const first = out_.indicators.size() - n;
    for (std::size_t k = 0; k < n; ++k) {
      std::string_view base = out_.indicators[first + k].name;
      if (auto const made = lexicon_.asked(base, 0, Class::made)) base.remove_prefix(made.end);  // 新增
      composed_ = out_.joined(base, part);
      Event const& e = events_[index + k];
      add_value(s_->figures[e.index], e.index, composed_, name);
    }
    last_group_ = n;
    consume(index, n);
    return true;
  }
  /// The name before 由A发展到B, where the next figure is B, counted in the same unit; else empty.
  [[nodiscard]] Range before_move_to(Range name, std::size_t index) const {
    Range const nothing{name.end, name.end};
    if (name.empty() || index + 1 >= events_.size() || events_[index + 1].kind != Kind::figure) return nothing;
    Event const& a = events_[index];
    Event const& b = events_[index + 1];
    if (b.begin >= clause_.end || s_->figures[a.index].unit != s_->figures[b.index].unit) return nothing;
    NameReader const names(*s_);
    Token const* to = names.word_before(a.end, b.begin, Class::reach);
    if (to == nullptr) to = names.word_before(a.end, before_time(a.end, b.begin), Class::reach);
    if (to == nullptr || chars_in(text_.substr(a.end, b.begin - a.end)) > 16) return nothing;
    for (std::uint32_t at = name.begin; at < a.begin; at += char_size(text_, at)) {
      char32_t const c = code_point(text_, at);
      if (c != 0x7531 && c != 0x4ece) continue;  // 由 从
      Range const said = names.trim({name.begin, at});
      return said.empty() ? nothing : said;
    }
    return nothing;
  }
  /// 由2012年的7700元增加到2017年的1.2万元: the level is of the time that stands before it.
  void reached_at(std::uint32_t begin, std::uint32_t end) {
    Range const in = s_->times_in({begin, end});
    if (in.empty()) return;
    TimeValue const& t = s_->times[in.end - 1];
    if (!t.from || !t.to || t.now || t.past_year || t.kind == TimeKind::duration || t.kind == TimeKind::set) return;
    context_->found(GoverningPeriod{t, text_.substr(t.begin, t.end - t.begin), bases_.times + in.end - 1}, false);
  }
  /// Where the words before a time and 的 end: 增加到|2020年的.
  [[nodiscard]] std::uint32_t before_time(std::uint32_t begin, std::uint32_t end) const {
    Range const in = s_->times_in({begin, end});
    if (in.empty()) return end;
    std::uint32_t at = s_->times[in.end - 1].begin;
    while (at > begin && is_space(code_point(text_, previous(text_, at))))
      at = static_cast<std::uint32_t>(previous(text_, at));
    return at;
  }
  /// A sentence, or what follows a ；, begins.
  void new_segment(std::uint32_t begin) {
    topic_ = topics_.read(*s_, begin, out_.outline.nodes()[node_].parent);
    context_->described = !topic_.empty();
    context_->standing = false;
    segment_ = begin;
    segment_facts_ = out_.indicators.size();
    if (!topic_.empty()) context_->found(GoverningArea{words(topic_), {}, node_}, false);
    rule_for_whom(s_->lattice().skip(begin));
  }
  [[nodiscard]] Growth growth_of(Range name) const {
    if (name.empty()) return Growth::unsaid;
    return lexicon_.find(words(name), Class::growth_noun).text == "down" ? Growth::of_fall : Growth::of_rise;
  }

  bool distribute(Range name, std::size_t index, std::size_t n) {
    auto const names = distributed(words(name), n, lexicon_, out_.arena);
    if (names.empty()) return false;
    std::size_t const first = out_.indicators.size();
    for (std::size_t k = 0; k < n; ++k) {
      Event const& e = events_[index + k];
      add_value(s_->figures[e.index], e.index, names[k], name);
    }
    last_group_ = out_.indicators.size() - first;
    consume(index, n);
    return true;
  }
  // ---- moves -----------------------------------------------------------------------------------------------------------

  void move(Event const& e, std::size_t index) {
    Move const& m = s_->moves[e.index];
    if (contributes(e, m) || conditional(e.end)) {
      np_begin_ = e.end;
      return;
    }
    // 高出全国同期增速8.6个百分点: the noun is what it is set against
    if (m.growth && m.figure != none && s_->figures[m.figure].unit == "pp") {
      Event points{Kind::figure, s_->figures[m.figure].begin, s_->figures[m.figure].end, m.figure};
      if (by_verb(points)) {
        events_[index] = points;
        return figure(points, index);
      }
    }
    Range name = after_modal(before(e.begin));
    std::size_t const n = m.figure == none ? 1 : run_of(index);
    // 同比分别增长4.2%、14%、12.6%: said of the facts before it, one each
    if (n > 1 && m.respectively && areas_each({e.begin, e.begin}, index, n)) return;
    if (name.empty() || growth_only(name)) {
      if (n > 1 && (n == last_group_ || m.respectively) && out_.indicators.size() >= first_fact_ + n) {
        std::size_t const first = out_.indicators.size() - n;
        for (std::size_t k = 0; k < n; ++k)
          add_change(out_.indicators[first + k], m, k == 0 ? m.figure : events_[index + k].index);
        consume(index, n);
        return;
      }
      if (n == 1 && each_its_own(m, index)) return;
      if (name.empty() && area_alone(name, e.begin)) return change_only(measure_of_last(name), e, m, m.figure);
      if (Indicator* const fact = last()) add_change(*fact, m, m.figure, growth_of(name));
      np_begin_ = e.end;
      return;
    }
    if (area_alone(name, e.begin) && m.figure != none) {
      change_only(measure_of_last(name), e, m, m.figure);
      np_begin_ = e.end;
      return;
    }
    if (no_measure(name)) {
      np_begin_ = e.end;
      return;
    }
    if (chars_in(words(name)) > 40 || m.figure == none) {
      if (m.figure == none && chars_in(words(name)) <= 40)
        change_only(words(compose_shared(name, segment_)), e, m, none);
      np_begin_ = e.end;
      return;
    }
    if (n > 1) {
      auto const names = distributed(words(name), n, lexicon_, out_.arena);
      if (!names.empty()) {
        for (std::size_t k = 0; k < n; ++k) {
          Event each = events_[index + k];
          change_only(names[k], each, m, k == 0 ? m.figure : each.index);
        }
        last_group_ = n;
        consume(index, n);
        return;
      }
    }
    change_only(words(compose_shared(name, segment_)), e, m, m.figure);
    last_group_ = 1;
    np_begin_ = e.end;
  }
  /// 分别增长8.8%和下降2.1%: moves of one list, one for each of the facts before.
  bool each_its_own(Move const& m, std::size_t index) {
    if (!m.respectively) return false;
    std::size_t n = 1;
    while (index + n < events_.size() && events_[index + n].kind == Kind::move &&
           joined(events_[index + n - 1].end, events_[index + n].begin))
      ++n;
    if (n < 2 || n != last_group_ || out_.indicators.size() < first_fact_ + n) return false;
    std::size_t const first = out_.indicators.size() - n;
    for (std::size_t k = 0; k < n; ++k) {
      Move const& own = s_->moves[events_[index + k].index];
      add_change(out_.indicators[first + k], own, own.figure);
    }
    consume(index, n);
    return true;
  }
  Topics topics_;
  std::uint32_t segment_ = 0;       ///< where the sentence, or what follows its last ；, begins
  std::size_t segment_facts_ = 0;   ///< how many facts there were then
  std::string_view carry_;          ///< the name of the last value
  std::uint32_t carry_end_ = none;  ///< where an amount must begin to share it
};

}  // namespace detail

GONGWEN_END
