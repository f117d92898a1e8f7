// gongwen/detail/fields.hpp: the one list of the fields of every record, in the order of SCHEMA.md.
// Writers run over it, the C structs are asserted against it; a field that is not here does not exist outside C++.
#pragma once

#include <string_view>

#include "../findings.hpp"

GONGWEN_BEGIN

namespace detail {

/// The word of the schema for a value of any enumeration, also of one that is declared after this file was read.
template <class Enum>
constexpr std::string_view word_of(Enum value) noexcept {
  return name(value);
}

// `each(record, f)` calls f(name, value) for the fields of a record's own, in order; what every record carries
// (type, id, node, span, evidence, confidence, by) is added by the writer, which knows the record's place.
template <class Record>
struct Fields;

template <>
struct Fields<Edit> {
  static constexpr RecordType type = RecordType::edit;
  template <class F>
  static void each(Edit const& r, F&& f) {
    f("kind", r.kind);
    f("span", r.span);
    f("before", r.before);
    f("after", r.after);
    f("applied", r.applied);
  }
};

template <>
struct Fields<Node> {
  static constexpr RecordType type = RecordType::node;
  template <class F>
  static void each(Node const& r, F&& f) {
    f("parent", r.parent);
    f("kind", r.kind);
    f("role", r.role);
    f("level", r.level);
    f("marker", r.marker);
    f("ordinal", r.ordinal);
    f("title", r.title);
    f("reference_date", r.reference_date);
    f("head", r.head);
    f("row", r.row);
    f("column", r.column);
    f("row_heads", r.row_heads);
    f("column_heads", r.column_heads);
    f("unit", r.unit);
    f("span", r.span);
  }
};

template <>
struct Fields<Quantity> {
  static constexpr RecordType type = RecordType::quantity;
  template <class F>
  static void each(Quantity const& r, F&& f) {
    f("text", r.text);
    f("value", r.value);
    f("low", r.low);
    f("high", r.high);
    f("fraction", r.fraction);
    f("step", r.step);
    f("mod", r.mod);
    f("unit", r.unit);
    f("per", r.per);
    f("per_unit", r.per_unit);
    f("dimension", r.dimension);
  }
};

template <>
struct Fields<Ratio> {
  static constexpr RecordType type = RecordType::ratio;
  template <class F>
  static void each(Ratio const& r, F&& f) {
    f("text", r.text);
    f("terms", r.terms);
  }
};

template <>
struct Fields<Rank> {
  static constexpr RecordType type = RecordType::rank;
  template <class F>
  static void each(Rank const& r, F&& f) {
    f("text", r.text);
    f("position", r.position);
    f("from_end", r.from_end);
    f("scope", r.scope);
    f("out_of", r.out_of);
  }
};

template <>
struct Fields<Time> {
  static constexpr RecordType type = RecordType::time;
  template <class F>
  static void each(Time const& r, F&& f) {
    f("text", r.text);
    f("kind", r.kind);
    f("begin", r.begin);
    f("end", r.end);
    f("duration", r.duration);
    f("duration_high", r.duration_high);
    f("mod", r.mod);
    f("timex", r.timex);
  }
};

template <>
struct Fields<Entity> {
  static constexpr RecordType type = RecordType::entity;
  template <class F>
  static void each(Entity const& r, F&& f) {
    f("text", r.text);
    f("kind", r.kind);
    f("name", r.name);
    f("full_name", r.full_name);
    f("role", r.role);
    f("number", r.number);
    f("code", r.code);
    f("parent", r.parent);
  }
};

// Parts of facts: objects inside a record.
template <>
struct Fields<Amount> {
  template <class F>
  static void each(Amount const& r, F&& f) {
    f("value", r.value);
    f("low", r.low);
    f("high", r.high);
    f("unit", r.unit);
    f("mod", r.mod);
  }
};

template <>
struct Fields<Period> {
  template <class F>
  static void each(Period const& r, F&& f) {
    f("begin", r.begin);
    f("end", r.end);
    f("text", r.text);
    f("timex", r.timex);
  }
};

template <>
struct Fields<Change> {
  template <class F>
  static void each(Change const& r, F&& f) {
    f("basis", r.basis);
    f("against", r.against);
    f("of", std::string_view(r.of_growth ? "growth" : ""));
    f("direction", r.direction);
    f("value", r.value);
    f("low", r.low);
    f("high", r.high);
    f("unit", r.unit);
    f("mod", r.mod);
  }
};

template <>
struct Fields<Proportion> {
  template <class F>
  static void each(Proportion const& r, F&& f) {
    f("value", r.value);
    f("low", r.low);
    f("high", r.high);
    f("unit", r.unit);
    f("mod", r.mod);
    f("of", r.of);
  }
};

template <>
struct Fields<RankSlot> {
  template <class F>
  static void each(RankSlot const& r, F&& f) {
    f("position", r.position);
    f("from_end", r.from_end);
    f("scope", r.scope);
    f("out_of", r.out_of);
  }
};

template <>
struct Fields<Expected> {
  template <class F>
  static void each(Expected const& r, F&& f) {
    f("stage", r.stage);
    f("period", r.period);
  }
};

template <>
struct Fields<Reading> {
  template <class F>
  static void each(Reading const& r, F&& f) {
    f("value", r.value);
    f("unit", r.unit);
    f("text", std::string_view(r.text));
  }
};

template <>
struct Fields<Indicator> {
  static constexpr RecordType type = RecordType::indicator;
  template <class F>
  static void each(Indicator const& r, F&& f) {
    f("name", r.name);
    f("canonical", r.canonical);
    f("indicator_id", r.indicator_id);
    f("area", r.area);
    f("area_code", r.area_code);
    f("period", r.period);
    f("value", r.value);
    f("low", r.low);
    f("high", r.high);
    f("step", r.step);
    f("mod", r.mod);
    f("unit", r.unit);
    f("per", r.per);
    f("status", r.status);
    f("changes", r.changes);
    f("contribution", r.contribution);
    f("rank", r.rank);
    f("completion", r.completion);
    f("share", r.share);
  }
};

template <>
struct Fields<Project> {
  static constexpr RecordType type = RecordType::project;
  template <class F>
  static void each(Project const& r, F&& f) {
    f("name", r.name);
    f("area", r.area);
    f("investment", r.investment);
    f("invested", r.invested);
    f("progress", r.progress);
    f("stage", r.stage);
    f("stage_text", r.stage_text);
    f("expected", r.expected);
    f("owner", r.owner);
  }
};

template <>
struct Fields<Task> {
  static constexpr RecordType type = RecordType::task;
  template <class F>
  static void each(Task const& r, F&& f) {
    f("action", r.action);
    f("modal", r.modal);
    f("polarity", r.polarity);
    f("owner", r.owner);
    f("deadline", r.deadline);
    f("targets", r.targets);
  }
};

template <>
struct Fields<Appraisal> {
  static constexpr RecordType type = RecordType::appraisal;
  template <class F>
  static void each(Appraisal const& r, F&& f) {
    f("polarity", r.polarity);
    f("of", r.of);
    f("reason", r.reason);
  }
};

template <>
struct Fields<Problem> {
  static constexpr RecordType type = RecordType::problem;
  template <class F>
  static void each(Problem const& r, F&& f) {
    f("text", r.text);
    f("ordinal", r.ordinal);
  }
};

template <>
struct Fields<Formulation> {
  static constexpr RecordType type = RecordType::formulation;
  template <class F>
  static void each(Formulation const& r, F&& f) {
    f("name", r.name);
    f("count", r.count);
    f("members", r.members);
  }
};

template <>
struct Fields<Finding> {
  static constexpr RecordType type = RecordType::finding;
  template <class F>
  static void each(Finding const& r, F&& f) {
    f("rule", r.rule);
    f("severity", r.severity);
    f("message", std::string_view(r.message));
    f("expected", r.expected);
    f("found", r.found);
    f("how", std::string_view(r.how));
  }
};

}  // namespace detail

GONGWEN_END
