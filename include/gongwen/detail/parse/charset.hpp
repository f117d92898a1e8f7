// gongwen/detail/parse/charset.hpp: bytes of any encoding to UTF-8. ICU stops here.
#pragma once

#include <algorithm>
#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../../error.hpp"
#include "../characters/gb18030.hpp"
#include "../characters/utf8.hpp"
#include "detect.hpp"

GONGWEN_BEGIN

namespace detail {

/// A decoded input. `broken`: where U+FFFD stands for bytes that the encoding does not allow, in order.
struct Decoded {
  std::string text;
  std::string encoding;
  std::vector<std::size_t> broken;
};

[[noreturn]] inline void throw_undecodable(std::size_t offset, std::string const& encoding) {
  throw error(error_code::undecodable, offset,
              "the bytes at offset " + std::to_string(offset) + " are not " + encoding +
                  "; name the right encoding, or read without `strict` to get U+FFFD in their place");
}

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
      if (strict) throw_undecodable(i + skipped, "UTF-8");
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
class IcuDecoder {
 public:
  /// @param encoding  as the caller named it. GB 2312 and GBK are read as GB 18030, and Big5 with the characters of Hong
  ///                  Kong: what is labelled as the smaller set is often the larger one.
  explicit IcuDecoder(std::string const& encoding) : encoding_(encoding) {
    UErrorCode status = U_ZERO_ERROR;
    std::string_view const canonical = canonical_name(encoding);
    gb_ = canonical == "GB18030" || canonical == "GBK" || canonical == "GB2312";
    converter_.reset(ucnv_open(gb_ ? "GB18030" : canonical == "Big5" ? "Big5-HKSCS" : encoding.c_str(), &status));
    if (U_FAILURE(status)) {
      throw error(
          error_code::undecodable, 0,
          "the encoding \"" + encoding + "\" is not known; use a name that ICU has, such as GB18030 or UTF-16LE");
    }
    // The converter stops at what it can't decode: a U+FFFD that comes out of it was really in the input.
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }

  static std::string_view canonical_name(std::string const& encoding) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    char const* const standard = ucnv_getStandardName(encoding.c_str(), "MIME", &status);
    return standard != nullptr ? standard : encoding.c_str();
  }

  [[nodiscard]] Decoded operator()(std::string_view bytes, bool strict, std::size_t skipped) {
    out_ = {};
    out_.encoding = encoding_;
    out_.text.reserve(bytes.size() + bytes.size() / 2);
    std::vector<UChar> units(std::min<std::size_t>(bytes.size() + 2, 4096));
    char const* source = bytes.data();
    char const* const limit = source + bytes.size();
    for (;;) {
      UChar* target = units.data();
      UErrorCode status = U_ZERO_ERROR;
      ucnv_toUnicode(converter_.get(), &target, units.data() + units.size(), &source, limit, nullptr, 1, &status);
      append_units(units.data(), target);
      if (U_SUCCESS(status)) return std::move(out_);
      if (status != U_BUFFER_OVERFLOW_ERROR)
        undecodable(status, static_cast<std::size_t>(source - bytes.data()) + skipped, strict);
    }
  }

 private:
  void append_units(UChar const* from, UChar const* to) {
    for (UChar const* u = from; u != to; ++u) {
      char32_t c = *u;
      if (U16_IS_LEAD(c)) {
        lead_ = *u;
        continue;
      }
      if (U16_IS_TRAIL(c)) c = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(lead_, *u));
      append(out_.text, gb_ ? gb18030_meant(c) : c);
    }
  }
  /// The converter stopped behind bytes that the encoding does not allow; `end` counts from the input's first byte.
  void undecodable(UErrorCode why, std::size_t end, bool strict) {
    bool const malformed = why == U_INVALID_CHAR_FOUND || why == U_ILLEGAL_CHAR_FOUND ||
                           why == U_TRUNCATED_CHAR_FOUND || why == U_ILLEGAL_ESCAPE_SEQUENCE ||
                           why == U_UNSUPPORTED_ESCAPE_SEQUENCE;
    if (!malformed) throw std::bad_alloc();  // all else that a converter can say
    char bad[32];
    auto size = static_cast<std::int8_t>(sizeof bad);
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter_.get(), bad, &size, &status);
    std::size_t const begin = U_SUCCESS(status) ? end - static_cast<std::size_t>(size) : end;
    if (gb_ && size == 1 && bad[0] == '\x80') {  // the euro sign of Windows' GBK
      append(out_.text, 0x20ac);
      return;
    }
    if (strict) throw_undecodable(begin, encoding_);
    out_.broken.push_back(out_.text.size());
    out_.text += replacement;
  }

  IcuConverter converter_;
  std::string encoding_;
  bool gb_ = false;
  Decoded out_;
  UChar lead_ = 0;  ///< a surrogate whose other half is in the next block
};

/// What a text is if it is UTF-8. Stops at the first byte that is not.
struct Utf8Look {
  bool valid = true;    ///< but for an end inside a character: a piece of a longer text may have it
  bool cut = false;     ///< ends inside a character
  bool wide = false;    ///< holds a character of three bytes or more, as every Chinese one is
  bool narrow = false;  ///< holds a character of two bytes
};
inline Utf8Look look_utf8(std::string_view bytes) noexcept {
  Utf8Look look;
  auto const tail = [&](std::size_t i) { return is_continuation(bytes[i]); };
  for (std::size_t i = ascii_run(bytes, 0); i < bytes.size();) {
    if (std::size_t const run = wide_run(bytes, i); run != 0) {  // most of what there is
      i += run;
      look.wide = true;
      continue;
    }
    auto const b = static_cast<unsigned char>(bytes[i]);
    if (b > 0xe0 && b < 0xed && i + 2 < bytes.size() && tail(i + 1) && tail(i + 2)) {
      i += 3;
      look.wide = true;
      continue;
    }
    if (b < 0x80) {
      i += ascii_run(bytes, i);
      continue;
    }
    Utf8Step const step = utf8_step(bytes, i);
    i += step.size;
    look.wide = look.wide || (step.valid && step.size > 2);
    look.narrow = look.narrow || (step.valid && step.size == 2);
    look.cut = !step.valid && i == bytes.size();
    look.valid = step.valid || look.cut;
    if (!look.valid) break;
  }
  return look;
}

/// What bytes are in.
struct FoundEncoding {
  std::string name;          ///< as the caller names it, else as ICU does
  std::size_t mark = 0;      ///< bytes of the byte order mark
  bool well_formed = false;  ///< UTF-8 without a fault
};
/// The encoding that a byte order mark or the caller names; else what reads as UTF-8 and holds Chinese, or ASCII alone;
/// else what makes the most usual characters of the bytes.
inline FoundEncoding encoding_of(std::string_view bytes, std::string const& named) {
  std::size_t const bom8 = bytes.substr(0, 3) == "\xef\xbb\xbf" ? 3 : 0;
  bool const little = bytes.substr(0, 2) == "\xff\xfe";
  bool const big = bytes.substr(0, 2) == "\xfe\xff";
  if (!named.empty()) {
    std::string_view const canonical = IcuDecoder::canonical_name(named);
    if (canonical == "UTF-8") return {"UTF-8", bom8};
    bool const bom = (little && canonical == "UTF-16LE") || (big && canonical == "UTF-16BE");
    return {named, bom ? std::size_t{2} : 0};
  }
  if (bom8 != 0) return {"UTF-8", bom8};
  if (little || big) return {little ? "UTF-16LE" : "UTF-16BE", 2};
  Utf8Look const look = look_utf8(bytes);
  bool const null = bytes.find('\0') != std::string_view::npos;
  if (look.valid && !null && (look.wide || !(look.narrow || look.cut))) return {"UTF-8", 0, !look.cut};
  return {icu_name(detect(bytes)), 0};
}

inline Decoded decode(std::string_view bytes, std::string const& encoding, bool strict) {
  FoundEncoding found = encoding_of(bytes, encoding);
  bytes.remove_prefix(found.mark);
  if (found.name != "UTF-8") return IcuDecoder(found.name)(bytes, strict, found.mark);
  if (found.well_formed) return {std::string(bytes), std::move(found.name), {}};
  return decode_utf8(bytes, strict, found.mark);
}

}  // namespace detail

GONGWEN_END
