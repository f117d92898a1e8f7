// gongwen/detail/scan/pair_states.hpp: where the automaton stands behind the first two characters of a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

/// A walk of the automaton is a chain of far reads, three a character, and most end behind the first: so what two characters
/// lead to is found in one read, and that they lead nowhere in one bit. Knows characters below U+10000 alone.
class PairStates {
 public:
  void reset() {
    bits_.assign(bits / 64, 0);
    slots_.assign(1, {});
    found_.clear();
  }
  void add(char32_t first, char32_t second, std::uint32_t state) {
    std::size_t const h = hash(first, second);
    bits_[h % bits / 64] |= std::uint64_t{1} << (h % 64);
    found_.push_back({key(first, second), state});
  }
  /// Was this pair added last?
  [[nodiscard]] bool last_is(char32_t first, char32_t second) const noexcept {
    return !found_.empty() && found_.back().key == key(first, second);
  }
  void finish() {
    std::size_t size = 64;
    while (size < 2 * found_.size()) size *= 2;
    slots_.assign(size, {});
    for (Slot const& slot : found_) {
      std::size_t i = hash(slot.key >> 16U, slot.key & 0xffffU) & (size - 1);
      while (slots_[i].key != 0 && slots_[i].key != slot.key) i = (i + 1) & (size - 1);
      slots_[i] = slot;
    }
    found_ = {};
  }

  /// The state after both characters, or 0 where no word begins with them.
  [[nodiscard]] std::uint32_t find(char32_t first, char32_t second) const noexcept {
    std::size_t const h = hash(first, second);
    if ((bits_[h % bits / 64] >> (h % 64) & 1U) == 0) return 0;
    std::size_t i = h & (slots_.size() - 1);
    while (slots_[i].key != 0 && slots_[i].key != key(first, second)) i = (i + 1) & (slots_.size() - 1);
    return slots_[i].state;
  }

 private:
  struct Slot {
    std::uint32_t key = 0;  ///< 0: free
    std::uint32_t state = 0;
  };
  static constexpr std::size_t bits = std::size_t{1} << 17U;
  static constexpr std::size_t hash(char32_t a, char32_t b) noexcept {
    return static_cast<std::size_t>(a) * 0x9e3bU + static_cast<std::size_t>(b) * 0x85ebU;
  }
  static constexpr std::uint32_t key(char32_t a, char32_t b) noexcept { return a << 16U | (b & 0xffffU); }

  std::vector<std::uint64_t> bits_;
  std::vector<Slot> slots_;
  std::vector<Slot> found_;  ///< until `finish`
};

}  // namespace detail

GONGWEN_END
