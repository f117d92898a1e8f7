package gongwen

/*
#include <gongwen.h>
#include <stdlib.h>

static inline void gongwen_go_release(struct ArrowArrayStream* stream) {
  if (stream->release != NULL) stream->release(stream);
  free(stream);
}
*/
import "C"

import (
	"runtime"
	"unsafe"
)

// ArrowStream is an ArrowArrayStream of the Arrow C stream interface, in memory of C. The module gongwen/arrow beside this
// one makes a reader of Arrow for Go of it, without copying; other readers of the interface take Pointer.
type ArrowStream struct{ stream *C.struct_ArrowArrayStream }

// ArrowOptions say how to fill the columns. The zero value is the defaults.
type ArrowOptions struct {
	Offsets     OffsetUnit // default CodePoint
	By          bool       // adds the column `by`
	StringViews bool       // words as views into the text instead of copies of it, for readers that know utf8_view
}

func (o ArrowOptions) inC() (C.gongwen_write_options, error) {
	c, err := (&WriteOptions{Offsets: o.Offsets, By: o.By}).inC(C.GONGWEN_FORMAT_NONE)
	if o.StringViews {
		c.flags |= C.GONGWEN_WRITE_FLAG_STRING_VIEWS
	}
	return c, err
}

// ArrowStream gives all records of a type ("indicator"; "document" for the head) as a table: a column a field, each row begun
// by `source`; numbers are decimal128(38, 10), days date32, parts structs, lists lists. The stream keeps what it needs of the
// document, which may be closed before it is read. It must be released.
func (d *Document) ArrowStream(kind string, options ArrowOptions) (*ArrowStream, error) {
	i := recordType.find(kind)
	if i < 0 {
		return nil, &Error{"invalid_argument", 0, "there is no type of record named " + kind}
	}
	return d.arrow(options, func(out *C.struct_ArrowArrayStream, c *C.gongwen_write_options, e *C.gongwen_error) C.gongwen_status {
		return C.gongwen_document_arrow(out, d.handle, C.gongwen_record_type(i), c, e)
	})
}

// ChunksArrowStream gives the chunks of Chunks as such a table.
func (d *Document) ChunksArrowStream(maxChars uint32, options ArrowOptions) (*ArrowStream, error) {
	return d.arrow(options, func(out *C.struct_ArrowArrayStream, c *C.gongwen_write_options, e *C.gongwen_error) C.gongwen_status {
		return C.gongwen_document_chunks_arrow(out, d.handle, C.uint32_t(maxChars), c, e)
	})
}

type openArrow func(*C.struct_ArrowArrayStream, *C.gongwen_write_options, *C.gongwen_error) C.gongwen_status

func (d *Document) arrow(options ArrowOptions, open openArrow) (*ArrowStream, error) {
	defer runtime.KeepAlive(d)
	c, err := options.inC()
	if err != nil {
		return nil, err
	}
	stream := (*C.struct_ArrowArrayStream)(C.calloc(1, C.sizeof_struct_ArrowArrayStream))
	if stream == nil {
		return nil, &Error{"no_memory", 0, "out of memory; read a smaller input"}
	}
	var e C.gongwen_error
	if err := failure(open(stream, &c, &e), &e); err != nil {
		C.free(unsafe.Pointer(stream))
		return nil, err
	}
	return &ArrowStream{stream}, nil
}

// Pointer is the address of the struct ArrowArrayStream. A reader may take the stream over by moving it out, as the interface
// says; Release is due all the same. Nil after Release.
func (s *ArrowStream) Pointer() unsafe.Pointer { return unsafe.Pointer(s.stream) }

// Release frees the stream, read or not. Batches outlive it. A second call does nothing.
func (s *ArrowStream) Release() {
	if s.stream != nil {
		C.gongwen_go_release(s.stream)
		s.stream = nil
	}
}
