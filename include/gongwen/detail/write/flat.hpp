// gongwen/detail/write/flat.hpp: a record as a row of plain cells, for forms that know no parts and lists.
//
//   parts          a cell a field, dotted: period.begin, span.end
//   plain lists    one cell, the members between semicolons
//   lists of parts left to the caller: a table of their own, or words
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "arrow_values.hpp"

GONGWEN_BEGIN

namespace detail {

/// The changes of an indicator against the same period of the year before, as two cells that most readers look for: a
/// signed number and its unit. Not a change of the growth rate.
struct YearOnYear {
  std::optional<Decimal> value;
  std::string_view unit;
};
inline YearOnYear year_on_year(std::vector<Change> const& changes) {
  for (Change const& c : changes) {
    if (c.basis != Basis::yoy || c.of_growth || !c.value) continue;
    return {c.direction == Direction::down ? -*c.value : *c.value, c.unit};
  }
  return {};
}

/// Calls cell(name, text, plain) for each cell of a row; `plain` cells are numbers, days, flags and ids, the others words of
/// the text. With `Parts`, parts(name, list) is called for a list of parts.
template <class Cell, class Parts>
class FlatCells {
 public:
  FlatCells(OffsetIndex const& offsets, Cell const& cell, Parts const& parts, std::string prefix = {},
            bool absent = false)
      : offsets_(offsets), cell_(cell), parts_(parts), prefix_(std::move(prefix)), absent_(absent) {}

  void operator()(std::string_view name, std::string_view v) const { put(name, v, false); }
  void operator()(std::string_view name, std::string const& v) const { put(name, v, false); }
  void operator()(std::string_view name, bool v) const { put(name, v ? "true" : "false", true); }
  void operator()(std::string_view name, int v) const { put(name, std::to_string(v), true); }
  void operator()(std::string_view name, std::int64_t v) const { put(name, std::to_string(v), true); }
  void operator()(std::string_view name, std::uint64_t v) const { put(name, std::to_string(v), true); }
  void operator()(std::string_view name, Decimal const& v) const {
    char digits[Decimal::max_chars];
    put(name, {digits, v.write(digits)}, true);
  }
  void operator()(std::string_view name, Date const& v) const { put(name, v.to_string(), true); }
  void operator()(std::string_view name, Span v) const {
    pair(name, "begin", offsets_(v.begin), "end", offsets_(v.end));
  }
  void operator()(std::string_view name, Fraction v) const {
    pair(name, "numerator", v.numerator, "denominator", v.denominator);
  }
  void operator()(std::string_view name, Ref v) const { put(name, gongwen::to_string(v), true); }
  void operator()(std::string_view name, NodeIndex v) const {
    put(name, v == no_node ? std::string() : gongwen::to_string(Ref{RecordType::node, v}), true);
  }
  void operator()(std::string_view name, std::span<Ref const> v) const {
    put(name, joined(v, ";", [](Ref r) { return gongwen::to_string(r); }), true);
  }
  void operator()(std::string_view name, std::span<Evidence const> v) const {
    put(name,
        joined(by_slot(v), ";",
               [](SlotEvidence const& slot) {
                 return std::string(slot.slot) + ':' +
                        joined(slot.entries, " ", [](Evidence const& e) { return gongwen::to_string(e.ref); });
               }),
        true);
  }
  void operator()(std::string_view name, std::vector<Decimal> const& v) const {
    put(name, joined(v, ";", [](Decimal const& d) { return d.to_string(); }), true);
  }
  void operator()(std::string_view name, std::vector<NodeIndex> const& v) const {
    put(name, joined(v, ";", [](NodeIndex n) { return gongwen::to_string(Ref{RecordType::node, n}); }), true);
  }
  void operator()(std::string_view name, std::vector<std::string_view> const& v) const {
    put(name, joined(v, ";", [](std::string_view s) { return std::string(s); }), false);
  }
  template <Structured T>
  void operator()(std::string_view name, std::vector<T> const& v) const {
    parts_(name, v);
    if constexpr (std::is_same_v<T, Change>) {
      YearOnYear const change = year_on_year(v);
      FlatCells const inner = below("yoy", false);
      inner("value", change.value);
      inner("unit", change.unit);
    }
  }
  /// Of what is absent each cell is there and empty.
  template <class T>
  void operator()(std::string_view name, std::optional<T> const& v) const {
    if constexpr (Structured<T> || std::same_as<T, Span> || std::same_as<T, Fraction>) {
      FlatCells(offsets_, cell_, parts_, prefix_, absent_ || !v)(name, v ? *v : T{});
    } else if (v) {
      (*this)(name, *v);
    } else {
      put(name, {}, true);
    }
  }
  template <class T>
  requires std::is_enum_v<T>
  void operator()(std::string_view name, T v) const { put(name, word_of(v), true); }
  template <Structured T>
  void operator()(std::string_view name, T const& v) const {
    Fields<T>::each(v, below(name, absent_));
  }

 private:
  template <class List, class F>
  static std::string joined(List const& list, std::string_view between, F const& words) {
    std::string out;
    for (auto const& member : list) {
      if (&member != &*list.begin()) out += between;
      out += words(member);
    }
    return out;
  }
  [[nodiscard]] FlatCells below(std::string_view name, bool absent) const {
    return {offsets_, cell_, parts_, prefix_ + std::string(name) + '.', absent};
  }
  template <class T>
  void pair(std::string_view name, std::string_view first, T a, std::string_view second, T b) const {
    FlatCells const inner = below(name, absent_);
    inner(first, a);
    inner(second, b);
  }
  void put(std::string_view name, std::string_view text, bool plain) const {
    cell_(prefix_.empty() ? std::string(name) : prefix_ + std::string(name), absent_ ? std::string_view() : text,
          plain);
  }

  OffsetIndex const& offsets_;
  Cell const& cell_;
  Parts const& parts_;
  std::string prefix_;
  bool absent_;
};

}  // namespace detail

GONGWEN_END
