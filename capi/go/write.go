package gongwen

// #include <gongwen.h>
import "C"

import (
	"encoding/json"
	"io"
	"runtime"
	"strings"
)

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

// CSV is the records of one type ("indicator") in the columns of the program's --format csv.
func (d *Document) CSV(kind string, options WriteOptions) (string, error) {
	options.Only = []string{kind}
	return d.write(C.GONGWEN_FORMAT_CSV, options)
}

// Markdown is a table of Markdown for each type of record.
func (d *Document) Markdown(options WriteOptions) (string, error) {
	return d.write(C.GONGWEN_FORMAT_MARKDOWN, options)
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
