package gongwen_test

import (
	"encoding/csv"
	"errors"
	"strings"
	"testing"
	"unsafe"

	"gongwen"
)

func TestCompare(t *testing.T) {
	plan := extract(t, "2023年，全县税收收入力争达到8亿元。")
	result := extract(t, "2023年，全县税收收入完成6亿元。")
	pairs, err := gongwen.Compare(plan, result)
	expected := gongwen.Compared{
		IndicatorID: "tax_revenue", Name: "税收收入", Area: "全县", Period: "2023", Aspect: "level", Relation: "missed", Unit: "CNY",
		First: gongwen.Side{ID: "i1", Value: "800000000", Status: "target"}, Second: gongwen.Side{ID: "i1", Value: "600000000", Status: "actual"},
		Difference: "-200000000", PerCent: "75",
	}
	if err != nil || len(pairs) != 1 || pairs[0] != expected {
		t.Errorf("%+v, %v", pairs, err)
	}
	if table, err := gongwen.CompareCSV(plan, result); err != nil || strings.Count(table, "\r\n") != 2 {
		t.Error(table, err)
	}
	if pairs, err := gongwen.Compare(extract(t, ""), result); err != nil || pairs != nil {
		t.Error(pairs, err)
	}
	var failure *gongwen.Error
	if _, err := gongwen.Compare(plan, extract(t, sentence, gongwen.WithStage(gongwen.StageSegment))); !errors.As(err, &failure) || failure.Code != "invalid_argument" {
		t.Error(err)
	}
	plan.Close()
	if _, err := gongwen.Compare(plan, result); !errors.As(err, &failure) || failure.Code != "invalid_argument" {
		t.Error(err)
	}
}

func TestWithout(t *testing.T) {
	if found := extract(t, sentence).Findings(); len(found) != 1 || found[0].Rule != "shares_not_100" {
		t.Error(found)
	}
	if found := extract(t, sentence, gongwen.Without("shares_not_100", "behind_schedule")).Findings(); found != nil {
		t.Error(found)
	}
	var failure *gongwen.Error
	if _, err := gongwen.Read([]byte(sentence), gongwen.Options{Without: []string{"no_such_rule"}}); !errors.As(err, &failure) || failure.Code != "unsupported" {
		t.Error(err)
	}
}

func TestChunksCSV(t *testing.T) {
	d := extract(t, sample(t))
	chunks, err := d.Chunks(120, gongwen.WriteOptions{})
	if err != nil {
		t.Fatal(err)
	}
	table, err := d.ChunksCSV(120, gongwen.WriteOptions{})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil || len(rows) != len(chunks)+1 {
		t.Fatal(len(rows), len(chunks), err)
	}
	for i, chunk := range chunks {
		if rows[i+1][1] != chunk.ID || rows[i+1][4] != chunk.Text {
			t.Errorf("%v is not %v", rows[i+1], chunk)
		}
	}
}

// A stream that nobody reads is released, more than once, and after its document. The module arrow beside this one reads it.
func TestArrowStream(t *testing.T) {
	d := extract(t, sentence)
	stream, err := d.ArrowStream("indicator", gongwen.ArrowOptions{By: true, StringViews: true})
	if err != nil || stream.Pointer() == unsafe.Pointer(nil) {
		t.Fatal(err)
	}
	chunks, err := d.ChunksArrowStream(0, gongwen.ArrowOptions{Offsets: gongwen.UTF8})
	if err != nil {
		t.Fatal(err)
	}
	d.Close()
	for range 2 {
		stream.Release()
		chunks.Release()
	}
	if stream.Pointer() != nil {
		t.Error("a stream that was released is there")
	}
	var failure *gongwen.Error
	if _, err := d.ArrowStream("indicator", gongwen.ArrowOptions{}); !errors.As(err, &failure) || failure.Code != "invalid_argument" {
		t.Error(err)
	}
	if _, err := d.ArrowStream("indicators", gongwen.ArrowOptions{}); !errors.As(err, &failure) {
		t.Error(err)
	}
}

// HTML is known by its bytes where the library has readers; the tests in Python try the other formats.
func TestRich(t *testing.T) {
	page := "<!DOCTYPE html><html><body><h1>报告</h1><p>全县实现财政收入2.5亿元。</p></body></html>"
	if d := extract(t, page, func(o *gongwen.Options) { o.Plain = true }); d.Original() != page {
		t.Error(d.Original())
	}
	packed := []byte("PK\x03\x04 and nothing that a reader knows")
	_, err := gongwen.Read(packed, gongwen.Options{})
	var failure *gongwen.Error
	if !errors.As(err, &failure) || failure.Code != "unsupported" && failure.Code != "io" {
		t.Error(err)
	}
	if !gongwen.ReadsRichFiles() {
		if !strings.Contains(failure.Message, "built without readers") || extract(t, page).Original() != page {
			t.Error(failure)
		}
		return
	}
	d := extract(t, page)
	indicators := d.Indicators()
	if len(indicators) != 1 || d.Original() != "报告\n全县实现财政收入2.5亿元。\n" {
		t.Fatal(indicators, d.Original())
	}
	if place, ok := d.Place(indicators[0].Span); !ok || place.Paragraph != 2 {
		t.Error(place, ok)
	}
	if place, ok := extract(t, sentence).Place(gongwen.Span{}); ok {
		t.Error(place)
	}
}
