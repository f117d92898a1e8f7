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
  ///               "formulations", "numbering", "repairs".
  /// @param lines  tab-separated lines in the form that the head of src/lexicon/TABLE.tsv states; # begins a comment.
  ///               A word that the table already has gets the new meaning.
  /// @throws error `bad_lexicon`, its offset the line number from 1.
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
