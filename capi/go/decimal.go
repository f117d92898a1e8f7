package gongwen

import "math/big"

// Decimal is an exact number in plain digits: no exponent, no plus sign, no zeros at the end of a fraction.
// Empty where there is none.
type Decimal string

// Present tells whether there is a number.
func (d Decimal) Present() bool { return d != "" }

// Rat is the number for exact arithmetic; nil where there is none.
func (d Decimal) Rat() *big.Rat {
	if d == "" {
		return nil
	}
	r, ok := new(big.Rat).SetString(string(d))
	if !ok {
		return nil
	}
	return r
}
