// Package arrow gives the records of a gongwen.Document to Arrow for Go. It is a module of its own, so that only who uses it
// needs Arrow.
//
//	table, err := arrow.Table(document, "indicator", gongwen.ArrowOptions{})
//	if err != nil { ... }
//	defer table.Release()
package arrow

import (
	"errors"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/cdata"

	"gongwen"
)

// Records reads all records of a type ("indicator"; "document" for the head) batch by batch, without copying: a column a
// field, each row begun by `source`. The reader keeps what it needs of the document, and is freed when it is collected.
func Records(document *gongwen.Document, kind string, options gongwen.ArrowOptions) (array.RecordReader, error) {
	return taken(document.ArrowStream(kind, options))
}

// Chunks reads the chunks of Document.Chunks in the same way.
func Chunks(document *gongwen.Document, maxChars uint32, options gongwen.ArrowOptions) (array.RecordReader, error) {
	return taken(document.ChunksArrowStream(maxChars, options))
}

// Table is all records of a type as a table, which the caller releases.
func Table(document *gongwen.Document, kind string, options gongwen.ArrowOptions) (arrow.Table, error) {
	reader, err := Records(document, kind, options)
	if err != nil {
		return nil, err
	}
	return TableOf(reader)
}

// TableOf reads to the end what Records or Chunks gave. The caller releases the table.
func TableOf(reader array.RecordReader) (arrow.Table, error) {
	var batches []arrow.RecordBatch
	defer func() {
		for _, batch := range batches {
			batch.Release()
		}
	}()
	for reader.Next() {
		batch := reader.RecordBatch()
		batch.Retain() // a reader lets go of a batch when it is asked for the next
		batches = append(batches, batch)
	}
	if err := reader.Err(); err != nil {
		return nil, err
	}
	return array.NewTableFromRecords(reader.Schema(), batches), nil
}

// taken hands a stream over to Arrow, which moves it out.
func taken(stream *gongwen.ArrowStream, err error) (array.RecordReader, error) {
	if err != nil {
		return nil, err
	}
	defer stream.Release()
	reader, err := cdata.ImportCRecordReader((*cdata.CArrowArrayStream)(stream.Pointer()), nil)
	if err != nil {
		return nil, err
	}
	records, ok := reader.(array.RecordReader)
	if !ok {
		return nil, errors.New("gongwen: this version of Arrow for Go reads streams in another way")
	}
	return records, nil
}
