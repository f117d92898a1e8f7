// gongwen/detail/segment/tree.hpp: builds the nodes of an outline in document order.
#pragma once

#include <utility>
#include <vector>

#include "../../error.hpp"
#include "../../outline.hpp"
#include "../../segment.hpp"

GONGWEN_BEGIN

namespace detail {

/// Opens and closes nodes. A node's range runs to where it is closed; spans are made at the end, when all ranges stand.
class Tree {
 public:
  Tree(Text const& text, SegmentOptions const& options) : text_(text), options_(options) {}

  /// A node that stays open until something at its level or above begins.
  NodeIndex open(Node node, std::uint32_t begin) {
    node.range = {begin, begin};
    node.parent = stack_.empty() ? no_node : stack_.back();
    if (nodes_.size() >= options_.max_nodes) {
      throw error(error_code::limit, begin,
                  "the text has more nodes than max_nodes; raise the limit or split the text");
    }
    if (stack_.size() >= options_.max_nesting) {
      throw error(error_code::limit, begin, "the numbering nests deeper than max_nesting; raise the limit");
    }
    auto const index = static_cast<NodeIndex>(nodes_.size());
    nodes_.push_back(std::move(node));
    stack_.push_back(index);
    return index;
  }
  /// A node without nodes below it.
  NodeIndex leaf(Node node, Range range) {
    NodeIndex const index = open(std::move(node), range.begin);
    nodes_[index].range = range;
    stack_.pop_back();
    return index;
  }
  /// Closes open nodes, innermost first, while `ends(node)`; they end at `end`.
  template <class F>
  void close_while(std::uint32_t end, F&& ends) {
    while (!stack_.empty() && ends(nodes_[stack_.back()])) close(end);
  }
  void close(std::uint32_t end) {
    nodes_[stack_.back()].range.end = end;
    stack_.pop_back();
  }
  void close_all(std::uint32_t end) {
    while (!stack_.empty()) close(end);
  }
  /// Headings, items and the paragraphs in them that do not hold a part of this level.
  void close_to_level(int level, std::uint32_t end) {
    close_while(end, [&](Node const& n) {
      return n.kind != NodeKind::article &&
             !(n.level && (n.kind == NodeKind::heading || n.kind == NodeKind::item) && *n.level < level);
    });
  }

  [[nodiscard]] Node& node(NodeIndex index) { return nodes_[index]; }
  [[nodiscard]] bool has_open(NodeKind kind) const {
    for (NodeIndex const i : stack_) {
      if (nodes_[i].kind == kind) return true;
    }
    return false;
  }
  [[nodiscard]] std::size_t size() const noexcept { return nodes_.size(); }

  /// All nodes with their spans.
  std::vector<Node> finish() {
    for (Node& n : nodes_) {
      n.span = text_.span(n.range);
      if (!n.head_range.empty()) n.head = text_.span(n.head_range);
    }
    return std::move(nodes_);
  }

 private:
  Text const& text_;
  SegmentOptions const& options_;
  std::vector<Node> nodes_;
  std::vector<NodeIndex> stack_;
};

}  // namespace detail

GONGWEN_END
