// gongwen/detail/write/arrow_column.hpp: a column of an Arrow table under construction: its type and its buffers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

enum class ArrowLayout : std::uint8_t { boolean, fixed, words, views, list, structure };

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
  std::string_view text;              ///< what views look into, where they can
  std::shared_ptr<void const> owner;  ///< keeps it alive

  // Of the values.
  std::int64_t length = 0;
  std::int64_t nulls = 0;
  std::vector<std::uint8_t> validity;  ///< bits; empty as long as nothing is null
  std::vector<std::int32_t> offsets;   ///< of words and lists
  std::vector<std::uint8_t> data;
  std::vector<std::uint8_t> own;  ///< of views: words that are not in the text

  /// Has this column of words, and those below, look into a text instead of copying it.
  void view(std::string_view into, std::shared_ptr<void const> const& alive) {
    for (ArrowColumn& child : children) child.view(into, alive);
    if (layout != ArrowLayout::words) return;
    layout = ArrowLayout::views;
    format = "vu";
    text = into.substr(0, static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()));
    owner = alive;
    offsets.clear();
  }

  void add_words(std::string_view value) {
    if (layout == ArrowLayout::views) return add_fixed(view_of(value));
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
      case ArrowLayout::words:
      case ArrowLayout::views: add_words({}); break;
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
    out.text = text;
    out.owner = owner;
    if (layout == ArrowLayout::words || layout == ArrowLayout::list) out.offsets.push_back(0);
    out.children.reserve(children.size());
    for (ArrowColumn const& child : children) out.children.push_back(child.empty());
    return out;
  }
  /// Makes room for so many values, where their size is known.
  void reserve(std::size_t values) {
    switch (layout) {
      case ArrowLayout::boolean: data.reserve(values / 8 + 1); break;
      case ArrowLayout::fixed: data.reserve(values * width); break;
      case ArrowLayout::words:
      case ArrowLayout::list: offsets.reserve(values + 1); break;
      case ArrowLayout::views: data.reserve(values * sizeof(View)); break;
      case ArrowLayout::structure:
        for (ArrowColumn& child : children) child.reserve(values);
        break;
    }
  }
  [[nodiscard]] std::size_t bytes() const noexcept {
    std::size_t n = data.size() + own.size();
    for (ArrowColumn const& child : children) n += child.bytes();
    return n;
  }

 private:
  /// A view as Arrow has it: up to 12 bytes inline, or 4 of them and where all are.
  struct View {
    std::int32_t size = 0;
    char head[4] = {};
    std::int32_t rest[2] = {};  ///< inline, bytes 5 to 12; else the number of the buffer and the place in it
  };
  [[nodiscard]] View view_of(std::string_view value) {
    View out;
    out.size = checked(value.size());
    if (value.size() <= sizeof out.head + sizeof out.rest) {
      std::copy_n(value.begin(), std::min(value.size(), sizeof out.head), out.head);
      if (value.size() > sizeof out.head)
        std::memcpy(out.rest, value.data() + sizeof out.head, value.size() - sizeof out.head);
      return out;
    }
    std::memcpy(out.head, value.data(), sizeof out.head);
    std::less_equal<> const not_after;  // a total order, also of pointers into different arrays
    if (not_after(text.data(), value.data()) && not_after(value.data() + value.size(), text.data() + text.size())) {
      out.rest[1] = static_cast<std::int32_t>(value.data() - text.data());
    } else {
      out.rest[0] = 1;
      out.rest[1] = checked(own.size() + value.size()) - out.size;
      auto const* const bytes = reinterpret_cast<std::uint8_t const*>(value.data());
      own.insert(own.end(), bytes, bytes + value.size());
    }
    return out;
  }
  void end_at(std::size_t end) { offsets.push_back(checked(end)); }
  static std::int32_t checked(std::size_t end) {
    if (end > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
      throw std::length_error("a batch holds more than 2 GiB of one column; read the input in smaller pieces");
    }
    return static_cast<std::int32_t>(end);
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
