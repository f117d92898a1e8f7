// gongwen/detail/scan/word_edges.hpp: which classes have words that begin, or end, with a character.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "classes.hpp"

GONGWEN_BEGIN

namespace detail {

/// For all that asks for a word of one class at a place: nearly always there is none, and one look tells so.
class WordEdges {
 public:
  void reset() {
    index_.assign(characters, 0);
    sets_.assign(1, {});
  }
  void add(char32_t c, Class cls) {
    if (c >= characters) return;
    std::uint16_t& index = index_[c];
    if (index == 0) {
      index = static_cast<std::uint16_t>(sets_.size());
      sets_.push_back({});
    }
    sets_[index][word_of(cls)] |= bit_of(cls);
  }
  /// Thousands of characters share some hundreds of sets, so each set is kept once.
  void finish() {
    std::map<Set, std::uint16_t> known;
    std::vector<Set> kept;
    std::vector<std::uint16_t> moved;
    for (Set const& set : sets_) {
      auto const [at, fresh] = known.emplace(set, static_cast<std::uint16_t>(kept.size()));
      if (fresh) kept.push_back(set);
      moved.push_back(at->second);
    }
    for (std::uint16_t& index : index_) index = moved[index];
    sets_ = std::move(kept);
  }

  /// Of characters beyond U+FFFF it knows nothing, and says yes.
  GONGWEN_HOT [[nodiscard]] bool has(char32_t c, Class cls) const noexcept {
    return c >= characters || (sets_[index_[c]][word_of(cls)] & bit_of(cls)) != 0;
  }

 private:
  using Set = std::array<std::uint64_t, 4>;
  static_assert(static_cast<unsigned>(Class::count) <= 256);
  static constexpr char32_t characters = 0x10000;
  static constexpr std::size_t word_of(Class cls) noexcept { return static_cast<std::size_t>(cls) / 64; }
  static constexpr std::uint64_t bit_of(Class cls) noexcept {
    return std::uint64_t{1} << (static_cast<unsigned>(cls) % 64);
  }

  std::vector<std::uint16_t> index_;  ///< of each character: its set
  std::vector<Set> sets_;             ///< the first is empty
};

}  // namespace detail

GONGWEN_END
