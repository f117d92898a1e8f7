// gongwen/detail/stream/window.hpp: the part of a long input that is in memory, decoded.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "../../stream.hpp"
#include "../parse/charset.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads bytes up to whole lines and decodes them. A line feed is one byte in every encoding but UTF-16, where it is a unit
/// at an even place, and never a part of another character.
class Window {
 public:
  Window(Source const& source, ParseOptions const& options) : source_(source), options_(options) {}

  /// Reads until `size` bytes of decoded text are held or the input ends.
  void fill(std::size_t size) {
    while (!ended_ && text_.size() < size) read(std::max(size - text_.size(), least));
  }
  /// Forgets the first `bytes` of the text.
  void drop(std::size_t bytes) {
    text_.erase(0, bytes);
    auto const kept = std::lower_bound(broken_.begin(), broken_.end(), bytes);
    broken_.erase(broken_.begin(), kept);
    for (std::size_t& at : broken_) at -= bytes;
  }

  [[nodiscard]] bool ended() const noexcept { return ended_; }
  [[nodiscard]] std::string const& text() const noexcept { return text_; }
  [[nodiscard]] std::vector<std::size_t> const& broken() const noexcept { return broken_; }
  [[nodiscard]] std::string const& encoding() const noexcept { return encoding_; }

 private:
  static constexpr std::size_t least = std::size_t{1} << 16U;

  void read(std::size_t size) {
    std::size_t const old = raw_.size();
    raw_.resize(old + size);
    std::size_t got = 0;
    while (got < size) {
      std::size_t const n = source_(raw_.data() + old + got, size - got);
      if (n == 0) {
        ended_ = true;
        break;
      }
      got += std::min(n, size - got);
    }
    raw_.resize(old + got);
    if (raw_.size() > options_.max_bytes) {
      throw error(error_code::too_large, consumed_ + options_.max_bytes,
                  "a line of the input is longer than max_bytes; split it, or raise the limit");
    }
    if (encoding_.empty()) find_encoding();
    std::size_t const whole = ended_ ? raw_.size() : lines_end();
    if (whole != 0) decode_part(whole);
  }
  /// By the first lines. What cuts them in the midst of a character of UTF-16 does not hide what they are.
  void find_encoding() {
    std::size_t const line = raw_.rfind('\n');
    if (raw_.empty() || (line == std::string::npos && !ended_)) return;
    std::string_view const lines = std::string_view(raw_).substr(0, ended_ ? raw_.size() : line + 1);
    encoding_ = encoding_of(lines, options_.encoding).name;
    bool const units = encoding_.substr(0, 6) == "UTF-16" || encoding_.substr(0, 6) == "UTF-32";
    if (units && encoding_ != "UTF-16LE" && encoding_ != "UTF-16BE") {
      throw error(error_code::unsupported, 0,
                  "an input in " + encoding_ + " can't be read in pieces; name UTF-16LE or UTF-16BE, or convert it");
    }
  }
  /// Where the last whole line ends; 0 when there is none.
  [[nodiscard]] std::size_t lines_end() const noexcept {
    bool const big = encoding_ == "UTF-16BE";
    if (!big && encoding_ != "UTF-16LE") {
      std::size_t const line = raw_.rfind('\n');
      return line == std::string::npos ? 0 : line + 1;
    }
    for (std::size_t end = raw_.size() / 2 * 2; end >= 2; end -= 2) {
      if (raw_[end - (big ? 1 : 2)] == '\n' && raw_[end - (big ? 2 : 1)] == '\0') return end;
    }
    return 0;
  }
  void decode_part(std::size_t bytes) {
    Decoded part;
    try {
      part = decode(std::string_view(raw_).substr(0, bytes), encoding_.empty() ? options_.encoding : encoding_,
                    options_.strict);
    } catch (error const& e) {
      throw error(e.code(), e.offset() + consumed_, e.what());
    }
    for (std::size_t const at : part.broken) broken_.push_back(text_.size() + at);
    text_ += part.text;
    raw_.erase(0, bytes);
    consumed_ += bytes;
  }

  Source const& source_;
  ParseOptions const& options_;
  std::string raw_;  ///< bytes after the last whole line
  std::string text_, encoding_;
  std::vector<std::size_t> broken_;  ///< ill-formed parts in `text_`
  std::uint64_t consumed_ = 0;
  bool ended_ = false;
};

}  // namespace detail

GONGWEN_END
