// gongwen/detail/extract/project.hpp: named single projects, their money and how far they have come.
//
//   青石水库除险加固工程已完成投资2亿元，主体工程完工，年底可通水；东环路、西环路正在进行招投标。
//     青石水库除险加固工程   invested 2亿元 · stage construction · expected production by the year's end
//     东环路 · 西环路        stage tendering
//   投资3亿元的云岭风力发电   investment 3亿元
//
//   NAME PREDICATE     a clause that begins with the name; the name ends where a word of progress, a stage or a time begins
//   PREDICATE          the projects of the clause before, up to ； and the end of the sentence
//   PART PREDICATE     the same: 主体工程完工, 厂区正在平整
//   money 的 NAME      an investment before the name
//
// A stage after 将, 预计, 力争, 可 is expected; the furthest that is reached is the stage, else `planned` where one is ahead.
// A name is proper: it ends with a kind of thing that is built (project_tail), or is a short name at the head of its clause
// that money or a stage is said of; words that speak of projects in general (全市重点项目) are none.
#pragma once

#include "clauses.hpp"
#include "distribute.hpp"
#include "records_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads the projects of one sentence. Lives as long as one document is read.
class ProjectReader {
 public:
  ProjectReader(RecordsData& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon) {}

  struct Bases {
    std::uint32_t quantities = 0, times = 0;
  };

  /// `claimed`: which figures of the sentence became a project's money or progress, and so are no indicators.
  void read(Sentence const& sentence, NodeIndex node, std::uint32_t body, std::string_view area, Bases bases,
            std::vector<bool>& claimed) {
    claimed.assign(sentence.figures.size(), false);
    ClassSet const present = sentence.lattice().present();
    bool const money = std::any_of(sentence.figures.begin(), sentence.figures.end(),
                                   [](Figure const& f) { return f.dimension == Dimension::money; });
    if (!present.meets(Class::stage) && !money) return;
    s_ = &sentence;
    text_ = sentence.lattice().text();
    node_ = node;
    area_ = area;
    bases_ = bases;
    claimed_ = &claimed;
    drafts_.clear();
    current_ = 0;
    cutter_.cut(sentence, body, sentence.lattice().range().end, clauses_);
    for (Clause const& c : clauses_) clause(c);
    for (Draft& d : drafts_) write(d);
  }

 private:
  struct Slot {
    std::string_view name;
    Ref ref;
  };
  struct Draft {
    Project project;
    std::vector<Slot> evidence;
    bool tailed = false;  ///< its name ends with a kind of thing that is built
    bool listed = false;  ///< one of several that share what is said
  };

  // ---- clauses -----------------------------------------------------------------------------------------------------

  void clause(Clause const& c) {
    money_before_name(c.range);
    std::uint32_t const from = past_times(c.range.begin, c.range.end);
    std::uint32_t const stop = predicate(from, c.range.end);
    if (stop < c.range.end) {
      Range name{from, stop};
      trim(name);
      if (!name.empty() && !part(name)) {
        current_ = drafts_.size();
        if (says_something({stop, c.range.end})) open(name);
      }
      if (current_ < drafts_.size()) say({stop, c.range.end});
    }
    if (c.closed_by == 0xff1b || c.closed_by == U';') current_ = drafts_.size();
  }

  [[nodiscard]] LexiconData::Asked asked(std::uint32_t at, std::uint32_t end, Class cls) const {
    return lexicon_.asked(text_.substr(0, end), at, cls);
  }
  [[nodiscard]] std::uint32_t past_times(std::uint32_t at, std::uint32_t end) const {
    for (int n = 0; n < 4 && at < end; ++n) {
      if (Token const* const t = s_->lattice().find(at, Class::time); t != nullptr && t->end <= end) {
        at = t->end;
      } else if (auto const link = asked(at, end, Class::link)) {
        at = static_cast<std::uint32_t>(link.end);
      } else {
        break;
      }
    }
    return at;
  }
  /// Where a name that begins at `at` ends: a word of progress, a stage, a time or a figure begins.
  [[nodiscard]] std::uint32_t predicate(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t const last = std::min(end, at + longest_name * 6);
    for (std::uint32_t i = at; i < last; i += char_size(text_, i)) {
      if (s_->in_time(i)) return i;
      if (s_->lattice().find(i, Class::stage) != nullptr && !inside_name(at, i, end)) return i;
      if (i > at && asked(i, end, Class::begun) && !inside_name(at, i, end)) return i;
      if (i == at && asked(i, end, Class::begun)) return i;
    }
    return end;
  }
  /// 除险加固工程, 扩建项目, 在建工程: the word goes on to a kind of thing that is built, so it is a part of the name.
  [[nodiscard]] bool inside_name(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const {
    if (at == begin) return false;
    Token const* const stage = s_->lattice().find(at, Class::stage);
    auto const word = asked(at, end, Class::begun);
    auto const to = static_cast<std::uint32_t>(std::max<std::size_t>(stage != nullptr ? stage->end : 0, word.end));
    return to < end && asked(to, end, Class::project_tail) && code_point(text_, to) != 0x8def;  // 路 of 路基
  }
  void trim(Range& r) const {
    while (!r.empty()) {
      auto const p = static_cast<std::uint32_t>(previous(text_, r.end));
      char32_t const c = code_point(text_, p);
      if (!is_space(c) && c != 0x7684 && c != 0x90fd && c != 0x4e5f && c != 0x5747) break;  // 的 都 也 均
      r.end = p;
    }
    while (!r.empty() && is_space(code_point(text_, r.begin))) r.begin += char_size(text_, r.begin);
  }
  [[nodiscard]] bool part(Range r) const {
    auto const word = asked(r.begin, r.end, Class::project_part);
    return word && word.end == r.end;
  }
  [[nodiscard]] bool says_something(Range r) const {
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      if (s_->lattice().find(i, Class::stage) != nullptr) return true;
    }
    return std::any_of(s_->figures.begin(), s_->figures.end(), [&](Figure const& f) {
      return f.begin >= r.begin && f.begin < r.end && (f.dimension == Dimension::money || f.unit == "%") &&
             !lexicon_.longest_before(text_, f.begin, Class::invest, 18).word.empty();
    });
  }

  // ---- names -------------------------------------------------------------------------------------------------------

  static constexpr std::uint32_t longest_name = 28;  // characters

  /// One project, or each of a list: 甲、乙、丙等项目.
  void open(Range r) {
    std::size_t const first = drafts_.size();
    // what stands after 等 counts them: 等3座水库, 等项目
    std::uint32_t end = r.end;
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      if (code_point(text_, i) == 0x7b49 && i > r.begin) end = i;  // 等
    }
    auto const members = members_of(text_.substr(r.begin, end - r.begin));
    bool all = !members.empty();
    for (std::string_view const m : members) {
      auto const begin = static_cast<std::uint32_t>(m.data() - text_.data());
      Range name{begin, begin + static_cast<std::uint32_t>(m.size())};
      trim(name);
      all = all && proper(name, end != r.end || members.size() > 1);
      if (!all) break;
      add(name, members.size() > 1);
    }
    if (!all) drafts_.resize(first);
    current_ = first;
  }
  void add(Range name, bool listed) {
    Draft d;
    d.project.range = name;
    d.project.node = node_;
    d.project.name = text_.substr(name.begin, name.size());
    d.project.area = area_;
    d.project.by = "project.clause";
    d.tailed = tail(name);
    d.listed = listed;
    drafts_.push_back(std::move(d));
  }
  [[nodiscard]] bool tail(Range r) const {
    return lexicon_.asked_before(text_, r.begin, r.end, Class::project_tail) && r.size() >= 9;
  }
  [[nodiscard]] bool proper(Range r, bool listed) const {
    std::size_t const n = chars_in(text_.substr(r.begin, r.size()));
    if (n < 2 || n > longest_name || generic(r)) return false;
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      bool const word = is_han(c) || is_latin(c) || is_digit(c) || c == 0x201c || c == 0x201d || c == 0xff08 ||
                        c == 0xff09 || c == U'-' || c == 0xb7 || c == U'+';
      if (!word) return false;
    }
    if (std::any_of(s_->figures.begin(), s_->figures.end(),
                    [&](Figure const& f) { return f.begin >= r.begin && f.begin < r.end && f.begin + 6 > r.begin; }) &&
        !tail(r))
      return false;
    if (!lexicon_.find(text_.substr(r.begin, r.size()), Class::indicator).word.empty()) return false;
    return tail(r) || (n >= 3 && n <= 8 && listed) || (n >= 3 && n <= 7);
  }
  /// 全市重点项目, 一批…, 12个…: no single project.
  [[nodiscard]] bool generic(Range r) const {
    auto const word = asked(r.begin, r.end, Class::project_generic);
    if (word && (word.end == r.end || asked(static_cast<std::uint32_t>(word.end), r.end, Class::project_generic) ||
                 lexicon_.asked_before(text_, r.begin, r.end, Class::project_generic)))
      return true;
    auto const end = lexicon_.asked_before(text_, r.begin, r.end, Class::project_generic);
    if (end && !tail(r)) return true;
    Token const* const number = s_->lattice().find(r.begin, Class::figure | Class::number);
    return number != nullptr && number->end < r.end;
  }

  /// 投资30亿元的云岭风力发电: money of 投资 before 的 and a name.
  void money_before_name(Range r) {
    for (std::size_t i = 0; i < s_->figures.size(); ++i) {
      Figure const& f = s_->figures[i];
      if (f.begin < r.begin || f.end >= r.end || f.dimension != Dimension::money) continue;
      if (code_point(text_, f.end) != 0x7684) continue;  // 的
      if (lexicon_.longest_before(text_, f.begin, Class::invest, 18).word.empty()) continue;
      Range name{f.end + 3, f.end + 3};
      while (name.end < r.end && name.size() < longest_name * 3) {
        char32_t const c = code_point(text_, name.end);
        bool const stop = c == 0x3001 || c == 0x7b49 || asked(name.end, r.end, Class::begun) ||  // 、 等
                          s_->lattice().find(name.end, Class::stage) != nullptr || s_->in_time(name.end);
        if (stop && name.size() >= 6) break;
        name.end += char_size(text_, name.end);
      }
      // 一批大项目 after the last of a list is no part of it
      trim(name);
      if (Token const* const count = name.size() > 6 ? last_count(name) : nullptr) name.end = count->begin;
      if (chars_in(text_.substr(name.begin, name.size())) < 3 || generic(name)) continue;
      current_ = drafts_.size();
      add(name, false);
      drafts_.back().tailed = true;
      money(drafts_.back(), "investment", i);
    }
  }
  [[nodiscard]] Token const* last_count(Range r) const {
    for (std::uint32_t i = r.begin + 6; i < r.end; i += char_size(text_, i)) {
      if (Token const* const t = s_->lattice().find(i, Class::number)) return t;
    }
    return nullptr;
  }

  // ---- what is said ------------------------------------------------------------------------------------------------

  void say(Range r) {
    for (std::size_t i = 0; i < s_->figures.size(); ++i) {
      Figure const& f = s_->figures[i];
      if (f.begin < r.begin || f.begin >= r.end) continue;
      figure(i, r);
    }
    stages(r);
  }
  void figure(std::size_t index, Range r) {
    Figure const& f = s_->figures[index];
    if (drafts_[current_].listed || (*claimed_)[index]) return;
    if (f.dimension == Dimension::money) {
      Entry const word = lexicon_.longest_before(text_, f.begin, Class::invest, 18);
      if (word.word.empty()) return;
      for (std::size_t d = current_; d < drafts_.size(); ++d) money(drafts_[d], word.text == "all" ? "investment" : "invested", index);
    } else if (f.unit == "%" && !drafts_[current_].project.progress && done_before(r.begin, f.begin)) {
      for (std::size_t d = current_; d < drafts_.size(); ++d) {
        drafts_[d].project.progress = amount(f);
        note(drafts_[d], "progress", RecordType::quantity, bases_.quantities + static_cast<std::uint32_t>(index));
      }
      (*claimed_)[index] = true;
    }
  }
  /// 完成总量的70%, 完成45%
  [[nodiscard]] bool done_before(std::uint32_t begin, std::uint32_t at) const {
    std::uint32_t const floor = at - std::min<std::uint32_t>(at - begin, 36);
    for (std::uint32_t i = at; i > floor;) {
      i = static_cast<std::uint32_t>(previous(text_, i));
      if (asked(i, at, Class::act_done)) return true;
    }
    return false;
  }
  void money(Draft& d, std::string_view slot, std::size_t index) {
    auto& to = slot == "investment" ? d.project.investment : d.project.invested;
    if (to) return;
    to = amount(s_->figures[index]);
    note(d, slot, RecordType::quantity, bases_.quantities + static_cast<std::uint32_t>(index));
    (*claimed_)[index] = true;
  }
  [[nodiscard]] static Amount amount(Figure const& f) {
    Amount a;
    a.value = f.value;
    a.low = f.low;
    a.high = f.high;
    a.mod = f.mod;
    a.unit = f.unit;
    return a;
  }

  void stages(Range r) {
    for (std::uint32_t i = r.begin; i < r.end;) {
      Token const* const t = s_->lattice().find(i, Class::stage);
      if (t == nullptr || t->end > r.end) {
        i += char_size(text_, i);
        continue;
      }
      auto const stage = static_cast<Stage>(s_->lattice().meaning(*t, Class::stage).value);
      if (!word_in(r.begin, t->begin, Class::denied)) stage_said(stage, {r.begin, t->end}, *t);
      i = t->end;
    }
  }
  void stage_said(Stage stage, Range said, Token const& t) {
    bool const ahead = word_in(said.begin, t.begin, Class::ahead) && code_point(text_, t.end) != 0x4e86;  // 了
    for (std::size_t d = current_; d < drafts_.size(); ++d) {
      Project& p = drafts_[d].project;
      if (ahead && stage != Stage::none) {
        if (p.expected.size() < 4) p.expected.push_back({stage, when(said, drafts_[d], p.expected.size())});
        continue;
      }
      if (static_cast<int>(stage) >= static_cast<int>(p.stage)) {
        p.stage = stage;
        p.stage_text = text_.substr(said.begin, t.end - said.begin);
      }
    }
  }
  [[nodiscard]] bool word_in(std::uint32_t begin, std::uint32_t end, Class cls) const {
    for (std::uint32_t i = begin; i < end; i += char_size(text_, i)) {
      if (asked(i, end, cls)) return true;
    }
    return false;
  }
  /// The time that stands before an expected stage.
  [[nodiscard]] std::optional<Period> when(Range r, Draft& d, std::size_t n) const {
    static constexpr std::string_view slots[] = {"expected.0", "expected.1", "expected.2", "expected.3"};
    std::uint32_t const from = clause_begin(r.begin);
    for (std::size_t i = s_->times.size(); i-- > 0;) {
      TimeValue const& t = s_->times[i];
      if (t.begin < from || t.begin >= r.end || !t.from || !t.to || t.past_year || t.now) continue;
      if (t.kind == TimeKind::duration || t.kind == TimeKind::set) continue;
      note(d, slots[n], RecordType::time, bases_.times + static_cast<std::uint32_t>(i));
      Period p{t.from, t.to, text_.substr(t.begin, t.end - t.begin), t.timex};
      if (t.mod == TimeMod::before && t.from != t.to && t.from->year != 0) p.begin = p.end = plus_days(*t.from, -1);
      return p;
    }
    return std::nullopt;
  }
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t at) const {
    for (Clause const& c : clauses_) {
      if (at >= c.range.begin && at <= c.range.end) return c.range.begin;
    }
    return at;
  }

  // ---- writing -----------------------------------------------------------------------------------------------------

  static void note(Draft& d, std::string_view slot, RecordType type, std::uint32_t index) {
    d.evidence.push_back({slot, {type, index}});
  }
  void write(Draft& d) {
    Project& p = d.project;
    bool const said = p.stage != Stage::none || p.investment || p.invested || p.progress || !p.expected.empty();
    if (!said && !(d.tailed && !p.stage_text.empty()) && !(d.listed && !p.stage_text.empty())) return;
    if (!d.tailed && !d.listed && p.stage == Stage::none && !p.invested && !p.investment) return;
    if (p.stage == Stage::none && !p.expected.empty()) p.stage = before(p.expected.front().stage);
    p.span = out_.outline.text().span(p.range);
    p.evidence_begin = static_cast<std::uint32_t>(out_.evidence.size());
    for (Slot const& s : d.evidence) out_.evidence.push_back({s.name, s.ref});
    p.evidence_end = static_cast<std::uint32_t>(out_.evidence.size());
    p.confidence = *Decimal::parse(d.tailed ? "0.9" : "0.7");
    out_.projects.push_back(std::move(p));
  }
  /// A completion ahead means that it is being built; anything else ahead that it is planned.
  static constexpr Stage before(Stage ahead) noexcept {
    return ahead == Stage::completed || ahead == Stage::production ? Stage::construction : Stage::planned;
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  ClauseCutter cutter_;
  Sentence const* s_ = nullptr;
  std::string_view text_;
  NodeIndex node_ = no_node;
  std::string_view area_;
  Bases bases_;
  std::vector<bool>* claimed_ = nullptr;
  std::vector<Clause> clauses_;
  std::vector<Draft> drafts_;
  std::size_t current_ = 0;  ///< the first of the projects that are spoken of
};

}  // namespace detail

GONGWEN_END
