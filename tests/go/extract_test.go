package gongwen_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"gongwen"
)

func extract(t *testing.T, text string, options ...gongwen.Option) *gongwen.Document {
	t.Helper()
	document, err := gongwen.Extract(context.Background(), []byte(text), options...)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// Each option of Extract does what the field of Options does; the last word counts.
func TestExtractOptions(t *testing.T) {
	lexicon, err := new(gongwen.Lexicon).Extend("units", "粮包\tgrain_bale\tother\t-\t-\tTEST\n")
	if err != nil {
		t.Fatal(err)
	}
	all := gongwen.Options{
		Encoding: "UTF-8", ReferenceDate: "2024-07-25", Source: "名字", Lexicon: lexicon, Stage: gongwen.StageExtract,
		Offsets: gongwen.UTF16, Language: gongwen.English, MinConfidence: 0.9, Strict: true, Implied: true,
		Without: []string{"behind_schedule"},
	}
	var set gongwen.Options
	for _, option := range []gongwen.Option{
		gongwen.WithEncoding("UTF-8"), gongwen.WithReferenceDate("2024-07-25"), gongwen.WithSource("名字"),
		gongwen.WithLexicon(lexicon), gongwen.WithStage(gongwen.StageExtract), gongwen.WithOffsets(gongwen.UTF16),
		gongwen.WithLanguage(gongwen.English), gongwen.WithMinConfidence(0.9), gongwen.WithStrict(), gongwen.WithImplied(),
		gongwen.Without("behind_schedule"),
	} {
		option(&set)
	}
	if !reflect.DeepEqual(set, all) {
		t.Errorf("%+v", set)
	}
	d := extract(t, "共有３５家企业。", gongwen.WithSource("a"), gongwen.WithOptions(gongwen.Options{Source: "b"}),
		func(o *gongwen.Options) { o.KeepWidth = true })
	if d.Head().Source != "b" || d.Text() != "共有３５家企业。" {
		t.Errorf("%+v %s", d.Head(), d.Text())
	}
}

func TestExtractContext(t *testing.T) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if d, err := gongwen.Extract(cancelled, []byte(sentence)); d != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("a context that is done gives %v, %v", d, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	d, err := gongwen.Extract(ctx, []byte(sentence))
	if err != nil || len(d.Quantities()) == 0 {
		t.Errorf("a context that is not done gives %v", err)
	}
	if _, err := gongwen.Extract(ctx, []byte("abc"), gongwen.WithReferenceDate("never")); err == nil {
		t.Error("an error of the library is lost on its way through a goroutine")
	}

	// A text that takes far longer than the context allows; its bytes are the caller's again at once.
	long := []byte(strings.Repeat(sentence+"\n", 20000))
	hasty, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	begin := time.Now()
	if _, err := gongwen.Extract(hasty, long); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("after %v: %v", time.Since(begin), err)
	}
	clear(long)
}

func TestIterators(t *testing.T) {
	d := extract(t, sample(t))
	for _, same := range []bool{
		reflect.DeepEqual(slices.Collect(d.AllEdits()), d.Edits()),
		reflect.DeepEqual(slices.Collect(d.AllNodes()), d.Nodes()),
		reflect.DeepEqual(slices.Collect(d.AllQuantities()), d.Quantities()),
		reflect.DeepEqual(slices.Collect(d.AllRatios()), d.Ratios()),
		reflect.DeepEqual(slices.Collect(d.AllRanks()), d.Ranks()),
		reflect.DeepEqual(slices.Collect(d.AllTimes()), d.Times()),
		reflect.DeepEqual(slices.Collect(d.AllEntities()), d.Entities()),
		reflect.DeepEqual(slices.Collect(d.AllIndicators()), d.Indicators()),
		reflect.DeepEqual(slices.Collect(d.AllProjects()), d.Projects()),
		reflect.DeepEqual(slices.Collect(d.AllTasks()), d.Tasks()),
		reflect.DeepEqual(slices.Collect(d.AllAppraisals()), d.Appraisals()),
		reflect.DeepEqual(slices.Collect(d.AllProblems()), d.Problems()),
		reflect.DeepEqual(slices.Collect(d.AllFormulations()), d.Formulations()),
		reflect.DeepEqual(slices.Collect(d.AllFindings()), d.Findings()),
	} {
		if !same {
			t.Error("an iterator and its slice differ")
		}
	}
	all := d.AllQuantities()
	for range 2 { // it begins anew each time, and may be left
		for q := range all {
			if q.ID != "q1" {
				t.Error(q)
			}
			break
		}
	}
	seen := 0
	for range all {
		seen++
		d.Close()
	}
	if seen != 1 {
		t.Errorf("%d records of a closed document", seen)
	}
}

func TestOtherFormats(t *testing.T) {
	d := extract(t, sentence)
	if text, err := d.CSV("rank", gongwen.WriteOptions{}); err != nil || strings.Count(text, "\n") != 2 || !strings.HasPrefix(text, "source,id,") {
		t.Error(text, err)
	}
	if _, err := d.CSV("ranks", gongwen.WriteOptions{}); err == nil {
		t.Error("a type of record that is none")
	}
	if text, err := d.Markdown(gongwen.WriteOptions{}); err != nil || !strings.Contains(text, "## ") {
		t.Error(text, err)
	}
}

// The texts outside the tree, field by field; without them the sentences and the sample are all there is.
func TestSameAsJSONLinesOverTexts(t *testing.T) {
	texts, _ := filepath.Glob(filepath.Join(os.Getenv("GONGWEN_SHARED"), "eval", "texts", "*.txt"))
	if os.Getenv("GONGWEN_SHARED") == "" || len(texts) == 0 {
		t.Skip("GONGWEN_SHARED is not set, or has no eval/texts")
	}
	for _, path := range texts {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d := extract(t, string(data), gongwen.WithSource(path))
		compare(t, d)
		d.Close()
	}
}
