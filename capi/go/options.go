package gongwen

// #include <gongwen.h>
// #include <stdlib.h>
import "C"

import (
	"runtime"
	"strings"
	"unsafe"
)

// OffsetUnit is the unit of a Span.
type OffsetUnit uint32

// The units of offsets. Rows count UTF-8 bytes by default, written output code points.
const (
	Default   OffsetUnit = C.GONGWEN_OFFSET_UNIT_NONE
	CodePoint OffsetUnit = C.GONGWEN_OFFSET_UNIT_CODEPOINT
	UTF8      OffsetUnit = C.GONGWEN_OFFSET_UNIT_UTF8
	UTF16     OffsetUnit = C.GONGWEN_OFFSET_UNIT_UTF16
)

// Stage says how far to read.
type Stage uint32

// The stages; the zero value runs all of them.
const (
	StageParse   Stage = C.GONGWEN_STAGE_PARSE   // edits
	StageSegment Stage = C.GONGWEN_STAGE_SEGMENT // and nodes
	StageExtract Stage = C.GONGWEN_STAGE_EXTRACT // and mentions and facts
	StageCheck   Stage = C.GONGWEN_STAGE_CHECK   // and findings
)

// Language is that of the messages of findings.
type Language uint32

// The languages; the zero value is Chinese.
const (
	Chinese Language = C.GONGWEN_LANGUAGE_ZH
	English Language = C.GONGWEN_LANGUAGE_EN
)

// Options say how to read. The zero value is the defaults.
type Options struct {
	Encoding      string     // a name that ICU knows ("GB18030"); empty: found by itself
	ReferenceDate string     // "2024-07-25", the day the text was written or spoken; empty: the text is asked
	Source        string     // the name of the input, for the document record
	Lexicon       *Lexicon   // nil: the words built into the library
	Stage         Stage      // how far to read
	Offsets       OffsetUnit // of every Span; default UTF8
	Language      Language   // of the messages of findings
	Without       []string   // rules of findings to leave out; docs/rules.md names them

	Plain           bool // the bytes are text, whatever they look like; else DOCX, HTML, OFD and PDF are known by them
	Strict          bool // undecodable bytes are an error instead of U+FFFD and an edit
	Implied         bool // also derive what is implied
	MentionsOnly    bool // no indicators
	KeepLines       bool // do not join hard-wrapped lines
	KeepPageNumbers bool // do not drop page numbers between lines
	KeepCharacters  bool // do not repair width, radicals and confused characters: all of the next three
	KeepWidth       bool // do not repair full-width digits and letters
	KeepRadicals    bool // do not repair radicals and compatibility ideographs
	KeepConfusions  bool // do not repair characters that fonts or recognition confuse
	KeepSpaces      bool // do not drop white space inside numbers and words
	KeepControls    bool // do not drop control and zero-width characters
	KeepLineEnds    bool // do not make CR LF and CR into LF

	MinConfidence float64 // facts that are less sure are left out, 0 to 1: 0.9 asks for precision; 0: none

	MaxBytes, MaxNodes, MaxRecords uint64 // limits; 0: those of the library
	MaxNesting                     uint32
}

// inC calls f with the options as C has them, which are good until it returns.
func (o *Options) inC(f func(*C.gongwen_options) error) error {
	c := C.gongwen_options{
		struct_size: C.sizeof_gongwen_options,
		max_bytes:   C.uint64_t(o.MaxBytes),
		max_nodes:   C.uint64_t(o.MaxNodes),
		max_records: C.uint64_t(o.MaxRecords),
		max_nesting: C.uint32_t(o.MaxNesting),
		flags:       o.flags(),
		stage:       C.gongwen_stage(o.Stage),
		offsets:     C.gongwen_offset_unit(o.Offsets),
		language:    C.gongwen_language(o.Language),

		min_confidence: C.double(o.MinConfidence),
	}
	for _, s := range []struct {
		name string
		from string
		to   **C.char
	}{
		{"Encoding", o.Encoding, &c.encoding},
		{"ReferenceDate", o.ReferenceDate, &c.reference_date},
		{"Source", o.Source, &c.source},
		{"Without", strings.Join(o.Without, ","), &c.without},
	} {
		copied, err := cString(s.name, s.from)
		if err != nil {
			return err
		}
		defer C.free(unsafe.Pointer(copied))
		*s.to = copied
	}
	if o.Lexicon != nil {
		c.lexicon = o.Lexicon.handle
		defer runtime.KeepAlive(o.Lexicon)
	}
	return f(&c)
}

func (o *Options) flags() (flags C.uint64_t) {
	for _, flag := range []struct {
		set bool
		bit C.uint64_t
	}{
		{o.Strict, C.GONGWEN_FLAG_STRICT},
		{o.Implied, C.GONGWEN_FLAG_IMPLIED},
		{o.MentionsOnly, C.GONGWEN_FLAG_MENTIONS_ONLY},
		{o.KeepLines, C.GONGWEN_FLAG_KEEP_LINES},
		{o.KeepPageNumbers, C.GONGWEN_FLAG_KEEP_PAGE_NUMBERS},
		{o.KeepCharacters, C.GONGWEN_FLAG_KEEP_CHARACTERS},
		{o.KeepWidth, C.GONGWEN_FLAG_KEEP_WIDTH},
		{o.KeepRadicals, C.GONGWEN_FLAG_KEEP_RADICALS},
		{o.KeepConfusions, C.GONGWEN_FLAG_KEEP_CONFUSIONS},
		{o.KeepSpaces, C.GONGWEN_FLAG_KEEP_SPACES},
		{o.KeepControls, C.GONGWEN_FLAG_KEEP_CONTROLS},
		{o.KeepLineEnds, C.GONGWEN_FLAG_KEEP_LINE_ENDS},
		{o.Plain, C.GONGWEN_FLAG_PLAIN},
	} {
		if flag.set {
			flags |= flag.bit
		}
	}
	return flags
}

// Option is one choice of Extract. Every field of Options can be set by one, also where no function here is named after it:
//
//	func(o *gongwen.Options) { o.KeepLines = true }
type Option func(*Options)

// WithOptions takes all choices from a struct; those before it in the list are forgotten.
func WithOptions(options Options) Option { return func(o *Options) { *o = options } }

// WithEncoding names the encoding of the input, as ICU knows it: "GB18030".
func WithEncoding(name string) Option { return func(o *Options) { o.Encoding = name } }

// WithReferenceDate is the day the text was written or spoken, "2024-07-25".
func WithReferenceDate(day string) Option { return func(o *Options) { o.ReferenceDate = day } }

// WithSource names the input, for the document record.
func WithSource(name string) Option { return func(o *Options) { o.Source = name } }

// WithLexicon reads by the words of a lexicon of one's own.
func WithLexicon(lexicon *Lexicon) Option { return func(o *Options) { o.Lexicon = lexicon } }

// WithStage stops after a stage.
func WithStage(stage Stage) Option { return func(o *Options) { o.Stage = stage } }

// WithOffsets sets the unit of every Span.
func WithOffsets(unit OffsetUnit) Option { return func(o *Options) { o.Offsets = unit } }

// WithLanguage is the language of the messages of findings.
func WithLanguage(language Language) Option { return func(o *Options) { o.Language = language } }

// Without leaves out the findings of some rules; docs/rules.md names them.
func Without(rules ...string) Option { return func(o *Options) { o.Without = rules } }

// WithMinConfidence leaves out facts that are less sure, 0 to 1.
func WithMinConfidence(least float64) Option { return func(o *Options) { o.MinConfidence = least } }

// WithStrict makes undecodable bytes an error.
func WithStrict() Option { return func(o *Options) { o.Strict = true } }

// WithImplied also derives what is implied.
func WithImplied() Option { return func(o *Options) { o.Implied = true } }
