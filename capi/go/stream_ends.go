package gongwen

// The functions of Go that C calls while it streams. They stand apart from stream.go because a file with exports may declare
// functions of C, and define none.

// #include <stddef.h>
// #include <stdint.h>
import "C"

import "unsafe"

//export gongwenSource
func gongwenSource(user unsafe.Pointer, buffer *C.char, size C.size_t) C.int64_t {
	if size == 0 {
		return 0
	}
	return C.int64_t(endsOf(user).read(unsafe.Slice((*byte)(unsafe.Pointer(buffer)), int(size))))
}

//export gongwenSink
func gongwenSink(user unsafe.Pointer, bytes *C.char, size C.size_t) C.int32_t {
	if size == 0 || endsOf(user).write(unsafe.Slice((*byte)(unsafe.Pointer(bytes)), int(size))) {
		return 0
	}
	return 1
}
