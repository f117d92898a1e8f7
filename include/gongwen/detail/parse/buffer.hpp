// gongwen/detail/parse/buffer.hpp: what a Text shares: both texts, the edits and the map between them.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "../../text.hpp"
#include "../characters/utf8.hpp"

GONGWEN_BEGIN

namespace detail {

/// An applied edit as the map sees it: where it stands in the repaired buffer and in the original.
struct Shift {
  std::uint32_t begin = 0;  // repaired
  std::uint32_t end = 0;
  std::uint64_t from = 0;  // original
  std::uint64_t to = 0;
};

struct Buffer {
  std::string original;
  std::string repaired;  // unused while `same`: most inputs that need no repair hold their text once
  bool same = true;
  std::string encoding = "UTF-8";
  std::vector<Edit> edits;
  std::vector<Shift> shifts;
  std::vector<std::unique_ptr<std::string>> arena;  // `after` of edits that were not applied
};

/// Writes the repaired text of a buffer from left to right, and the edits as it goes.
class Repairer {
 public:
  explicit Repairer(Buffer& buffer) : buffer_(buffer) {}

  /// The original as far as `to` is right as it stands.
  void keep(std::size_t to) {
    if (to <= at_) return;
    if (!buffer_.same) buffer_.repaired.append(buffer_.original, at_, to - at_);
    at_ = to;
  }
  /// The original from here to `to` reads `after`.
  void replace(EditKind kind, std::size_t to, std::string_view after) {
    if (buffer_.same) {
      buffer_.same = false;
      buffer_.repaired.reserve(buffer_.original.size());
      buffer_.repaired.assign(buffer_.original, 0, at_);
    }
    auto const begin = static_cast<std::uint32_t>(buffer_.repaired.size());
    buffer_.repaired += after;
    buffer_.shifts.push_back({begin, static_cast<std::uint32_t>(buffer_.repaired.size()), at_, to});
    buffer_.edits.push_back({kind, {at_, to}, {}, {}, true});
    at_ = to;
  }
  /// The original from here to `to` might read `after`, but that is not sure: said, not done.
  void suggest(EditKind kind, std::size_t to, std::string_view after) {
    buffer_.arena.push_back(std::make_unique<std::string>(after));
    buffer_.edits.push_back({kind, {at_, to}, {}, *buffer_.arena.back(), false});
    keep(to);
  }
  /// The rest stands as it is. Views into the texts can be made now that these no longer move.
  void finish() {
    keep(buffer_.original.size());
    std::string_view const original = buffer_.original;
    std::string_view const repaired = buffer_.same ? original : std::string_view(buffer_.repaired);
    std::size_t shift = 0;
    for (Edit& edit : buffer_.edits) {
      edit.before = original.substr(edit.span.begin, edit.span.size());
      if (!edit.applied) continue;
      Shift const& s = buffer_.shifts[shift++];
      edit.after = repaired.substr(s.begin, s.end - s.begin);
    }
  }
  [[nodiscard]] std::size_t at() const noexcept { return at_; }

 private:
  Buffer& buffer_;
  std::size_t at_ = 0;
};

}  // namespace detail

GONGWEN_END
