// gongwen/detail/write/chunk_row.hpp: a chunk as a row, which CSV and Arrow share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../../chunk.hpp"
#include "row.hpp"

GONGWEN_BEGIN

namespace detail {

template <>
struct Fields<Chunk> {
  template <class F>
  static void each(Chunk const& c, F&& f) {
    f("path", c.path);
    f("nodes", std::vector<NodeIndex>{c.first, c.last});
    f("text", c.text);
    f("oversize", c.oversize);
    f("span", c.span);
  }
};

/// Chunks are no records that others refer to, so their letter stands here alone.
inline std::string chunk_id(std::uint32_t index) { return 'c' + std::to_string(std::uint64_t{index} + 1); }

template <class F>
void each_column(RowContext const& context, Chunk const& c, std::uint32_t index, F&& f) {
  f("source", context.source);
  f("id", chunk_id(index));
  Fields<Chunk>::each(c, f);
}

}  // namespace detail

GONGWEN_END
