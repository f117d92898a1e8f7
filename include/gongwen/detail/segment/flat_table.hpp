// gongwen/detail/segment/flat_table.hpp: tables that lost their lines, one cell a line of the text.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "lines.hpp"
#include "table_words.hpp"
#include "tree.hpp"

GONGWEN_BEGIN

namespace detail {

/// Recognises a flattened table by its rhythm: labels, each followed by the same number of bare numbers. The cells before
/// the first label are its caption, its unit (单位：亿元) and the heads of its columns.
class FlatTable {
 public:
  FlatTable(std::string_view text, std::vector<LineShape> const& lines, LexiconData const& lexicon)
      : text_(text), lines_(lines), judge_(text, lexicon), table_words_(lexicon) {}

  /// Reads a table that begins at line `i` into the tree; returns the line after it, or 0 where there is none.
  std::size_t read(std::size_t i, Tree& tree) {
    if (i < refused_until_) return 0;
    collect(i);
    if (!plausible()) {
      // No line of this run begins a table of its own further on; asking each again would be quadratic.
      refused_until_ = cells_.empty() ? 0 : cells_.back() + 1;
      return 0;
    }
    build(tree);
    return cells_.back() + 1;
  }

 private:
  static constexpr std::size_t fewest_cells = 8;
  static constexpr std::size_t most_columns = 12;

  [[nodiscard]] std::string_view words(std::size_t line) const { return judge_.words(lines_[line]); }

  [[nodiscard]] static bool numeric(std::string_view w) { return TableWords::numeric(w); }

  void collect(std::size_t i) {
    cells_.clear();
    for (; i < lines_.size(); ++i) {
      LineShape const& l = lines_[i];
      if (l.blank()) continue;
      std::string_view const w = words(i);
      if (l.marked || w.size() > 90 || LineJudge::has_full_stop(w) || l.last == 0xff0c || l.last == 0xff1b) break;
      cells_.push_back(i);
    }
  }

  /// Finds `first_`, the first number, and `columns_`, how many numbers a row has.
  bool plausible() {
    if (cells_.size() < fewest_cells) return false;
    std::size_t count = 0;
    first_ = cells_.size();
    for (std::size_t k = 0; k < cells_.size(); ++k) {
      if (!numeric(words(cells_[k]))) continue;
      ++count;
      first_ = std::min(first_, k);
    }
    if (count * 3 < cells_.size() || first_ < 2 || first_ == cells_.size() || first_ > 24) return false;
    columns_ = 0;
    while (first_ + columns_ < cells_.size() && numeric(words(cells_[first_ + columns_]))) ++columns_;
    if (columns_ > most_columns || first_ < columns_ + 1) return false;
    // Most rows must have as many numbers as the first.
    std::size_t rows = 0, even = 0;
    for (std::size_t k = first_; k < cells_.size();) {
      std::size_t run = 0;
      while (k + run < cells_.size() && numeric(words(cells_[k + run]))) ++run;
      if (run != 0) {
        ++rows;
        even += run == columns_ ? 1 : 0;
        k += run;
      } else {
        ++k;
      }
    }
    if (rows < 2 || even * 4 < rows * 3) return false;
    // A label may trail the last number; the table ends with that number.
    while (!numeric(words(cells_.back()))) cells_.pop_back();
    return true;
  }

  [[nodiscard]] static Range range_of(LineShape const& l) {
    return {static_cast<std::uint32_t>(l.text_begin), static_cast<std::uint32_t>(l.text_end)};
  }

  void build(Tree& tree) {
    std::size_t const label = first_ - 1;
    // The heads: the columns' names stand before the first label and any section names; the first of them heads the labels.
    std::size_t head = label >= columns_ + 1 ? label - columns_ - 1 : 0;
    for (std::size_t k = 0; k < label; ++k) {
      if (table_words_.label_head(words(cells_[k])) && k + columns_ < label) {
        head = k;
        break;
      }
    }
    std::uint32_t const begin = range_of(lines_[cells_.front()]).begin;
    std::uint32_t const end = range_of(lines_[cells_.back()]).end;
    Node table;
    table.kind = NodeKind::table;
    for (std::size_t k = 0; k < head; ++k) {
      std::string_view const w = words(cells_[k]);
      std::string_view title = w;
      if (std::string_view const unit = table_words_.unit_line(w, title); !unit.empty()) table.unit = unit;
      if (table.title.empty() && !title.empty()) table.title = title;
    }
    std::string_view const table_unit = table.unit;
    tree.close_while(begin, [](Node const& n) { return n.kind == NodeKind::paragraph || n.kind == NodeKind::item; });
    tree.open(std::move(table), begin);
    for (std::size_t k = 0; k < head; ++k) caption(tree, cells_[k]);

    int row = 0;
    heads_.clear();
    if (head + columns_ < label) {
      open_row(tree, cells_[head]);
      ++row;
      for (std::size_t k = head; k <= head + columns_; ++k) {
        NodeIndex const n =
            cell(tree, cells_[k], row, static_cast<int>(k - head) + 1, TableWords::unit_in(words(cells_[k])));
        if (k > head) heads_.push_back(n);
      }
      tree.close(range_of(lines_[cells_[head + columns_]]).end);
    }
    sections_.clear();
    NodeIndex parent = no_node;  // of rows that begin with # or 其中
    std::string_view carried;    // the unit of the label above: #其中 rows have none of their own
    for (std::size_t k = std::max(heads_.empty() ? 0 : head + columns_ + 1, heads_.empty() ? label : 0);
         k < cells_.size();) {
      std::size_t numbers = 0;
      while (k + 1 + numbers < cells_.size() && numeric(words(cells_[k + 1 + numbers]))) ++numbers;
      ++row;
      open_row(tree, cells_[k]);
      std::string_view const own = TableWords::unit_in(words(cells_[k]));
      if (!own.empty()) carried = own;
      NodeIndex const label_cell = cell(tree, cells_[k], row, 1, own);
      bool const among = table_words_.among(words(cells_[k]));
      if (!among) parent = numbers != 0 ? label_cell : no_node;
      if (numbers == 0) {
        sections_.assign(1, label_cell);
        carried = {};
      }
      for (std::size_t c = 0; c < numbers; ++c) {
        std::string_view unit = c < heads_.size() ? tree.node(heads_[c]).unit : std::string_view();
        if (unit.empty()) unit = carried.empty() ? table_unit : carried;
        NodeIndex const n = cell(tree, cells_[k + 1 + c], row, static_cast<int>(c) + 2, unit);
        Node& node = tree.node(n);
        node.row_heads = sections_;
        if (among && parent != no_node) node.row_heads.push_back(parent);
        node.row_heads.push_back(label_cell);
        if (c < heads_.size()) node.column_heads.push_back(heads_[c]);
      }
      tree.close(range_of(lines_[cells_[k + numbers]]).end);
      k += numbers + 1;
    }
    tree.close(end);
  }

  void caption(Tree& tree, std::size_t line) {
    Node node;
    node.kind = NodeKind::note;
    node.role = NodeRole::caption;
    tree.leaf(std::move(node), range_of(lines_[line]));
  }
  void open_row(Tree& tree, std::size_t line) {
    Node node;
    node.kind = NodeKind::row;
    tree.open(std::move(node), range_of(lines_[line]).begin);
  }
  NodeIndex cell(Tree& tree, std::size_t line, int row, int column, std::string_view unit) {
    Node node;
    node.kind = NodeKind::cell;
    node.row = row;
    node.column = column;
    node.unit = unit;
    return tree.leaf(std::move(node), range_of(lines_[line]));
  }

  std::string_view text_;
  std::vector<LineShape> const& lines_;
  LineJudge judge_;
  TableWords table_words_;
  std::vector<std::size_t> cells_;  // lines
  std::vector<NodeIndex> heads_, sections_;
  std::size_t first_ = 0, columns_ = 0, refused_until_ = 0;
};

}  // namespace detail

GONGWEN_END
