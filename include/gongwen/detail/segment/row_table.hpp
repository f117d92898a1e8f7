// gongwen/detail/segment/row_table.hpp: tables that have one row a line, with cells cut by bars, tabs or white space.
//
//   | 指标 | 单位 | 绝对数 | 增长% |      bars, with or without a rule below the heads
//   指标<TAB>单位<TAB>绝对数             tabs; an empty cell keeps its place, an empty head continues the one to its left
//   粮食总产量 万吨  12.3  4.1           white space: a label, at most a unit, then figures
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "table_words.hpp"
#include "tree.hpp"

GONGWEN_BEGIN

namespace detail {

class RowTable {
 public:
  RowTable(std::string_view text, std::vector<LineShape> const& lines, LexiconData const& lexicon)
      : text_(text), lines_(lines), table_words_(lexicon) {}

  /// Reads a table whose first row or caption is line `i`; returns the line after it, or 0 where there is none.
  std::size_t read(std::size_t i, Tree& tree) {
    std::size_t first = i;
    Cut cut = cut_of(i);
    // A caption and a unit may stand before the first row
    for (int n = 0; cut == Cut::none && n < 4; ++n) {
      if (!caption_like(first)) return 0;
      first = next_words(first);
      if (first >= lines_.size()) return 0;
      cut = cut_of(first);
    }
    if (cut == Cut::none || first < refused_until_) return 0;
    collect(first, cut);
    if (cut == Cut::space ? !aligned() : !gridded()) {
      refused_until_ = std::max(refused_until_, end_);
      return 0;
    }
    // A caption counts only where it is one; else the table begins with its rows
    build(i, first, tree);
    return end_;
  }
  /// Has the line bars or tabs between its words?
  [[nodiscard]] bool ruled(std::size_t i) const {
    return lines_[i].first == U'|' || line_words(i).find('\t') != std::string_view::npos;
  }

 private:
  enum class Cut : std::uint8_t { none, bar, tab, space };
  struct Row {
    std::vector<Range> cells;  ///< an empty one has an empty range
    std::size_t line = 0;
    std::uint32_t indent = 0;  ///< columns before the label
  };
  static constexpr std::size_t most_columns = 64;

  [[nodiscard]] std::string_view words(Range r) const { return text_.substr(r.begin, r.size()); }
  [[nodiscard]] std::string_view line_words(std::size_t i) const {
    return text_.substr(lines_[i].text_begin, lines_[i].text_end - lines_[i].text_begin);
  }
  [[nodiscard]] std::size_t next_words(std::size_t i) const {
    do {
      ++i;
    } while (i < lines_.size() && lines_[i].blank());
    return i;
  }

  // ---- rows --------------------------------------------------------------------------------------------------------

  [[nodiscard]] Cut cut_of(std::size_t i) const {
    LineShape const& l = lines_[i];
    if (l.blank()) return Cut::none;
    std::string_view const w = line_words(i);
    std::size_t const bar = w.find('|');
    if (l.first == U'|' || (bar != std::string_view::npos && w.find('|', bar + 1) != std::string_view::npos))
      return Cut::bar;
    if (w.find('\t') != std::string_view::npos) return Cut::tab;
    return figures(i) >= 2 ? Cut::space : Cut::none;
  }
  /// A short line without a point that may be a caption, a unit or a head.
  [[nodiscard]] bool caption_like(std::size_t i) const {
    LineShape const& l = lines_[i];
    std::string_view const w = line_words(i);
    if (l.blank() || w.size() > 240 || l.marked || LineJudge::has_full_stop(w) || holds(w, 0xff0c) || holds(w, 0xff1b))
      return false;
    std::string_view before = w;
    return !is_colon(l.last) && (!holds(w, 0xff1a) || !table_words_.unit_line(w, before).empty());
  }
  /// How many cells follow the label of a spaced row: from the first value on, most of them values, or as many cells as the
  /// row before has (`alike`). 0: no row.
  [[nodiscard]] std::size_t figures(std::size_t i, std::size_t alike = 0) const {
    LineShape const& l = lines_[i];
    if (l.width > 240 || l.text_end - l.text_begin > 500) return 0;
    std::string_view const w = line_words(i);
    if (w.find(' ') == std::string_view::npos && !holds(w, 0x3000)) return 0;
    if (LineJudge::has_full_stop(w) || holds(w, 0xff0c) || holds(w, 0xff1b)) return 0;
    std::size_t values = 0, others = 0, label = 0;
    bool han = false;
    for (std::size_t at = l.text_begin; at < l.text_end;) {
      std::size_t const stop = cell_end(at, l.text_end);
      std::string_view const token = text_.substr(at, stop - at);
      if (TableWords::value(token) && label != 0) {
        ++values;
      } else if (values == 0) {
        label += token.size();
        han = han || LineJudge::has_han(token);
      } else if (token.size() <= 45) {
        ++others;
      } else {
        return 0;
      }
      at = skip_space(stop, l.text_end);
    }
    bool const full = (values >= 2 && values > others) || (values > 0 && values + others == alike);
    bool const row = han && label <= 120 && full;
    return row && values + others <= most_columns ? values + others : 0;
  }
  [[nodiscard]] std::size_t token_end(std::size_t at, std::size_t end) const {
    while (at < end && !is_space(code_point(text_, at))) at += char_size(text_, at);
    return at;
  }
  /// A figure and the remark in brackets after it are one cell, with a space between them or inside the brackets too.
  [[nodiscard]] std::size_t cell_end(std::size_t at, std::size_t end) const {
    std::size_t const stop = token_end(at, end);
    if (!is_digit(static_cast<unsigned char>(text_[at])) && text_[at] != '-') return stop;
    std::size_t open = at;
    while (open < stop && !opens_round(code_point(text_, open))) open += char_size(text_, open);
    if (open == stop) open = skip_space(stop, end);
    if (open >= end || !opens_round(code_point(text_, open))) return stop;
    constexpr std::size_t most = 60;
    for (std::size_t i = open; i < end && i < open + most; i += char_size(text_, i)) {
      if (!closes_round(code_point(text_, i))) continue;
      std::size_t const close = i + char_size(text_, i);
      return close > stop && TableWords::value(text_.substr(at, close - at)) ? close : stop;
    }
    return stop;
  }
  [[nodiscard]] std::size_t skip_space(std::size_t at, std::size_t end) const {
    while (at < end && is_space(code_point(text_, at))) at += char_size(text_, at);
    return at;
  }

  void collect(std::size_t first, Cut cut) {
    rows_.clear();
    rule_ = 0;
    std::size_t i = first, strays = 0, alike = 0;
    end_ = first;
    for (; i < lines_.size(); ++i) {
      LineShape const& l = lines_[i];
      if (l.blank()) continue;
      if (cut == Cut::space) {
        std::size_t const n = figures(i, alike);
        if (n >= 2) {
          alike = n;
          strays = 0;
        } else {  // the name of a group of rows, or a label that was wrapped
          if (l.marked || l.width > 60 || ++strays > 4 || LineJudge::has_point(line_words(i))) break;
        }
        spaced_row(i, n >= 2 ? n : 0);
      } else {
        if (cut_of(i) != cut) break;
        cut_row(i, cut);
      }
      end_ = i + 1;
      if (rows_.size() > 20000) break;
    }
    while (!rows_.empty() && cut == Cut::space && rows_.back().cells.size() < 3) {  // strays at the end
      end_ = rows_.back().line;
      rows_.pop_back();
    }
  }
  void cut_row(std::size_t i, Cut cut) {
    LineShape const& l = lines_[i];
    char const sign = cut == Cut::bar ? '|' : '\t';
    std::size_t at = cut == Cut::tab ? tab_begin(l) : l.text_begin;
    std::size_t end = l.text_end;
    if (cut == Cut::bar && text_[at] == '|') ++at;
    if (cut == Cut::bar && end > at && text_[end - 1] == '|') --end;
    Row row;
    row.line = i;
    row.indent = l.indent;
    bool rule = cut == Cut::bar;
    for (;;) {
      std::size_t const stop = std::min(text_.find(sign, at), end);
      Range const cell = trim(at, stop);
      rule = rule && !cell.empty() && words(cell).find_first_not_of("-:") == std::string_view::npos;
      row.cells.push_back(cell);
      if (stop >= end || row.cells.size() >= most_columns) break;
      at = stop + 1;
    }
    if (rule) {
      if (rule_ == 0) rule_ = rows_.size();
      return;
    }
    rows_.push_back(std::move(row));
  }
  /// Tabs before the first words are empty cells where they are few; more are the indent of a page.
  [[nodiscard]] std::size_t tab_begin(LineShape const& l) const {
    std::size_t tabs = 0;
    for (std::size_t i = l.begin; i < l.text_begin; ++i) tabs += text_[i] == '\t' ? 1 : 0;
    std::size_t const inside =
        static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(l.text_begin),
                                            text_.begin() + static_cast<std::ptrdiff_t>(l.text_end), '\t'));
    return tabs <= inside && tabs <= 3 ? l.begin : l.text_begin;
  }
  void spaced_row(std::size_t i, std::size_t figures) {
    LineShape const& l = lines_[i];
    Row row;
    row.line = i;
    row.indent = l.indent;
    std::vector<Range> tokens;
    for (std::size_t at = l.text_begin; at < l.text_end;) {
      std::size_t const stop = cell_end(at, l.text_end);
      tokens.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)});
      at = skip_space(stop, l.text_end);
    }
    std::size_t labels = tokens.size() - figures;
    bool const unit = labels >= 2 && figures > 0 && table_words_.unit(words(tokens[labels - 1]));
    if (unit) --labels;
    if (labels > 0) row.cells.push_back({tokens.front().begin, tokens[labels - 1].end});
    if (figures > 0 && !row.cells.empty())
      row.cells.push_back(unit ? tokens[labels] : Range{row.cells[0].end, row.cells[0].end});
    for (std::size_t k = labels + (unit ? 1 : 0); k < tokens.size(); ++k) row.cells.push_back(tokens[k]);
    rows_.push_back(std::move(row));
  }
  [[nodiscard]] Range trim(std::size_t from, std::size_t to) const {
    while (from < to && is_space(code_point(text_, from))) from += char_size(text_, from);
    while (to > from && is_space(code_point(text_, previous(text_, to)))) to = previous(text_, to);
    return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
  }

  // ---- is it a table? ----------------------------------------------------------------------------------------------

  /// Two rows or more that have as many cells as most.
  [[nodiscard]] bool gridded() {
    std::size_t count[most_columns + 1] = {};
    for (Row const& r : rows_) ++count[r.cells.size()];
    columns_ = 2;
    for (std::size_t n = 2; n <= most_columns; ++n) {
      if (count[n] >= count[columns_]) columns_ = n;
    }
    std::size_t fit = 0;
    for (Row const& r : rows_) fit += r.cells.size() >= 2 && r.cells.size() <= columns_ ? 1 : 0;
    return count[columns_] >= 2 && fit * 2 >= rows_.size();
  }
  /// Three rows or more of a label and as many figures as most; nearly all lines are such rows.
  [[nodiscard]] bool aligned() {
    std::size_t count[most_columns + 3] = {};
    std::size_t full = 0;
    for (Row const& r : rows_) {
      if (r.cells.size() < 4) continue;
      ++full;
      ++count[std::min(r.cells.size(), most_columns + 2)];
    }
    columns_ = 4;
    for (std::size_t n = 4; n <= most_columns + 2; ++n) {
      if (count[n] > count[columns_]) columns_ = n;
    }
    return full >= 3 && count[columns_] * 2 >= full && full * 5 >= rows_.size() * 3;
  }

  // ---- building ----------------------------------------------------------------------------------------------------

  void build(std::size_t i, std::size_t first, Tree& tree) {
    bool const spaced = rows_.front().cells.size() >= 2 && cut_of(first) == Cut::space;
    std::uint32_t const begin = static_cast<std::uint32_t>(lines_[i].text_begin);
    std::uint32_t const end = static_cast<std::uint32_t>(lines_[rows_.back().line].text_end);
    tree.close_while(begin, [](Node const& n) { return n.kind == NodeKind::paragraph || n.kind == NodeKind::item; });
    Node table;
    table.kind = NodeKind::table;
    NodeIndex const table_node = tree.open(std::move(table), begin);
    heads_.assign(columns_, {});
    row_ = 0;
    unit_ = {};
    std::vector<std::size_t> head_lines;
    for (std::size_t k = i; k < first; k = next_words(k)) {
      if (spaced && heads_of_spaced(k) && (k != i || leads(tokens_of(k)) > 0)) {
        head_lines.push_back(k);
        continue;
      }
      caption(tree, table_node, k);
    }
    for (std::size_t const k : head_lines) spaced_heads(tree, k);
    serial_ = unit_column_ = columns_;
    if (spaced) {
      label_ = 0;
      unit_column_ = 1;
      body(tree, 0);
    } else {
      body(tree, grid_heads(tree, table_node));
    }
    tree.close(end);
  }
  void caption(Tree& tree, NodeIndex table, std::size_t line) {
    Range const range{static_cast<std::uint32_t>(lines_[line].text_begin),
                      static_cast<std::uint32_t>(lines_[line].text_end)};
    caption(tree, table, range);
  }
  void caption(Tree& tree, NodeIndex table, Range range) {
    std::string_view title = words(range);
    if (std::string_view const unit = table_words_.unit_line(title, title); !unit.empty()) {
      tree.node(table).unit = unit_ = unit;
    }
    if (tree.node(table).title.empty() && !title.empty()) tree.node(table).title = title;
    Node node;
    node.kind = NodeKind::note;
    node.role = NodeRole::caption;
    tree.leaf(std::move(node), range);
  }

  /// The rows at the top that head the columns of a grid; returns how many rows they take.
  std::size_t grid_heads(Tree& tree, NodeIndex table) {
    std::size_t k = 0;
    while (k + 2 < rows_.size() && cells_in(rows_[k]) == 1 && rule_ <= k) {  // a caption set as a row
      caption(tree, table, only_cell(rows_[k]));
      ++k;
    }
    std::size_t const first = k;
    std::size_t const most = std::min(rows_.size() - 1, first + 3);
    if (rule_ > first && rule_ <= rows_.size()) {
      k = rule_;
    } else {
      while (k < most && heads_row(rows_[k], k == first)) ++k;
      if (k == most && k > first + 1 && !has_values(rows_[k])) k = first + 1;  // a table of words: one row of heads
    }
    for (std::size_t r = first; r < k; ++r) head_row(tree, rows_[r], r + 1 < k ? &rows_[r + 1] : nullptr);
    label_ = 0;
    bool const serial = numbered(k);
    for (std::size_t c = 0; c < columns_ && k > first; ++c) {
      for (NodeIndex const h : heads_[c]) {
        std::string_view const w = head_words(tree, h);
        if (c == 0 && table_words_.serial_head(w)) serial_ = 0;
        if (c > 0 && c <= 2 && table_words_.unit_head(w)) unit_column_ = c;
      }
    }
    if (serial && columns_ > 2) serial_ = 0;
    if (serial_ == 0) label_ = 1;
    return k;
  }
  [[nodiscard]] std::string_view head_words(Tree& tree, NodeIndex n) const { return words(tree.node(n).range); }
  [[nodiscard]] std::size_t cells_in(Row const& r) const {
    std::size_t n = 0;
    for (Range const& c : r.cells) n += c.empty() ? 0 : 1;
    return n;
  }
  [[nodiscard]] Range only_cell(Row const& r) const {
    for (Range const& c : r.cells) {
      if (!c.empty()) return c;
    }
    return {};
  }
  [[nodiscard]] bool has_values(Row const& r) const {
    for (std::size_t c = 1; c < r.cells.size(); ++c) {
      if (TableWords::value(words(r.cells[c]))) return true;
    }
    return false;
  }
  /// Words alone beside the label, or years; the first row of a table of words too.
  [[nodiscard]] bool heads_row(Row const& r, bool first) const {
    if (r.cells.size() < 2 || cells_in(r) < (first ? 2U : 1U)) return false;
    for (std::size_t c = 1; c < r.cells.size(); ++c) {
      std::string_view const w = words(r.cells[c]);
      if (w.size() > 90) return false;
      if (TableWords::value(w) && !(TableWords::year(w) && first)) return false;
    }
    std::string_view const label = words(r.cells[0]);
    return first || label.empty() || table_words_.label_head(label);
  }
  /// 1, 2, 3 … in the first column
  [[nodiscard]] bool numbered(std::size_t from) const {
    int expected = 1;
    for (std::size_t k = from; k < rows_.size() && expected <= 3; ++k) {
      std::string_view const w = words(rows_[k].cells.front());
      if (w.empty()) continue;
      Ordinal const o = ordinal_at(w, 0);
      if (o.value != expected || o.end != w.size()) return false;
      ++expected;
    }
    return expected > 2;
  }
  /// An empty cell of a head that has heads below it continues the one to its left.
  void head_row(Tree& tree, Row const& r, Row const* below) {
    open_row(tree, r);
    NodeIndex left = no_node;
    for (std::size_t c = 0; c < columns_; ++c) {
      Range const cell = c < r.cells.size() ? r.cells[c] : Range{};
      if (!cell.empty()) {
        NodeIndex const n = leaf(tree, cell, c, TableWords::unit_in(words(cell)));
        heads_[c].push_back(n);
        left = c == 0 || table_words_.unit_head(words(cell)) ? no_node : n;
      } else if (left != no_node && below != nullptr && c < below->cells.size() && !below->cells[c].empty()) {
        heads_[c].push_back(left);
      }
    }
    tree.close(static_cast<std::uint32_t>(lines_[r.line].text_end));
  }

  /// Do the words of a line before a spaced table head its columns? Then there is one for each, for each value, or one
  /// for each group of as many values.
  [[nodiscard]] bool heads_of_spaced(std::size_t line) const {
    Row row = tokens_of(line);
    std::size_t const values = columns_ - 2;
    std::size_t const n = row.cells.size();
    std::string_view before;
    if (n < 2 || !table_words_.unit_line(line_words(line), before).empty()) return false;
    // 计算　单位: a head that its spaces tear apart counts for two, and moves those after it
    bool const torn = n > 2 && table_words_.unit_head(words({row.cells[1].begin, row.cells[2].end}));
    std::size_t const lead = leads(row);
    return !torn && n - lead > 0 && values % (n - lead) == 0;
  }
  [[nodiscard]] Row tokens_of(std::size_t line) const {
    Row row;
    row.line = line;
    LineShape const& l = lines_[line];
    for (std::size_t at = l.text_begin; at < l.text_end;) {
      std::size_t const stop = token_end(at, l.text_end);
      row.cells.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)});
      at = skip_space(stop, l.text_end);
    }
    return row;
  }
  /// How many of the heads belong to the label and the unit.
  [[nodiscard]] std::size_t leads(Row const& row) const {
    std::size_t n = 0;
    if (n < row.cells.size() && table_words_.label_head(words(row.cells[n]))) ++n;
    if (n < row.cells.size() && n == 1 && table_words_.unit_head(words(row.cells[n]))) ++n;
    return n;
  }
  void spaced_heads(Tree& tree, std::size_t line) {
    Row const row = tokens_of(line);
    std::size_t const lead = leads(row), values = columns_ - 2, each = values / (row.cells.size() - lead);
    open_row(tree, row);
    for (std::size_t k = 0; k < row.cells.size(); ++k) {
      std::size_t const column = k < lead ? k : 2 + (k - lead) * each;
      NodeIndex const n = leaf(tree, row.cells[k], column, TableWords::unit_in(words(row.cells[k])));
      for (std::size_t c = column; c < columns_ && c < column + (k < lead ? 1 : each); ++c) heads_[c].push_back(n);
    }
    tree.close(static_cast<std::uint32_t>(lines_[line].text_end));
  }

  void body(Tree& tree, std::size_t from) {
    struct Above {
      std::uint32_t indent;
      NodeIndex label;
    };
    std::vector<Above> above;  // labels of less indent, outermost first
    NodeIndex section = no_node, whole = no_node;
    for (std::size_t k = from; k < rows_.size(); ++k) {
      Row const& r = rows_[k];
      open_row(tree, r);
      NodeIndex label = no_node;
      std::string_view own_unit, row_unit;
      bool const figures = has_values(r);
      for (std::size_t c = 0; c < r.cells.size() && c < columns_; ++c) {
        Range const cell = r.cells[c];
        if (cell.empty()) continue;
        std::string_view const w = words(cell);
        if (c <= label_ || c == unit_column_) {
          NodeIndex const n = leaf(tree, cell, c, c == label_ ? TableWords::unit_in(w) : std::string_view());
          if (c == label_) {
            label = n;
            own_unit = TableWords::unit_in(w);
            bool const among = table_words_.among(w);
            while (!above.empty() && (above.back().indent >= r.indent)) above.pop_back();
            if (!among) whole = n;
            if (!figures && cells_in(r) == 1) {
              section = n;
              above.clear();
            } else if (!among) {
              above.push_back({r.indent, n});
            }
          } else if (c == unit_column_) {
            row_unit = w;
          }
          continue;
        }
        std::string_view unit;
        bool const sure = r.cells.size() == columns_;
        if (sure) {
          for (NodeIndex const h : heads_[c]) {
            if (!tree.node(h).unit.empty()) unit = tree.node(h).unit;
          }
        }
        if (unit.empty()) unit = !row_unit.empty() ? row_unit : !own_unit.empty() ? own_unit : unit_;
        NodeIndex const n = leaf(tree, cell, c, unit);
        Node& node = tree.node(n);
        if (label != no_node) {
          if (section != no_node && section != label) node.row_heads.push_back(section);
          if (whole != label && whole != no_node) {
            node.row_heads.push_back(whole);
          } else {
            for (Above const& a : above) {
              if (a.label != label) node.row_heads.push_back(a.label);
            }
          }
          node.row_heads.push_back(label);
        }
        if (sure) node.column_heads = heads_[c];
      }
      tree.close(static_cast<std::uint32_t>(lines_[r.line].text_end));
    }
  }

  void open_row(Tree& tree, Row const& r) {
    Node node;
    node.kind = NodeKind::row;
    tree.open(std::move(node), static_cast<std::uint32_t>(lines_[r.line].text_begin));
    ++row_;
  }
  NodeIndex leaf(Tree& tree, Range range, std::size_t column, std::string_view unit) {
    Node node;
    node.kind = NodeKind::cell;
    node.row = row_;
    node.column = static_cast<int>(column) + 1;
    node.unit = unit;
    return tree.leaf(std::move(node), range);
  }

  std::string_view text_;
  std::vector<LineShape> const& lines_;
  TableWords table_words_;
  std::vector<Row> rows_;
  std::vector<std::vector<NodeIndex>> heads_;  ///< of each column, outermost first
  std::size_t rule_ = 0;                       ///< rows above the rule of a table with bars
  std::size_t end_ = 0, columns_ = 0, refused_until_ = 0;
  std::size_t label_ = 0, serial_ = 0, unit_column_ = 0;
  std::string_view unit_;  ///< of the whole table
  int row_ = 0;
};

}  // namespace detail

GONGWEN_END
