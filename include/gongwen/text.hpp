// gongwen/text.hpp: a repaired text and the way back to the original.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "config.hpp"
#include "detail/pick.hpp"

GONGWEN_BEGIN

/// A half-open range `[begin, end)` of UTF-8 byte offsets into the **decoded original** input: before any repair, a BOM
/// not counted, CR counted, each maximal ill-formed part one U+FFFD. This is the only kind of offset that users see.
///
///   original   全市实现生产总值 41.\r\n1亿元
///   bytes      0                  25  30      38
///   repaired   全市实现生产总值41.1亿元         Span{25, 38} of "41.1亿元": the edits inside it are not lost
struct Span {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;

  [[nodiscard]] constexpr std::uint64_t size() const noexcept { return end - begin; }
  friend constexpr bool operator==(Span const&, Span const&) = default;
};

namespace detail {

/// A half-open range of bytes of the **repaired** buffer. Stages work with these; no conversion to or from Span but by Text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin >= end; }
  friend constexpr bool operator==(Range const&, Range const&) = default;
};

struct Buffer;  // detail/parse/buffer.hpp

}  // namespace detail

/// What kind of repair an edit is.
enum class EditKind : std::uint8_t {
  unwrap,        ///< a line break inside a paragraph, taken out
  page_number,   ///< a page number between lines
  running_head,  ///< a line that is repeated on every page
  line_end,      ///< the CR of a CR LF, or a CR alone
  ocr,           ///< a character that fonts or recognition are known to confuse
  radical,       ///< a Kangxi or CJK radical that stands for its character
  width,         ///< a full-width digit, letter or sign
  space,         ///< white space inside a number or between a number and its unit
  control,       ///< a control or zero-width character
  undecodable,   ///< bytes that the encoding does not allow, now U+FFFD
};
[[nodiscard]] constexpr std::string_view name(EditKind kind) noexcept {
  constexpr std::string_view names[] = {"unwrap",  "page_number", "running_head", "line_end", "ocr",
                                        "radical", "width",       "space",        "control",  "undecodable"};
  return detail::pick(names, kind);
}

/// One repair: the original words at `span` were `before` and read `after` in the repaired text. As short as it can be.
/// The views live as long as any value made from the text.
struct Edit {
  EditKind kind{};
  Span span;
  std::string_view before;
  std::string_view after;
  bool applied = true;  ///< false: a repair that was likely but not sure, so the text was left alone
};

/// The result of `parse`: one repaired UTF-8 buffer, the decoded original and the map between both.
/// A cheap handle: copies share one immutable buffer, which lives as long as any of them or of what was made from them.
/// Threads: const use from any number of threads.
class Text {
 public:
  /// An empty text.
  Text();
  explicit Text(std::shared_ptr<detail::Buffer const> buffer) noexcept : buffer_(std::move(buffer)) {}

  /// The repaired text, valid UTF-8. Paragraphs end with LF.
  [[nodiscard]] std::string_view view() const& noexcept;
  std::string_view view() const&& = delete;
  /// The input as decoded, before any repair, valid UTF-8, without a BOM.
  [[nodiscard]] std::string_view original() const& noexcept;
  std::string_view original() const&& = delete;
  /// All repairs, by position.
  [[nodiscard]] std::span<Edit const> edits() const& noexcept;
  std::span<Edit const> edits() const&& = delete;
  /// The encoding that was used: "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", or the name that the caller gave.
  [[nodiscard]] std::string_view encoding() const& noexcept;
  std::string_view encoding() const&& = delete;

  /// The original span of a range of the repaired buffer; O(log edits). An edit that the range touches is inside it whole.
  [[nodiscard]] Span span(detail::Range range) const noexcept;
  /// The words of the original at a span. A span that is not of this text is cut to it.
  [[nodiscard]] std::string_view slice(Span span) const& noexcept;
  std::string_view slice(Span span) const&& = delete;
  /// The original at `span` with the edits inside it carried out: what the repaired text reads there.
  [[nodiscard]] std::string repaired(Span span) const;

  [[nodiscard]] std::shared_ptr<detail::Buffer const> const& buffer() const noexcept { return buffer_; }

 private:
  std::shared_ptr<detail::Buffer const> buffer_;
};

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/text.hpp"
#endif
