// Package gongwen reads Chinese official reports into records.
//
//	document, err := gongwen.Extract(ctx, data, gongwen.WithReferenceDate("2024-07-25"))
//	if err != nil { ... }
//	defer document.Close()
//	for indicator := range document.AllIndicators() {
//		fmt.Println(indicator.Name, indicator.Value, indicator.Unit)
//	}
//
// It is a thin layer over the C library gongwen_c, found by pkg-config ("gongwen-c"), or, with the build tag gongwen_env,
// by CGO_CFLAGS and CGO_LDFLAGS. What it returns is Go's own memory: it stays good when its document is gone.
package gongwen

// #include <gongwen.h>
import "C"

import "fmt"

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
