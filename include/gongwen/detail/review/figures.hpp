// gongwen/detail/review/figures.hpp: figures as people write them: 58.6亿元, +0.6个百分点, 全市第3位.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../../records.hpp"
#include "words.hpp"

GONGWEN_BEGIN

namespace detail {

/// A number in the largest scale of the language in which it keeps at most three places; exact in every case.
inline std::string scaled_words(ReviewWords const& words, Decimal number) {
  struct Scale {
    int exponent;
    std::string_view key;
  };
  constexpr Scale chinese[] = {{8, "scale.big"}, {4, "scale.small"}};
  constexpr Scale english[] = {{9, "scale.big"}, {6, "scale.small"}};
  Decimal const magnitude = number.negative() ? -number : number;
  for (Scale const& scale : words.chinese() ? chinese : english) {
    auto const part = number.scaled(-scale.exponent);
    if (!part || magnitude < *Decimal(1).scaled(scale.exponent)) continue;
    if (number.step_exponent() < scale.exponent - 3) continue;
    return part->to_string() + std::string(words(scale.key));
  }
  return number.to_string();
}

/// The word for a unit behind a number.
inline std::string unit_words(ReviewWords const& words, std::string_view unit) {
  if (unit.empty() || unit == "%") return std::string(unit);
  std::string const word(words.of("unit", unit));
  return words.chinese() ? word : " " + word;
}

inline std::string amount_words(ReviewWords const& words, Amount const& a) {
  std::string number;
  if (a.value) {
    number = scaled_words(words, *a.value);
  } else if (a.low && a.high) {
    number = scaled_words(words, *a.low) + std::string(words("range")) + scaled_words(words, *a.high);
  } else {
    return {};
  }
  return std::string(words.of("mod", name(a.mod))) + number + unit_words(words, a.unit);
}

/// The main value of an indicator with what it is per.
inline std::string value_words(ReviewWords const& words, Indicator const& i) {
  std::string out = amount_words(words, {i.value, i.low, i.high, i.mod, i.unit});
  if (!out.empty() && !i.per.empty()) out.append("/").append(i.per);
  return out;
}

/// A change with its sign: +6.4%, and what qualifies it in front.
inline std::string signed_words(ReviewWords const& words, Change const& c) {
  if (c.direction == Direction::flat) return std::string(words.of("direction", "flat"));
  Amount plain = c;
  plain.mod = Mod::none;
  std::string const amount = amount_words(words, plain);
  if (amount.empty()) return std::string(words.of("direction", name(c.direction)));
  return std::string(words.of("mod", name(c.mod))) + (c.direction == Direction::down ? "-" : "+") + amount;
}

/// A change with what it is against: 比年初+5.2亿元.
inline std::string change_words(ReviewWords const& words, Change const& c) {
  std::string base(words.of("basis", name(c.basis)));
  if (c.basis == Basis::peer || c.basis == Basis::since) base = words.filled("against", c.against);
  if (c.of_growth && c.basis != Basis::peer) base = words.filled("growth_of", base);
  return base + (words.chinese() ? "" : " ") + signed_words(words, c);
}

inline std::string rank_words(ReviewWords const& words, RankSlot const& r) {
  std::string out = words.filled(r.from_end ? "rank_from_end" : "rank_at", r.scope, r.position);
  if (r.out_of) out += "/" + std::to_string(*r.out_of);
  std::size_t const first = out.find_first_not_of(' ');  // without a scope
  return first == std::string::npos ? out : out.substr(first);
}

/// A day, or the words of a period whose days are not known.
inline std::string deadline_words(Period const& p) {
  if (p.end) return p.end->to_string();
  return std::string(p.text);
}

inline std::string reading_words(ReviewWords const& words, std::optional<Reading> const& r) {
  if (!r) return {};
  if (!r->value) return r->text;
  return amount_words(words, {r->value, {}, {}, Mod::none, r->unit});
}

inline std::string list_words(ReviewWords const& words, std::vector<std::string_view> const& list) {
  std::string out;
  for (std::string_view const s : list) {
    if (!out.empty()) out += words("comma");
    out += s;
  }
  return out;
}

}  // namespace detail

GONGWEN_END
