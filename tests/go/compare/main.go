// The program compare FILE FILE prints what two documents say of one thing, as JSON Lines.
package main

import (
	"fmt"
	"os"

	"gongwen"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(paths ...string) error {
	var documents [2]*gongwen.Document
	for i, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if documents[i], err = gongwen.Read(data, gongwen.Options{}); err != nil {
			return err
		}
		defer documents[i].Close()
	}
	lines, err := gongwen.CompareJSONL(documents[0], documents[1], gongwen.WriteOptions{})
	if err != nil {
		return err
	}
	_, err = os.Stdout.WriteString(lines)
	return err
}
