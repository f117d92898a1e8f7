package gongwen

// #include <gongwen.h>
import "C"

import (
	"iter"
	"runtime"
)

// Each type of record has a table in the library. A method of its plural gives all of it as a slice; one that begins with All
// makes the records one by one, as they are asked for, and ends early where the document is closed meanwhile.

// table is a table of the library: the layout that its tables share.
type table[Row any] struct {
	first         *Row
	count, stride C.size_t
}

// list converts a whole table.
func list[Row, Record any](d *Document, of func(*Document) table[Row], convert func(int, *Row) Record) []Record {
	defer runtime.KeepAlive(d)
	t := of(d)
	return rows(t.first, t.count, t.stride, convert)
}

// each converts a row when it is asked for it.
func each[Row, Record any](d *Document, of func(*Document) table[Row], convert func(int, *Row) Record) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		defer runtime.KeepAlive(d)
		t := of(d)
		for i := 0; i < int(t.count) && d.handle != nil; i++ {
			if !yield(convert(i, at(t.first, t.stride, i))) {
				return
			}
		}
	}
}

// Head is the document record.
func (d *Document) Head() Head {
	defer runtime.KeepAlive(d)
	h := C.gongwen_document_head(d.handle)
	if h == nil {
		return Head{}
	}
	return Head{
		Schema: text(h.schema), Source: text(h.source), Encoding: text(h.encoding),
		OffsetUnit: offsetUnit.of(h.offset_unit), Length: uint64(h.length), ReferenceDate: date(h.reference_date),
		ReferenceDateFrom: text(h.reference_date_from), Title: text(h.title),
	}
}

func editsOf(d *Document) table[C.gongwen_edit] {
	return table[C.gongwen_edit](C.gongwen_document_edits(d.handle))
}

// Edits are all repairs, by position.
func (d *Document) Edits() []Edit { return list(d, editsOf, editRow) }

// AllEdits gives Edits one by one.
func (d *Document) AllEdits() iter.Seq[Edit] { return each(d, editsOf, editRow) }

func nodesOf(d *Document) table[C.gongwen_node] {
	return table[C.gongwen_node](C.gongwen_document_nodes(d.handle))
}

// Nodes are the parts of the document, each before those below it.
func (d *Document) Nodes() []Node { return list(d, nodesOf, nodeRow) }

// AllNodes gives Nodes one by one.
func (d *Document) AllNodes() iter.Seq[Node] { return each(d, nodesOf, nodeRow) }

func quantitiesOf(d *Document) table[C.gongwen_quantity] {
	return table[C.gongwen_quantity](C.gongwen_document_quantities(d.handle))
}

// Quantities are numbers with their units.
func (d *Document) Quantities() []Quantity { return list(d, quantitiesOf, quantityRow) }

// AllQuantities gives Quantities one by one.
func (d *Document) AllQuantities() iter.Seq[Quantity] { return each(d, quantitiesOf, quantityRow) }

func ratiosOf(d *Document) table[C.gongwen_ratio] {
	return table[C.gongwen_ratio](C.gongwen_document_ratios(d.handle))
}

// Ratios are terms set against each other.
func (d *Document) Ratios() []Ratio { return list(d, ratiosOf, ratioRow) }

// AllRatios gives Ratios one by one.
func (d *Document) AllRatios() iter.Seq[Ratio] { return each(d, ratiosOf, ratioRow) }

func ranksOf(d *Document) table[C.gongwen_rank] {
	return table[C.gongwen_rank](C.gongwen_document_ranks(d.handle))
}

// Ranks are places in an order.
func (d *Document) Ranks() []Rank { return list(d, ranksOf, rankRow) }

// AllRanks gives Ranks one by one.
func (d *Document) AllRanks() iter.Seq[Rank] { return each(d, ranksOf, rankRow) }

func timesOf(d *Document) table[C.gongwen_time] {
	return table[C.gongwen_time](C.gongwen_document_times(d.handle))
}

// Times are dates, periods, durations and recurring times.
func (d *Document) Times() []Time { return list(d, timesOf, timeRow) }

// AllTimes gives Times one by one.
func (d *Document) AllTimes() iter.Seq[Time] { return each(d, timesOf, timeRow) }

func entitiesOf(d *Document) table[C.gongwen_entity] {
	return table[C.gongwen_entity](C.gongwen_document_entities(d.handle))
}

// Entities are things with a name.
func (d *Document) Entities() []Entity { return list(d, entitiesOf, entityRow) }

// AllEntities gives Entities one by one.
func (d *Document) AllEntities() iter.Seq[Entity] { return each(d, entitiesOf, entityRow) }

func indicatorsOf(d *Document) table[C.gongwen_indicator] {
	return table[C.gongwen_indicator](C.gongwen_document_indicators(d.handle))
}

// Indicators are observations of measures.
func (d *Document) Indicators() []Indicator { return list(d, indicatorsOf, indicatorRow) }

// AllIndicators gives Indicators one by one.
func (d *Document) AllIndicators() iter.Seq[Indicator] { return each(d, indicatorsOf, indicatorRow) }

func projectsOf(d *Document) table[C.gongwen_project] {
	return table[C.gongwen_project](C.gongwen_document_projects(d.handle))
}

// Projects are named projects.
func (d *Document) Projects() []Project { return list(d, projectsOf, projectRow) }

// AllProjects gives Projects one by one.
func (d *Document) AllProjects() iter.Seq[Project] { return each(d, projectsOf, projectRow) }

func tasksOf(d *Document) table[C.gongwen_task] {
	return table[C.gongwen_task](C.gongwen_document_tasks(d.handle))
}

// Tasks are what somebody is told, or undertakes, to do.
func (d *Document) Tasks() []Task { return list(d, tasksOf, taskRow) }

// AllTasks gives Tasks one by one.
func (d *Document) AllTasks() iter.Seq[Task] { return each(d, tasksOf, taskRow) }

func appraisalsOf(d *Document) table[C.gongwen_appraisal] {
	return table[C.gongwen_appraisal](C.gongwen_document_appraisals(d.handle))
}

// Appraisals are praise and criticism.
func (d *Document) Appraisals() []Appraisal { return list(d, appraisalsOf, appraisalRow) }

// AllAppraisals gives Appraisals one by one.
func (d *Document) AllAppraisals() iter.Seq[Appraisal] { return each(d, appraisalsOf, appraisalRow) }

func problemsOf(d *Document) table[C.gongwen_problem] {
	return table[C.gongwen_problem](C.gongwen_document_problems(d.handle))
}

// Problems are difficulties that the text admits.
func (d *Document) Problems() []Problem { return list(d, problemsOf, problemRow) }

// AllProblems gives Problems one by one.
func (d *Document) AllProblems() iter.Seq[Problem] { return each(d, problemsOf, problemRow) }

func formulationsOf(d *Document) table[C.gongwen_formulation] {
	return table[C.gongwen_formulation](C.gongwen_document_formulations(d.handle))
}

// Formulations are numbered catch-phrases.
func (d *Document) Formulations() []Formulation { return list(d, formulationsOf, formulationRow) }

// AllFormulations gives Formulations one by one.
func (d *Document) AllFormulations() iter.Seq[Formulation] {
	return each(d, formulationsOf, formulationRow)
}

func findingsOf(d *Document) table[C.gongwen_finding] {
	return table[C.gongwen_finding](C.gongwen_document_findings(d.handle))
}

// Findings are what does not add up.
func (d *Document) Findings() []Finding { return list(d, findingsOf, findingRow) }

// AllFindings gives Findings one by one.
func (d *Document) AllFindings() iter.Seq[Finding] { return each(d, findingsOf, findingRow) }
