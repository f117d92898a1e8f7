// gongwen/detail/extract/records_data.hpp: what Records share.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "../../lexicon.hpp"
#include "../../records.hpp"

GONGWEN_BEGIN

namespace detail {

/// A sentence where a user's pattern passed the bound of its engine.
struct GaveUp {
  std::string_view pattern;
  NodeIndex node = no_node;
  Range range;
};

/// Everything that extract found. The arena holds slots whose words don't stand together in the text; a deque, so that
/// views into it stay good as it grows. The lexicon is kept alive for the canonical names that slots point at.
struct RecordsData {
  Outline outline;
  Lexicon lexicon = Lexicon::builtin();
  std::deque<std::string> arena;
  std::vector<Quantity> quantities;
  std::vector<Ratio> ratios;
  std::vector<Rank> ranks;
  std::vector<Time> times;
  std::vector<Entity> entities;
  std::vector<Indicator> indicators;
  std::vector<Project> projects;
  std::vector<Task> tasks;
  std::vector<Appraisal> appraisals;
  std::vector<Problem> problems;
  std::vector<Formulation> formulations;
  std::vector<Evidence> evidence;
  std::vector<GaveUp> gave_up;
  std::optional<Date> reference_date;
  std::string_view reference_date_from;

  /// Words that don't stand together in the text, as one.
  [[nodiscard]] std::string_view joined(std::string_view a, std::string_view b) {
    return arena.emplace_back(std::string(a) + std::string(b));
  }
};

}  // namespace detail

GONGWEN_END
