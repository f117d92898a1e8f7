package gongwen

// #include <gongwen.h>
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

// Extract reads bytes of any encoding, or a DOCX, HTML, OFD or PDF file, into a document and its records. An error is an *Error, or that of the context: where
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
	var handle *C.gongwen_document
	err := options.inC(func(c *C.gongwen_options) error {
		var e C.gongwen_error
		return failure(C.gongwen_read(&handle, unsafe.Pointer(unsafe.SliceData(data)), C.size_t(len(data)), c, &e), &e)
	})
	if err != nil {
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

// ReadsRichFiles tells whether the library in use was built with readers of DOCX, HTML, OFD and PDF. Without them such a
// file is the error "unsupported", and HTML is read as text.
func ReadsRichFiles() bool { return bool(C.gongwen_reads_rich_files()) }

// Place is where a piece of the text stood in a rich file, from 1; what its format does not know is 0.
type Place struct {
	Offset    uint64 // of its first byte in Document.Original
	Page      uint32 // PDF, OFD; DOCX as Word last laid it out
	Paragraph uint32 // DOCX, HTML: of the whole file, cells of tables not counted
	Table     uint32 // DOCX, HTML: of the whole file
	Row       uint32
	Column    uint32 // of the grid, so that a merged cell counts as wide as it is
	Note      uint32 // DOCX: the number of a foot- or endnote
	Heading   uint32 // DOCX, HTML: the level of a heading by its style
}

// Place is the place in a rich file that a span begins at; false for a document that was read from text.
func (d *Document) Place(span Span) (Place, bool) {
	defer runtime.KeepAlive(d)
	head := C.gongwen_document_head(d.handle)
	if head == nil {
		return Place{}, false
	}
	at := C.uint64_t(span.Begin)
	if C.gongwen_document_convert(d.handle, head.offset_unit, C.GONGWEN_OFFSET_UNIT_UTF8, &at, 1, nil) != C.GONGWEN_OK {
		return Place{}, false
	}
	var p C.gongwen_place
	ok := bool(C.gongwen_document_place(&p, d.handle, at))
	return Place{
		uint64(p.offset), uint32(p.page), uint32(p.paragraph), uint32(p.table), uint32(p.row), uint32(p.column),
		uint32(p.note), uint32(p.heading),
	}, ok
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
