// gongwen/detail/check/numbering.hpp: numbering_gap, numbering_repeat and count_mismatch: the numbers that parts bear and that announce them.
#pragma once

#include <map>

#include "../scan/markers.hpp"
#include "context.hpp"

GONGWEN_BEGIN

namespace detail {

/// How a node is numbered: a style, and of the spoken ones which way of saying it.
struct Numbering {
  Style style{};
  int variant = 0;
  friend auto operator<=>(Numbering const&, Numbering const&) = default;
};
inline Numbering numbering_of(Marker const& m) { return {m.style, m.style == Style::loose ? m.variant : 0}; }

/// The numbering of a node, from its literal marker.
inline std::optional<Numbering> numbering_of(CheckContext const& c, Node const& n) {
  if (!n.ordinal || n.marker.empty()) return std::nullopt;
  std::string const padded = std::string(n.marker) + " ";
  MarkerReader const reader(padded, c.lexicon);
  if (auto const m = reader.strict(0)) return numbering_of(*m);
  if (auto const m = reader.spoken(0)) return numbering_of(*m);
  return Numbering{Style::loose, 0};
}
inline bool numbered(Node const& n) {
  return n.ordinal && (n.kind == NodeKind::article || n.kind == NodeKind::heading || n.kind == NodeKind::item);
}

/// A numbered part as a gap between two names it.
struct NumberedPart {
  std::string_view marker;
  int ordinal = 0;
  NodeIndex node = no_node;
};
inline void report_gap(CheckContext const& c, NumberedPart const& before, NumberedPart const& now, Range range) {
  Range const at{range.begin, range.begin + static_cast<std::uint32_t>(now.marker.size())};
  Finding& f =
      c.report("numbering_gap", Severity::warning, now.node, at, c.message("numbering_gap", before.marker, now.marker));
  f.expected = reading(Decimal(before.ordinal + 1), {});
  f.found = reading(Decimal(now.ordinal), {});
  f.how = std::to_string(before.ordinal) + "+1=" + std::to_string(before.ordinal + 1);
  f.evidence = {{RecordType::node, before.node}, {RecordType::node, now.node}};
}

/// Do two parts begin with the same words? Then it is one heading that a page or a table repeats.
inline bool same_opening(CheckContext const& c, Node const& a, Node const& b) {
  constexpr std::size_t most = 12;
  auto const opening = [&](Node const& n) {
    std::string_view words = c.words({n.range.begin + static_cast<std::uint32_t>(n.marker.size()), n.range.end});
    words.remove_prefix(std::min(words.find_first_not_of(" \n"), words.size()));
    return words.substr(0, most);
  };
  return opening(a) == opening(b);
}

/// （三）…（三）: which of the two is meant can't be known.
inline void report_repeat(CheckContext const& c, NumberedPart const& before, NumberedPart const& now, Range range) {
  Range const at{range.begin, range.begin + static_cast<std::uint32_t>(now.marker.size())};
  Finding& f = c.report("numbering_repeat", Severity::warning, now.node, at, c.message("numbering_repeat", now.marker));
  f.expected = reading(Decimal(before.ordinal + 1), {});
  f.found = reading(Decimal(now.ordinal), {});
  f.evidence = {{RecordType::node, before.node}, {RecordType::node, now.node}};
}

/// Markers of one numbering that stand in a stretch of text, also in mid-line, where the outline has no part for them:
/// calls f(ordinal) for each, until it says stop.
template <class F>
void each_marker(CheckContext const& c, Numbering const& how, Range range, F&& f) {
  std::string_view const text = c.view().substr(0, range.end);
  MarkerReader const reader(text, c.lexicon);
  char32_t before = 0;
  for (std::size_t i = range.begin; i < range.end;) {
    char32_t const ch = code_point(text, i);
    bool const inside = is_digit(ch) && (is_digit(before) || before == U'.');  // 2.6.: of a figure
    if (!inside && reader.may_begin(ch)) {
      auto m = reader.strict(i);
      if (!m && how.style == Style::loose) m = reader.spoken(i);
      if (m && numbering_of(*m) == how && f(m->ordinal)) return;
    }
    before = ch;
    i += char_size(text, i);
  }
}
/// Do all numbers between two siblings stand in the text between them? Articles are not asked, as in a stream they are read one
/// by one.
inline bool filled(CheckContext const& c, Numbering const& how, NumberedPart const& before, NumberedPart const& now,
                   Range between) {
  int next = before.ordinal + 1;
  each_marker(c, how, between, [&](int ordinal) {
    if (ordinal == next) ++next;
    return next == now.ordinal;
  });
  return next == now.ordinal;
}
/// Does a series begin anew between two siblings of one number?
inline bool begins_anew(CheckContext const& c, Numbering const& how, Range between) {
  bool anew = false;
  each_marker(c, how, between, [&](int ordinal) { return anew = ordinal == 1; });
  return anew;
}

/// 第一篇 → 第四篇, （四）→（六）: a sibling whose number is more than one ahead. Items that hang in several paragraphs of one
/// part are siblings too, so the part is what is above the paragraph.
inline void check_numbering(CheckContext const& c) {
  auto const nodes = c.records.outline.nodes();
  std::map<std::pair<NodeIndex, Numbering>, NodeIndex> last;  // the one before in a part
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    Node const& n = nodes[i];
    if (!numbered(n)) continue;
    auto const how = numbering_of(c, n);
    if (!how) continue;
    NodeIndex part = n.parent;
    while (part != no_node && nodes[part].kind == NodeKind::paragraph) part = nodes[part].parent;
    auto const [it, fresh] = last.try_emplace({part, *how}, i);
    if (fresh) continue;
    Node const& other = nodes[it->second];
    NumberedPart const before{other.marker, *other.ordinal, it->second}, now{n.marker, *n.ordinal, i};
    Range const between{other.range.begin + static_cast<std::uint32_t>(other.marker.size()), n.range.begin};
    if (now.ordinal > before.ordinal + 1 && n.level == other.level &&
        (n.kind == NodeKind::article || !filled(c, *how, before, now, between)))
      report_gap(c, before, now, n.range);
    if (now.ordinal == before.ordinal && now.ordinal > 1 && n.level == other.level && n.kind == other.kind &&
        n.kind != NodeKind::article && !same_opening(c, other, n) && !begins_anew(c, *how, between))
      report_repeat(c, before, now, n.range);
    it->second = i;
  }
}

/// 五个方面, 三点意见 in the words of a node: how many are announced, and where.
struct Announcement {
  int count = 0;
  Range range;
};
inline Announcement announced(CheckContext const& c, Range range) {
  std::string_view const text = c.view().substr(0, range.end);
  Announcement out;
  char32_t before = 0;
  for (std::uint32_t i = range.begin; i < range.end;) {
    Ordinal const o = ordinal_at(text, i);
    if (o.value >= 2 && o.value <= 20 && before != 0x7b2c && !is_digit(before)) {  // 第
      Entry const aspect = c.lexicon.longest(text, o.end, Class::aspect);
      if (!aspect.word.empty() && aspect.word.size() > 3) {
        out = {o.value, {i, static_cast<std::uint32_t>(o.end + aspect.word.size())}};
        i = out.range.end;
        before = 0;
        continue;
      }
    }
    before = code_point(text, i);
    i = o.value > 0 ? static_cast<std::uint32_t>(o.end) : i + char_size(text, i);
  }
  return out;
}

/// 在这三个方面, 从供给和需求两方面: the number sums up what was said, and announces nothing.
inline bool told_before(CheckContext const& c, std::uint32_t begin, std::uint32_t at) {
  std::string_view const text = c.view();
  bool next = true;
  while (at > begin) {
    at = static_cast<std::uint32_t>(previous(text, at));
    char32_t const ch = code_point(text, at);
    if (next && (ch == 0x8fd9 || ch == 0x8ff0)) return true;                        // 这 上述
    if (ch == 0x548c || ch == 0x4e0e || ch == 0x3001) return true;                  // 和 与 、
    if (ch == 0xff0c || ch == 0xff1a || ch == 0xff1b || ch == U'\n') return false;  // ， ： ；
    next = false;
  }
  return false;
}

/// 主要有四个方面的问题：一是…二是…三是…: the announcement is the last sentence before a numbered series, which begins at one.
inline void check_counts(CheckContext const& c) {
  auto const nodes = c.records.outline.nodes();
  for (NodeIndex i = 0; i + 1 < nodes.size(); ++i) {
    Node const& n = nodes[i];
    if (n.kind != NodeKind::sentence && n.kind != NodeKind::heading) continue;
    NodeIndex first = i + 1;
    while (first < nodes.size() && nodes[first].kind == NodeKind::paragraph) ++first;
    if (first >= nodes.size() || !numbered(nodes[first]) || nodes[first].kind == NodeKind::article ||
        *nodes[first].ordinal != 1)
      continue;
    Range const own{n.range.begin, n.kind == NodeKind::heading ? nodes[i + 1].range.begin : n.range.end};
    Announcement const a = announced(c, own);
    if (a.count == 0 || told_before(c, own.begin, a.range.begin)) continue;
    auto const style = numbering_of(c, nodes[first]);
    int members = 0;
    int expected = 1;
    std::vector<Ref> evidence{{RecordType::node, i}};
    for (NodeIndex k = first; k < nodes.size(); ++k) {
      Node const& m = nodes[k];
      if (m.level && m.level < nodes[first].level && numbered(m)) break;
      if (m.kind == NodeKind::article) break;
      if (!numbered(m) || m.level != nodes[first].level || numbering_of(c, m) != style) continue;
      if (*m.ordinal < expected) break;  // the series begins anew
      expected = *m.ordinal + 1;
      ++members;
      evidence.push_back({RecordType::node, k});
    }
    if (members == a.count || members < 2) continue;
    Finding& f = c.report("count_mismatch", Severity::error, i, a.range,
                          c.message("count_mismatch", c.words(a.range), a.count, members));
    f.expected = reading(Decimal(a.count), {});
    f.found = reading(Decimal(members), {});
    f.how = std::to_string(members) + "\xe2\x89\xa0" + std::to_string(a.count);
    f.evidence = std::move(evidence);
  }
}

}  // namespace detail

GONGWEN_END
