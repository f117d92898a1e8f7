// gongwen/detail/extract/figure_roles.hpp: figures that state no measure, though words stand before them as before one.
//
//   对新上规的企业，每户奖励10万元        what a rule gives; nobody has had it
//   营业额增长50%以上的，给予…            the case that a rule is for
//   占全部贷款120亿元的35%                how much the whole is that a share is taken of
//   距县城30公里, 按50%报销               what a place has, at what rate a rule pays
//   新增甲、乙等8家                       what is counted stands after the figure, examples of it before
#pragma once

#include "area_lists.hpp"
#include "brackets.hpp"

GONGWEN_BEGIN

namespace detail {

/// Tells what a figure is there for.
class FigureRoles : protected AreaLists {
 protected:
  using AreaLists::AreaLists;

  /// A segment begins: does it say for whom a rule is (对…的企业，)?
  void rule_for_whom(std::uint32_t segment) {
    for_whom_ = static_cast<bool>(lexicon_.asked(text_.substr(0, s_->lattice().range().end), segment, Class::rule_for));
    gives_ = none;
    if (!for_whom_ && !context_->rules) return;
    std::uint32_t end = segment;
    while (end < s_->lattice().range().end && code_point(text_, end) != 0xff1b && code_point(text_, end) != U';')
      end += char_size(text_, end);
    gives_ = first_grant(segment, end, !for_whom_);
  }
  /// Under rules, 注册资本达到500万元，有3个以上子公司，可申请…: who may have what; all figures of the segment belong to that.
  [[nodiscard]] bool of_rule() const { return context_->rules && !for_whom_ && gives_ != none; }
  /// 年满60周岁, 年龄超过18周岁: an age that a rule asks for; 平均年龄 and 预期寿命 are measures.
  [[nodiscard]] bool asks_age(Event const& e, Figure const& f) const {
    if (f.mod != Mod::over && f.mod != Mod::under && f.mod != Mod::at_least && f.mod != Mod::at_most) return false;
    if (f.unit.size() < 3 || code_point(f.unit, previous(f.unit, f.unit.size())) != 0x5c81) return false;  // 岁
    std::string_view const before = text_.substr(np_begin_, e.begin - np_begin_);
    return !holds(before, 0x5747) && !holds(before, 0x5bff);  // 均 寿
  }
  /// 对新上规的企业，每户奖励10万元; 单个项目补助不超过200万元: what a rule gives, nobody has had.
  [[nodiscard]] bool granted(Event const& e, Figure const& f) const {
    bool const bound = f.mod == Mod::at_most || f.mod == Mod::at_least;
    if (!bound && !for_whom_) return false;
    if (for_whom_ ? gives_ <= e.begin : first_grant(np_begin_, e.begin) != none) return true;
    // 给予 after the amount of a segment that says for whom
    return for_whom_ && lexicon_.asked(text_.substr(0, clause_.end), s_->lattice().skip(e.end), Class::grants);
  }
  /// Under rules: 年度营业收入3000万元以上, 不超过50万元, 最高10万元: whom or how much a rule allows.
  [[nodiscard]] static bool sets_bound(Figure const& f) {
    return f.mod == Mod::over || f.mod == Mod::under || f.mod == Mod::at_least || f.mod == Mod::at_most;
  }
  /// Where the first word of giving that lies between ends, or none.
  /// `rules`: also what is let, not given (可申请).
  [[nodiscard]] std::uint32_t first_grant(std::uint32_t begin, std::uint32_t end, bool rules = false) const {
    for (std::uint32_t at = begin; at < end; at += char_size(text_, at)) {
      if (auto const word = lexicon_.asked(text_.substr(0, end), at, Class::grants);
          word && (rules || word.text != "let"))
        return static_cast<std::uint32_t>(word.end);
    }
    return none;
  }
  /// 营业额增长50%以上的，给予…: the case that a rule is for.
  [[nodiscard]] bool conditional(std::uint32_t end) const {
    end = past_limits(end);
    if (code_point(text_, end) != 0x7684) return false;  // 的
    char32_t const c = code_point(text_, end + 3);
    return c == 0xff0c || c == 0xff1a || c == U',' || c == 0xff1b;
  }
  /// 50%(含本数)以上的: past a short bracket and 以上 or 以下 after it.
  [[nodiscard]] std::uint32_t past_limits(std::uint32_t at) const {
    constexpr std::uint32_t longest = 24;  // bytes
    std::uint32_t const last = std::min(s_->lattice().range().end, at + longest);
    std::uint32_t const end = past_bracket(text_, at, last);
    bool const bound = end != at && code_point(text_, end) == 0x4ee5;  // 以
    return bound ? std::min(end + 6, s_->lattice().range().end) : end;
  }
  /// 给予2万元支持, 距县城30公里, 按50%报销: amounts that a rule gives or a place has, no measure.
  [[nodiscard]] bool no_measure(Range name) const {
    NameReader const names(*s_);
    Lattice const& lattice = s_->lattice();
    if (!lattice.present().meets(Class::not_measure)) return false;
    for (std::uint32_t at = name.begin; at < name.end; at += char_size(text_, at)) {
      Token const* const word = names.word(at, name.end, Class::not_measure);
      if (word != nullptr && lattice.meaning(*word, Class::not_measure).text == "rule")
        return true;  // 最高给予投资额的50%
    }
    if (names.word(name.begin, name.end, Class::indicator | Class::hold) == nullptr) {
      Token const* const first = names.word(name.begin, name.end, Class::not_measure);
      if (first != nullptr && lattice.meaning(*first, Class::not_measure).text != "end") return true;
    }
    Token const* const last = names.word_before(name.begin, name.end, Class::not_measure);
    return last != nullptr && names.word_before(name.begin, name.end, Class::indicator) == nullptr;
  }
  /// 占总投资的66.7%, said of something that is no measure here; 占…的比重 is a measure.
  [[nodiscard]] bool share_of_none(Range name) const {
    NameReader const names(*s_);
    Token const* const verb = names.word(name.begin, name.end, Class::share_verb);
    return verb != nullptr && verb->end < name.end &&
           names.word_before(name.begin, name.end, Class::rate_head) == nullptr &&
           names.word(name.begin, name.end, Class::indicator | Class::hold) == nullptr;
  }
  /// 按减免租金总额的50%: at what rate a rule pays.
  [[nodiscard]] bool at_rate(Range name) const {
    for (std::uint32_t at = name.begin; at < name.end; at += char_size(text_, at)) {
      if (code_point(text_, at) == 0x6309 && s_->lattice().find(at, Class::not_measure) != nullptr) return true;  // 按
    }
    return false;
  }
  /// 完成年度目标589亿元的37.2%, 占全部贷款120亿元的35%: how much the plan or the whole is that a share is taken of.
  [[nodiscard]] bool amount_of_whole(Event const& e) const {
    if (!share_of(e.index)) return false;
    NameReader const names(*s_);
    for (std::uint32_t at = np_begin_; at < e.begin; at += char_size(text_, at)) {
      if (names.word(at, e.begin, Class::share_verb) != nullptr) return true;
    }
    return names.word_before(np_begin_, e.begin, Class::plan_noun) != nullptr;
  }

  /// 甲、乙等8家: what is counted stands after the figure.
  [[nodiscard]] bool of_examples(Range name) const {
    return name.size() > 3 && code_point(text_, name.end - 3) == 0x7b49;  // 等
  }
  /// 建设百所敬老院、250个健身点: what stands before 、 or 和 is another member, what is counted stands after.
  [[nodiscard]] bool of_list(Range name, Figure const& f, Event const& e) const {
    if (name.empty()) return false;
    bool const pause = e.begin >= name.end + 3 && code_point(text_, e.begin - 3) == 0x3001;  // 、
    return (pause || before_other(name)) && !right_name(f, e.end).empty();
  }
  /// 敬老院和|250个: the words before a figure end with what joins them to it, so they are no name of it.
  [[nodiscard]] bool before_other(Range name) const {
    return lexicon_.asked_before(text_, name.begin, name.end, Class::joint) &&
           NameReader(*s_).word_before(name.begin, name.end, Class::hold | Class::indicator) == nullptr;
  }
  /// 总面积6×30平方米, 单价×2000元: a term of a formula.
  [[nodiscard]] bool term(Event const& e) const {
    std::uint32_t const after = s_->lattice().skip(e.end);
    if (after < s_->lattice().range().end && operates(code_point(text_, after))) return true;
    std::uint32_t at = e.begin;
    while (at > clause_.begin && is_space(code_point(text_, previous(text_, at))))
      at = static_cast<std::uint32_t>(previous(text_, at));
    return at > clause_.begin && operates(code_point(text_, previous(text_, at)));
  }
  [[nodiscard]] static constexpr bool operates(char32_t c) noexcept {
    return c == 0xd7 || c == 0xf7 || c == 0x2211;  // × ÷ ∑
  }
  /// 增加值率=增加值÷总产出: the words hold an operator.
  [[nodiscard]] bool formula(Range name) const {
    for (std::uint32_t at = name.begin; at < name.end; at += char_size(text_, at)) {
      if (!is_han(code_point(text_, at)) && operates(code_point(text_, at))) return true;
    }
    return false;
  }
  /// 新增 of 新增甲、乙等: the verb that a name begins with, else nothing.
  [[nodiscard]] Range verb_of(Range name) const {
    auto const verb = lexicon_.asked(text_.substr(0, name.end), name.begin, Class::act);
    bool const whole = verb && verb.end >= name.begin + 6;
    return {name.begin, whole ? static_cast<std::uint32_t>(verb.end) : name.begin};
  }
  /// 为全县|40个村卫生室, 对|60家企业: a preposition, and no verb before what is counted.
  [[nodiscard]] bool for_whom(Range name) const {
    char32_t const c = code_point(text_, name.begin);
    bool const before = c == 0x4e3a || c == 0x5bf9 || c == 0x5411 || c == 0x4f7f;  // 为 对 向 使
    return before && !lexicon_.asked_before(text_, name.begin, name.end, Class::act) &&
           NameReader(*s_).word(name.begin, name.end, Class::hold | Class::indicator | Class::place) == nullptr;
  }
  /// 完善 of 完善河道工程和|6个泵站: the verb that the member after 和 shares, else nothing.
  [[nodiscard]] Range shared_verb_of(Range name) const {
    auto const verb = lexicon_.asked(text_.substr(0, name.end), name.begin, Class::shared_verb);
    return {name.begin, verb ? static_cast<std::uint32_t>(verb.end) : name.begin};
  }

 private:
  bool for_whom_ = false;       ///< the sentence, or what follows its last ；, says for whom a rule is
  std::uint32_t gives_ = none;  ///< where its first word of giving ends
};

}  // namespace detail

GONGWEN_END
