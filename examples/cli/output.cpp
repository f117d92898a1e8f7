#include "output.hpp"

#include <filesystem>
#include <gongwen/error.hpp>
#include <iostream>

namespace {

std::string_view ending(gongwen::Format format) {
  switch (format) {
    case gongwen::Format::table: return ".table.txt";
    case gongwen::Format::markdown: return ".md";
    default: return ".jsonl";
  }
}

/// The head of a table alone: that of a document with nothing in it has no rows but the document's own.
std::string head_of(gongwen::CsvTable table, gongwen::WriteOptions const& options) {
  std::string out;
  gongwen::write_csv(gongwen::Text(), table, options, [&out](std::string_view piece) { out += piece; });
  return out.substr(0, out.find('\n') + 1);
}

}  // namespace

std::vector<gongwen::CsvTable> csv_tables_of(gongwen::WriteOptions const& options, bool folder) {
  auto tables = gongwen::csv_tables(options.only);
  if (!folder) tables.resize(1);
  return tables;
}

bool names_folder(std::string const& path) {
  std::error_code ignored;
  return !path.empty() && (path.back() == '/' || std::filesystem::is_directory(path, ignored));
}

Output::Output(std::string path, std::size_t inputs, gongwen::WriteOptions const& options)
    : path_(std::move(path)), options_(options), folder_(names_folder(path_)), many_(inputs > 1) {
  if (folder_) {
    std::filesystem::create_directories(path_);
  } else if (!path_.empty()) {
    file_.open(path_, std::ios::binary);
    check(file_, path_);
  }
  if (options_.format == gongwen::Format::csv) begin_tables();
}

void Output::begin_tables() {
  for (gongwen::CsvTable const table : csv_tables_of(options_, folder_)) {
    if (!folder_) {
      stream() << head_of(table, options_);
      continue;
    }
    auto const name = (std::filesystem::path(path_) / (table.name() + ".csv")).string();
    std::ofstream& out = tables_.emplace_back(name, std::ios::binary);
    out << head_of(table, options_);
    check(out, name);
  }
}

void Output::write(std::string const& input, Pieces const& pieces) {
  if (!tables_.empty()) {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      tables_[i] << pieces[i];
      check(tables_[i].flush(), path_);
    }
  } else if (folder_) {
    auto const file = std::filesystem::path(input == "-" ? "stdin" : input).filename().string();
    auto const name = (std::filesystem::path(path_) / file).string() + std::string(ending(options_.format));
    std::ofstream out(name, std::ios::binary);
    for (std::string const& piece : pieces) out << piece;
    check(out.flush(), name);
  } else {
    if (many_ && options_.format == gongwen::Format::table) stream() << "== " << input << "\n";
    if (many_ && options_.format == gongwen::Format::markdown) stream() << "# " << input << "\n\n";
    for (std::string const& piece : pieces) stream() << piece;
    check(stream().flush(), path_.empty() ? "the output" : path_);
  }
}

std::ostream& Output::stream() { return file_.is_open() ? static_cast<std::ostream&>(file_) : std::cout; }

void Output::check(std::ostream const& out, std::string const& name) {
  if (!out) throw gongwen::error(gongwen::error_code::io, 0, name + ": cannot be written");
}
