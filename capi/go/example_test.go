package gongwen_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"slices"

	"gongwen"
)

const report = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%。三次产业结构比为12.1:38.4:50.2。"

func Example() {
	document, err := gongwen.Extract(context.Background(), []byte(report))
	if err != nil {
		log.Fatal(err)
	}
	defer document.Close()
	for indicator := range document.AllIndicators() {
		fmt.Println(indicator.Name, indicator.Value, indicator.Unit, indicator.Changes[0].Value)
	}
	for finding := range document.AllFindings() {
		fmt.Println(finding.Rule, finding.Found.Value)
	}
	// Output:
	// 地区生产总值 102260000000 CNY 5.3
	// shares_not_100 100.7
}

// Spans are places in the text as it was given, in bytes.
func ExampleDocument_Original() {
	document, err := gongwen.Extract(context.Background(), []byte("受益６３户。"))
	if err != nil {
		log.Fatal(err)
	}
	defer document.Close()
	for quantity := range document.AllQuantities() {
		fmt.Println(quantity.Value, document.Original()[quantity.Span.Begin:quantity.Span.End])
	}
	// Output: 63 ６３户
}

// Slices and iterators go together.
func ExampleDocument_AllTimes() {
	document, err := gongwen.Extract(context.Background(), []byte("去年6月至今年底。"), gongwen.WithReferenceDate("2024-07-25"))
	if err != nil {
		log.Fatal(err)
	}
	defer document.Close()
	times := slices.Collect(document.AllTimes())
	fmt.Println(times[0].Begin, times[0].End)
	// Output: 2023-06-01 2024-12-31
}

// An error tells what kind it is, and where.
func ExampleError() {
	_, err := gongwen.Extract(context.Background(), []byte("abc\xffdef"), gongwen.WithStrict(), gongwen.WithEncoding("UTF-8"))
	var failure *gongwen.Error
	if errors.As(err, &failure) {
		fmt.Println(failure.Code, failure.Offset)
	}
	// Output: undecodable 3
}

func ExampleConvert() {
	area, _, _ := gongwen.Convert("3", "亩", nil)
	fmt.Println(area.Value, area.Unit, area.Exact)
	// Output: 2000 m2 true
}

func ExampleLexicon_Extend() {
	words, err := new(gongwen.Lexicon).Extend("units", "粮包\tgrain_bale\tmass\t90 kg\t-\tOWN\n")
	if err != nil {
		log.Fatal(err)
	}
	document, err := gongwen.Extract(context.Background(), []byte("收到35粮包。"), gongwen.WithLexicon(words))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(document.Quantities()[0].Unit)
	// Output: grain_bale
}
