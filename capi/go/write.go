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
	c, err := options.inC(format)
	if err != nil {
		return "", err
	}
	return written(func(out *C.gongwen_owned_string, e *C.gongwen_error) C.gongwen_status {
		return C.gongwen_document_write(out, d.handle, &c, e)
	})
}

// inC is the options as C has them.
func (o *WriteOptions) inC(format C.gongwen_format) (C.gongwen_write_options, error) {
	c := C.gongwen_write_options{
		struct_size: C.sizeof_gongwen_write_options,
		format:      format,
		offsets:     C.gongwen_offset_unit(o.Offsets),
	}
	if o.NumbersAsStrings {
		c.flags |= C.GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS
	}
	if o.By {
		c.flags |= C.GONGWEN_WRITE_FLAG_BY
	}
	for _, name := range o.Only {
		i := recordType.find(name)
		if i < 0 {
			return c, &Error{"invalid_argument", 0, "there is no type of record named " + name}
		}
		c.only |= 1 << i
	}
	return c, nil
}

// written is the text that a function of the library makes.
func written(write func(*C.gongwen_owned_string, *C.gongwen_error) C.gongwen_status) (string, error) {
	var out C.gongwen_owned_string
	var e C.gongwen_error
	if err := failure(write(&out, &e), &e); err != nil {
		return "", err
	}
	defer C.gongwen_owned_string_free(&out)
	return text(C.gongwen_string{data: out.data, size: out.size}), nil
}

// Chunks cuts the text into pieces of at most maxChars code points (0: 800) that stand by themselves, as the program
// `gongwen chunk` does. Of the options only Offsets counts, whose default is CodePoint as in all written output. A document
// that was read to the stage Parse alone is the error "invalid_argument".
func (d *Document) Chunks(maxChars uint32, options WriteOptions) ([]Chunk, error) {
	all, err := d.chunks(C.GONGWEN_FORMAT_JSONL, maxChars, options)
	if err != nil {
		return nil, err
	}
	lines := json.NewDecoder(strings.NewReader(all))
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

// ChunksCSV is the chunks as a table of CSV, in the columns of the program's `gongwen chunk --format csv`.
func (d *Document) ChunksCSV(maxChars uint32, options WriteOptions) (string, error) {
	return d.chunks(C.GONGWEN_FORMAT_CSV, maxChars, options)
}

func (d *Document) chunks(format C.gongwen_format, maxChars uint32, options WriteOptions) (string, error) {
	defer runtime.KeepAlive(d)
	c, err := options.inC(format)
	if err != nil {
		return "", err
	}
	return written(func(out *C.gongwen_owned_string, e *C.gongwen_error) C.gongwen_status {
		return C.gongwen_document_chunks(out, d.handle, C.uint32_t(maxChars), &c, e)
	})
}
