// The program quickstart FILE prints each indicator of a report on a line: name, area, value, unit.
package main

import (
	"bufio"
	"context"
	"fmt"
	"os"

	"gongwen"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: quickstart FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	document, err := gongwen.Extract(context.Background(), data)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer document.Close()
	out := bufio.NewWriter(os.Stdout)
	for i := range document.AllIndicators() {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", i.Name, i.Area, i.Value, i.Unit)
	}
	return out.Flush()
}
