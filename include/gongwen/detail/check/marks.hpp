// gongwen/detail/check/marks.hpp: unpaired_mark: a quote or bracket without its fellow in a paragraph.
#pragma once

#include <algorithm>
#include <iterator>
#include <map>

#include "../characters/pairs.hpp"
#include "../scan/han_numbers.hpp"
#include "context.hpp"

GONGWEN_BEGIN

namespace detail {

/// The mark that closes what one opens, or 0.
constexpr char32_t closing_of(char32_t open) noexcept {
  for (MarkPair const& pair : mark_pairs) {
    if (pair.open == open) return pair.close;
  }
  return 0;
}
constexpr bool closes_pair(char32_t c) noexcept {
  return std::any_of(std::begin(mark_pairs), std::end(mark_pairs), [c](MarkPair const& p) { return p.close == c; });
}
/// Brackets are often mixed, （see 2), which is no fault of what they hold.
constexpr char32_t folded(char32_t close) noexcept { return close == U')' ? char32_t{0xff09} : close; }

/// A mark without its fellow in its line.
struct Single {
  NodeIndex node = no_node;
  std::uint32_t at = 0;
  char32_t close = 0;  ///< the kind: the mark that closes
  bool opens = false;
  bool quiet = false;  ///< of a row or a note: the fellow of another at most, as a cut cell says nothing of itself
};

/// The marks of one line.
class Marks {
 public:
  Marks(CheckContext const& c, NodeIndex node, Range range, std::vector<Single>& out)
      : text_(c.view()),
        node_(node),
        quiet_(c.records.outline.nodes()[node].kind != NodeKind::paragraph &&
               c.records.outline.nodes()[node].kind != NodeKind::heading),
        range_(range),
        out_(out) {}

  void read() {
    for (std::uint32_t i = range_.begin; i < range_.end; i += static_cast<std::uint32_t>(char_size(text_, i))) {
      auto const lead = static_cast<unsigned char>(text_[i]);
      if (lead > U']' && lead != 0xe2 && lead != 0xe3 && lead != 0xef) continue;  // no mark begins so
      char32_t const ch = code_point(text_, i);
      if (char32_t const fellow = closing_of(ch); fellow != 0)
        open_.push_back({node_, i, folded(fellow), true, quiet_});
      else if (closes_pair(ch))
        close(folded(ch), i);
    }
    // A quotation of several paragraphs opens anew in each and closes in the last.
    for (Single const& o : open_) {
      bool const quote = o.close == 0x201d || o.close == 0x2019;
      if (!quote || o.at != range_.begin) out_.push_back(o);
    }
  }

 private:
  void close(char32_t mark, std::uint32_t at) {
    for (std::size_t k = open_.size(); k-- > 0;) {
      if (open_[k].close != mark) continue;
      for (std::size_t n = k + 1; n < open_.size(); ++n) out_.push_back(open_[n]);
      open_.resize(k);
      return;
    }
    if (!numbers(mark, at)) out_.push_back({node_, at, mark, false, quiet_});
  }
  /// 1） and 一) number; they close nothing.
  [[nodiscard]] bool numbers(char32_t mark, std::uint32_t at) const {
    if (mark != 0xff09) return false;
    std::size_t i = at;
    while (i > range_.begin) {
      char32_t const ch = code_point(text_, previous(text_, i));
      bool const letter = (ch >= U'a' && ch <= U'z') || (ch >= U'A' && ch <= U'Z');
      if (!is_digit(ch) && !letter && han_digit(ch) < 0 && han_power(ch) != 1) break;
      i = previous(text_, i);
    }
    return i < at && at - i <= 9;
  }

  std::string_view text_;
  NodeIndex node_;
  bool quiet_;
  Range range_;
  std::vector<Single>& out_;
  std::vector<Single> open_;
};

/// Where a bracket opens in one line and closes in one of the next, lines are not paragraphs, and nothing is wrong.
inline void drop_fellows(std::vector<Single>& singles) {
  constexpr std::uint32_t near = 900;
  std::vector<Single> kept;
  std::map<char32_t, std::vector<std::size_t>> open;  // of each kind, places in `kept`
  std::vector<bool> paired;
  for (Single const& s : singles) {
    auto& waiting = open[s.close];
    if (!s.opens && !waiting.empty() && s.at - kept[waiting.back()].at <= near) {
      paired[waiting.back()] = true;
      waiting.pop_back();
      continue;
    }
    if (s.opens) waiting.push_back(kept.size());
    kept.push_back(s);
    paired.push_back(false);
  }
  singles.clear();
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!paired[i]) singles.push_back(kept[i]);
  }
}

/// What stands alone in one article. A kind that often does is how the text is set, and says nothing.
inline void report_singles(CheckContext const& c, std::vector<Single>& singles) {
  constexpr std::size_t most = 3;
  std::stable_sort(singles.begin(), singles.end(), [](Single const& a, Single const& b) { return a.at < b.at; });
  drop_fellows(singles);
  std::map<char32_t, std::size_t> kinds;
  for (Single const& s : singles) kinds[s.close] += s.quiet ? 0 : 1;
  for (Single const& s : singles) {
    if (s.quiet || kinds[s.close] > most) continue;
    Range const range{s.at, s.at + static_cast<std::uint32_t>(char_size(c.view(), s.at))};
    Finding& f =
        c.report("unpaired_mark", Severity::warning, s.node, range, c.message("unpaired_mark", c.words(range)));
    f.evidence.push_back({RecordType::node, s.node});
  }
  singles.clear();
}

/// Marks pair within the line that a paragraph, heading, row or note begins.
inline void check_marks(CheckContext const& c) {
  auto const nodes = c.records.outline.nodes();
  std::string_view const text = c.view();
  std::vector<Single> singles;
  std::uint32_t done = 0;
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    Node const& n = nodes[i];
    if (n.kind == NodeKind::article) report_singles(c, singles);
    if (n.range.begin < done || n.range.empty()) continue;
    if (n.kind != NodeKind::paragraph && n.kind != NodeKind::heading && n.kind != NodeKind::row &&
        n.kind != NodeKind::note)
      continue;
    auto const end = static_cast<std::uint32_t>(std::min(text.find('\n', n.range.begin), text.size()));
    if (end - n.range.begin <= 4) continue;  // a mark by itself is no text
    Marks(c, i, {n.range.begin, end}, singles).read();
    done = end;
  }
  report_singles(c, singles);
}

}  // namespace detail

GONGWEN_END
