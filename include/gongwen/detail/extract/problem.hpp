// gongwen/detail/extract/problem.hpp: difficulties that the text admits.
//
//   二、存在的问题 … （一）产业层次不高                 a heading below one that announces problems
//   工作中还存在一些不足：一是思路不宽；二是落实不够     the items after words that admit
//   存在的主要问题是，企业规模小、档次低                 the rest of the sentence
//
// Words that admit are a verb of having or seeing (存在, 面临, 看到) and a noun of lack (问题, 不足, 差距) in one clause; a heading
// announces when it ends with such a noun and tells nobody to solve it. What is announced reaches to the end of its paragraph or
// of the part that the heading opens.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "clauses.hpp"
#include "evidence.hpp"

GONGWEN_BEGIN

namespace detail {

class ProblemReader {
 public:
  ProblemReader(RecordsData& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon) {}

  void new_article() {
    level_ = 0;
    paragraph_ = no_node;
    announced_ = false;
  }

  /// A heading's own words, of which `body` on is the title.
  void heading(NodeIndex i, std::uint32_t body, std::uint32_t end) {
    Node const& node = out_.outline.nodes()[i];
    int const level = node.level.value_or(1);
    text_ = out_.outline.text().view();
    if (level_ != 0 && level > level_) {
      if (level == level_ + 1) add({body, end}, i, node.ordinal, "problem.heading");
      return;
    }
    level_ = announces({body, end}) ? level : 0;
  }

  void read(Sentence const& sentence, NodeIndex node, std::uint32_t body, std::optional<int> ordinal) {
    Range const range = sentence.lattice().range();
    text_ = sentence.lattice().text();
    NodeIndex const block = block_of(node);
    bool const announced = announced_ && paragraph_ == block;
    announced_ = false;
    bool const told = level_ != 0 || (paragraph_ != no_node && paragraph_ == block);
    if (told && ordinal && !lexicon_.asked(text_.substr(0, range.end), body, Class::act)) {
      add({body, range.end}, node, ordinal, "problem.item");
      return;
    }
    // …还存在一些问题。主要是：…；…: what the sentence before announced
    if (announced && lexicon_.asked(text_.substr(0, range.end), body, Class::problem_opens).end >= body + 9) {
      cutter_.cut(sentence, body, range.end, clauses_);
      if (!clauses_.empty()) rest(0, body, range.end, node);
      return;
    }
    if (!sentence.lattice().present().meets(Class::problem_noun)) return;
    cutter_.cut(sentence, body, range.end, clauses_);
    for (std::size_t c = 0; c < clauses_.size(); ++c) {
      std::uint32_t const noun = admits(sentence, clauses_[c].range);
      if (noun == none) continue;
      if (supposes(clauses_[c].range) || (c > 0 && supposes(clauses_[c - 1].range))) return;
      paragraph_ = block;
      announced_ = !rest(c, noun, range.end, node);
      return;
    }
  }

 private:
  /// The paragraph or heading that holds a sentence.
  [[nodiscard]] NodeIndex block_of(NodeIndex i) const {
    auto const nodes = out_.outline.nodes();
    for (int n = 0; n < 8 && i != no_node; ++n) {
      if (nodes[i].kind == NodeKind::paragraph || nodes[i].kind == NodeKind::heading) return i;
      i = nodes[i].parent;
    }
    return i;
  }
  [[nodiscard]] bool announces(Range r) const {
    while (!r.empty() && !is_han(code_point(text_, previous(text_, r.end))))
      r.end = static_cast<std::uint32_t>(previous(text_, r.end));
    if (r.size() < 6 || r.size() > 90) return false;
    std::string_view const words = text_.substr(r.begin, r.size());
    return !lexicon_.longest_before(words, words.size(), Class::problem_noun).word.empty() &&
           !lexicon_.asked(words, 0, Class::act);
  }
  /// Where the noun of a clause that admits ends, or none.
  [[nodiscard]] std::uint32_t admits(Sentence const& s, Range r) const {
    Lattice const& lattice = s.lattice();
    bool verb = false, denied = false;  // 解决存在的问题 admits nothing
    for (std::uint32_t i = r.begin; i < r.end;) {
      if (auto const word = lexicon_.asked(text_.substr(0, r.end), i, Class::problem_verb)) {
        denied = denied || word.text == "no";
        verb = !denied;
        i = static_cast<std::uint32_t>(word.end);
        continue;
      }
      Token const* const noun = lattice.find(i, Class::problem_noun);
      if (verb && noun != nullptr && noun->end <= r.end && lattice.find(noun->end, Class::problem_noun) == nullptr) {
        std::uint32_t at = noun->end;
        if (code_point(text_, at) == 0x7684) return none;  // 存在问题的企业
        return at;
      }
      i += char_size(text_, i);
    }
    return none;
  }
  /// 如不及时解决，将…: what might be.
  [[nodiscard]] bool supposes(Range r) const {
    return lexicon_.asked(text_.substr(0, r.end), r.begin, Class::clause_mark).text == "if";
  }
  /// What stands after the words that admit, up to the end of the sentence, cut at ；, or to where it turns (但总的看来). False
  /// where nothing is said.
  bool rest(std::size_t c, std::uint32_t noun, std::uint32_t end, NodeIndex node) {
    std::uint32_t from = noun;
    bool opens = c + 1 < clauses_.size() && clauses_[c].closed_by == 0xff1a;  // ：
    for (int n = 0; n < 4; ++n) {
      auto const word = lexicon_.asked(text_.substr(0, end), from, Class::problem_opens);
      if (!word) break;
      opens = true;
      from = static_cast<std::uint32_t>(word.end);
    }
    if (!opens) return false;
    std::uint32_t begin = from;
    int ordinal = 0;
    for (Clause const& k : clauses_) {
      if (k.range.end <= begin) continue;
      bool const cut = k.closed_by == 0xff1b || k.range.end >= end || &k == &clauses_.back();
      if (!cut) continue;
      if (lexicon_.asked(text_.substr(0, k.range.end), begin, Class::clause_mark).text == "whole") break;
      add({begin, k.range.end}, node, ++ordinal, "problem.clause");
      begin = k.range.end + 3;
    }
    if (ordinal == 1) out_.problems.back().ordinal.reset();
    return ordinal != 0;
  }

  void add(Range r, NodeIndex node, std::optional<int> ordinal, std::string_view by) {
    auto const loose = [](char32_t c) {
      return is_space(c) || full_stop(c) || c == 0xff1b || c == 0xff0c || c == 0xff1a || c == U':' || c == U';';
    };
    while (!r.empty() && loose(code_point(text_, previous(text_, r.end))))
      r.end = static_cast<std::uint32_t>(previous(text_, r.end));
    while (!r.empty() && loose(code_point(text_, r.begin))) r.begin += char_size(text_, r.begin);
    if (r.size() < 6) return;
    Problem p;
    p.node = node;
    p.range = r;
    p.span = out_.outline.text().span(r);
    p.by = by;
    p.text = text_.substr(r.begin, r.size());
    p.ordinal = ordinal;
    p.confidence = *Decimal::parse(by == "problem.clause" ? "0.7" : "0.9");
    begin_evidence(p, out_);
    note_evidence(p, out_, "text", {RecordType::node, node});
    out_.problems.push_back(p);
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  ClauseCutter cutter_;
  std::vector<Clause> clauses_;
  std::string_view text_;
  int level_ = 0;                  ///< of the heading that announces problems; 0: none does
  NodeIndex paragraph_ = no_node;  ///< whose words admit
  bool announced_ = false;         ///< the sentence before did, and named none
};

}  // namespace detail

GONGWEN_END
