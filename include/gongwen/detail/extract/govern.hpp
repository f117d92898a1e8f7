// gongwen/detail/extract/govern.hpp: the period, area and status that the words of a clause state for it and for what follows.
//
//   period   the first named time before the first event: a flow's or a stock's, no day of an event, no name of a plan
//   area     the first area or zone before it; a place only at the head (云溪区规定…, not 到上海招商), none after 高于, 居, 占
//   status   the last word of status before it: 预计, 力争, 计划; ； ends what it governs
//
// How far each holds is context.hpp's matter.
#pragma once

#include "area_words.hpp"
#include "clause_events.hpp"
#include "longer_names.hpp"
#include "span_of_years.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads what governs a clause into the context.
class Governor : protected ClauseEvents {
 protected:
  /// Period, area and status that the words before the first event of a clause state.
  void govern(Range r, std::uint32_t first) {
    clause_area_ = {};
    areas_end_ = none;
    Lattice const& lattice = s_->lattice();
    Range const in = s_->times_in(r);
    for (std::uint32_t i = in.begin; i < in.end && s_->times[i].begin <= first; ++i) {
      TimeValue const& t = s_->times[i];
      if (t.past_year && leads(t, r))
        context_->sentence_status = Status::actual;  // under the heading of next year's plan
      if (untold(t, r)) {
        context_->other_time = true;
        continue;
      }
      if (!(t.named || since_year(t)) || (t.past_year && !leads(t, r)) || t.kind == TimeKind::duration ||
          t.kind == TimeKind::set || !t.from)
        continue;
      if (!may_govern(t, r) || (context_->described && first == r.end && built_then(t))) continue;
      NameReader const names(*s_);
      GoverningPeriod period{t, text_.substr(t.begin, t.end - t.begin), bases_.times + i};
      period.upto = names.word_before(r.begin, t.begin, Class::upto) != nullptr;
      // 预计10月份投产, 6月底前建成: the time of a plan holds for its sentence
      bool const plan = names.word_before(r.begin, t.begin, Class::status) != nullptr || t.mod == TimeMod::by ||
                        t.mod == TimeMod::before;
      bool const copula = t.begin > r.begin && code_point(text_, previous(text_, t.begin)) == 0x4e3a;  // 月份为4—8月
      bool const by_then = t.begin > r.begin && code_point(text_, previous(text_, t.begin)) == 0x5230;  // 到
      context_->found(period, !plan && !copula && t.named && (period.upto || by_then || !of_event(t, first == r.end)),
                      by_then);
      break;
    }
    if (!since_event(r, first).empty()) context_->other_time = true;
    Token const* best = nullptr;
    Token const* status = nullptr;
    std::uint32_t checked = 0, covered = 0, measure = 0;
    constexpr ClassSet wanted = Class::status | Class::area | Class::zone | Class::place | Class::indicator;
    auto const from = [](Place const& p, std::uint32_t byte) { return p.byte < byte; };
    for (auto it = std::lower_bound(lattice.places().begin(), lattice.places().end(), r.begin, from);
         it != lattice.places().end() && it->byte < first; ++it) {
      if (++checked > 400) break;
      if (!it->classes.meets(wanted)) continue;
      for (std::uint32_t i = it->first; i != none; i = lattice.token(i).next) {
        Token const& t = lattice.token(i);
        if (t.end > first) continue;
        if (t.classes.meets(Class::indicator)) measure = std::max(measure, t.end);
        if (t.end <= measure && t.classes.meets(Class::status)) continue;  // 预期 in 人均预期寿命
        // 要 by itself says nothing, and is a part of 主要 and 要点
        if (t.classes.meets(Class::status) && t.end - t.begin > 3 && !based(t) &&
            (status == nullptr || t.begin > status->begin || (t.begin == status->begin && t.end > status->end)))
          status = &t;
        if (!t.classes.meets(Class::area | Class::zone | Class::place) || s_->in_name(t.begin)) continue;
        if (t.begin < covered || longer(t) || (t.begin >= topic_.begin && t.begin < topic_.end))
          continue;  // 新区 in 高新区, 国内 in 国内贷款
        covered = t.end;
        if (t.classes.meets(Class::place) && (!governs(t, r) || begins_firm(t, r.end) || begins_name(lattice, t)))
          continue;
        if (t.classes.meets(Class::area) && (!stands_free(t) || of_standing(t) || is_object(lattice, t))) continue;
        if (t.classes.meets(Class::zone) &&
            ((s_->lattice().skip(t.end) == first && !governs(t, r)) || of_longer_name(t)))
          continue;  // 新建示范园区20个, 现代农业产业园
        if (t.classes.meets(Class::area) && of_meeting(t, r, first)) continue;
        if (no_subject(t, first == r.end) || (first == r.end && object(t, r))) continue;
        if (best == nullptr || t.begin < best->begin || (t.begin == best->begin && t.end > best->end)) best = &t;
      }
    }
    if (std::uint32_t const head = area_head(r, first);
        head != none && head >= topic_.end && (best == nullptr || head < best->begin)) {
      std::uint32_t const end = NameReader(*s_).area_before_measure(head, first);
      clause_area_ = {head, end};
      if (several_areas(end, first)) return said_status(status, r, first);
      GoverningArea const area{text_.substr(head, end - head), {}, node_, context_->title_area.level};
      context_->found(area, context_->own(area.name));
    } else if (best != nullptr) {
      Entry const place = lattice.meaning(*best, Class::place);
      clause_area_ = {best->begin, best->end};
      if (best->classes.meets(Class::place) && several_areas(best->end, first)) return said_status(status, r, first);
      // 该区: the one that the sentence has named
      if (code_point(text_, best->begin) == 0x8be5 && !context_->sentence_area.empty())
        return said_status(status, r, first);
      int const level = best->classes.meets(Class::area) ? lattice.meaning(*best, Class::area).value : 0;
      GoverningArea area{lattice.words(*best), place.text, node_, level};
      if (Token const* const inner = place_inside(*best, first); inner != nullptr) {
        area = {text_.substr(best->begin, inner->end - best->begin), lattice.meaning(*inner, Class::place).text, node_,
                0};
        clause_area_.end = inner->end;
      }
      context_->found(area, runs(*best) || context_->own(area.name));
    }
    said_status(status, r, first);
  }
  /// 青石、白水、黑河市，自来水普及率…: several places at the head of a clause are one area, as written, where no 分别 gives one each.
  bool several_areas(std::uint32_t end, std::uint32_t first) {
    if (s_->lattice().present().meets(Class::respectively)) return false;
    std::uint32_t const all = places_listed(end, first);
    if (all == end) return false;
    context_->found(GoverningArea{text_.substr(clause_area_.begin, all - clause_area_.begin), {}, node_}, false);
    if (np_begin_ <= clause_area_.begin) np_begin_ = areas_end_ = all;
    return true;
  }
  /// Where a list of places ends whose first ends at `end`; `end` where it is alone, or examples of more (甲、乙等县).
  [[nodiscard]] std::uint32_t places_listed(std::uint32_t end, std::uint32_t limit) const {
    NameReader const names(*s_);
    std::uint32_t last = end;
    for (int n = 0; n < 24; ++n) {
      char32_t const c = code_point(text_, last);
      if (c != 0x3001 && c != 0x548c && c != 0x4e0e && c != 0x53ca) break;  // 、 和 与 及
      std::uint32_t const at = last + 3;
      Token const* const place = names.word(at, limit, Class::place | Class::place_short);
      std::uint32_t const next = place != nullptr ? place->end : names.named_area(at, limit);
      if (next == at) return end;
      last = next;
    }
    if (last == end || code_point(text_, last) == 0x7b49) return end;  // 等
    return last;
  }
  void said_status(Token const* status, Range r, std::uint32_t first) {
    // 年度计划投资5亿元，已完成3亿元: what is a plan by its name says nothing of what was done; 目标 and 任务 of no other
    // clause at all
    if (by_name_ && (passing_ || done_in(r, first))) context_->sentence_status = context_->heading_status;
    by_name_ = by_name_ && !passing_;
    if (status == nullptr) return;
    auto const said = static_cast<Status>(s_->lattice().meaning(*status, Class::status).value);
    if (said == Status::plan || measure_of_plan(*status) || in_passing(*status, r)) return;
    bool const noun = said == Status::target && s_->lattice().find(status->begin, Class::plan_noun) != nullptr;
    if (noun && !says_plan(*status) && done_in({status->end, first}, first)) return;  // 危房改造任务已竣工5100户
    context_->sentence_status = said;
    // 主要目标是：A；B。
    char32_t const stop = code_point(text_, previous(text_, r.end));
    if (said == Status::target && (stop == 0xff1a || stop == U':')) announced_ = said;
    by_name_ = noun;
    passing_ = noun && !says_plan(*status) && !announced_;
  }
  /// 启动品质提升行动计划，新建…: a plan by its name, which ends its clause, where the clause does not go by it (按照年度计划，).
  /// 稳预期, 超预期: what was expected before.
  [[nodiscard]] bool in_passing(Token const& status, Range r) const {
    char32_t const before = status.begin > r.begin ? code_point(text_, previous(text_, status.begin)) : U',';
    if (before == 0x7a33 || before == 0x8d85 || before == 0x4e8e || before == 0x5408) return true;  // 稳 超 于 合
    char32_t const next = status.end < s_->lattice().range().end ? code_point(text_, status.end) : U'.';
    bool const ends = next == 0xff0c || next == U',' || next == 0x3002 || next == 0xff1b || next == 0x3001 ||
                      next == 0x300b || next == 0x201d;  // ， 。 ； 、 》 ”
    if (!ends || !is_han(before)) return false;
    char32_t const head = code_point(text_, s_->lattice().skip(r.begin));
    return head != 0x6309 && head != 0x6839 && head != 0x4f9d && head != 0x5bf9;  // 按 根 依 对
  }
  /// 计划投资, 目标为, 任务：: not 目标 or 任务 in passing.
  [[nodiscard]] bool says_plan(Token const& status) const {
    char32_t const next = code_point(text_, status.end);
    bool const told = next == 0x662f || next == 0x4e3a || next == 0xff1a;  // 是 为 ：
    return told || code_point(text_, status.end - 6) == 0x8ba1;            // 计划
  }
  /// 目标任务的53.2%, 年度计划15亿元的45%, 年度计划54.5%: a plan that a share is taken of.
  [[nodiscard]] bool measure_of_plan(Token const& status) const {
    if (code_point(text_, status.end) == 0x7684) return true;  // 的
    std::uint32_t const near = status.end + 6;                 // 数, 指标
    Range const in = s_->figures_in({status.end, std::min(near + 1, s_->lattice().range().end)});
    if (in.empty()) return false;
    Figure const& f = s_->figures[in.begin];
    return f.unit == "%" || share_of(in.begin);
  }
  /// 589亿元的37.2%: an amount that the percentage right after it is taken of.
  [[nodiscard]] bool share_of(std::size_t figure) const {
    if (figure + 1 >= s_->figures.size()) return false;
    Figure const& whole = s_->figures[figure];
    Figure const& part = s_->figures[figure + 1];
    return part.unit == "%" && whole.unit != "%" && code_point(text_, whole.end) == 0x7684 &&
           s_->lattice().skip(whole.end + 3) == part.begin;
  }
  /// 完成, 已, 累计 before the first event: something was done.
  [[nodiscard]] bool done_in(Range r, std::uint32_t first) const {
    for (std::uint32_t at = r.begin; at < first; at += char_size(text_, at)) {
      char32_t const c = code_point(text_, at);
      if (c == 0x5df2) return true;                                                           // 已
      if (c == 0x5b8c && at + 3 < first && code_point(text_, at + 3) == 0x6210) return true;  // 完成
      if (c == 0x7d2f && at + 3 < first && code_point(text_, at + 3) == 0x8ba1) return true;  // 累计
    }
    return false;
  }
  /// 改革开放 of 改革开放以来，: since when, in a clause that names what happened and no time; else empty.
  [[nodiscard]] Range since_event(Range r, std::uint32_t first) const {
    Range const nothing{r.end, r.end};
    if (first != r.end || !s_->lattice().present().meets(Class::since)) return nothing;
    std::uint32_t end = r.end;
    while (end > r.begin + 9 && !is_han(code_point(text_, previous(text_, end))))
      end = static_cast<std::uint32_t>(previous(text_, end));
    Token const* const since = NameReader(*s_).word_before(r.begin, end, Class::since);
    std::uint32_t const begin = s_->lattice().skip(r.begin);
    if (since == nullptr || since->begin < begin + 6 || !s_->times_in(r).empty()) return nothing;
    return {begin, since->begin};
  }
  Context* context_ = nullptr;
  MentionBases bases_;
  NodeIndex node_ = no_node;         ///< the node that is read
  Range clause_area_;                ///< the words of the clause that name an area, where some do
  Range topic_;                      ///< the name of the one thing that the segment describes
  std::uint32_t areas_end_ = none;   ///< where a list of places at the head of the clause ends
  std::optional<Status> announced_;  ///< of a clause that ends with ：, for all of its sentence
  bool passing_ = false;             ///< that noun holds for its own clause
  bool by_name_ = false;  ///< the status of the sentence is that of a noun (计划投资), not of a verb (力争)

 private:
  /// 去年, where no date tells which year; 五年来: more than a year.
  [[nodiscard]] bool untold(TimeValue const& t, Range r) const {
    if (t.past_year && !t.from) return leads(t, r);
    return span_of_years(*s_, t, r.begin);
  }
  /// 2018年8月，现场会在柳溪召开; 2014年建成: the time of what happened once, in a clause that measures nothing.
  [[nodiscard]] bool of_event(TimeValue const& t, bool quiet) const {
    if (!quiet || t.explicit_year == 0 || !t.from || !t.to || t.from->year != t.to->year) return false;
    bool const opens = s_->lattice().skip(s_->lattice().range().begin) == t.begin;
    return !(t.whole_year && opens);
  }
  /// 2018年以来: from a year that is written up to the day of writing.
  [[nodiscard]] bool since_year(TimeValue const& t) const {
    return t.kind == TimeKind::period && t.explicit_year != 0 && t.to && code_point(text_, t.end - 3) == 0x6765;  // 来
  }
  /// 2013年建设完成, 2019年3月投产: when the thing that is described came to be.
  [[nodiscard]] bool built_then(TimeValue const& t) const {
    return s_->lattice().find(s_->lattice().skip(t.end), Class::stage) != nullptr;
  }
  /// 去年全县投入…: a past year at the head of a clause; elsewhere it is a base (由去年的, 比上年).
  [[nodiscard]] bool leads(TimeValue const& t, Range r) const {
    return t.whole_year && s_->lattice().skip(r.begin) == t.begin;
  }
  [[nodiscard]] bool may_govern(TimeValue const& t, Range r) const {
    if (s_->in_name(t)) return false;
    if (t.edge && t.from->month == 1 && t.from->day == 1) return false;  // 年初 is a base
    if (founded(t) || dated(t)) return false;                            // 成立于2019年, 投产日期1996年8月
    // 今天, 6月15日: the day of an event, unless a count is made up to it (截至)
    bool const upto = NameReader(*s_).word_before(r.begin, t.begin, Class::upto) != nullptr;
    if (t.kind == TimeKind::date && !t.edge && !upto) return false;
    // 全年目标任务, 年度计划, “十一五”规划: the name of a plan
    std::uint32_t after = t.end;
    if (code_point(text_, after) == 0x7684 || code_point(text_, after) == 0x201d) after += 3;
    Token const* const plan = after < r.end ? s_->lattice().find(after, Class::plan_noun) : nullptr;
    if (plan != nullptr) {
      bool const allotted = s_->lattice().meaning(*plan, Class::plan_noun).text == "allot";  // 全年分配
      if (!allotted || (t.whole_year && t.explicit_year == 0)) return false;
    }
    return !based_on(t, r);
  }
  /// 努力跑赢全国，: what ends a clause that measures nothing is its object, unless it is all that the clause says (我们的园区，).
  [[nodiscard]] bool object(Token const& t, Range r) const { return t.end + 3 >= r.end && !governs(t, r); }
  /// 全省首批, 国内先进, 全国最大, 国内外: how good or how wide, not whose.
  [[nodiscard]] bool of_standing(Token const& t) const {
    bool const abroad = code_point(text_, t.end) == 0x5916 && code_point(text_, t.end - 3) == 0x5185;  // 国内外
    if (abroad || nationwide(text_, t.end)) return true;
    auto const word = s_->lattice().lexicon().asked(text_, t.end, Class::standing);
    return word && word.text.empty();  // not 先后, 河
  }
  /// 成立于, 始建于, 创办于: when a thing began to be.
  [[nodiscard]] bool founded(TimeValue const& t) const {
    if (t.begin < s_->lattice().range().begin + 6 || code_point(text_, t.begin - 3) != 0x4e8e) return false;  // 于
    char32_t const verb = code_point(text_, t.begin - 6);
    return verb == 0x7acb || verb == 0x5efa || verb == 0x529e || verb == 0x751f || verb == 0x6210;  // 立 建 办 生 成
  }
  /// 投产日期1996年8月, 竣工时间2012年: when something happened.
  [[nodiscard]] bool dated(TimeValue const& t) const {
    std::uint32_t at = t.begin;
    std::uint32_t const floor = s_->lattice().range().begin + 6;
    while (at > floor && !is_han(code_point(text_, previous(text_, at))))
      at = static_cast<std::uint32_t>(previous(text_, at));
    if (at < floor || t.begin - at > 6) return false;
    char32_t const a = code_point(text_, at - 6), b = code_point(text_, at - 3);
    return (a == 0x65e5 && b == 0x671f) || (a == 0x65f6 && b == 0x95f4);  // 日期 时间
  }
  /// 柳溪县恒丰有限公司: the place is a part of the name of a firm.
  [[nodiscard]] bool begins_firm(Token const& t, std::uint32_t end) const {
    std::uint32_t at = t.end;
    for (int n = 0; n < 16 && at < end && is_han(code_point(text_, at)); ++n, at += char_size(text_, at)) {
      if (s_->lattice().find(at, Class::reach_verb | Class::figure) != nullptr) return false;
      Token const* const tail = n > 0 ? s_->lattice().find(at, Class::corp_tail) : nullptr;
      if (tail == nullptr) continue;
      char32_t const last = code_point(text_, tail->end - 3);
      if (last == 0x53f8 || last == 0x56e2 || last == 0x793e) return true;  // 公司 集团 合作社
    }
    return false;
  }
  /// A place governs at the head of a clause: 云溪区规定…, not 到上海招商.
  [[nodiscard]] bool governs(Token const& t, Range r) const { return NameReader(*s_).leads_to(r.begin, t.begin); }
  /// Where a clause begins with the name of a township: 青石镇现有…; else none.
  [[nodiscard]] std::uint32_t area_head(Range r, std::uint32_t first) const {
    if (!s_->lattice().present().meets(Class::place_tail | Class::place_short)) return none;
    NameReader const names(*s_);
    std::uint32_t at = r.begin;
    while (at < first) {
      char32_t const c = code_point(text_, at);
      Token const* const t = is_han(c) ? names.word(at, first, Class::time | Class::lead | Class::from | Class::upto)
                                       : names.word(at, first, Class::time);
      if (names.area_before_measure(at, first) != at) return at;
      if (t == nullptr && is_han(c)) return none;
      at = t != nullptr ? t->end : at + static_cast<std::uint32_t>(char_size(text_, at));
    }
    return none;
  }
  /// 甘肃省|永登县: the place that follows at once, and lies inside the first.
  [[nodiscard]] Token const* place_inside(Token const& outer, std::uint32_t first) const {
    if (!outer.classes.meets(Class::place)) return nullptr;
    NameReader const names(*s_);
    Token const* last = nullptr;
    for (Token const* at = &outer; at != nullptr;) {
      at = names.word(at->end, first, Class::place);
      if (at != nullptr) last = at;
    }
    return last;
  }
  /// 现代农业产业园, 物流产业基地园区: a kind of zone at the end of a longer noun, with no place before it.
  [[nodiscard]] bool of_longer_name(Token const& t) const {
    std::uint32_t const begin = s_->lattice().range().begin;
    if (t.begin <= begin || !is_han(code_point(text_, previous(text_, t.begin)))) return false;
    char32_t const first = code_point(text_, t.begin), last = code_point(text_, previous(text_, t.begin));
    // 新区, 经开区, 高新区, 开发区 are most of their own names; 县工业园
    if (first == 0x65b0 || first == 0x7ecf || first == 0x9ad8 || first == 0x5f00) return false;
    if (last == 0x53bf || last == 0x5e02 || last == 0x533a || last == 0x7701) return false;  // 县 市 区 省
    constexpr ClassSet ends = Class::place | Class::place_short | Class::area | Class::lead | Class::reach |
                              Class::time | Class::compare | Class::from | Class::upto | Class::among |
                              Class::place_tail;
    if (s_->lattice().lexicon().asked_before(text_, begin, t.begin, Class::act)) return false;  // 入驻园区
    return NameReader(*s_).word_before(begin, t.begin, ends) == nullptr;
  }
  /// 召开全省现场会3次: an area inside the name of a meeting.
  [[nodiscard]] bool of_meeting(Token const& t, Range r, std::uint32_t first) const {
    if (first == r.end || first < t.end + 6 || governs(t, r)) return false;
    auto const end = static_cast<std::uint32_t>(previous(text_, first));
    char32_t const before = code_point(text_, previous(text_, end)), last = code_point(text_, end);
    return last == 0x4f1a ? before != 0x793e : last == 0x8bae && before == 0x4f1a;  // 会 社会 会议
  }
  /// 区内 in 园区内, 县城 in 柳河县城 are parts of other words; 全市, 我县, 该镇 always stand free.
  [[nodiscard]] bool stands_free(Token const& t) const {
    return area_stands_free(text_, t.begin, s_->lattice().range().begin);
  }
  /// 全市, 我县, 本镇 run on; 省内, 市区 and the country hold for their sentence, the country everywhere in a text on it.
  [[nodiscard]] bool runs(Token const& t) const {
    if (t.classes.meets(Class::zone) && context_->of_zone) return true;
    if (!t.classes.meets(Class::area) || code_point(text_, previous(text_, t.end)) == 0x7ea7) return false;  // 本级
    char32_t const first = code_point(text_, t.begin);
    bool const whole = first == 0x5168 || first == 0x6211 || first == 0x672c;                            // 全 我 本
    if (!whole || (t.begin > 0 && code_point(text_, previous(text_, t.begin)) == 0x5728)) return false;  // 在
    int const level = s_->lattice().meaning(t, Class::area).value;
    return !context_->other(s_->lattice().words(t), level) &&
           (level > 0 || (context_->running_area.empty() && context_->title_area.empty()));
  }
  /// Is it the beginning of a longer word: 国内贷款, 国内生产总值?
  [[nodiscard]] bool longer(Token const& t) const {
    constexpr ClassSet words = Class::hold | Class::indicator;
    Token const* const other = NameReader(*s_).word(t.begin, s_->lattice().range().end, words);
    return other != nullptr && other->end > t.end;
  }
  /// 比目标高, 计划生育: a target that a figure is set against, or another word.
  [[nodiscard]] bool based(Token const& t) const {
    if (longer(t)) return true;
    if (t.begin <= s_->lattice().range().begin) return false;
    char32_t const before = code_point(text_, previous(text_, t.begin));
    return is_than(before);
  }
  /// 比2019年同期, 恢复至2019年的: what a figure is set against.
  [[nodiscard]] bool based_on(TimeValue const& t, Range r) const {
    if (s_->lattice().find(t.end, Class::same_period) != nullptr) return true;
    std::uint32_t at = t.begin;
    while (at > r.begin && is_space(code_point(text_, previous(text_, at))))
      at = static_cast<std::uint32_t>(previous(text_, at));
    char32_t const before = at > r.begin ? code_point(text_, previous(text_, at)) : U' ';
    bool const from = before == 0x7531 || before == 0x4ece || before == 0x662f;  // 由 从 是
    // 由去年的, 是2015年的两倍; 从1-5月的情况看 names the time of what follows
    if (from && code_point(text_, t.end) == 0x7684) return !in_view(t.end + 3);
    // 由2012年7700元: what the move started from
    if (from && before != 0x662f && s_->lattice().find(s_->lattice().skip(t.end), Class::figure) != nullptr)
      return true;
    Token const* const word = NameReader(*s_).word_before(r.begin, t.begin, Class::compare | Class::share_verb);
    if (word == nullptr) return base_of_move(t, r);
    return word->classes.meets(Class::share_verb) || is_than(code_point(text_, word->begin));
  }
  /// 比建区前的1980年增长12倍: a year that a verb of moving follows, with 比 a few words before.
  [[nodiscard]] bool base_of_move(TimeValue const& t, Range r) const {
    if (!t.whole_year || s_->lattice().find(s_->lattice().skip(t.end), Class::up | Class::down) == nullptr)
      return false;
    std::uint32_t at = t.begin;
    for (int n = 0; n < 10 && at > r.begin; ++n) {
      at = static_cast<std::uint32_t>(previous(text_, at));
      if (!is_han(code_point(text_, at))) return false;
      if (is_than(code_point(text_, at)) &&
          NameReader(*s_).word(at, t.begin, Class::hold | Class::rate_head) == nullptr)
        return true;
    }
    return false;
  }
  /// 情况看, 运行情况看: what is seen in a time.
  [[nodiscard]] bool in_view(std::uint32_t at) const {
    return s_->lattice().lexicon().asked(text_, at, Class::abstract).text == "view";
  }
  /// Is the text about a division below the area, so that it stands inside it?
  [[nodiscard]] bool below(Token const& t) const {
    return context_->wider(s_->lattice().meaning(t, Class::area).value);
  }
  /// 高于全省, 比全省, 位于开发区, and 在全省 where the clause has no figure: whom or where, not whose.
  [[nodiscard]] bool no_subject(Token const& t, bool quiet) const {
    std::uint32_t const begin = s_->lattice().range().begin;
    if (t.begin <= begin) return false;
    char32_t const before = code_point(text_, previous(text_, t.begin));
    if (is_than(before) || (before == 0x4e0e && t.classes.meets(Class::place))) return true;  // 与
    if (quiet && before == 0x5728 && t.classes.meets(Class::area) && below(t)) return true;   // 在全省
    constexpr ClassSet others = Class::peer | Class::rank_verb | Class::share_verb | Class::not_measure;
    Token const* const word = NameReader(*s_).word_before(begin, t.begin, others);
    return word != nullptr && !s_->in_time(word->begin);  // 目前全县
  }
};

}  // namespace detail

GONGWEN_END
