package arrow_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"runtime"
	"strings"
	"testing"

	"gongwen"
	arrow "gongwen/arrow"

	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/decimal128"
)

const text = "一、经济运行\n2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。\n二、财政\n全市财政收入下降3.5亿元，降幅2.1%。\n"

func document(t *testing.T) *gongwen.Document {
	t.Helper()
	d, err := gongwen.Read([]byte(text), gongwen.Options{Source: "样本"})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Every type of record has a row a record, whose first columns are source and id.
func TestEveryType(t *testing.T) {
	d := document(t)
	lines, err := d.JSONL(gongwen.WriteOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range strings.Fields("document edit node quantity ratio rank time entity indicator project task appraisal problem formulation finding") {
		for _, views := range []bool{false, true} {
			table, err := arrow.Table(d, kind, gongwen.ArrowOptions{By: true, StringViews: views})
			if err != nil {
				t.Fatal(kind, err)
			}
			if rows := strings.Count(lines, `{"type":"`+kind+`"`); int(table.NumRows()) != rows || table.Schema().Field(0).Name != "source" {
				t.Errorf("%s has %d rows, not %d: %v", kind, table.NumRows(), rows, table.Schema())
			}
			table.Release()
		}
	}
}

// The columns have the values of the records, also when the document is gone.
func TestValues(t *testing.T) {
	d := document(t)
	indicators := d.Indicators()
	table, err := arrow.Table(d, "indicator", gongwen.ArrowOptions{StringViews: true})
	if err != nil {
		t.Fatal(err)
	}
	defer table.Release()
	d.Close()
	runtime.GC()
	reader := array.NewTableReader(table, 0)
	defer reader.Release()
	row := 0
	for reader.Next() {
		batch := reader.RecordBatch()
		names, values := batch.Column(2).(*array.StringView), decimals(t, batch.Schema().FieldIndices("value"), batch.Columns())
		for i := range int(batch.NumRows()) {
			if names.Value(i) != indicators[row].Name {
				t.Errorf("%s is not %s", names.Value(i), indicators[row].Name)
			}
			if want := indicators[row].Value; values.IsNull(i) == want.Present() {
				t.Errorf("%s: null is %v, and the value %q", names.Value(i), values.IsNull(i), want)
			} else if want.Present() {
				number, err := decimal128.FromString(string(want), 38, 10)
				if err != nil || values.Value(i) != number {
					t.Errorf("%s: %v is not %s: %v", names.Value(i), values.Value(i), want, err)
				}
			}
			row++
		}
	}
	if row != len(indicators) || row == 0 {
		t.Errorf("%d rows, %d indicators", row, len(indicators))
	}
}

func decimals[Column any](t *testing.T, at []int, columns []Column) *array.Decimal128 {
	t.Helper()
	values, ok := any(columns[at[0]]).(*array.Decimal128)
	if !ok {
		t.Fatalf("the values are %T", columns[at[0]])
	}
	return values
}

func TestChunks(t *testing.T) {
	d := document(t)
	chunks, err := d.Chunks(40, gongwen.WriteOptions{})
	if err != nil {
		t.Fatal(err)
	}
	reader, err := arrow.Chunks(d, 40, gongwen.ArrowOptions{})
	if err != nil {
		t.Fatal(err)
	}
	table, err := arrow.TableOf(reader)
	if err != nil {
		t.Fatal(err)
	}
	defer table.Release()
	batches := array.NewTableReader(table, 0)
	defer batches.Release()
	var lines bytes.Buffer
	for batches.Next() {
		if err := array.RecordToJSON(batches.RecordBatch(), &lines); err != nil {
			t.Fatal(err)
		}
	}
	decoder := json.NewDecoder(&lines)
	for _, chunk := range chunks {
		var row struct {
			ID, Text string
			Nodes    []string
		}
		if err := decoder.Decode(&row); err != nil || row.ID != chunk.ID || row.Text != chunk.Text || row.Nodes[0] != chunk.Nodes[0] {
			t.Errorf("%+v is not %+v: %v", row, chunk, err)
		}
	}
	if len(chunks) < 2 || int(table.NumRows()) != len(chunks) {
		t.Errorf("%d rows, %d chunks", table.NumRows(), len(chunks))
	}
}

func TestRefused(t *testing.T) {
	var failure *gongwen.Error
	if _, err := arrow.Records(document(t), "indicators", gongwen.ArrowOptions{}); !errors.As(err, &failure) || failure.Code != "invalid_argument" {
		t.Error(err)
	}
	closed := document(t)
	closed.Close()
	if _, err := arrow.Table(closed, "indicator", gongwen.ArrowOptions{}); err == nil {
		t.Error("a closed document gave a table")
	}
}
