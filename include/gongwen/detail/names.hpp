// gongwen/detail/names.hpp: the words of SCHEMA.md for the values of every enumeration.
#pragma once

#include "../findings.hpp"
#include "../write.hpp"

GONGWEN_BEGIN

namespace detail {
template <class Enum, std::size_t n>
constexpr std::string_view pick(std::string_view const (&names)[n], Enum value) noexcept {
  auto const i = static_cast<std::size_t>(value);
  return i < n ? names[i] : std::string_view();
}
}  // namespace detail

GONGWEN_INLINE std::string_view name(EditKind kind) noexcept {
  static constexpr std::string_view names[] = {"unwrap", "page_number", "running_head", "line_end", "ocr",
                                               "radical", "width", "space", "control", "undecodable"};
  return detail::pick(names, kind);
}
GONGWEN_INLINE std::string_view name(NodeKind kind) noexcept {
  static constexpr std::string_view names[] = {"article", "title", "note", "salutation", "heading", "paragraph",
                                               "item", "sentence", "table", "row", "cell", "boilerplate"};
  return detail::pick(names, kind);
}
GONGWEN_INLINE std::string_view name(NodeRole role) noexcept {
  static constexpr std::string_view names[] = {"", "issuer", "number", "addressee", "date", "signature", "occasion",
                                               "caption"};
  return detail::pick(names, role);
}
GONGWEN_INLINE std::string_view name(Mod mod) noexcept {
  static constexpr std::string_view names[] = {"", "about", "over", "under", "nearly", "at_least", "at_most"};
  return detail::pick(names, mod);
}
GONGWEN_INLINE std::string_view name(Dimension dimension) noexcept {
  static constexpr std::string_view names[] = {"", "money", "ratio", "multiple", "count", "area", "length", "mass",
                                               "volume", "energy", "power", "voltage", "temperature", "time", "other"};
  return detail::pick(names, dimension);
}
GONGWEN_INLINE std::string_view name(TimeKind kind) noexcept {
  static constexpr std::string_view names[] = {"date", "period", "duration", "set"};
  return detail::pick(names, kind);
}
GONGWEN_INLINE std::string_view name(TimeMod mod) noexcept {
  static constexpr std::string_view names[] = {"", "before", "after", "by", "around"};
  return detail::pick(names, mod);
}
GONGWEN_INLINE std::string_view name(RecordType type) noexcept {
  static constexpr std::string_view names[] = {"document", "edit", "node", "quantity", "ratio",
                                               "rank", "time", "indicator", "finding"};
  return detail::pick(names, type);
}
GONGWEN_INLINE std::string_view name(Status status) noexcept {
  static constexpr std::string_view names[] = {"actual", "estimate", "target", "plan"};
  return detail::pick(names, status);
}
GONGWEN_INLINE std::string_view name(Basis basis) noexcept {
  static constexpr std::string_view names[] = {"yoy", "mom", "year_start", "target", "peer", "since"};
  return detail::pick(names, basis);
}
GONGWEN_INLINE std::string_view name(Direction direction) noexcept {
  static constexpr std::string_view names[] = {"up", "down", "flat"};
  return detail::pick(names, direction);
}
GONGWEN_INLINE std::string_view name(Severity severity) noexcept {
  static constexpr std::string_view names[] = {"error", "warning", "info"};
  return detail::pick(names, severity);
}
GONGWEN_INLINE std::string_view name(OffsetUnit unit) noexcept {
  static constexpr std::string_view names[] = {"codepoint", "utf8", "utf16"};
  return detail::pick(names, unit);
}

GONGWEN_END
