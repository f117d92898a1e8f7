// gongwen/review.hpp: findings to the sheet for the meeting: what was reached against targets, peers and time, projects,
// tasks, praise and criticism, and what does not add up.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "check.hpp"
#include "write.hpp"

GONGWEN_BEGIN

enum class ReviewFormat : std::uint8_t {
  html,      ///< one page that needs nothing else: no network, no second file
  markdown,  ///< a table a section
  csv,       ///< the scoreboard alone, as RFC 4180 has it, safe from formulas
};

struct ReviewOptions {
  ReviewFormat format = ReviewFormat::html;
  Language language = Language::zh;  ///< of heads and labels; messages of findings are in that of `CheckOptions`
  Lexicon const* lexicon = nullptr;  ///< its table of messages has all words; null: `Lexicon::builtin()`
};

/// A document to review and the name of its input.
struct Reviewed {
  Findings findings;
  std::string source;
};

/// Writes one sheet for all documents: a page has a switcher, Markdown a chapter each, CSV a row's first cell.
/// Everything that comes from a text is escaped, in a page also against its own markup; a page carries a policy that
/// forbids it to load anything or to run any other script.
/// @throws what the sink throws. Threads: shares nothing. Cost: O(records log records + output). Since 0.1.
void review(std::span<Reviewed const> documents, ReviewOptions const& options, Sink const& sink);

/// The sheet of one document as a string.
[[nodiscard]] std::string review(Findings const& findings, ReviewOptions const& options = {}, std::string source = {});

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/review/review.hpp"
#endif
