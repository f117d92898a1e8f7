// gongwen/detail/extract/confidence.hpp: how sure an indicator is, as a number that has been measured.
//
// Confidence is the share of a fact's slots that may be expected to be right. A fact whose name the lexicon has, with its
// area and period in its own sentence, begins at `clear`. Each reason for doubt takes away its weight, each that speaks for
// the fact adds its own. Weights are in decibans (I. J. Good, Probability and the Weighing of Evidence, 1950): ten times the
// decimal logarithm of the odds, so that 10 are odds of ten to one, 0.91, and 3 more about double them.
//
//   2023年，全市粮食产量6.2万吨     16                    0.98
//   出栏生猪8万头                   16 - 2 - 3            0.93  area and period are from the sentence before
//   云岭水库库容1200万立方米        16 - 4 - 2 - 2 - 3    0.76  besides, not listed, and counted by no classifier
//
// The weights are those of a logistic regression over some sixty texts of all genres with known answers, most of which no
// rule was written from, in whole decibans. On those same texts, which also showed what signs there are:
//
//   said             0.95–1.00   0.90–0.94   0.85–0.89   0.80–0.84   0.70–0.79   below
//   right, others    0.98        0.96        0.88        0.83        0.82        0.68
//   right, reports   1.00        0.98        0.93        0.94        0.90        0.74
//
// tests/tools/calibration.py prints each band beside the share of slots that are right.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "../../decimal.hpp"
#include "../../records.hpp"
#include "../scan/lexicon_data.hpp"
#include "distribute.hpp"

GONGWEN_BEGIN

namespace detail {

/// What speaks against the reading of a fact, or for it.
enum class Sign : std::uint8_t {
  unlisted,   ///< the lexicon has not the name
  uncounted,  ///< …, it does not end as measures do, and no classifier counts it: 风速约每秒5.5米
  brief,      ///< …, and it has one or two characters: 开工5个
  lengthy,    ///< …, and it has more than ten: more than a name, or a name with another in it
  goes_on,    ///< the words go on right after the figure, which may be no more than an attribute: 30万千瓦的机组
  area_before,      ///< the area was named by a sentence before
  undated,          ///< no period, and an area from above: may describe one thing of that area, a works, a lake, a firm
  other_named,      ///< another place or body is named before the figure: the fact may be its
  period_before,    ///< the period was stated by a sentence before
  among_strangers,  ///< most names of the article are neither listed nor end as measures do: it is no text of statistics
  dense,            ///< for it: a sentence or table of many figures, which says what it always says
  last
};

/// The weight of each sign, in decibans.
constexpr std::array<std::int8_t, static_cast<std::size_t>(Sign::last)> weights = {
    -4,  // unlisted
    -2,  // uncounted
    -3,  // brief
    -2,  // lengthy
    -5,  // goes_on
    -2,  // area_before
    -4,  // undated
    -4,  // other_named
    -3,  // period_before
    -2,  // among_strangers
    +4,  // dense
};

/// The signs of a fact.
class Signs {
 public:
  constexpr Signs& add(Sign sign, bool there = true) noexcept {
    if (there) bits_ = static_cast<std::uint16_t>(bits_ | 1U << static_cast<unsigned>(sign));
    return *this;
  }
  [[nodiscard]] constexpr bool has(Sign sign) const noexcept {
    return (bits_ >> static_cast<unsigned>(sign) & 1U) != 0;
  }

 private:
  std::uint16_t bits_ = 0;
};

/// The probability of `decibans`, in hundredths: 1 / (1 + 10^(-decibans / 10)), held between 0.50 and 0.99: more doubt than even
/// odds is not told apart.
constexpr std::int64_t hundredths(int decibans) noexcept {
  constexpr std::array<std::int8_t, 21> of = {50, 56, 61, 67, 72, 76, 80, 83, 86, 89, 91,
                                              93, 94, 95, 96, 97, 98, 98, 98, 99, 99};
  return of[static_cast<std::size_t>(std::clamp(decibans, 0, static_cast<int>(of.size()) - 1))];
}

/// What a fact with these signs is worth.
inline Decimal confidence_of(Signs signs) {
  constexpr int clear = 16;
  int decibans = clear;
  for (std::size_t i = 0; i < weights.size(); ++i)
    if (signs.has(static_cast<Sign>(i))) decibans += weights[i];
  return Decimal(hundredths(decibans)).scaled(-2).value_or(Decimal());
}

/// Does a name end with the kind of thing that statistics measure?
inline bool measure_head(LexiconData const& lexicon, std::string_view name) {
  for (Class const kind : {Class::measure_word, Class::rate_head, Class::part_of}) {
    if (!lexicon.longest_before(name, name.size(), kind).word.empty()) return true;
  }
  return false;
}

/// A name that is neither listed nor ends as measures do.
inline bool strange_name(LexiconData const& lexicon, Indicator const& fact) {
  return fact.canonical.empty() && !measure_head(lexicon, fact.name);
}

/// Adds what the name of a fact and the unit that it is counted in say. `strange`: see above.
inline void add_signs_of_name(Signs& signs, Indicator const& fact, bool strange) {
  if (!fact.canonical.empty()) return;
  std::size_t const n = chars_in(fact.name);
  bool const counted = !fact.unit.empty() && is_han(code_point(fact.unit, 0));  // 个, 座: codes are in Latin letters
  signs.add(Sign::unlisted)
      .add(Sign::uncounted, strange && !counted)
      .add(Sign::brief, n <= 2)
      .add(Sign::lengthy, n > 10);
}

}  // namespace detail

GONGWEN_END
