// Package gongwen_test tests the Go package as its users have it, on the sample and on sentences of its own.
package gongwen_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"gongwen"
)

const sentence = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。三次产业结构比为12.1:38.4:50.2。"

// A sentence or more for each field; none is from any report.
var sentences = []string{
	sentence,
	"一、２０２３年工作\r\n今年上半年，全县完成财政总收入6.77亿元，占年度计划的55.8%，同比下降1.5个百分点。",
	"约三分之一的农户参加，每头补贴600元，单价20元/公斤左右，收购稻谷2700—2800吨，受益6300多万元。",
	"预计一季度工业增加值增长8%以上，拉动GDP增长0.1个百分点，增速比全国高1.7个百分点，增幅居六县（市）倒数第一。",
	"第一、二、三产业增加值分别为4.82亿元、4.98亿元、11.12亿元，同比分别增长4.2%、14%、12.6%。",
	"力争到8月底前完成投资1.2亿元，自2018年以来，每月召开一次会议，工期30至90日。",
	"要做到四个对准：一是对准目标，二是对准问题，四是对准政策。",
	"𠮷林镇新增企业３５家，其中规模以上12家。",
}

func sample(t *testing.T) string {
	data, err := os.ReadFile("../../examples/data/jiangping.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func read(t *testing.T, text string, options gongwen.Options) *gongwen.Document {
	t.Helper()
	document, err := gongwen.Read([]byte(text), options)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// object is a record as a JSON object.
func object(t *testing.T, line []byte) map[string]any {
	t.Helper()
	var out map[string]any
	if err := json.Unmarshal(line, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// add puts the records of a table into found, by id, as JSON objects.
func add[Record any](t *testing.T, found map[string]map[string]any, kind string, table []Record) {
	for _, record := range table {
		line, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		fields := object(t, line)
		fields["type"] = kind
		if fields["applied"] == true { // what JSON Lines leaves out
			delete(fields, "applied")
		}
		if kind == "document" {
			fields["id"] = "document"
		}
		found[fields["id"].(string)] = fields
	}
}

// Every record of the JSON Lines is a record here, field by field, and no other is.
func compare(t *testing.T, d *gongwen.Document) {
	found := make(map[string]map[string]any)
	add(t, found, "document", []gongwen.Head{d.Head()})
	add(t, found, "edit", d.Edits())
	add(t, found, "node", d.Nodes())
	add(t, found, "quantity", d.Quantities())
	add(t, found, "ratio", d.Ratios())
	add(t, found, "rank", d.Ranks())
	add(t, found, "time", d.Times())
	add(t, found, "entity", d.Entities())
	add(t, found, "indicator", d.Indicators())
	add(t, found, "project", d.Projects())
	add(t, found, "task", d.Tasks())
	add(t, found, "appraisal", d.Appraisals())
	add(t, found, "problem", d.Problems())
	add(t, found, "formulation", d.Formulations())
	add(t, found, "finding", d.Findings())

	text, err := d.JSONL(gongwen.WriteOptions{Offsets: gongwen.UTF8, NumbersAsStrings: true, By: true})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) != len(found) {
		t.Errorf("%d lines, %d records", len(lines), len(found))
	}
	for _, line := range lines {
		expected := object(t, []byte(line))
		if expected["type"] == "document" {
			expected["id"] = "document"
		}
		if id := expected["id"].(string); !reflect.DeepEqual(found[id], expected) {
			t.Errorf("%s\n is %v\nnot %v", id, found[id], expected)
		}
	}
}

func TestSameAsJSONLines(t *testing.T) {
	for _, s := range sentences {
		compare(t, read(t, s, gongwen.Options{ReferenceDate: "2024-07-25", Implied: true}))
	}
	compare(t, read(t, sample(t), gongwen.Options{Source: "样本"}))
}

func TestValues(t *testing.T) {
	d := read(t, sentence, gongwen.Options{})
	q := d.Quantities()[0]
	if q.Value != "102260000000" || q.Unit != "CNY" || q.Step != "10000000" || q.ID != "q1" {
		t.Errorf("%+v", q)
	}
	if d.Original()[q.Span.Begin:q.Span.End] != q.Text || q.Text != "1022.6亿元" {
		t.Errorf("the span of %q is %v", q.Text, q.Span)
	}
	if q.Value.Rat().Cmp(big.NewRat(102260000000, 1)) != 0 || q.Low.Present() || q.Low.Rat() != nil {
		t.Errorf("%v %v", q.Value.Rat(), q.Low)
	}
	i := d.Indicators()[0]
	if i.Name != "地区生产总值" || i.Area != "全市" || i.Period.Begin != (gongwen.Date{Year: 2023, Month: 1, Day: 1}) {
		t.Errorf("%+v", i)
	}
	if i.Changes[0].Value != "5.3" || i.Rank.Position != 13 || i.Evidence["value"][0] != "q1" {
		t.Errorf("%+v", i)
	}
	if w := d.Findings()[0]; w.Rule != "shares_not_100" || w.Found.Value != "100.7" {
		t.Errorf("%+v", w)
	}
}

func TestOptions(t *testing.T) {
	if d := read(t, sentence, gongwen.Options{Stage: gongwen.StageSegment}); d.Quantities() != nil || d.Nodes() == nil {
		t.Error("segment does not stop after nodes")
	}
	if d := read(t, sentence, gongwen.Options{MentionsOnly: true}); d.Indicators() != nil || d.Quantities() == nil {
		t.Error("mentions only gives indicators")
	}
	d := read(t, sentence, gongwen.Options{Offsets: gongwen.CodePoint, Source: "名字", ReferenceDate: "2024-02-29"})
	head := d.Head()
	if head.Length != uint64(len([]rune(sentence))) || head.OffsetUnit != "codepoint" || head.Source != "名字" {
		t.Errorf("%+v", head)
	}
	if head.ReferenceDate.String() != "2024-02-29" || head.ReferenceDateFrom != "caller" {
		t.Errorf("%+v", head)
	}
	q := d.Quantities()[0]
	if string([]rune(sentence)[q.Span.Begin:q.Span.End]) != q.Text {
		t.Errorf("the span of %q is %v", q.Text, q.Span)
	}
	if d := read(t, "共有３５家企业。", gongwen.Options{KeepCharacters: true}); d.Text() != "共有３５家企业。" {
		t.Error(d.Text())
	}
	for text, options := range map[string]gongwen.Options{
		"共有３５家":    {KeepWidth: true},
		"\u2f08口":  {KeepRadicals: true},
		"位臵":       {KeepConfusions: true},
		"5 %":      {KeepSpaces: true},
		"全\u200b县": {KeepControls: true},
		"全县。\r\n":  {KeepLineEnds: true},
	} {
		if d := read(t, text, options); d.Text() != text {
			t.Errorf("%q became %q", text, d.Text())
		}
		if d := read(t, text, gongwen.Options{}); d.Text() == text {
			t.Errorf("%q was not repaired", text)
		}
	}
	if d := read(t, "", gongwen.Options{}); d.Original() != "" || d.Quantities() != nil {
		t.Error("an empty text is not empty")
	}
	if d := read(t, "\xc8\xab\xca\xd0", gongwen.Options{Encoding: "GB18030"}); d.Original() != "全市" {
		t.Error(d.Original())
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		data    string
		options gongwen.Options
		code    string
		offset  uint64
	}{
		{sentence, gongwen.Options{MaxBytes: 10}, "too_large", 10},
		{"abc\xffdef", gongwen.Options{Strict: true, Encoding: "UTF-8"}, "undecodable", 3},
		{"abc", gongwen.Options{Encoding: "no such encoding"}, "undecodable", 0},
		{"abc", gongwen.Options{ReferenceDate: "2023-02-30"}, "invalid_argument", 0},
		{"abc", gongwen.Options{Source: "a\x00b"}, "invalid_argument", 0},
	} {
		_, err := gongwen.Read([]byte(c.data), c.options)
		var e *gongwen.Error
		if !errors.As(err, &e) || e.Code != c.code || e.Offset != c.offset || len(e.Message) < 10 {
			t.Errorf("%+v gives %+v", c, err)
		}
	}
	if _, err := read(t, "abc", gongwen.Options{}).JSONL(gongwen.WriteOptions{Only: []string{"quantities"}}); err == nil {
		t.Error("a type of record that is none")
	}
	var none gongwen.Lexicon
	_, err := none.Extend("units", "# ok\nno tabs, no table has such a line\n")
	var e *gongwen.Error
	if !errors.As(err, &e) || e.Code != "bad_lexicon" || e.Offset != 2 {
		t.Errorf("%+v", err)
	}
}

func TestWritten(t *testing.T) {
	d := read(t, sentence, gongwen.Options{})
	text, err := d.JSONL(gongwen.WriteOptions{Only: []string{"rank"}})
	if err != nil || strings.Count(text, "\n") != 1 || !strings.HasPrefix(text, `{"type":"rank"`) {
		t.Error(text, err)
	}
	if table, err := d.Table(gongwen.WriteOptions{}); err != nil || !strings.Contains(table, "地区生产总值") {
		t.Error(table, err)
	}
}

func TestDates(t *testing.T) {
	for date, text := range map[gongwen.Date]string{
		{}:                              "",
		{Month: 6, Day: 30}:             "XXXX-06-30",
		{Year: 2024, Month: 2, Day: 29}: "2024-02-29",
	} {
		if date.String() != text || date.IsZero() != (text == "") {
			t.Error(date, text)
		}
	}
}

func TestChunks(t *testing.T) {
	input := "一、做强产业\n全县新建茶园三万亩。带动农户两千户。\n二、改善民生\n新建学校两所。\n"
	d, err := gongwen.Read([]byte(input), gongwen.Options{})
	if err != nil {
		t.Fatal(err)
	}
	chunks, err := d.Chunks(20, gongwen.WriteOptions{Offsets: gongwen.UTF8})
	if err != nil || len(chunks) < 2 {
		t.Fatal(chunks, err)
	}
	for i, chunk := range chunks {
		if chunk.ID != fmt.Sprintf("c%d", i+1) || len(chunk.Nodes) == 0 || chunk.Text != input[chunk.Span.Begin:chunk.Span.End] {
			t.Errorf("chunk %d is %+v", i, chunk)
		}
	}
	parsed, err := gongwen.Read([]byte(input), gongwen.Options{Stage: gongwen.StageParse})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parsed.Chunks(0, gongwen.WriteOptions{}); err == nil {
		t.Error("a document that was only parsed gave chunks")
	}
}

func TestLifetimes(t *testing.T) {
	var none gongwen.Lexicon
	lexicon, err := none.Extend("units", "粮包\tgrain_bale\tother\t-\t-\tTEST\n")
	if err != nil {
		t.Fatal(err)
	}
	d := read(t, "全市实现地区生产总值1022.6亿元，收到35粮包。", gongwen.Options{Lexicon: lexicon})
	lexicon = nil
	runtime.GC()
	if unit := d.Quantities()[1].Unit; unit != "grain_bale" {
		t.Error(unit)
	}
	indicators := d.Indicators()
	d.Close()
	d.Close()
	if d.Quantities() != nil || d.Original() != "" || d.Head().Schema != "" {
		t.Error("a closed document is not empty")
	}
	runtime.GC()
	if indicators[0].Canonical != "地区生产总值" {
		t.Error(indicators[0].Canonical)
	}
	for range 50 { // left to the collector
		read(t, sentence, gongwen.Options{})
		runtime.GC()
	}
}

func TestThreads(t *testing.T) {
	d := read(t, sentence, gongwen.Options{})
	expected, _ := d.JSONL(gongwen.WriteOptions{})
	var group sync.WaitGroup
	for range 8 {
		group.Add(1)
		go func() {
			defer group.Done()
			if got, err := d.JSONL(gongwen.WriteOptions{}); err != nil || got != expected {
				t.Error("another output in another goroutine")
			}
			if _, err := gongwen.Read([]byte(sentence), gongwen.Options{}); err != nil {
				t.Error(err)
			}
		}()
	}
	group.Wait()
}

func TestConvert(t *testing.T) {
	for _, c := range []struct {
		value gongwen.Decimal
		unit  string
		want  gongwen.Converted
		ok    bool
	}{
		{"5", "t", gongwen.Converted{Value: "5000", Unit: "kg", Exact: true}, true},
		{"100", "亩", gongwen.Converted{Value: "66666.6666666667", Unit: "m2"}, true},
		{"20", "degC", gongwen.Converted{}, false},
		{"", "t", gongwen.Converted{}, false},
	} {
		got, ok, err := gongwen.Convert(c.value, c.unit, nil)
		if err != nil || ok != c.ok || got != c.want {
			t.Errorf("%s %s: %v, %v, %v", c.value, c.unit, got, ok, err)
		}
	}
	var failure *gongwen.Error
	if _, _, err := gongwen.Convert("a lot", "t", nil); !errors.As(err, &failure) || failure.Code != "invalid_argument" {
		t.Errorf("no number: %v", err)
	}
}

func TestOwnPattern(t *testing.T) {
	lexicon, err := new(gongwen.Lexicon).Extend("units", "粮包\tgrain_bale\tmass\t90 kg\t-\tTEST\n")
	if err == nil {
		lexicon, err = lexicon.Extend("patterns", "load\tquantity\tL(?<value>\\d+)(?<unit>粮包)\tTEST\n")
	}
	if err != nil {
		t.Fatal(err)
	}
	found := read(t, "各村报告。\n今日装车L35粮包。\n", gongwen.Options{Lexicon: lexicon}).Quantities()
	if len(found) != 1 || found[0].Text != "L35粮包" || found[0].By != "load" {
		t.Fatalf("%v", found)
	}
	got, ok, err := found[0].Convert(lexicon)
	if err != nil || !ok || got != (gongwen.Converted{Value: "3150", Unit: "kg", Exact: true}) {
		t.Errorf("%v, %v, %v", got, ok, err)
	}
	var failure *gongwen.Error
	_, err = lexicon.Extend("patterns", "load\tquantity\t(?<worth>x)\tTEST\n")
	if !errors.As(err, &failure) || failure.Code != "bad_pattern" || failure.Offset != 1 {
		t.Errorf("a pattern that can't be: %v", err)
	}
}
