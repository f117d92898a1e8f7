// judge.hpp: when a case passes. A mention overlaps the place that the case names and has the value, the unit where one is
// given, and, counted apart, the mod. `none`: no mention of that kind at all. Other mentions cost nothing.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "cases.hpp"

namespace peers {

struct Verdict {
  bool value = true;     ///< value and unit, or bounds, or length
  bool with_mod = true;  ///< and the mod, where the case has one
};

/// A length of time as (months, days, seconds): P0.5Y is P6M, four weeks are P28D.
struct Length {
  gongwen::Decimal months, days, seconds;
  friend bool operator==(Length const& a, Length const& b) {
    return a.months == b.months && a.days == b.days && a.seconds == b.seconds;
  }
};
inline std::optional<Length> length_of(std::string_view iso) {
  if (iso.empty() || iso[0] != 'P') return std::nullopt;
  Length out;
  bool clock = false;
  for (std::size_t i = 1; i < iso.size();) {
    if (iso[i] == 'T') {
      clock = true;
      ++i;
      continue;
    }
    std::size_t const letter = std::min(iso.find_first_not_of("0123456789.", i), iso.size());
    auto const n = gongwen::Decimal::parse(iso.substr(i, letter - i));
    if (!n || letter == iso.size()) return std::nullopt;
    char const unit = iso[letter];
    auto const into = [&](gongwen::Decimal& sum, int times) {
      sum = add(sum, multiply(*n, gongwen::Decimal(times)).value_or(0)).value_or(sum);
    };
    if (unit == 'Y') {
      into(out.months, 12);
    } else if (unit == 'M' && !clock) {
      into(out.months, 1);
    } else if (unit == 'W' || unit == 'D') {
      into(out.days, unit == 'W' ? 7 : 1);
    } else if (unit == 'H' || unit == 'M' || unit == 'S') {
      into(out.seconds, unit == 'H' ? 3600 : unit == 'M' ? 60 : 1);
    } else {
      return std::nullopt;
    }
    i = letter + 1;
  }
  return out;
}

inline bool fits(Reading const& r, gongwen::Quantity const& q) {
  if (r.fraction) return q.fraction && reduced(*q.fraction) == *r.fraction && (!r.unit || *r.unit == q.unit);
  return !r.beyond && q.value == r.value && q.low == r.low && q.high == r.high && (!r.unit || *r.unit == q.unit);
}
inline bool fits(Reading const& r, gongwen::Time const& t) {
  if (!r.duration.empty()) return length_of(r.duration) == length_of(t.duration) && t.duration_high.empty();
  auto const day = [](std::string const& wanted, std::optional<gongwen::Date> const& d) {
    return wanted.empty() || (d && d->to_string() == wanted);
  };
  return day(r.begin, t.begin) && day(r.end, t.end);
}

/// `before` and `by` count as one: peers do not tell them apart.
template <class M>
bool mod_fits(std::string const& wanted, M const& mention) {
  std::string_view const got = name(mention.mod);
  return wanted.empty() || got == wanted ||
         ((wanted == "before" || wanted == "by") && (got == "before" || got == "by"));
}

/// The code points before a byte of the input.
inline std::size_t code_points(std::string_view text, std::size_t bytes) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bytes),
                                                [](char c) { return (c & 0xc0) != 0x80; }));
}

template <class Mentions>
Verdict judge(Case const& c, Mentions const& mentions) {
  if (c.none) return {mentions.empty(), mentions.empty()};
  Verdict out;
  for (Wanted const& w : c.wanted) {
    Verdict found{false, false};
    for (auto const& m : mentions) {
      if (code_points(c.input, m.span.begin) >= w.to || code_points(c.input, m.span.end) <= w.from) continue;
      bool const value =
          std::any_of(w.readings.begin(), w.readings.end(), [&](Reading const& r) { return fits(r, m); });
      found.value = found.value || value;
      found.with_mod = found.with_mod || (value && mod_fits(w.mod, m));
    }
    out.value = out.value && found.value;
    out.with_mod = out.with_mod && found.with_mod;
  }
  return out;
}

// ---- what is printed of a case that fails ----------------------------------------------------------------------------

inline std::string said(std::optional<gongwen::Decimal> const& d) { return d ? d->to_string() : "-"; }
inline std::string said(gongwen::Quantity const& q) {
  std::string out(q.text);
  out += q.low ? " " + said(q.low) + ".." + said(q.high) : " " + said(q.value);
  if (!q.unit.empty()) out += " " + std::string(q.unit);
  if (q.mod != gongwen::Mod::none) out += " " + std::string(name(q.mod));
  return out;
}
inline std::string said(gongwen::Time const& t) {
  std::string out(t.text);
  if (t.begin) out += " " + t.begin->to_string();
  if (t.end) out += ".." + t.end->to_string();
  if (!t.duration.empty()) out += " " + t.duration;
  if (t.mod != gongwen::TimeMod::none) out += " " + std::string(name(t.mod));
  return out;
}
inline std::string said(Case const& c) {
  if (c.none) return "nothing";
  std::string out;
  for (Wanted const& w : c.wanted) {
    Reading const& r = w.readings.front();
    if (!out.empty()) out += "; ";
    out += w.text;
    if (r.low) out += " " + said(r.low) + ".." + said(r.high);
    if (r.value) out += " " + said(r.value);
    if (!r.begin.empty() || !r.end.empty()) out += " " + r.begin + ".." + r.end;
    if (!r.duration.empty()) out += " " + r.duration;
    if (r.unit) out += " " + *r.unit;
    if (!w.mod.empty()) out += " " + w.mod;
  }
  return out;
}

}  // namespace peers
