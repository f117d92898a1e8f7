package gongwen

// #include <gongwen.h>
// #include <stdlib.h>
import "C"

import (
	"runtime"
	"unsafe"
)

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
