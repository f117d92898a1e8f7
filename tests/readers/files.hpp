// files.hpp: rich files made in memory for the tests.
#pragma once

#include <zip.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

/// A ZIP of parts (name, bytes).
inline std::string zip_of(std::vector<std::pair<std::string, std::string>> const& parts) {
  zip_error_t why;
  zip_error_init(&why);
  zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, &why);
  zip_source_keep(source);
  zip_t* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &why);
  for (auto const& [name, bytes] : parts) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
  }
  zip_close(archive);
  zip_source_open(source);
  zip_stat_t stat;
  zip_source_stat(source, &stat);
  std::string out(stat.size, '\0');
  zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  zip_source_free(source);
  return out;
}

inline std::string docx_of(std::string const& body, std::vector<std::pair<std::string, std::string>> parts = {}) {
  parts.emplace_back("word/document.xml", "<w:document xmlns:w=\"urn:w\"><w:body>" + body + "</w:body></w:document>");
  return zip_of(parts);
}

inline std::string p(std::string const& words, std::string const& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t>" + words +
         "</w:t></w:r></w:p>";
}

inline std::string tc(std::string const& words, std::string const& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(words) + "</w:tc>";
}
