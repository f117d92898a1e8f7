// Package gongwen reads Chinese official reports into records.
//
//	document, err := gongwen.Read(data, gongwen.Options{ReferenceDate: "2024-07-25"})
//	if err != nil { ... }
//	for _, indicator := range document.Indicators() {
//		fmt.Println(indicator.Name, indicator.Value, indicator.Unit)
//	}
//
// It is a thin layer over the C library gongwen_c, found by pkg-config ("gongwen-c"), or, with the build tag gongwen_env,
// by CGO_CFLAGS and CGO_LDFLAGS. What it returns is Go's own memory: it stays good when its document is gone.
package gongwen

// #include <gongwen.h>
// #include <stdlib.h>
import "C"

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"strings"
	"unsafe"
)

// Version is the version of the library in use.
func Version() string { return text(C.gongwen_version()) }

func init() {
	have, need := uint32(C.gongwen_abi_version()), uint32(C.GONGWEN_ABI_VERSION)
	if have/1000 != need/1000 || have < need {
		panic(fmt.Sprintf("gongwen: the library has the interface %d, and this program needs %d", have, need))
	}
}

// Error is what went wrong.
type Error struct {
	Code    string // "too_large", "undecodable", "bad_lexicon", "limit", "no_memory", "invalid_argument", ...
	Offset  uint64 // a byte of the input, or a line from 1 of a lexicon
	Message string // says what to do
}

func (e *Error) Error() string { return "gongwen: " + e.Message }

// failure is the error of a call, nil where there is none.
func failure(status C.gongwen_status, e *C.gongwen_error) error {
	if status == C.GONGWEN_OK {
		return nil
	}
	return &Error{text(C.gongwen_status_name(status)), uint64(e.offset), C.GoString(&e.message[0])}
}

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
	Parse   Stage = C.GONGWEN_STAGE_PARSE
	Segment Stage = C.GONGWEN_STAGE_SEGMENT
	Extract Stage = C.GONGWEN_STAGE_EXTRACT
	Check   Stage = C.GONGWEN_STAGE_CHECK
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
	} {
		if flag.set {
			flags |= flag.bit
		}
	}
	return flags
}

// cString is a copy that ends with a null and must be freed; nil for the empty string.
func cString(name, s string) (*C.char, error) {
	if strings.ContainsRune(s, 0) {
		return nil, &Error{"invalid_argument", 0, name + " has a null character in it"}
	}
	if s == "" {
		return nil, nil
	}
	return C.CString(s), nil
}

// Document is a document that was read. It may be used by several goroutines at once.
type Document struct {
	handle  *C.gongwen_document
	cleanup runtime.Cleanup
}

// Read reads bytes of any encoding into a document and its records. An error is always an *Error.
func Read(data []byte, options Options) (*Document, error) {
	c := C.gongwen_options{
		struct_size: C.sizeof_gongwen_options,
		max_bytes:   C.uint64_t(options.MaxBytes),
		max_nodes:   C.uint64_t(options.MaxNodes),
		max_records: C.uint64_t(options.MaxRecords),
		max_nesting: C.uint32_t(options.MaxNesting),
		flags:       options.flags(),
		stage:       C.gongwen_stage(options.Stage),
		offsets:     C.gongwen_offset_unit(options.Offsets),
		language:    C.gongwen_language(options.Language),

		min_confidence: C.double(options.MinConfidence),
	}
	for _, s := range []struct {
		name string
		from string
		to   **C.char
	}{
		{"Encoding", options.Encoding, &c.encoding},
		{"ReferenceDate", options.ReferenceDate, &c.reference_date},
		{"Source", options.Source, &c.source},
	} {
		copied, err := cString(s.name, s.from)
		if err != nil {
			return nil, err
		}
		defer C.free(unsafe.Pointer(copied))
		*s.to = copied
	}
	if options.Lexicon != nil {
		c.lexicon = options.Lexicon.handle
	}

	var handle *C.gongwen_document
	var e C.gongwen_error
	status := C.gongwen_read(&handle, unsafe.Pointer(unsafe.SliceData(data)), C.size_t(len(data)), &c, &e)
	runtime.KeepAlive(options.Lexicon)
	if err := failure(status, &e); err != nil {
		return nil, err
	}
	document := &Document{handle: handle}
	document.cleanup = runtime.AddCleanup(document, func(h *C.gongwen_document) { C.gongwen_document_free(h) }, handle)
	return document, nil
}

// Close frees the document now instead of when it is collected. After it the document is empty.
// It must not run while another goroutine uses the document.
func (d *Document) Close() {
	if d.handle != nil {
		d.cleanup.Stop()
		C.gongwen_document_free(d.handle)
		d.handle = nil
	}
}

// Original is the input as decoded, before any repair: what a Span points into.
func (d *Document) Original() string {
	defer runtime.KeepAlive(d)
	return text(C.gongwen_document_original(d.handle))
}

// Text is the repaired text.
func (d *Document) Text() string {
	defer runtime.KeepAlive(d)
	return text(C.gongwen_document_text(d.handle))
}

// WriteOptions say how to write. The zero value is the defaults.
type WriteOptions struct {
	Offsets          OffsetUnit // default CodePoint
	Only             []string   // types of record ("quantity"); none means all. Changes no id
	NumbersAsStrings bool       // quotes numbers, for readers that would make floats of them
	By               bool       // adds `by` to every record
}

// JSONL is the document as JSON Lines of the schema gongwen/1.
func (d *Document) JSONL(options WriteOptions) (string, error) {
	return d.write(C.GONGWEN_FORMAT_JSONL, options)
}

// Table is the document as a table for people.
func (d *Document) Table(options WriteOptions) (string, error) {
	return d.write(C.GONGWEN_FORMAT_TABLE, options)
}

func (d *Document) write(format C.gongwen_format, options WriteOptions) (string, error) {
	defer runtime.KeepAlive(d)
	c := writeOptions(format, options.Offsets)
	if options.NumbersAsStrings {
		c.flags |= C.GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS
	}
	if options.By {
		c.flags |= C.GONGWEN_WRITE_FLAG_BY
	}
	for _, name := range options.Only {
		i := recordType.find(name)
		if i < 0 {
			return "", &Error{"invalid_argument", 0, "there is no type of record named " + name}
		}
		c.only |= 1 << i
	}
	var out C.gongwen_owned_string
	var e C.gongwen_error
	if err := failure(C.gongwen_document_write(&out, d.handle, &c, &e), &e); err != nil {
		return "", err
	}
	defer C.gongwen_owned_string_free(&out)
	return text(C.gongwen_string{data: out.data, size: out.size}), nil
}

func writeOptions(format C.gongwen_format, offsets OffsetUnit) C.gongwen_write_options {
	return C.gongwen_write_options{
		struct_size: C.sizeof_gongwen_write_options,
		format:      format,
		offsets:     C.gongwen_offset_unit(offsets),
	}
}

// Chunks cuts the text into pieces of at most maxChars code points (0: 800) that stand by themselves, as the program
// `gongwen chunk` does. Of the options only Offsets counts, whose default is CodePoint as in all written output. A document
// that was read to the stage Parse alone is the error "invalid_argument".
func (d *Document) Chunks(maxChars uint32, options WriteOptions) ([]Chunk, error) {
	defer runtime.KeepAlive(d)
	c := writeOptions(C.GONGWEN_FORMAT_JSONL, options.Offsets)
	var out C.gongwen_owned_string
	var e C.gongwen_error
	if err := failure(C.gongwen_document_chunks(&out, d.handle, C.uint32_t(maxChars), &c, &e), &e); err != nil {
		return nil, err
	}
	defer C.gongwen_owned_string_free(&out)
	lines := json.NewDecoder(strings.NewReader(text(C.gongwen_string{data: out.data, size: out.size})))
	var chunks []Chunk
	for {
		var chunk Chunk
		if err := lines.Decode(&chunk); err == io.EOF {
			return chunks, nil
		} else if err != nil {
			return nil, err
		}
		if chunk.ID != "" { // the first line is the document's
			chunks = append(chunks, chunk)
		}
	}
}

// Lexicon is the words that the library knows, and those it was taught. Immutable; goroutines may share it.
// The zero value is the words built into the library.
type Lexicon struct {
	handle *C.gongwen_lexicon
}

// Extend makes a lexicon of these words and further lines of one table, in the form of src/lexicon/TABLE.tsv.
// The table "patterns" takes regular expressions with named groups, a line each of name, type, pattern and source, with
// the types and groups that gongwen/lexicon.hpp lists.
// A line that can't be read is the error "bad_lexicon" or "bad_pattern", its Offset the number of the line from 1.
func (l *Lexicon) Extend(table, lines string) (*Lexicon, error) {
	defer runtime.KeepAlive(l)
	name, err := cString("the name of the table", table)
	if err != nil {
		return nil, err
	}
	defer C.free(unsafe.Pointer(name))
	var handle *C.gongwen_lexicon
	var e C.gongwen_error
	data := (*C.char)(unsafe.Pointer(unsafe.StringData(lines)))
	if len(lines) == 0 {
		data = nil
	}
	status := C.gongwen_lexicon_extend(&handle, l.handle, name, data, C.size_t(len(lines)), &e)
	if err := failure(status, &e); err != nil {
		return nil, err
	}
	lexicon := &Lexicon{handle}
	runtime.AddCleanup(lexicon, func(h *C.gongwen_lexicon) { C.gongwen_lexicon_free(h) }, handle)
	return lexicon, nil
}

// Converted is an amount in the unit of the SI, or in money of its own currency.
type Converted struct {
	Value Decimal
	Unit  string // symbols of the SI ("kg", "m2", "kg/m3"), "1" of a ratio, else a code of ISO 4217
	Exact bool   // false: ten places did not hold the value, which was rounded half away from zero
}

// Convert tells what so many of a unit are in the SI: 5 t are 5000 kg, 3 mu 2000 m2. Money stays in its currency.
// The unit is a code of the schema ("t", "mu", "%") or a word as texts write it. A nil lexicon is the words built into the
// library. False where nothing is defined: counts, temperatures, units without a factor, values of more than 38 digits.
// A value that is no number in plain digits is the error "invalid_argument".
func Convert(value Decimal, unit string, lexicon *Lexicon) (Converted, bool, error) {
	return convert(value, unit, "", lexicon)
}

// Convert is the quantity in the SI, a rate by both of its units. A quantity of two bounds has no value to convert.
func (q Quantity) Convert(lexicon *Lexicon) (Converted, bool, error) {
	per := q.PerUnit
	if per == "" {
		per = q.Per
	}
	return convert(q.Value, q.Unit, per, lexicon)
}

func convert(value Decimal, unit, per string, lexicon *Lexicon) (Converted, bool, error) {
	var words *C.gongwen_lexicon
	if lexicon != nil {
		words = lexicon.handle
	}
	defer runtime.KeepAlive(lexicon)
	var memory runtime.Pinner
	defer memory.Unpin()
	borrowed := func(s string) C.gongwen_string {
		if s == "" {
			return C.gongwen_string{}
		}
		data := unsafe.StringData(s)
		memory.Pin(data)
		return C.gongwen_string{data: (*C.char)(unsafe.Pointer(data)), size: C.size_t(len(s))}
	}
	var out C.gongwen_converted
	var e C.gongwen_error
	status := C.gongwen_convert(&out, borrowed(string(value)), borrowed(unit), borrowed(per), words, &e)
	if err := failure(status, &e); err != nil || !bool(out.present) {
		return Converted{}, false, err
	}
	return Converted{Decimal(C.GoString(&out.value[0])), C.GoString(&out.unit[0]), bool(out.exact)}, true, nil
}
