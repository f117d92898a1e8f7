// Package memory_test measures the memory of the process, so it has a process of its own.
package memory_test

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"testing"

	"gongwen"
)

const sentence = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。三次产业结构比为12.1:38.4:50.2。"

// resident is how much memory of the process is in use, in bytes, those of C included.
func resident(t *testing.T) int {
	t.Helper()
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("the system does not tell how much memory is in use: ", err)
	}
	pages, err := strconv.Atoi(string(bytes.Fields(statm)[1]))
	if err != nil {
		t.Fatal(err)
	}
	return pages * os.Getpagesize()
}

// Ten thousand small documents: the second half takes no more memory than the first did, closed or left to the collector.
// What is between them is holes that the allocator of C keeps.
func TestMemoryIsFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector keeps memory of its own")
	}
	const documents, slack = 10000, 16 << 20
	for _, closed := range []bool{true, false} {
		t.Run(fmt.Sprintf("closed=%v", closed), func(t *testing.T) {
			var most [2]int // of each half
			for i := range documents {
				d, err := gongwen.Read([]byte(sentence), gongwen.Options{})
				if err != nil || len(d.Quantities()) == 0 {
					t.Fatal(err)
				}
				if closed {
					d.Close()
				}
				if i%50 == 0 {
					half := i / (documents / 2)
					most[half] = max(most[half], resident(t))
				}
			}
			t.Logf("at most %d MiB, then %d MiB", most[0]>>20, most[1]>>20)
			if most[1] > most[0]+slack {
				t.Errorf("memory grew by %d MiB", (most[1]-most[0])>>20)
			}
		})
	}
}

// Documents that nobody closes are let go before they fill the memory, though they are large to C and small to Go.
func TestLargeDocumentsAreCollected(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector keeps memory of its own")
	}
	data := bytes.Repeat([]byte(sentence+"\n"), 300)
	before := resident(t)
	most := 0
	for range 150 {
		if _, err := gongwen.Read(data, gongwen.Options{}); err != nil {
			t.Fatal(err)
		}
		most = max(most, resident(t))
	}
	t.Logf("%d KiB of text 150 times: from %d to at most %d MiB", len(data)>>10, before>>20, most>>20)
	if most > before+512<<20 {
		t.Errorf("memory grew by %d MiB", (most-before)>>20)
	}
}
