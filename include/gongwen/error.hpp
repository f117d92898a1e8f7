// gongwen/error.hpp: the one exception of the library.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "config.hpp"

GONGWEN_BEGIN

/// What went wrong. Values are stable; later ones are added at the end.
enum class error_code : std::uint8_t {
  too_large = 1,    ///< input beyond `ParseOptions::max_bytes` (parse)
  undecodable = 2,  ///< bytes that the encoding does not allow, with `strict` (parse); an unknown encoding name
  bad_lexicon = 3,  ///< a line of a user's lexicon that can't be read (Lexicon::with)
  bad_pattern = 4,  ///< a user's pattern that does not compile (Lexicon::with)
  limit = 5,        ///< a limit of the options was passed (segment, extract)
  io = 6,           ///< a file could not be read or written (program and readers)
  unsupported = 7,  ///< a format or option that this build does not handle
};

/// Stable lower-case name of a code ("too_large").
[[nodiscard]] constexpr std::string_view name(error_code code) noexcept {
  switch (code) {
    case error_code::too_large: return "too_large";
    case error_code::undecodable: return "undecodable";
    case error_code::bad_lexicon: return "bad_lexicon";
    case error_code::bad_pattern: return "bad_pattern";
    case error_code::limit: return "limit";
    case error_code::io: return "io";
    case error_code::unsupported: return "unsupported";
  }
  return "unknown";
}

/// Thrown by the stages for the reasons that each documents, and for no other content of a text.
/// `offset` is a byte offset into the input, or a line number (from 1) for `bad_lexicon` and `bad_pattern`.
/// `what()` is an English sentence that says what to do.
class error : public std::runtime_error {
 public:
  error(error_code code, std::uint64_t offset, std::string const& message)
      : std::runtime_error(message), code_(code), offset_(offset) {}

  [[nodiscard]] error_code code() const noexcept { return code_; }
  [[nodiscard]] std::uint64_t offset() const noexcept { return offset_; }

 private:
  error_code code_;
  std::uint64_t offset_;
};

GONGWEN_END
