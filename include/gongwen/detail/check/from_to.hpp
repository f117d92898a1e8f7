// gongwen/detail/check/from_to.hpp: growth_mismatch within a sentence: 由50亿元增加到60亿元，增长20%.
#pragma once

#include "growth.hpp"

GONGWEN_BEGIN

namespace detail {

/// Three figures of one sentence: from, to, and the growth between.
class FromTo {
 public:
  FromTo(CheckContext const& c, std::span<Quantity const> three)
      : c_(c), from_(three[0]), to_(three[1]), growth_(three[2]) {}

  [[nodiscard]] bool read() const {
    if (from_.node != to_.node || to_.node != growth_.node) return false;
    if (from_.unit != to_.unit || from_.unit.empty() || from_.unit == "%" || growth_.unit != "%") return false;
    return from_word() && to_word() && !spans_years() && grows();
  }
  [[nodiscard]] Direction direction() const { return down_ ? Direction::down : Direction::up; }

 private:
  /// 由, 从 or 由2022年的 shortly before the first figure.
  [[nodiscard]] bool from_word() const {
    constexpr std::uint32_t near = 36;
    std::string_view const text = c_.view();
    std::uint32_t const begin = c_.records.outline.nodes()[from_.node].range.begin;
    std::uint32_t at = from_.range.begin;
    while (at > begin && from_.range.begin - at < near) {
      at = static_cast<std::uint32_t>(previous(text, at));
      char32_t const ch = code_point(text, at);
      if (ch == 0x7531 || ch == 0x4ece) return true;   // 由 从
      if (ch == 0xff0c || ch == 0x3001) return false;  // ， 、
    }
    return false;
  }
  /// 增加到, 提高至: what stands just before the second figure.
  [[nodiscard]] bool to_word() const {
    std::string_view const between = words(from_, to_);
    if (between.size() < 6 || between.size() > 60) return false;
    char32_t const last = code_point(between, previous(between, between.size()));
    return last == 0x5230 || last == 0x81f3;  // 到 至
  }
  /// 年均增长 is another rate.
  [[nodiscard]] bool spans_years() const {
    return words(to_, growth_).find("\xe5\x9d\x87") != std::string_view::npos;  // 均
  }
  [[nodiscard]] bool grows() const {
    std::string_view const between = words(to_, growth_);
    if (between.size() > 30) return false;
    down_ = !c_.lexicon.longest_before(between, between.size(), Class::down).word.empty();
    return down_ || !c_.lexicon.longest_before(between, between.size(), Class::up).word.empty();
  }
  [[nodiscard]] std::string_view words(Quantity const& a, Quantity const& b) const {
    return a.range.end <= b.range.begin ? c_.words({a.range.end, b.range.begin}) : std::string_view();
  }

  CheckContext const& c_;
  Quantity const &from_, &to_, &growth_;
  mutable bool down_ = false;
};

/// The fact whose main figure this is.
inline std::optional<std::uint32_t> fact_at(CheckContext const& c, Range range) {
  auto const& all = c.records.indicators;
  auto const at = std::lower_bound(all.begin(), all.end(), range.begin,
                                   [](Indicator const& f, std::uint32_t begin) { return f.range.begin < begin; });
  if (at == all.end() || at->range.begin != range.begin) return std::nullopt;
  return static_cast<std::uint32_t>(at - all.begin());
}

inline void check_from_to(CheckContext const& c) {
  std::span<Quantity const> const all = c.records.quantities;
  for (std::size_t i = 0; i + 2 < all.size(); ++i) {
    auto const three = all.subspan(i, 3);
    FromTo const reading_of(c, three);
    if (!reading_of.read()) continue;
    auto const from = plain(three[0]), to = plain(three[1]), rate = plain(three[2]);
    auto const fact = fact_at(c, three[1].range);
    if (!from || !to || !rate || !fact || !growth_follows(c, c.records.indicators[*fact])) continue;
    bool const down = reading_of.direction() == Direction::down;
    Growth const g{*fact,
                   std::nullopt,
                   *to,
                   *from,
                   *three[0].value,
                   down ? -*rate : *rate,
                   down ? -*three[2].value : *three[2].value};
    if (!agrees(g)) report_growth(c, g);
  }
}

}  // namespace detail

GONGWEN_END
