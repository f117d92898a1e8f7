#include "review.hpp"

#include <filesystem>
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <iostream>
#include <optional>

#include "in_order.hpp"
#include "input.hpp"
#include "output.hpp"

namespace {

std::string_view ending(gongwen::ReviewFormat format) {
  switch (format) {
    case gongwen::ReviewFormat::html: return ".html";
    case gongwen::ReviewFormat::markdown: return ".md";
    case gongwen::ReviewFormat::csv: return ".csv";
  }
  return {};
}

gongwen::Reviewed reviewed(std::string const& path, ReviewSettings const& s) {
  auto records = read_text(path, s.parse) | gongwen::segment() | gongwen::extract(s.extract);
  return {std::move(records) | gongwen::check(s.check), path == "-" ? std::string() : path};
}

/// An input that was read, or why it could not be.
struct Read {
  std::optional<gongwen::Reviewed> document;
  std::string failure;
};

/// Writes to a file or, without a name, to standard output.
void write_sheet(std::string const& name, std::vector<gongwen::Reviewed> const& documents,
                 gongwen::ReviewOptions const& options) {
  std::ofstream file;
  if (!name.empty()) file.open(name, std::ios::binary);
  std::ostream& out = name.empty() ? std::cout : file;
  gongwen::review(documents, options, [&out](std::string_view piece) { out << piece; });
  check_written(out.flush(), name);
}

}  // namespace

bool review_format(std::string const& name, gongwen::ReviewFormat& format) {
  if (name.empty() || name == "html") {
    format = gongwen::ReviewFormat::html;
  } else if (name == "markdown") {
    format = gongwen::ReviewFormat::markdown;
  } else if (name == "csv") {
    format = gongwen::ReviewFormat::csv;
  } else {
    return false;
  }
  return true;
}

bool review_files(std::vector<std::string> const& paths, ReviewSettings const& settings,
                  std::function<void(std::string const&, std::string const&)> const& report) {
  bool const folder = names_folder(settings.output);
  std::vector<gongwen::Reviewed> documents;
  try {
    if (folder) std::filesystem::create_directories(settings.output);
    auto const read = [&](std::size_t i) {
      Read one;
      one.failure = failure_of([&] { one.document = reviewed(paths[i], settings); });
      return one;
    };
    in_order<Read>(paths.size(), settings.jobs, read, [&](std::size_t i, Read one) {
      report(paths[i], one.failure);
      if (!one.document) return;
      documents.push_back(std::move(*one.document));
      if (!folder) return;
      auto const file = std::filesystem::path(paths[i] == "-" ? "stdin" : paths[i]).filename().string();
      write_sheet(
          (std::filesystem::path(settings.output) / (file + std::string(ending(settings.review.format)))).string(),
          documents, settings.review);
      documents.clear();
    });
    if (!folder && !documents.empty()) write_sheet(settings.output, documents, settings.review);
  } catch (gongwen::error const& e) {
    std::cerr << "gongwen: " << e.what() << "\n";
    return false;
  } catch (std::filesystem::filesystem_error const& e) {
    std::cerr << "gongwen: " << e.what() << "\n";
    return false;
  }
  return true;
}
