// gongwen/detail/check/broken.hpp: broken_off: a paragraph that stops in mid-sentence.
#pragma once

#include "../scan/markers.hpp"
#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// How sure it is that what stands behind a paragraph does not go on with its last sentence.
enum class Break : std::uint8_t {
  none,    ///< the next line may go on with it: a line that its printer broke
  likely,  ///< an empty line lies between
  sure,    ///< a heading, a number, a salutation or an indent begins something new
};

/// Sentences that no point ends, of one article after the other: text was lost, or two texts have run together.
class BrokenOff {
 public:
  explicit BrokenOff(CheckContext const& c) : c_(c), text_(c.view()), nodes_(c.records.outline.nodes()) {}

  void check() {
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
      Node const& n = nodes_[i];
      if (n.kind == NodeKind::article) report();
      paragraphs_ += n.kind == NodeKind::paragraph || n.kind == NodeKind::heading ? 1 : 0;
      if (n.kind == NodeKind::sentence && pending(i)) found_.push_back(i);
    }
    report();
  }

 private:
  /// A sentence of two clauses or more with nothing behind it in its line, and no point, mark or figure at its end.
  [[nodiscard]] bool pending(NodeIndex i) const {
    Range const own = nodes_[i].range;
    if (own.size() < 24 || own.end >= text_.size() || text_[own.end] != '\n') return false;
    if (text_.find_first_not_of("\n ", own.end) == std::string_view::npos) return false;
    constexpr std::string_view comma = "\xef\xbc\x8c";  // ，
    return is_han(code_point(text_, previous(text_, own.end))) && c_.words(own).find(comma) != std::string_view::npos;
  }

  /// A list of organs in charge ends without a point, and so does a heading, also one that stands in mid-line.
  [[nodiscard]] bool complete(NodeIndex i) const {
    std::string_view const words = c_.words(nodes_[i].range);
    if (names_organs(i)) return true;
    std::size_t const closed = words.rfind("\xef\xbc\x89");  // ）
    std::size_t const from = closed == std::string_view::npos ? 0 : closed + 3;
    return MarkerReader(words, c_.lexicon).strict(from).has_value();
  }
  /// 责任单位：县林业局，县水利局
  [[nodiscard]] bool names_organs(NodeIndex i) const {
    for (NodeIndex up = i; up != no_node; up = nodes_[up].parent) {
      if (nodes_[up].role == NodeRole::responsibility) return true;
    }
    std::string_view const words = c_.words(nodes_[i].range);
    if (c_.lexicon.longest_before(words, words.size(), Class::organ).word.empty()) return false;
    for (std::size_t at = 0; at < words.size(); at += char_size(words, at)) {
      if (!c_.lexicon.longest(words, at, Class::responsibility).word.empty()) return true;
    }
    return false;
  }

  [[nodiscard]] Break behind(NodeIndex i) const {
    std::uint32_t const end = nodes_[i].range.end;
    NodeIndex next = i + 1;
    while (next < nodes_.size() && nodes_[next].range.begin < end) ++next;
    if (next == nodes_.size()) return Break::none;
    Node const& n = nodes_[next];
    std::string_view const gap = c_.words({end, n.range.begin});
    bool const opens = n.kind == NodeKind::article || n.kind == NodeKind::title || n.kind == NodeKind::heading ||
                       n.kind == NodeKind::salutation || n.ordinal.has_value() ||
                       !c_.lexicon.longest(text_, n.range.begin, Class::salutation).word.empty();
    if (opens || gap.size() > gap.rfind('\n') + 1) return Break::sure;
    return std::count(gap.begin(), gap.end(), '\n') > 1 ? Break::likely : Break::none;
  }

  /// Where many paragraphs of an article end without a point, that is how it is set, and says nothing.
  void report() {
    if (found_.size() <= std::max<std::size_t>(1, paragraphs_ / 40)) {
      for (NodeIndex const i : found_) report(i);
    }
    found_.clear();
    paragraphs_ = 0;
  }
  void report(NodeIndex i) const {
    Break const how = complete(i) ? Break::none : behind(i);
    if (how == Break::none) return;
    std::uint32_t const end = nodes_[i].range.end;
    std::uint32_t from = end;
    for (int n = 0; n < 8; ++n) from = static_cast<std::uint32_t>(previous(text_, from));
    Range const tail{static_cast<std::uint32_t>(previous(text_, end)), end};
    bool const sure = how == Break::sure;
    Finding& f = c_.report("broken_off", sure ? Severity::warning : Severity::info, i, tail,
                           c_.message(sure ? "broken_off" : "broken_off.next", c_.words({from, end})));
    f.evidence.push_back({RecordType::node, i});
  }

  CheckContext const& c_;
  std::string_view text_;
  std::span<Node const> nodes_;
  std::vector<NodeIndex> found_;  ///< of the article
  std::size_t paragraphs_ = 0;
};

inline void check_broken(CheckContext const& c) { BrokenOff(c).check(); }

}  // namespace detail

GONGWEN_END
