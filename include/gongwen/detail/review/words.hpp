// gongwen/detail/review/words.hpp: the words of the sheet, from the table of messages in the language of the options.
#pragma once

#include <fmt/args.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "../../check.hpp"
#include "../../lexicon.hpp"
#include "../scan/lexicon_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// Words that the script of the page asks for by name; those of values (`stage.land`) and fields are asked for by group.
inline constexpr std::string_view page_words[] = {
    "expected_stage",
    "status",
    "unit",
    "changes",
    "title",
    "subtitle",
    "skip",
    "needs_script",
    "documents",
    "views",
    "outline",
    "overview",
    "scoreboard",
    "findings",
    "projects",
    "tasks",
    "appraisals",
    "problems",
    "text",
    "search",
    "search_hint",
    "no_match",
    "matches",
    "theme",
    "theme_auto",
    "theme_light",
    "theme_dark",
    "print",
    "close",
    "details",
    "evidence",
    "exact",
    "confidence",
    "place",
    "section",
    "go",
    "previous",
    "next",
    "none",
    "more",
    "all",
    "behind_only",
    "filter_area",
    "keys",
    "key_search",
    "key_step",
    "key_close",
    "export_csv",
    "export_ics",
    "growth_chart",
    "completion_chart",
    "time_line",
    "reference_date",
    "characters",
    "sheet_of",
    "legend",
    "show_marks",
    "indicator",
    "area",
    "period",
    "value",
    "growth",
    "target",
    "rank",
    "completion",
    "elapsed",
    "light",
    "name",
    "investment",
    "invested",
    "progress",
    "stage",
    "expected",
    "found",
    "how",
    "owner",
    "deadline",
    "action",
    "reason",
    "of",
    "praise",
    "criticism",
    "severity",
    "message",
    "no_deadline",
    "no_stage",
    "on_course",
    "behind",
    "far_behind",
    "made_by",
    "menu",
    "forbid",
    "copied",
    "unjudged",
    "source",
    "targets",
};

/// Groups of words for the values of enumerations and for the names of fields, `group.name`.
inline constexpr std::string_view page_groups[] = {
    "type.indicator",   "type.project",     "type.task",          "type.appraisal",     "type.problem",
    "type.formulation", "type.finding",     "type.quantity",      "type.ratio",         "type.rank",
    "type.time",        "type.entity",      "type.node",          "type.edit",          "field.text",
    "field.value",      "field.low",        "field.high",         "field.fraction",     "field.step",
    "field.mod",        "field.unit",       "field.per",          "field.per_unit",     "field.dimension",
    "field.terms",      "field.position",   "field.from_end",     "field.scope",        "field.out_of",
    "field.kind",       "field.begin",      "field.end",          "field.duration",     "field.duration_high",
    "field.timex",      "field.name",       "field.full_name",    "field.role",         "field.number",
    "field.code",       "field.parent",     "field.canonical",    "field.indicator_id", "field.area",
    "field.area_code",  "field.period",     "field.status",       "field.changes",      "field.contribution",
    "field.rank",       "field.completion", "field.share",        "field.investment",   "field.invested",
    "field.progress",   "field.stage",      "field.stage_text",   "field.expected",     "field.owner",
    "field.action",     "field.modal",      "field.polarity",     "field.deadline",     "field.targets",
    "field.of",         "field.reason",     "field.ordinal",      "field.count",        "field.members",
    "field.rule",       "field.severity",   "field.message",      "field.found",        "field.how",
    "field.against",    "field.basis",      "field.direction",    "status.actual",      "status.estimate",
    "status.target",    "status.plan",      "basis.yoy",          "basis.mom",          "basis.year_start",
    "basis.target",     "basis.peer",       "basis.since",        "direction.up",       "direction.down",
    "direction.flat",   "mod.about",        "mod.over",           "mod.under",          "mod.nearly",
    "mod.at_least",     "mod.at_most",      "mod.before",         "mod.after",          "mod.by",
    "mod.around",       "stage.planned",    "stage.approved",     "stage.feasibility",  "stage.tendering",
    "stage.signed",     "stage.land",       "stage.construction", "stage.completed",    "stage.production",
    "stage.stalled",    "severity.error",   "severity.warning",   "severity.info",      "polarity.do",
    "polarity.forbid",  "polarity.praise",  "polarity.criticism", "kind.date",          "kind.period",
    "kind.duration",    "kind.set",         "kind.place",         "kind.organization",  "kind.person",
    "kind.document",    "kind.program",
};

/// Units that have a code of their own; others are written as in the text.
inline constexpr std::string_view page_units[] = {
    "CNY", "USD", "HKD", "EUR", "JPY", "pp", "permille", "x", "t",  "kg",  "g",  "dan", "jin", "mu",
    "ha",  "m2",  "km2", "m",   "km",  "li", "m3",       "L", "kW", "kWh", "kV", "V",   "tce", "degC",
};

class ReviewWords {
 public:
  ReviewWords(LexiconData const& lexicon, Language language) : lexicon_(lexicon), language_(language) {}

  [[nodiscard]] bool chinese() const { return language_ == Language::zh; }

  /// The word for a key; empty where the table has none.
  [[nodiscard]] std::string_view find(std::string_view key) const {
    std::string name = "review.";
    name.append(key).append(chinese() ? ".zh" : ".en");
    return lexicon_.find(name, Class::message).text;
  }
  /// A label; the key itself where the table has none.
  [[nodiscard]] std::string_view operator()(std::string_view key) const {
    std::string_view const word = find(key);
    return word.empty() ? key : word;
  }
  /// The word for a value of a group; the value itself where there is none, nothing for nothing.
  [[nodiscard]] std::string_view of(std::string_view group, std::string_view value) const {
    if (value.empty()) return {};
    std::string_view const word = find(std::string(group) + '.' + std::string(value));
    return word.empty() ? value : word;
  }
  /// A sentence with its places filled in order.
  template <class... Args>
  [[nodiscard]] std::string filled(std::string_view key, Args const&... args) const {
    return fmt::format(fmt::runtime(std::string((*this)(key))), args...);
  }

 private:
  LexiconData const& lexicon_;
  Language language_;
};

}  // namespace detail

GONGWEN_END
