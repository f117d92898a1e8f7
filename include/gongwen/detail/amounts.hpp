// gongwen/detail/extract/amounts.hpp: a figure as the amount of a slot.
#pragma once

#include "../../records.hpp"
#include "../grammar/figure_value.hpp"

GONGWEN_BEGIN

namespace detail {

inline Amount amount_of(Figure const& f) {
  Amount a;
  a.value = f.value;
  a.low = f.low;
  a.high = f.high;
  a.mod = f.mod;
  a.unit = f.unit;
  return a;
}

}  // namespace detail

GONGWEN_END
