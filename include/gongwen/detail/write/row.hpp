// gongwen/detail/write/row.hpp: a record as a row of its type's table, which Arrow and CSV share.
#pragma once

#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "document.hpp"

GONGWEN_BEGIN

namespace detail {

/// What the rows of one document have in common. Without records (an empty row that only names its columns) no evidence.
struct RowContext {
  std::string_view source;
  bool by = false;
  Records const* records = nullptr;
};

/// Calls f(name, value) for each column: the source, the id, the fields of the record's own, and what every record carries.
/// Names and types of the columns depend on nothing but the type of the record and `by`.
template <class Record, class F>
void each_column(RowContext const& context, Record const& r, std::uint32_t index, F&& f) {
  f("source", context.source);
  if constexpr (std::is_same_v<Record, Head>) {
    Fields<Head>::each(r, [&](std::string_view name, auto const& value) {
      if (name != "source") f(name.data(), value);
    });
  } else {
    f("id", Ref{Fields<Record>::type, index});
    Fields<Record>::each(r, f);
  }
  constexpr bool finding = std::is_same_v<Record, Finding>;
  if constexpr (std::is_base_of_v<RecordBase, Record> || finding) {
    f("node", r.node);
    f("span", r.span);
  }
  if constexpr (std::is_base_of_v<FactBase, Record>) {
    f("evidence", context.records != nullptr ? context.records->evidence(r) : std::span<Evidence const>());
    f("confidence", r.confidence);
  }
  if constexpr (finding) f("evidence", std::span<Ref const>(r.evidence));
  if constexpr (std::is_base_of_v<RecordBase, Record>) {
    if (context.by) f("by", r.by);
  }
}

/// Calls f(rows) with all records of a type, in the order of their ids; those of a stage that was not run are none.
/// `head` is the record of the document.
template <class F>
void with_rows(Document const& d, RecordType type, Head const& head, F&& f) {
  auto const of = [&](auto list) { return d.records != nullptr ? list(*d.records) : decltype(list(*d.records)){}; };
  switch (type) {
    case RecordType::document: return f(std::span<Head const>(&head, 1));
    case RecordType::edit: return f(d.text->edits());
    case RecordType::node: return f(d.outline != nullptr ? d.outline->nodes() : std::span<Node const>());
    case RecordType::quantity: return f(of([](Records const& r) { return r.quantities(); }));
    case RecordType::ratio: return f(of([](Records const& r) { return r.ratios(); }));
    case RecordType::rank: return f(of([](Records const& r) { return r.ranks(); }));
    case RecordType::time: return f(of([](Records const& r) { return r.times(); }));
    case RecordType::entity: return f(of([](Records const& r) { return r.entities(); }));
    case RecordType::indicator: return f(of([](Records const& r) { return r.indicators(); }));
    case RecordType::project: return f(of([](Records const& r) { return r.projects(); }));
    case RecordType::task: return f(of([](Records const& r) { return r.tasks(); }));
    case RecordType::appraisal: return f(of([](Records const& r) { return r.appraisals(); }));
    case RecordType::problem: return f(of([](Records const& r) { return r.problems(); }));
    case RecordType::formulation: return f(of([](Records const& r) { return r.formulations(); }));
    case RecordType::finding: return f(d.findings != nullptr ? d.findings->findings() : std::span<Finding const>());
  }
}

}  // namespace detail

GONGWEN_END
