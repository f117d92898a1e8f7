package gongwen

// #include <gongwen.h>
import "C"

// What a row of the library is as a record.

func editRow(i int, r *C.gongwen_edit) Edit {
	return Edit{
		ID: id('e', i), Kind: editKind.of(r.kind), Span: span(r.span), Before: text(r.before), After: text(r.after),
		Applied: bool(r.applied),
	}
}

func nodeRow(i int, r *C.gongwen_node) Node {
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
}

func quantityRow(i int, r *C.gongwen_quantity) Quantity {
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
}

func ratioRow(i int, r *C.gongwen_ratio) Ratio {
	return Ratio{id('r', i), text(r.text), decimals(r.terms), node(r.node), span(r.span), text(r.by)}
}

func rankRow(i int, r *C.gongwen_rank) Rank {
	return Rank{
		ID: id('k', i), Text: text(r.text), Position: int32(r.position), FromEnd: bool(r.from_end),
		Scope: text(r.scope), OutOf: integer(r.out_of), Node: node(r.node), Span: span(r.span), By: text(r.by),
	}
}

func timeRow(i int, r *C.gongwen_time) Time {
	return Time{
		ID: id('t', i), Text: text(r.text), Kind: timeKind.of(r.kind), Begin: date(r.begin), End: date(r.end),
		Duration: text(r.duration), DurationHigh: text(r.duration_high), Mod: timeMod.of(r.mod), Timex: text(r.timex),
		Node: node(r.node), Span: span(r.span), By: text(r.by),
	}
}

func entityRow(i int, r *C.gongwen_entity) Entity {
	return Entity{
		ID: id('m', i), Text: text(r.text), Kind: entityKind.of(r.kind), Name: text(r.name),
		FullName: text(r.full_name), Role: text(r.role), Number: text(r.number), Code: text(r.code),
		Parent: text(r.parent), Node: node(r.node), Span: span(r.span), By: text(r.by),
	}
}

func indicatorRow(i int, r *C.gongwen_indicator) Indicator {
	return Indicator{
		ID: id('i', i), Name: text(r.name), Canonical: text(r.canonical), IndicatorID: text(r.indicator_id),
		Area: text(r.area), AreaCode: text(r.area_code), Period: period(r.period), Value: decimal(r.value),
		Low: decimal(r.low), High: decimal(r.high), Step: decimal(r.step), Mod: modName.of(r.mod), Unit: text(r.unit),
		Per: text(r.per), Status: indicatorStatus.of(r.status), Changes: changes(r.changes),
		Contribution: proportion(r.contribution), Rank: rankSlot(r.rank), Completion: proportion(r.completion),
		Share: proportion(r.share), Node: node(r.node), Span: span(r.span), Evidence: slots(r.evidence),
		Confidence: decimal(r.confidence), By: text(r.by),
	}
}

func projectRow(i int, r *C.gongwen_project) Project {
	return Project{
		ID: id('p', i), Name: text(r.name), Area: text(r.area), Investment: amount(r.investment),
		Invested: amount(r.invested), Progress: amount(r.progress), Stage: stageReached.of(r.stage),
		StageText: text(r.stage_text), Expected: expected(r.expected), Owner: text(r.owner), Node: node(r.node),
		Span: span(r.span), Evidence: slots(r.evidence), Confidence: decimal(r.confidence), By: text(r.by),
	}
}

func taskRow(i int, r *C.gongwen_task) Task {
	return Task{
		ID: id('a', i), Action: text(r.action), Modal: text(r.modal), Polarity: taskPolarity.of(r.polarity),
		Owner: texts(r.owner), Deadline: period(r.deadline), Targets: amounts(r.targets), Node: node(r.node),
		Span: span(r.span), Evidence: slots(r.evidence), Confidence: decimal(r.confidence), By: text(r.by),
	}
}

func appraisalRow(i int, r *C.gongwen_appraisal) Appraisal {
	return Appraisal{
		ID: id('v', i), Polarity: appraisalSign.of(r.polarity), Of: texts(r.of), Reason: text(r.reason),
		Node: node(r.node), Span: span(r.span), Evidence: slots(r.evidence), Confidence: decimal(r.confidence),
		By: text(r.by),
	}
}

func problemRow(i int, r *C.gongwen_problem) Problem {
	return Problem{
		ID: id('b', i), Text: text(r.text), Ordinal: integer(r.ordinal), Node: node(r.node), Span: span(r.span),
		Evidence: slots(r.evidence), Confidence: decimal(r.confidence), By: text(r.by),
	}
}

func formulationRow(i int, r *C.gongwen_formulation) Formulation {
	return Formulation{
		ID: id('f', i), Name: text(r.name), Count: int32(r.count), Members: texts(r.members), Node: node(r.node),
		Span: span(r.span), Evidence: slots(r.evidence), Confidence: decimal(r.confidence), By: text(r.by),
	}
}

func findingRow(i int, r *C.gongwen_finding) Finding {
	return Finding{
		ID: id('w', i), Rule: text(r.rule), Severity: severityName.of(r.severity), Message: text(r.message),
		Expected: reading(r.expected), Found: reading(r.found), How: text(r.how), Node: node(r.node),
		Span: span(r.span), Evidence: ids(r.evidence),
	}
}
