// gongwen/detail/segment/paragraph.hpp: headings run into a line, items inside it, and its sentences.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "duties.hpp"
#include "levels.hpp"
#include "lines.hpp"
#include "sentences.hpp"
#include "tree.hpp"

GONGWEN_BEGIN

namespace detail {

/// Splits one line with words into headings, items, paragraphs and sentences, and hangs them into the tree.
class ParagraphSplitter {
 public:
  ParagraphSplitter(std::string_view text, LexiconData const& lexicon, Tree& tree, Levels& levels)
      : text_(text), lexicon_(lexicon), markers_(text, lexicon), duties_(text, lexicon), tree_(tree), levels_(levels) {}

  /// Finds the lines that begin with a part whose words are glued to its number (第一章总则, 第四条企业自…) and that
  /// stand in a series of such parts; they are marked from here on.
  void find_sections(std::vector<LineShape>& lines) {
    struct Part {
      std::size_t line;
      Marker marker;
    };
    std::vector<Part> parts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].first != nth_char) continue;
      auto m = lines[i].marked ? markers_.strict(lines[i].text_begin) : markers_.glued(lines[i].text_begin);
      if (m && m->style <= Style::clause && m->style != Style::article) parts.push_back({i, *m});
    }
    constexpr int gap = 6;  // parts that stand in mid-line are not seen here
    int last[5] = {}, next[5] = {};
    std::vector<bool> before(parts.size());
    for (std::size_t k = 0; k < parts.size(); ++k) {
      int& seen = last[static_cast<std::size_t>(parts[k].marker.style)];
      int const n = parts[k].marker.ordinal;
      before[k] = seen != 0 && n > seen && n <= seen + gap;
      if (before[k] || n == 1 || !parts[k].marker.weak) seen = n;
    }
    for (std::size_t k = parts.size(); k-- > 0;) {
      int& seen = next[static_cast<std::size_t>(parts[k].marker.style)];
      int const n = parts[k].marker.ordinal;
      bool const after = seen > n && seen <= n + gap;
      if (before[k] || after || !parts[k].marker.weak) seen = n;
      if (parts[k].marker.weak && (before[k] || after)) {
        lines[parts[k].line].marked = true;
        sections_.push_back(parts[k].marker.begin);
      }
    }
    std::reverse(sections_.begin(), sections_.end());
  }

  /// Finds the lines that begin with a number of sections (1.1, 1.1.1) in a series of such, and the lines that head them
  /// (1 总体要求); they are marked from here on.
  void find_dotted(std::vector<LineShape>& lines) {
    std::vector<std::pair<std::size_t, DottedMarker>> found;  // with its line
    for (std::size_t i = 0; i < lines.size(); ++i) {
      LineShape const& l = lines[i];
      if (l.blank() || l.marked || !is_digit(l.first)) continue;
      auto const m = MarkerReader(text_.substr(0, l.text_end), lexicon_).dotted(l.text_begin);
      if (!m || columned(text_.substr(m->marker.body, l.text_end - m->marker.body))) continue;
      if (m->depth > 1 || (l.chars <= 40 && !ends_statement(l.last))) found.emplace_back(i, *m);
    }
    std::vector<bool> sure(found.size());
    std::map<std::pair<std::size_t, std::array<int, 4>>, std::size_t> last;  // of the parts of one section
    for (std::size_t k = 0; k < found.size(); ++k) {
      DottedMarker const& m = found[k].second;
      if (m.depth == 1) {  // its first part is what follows next
        bool const headed = k + 1 < found.size() && found[k + 1].second.depth == 2 &&
                            found[k + 1].second.marker.ordinal == 1 && found[k + 1].second.above[0] == m.marker.ordinal;
        sure[k] = headed;
        continue;
      }
      auto const [it, fresh] = last.try_emplace({m.depth, m.above}, k);
      if (!fresh && m.marker.ordinal == found[it->second].second.marker.ordinal + 1) sure[k] = sure[it->second] = true;
      it->second = k;
    }
    for (std::size_t k = 0; k < found.size(); ++k) {
      bool const heads = found[k].second.depth == 1;
      if (!sure[k] || (heads && !sure[k + 1])) continue;
      lines[found[k].first].marked = true;
      dotted_.push_back(found[k].second.marker);
    }
  }

  /// `range`: the line without white space around it. `role` is that of the paragraph, `after` where the next line begins,
  /// or 0.
  void split(Range range, NodeRole role = NodeRole::none, std::uint32_t after = 0) {
    next_line_ = after;
    role_ = role;
    levels_.new_paragraph();
    find_marks(range);
    std::uint32_t at = range.begin;
    std::size_t i = 0;
    bool continued = false;  // the words before belong to the paragraph that is open
    while (i < marks_.size() || at < range.end) {
      std::uint32_t const next = i < marks_.size() ? marks_[i].begin : range.end;
      if (at < next) {
        body({at, next}, continued);
        at = next;
      }
      if (i == marks_.size()) break;
      Mark const& mark = marks_[i++];
      std::uint32_t const end = i < marks_.size() ? marks_[i].begin : range.end;
      at = mark.inside ? item(mark, end) : heading(mark, end);
      continued = mark.inside;
    }
    close_paragraph(range.end);
  }

  /// A line that is a heading without a marker.
  void plain_heading(Range range) {
    Marker m;
    m.style = Style::plain;
    m.begin = m.end = m.body = range.begin;
    heading({m, range.begin, false}, range.end);
    close_paragraph(range.end);
  }

 private:
  struct Mark {
    Marker marker;
    std::uint32_t begin = 0;  ///< of the node; the marker may stand a few words in (我讲的第一个方面)
    bool inside = false;
    bool glued = false;  ///< to those in charge of the part before: counts only as the next of an open series
  };

  /// Set in columns: a row of a table.
  [[nodiscard]] static bool columned(std::string_view words) {
    return words.find('\t') != std::string_view::npos || words.find("  ") != std::string_view::npos;
  }

  // ---- finding marks ----------------------------------------------------------------------------------------------

  void find_marks(Range range) {
    marks_.clear();
    duties_.clear();
    spaced_ = false;
    std::uint32_t from = range.begin;
    if (auto const m = head_of_line(range)) {
      marks_.push_back(*m);
      from = m->marker.body;
    }
    candidates_.clear();
    std::uint32_t depth = 0, opened = 0;
    char32_t before = marks_.empty() ? U'\n' : U'\0';
    for (std::uint32_t i = from; i < range.end;) {
      bool const han = leads_han(text_[i]);
      char32_t const c = han ? han_at(text_, i) : code_point(text_, i);
      bool const marker = markers_.may_begin(c);
      if (han && !marker) {  // no bracket, no space
        before = c;
        spaced_ = false;
        i += 3;
        continue;
      }
      if (depth != 0 && i - opened > 600) depth = 0;  // never closed
      if (depth == 0 && marker && i != range.begin) consider(i, before, c);
      if (opens(c)) {
        if (depth++ == 0) opened = i;
      } else if (closes(c) && depth > 0) {
        if (--depth == 0 && closes_round(c)) duties_.bracket(opened, i);
      } else if (is_colon(c)) {
        duties_.colon(i, from, depth != 0 ? opened : none);
      }
      spaced_ = is_space(c) || c == U'\n';
      if (!spaced_) before = c;
      i += char_size(text_, i);
    }
    choose();
  }

  [[nodiscard]] std::optional<Mark> head_of_line(Range range) const {
    auto strict = markers_.strict(range.begin);
    auto const dotted = std::lower_bound(dotted_.begin(), dotted_.end(), range.begin,
                                         [](Marker const& m, std::uint32_t at) { return m.begin < at; });
    if (dotted != dotted_.end() && dotted->begin == range.begin) strict = *dotted;
    if (!strict && std::binary_search(sections_.begin(), sections_.end(), range.begin)) {
      strict = markers_.glued(range.begin);
    }
    auto const mark = [&](Marker m) {  // a line break after a marker that stood alone is passed over
      while (m.body < range.end && (text_[m.body] == '\n' || is_space(code_point(text_, m.body))))
        m.body += char_size(text_, m.body);
      return Mark{m, range.begin, false};
    };
    if (strict && strict->body <= range.end) return mark(*strict);
    if (auto const m = markers_.spoken(range.begin); m && !m->weak && m->body <= range.end && begins_series(*m)) {
      Mark out = mark(*m);
      out.inside = listed(*m, range);
      return out;
    }
    // 我讲的第一个方面的意思是：…: a few words before the marker, and a short line
    if (range.size() <= 180) {
      for (std::uint32_t i = range.begin; i < range.end && i - range.begin <= 21; i += char_size(text_, i)) {
        if (code_point(text_, i) != nth_char) continue;
        if (auto const m = markers_.spoken(i); m && m->variant == loose::aspect && m->body < range.end) {
          return Mark{*m, range.begin, false};
        }
        break;
      }
    }
    return std::nullopt;
  }

  /// 一是…； alone in its line is a member of a list and heads nothing; so is the last one, which ends with 。 Where more
  /// sentences follow in the line, it heads them.
  [[nodiscard]] bool listed(Marker const& m, Range range) const {
    auto const last = static_cast<std::uint32_t>(previous(text_, range.end));
    char32_t const end = code_point(text_, last);
    if (LineJudge::has_full_stop(text_.substr(range.begin, last - range.begin))) return false;
    if (end == 0xff1b || end == U';') return true;
    Levels::Entry const* const open = levels_.continued(m);
    return open != nullptr && open->inside && m.ordinal > 1 && open->variant == m.variant &&
           open->paragraph + 1 >= levels_.paragraph();
  }

  /// At the head of a line a spoken marker is believed when it could begin or continue a series.
  [[nodiscard]] bool begins_series(Marker const& m) const {
    return m.ordinal == 1 || levels_.continued(m) != nullptr || m.variant == loose::aspect;
  }

  /// A marker may stand after a point, a bracket or white space; 一是 and its like after any word that does not make
  /// another word of it (统一是, 之一是).
  void consider(std::uint32_t i, char32_t before, char32_t c) {
    bool const after_point = before == 0x3002 || before == 0xff1b || before == U';' || before == 0xff1a ||
                             before == U':' || before == 0xff09 || before == U')' || before == 0x201d ||
                             before == 0xff01 || before == 0xff1f || before == U'\n';
    bool const after_comma = before == 0xff0c || before == U',';
    bool const circled = c >= 0x2460 && c <= 0x2487;
    // 一、工作目标（一）总体要求: the first part of the next rank may be glued to the title
    Mark const* const last = !candidates_.empty() ? &candidates_.back() : !marks_.empty() ? &marks_.front() : nullptr;
    bool const below = (c == 0xff08 || c == U'(') && last != nullptr && is_han(before) &&
                       last->marker.style <= Style::han && i - last->begin < 150;
    if (after_point || spaced_ || circled || below) {
      if (auto const m = markers_.strict(i);
          m && m->style >= Style::han && is_word(*m) && (!below || m->ordinal == 1 || after_point || spaced_)) {
        candidates_.push_back({*m, i, false});
        return;
      }
    }
    // 责任单位：县农业农村局二、抓好防汛: a list of those in charge has no point at its end
    if (auto const m = glued_to_duty(i, before)) {
      candidates_.push_back({*m, i, false, true});
      return;
    }
    if (is_common_han(c)) {
      auto const m = markers_.spoken(i);
      // 第二章税收政策第四条企业自…: the first article of a chapter may be glued to the chapter's title
      if (c == nth_char && (!m || m->variant != loose::aspect)) {
        bool const in_title =
            !marks_.empty() && marks_.front().marker.style < Style::clause && i - marks_.front().begin < 90;
        if (auto const part = markers_.glued(i); part && (after_point || spaced_ || in_title)) {
          candidates_.push_back({*part, i, false});
          return;
        }
      }
      if (!m) return;
      bool const is = m->variant == loose::is;
      bool const glued = before == 0x7edf || before == 0x552f || before == 0x4e4b || before == 0x4e07 ||
                         before == 0x540c || before == 0x5355 || before == 0x4e13 || before == nth_char ||
                         before == 0x5341;  // 统唯之万同单专第十
      if (after_point || after_comma || spaced_ || (is && !glued)) candidates_.push_back({*m, i, true});
    }
  }
  [[nodiscard]] std::optional<Marker> glued_to_duty(std::uint32_t i, char32_t before) const {
    auto m = duties_.any() && !is_comma(before) && before != ideographic_comma ? markers_.strict(i) : std::nullopt;
    bool const heading = m && m->style >= Style::han && is_word(*m) && !(m->style == Style::arabic && is_digit(before));
    if (!heading || !duties_.open_at(i)) m.reset();
    return m;
  }
  [[nodiscard]] bool is_word(Marker const& m) const {
    char32_t const c = code_point(text_, m.body);
    return is_han(c) || c == 0x201c || c == 0x300a || is_latin(c) ||
           (m.style != Style::arabic && (is_digit(c) || c == 0x3010));  // 【
  }

  /// Keeps the candidates that count: each continues an open series, or begins one whose second member follows.
  void choose() {
    Levels trial = levels_;
    if (!marks_.empty()) trial.place(marks_.front().marker, false);
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      Mark mark = candidates_[i];
      Levels::Entry const* open = trial.continued(mark.marker);
      bool const loose = mark.marker.style == Style::loose;
      bool const first = mark.marker.ordinal == 1;
      bool keep = false;
      if (loose) {
        if (mark.marker.ordinal == 0) {  // 最后 ends a series of two or more
          auto const& all = trial.open();
          bool const ends = !all.empty() && all.back().style == Style::loose && all.back().ordinal >= 2 &&
                            (all.back().variant == loose::pair || all.back().variant == loose::nth);
          if (!ends) continue;
          mark.marker.ordinal = all.back().ordinal + 1;
          open = &all.back();
        }
        bool const continues = !first && open != nullptr && (!mark.marker.weak || open->variant == mark.marker.variant);
        keep = (first && followed(i)) || continues;
        mark.inside = true;
      } else if (mark.marker.weak || mark.glued) {
        keep = open != nullptr && !open->inside;
      } else {
        bool const heading_series = open != nullptr && !open->inside;
        bool const outer = mark.marker.style <= Style::han_paren;
        keep = heading_series || (open != nullptr && open->inside) || (first && (outer || followed(i)));
        mark.inside = !heading_series && !(outer && open == nullptr);
      }
      if (!keep) continue;
      trial.place(mark.marker, mark.inside);
      marks_.push_back(mark);
    }
  }
  /// Does the second of the series come further on? Looks at the next few candidates only, so the whole stays linear.
  [[nodiscard]] bool followed(std::size_t i) const {
    Marker const& m = candidates_[i].marker;
    std::size_t const last = std::min(candidates_.size(), i + 24);
    for (std::size_t k = i + 1; k < last; ++k) {
      Marker const& n = candidates_[k].marker;
      bool const pairs = m.variant >= loose::pair && n.variant >= loose::pair;
      if (n.style == m.style && n.ordinal == m.ordinal + 1 &&
          (m.style != Style::loose || n.variant == m.variant || pairs)) {
        return true;
      }
    }
    // 二是 may begin the next line
    if (m.style != Style::loose || m.weak || m.variant == loose::pair || next_line_ == 0) return false;
    auto const next = markers_.spoken(next_line_);
    return next && next->variant == m.variant && next->ordinal == m.ordinal + 1;
  }

  // ---- hanging them into the tree ---------------------------------------------------------------------------------

  /// Opens a heading; returns where its body begins. A run-in heading ends with its sentence.
  std::uint32_t heading(Mark const& mark, std::uint32_t end) {
    int const level = levels_.place(mark.marker, false);
    close_paragraph(mark.begin);
    tree_.close_to_level(level, mark.begin);
    sentences_.clear();
    sentences_of(text_, {mark.begin, end}, sentences_);
    std::uint32_t head_end = sentences_.empty() ? end : sentences_.front().end;
    if (std::uint32_t const duty = duties_.first_in(mark.marker.body, head_end); duty != 0) {
      head_end = duty;
      while (is_space(code_point(text_, previous(text_, head_end))))
        head_end = static_cast<std::uint32_t>(previous(text_, head_end));
    }
    head_end = head_closed(mark, head_end);
    Node node;
    node.kind = NodeKind::heading;
    node.level = level;
    node.marker = text_.substr(mark.marker.begin, mark.marker.end - mark.marker.begin);
    if (mark.marker.style != Style::plain) node.ordinal = mark.marker.ordinal;
    node.title = title_of(mark, head_end);
    node.head_range = {mark.begin, head_end};
    tree_.open(std::move(node), mark.begin);
    return head_end;
  }
  [[nodiscard]] std::string_view title_of(Mark const& mark, std::uint32_t end) const {
    std::uint32_t const from = mark.marker.begin == mark.begin ? std::min(mark.marker.body, end) : mark.begin;
    std::string_view title = text_.substr(from, end - from);
    while (!title.empty()) {
      std::size_t const p = previous(title, title.size());
      char32_t const c = code_point(title, p);
      if (!is_space(c) && c != 0x3002 && c != 0xff1a && c != U':' && c != 0xff1b && c != U';') break;
      title.remove_suffix(title.size() - p);
    }
    return title;
  }

  /// Where the head of a run-in heading ends: white space or 】 may close it before its sentence does.
  [[nodiscard]] std::uint32_t head_closed(Mark const& mark, std::uint32_t end) const {
    std::uint32_t const from = mark.marker.body;
    if (mark.marker.style == Style::plain || from >= end || end - from < 48) return end;
    if (code_point(text_, from) == 0x3010) {  // 第一条 【培育对象】…
      for (std::uint32_t i = from; i < end && i - from < 120; i += char_size(text_, i)) {
        if (code_point(text_, i) == 0x3011) return i + 3;
      }
    }
    if (char32_t const last = code_point(text_, previous(text_, end)); !full_stop(last) && !is_colon(last)) return end;
    std::uint32_t chars = 0;
    for (std::uint32_t i = from; i < end && chars <= 40; i += char_size(text_, i), ++chars) {
      char32_t const c = code_point(text_, i);
      if (opens(c)) return end;
      if (!is_space(c)) continue;
      std::uint32_t after = i;
      while (after < end && is_space(code_point(text_, after))) after += char_size(text_, after);
      bool const wide = after - i >= 2;  // two or more, or an ideographic space
      bool const words = is_han(code_point(text_, previous(text_, i))) && is_han(code_point(text_, after));
      if (chars >= (wide ? 2U : 6U) && words && end - after >= 45) return i;
      i = after - char_size(text_, previous(text_, after));
    }
    return end;
  }

  std::uint32_t item(Mark const& mark, std::uint32_t end) {
    int const level = levels_.place(mark.marker, true);
    ensure_paragraph(mark.begin);
    tree_.close_while(mark.begin, [&](Node const& n) { return n.kind == NodeKind::item && *n.level >= level; });
    Node node;
    node.kind = NodeKind::item;
    node.level = level;
    node.marker = text_.substr(mark.marker.begin, mark.marker.end - mark.marker.begin);
    node.ordinal = mark.marker.ordinal;
    tree_.open(std::move(node), mark.begin);
    sentences({mark.begin, end});
    return end;
  }

  void body(Range range, bool) {
    cut_sentences(range);
    if (pieces_.empty()) return;  // white space alone
    ensure_paragraph(pieces_.front().range.begin, pieces_.front().duty);
    hang_sentences();
  }
  void sentences(Range range) {
    cut_sentences(range);
    hang_sentences();
  }
  /// Sentences, with what says who answers for them cut out as sentences of their own.
  void cut_sentences(Range range) {
    sentences_.clear();
    sentences_of(text_, range, sentences_);
    duties_.cut(sentences_, pieces_);
  }
  void hang_sentences() {
    for (Duties::Piece const& piece : pieces_) {
      Node node;
      node.kind = NodeKind::sentence;
      if (piece.duty) node.role = NodeRole::responsibility;
      tree_.leaf(std::move(node), piece.range);
    }
  }
  void ensure_paragraph(std::uint32_t begin, bool duty = false) {
    if (paragraph_) return;
    Node node;
    node.kind = NodeKind::paragraph;
    node.role = duty ? NodeRole::responsibility : role_;
    tree_.open(std::move(node), begin);
    paragraph_ = true;
  }
  void close_paragraph(std::uint32_t end) {
    if (!paragraph_) return;
    tree_.close_while(end, [](Node const& n) { return n.kind == NodeKind::item; });
    tree_.close(end);
    paragraph_ = false;
  }

  static constexpr std::uint32_t none = 0xffffffffU;

  std::string_view text_;
  LexiconData const& lexicon_;
  MarkerReader markers_;
  Duties duties_;
  Tree& tree_;
  Levels& levels_;
  std::vector<Mark> marks_, candidates_;
  std::vector<Range> sentences_;
  std::vector<Duties::Piece> pieces_;
  std::vector<Marker> dotted_;           ///< numbers of sections, ascending
  std::vector<std::uint32_t> sections_;  ///< where glued parts begin, ascending
  NodeRole role_ = NodeRole::none;
  std::uint32_t next_line_ = 0;
  bool paragraph_ = false;
  bool spaced_ = false;
};

}  // namespace detail

GONGWEN_END
