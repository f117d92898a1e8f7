package gongwen

import (
	"runtime"
	"sync/atomic"
)

// The collector sees a few words of Go in a Document, and not what the library holds for it: it would let gigabytes of
// documents that nobody closed wait for their turn. So the weights of documents are summed up, and the collector is called
// when those made since its last call weigh as much as all that were there before, which is its own rule for Go's memory.

// pressure is the sum, and what of it is new.
type pressure struct {
	all, fresh atomic.Int64
	collecting atomic.Bool
}

var held pressure

// leastFresh is what may be new without a call: less is not worth one.
const leastFresh = 8 << 20

// weigh is about what the library holds for a document of so many bytes of input: 24 to 77 a byte in reports and sentences.
func weigh(size int) int64 { return 4<<10 + 48*int64(size) }

func (p *pressure) add(weight int64) {
	all, fresh := p.all.Add(weight), p.fresh.Add(weight)
	if fresh < leastFresh || fresh < all-fresh || !p.collecting.CompareAndSwap(false, true) {
		return
	}
	p.fresh.Store(0)
	runtime.GC() // the cleanups that it finds due run by themselves
	p.collecting.Store(false)
}

// closed takes away what was closed, which leaves room for as much that is new.
func (p *pressure) closed(weight int64) {
	p.all.Add(-weight)
	p.fresh.Add(-weight)
}

// collected takes away what a collection found.
func (p *pressure) collected(weight int64) { p.all.Add(-weight) }
