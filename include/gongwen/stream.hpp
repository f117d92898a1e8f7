// gongwen/stream.hpp: the pipeline for input that is larger than memory, article by article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "check.hpp"
#include "extract.hpp"
#include "parse.hpp"
#include "segment.hpp"
#include "write.hpp"

GONGWEN_BEGIN

/// Gives the next bytes of the input: fills at most `size` of them and returns how many; 0 at the end.
using Source = std::function<std::size_t(char* buffer, std::size_t size)>;

/// How far `stream` goes.
enum class StreamStage : std::uint8_t { parse, segment, extract, check };

struct StreamOptions {
  StreamStage stage = StreamStage::check;
  ParseOptions parse;  ///< `max_bytes` bounds what is held at a time, not the input
  SegmentOptions segment;
  ExtractOptions extract;
  CheckOptions check;
  WriteOptions write;                          ///< `format` must be jsonl
  std::size_t window = std::size_t{4} << 20U;  ///< bytes read ahead; more only while one article is longer
};

/// Reads the input article by article and writes the records of reading it whole, in the same order but for `document`,
/// which comes last. Memory holds one window and the longest article; the groups of records that have to wait for the
/// edits before them lie in temporary files.
/// What is found once for the whole text is found in the first window: the encoding and how wide wrapped lines are. The
/// head that pages repeat is found window by window. Limits hold for each article. Rules that compare articles see markers
/// alone.
/// @throws error   what the stages throw; `too_large` when a single article passes `parse.max_bytes`; `unsupported` for
///                 UTF-16 named without its order, for UTF-32 and for other formats than jsonl; `io` when a temporary
///                 file can't be used. What source and sink throw passes through.
/// Threads: shares nothing. Cost: O(n). Since 0.1.
void stream(Source const& source, StreamOptions const& options, Sink const& sink);

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "detail/stream/stream.hpp"
#endif
