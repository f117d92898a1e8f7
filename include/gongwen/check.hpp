// gongwen/check.hpp: records to findings, the fourth stage.
#pragma once

#include "error.hpp"
#include "findings.hpp"

GONGWEN_BEGIN

class Lexicon;

enum class Language : std::uint8_t { zh, en };

struct CheckOptions {
  Language language = Language::zh;  ///< of messages
  bool implied = false;              ///< also derive `implied_target`
  Lexicon const* lexicon = nullptr;  ///< messages; null: `Lexicon::builtin()`
};

/// Runs every rule over the records of a document. Rules and severities as in SCHEMA.md, section "finding".
/// @throws error   nothing of its own.
/// Threads: shares nothing. Cost: O(records log records). Since 0.1.
[[nodiscard]] Findings check(Records records, CheckOptions const& options = {});

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/check/check.hpp"
#endif
