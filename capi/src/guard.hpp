// guard.hpp: the edge between C and C++. Every function that can fail runs its body here, so nothing is thrown past it.
#pragma once

#include <gongwen.h>

#include <algorithm>
#include <cstring>
#include <gongwen/error.hpp>
#include <new>
#include <stdexcept>
#include <string_view>

namespace gongwen::c {

/// An argument that is refused; `message` has static storage.
struct Refused {
  gongwen_status code;
  char const* message;
};

/// Fills the caller's error, if there is one, and returns the code. Takes no memory; a message is cut between characters.
inline gongwen_status report(gongwen_error* error, gongwen_status code, std::uint64_t offset,
                             std::string_view message) noexcept {
  if (error == nullptr) return code;
  std::size_t size = std::min(message.size(), sizeof error->message - 1);
  if (size < message.size()) {
    while (size > 0 && (static_cast<unsigned char>(message[size]) & 0xc0U) == 0x80U) --size;
  }
  error->code = code;
  error->offset = offset;
  std::memcpy(error->message, message.data(), size);
  error->message[size] = '\0';
  return code;
}

template <class Body>
gongwen_status guard(gongwen_error* error, Body&& body) noexcept {
  try {
    body();
    return report(error, GONGWEN_OK, 0, std::string_view(""));
  } catch (gongwen::error const& e) {
    return report(error, static_cast<gongwen_status>(e.code()), e.offset(), e.what());
  } catch (Refused const& e) {
    return report(error, e.code, 0, e.message);
  } catch (std::bad_alloc const&) {
    return report(error, GONGWEN_NO_MEMORY, 0, "out of memory; read a smaller input, or lower max_bytes");
  } catch (std::length_error const&) {
    return report(error, GONGWEN_NO_MEMORY, 0, "more memory asked for than there can be; read a smaller input");
  } catch (std::exception const& e) {
    return report(error, GONGWEN_INTERNAL, 0, e.what());
  } catch (...) {
    return report(error, GONGWEN_INTERNAL, 0, "a fault of the library; please report it with the input");
  }
}

/// `out` is where a result goes: it must be there, and is empty until there is one.
template <class T>
void prepare(T** out) {
  if (out == nullptr)
    throw Refused{GONGWEN_INVALID_ARGUMENT, "the out-parameter is NULL; pass the address of a pointer"};
  *out = nullptr;
}

/// The same where the caller owns what a document fills. `missing` is said where there is nothing to fill.
template <class T>
void prepare(T* out, gongwen_document const* document, char const* missing) {
  if (out == nullptr) throw Refused{GONGWEN_INVALID_ARGUMENT, missing};
  *out = {};
  if (document == nullptr) throw Refused{GONGWEN_INVALID_ARGUMENT, "document is NULL"};
}

/// The caller's options as this library knows them: what an older caller left out is zero, and zero is the default.
template <class Options>
Options known(Options const* given) {
  Options options{};
  if (given == nullptr) return options;
  std::size_t size = 0;
  std::memcpy(&size, given, sizeof size);
  if (size < sizeof size) {
    throw Refused{GONGWEN_INVALID_ARGUMENT, "struct_size of the options is not set; begin with the _INIT macro"};
  }
  std::memcpy(&options, given, std::min(size, sizeof options));
  auto const* const bytes = reinterpret_cast<unsigned char const*>(given);
  if (size > sizeof options &&
      std::any_of(bytes + sizeof options, bytes + size, [](unsigned char b) { return b != 0; })) {
    throw Refused{GONGWEN_UNSUPPORTED, "the options are newer than this library and one that it lacks is set"};
  }
  return options;
}

/// A value of an enumeration in the options, at most `last`.
template <class Enum>
Enum checked(Enum value, Enum last) {
  if (value < Enum{} || value > last)
    throw Refused{GONGWEN_UNSUPPORTED, "an option has a value that this library lacks"};
  return value;
}

/// Bits in the options, none outside `all`.
inline std::uint64_t checked_bits(std::uint64_t bits, std::uint64_t all) {
  if ((bits & ~all) != 0) throw Refused{GONGWEN_UNSUPPORTED, "the options have a flag that this library lacks"};
  return bits;
}

}  // namespace gongwen::c
