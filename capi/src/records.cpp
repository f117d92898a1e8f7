// records.cpp: the head and the tables of a document.
#include "convert.hpp"
#include "handle.hpp"

namespace gongwen::c {

namespace {

class Tables {
 public:
  Tables(gongwen_document& document, Offsets const& offsets) noexcept
      : document_(document), offsets_(offsets), convert_(document.arena, offsets) {}

  void head(Text const& text, Outline const* outline, Records const* records) {
    gongwen_head& head = document_.head;
    head.schema = borrowed("gongwen/1");
    head.source = borrowed(document_.source);
    head.encoding = borrowed(text.encoding());
    head.offset_unit = offsets_.unit();
    head.length = offsets_.length();
    if (records != nullptr) {
      convert_.set(head.reference_date, records->reference_date());
      head.reference_date_from = borrowed(records->reference_date_from());
    }
    if (outline != nullptr) head.title = borrowed(outline->title());
  }

  void edits(Text const& text) { document_.edits = table<gongwen_edits, gongwen_edit>(text.edits()); }
  void nodes(Outline const& outline) { document_.nodes = table<gongwen_nodes, gongwen_node>(outline.nodes()); }
  void records(Records const& records) {
    document_.quantities = table<gongwen_quantities, gongwen_quantity>(records.quantities());
    document_.ratios = table<gongwen_ratios, gongwen_ratio>(records.ratios());
    document_.ranks = table<gongwen_ranks, gongwen_rank>(records.ranks());
    document_.times = table<gongwen_times, gongwen_time>(records.times());
    document_.entities = table<gongwen_entities, gongwen_entity>(records.entities());
    records_ = &records;
    document_.indicators = table<gongwen_indicators, gongwen_indicator>(records.indicators());
    document_.projects = table<gongwen_projects, gongwen_project>(records.projects());
    document_.tasks = table<gongwen_tasks, gongwen_task>(records.tasks());
    document_.appraisals = table<gongwen_appraisals, gongwen_appraisal>(records.appraisals());
    document_.problems = table<gongwen_problems, gongwen_problem>(records.problems());
    document_.formulations = table<gongwen_formulations, gongwen_formulation>(records.formulations());
  }
  void findings(Findings const& findings) {
    document_.findings = table<gongwen_findings, gongwen_finding>(findings.findings());
  }

 private:
  template <class Table, class Row, class Record>
  Table table(std::span<Record const> records) {
    Row* const rows = document_.arena.array<Row>(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
      convert_.fill(rows[i], records[i]);
      place(rows[i], records[i]);
    }
    return list_of<Table>(rows, records.size());
  }

  // What a record carries besides the fields of its own.
  static void place(gongwen_edit&, Edit const&) noexcept {}
  static void place(gongwen_node&, Node const&) noexcept {}
  template <class Row>
  void place(Row& row, RecordBase const& record) {
    convert_.set(row.node, record.node);
    convert_.set(row.span, record.span);
    convert_.set(row.by, record.by);
  }
  template <class Row>
  void place(Row& row, FactBase const& record) {
    place(row, static_cast<RecordBase const&>(record));
    row.evidence = convert_.evidence(records_->evidence(record));
    convert_.set(row.confidence, record.confidence);
  }
  void place(gongwen_finding& row, Finding const& record) {
    convert_.set(row.node, record.node);
    convert_.set(row.span, record.span);
    row.evidence = convert_.evidence(record.evidence);
  }

  gongwen_document& document_;
  Offsets const& offsets_;
  Converter convert_;
  Records const* records_ = nullptr;
};

}  // namespace

void fill(gongwen_document& document, gongwen_offset_unit unit) {
  Text const& text = text_of(document.value);
  Outline const* const outline = outline_of(document.value);
  Records const* const records = records_of(document.value);
  Offsets const offsets(text.original(), unit);
  Tables tables(document, offsets);
  tables.head(text, outline, records);
  tables.edits(text);
  if (outline != nullptr) tables.nodes(*outline);
  if (records != nullptr) tables.records(*records);
  if (auto const* const findings = findings_of(document.value)) tables.findings(*findings);
}

}  // namespace gongwen::c

extern "C" {

gongwen_head const* gongwen_document_head(gongwen_document const* d) { return d != nullptr ? &d->head : nullptr; }

gongwen_edits gongwen_document_edits(gongwen_document const* d) { return d != nullptr ? d->edits : gongwen_edits{}; }
gongwen_nodes gongwen_document_nodes(gongwen_document const* d) { return d != nullptr ? d->nodes : gongwen_nodes{}; }
gongwen_quantities gongwen_document_quantities(gongwen_document const* d) {
  return d != nullptr ? d->quantities : gongwen_quantities{};
}
gongwen_ratios gongwen_document_ratios(gongwen_document const* d) {
  return d != nullptr ? d->ratios : gongwen_ratios{};
}
gongwen_ranks gongwen_document_ranks(gongwen_document const* d) { return d != nullptr ? d->ranks : gongwen_ranks{}; }
gongwen_times gongwen_document_times(gongwen_document const* d) { return d != nullptr ? d->times : gongwen_times{}; }
gongwen_entities gongwen_document_entities(gongwen_document const* d) {
  return d != nullptr ? d->entities : gongwen_entities{};
}
gongwen_indicators gongwen_document_indicators(gongwen_document const* d) {
  return d != nullptr ? d->indicators : gongwen_indicators{};
}
gongwen_projects gongwen_document_projects(gongwen_document const* d) {
  return d != nullptr ? d->projects : gongwen_projects{};
}
gongwen_tasks gongwen_document_tasks(gongwen_document const* d) { return d != nullptr ? d->tasks : gongwen_tasks{}; }
gongwen_appraisals gongwen_document_appraisals(gongwen_document const* d) {
  return d != nullptr ? d->appraisals : gongwen_appraisals{};
}
gongwen_problems gongwen_document_problems(gongwen_document const* d) {
  return d != nullptr ? d->problems : gongwen_problems{};
}
gongwen_formulations gongwen_document_formulations(gongwen_document const* d) {
  return d != nullptr ? d->formulations : gongwen_formulations{};
}
gongwen_findings gongwen_document_findings(gongwen_document const* d) {
  return d != nullptr ? d->findings : gongwen_findings{};
}

}  // extern "C"
