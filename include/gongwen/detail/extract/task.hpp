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
//   turn      a clause that opens with 但, 因为, 否则 …: ends what is told
//   rest      any other clause: part of the one before it; so is what something is for (以保证…)
//
// A plan tells without a modal: who does something, or what is done by a day, is told there (10月底前，县农业局完成核查).
// Governing ends with the sentence. Words that only exhort (高度重视, 统一思想) are no task, nor is a soft modal (将, 请)
// without a doer or a deadline. 应 is a modal before what says an action. A marker that ends with a modal (二要) governs its item.
#pragma once

#include <span>

#include "../amounts.hpp"
#include "clauses.hpp"
#include "doers.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads the tasks of one sentence. Lives as long as one document is read.
class TaskReader : private TaskWords {
 public:
  TaskReader(RecordsData& out, LexiconData const& lexicon) : TaskWords(lexicon), out_(out), doers_(out, lexicon) {}

  /// Where the sentence's mentions begin in the lists of the records.
  struct Bases {
    std::uint32_t quantities = 0, times = 0;
  };
  /// Who is in charge of all that a sentence says, where a responsibility clause has named them, and by when.
  struct Charge {
    std::span<std::string_view const> owners;
    std::optional<Period> deadline;
  };

  /// `body`: where the words after a marker begin; `marker`: the marker, which may hold the modal; `plan`: what the sentence says
  /// is still to be done.
  void read(Sentence const& sentence, NodeIndex node, std::uint32_t body, std::string_view marker, Bases bases,
            bool plan) {
    bool const implied = marker.size() > 3 && is_modal(marker, previous(marker, marker.size()), marker.size());
    if (!implied && !plan && !sentence.lattice().present().meets(Class::modal)) return;
    begin(sentence, node, body, sentence.lattice().range().end, bases);
    plan_ = plan;
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
  enum class Force : std::uint8_t { must, ought, soft, ask, aim, forbid };
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
    TaskWords::begin(sentence);
    doers_.begin(sentence);
    node_ = node;
    bases_ = bases;
    governed_ = ended_ = plan_ = told_done_ = false;
    seen_ = 0;
    topic_ = {};
    draft_.reset();
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
      governing_ = period_in(c.range, governing_);
      if (plan_ && (by_when(c) || undertaken(c))) return;
      topic_ = c.closed_by == 0xff0c || c.closed_by == U',' ? c.range : Range{};
      return;
    }
    std::uint32_t const at = past_links(c.range);
    if (at == c.range.end && fronted(c)) return;
    if (plan_ && modal_.words.empty() && undertaken(c)) return;
    if (charge_ == nullptr && turns(c.range)) {
      flush();
      governed_ = false;
      return;
    }
    if (draft_ && !draft_->open && !ended_ && purpose(at, c.range.end)) {
      draft_->range.end = c.range.end;
      return;
    }
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

  /// 8月20日前，县农业局…: a day alone, before anybody is told anything.
  bool by_when(Clause const& c) {
    if (past_links(c.range) != c.range.end) return false;
    if (auto const by = deadline(Draft{c.range, c.range.begin, {}, false, false})) governing_ = by;
    return true;
  }
  /// 县农业局对申报面积进行核查, 9月底前完成汇总: in a plan, who does something or what is done by a day is told.
  bool undertaken(Clause const& c) {
    std::uint32_t const at = past_links(c.range);
    std::uint32_t deed = none;
    std::vector<std::string_view> told = doers_.names();
    if (act(at, c.range.end)) {
      if (!governed_ && due(c.range)) deed = at;
    } else {
      deed = after_doer({at, c.range.end});
    }
    std::vector<std::string_view> now = doers_.names();
    doers_.set(std::move(told));  // those whom the task before was told
    if (deed == none || accomplished(deed, c.range.end) || has_been_done(c.range) || has_figure(c.range)) return false;
    flush();
    doers_.set(std::move(now));
    governed_ = true;
    modal_ = Modal{Force::soft, {}, {deed, deed}};
    draft_ = Draft{c.range, deed, modal_, true, only_leads(deed, c.range.end) && c.closed_by != 0};
    return true;
  }
  /// A verb of doing that is no part of a name: not in 行政审批科, 建设局.
  [[nodiscard]] bool verb(std::uint32_t at, std::uint32_t end) const {
    auto word = asked(at, end, Class::act);
    if (word.end < at + 6) return false;
    for (int n = 0; n < 4; ++n) {  // words of the field up to the tail
      auto const after = static_cast<std::uint32_t>(word.end);
      if (after >= end) return true;
      char32_t const c = code_point(text_, after);
      if (asked(after, end, Class::organ_tail) || c == 0x79d1 || c == 0x5904 || c == 0x5ba4) return false;  // 科 处 室
      word = asked(after, end, Class::act);
      if (!word) return true;
    }
    return true;
  }
  /// 9月底前, 10月15日前: a time of the clause by which, or before which.
  [[nodiscard]] bool due(Range r) const {
    auto const by = deadline(Draft{r, r.begin, {}, true, false});
    return by && (s_->times[*by].mod == TimeMod::by || s_->times[*by].mod == TimeMod::before);
  }
  /// Where the action begins whose doer opens the clause; the doer takes the place of those before. none: none does.
  [[nodiscard]] std::uint32_t after_doer(Range r) {
    constexpr std::uint32_t reach = 45;  // bytes of a doer
    constexpr int most = 4;              // verbs may stand inside its name (县建设局)
    if (asked(r.begin, r.end, Class::nobody) || asked(r.begin, r.end, Class::opening)) return none;
    if (!is_han(code_point(text_, r.begin))) return none;
    doers_.soft(true);
    int tried = 0;  // 各村完成…: no shorter doer but with 各
    for (std::uint32_t i = r.begin; i < std::min(r.end, r.begin + reach) && tried < most; i += char_size(text_, i)) {
      if (i < r.begin + (code_point(text_, r.begin) == 0x5404 ? 6U : 9U) ||
          !(verb(i, r.end) || asked(i, r.end, Class::opening)))
        continue;
      ++tried;
      std::size_t const known = doers_.names().size();
      doers_.subject({r.begin, i});
      if (doers_.names().size() == known) continue;
      doers_.replace(known);
      return says_what(i, r.end) ? i : none;
    }
    return none;
  }
  /// （县发展改革局牵头，各乡镇配合）: the verb alone says no action.
  [[nodiscard]] bool says_what(std::uint32_t at, std::uint32_t end) const {
    auto const deed = asked(at, end, Class::act);
    char32_t const next = deed && deed.end < end ? code_point(text_, static_cast<std::uint32_t>(deed.end)) : U',';
    return !deed || is_han(next) || next == 0x300a || next == 0x201c || is_digit(next);  // 《 “
  }
  /// A time alone: 2021年，… governs what comes after it, 2021年底前，… is of the clause that it stands before.
  bool fronted(Clause const& c) {
    if (auto const period = period_in(c.range)) {
      flush();
      governing_ = period;
      return true;
    }
    Draft const lead{c.range, c.range.begin, modal_, false, c.closed_by != 0};
    if (!deadline(lead)) return false;
    flush();
    draft_ = lead;
    return true;
  }
  /// 但目前条件不够, 因为…: no more of what is told. 但要…, 但加强… tells on.
  [[nodiscard]] bool turns(Range r) const {
    auto const word = asked(r.begin, r.end, Class::clause_mark);
    if (word.text == "ends" || word.text == "whole") return true;
    return word.text == "but" && !act(past_adverbs(static_cast<std::uint32_t>(word.end), r.end), r.end);
  }
  /// 以保证安全, 以资鼓励: what it is for. 以提高效益为中心 leads up to what comes next.
  [[nodiscard]] bool purpose(std::uint32_t at, std::uint32_t end) const {
    auto const word = at < end ? asked(at, end, Class::opening) : LexiconData::Asked{};
    return word.text == "purpose" && !lead_ends(at, end);
  }
  /// 进一步改善了环境, 取得了成效: the first verb has 了.
  [[nodiscard]] bool accomplished(std::uint32_t at, std::uint32_t end) const {
    at = past_adverbs(at, end);
    for (int n = 0; n < 5 && at < end; ++n, at += char_size(text_, at)) {
      if (n > 0 && code_point(text_, at) == 0x4e86) return asked(at, end, Class::clause_mark).text != "not_done";  // 了
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
    doers_.soft(modal.force == Force::soft);
    // 各乡镇、各部门，要…: who is told stands in the clause before
    if (first && past_links(before) == before.end) doers_.before_comma(topic_);
    governing_ = period_in(before, governing_);
    std::size_t const known = doers_.names().size();
    doers_.subject(before);
    if (modal.force == Force::ask) doers_.subject({modal.range.end, asked_of(modal.range.end, clause_.end)});
    doers_.replace(known);
  }

  /// The first modal of a clause that is one.
  [[nodiscard]] std::optional<Modal> modal_of(Range r) {
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
      if (m.force != Force::aim && qualifies(t->end, r.end)) continue;
      if (m.force == Force::must && m.words.size() == 3 && !fits(r, m.range)) continue;
      if (m.force == Force::forbid && code_point(text_, t->end) == 0x7684) continue;  // 法律未禁止的
      if (code_point(text_, t->begin) == 0x786e && done_before(r.begin)) continue;    // 建立了机制，确保…
      if (m.force == Force::ought && (idiom(t->end, r.end) || !leads_to_deed(t->end, r.end))) continue;
      if (m.force == Force::aim && !aims(r, m)) continue;
      if (m.force == Force::soft && (!leads_to_act(t->end, r.end) || foretells(t->end))) continue;
      if (m.force == Force::ask && (past_links({r.begin, t->begin}) < t->begin || !asks(t->end, r.end))) continue;
      return m;
    }
    return std::nullopt;
  }
  /// Did a clause before `at` say what has been done? Each is looked at once.
  [[nodiscard]] bool done_before(std::uint32_t at) {
    for (; seen_ < clauses_.size() && clauses_[seen_].range.end <= at; ++seen_) {
      Range const r = clauses_[seen_].range;
      told_done_ = told_done_ || accomplished(past_links(r), r.end);
    }
    return told_done_;
  }
  /// 将达到5亿吨: how much there will be.
  [[nodiscard]] bool foretells(std::uint32_t at) const {
    Token const* const verb = s_->lattice().find(at, Class::reach | Class::up | Class::down);
    if (verb == nullptr) return false;
    Range const in = s_->figures_in({verb->end, verb->end + 1});
    return !in.empty();
  }
  static Force force_of(std::string_view word) noexcept {
    return word == "forbid"  ? Force::forbid
           : word == "ought" ? Force::ought
           : word == "soft"  ? Force::soft
           : word == "ask"   ? Force::ask
           : word == "aim"   ? Force::aim
                             : Force::must;
  }
  [[nodiscard]] bool is_modal(std::string_view words, std::size_t begin, std::size_t end) const {
    Entry const e = lexicon_.longest(words, begin, Class::modal);
    return begin + e.word.size() == end && !e.word.empty();
  }
  /// 主要, 要求, 需要, 这就要|求: the modal, or its end, is a part of another word. 一定要求真务实 is in the
  /// table as what it is not.
  [[nodiscard]] bool covered(std::uint32_t floor, std::uint32_t begin, std::uint32_t end) const {
    auto at = static_cast<std::uint32_t>(previous(text_, end));
    for (int before = 0; before < 3;) {
      auto const word = lexicon_.asked(text_.substr(0, s_->lattice().range().end), at, Class::not_modal);
      if (word && word.end > begin && (word.begin < begin || word.end > end)) return word.text != "modal";
      if (at <= floor) break;
      if (at <= begin) ++before;
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
    char32_t const after = code_point(text_, modal.end);
    return is_han(after) || after == 0x201c || after == 0x300a || is_digit(after);
  }
  /// 准备要引进的项目, 不得开放的数据, 应研究解决的问题: one verb or two, and 的, so it qualifies what follows.
  [[nodiscard]] bool qualifies(std::uint32_t at, std::uint32_t end) const {
    for (int verbs = 0; verbs < 2; ++verbs) {
      auto const verb = at < end ? asked(at, end, Class::act) : LexiconData::Asked{};
      if (verb.end < at + 6 || verb.text == "adverb") return false;
      at = static_cast<std::uint32_t>(verb.end);
      if (at < end && code_point(text_, at) == 0x7684) return true;  // 的
    }
    return false;
  }
  /// 应保尽保, 应查必查: words in pairs.
  [[nodiscard]] bool idiom(std::uint32_t at, std::uint32_t end) const {
    if (at + 9 > end || text_.substr(at, 3) != text_.substr(at + 6, 3)) return false;
    char32_t const c = code_point(text_, at + 3);
    return c == 0x5c3d || c == 0x5fc5 || c == 0x5219 || c == 0x5feb || c == 0x672a;  // 尽 必 则 快 未
  }
  /// What may stand after 应: an action, what leads to one, who does it (应由), or an adverb and a verb that is in no list.
  [[nodiscard]] bool leads_to_deed(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t const after = past_adverbs(at, end);
    return leads_to_act(at, end) || by_whom(at, end) || (after > at && after < end && is_han(code_point(text_, after)));
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

  // ---- when ---------------------------------------------------------------------------------------------------------

  /// A period that governs: 下半年，… No base (去年), no 目前, no mere duration.
  [[nodiscard]] std::optional<std::size_t> period_in(Range r, std::optional<std::size_t> otherwise = {}) const {
    Range const in = s_->times_in(r);
    for (std::size_t i = in.begin; i < in.end; ++i) {
      TimeValue const& t = s_->times[i];
      if (t.kind != TimeKind::period || !t.from || !t.to || t.past_year || t.now || !t.named || s_->in_name(t) ||
          t.mod != TimeMod::none)
        continue;
      if (of_plan(t.end) || some_years(t.begin)) continue;
      return i;
    }
    return otherwise;
  }
  /// 今后几年内: 年内 is not this year.
  [[nodiscard]] bool some_years(std::uint32_t at) const {
    char32_t const c = at < 3 ? 0 : code_point(text_, previous(text_, at));
    return c == 0x51e0 || c == 0x6570;  // 几 数
  }
  /// 全年目标任务, 年度计划: the name of a plan.
  [[nodiscard]] bool of_plan(std::uint32_t at) const {
    if (code_point(text_, at) == 0x7684) at += 3;  // 的
    return s_->lattice().find(at, Class::plan_noun) != nullptr;
  }
  /// The time in the words of a draft by which they are to be done.
  [[nodiscard]] std::optional<std::size_t> deadline(Draft const& d) const {
    Range const in = s_->times_in(d.range);
    for (std::size_t i = in.begin; i < in.end; ++i) {
      TimeValue const& t = s_->times[i];
      if (s_->in_name(t) || some_years(t.begin)) continue;
      if (!t.from || !t.to || t.past_year || t.now || t.kind == TimeKind::duration || t.kind == TimeKind::set) continue;
      if (t.mod == TimeMod::by || t.mod == TimeMod::before) return i;
      bool const point = t.edge || t.kind == TimeKind::date || t.kind == TimeKind::period;
      if (point && t.mod == TimeMod::none && t.begin <= d.action + 12 && !of_plan(t.end)) return i;
    }
    return std::nullopt;
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
    Draft d = *draft_;
    draft_.reset();
    std::uint32_t action = d.own_modal ? d.action : past_links({d.range.begin, d.range.end});
    if (action < d.range.end && code_point(text_, action) == 0xff0c) action += 3;  // ， after a time
    if (action >= d.range.end) return;
    d.range.end = before_closing({action, d.range.end});
    if (empty_words(action, d) || states(d.range)) return;
    bool const charged = charge_ != nullptr;
    auto by = deadline(d);
    if (!by && !(charged && charge_->deadline)) by = governing_;
    if (!charged && (d.modal.force == Force::soft || d.modal.force == Force::ask) && !by && doers_.names().empty())
      return;
    Task task;
    task.range = d.range;
    task.span = out_.outline.text().span(d.range);
    task.node = node_;
    task.action = text_.substr(action, d.range.end - action);
    if (d.own_modal || d.modal.range.empty()) task.modal = d.modal.words;
    task.polarity = d.modal.force == Force::forbid && d.own_modal ? TaskPolarity::forbid : TaskPolarity::do_;
    task.by = charged                                ? "task.charge"
              : d.own_modal && d.modal.words.empty() ? "task.plan"
              : d.own_modal                          ? "task.modal"
                                                     : "task.governed";
    task.evidence_begin = static_cast<std::uint32_t>(out_.evidence.size());
    if (charged)
      task.owner.assign(charge_->owners.begin(), charge_->owners.end());
    else
      task.owner = doers_.names();
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

  /// Without a bracket or quote at the end that was opened before the range.
  [[nodiscard]] std::uint32_t before_closing(Range r) const {
    for (int n = 0; n < 3 && r.size() > 3; ++n) {
      auto const last = static_cast<std::uint32_t>(previous(text_, r.end));
      char32_t const close = code_point(text_, last);
      if (!closes(close)) break;
      int depth = 0;
      for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
        char32_t const c = code_point(text_, i);
        depth += c == close ? -1 : pairs_with(c, close) ? 1 : 0;
      }
      if (depth >= 0) break;
      r.end = last;
    }
    return r.end;
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
      task.targets.push_back(amount_of(f));
      out_.evidence.push_back({"targets", {RecordType::quantity, bases_.quantities + i}});
    }
  }

  RecordsData& out_;
  Doers doers_;
  ClauseCutter cutter_;
  NodeIndex node_ = no_node;
  Bases bases_;
  Charge const* charge_ = nullptr;
  bool governed_ = false;
  bool plan_ = false;       ///< what the sentence says is still to be done
  Range topic_;             ///< the last clause before any modal
  bool ended_ = false;      ///< the clause before ended with ；: no clause goes on with it
  bool told_done_ = false;  ///< a clause before `seen_` says what has been done
  std::size_t seen_ = 0;    ///< of the clauses
  Modal modal_;
  Range clause_;
  std::optional<Draft> draft_;
  std::optional<std::size_t> governing_;
  std::vector<Clause> clauses_;
};

}  // namespace detail

GONGWEN_END
