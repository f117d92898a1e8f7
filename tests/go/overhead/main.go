// The program overhead FILE ROUNDS measures what tests/overhead/overhead.cpp does, in Go; "records" makes a struct of every
// record. Processor time is that of the process, with what the collector of Go takes.
package main

import (
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"gongwen"
)

func main() {
	data, err := os.ReadFile(os.Args[1])
	check(err)
	rounds, err := strconv.Atoi(os.Args[2])
	check(err)
	fastest("read", rounds, data, func(*gongwen.Document) {})
	fastest("jsonl", rounds, data, func(d *gongwen.Document) {
		_, err := d.JSONL(gongwen.WriteOptions{})
		check(err)
	})
	fastest("records", rounds, data, func(d *gongwen.Document) {
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
	})
}

func fastest(name string, rounds int, data []byte, work func(*gongwen.Document)) {
	best := time.Hour
	for range rounds {
		begin := processor()
		document, err := gongwen.Read(data, gongwen.Options{})
		check(err)
		work(document)
		document.Close()
		best = min(best, processor()-begin)
	}
	fmt.Printf("%s %.4f\n", name, float64(best)/float64(time.Millisecond))
}

func processor() time.Duration {
	var use syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &use))
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
