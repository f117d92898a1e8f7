// review.hpp: the command `review`: one sheet for all inputs, or in a folder one each.
#pragma once

#include <functional>
#include <gongwen/extract.hpp>
#include <gongwen/parse.hpp>
#include <gongwen/review.hpp>
#include <string>
#include <vector>

struct ReviewSettings {
  gongwen::ParseOptions parse;
  gongwen::ExtractOptions extract;
  gongwen::CheckOptions check;
  gongwen::ReviewOptions review;
  std::string output;  ///< a file, a folder for a sheet an input, empty: standard output
  unsigned jobs = 1;   ///< inputs read at the same time
};

/// The format of a sheet by its name; false where it has none.
bool review_format(std::string const& name, gongwen::ReviewFormat& format);

/// Reads every input and writes the sheet of those that could be read. `report(path, failure)` hears of each that was
/// dealt with; an empty failure is none.
/// @returns whether the output was written whole.
bool review_files(std::vector<std::string> const& paths, ReviewSettings const& settings,
                  std::function<void(std::string const&, std::string const&)> const& report);
