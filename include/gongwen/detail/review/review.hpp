// gongwen/detail/review/review.hpp: the sheet in the format of the options.
#pragma once

#include "../../review.hpp"
#include "page.hpp"
#include "tables.hpp"

GONGWEN_BEGIN

GONGWEN_INLINE void review(std::span<Reviewed const> documents, ReviewOptions const& options, Sink const& sink) {
  Lexicon const lexicon = options.lexicon != nullptr ? *options.lexicon : Lexicon::builtin();
  detail::ReviewWords const words(lexicon.data(), options.language);
  switch (options.format) {
    case ReviewFormat::html: sink(detail::page(words, documents)); break;
    case ReviewFormat::markdown: {
      detail::ReviewMarkdown markdown(words, sink);
      for (Reviewed const& one : documents) markdown.document(one);
      break;
    }
    case ReviewFormat::csv: {
      detail::ReviewCsv csv(words, sink);
      for (Reviewed const& one : documents) csv.document(one);
      csv.flush();
      break;
    }
  }
}

GONGWEN_INLINE std::string review(Findings const& findings, ReviewOptions const& options, std::string source) {
  Reviewed const one{findings, std::move(source)};
  std::string out;
  review({&one, 1}, options, [&out](std::string_view piece) { out += piece; });
  return out;
}

GONGWEN_END
