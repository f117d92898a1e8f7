// rows.hpp: which member of a C struct is which field of a record, in the order of detail/fields.hpp. A test holds both
// lists against each other, and the layout of the structs against these.
#pragma once

#include <gongwen.h>

#include <gongwen/findings.hpp>

namespace gongwen::c {

// fields(row, record, f) calls f(name, member of the row, value of the record) for each field of a record's own.

template <class F>
void fields(gongwen_edit& row, Edit const& r, F&& f) {
  f("kind", row.kind, r.kind);
  f("span", row.span, r.span);
  f("before", row.before, r.before);
  f("after", row.after, r.after);
  f("applied", row.applied, r.applied);
}

template <class F>
void fields(gongwen_node& row, Node const& r, F&& f) {
  f("parent", row.parent, r.parent);
  f("kind", row.kind, r.kind);
  f("role", row.role, r.role);
  f("level", row.level, r.level);
  f("marker", row.marker, r.marker);
  f("ordinal", row.ordinal, r.ordinal);
  f("title", row.title, r.title);
  f("reference_date", row.reference_date, r.reference_date);
  f("head", row.head, r.head);
  f("row", row.row, r.row);
  f("column", row.column, r.column);
  f("row_heads", row.row_heads, r.row_heads);
  f("column_heads", row.column_heads, r.column_heads);
  f("unit", row.unit, r.unit);
  f("span", row.span, r.span);
}

template <class F>
void fields(gongwen_quantity& row, Quantity const& r, F&& f) {
  f("text", row.text, r.text);
  f("value", row.value, r.value);
  f("low", row.low, r.low);
  f("high", row.high, r.high);
  f("fraction", row.fraction, r.fraction);
  f("step", row.step, r.step);
  f("mod", row.mod, r.mod);
  f("unit", row.unit, r.unit);
  f("per", row.per, r.per);
  f("per_unit", row.per_unit, r.per_unit);
  f("dimension", row.dimension, r.dimension);
}

template <class F>
void fields(gongwen_ratio& row, Ratio const& r, F&& f) {
  f("text", row.text, r.text);
  f("terms", row.terms, r.terms);
}

template <class F>
void fields(gongwen_rank& row, Rank const& r, F&& f) {
  f("text", row.text, r.text);
  f("position", row.position, r.position);
  f("from_end", row.from_end, r.from_end);
  f("scope", row.scope, r.scope);
  f("out_of", row.out_of, r.out_of);
}

template <class F>
void fields(gongwen_time& row, Time const& r, F&& f) {
  f("text", row.text, r.text);
  f("kind", row.kind, r.kind);
  f("begin", row.begin, r.begin);
  f("end", row.end, r.end);
  f("duration", row.duration, r.duration);
  f("duration_high", row.duration_high, r.duration_high);
  f("mod", row.mod, r.mod);
  f("timex", row.timex, r.timex);
}

template <class F>
void fields(gongwen_entity& row, Entity const& r, F&& f) {
  f("text", row.text, r.text);
  f("kind", row.kind, r.kind);
  f("name", row.name, r.name);
  f("full_name", row.full_name, r.full_name);
  f("role", row.role, r.role);
  f("number", row.number, r.number);
  f("code", row.code, r.code);
  f("parent", row.parent, r.parent);
}

template <class F>
void fields(gongwen_amount& row, Amount const& r, F&& f) {
  f("value", row.value, r.value);
  f("low", row.low, r.low);
  f("high", row.high, r.high);
  f("unit", row.unit, r.unit);
  f("mod", row.mod, r.mod);
}

template <class F>
void fields(gongwen_period& row, Period const& r, F&& f) {
  f("begin", row.begin, r.begin);
  f("end", row.end, r.end);
  f("text", row.text, r.text);
  f("timex", row.timex, r.timex);
}

template <class F>
void fields(gongwen_change& row, Change const& r, F&& f) {
  f("basis", row.basis, r.basis);
  f("against", row.against, r.against);
  f("of", row.of, std::string_view(r.of_growth ? "growth" : ""));
  f("direction", row.direction, r.direction);
  f("value", row.value, r.value);
  f("low", row.low, r.low);
  f("high", row.high, r.high);
  f("unit", row.unit, r.unit);
  f("mod", row.mod, r.mod);
}

template <class F>
void fields(gongwen_proportion& row, Proportion const& r, F&& f) {
  f("value", row.value, r.value);
  f("low", row.low, r.low);
  f("high", row.high, r.high);
  f("unit", row.unit, r.unit);
  f("mod", row.mod, r.mod);
  f("of", row.of, r.of);
}

template <class F>
void fields(gongwen_rank_slot& row, RankSlot const& r, F&& f) {
  f("position", row.position, r.position);
  f("from_end", row.from_end, r.from_end);
  f("scope", row.scope, r.scope);
  f("out_of", row.out_of, r.out_of);
}

template <class F>
void fields(gongwen_indicator& row, Indicator const& r, F&& f) {
  f("name", row.name, r.name);
  f("canonical", row.canonical, r.canonical);
  f("indicator_id", row.indicator_id, r.indicator_id);
  f("area", row.area, r.area);
  f("area_code", row.area_code, r.area_code);
  f("period", row.period, r.period);
  f("value", row.value, r.value);
  f("low", row.low, r.low);
  f("high", row.high, r.high);
  f("step", row.step, r.step);
  f("mod", row.mod, r.mod);
  f("unit", row.unit, r.unit);
  f("per", row.per, r.per);
  f("status", row.status, r.status);
  f("changes", row.changes, r.changes);
  f("contribution", row.contribution, r.contribution);
  f("rank", row.rank, r.rank);
  f("completion", row.completion, r.completion);
  f("share", row.share, r.share);
}

template <class F>
void fields(gongwen_expected& row, Expected const& r, F&& f) {
  f("stage", row.stage, r.stage);
  f("period", row.period, r.period);
}

template <class F>
void fields(gongwen_project& row, Project const& r, F&& f) {
  f("name", row.name, r.name);
  f("area", row.area, r.area);
  f("investment", row.investment, r.investment);
  f("invested", row.invested, r.invested);
  f("progress", row.progress, r.progress);
  f("stage", row.stage, r.stage);
  f("stage_text", row.stage_text, r.stage_text);
  f("expected", row.expected, r.expected);
  f("owner", row.owner, r.owner);
}

template <class F>
void fields(gongwen_task& row, Task const& r, F&& f) {
  f("action", row.action, r.action);
  f("modal", row.modal, r.modal);
  f("polarity", row.polarity, r.polarity);
  f("owner", row.owner, r.owner);
  f("deadline", row.deadline, r.deadline);
  f("targets", row.targets, r.targets);
}

template <class F>
void fields(gongwen_appraisal& row, Appraisal const& r, F&& f) {
  f("polarity", row.polarity, r.polarity);
  f("of", row.of, r.of);
  f("reason", row.reason, r.reason);
}

template <class F>
void fields(gongwen_problem& row, Problem const& r, F&& f) {
  f("text", row.text, r.text);
  f("ordinal", row.ordinal, r.ordinal);
}

template <class F>
void fields(gongwen_formulation& row, Formulation const& r, F&& f) {
  f("name", row.name, r.name);
  f("count", row.count, r.count);
  f("members", row.members, r.members);
}

template <class F>
void fields(gongwen_reading& row, Reading const& r, F&& f) {
  f("value", row.value, r.value);
  f("unit", row.unit, r.unit);
  f("text", row.text, r.text);
}

template <class F>
void fields(gongwen_finding& row, Finding const& r, F&& f) {
  f("rule", row.rule, r.rule);
  f("severity", row.severity, r.severity);
  f("message", row.message, r.message);
  f("expected", row.expected, r.expected);
  f("found", row.found, r.found);
  f("how", row.how, r.how);
}

}  // namespace gongwen::c
