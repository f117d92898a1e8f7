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

#include <algorithm>
#include <array>

#include "names.hpp"

GONGWEN_BEGIN

namespace detail {

/// Makes the indicators of one sentence. Lives as long as one document is read.
class IndicatorReader {
 public:
  IndicatorReader(RecordsData& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon) {}

  /// Where the sentence's mentions begin in the lists of the records.
  struct Bases {
    std::uint32_t quantities = 0, times = 0, ranks = 0;
  };

  /// `claimed`: figures that a project took for its own.
  void read(Sentence const& sentence, NodeIndex node, std::uint32_t body, Bases bases, Context& context,
            std::vector<bool> const& claimed) {
    s_ = &sentence;
    text_ = sentence.lattice().text();
    node_ = node;
    bases_ = bases;
    context_ = &context;
    claimed_ = &claimed;
    first_fact_ = out_.indicators.size();
    last_group_ = 0;
    collect_events(body);
    std::uint32_t at = body;
    std::size_t event = 0;
    for (std::size_t c = 0; c <= cuts_.size(); ++c) {
      std::uint32_t const end = c < cuts_.size() ? cuts_[c] : sentence.lattice().range().end;
      if (end > at) clause({at, end}, event);
      at = std::max(at, end);
    }
  }

 private:
  enum class Kind : std::uint8_t { figure, move, rank };
  struct Event {
    Kind kind{};
    std::uint32_t begin = 0, end = 0;
    std::uint32_t index = 0;
  };

  // ---- events and clauses ------------------------------------------------------------------------------------------

  void collect_events(std::uint32_t body) {
    events_.clear();
    for (std::uint32_t i = 0; i < s_->moves.size(); ++i)
      events_.push_back({Kind::move, s_->moves[i].begin, s_->moves[i].end, i});
    for (std::uint32_t i = 0; i < s_->figures.size(); ++i)
      if (!(*claimed_)[i]) events_.push_back({Kind::figure, s_->figures[i].begin, s_->figures[i].end, i});
    for (std::uint32_t i = 0; i < s_->ranks.size(); ++i)
      events_.push_back({Kind::rank, s_->ranks[i].begin, s_->ranks[i].end, i});
    // Of a move and a figure in the same place (翻一番) the move stays
    std::stable_sort(events_.begin(), events_.end(), [](Event const& a, Event const& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    // A figure inside a move is the move's
    std::size_t kept = 0;
    std::uint32_t until = body;
    for (Event const& e : events_) {
      if (e.begin < until) continue;
      until = e.end;
      events_[kept++] = e;
    }
    events_.resize(kept);
    find_cuts(body);
  }

  void find_cuts(std::uint32_t body) {
    cuts_.clear();
    Range const range = s_->lattice().range();
    std::size_t event = 0;
    for (std::uint32_t i = body; i < range.end;) {
      while (event < events_.size() && events_[event].end <= i) ++event;
      if (event < events_.size() && events_[event].begin <= i) {
        i = events_[event].end;
        continue;
      }
      char32_t const c = code_point(text_, i);
      std::uint32_t const next = i + char_size(text_, i);
      if (std::uint32_t const close = aside(i, c, event < events_.size() ? events_[event].begin : range.end);
          close != 0) {
        i = close;
        continue;
      }
      bool const point = c == 0xff0c || c == U',' || c == 0xff1b || c == U';' || c == 0xff1a || c == U':' ||
                         c == 0xff08 || c == U'(' || c == 0xff09 || c == U')';
      bool const pause =
          c == 0x3001 && event > 0 && s_->lattice().skip(events_[event - 1].end) == i;  // 、 after a figure
      if ((point || pause) && !s_->in_name(i) && !s_->in_time(i)) cuts_.push_back(next);
      i = next;
    }
  }

  /// （小区）, （套）: a short bracket without figures is part of the words round it; returns its end, or 0.
  [[nodiscard]] std::uint32_t aside(std::uint32_t at, char32_t c, std::uint32_t limit) const {
    if (c != 0xff08 && c != U'(') return 0;
    for (std::uint32_t i = at, n = 0; i < limit && n < 8; i += char_size(text_, i), ++n) {
      char32_t const x = code_point(text_, i);
      if (x == 0xff09 || x == U')') return i + char_size(text_, i);
    }
    return 0;
  }

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
      if (before == 0xff1b || before == U';') context_->sentence_status = context_->heading_status;
    }
    govern(r, first);
    for (; event < end; ++event) {
      Event const& e = events_[event];
      switch (e.kind) {
        case Kind::figure: figure(e, event); break;
        case Kind::move: move(e, event); break;
        case Kind::rank: rank(e); break;
      }
    }
  }

  /// Period, area and status that the words before the first event of a clause state.
  void govern(Range r, std::uint32_t first) {
    Lattice const& lattice = s_->lattice();
    for (std::size_t i = 0; i < s_->times.size(); ++i) {
      TimeValue const& t = s_->times[i];
      if (t.begin < r.begin || t.begin >= r.end || t.begin > first) continue;
      if (!t.named || t.past_year || t.kind == TimeKind::duration || t.kind == TimeKind::set || !t.from) continue;
      if (!may_govern(t, r)) continue;
      context_->found(
          GoverningPeriod{t, text_.substr(t.begin, t.end - t.begin), bases_.times + static_cast<std::uint32_t>(i)});
      break;
    }
    Token const* best = nullptr;
    Token const* status = nullptr;
    std::uint32_t checked = 0;
    constexpr ClassSet wanted = Class::status | Class::area | Class::zone | Class::place;
    auto const from = [](Place const& p, std::uint32_t byte) { return p.byte < byte; };
    for (auto it = std::lower_bound(lattice.places().begin(), lattice.places().end(), r.begin, from);
         it != lattice.places().end() && it->byte < first; ++it) {
      if (++checked > 400) break;
      if (!it->classes.meets(wanted)) continue;
      for (std::uint32_t i = it->first; i != none; i = lattice.token(i).next) {
        Token const& t = lattice.token(i);
        if (t.end > first) continue;
        if (t.classes.meets(Class::status) &&
            (status == nullptr || t.begin > status->begin || (t.begin == status->begin && t.end > status->end)))
          status = &t;
        if (!t.classes.meets(Class::area | Class::zone | Class::place) || s_->in_name(t.begin)) continue;
        if (t.classes.meets(Class::place) && !governs(t, r)) continue;
        if (compares(t.begin)) continue;
        if (best == nullptr || t.begin < best->begin || (t.begin == best->begin && t.end > best->end)) best = &t;
      }
    }
    if (best != nullptr) {
      Entry const place = lattice.meaning(*best, Class::place);
      context_->found(GoverningArea{lattice.words(*best), place.text}, runs(*best));
    }
    if (status != nullptr && status->end - status->begin > 3) {
      auto const said = static_cast<Status>(lattice.meaning(*status, Class::status).value);
      bool const of_plan = code_point(text_, status->end) == 0x7684;  // 目标任务的53.2%
      if (!of_plan && said != Status::plan) context_->sentence_status = said;
    }
  }
  [[nodiscard]] bool may_govern(TimeValue const& t, Range r) const {
    if (s_->in_name(t.begin)) return false;
    if (t.edge && t.from->month == 1 && t.from->day == 1) return false;  // 年初 is a base
    // 今天, 6月15日: the day of an event, unless a count is made up to it (截至)
    bool const upto = NameReader(*s_).word_before(r.begin, t.begin, Class::upto) != nullptr;
    if (t.kind == TimeKind::date && !t.edge && !upto) return false;
    // 全年目标任务, 年度计划, “十一五”规划: the name of a plan
    std::uint32_t after = t.end;
    if (code_point(text_, after) == 0x7684 || code_point(text_, after) == 0x201d) after += 3;
    if (after < r.end && s_->lattice().find(after, Class::plan_noun) != nullptr) return false;
    std::string_view const next = text_.substr(after, 6);
    return !(t.whole_year && t.explicit_year == 0 && next == "\xe5\x88\x86\xe9\x85\x8d") &&  // 分配
           next != "\xe8\xa7\x84\xe5\x88\x92";                                               // 规划
  }
  /// A place governs at the head of a clause: 云溪区规定…, not 到上海招商.
  [[nodiscard]] bool governs(Token const& t, Range r) const {
    NameReader const names(*s_);
    return names.trim({r.begin, t.end}).begin <= t.begin && names.trim({r.begin, t.end}).begin + 1 >= t.begin;
  }
  /// 全市, 我县, 本镇 run on; 省内, 市区 and the country hold for their sentence, the country everywhere in a text on it.
  [[nodiscard]] bool runs(Token const& t) const {
    if (!t.classes.meets(Class::area)) return false;
    char32_t const first = code_point(text_, t.begin);
    bool const whole = first == 0x5168 || first == 0x6211 || first == 0x672c;  // 全 我 本
    int const level = s_->lattice().meaning(t, Class::area).value;
    return whole && (level > 0 || (context_->running_area.empty() && context_->title_area.empty()));
  }
  [[nodiscard]] bool compares(std::uint32_t at) const {
    if (at <= s_->lattice().range().begin) return false;
    NameReader const names(*s_);
    return names.word_before(s_->lattice().range().begin, at, Class::peer | Class::rank_verb | Class::share_verb) !=
           nullptr;
  }

  // ---- events ------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::string_view words(Range r) const { return text_.substr(r.begin, r.end - r.begin); }
  [[nodiscard]] Range before(std::uint32_t end) const { return NameReader(*s_).trim({np_begin_, end}); }
  [[nodiscard]] Indicator* last() { return out_.indicators.size() > first_fact_ ? &out_.indicators.back() : nullptr; }

  void figure(Event const& e, std::size_t index) {
    Figure const& f = s_->figures[e.index];
    if (f.multiple) return;
    if (attributive(f)) return;  // 引进1亿元以上项目3个: part of the name of what follows
    if (f.dimension == Dimension::ratio || f.unit == "pp") {
      if (proportion(e, f) || peer(e, index)) {
        np_begin_ = e.end;
        return;
      }
    }
    if (f.multiplies && peer(e, index)) {
      np_begin_ = e.end;
      return;
    }
    if (f.unit == "pp") {
      np_begin_ = e.end;
      return;  // points with no verb say nothing sure
    }
    if (f.number != none && han_digit(code_point(text_, f.number)) >= 0 && f.dimension == Dimension::count &&
        f.mod == Mod::none) {
      np_begin_ = e.end;  // 三个方面: Chinese counts are no facts
      return;
    }
    Range name = before(e.begin);
    // 分别为A、B、C: the other figures of the list follow at once
    std::size_t const n = run_of(index);
    if (n > 1 && distribute(name, index, n)) return;
    bool counted_right = false;
    if (name.empty()) {
      name = right_name(f, e.end);
      counted_right = !name.empty();
    } else if (Range const thing = counted_thing(f, name, e.end); !thing.empty()) {
      // 新上13条生产线: the verb before, the thing after
      composed_ = out_.arena.emplace_back(std::string(words(name)) + std::string(words(thing)));
      add_value(f, e.index, composed_, name);
      np_begin_ = std::max(e.end, thing.end);
      return;
    }
    if (name.empty() || chars_in(words(name)) > 40 || project_money(name, f)) {
      np_begin_ = e.end;
      return;
    }
    add_value(f, e.index, words(compose(name)), name);
    np_begin_ = counted_right ? std::max(e.end, name.end) : e.end;
  }

  /// N figures side by side, with only 、 or 和 between: 4.82亿元、4.98亿元、11.12亿元.
  [[nodiscard]] std::size_t run_of(std::size_t index) const {
    std::size_t n = 1;
    while (index + n < events_.size() && n < 24) {
      Event const& a = events_[index + n - 1];
      Event const& b = events_[index + n];
      if (b.kind != Kind::figure || !joined(a.end, b.begin)) break;
      ++n;
    }
    return n;
  }
  [[nodiscard]] bool joined(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t const at = s_->lattice().skip(from);
    if (at >= to) return false;
    char32_t const c = code_point(text_, at);
    return (c == 0x3001 || c == 0x548c || c == 0x4e0e) && s_->lattice().skip(at + 3) == to;
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
  /// The other events of a list are done: turn them into nothing.
  void consume(std::size_t index, std::size_t n) {
    for (std::size_t k = 0; k < n; ++k) {
      np_begin_ = std::max(np_begin_, events_[index + k].end);
      if (k > 0) events_[index + k].index = none;
    }
    for (std::size_t k = 1; k < n; ++k) events_[index + k].kind = Kind::rank;  // an index of none is passed over there
  }

  /// 100万元以上的工业企业21家: bounds of what is counted.
  [[nodiscard]] bool attributive(Figure const& f) const {
    char32_t const next = code_point(text_, f.end);
    if (f.end >= clause_.end || (!is_han(next))) return false;
    if (f.mod_after && (f.mod == Mod::over || f.mod == Mod::under || f.mod == Mod::at_least || f.mod == Mod::at_most))
      return true;
    return false;
  }

  // ---- names ---------------------------------------------------------------------------------------------------------

  /// 152家房地产开发单位: a classifier counts what follows. 730亿的GDP: a figure before 的 and a known measure.
  [[nodiscard]] Range right_name(Figure const& f, std::uint32_t at) const {
    Lattice const& lattice = s_->lattice();
    bool const of = code_point(text_, at) == 0x7684;
    if (of) at += 3;
    std::uint32_t end = at;
    std::size_t n = 0;
    while (end < clause_.end && n < 16) {
      char32_t const c = code_point(text_, end);
      if (!is_han(c) && !is_latin(c) && c != 0x201c && c != 0x201d) break;
      if (lattice.find(end, Class::figure | Class::change) != nullptr) break;
      if (n >= 2 && lattice.find(end, Class::reach_verb | Class::up | Class::down) != nullptr) break;
      end += char_size(text_, end);
      ++n;
    }
    if (n < 2) return {at, at};
    if (f.dimension != Dimension::count) {
      // money and measures before 的 are attributes unless a known measure follows
      if (!of) return {at, at};
      Entry const known = lexicon_.longest(text_.substr(0, end), at, Class::indicator);
      if (known.word.empty()) return {at, at};
      return {at, at + static_cast<std::uint32_t>(known.word.size())};
    }
    return {at, end};
  }
  /// The thing that a classifier counts, where the words before the figure are a short verb.
  [[nodiscard]] Range counted_thing(Figure const& f, Range name, std::uint32_t at) const {
    if (f.dimension != Dimension::count || f.unit.empty() || chars_in(words(name)) > 6) return {at, at};
    if (lexicon_.find(words(name), Class::indicator).word.size() == name.size()) return {at, at};
    return right_name(f, at);
  }

  /// 兆邦二期工程已完成投资2亿元: money of a named work is no measure of an area.
  [[nodiscard]] bool project_money(Range name, Figure const& f) const {
    if (f.dimension != Dimension::money) return false;
    NameReader const names(*s_);
    for (std::uint32_t at = name.begin; at < name.end; at += char_size(text_, at)) {
      Token const* const verb = names.word(at, name.end, Class::reach_verb);
      if (verb != nullptr && at > name.begin && verb->end < name.end) {
        std::string_view const after = text_.substr(verb->end, name.end - verb->end);
        return after == "\xe6\x8a\x95\xe8\xb5\x84" && !industry(at);  // 投资
      }
    }
    return false;
  }
  [[nodiscard]] bool industry(std::uint32_t end) const {
    return code_point(text_, previous(text_, end)) == 0x4e1a;
  }  // 业

  /// 第一产业实现增加值: a verb of reaching inside a name goes; 园区外企业完成投资: its doer is the area.
  [[nodiscard]] Range compose(Range name) {
    composed_ = {};
    doer_ = {};
    NameReader const names(*s_);
    name = after_inner(name);
    for (std::uint32_t at = name.begin; at < name.end; at += char_size(text_, at)) {
      Token const* const verb = names.word(at, name.end, Class::reach_verb);
      if (verb == nullptr || at == name.begin || verb->end >= name.end) continue;
      if (names.word(name.begin, name.end, Class::indicator) != nullptr &&
          names.word(name.begin, name.end, Class::indicator)->end > at)
        continue;
      std::string joined(text_.substr(name.begin, at - name.begin));
      Range const rest{verb->end, name.end};
      joined += words(rest);
      bool const known = !lexicon_.find(joined, Class::indicator).word.empty();
      if (known || industry(at)) {
        composed_ = out_.arena.emplace_back(std::move(joined));
        return name;
      }
      if (chars_in(text_.substr(name.begin, at - name.begin)) <= 12) {
        doer_ = text_.substr(name.begin, at - name.begin);
        return names.trim(rest);
      }
      break;
    }
    return name;
  }

  /// 汨罗市一季度的财政, 项目建成后预计年产量, 目标任务是签约项目: the name begins after a time or a word of status inside.
  [[nodiscard]] Range after_inner(Range name) {
    NameReader const names(*s_);
    for (std::uint32_t at = name.end; at > name.begin;) {
      at = static_cast<std::uint32_t>(previous(text_, at));
      if (names.word(at, name.end, Class::indicator) != nullptr &&
          names.word(at, name.end, Class::indicator)->end == name.end)
        continue;
      Token const* const t = names.word(at, name.end, Class::time | Class::status);
      if (t == nullptr || t->end >= name.end || s_->in_name(at)) continue;
      if (!t->classes.meets(Class::time)) {
        auto const said = static_cast<Status>(s_->lattice().meaning(*t, Class::status).value);
        bool const leads = said == Status::estimate || code_point(text_, previous(text_, t->end)) == 0x662f ||
                           code_point(text_, t->end) == 0x662f;  // 是
        if (said == Status::plan || said == Status::actual || !leads) continue;
      } else if (at == name.begin) {
        continue;
      }
      Range rest = names.trim({t->end, name.end});
      if (code_point(text_, rest.begin) == 0x662f) rest = names.trim({rest.begin + 3, name.end});
      if (chars_in(words(rest)) >= 2) return rest;
    }
    return name;
  }

  // ---- making facts --------------------------------------------------------------------------------------------------

  Indicator& add_fact(std::string_view name, Range anchor, std::string_view by) {
    Indicator fact;
    fact.node = node_;
    fact.range = anchor;
    fact.by = by;
    fact.name = composed_.empty() ? name : composed_;
    composed_ = {};
    // 总数达到121家 is said of the measure before it
    if (Indicator const* const prior = last();
        prior != nullptr && lexicon_.find(fact.name, Class::part_of).word.size() == fact.name.size() &&
        !fact.name.empty()) {
      std::string_view base = prior->name;
      for (std::string_view const made : {"\xe6\x96\xb0\xe5\xa2\x9e"}) {  // 新增
        if (base.substr(0, made.size()) == made) base.remove_prefix(made.size());
      }
      fact.name = out_.arena.emplace_back(std::string(base) + std::string(fact.name));
    }
    Entry const known = lexicon_.find(fact.name, Class::indicator);
    fact.canonical = known.text;
    fact.indicator_id = known.second;
    GoverningArea const area = doer_.empty() ? context_->area() : GoverningArea{doer_, {}};
    doer_ = {};
    fact.area = area.name;
    fact.area_code = area.code;
    fact.status = context_->sentence_status;
    bool const carried = !context_->sentence_period && context_->period();
    fact.confidence = *Decimal::parse(known.word.empty() ? (carried ? "0.5" : "0.7") : (carried ? "0.8" : "0.9"));
    fact.evidence_begin = fact.evidence_end = static_cast<std::uint32_t>(out_.evidence.size());
    if (auto const& period = context_->period()) {
      Period p{period->value.from, period->value.to, period->text, period->value.timex};
      bool const point = stock(known, fact.name);
      if (point && p.end) p.begin = p.end;
      // A flow up to the end of a month began with the year
      if (!point && period->value.edge && p.end && p.end->month != 12) p.begin = Date{p.end->year, 1, 1};
      fact.period = p;
    }
    pending_period_ = context_->period() ? context_->period()->mention : none;
    out_.indicators.push_back(std::move(fact));
    return out_.indicators.back();
  }
  /// 余额, 存栏 and the stocks of the lexicon hold at the end of the period.
  [[nodiscard]] static bool stock(Entry const& known, std::string_view name) {
    if (!known.word.empty() && (known.value & 0xff) == 1) return true;
    auto const ends = [&](std::string_view tail) {
      return name.size() >= tail.size() && name.substr(name.size() - tail.size()) == tail;
    };
    return ends("\xe4\xbd\x99\xe9\xa2\x9d") || ends("\xe5\xad\x98\xe6\xa0\x8f") ||
           ends("\xe4\xbf\x9d\xe6\x9c\x89\xe9\x87\x8f");  // 余额 存栏 保有量
  }
  void evidence(Indicator& fact, std::string_view slot, Ref ref) {
    if (fact.evidence_end != out_.evidence.size()) return;  // a later fact has begun its own list
    out_.evidence.push_back({slot, ref});
    fact.evidence_end = static_cast<std::uint32_t>(out_.evidence.size());
  }

  void add_value(Figure const& f, std::uint32_t figure_index, std::string_view name, Range) {
    last_group_ = 1;
    Indicator& fact = add_fact(name, {f.begin, f.end}, "indicator.value");
    if (pending_period_ != none) evidence(fact, "period", {RecordType::time, pending_period_});
    fact.value = f.value;
    fact.low = f.low;
    fact.high = f.high;
    fact.step = f.step;
    fact.mod = f.mod;
    fact.unit = f.unit;
    fact.per = f.per;
    evidence(fact, "value", {RecordType::quantity, bases_.quantities + figure_index});
    Entry const planned = planned_name(fact.name);
    if (fact.status == Status::actual && f.dimension == Dimension::money && fact.canonical.empty() &&
        !planned.word.empty())
      fact.status = Status::plan;
  }
  /// 合同引资, 签约金额: money that is only agreed.
  [[nodiscard]] Entry planned_name(std::string_view name) const {
    for (std::size_t i = 0; i < name.size(); i += char_size(name, i)) {
      Entry const e = lexicon_.longest(name, i, Class::status);
      if (!e.word.empty() && e.value == static_cast<int>(Status::plan)) return e;
    }
    return {};
  }

  static Amount amount(Figure const& f) {
    Amount a;
    a.value = f.value;
    a.low = f.low;
    a.high = f.high;
    a.mod = f.mod;
    a.unit = f.unit;
    return a;
  }
  static std::string_view change_slot(std::size_t i) {
    constexpr std::array<std::string_view, 8> names = {"changes.0", "changes.1", "changes.2", "changes.3",
                                                       "changes.4", "changes.5", "changes.6", "changes.7"};
    return names[std::min(i, names.size() - 1)];
  }

  // ---- moves -----------------------------------------------------------------------------------------------------------

  void move(Event const& e, std::size_t index) {
    Move const& m = s_->moves[e.index];
    Range name = before(e.begin);
    std::size_t const n = m.figure == none ? 1 : run_of(index);
    // 同比分别增长4.2%、14%、12.6%: said of the facts before it, one each
    if (name.empty() || growth_only(name)) {
      if (n > 1 && (n == last_group_ || m.respectively) && out_.indicators.size() >= first_fact_ + n) {
        std::size_t const first = out_.indicators.size() - n;
        for (std::size_t k = 0; k < n; ++k)
          add_change(out_.indicators[first + k], m, k == 0 ? m.figure : events_[index + k].index);
        consume(index, n);
        return;
      }
      if (Indicator* const fact = last()) add_change(*fact, m, m.figure);
      np_begin_ = e.end;
      return;
    }
    if (chars_in(words(name)) > 40 || m.figure == none) {
      if (m.figure == none && chars_in(words(name)) <= 40) change_only(words(compose(name)), e, m, none);
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
    change_only(words(compose(name)), e, m, m.figure);
    last_group_ = 1;
    np_begin_ = e.end;
  }
  void change_only(std::string_view name, Event const& e, Move const& m, std::uint32_t figure) {
    Range anchor{e.begin, e.end};
    if (figure != none) anchor = {s_->figures[figure].begin, s_->figures[figure].end};
    Indicator& fact = add_fact(name, anchor, "indicator.change");
    if (pending_period_ != none) evidence(fact, "period", {RecordType::time, pending_period_});
    add_change(fact, m, figure);
  }
  /// 增速, 增幅 before a move: the growth rate is what moves.
  [[nodiscard]] bool growth_only(Range name) const {
    return lexicon_.find(words(name), Class::growth_noun).word.size() == name.size();
  }
  void add_change(Indicator& fact, Move const& m, std::uint32_t figure) {
    Change c;
    c.basis = m.basis;
    c.against = m.against;
    c.direction = m.direction;
    if (figure != none) {
      static_cast<Amount&>(c) = amount(s_->figures[figure]);
      evidence(fact, change_slot(fact.changes.size()), {RecordType::quantity, bases_.quantities + figure});
      // -1.6% under a verb of growth is a fall
      if (c.value && c.value->negative()) {
        c.value = -*c.value;
        c.direction = c.direction == Direction::up ? Direction::down : Direction::up;
      }
    }
    if (fact.changes.size() < 8) fact.changes.push_back(c);
  }

  /// 高于全国1.7个百分点, 分别高于全市、全省平均增速0.2、5.5个百分点, 是我区的两倍.
  bool peer(Event const& e, std::size_t& index) {
    NameReader const names(*s_);
    std::uint32_t at = e.begin;
    Token const* verb = nullptr;
    for (std::uint32_t p = np_begin_; p < e.begin; p += char_size(text_, p)) {
      Token const* const t = names.word(p, e.begin, Class::peer);
      if (t != nullptr) {
        verb = t;
        at = p;
        break;
      }
    }
    if (verb == nullptr) return false;
    Range const against = whom(verb->end, e.begin);
    Range const name = names.trim({np_begin_, at});
    Indicator* fact = nullptr;
    bool growth = s_->figures[e.index].unit == "pp";
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
      growth = growth && fact != nullptr && (!fact->value || !fact->changes.empty()) && !(fact->unit == "%");
    }
    if (fact == nullptr) return false;
    bool const up = s_->lattice().meaning(*verb, Class::peer).value == 0;
    std::size_t const n = run_of(index);
    auto const whom = n > 1 ? distributed(words(against), n, lexicon_, out_.arena) : std::vector<std::string_view>();
    for (std::size_t k = 0; k < n; ++k) {
      Event const& each = events_[index + k];
      Change c;
      static_cast<Amount&>(c) = amount(s_->figures[each.index]);
      c.basis = gongwen::Basis::peer;
      c.against = k < whom.size() ? whom[k] : words(against);
      c.direction = up ? Direction::up : Direction::down;
      c.of_growth = growth;
      if (fact->changes.size() < 8) {
        evidence(*fact, change_slot(fact->changes.size()), {RecordType::quantity, bases_.quantities + each.index});
        fact->changes.push_back(c);
      }
    }
    consume(index, n);
    return true;
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

  /// 占年度计划的55.8%, 为目标任务的53.2%, 占新增财力的80.7%, 产能占全球30%.
  bool proportion(Event const& e, Figure const& f) {
    NameReader const names(*s_);
    Token const* verb = nullptr;
    for (std::uint32_t p = np_begin_; p < e.begin && verb == nullptr; p += char_size(text_, p)) {
      verb = names.word(p, e.begin, Class::share_verb | Class::of_verb);
      // 占比, 占地 are other words
      if (names.word(p, e.begin, Class::rate_head | Class::hold) != nullptr) verb = nullptr;
    }
    if (verb == nullptr) return false;
    Range of{verb->end, e.begin};
    while (of.begin < of.end && is_space(code_point(text_, of.begin))) of.begin += char_size(text_, of.begin);
    while (of.end > of.begin && is_space(code_point(text_, previous(text_, of.end))))
      of.end = static_cast<std::uint32_t>(previous(text_, of.end));
    bool const linked = of.end > of.begin && code_point(text_, previous(text_, of.end)) == 0x7684;  // 的
    if (linked) of.end -= 3;
    if (of.empty() || chars_in(words(of)) > 24) return false;
    bool const plan = names.word_before(of.begin, of.end, Class::plan_noun) != nullptr;
    bool const share = verb->classes.meets(Class::share_verb);
    // 比重达到56.2% is a level
    if (names.word_before(of.begin, of.end, Class::reach) != nullptr && !plan) {
      Range const inner = names.trim(of);
      if (names.word_before(inner.begin, inner.end, Class::rate_head) != nullptr) return false;
    }
    if (names.word_before(of.begin, of.end, Class::rate_head) != nullptr && !linked) return false;
    if (!(linked && plan) && !share) return false;
    Range const name = names.trim({np_begin_, verb->begin});
    Indicator* fact = last();
    if (!name.empty() && !plan && chars_in(words(name)) <= 30) {
      fact = &add_fact(words(compose(name)), {f.begin, f.end}, "indicator.share");
      last_group_ = 1;
    }
    if (fact == nullptr) return false;
    Proportion p;
    static_cast<Amount&>(p) = amount(f);
    p.of = words(of);
    auto& slot = plan ? fact->completion : fact->share;
    if (slot) return false;
    slot = p;
    evidence(*fact, plan ? "completion" : "share", {RecordType::quantity, bases_.quantities + e.index});
    return true;
  }

  // ---- ranks ---------------------------------------------------------------------------------------------------------------

  void rank(Event const& e) {
    if (e.index == none) return;
    RankValue const& r = s_->ranks[e.index];
    RankSlot slot;
    slot.position = r.position;
    slot.from_end = r.from_end;
    slot.scope = words(r.scope);
    slot.out_of = r.out_of;
    NameReader const names(*s_);
    Range name = before(e.begin);
    np_begin_ = e.end;
    Indicator* fact = last();
    bool const part = !name.empty() && lexicon_.find(words(name), Class::part_of).word.size() == name.size();
    if (!name.empty() && !part) {
      bool const of_growth = growth_only(name);
      if (chars_in(words(name)) > 30) return;
      // 增速居第四: of the fact that has the growth alone, else a fact of its own
      if (of_growth && fact != nullptr && !fact->value && !fact->low) {
        fact->rank = slot;
        evidence(*fact, "rank", {RecordType::rank, bases_.ranks + e.index});
        return;
      }
      std::string_view full = words(name);
      if (of_growth) {
        if (fact == nullptr) return;
        full = out_.arena.emplace_back(std::string(fact->name) + std::string(full));
      } else {
        full = words(compose(name));
      }
      fact = &add_fact(full, {r.begin, r.end}, "indicator.rank");
      if (fact->canonical.empty()) known_without_growth(*fact);
      last_group_ = 1;
    }
    if (fact == nullptr || fact->rank) return;
    fact->rank = slot;
    evidence(*fact, "rank", {RecordType::rank, bases_.ranks + e.index});
  }
  /// 规上工业增加值增幅 is still said of 规模以上工业增加值.
  void known_without_growth(Indicator& fact) const {
    Entry const tail = lexicon_.longest_before(fact.name, fact.name.size(), Class::growth_noun);
    if (tail.word.empty()) return;
    Entry const known = lexicon_.find(fact.name.substr(0, fact.name.size() - tail.word.size()), Class::indicator);
    fact.canonical = known.text;
    fact.indicator_id = known.second;
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  Sentence const* s_ = nullptr;
  std::string_view text_;
  NodeIndex node_ = no_node;
  Bases bases_;
  Context* context_ = nullptr;
  std::vector<bool> const* claimed_ = nullptr;
  std::vector<Event> events_;
  std::vector<std::uint32_t> cuts_;
  std::size_t first_fact_ = 0;
  std::size_t last_group_ = 0;  ///< how many facts the last list made
  std::uint32_t np_begin_ = 0;  ///< where the name of the next event may begin
  std::uint32_t pending_period_ = none;
  Range clause_;
  std::string_view composed_, doer_;
};

}  // namespace detail

GONGWEN_END
