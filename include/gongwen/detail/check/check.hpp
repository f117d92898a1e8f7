// gongwen/detail/check/check.hpp: the fourth stage, records to findings.
#pragma once

#include <algorithm>

#include "../../lexicon.hpp"
#include "rules.hpp"

GONGWEN_BEGIN

GONGWEN_INLINE Findings check(Records records, CheckOptions const& options) {
  Lexicon const lexicon = options.lexicon != nullptr ? *options.lexicon : Lexicon::builtin();
  std::vector<Finding> found;
  detail::CheckContext const context{*records.data(), options, lexicon.data(), found};
  for (detail::CheckRule const& rule : detail::check_rules) rule.run(context);
  std::stable_sort(found.begin(), found.end(), [](Finding const& a, Finding const& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return Findings(std::move(records), std::move(found));
}

GONGWEN_END
