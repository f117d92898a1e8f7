// gongwen/detail/amounts.hpp: the amount that a figure, a quantity or a fact holds.
#pragma once

#include "../records.hpp"

GONGWEN_BEGIN

namespace detail {

template <class Value>
Amount amount_of(Value const& v) {
  Amount a;
  a.value = v.value;
  a.low = v.low;
  a.high = v.high;
  a.mod = v.mod;
  a.unit = v.unit;
  return a;
}

}  // namespace detail

GONGWEN_END
