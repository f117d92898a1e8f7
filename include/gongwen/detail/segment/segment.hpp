// gongwen/detail/segment/segment.hpp: the second stage, text to outline.
#pragma once

#include <utility>
#include <vector>

#include "../../lexicon.hpp"
#include "../../segment.hpp"
#include "../pieces.hpp"
#include "date_line.hpp"
#include "lines.hpp"
#include "paragraph.hpp"
#include "seams.hpp"
#include "table.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads a document line by line. A document is a row of articles; an article has a head (title, notes, salutation), a body
/// and a tail (closing, attachments, signature, date).
class Segmenter {
 public:
  /// `head`: see Seams.
  Segmenter(Text const& text, SegmentOptions const& options, LexiconData const& lexicon, bool head = true)
      : view_(text.view()),
        seams_(view_, lexicon, head),
        lines_(seams_.lines()),
        judge_(view_, lexicon),
        markers_(view_, lexicon),
        tree_(text, options),
        splitter_(view_, lexicon, tree_, levels_),
        tables_(view_, lines_, lexicon) {}

  std::vector<Node> run() {
    splitter_.find_sections(lines_);
    splitter_.find_dotted(lines_);
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].blank()) {
        ++i;
      } else {
        i = line(i);
      }
    }
    tree_.close_all(static_cast<std::uint32_t>(trimmed_end()));
    return tree_.finish();
  }

  [[nodiscard]] Seams const& seams() const noexcept { return seams_; }

 private:
  enum class Where : std::uint8_t { head, body, tail };
  enum class Day : std::uint8_t { none, web, said, signed_at };  ///< where the day of an article comes from

  [[nodiscard]] static Range range_of(LineShape const& line) {
    return {static_cast<std::uint32_t>(line.text_begin), static_cast<std::uint32_t>(line.text_end)};
  }
  [[nodiscard]] std::size_t trimmed_end() const {
    for (std::size_t i = lines_.size(); i-- > 0;) {
      if (!lines_[i].blank()) return lines_[i].text_end;
    }
    return 0;
  }

  /// One line, or the lines of a table; returns the next to read.
  std::size_t line(std::size_t i) {
    LineShape const& l = lines_[i];
    auto const marker = markers_.strict(l.text_begin);
    if (marker && marker->style == Style::article) return article(i, *marker);
    if (!tables_.ruled(i) && judge_.boilerplate(l)) return leaf(NodeKind::boilerplate, NodeRole::none, i);
    if (std::size_t const next = attachment(i)) return next;
    if (judge_.salutation(l, where_ == Where::head)) return salutation(i);
    if (where_ == Where::head && (title_lines_ > 0 || tables_.ruled(i))) {
      if (std::size_t const next = table(i)) return next;
    }
    if (where_ == Where::head && !l.marked) {
      if (std::size_t const next = head(i)) return next;
    }
    if (where_ != Where::head && !l.marked && begins_page(i)) {
      start_article(l.text_begin);
      return title(i);
    }
    if (std::size_t const next = table(i)) return next;
    if (!l.marked && where_ != Where::head) {
      if (std::size_t const next = tail(i)) return next;
    }
    where_ = Where::body;
    signed_ = false;
    if (!l.marked && plain_heading(i)) {
      splitter_.plain_heading(range_of(l));
      after_heading_ = true;
      return i + 1;
    }
    return body(i);
  }
  std::size_t table(std::size_t i) {
    std::size_t const next = tables_.read(i, tree_);
    if (next != 0) {
      where_ = Where::body;
      after_heading_ = true;
    }
    return next;
  }
  std::size_t leaf(NodeKind kind, NodeRole role, std::size_t i) {
    Node node;
    node.kind = kind;
    node.role = role;
    tree_.leaf(std::move(node), range_of(lines_[i]));
    return i + 1;
  }
  [[nodiscard]] std::size_t next_words(std::size_t i) const {
    do {
      ++i;
    } while (i < lines_.size() && lines_[i].blank());
    return i;
  }

  // ---- articles and titles -----------------------------------------------------------------------------------------

  std::size_t article(std::size_t i, Marker const& marker) {
    LineShape const& l = lines_[i];
    start_article(l.text_begin);
    Node node;
    node.marker = view_.substr(marker.begin, marker.end - marker.begin);
    node.ordinal = marker.ordinal;
    node.title = view_.substr(marker.body, l.text_end - std::min<std::size_t>(marker.body, l.text_end));
    article_title_ = node.title;
    open_article(std::move(node), marker.begin);
    std::size_t const next = next_words(i);
    bool const said_again = next < lines_.size() && judge_.words(lines_[next]) == article_title_;
    if (l.text_end > marker.body && !said_again) {
      Node title;
      title.kind = NodeKind::title;
      title_node_ = tree_.leaf(std::move(title), {marker.body, static_cast<std::uint32_t>(l.text_end)});
      title_line_ = i;
      title_lines_ = 1;
    }
    return i + 1;
  }
  void start_article(std::size_t at) {
    tree_.close_all(static_cast<std::uint32_t>(at));
    levels_.clear();
    where_ = Where::head;
    title_node_ = no_node;
    article_ = no_node;
    article_title_ = {};
    title_lines_ = 0;
    signed_ = attachments_ = said_ = false;
    day_ = Day::none;
    after_heading_ = complete_ = true;
  }
  void open_article(Node node, std::size_t at) {
    node.kind = NodeKind::article;
    node.level = 0;
    node.reference_date = pending_day_;
    if (pending_day_) day_ = Day::web;
    pending_day_.reset();
    article_ = tree_.open(std::move(node), static_cast<std::uint32_t>(at));
  }

  /// Before the body: titles and notes. 0: the body begins here.
  std::size_t head(std::size_t i) {
    LineShape const& l = lines_[i];
    std::size_t const n = l.chars;
    std::string_view const w = judge_.words(l);
    if (NoteLine const said = judge_.note(l); said.is) return note(i, said);
    if (title_lines_ > 0 && n <= 40 && judge_.signature(l) && !title_goes_on(i)) {
      return leaf(NodeKind::note, judge_.organ(w) ? NodeRole::issuer : NodeRole::none, i);
    }
    if (std::size_t const cut = one_line_document(l)) return title_and_salutation(i, cut);
    bool const statement = LineJudge::has_full_stop(w) || ends_statement(l.last);
    if (statement || n > (judge_.title_like(l) ? 200 : 70) || n < 2 || !LineJudge::has_han(w) || l.first == U'-')
      return 0;
    if (title_goes_on(i)) {
      tree_.node(title_node_).range.end = static_cast<std::uint32_t>(l.text_end);
      Range const all = tree_.node(title_node_).range;
      article_title_ = view_.substr(all.begin, all.size());
      if (article_ != no_node && tree_.node(article_).title.data() == article_title_.data())
        tree_.node(article_).title = article_title_;
      title_line_ = i;
      return i + 1;
    }
    bool const again =
        !article_title_.empty() && (w == article_title_ || judge_.title_like(l) ||
                                    (n >= 8 && article_title_.substr(0, w.size()) == w && !followed_by_body(i)));
    if (title_lines_ == 0 || again) return title(i);
    // After a title: a subtitle, a name, a slogan; but the first heading of a text without markers is a heading.
    if (n <= 24 && !followed_by_body(i)) return note(i, {});
    return 0;
  }
  /// Is the line the rest of a title that did not fit its line? It is short, or ends as a title does, here or in the next
  /// lines, and the one before does not.
  [[nodiscard]] bool title_goes_on(std::size_t i) const {
    if (title_node_ == no_node || title_line_ + 1 != i || title_lines_ == 0) return false;
    if (judge_.title_like(lines_[title_line_]) || lines_[title_line_].chars < 4) return false;
    for (std::size_t k = i; k < lines_.size() && k < i + 3; ++k) {
      LineShape const& l = lines_[k];
      if (l.blank() || l.marked || l.chars > 40 || LineJudge::has_point(judge_.words(l))) break;
      if (judge_.title_like(l)) return true;
    }
    return title_lines_ == 1 && lines_[i].chars <= 8;
  }
  std::size_t title(std::size_t i) {
    LineShape const& l = lines_[i];
    if (!tree_.has_open(NodeKind::article)) {
      Node node;
      node.title = judge_.words(l);
      open_article(std::move(node), l.text_begin);
    } else if (article_ != no_node && tree_.node(article_).title.empty()) {
      tree_.node(article_).title = judge_.words(l);
    }
    article_title_ = judge_.words(l);
    ++title_lines_;
    title_line_ = i;
    title_node_ = static_cast<NodeIndex>(tree_.size());
    return leaf(NodeKind::title, NodeRole::none, i);
  }

  /// 同志们：, or the addressees of a document. After the tail of an article it begins a further one without a title.
  std::size_t salutation(std::size_t i) {
    LineShape const& l = lines_[i];
    if (where_ == Where::tail && said_) {
      start_article(l.text_begin);
      open_article({}, l.text_begin);
    }
    where_ = Where::body;
    bool const greets = !judge_.lexicon().longest(judge_.words(l), 0, Class::salutation).word.empty();
    return leaf(NodeKind::salutation, greets ? NodeRole::none : NodeRole::addressee, i);
  }

  std::size_t note(std::size_t i, NoteLine const& said) {
    LineShape const& l = lines_[i];
    std::string_view const w = judge_.words(l);
    auto const date = date_in(w);
    NodeRole const role = said.role == NodeRole::none && date && !said.ends ? NodeRole::date : said.role;
    if (date && role != NodeRole::number && !said.ends) {
      Day const from = said.web ? Day::web : where_ == Where::tail && signed_ ? Day::signed_at : Day::said;
      state_day(*date, from);
    }
    return leaf(NodeKind::note, role, i);
  }
  /// The day that an article states of itself: that of its signature, else of its head, else of the page it stood on.
  void state_day(Date date, Day from) {
    if (article_ == no_node || !tree_.has_open(NodeKind::article)) {
      if (!pending_day_) pending_day_ = date;
      return;
    }
    if (from <= day_ && tree_.node(article_).reference_date) return;
    tree_.node(article_).reference_date = date;
    day_ = from;
  }

  /// A whole speech in one line: where its salutation begins, or 0.
  [[nodiscard]] std::size_t one_line_document(LineShape const& l) const {
    if (title_lines_ > 0 || l.text_end - l.text_begin < 300) return 0;
    std::string_view const w = view_.substr(0, std::min(l.text_end, l.text_begin + 360));
    for (std::size_t at = l.text_begin + char_size(view_, l.text_begin); at < w.size(); at += char_size(w, at)) {
      Entry const greeting = judge_.lexicon().longest(w, at, Class::salutation);
      if (greeting.value == 1 && is_colon(code_point(w, at + greeting.word.size()))) return at;
    }
    return 0;
  }
  std::size_t title_and_salutation(std::size_t i, std::size_t salutation) {
    LineShape const& l = lines_[i];
    auto const from = static_cast<std::uint32_t>(l.text_begin);
    auto const to = static_cast<std::uint32_t>(salutation);
    // The title ends at the first white space after a word that ends titles; the rest is slogans.
    std::uint32_t cut = to;
    for (std::uint32_t k = from; k < to; k += char_size(view_, k)) {
      if (!is_space(code_point(view_, k)) || !judge_.titled(view_.substr(from, k - from))) continue;
      cut = k;
      break;
    }
    Node article;
    article.title = article_title_ = view_.substr(from, cut - from);
    open_article(std::move(article), from);
    ++title_lines_;
    add(NodeKind::title, from, cut);
    std::uint32_t slogan = cut;
    while (slogan < to && is_space(code_point(view_, slogan))) slogan += char_size(view_, slogan);
    if (slogan < to) add(NodeKind::title, slogan, to);
    std::uint32_t end = to;
    while (!is_colon(code_point(view_, end))) end += char_size(view_, end);
    end += char_size(view_, end);
    add(NodeKind::salutation, to, end);
    where_ = Where::body;
    splitter_.split({end, static_cast<std::uint32_t>(l.text_end)});
    return i + 1;
  }
  void add(NodeKind kind, std::uint32_t begin, std::uint32_t end) {
    Node node;
    node.kind = kind;
    tree_.leaf(std::move(node), {begin, end});
  }

  // ---- the tail ----------------------------------------------------------------------------------------------------

  /// After some body: closings, signatures and dates, and the title of a further document that follows them. 0: it is body.
  std::size_t tail(std::size_t i) {
    LineShape const& l = lines_[i];
    // ——: a member of a list, in a body
    bool const dash = LineJudge::dash(l.first) && where_ == Where::body;
    if (NoteLine const said = judge_.note(l); said.is && !dash) {
      bool const dated = said.role == NodeRole::date && !said.web;
      if (dated || said.ends) where_ = Where::tail;
      std::size_t const next = note(i, said);
      signed_ = signed_ || dated || said.ends;
      return next;
    }
    if (where_ == Where::tail) {
      if ((judge_.title_like(l) && l.chars >= 6) || (signed_ && begins_document(i))) {
        start_article(l.text_begin);
        return title(i);
      }
    }
    if (judge_.signature(l) && (where_ == Where::tail || date_follows(i))) {
      where_ = Where::tail;
      signed_ = true;
      return leaf(NodeKind::note, NodeRole::signature, i);
    }
    return 0;
  }
  /// After a signature and a date: a line without a point, before a body.
  [[nodiscard]] bool begins_document(std::size_t i) const {
    LineShape const& l = lines_[i];
    std::size_t const n = l.chars;
    if (n < 5 || n > 70 || ends_statement(l.last) || LineJudge::has_point(judge_.words(l)) || judge_.signature(l))
      return false;
    std::size_t const next = next_words(i);
    bool const wrapped = next == i + 1 && next < lines_.size() && judge_.title_like(lines_[next]);
    return next < lines_.size() && LineJudge::has_han(judge_.words(l)) &&
           (wrapped || lines_[next].marked || followed_by_body(i) || opens_round(lines_[next].first));
  }
  /// Inside a document: the title of a further one, known by what stands below titles alone. The day a page was published says it
  /// of any words; a day, a number, where it was said and addressees say it of words that end as a title.
  [[nodiscard]] bool begins_page(std::size_t i) const {
    LineShape const& l = lines_[i];
    if (!said_ || l.chars < 5 || l.chars > 120 || ends_statement(l.last)) return false;
    std::size_t const next = next_words(i);
    if (next > i + 2 || next >= lines_.size()) return false;
    std::string_view const w = judge_.words(l), following = judge_.words(lines_[next]);
    bool const led = !judge_.lexicon().longest(following, 0, Class::note).word.empty();
    bool const titled = l.chars >= 10 && complete_ && judge_.title_like(l);
    if ((!led && !titled) || LineJudge::has_full_stop(w) || judge_.note(l).is || judge_.signature(l)) return false;
    NoteLine const below = judge_.note(lines_[next]);
    if (below.web) return LineJudge::has_han(w);
    if (!titled || judge_.closing(l)) return false;
    return below.is ? below.role != NodeRole::none || date_in(following).has_value()
                    : judge_.salutation(lines_[next], true);
  }
  /// A date follows, at most after some more who sign.
  [[nodiscard]] bool date_follows(std::size_t i) const {
    for (std::size_t k = next_words(i), n = 0; k < lines_.size() && n < 12; k = next_words(k), ++n) {
      if (judge_.date_only(judge_.words(lines_[k]))) return true;
      if (!judge_.signature(lines_[k])) return false;
    }
    return false;
  }

  /// 附件：… with the list that goes on in further lines; 附件2 alone in its line begins what is attached. 0: neither.
  std::size_t attachment(std::size_t i) {
    LineShape const& l = lines_[i];
    if (attachments_ && l.marked) {  // 2.…, after 附件：1.…
      auto const m = markers_.strict(l.text_begin);
      std::string_view const w = judge_.words(l);
      bool const name = find_char(w, 0x3002) >= w.size() - 3;  // no point but at its end
      if (m && m->ordinal == attachment_ + 1 && name && w.size() < 240) {
        attachment_ = m->ordinal;
        return leaf(NodeKind::note, NodeRole::attachment, i);
      }
    }
    attachments_ = attachments_ && !l.marked && l.chars < 60 && !LineJudge::has_full_stop(judge_.words(l));
    bool alone = false;
    std::size_t const at = judge_.attachment(l, alone);
    if (at == 0) return 0;
    std::size_t const next = next_words(i);
    if (!alone) {
      if (LineJudge::has_full_stop(judge_.words(l))) return 0;
      auto const m = markers_.strict(l.text_begin + at);
      attachment_ = m ? m->ordinal : 1;
      attachments_ = true;
      return leaf(NodeKind::note, NodeRole::attachment, i);
    }
    if (next >= lines_.size() || (where_ == Where::head && title_lines_ == 0)) return 0;
    if (is_colon(l.last) && lines_[next].marked) {
      attachment_ = 0;
      attachments_ = true;
      return leaf(NodeKind::note, NodeRole::attachment, i);
    }
    start_article(l.text_begin);
    Node node;
    node.role = NodeRole::attachment;
    std::string_view marker = judge_.words(l);
    if (is_colon(l.last)) marker.remove_suffix(char_size(marker, previous(marker, marker.size())));
    node.marker = LineJudge::trimmed(marker);
    Entry const lead = judge_.lexicon().longest(marker, 0, Class::attachment);
    std::size_t number = lead.word.size();
    while (number < marker.size() && is_space(code_point(marker, number))) number += char_size(marker, number);
    if (Ordinal const o = ordinal_at(marker, number); o.value != 0) node.ordinal = o.value;
    open_article(std::move(node), l.text_begin);
    return i + 1;
  }

  // ---- body --------------------------------------------------------------------------------------------------------

  /// A paragraph. A salutation may open it (同志们，下半年…); a marker may stand alone in the line before its words.
  std::size_t body(std::size_t i) {
    LineShape const& l = lines_[i];
    Range range = range_of(l);
    std::size_t next = i + 1;
    auto const marker = l.marked       ? markers_.strict(l.text_begin)
                        : l.chars <= 4 ? markers_.spoken(l.text_begin)
                                       : std::nullopt;
    if (marker && marker->body >= l.text_end) {
      std::size_t const words = next_words(i);
      if (words < lines_.size() && words <= i + 2 && !lines_[words].marked && lines_[words].text_begin > 0) {
        range.end = static_cast<std::uint32_t>(lines_[words].text_end);
        next = words + 1;
      }
    }
    bool const closing = !l.marked && judge_.closing(l);
    std::size_t const following = next_words(next - 1);
    auto const after = following < lines_.size() ? static_cast<std::uint32_t>(lines_[following].text_begin) : 0;
    splitter_.split(range, closing ? NodeRole::closing : NodeRole::none, after);
    said_ = said_ || LineJudge::has_full_stop(judge_.words(l));
    char32_t const last = lines_[next - 1].last;
    after_heading_ = l.marked && next == i + 1 && l.chars <= 45 && !is_comma(last) && last != 0x3001;
    complete_ = ends_statement(last) || closes(last);
    return next;
  }

  /// A short line without a point, alone before a longer paragraph.
  [[nodiscard]] bool plain_heading(std::size_t i) const {
    LineShape const& l = lines_[i];
    std::size_t const n = l.chars;
    std::string_view const w = judge_.words(l);
    if (n < 3 || n > 32 || ends_statement(l.last) || LineJudge::has_point(w) || !LineJudge::has_han(w) ||
        is_digit(l.first))
      return false;
    if (torn(w) || table_like(w)) return false;
    if (l.last == 0x3001 || l.last == 0xff0c || closes(l.first) || l.first == U'-' || LineJudge::dash(l.first))
      return false;
    // The line before broke off in mid-sentence, or the next goes on with a point
    if (!after_heading_ && !complete_) return false;
    std::size_t const next = next_words(i);
    if (next < lines_.size() && (is_comma(lines_[next].first) || full_stop(lines_[next].first))) return false;
    if (markers_.spoken(l.text_begin)) return false;
    return followed_by_body(i);
  }
  /// A bracket or a quote that is only half there: the line is a piece of a longer one.
  [[nodiscard]] static bool torn(std::string_view w) {
    int depth = 0;
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      char32_t const c = code_point(w, i);
      if (opens(c)) ++depth;
      if (closes(c) && --depth < 0) return true;
    }
    return depth != 0;
  }
  /// Heads of columns, a row that ends with its figure, the name of a figure or a table: 序号 河流 断面; 合计 217; 图1—2.
  [[nodiscard]] bool table_like(std::string_view w) const {
    char32_t const first = code_point(w, 0);
    char32_t const second = w.size() > 3 ? code_point(w, 3) : 0;
    if ((first == 0x56fe || first == 0x8868) && (is_digit(second) || han_digit(second) > 0 || is_space(second)))
      return true;
    std::size_t words = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      if (!is_space(code_point(w, i))) continue;
      ++words;
      begin = i + char_size(w, i);
    }
    bool const serial = !judge_.lexicon().longest(w, 0, Class::serial_head).word.empty();
    return words > 1 && (serial || words > 4 || TableWords::value(w.substr(begin)));
  }
  [[nodiscard]] bool followed_by_body(std::size_t i) const {
    std::size_t const next = next_words(i);
    return next < lines_.size() && (lines_[next].chars >= 40 || LineJudge::has_full_stop(judge_.words(lines_[next])));
  }

  std::string_view view_;
  Seams seams_;
  std::vector<LineShape> lines_;
  LineJudge judge_;
  MarkerReader markers_;
  Tree tree_;
  Levels levels_;
  ParagraphSplitter splitter_;
  TableReader tables_;
  Where where_ = Where::head;
  NodeIndex article_ = no_node;
  std::string_view article_title_;
  int title_lines_ = 0;
  std::size_t title_line_ = 0;
  NodeIndex title_node_ = no_node;
  Day day_ = Day::none;
  std::optional<Date> pending_day_;  ///< stated before any title
  bool signed_ = false;              ///< a signature or a date has been seen in the tail
  bool said_ = false;                ///< the article has had a sentence
  bool attachments_ = false;         ///< the list of attachments may go on
  int attachment_ = 0;
  bool after_heading_ = true;
  bool complete_ = true;  ///< the last paragraph ended with its sentence
};

}  // namespace detail

GONGWEN_INLINE detail::PieceNodes detail::segment_piece(Text const& text, SegmentOptions const& options, bool head) {
  Lexicon const lexicon = options.lexicon != nullptr ? *options.lexicon : Lexicon::builtin();
  Segmenter segmenter(text, options, lexicon.data(), head);
  std::vector<Node> nodes = segmenter.run();
  return {std::move(nodes), head, segmenter.seams().changes()};
}

GONGWEN_INLINE Outline segment(Text text, SegmentOptions const& options) {
  Lexicon const lexicon = options.lexicon != nullptr ? *options.lexicon : Lexicon::builtin();
  std::vector<Node> nodes = detail::Segmenter(text, options, lexicon.data()).run();
  return Outline(std::move(text), std::move(nodes));
}

GONGWEN_END
