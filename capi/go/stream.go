package gongwen

/*
#include <gongwen.h>

extern int64_t gongwenSource(void* user, char* buffer, size_t size);
extern int32_t gongwenSink(void* user, char* bytes, size_t size);

static inline int32_t gongwen_go_sink(void* user, const char* bytes, size_t size) {
  return gongwenSink(user, (char*)bytes, size);
}
static inline gongwen_status gongwen_go_stream(void* user, const gongwen_options* options,
                                               const gongwen_write_options* written, gongwen_error* error) {
  return gongwen_stream(gongwenSource, user, gongwen_go_sink, user, options, written, error);
}
*/
import "C"

import (
	"context"
	"io"
	"runtime/cgo"
	"unsafe"
)

// Stream reads text of any length from in, article by article, and writes JSON Lines to out: those of Document.JSONL, in the
// same order but for the document's line, which comes last. Memory holds a window and the longest article; what has to wait
// lies in temporary files. Of the options MaxBytes bounds an article.
// An error is an *Error, or that of in, out or the context, which is asked whenever in or out is; what was written before it
// stays written.
func Stream(ctx context.Context, in io.Reader, out io.Writer, options WriteOptions, read ...Option) error {
	var all Options
	for _, option := range read {
		option(&all)
	}
	written, err := options.inC(C.GONGWEN_FORMAT_JSONL)
	if err != nil {
		return err
	}
	both := &ends{ctx: ctx, in: in, out: out}
	handle := cgo.NewHandle(both)
	defer handle.Delete()
	return all.inC(func(c *C.gongwen_options) error {
		var e C.gongwen_error
		status := C.gongwen_go_stream(unsafe.Pointer(&handle), c, &written, &e)
		if status != C.GONGWEN_OK && both.err != nil {
			return both.err
		}
		return failure(status, &e)
	})
}

// ends are where the bytes come from and where the lines go. The first error of either waits in err until C has returned.
type ends struct {
	ctx context.Context
	in  io.Reader
	out io.Writer
	err error
}

func endsOf(user unsafe.Pointer) *ends { return (*cgo.Handle)(user).Value().(*ends) }

// failed keeps the first error, and tells whether there is one.
func (e *ends) failed(err error) bool {
	if e.err == nil {
		e.err = err
	}
	return e.err != nil
}

// read fills a part of the buffer; 0 is the end, less an error. A reader may give bytes together with an error, which it
// gives again.
func (e *ends) read(buffer []byte) int {
	for {
		if e.failed(e.ctx.Err()) {
			return -1
		}
		n, err := e.in.Read(buffer)
		if n > 0 || err == io.EOF {
			return n
		}
		if e.failed(err) {
			return -1
		}
	}
}

func (e *ends) write(line []byte) bool {
	if e.failed(e.ctx.Err()) {
		return false
	}
	_, err := e.out.Write(line)
	return !e.failed(err)
}
