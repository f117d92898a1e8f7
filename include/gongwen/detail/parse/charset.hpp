// gongwen/detail/parse/charset.hpp: bytes of any encoding to UTF-8. ICU stops here.
#pragma once

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../../error.hpp"
#include "utf8.hpp"

GONGWEN_BEGIN

namespace detail {

/// A decoded input. `broken`: where U+FFFD stands for bytes that the encoding does not allow, in order.
struct Decoded {
  std::string text;
  std::string encoding;
  std::vector<std::size_t> broken;
};

/// UTF-8 with each maximal ill-formed part made one U+FFFD. `offset` of errors counts from the input's first byte.
inline Decoded decode_utf8(std::string_view bytes, bool strict, std::size_t skipped) {
  Decoded out;
  out.encoding = "UTF-8";
  std::size_t kept = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    i += ascii_run(bytes, i);
    if (i >= bytes.size()) break;
    Utf8Step const step = utf8_step(bytes, i);
    if (!step.valid) {
      if (strict) {
        throw error(
            error_code::undecodable, i + skipped,
            "the bytes at offset " + std::to_string(i + skipped) +
                " are not UTF-8; name the right encoding, or read without `strict` to get U+FFFD in their place");
      }
      out.text.append(bytes, kept, i - kept);
      out.broken.push_back(out.text.size());
      out.text += replacement;
      kept = i + step.size;
    }
    i += step.size;
  }
  out.text.append(bytes, kept, bytes.size() - kept);
  return out;
}

/// Any other encoding, through ICU.
inline Decoded decode_icu(std::string_view bytes, std::string const& encoding, bool strict, std::size_t skipped) {
  UErrorCode status = U_ZERO_ERROR;
  struct Closer {
    void operator()(UConverter* c) const noexcept { ucnv_close(c); }
  };
  std::unique_ptr<UConverter, Closer> const converter(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) {
    throw error(error_code::undecodable, 0,
                "the encoding \"" + encoding + "\" is not known; use a name that ICU has, such as GB18030 or UTF-16LE");
  }
  Decoded out;
  out.encoding = encoding;
  out.text.reserve(bytes.size() + bytes.size() / 2);
  std::vector<UChar> units(4096);
  char const* source = bytes.data();
  char const* const limit = source + bytes.size();
  UChar lead = 0;  // a surrogate whose other half is in the next block
  ucnv_setToUCallBack(converter.get(), strict ? UCNV_TO_U_CALLBACK_STOP : UCNV_TO_U_CALLBACK_SUBSTITUTE, nullptr,
                      nullptr, nullptr, &status);
  for (bool more = true; more;) {
    UChar* target = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, limit, nullptr, 1, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (U_FAILURE(status) && !more) {
      auto const offset = static_cast<std::size_t>(source - bytes.data()) + skipped;
      throw error(error_code::undecodable, offset,
                  "the bytes before offset " + std::to_string(offset) + " are not " + encoding +
                      "; name the right encoding, or read without `strict` to get U+FFFD in their place");
    }
    for (UChar const* u = units.data(); u != target; ++u) {
      char32_t c = *u;
      if (U16_IS_LEAD(c)) {
        lead = *u;
        continue;
      }
      if (U16_IS_TRAIL(c) && lead != 0) c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead, *u));
      lead = 0;
      if (c == 0xfffd) out.broken.push_back(out.text.size());
      append(out.text, c);
    }
  }
  return out;
}

/// How usual the 16-bit units of a text would be, read in one byte order: the share, in per cent, that are Han, CJK
/// punctuation, full-width forms or printable ASCII.
inline unsigned usual_units(std::string_view bytes, bool little) noexcept {
  std::size_t const n = std::min<std::size_t>(bytes.size() / 2, 4096);
  std::size_t usual = 0;
  for (std::size_t i = 0; i < n; ++i) {
    auto const a = static_cast<unsigned char>(bytes[2 * i]);
    auto const b = static_cast<unsigned char>(bytes[2 * i + 1]);
    char32_t const c = little ? static_cast<char32_t>(b << 8 | a) : static_cast<char32_t>(a << 8 | b);
    bool const ascii = (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    if (ascii || (c >= 0x4e00 && c < 0xa000) || (c >= 0x3000 && c < 0x3040) || (c >= 0xff00 && c < 0xfff0) ||
        (c >= 0x2010 && c < 0x2030) || c == 0xb7) {
      ++usual;
    }
  }
  return n == 0 ? 0U : static_cast<unsigned>(usual * 100 / n);
}

/// Valid multi-byte characters and ill-formed parts of a text read as UTF-8.
struct Utf8Tally {
  std::size_t good = 0;
  std::size_t bad = 0;
  bool null = false;
  bool cut = false;  ///< ends inside a character
};
inline Utf8Tally tally_utf8(std::string_view bytes) noexcept {
  Utf8Tally t;
  t.null = bytes.find('\0') != std::string_view::npos;
  auto const tail = [&](std::size_t i) { return is_continuation(bytes[i]); };
  for (std::size_t i = ascii_run(bytes, 0); i < bytes.size();) {
    auto const b = static_cast<unsigned char>(bytes[i]);
    if (b > 0xe0 && b < 0xed && i + 2 < bytes.size() && tail(i + 1) && tail(i + 2)) {  // most of what there is
      i += 3;
      ++t.good;
      continue;
    }
    if (b < 0x80) {
      i += ascii_run(bytes, i);
      continue;
    }
    Utf8Step const step = utf8_step(bytes, i);
    i += step.size;
    // A piece cut out of a longer text may end inside a character: that tells nothing.
    if (step.valid)
      ++t.good;
    else if (i < bytes.size())
      ++t.bad;
    else
      t.cut = true;
  }
  return t;
}

/// BOM; else what reads as UTF-8 (whole, or broken in few places); else UTF-16 by how usual its units are; else GB18030,
/// of which GBK and GB2312 are parts.
inline Decoded decode(std::string_view bytes, std::string const& encoding, bool strict) {
  auto const after = [&](std::size_t n) { return bytes.substr(n); };
  bool const bom8 = bytes.substr(0, 3) == "\xef\xbb\xbf";
  bool const little = bytes.substr(0, 2) == "\xff\xfe";
  bool const big = bytes.substr(0, 2) == "\xfe\xff";
  if (!encoding.empty()) {
    UErrorCode status = U_ZERO_ERROR;
    char const* const standard = ucnv_getStandardName(encoding.c_str(), "MIME", &status);
    std::string_view const canonical = standard != nullptr ? standard : encoding.c_str();
    if (canonical == "UTF-8") return decode_utf8(bom8 ? after(3) : bytes, strict, bom8 ? 3 : 0);
    bool const bom = (little && canonical == "UTF-16LE") || (big && canonical == "UTF-16BE");
    return decode_icu(bom ? after(2) : bytes, encoding, strict, bom ? 2 : 0);
  }
  if (bom8) return decode_utf8(after(3), strict, 3);
  if (little) return decode_icu(after(2), "UTF-16LE", strict, 2);
  if (big) return decode_icu(after(2), "UTF-16BE", strict, 2);
  Utf8Tally const tally = tally_utf8(bytes);
  bool const cut = tally.bad == 0 && !bytes.empty() && tally.cut;
  if (tally.bad == 0 && !tally.null && !cut) return {std::string(bytes), "UTF-8", {}};
  if (tally.bad == 0 && !tally.null) return decode_utf8(bytes, strict, 0);
  unsigned const as_little = usual_units(bytes, true);
  unsigned const as_big = usual_units(bytes, false);
  if (std::max(as_little, as_big) >= 85 && bytes.size() >= 4 && tally.good < 8 * (tally.bad + 1)) {
    return decode_icu(bytes, as_little >= as_big ? "UTF-16LE" : "UTF-16BE", strict, 0);
  }
  if (tally.bad == 0 || tally.good >= 8 * tally.bad) return decode_utf8(bytes, strict, 0);
  return decode_icu(bytes, "GB18030", strict, 0);
}

}  // namespace detail

GONGWEN_END
