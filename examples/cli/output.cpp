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

}  // namespace

void check_written(std::ostream const& out, std::string const& name) {
  if (!out)
    throw gongwen::error(gongwen::error_code::io, 0, (name.empty() ? "the output" : name) + ": cannot be written");
}

bool names_folder(std::string const& path) {
  std::error_code ignored;
  return !path.empty() && (path.back() == '/' || std::filesystem::is_directory(path, ignored));
}

Output::Output(std::string path, std::size_t inputs, gongwen::WriteOptions const& options, TablePlan plan)
    : path_(std::move(path)),
      options_(options),
      plan_(std::move(plan)),
      folder_(names_folder(path_)),
      many_(inputs > 1) {
  if (folder_) {
    std::filesystem::create_directories(path_);
  } else if (!path_.empty()) {
    file_.open(path_, std::ios::binary);
    check_written(file_, path_);
  }
  if (plan_) begin_tables();
}

void Output::begin_tables() {
  std::vector<std::string> const names = plan_.names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (folder_) {
      auto const name = inside(names[i] + std::string(plan_.ending()));
      check_written(tables_.emplace_back(name, std::ios::binary), name);
    }
    (folder_ ? tables_.back() : stream()) << table_head(plan_, i, options_);
  }
}

void Output::write(std::string const& input, Pieces const& pieces) {
  if (folder_ && !plan_) return write_file(input, pieces);
  for (std::size_t i = 0; i < tables_.size(); ++i) check_written(tables_[i] << pieces[i], path_);
  if (folder_) return;
  if (many_ && options_.format == gongwen::Format::table) stream() << "== " << input << "\n";
  if (many_ && options_.format == gongwen::Format::markdown) stream() << "# " << input << "\n\n";
  for (std::string const& piece : pieces) stream() << piece;
  check_written(stream().flush(), path_);
}

void Output::end() {
  if (!plan_) return;
  for (std::ofstream& table : tables_) check_written((table << table_end(plan_)).flush(), path_);
  if (!folder_) check_written((stream() << table_end(plan_)).flush(), path_);
}

void Output::write_file(std::string const& input, Pieces const& pieces) {
  auto const file = std::filesystem::path(input == "-" ? "stdin" : input).filename().string();
  auto const name = inside(file + std::string(ending(options_.format)));
  std::ofstream out(name, std::ios::binary);
  for (std::string const& piece : pieces) out << piece;
  check_written(out.flush(), name);
}

std::ostream& Output::stream() { return file_.is_open() ? static_cast<std::ostream&>(file_) : std::cout; }
std::string Output::inside(std::string const& name) const { return (std::filesystem::path(path_) / name).string(); }
