// output.hpp: where the output goes, and how many files it makes.
#pragma once

#include <fstream>
#include <gongwen/csv.hpp>
#include <gongwen/write.hpp>
#include <string>
#include <vector>

/// What one input gave: one piece for each file that it has a part in.
using Pieces = std::vector<std::string>;

/// The tables that are written as CSV: to one stream those of the only type, to a folder every one.
std::vector<gongwen::CsvTable> csv_tables_of(gongwen::WriteOptions const& options, bool folder);

/// The rows of one input in each of these tables, without heads.
template <class Value>
Pieces csv_pieces(Value const& value, std::vector<gongwen::CsvTable> const& tables,
                  gongwen::WriteOptions const& options) {
  Pieces out;
  for (gongwen::CsvTable const table : tables) {
    std::string& rows = out.emplace_back();
    gongwen::write_csv(
        value, table, options, [&rows](std::string_view piece) { rows += piece; }, false);
  }
  return out;
}

/// Whether a path names a folder: one that is there, or one that ends in a slash.
bool names_folder(std::string const& path);

/// Standard output, one file, or a folder with a file of its own for each input, or, of CSV, for each table.
class Output {
 public:
  /// @throws gongwen::error with `io` where the path can't be written.
  Output(std::string path, std::size_t inputs, gongwen::WriteOptions const& options);

  void write(std::string const& input, Pieces const& pieces);

 private:
  void begin_tables();
  [[nodiscard]] std::ostream& stream();
  static void check(std::ostream const& out, std::string const& name);

  std::string path_;
  gongwen::WriteOptions options_;
  std::ofstream file_;
  std::vector<std::ofstream> tables_;  ///< of CSV in a folder
  bool folder_ = false;
  bool many_ = false;
};
