package gongwen

import (
	"encoding/json"
	"fmt"
)

// Records, field by field as in the schema gongwen/1 and in JSON Lines, whose names the tags give. Words, numbers, dates
// and parts that are absent are empty or nil. Ids ("q12") name records of the same document.

// Span is [Begin, End) in Document.Original, in bytes unless Options.Offsets asked for another unit.
type Span struct{ Begin, End uint64 }

// MarshalJSON writes [begin,end].
func (s Span) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "[%d,%d]", s.Begin, s.End), nil }

// UnmarshalJSON reads [begin,end].
func (s *Span) UnmarshalJSON(line []byte) error {
	var ends [2]uint64
	if err := json.Unmarshal(line, &ends); err != nil {
		return err
	}
	s.Begin, s.End = ends[0], ends[1]
	return nil
}

// Date is a day. Year 0 is a year that the text leaves open, and equals no other; the zero Date is none.
type Date struct{ Year, Month, Day int }

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d.Month == 0 }

// String is ISO 8601, with XXXX for an unknown year; empty for none.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Year == 0:
		return fmt.Sprintf("XXXX-%02d-%02d", d.Month, d.Day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText writes String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Fraction is an exact fraction that no decimal holds: one third; a number of eleven to eighteen places.
type Fraction struct{ Numerator, Denominator int64 }

// MarshalJSON writes [numerator,denominator].
func (f Fraction) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", f.Numerator, f.Denominator), nil
}

// Head is the document itself.
type Head struct {
	Schema            string `json:"schema"`
	Source            string `json:"source,omitempty"`
	Encoding          string `json:"encoding"`
	OffsetUnit        string `json:"offset_unit"`
	Length            uint64 `json:"length"`
	ReferenceDate     Date   `json:"reference_date,omitzero"`
	ReferenceDateFrom string `json:"reference_date_from,omitempty"`
	Title             string `json:"title,omitempty"`
}

// Edit is one repair: the original words at Span were Before and read After in the repaired text.
type Edit struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Span    Span   `json:"span"`
	Before  string `json:"before,omitempty"`
	After   string `json:"after,omitempty"`
	Applied bool   `json:"applied"` // false: likely but not sure, so the text was left alone
}

// Node is a part of the document: article, heading, paragraph, sentence, cell.
type Node struct {
	ID            string   `json:"id"`
	Parent        string   `json:"parent,omitempty"`
	Kind          string   `json:"kind"`
	Role          string   `json:"role,omitempty"`
	Level         *int32   `json:"level,omitempty"` // depth in the outline, 1 directly under the article
	Marker        string   `json:"marker,omitempty"`
	Ordinal       *int32   `json:"ordinal,omitempty"` // the number that the marker writes
	Title         string   `json:"title,omitempty"`
	ReferenceDate Date     `json:"reference_date,omitzero"`
	Head          *Span    `json:"head,omitempty"` // a heading: its own words, with the marker
	Row           *int32   `json:"row,omitempty"`
	Column        *int32   `json:"column,omitempty"`
	RowHeads      []string `json:"row_heads,omitempty"` // outermost first
	ColumnHeads   []string `json:"column_heads,omitempty"`
	Unit          string   `json:"unit,omitempty"`
	Span          Span     `json:"span"` // its words and all below it
}

// Quantity is a number with its unit: Value, or Low and High, or Fraction alone.
type Quantity struct {
	ID        string    `json:"id"`
	Text      string    `json:"text"`
	Value     Decimal   `json:"value,omitempty"`
	Low       Decimal   `json:"low,omitempty"`
	High      Decimal   `json:"high,omitempty"`
	Fraction  *Fraction `json:"fraction,omitempty"`
	Step      Decimal   `json:"step,omitempty"` // the place of the last written digit
	Mod       string    `json:"mod,omitempty"`
	Unit      string    `json:"unit,omitempty"`
	Per       string    `json:"per,omitempty"`
	PerUnit   string    `json:"per_unit,omitempty"`
	Dimension string    `json:"dimension,omitempty"`
	Node      string    `json:"node,omitempty"`
	Span      Span      `json:"span"`
	By        string    `json:"by,omitempty"`
}

// Ratio is terms set against each other.
type Ratio struct {
	ID    string    `json:"id"`
	Text  string    `json:"text"`
	Terms []Decimal `json:"terms"`
	Node  string    `json:"node,omitempty"`
	Span  Span      `json:"span"`
	By    string    `json:"by,omitempty"`
}

// Rank is a place in an order.
type Rank struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Position int32  `json:"position"`
	FromEnd  bool   `json:"from_end,omitempty"`
	Scope    string `json:"scope,omitempty"`
	OutOf    *int32 `json:"out_of,omitempty"`
	Node     string `json:"node,omitempty"`
	Span     Span   `json:"span"`
	By       string `json:"by,omitempty"`
}

// Time is a date, period, duration or recurring time; Begin and End are inclusive.
type Time struct {
	ID           string `json:"id"`
	Text         string `json:"text"`
	Kind         string `json:"kind"`
	Begin        Date   `json:"begin,omitzero"`
	End          Date   `json:"end,omitzero"`
	Duration     string `json:"duration,omitempty"`
	DurationHigh string `json:"duration_high,omitempty"`
	Mod          string `json:"mod,omitempty"`
	Timex        string `json:"timex,omitempty"`
	Node         string `json:"node,omitempty"`
	Span         Span   `json:"span"`
	By           string `json:"by,omitempty"`
}

// Entity is something with a name: a place, an organ or company, a person, a document, a programme.
type Entity struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Kind     string `json:"kind"`
	Name     string `json:"name,omitempty"` // as written, without its role or number
	FullName string `json:"full_name,omitempty"`
	Role     string `json:"role,omitempty"`   // of a person
	Number   string `json:"number,omitempty"` // of a document, the number that its issuer gave it
	Code     string `json:"code,omitempty"`   // of a place: GB/T 2260
	Parent   string `json:"parent,omitempty"` // of a place: the code of the division above it
	Node     string `json:"node,omitempty"`
	Span     Span   `json:"span"`
	By       string `json:"by,omitempty"`
}

// Amount is an amount without a text of its own.
type Amount struct {
	Value Decimal `json:"value,omitempty"`
	Low   Decimal `json:"low,omitempty"`
	High  Decimal `json:"high,omitempty"`
	Unit  string  `json:"unit,omitempty"`
	Mod   string  `json:"mod,omitempty"`
}

// Period is the period of a fact.
type Period struct {
	Begin Date   `json:"begin,omitzero"`
	End   Date   `json:"end,omitzero"`
	Text  string `json:"text,omitempty"`
	Timex string `json:"timex,omitempty"`
}

// Change is how a measure moved against a base.
type Change struct {
	Basis     string  `json:"basis"`
	Against   string  `json:"against,omitempty"`
	Of        string  `json:"of,omitempty"` // "growth": the growth rate moved
	Direction string  `json:"direction"`
	Value     Decimal `json:"value,omitempty"`
	Low       Decimal `json:"low,omitempty"`
	High      Decimal `json:"high,omitempty"`
	Unit      string  `json:"unit,omitempty"`
	Mod       string  `json:"mod,omitempty"`
}

// Proportion is a proportion and what it is of.
type Proportion struct {
	Value Decimal `json:"value,omitempty"`
	Low   Decimal `json:"low,omitempty"`
	High  Decimal `json:"high,omitempty"`
	Unit  string  `json:"unit,omitempty"`
	Mod   string  `json:"mod,omitempty"`
	Of    string  `json:"of,omitempty"`
}

// RankSlot is a rank inside a fact.
type RankSlot struct {
	Position int32  `json:"position"`
	FromEnd  bool   `json:"from_end,omitempty"`
	Scope    string `json:"scope,omitempty"`
	OutOf    *int32 `json:"out_of,omitempty"`
}

// Indicator is an observation of a measure.
type Indicator struct {
	ID           string              `json:"id"`
	Name         string              `json:"name"`
	Canonical    string              `json:"canonical,omitempty"`
	IndicatorID  string              `json:"indicator_id,omitempty"`
	Area         string              `json:"area,omitempty"`
	AreaCode     string              `json:"area_code,omitempty"`
	Period       *Period             `json:"period,omitempty"`
	Value        Decimal             `json:"value,omitempty"`
	Low          Decimal             `json:"low,omitempty"`
	High         Decimal             `json:"high,omitempty"`
	Step         Decimal             `json:"step,omitempty"`
	Mod          string              `json:"mod,omitempty"`
	Unit         string              `json:"unit,omitempty"`
	Per          string              `json:"per,omitempty"`
	Status       string              `json:"status"`
	Changes      []Change            `json:"changes,omitempty"`
	Contribution *Proportion         `json:"contribution,omitempty"`
	Rank         *RankSlot           `json:"rank,omitempty"`
	Completion   *Proportion         `json:"completion,omitempty"`
	Share        *Proportion         `json:"share,omitempty"`
	Node         string              `json:"node,omitempty"`
	Span         Span                `json:"span"`
	Evidence     map[string][]string `json:"evidence,omitempty"` // slots ("value", "changes.0") to ids
	Confidence   Decimal             `json:"confidence,omitempty"`
	By           string              `json:"by,omitempty"`
}

// Expected is a stage that is still ahead, and when.
type Expected struct {
	Stage  string  `json:"stage"`
	Period *Period `json:"period,omitempty"`
}

// Project is a named project.
type Project struct {
	ID         string              `json:"id"`
	Name       string              `json:"name"`
	Area       string              `json:"area,omitempty"`
	Investment *Amount             `json:"investment,omitempty"` // in all
	Invested   *Amount             `json:"invested,omitempty"`   // so far
	Progress   *Amount             `json:"progress,omitempty"`
	Stage      string              `json:"stage,omitempty"`      // the furthest that is reached
	StageText  string              `json:"stage_text,omitempty"` // the words that say so
	Expected   []Expected          `json:"expected,omitempty"`
	Owner      string              `json:"owner,omitempty"`
	Node       string              `json:"node,omitempty"`
	Span       Span                `json:"span"`
	Evidence   map[string][]string `json:"evidence,omitempty"`
	Confidence Decimal             `json:"confidence,omitempty"`
	By         string              `json:"by,omitempty"`
}

// Task is something that somebody is told, or undertakes, to do.
type Task struct {
	ID         string              `json:"id"`
	Action     string              `json:"action"`
	Modal      string              `json:"modal,omitempty"`
	Polarity   string              `json:"polarity"`
	Owner      []string            `json:"owner,omitempty"` // as written
	Deadline   *Period             `json:"deadline,omitempty"`
	Targets    []Amount            `json:"targets,omitempty"`
	Node       string              `json:"node,omitempty"`
	Span       Span                `json:"span"`
	Evidence   map[string][]string `json:"evidence,omitempty"`
	Confidence Decimal             `json:"confidence,omitempty"`
	By         string              `json:"by,omitempty"`
}

// Appraisal is praise or criticism of units, places or persons.
type Appraisal struct {
	ID         string              `json:"id"`
	Polarity   string              `json:"polarity"`
	Of         []string            `json:"of,omitempty"` // as written
	Reason     string              `json:"reason,omitempty"`
	Node       string              `json:"node,omitempty"`
	Span       Span                `json:"span"`
	Evidence   map[string][]string `json:"evidence,omitempty"`
	Confidence Decimal             `json:"confidence,omitempty"`
	By         string              `json:"by,omitempty"`
}

// Problem is a difficulty that the text admits.
type Problem struct {
	ID         string              `json:"id"`
	Text       string              `json:"text"`
	Ordinal    *int32              `json:"ordinal,omitempty"`
	Node       string              `json:"node,omitempty"`
	Span       Span                `json:"span"`
	Evidence   map[string][]string `json:"evidence,omitempty"`
	Confidence Decimal             `json:"confidence,omitempty"`
	By         string              `json:"by,omitempty"`
}

// Formulation is a numbered catch-phrase and the members that the text spells out.
type Formulation struct {
	ID         string              `json:"id"`
	Name       string              `json:"name"`
	Count      int32               `json:"count"`
	Members    []string            `json:"members,omitempty"`
	Node       string              `json:"node,omitempty"`
	Span       Span                `json:"span"`
	Evidence   map[string][]string `json:"evidence,omitempty"`
	Confidence Decimal             `json:"confidence,omitempty"`
	By         string              `json:"by,omitempty"`
}

// Reading is what a rule expected or found: an amount, or words where Value is empty.
type Reading struct {
	Value Decimal `json:"value,omitempty"`
	Unit  string  `json:"unit,omitempty"`
	Text  string  `json:"text,omitempty"`
}

// Finding is something that does not add up.
type Finding struct {
	ID       string   `json:"id"`
	Rule     string   `json:"rule"`
	Severity string   `json:"severity"`
	Message  string   `json:"message"`
	Expected *Reading `json:"expected,omitempty"`
	Found    *Reading `json:"found,omitempty"`
	How      string   `json:"how,omitempty"`
	Node     string   `json:"node,omitempty"`
	Span     Span     `json:"span"`
	Evidence []string `json:"evidence,omitempty"`
}

// Chunk is a piece of the text for search and retrieval, made by Document.Chunks.
type Chunk struct {
	ID       string   `json:"id"`
	Path     []string `json:"path"`
	Nodes    []string `json:"nodes"` // the first and the last, by id
	Text     string   `json:"text"`
	Oversize bool     `json:"oversize,omitempty"`
	Span     Span     `json:"span"`
}
