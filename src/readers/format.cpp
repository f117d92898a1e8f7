// format.cpp: what a file is, by its first bytes and by the names inside.
#include <array>

#include "formats.hpp"
#include "writer.hpp"

GONGWEN_BEGIN

std::string_view name(RichFormat format) noexcept {
  constexpr std::string_view names[] = {"plain", "html", "docx", "ofd", "pdf", "encrypted", "doc", "xls", "other"};
  auto const i = static_cast<std::size_t>(format);
  return i < std::size(names) ? names[i] : "unknown";
}

namespace {

bool has(std::string_view bytes, std::string_view what) { return bytes.find(what) != std::string_view::npos; }

/// The name of an OLE stream is UTF-16LE in its directory.
bool has_stream(std::string_view bytes, std::string_view what) {
  std::array<char, 64> wide{};
  std::size_t n = 0;
  for (char const c : what) {
    wide[n++] = c;
    wide[n++] = '\0';
  }
  return has(bytes, {wide.data(), n + 2});  // to the end of the name
}

RichFormat ole(std::string_view bytes) {
  if (has_stream(bytes, "EncryptedPackage")) return RichFormat::encrypted;
  if (has_stream(bytes, "WordDocument")) return RichFormat::doc;
  if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) return RichFormat::xls;
  return RichFormat::other;
}

RichFormat archive(std::string_view bytes) {
  // Names stand in the archive's list at its end, and once more before each part.
  if (has(bytes, "word/document") || has(bytes, "word/styles.xml")) return RichFormat::docx;
  if (has(bytes, "OFD.xml")) return RichFormat::ofd;
  return RichFormat::other;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts(std::string_view bytes, std::string_view lower_head) {
  if (bytes.size() < lower_head.size()) return false;
  for (std::size_t i = 0; i < lower_head.size(); ++i) {
    if (lower(bytes[i]) != lower_head[i]) return false;
  }
  return true;
}

/// HTML begins with a tag that only HTML has. XHTML may have an XML declaration before, any page comments.
bool html(std::string_view bytes) {
  for (int steps = 0; steps < 16; ++steps) {
    while (!bytes.empty() && (bytes.front() == ' ' || (bytes.front() >= '\t' && bytes.front() <= '\r'))) {
      bytes.remove_prefix(1);
    }
    std::string_view const end = starts(bytes, "<!--") ? "-->" : starts(bytes, "<?xml") ? "?>" : "";
    if (end.empty()) break;
    std::size_t const at = bytes.find(end);
    if (at == std::string_view::npos) return false;
    bytes.remove_prefix(at + end.size());
  }
  if (starts(bytes, "<!doctype html")) return true;
  for (std::string_view const tag :
       {"<html",   "<head", "<body",    "<title",   "<meta", "<link",   "<style", "<script", "<p",
        "<div",    "<span", "<table",   "<h1",      "<h2",   "<h3",     "<ul",    "<ol",     "<br",
        "<center", "<font", "<section", "<article", "<main", "<strong", "<b",     "<a"}) {
    if (!starts(bytes, tag) || bytes.size() == tag.size()) continue;
    char const next = bytes[tag.size()];
    if (next == '>' || next == '/' || next == ' ' || (next >= '\t' && next <= '\r')) return true;
  }
  return false;
}

}  // namespace

RichFormat rich_format(std::string_view bytes) noexcept {
  if (bytes.substr(0, 4) == "PK\x03\x04") return archive(bytes);
  if (bytes.substr(0, 8) == "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") return ole(bytes);
  if (has(bytes.substr(0, 1024), "%PDF-")) return RichFormat::pdf;  // some programs put bytes before it
  if (bytes.substr(0, 5) == "{\\rtf" || bytes.substr(0, 4) == "PK\x05\x06") return RichFormat::other;
  if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
  if (html(bytes)) return RichFormat::html;
  return RichFormat::plain;
}

RichFormat rich_format(std::span<std::byte const> bytes) noexcept {
  return rich_format(std::string_view(reinterpret_cast<char const*>(bytes.data()), bytes.size()));
}

GONGWEN_END
