// gongwen/detail/scan/user_patterns_engine.hpp: the engine behind users' patterns: Boost.Regex over the code points of one sentence.
//
// A sentence is decoded once, so that the engine works on an array: over one it estimates how many states a match may take
// from the lengths of pattern and sentence, and throws when that is passed. There the pattern has given up.
#pragma once

#include <algorithm>
#include <boost/regex/icu.hpp>
#include <optional>
#include <utility>

#include "../../error.hpp"
#include "table_lines.hpp"
#include "unit_entry.hpp"
#include "user_patterns.hpp"

GONGWEN_BEGIN

namespace detail {

struct CompiledPattern {
  PatternSpec spec;
  boost::u32regex regex;
  std::vector<PatternGroup> groups;  ///< those that it names
};
/// Immutable once built, and shared. The matches point into it.
struct PatternSet {
  std::vector<std::shared_ptr<CompiledPattern const>> patterns;
};

/// Reads one line of the table "patterns".
class PatternLine {
 public:
  PatternLine(std::string_view line, std::uint64_t number, LexiconData const& words)
      : line_(line), number_(number), words_(words) {}

  [[nodiscard]] std::shared_ptr<CompiledPattern const> read() const {
    auto const columns = split();
    auto out = std::make_shared<CompiledPattern>();
    out->spec.name = std::string(columns[0]);
    read_type(columns[1], out->spec);
    read_groups(columns[2], *out);
    try {
      out->regex = boost::make_u32regex(columns[2].begin(), columns[2].end(), boost::regex::perl);
    } catch (boost::regex_error const& e) {
      fail(std::string("the pattern does not compile: ") + e.what());
    }
    return out;
  }

 private:
  [[noreturn]] void fail(std::string const& why) const {
    throw error(error_code::bad_pattern, number_, "line " + std::to_string(number_) + " of the patterns: " + why);
  }
  [[nodiscard]] std::vector<std::string_view> split() const {
    std::vector<std::string_view> out = columns_of(line_);
    if (out.size() != 4) fail("it needs 4 columns with tabs between them: name, type, pattern, source");
    if (out[0].empty() || out[2].empty()) fail("name and pattern may not be empty");
    return out;
  }
  /// "time", "quantity", "quantity=kWh"
  void read_type(std::string_view type, PatternSpec& spec) const {
    std::size_t const cut = type.find('=');
    auto const* const found = std::find(std::begin(pattern_types), std::end(pattern_types), type.substr(0, cut));
    if (found == std::end(pattern_types)) fail("there is no type \"" + std::string(type) + "\"");
    spec.type = static_cast<PatternType>(found - std::begin(pattern_types));
    if (cut == std::string_view::npos) return;
    if (spec.type != PatternType::quantity) fail("only a quantity has a unit");
    spec.unit = std::string(type.substr(cut + 1));
    Entry const unit = unit_entry(spec.unit, words_);
    spec.dimension = unit.word.empty() ? Dimension::other : static_cast<Dimension>(unit.value);
  }
  /// (?<name>…) and (?'name'…): each must be a group of the type.
  void read_groups(std::string_view pattern, CompiledPattern& out) const {
    for (std::size_t at = pattern.find("(?"); at != std::string_view::npos; at = pattern.find("(?", at + 2)) {
      std::size_t const begin = at + 3;
      char const open = at + 2 < pattern.size() ? pattern[at + 2] : '\0';
      if (open == '#' || (open != '<' && open != '\'') || begin >= pattern.size()) continue;
      if (open == '<' && (pattern[begin] == '=' || pattern[begin] == '!')) continue;  // looks behind
      std::string_view const name = pattern.substr(begin, pattern.find(open == '<' ? '>' : '\'', begin) - begin);
      auto const* const known = std::find(std::begin(pattern_groups), std::end(pattern_groups), name);
      auto const group = static_cast<PatternGroup>(known - std::begin(pattern_groups));
      if (known == std::end(pattern_groups) || !takes(out.spec.type, group))
        fail("a " + std::string(pattern_types[static_cast<std::size_t>(out.spec.type)]) + " has no group \"" +
             std::string(name) + "\"");
      if (std::find(out.groups.begin(), out.groups.end(), group) == out.groups.end()) out.groups.push_back(group);
    }
    auto const has = [&](PatternGroup g) {
      return std::find(out.groups.begin(), out.groups.end(), g) != out.groups.end();
    };
    bool enough = true;
    switch (out.spec.type) {
      case PatternType::quantity:
        enough = has(PatternGroup::value) || (has(PatternGroup::low) && has(PatternGroup::high));
        break;
      case PatternType::ratio: enough = has(PatternGroup::a) && has(PatternGroup::b); break;
      case PatternType::rank: enough = has(PatternGroup::position); break;
      case PatternType::time:
        enough = has(PatternGroup::year) || has(PatternGroup::month) || has(PatternGroup::day);
        break;
      default: break;
    }
    if (!enough) fail("it names no group that the record is made of; see Lexicon::with");
  }

  std::string_view line_;
  std::uint64_t number_;
  LexiconData const& words_;
};

GONGWEN_INLINE std::shared_ptr<PatternSet const> extend_patterns(PatternSet const* base, std::string_view lines,
                                                                 LexiconData const& words) {
  auto out = std::make_shared<PatternSet>();
  if (base != nullptr) *out = *base;
  each_table_line(lines, [&](std::uint64_t number, std::string_view line) {
    auto pattern = PatternLine(line, number, words).read();
    auto const same = std::find_if(out->patterns.begin(), out->patterns.end(),
                                   [&](auto const& p) { return p->spec.name == pattern->spec.name; });
    if (same == out->patterns.end())
      out->patterns.push_back(std::move(pattern));
    else
      *same = std::move(pattern);
  });
  return out;
}

/// A sentence as code points, and where each begins.
struct CodePoints {
  std::vector<UChar32> points;
  std::vector<std::uint32_t> begins;

  CodePoints(std::string_view text, Range range) {
    points.reserve(range.size());
    begins.reserve(range.size() + 1);
    for (std::uint32_t at = range.begin; at < range.end; at += static_cast<std::uint32_t>(char_size(text, at))) {
      points.push_back(static_cast<UChar32>(code_point(text, at)));
      begins.push_back(at);
    }
    begins.push_back(range.end);
  }
};

/// All matches of one pattern, from left to right; false when it gave up.
inline bool match_one(CompiledPattern const& pattern, CodePoints const& in, std::vector<PatternMatch>& out) {
  UChar32 const* const first = in.points.data();
  UChar32 const* const last = first + in.points.size();
  auto const byte = [&](UChar32 const* p) { return in.begins[static_cast<std::size_t>(p - first)]; };
  boost::match_results<UChar32 const*> m;
  try {
    for (UChar32 const* at = first; at != last;) {
      auto const flags = at == first ? boost::match_default : boost::match_default | boost::match_prev_avail;
      if (!boost::regex_search(at, last, m, pattern.regex, flags | boost::match_not_null)) return true;
      PatternMatch found;
      found.spec = &pattern.spec;
      found.range = {byte(m[0].first), byte(m[0].second)};
      for (PatternGroup const g : pattern.groups) {
        std::string_view const name = pattern_groups[static_cast<std::size_t>(g)];
        auto const& sub = m.named_subexpression(name.data(), name.data() + name.size());
        if (sub.matched) found.groups[static_cast<std::size_t>(g)] = {byte(sub.first), byte(sub.second)};
      }
      out.push_back(found);
      at = m[0].second;
    }
  } catch (std::runtime_error const&) {  // boost::regex_error: too complex, or too deep
    return false;
  }
  return true;
}

GONGWEN_INLINE void match_patterns(PatternSet const& patterns, std::string_view text, Range sentence,
                                   PatternMatches& out) {
  CodePoints const in(text, sentence);
  for (auto const& pattern : patterns.patterns) {
    if (!match_one(*pattern, in, out.matches)) out.gave_up.push_back(&pattern->spec);
  }
  // Of matches that overlap the longest stays, then the earlier pattern
  std::stable_sort(out.matches.begin(), out.matches.end(), [](PatternMatch const& a, PatternMatch const& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  std::uint32_t end = 0;
  std::erase_if(out.matches, [&](PatternMatch const& m) {
    if (m.range.begin < end) return true;
    end = m.range.end;
    return false;
  });
}

}  // namespace detail

GONGWEN_END
