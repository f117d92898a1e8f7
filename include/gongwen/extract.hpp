// gongwen/extract.hpp: outline to records, the third stage.
#pragma once

#include <cstdint>
#include <optional>

#include "error.hpp"
#include "records.hpp"

GONGWEN_BEGIN

class Lexicon;

struct ExtractOptions {
  std::optional<Date> reference_date{};   ///< the day the text was written or spoken; else the text is asked
  bool facts = true;                      ///< false: mentions only
  Decimal min_confidence{};               ///< facts that are less sure are left out: 0.9 asks for precision; 0 for all
  std::uint64_t max_records = 1U << 28U;  ///< more records than this is `limit`
  Lexicon const* lexicon = nullptr;       ///< null: `Lexicon::builtin()`. Its handle is copied
};

/// A text of one line is read as an utterance: numerals that stand alone in it are quantities too (a document's are not).
/// Finds quantities, ratios, ranks and times, and from them indicators.
/// @throws error   `limit`. No content raises anything else.
/// Threads: shares nothing. Cost: O(n) for every input. Since 0.1. Readings as in SCHEMA.md, `gongwen/1`.
[[nodiscard]] Records extract(Outline outline, ExtractOptions const& options = {});

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/extract/extract.hpp"
#endif
