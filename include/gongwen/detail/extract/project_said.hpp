// gongwen/detail/extract/project_said.hpp: what is said of the projects that a clause speaks of: money, progress, stages.
#pragma once

#include "../amounts.hpp"
#include "project_lists.hpp"
#include "records_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// Holds the projects of one sentence while it is read, and adds to those that are spoken of.
class ProjectSaid : protected ProjectLists {
 public:
  struct Bases {
    std::uint32_t quantities = 0, times = 0;
  };

 protected:
  using ProjectLists::ProjectLists;

  struct Slot {
    std::string_view name;
    Ref ref;
  };
  struct Draft {
    Project project;
    std::vector<Slot> evidence;
    bool tailed = false;  ///< its name ends with a kind of thing that is built
    bool listed = false;  ///< one of several that share what is said
    std::optional<std::size_t> record;
  };

  void say(Range r) {
    Range const in = s_->figures_in(r);
    for (std::size_t i = in.begin; i < in.end; ++i) figure(i, r);
    stages(r);
  }
  void figure(std::size_t index, Range r) {
    Figure const& f = s_->figures[index];
    if (drafts_[current_].listed || (*claimed_)[index]) return;
    if (f.dimension == Dimension::money) {
      Entry const word = lexicon_.longest_before(text_, f.begin, Class::invest, 18);
      if (word.word.empty()) return;
      for (std::size_t d = current_; d < drafts_.size(); ++d)
        money(drafts_[d], word.text == "all" ? "investment" : "invested", index);
    } else if (f.unit == "%" && !drafts_[current_].project.progress && !(headed_ && of_part_) &&
               done_before(r.begin, f.begin)) {
      for (std::size_t d = current_; d < drafts_.size(); ++d) {
        drafts_[d].project.progress = amount_of(f);
        note(drafts_[d], "progress", RecordType::quantity, bases_.quantities + static_cast<std::uint32_t>(index));
      }
      (*claimed_)[index] = true;
    }
  }
  void money(Draft& d, std::string_view slot, std::size_t index) {
    auto& to = slot == "investment" ? d.project.investment : d.project.invested;
    if (to) return;
    to = amount_of(s_->figures[index]);
    note(d, slot, RecordType::quantity, bases_.quantities + static_cast<std::uint32_t>(index));
    (*claimed_)[index] = true;
  }
  void stages(Range r) {
    Stage other = Stage::none;  // of the word before
    for (std::uint32_t i = r.begin; i < r.end;) {
      Token const* const t = s_->lattice().find(i, Class::stage);
      if (t == nullptr || t->end > r.end) {
        i += char_size(text_, i);
        continue;
      }
      // 达产后: when something else will be; 建设|完成主体工程: two words
      bool const split = t->end < r.end && is_han(code_point(text_, t->end)) &&
                         asked(t->end - 6, t->end, Class::act_done) &&
                         asked(t->begin, t->end - 6, Class::builds).end + 6 == t->end;
      if (code_point(text_, t->end) == 0x540e || split) {
        i = split ? t->end - 6 : t->end;
        continue;
      }
      auto const stage = static_cast<Stage>(s_->lattice().meaning(*t, Class::stage).value);
      bool const finishes = stage == Stage::completed && other != Stage::none && other < Stage::completed &&
                            text_.substr(t->begin, t->end - t->begin).size() == 12;  // 单机调试全面完成
      if (!finishes && !word_in(r.begin, t->begin, Class::denied)) stage_said(stage, {r.begin, t->end}, *t);
      other = stage;
      i = t->end;
    }
  }
  void stage_said(Stage stage, Range said, Token const& t) {
    bool const reached = code_point(text_, t.end) == 0x4e86 || word_in(said.begin, t.begin, Class::reached);  // 了
    bool const own = word_in(said.begin, t.begin, Class::ahead) || by_then(said) || goes_on(said);
    // Under 要抓好以下项目 a work that is no end of its own says where the project is: X做好前期工作
    bool const at_work = governed_ && !own && works_on(stage, t);
    bool const ahead = !reached && !at_work && (own || governed_);
    planned_ = planned_ || (ahead && own);
    governed_ = governed_ || (ahead && must_in(said.begin, t.begin));
    for (std::size_t d = current_; d < drafts_.size(); ++d) {
      Project& p = drafts_[d].project;
      if (ahead && stage != Stage::none) {
        if (p.expected.size() < 4) p.expected.push_back({stage, when(said, drafts_[d], p.expected.size())});
        continue;
      }
      Stage const whole = of_part_ && stage == Stage::completed ? Stage::construction : stage;
      if (whole >= p.stage) {
        p.stage = whole;
        p.stage_text = text_.substr(said.begin, t.end - said.begin);
      }
    }
  }
  /// 计划9月开工，明年6月投入使用: a plan goes on in a later clause that has a time of its own.
  [[nodiscard]] bool goes_on(Range said) const { return planned_ && !s_->times_in({clause_.begin, said.end}).empty(); }
  [[nodiscard]] bool works_on(Stage stage, Token const& t) const {
    if (stage == Stage::construction)  // 完成主体工程
      return asked(t.begin, t.end, Class::act_done) ||
             lexicon_.asked_before(text_, clause_.begin, t.begin, Class::act_done);
    return stage > Stage::approved && stage < Stage::construction;
  }
  /// A deadline before it: 年底前建成.
  [[nodiscard]] bool by_then(Range said) const {
    Range const in = s_->times_in({clause_.begin, said.end});
    for (std::uint32_t i = in.begin; i < in.end; ++i) {
      if (s_->times[i].mod == TimeMod::by || s_->times[i].mod == TimeMod::before) return true;
    }
    return false;
  }
  /// The time that stands before an expected stage; where a modal governs, that of the sentence: 下半年，要抓好….
  [[nodiscard]] std::optional<Period> when(Range r, Draft& d, std::size_t n) const {
    if (auto own = when({clause_.begin, r.end}, d, n, false)) return own;
    return governed_ ? when({s_->lattice().range().begin, clause_.begin}, d, n, true) : std::nullopt;
  }
  [[nodiscard]] std::optional<Period> when(Range r, Draft& d, std::size_t n, bool governing) const {
    static constexpr std::string_view slots[] = {"expected.0", "expected.1", "expected.2", "expected.3"};
    Range const in = s_->times_in(r);
    std::size_t const least = governing ? in.begin : in.end - std::min<std::size_t>(in.end - in.begin, 4);
    std::size_t const last = governing ? std::min<std::size_t>(in.end, in.begin + 1) : in.end;
    for (std::size_t i = last; i-- > least;) {
      TimeValue const& t = s_->times[i];
      if (!t.from || !t.to || t.past_year || t.now) continue;
      if (t.kind == TimeKind::duration || t.kind == TimeKind::set) continue;
      if (governing && (t.kind != TimeKind::period || t.mod != TimeMod::none)) continue;
      note(d, slots[n], RecordType::time, bases_.times + static_cast<std::uint32_t>(i));
      Period p{t.from, t.to, text_.substr(t.begin, t.end - t.begin), t.timex};
      if (t.mod == TimeMod::before && t.from != t.to && t.from->year != 0) p.begin = p.end = plus_days(*t.from, -1);
      return p;
    }
    return std::nullopt;
  }
  static void note(Draft& d, std::string_view slot, RecordType type, std::uint32_t index) {
    d.evidence.push_back({slot, {type, index}});
  }

  Bases bases_;
  std::vector<bool>* claimed_ = nullptr;
  Range clause_;
  std::vector<Draft> drafts_;
  std::size_t current_ = 0;  ///< the first of the projects that are spoken of
  bool headed_ = false;      ///< the clause that is read speaks of one that was named before the sentence
  bool of_part_ = false;     ///< what is said is said of a part (主体工程完工)
  bool planned_ = false;     ///< a stage ahead was said, up to ；
  bool governed_ = false;    ///< 要 or 必须 in this sentence: what is said after it is still to come
};

}  // namespace detail

GONGWEN_END
