package gongwen_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"gongwen"
)

// A stream gives the lines of reading whole, the document's last, however the bytes come in.
func TestStream(t *testing.T) {
	text := sample(t)
	whole, err := extract(t, text, gongwen.WithSource("样本")).JSONL(gongwen.WriteOptions{By: true})
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(whole, "\n")
	expected := rest + head + "\n"
	for name, in := range map[string]io.Reader{
		"at once":    strings.NewReader(text),
		"by bytes":   iotest.OneByteReader(strings.NewReader(text)),
		"end early":  iotest.DataErrReader(strings.NewReader(text)),
		"by halves":  iotest.HalfReader(strings.NewReader(text)),
		"many reads": io.MultiReader(strings.NewReader(text[:100]), strings.NewReader(text[100:])),
	} {
		var out bytes.Buffer
		err := gongwen.Stream(context.Background(), in, &out, gongwen.WriteOptions{By: true}, gongwen.WithSource("样本"))
		if err != nil || out.String() != expected {
			t.Errorf("%s: %v, %d bytes, not %d", name, err, out.Len(), len(expected))
		}
	}
}

type broken struct{ err error }

func (b broken) Read([]byte) (int, error)  { return 0, b.err }
func (b broken) Write([]byte) (int, error) { return 0, b.err }

// The error of either end comes back as it is, and so does that of the context.
func TestStreamFailures(t *testing.T) {
	own := errors.New("own")
	text := strings.Repeat(sentence+"\n", 100)
	background := context.Background()
	if err := gongwen.Stream(background, broken{own}, io.Discard, gongwen.WriteOptions{}); !errors.Is(err, own) {
		t.Errorf("a broken reader: %v", err)
	}
	half := io.MultiReader(strings.NewReader(text), broken{io.ErrUnexpectedEOF})
	if err := gongwen.Stream(background, half, io.Discard, gongwen.WriteOptions{}); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a reader that breaks: %v", err)
	}
	if err := gongwen.Stream(background, strings.NewReader(text), broken{own}, gongwen.WriteOptions{}); !errors.Is(err, own) {
		t.Errorf("a broken writer: %v", err)
	}
	cancelled, cancel := context.WithCancel(background)
	cancel()
	if err := gongwen.Stream(cancelled, strings.NewReader(text), io.Discard, gongwen.WriteOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that is done: %v", err)
	}
	var failure *gongwen.Error
	err := gongwen.Stream(background, strings.NewReader("abc\xff"), io.Discard, gongwen.WriteOptions{},
		gongwen.WithEncoding("UTF-8"), gongwen.WithStrict())
	if !errors.As(err, &failure) || failure.Code != "undecodable" || failure.Offset != 3 {
		t.Errorf("what the library says: %v", err)
	}
	err = gongwen.Stream(background, strings.NewReader(text), io.Discard, gongwen.WriteOptions{Only: []string{"quantities"}})
	if !errors.As(err, &failure) || failure.Code != "invalid_argument" {
		t.Errorf("a type of record that is none: %v", err)
	}
	// An empty input is a document.
	var out bytes.Buffer
	if err := gongwen.Stream(background, strings.NewReader(""), &out, gongwen.WriteOptions{}); err != nil || !strings.HasPrefix(out.String(), `{"type":"document"`) {
		t.Errorf("an empty input: %v %s", err, &out)
	}
}
