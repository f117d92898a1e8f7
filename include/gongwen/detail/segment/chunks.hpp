// gongwen/detail/segment/chunks.hpp: cuts an outline into chunks along its tree.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "../../chunk.hpp"
#include "../characters/utf8.hpp"
#include "../write/offsets.hpp"

GONGWEN_BEGIN

namespace detail {

class Chunker {
 public:
  Chunker(Outline const& outline, std::uint32_t most, std::deque<std::string>& words)
      : outline_(outline),
        text_(outline.text().view()),
        nodes_(outline.nodes()),
        chars_(text_, OffsetUnit::codepoint),
        most_(std::max<std::uint32_t>(most, 1)),
        words_(words) {}

  std::vector<Chunk> run() {
    find_units();
    for (NodeIndex n = 0; n < nodes_.size(); n = after_[n]) part(n, no_node);
    flush();
    return std::move(out_);
  }

 private:
  /// What is never split: a sentence, a title, the head of a heading, a row of a table.
  struct Unit {
    Range range;
    NodeIndex node = no_node;
    bool barrier = false;  ///< boilerplate stands before it
  };

  // ---- units -------------------------------------------------------------------------------------------------------

  void find_units() {
    after_.assign(nodes_.size(), 0);
    first_unit_.assign(nodes_.size() + 1, 0);
    for (NodeIndex n = static_cast<NodeIndex>(nodes_.size()); n-- > 0;) {
      if (after_[n] == 0) after_[n] = n + 1;
      NodeIndex const parent = nodes_[n].parent;
      if (parent != no_node) after_[parent] = std::max(after_[parent], after_[n]);
    }
    bool barrier = false;
    std::uint32_t end = 0;  // of the unit before, or of the boilerplate
    NodeIndex row_end = 0;
    for (NodeIndex n = 0; n < nodes_.size(); ++n) {
      Node const& node = nodes_[n];
      first_unit_[n] = static_cast<std::uint32_t>(units_.size());
      if (n < row_end) continue;
      Range range = node.range;
      if (node.kind == NodeKind::boilerplate) {
        fill(end, range.begin);
        barrier = true;
        end = range.end;
        continue;
      }
      bool const leaf = node.kind == NodeKind::sentence || node.kind == NodeKind::title ||
                        node.kind == NodeKind::note || node.kind == NodeKind::salutation || node.kind == NodeKind::row;
      if (node.kind == NodeKind::heading) {
        range = node.head_range;
      } else if (node.kind == NodeKind::article && !node.marker.empty()) {
        range.end = range.begin + static_cast<std::uint32_t>(node.marker.size());
      } else if (!leaf) {
        continue;
      }
      if (node.kind == NodeKind::row) row_end = after_[n];
      if (!barrier) fill(end, range.begin);
      if (barrier) range.begin = first_word(end, range.begin);
      units_.push_back({range, n, barrier});
      barrier = false;
      end = range.end;
    }
    fill(end, static_cast<std::uint32_t>(text_.size()));
    first_unit_[nodes_.size()] = static_cast<std::uint32_t>(units_.size());
    barriers_.reserve(units_.size() + 1);
    std::uint32_t seen = 0;
    for (Unit const& u : units_) {
      seen += u.barrier ? 1 : 0;
      barriers_.push_back(seen);
    }
  }
  /// Words between two units that belong to no node (the rule of a table, a colon after a number) go to the one before.
  void fill(std::uint32_t from, std::uint32_t to) {
    if (units_.empty() || from != units_.back().range.end) return;
    while (to > from && blank(previous(text_, to))) to = static_cast<std::uint32_t>(previous(text_, to));
    if (to > from) units_.back().range.end = to;
  }
  [[nodiscard]] std::uint32_t first_word(std::uint32_t from, std::uint32_t to) const {
    while (from < to && blank(from)) from += char_size(text_, from);
    return from;
  }
  [[nodiscard]] bool blank(std::size_t at) const {
    char32_t const c = code_point(text_, at);
    return is_space(c) || c == U'\n' || c == U'\f' || c == U'\r';
  }

  // ---- packing -----------------------------------------------------------------------------------------------------

  [[nodiscard]] std::uint32_t size(std::uint32_t a, std::uint32_t b) const {
    return static_cast<std::uint32_t>(chars_(units_[b - 1].range.end) - chars_(units_[a].range.begin));
  }
  [[nodiscard]] bool fits(std::uint32_t a, std::uint32_t b) const {
    return barriers_[b - 1] == barriers_[a] && size(a, b) <= most_;
  }
  /// Adds a node with all below it: whole where it fits behind what is gathered or by itself, else piece by piece.
  void part(NodeIndex n, NodeIndex parent) {
    std::uint32_t const a = first_unit_[n], b = first_unit_[after_[n]];
    if (a == b) return;
    Node const& node = nodes_[n];
    bool const article = node.kind == NodeKind::article;
    if (article) flush();
    if (open_ && !article && fits(begin_, b)) {
      gather(a, b, parent);
    } else if ((fits(a, b) && !heads_only()) || b == a + 1) {
      flush();
      gather(a, b, titled(node) ? n : parent);
    } else {
      if (!heads_only()) flush();
      pieces(n, a);
    }
    if (article) flush();
  }
  void pieces(NodeIndex n, std::uint32_t a) {
    NodeIndex const within = titled(nodes_[n]) || nodes_[n].kind == NodeKind::table ? n : container_of(n);
    if (units_[a].node == n) {  // its own head
      if (!(open_ && fits(begin_, a + 1))) flush();
      gather(a, a + 1, within);
      heads_ = true;
    }
    NodeIndex const table = std::exchange(table_, nodes_[n].kind == NodeKind::table ? n : table_);
    for (NodeIndex c = n + 1; c < after_[n]; c = after_[c]) part(c, within);
    if (within == n) flush();  // what comes next has another path
    table_ = table;
  }
  [[nodiscard]] static bool titled(Node const& node) {
    return node.kind == NodeKind::heading || node.kind == NodeKind::article;
  }
  [[nodiscard]] NodeIndex container_of(NodeIndex n) const {
    while (n != no_node && !titled(nodes_[n]) && nodes_[n].kind != NodeKind::table) n = nodes_[n].parent;
    return n;
  }
  /// Nothing is gathered but heads, which should not stand without their words.
  [[nodiscard]] bool heads_only() const { return open_ && heads_; }

  void gather(std::uint32_t a, std::uint32_t b, NodeIndex within) {
    heads_ = false;
    if (!open_) {
      open_ = true;
      begin_ = a;
      within_ = within;
    } else if (within_ != within) {
      within_ = common(within_, within);
    }
    end_ = b;
  }
  /// The innermost node that holds both.
  [[nodiscard]] NodeIndex common(NodeIndex a, NodeIndex b) const {
    while (a != b) {
      if (a == no_node || b == no_node) return no_node;
      if (a > b) {
        a = nodes_[a].parent;
      } else {
        b = nodes_[b].parent;
      }
    }
    return a;
  }
  void flush() {
    if (!open_) return;
    open_ = heads_ = false;
    Chunk c;
    c.range = {units_[begin_].range.begin, units_[end_ - 1].range.end};
    c.text = text_.substr(c.range.begin, c.range.size());
    c.span = outline_.text().span(c.range);
    c.first = units_[begin_].node;
    c.last = units_[end_ - 1].node;
    c.oversize = size(begin_, end_) > most_;
    path(c);
    out_.push_back(std::move(c));
  }
  void path(Chunk& c) {
    std::vector<NodeIndex> up;
    for (NodeIndex n = within_; n != no_node; n = nodes_[n].parent) up.push_back(n);
    for (std::size_t k = up.size(); k-- > 0;) {
      Node const& node = nodes_[up[k]];
      if (titled(node) || node.kind == NodeKind::table) add(c, node.title);
    }
    if (table_ == no_node) return;
    // The rows of heads, where the chunk holds rows below them
    for (NodeIndex r = table_ + 1; r < after_[table_] && r < c.first; r = after_[r]) {
      if (nodes_[r].kind == NodeKind::row && heads_row(r)) add(c, outline_.words(nodes_[r]));
    }
  }
  /// A row whose cells have no heads of their own, at the top of a table.
  [[nodiscard]] bool heads_row(NodeIndex r) const {
    for (NodeIndex n = r + 1; n < after_[r]; ++n) {
      if (!nodes_[n].row_heads.empty()) return false;
    }
    return after_[r] > r + 2;
  }
  /// A title over two lines is put together.
  void add(Chunk& c, std::string_view title) {
    if (title.empty()) return;
    if (title.find('\n') == std::string_view::npos) {
      c.path.push_back(title);
      return;
    }
    std::string joined;
    for (std::size_t i = 0; i < title.size(); ++i) {
      if (title[i] != '\n') joined += title[i];
    }
    c.path.push_back(words_.emplace_back(std::move(joined)));
  }

  Outline const& outline_;
  std::string_view text_;
  std::span<Node const> nodes_;
  OffsetIndex chars_;
  std::uint32_t most_;
  std::deque<std::string>& words_;
  std::vector<NodeIndex> after_;           ///< of each node: the first node that is not below it
  std::vector<std::uint32_t> first_unit_;  ///< of each node: its first unit or the next there is
  std::vector<Unit> units_;
  std::vector<std::uint32_t> barriers_;
  std::vector<Chunk> out_;
  bool open_ = false, heads_ = false;
  std::uint32_t begin_ = 0, end_ = 0;
  NodeIndex within_ = no_node, table_ = no_node;
};

}  // namespace detail

GONGWEN_INLINE Chunks chunks(Outline outline, ChunkOptions const& options) {
  auto words = std::make_shared<std::deque<std::string>>();
  std::vector<Chunk> list = detail::Chunker(outline, options.max_chars, *words).run();
  return Chunks(std::move(outline), std::move(list), std::move(words));
}

GONGWEN_END
