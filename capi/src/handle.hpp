// handle.hpp: what the opaque handles hold.
#pragma once

#include <gongwen.h>

#include <atomic>
#include <cstdint>
#include <gongwen/gongwen.hpp>
#include <gongwen/readers.hpp>
#include <string>
#include <variant>
#include <vector>

#include "arena.hpp"

namespace gongwen::c {

/// Counts the owners of a handle. The first is whoever made it.
class Owners {
 public:
  void add() noexcept { count_.fetch_add(1, std::memory_order_relaxed); }
  /// True for the last one.
  [[nodiscard]] bool remove() noexcept { return count_.fetch_sub(1, std::memory_order_acq_rel) == 1; }

 private:
  std::atomic<std::uint32_t> count_{1};
};

template <class Handle>
Handle* retain(Handle* handle) noexcept {
  if (handle != nullptr) handle->owners.add();
  return handle;
}

template <class Handle>
void release(Handle* handle) noexcept {
  if (handle != nullptr && handle->owners.remove()) delete handle;
}

/// The value of the last stage that was run.
using Value = std::variant<Text, Outline, Records, Findings>;

// Each gives null where the stage was not reached.
inline Findings const* findings_of(Value const& value) noexcept { return std::get_if<Findings>(&value); }
inline Records const* records_of(Value const& value) noexcept {
  if (auto const* findings = findings_of(value)) return &findings->records();
  return std::get_if<Records>(&value);
}
inline Outline const* outline_of(Value const& value) noexcept {
  if (auto const* records = records_of(value)) return &records->outline();
  return std::get_if<Outline>(&value);
}
inline Text const& text_of(Value const& value) noexcept {
  if (auto const* outline = outline_of(value)) return outline->text();
  return *std::get_if<Text>(&value);
}

}  // namespace gongwen::c

struct gongwen_lexicon {
  explicit gongwen_lexicon(gongwen::Lexicon words) noexcept : lexicon(std::move(words)) {}

  gongwen::c::Owners owners;
  gongwen::Lexicon lexicon;
};

struct gongwen_document {
  gongwen_document(gongwen::c::Value stage, std::string name) : value(std::move(stage)), source(std::move(name)) {}

  gongwen::c::Owners owners;
  gongwen::c::Value value;
  std::string source;
  std::vector<gongwen::Place> places;  // of a rich file
  gongwen::c::Arena arena;             // holds the rows, and the text that is in no stage's value

  gongwen_head head{};
  gongwen_edits edits{};
  gongwen_nodes nodes{};
  gongwen_quantities quantities{};
  gongwen_ratios ratios{};
  gongwen_ranks ranks{};
  gongwen_times times{};
  gongwen_entities entities{};
  gongwen_indicators indicators{};
  gongwen_projects projects{};
  gongwen_tasks tasks{};
  gongwen_appraisals appraisals{};
  gongwen_problems problems{};
  gongwen_formulations formulations{};
  gongwen_findings findings{};
};

namespace gongwen::c {

/// Fills the head and the tables of a document from its value, with spans in `unit`.
void fill(gongwen_document& document, gongwen_offset_unit unit);

}  // namespace gongwen::c
