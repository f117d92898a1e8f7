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
//   money 的 NAME      an investment before the name; 、 money 的 NAME goes on
//   money VERB NAME    the same: 投资80万元(，)新建了中心小学教学楼
//
// A stage after 将, 预计, 力争, 可 is expected; the furthest that is reached is the stage, else `planned` where one is ahead.
#pragma once

#include <utility>

#include "../segment/lines.hpp"
#include "project_merge.hpp"
#include "project_said.hpp"
#include "records_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads the projects of one sentence. Lives as long as one document is read.
class ProjectReader : private ProjectSaid {
 public:
  ProjectReader(RecordsData& out, LexiconData const& lexicon) : ProjectSaid(lexicon), out_(out) {}

  using Bases = ProjectSaid::Bases;

  /// `claimed`: which figures of the sentence became a project's money or progress, and so are no indicators. `plan`: what is
  /// said is still to be done, unless it says otherwise.
  void read(Sentence const& sentence, NodeIndex node, std::uint32_t body, bool plan, Bases bases,
            std::vector<bool>& claimed) {
    claimed.assign(sentence.figures.size(), false);
    ClassSet const present = sentence.lattice().present();
    bool const money = std::any_of(sentence.figures.begin(), sentence.figures.end(),
                                   [](Figure const& f) { return f.dimension == Dimension::money; });
    s_ = &sentence;
    text_ = sentence.lattice().text();
    plan_ = plan;
    bool const staged = present.meets(Class::stage) || money;
    bool const told = staged || done_or_begun(sentence);
    bare_verb_ = !staged && told;
    Range const whole{body, sentence.lattice().range().end};
    if (!told && !plan && works_list(whole) == whole.end) return named_alone(node, whole);
    node_ = node;
    bases_ = bases;
    claimed_ = &claimed;
    drafts_.clear();
    current_ = 0;
    pending_ = none;
    governed_ = plan;
    planned_ = false;
    bool const back = spoken_of_.part == part_of(node) && points_back(body);
    bool const other =
        sentence.lattice().find(past_times(body, sentence.lattice().range().end), Class::area) != nullptr;
    Subject* const subject = back                               ? &spoken_of_
                             : !subject_.name.empty() && !other ? &subject_
                                                                : nullptr;  // 全乡落实项目12个
    headed_ = subject != nullptr;
    if (headed_) add(subject->name, false);
    cutter_.cut(sentence, body, sentence.lattice().range().end, clauses_);
    for (Clause const& c : clauses_) {
      if (told) {
        clause(c);
      } else {  // a list of works, or a sentence of a plan, without a stage: only what it gets on with
        clause_ = c.range;
        advanced(c.range);
        ended(c);
      }
    }
    for (std::size_t i = 0; i < drafts_.size(); ++i) write(drafts_[i], i == 0 ? subject : nullptr);
    remember(node, subject != nullptr, back);
  }

  /// A heading begins. Where it is the name of a project, what stands below it is said of that.
  void heading(std::string_view text, Range title, int level) {
    spoken_of_ = {};
    Range const name = leading_name(text, title);
    bool const names = name.size() >= 18 && built(text, name);
    if (!names && !subject_.name.empty() && level > subject_level_) return;  // 建设内容
    subject_ = {};
    if (!names) return;
    subject_.name = name;
    subject_level_ = level;
  }
  void new_article() { subject_ = spoken_of_ = {}; }

 private:
  /// A project that a heading or the sentences before have named.
  struct Subject {
    Range name;
    std::optional<std::size_t> record;  ///< what is known of it
    NodeIndex part = no_node;           ///< the paragraph or item of those sentences
  };
  [[nodiscard]] NodeIndex part_of(NodeIndex node) const { return out_.outline.nodes()[node].parent; }
  /// 一是青石水库加固工程。该工程总投资…: a sentence that is a name and nothing else.
  void named_alone(NodeIndex node, Range r) {
    while (!r.empty() && (full_stop(code_point(text_, previous(text_, r.end))) ||
                          is_space(code_point(text_, previous(text_, r.end)))))
      r.end = static_cast<std::uint32_t>(previous(text_, r.end));
    if (r.size() >= 18 && r.size() <= longest_name * 3 && built(text_, r) && proper(r, false))
      spoken_of_ = {r, {}, part_of(node)};
  }
  /// 该项目, 项目总投资, 工程于…: the sentence goes on about the project that was named last in its paragraph.
  [[nodiscard]] bool points_back(std::uint32_t body) const {
    std::uint32_t const end = s_->lattice().range().end;
    return static_cast<bool>(asked(past_times(body, end), end, Class::project_back));
  }
  /// `headed`: the first draft was named before; `back`: it is the one that is remembered.
  void remember(NodeIndex node, bool headed, bool back) {
    Draft const* named = nullptr;
    std::size_t names = 0;
    for (std::size_t i = headed ? 1 : 0; i < drafts_.size(); ++i) {
      if (!drafts_[i].tailed) continue;
      named = &drafts_[i];
      ++names;
    }
    if (names == 1) {
      spoken_of_ = {named->project.range, named->record, part_of(node)};
    } else if (names > 1 || (!back && !drafts_.empty())) {
      spoken_of_ = {};
    }
  }

  // ---- clauses -----------------------------------------------------------------------------------------------------

  void clause(Clause const& c) {
    clause_ = c.range;
    if (predicate_noun(c.range)) return ended(c);
    if (money_before_name(c.range) || money_before_work(c.range) || advanced(c.range)) return ended(c);
    std::uint32_t const begin = past_times(c.range.begin, c.range.end);
    std::uint32_t const from = after_modifier(begin, c.range.end);
    std::uint32_t const stop = predicate(from, c.range.end);
    if (stop < c.range.end) {
      Range name{from, stop};
      trim(name);
      bool const said = says_something({stop, c.range.end});
      of_part_ = !name.empty() && part(name);
      if (current_ < drafts_.size() && by_whom(name)) {
        name = {stop, stop};  // 由恒丰公司投资建设: no other subject
      }
      bool const own = !name.empty() && !of_part_ && (!headed_ || (tail(name) && proper(name, false)));
      if (own) {
        headed_ = false;
        current_ = drafts_.size();
        if (said || tail(name)) open(name);
      }
      if (current_ == drafts_.size() && verb_first(c.range)) return ended(c);
      if (name.empty() && current_ < drafts_.size() && other_works(c.range)) return ended(c);
      if (current_ < drafts_.size()) {
        if (own && from != begin) stages({begin, from});  // 签约的X项目
        say({stop, c.range.end});
      }
    } else if (c.closed_by != 0) {
      topic({from, stop});
    }
    ended(c);
  }
  /// 完成甲、乙机场改造，抓紧做好青石新机场前期工作: after works that were spoken of, a verb and the name of one thing.
  bool other_works(Range r) {
    std::size_t const first = drafts_.size();
    std::size_t const spoken_of = std::exchange(current_, first);
    bool others = verb_first(r);
    for (std::size_t d = first; d < drafts_.size(); ++d) {
      Range const name = drafts_[d].project.range;
      others = others && !part(name) && named(name) && built(text_, name);
    }
    if (others) return true;
    drafts_.resize(first);
    current_ = spoken_of;
    return false;
  }
  /// 是全县首个扶贫电站项目, 属集中式电站: a clause that says what the project spoken of is names no other.
  [[nodiscard]] bool predicate_noun(Range r) const {
    char32_t const first = code_point(text_, r.begin);
    return current_ < drafts_.size() && (first == 0x662f || first == 0x5c5e);  // 是 属
  }
  /// 加快推进东环路、青石水库等项目建设, 启动老街改造工程: works that are got on with, of which nothing else need be said.
  bool advanced(Range r) {
    std::uint32_t begin = past_times(r.begin, r.end);
    auto verb = asked(begin, r.end, Class::advances);
    for (int n = 0; n < 2 && !verb; ++n) {  // 集中力量推进, 尽快启动
      auto const adverb = asked(begin, r.end, Class::act);
      if (adverb.text != "adverb") break;
      begin = static_cast<std::uint32_t>(adverb.end);
      verb = asked(begin, r.end, Class::advances);
    }
    if (!verb) return false;
    if (!may_list({static_cast<std::uint32_t>(verb.end), r.end})) return false;
    std::size_t const spoken_of = std::exchange(current_, drafts_.size());
    advancing_ = true;
    // 集中力量推进实施: no verb but the whole of it
    constexpr std::size_t whole = 18;
    bool const found =
        verb_first({begin, r.end}, verb.end >= begin + whole ? static_cast<std::uint32_t>(verb.end) : 0U);
    advancing_ = false;
    if (!found) {
      current_ = spoken_of;
      return false;
    }
    for (std::size_t d = current_; d < drafts_.size(); ++d) {
      Project& p = drafts_[d].project;
      if (p.stage_text.empty()) p.stage_text = text_.substr(begin, verb.end - begin);
      bool const starts = plan_ && verb.text == "starts" && p.stage == Stage::none && p.expected.empty();
      if (starts) p.expected.push_back({Stage::construction, {}});
    }
    headed_ = false;
    return true;
  }
  /// Before the words are read: a list (、 or 等), or in a plan one thing that is built.
  [[nodiscard]] bool may_list(Range r) const {
    std::string_view const words = text_.substr(r.begin, r.size());
    if (holds(words, 0x3001) || holds(words, 0x7b49)) return true;
    return plan_ && (lexicon_.asked_before(text_, r.begin, r.end, Class::builds) ||
                     lexicon_.asked_before(text_, r.begin, r.end, Class::project_tail));
  }
  /// 由恒丰公司投资建设: who builds the projects that are spoken of.
  bool by_whom(Range name) {
    if (name.size() < 12 || code_point(text_, name.begin) != 0x7531) return false;  // 由
    for (std::size_t d = current_; d < drafts_.size(); ++d) {
      if (drafts_[d].project.owner.empty()) drafts_[d].project.owner = text_.substr(name.begin + 3, name.size() - 3);
    }
    return true;
  }
  /// 青龙湖整治工程：总投资4.8亿元: a clause that is a name and nothing else.
  void topic(Range name) {
    trim(name);
    if (name.size() < 15 || !built(text_, name) || !proper(name, false)) return;
    headed_ = false;
    current_ = drafts_.size();
    add(name, false);
  }
  void ended(Clause const& c) {
    governed_ = governed_ || (c.closed_by == 0xff1a && must_in(c.range.begin, c.range.end));  // 要抓好以下项目：
    if (c.closed_by != 0xff1b && c.closed_by != U';') return;
    planned_ = false;
    if (!headed_) current_ = drafts_.size();
  }

  [[nodiscard]] bool says_something(Range r) const {
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      if (s_->lattice().find(i, Class::stage) != nullptr) return true;
    }
    Range const in = s_->figures_in(r);
    for (std::uint32_t i = in.begin; i < in.end; ++i) {
      Figure const& f = s_->figures[i];
      if ((f.dimension == Dimension::money || f.unit == "%") &&
          !lexicon_.longest_before(text_, f.begin, Class::invest, 18).word.empty())
        return true;
    }
    return false;
  }

  // ---- names -------------------------------------------------------------------------------------------------------

  static constexpr std::size_t most_members = 24;  // of a list that shares what is said

  /// One project, or each of a list: 甲、乙、丙等项目.
  void open(Range r) {
    std::size_t const first = drafts_.size();
    if (cuts_measure(r)) return;  // 固定资产投资
    // what stands after 等 counts them: 等3座水库, 等项目
    std::uint32_t end = r.end;
    for (std::uint32_t i = r.begin; i < r.end; i += char_size(text_, i)) {
      if (code_point(text_, i) == 0x7b49 && i > r.begin) end = i;  // 等
    }
    if (end != r.end && tail(head_word({end + 3, r.end})) && !asked(end + 3, r.end, Class::project_tail)) {
      members(r);
      current_ = first;
      return;
    }
    auto const members = members_of(text_.substr(r.begin, end - r.begin));
    bool all = !members.empty() && members.size() <= most_members;
    for (std::string_view const m : members) {
      auto const begin = static_cast<std::uint32_t>(m.data() - text_.data());
      Range name{begin, begin + static_cast<std::uint32_t>(m.size())};
      trim(name);
      all = all && proper(name, end != r.end || members.size() > 1);
      if (!all) break;
      add(name, members.size() > 1);
    }
    if (!all) drafts_.resize(first);
    if (!all && end == r.end && tail(r) && proper(r, false)) add(r, false);  // 搬迁与升级项目
    current_ = first;
  }
  void add(Range name, bool listed) {
    Draft d;
    d.project.range = name;
    d.project.node = node_;
    d.project.name = text_.substr(name.begin, name.size());
    d.project.by = "project.clause";
    d.tailed = tail(name);
    d.listed = listed;
    drafts_.push_back(std::move(d));
  }
  /// 投资30亿元的云岭风力发电, 投资30亿元建设的云岭风力发电: money of 投资 before 的 and a name.
  bool money_before_name(Range r) {
    bool found = false;
    Range rest = r;  // after the last of the names
    Range const in = s_->figures_in(r);
    for (std::size_t i = in.begin; i < in.end; ++i) {
      Figure const& f = s_->figures[i];
      if (f.end >= r.end || f.dimension != Dimension::money) continue;
      std::uint32_t const of = past_building(f.end, r.end);
      if (code_point(text_, of) != 0x7684) continue;  // 的
      // 投资10亿元的A、8亿元的B: the word of investment holds for the list
      bool const goes_on = found && rest.begin < f.begin && members_joint(rest.begin, f.begin);
      if (!goes_on && invest_before(f).word.empty()) continue;
      Range name{of + 3, of + 3};
      while (name.end < r.end && name.size() < longest_name * 3) {
        char32_t const c = code_point(text_, name.end);
        bool const stage = s_->lattice().find(name.end, Class::stage) != nullptr;
        bool const word = (stage || asked(name.end, r.end, Class::begun)) && !inside_name(name.begin, name.end, r.end);
        bool const stop = c == 0x3001 || c == 0x7b49 || word || s_->in_time(name.end) ||  // 、 等
                          before_sum(name.end) || after_kind(name, r.end);
        if (stop && name.size() >= 6) break;
        name.end += char_size(text_, name.end);
      }
      // 一批大项目 after the last of a list is no part of it
      trim(name);
      if (Token const* const count = name.size() > 6 ? last_count(name) : nullptr) name.end = count->begin;
      if (chars_in(text_.substr(name.begin, name.size())) < 3 || (generic(name) && !firm(name))) continue;
      if (!goes_on) current_ = drafts_.size();
      add(name, false);
      drafts_.back().tailed = true;
      money(drafts_.back(), "investment", i);
      rest.begin = name.end;
      found = true;
    }
    if (found) stages(rest);
    return found;
  }
  /// 投资80万元新建了中心小学教学楼: money, a verb, a name; what is no name of one thing stays a measure (新建活动室5个).
  bool money_before_work(Range r) {
    std::uint32_t const waiting = std::exchange(pending_, none);
    if (waiting != none) {
      std::uint32_t const at = past_times(r.begin, r.end);
      if (work_at(at, r.end)) return works({at, r.end}, waiting);
    }
    Range const in = s_->figures_in(r);
    for (std::uint32_t i = in.begin; i < in.end; ++i) {
      Figure const& f = s_->figures[i];
      if (f.dimension != Dimension::money || (*claimed_)[i] || f.end > r.end || invest_before(f).word.empty()) continue;
      std::uint32_t const at = s_->lattice().skip(f.end);
      if (at < r.end) return work_at(at, r.end) && works({at, r.end}, i);
      if (current_ == drafts_.size()) pending_ = i;
    }
    return false;
  }
  bool works(Range r, std::uint32_t sum) {
    std::size_t const first = drafts_.size();
    std::size_t const spoken_of = std::exchange(current_, first);
    bool const found = verb_first(r) && particular(drafts_[first].project.range) && drafts_.size() == first + 1;
    if (!found) {
      drafts_.resize(first);
      current_ = spoken_of;
      return false;
    }
    money(drafts_.back(), "investment", sum);
    return true;
  }

  /// 完成了城网改造的扫尾, 建好防控系统, 做好甲、乙等6座水库的除险加固工作: the verb first, then the name, then its work.
  /// `past`: where the verb ends, if that is known.
  bool verb_first(Range r, std::uint32_t past = 0) {
    std::uint32_t at = std::max(past_times(r.begin, r.end), past);
    Stage stage = Stage::none, before = Stage::none;
    bool verb = past != 0;
    std::uint32_t const from = at;
    for (int n = 0; n < 4 && at < r.end && at < from + 36; ++n) {
      Token const* const token = s_->lattice().find(at, Class::stage);
      auto act = asked(at, r.end, Class::act);
      if (act.end < at + 6) act = {};  // a verb of one character may be a part of a name
      auto const begun = asked(at, r.end, Class::begun);
      std::size_t const to = std::max({token != nullptr ? std::size_t{token->end} : 0, act.end, begun.end});
      if (to == 0) break;
      bool const built =
          asked(at, r.end, Class::builds) && code_point(text_, static_cast<std::uint32_t>(to)) == 0x4e86;  // 了
      bool const starts =
          code_point(text_, to - 3) == 0x4e86 || code_point(text_, static_cast<std::uint32_t>(to)) == 0x4e86;
      if (built) {
        stage = Stage::completed;
      } else if (starts && asked(at, r.end, Class::advances).text == "starts") {  // 启动了
        stage = Stage::construction;
      } else if (token != nullptr && token->end == to) {
        stage = static_cast<Stage>(s_->lattice().meaning(*token, Class::stage).value);
      } else if (asked(at, r.end, Class::act_done)) {
        stage = code_point(text_, static_cast<std::uint32_t>(to)) == 0x4e86 || code_point(text_, to - 3) == 0x4e86
                    ? Stage::completed
                    : stage;  // 了
      }
      verb = true;
      at = static_cast<std::uint32_t>(to);
      if (code_point(text_, at) == 0x4e86) at += 3;                                     // 了
      if (code_point(text_, at) == 0x5e76 && stage != Stage::none && at + 3 < r.end) {  // 并
        before = stage;
        at += 3;
      }
    }
    if (!verb || at >= r.end) return false;
    std::uint32_t const list = works_list({at, r.end});  // stages among the names of a list are parts of them
    std::uint32_t const end = name_end(at, list, r.end);
    std::size_t const first = drafts_.size();
    members({at, end}, list);
    if (drafts_.size() == first) return false;
    current_ = first;
    if (stage != Stage::none) verb_said(before, stage, {r.begin, at});
    stages({end, r.end});
    return true;
  }
  /// `before`: the work that comes first of two (做好前期工作并适时开工建设).
  void verb_said(Stage before, Stage stage, Range said) {
    bool const ahead = word_in(said.begin, said.end, Class::ahead) || governed_ || by_then(said);
    for (std::size_t d = current_; d < drafts_.size(); ++d) {
      Project& p = drafts_[d].project;
      if (ahead && p.expected.size() < 4) p.expected.push_back({stage, when(said, drafts_[d], p.expected.size())});
      if (!ahead || before != Stage::none) p.stage = ahead ? before : stage;
      p.stage_text = text_.substr(said.begin, said.size());
    }
  }
  /// The members of a list whose names end with a kind of thing that is built; a head after 等 and a count is shared.
  /// `list`: where the 等 of a list of works stands, before which no number counts what follows.
  void members(Range r, std::uint32_t list = none) {
    std::uint32_t end = r.end;
    Range head{r.end, r.end};
    for (std::uint32_t i = list < r.end ? list : r.begin; i < r.end; i += char_size(text_, i)) {
      Token const* number = s_->lattice().find(i, Class::number);
      bool const etc = code_point(text_, i) == 0x7b49;  // 等
      if (i == r.begin || (!etc && (number == nullptr || named_number(i, number->end)))) continue;
      std::uint32_t from = etc ? i + 3 : i;
      number = s_->lattice().find(from, Class::number);
      if (number != nullptr) {
        from = number->end;
        Token const* const unit = s_->lattice().find(from, Class::classifier);
        if (unit == nullptr && !etc) continue;  // 青石9公里公路: a part of the name
        if (unit != nullptr) from = unit->end;
      } else if (!etc) {
        continue;
      }
      if (from >= r.end && !etc) continue;
      end = i;
      head = {from, r.end};
      break;
    }
    list_of({r.begin, end}, head);
  }
  void list_of(Range r, Range head) {
    auto const list = members_of(text_.substr(r.begin, r.size()));
    if (list.size() > most_members) return;
    bool const works = of_works(head);  // 等一批重大项目: the names need no kind of their own
    Range const h = works ? Range{head.end, head.end} : head.empty() ? kind_of_last(list) : head_word(head);
    bool const many = works && list.size() > 1 && !only_works(list, head);
    std::size_t const first = drafts_.size();
    for (std::string_view const m : list) {
      auto const begin = static_cast<std::uint32_t>(m.data() - text_.data());
      Range name{begin, begin + static_cast<std::uint32_t>(m.size())};
      trim(name);
      if (done_of(name) || (advancing_ && !(works && plain(name) && !tail(without_building(name)))))
        name = without_building(name);
      // 推进平台建设, 加快农村公路建设: no single work; a report must name more than one
      if (advancing_ && !works && !(named(name) && (plan_ || list.size() > 1))) {
        drafts_.resize(first);
        return;
      }
      bool const own = tail(name) && name.size() >= 9 && !(bare_verb_ && at_large(name));
      bool const shares = !h.empty() && tail(h) && !ends_with(name, h) && !(own && of_a_kind(name, h));
      bool const bare = many && plain(name);
      if (name.size() < (shares || own ? 6U : 12U) || (!bare && generic(name)) || (!own && !shares && !bare) ||
          acts_first(name)) {
        drafts_.resize(first);
        return;
      }
      add(name, works || list.size() > 1);
      drafts_.back().tailed = true;
      if (shares) drafts_.back().project.name = out_.joined(m, text_.substr(h.begin, h.size()));
    }
  }

  // ---- writing -----------------------------------------------------------------------------------------------------

  /// `subject`: whose draft it is, where it was named before this sentence.
  void write(Draft& d, Subject* subject) {
    Project& p = d.project;
    bool const said = p.stage != Stage::none || p.investment || p.invested || p.progress || !p.expected.empty();
    if (!said && !d.listed && loose(p.range) && !named(p.range)) return release(d);  // 管网建设稳步推进
    if (!said && !(d.tailed && !p.stage_text.empty()) && !(d.listed && !p.stage_text.empty())) return release(d);
    // a bare name counts where money or building is said of it
    bool const built = p.stage >= Stage::land || p.invested || p.investment;
    if (!d.tailed && !built && !(d.listed && said) && !(d.listed && p.stage == Stage::none)) return release(d);
    if (!d.tailed && (acts_itself(p.range) || opens_up(p.stage_text))) return release(d);
    if (p.stage == Stage::none && !p.expected.empty()) p.stage = before(p.expected.front().stage);
    if (subject != nullptr && subject->record) return add_to(out_.projects[*subject->record], d);
    d.record = out_.projects.size();
    if (subject != nullptr) subject->record = d.record;
    Range const inside = s_->figures_in(p.range);  // 青石9公里公路: no measure
    for (std::uint32_t i = inside.begin; i < inside.end; ++i) (*claimed_)[i] = true;
    p.span = out_.outline.text().span(p.range);
    p.evidence_begin = static_cast<std::uint32_t>(out_.evidence.size());
    for (Slot const& s : d.evidence) out_.evidence.push_back({s.name, s.ref});
    p.evidence_end = static_cast<std::uint32_t>(out_.evidence.size());
    p.confidence = *Decimal::parse(d.tailed ? "0.9" : "0.7");
    out_.projects.push_back(std::move(p));
  }
  /// 对外开放, 有条件开放: what a building does and a bare name does not.
  [[nodiscard]] static bool opens_up(std::string_view stage) {
    return stage.size() >= 6 && code_point(stage, stage.size() - 6) == 0x5f00 &&  // 开
           code_point(stage, stage.size() - 3) == 0x653e;                         // 放
  }
  /// What is no project gives its figures back to the measures.
  void release(Draft const& d) {
    for (Slot const& s : d.evidence) {
      if (s.ref.type == RecordType::quantity) (*claimed_)[s.ref.index - bases_.quantities] = false;
    }
  }
  void add_to(Project& whole, Draft const& d) {
    auto const begin = static_cast<std::uint32_t>(out_.evidence.size());
    for (std::uint32_t i = whole.evidence_begin; i < whole.evidence_end; ++i) {
      Evidence const earlier = out_.evidence[i];
      out_.evidence.push_back(earlier);
    }
    for (Slot const& s : d.evidence) out_.evidence.push_back({s.name, s.ref});
    whole.evidence_begin = begin;
    whole.evidence_end = static_cast<std::uint32_t>(out_.evidence.size());
    add_said(whole, d.project);
  }
  /// A completion ahead means that it is being built; anything else ahead that it is planned.
  static constexpr Stage before(Stage ahead) noexcept {
    return ahead == Stage::completed || ahead == Stage::production ? Stage::construction : Stage::planned;
  }

  RecordsData& out_;
  ClauseCutter cutter_;
  NodeIndex node_ = no_node;
  bool plan_ = false;       ///< the text is a plan
  bool bare_verb_ = false;  ///< only 完成了 or 启动了 tells of a work
  bool advancing_ = false;  ///< what is read is a list of works that are got on with
  std::vector<Clause> clauses_;
  Subject subject_;               ///< the project that the heading above names
  int subject_level_ = 0;         ///< of that heading
  Subject spoken_of_;             ///< the project that the sentences before, of the same paragraph, name
  std::uint32_t pending_ = none;  ///< the sum of a clause that says no more: 投资80万元，
};

}  // namespace detail

GONGWEN_END
