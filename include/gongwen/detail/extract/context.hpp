// gongwen/detail/extract/context.hpp: what a clause inherits: area, period and status from the words above it.
//
// Nearest first: the clause, the sentence, then what runs through the article. A period within a year (上半年, 1-8月) or a
// year that is written runs on until another comes; 今年 and 年内 hold for their sentence. An area of the speaker (全市, 我县)
// runs on; a zone or a place named in a clause holds for its sentence. A new article begins afresh.
#pragma once

#include <optional>
#include <string_view>

#include "records_data.hpp"
#include "sentence.hpp"

GONGWEN_BEGIN

namespace detail {

/// A governing period and the mention it came from.
struct GoverningPeriod {
  TimeValue value;
  std::string_view text;
  std::uint32_t mention = none;
};

struct GoverningArea {
  std::string_view name;
  std::string_view code;
  NodeIndex node = no_node;  ///< whose words name it
  [[nodiscard]] bool empty() const noexcept { return name.empty(); }
};

/// What holds at a place of the text, from the widest to the nearest.
struct Context {
  std::optional<GoverningPeriod> running_period, sentence_period;
  GoverningArea running_area, title_area, sentence_area;
  Status heading_status = Status::actual, sentence_status = Status::actual;

  void new_article() { *this = Context(); }
  void new_sentence() {
    sentence_period.reset();
    sentence_area = {};
    sentence_status = heading_status;
  }

  [[nodiscard]] GoverningArea area() const noexcept {
    if (!sentence_area.empty()) return sentence_area;
    return running_area.empty() ? title_area : running_area;
  }
  [[nodiscard]] std::optional<GoverningPeriod> const& period() const noexcept {
    return sentence_period ? sentence_period : running_period;
  }

  void found(GoverningPeriod const& p) {
    sentence_period = p;
    // What runs on: a part of a year, a year that is written, 全年. A plan, a point at a year's end or 今年 does not.
    bool const part = p.value.kind == TimeKind::period && !p.value.whole_year && p.value.from && p.value.to &&
                      p.value.from->year == p.value.to->year;
    bool const month_end = p.value.edge && p.value.to && p.value.to->month != 12;
    bool const year = p.value.whole_year && !p.value.this_year &&
                      (p.value.explicit_year != 0 || !running_period || running_period->value.whole_year);
    if (p.value.now || (running_period && !part && !month_end && !year)) return;
    if (!part && !month_end && !year && !(p.value.whole_year && !running_period)) return;
    running_period = p;
  }
  void found(GoverningArea const& a, bool runs) {
    sentence_area = a;
    if (runs) running_area = a;
  }
};

}  // namespace detail

GONGWEN_END
