// gongwen/detail/segment/table.hpp: finds tables again in plain text, in whatever form they were kept.
#pragma once

#include <vector>

#include "flat_table.hpp"
#include "row_table.hpp"

GONGWEN_BEGIN

namespace detail {

/// Tables with one row a line first; a line of theirs is never a cell of a flattened one.
class TableReader {
 public:
  TableReader(std::string_view text, std::vector<LineShape> const& lines, LexiconData const& lexicon)
      : rows_(text, lines, lexicon), flat_(text, lines, lexicon) {}

  /// Reads a table that begins at line `i` into the tree; returns the line after it, or 0 where there is none.
  std::size_t read(std::size_t i, Tree& tree) {
    std::size_t const next = rows_.read(i, tree);
    return next != 0 ? next : flat_.read(i, tree);
  }
  /// Has the line bars or tabs between its words?
  [[nodiscard]] bool ruled(std::size_t i) const { return rows_.ruled(i); }

 private:
  RowTable rows_;
  FlatTable flat_;
};

}  // namespace detail

GONGWEN_END
