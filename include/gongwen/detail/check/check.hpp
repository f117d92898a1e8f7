// gongwen/detail/check/check.hpp: the fourth stage, records to findings.
#pragma once

#include <algorithm>
#include <array>

#include "../../lexicon.hpp"
#include "rules.hpp"

GONGWEN_BEGIN

namespace detail {

/// All names, sorted; a rule that two functions report stands twice.
constexpr auto sorted_rules() {
  std::array<std::string_view, 64> out{};
  std::size_t n = 0;
  for (CheckRule const& row : check_rules) each_rule_name(row.names, [&](std::string_view name) { out[n++] = name; });
  std::sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(n));
  auto const end = std::unique(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(n));
  return std::pair(out, static_cast<std::size_t>(end - out.begin()));
}

}  // namespace detail

GONGWEN_INLINE std::span<std::string_view const> rule_names() noexcept {
  static constexpr auto names = detail::sorted_rules();
  return {names.first.data(), names.second};
}

GONGWEN_INLINE Findings check(Records records, CheckOptions const& options) {
  for (std::string const& name : options.without) {
    auto const names = rule_names();
    if (std::find(names.begin(), names.end(), name) == names.end())
      throw error(error_code::unsupported, 0, "there is no rule \"" + name + "\"; docs/rules.md lists them");
  }
  Lexicon const lexicon = options.lexicon != nullptr ? *options.lexicon : Lexicon::builtin();
  std::vector<Finding> found;
  detail::CheckContext const context{*records.data(), options, lexicon.data(), found};
  for (detail::CheckRule const& rule : detail::check_rules) {
    if (detail::wanted(options, rule)) rule.run(context);
  }
  std::erase_if(found, [&](Finding const& f) { return detail::left_out(options, f.rule); });
  std::stable_sort(found.begin(), found.end(), [](Finding const& a, Finding const& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  return Findings(std::move(records), std::move(found));
}

GONGWEN_END
