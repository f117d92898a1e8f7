package gongwen

// #include <gongwen.h>
import "C"

import (
	"encoding/json"
	"io"
	"runtime"
	"strings"
)

// Side is what one of two documents says.
type Side struct {
	ID     string  `json:"id"` // of the indicator
	Value  Decimal `json:"value"`
	Status string  `json:"status"` // "actual", "estimate", "target" or "plan"
}

// Compared is one thing that both documents tell.
type Compared struct {
	IndicatorID string  `json:"indicator_id"`
	Name        string  `json:"name"`
	Area        string  `json:"area"`
	Period      string  `json:"period"`
	Aspect      string  `json:"aspect"`   // "level" or "growth"
	Relation    string  `json:"relation"` // "agrees", "rounded", "differs", "reached" or "missed"
	Unit        string  `json:"unit"`
	First       Side    `json:"first"`
	Second      Side    `json:"second"`
	Difference  Decimal `json:"difference"` // second less first
	PerCent     Decimal `json:"per_cent"`   // of a level: second in per cent of first, to two places
}

// Compare pairs the indicators of two documents that have one indicator_id, area, period and unit, in the order of the
// second: last year's target and this year's result, report and bulletin. Both should speak of one place. A document that
// was not read to the stage Extract is the error "invalid_argument".
func Compare(first, second *Document) ([]Compared, error) {
	all, err := CompareJSONL(first, second, WriteOptions{NumbersAsStrings: true})
	if err != nil {
		return nil, err
	}
	var pairs []Compared
	for lines := json.NewDecoder(strings.NewReader(all)); ; {
		var pair Compared
		if err := lines.Decode(&pair); err == io.EOF {
			return pairs, nil
		} else if err != nil {
			return nil, err
		}
		pairs = append(pairs, pair)
	}
}

// CompareJSONL is the comparison as the program's `gongwen compare` writes it. Of the options only NumbersAsStrings counts.
func CompareJSONL(first, second *Document, options WriteOptions) (string, error) {
	return compare(C.GONGWEN_FORMAT_JSONL, first, second, options)
}

// CompareCSV is the comparison as a table of CSV.
func CompareCSV(first, second *Document) (string, error) {
	return compare(C.GONGWEN_FORMAT_CSV, first, second, WriteOptions{})
}

func compare(format C.gongwen_format, first, second *Document, options WriteOptions) (string, error) {
	defer runtime.KeepAlive(first)
	defer runtime.KeepAlive(second)
	c, err := options.inC(format)
	if err != nil {
		return "", err
	}
	return written(func(out *C.gongwen_owned_string, e *C.gongwen_error) C.gongwen_status {
		return C.gongwen_compare(out, first.handle, second.handle, &c, e)
	})
}
