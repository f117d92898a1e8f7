// gongwen/detail/check/context.hpp: what every rule gets, and how it reports.
#pragma once

#include <fmt/args.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../../check.hpp"
#include "../extract/records_data.hpp"
#include "../scan/lexicon_data.hpp"

GONGWEN_BEGIN

namespace detail {

struct CheckContext {
  RecordsData const& records;
  CheckOptions const& options;
  LexiconData const& lexicon;
  std::vector<Finding>& out;

  [[nodiscard]] std::string_view view() const { return records.outline.text().view(); }
  [[nodiscard]] std::string_view words(Range r) const { return view().substr(r.begin, r.size()); }

  /// The message of a rule in the language of the options, its places filled in order.
  template <class... Args>
  [[nodiscard]] std::string message(std::string_view rule, Args const&... args) const {
    std::string const key = std::string(rule) + (options.language == Language::en ? ".en" : ".zh");
    Entry const entry = lexicon.find(key, Class::message);
    if (entry.word.empty()) return std::string(rule);
    return fmt::format(fmt::runtime(std::string(entry.text)), args...);
  }

  Finding& report(std::string_view rule, Severity severity, NodeIndex node, Range range, std::string text) const {
    Finding f;
    f.rule = rule;
    f.severity = severity;
    f.message = std::move(text);
    f.node = node;
    f.range = range;
    f.span = records.outline.text().span(range);
    out.push_back(std::move(f));
    return out.back();
  }
};

inline Reading reading(Decimal value, std::string_view unit) { return {value, unit, {}}; }
inline Reading reading(std::string text) { return {std::nullopt, {}, std::move(text)}; }

}  // namespace detail

GONGWEN_END
