// gongwen/parse.hpp: bytes to text, the first stage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "error.hpp"
#include "text.hpp"

GONGWEN_BEGIN

class Lexicon;

/// How to read bytes. Every kind of repair can be switched off; what was never repaired is no edit.
/// A repair that is likely but not sure is an edit with `applied` false, and the text stays as it was.
struct ParseOptions {
  std::string encoding{};  ///< a name that ICU knows ("GB18030", "UTF-16LE"); empty: found by itself. GBK is read as
                           ///< GB18030 and Big5 with HKSCS, of which they are parts
  bool strict = false;     ///< undecodable bytes are an error instead of U+FFFD
  std::uint64_t max_bytes = 0xffff0000U;  ///< more input than this is `too_large`; at most 2^32 - 2^16
  bool unwrap = true;                     ///< join hard-wrapped lines
  bool page_numbers = true;               ///< drop page numbers and running heads between lines
  bool line_ends = true;                  ///< CR LF and CR to LF
  bool characters = true;                 ///< false: none of the next three
  bool width = true;                      ///< full-width digits and letters, and signs between them
  bool radicals = true;                   ///< radicals and compatibility ideographs that stand for characters
  bool confusions = true;                 ///< characters that fonts, keyboards or recognition put for others (`ocr`)
  bool spaces = true;                     ///< white space inside numbers and words
  bool controls = true;                   ///< control and zero-width characters
  Lexicon const* lexicon = nullptr;       ///< markers and repairs; null: `Lexicon::builtin()`. Its handle is copied
};

/// Reads bytes of any encoding into one repaired UTF-8 text; each repair is an edit of the text.
/// @param bytes    copied. Empty gives an empty text; more than `options.max_bytes` is an error, never a cut.
/// @param options  `encoding` (else found: BOM, valid UTF-8, else the one of UTF-8, GB18030, Big5, UTF-16LE and UTF-16BE
///                 under which the characters are the most usual); `strict`.
/// @throws error   `too_large`; `undecodable`, with the byte offset in `bytes`, when strict or when the named encoding is
///                 unknown. No content raises anything else.
/// Offsets: UTF-8 bytes of the decoded original. Owner: the text shares one immutable buffer with all that is made from it.
/// Threads: shares nothing. Cost: O(n) time, about 2n bytes. Since 0.1. Page furniture as in GB/T 9704-2012.
[[nodiscard]] Text parse(std::span<std::byte const> bytes, ParseOptions const& options = {});
[[nodiscard]] Text parse(std::string_view bytes, ParseOptions const& options = {});

/// Do bytes begin as ZIP (DOCX, OFD), OLE (.doc, .xls) or PDF files do? Their text is packed up: `parse` would read them as
/// nonsense in some encoding, where `gongwen::readers` reads or refuses them. Looks at a few bytes. Since 0.1.
[[nodiscard]] constexpr bool is_packed(std::string_view bytes) noexcept {
  for (std::string_view const begin : {"PK\x03\x04", "\xd0\xcf\x11\xe0", "%PDF-"}) {
    if (bytes.substr(0, begin.size()) == begin) return true;
  }
  return false;
}

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/parse/parse.hpp"
#endif
