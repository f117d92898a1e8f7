// gongwen/detail/extract/in_order.hpp: records into the order of the text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "../../records.hpp"

GONGWEN_BEGIN

namespace detail {

/// Sorts by place, of two that begin together the longer first; equal ones keep their order. Records are large and nearly in
/// order, so their places are sorted, and only the records that stand wrong are moved.
template <class T>
void in_order(std::vector<T>& records) {
  auto const before = [](RecordBase const& a, RecordBase const& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  };
  if (std::is_sorted(records.begin(), records.end(), before)) return;
  std::vector<std::uint32_t> from(records.size());  // of each place: where its record stands now
  for (std::uint32_t i = 0; i < from.size(); ++i) from[i] = i;
  std::stable_sort(from.begin(), from.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return before(records[a], records[b]); });
  for (std::uint32_t i = 0; i < from.size(); ++i) {
    if (from[i] == i) continue;
    T held = std::move(records[i]);
    std::uint32_t at = i;
    while (from[at] != i) {
      std::uint32_t const next = from[at];
      records[at] = std::move(records[next]);
      from[at] = at;
      at = next;
    }
    records[at] = std::move(held);
    from[at] = at;
  }
}

}  // namespace detail

GONGWEN_END
