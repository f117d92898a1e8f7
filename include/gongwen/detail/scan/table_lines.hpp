// gongwen/detail/scan/table_lines.hpp: the text of a table: lines of columns with tabs between them; # begins a comment.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

/// Calls f(number from 1, line) for each line that is neither empty nor a comment, without its end.
template <class F>
void each_table_line(std::string_view lines, F&& f) {
  for (std::uint64_t number = 1; !lines.empty(); ++number) {
    std::size_t const cut = lines.find('\n');
    std::string_view line = lines.substr(0, cut);
    lines.remove_prefix(cut == std::string_view::npos ? lines.size() : cut + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') f(number, line);
  }
}

inline std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  for (std::size_t begin = 0;;) {
    std::size_t const tab = line.find('\t', begin);
    columns.push_back(line.substr(begin, tab == std::string_view::npos ? tab : tab - begin));
    if (tab == std::string_view::npos) return columns;
    begin = tab + 1;
  }
}

}  // namespace detail

GONGWEN_END
