// gongwen/detail/extract/pattern_mentions.hpp: from the named groups of a user's pattern to a mention. A group that can't be
// read, a value without a numeral or a day that no calendar has, makes no mention.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "../grammar/figure.hpp"
#include "../grammar/rank.hpp"
#include "../grammar/time_years.hpp"
#include "../scan/user_patterns.hpp"
#include "entity_found.hpp"

GONGWEN_BEGIN

namespace detail {

class PatternReader {
 public:
  PatternReader(Lattice const& lattice, TimeContext const& context) : lattice_(lattice), context_(context) {}

  [[nodiscard]] std::optional<Figure> figure(PatternMatch const& m) const {
    if (m.spec->type != PatternType::quantity) return std::nullopt;
    Figure f;
    place(f, m);
    auto const value = number(m.group(PatternGroup::value));
    auto const low = number(m.group(PatternGroup::low)), high = number(m.group(PatternGroup::high));
    if (value && value->high) {
      f.low = value->value;
      f.high = value->high;
    } else if (value) {
      f.value = value->value;
      f.step = value->value.step();
    } else if (low && high && low->value < high->value) {
      f.low = low->value;
      f.high = high->value;
    } else {
      return std::nullopt;
    }
    if (value) f.mod = value->mod;
    f.number = value ? value->begin : low->begin;
    unit(f, m);
    return f;
  }
  [[nodiscard]] std::optional<std::vector<Decimal>> ratio(PatternMatch const& m) const {
    if (m.spec->type != PatternType::ratio) return std::nullopt;
    std::vector<Decimal> out;
    for (PatternGroup const g : {PatternGroup::a, PatternGroup::b, PatternGroup::c, PatternGroup::d}) {
      if (m.group(g).empty()) continue;
      auto const n = number(m.group(g));
      if (!n || n->high) return std::nullopt;
      out.push_back(n->value);
    }
    return out.size() < 2 ? std::nullopt : std::optional(std::move(out));
  }
  [[nodiscard]] std::optional<RankValue> rank(PatternMatch const& m) const {
    if (m.spec->type != PatternType::rank) return std::nullopt;
    auto const position = whole(m.group(PatternGroup::position), 1, 1000000);
    if (!position) return std::nullopt;
    RankValue r;
    place(r, m);
    r.position = *position;
    r.scope = m.group(PatternGroup::scope);
    r.out_of = whole(m.group(PatternGroup::out_of), 1, 1000000);
    r.number = m.group(PatternGroup::position).begin;
    return r;
  }
  /// A year, a month or a day, as far as the groups say; what they leave out is the governing year, the month of writing.
  [[nodiscard]] std::optional<TimeValue> time(PatternMatch const& m) const {
    if (m.spec->type != PatternType::time) return std::nullopt;
    Range const day_at = m.group(PatternGroup::day), month_at = m.group(PatternGroup::month);
    auto written = whole(m.group(PatternGroup::year), 0, 2999);
    if (written && m.group(PatternGroup::year).size() == 2) *written += *written < 49 ? 2000 : 1900;  // 24, as in 24年
    auto const day = whole(day_at, 1, 31);
    auto month = whole(month_at, 1, 12);
    if (!month && day && context_.reference) month = context_.reference->month;
    if ((!day_at.empty() && (!day || !month)) || (!month_at.empty() && !month)) return std::nullopt;
    int const year = written ? *written : context_.year;
    TimeValue v;
    place(v, m);
    if (day) {
      v.from = v.to = make_date(year, *month, *day);
      if (!v.from) return std::nullopt;
      v.timex = v.from->to_string();
    } else {
      v.kind = TimeKind::period;
      v.from = when::first_of(year, month.value_or(1));
      v.to = when::last_of(year, month.value_or(12));
      v.timex = when::four(year) + (month ? "-" + when::two(*month) : "");
      v.whole_year = !month;
    }
    v.explicit_year = written.value_or(0);
    v.open_year = !written;
    v.named = true;
    return v;
  }
  [[nodiscard]] std::optional<EntityFound> entity(PatternMatch const& m) const {
    if (m.spec->type < PatternType::place) return std::nullopt;
    EntityFound e;
    e.range = m.range;
    e.name = m.group(PatternGroup::name).empty() ? m.range : m.group(PatternGroup::name);
    e.kind = static_cast<EntityKind>(static_cast<int>(m.spec->type) - static_cast<int>(PatternType::place));
    e.role = words(m.group(PatternGroup::role));
    e.number = words(m.group(PatternGroup::number));
    e.by = m.spec->name;
    return e;
  }

 private:
  template <class Value>
  static void place(Value& v, PatternMatch const& m) {
    v.begin = m.range.begin;
    v.end = m.range.end;
    v.by = m.spec->name;
  }
  [[nodiscard]] std::string_view words(Range r) const { return lattice_.words(r.begin, r.end); }
  /// A numeral that is the whole group.
  [[nodiscard]] std::optional<Number> number(Range r) const {
    if (r.empty()) return std::nullopt;
    auto const n = NumeralScanner(lattice_.text().substr(0, r.end), lattice_.lexicon()).at(r.begin);
    return n && n->end == r.end && n->digits != 255 ? n : std::nullopt;
  }
  [[nodiscard]] std::optional<int> whole(Range r, int low, int high) const {
    auto const n = number(r);
    auto const v = n && !n->high && n->mod == Mod::none ? n->value.to_int64() : std::nullopt;
    return v && *v >= low && *v <= high ? std::optional(static_cast<int>(*v)) : std::nullopt;
  }
  void unit(Figure& f, PatternMatch const& m) const {
    f.unit = m.spec->unit;
    f.dimension = m.spec->dimension;
    std::string_view const word = words(m.group(PatternGroup::unit));
    if (!f.unit.empty() || word.empty()) {
      if (f.unit.empty()) f.dimension = Dimension::count;
      return;
    }
    Entry const known = lattice_.lexicon().find(word, Class::unit);
    bool const counts = !lattice_.lexicon().find(word, Class::classifier).word.empty();
    f.unit = known.word.empty() ? word : known.text;
    f.dimension = !known.word.empty() ? static_cast<Dimension>(known.value)
                  : counts            ? Dimension::count
                                      : Dimension::other;
  }

  Lattice const& lattice_;
  TimeContext const& context_;
};

template <class Value>
Range bounds_of(Value const& v) noexcept {
  return {v.begin, v.end};
}
inline Range bounds_of(EntityFound const& e) noexcept { return e.range; }
/// Does a range overlap one of the matches, which stand in order and apart?
template <class Made>
bool overruled(std::vector<Made> const& made, Range r) {
  auto const it = std::upper_bound(made.begin(), made.end(), r.begin,
                                   [](std::uint32_t at, Made const& m) { return at < bounds_of(m).end; });
  return it != made.end() && bounds_of(*it).begin < r.end;
}
/// Puts what patterns made into a list that stands in order; what it overlaps gives way to the user's word.
template <class Value>
void overrule(std::vector<Value>& list, std::vector<Value> made) {
  if (made.empty()) return;
  std::erase_if(list, [&](Value const& v) { return overruled(made, bounds_of(v)); });
  list.insert(list.end(), std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
  std::stable_sort(list.begin(), list.end(),
                   [](Value const& a, Value const& b) { return bounds_of(a).begin < bounds_of(b).begin; });
}

}  // namespace detail

GONGWEN_END
