// output.hpp: where the output goes, and how many files it makes.
#pragma once

#include <fstream>
#include <gongwen/write.hpp>
#include <string>
#include <vector>

#include "tables.hpp"

/// What one input gave: one piece for each table, else one in all.
using Pieces = std::vector<std::string>;

/// Whether a path names a folder: one that is there, or one that ends in a slash.
bool names_folder(std::string const& path);

/// @throws gongwen::error with `io` where a stream has failed; `name` is that of its file, empty for standard output.
void check_written(std::ostream const& out, std::string const& name);

/// Standard output, one file, or a folder with a file of its own for each input, or for each table.
class Output {
 public:
  /// @throws gongwen::error with `io` where the path can't be written, here and below.
  Output(std::string path, std::size_t inputs, gongwen::WriteOptions const& options, TablePlan plan);

  void write(std::string const& input, Pieces const& pieces);
  /// After the last input.
  void end();

 private:
  void begin_tables();
  void write_file(std::string const& input, Pieces const& pieces);
  [[nodiscard]] std::ostream& stream();
  [[nodiscard]] std::string inside(std::string const& name) const;

  std::string path_;
  gongwen::WriteOptions options_;
  TablePlan plan_;
  std::ofstream file_;
  std::vector<std::ofstream> tables_;  ///< in a folder
  bool folder_ = false;
  bool many_ = false;
};
