package gongwen

// #include <gongwen.h>
// #include <stdlib.h>
import "C"

import (
	"context"
	"runtime"
	"strings"
	"unsafe"
)

// Document is a document that was read. It may be used by several goroutines at once. It is freed by Close, or some time
// after nothing refers to it any more.
type Document struct {
	handle  *C.gongwen_document
	weight  int64 // about how many bytes of the library's memory it holds
	cleanup runtime.Cleanup
}

// Extract reads bytes of any encoding into a document and its records. An error is an *Error, or that of the context: where
// it is done first, Extract returns at once, and what the library was at is finished and dropped in the background.
func Extract(ctx context.Context, data []byte, options ...Option) (*Document, error) {
	var all Options
	for _, option := range options {
		option(&all)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if ctx.Done() == nil {
		return Read(data, all)
	}
	type result struct {
		document *Document
		err      error
	}
	done := make(chan result, 1)
	mine := append([]byte(nil), data...) // the caller has its own back when the context is done
	go func() {
		document, err := Read(mine, all)
		done <- result{document, err}
	}()
	select {
	case r := <-done:
		return r.document, r.err
	case <-ctx.Done():
		go func() {
			if r := <-done; r.document != nil {
				r.document.Close()
			}
		}()
		return nil, ctx.Err()
	}
}

// Read is Extract without a context, and with all options in one struct. An error is always an *Error.
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
	return newDocument(handle, len(data)), nil
}

func newDocument(handle *C.gongwen_document, size int) *Document {
	document := &Document{handle: handle, weight: weigh(size)}
	type owned struct {
		handle *C.gongwen_document
		weight int64
	}
	document.cleanup = runtime.AddCleanup(document, func(o owned) {
		C.gongwen_document_free(o.handle)
		held.collected(o.weight)
	}, owned{handle, document.weight})
	held.add(document.weight)
	return document
}

// Close frees the document now instead of when it is collected. After it the document is empty; a second Close does nothing.
// It must not run while another goroutine uses the document.
func (d *Document) Close() {
	if d.handle != nil {
		d.cleanup.Stop()
		C.gongwen_document_free(d.handle)
		held.closed(d.weight)
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
