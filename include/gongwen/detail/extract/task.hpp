// gongwen/detail/extract/task.hpp: what somebody is told, or undertakes, to do.
//
// A modal (要, 必须, 确保, 不得) governs its clause and those after it in the sentence; each clause that says an action is a
// task of its own. Before the modal stands who has to do it; a time there, or before the sentence's first modal, is by when.
//
//   下半年，各乡镇要摸清底数，建立台账，10月底前完成整改。
//     各乡镇要摸清底数          owner 各乡镇 · deadline the half year
//     建立台账                  the same
//     10月底前完成整改          owner 各乡镇 · deadline 10-31
//
//   act       a clause whose first word, after links and times, is a verb of doing or an adverb before one
//   lead      a clause that opens with 根据, 围绕, 对 …: part of the clause after it
//   rest      any other clause: part of the one before it
//
// Governing ends with the sentence. Words that only exhort (高度重视, 统一思想) are no task, nor is a soft modal (将, 请, 应)
// without a doer or a deadline. A marker that ends with a modal (二要) governs its item.
#pragma once

#include <span>

#include "../segment/lines.hpp"
#include "clauses.hpp"
#include "owners.hpp"
#include "records_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads the tasks of one sentence. Lives as long as one document is read.
class TaskReader {
 public:
  TaskReader(RecordsData& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon), owners_of_(lexicon) {}

  /// Where the sentence's mentions begin in the lists of the records.
  struct Bases {
    std::uint32_t quantities = 0, times = 0;
  };
  /// Who is in charge of all that a sentence says, where a responsibility clause has named them, and by when.
  struct Charge {
    std::span<std::string_view const> owners;
    std::optional<Period> deadline;
  };

  /// `body`: where the words after a marker begin; `marker`: the marker, which may hold the modal.
  void read(Sentence const& sentence, NodeIndex node, std::uint32_t body, std::string_view marker, Bases bases) {
    bool const implied = marker.size() > 3 && is_modal(marker, previous(marker, marker.size()), marker.size());
    if (!implied && !sentence.lattice().present().meets(Class::modal)) return;
    begin(sentence, node, body, sentence.lattice().range().end, bases);
    if (implied) govern(Modal{Force::must, marker, {body, body}}, {body, body});
    for (Clause const& c : clauses_) clause(c);
    flush();
  }

  /// All that [body, end) of a sentence says is somebody's charge.
  void charge(Sentence const& sentence, NodeIndex node, std::uint32_t body, std::uint32_t end, Bases bases,
              Charge const& charge) {
    begin(sentence, node, body, end, bases);
    charge_ = &charge;
    governed_ = true;
    modal_ = {};
    for (Clause const& c : clauses_) clause(c);
    flush();
    charge_ = nullptr;
  }

 private:
  enum class Force : std::uint8_t { must, soft, ask, aim, forbid };
  struct Modal {
    Force force = Force::must;
    std::string_view words;
    Range range;
  };
  /// The task that is being read; it is written when the next one begins.
  struct Draft {
    Range range;
    std::uint32_t action = 0;
    Modal modal;
    bool own_modal = false;
    bool open = false;  ///< only a lead so far: what to do has not been said
  };

  void begin(Sentence const& sentence, NodeIndex node, std::uint32_t body, std::uint32_t end, Bases bases) {
    s_ = &sentence;
    text_ = sentence.lattice().text();
    node_ = node;
    bases_ = bases;
    governed_ = ended_ = false;
    topic_ = {};
    draft_.reset();
    doers_.clear();
    governing_.reset();
    cutter_.cut(sentence, body, end, clauses_);
  }

  // ---- clauses -----------------------------------------------------------------------------------------------------

  void clause(Clause const& c) {
    read(c);
    ended_ = c.closed_by == 0xff1b || c.closed_by == U';' || full_stop(c.closed_by);
  }
  void read(Clause const& c) {
    clause_ = c.range;
    if (auto const modal = modal_of(c.range)) {
      // 对停产的企业，县工业局要…: the lead belongs to it
      Range const whole{draft_ && draft_->open ? draft_->range.begin : c.range.begin, c.range.end};
      if (whole.begin == c.range.begin) flush();
      govern(*modal, {c.range.begin, modal->range.begin});
      draft_ = Draft{whole, modal->range.end, *modal, true, only_leads(modal->range.end, c.range.end)};
      return;
    }
    if (!governed_) {
      period_of(c.range);
      topic_ = c.closed_by == 0xff0c || c.closed_by == U',' ? c.range : Range{};
      return;
    }
    std::uint32_t const at = past_links(c.range);
    if (draft_ && draft_->open) {  // the clause that its lead led up to
      draft_->range.end = c.range.end;
      draft_->open = only_leads(at, c.range.end) && c.closed_by != 0;
      return;
    }
    bool const lead = opening(at, c.range.end);
    bool const figure = charge_ != nullptr && has_figure(c.range);
    if (charge_ == nullptr && accomplished(at, c.range.end)) {  // what came of it ends what is told
      flush();
      governed_ = false;
      return;
    }
    if (lead || figure || act(at, c.range.end) || by_whom(at, c.range.end) || says_done(c.range)) {
      flush();
      draft_ = Draft{c.range, c.range.begin, modal_, false, !figure && c.closed_by != 0 && only_leads(at, c.range.end)};
    } else if (draft_ && has_been_done(c.range)) {
      flush();
    } else if (draft_ && !ended_) {
      draft_->range.end = c.range.end;
    } else if (charge_ != nullptr) {
      draft_ = Draft{c.range, c.range.begin, modal_, false, false};
    }
  }

  /// 进一步改善了环境, 取得了成效: the first verb has 了.
  [[nodiscard]] bool accomplished(std::uint32_t at, std::uint32_t end) const {
    at = past_adverbs(at, end);
    for (int n = 0; n < 5 && at < end; ++n, at += char_size(text_, at)) {
      if (n > 0 && code_point(text_, at) == 0x4e86) return !asked(at, end, Class::not_done);  // 了
    }
    return false;
  }
  /// 路基已经完成: no more of what is to be done.
  [[nodiscard]] bool has_been_done(Range r) const {
    return holds(text_.substr(r.begin, r.size()), 0x5df2);  // 已
  }
  /// Under 要 or 必须, a clause that names what is to be done to it before the verb: 主体工程年底前完工, 廉租房完成装修.
  [[nodiscard]] bool says_done(Range r) const {
    if (modal_.force != Force::must || r.size() > 120) return false;
    bool found = false;
    for (std::uint32_t at = r.begin; at < r.end && !found; at += char_size(text_, at)) {
      char32_t const c = code_point(text_, at);
      if (c == 0x4e86 || c == 0x5df2) return false;  // 了 已: it has been done
      found = at > r.begin + 6 && asked(at, r.end, Class::act_done).end != 0;
    }
    return found;
  }

  /// A modal takes over: what stands before it is a time or a doer.
  void govern(Modal const& modal, Range before) {
    bool const first = !governed_;
    governed_ = true;
    modal_ = modal;
    // 各乡镇、各部门，要…: who is told stands in the clause before
    if (first && names_alone(topic_) && past_links(before) == before.end) subject(topic_);
    period_of(before);
    std::size_t const known = doers_.size();
    subject(before);
    if (modal.force == Force::ask) subject({modal.range.end, asked_of(modal.range.end, clause_.end)});
    if (doers_.size() > known) doers_.erase(doers_.begin(), doers_.begin() + static_cast<std::ptrdiff_t>(known));
  }

  /// A clause that may be a list of names and nothing else: no 的, and no word that leads up to what is to be done (在, 对, 为了).
  [[nodiscard]] bool names_alone(Range r) const {
    if (r.empty() || r.size() > 120 || !s_->times_in(r).empty()) return false;
    std::uint32_t const at = past_links(r);
    return !holds(text_.substr(r.begin, r.size()), 0x7684) && !opening(at, r.end) && !act(at, r.end);  // 的
  }

  /// The first modal of a clause that is one.
  [[nodiscard]] std::optional<Modal> modal_of(Range r) const {
    Lattice const& lattice = s_->lattice();
    if (!lattice.present().meets(Class::modal)) return std::nullopt;
    constexpr std::uint32_t reach = 96;  // bytes of a subject
    std::uint32_t const last = std::min(r.end, r.begin + reach);
    auto const from = [](Place const& p, std::uint32_t byte) { return p.byte < byte; };
    auto it = std::lower_bound(lattice.places().begin(), lattice.places().end(), r.begin, from);
    for (; it != lattice.places().end() && it->byte < last; ++it) {
      if (!it->classes.meets(Class::modal) || s_->in_name(it->byte)) continue;
      Token const* const t = lattice.find(it->byte, Class::modal);
      if (t->end > r.end || covered(r.begin, t->begin, t->end)) continue;
      Modal m{force_of(lattice.meaning(*t, Class::modal).text), lattice.words(*t), {t->begin, t->end}};
      if (said({r.begin, t->begin})) return std::nullopt;
      if (m.force == Force::must && m.words.size() == 3 && !fits(r, m.range)) continue;
      if (m.force == Force::aim && !aims(r, m)) continue;
      if (m.force == Force::soft && (!leads_to_act(t->end, r.end) || foretells(t->end))) continue;
      if (m.force == Force::ask && (past_links({r.begin, t->begin}) < t->begin || !asks(t->end, r.end))) continue;
      return m;
    }
    return std::nullopt;
  }
  /// 将达到5亿吨: how much there will be.
  [[nodiscard]] bool foretells(std::uint32_t at) const {
    Token const* const verb = s_->lattice().find(at, Class::reach | Class::up | Class::down);
    if (verb == nullptr) return false;
    Range const in = s_->figures_in({verb->end, verb->end + 1});
    return !in.empty();
  }
  static Force force_of(std::string_view word) noexcept {
    return word == "forbid" ? Force::forbid
           : word == "soft" ? Force::soft
           : word == "ask"  ? Force::ask
           : word == "aim"  ? Force::aim
                            : Force::must;
  }
  [[nodiscard]] bool is_modal(std::string_view words, std::size_t begin, std::size_t end) const {
    Entry const e = lexicon_.longest(words, begin, Class::modal);
    return begin + e.word.size() == end && !e.word.empty();
  }
  /// 主要, 要求, 需要: the modal is a part of another word.
  [[nodiscard]] bool covered(std::uint32_t floor, std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t at = begin;
    for (int n = 0; n < 3; ++n) {
      auto const word = lexicon_.asked(text_.substr(0, s_->lattice().range().end), at, Class::not_modal);
      if (word && word.end > begin && (word.begin < begin || word.end > end)) return true;
      if (at <= floor) break;
      at = static_cast<std::uint32_t>(previous(text_, at));
    }
    return false;
  }
  /// 会议强调要…: somebody's saying.
  [[nodiscard]] bool said(Range before) const {
    return !before.empty() && lexicon_.asked_before(text_, before.begin, before.end, Class::reported, 12);
  }
  /// 要 with no word before it that makes it a verb of its own (的要, 想要).
  [[nodiscard]] bool fits(Range clause, Range modal) const {
    if (modal.end >= clause.end) return false;
    // 准备要引进的项目: it qualifies what follows
    auto const verb = asked(modal.end, clause.end, Class::act);
    if (verb.end >= modal.end + 6 && code_point(text_, static_cast<std::uint32_t>(verb.end)) == 0x7684)
      return false;  // 的
    char32_t const after = code_point(text_, modal.end);
    return is_han(after) || after == 0x201c || after == 0x300a || is_digit(after);
  }
  /// 确保 and 力争 near the head of their clause, with no 了 after them; 争取 before an action (not 争取资金3亿元, which was won).
  [[nodiscard]] bool aims(Range clause, Modal const& m) const {
    std::uint32_t const from = past_links({clause.begin, m.range.begin});
    if (from + 30 < m.range.begin || code_point(text_, m.range.end) == 0x4e86) return false;  // 了
    bool const wins = code_point(text_, m.range.begin) == 0x4e89;                             // 争
    return !wins || leads_to_act(m.range.end, clause.end);
  }
  /// An action, a lead or a time comes next: 将按季度开展, 将在8月, 争取早日建成.
  /// 请各县区报送…: whom it asks stands before the action.
  [[nodiscard]] bool asks(std::uint32_t at, std::uint32_t end) const {
    return leads_to_act(at, end) || asked_of(at, end) < end;
  }
  [[nodiscard]] std::uint32_t asked_of(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t const last = std::min(end, at + 45);
    for (std::uint32_t i = at; i < last; i += char_size(text_, i)) {
      if (act(i, end) || s_->in_time(i) || (i > at && asked(i, end, Class::opening))) return i;
    }
    return end;
  }
  [[nodiscard]] bool leads_to_act(std::uint32_t at, std::uint32_t end) const {
    at = past_adverbs(past_links({at, end}), end);
    return at < end && (s_->in_time(at) || act(at, end) || asked(at, end, Class::opening));
  }

  // ---- words -------------------------------------------------------------------------------------------------------

  [[nodiscard]] LexiconData::Asked asked(std::uint32_t at, std::uint32_t end, Class cls) const {
    return lexicon_.asked(text_.substr(0, end), at, cls);
  }
  [[nodiscard]] bool act(std::uint32_t at, std::uint32_t end) const {
    return at < end && asked(at, end, Class::act).end != 0;
  }
  [[nodiscard]] bool opening(std::uint32_t at, std::uint32_t end) const {
    at = past_adverbs(at, end);
    return at < end && asked(at, end, Class::opening).end != 0;
  }
  /// A lead that says no action of its own: 根据生产情况, 围绕建设强县的目标; 在大厅开通窗口 says one.
  [[nodiscard]] bool only_leads(std::uint32_t at, std::uint32_t end) const {
    at = past_adverbs(at, end);
    auto const word = at < end ? asked(at, end, Class::opening) : LexiconData::Asked{};
    if (!word) return false;
    auto i = static_cast<std::uint32_t>(word.end);
    if (i < end) i += char_size(text_, i);
    for (; i < end; i += char_size(text_, i)) {
      if (asked(i, end, Class::act).end >= i + 6) return false;
    }
    return true;
  }
  /// 由县纪委对…进行…
  [[nodiscard]] bool by_whom(std::uint32_t at, std::uint32_t end) const {
    return at < end && code_point(text_, at) == 0x7531;  // 由
  }
  [[nodiscard]] std::uint32_t past_links(Range r) const {
    std::uint32_t at = r.begin;
    for (int n = 0; n < 6 && at < r.end; ++n) {
      if (Token const* const time = s_->lattice().find(at, Class::time); time != nullptr && time->end <= r.end) {
        at = time->end;
      } else if (auto const link = asked(at, r.end, Class::link)) {
        at = static_cast<std::uint32_t>(link.end);
      } else if (is_space(code_point(text_, at))) {
        at += char_size(text_, at);
      } else {
        break;
      }
    }
    return at;
  }
  [[nodiscard]] std::uint32_t past_adverbs(std::uint32_t at, std::uint32_t end) const {
    for (int n = 0; n < 4 && at < end; ++n) {
      auto const word = asked(at, end, Class::act);
      if (!word || word.text != "adverb") break;
      at = static_cast<std::uint32_t>(word.end);
      if (code_point(text_, at) == 0x5730) at += 3;  // 地
    }
    return at;
  }
  [[nodiscard]] bool has_figure(Range r) const {
    auto const it = std::lower_bound(s_->figures.begin(), s_->figures.end(), r.begin,
                                     [](Figure const& f, std::uint32_t at) { return f.begin < at; });
    return it != s_->figures.end() && it->begin < r.end && !it->unit.empty();
  }

  // ---- who and when ------------------------------------------------------------------------------------------------

  /// The doers that stand before a modal, if they are named.
  void subject(Range r) {
    r.begin = past_links(r);
    for (int n = 0; n < 4 && !r.empty(); ++n) {  // 各部门一定 · 各部门也
      auto const link = lexicon_.asked_before(text_, r.begin, r.end, Class::link, 12);
      if (!link) break;
      r.end = static_cast<std::uint32_t>(link.begin);
    }
    if (r.empty() || r.size() > 90) return;
    names_.clear();
    owners_of_.split(text_, r, names_);
    // 财政、国土等部门: the words after the list say what its members are
    bool const listed = names_.size() > 1 && code_point(text_, names_.back().range.end) == 0x7b49;  // 等
    for (OwnerName const& name : names_) {
      if (!doer(name.range) && !(listed && name.range.size() >= 6 && name.range.size() <= 30)) return;
    }
    for (OwnerName const& name : names_) doers_.push_back(text_.substr(name.range.begin, name.range.size()));
  }
  [[nodiscard]] bool doer(Range r) const {
    if (r.size() < 6 || asked(r.begin, r.end, Class::nobody)) return false;
    if (lexicon_.asked_before(text_, r.begin, r.end, Class::nobody, 18)) return false;
    for (Class const cls : {Class::doer, Class::organ_tail, Class::branch}) {
      if (lexicon_.asked_before(text_, r.begin, r.end, cls)) return true;
    }
    std::string_view const name = text_.substr(r.begin, r.size());
    for (Class const cls : {Class::organ_base, Class::corp_tail, Class::place_tail, Class::role}) {
      if (!lexicon_.longest_before(name, name.size(), cls).word.empty()) return true;
    }
    // 广州、佛山要…, but 香港将继续保持… says how things will be
    return modal_.force != Force::soft && !lexicon_.find(name, Class::place).word.empty();
  }

  /// A period that governs: 下半年，… No base (去年), no 目前, no mere duration.
  void period_of(Range r) {
    Range const in = s_->times_in(r);
    for (std::size_t i = in.begin; i < in.end; ++i) {
      TimeValue const& t = s_->times[i];
      if (t.kind != TimeKind::period || !t.from || !t.to || t.past_year || t.now || !t.named || s_->in_name(t.begin) ||
          t.mod != TimeMod::none)
        continue;
      if (of_plan(t.end)) continue;
      governing_ = i;
      return;
    }
  }
  /// 全年目标任务, 年度计划: the name of a plan.
  [[nodiscard]] bool of_plan(std::uint32_t at) const {
    if (code_point(text_, at) == 0x7684) at += 3;  // 的
    return s_->lattice().find(at, Class::plan_noun) != nullptr;
  }
  /// The time by which the words of a draft are to be done.
  [[nodiscard]] std::optional<std::size_t> deadline(Draft const& d) const {
    Range const in = s_->times_in(d.range);
    for (std::size_t i = in.begin; i < in.end; ++i) {
      TimeValue const& t = s_->times[i];
      if (s_->in_name(t.begin)) continue;
      if (!t.from || !t.to || t.past_year || t.now || t.kind == TimeKind::duration || t.kind == TimeKind::set) continue;
      if (t.mod == TimeMod::by || t.mod == TimeMod::before) return i;
      bool const point = t.edge || t.kind == TimeKind::date || t.kind == TimeKind::period;
      if (point && t.mod == TimeMod::none && t.begin <= d.action + 12 && !of_plan(t.end)) return i;
    }
    return governing_;
  }
  [[nodiscard]] Period period(std::size_t index) const {
    TimeValue const& t = s_->times[index];
    Period p{t.from, t.to, text_.substr(t.begin, t.end - t.begin), t.timex};
    // 9月前 ends before September begins; 2月15日前 takes the day in
    if (t.mod == TimeMod::before && t.from != t.to && t.from->year != 0) p.begin = p.end = plus_days(*t.from, -1);
    return p;
  }

  // ---- writing -----------------------------------------------------------------------------------------------------

  void flush() {
    if (!draft_) return;
    Draft const d = *draft_;
    draft_.reset();
    std::uint32_t const action = d.own_modal ? d.action : past_links({d.range.begin, d.range.end});
    if (action >= d.range.end || empty_words(action, d) || states(d.range)) return;
    auto const by = deadline(d);
    bool const charged = charge_ != nullptr;
    if (!charged && (d.modal.force == Force::soft || d.modal.force == Force::ask) && !by && doers_.empty()) return;
    Task task;
    task.range = d.range;
    task.span = out_.outline.text().span(d.range);
    task.node = node_;
    task.action = text_.substr(action, d.range.end - action);
    if (d.own_modal || d.modal.range.empty()) task.modal = d.modal.words;
    task.polarity = d.modal.force == Force::forbid && d.own_modal ? TaskPolarity::forbid : TaskPolarity::do_;
    task.by = charged ? "task.charge" : d.own_modal ? "task.modal" : "task.governed";
    task.evidence_begin = static_cast<std::uint32_t>(out_.evidence.size());
    if (charged)
      task.owner.assign(charge_->owners.begin(), charge_->owners.end());
    else
      task.owner = doers_;
    if (by) {
      task.deadline = period(*by);
      out_.evidence.push_back({"deadline", {RecordType::time, bases_.times + static_cast<std::uint32_t>(*by)}});
    } else if (charged) {
      task.deadline = charge_->deadline;
    }
    targets(task, {action, d.range.end});
    task.evidence_end = static_cast<std::uint32_t>(out_.evidence.size());
    bool const sure = charged || (d.own_modal && (d.modal.force == Force::must || d.modal.force == Force::forbid));
    task.confidence = *Decimal::parse(sure ? "0.9" : "0.7");
    out_.tasks.push_back(std::move(task));
  }

  /// 要从困境中走出来了, 能用数字说明的, 要求如下: what ends with 了, 的 or 如下 says how things are.
  [[nodiscard]] bool states(Range r) const {
    char32_t const last = code_point(text_, previous(text_, r.end));
    bool const below = last == 0x4e0b && r.size() > 6 && code_point(text_, r.end - 6) == 0x5982;  // 如下
    return last == 0x4e86 || last == 0x7684 || below;                                             // 了 的
  }
  /// Words that only exhort, in a short clause without figures.
  [[nodiscard]] bool empty_words(std::uint32_t action, Draft const& d) const {
    if (d.range.end - action < 6 || (d.range.end - action < 9 && action < d.range.begin + 9)) return true;
    if (d.range.end - action > 75 || has_figure(d.range)) return false;
    std::uint32_t const at = past_adverbs(action, d.range.end);
    return asked(action, d.range.end, Class::exhort).end != 0 || asked(at, d.range.end, Class::exhort).end != 0;
  }

  void targets(Task& task, Range r) {
    Range const in = s_->figures_in(r);
    for (std::uint32_t i = in.begin; i < in.end; ++i) {
      Figure const& f = s_->figures[i];
      if (f.unit.empty()) continue;
      if (f.number != none && han_digit(code_point(text_, f.number)) >= 0 && f.dimension == Dimension::count) continue;
      if (task.targets.size() == 8) break;
      Amount a;
      a.value = f.value;
      a.low = f.low;
      a.high = f.high;
      a.unit = f.unit;
      a.mod = f.mod;
      task.targets.push_back(a);
      out_.evidence.push_back({"targets", {RecordType::quantity, bases_.quantities + i}});
    }
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  OwnerList owners_of_;
  ClauseCutter cutter_;
  Sentence const* s_ = nullptr;
  std::string_view text_;
  NodeIndex node_ = no_node;
  Bases bases_;
  Charge const* charge_ = nullptr;
  bool governed_ = false;
  Range topic_;         ///< the last clause before any modal
  bool ended_ = false;  ///< the clause before ended with ；: no clause goes on with it
  Modal modal_;
  Range clause_;
  std::optional<Draft> draft_;
  std::optional<std::size_t> governing_;
  std::vector<Clause> clauses_;
  std::vector<OwnerName> names_;
  std::vector<std::string_view> doers_;
};

}  // namespace detail

GONGWEN_END
