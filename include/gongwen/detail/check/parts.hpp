// gongwen/detail/check/parts.hpp: parts_exceed_whole and parts_not_whole: figures of parts against the figure of their whole.
//
// Which measures are parts of which stands in measures.tsv. Parts that are all there must add up to the whole; fewer of them,
// or parts of a division that has others, must not exceed it. Each figure may be off by half its last digit.
#pragma once

#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// One division of a whole: gdp into industries, of which there are three. `parts` 0: there are others.
struct Division {
  std::string_view whole, name;
  std::size_t parts = 0;
};
inline std::optional<Division> division_of(CheckContext const& c, std::string_view id) {
  std::string_view const words = c.lexicon.find(id, Class::part_of_whole).text;
  std::size_t const first = words.find(' ');
  if (first == std::string_view::npos) return std::nullopt;
  std::size_t const second = words.find(' ', first + 1);
  Division out{words.substr(0, first), words.substr(first + 1, second - first - 1), 0};
  for (char const digit : words.substr(second + 1)) out.parts = out.parts * 10 + static_cast<std::size_t>(digit - '0');
  return out;
}

/// A part under the key of its whole.
struct Part {
  FactKey key;  ///< of the whole
  std::string_view division;
  std::uint32_t fact = 0;
  friend bool operator<(Part const& a, Part const& b) {
    return std::tie(a.key, a.division, a.fact) < std::tie(b.key, b.division, b.fact);
  }
};

/// The parts of one division and their whole.
class PartsAgainstWhole {
 public:
  PartsAgainstWhole(CheckContext const& c, std::span<Part const> parts, std::uint32_t whole)
      : c_(c), parts_(parts), whole_(whole) {}

  void check(std::size_t complete) const {
    std::optional<Bounds> sum = Bounds{};
    std::optional<Decimal> total = Decimal();
    std::string how;
    for (Part const& p : parts_) {
      Indicator const& fact = c_.records.indicators[p.fact];
      sum = sum + plain(fact);
      total = total ? add(*total, *fact.value) : std::nullopt;
      if (!how.empty()) how += '+';
      how += fact.value->to_string();
    }
    auto const whole = plain(c_.records.indicators[whole_]);
    if (!sum || !total || !whole || !apart(*sum, *whole)) return;
    bool const exceeds = sum->low > whole->high;
    if (!exceeds && parts_.size() != complete) return;
    report(exceeds, *total, how);
  }

 private:
  void report(bool exceeds, Decimal total, std::string const& how) const {
    Indicator const& whole = c_.records.indicators[whole_];
    Indicator const& last = c_.records.indicators[parts_.back().fact];
    std::string names;
    for (Part const& p : parts_) {
      if (!names.empty()) names += c_.message("list.and");
      names += c_.records.indicators[p.fact].name;
    }
    std::string_view const rule = exceeds ? "parts_exceed_whole" : "parts_not_whole";
    Finding& f = c_.report(
        rule, exceeds ? Severity::error : Severity::warning, last.node, last.range,
        c_.message(rule, names, spoken(c_, total, last.unit), whole.name, spoken(c_, *whole.value, whole.unit)));
    f.expected = reading(*whole.value, whole.unit);
    f.found = reading(total, whole.unit);
    f.how = how + "=" + total.to_string() + (exceeds ? ">" : "<") + whole.value->to_string();
    f.evidence.push_back(indicator_ref(whole_));
    for (Part const& p : parts_) f.evidence.push_back(indicator_ref(p.fact));
  }

  CheckContext const& c_;
  std::span<Part const> parts_;
  std::uint32_t whole_;
};

inline void check_parts(CheckContext const& c, std::vector<KeyedFact> const& facts) {
  std::vector<Part> parts;
  for (KeyedFact const& f : facts) {
    auto const division = division_of(c, f.key.measure);
    if (!division) continue;
    Part part{f.key, division->name, f.fact};
    part.key.measure = division->whole;
    parts.push_back(part);
  }
  std::sort(parts.begin(), parts.end());
  for (std::size_t i = 0; i < parts.size();) {
    std::vector<Part> own;  // of each measure the first: a second telling is another rule's matter
    std::size_t k = i;
    for (; k < parts.size() && parts[k].key == parts[i].key && parts[k].division == parts[i].division; ++k) {
      std::string_view const id = c.records.indicators[parts[k].fact].indicator_id;
      bool const told = std::any_of(own.begin(), own.end(),
                                    [&](Part const& p) { return c.records.indicators[p.fact].indicator_id == id; });
      if (!told) own.push_back(parts[k]);
    }
    auto const wholes = with_key(facts, parts[i].key);
    if (!wholes.empty()) {
      auto const division = division_of(c, c.records.indicators[own.front().fact].indicator_id);
      PartsAgainstWhole(c, own, wholes.front().fact).check(division->parts);
    }
    i = k;
  }
}

}  // namespace detail

GONGWEN_END
