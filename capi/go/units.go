package gongwen

// #include <gongwen.h>
import "C"

import (
	"runtime"
	"unsafe"
)

// Converted is an amount in the unit of the SI, or in money of its own currency.
type Converted struct {
	Value Decimal
	Unit  string // symbols of the SI ("kg", "m2", "kg/m3"), "1" of a ratio, else a code of ISO 4217
	Exact bool   // false: ten places did not hold the value, which was rounded half away from zero
}

// Convert tells what so many of a unit are in the SI: 5 t are 5000 kg, 3 mu 2000 m2. Money stays in its currency.
// The unit is a code of the schema ("t", "mu", "%") or a word as texts write it. A nil lexicon is the words built into the
// library. False where nothing is defined: counts, temperatures, units without a factor, values of more than 38 digits.
// A value that is no number in plain digits is the error "invalid_argument".
func Convert(value Decimal, unit string, lexicon *Lexicon) (Converted, bool, error) {
	return convert(value, unit, "", lexicon)
}

// Convert is the quantity in the SI, a rate by both of its units. A quantity of two bounds has no value to convert.
func (q Quantity) Convert(lexicon *Lexicon) (Converted, bool, error) {
	per := q.PerUnit
	if per == "" {
		per = q.Per
	}
	return convert(q.Value, q.Unit, per, lexicon)
}

func convert(value Decimal, unit, per string, lexicon *Lexicon) (Converted, bool, error) {
	var words *C.gongwen_lexicon
	if lexicon != nil {
		words = lexicon.handle
	}
	defer runtime.KeepAlive(lexicon)
	var memory runtime.Pinner
	defer memory.Unpin()
	borrowed := func(s string) C.gongwen_string {
		if s == "" {
			return C.gongwen_string{}
		}
		data := unsafe.StringData(s)
		memory.Pin(data)
		return C.gongwen_string{data: (*C.char)(unsafe.Pointer(data)), size: C.size_t(len(s))}
	}
	var out C.gongwen_converted
	var e C.gongwen_error
	status := C.gongwen_convert(&out, borrowed(string(value)), borrowed(unit), borrowed(per), words, &e)
	if err := failure(status, &e); err != nil || !bool(out.present) {
		return Converted{}, false, err
	}
	return Converted{Decimal(C.GoString(&out.value[0])), C.GoString(&out.unit[0]), bool(out.exact)}, true, nil
}
