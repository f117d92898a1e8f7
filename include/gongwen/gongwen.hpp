// gongwen/gongwen.hpp: the whole pipeline.
//
//   auto records = gongwen::parse(bytes) | gongwen::segment() | gongwen::extract();
//   for (gongwen::Indicator const& i : records.indicators()) use(i.name, i.value);
//   auto findings = records | gongwen::check();
//
// Each stage is a plain function from one value to the next; `|` is sugar for the call, with the options in the
// parentheses: `outline | extract({.reference_date = date})`.
#pragma once

#include "arrow.hpp"
#include "check.hpp"
#include "chunk.hpp"
#include "compare.hpp"
#include "config.hpp"
#include "csv.hpp"
#include "decimal.hpp"
#include "error.hpp"
#include "extract.hpp"
#include "findings.hpp"
#include "lexicon.hpp"
#include "outline.hpp"
#include "parse.hpp"
#include "records.hpp"
#include "review.hpp"
#include "segment.hpp"
#include "stream.hpp"
#include "text.hpp"
#include "units.hpp"
#include "write.hpp"

GONGWEN_BEGIN

namespace detail {

/// A stage with its options, waiting for its input.
template <class Options, class In, class Out, Out (*function)(In, Options const&)>
struct Stage {
  Options options;

  friend Out operator|(In input, Stage const& stage) { return function(std::move(input), stage.options); }
};

}  // namespace detail

using SegmentStage = detail::Stage<SegmentOptions, Text, Outline, &segment>;
using ExtractStage = detail::Stage<ExtractOptions, Outline, Records, &extract>;
using CheckStage = detail::Stage<CheckOptions, Records, Findings, &check>;

[[nodiscard]] inline SegmentStage segment(SegmentOptions const& options = {}) { return {options}; }
[[nodiscard]] inline ExtractStage extract(ExtractOptions const& options = {}) { return {options}; }
[[nodiscard]] inline CheckStage check(CheckOptions const& options = {}) { return {options}; }

GONGWEN_END
