// gongwen/detail/extract/appraisal.hpp: who is praised or criticised by name, and the words that judge.
//
//   财政、水利、柳溪、石坪等单位，工作进展较快，落实效果较好    praise of 财政 · 水利 · 柳溪 · 石坪
//   县统计局、城管局在普查工作中做出了突出成绩                 praise of 县统计局 · 城管局
//   安岭大项目较多，后劲较足                                   praise of 安岭, where 安岭县 is a division
//   副县长陈立新为此倾注了大量心血                             praise of 陈立新
//   柳溪镇重视不够，进展缓慢                                   criticism of 柳溪镇
//
// A verdict is a word of class verdict; a weak one (较好, 很快) judges only with an adverb of degree, which its words hold.
// Its subject stands at the head of its clause or of one of the clauses before it in the sentence: a list up to 等, names that end
// as organs, companies, places do, persons with their office. 全县, 我区, 各单位, a measure or the author's own work is no subject, and a
// clause that tells somebody to do something judges nobody.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "clauses.hpp"
#include "distribute.hpp"
#include "evidence.hpp"

GONGWEN_BEGIN

namespace detail {

class AppraisalReader {
 public:
  AppraisalReader(RecordsData& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon) {}

  /// `own`: the area that the document is about, whose praise is the author's of himself.
  void read(Sentence const& sentence, NodeIndex node, std::uint32_t body, std::string_view own) {
    Lattice const& lattice = sentence.lattice();
    if (!lattice.present().meets(Class::verdict)) return;
    s_ = &sentence;
    text_ = lattice.text();
    node_ = node;
    own_ = own;
    cutter_.cut(sentence, body, lattice.range().end, clauses_);
    subject_.clear();
    open_ = out_.appraisals.size();
    first_ = open_;
    for (Clause const& c : clauses_) {
      clause(c.range);
      if (c.closed_by == 0xff1b || c.closed_by == U';') subject_.clear();
    }
  }

 private:
  // ---- clauses -----------------------------------------------------------------------------------------------------

  void clause(Range r) {
    std::uint32_t head_end = r.begin;
    found_.clear();
    subject(r, head_end);
    if (!found_.empty()) {
      subject_ = found_;
      open_ = out_.appraisals.size();
    }
    Token const* const verdict = verdict_in({found_.empty() ? r.begin : head_end, r.end});
    if (verdict == nullptr) return;
    // 对这些同志提出批评: who they are stands in another sentence
    bool const these = static_cast<bool>(lexicon_.asked(text_.substr(0, r.end), r.begin, Class::verdict_these));
    if (these) subject_.clear();
    if (subject_.empty() && !these) return;
    bool const degree = weak(*verdict);
    bool const praise = s_->lattice().meaning(*verdict, Class::verdict).text.back() == 'p' &&
                        !(degree && lexicon_.asked_before(text_, r.begin, verdict->begin, Class::verdict_bad));
    if (degree && found_.empty() && open_ == out_.appraisals.size() && far(r)) return;
    // The verdicts of clauses side by side are one
    if (open_ < out_.appraisals.size() &&
        out_.appraisals.back().polarity == (praise ? AppraisalPolarity::praise : AppraisalPolarity::criticism)) {
      Appraisal& a = out_.appraisals.back();
      a.range.end = r.end;
      finish(a);
      return;
    }
    Appraisal a;
    a.node = node_;
    a.polarity = praise ? AppraisalPolarity::praise : AppraisalPolarity::criticism;
    a.range = {found_.empty() ? r.begin : head_end, r.end};
    if (code_point(text_, a.range.begin) == 0x7684) a.range.begin += 3;  // 的
    a.of = subject_;
    a.by = degree ? "appraisal.degree" : "appraisal.verdict";
    a.confidence = *Decimal::parse(degree ? "0.7" : "0.9");
    begin_evidence(a, out_);
    for (std::string_view const unit : a.of) note_evidence(a, out_, "of", source_of(out_, unit, node_));
    note_evidence(a, out_, "reason", {RecordType::node, node_});
    finish(a);
    out_.appraisals.push_back(std::move(a));
  }
  void finish(Appraisal& a) const {
    a.span = out_.outline.text().span(a.range);
    a.reason = text_.substr(a.range.begin, a.range.size());
  }
  [[nodiscard]] bool weak(Token const& verdict) const {
    return s_->lattice().meaning(verdict, Class::verdict).text.size() > 1;  // wp, wc
  }
  /// A weak verdict stands in the clause of its subject or in the next.
  [[nodiscard]] bool far(Range r) const {
    auto const at = std::find_if(clauses_.begin(), clauses_.end(), [&](Clause const& c) { return c.range == r; });
    if (at == clauses_.begin()) return false;
    return std::prev(at)->range.begin != subject_clause_;
  }

  /// The last verdict that ends a clause or a part of it (取得较好成绩的单位 judges nobody); none where the clause tells or plans.
  [[nodiscard]] Token const* verdict_in(Range r) const {
    Lattice const& lattice = s_->lattice();
    Token const* out = nullptr;
    auto const from = [](Place const& p, std::uint32_t byte) { return p.byte < byte; };
    for (auto it = std::lower_bound(lattice.places().begin(), lattice.places().end(), r.begin, from);
         it != lattice.places().end() && it->byte < r.end; ++it) {
      if (it->classes.meets(Class::modal)) return nullptr;
      if (!it->classes.meets(Class::verdict)) continue;
      Token const* const t = lattice.find(it->byte, Class::verdict);
      if (t->end == r.end || (t->end < r.end && code_point(text_, t->end) == 0x3001)) out = t;  // 、
    }
    return out;
  }

  // ---- subjects ----------------------------------------------------------------------------------------------------

  /// Fills found_ with the names at the head of a clause; `end` is where they end.
  void subject(Range r, std::uint32_t& end) {
    std::uint32_t begin = r.begin;
    for (int n = 0; n < 3; ++n) {
      auto const lead = lexicon_.asked(text_.substr(0, r.end), begin, Class::verdict_lead);
      if (!lead) break;
      begin = static_cast<std::uint32_t>(lead.end);
    }
    // A list up to 等
    std::uint32_t const stop = std::min(r.end, begin + longest_list);
    std::uint32_t etc = none, pause = none;
    for (std::uint32_t i = begin; i < stop; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (c == 0x3001 && pause == none) pause = i;                                             // 、
      if (c == 0x7b49 && i > begin + 3 && s_->lattice().find(i, Class::verdict) == nullptr) {  // 等
        etc = i;
        break;
      }
    }
    if (etc != none) {
      auto const tail = lexicon_.asked(text_.substr(0, r.end), etc, Class::verdict_etc);
      list({begin, etc}, static_cast<bool>(tail));
      end = tail ? static_cast<std::uint32_t>(tail.end) : etc + 3;
      if (!found_.empty()) {
        subject_clause_ = r.begin;
        return;
      }
    }
    // Names joined by 、 and 和 up to where the last of them ends
    std::uint32_t at = begin;
    for (int n = 0; n < 12; ++n) {
      std::uint32_t const to = name_at(at, r.end);
      if (to == at) break;
      end = to;
      char32_t const c = code_point(text_, to);
      if (c != 0x3001 && c != 0x548c && c != 0x4e0e) break;  // 、 和 与
      at = to + 3;
    }
    if (found_.empty()) return;
    subject_clause_ = r.begin;
    share_tail();
  }
  /// 柳溪乡、石坪乡党委政府: what follows the kind of the last belongs to all that end with the same kind.
  void share_tail() {
    std::string_view const last = found_.back(), first = found_.front();
    std::string_view const kind = first.substr(previous(first, first.size()));
    std::size_t const at = last.rfind(kind);
    if (found_.size() < 2 || at == std::string_view::npos || at + kind.size() >= last.size()) return;
    std::string_view const tail = last.substr(at + kind.size());
    auto const unit = lexicon_.asked(tail, 0, Class::verdict_unit);
    if (!unit || unit.end != tail.size()) return;
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
      if (found_[i].substr(previous(found_[i], found_[i].size())) == kind) found_[i] = out_.joined(found_[i], tail);
    }
  }
  static constexpr std::uint32_t longest_list = 300;

  /// `kinds`: 等单位, 等企业 say what the members are.
  void list(Range r, bool kinds) {
    auto const members = members_of(text_.substr(r.begin, r.size()));
    for (std::string_view m : members) {
      // 县委常委、统战部长李明: an office whose holder is named in the next member
      if (!lexicon_.longest_before(m, m.size(), Class::role).word.empty() && person(m).empty()) continue;
      m = named(m, kinds && members.size() > 1);
      if (m.empty()) {
        found_.clear();
        return;
      }
      found_.push_back(m);
    }
  }
  /// The name in a member of a list: a person without the office, a unit as written; empty where it is no name.
  [[nodiscard]] std::string_view named(std::string_view m, bool listed) const {
    while (!m.empty() && is_space(code_point(m, 0))) m.remove_prefix(char_size(m, 0));
    std::string_view const who = person(m);
    if (!who.empty()) return who;
    if (chars_in(m) < 2 || chars_in(m) > 20 || general(m)) return {};
    if (lexicon_.asked(m, 0, Class::act) || !(is_han(code_point(m, 0)) || code_point(m, 0) == 0x201c)) return {};
    if (ends_as_unit(m) || division(m) == m.size()) return m;
    // 劳动、水利、长塘: short names that only the list makes names
    return listed && chars_in(m) <= 8 && plain(m) ? m : std::string_view();
  }
  [[nodiscard]] bool plain(std::string_view m) const {
    for (std::size_t i = 0; i < m.size(); i += char_size(m, i)) {
      char32_t const c = code_point(m, i);
      if (!is_han(c) && !is_latin(c) && c != 0x201c && c != 0x201d) return false;
      if (!lexicon_.longest(m, i, Class::indicator).word.empty()) return false;
    }
    return !lexicon_.asked(m, 0, Class::act);
  }
  [[nodiscard]] bool general(std::string_view m) const {
    if (own_.size() >= 6 && m.substr(0, 6) == own_.substr(0, 6)) return true;
    auto const nobody = lexicon_.asked(m, 0, Class::verdict_nobody);
    return (nobody && (nobody.text == "begins" || nobody.end == m.size())) ||
           !lexicon_.longest(m, 0, Class::area).word.empty();
  }
  /// 工业企业: words of kinds alone.
  [[nodiscard]] bool kind(std::string_view m) const {
    std::size_t at = 0;
    while (at < m.size()) {
      auto const word = lexicon_.asked(m, at, Class::generic);
      if (!word) return false;
      at = word.end;
    }
    return true;
  }
  [[nodiscard]] bool ends_as_unit(std::string_view m) const {
    for (Class const cls : {Class::organ_tail, Class::branch, Class::verdict_unit}) {
      auto const tail = lexicon_.asked_before(m, 0, m.size(), cls);
      if (tail && tail.begin > 0) return true;
    }
    for (Class const cls : {Class::organ_base, Class::corp_tail, Class::place_tail}) {
      Entry const tail = lexicon_.longest_before(m, m.size(), cls);
      if (!tail.word.empty() && tail.word.size() < m.size()) return true;
    }
    return false;
  }
  /// 高岭, 高岭县: bytes of a division's name at the head, in full or without its last character; 0 where there is none.
  [[nodiscard]] std::size_t division(std::string_view m) const {
    if (Entry const full = lexicon_.longest(m, 0, Class::place); !full.word.empty()) return full.word.size();
    if (m.size() < 6 || !is_han(code_point(m, 0)) || !is_han(code_point(m, 3))) return 0;
    for (std::size_t const size : {std::size_t{9}, std::size_t{6}}) {
      if (m.size() < size || general(m)) continue;
      for (char32_t const kind : {char32_t{0x53bf}, char32_t{0x5e02}, char32_t{0x533a}}) {  // 县 市 区
        std::string name(m.substr(0, size));
        append(name, kind);
        if (!lexicon_.find(name, Class::place).word.empty()) return size;
      }
    }
    return 0;
  }

  /// 县发展局局长李明远 · 县委周国强调研员 · 王立新同志: the person's name, else empty.
  [[nodiscard]] std::string_view person(std::string_view m) const {
    std::size_t role_end = 0, role_begin = 0;
    for (std::size_t i = 0; i < m.size(); i += char_size(m, i)) {
      Entry const role = lexicon_.longest(m, i, Class::role);
      if (role.word.empty()) continue;
      if (role_end == 0) role_begin = i;
      role_end = i + role.word.size();
    }
    bool const office = role_end != 0 && m.size() - role_end >= 6 && m.size() - role_end <= 9;
    if (office && !lexicon_.asked(m, role_end, Class::act) && plain(m.substr(role_end)) &&
        !division(m.substr(role_end)) && !ends_as_unit(m))
      return m.substr(role_end);
    if (role_end != 0 && surname(m, role_end) && chars_in(m.substr(role_end)) <= 4) return m.substr(role_end);
    // 刘克调研员, 李明同志: the two or three characters before
    std::size_t end = role_begin;
    if (role_end != m.size()) {
      auto const after = lexicon_.asked_before(m, 0, m.size(), Class::title_after);
      if (!after || m.size() - after.begin < 6) return {};
      end = after.begin;
    }
    for (std::size_t const size : {std::size_t{9}, std::size_t{6}}) {
      if (end >= size && surname(m, end - size)) return m.substr(end - size, size);
    }
    return {};
  }
  [[nodiscard]] bool surname(std::string_view m, std::size_t at) const {
    auto const word = lexicon_.asked(m, at, Class::surname);
    return word && word.end < m.size();
  }

  /// The end of a name that begins at `at`, which joins found_; `at` where none does.
  [[nodiscard]] std::uint32_t name_at(std::uint32_t at, std::uint32_t end) {
    std::string_view const rest = text_.substr(at, std::min<std::uint32_t>(end - at, 60));
    if (rest.size() < 6 || general(rest) || !is_han(code_point(rest, 0))) return at;
    if (lexicon_.asked(rest, 0, Class::act) || s_->lattice().find(at, Class::modal) != nullptr) return at;
    // Up to the first character after which nothing of a name stands: 对 在 为 的 也 、
    std::size_t to = 0;
    while (to < rest.size()) {
      char32_t const c = code_point(rest, to);
      if (c == 0x3001 || c == 0x5bf9 || c == 0x5728 || c == 0x4e3a || c == 0x7684 || c == 0x4e5f ||
          (c == 0x548c && to > 3) || lexicon_.asked(rest, to, Class::verdict_begins))
        break;
      if (s_->lattice().find(at + static_cast<std::uint32_t>(to), Class::verdict) != nullptr) break;
      to += char_size(rest, to);
    }
    std::string_view const m = rest.substr(0, to);
    std::string_view const who = person(m);
    if (!who.empty()) {
      found_.push_back(who);
      return at + static_cast<std::uint32_t>(to);
    }
    if (general(m) || kind(m)) return at;
    // A unit owns what is judged as a whole; a division may own it: 高岭县的园区成效显著
    bool const unit = ends_as_unit(m) && chars_in(m) <= 20 && (to >= rest.size() || code_point(rest, to) != 0x7684);
    std::size_t const size = unit ? m.size() : division(m);
    if (size < 6) return at;
    found_.push_back(rest.substr(0, size));
    return at + static_cast<std::uint32_t>(size);
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  ClauseCutter cutter_;
  Sentence const* s_ = nullptr;
  std::string_view text_;
  NodeIndex node_ = no_node;
  std::string_view own_;
  std::vector<Clause> clauses_;
  std::vector<std::string_view> subject_, found_;
  std::uint32_t subject_clause_ = 0;
  std::size_t first_ = 0, open_ = 0;
};

}  // namespace detail

GONGWEN_END
