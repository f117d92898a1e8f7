package gongwen

// #include <gongwen.h>
import "C"

import (
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

// rows converts each row of a C table or list.
func rows[Row, Record any](first *Row, count, stride C.size_t, convert func(i int, row *Row) Record) []Record {
	if count == 0 {
		return nil
	}
	out := make([]Record, count)
	for i := range out {
		out[i] = convert(i, at(first, stride, i))
	}
	return out
}

// at is the row at position i. Rows may stand further apart than this package knows.
func at[Row any](first *Row, stride C.size_t, i int) *Row {
	return (*Row)(unsafe.Add(unsafe.Pointer(first), uintptr(i)*uintptr(stride)))
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
