// gongwen/detail/write/markdown.hpp: records as tables of Markdown, for pages and notes. Columns that are empty throughout
// are left out, and so is what only leads back into the text (node, evidence) or is the same in every row (source).
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "../extract/records_data.hpp"
#include "flat.hpp"
#include "hand_on.hpp"

GONGWEN_BEGIN

namespace detail {

/// The non-empty cells of a part, in words: "yoy up 6.4 %".
template <class Part>
std::string part_words(OffsetIndex const& offsets, Part const& part) {
  std::string out;
  auto const cell = [&](std::string const&, std::string_view text, bool) {
    if (text.empty()) return;
    if (!out.empty()) out += ' ';
    out += text;
  };
  auto const none = [](std::string_view, auto const&) {};
  Fields<Part>::each(part, FlatCells(offsets, cell, none));
  return out;
}

/// Words of a cell: what Markdown would read as a mark of its own stands behind a backslash; a line break is a space.
inline void escape_markdown(Out& out, std::string_view text) {
  for (char const c : text) {
    if (std::string_view("\\|*`<>[]").find(c) != std::string_view::npos) out.push_back('\\');
    out.push_back(c == '\n' || c == '\r' ? ' ' : c);
  }
}

/// The head of a table under the heading "name (rows)"; heading(i) for i below `columns` are the names.
template <class Heading>
void put_markdown_head(Out& out, std::string_view name, std::size_t rows, std::size_t columns, Heading const& heading) {
  put_format(out, "## {} ({})\n\n", name, rows);
  for (std::size_t i = 0; i < columns; ++i) put_format(out, "| {} ", heading(i));
  put(out, "|\n");
  for (std::size_t i = 0; i < columns; ++i) put(out, "| --- ");
  put(out, "|\n");
}
/// A cell of a row; "|" and a line feed end the row.
inline void put_markdown_cell(Out& out, std::string_view words) {
  put(out, "| ");
  escape_markdown(out, words);
  out.push_back(' ');
}

class MarkdownTables {
 public:
  MarkdownTables(Document const& document, WriteOptions const& options, Sink const& sink)
      : document_(document), options_(options), sink_(sink), offsets_(document.text->original(), options.offsets) {}

  void write() {
    Head const head = head_of(document_, options_.source, options_.offsets, offsets_);
    for (std::size_t i = 0; i < record_types; ++i) {
      auto const type = static_cast<RecordType>(i);
      if (!wanted(type)) continue;
      with_rows(document_, type, head, [&](auto rows) { table(type, rows); });
    }
  }

 private:
  struct Column {
    std::string name;
    std::vector<std::string> cells;
  };

  /// Without a choice the results of the last stage, not what led to them.
  [[nodiscard]] bool wanted(RecordType type) const {
    auto const& only = options_.only;
    if (!only.empty()) return std::find(only.begin(), only.end(), type) != only.end();
    if (document_.records != nullptr) return type >= RecordType::indicator;
    return type == (document_.outline != nullptr ? RecordType::node : RecordType::edit);
  }

  template <class Record>
  void table(RecordType type, std::span<Record const> rows) {
    if (rows.empty()) return;
    RowContext const context{options_.source, options_.by, document_.records};
    std::vector<Column> columns;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      auto const cell = [&](std::string_view name, std::string_view text, bool) {
        if (!text.empty()) add(columns, name, i, text);
      };
      auto const parts = [&](std::string_view name, auto const& list) {
        std::string words;
        for (auto const& part : list) {
          if (!words.empty()) words += "; ";
          words += part_words(offsets_, part);
        }
        cell(name, words, false);
      };
      each_column(context, rows[i], i, FlatCells(offsets_, cell, parts));
    }
    // Columns were found in the order in which some row has them first; the order of the fields is that of an empty row.
    std::size_t next = 0;
    auto const in_order = [&](std::string_view name, std::string_view, bool) {
      auto const at = std::find_if(columns.begin() + static_cast<std::ptrdiff_t>(next), columns.end(),
                                   [&](Column const& c) { return c.name == name; });
      if (at != columns.end()) std::rotate(columns.begin() + static_cast<std::ptrdiff_t>(next++), at, at + 1);
    };
    each_column(context, Record{}, 0,
                FlatCells(offsets_, in_order, [&](std::string_view name, auto const&) { in_order(name, {}, false); }));
    print(type, rows.size(), columns);
  }

  static void add(std::vector<Column>& columns, std::string_view name, std::size_t row, std::string_view text) {
    constexpr std::string_view hidden[] = {"source", "node", "evidence", "step", "yoy.value", "yoy.unit"};
    if (std::find(std::begin(hidden), std::end(hidden), name) != std::end(hidden)) return;
    auto at = std::find_if(columns.begin(), columns.end(), [&](Column const& c) { return c.name == name; });
    if (at == columns.end()) at = columns.insert(at, {std::string(name), {}});
    at->cells.resize(row);
    at->cells.emplace_back(text);
  }

  void print(RecordType type, std::size_t rows, std::vector<Column> const& columns) {
    Out out;
    put_markdown_head(out, name(type), rows, columns.size(),
                      [&](std::size_t i) -> std::string const& { return columns[i].name; });
    for (std::size_t row = 0; row < rows; ++row) {
      for (Column const& c : columns) {
        put_markdown_cell(out, row < c.cells.size() ? std::string_view(c.cells[row]) : std::string_view());
      }
      put(out, "|\n");
      hand_on_much(out, sink_);
    }
    out.push_back('\n');
    hand_on(out, sink_);
  }

  Document document_;
  WriteOptions const& options_;
  Sink const& sink_;
  OffsetIndex offsets_;
};

}  // namespace detail

GONGWEN_END
