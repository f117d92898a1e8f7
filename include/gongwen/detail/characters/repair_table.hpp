// gongwen/detail/characters/repair_table.hpp: the rows of repairs.tsv, made ready to be looked up at every character.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "utf8.hpp"

GONGWEN_BEGIN

namespace detail {

/// Where a repair is safe; the words of the context column.
enum class RepairContext : std::uint8_t {
  any,      ///< wherever it stands
  numeral,  ///< between Chinese numerals
  digit,    ///< after a digit
  decimal,  ///< between digits, where the figure goes on to a unit; likely where it does not
  zero,     ///< in a number that is written digit by digit in Chinese: 二○二四年
  plan,     ///< between the numerals of a five-year plan
  dot,      ///< between Han characters as it is meant, between digits as `decimal` has it
  unsure,   ///< likely wherever it stands, never sure
};
inline constexpr std::string_view repair_contexts[] = {"any",  "numeral", "digit", "decimal",
                                                       "zero", "plan",    "dot",   "unsure"};

/// One row: `written` stands for `meant` between `head` and `tail`, which both forms have in common.
struct Repair {
  std::string_view written, meant, head, tail;
  RepairContext context{};

  /// The character at which the row is looked up: the first that differs, which is rarer than what is around it.
  [[nodiscard]] char32_t anchor() const noexcept { return code_point(written, 0); }
  [[nodiscard]] std::size_t size() const noexcept { return head.size() + written.size() + tail.size(); }
};

inline Repair repair_of(std::string_view written, std::string_view meant, std::int32_t context) noexcept {
  std::size_t head = 0;
  while (head < written.size() && head < meant.size() && code_point(written, head) == code_point(meant, head))
    head += char_size(written, head);
  std::size_t const most = std::min(written.size(), meant.size()) - head;
  std::size_t tail = 0;
  while (tail < most) {
    std::size_t const a = previous(written, written.size() - tail);
    if (written.size() - a > head + most ||
        code_point(written, a) != code_point(meant, previous(meant, meant.size() - tail)))
      break;
    tail = written.size() - a;
  }
  return {written.substr(head, written.size() - head - tail), meant.substr(head, meant.size() - head - tail),
          written.substr(0, head), written.substr(written.size() - tail), static_cast<RepairContext>(context)};
}

class RepairTable {
 public:
  void clear() { rows_.clear(); }
  void add(Repair const& row) {
    if (!row.written.empty()) rows_.push_back(row);
  }
  /// Sorts the rows: by anchor, the longest first.
  void finish() {
    std::sort(rows_.begin(), rows_.end(), [](Repair const& a, Repair const& b) {
      if (a.anchor() != b.anchor()) return a.anchor() < b.anchor();
      return a.size() != b.size() ? a.size() > b.size() : a.written < b.written;
    });
  }
  /// The rows to try where a character stands.
  [[nodiscard]] std::span<Repair const> at(char32_t c) const noexcept {
    auto const first =
        std::lower_bound(rows_.begin(), rows_.end(), c, [](Repair const& r, char32_t x) { return r.anchor() < x; });
    auto last = first;
    while (last != rows_.end() && last->anchor() == c) ++last;
    return {first, last};
  }
  [[nodiscard]] std::vector<Repair> const& rows() const noexcept { return rows_; }

 private:
  std::vector<Repair> rows_;
};

}  // namespace detail

GONGWEN_END
