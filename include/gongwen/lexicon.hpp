// gongwen/lexicon.hpp: the words that the library knows, and how to teach it more.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "error.hpp"

GONGWEN_BEGIN

namespace detail {
struct LexiconData;  // detail/scan/lexicon_data.hpp
}

/// An immutable set of words with their classes and meanings, compiled into one automaton over bytes.
/// A cheap handle; copies share it. Threads: may be shared freely.
class Lexicon {
 public:
  /// The words of src/lexicon/*.tsv, compiled into the library: no file is read and nothing is built at run time.
  [[nodiscard]] static Lexicon const& builtin();

  /// This lexicon and further lines of one table.
  /// @param table  the name of the table without its ending: "units", "subunits", "classifiers", "fixed_phrases", "indicators", "areas", "places",
  ///               "entities", "time", "change", "rank", "fact", "appraisals",
  ///               "formulations", "numbering", "repairs", "patterns".
  /// @param lines  tab-separated lines in the form that the head of src/lexicon/TABLE.tsv states; # begins a comment.
  ///               A word that the table already has gets the new meaning.
  /// The table "patterns" takes regular expressions (Boost.Regex, Perl syntax, over code points) with named groups, one a line:
  /// name, type, pattern, source. They are run over one sentence at a time, what they read comes before what the library would
  /// read there, facts are made of it as of any mention, and `by` is the name. By type, the groups, of which those in
  /// brackets may be left out:
  ///   quantity  value, or low and high; [unit]. "quantity=kWh" gives the unit to all. Numerals of either script, 3.5万 too
  ///   ratio     a, b, [c, d]
  ///   rank      position, [scope, out_of]
  ///   time      at least one of year, month, day
  ///   place, organization, person, document, program    [name, role, number]
  /// Where a match takes more steps than Boost's bound allows, the sentence has no record of the pattern and `check` reports
  /// `pattern_gave_up`: only patterns stand outside the promise that time is linear in the input.
  /// @throws error `bad_lexicon` or `bad_pattern`, its offset the line number from 1.
  /// Cost: O(all words); do it once, then share the result.
  [[nodiscard]] Lexicon with(std::string_view table, std::string_view lines) const;

  /// How many words with a meaning there are.
  [[nodiscard]] std::size_t size() const noexcept;

  [[nodiscard]] detail::LexiconData const& data() const noexcept { return *data_; }

  explicit Lexicon(std::shared_ptr<detail::LexiconData const> data) noexcept : data_(std::move(data)) {}

 private:
  std::shared_ptr<detail::LexiconData const> data_;
};

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/scan/lexicon_data.hpp"
#endif
