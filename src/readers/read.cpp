// read.cpp: the way in, and what no reader is for.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "formats.hpp"
#include "writer.hpp"

GONGWEN_BEGIN

namespace {

[[noreturn]] void refuse(RichFormat format) {
  char const* what = "";
  switch (format) {
    case RichFormat::encrypted:
      what = "the Office file is encrypted; open it with its password, take the password away and save it as DOCX";
      break;
    case RichFormat::doc:
      what =
          "a .doc of Word before 2007 is not read; save it as DOCX in Word or WPS, or run: "
          "soffice --headless --convert-to docx FILE";
      break;
    case RichFormat::xls:
      what =
          "an .xls of Excel is not read; save the sheet as HTML or as text with tabs, or run: "
          "soffice --headless --convert-to html FILE";
      break;
    default:
      what =
          "the file is of a format that is not read (a spreadsheet, slides, RTF or an archive); save it as DOCX, HTML "
          "or "
          "plain text";
      break;
  }
  throw error(error_code::unsupported, 0, what);
}

}  // namespace

Place const* RichText::at(std::uint64_t offset) const& noexcept {
  auto const after = std::upper_bound(places.begin(), places.end(), offset,
                                      [](std::uint64_t o, Place const& p) { return o < p.offset; });
  return after == places.begin() ? nullptr : &*(after - 1);
}

RichText read_rich(std::span<std::byte const> bytes, ReadOptions const& options) {
  if (bytes.size() > options.max_bytes) {
    throw error(error_code::too_large, options.max_bytes,
                "the file is larger than ReadOptions::max_bytes allows; split it or raise the limit");
  }
  RichText out;
  out.format = rich_format(bytes);
  std::string_view const chars(reinterpret_cast<char const*>(bytes.data()), bytes.size());
  switch (out.format) {
    case RichFormat::plain:
      out.text = readers::decode(chars, "");
      out.lines = true;
      break;
    case RichFormat::html: readers::read_html(chars, options, out); break;
    case RichFormat::docx: readers::read_docx(bytes, options, out); break;
    case RichFormat::ofd: readers::read_ofd(bytes, options, out); break;
    case RichFormat::pdf: readers::read_pdf(bytes, options, out); break;
    default: refuse(out.format);
  }
  return out;
}

RichText read_rich(std::string_view bytes, ReadOptions const& options) {
  return read_rich(std::as_bytes(std::span<char const>(bytes.data(), bytes.size())), options);
}

RichText read_rich_file(std::string const& path, ReadOptions const& options) {
  auto const fail = [&] {
    int const why = errno;
    return error(error_code::io, 0,
                 path + ": cannot be read (" + std::strerror(why) + "); check its name and permissions");
  };
  struct Close {
    void operator()(std::FILE* f) const noexcept { std::fclose(f); }
  };
  std::unique_ptr<std::FILE, Close> const file(std::fopen(path.c_str(), "rb"));
  if (!file) throw fail();
  std::string bytes;
  std::vector<char> block(std::size_t{1} << 16);
  while (bytes.size() <= options.max_bytes) {
    std::size_t const n = std::fread(block.data(), 1, block.size(), file.get());
    bytes.append(block.data(), n);
    if (n != 0) continue;
    if (std::ferror(file.get()) != 0) throw fail();  // a folder, a broken disk
    break;
  }
  return read_rich(bytes, options);
}

Text parse(RichText const& rich, ParseOptions options) {
  options.encoding = "UTF-8";
  options.unwrap = options.unwrap && rich.lines;
  options.page_numbers = options.page_numbers && rich.lines;
  return parse(std::string_view(rich.text), options);
}

namespace readers {

std::string decode(std::string_view bytes, std::string const& encoding) {
  ParseOptions options;
  options.encoding = encoding;
  options.unwrap = options.page_numbers = options.characters = options.spaces = false;
  Text const text = parse(bytes, options);
  return std::string(text.original());
}

}  // namespace readers

GONGWEN_END
