// gongwen/detail/segment/levels.hpp: how deep a numbered part lies, found from the order in which the text nests its styles.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "../scan/markers.hpp"

GONGWEN_BEGIN

namespace detail {

/// The numbering that is open at a place of the text, outermost first. Its size is the depth.
class Levels {
 public:
  struct Entry {
    Style style{};
    int variant = 0;
    int ordinal = 0;
    bool inside = false;  ///< an item inside a paragraph, not a heading
    int paragraph = 0;    ///< which one
  };

  void clear() {
    open_.clear();
    last_ = {};
  }
  void new_paragraph() noexcept { ++paragraph_; }
  [[nodiscard]] int paragraph() const noexcept { return paragraph_; }
  [[nodiscard]] std::vector<Entry> const& open() const noexcept { return open_; }

  /// The level of a marker, which becomes the innermost open one.
  int place(Marker const& m, bool inside) {
    std::size_t const at = m.style == Style::loose ? place_loose(m) : place_strict(m, inside);
    open_.resize(at);
    open_.push_back({m.style, m.variant, m.ordinal, inside, paragraph_});
    if (!inside) last_[static_cast<std::size_t>(m.style)] = open_.back();
    return static_cast<int>(open_.size());
  }

  /// Does the marker count on from a series that is open? Then what kind of series?
  [[nodiscard]] Entry const* continued(Marker const& m) const noexcept {
    for (std::size_t i = open_.size(); i-- > 0;) {
      Entry const& e = open_[i];
      if (e.style == m.style && e.ordinal + 1 == m.ordinal) return &e;
    }
    // Items numbered through the whole document run on under new headings: （二） 9. after （一） 8.
    Entry const& last = last_[static_cast<std::size_t>(m.style)];
    // So do the articles of a statute: 第二章 第四条 after 第一章 第三条.
    bool const through = m.style == Style::arabic || m.style == Style::clause;
    return through && last.ordinal != 0 && last.ordinal + 1 == m.ordinal ? &last : nullptr;
  }

 private:
  /// A style that is open continues there. A new one goes below what GB/T 9704 ranks above it, and below headings of
  /// styles that GB/T 9704 does not rank.
  [[nodiscard]] std::size_t place_strict(Marker const& m, bool inside) const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].style == m.style) return i;
    }
    std::size_t at = open_.size();
    while (at > 0) {
      Entry const& e = open_[at - 1];
      bool const ranked = e.style != Style::loose && e.style != Style::plain;
      bool const deeper = ranked && style_rank(e.style) > style_rank(m.style) && m.style != Style::plain;
      bool const closed_item = e.inside && !inside;
      // 一、 is never a part of 一是 or 一要
      bool const spoken = e.style == Style::loose && e.variant <= loose::must && m.style <= Style::han;
      if (!deeper && !closed_item && !spoken) break;
      --at;
    }
    return at;
  }

  /// Spoken markers: first the same way of counting at the number before, then any spoken one at the number before, then
  /// the same way at all. Else a level of its own.
  [[nodiscard]] std::size_t place_loose(Marker const& m) const {
    auto const find = [&](auto const& fits) -> std::optional<std::size_t> {
      for (std::size_t i = open_.size(); i-- > 0;) {
        if (open_[i].style == Style::loose && fits(open_[i])) return i;
      }
      return std::nullopt;
    };
    if (m.ordinal > 1) {
      if (auto i = find([&](Entry const& e) { return e.variant == m.variant && e.ordinal + 1 == m.ordinal; }))
        return *i;
      if (auto i = find([&](Entry const& e) { return e.ordinal + 1 == m.ordinal; })) return *i;
    }
    if (auto i = find([&](Entry const& e) { return e.variant == m.variant; })) return *i;
    // A new series does not lie inside the items of a paragraph that is over
    std::size_t at = open_.size();
    while (at > 0 && open_[at - 1].inside && open_[at - 1].paragraph != paragraph_) --at;
    return at;
  }

  std::vector<Entry> open_;
  std::array<Entry, style_count> last_{};  ///< the last heading of each style
  int paragraph_ = 0;
};

}  // namespace detail

GONGWEN_END
