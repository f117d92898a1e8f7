package gongwen

// #include <gongwen.h>
import "C"

import (
	"runtime"
	"strconv"
	"unsafe"
)

// names are the words of the schema for the values of an enumeration, which the library is asked for once.
type names[E ~uint32] []string

func namesOf[E ~uint32](name func(E) C.gongwen_string) (out names[E]) {
	for i := E(0); ; i++ {
		word := text(name(i))
		if word == "" && i > 0 {
			return out
		}
		out = append(out, word)
	}
}

// of is the word for a value, empty for one that means none or is newer than the library.
func (n names[E]) of(value E) string {
	if int(value) < len(n) {
		return n[value]
	}
	return ""
}

func (n names[E]) find(word string) int {
	for i, w := range n {
		if w == word {
			return i
		}
	}
	return -1
}

var (
	recordType      = namesOf(func(v C.gongwen_record_type) C.gongwen_string { return C.gongwen_record_type_name(v) })
	offsetUnit      = namesOf(func(v C.gongwen_offset_unit) C.gongwen_string { return C.gongwen_offset_unit_name(v) })
	editKind        = namesOf(func(v C.gongwen_edit_kind) C.gongwen_string { return C.gongwen_edit_kind_name(v) })
	nodeKind        = namesOf(func(v C.gongwen_node_kind) C.gongwen_string { return C.gongwen_node_kind_name(v) })
	nodeRole        = namesOf(func(v C.gongwen_node_role) C.gongwen_string { return C.gongwen_node_role_name(v) })
	modName         = namesOf(func(v C.gongwen_mod) C.gongwen_string { return C.gongwen_mod_name(v) })
	dimension       = namesOf(func(v C.gongwen_dimension) C.gongwen_string { return C.gongwen_dimension_name(v) })
	timeKind        = namesOf(func(v C.gongwen_time_kind) C.gongwen_string { return C.gongwen_time_kind_name(v) })
	timeMod         = namesOf(func(v C.gongwen_time_mod) C.gongwen_string { return C.gongwen_time_mod_name(v) })
	indicatorStatus = namesOf(func(v C.gongwen_indicator_status) C.gongwen_string { return C.gongwen_indicator_status_name(v) })
	basisName       = namesOf(func(v C.gongwen_basis) C.gongwen_string { return C.gongwen_basis_name(v) })
	directionName   = namesOf(func(v C.gongwen_direction) C.gongwen_string { return C.gongwen_direction_name(v) })
	entityKind      = namesOf(func(v C.gongwen_entity_kind) C.gongwen_string { return C.gongwen_entity_kind_name(v) })
	stageReached    = namesOf(func(v C.gongwen_stage_reached) C.gongwen_string { return C.gongwen_stage_reached_name(v) })
	taskPolarity    = namesOf(func(v C.gongwen_task_polarity) C.gongwen_string { return C.gongwen_task_polarity_name(v) })
	appraisalSign   = namesOf(func(v C.gongwen_appraisal_polarity) C.gongwen_string { return C.gongwen_appraisal_polarity_name(v) })
	severityName    = namesOf(func(v C.gongwen_severity) C.gongwen_string { return C.gongwen_severity_name(v) })
)

// rows converts each row of a C table or list. Rows may stand further apart than this package knows.
func rows[Row, Record any](first *Row, count, stride C.size_t, convert func(i int, row *Row) Record) []Record {
	if count == 0 {
		return nil
	}
	out := make([]Record, count)
	for i := range out {
		out[i] = convert(i, (*Row)(unsafe.Add(unsafe.Pointer(first), uintptr(i)*uintptr(stride))))
	}
	return out
}

// text is a copy.
func text(s C.gongwen_string) string {
	if s.size == 0 {
		return ""
	}
	return string(unsafe.Slice((*byte)(unsafe.Pointer(s.data)), int(s.size)))
}

func decimal(d C.gongwen_decimal) Decimal { return Decimal(text(d.text)) }

func integer(i C.gongwen_int) *int32 {
	if !i.present {
		return nil
	}
	value := int32(i.value)
	return &value
}

func span(s C.gongwen_span) Span { return Span{uint64(s.begin), uint64(s.end)} }

func date(d C.gongwen_date) Date { return Date{int(d.year), int(d.month), int(d.day)} }

func id(letter byte, index int) string { return string(letter) + strconv.Itoa(index+1) }

func node(index C.uint32_t) string {
	if index == C.GONGWEN_NO_NODE {
		return ""
	}
	return id('n', int(index))
}

func nodes(list C.gongwen_indexes) []string {
	return rows(list.first, list.count, list.stride, func(_ int, i *C.uint32_t) string { return node(*i) })
}

func decimals(list C.gongwen_decimals) []Decimal {
	return rows(list.first, list.count, list.stride, func(_ int, d *C.gongwen_decimal) Decimal { return decimal(*d) })
}

func ref(r C.gongwen_ref) string {
	const letters = "denqrktmipavbfw"
	if int(r._type) >= len(letters) {
		return ""
	}
	return id(letters[r._type], int(r.index))
}

func ids(list C.gongwen_evidences) []string {
	return rows(list.first, list.count, list.stride, func(_ int, e *C.gongwen_evidence) string { return ref(e.ref) })
}

func slots(list C.gongwen_evidences) map[string][]string {
	if list.count == 0 {
		return nil
	}
	out := make(map[string][]string)
	rows(list.first, list.count, list.stride, func(_ int, e *C.gongwen_evidence) struct{} {
		slot := text(e.slot)
		out[slot] = append(out[slot], ref(e.ref))
		return struct{}{}
	})
	return out
}

func period(p *C.gongwen_period) *Period {
	if p == nil {
		return nil
	}
	return &Period{date(p.begin), date(p.end), text(p.text), text(p.timex)}
}

func texts(list C.gongwen_strings) []string {
	return rows(list.first, list.count, list.stride, func(_ int, s *C.gongwen_string) string { return text(*s) })
}

func amount(a *C.gongwen_amount) *Amount {
	if a == nil {
		return nil
	}
	return &Amount{decimal(a.value), decimal(a.low), decimal(a.high), text(a.unit), modName.of(a.mod)}
}

func amounts(list C.gongwen_amounts) []Amount {
	return rows(list.first, list.count, list.stride, func(_ int, a *C.gongwen_amount) Amount { return *amount(a) })
}

func expected(list C.gongwen_expectations) []Expected {
	return rows(list.first, list.count, list.stride, func(_ int, e *C.gongwen_expected) Expected {
		return Expected{stageReached.of(e.stage), period(e.period)}
	})
}

func changes(list C.gongwen_changes) []Change {
	return rows(list.first, list.count, list.stride, func(_ int, c *C.gongwen_change) Change {
		return Change{
			Basis: basisName.of(c.basis), Against: text(c.against), Of: text(c.of),
			Direction: directionName.of(c.direction), Value: decimal(c.value), Low: decimal(c.low), High: decimal(c.high),
			Unit: text(c.unit), Mod: modName.of(c.mod),
		}
	})
}

func proportion(p *C.gongwen_proportion) *Proportion {
	if p == nil {
		return nil
	}
	return &Proportion{decimal(p.value), decimal(p.low), decimal(p.high), text(p.unit), modName.of(p.mod), text(p.of)}
}

func rankSlot(r *C.gongwen_rank_slot) *RankSlot {
	if r == nil {
		return nil
	}
	return &RankSlot{int32(r.position), bool(r.from_end), text(r.scope), integer(r.out_of)}
}

func reading(r *C.gongwen_reading) *Reading {
	if r == nil {
		return nil
	}
	return &Reading{decimal(r.value), text(r.unit), text(r.text)}
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

// Edits are all repairs, by position.
func (d *Document) Edits() []Edit {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_edits(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_edit) Edit {
		return Edit{
			ID: id('e', i), Kind: editKind.of(r.kind), Span: span(r.span), Before: text(r.before), After: text(r.after),
			Applied: bool(r.applied),
		}
	})
}

// Nodes are the parts of the document, each before those below it.
func (d *Document) Nodes() []Node {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_nodes(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_node) Node {
		n := Node{
			ID: id('n', i), Parent: node(r.parent), Kind: nodeKind.of(r.kind), Role: nodeRole.of(r.role),
			Level: integer(r.level), Marker: text(r.marker), Ordinal: integer(r.ordinal), Title: text(r.title),
			ReferenceDate: date(r.reference_date), Row: integer(r.row), Column: integer(r.column),
			RowHeads: nodes(r.row_heads), ColumnHeads: nodes(r.column_heads), Unit: text(r.unit), Span: span(r.span),
		}
		if r.head != nil {
			head := span(*r.head)
			n.Head = &head
		}
		return n
	})
}

// Quantities are numbers with their units.
func (d *Document) Quantities() []Quantity {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_quantities(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_quantity) Quantity {
		q := Quantity{
			ID: id('q', i), Text: text(r.text), Value: decimal(r.value), Low: decimal(r.low), High: decimal(r.high),
			Step: decimal(r.step), Mod: modName.of(r.mod), Unit: text(r.unit), Per: text(r.per),
			PerUnit: text(r.per_unit), Dimension: dimension.of(r.dimension), Node: node(r.node), Span: span(r.span),
			By: text(r.by),
		}
		if r.fraction != nil {
			q.Fraction = &Fraction{int64(r.fraction.numerator), int64(r.fraction.denominator)}
		}
		return q
	})
}

// Ratios are terms set against each other.
func (d *Document) Ratios() []Ratio {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_ratios(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_ratio) Ratio {
		return Ratio{id('r', i), text(r.text), decimals(r.terms), node(r.node), span(r.span), text(r.by)}
	})
}

// Ranks are places in an order.
func (d *Document) Ranks() []Rank {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_ranks(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_rank) Rank {
		return Rank{
			ID: id('k', i), Text: text(r.text), Position: int32(r.position), FromEnd: bool(r.from_end),
			Scope: text(r.scope), OutOf: integer(r.out_of), Node: node(r.node), Span: span(r.span), By: text(r.by),
		}
	})
}

// Times are dates, periods, durations and recurring times.
func (d *Document) Times() []Time {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_times(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_time) Time {
		return Time{
			ID: id('t', i), Text: text(r.text), Kind: timeKind.of(r.kind), Begin: date(r.begin), End: date(r.end),
			Duration: text(r.duration), DurationHigh: text(r.duration_high), Mod: timeMod.of(r.mod), Timex: text(r.timex),
			Node: node(r.node), Span: span(r.span), By: text(r.by),
		}
	})
}

// Entities are things with a name.
func (d *Document) Entities() []Entity {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_entities(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_entity) Entity {
		return Entity{
			ID: id('m', i), Text: text(r.text), Kind: entityKind.of(r.kind), Name: text(r.name),
			FullName: text(r.full_name), Role: text(r.role), Number: text(r.number), Code: text(r.code),
			Parent: text(r.parent), Node: node(r.node), Span: span(r.span), By: text(r.by),
		}
	})
}

// Indicators are observations of measures.
func (d *Document) Indicators() []Indicator {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_indicators(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_indicator) Indicator {
		return Indicator{
			ID: id('i', i), Name: text(r.name), Canonical: text(r.canonical), IndicatorID: text(r.indicator_id),
			Area: text(r.area), AreaCode: text(r.area_code), Period: period(r.period), Value: decimal(r.value),
			Low: decimal(r.low), High: decimal(r.high), Step: decimal(r.step), Mod: modName.of(r.mod), Unit: text(r.unit),
			Per: text(r.per), Status: indicatorStatus.of(r.status), Changes: changes(r.changes),
			Contribution: proportion(r.contribution), Rank: rankSlot(r.rank), Completion: proportion(r.completion),
			Share: proportion(r.share), Node: node(r.node), Span: span(r.span), Evidence: slots(r.evidence),
			Confidence: decimal(r.confidence), By: text(r.by),
		}
	})
}

// Projects are named projects.
func (d *Document) Projects() []Project {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_projects(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_project) Project {
		return Project{
			ID: id('p', i), Name: text(r.name), Area: text(r.area), Investment: amount(r.investment),
			Invested: amount(r.invested), Progress: amount(r.progress), Stage: stageReached.of(r.stage),
			StageText: text(r.stage_text), Expected: expected(r.expected), Owner: text(r.owner), Node: node(r.node),
			Span: span(r.span), Evidence: slots(r.evidence), Confidence: decimal(r.confidence), By: text(r.by),
		}
	})
}

// Tasks are what somebody is told, or undertakes, to do.
func (d *Document) Tasks() []Task {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_tasks(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_task) Task {
		return Task{
			ID: id('a', i), Action: text(r.action), Modal: text(r.modal), Polarity: taskPolarity.of(r.polarity),
			Owner: texts(r.owner), Deadline: period(r.deadline), Targets: amounts(r.targets), Node: node(r.node),
			Span: span(r.span), Evidence: slots(r.evidence), Confidence: decimal(r.confidence), By: text(r.by),
		}
	})
}

// Appraisals are praise and criticism.
func (d *Document) Appraisals() []Appraisal {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_appraisals(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_appraisal) Appraisal {
		return Appraisal{
			ID: id('v', i), Polarity: appraisalSign.of(r.polarity), Of: texts(r.of), Reason: text(r.reason),
			Node: node(r.node), Span: span(r.span), Evidence: slots(r.evidence), Confidence: decimal(r.confidence),
			By: text(r.by),
		}
	})
}

// Problems are difficulties that the text admits.
func (d *Document) Problems() []Problem {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_problems(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_problem) Problem {
		return Problem{
			ID: id('b', i), Text: text(r.text), Ordinal: integer(r.ordinal), Node: node(r.node), Span: span(r.span),
			Evidence: slots(r.evidence), Confidence: decimal(r.confidence), By: text(r.by),
		}
	})
}

// Formulations are numbered catch-phrases.
func (d *Document) Formulations() []Formulation {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_formulations(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_formulation) Formulation {
		return Formulation{
			ID: id('f', i), Name: text(r.name), Count: int32(r.count), Members: texts(r.members), Node: node(r.node),
			Span: span(r.span), Evidence: slots(r.evidence), Confidence: decimal(r.confidence), By: text(r.by),
		}
	})
}

// Findings are what does not add up.
func (d *Document) Findings() []Finding {
	defer runtime.KeepAlive(d)
	t := C.gongwen_document_findings(d.handle)
	return rows(t.first, t.count, t.stride, func(i int, r *C.gongwen_finding) Finding {
		return Finding{
			ID: id('w', i), Rule: text(r.rule), Severity: severityName.of(r.severity), Message: text(r.message),
			Expected: reading(r.expected), Found: reading(r.found), How: text(r.how), Node: node(r.node),
			Span: span(r.span), Evidence: ids(r.evidence),
		}
	})
}
