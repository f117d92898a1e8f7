// gongwen/readers.hpp: rich input (HTML, DOCX, OFD, PDF) to plain text. An optional part: link gongwen::readers.
//
//   gongwen::RichText const report = gongwen::read_rich_file("report.docx");
//   auto records = gongwen::parse(report) | gongwen::segment() | gongwen::extract();
//   gongwen::Place const* place = report.at(records.indicators()[0].span.begin);  // which page, paragraph, cell
//
// This part is compiled only (it is no part of the header-only build) and is built where libzip, pugixml and gumbo are found.
#pragma once

#ifdef GONGWEN_HEADER_ONLY
#error "gongwen::readers is compiled code and goes with gongwen::gongwen, not with the header-only build"
#endif

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config.hpp"
#include "error.hpp"
#include "parse.hpp"

GONGWEN_BEGIN

/// What a file is, judged by its bytes.
enum class RichFormat : std::uint8_t {
  plain,      ///< nothing that is known here: text in some encoding, which `parse` reads as it is
  html,       ///< a page or a piece of one
  docx,       ///< Word from 2007 on (ISO/IEC 29500), WPS
  ofd,        ///< GB/T 33190
  pdf,        ///< any version
  encrypted,  ///< an Office file with a password
  doc,        ///< Word before 2007
  xls,        ///< Excel before 2007
  other,      ///< a known format that no reader is for: XLSX, PPTX, ODT, RTF, other ZIP and OLE files
};
[[nodiscard]] std::string_view name(RichFormat format) noexcept;

/// Bounds and choices of reading. Passing a bound is an error, never a cut.
struct ReadOptions {
  std::uint64_t max_bytes = std::uint64_t{256} << 20;  ///< of the file
  std::uint64_t max_inflated = std::uint64_t{64}
                               << 20;  ///< of all parts of a ZIP that are read, unpacked (pictures are not)
  std::uint64_t max_text = std::uint64_t{64} << 20;  ///< of the text that comes out
  std::uint32_t max_nesting = 256;                   ///< of elements in XML; deeper elements of HTML are flattened
  std::uint32_t max_seconds = 60;                    ///< that `pdftotext` may take
  std::string pdftotext = "pdftotext";  ///< the program (poppler-utils); without a slash it is looked for in PATH
  bool layout = true;  ///< PDF: keep lines, indents and columns of tables as printed; else reading order
};

/// Where a piece of the text stood in the file. What a format does not know is 0; all numbers count from 1.
struct Place {
  std::uint64_t offset = 0;     ///< of its first byte in `RichText::text`
  std::uint32_t page = 0;       ///< PDF, OFD; DOCX as Word last laid it out
  std::uint32_t paragraph = 0;  ///< DOCX, HTML: of the whole file, cells of tables not counted
  std::uint32_t table = 0;      ///< DOCX, HTML: of the whole file
  std::uint32_t row = 0;
  std::uint32_t column = 0;   ///< of the grid, so that a merged cell counts as wide as it is
  std::uint32_t note = 0;     ///< DOCX: a footnote's or endnote's number
  std::uint32_t heading = 0;  ///< DOCX, HTML: level of a heading by its style (h1, Heading 1: 1)
};

/// The text of a rich file. Owns all; const use from any number of threads.
struct RichText {
  std::string text;  ///< UTF-8; paragraphs and rows of tables end with LF, pages of PDF and OFD with FF
  RichFormat format = RichFormat::plain;
  std::vector<Place> places;  ///< by offset; a place holds to the next
  bool lines = false;         ///< line ends are a printer's (PDF, OFD, plain text), so that `parse` has to join them

  /// The place that a byte offset of `text` belongs to; null before the first. O(log places).
  [[nodiscard]] Place const* at(std::uint64_t offset) const& noexcept;
  Place const* at(std::uint64_t offset) const&& = delete;
};

/// What the bytes are: by their first bytes, and for ZIP and OLE files by the names inside. O(n), mostly O(1).
[[nodiscard]] RichFormat rich_format(std::span<std::byte const> bytes) noexcept;
[[nodiscard]] RichFormat rich_format(std::string_view bytes) noexcept;

/// The text of a rich file, in reading order.
///
/// - HTML: the main content without navigation, scripts and forms; lists numbered as shown.
/// - DOCX: body text as shown, with the numbers that Word generates written out; revisions accepted; hidden text, comments,
///   tables of contents, page heads and feet left out; foot- and endnotes after the text, each as `[1] …`.
/// - OFD: text lines of every page from the top; what stands far apart in a line is parted by TAB.
/// - PDF: what the program `pdftotext` says, run as a child process without a shell and without files.
/// - A table is a line a row with TAB between cells, blank lines around. A merged cell has its text in its first place and
///   nothing in the others. A table of one column, or around another one, is taken for layout: its cells are paragraphs.
/// - `plain`: the bytes decoded as `parse` would.
///
/// @throws error `too_large` (the file), `limit` (what comes out of it), `io` (broken or cut off, with a byte offset where
///   known), `unsupported` (.doc, .xls, encrypted, no such reader, `pdftotext` missing, a PDF of pictures), each with
///   what to do. No content raises anything else.
/// Owner: the caller. Threads: shares nothing. Cost: O(n) in what is unpacked. Since 0.1.
[[nodiscard]] RichText read_rich(std::span<std::byte const> bytes, ReadOptions const& options = {});
[[nodiscard]] RichText read_rich(std::string_view bytes, ReadOptions const& options = {});

/// The same for a file. @throws error `io` too where it can't be read.
[[nodiscard]] RichText read_rich_file(std::string const& path, ReadOptions const& options = {});

/// `parse` of a rich text: UTF-8, and line ends are joined and page numbers dropped only where they are a printer's.
/// Spans of all that is made from it point into `rich.text`.
/// @throws error as `parse`.
[[nodiscard]] Text parse(RichText const& rich, ParseOptions options = {});

GONGWEN_END
