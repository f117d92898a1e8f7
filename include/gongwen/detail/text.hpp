// gongwen/detail/text.hpp: the members of Text.
#pragma once

#include <algorithm>
#include <iterator>

#include "../text.hpp"
#include "parse/buffer.hpp"

GONGWEN_BEGIN

GONGWEN_INLINE Text::Text() : buffer_(std::make_shared<detail::Buffer const>()) {}

GONGWEN_INLINE std::string_view Text::view() const& noexcept {
  return buffer_->same ? buffer_->original : buffer_->repaired;
}
GONGWEN_INLINE std::string_view Text::original() const& noexcept { return buffer_->original; }
GONGWEN_INLINE std::span<Edit const> Text::edits() const& noexcept { return buffer_->edits; }
GONGWEN_INLINE std::string_view Text::encoding() const& noexcept { return buffer_->encoding; }

GONGWEN_INLINE Span Text::span(detail::Range range) const noexcept {
  auto const& shifts = buffer_->shifts;
  // The last edit that begins at or before `begin`: text taken out just there belongs to what came before.
  auto const after = std::upper_bound(shifts.begin(), shifts.end(), range.begin,
                                      [](std::uint32_t at, detail::Shift const& s) { return at < s.begin; });
  Span out{range.begin, range.end};
  if (after != shifts.begin()) {
    detail::Shift const& s = *std::prev(after);
    out.begin = range.begin < s.end ? s.from : s.to + (range.begin - s.end);
  }
  if (range.empty()) return {out.begin, out.begin};
  // The last edit that begins before `end`: text taken out just there belongs to what comes after.
  auto const before = std::lower_bound(shifts.begin(), shifts.end(), range.end,
                                       [](detail::Shift const& s, std::uint32_t at) { return s.begin < at; });
  if (before != shifts.begin()) {
    detail::Shift const& s = *std::prev(before);
    out.end = range.end <= s.end ? s.to : s.to + (range.end - s.end);
  }
  return out;
}

GONGWEN_INLINE std::string_view Text::slice(Span span) const& noexcept {
  std::string_view const all = original();
  std::uint64_t const begin = std::min<std::uint64_t>(span.begin, all.size());
  std::uint64_t const end = std::clamp<std::uint64_t>(span.end, begin, all.size());
  return all.substr(begin, end - begin);
}

GONGWEN_INLINE std::string Text::repaired(Span span) const {
  std::string out;
  std::uint64_t at = span.begin;
  auto const edits = this->edits();
  auto edit = std::lower_bound(edits.begin(), edits.end(), span.begin,
                               [](Edit const& e, std::uint64_t begin) { return e.span.begin < begin; });
  for (; edit != edits.end() && edit->span.end <= span.end; ++edit) {
    if (!edit->applied) continue;
    out += slice({at, edit->span.begin});
    out += edit->after;
    at = edit->span.end;
  }
  out += slice({at, span.end});
  return out;
}

GONGWEN_END
