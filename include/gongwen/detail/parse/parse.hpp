// gongwen/detail/parse/parse.hpp: the first stage, bytes to text.
#pragma once

#include <memory>
#include <utility>

#include "../../lexicon.hpp"
#include "../../parse.hpp"
#include "../pieces.hpp"
#include "buffer.hpp"
#include "characters.hpp"
#include "charset.hpp"
#include "unwrap.hpp"

GONGWEN_BEGIN

namespace detail {

/// Repairs a decoded text, line by line and in each line character by character.
class TextRepair {
 public:
  TextRepair(Buffer& buffer, std::vector<std::size_t> const& broken, ParseOptions const& options,
             LexiconData const& lexicon, WrapBand const* known_band = nullptr)
      : text_(buffer.original),
        broken_(broken),
        out_(buffer),
        line_ends_(options.line_ends),
        characters_(buffer.original, lexicon, options),
        lines_(lines_of(buffer.original, lexicon)),
        plan_(plan_lines(buffer.original, lines_, options.unwrap, options.page_numbers, lexicon, known_band)) {}

  void run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      LineShape const& line = lines_[i];
      std::size_t const next = i + 1 < lines_.size() ? lines_[i + 1].begin : text_.size();
      if (Furniture const furniture = plan_[i].furniture; furniture != Furniture::none) {
        // The words go, their break stays: an empty line between two paragraphs, nothing inside a joined one.
        bool const number = furniture == Furniture::page_number;
        characters(line.text_begin);
        out_.replace(number ? EditKind::page_number : EditKind::running_head, line.text_end, {});
        if (joining_)
          swallow(next);
        else
          finish_line(line, next);
        continue;
      }
      if (line.blank() && joining_) {
        swallow(next);
        continue;
      }
      if (joining_) {
        swallow(line.text_begin);
        joining_ = false;
      }
      characters(line.text_end);
      if (plan_[i].join) {
        joining_ = true;
        if (plan_[i].space)
          keep_one_space(next);
        else
          swallow(next);
        continue;
      }
      finish_line(line, next);
    }
    out_.finish();
  }

 private:
  void swallow(std::size_t to) {
    if (to > out_.at()) out_.replace(EditKind::unwrap, to, {});
  }
  void keep_one_space(std::size_t to) { out_.replace(EditKind::unwrap, to, " "); }

  /// White space at the end of a line and the line break: LF stays, CR goes.
  void finish_line(LineShape const& line, std::size_t next) {
    characters(line.end);
    if (line_ends_ && next > line.end && text_[line.end] == '\r') {
      bool const pair = next - line.end == 2;
      out_.replace(EditKind::line_end, line.end + 1, pair ? std::string_view() : std::string_view("\n"));
    }
    out_.keep(next);
  }

  void characters(std::size_t to) {
    for (std::size_t i = out_.at();;) {
      i = characters_.next(i, to);
      if (i >= to) break;
      if (next_broken_ < broken_.size() && broken_[next_broken_] <= i) {
        bool const here = broken_[next_broken_] == i;
        ++next_broken_;
        if (!here) continue;
        out_.keep(i);
        out_.replace(EditKind::undecodable, i + replacement.size(), replacement);
        i = out_.at();
        continue;
      }
      auto const repair = characters_.at(i);
      if (repair && repair->end <= to) {
        out_.keep(repair->begin);
        if (repair->sure)
          out_.replace(repair->kind, repair->end, repair->after);
        else
          out_.suggest(repair->kind, repair->end, repair->after);
        i = out_.at();
      } else {
        i += char_size(text_, i);
      }
    }
    out_.keep(to);
  }

  std::string_view text_;
  std::vector<std::size_t> const& broken_;
  std::size_t next_broken_ = 0;
  Repairer out_;
  bool line_ends_;
  CharacterRepairs characters_;
  std::vector<LineShape> lines_;
  std::vector<LinePlan> plan_;
  bool joining_ = false;
};

inline constexpr std::uint64_t most_bytes = 0xffff0000U;

}  // namespace detail

GONGWEN_INLINE Text detail::parse_piece(std::string original, std::string encoding,
                                        std::vector<std::size_t> const& broken, ParseOptions const& options,
                                        std::optional<WrapBand>& band) {
  Lexicon const lexicon = options.lexicon != nullptr ? *options.lexicon : Lexicon::builtin();
  auto buffer = std::make_shared<Buffer>();
  buffer->original = std::move(original);
  buffer->encoding = std::move(encoding);
  if (!band) band = wrap_band(buffer->original, lines_of(buffer->original, lexicon.data()));
  TextRepair(*buffer, broken, options, lexicon.data(), &*band).run();
  return Text(std::move(buffer));
}

GONGWEN_INLINE Text parse(std::string_view bytes, ParseOptions const& options) {
  std::uint64_t const limit = std::min(options.max_bytes, detail::most_bytes);
  auto const refuse = [&](std::uint64_t size) {
    throw error(error_code::too_large, limit,
                "the input has " + std::to_string(size) + " bytes, more than max_bytes (" + std::to_string(limit) +
                    "); split it, or raise the limit (up to 4294901760)");
  };
  if (bytes.size() > limit) refuse(bytes.size());
  Lexicon const lexicon = options.lexicon != nullptr ? *options.lexicon : Lexicon::builtin();
  detail::Decoded decoded = detail::decode(bytes, options.encoding, options.strict);
  if (decoded.text.size() > detail::most_bytes) refuse(decoded.text.size());
  auto buffer = std::make_shared<detail::Buffer>();
  buffer->original = std::move(decoded.text);
  buffer->encoding = std::move(decoded.encoding);
  detail::TextRepair(*buffer, decoded.broken, options, lexicon.data()).run();
  return Text(std::move(buffer));
}

GONGWEN_INLINE Text parse(std::span<std::byte const> bytes, ParseOptions const& options) {
  return parse(std::string_view(reinterpret_cast<char const*>(bytes.data()), bytes.size()), options);
}

GONGWEN_END
