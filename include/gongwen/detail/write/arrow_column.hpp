// gongwen/detail/write/arrow_column.hpp: a column of an Arrow table under construction: its type and its buffers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

enum class ArrowLayout : std::uint8_t { boolean, fixed, words, list, structure };

/// One value after the other is added; what lies below a list or a structure is a column of its own.
class ArrowColumn {
 public:
  // Of the type. Format and name have static storage: they are literals of this library.
  char const* format = "";
  char const* name = "";
  ArrowLayout layout = ArrowLayout::structure;
  bool nullable = false;
  std::uint8_t width = 0;  ///< bytes of a fixed value
  std::vector<ArrowColumn> children;

  // Of the values.
  std::int64_t length = 0;
  std::int64_t nulls = 0;
  std::vector<std::uint8_t> validity;  ///< bits; empty as long as nothing is null
  std::vector<std::int32_t> offsets;   ///< of words and lists
  std::vector<std::uint8_t> data;

  void add_words(std::string_view value) {
    auto const* const bytes = reinterpret_cast<std::uint8_t const*>(value.data());
    data.insert(data.end(), bytes, bytes + value.size());
    end_at(data.size());
    mark(true);
  }
  void add_bool(bool value) {
    auto const at = static_cast<std::size_t>(length);
    if (at % 8 == 0) data.push_back(0);
    if (value) data.back() = static_cast<std::uint8_t>(data.back() | 1U << at % 8);
    mark(true);
  }
  template <class T>
  void add_fixed(T const& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    std::size_t const at = data.size();
    data.resize(at + sizeof(T));
    std::memcpy(data.data() + at, &value, sizeof(T));
    mark(true);
  }
  /// After the members were added to the only child.
  void end_list() {
    end_at(static_cast<std::size_t>(children[0].length));
    mark(true);
  }
  /// Before or after each child got one value.
  void end_structure() { mark(true); }

  /// No value: null, or zero below something that is null itself.
  void add_nothing() {
    switch (layout) {
      case ArrowLayout::boolean: add_bool(false); break;
      case ArrowLayout::fixed:
        data.resize(data.size() + width);
        mark(true);
        break;
      case ArrowLayout::words: add_words({}); break;
      case ArrowLayout::list: end_list(); break;
      case ArrowLayout::structure:
        for (ArrowColumn& child : children) child.add_nothing();
        mark(true);
        break;
    }
    if (nullable) unmark();
  }

  /// A column of the same type.
  [[nodiscard]] ArrowColumn empty() const {
    ArrowColumn out;
    out.format = format;
    out.name = name;
    out.layout = layout;
    out.nullable = nullable;
    out.width = width;
    if (layout == ArrowLayout::words || layout == ArrowLayout::list) out.offsets.push_back(0);
    for (ArrowColumn const& child : children) out.children.push_back(child.empty());
    return out;
  }
  [[nodiscard]] std::size_t bytes() const noexcept {
    std::size_t n = data.size();
    for (ArrowColumn const& child : children) n += child.bytes();
    return n;
  }

 private:
  void end_at(std::size_t end) {
    if (end > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
      throw std::length_error("a batch holds more than 2 GiB of one column; read the input in smaller pieces");
    }
    offsets.push_back(static_cast<std::int32_t>(end));
  }
  void mark(bool valid) {
    auto const at = static_cast<std::size_t>(length++);
    if (nulls == 0 && valid) return;
    validity.resize((at + 8) / 8);
    set(at, valid);
  }
  /// The last value is null after all. Up to the first null every value is valid, and no bits were kept.
  void unmark() {
    auto const at = static_cast<std::size_t>(length - 1);
    if (nulls++ == 0) {
      validity.assign((at + 8) / 8, 0xff);
    } else {
      validity.resize((at + 8) / 8);
    }
    set(at, false);
  }
  void set(std::size_t at, bool valid) {
    auto const bit = static_cast<std::uint8_t>(1U << at % 8);
    validity[at / 8] = static_cast<std::uint8_t>(valid ? validity[at / 8] | bit : validity[at / 8] & ~bit);
  }
};

}  // namespace detail

GONGWEN_END
