// gongwen/chunk.hpp: an outline cut into pieces for search and retrieval.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outline.hpp"
#include "write.hpp"

GONGWEN_BEGIN

struct ChunkOptions {
  std::uint32_t max_chars = 800;  ///< code points of `text`; 0 counts as 1
};

/// A piece of the text that stands by itself. Views live as long as the `Chunks` it is in.
struct Chunk {
  std::vector<std::string_view> path;  ///< titles from the article down, then caption and heads of a table cut in two
  NodeIndex first = no_node;           ///< the first of its nodes that holds words of its own
  NodeIndex last = no_node;
  std::string_view text;  ///< the repaired words
  bool oversize = false;  ///< one sentence, heading or row of a table that is longer than `max_chars`
  Span span;
  detail::Range range;  ///< the same in the repaired buffer
};

/// The result of `chunks`. Copies share the outline's text.
class Chunks {
 public:
  Chunks() = default;
  Chunks(Outline outline, std::vector<Chunk> list, std::shared_ptr<std::deque<std::string> const> words) noexcept
      : outline_(std::move(outline)), list_(std::move(list)), words_(std::move(words)) {}

  [[nodiscard]] Outline const& outline() const& noexcept { return outline_; }
  Outline const& outline() const&& = delete;
  [[nodiscard]] std::span<Chunk const> list() const& noexcept { return list_; }
  std::span<Chunk const> list() const&& = delete;

 private:
  Outline outline_;
  std::vector<Chunk> list_;
  std::shared_ptr<std::deque<std::string> const> words_;  ///< titles that were put together
};

/// Cuts an outline into chunks of at most `max_chars`, whole parts first: a heading with all below it, then its
/// paragraphs, then sentences. Every character but those of boilerplate and the white space between chunks is in one
/// chunk; none reaches over two articles. A sentence is never split: one that is longer is a chunk of its own, marked
/// `oversize`. A table is split between its rows.
/// @param outline  kept alive by the chunks.
/// Offsets: spans in the decoded original, as everywhere. Errors: none. Threads: shares nothing. Cost: O(n). Since 0.1.
[[nodiscard]] Chunks chunks(Outline outline, ChunkOptions const& options = {});

/// Writes a document line and then a `chunk` line each (SCHEMA.md), or as a table the paths and texts.
/// Of the options, `offsets`, `format` and `source` count. CSV is the table of `write_csv`; `write_arrow` is in arrow.hpp.
/// @throws what the sink throws.
void write(Chunks const& chunks, WriteOptions const& options, Sink const& sink);

/// The chunks as a table of CSV, in the manner of csv.hpp: each row begins with `source` and `id`.
/// @param head  false leaves the names of the columns out, to append to a table
/// @throws what the sink throws. Threads: shares nothing. Cost: O(output). Since 0.1.
void write_csv(Chunks const& chunks, WriteOptions const& options, Sink const& sink, bool head = true);

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/segment/chunks.hpp"
#include "detail/write/chunks.hpp"
#endif
