// gongwen/detail/segment/segment.hpp: the second stage, text to outline.
#pragma once

#include <utility>
#include <vector>

#include "../../lexicon.hpp"
#include "../../segment.hpp"
#include "date_line.hpp"
#include "lines.hpp"
#include "paragraph.hpp"
#include "table.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads a document line by line. A document is a row of articles; an article has a head (title, notes, salutation), a body
/// and a tail (signature, date).
class Segmenter {
 public:
  Segmenter(Text const& text, SegmentOptions const& options, LexiconData const& lexicon)
      : view_(text.view()),
        lines_(lines_of(view_, lexicon)),
        judge_(view_, lexicon),
        markers_(view_, lexicon),
        tree_(text, options),
        splitter_(view_, lexicon, tree_, levels_),
        tables_(view_, lines_, lexicon) {}

  std::vector<Node> run() {
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

 private:
  enum class Where : std::uint8_t { head, body, tail };

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
    if (judge_.boilerplate(l)) return leaf(NodeKind::boilerplate, NodeRole::none, i);
    if (judge_.salutation(l) && where_ != Where::tail) {
      where_ = Where::body;
      return leaf(NodeKind::salutation, NodeRole::none, i);
    }
    if (where_ == Where::head && title_lines_ > 0) {
      if (std::size_t const next = tables_.read(i, tree_)) {
        where_ = Where::body;
        return next;
      }
    }
    if (where_ == Where::head && !l.marked) {
      if (std::size_t const next = head(i)) return next;
    }
    if (std::size_t const next = tables_.read(i, tree_)) {
      where_ = Where::body;
      return next;
    }
    if (!l.marked && where_ != Where::head) {
      if (std::size_t const next = tail(i)) return next;
    }
    where_ = Where::body;
    if (!l.marked && plain_heading(i)) {
      splitter_.plain_heading(range_of(l));
    } else {
      opening(range_of(l));
    }
    return i + 1;
  }

  // ---- articles, titles and the lines round them -------------------------------------------------------------------

  std::size_t article(std::size_t i, Marker const& marker) {
    LineShape const& l = lines_[i];
    start_article(l.text_begin);
    Node node;
    node.kind = NodeKind::article;
    node.level = 0;
    node.marker = view_.substr(marker.begin, marker.end - marker.begin);
    node.ordinal = marker.ordinal;
    node.title = view_.substr(marker.body, l.text_end - std::min<std::size_t>(marker.body, l.text_end));
    article_title_ = node.title;
    article_ = tree_.open(std::move(node), marker.begin);
    title_lines_ = 0;
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
  }

  /// Before the body: boilerplate, titles, notes. 0: the body begins here.
  std::size_t head(std::size_t i) {
    LineShape const& l = lines_[i];
    std::size_t const n = judge_.chars(l);
    std::string_view const w = judge_.words(l);
    if (judge_.note(l) || (title_lines_ > 0 && n <= 30 && judge_.signature(l))) return note(i);
    if (std::size_t const cut = one_line_document(l)) return title_and_salutation(i, cut);
    bool const statement = LineJudge::has_full_stop(w) || ends_statement(l.last);
    if (statement || n > 70 || n < 2 || !LineJudge::has_han(w)) return 0;
    bool const again = !article_title_.empty() && (w == article_title_ || judge_.title_like(l));
    if (title_lines_ == 0 || again) return title(i);
    // The rest of a title that did not fit its line
    if (title_lines_ == 1 && title_node_ != no_node && title_line_ + 1 == i && n <= 8 &&
        !judge_.title_like(lines_[title_line_])) {
      tree_.node(title_node_).range.end = static_cast<std::uint32_t>(l.text_end);
      return i + 1;
    }
    // After a title: a subtitle, a name, a slogan; but the first heading of a text without markers is a heading.
    if (n <= 24 && !followed_by_body(i)) return note(i);
    return 0;
  }
  std::size_t title(std::size_t i) {
    LineShape const& l = lines_[i];
    if (!tree_.has_open(NodeKind::article)) {
      Node node;
      node.kind = NodeKind::article;
      node.level = 0;
      node.title = judge_.words(l);
      article_ = tree_.open(std::move(node), static_cast<std::uint32_t>(l.text_begin));
    }
    article_title_ = judge_.words(l);
    ++title_lines_;
    title_line_ = i;
    title_node_ = static_cast<NodeIndex>(tree_.size());
    return leaf(NodeKind::title, NodeRole::none, i);
  }
  std::size_t note(std::size_t i) {
    LineShape const& l = lines_[i];
    std::string_view const w = judge_.words(l);
    auto const date = date_in(w);
    NodeRole const role = LineJudge::document_number(w) ? NodeRole::number : date ? NodeRole::date : NodeRole::none;
    if (date && article_ != no_node && tree_.has_open(NodeKind::article) && !tree_.node(article_).reference_date) {
      tree_.node(article_).reference_date = date;
    }
    return leaf(NodeKind::note, role, i);
  }
  std::size_t leaf(NodeKind kind, NodeRole role, std::size_t i) {
    Node node;
    node.kind = kind;
    node.role = role;
    tree_.leaf(std::move(node), range_of(lines_[i]));
    return i + 1;
  }

  /// A whole speech in one line: where its salutation begins, or 0.
  [[nodiscard]] std::size_t one_line_document(LineShape const& l) const {
    if (title_lines_ > 0 || l.text_end - l.text_begin < 300) return 0;
    std::string_view const w = view_.substr(l.text_begin, std::min<std::size_t>(l.text_end - l.text_begin, 360));
    for (std::string_view const greeting :
         {"\xe5\x90\x8c\xe5\xbf\x97\xe4\xbb\xac", "\xe5\x90\x84\xe4\xbd\x8d\xe4\xbb\xa3\xe8\xa1\xa8"}) {
      std::size_t const at = w.find(greeting);  // 同志们 各位代表
      if (at == std::string_view::npos || at == 0) continue;
      char32_t const after = code_point(w, at + greeting.size());
      if (after == U':' || after == 0xff1a) return l.text_begin + at;
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
      if (!is_space(code_point(view_, k))) continue;
      LineShape piece = l;
      piece.text_end = k;
      piece.last = 0;
      if (judge_.title_like(piece)) {
        cut = k;
        break;
      }
    }
    Node article;
    article.kind = NodeKind::article;
    article.level = 0;
    article.title = article_title_ = view_.substr(from, cut - from);
    article_ = tree_.open(std::move(article), from);
    ++title_lines_;
    add(NodeKind::title, from, cut);
    std::uint32_t slogan = cut;
    while (slogan < to && is_space(code_point(view_, slogan))) slogan += char_size(view_, slogan);
    if (slogan < to) add(NodeKind::title, slogan, to);
    std::uint32_t end = to;
    while (code_point(view_, end) != U':' && code_point(view_, end) != 0xff1a) end += char_size(view_, end);
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

  /// After some body: signatures and dates, and the title of a further document that follows them. 0: it is body.
  std::size_t tail(std::size_t i) {
    LineShape const& l = lines_[i];
    if (judge_.note(l)) {
      where_ = Where::tail;
      return note(i);
    }
    if (where_ == Where::tail) {
      if (judge_.title_like(l) && judge_.chars(l) >= 6) {
        start_article(l.text_begin);
        title_lines_ = 0;
        return title(i);
      }
      if (judge_.salutation(l)) {
        start_article(l.text_begin);
        title_lines_ = 0;
        return 0;
      }
    }
    bool const date_follows = next_words(i) < lines_.size() && judge_.date_only(judge_.words(lines_[next_words(i)]));
    if (judge_.signature(l) && (date_follows || where_ == Where::tail)) {
      where_ = Where::tail;
      return leaf(NodeKind::note, NodeRole::signature, i);
    }
    return 0;
  }
  [[nodiscard]] std::size_t next_words(std::size_t i) const {
    do {
      ++i;
    } while (i < lines_.size() && lines_[i].blank());
    return i;
  }

  // ---- body --------------------------------------------------------------------------------------------------------

  /// 同志们，下半年…: a salutation may open a paragraph; it stays part of it.
  void opening(Range range) { splitter_.split(range); }

  /// A short line without a point, alone before a longer paragraph.
  [[nodiscard]] bool plain_heading(std::size_t i) const {
    LineShape const& l = lines_[i];
    std::size_t const n = judge_.chars(l);
    std::string_view const w = judge_.words(l);
    if (n < 3 || n > 32 || ends_statement(l.last) || LineJudge::has_point(w) || !LineJudge::has_han(w) ||
        is_digit(l.first))
      return false;
    if (l.last == 0x3001 || l.last == 0xff0c || closes(l.first)) return false;
    if (markers_.spoken(l.text_begin)) return false;
    return followed_by_body(i);
  }
  [[nodiscard]] bool followed_by_body(std::size_t i) const {
    std::size_t const next = next_words(i);
    return next < lines_.size() &&
           (judge_.chars(lines_[next]) >= 40 || LineJudge::has_full_stop(judge_.words(lines_[next])));
  }

  std::string_view view_;
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
};

}  // namespace detail

GONGWEN_INLINE Outline segment(Text text, SegmentOptions const& options) {
  Lexicon const lexicon = options.lexicon != nullptr ? *options.lexicon : Lexicon::builtin();
  std::vector<Node> nodes = detail::Segmenter(text, options, lexicon.data()).run();
  return Outline(std::move(text), std::move(nodes));
}

GONGWEN_END
