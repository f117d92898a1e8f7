// gongwen/check.hpp: records to findings, the fourth stage.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "findings.hpp"

GONGWEN_BEGIN

class Lexicon;

enum class Language : std::uint8_t { zh, en };

struct CheckOptions {
  Language language = Language::zh;       ///< of messages
  bool implied = false;                   ///< also derive what figures imply (`implied_target`)
  Lexicon const* lexicon = nullptr;       ///< messages; null: `Lexicon::builtin()`
  std::vector<std::string> without = {};  ///< rules to leave out, by name (`rule_names`)
};

/// The names of all rules, sorted; docs/rules.md has a section on each. Static storage. Since 0.1.
[[nodiscard]] std::span<std::string_view const> rule_names() noexcept;

/// Runs every rule over the records of a document. Rules and severities as in SCHEMA.md, section "finding".
/// @throws error   `unsupported` where `without` names a rule that does not exist.
/// Threads: shares nothing. Cost: O(records log records). Since 0.1.
[[nodiscard]] Findings check(Records records, CheckOptions const& options = {});

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/check/check.hpp"
#endif
