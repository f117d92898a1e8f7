// gongwen/detail/review/page_data.hpp: what the script of the page reads: words, and for each document its repaired text,
// every record as JSON Lines have it, and the rows of the sheet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../../review.hpp"
#include "../write/json.hpp"
#include "../write/jsonl.hpp"
#include "sheet.hpp"

GONGWEN_BEGIN

namespace detail {

/// JSON as it may stand inside a script element: no text can end the element or begin a comment, for no `<` is left, and
/// no line separator (U+2028, U+2029) is one in a script. All of these occur in strings alone.
inline void put_script_safe(Out& out, std::string_view json) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < json.size(); ++i) {
    bool const separator =
        json.compare(i, 2, "\xe2\x80") == 0 && i + 2 < json.size() && (json[i + 2] == '\xa8' || json[i + 2] == '\xa9');
    if (json[i] != '<' && !separator) continue;
    put(out, json.substr(kept, i - kept));
    put(out, json[i] == '<' ? "\\u003c" : json[i + 2] == '\xa8' ? "\\u2028" : "\\u2029");
    if (separator) i += 2;
    kept = i + 1;
  }
  put(out, json.substr(kept));
}

/// One document as an object.
class PageDocument {
 public:
  PageDocument(Out& out, ReviewWords const& words, Reviewed const& reviewed)
      : out_(out),
        words_(words),
        findings_(reviewed.findings),
        records_(findings_.records()),
        source_(reviewed.source),
        original_(records_.text().original(), OffsetUnit::codepoint),
        shown_(records_.text().view(), OffsetUnit::utf16) {}

  void write() {
    Sheet const sheet = SheetMaker(words_, findings_).make();
    out_.push_back('{');
    JsonFields fields = object();
    fields("source", source_);
    fields("title", records_.outline().title());
    fields("reference_date", records_.reference_date());
    fields("length", original_(records_.text().original().size()));
    fields("text", records_.text().view());
    fields.key("records");
    records();
    rows(fields, "scores", sheet.scores, [&](JsonFields& f, ScoreRow const& r) { score(f, r); });
    rows(fields, "projects", sheet.projects, [&](JsonFields& f, ProjectRow const& r) { project(f, r); });
    rows(fields, "tasks", sheet.tasks, [&](JsonFields& f, TaskRow const& r) { task(f, r); });
    rows(fields, "appraisals", sheet.appraisals, [&](JsonFields& f, AppraisalRow const& r) {
      ref(f, RecordType::appraisal, r.index);
      f("of", r.of);
      f("section", r.section);
    });
    rows(fields, "findings", sheet.findings, [&](JsonFields& f, FindingRow const& r) {
      ref(f, RecordType::finding, r.index);
      f("expected", r.expected);
      f("found", r.found);
      f("section", r.section);
    });
    out_.push_back('}');
  }

 private:
  [[nodiscard]] JsonFields object() { return {out_, original_, true}; }
  static void ref(JsonFields& f, RecordType type, std::uint32_t index) {
    f.key("ref");
    f.id(type, index);
  }

  template <class Row, class F>
  void rows(JsonFields& fields, std::string_view name, std::vector<Row> const& list, F const& each) {
    fields.key(name);
    out_.push_back('[');
    for (Row const& row : list) {
      if (&row != list.data()) out_.push_back(',');
      out_.push_back('{');
      JsonFields inner = object();
      each(inner, row);
      out_.push_back('}');
    }
    out_.push_back(']');
  }
  static void score(JsonFields& f, ScoreRow const& r) {
    ref(f, RecordType::indicator, r.index);
    f("value", r.value);
    f("growth", r.growth);
    f("changes", r.changes);
    f("rank", r.rank);
    f("completion", r.completion);
    f("elapsed", r.elapsed);
    f("target", r.target);
    f("growth_percent", r.growth_percent);
    f("done", r.done);
    f("due", r.due);
    f("light", name(r.light));
    f("reason", r.reason);
  }
  static void project(JsonFields& f, ProjectRow const& r) {
    ref(f, RecordType::project, r.index);
    f("investment", r.investment);
    f("invested", r.invested);
    f("progress", r.progress);
    f("expected", r.expected);
    f("section", r.section);
  }
  static void task(JsonFields& f, TaskRow const& r) {
    ref(f, RecordType::task, r.index);
    f("deadline", r.deadline);
    f("due", r.due);
    f("owner", r.owner);
    f("targets", r.targets);
    f("section", r.section);
  }

  void records() {
    out_.push_back('[');
    nodes();
    all(records_.quantities());
    all(records_.ratios());
    all(records_.ranks());
    all(records_.times());
    all(records_.entities());
    all(records_.indicators());
    all(records_.projects());
    all(records_.tasks());
    all(records_.appraisals());
    all(records_.problems());
    all(records_.formulations());
    all(findings_.findings());
    out_.push_back(']');
  }
  /// Each record with the fields that JSON Lines give it, and `at`: where it stands in the text that the page shows. What
  /// the script reads off from these is left out: the type (the letter of the id) and the words of a mention.
  template <class Record>
  void all(std::span<Record const> list) {
    constexpr bool fact = std::is_base_of_v<FactBase, Record>;
    constexpr bool mention = std::is_base_of_v<RecordBase, Record> && !fact;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
      Record const& r = list[i];
      JsonFields fields = begin(Fields<Record>::type, i, r.range);
      Fields<Record>::each(r, [&](std::string_view name, auto const& value) {
        if (!mention || name != "text") fields(name, value);
      });
      fields("node", r.node);
      fields("span", r.span);
      if constexpr (fact) {
        put_evidence(out_, fields, records_.evidence(r));
        fields("confidence", r.confidence);
      }
      if constexpr (std::is_same_v<Record, Finding>) put_evidence(out_, fields, r.evidence);
      out_.push_back('}');
    }
  }
  /// Nodes have what it takes to lay out the text.
  void nodes() {
    std::uint32_t index = 0;
    for (Node const& n : records_.outline().nodes()) {
      JsonFields fields = begin(RecordType::node, index++, n.range);
      fields("kind", n.kind);
      fields("level", n.level);
      fields("marker", n.marker);
      fields("title", n.title);
      if (n.head) range(fields, "head_at", n.head_range);
      out_.push_back('}');
    }
  }
  JsonFields begin(RecordType type, std::uint32_t index, Range at) {
    put(out_, out_[out_.size() - 1] == '[' ? "\n{" : ",\n{");
    JsonFields fields = object();
    fields.key("id");
    fields.id(type, index);
    range(fields, "at", at);
    return fields;
  }
  void range(JsonFields& fields, std::string_view name, Range r) {
    fields.key(name);
    out_.push_back('[');
    put_integer(out_, shown_(r.begin));
    out_.push_back(',');
    put_integer(out_, shown_(r.end));
    out_.push_back(']');
  }

  Out& out_;
  ReviewWords const& words_;
  Findings const& findings_;
  Records const& records_;
  std::string_view source_;
  OffsetIndex original_, shown_;
};

/// The words that the script needs, by key.
inline void put_page_words(Out& out, ReviewWords const& words, OffsetIndex const& none) {
  JsonFields fields(out, none, true);
  for (std::string_view const key : page_words) fields(key, words(key));
  for (std::string_view const key : page_groups) fields(key, words.find(key));
  for (std::string_view const unit : page_units) fields("unit." + std::string(unit), words.of("unit", unit));
}

inline std::string page_data(ReviewWords const& words, std::span<Reviewed const> documents) {
  OffsetIndex const none({}, OffsetUnit::utf8);
  Out out;
  put(out, "{\"language\":");
  put_string(out, words.chinese() ? "zh" : "en");
  put(out, ",\"version\":\"" GONGWEN_VERSION "\",\"words\":{");
  put_page_words(out, words, none);
  put(out, "},\"documents\":[");
  for (Reviewed const& reviewed : documents) {
    if (&reviewed != documents.data()) out.push_back(',');
    PageDocument(out, words, reviewed).write();
  }
  put(out, "]}");
  return {out.data(), out.size()};
}

}  // namespace detail

GONGWEN_END
