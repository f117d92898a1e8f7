// gongwen/units.hpp: quantities of one kind in one unit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon.hpp"
#include "mentions.hpp"

GONGWEN_BEGIN

/// An amount in the unit of the SI, or in money of its own currency.
struct Converted {
  Decimal value;
  std::string unit;  ///< SI symbols ("kg", "m2", "J", "kg/m3"), "1" of a ratio or multiple, else the code of ISO 4217
  bool exact =
      true;  ///< false: ten places did not hold the value, which was rounded half away from zero (100 mu in m2)
};

/// What one of `unit` is in the SI: 5 t is 5000 kg, 3 mu 2000 m2, 12 % 0.12 of 1. Money stays in its currency: rates of exchange
/// are no constants.
/// @param unit  a code of the record schema ("t", "mu", "%", "CNY"), or a word of the table of units as texts write it
/// @param lexicon  where the factors stand (src/lexicon/units.tsv, with its sources), and a user's own lines
/// @return nullopt where nothing is defined: counts and their classifiers, temperatures (their zero differs), units that
///         have no factor, values that 38 digits do not hold.
/// Threads: shares nothing. Cost: O(length of the word); O(words of the lexicon) for a code that is no word itself.
[[nodiscard]] std::optional<Converted> convert(Decimal value, std::string_view unit,
                                               Lexicon const& lexicon = Lexicon::builtin());
/// The same of a quantity's value; of a rate (20 CNY per kg) by both of its units. A quantity of two bounds has no value.
[[nodiscard]] std::optional<Converted> convert(Quantity const& quantity, Lexicon const& lexicon = Lexicon::builtin());

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/units.hpp"
#endif
