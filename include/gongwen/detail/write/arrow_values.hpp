// gongwen/detail/write/arrow_values.hpp: values of records as values of Arrow: which type each has, and how it is added.
#pragma once

#include <bit>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "../calendar/calendar.hpp"
#include "arrow_column.hpp"
#include "row.hpp"

GONGWEN_BEGIN

namespace detail {

/// A record or a part of one, whose fields are in detail/fields.hpp.
template <class T>
concept Structured = requires(T const& t) {
  Fields<T>::each(t, [](auto, auto const&) {});
};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_list<std::span<T const>> = true;

/// The evidence of one slot: the entries of one slot stand side by side.
struct SlotEvidence {
  std::string_view slot;
  std::span<Evidence const> entries;
};
inline std::vector<SlotEvidence> by_slot(std::span<Evidence const> all) {
  std::vector<SlotEvidence> out;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i + 1;
    while (end < all.size() && all[end].slot == all[i].slot) ++end;
    out.push_back({all[i].slot, all.subspan(i, end - i)});
    i = end;
  }
  return out;
}

/// The column of a type of value, without values.
template <class T>
ArrowColumn arrow_column(char const* name);

inline ArrowColumn arrow_leaf(char const* name, char const* format, ArrowLayout layout, std::size_t width = 0) {
  ArrowColumn column;
  column.name = name;
  column.format = format;
  column.layout = layout;
  column.width = static_cast<std::uint8_t>(width);
  if (layout == ArrowLayout::words || layout == ArrowLayout::list) column.offsets.push_back(0);
  return column;
}
template <class Member>
ArrowColumn arrow_list(char const* name) {
  ArrowColumn column = arrow_leaf(name, "+l", ArrowLayout::list);
  column.nullable = true;
  column.children.push_back(arrow_column<Member>("item"));
  return column;
}
template <class Member>
ArrowColumn arrow_pair(char const* name, char const* first, char const* second) {
  ArrowColumn column = arrow_leaf(name, "+s", ArrowLayout::structure);
  column.children.push_back(arrow_column<Member>(first));
  column.children.push_back(arrow_column<Member>(second));
  return column;
}

template <class T>
ArrowColumn arrow_column(char const* name) {
  if constexpr (is_optional<T>) {
    ArrowColumn column = arrow_column<typename T::value_type>(name);
    column.nullable = true;
    return column;
  } else if constexpr (std::is_same_v<T, std::span<Evidence const>>) {
    ArrowColumn column = arrow_leaf(name, "+l", ArrowLayout::list);
    column.nullable = true;
    column.children.push_back(arrow_leaf("item", "+s", ArrowLayout::structure));
    column.children[0].children.push_back(arrow_leaf("slot", "u", ArrowLayout::words));
    column.children[0].children.push_back(arrow_list<Ref>("ids"));
    return column;
  } else if constexpr (is_list<T>) {
    return arrow_list<typename T::value_type>(name);
  } else if constexpr (std::is_same_v<T, bool>) {
    return arrow_leaf(name, "b", ArrowLayout::boolean);
  } else if constexpr (std::is_same_v<T, Decimal>) {
    return arrow_leaf(name, "d:38,10", ArrowLayout::fixed, 16);
  } else if constexpr (std::is_same_v<T, Date>) {
    return arrow_leaf(name, "tdD", ArrowLayout::fixed, 4);
  } else if constexpr (std::is_same_v<T, int>) {
    return arrow_leaf(name, "i", ArrowLayout::fixed, 4);
  } else if constexpr (std::is_same_v<T, std::int64_t> || std::is_same_v<T, std::uint64_t>) {
    return arrow_leaf(name, "l", ArrowLayout::fixed, 8);
  } else if constexpr (std::is_same_v<T, Span>) {
    return arrow_pair<std::int64_t>(name, "begin", "end");
  } else if constexpr (std::is_same_v<T, Fraction>) {
    return arrow_pair<std::int64_t>(name, "numerator", "denominator");
  } else if constexpr (Structured<T>) {
    ArrowColumn column = arrow_leaf(name, "+s", ArrowLayout::structure);
    Fields<T>::each(T{}, [&]<class V>(char const* field, V const&) {
      column.children.push_back(arrow_column<std::remove_cvref_t<V>>(field));
    });
    return column;
  } else {  // words, enumerations, ids
    ArrowColumn column = arrow_leaf(name, "u", ArrowLayout::words);
    column.nullable = !std::is_same_v<T, Ref>;
    return column;
  }
}

/// Adds values to columns of their types.
class ArrowAdd {
 public:
  explicit ArrowAdd(OffsetIndex const& offsets) : offsets_(offsets) {}

  template <class Record>
  void row(RowContext const& context, Record const& record, std::uint32_t index, ArrowColumn& table) const {
    std::size_t at = 0;
    each_column(context, record, index, [&](char const*, auto const& v) { this->value(table.children[at++], v); });
    table.end_structure();
  }

 private:
  void value(ArrowColumn& to, std::string_view v) const {
    if (v.empty()) return to.add_nothing();
    to.add_words(v);
  }
  void value(ArrowColumn& to, std::string const& v) const { value(to, std::string_view(v)); }
  void value(ArrowColumn& to, bool v) const { to.add_bool(v); }
  void value(ArrowColumn& to, int v) const { to.add_fixed(std::int32_t{v}); }
  void value(ArrowColumn& to, std::uint64_t v) const { to.add_fixed(v); }
  void value(ArrowColumn& to, Decimal const& v) const {
    // Two's complement in the order of this machine's bytes.
    Uint128 m = v.mantissa();
    if (v.negative()) m = add({~m.high, ~m.low}, {0, 1});
    constexpr bool little = std::endian::native == std::endian::little;
    std::uint64_t const words[2] = {little ? m.low : m.high, little ? m.high : m.low};
    to.add_fixed(words);
  }
  void value(ArrowColumn& to, Date const& v) const {
    if (!v.known()) return to.add_nothing();
    to.add_fixed(static_cast<std::int32_t>(days_from(v)));
  }
  void value(ArrowColumn& to, Span v) const { pair(to, offsets_(v.begin), offsets_(v.end)); }
  void value(ArrowColumn& to, Fraction v) const { pair(to, v.numerator, v.denominator); }
  void value(ArrowColumn& to, Ref v) const { to.add_words(gongwen::to_string(v)); }
  void value(ArrowColumn& to, NodeIndex v) const {
    if (v == no_node) return to.add_nothing();
    value(to, Ref{RecordType::node, v});
  }
  void value(ArrowColumn& to, Evidence const& v) const { value(to, v.ref); }
  void value(ArrowColumn& to, SlotEvidence const& v) const {
    value(to.children[0], v.slot);
    value_list(to.children[1], v.entries);
    to.end_structure();
  }
  void value(ArrowColumn& to, std::span<Evidence const> v) const { value_list(to, by_slot(v)); }
  void value(ArrowColumn& to, std::span<Ref const> v) const { value_list(to, v); }
  template <class T>
  void value(ArrowColumn& to, std::vector<T> const& v) const {
    value_list(to, v);
  }
  template <class T>
  void value(ArrowColumn& to, std::optional<T> const& v) const {
    if (!v) return to.add_nothing();
    value(to, *v);
  }
  template <class T>
  requires std::is_enum_v<T>
  void value(ArrowColumn& to, T v) const { value(to, word_of(v)); }
  template <Structured T>
  void value(ArrowColumn& to, T const& v) const {
    std::size_t at = 0;
    Fields<T>::each(v, [&](char const*, auto const& field) { this->value(to.children[at++], field); });
    to.end_structure();
  }

  template <class List>
  void value_list(ArrowColumn& to, List const& v) const {
    if (v.empty()) return to.add_nothing();
    for (auto const& member : v) value(to.children[0], member);
    to.end_list();
  }
  template <class T>
  void pair(ArrowColumn& to, T first, T second) const {
    to.children[0].add_fixed(first);
    to.children[1].add_fixed(second);
    to.end_structure();
  }

  OffsetIndex const& offsets_;
};

}  // namespace detail

GONGWEN_END
