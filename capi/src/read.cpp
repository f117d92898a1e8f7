// read.cpp: from bytes to a document, by the stages that were asked for.
#include <memory>

#include "guard.hpp"
#include "handle.hpp"

namespace gongwen::c {

namespace {

constexpr std::uint64_t all_flags = GONGWEN_FLAG_STRICT | GONGWEN_FLAG_IMPLIED | GONGWEN_FLAG_KEEP_LINES |
                                    GONGWEN_FLAG_KEEP_PAGE_NUMBERS | GONGWEN_FLAG_KEEP_CHARACTERS |
                                    GONGWEN_FLAG_KEEP_SPACES | GONGWEN_FLAG_MENTIONS_ONLY | GONGWEN_FLAG_KEEP_WIDTH |
                                    GONGWEN_FLAG_KEEP_RADICALS | GONGWEN_FLAG_KEEP_CONFUSIONS |
                                    GONGWEN_FLAG_KEEP_CONTROLS | GONGWEN_FLAG_KEEP_LINE_ENDS;

/// The options of every stage, out of the one struct of C.
struct Plan {
  explicit Plan(gongwen_options const& o) {
    auto const flags = checked_bits(o.flags, all_flags);
    auto const has = [flags](gongwen_flag flag) { return (flags & static_cast<std::uint64_t>(flag)) != 0; };
    Lexicon const* const lexicon = o.lexicon != nullptr ? &o.lexicon->lexicon : nullptr;

    if (o.encoding != nullptr) parse.encoding = o.encoding;
    parse.strict = has(GONGWEN_FLAG_STRICT);
    if (o.max_bytes > parse.max_bytes) {
      throw Refused{GONGWEN_INVALID_ARGUMENT, "max_bytes is beyond 2^32 - 2^16, the most that can be read"};
    }
    if (o.max_bytes != 0) parse.max_bytes = o.max_bytes;
    parse.unwrap = !has(GONGWEN_FLAG_KEEP_LINES);
    parse.page_numbers = !has(GONGWEN_FLAG_KEEP_PAGE_NUMBERS);
    parse.characters = !has(GONGWEN_FLAG_KEEP_CHARACTERS);
    parse.width = !has(GONGWEN_FLAG_KEEP_WIDTH);
    parse.radicals = !has(GONGWEN_FLAG_KEEP_RADICALS);
    parse.confusions = !has(GONGWEN_FLAG_KEEP_CONFUSIONS);
    parse.spaces = !has(GONGWEN_FLAG_KEEP_SPACES);
    parse.controls = !has(GONGWEN_FLAG_KEEP_CONTROLS);
    parse.line_ends = !has(GONGWEN_FLAG_KEEP_LINE_ENDS);
    parse.lexicon = lexicon;

    if (o.max_nesting != 0) segment.max_nesting = o.max_nesting;
    if (o.max_nodes != 0) segment.max_nodes = o.max_nodes;
    segment.lexicon = lexicon;

    if (o.reference_date != nullptr) {
      extract.reference_date = Date::parse(o.reference_date);
      if (!extract.reference_date) {
        throw Refused{GONGWEN_INVALID_ARGUMENT, "reference_date is no day; write it as 2024-07-25"};
      }
    }
    extract.facts = !has(GONGWEN_FLAG_MENTIONS_ONLY);
    if (o.max_records != 0) extract.max_records = o.max_records;
    if (!(o.min_confidence >= 0 && o.min_confidence <= 1)) {
      throw Refused{GONGWEN_INVALID_ARGUMENT, "min_confidence is a number from 0 to 1"};
    }
    extract.min_confidence =
        *Decimal(static_cast<std::int64_t>(o.min_confidence * 100 + 0.5)).scaled(-2);  // two places
    extract.lexicon = lexicon;

    if (checked(o.language, GONGWEN_LANGUAGE_EN) == GONGWEN_LANGUAGE_EN) check.language = Language::en;
    check.implied = has(GONGWEN_FLAG_IMPLIED);
    check.lexicon = lexicon;

    if (checked(o.stage, GONGWEN_STAGE_CHECK) != GONGWEN_STAGE_NONE) stage = o.stage;
    if (checked(o.offsets, GONGWEN_OFFSET_UNIT_UTF16) != GONGWEN_OFFSET_UNIT_NONE) offsets = o.offsets;
  }

  [[nodiscard]] Value run(std::string_view bytes) const {
    Text text = gongwen::parse(bytes, parse);
    if (stage == GONGWEN_STAGE_PARSE) return text;
    Outline outline = gongwen::segment(std::move(text), segment);
    if (stage == GONGWEN_STAGE_SEGMENT) return outline;
    Records records = gongwen::extract(std::move(outline), extract);
    if (stage == GONGWEN_STAGE_EXTRACT) return records;
    return gongwen::check(std::move(records), check);
  }

  ParseOptions parse;
  SegmentOptions segment;
  ExtractOptions extract;
  CheckOptions check;
  gongwen_stage stage = GONGWEN_STAGE_CHECK;
  gongwen_offset_unit offsets = GONGWEN_OFFSET_UNIT_UTF8;
};

}  // namespace

}  // namespace gongwen::c

extern "C" {

gongwen_status gongwen_read(gongwen_document** out, void const* bytes, size_t size, gongwen_options const* options,
                            gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    prepare(out);
    if (bytes == nullptr && size != 0) {
      throw Refused{GONGWEN_INVALID_ARGUMENT, "bytes is NULL and size is not 0"};
    }
    gongwen_options const given = known(options);
    Plan const plan(given);
    std::string_view const input = size != 0 ? std::string_view(static_cast<char const*>(bytes), size) : "";
    auto document = std::make_unique<gongwen_document>(plan.run(input), given.source != nullptr ? given.source : "");
    fill(*document, plan.offsets);
    *out = document.release();
  });
}

gongwen_document* gongwen_document_retain(gongwen_document* document) { return gongwen::c::retain(document); }
void gongwen_document_free(gongwen_document* document) { gongwen::c::release(document); }

}  // extern "C"
