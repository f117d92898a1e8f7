// gongwen/outline.hpp: the nodes of a document.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text.hpp"

GONGWEN_BEGIN

/// A day of the Gregorian calendar; `year` 0 is unknown and written XXXX.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  [[nodiscard]] constexpr bool known() const noexcept { return year != 0; }
  friend constexpr bool operator==(Date const&, Date const&) = default;
  friend constexpr auto operator<=>(Date const&, Date const&) = default;

  /// Reads "2024-07-25"; anything else, or a day that no calendar has, gives nullopt.
  [[nodiscard]] static std::optional<Date> parse(std::string_view text) noexcept;
  /// ISO 8601, `XXXX` for an unknown year.
  [[nodiscard]] std::string to_string() const;
};

enum class NodeKind : std::uint8_t {
  article,  ///< one speech or report of the input
  title,
  note,  ///< date lines, bylines, sources
  salutation,
  heading,  ///< a marker or title that begins a paragraph
  paragraph,
  item,  ///< an enumerated member inside a paragraph
  sentence,
  table,
  row,
  cell,
  boilerplate,  ///< web navigation and the like: kept, never mined
};
[[nodiscard]] constexpr std::string_view name(NodeKind kind) noexcept {
  constexpr std::string_view names[] = {"article", "title",    "note",  "salutation", "heading", "paragraph",
                                        "item",    "sentence", "table", "row",        "cell",    "boilerplate"};
  return detail::pick(names, kind);
}

/// The part that a node plays in an official document (GB/T 9704-2012 clause 7) or a speech.
enum class NodeRole : std::uint8_t {
  none,
  issuer,          ///< the organ that issues the document
  number,          ///< its number
  addressee,       ///< whom it is sent to, or who is spoken to
  attachment,      ///< what is attached: the note that lists it, or the article that is it
  date,            ///< the day it was written or published
  signature,       ///< who signs
  distribution,    ///< copies, printing, how far it may be known
  occasion,        ///< where and when it was said
  closing,         ///< a formula that ends it
  responsibility,  ///< who answers for the part before it, and by when
  caption,         ///< the name or the unit of a table
};
[[nodiscard]] constexpr std::string_view name(NodeRole role) noexcept {
  constexpr std::string_view names[] = {"",           "issuer",  "number",         "addressee",
                                        "attachment", "date",    "signature",      "distribution",
                                        "occasion",   "closing", "responsibility", "caption"};
  return detail::pick(names, role);
}

/// Index of a node in `Outline::nodes()`; its id is the index plus one ("n1").
using NodeIndex = std::uint32_t;
inline constexpr NodeIndex no_node = 0xffffffffU;

/// A part of the document. Nodes stand in document order, each before the nodes below it.
/// Views live as long as the outline or anything made from it.
struct Node {
  NodeIndex parent = no_node;
  NodeKind kind{};
  NodeRole role = NodeRole::none;
  std::optional<int> level;    ///< headings and items: depth in the outline, 1 directly under the article; articles: 0
  std::string_view marker;     ///< the literal marker, without the words it numbers
  std::optional<int> ordinal;  ///< the number that the marker writes
  std::string_view title;      ///< an article's or heading's own words, without the marker; a table's caption
  std::optional<Date> reference_date;              ///< an article: the day it states of itself
  std::optional<Span> head;                        ///< a heading: its own words, with the marker
  std::optional<int> row, column;                  ///< a cell: its place, from 1
  std::vector<NodeIndex> row_heads, column_heads;  ///< a cell: outermost first
  std::string_view unit;                           ///< a table or cell: the unit as its head states it
  Span span;                                       ///< its words and all below it
  detail::Range range;                             ///< the same in the repaired buffer
  detail::Range head_range;                        ///< `head` in the repaired buffer
};

/// The result of `segment`. Copies share the text; nodes are copied.
class Outline {
 public:
  Outline() = default;
  Outline(Text text, std::vector<Node> nodes) noexcept : text_(std::move(text)), nodes_(std::move(nodes)) {}

  [[nodiscard]] Text const& text() const& noexcept { return text_; }
  Text const& text() const&& = delete;
  [[nodiscard]] std::span<Node const> nodes() const& noexcept { return nodes_; }
  std::span<Node const> nodes() const&& = delete;
  /// The words of the first title; empty where there is none.
  [[nodiscard]] std::string_view title() const& noexcept {
    for (Node const& n : nodes_) {
      if (n.kind == NodeKind::title) return words(n);
    }
    return {};
  }
  std::string_view title() const&& = delete;
  /// The repaired words of a node.
  [[nodiscard]] std::string_view words(Node const& node) const& noexcept {
    return text_.view().substr(node.range.begin, node.range.size());
  }
  std::string_view words(Node const& node) const&& = delete;

 private:
  Text text_;
  std::vector<Node> nodes_;
};

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/date.hpp"
#endif
