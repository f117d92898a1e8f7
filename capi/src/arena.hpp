// arena.hpp: memory that goes when its document goes.
#pragma once

#include <gongwen.h>

#include <cstring>
#include <memory_resource>
#include <new>
#include <string_view>
#include <type_traits>

namespace gongwen::c {

/// Hands out zeroed arrays and copies of strings, and takes them back all at once.
class Arena {
 public:
  template <class T>
  [[nodiscard]] T* array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (count == 0) return nullptr;
    if (count > static_cast<std::size_t>(-1) / sizeof(T)) throw std::bad_alloc();
    return ::new (memory_.allocate(count * sizeof(T), alignof(T))) T[count]();
  }

  [[nodiscard]] gongwen_string copy(std::string_view text) {
    if (text.empty()) return {nullptr, 0};
    auto* const data = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(data, text.data(), text.size());
    return {data, text.size()};
  }

 private:
  std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace gongwen::c
