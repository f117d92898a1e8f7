// gongwen/detail/write/comparison.hpp: what two documents say of one thing, as JSON Lines, CSV, or lines for people.
#pragma once

#include <optional>
#include <string_view>

#include "../../compare.hpp"
#include "../../error.hpp"
#include "csv_rows.hpp"
#include "json.hpp"

GONGWEN_BEGIN

namespace detail {

/// One document's side: which indicator, its value, and whether that is a result or a plan.
struct ComparedSide {
  Ref id;
  Decimal value;
  Status status{};
};

/// A pair with the words that both share, those of the second document.
struct ComparedRow {
  std::string_view indicator_id, name, area, period;
  Compared const* pair = nullptr;
  ComparedSide first, second;
};

template <>
struct Fields<ComparedSide> {
  template <class F>
  static void each(ComparedSide const& s, F&& f) {
    f("id", s.id);
    f("value", s.value);
    f("status", s.status);
  }
};

template <>
struct Fields<ComparedRow> {
  template <class F>
  static void each(ComparedRow const& r, F&& f) {
    f("indicator_id", r.indicator_id);
    f("name", r.name);
    f("area", r.area);
    f("period", r.period);
    f("aspect", r.pair->aspect);
    f("relation", r.pair->relation);
    f("unit", r.pair->unit);
    f("first", r.first);
    f("second", r.second);
    f("difference", r.pair->difference);
    f("per_cent", r.pair->per_cent);
  }
};

inline ComparedRow compared_row(Comparison const& c, Compared const& pair) {
  Indicator const& a = c.first().indicators()[pair.first];
  Indicator const& b = c.second().indicators()[pair.second];
  return {b.indicator_id,
          b.canonical,
          b.area,
          b.period ? b.period->timex : std::string_view(),
          &pair,
          {{RecordType::indicator, pair.first}, pair.first_value, a.status},
          {{RecordType::indicator, pair.second}, pair.second_value, b.status}};
}

inline void comparison_line(Out& out, ComparedRow const& row, OffsetIndex const& offsets, bool strings) {
  out.push_back('{');
  JsonFields fields(out, offsets, strings);
  fields("type", std::string_view("comparison"));
  Fields<ComparedRow>::each(row, fields);
  put(out, "}\n");
}
inline void comparison_words(Out& out, ComparedRow const& row) {
  put_format(out, "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", row.name, row.area, row.period, name(row.pair->aspect),
             row.first.value.to_string(), row.second.value.to_string(), row.pair->unit, name(row.pair->relation));
}
inline void comparison_cells(CsvLines& out, ComparedRow const& row, OffsetIndex const& offsets, bool names) {
  csv_line(out, offsets, names, [&](auto const& cells) { Fields<ComparedRow>::each(row, cells); });
}

}  // namespace detail

GONGWEN_INLINE void write(Comparison const& comparison, WriteOptions const& options, Sink const& sink) {
  if (options.format == Format::markdown)
    throw error(error_code::unsupported, 0, "a comparison is written as JSON Lines, a table or CSV");
  detail::OffsetIndex const offsets({}, OffsetUnit::utf8);  // a comparison has no spans
  if (options.format == Format::csv) {
    detail::CsvLines out(sink);
    Compared const none;
    detail::ComparedRow names;
    names.pair = &none;
    detail::comparison_cells(out, names, offsets, true);
    for (Compared const& pair : comparison.pairs())
      detail::comparison_cells(out, detail::compared_row(comparison, pair), offsets, false);
    return out.flush();
  }
  detail::Out out;
  for (Compared const& pair : comparison.pairs()) {
    detail::ComparedRow const row = detail::compared_row(comparison, pair);
    if (options.format == Format::jsonl) {
      detail::comparison_line(out, row, offsets, options.numbers_as_strings);
    } else {
      detail::comparison_words(out, row);
    }
  }
  if (out.size() != 0) sink({out.data(), out.size()});
}

GONGWEN_END
