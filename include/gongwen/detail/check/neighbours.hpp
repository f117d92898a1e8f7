// gongwen/detail/check/neighbours.hpp: unit_slip among figures of one kind in one list: 3.2亿元、4.1万元、5.2亿元.
#pragma once

#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// The power of ten that the word behind a numeral stands for, 8 of 亿 and 4 of 万.
inline int scale_of(std::string_view written) {
  if (written.find("\xe4\xba\xbf") != std::string_view::npos) return 8;   // 亿
  return written.find("\xe4\xb8\x87") != std::string_view::npos ? 4 : 0;  // 万
}

/// Do two names end with the same word of two characters, as 涉农贷款 and 制造业贷款 do?
inline bool of_one_kind(std::string_view a, std::string_view b) {
  constexpr std::size_t head = 6;
  return a.size() >= head && b.size() >= head && a.substr(a.size() - head) == b.substr(b.size() - head);
}

/// Facts of one kind that follow each other in a sentence.
class Neighbours {
 public:
  Neighbours(CheckContext const& c, std::uint32_t begin, std::uint32_t end) : c_(c), begin_(begin), end_(end) {}

  void check() const {
    if (end_ - begin_ < 3) return;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      if (stands_out(i)) {
        report(i);
        return;
      }
    }
  }

 private:
  [[nodiscard]] Indicator const& fact(std::uint32_t i) const { return c_.records.indicators[i]; }

  /// All others are written with 亿 and this with 万, or the other way round, while its numeral is of their size.
  [[nodiscard]] bool stands_out(std::uint32_t i) const {
    int const own = scale_of(c_.words(fact(i).range));
    std::uint32_t const first = i == begin_ ? begin_ + 1 : begin_;
    int const theirs = scale_of(c_.words(fact(first).range));
    if (own == 0 || theirs == 0 || own == theirs) return false;
    Decimal low = *fact(first).value, high = low;
    for (std::uint32_t k = begin_; k < end_; ++k) {
      if (k == i) continue;
      if (scale_of(c_.words(fact(k).range)) != theirs) return false;
      low = std::min(low, *fact(k).value);
      high = std::max(high, *fact(k).value);
    }
    auto const meant = fact(i).value->scaled(theirs - own);
    auto const least = divide(low, Decimal(4)), most = multiply(high, Decimal(4));
    return meant && least && most && *meant >= *least && *meant <= *most;
  }
  void report(std::uint32_t i) const {
    std::uint32_t const other = i == begin_ ? begin_ + 1 : begin_;
    Finding& f = c_.report("unit_slip", Severity::warning, fact(i).node, fact(i).range,
                           c_.message("unit_slip.list", fact(i).name, spoken(c_, *fact(i).value, fact(i).unit),
                                      fact(other).name, spoken(c_, *fact(other).value, fact(other).unit)));
    f.found = reading(*fact(i).value, fact(i).unit);
    for (std::uint32_t k = begin_; k < end_; ++k) f.evidence.push_back(indicator_ref(k));
  }

  CheckContext const& c_;
  std::uint32_t begin_, end_;
};

inline void check_neighbours(CheckContext const& c) {
  auto const& facts = c.records.indicators;
  auto const listed = [&](Indicator const& f) {
    return plain(f).has_value() && !f.unit.empty() && f.unit != "%" && *f.value > Decimal(0);
  };
  for (std::uint32_t i = 0; i < facts.size();) {
    std::uint32_t end = i + 1;
    if (listed(facts[i])) {
      while (end < facts.size() && facts[end].node == facts[i].node && listed(facts[end]) &&
             facts[end].unit == facts[i].unit && facts[end].status == facts[i].status &&
             of_one_kind(facts[i].name, facts[end].name))
        ++end;
    }
    Neighbours(c, i, end).check();
    i = end;
  }
}

}  // namespace detail

GONGWEN_END
