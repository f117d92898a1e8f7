package gongwen_test

import (
	"os"
	"testing"

	"gongwen"
)

// What a document costs in Go beside the C library alone: go test -run '^$' -bench Overhead. Printed, never asserted;
// tests/tools/overhead.py does the same for Python.
func BenchmarkOverhead(b *testing.B) {
	data, err := os.ReadFile("../../examples/data/jiangping.txt")
	if err != nil {
		b.Fatal(err)
	}
	for name, work := range map[string]func(d *gongwen.Document){
		"C": func(*gongwen.Document) {},
		"records": func(d *gongwen.Document) {
			d.Edits()
			d.Nodes()
			d.Quantities()
			d.Ratios()
			d.Ranks()
			d.Times()
			d.Entities()
			d.Indicators()
			d.Projects()
			d.Tasks()
			d.Appraisals()
			d.Problems()
			d.Formulations()
			d.Findings()
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				d, err := gongwen.Read(data, gongwen.Options{})
				if err != nil {
					b.Fatal(err)
				}
				work(d)
				d.Close()
			}
		})
	}
}
