// The program jsonl FILE... prints the JSON Lines of files, with the rules that made each record: what the surfaces are
// compared by.
package main

import (
	"context"
	"fmt"
	"os"

	"gongwen"
)

func main() {
	for _, path := range os.Args[1:] {
		if err := write(path); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
			os.Exit(1)
		}
	}
}

func write(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	document, err := gongwen.Extract(context.Background(), data, gongwen.WithSource(path))
	if err != nil {
		return err
	}
	defer document.Close()
	text, err := document.JSONL(gongwen.WriteOptions{By: true})
	if err != nil {
		return err
	}
	_, err = os.Stdout.WriteString(text)
	return err
}
