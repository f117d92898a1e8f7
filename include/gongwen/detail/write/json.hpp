// gongwen/detail/write/json.hpp: values of records as JSON.
#pragma once

#include <fmt/format.h>

#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "../fields.hpp"
#include "offsets.hpp"

GONGWEN_BEGIN

namespace detail {

using Out = fmt::memory_buffer;

inline void put(Out& out, std::string_view s) { out.append(s.data(), s.data() + s.size()); }

inline void put_string(Out& out, std::string_view s) {
  out.push_back('"');
  std::size_t kept = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    auto const c = static_cast<unsigned char>(s[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    put(out, s.substr(kept, i - kept));
    kept = i + 1;
    switch (c) {
      case '"': put(out, "\\\""); break;
      case '\\': put(out, "\\\\"); break;
      case '\n': put(out, "\\n"); break;
      case '\r': put(out, "\\r"); break;
      case '\t': put(out, "\\t"); break;
      default: put(out, c < 0x10 ? "\\u000" : "\\u001"); out.push_back("0123456789abcdef"[c & 0xfU]);
    }
  }
  put(out, s.substr(kept));
  out.push_back('"');
}

template <class Integer>
void put_integer(Out& out, Integer v) {
  fmt::format_int const digits(v);
  out.append(digits.data(), digits.data() + digits.size());
}

/// Appends what fmt::format says, which stands compiled in fmt's library: fmt::format_to would compile all of fmt's formatting
/// into each unit that calls it, seconds of compile time.
template <class... Args>
void put_format(Out& out, fmt::format_string<Args...> pattern, Args&&... args) {
  put(out, fmt::format(pattern, std::forward<Args>(args)...));
}

/// What is added to ids and offsets of a piece of a longer text; ids count modulo 2^32, so earlier ones can be named too.
struct Bases {
  std::uint32_t ids[record_types] = {};
  std::uint64_t offset = 0;
};

/// Writes fields of one object: a visitor for Fields<>::each. What has no value is left out.
class JsonFields {
 public:
  JsonFields(Out& out, OffsetIndex const& offsets, bool strings, Bases const* bases = nullptr)
      : out_(out), offsets_(offsets), strings_(strings), bases_(bases) {}

  void operator()(std::string_view name, std::string_view v) {
    if (v.empty()) return;
    key(name);
    put_string(out_, v);
  }
  void operator()(std::string_view name, std::string const& v) { (*this)(name, std::string_view(v)); }
  void operator()(std::string_view name, bool v) {
    // `applied` is left out when true, every other flag when false
    if (v == (name == "applied")) return;
    key(name);
    put(out_, v ? "true" : "false");
  }
  void operator()(std::string_view name, Span v) {
    key(name);
    out_.push_back('[');
    std::uint64_t const base = bases_ != nullptr ? bases_->offset : 0;
    put_integer(out_, offsets_(v.begin) + base);
    out_.push_back(',');
    put_integer(out_, offsets_(v.end) + base);
    out_.push_back(']');
  }
  void operator()(std::string_view name, Decimal const& v) {
    key(name);
    number(v);
  }
  void operator()(std::string_view name, Date const& v) {
    key(name);
    put_string(out_, v.to_string());
  }
  void operator()(std::string_view name, int v) {
    key(name);
    put_integer(out_, v);
  }
  void operator()(std::string_view name, std::uint64_t v) {
    key(name);
    put_integer(out_, v);
  }
  void operator()(std::string_view name, NodeIndex v) {
    if (v == no_node) return;
    key(name);
    id(RecordType::node, v);
  }
  void operator()(std::string_view name, Ref v) {
    key(name);
    id(v.type, v.index);
  }
  void operator()(std::string_view name, Fraction v) {
    key(name);
    out_.push_back('[');
    put_integer(out_, v.numerator);
    out_.push_back(',');
    put_integer(out_, v.denominator);
    out_.push_back(']');
  }
  void operator()(std::string_view name, std::vector<Decimal> const& v) {
    list(name, v, [this](Decimal const& d) { number(d); });
  }
  void operator()(std::string_view name, std::vector<NodeIndex> const& v) {
    list(name, v, [this](NodeIndex n) { id(RecordType::node, n); });
  }
  void operator()(std::string_view name, std::vector<std::string_view> const& v) {
    list(name, v, [this](std::string_view s) { put_string(out_, s); });
  }
  template <class T>
  requires requires(T const& t, JsonFields& f) { Fields<T>::each(t, f); }
  void operator()(std::string_view name, std::vector<T> const& v) {
    list(name, v, [this](T const& part) { object(part); });
  }
  template <class T>
  void operator()(std::string_view name, std::optional<T> const& v) {
    if (v) (*this)(name, *v);
  }
  template <class T>
  requires std::is_enum_v<T>
  void operator()(std::string_view name, T v) { (*this)(name, word_of(v)); }
  template <class T>
  requires requires(T const& t, JsonFields& f) { Fields<T>::each(t, f); }
  void operator()(std::string_view name, T const& v) {
    key(name);
    object(v);
  }

  void key(std::string_view name) {
    if (any_) out_.push_back(',');
    any_ = true;
    out_.push_back('"');
    put(out_, name);
    put(out_, "\":");
  }
  void id(RecordType type, std::uint32_t index) {
    out_.push_back('"');
    out_.push_back(id_letter(type));
    if (bases_ != nullptr) index += bases_->ids[static_cast<std::size_t>(type)];
    put_integer(out_, std::uint64_t{index} + 1);
    out_.push_back('"');
  }

 private:
  template <class T>
  void object(T const& v) {
    out_.push_back('{');
    JsonFields inner(out_, offsets_, strings_, bases_);
    Fields<T>::each(v, inner);
    out_.push_back('}');
  }
  template <class List, class F>
  void list(std::string_view name, List const& v, F&& each) {
    if (v.empty()) return;
    key(name);
    out_.push_back('[');
    bool first = true;
    for (auto const& x : v) {
      if (!first) out_.push_back(',');
      first = false;
      each(x);
    }
    out_.push_back(']');
  }
  void number(Decimal const& v) {
    char buffer[Decimal::max_chars];
    std::size_t const n = v.write(buffer);
    if (strings_) out_.push_back('"');
    out_.append(buffer, buffer + n);
    if (strings_) out_.push_back('"');
  }

  Out& out_;
  OffsetIndex const& offsets_;
  bool strings_;
  Bases const* bases_;
  bool any_ = false;
};

}  // namespace detail

GONGWEN_END
