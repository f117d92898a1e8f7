//go:build !gongwen_env

package gongwen

// Where the library is: pkg-config says so. With the build tag gongwen_env, CGO_CFLAGS and CGO_LDFLAGS do.

// #cgo pkg-config: gongwen-c
import "C"
