// files.hpp: rich files made in memory for the tests.
#pragma once

#include <zip.h>

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

/// A ZIP of parts (name, bytes); with a password, empty where libzip can't lock.
inline std::string zip_of(std::vector<std::pair<std::string, std::string>> const& parts,
                          char const* password = nullptr) {
  zip_error_t why;
  zip_error_init(&why);
  zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, &why);
  zip_source_keep(source);
  zip_t* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &why);
  for (auto const& [name, bytes] : parts) {
    zip_int64_t const at =
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
    if (password != nullptr &&
        zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password) != 0) {
      zip_discard(archive);
      zip_source_free(source);
      return {};
    }
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

inline std::string locked_zip_of(std::string const& name, std::string const& bytes) {
  return zip_of({{name, bytes}}, "secret");
}

/// A PDF that only a password opens: the keys in it fit none.
inline std::string locked_pdf() {
  std::string const objects[] = {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                 "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
                                 "<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + std::string(64, '1') +
                                     "> /U <" + std::string(64, '2') + "> >>"};
  std::string out = "%PDF-1.4\n", table;
  int number = 0;
  for (std::string const& object : objects) {
    std::string const offset = std::to_string(out.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    out += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
  }
  std::string const start = std::to_string(out.size());
  std::string const id = "<" + std::string(32, '0') + ">";
  return out + "xref\n0 5\n0000000000 65535 f \n" + table + "trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [" +
         id + id + "] >>\nstartxref\n" + start + "\n%%EOF\n";
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
