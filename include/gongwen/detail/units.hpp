// gongwen/detail/units.hpp: the factors of units, from the lexicon.
#pragma once

#include "../units.hpp"
#include "scan/unit_entry.hpp"

GONGWEN_BEGIN

namespace detail {

/// One of a unit in the SI: numerator / denominator, and the symbol there.
struct SiFactor {
  Decimal numerator, denominator = Decimal(1);
  std::string_view symbol;
};

/// Reads the column of factors: "1000 kg", "2000/3 m2".
GONGWEN_INLINE std::optional<SiFactor> si_factor(Entry const& unit) {
  std::size_t const gap = unit.second.find(' ');
  if (gap == std::string_view::npos) return std::nullopt;
  std::string_view const number = unit.second.substr(0, gap);
  std::size_t const slash = number.find('/');
  auto const above = Decimal::parse(number.substr(0, slash));
  auto const below = slash == std::string_view::npos ? Decimal(1) : Decimal::parse(number.substr(slash + 1));
  if (!above || !below || below->zero()) return std::nullopt;
  return SiFactor{*above, *below, unit.second.substr(gap + 1)};
}

/// value * numerator / denominator; rounded only where the quotient is not finite.
GONGWEN_INLINE std::optional<Converted> times(Decimal value, Decimal numerator, Decimal denominator) {
  auto const product = multiply(value, numerator);
  if (!product) return std::nullopt;
  auto const quotient = divide(*product, denominator);
  if (!quotient) return std::nullopt;
  auto const back = multiply(*quotient, denominator);
  return Converted{*quotient, {}, back && *back == *product};
}

}  // namespace detail

GONGWEN_INLINE std::optional<Converted> convert(Decimal value, std::string_view unit, Lexicon const& lexicon) {
  detail::Entry const entry = detail::unit_entry(unit, lexicon.data());
  if (entry.word.empty()) return std::nullopt;
  auto const dimension = static_cast<Dimension>(entry.value);
  if (dimension == Dimension::temperature) return std::nullopt;
  if (dimension == Dimension::money) return Converted{value, std::string(entry.text), true};
  auto const factor = detail::si_factor(entry);
  if (!factor) return std::nullopt;
  auto out = detail::times(value, factor->numerator, factor->denominator);
  if (out) out->unit = factor->symbol;
  return out;
}

GONGWEN_INLINE std::optional<Converted> convert(Quantity const& quantity, Lexicon const& lexicon) {
  if (!quantity.value) return std::nullopt;
  auto out = convert(*quantity.value, quantity.unit, lexicon);
  if (!out || quantity.per.empty()) return out;
  detail::Entry const per = detail::unit_entry(quantity.per_unit, lexicon.data());
  auto const factor = per.word.empty() ? std::nullopt : detail::si_factor(per);
  if (!factor || static_cast<Dimension>(per.value) == Dimension::temperature) return std::nullopt;
  auto const rate = detail::times(out->value, factor->denominator, factor->numerator);
  if (!rate) return std::nullopt;
  return Converted{rate->value, out->unit + "/" + std::string(factor->symbol), out->exact && rate->exact};
}

GONGWEN_END
