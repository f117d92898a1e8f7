// convert.hpp: the values of C++ as the values of C.
#pragma once

#include <gongwen.h>

#include <gongwen/findings.hpp>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "arena.hpp"
#include "offsets.hpp"
#include "rows.hpp"

namespace gongwen::c {

/// The enumerations of C have the values of those of C++; a test compares their names.
template <class From, class To>
inline constexpr bool same_enum = false;
// clang-format off
template <> inline constexpr bool same_enum<EditKind, gongwen_edit_kind> = true;
template <> inline constexpr bool same_enum<NodeKind, gongwen_node_kind> = true;
template <> inline constexpr bool same_enum<NodeRole, gongwen_node_role> = true;
template <> inline constexpr bool same_enum<Mod, gongwen_mod> = true;
template <> inline constexpr bool same_enum<Dimension, gongwen_dimension> = true;
template <> inline constexpr bool same_enum<TimeKind, gongwen_time_kind> = true;
template <> inline constexpr bool same_enum<TimeMod, gongwen_time_mod> = true;
template <> inline constexpr bool same_enum<Status, gongwen_indicator_status> = true;
template <> inline constexpr bool same_enum<Basis, gongwen_basis> = true;
template <> inline constexpr bool same_enum<Direction, gongwen_direction> = true;
template <> inline constexpr bool same_enum<EntityKind, gongwen_entity_kind> = true;
template <> inline constexpr bool same_enum<Stage, gongwen_stage_reached> = true;
template <> inline constexpr bool same_enum<TaskPolarity, gongwen_task_polarity> = true;
template <> inline constexpr bool same_enum<AppraisalPolarity, gongwen_appraisal_polarity> = true;
template <> inline constexpr bool same_enum<Severity, gongwen_severity> = true;
template <> inline constexpr bool same_enum<RecordType, gongwen_record_type> = true;
// clang-format on

/// Text that lives as long as the document: the views of a record, and strings that stand in one.
inline gongwen_string borrowed(std::string_view text) noexcept {
  return text.empty() ? gongwen_string{nullptr, 0} : gongwen_string{text.data(), text.size()};
}

/// A list over an array, which may be null where it is empty.
template <class List, class Row>
List list_of(Row const* first, std::size_t count) noexcept {
  return {first, count, sizeof(Row)};
}

/// Converts the fields of one document's records. What needs memory takes it from the arena.
class Converter {
 public:
  Converter(Arena& arena, Offsets const& offsets) noexcept : arena_(arena), offsets_(offsets) {}

  /// Fills the members of a row that are fields of its record's own.
  template <class Row, class Record>
  void fill(Row& row, Record const& record) {
    fields(row, record, [this](char const*, auto& member, auto const& value) { this->set(member, value); });
  }

  void set(gongwen_string& to, std::string_view from) const noexcept { to = borrowed(from); }
  void set(bool& to, bool from) const noexcept { to = from; }
  void set(std::int32_t& to, std::int32_t from) const noexcept { to = from; }
  void set(std::uint32_t& to, NodeIndex from) const noexcept { to = from; }
  void set(gongwen_int& to, std::optional<int> from) const noexcept {
    if (from) to = {*from, true};
  }
  void set(gongwen_span& to, Span from) const noexcept {
    to = {offsets_.from_utf8(from.begin), offsets_.from_utf8(from.end)};
  }
  void set(gongwen_date& to, std::optional<Date> from) const noexcept {
    if (from) to = {from->year, from->month, from->day};
  }
  void set(gongwen_ref& to, Ref from) const noexcept { to = {static_cast<gongwen_record_type>(from.type), from.index}; }
  void set(gongwen_fraction& to, Fraction from) const noexcept { to = {from.numerator, from.denominator}; }

  template <class To, class From>
  requires same_enum<From, To>
  void set(To& to, From from) const noexcept { to = static_cast<To>(from); }

  void set(gongwen_decimal& to, std::optional<Decimal> const& from) {
    if (from) set(to, *from);
  }
  void set(gongwen_decimal& to, Decimal const& from) {
    char digits[Decimal::max_chars];
    to.text = arena_.copy(std::string_view(digits, from.write(digits)));
    to.mantissa_high = from.mantissa().high;
    to.mantissa_low = from.mantissa().low;
    to.step_exponent = from.step_exponent();
    to.negative = from.negative();
    to.present = true;
  }

  /// Parts that may be absent, and lists, whose members have fields of their own or are values.
  template <class Part, class From>
  void set(Part const*& to, std::optional<From> const& from) {
    if (!from) return;
    Part* const part = arena_.array<Part>(1);
    set_or_fill(*part, *from);
    to = part;
  }
  void set(gongwen_decimals& to, std::vector<Decimal> const& from) {
    to = list<gongwen_decimals, gongwen_decimal>(from);
  }
  void set(gongwen_indexes& to, std::vector<NodeIndex> const& from) { to = list<gongwen_indexes, std::uint32_t>(from); }
  void set(gongwen_strings& to, std::vector<std::string_view> const& from) {
    to = list<gongwen_strings, gongwen_string>(from);
  }
  void set(gongwen_amounts& to, std::vector<Amount> const& from) { to = list<gongwen_amounts, gongwen_amount>(from); }
  void set(gongwen_expectations& to, std::vector<Expected> const& from) {
    to = list<gongwen_expectations, gongwen_expected>(from);
  }
  void set(gongwen_changes& to, std::vector<Change> const& from) { to = list<gongwen_changes, gongwen_change>(from); }

  /// Evidence: of a fact by slots, of a finding a plain list.
  void set(gongwen_evidence& to, Evidence const& from) const noexcept {
    set(to.slot, from.slot);
    set(to.ref, from.ref);
  }
  void set(gongwen_evidence& to, Ref from) const noexcept { set(to.ref, from); }
  template <class From>
  [[nodiscard]] gongwen_evidences evidence(From const& from) {
    return list<gongwen_evidences, gongwen_evidence>(from);
  }

 private:
  template <class To, class From>
  void set_or_fill(To& to, From const& from) {
    if constexpr (requires { set(to, from); }) {
      set(to, from);
    } else {
      fill(to, from);
    }
  }

  template <class List, class Row, class From>
  [[nodiscard]] List list(From const& from) {
    Row* const rows = arena_.array<Row>(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) set_or_fill(rows[i], from[i]);
    return list_of<List>(rows, from.size());
  }

  Arena& arena_;
  Offsets const& offsets_;
};

}  // namespace gongwen::c
