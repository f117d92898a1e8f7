// gongwen/detail/extract/context.hpp: what a clause inherits: area, period and status from the words above it.
//
// Nearest first: the clause, the sentence, then what runs through the article. A period within a year (上半年, 1-8月) or a
// year that is written runs on until another comes or its section ends; 今年 and 年内 hold for their sentence. An area of
// the speaker (全市, 我县) runs on; a zone or a place named in a clause holds for its sentence. A new article begins afresh.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "records_data.hpp"
#include "sentence.hpp"

GONGWEN_BEGIN

namespace detail {

/// A governing period and the mention it came from.
struct GoverningPeriod {
  TimeValue value;
  std::string_view text;
  std::uint32_t mention = none;
  bool upto = false;      ///< 截至3月31日: a flow began with the year
  bool of_title = false;  ///< the year that the document is about
};

struct GoverningArea {
  std::string_view name;
  std::string_view code;
  NodeIndex node = no_node;  ///< whose words name it
  int level = 0;             ///< of 全县, 我镇: the level of the division; 0 where it says none
  [[nodiscard]] bool empty() const noexcept { return name.empty(); }
};

/// An area word whose first character is a kind of division (区内, 县城, 镇域) begins a word only after a point or 在 对 从 的 和.
inline bool area_stands_free(std::string_view text, std::uint32_t at, std::uint32_t begin) {
  char32_t const first = code_point(text, at);
  if (first == 0x672c && at > begin) {  // 本: 资本市场, 基本区 hold no 本市, 本区
    char32_t const before = code_point(text, previous(text, at));
    return before != 0x8d44 && before != 0x57fa && before != 0x6210 && before != 0x6839 && before != 0x65e5;
  }  // 资 基 成 根 日
  bool const kind = first == 0x533a || first == 0x53bf || first == 0x9547 || first == 0x4e61 || first == 0x6751 ||
                    first == 0x5e02 || first == 0x7701 || first == 0x57ce;  // 区 县 镇 乡 村 市 省 城
  if (!kind || at <= begin) return true;
  char32_t const before = code_point(text, previous(text, at));
  return !is_han(before) || before == 0x5728 || before == 0x5bf9 || before == 0x4ece || before == 0x7684 ||
         before == 0x548c || before == 0x4e2d || before == 0x5e74 || before == 0x6708;  // 在 对 从 的 和 中 年 月
}

/// 全国性, 全省性: an area word goes on as a word for how wide a thing reaches.
inline bool nationwide(std::string_view text, std::uint32_t end) { return code_point(text, end) == 0x6027; }  // 性

/// Of a code of GB/T 2260: 220000 is a province, 220500 a prefecture, 220524 a county.
constexpr int level_of_code(std::string_view code) noexcept {
  if (code.size() != 6) return 0;
  return code.substr(2) == "0000" ? 1 : code.substr(4) == "00" ? 2 : 3;
}

/// What holds at a place of the text, from the widest to the nearest.
struct Context {
  std::optional<Date> written;  ///< the day of writing, where it is known
  /// The period that held before the first section of a level began, under the section above.
  struct Section {
    int level = 0;
    std::optional<GoverningPeriod> period;
  };
  std::vector<Section> sections;
  std::optional<GoverningPeriod> running_period, sentence_period;
  GoverningArea running_area, title_area, sentence_area;
  GoverningArea cover_area;                    ///< of the notice that an article is attached to
  std::optional<GoverningPeriod> part_period;  ///< of 到2030年, for the rest of its paragraph
  GoverningArea part_area;      ///< the place that a sentence without figures is about, for the rest of its paragraph
  NodeIndex part = no_node;     ///< that paragraph
  std::optional<int> years_of;  ///< the level of the section that is about several years at once
  Status heading_status = Status::actual, sentence_status = Status::actual;
  bool begun = false;     ///< a sentence of the article was read
  bool of_zone = false;   ///< the title names a zone: 园区 is the speaker's
  bool plan = false;      ///< the text is a plan: 实施方案, 工作要点
  bool ahead = false;     ///< the sentence is one of a plan, and speaks of no time that is over
  bool rules = false;     ///< the text is one of rules: 管理办法, 实施细则
  bool standing = false;  ///< what there is now (现有企业52家): a year that the text has passed is not its
  bool described =
      false;  ///< the segment describes one thing, which has what it has at no time that runs through the text
  bool other_time = false;  ///< the sentence speaks of a time that can't be told (去年, 五年来): none is inherited

  /// `attached`: the article before it is the notice that prints it, and names whose it is.
  void new_article(bool attached = false) {
    GoverningArea const cover = !attached ? GoverningArea() : title_area.empty() ? cover_area : title_area;
    *this = Context();
    cover_area = cover;
  }
  /// A heading of `level`: the period that the sentences of the section before it stated (2016年，…成立了公司) ends with that
  /// section; the one that held before the first of its siblings holds again.
  void new_section(int level) {
    if (years_of && level <= *years_of) years_of.reset();
    while (!sections.empty() && sections.back().level > level) sections.pop_back();
    if (sections.empty() || sections.back().level < level) {
      sections.push_back({level, running_period});
    } else {
      running_period = sections.back().period;
    }
  }
  /// A sentence of the paragraph or item `of` begins.
  void new_sentence(NodeIndex of) {
    if (of != part) {
      part_area = {};
      part_period.reset();
      if (years_of) running_period.reset();
    }
    part = of;
    sentence_period.reset();
    sentence_area = {};
    sentence_status = heading_status;
    other_time = described = standing = false;
  }

  /// 五年来，我们主要做了以下工作。 The section is about several years at once, up to a heading that states one year: a year that
  /// a paragraph states ends with the paragraph.
  void several_years() {
    years_of = sections.empty() ? 0 : sections.back().level;
    running_period.reset();
  }

  /// The name of the place that the text is about runs on as 全镇 does.
  [[nodiscard]] bool own(std::string_view name) const noexcept { return !name.empty() && name == title_area.name; }
  /// The level of the division that speaks, by the title, else by the first 全县 or 我镇; 0 where nothing tells.
  [[nodiscard]] int level() const noexcept { return title_area.level != 0 ? title_area.level : running_area.level; }
  /// Is a division of `level` wider than the one that speaks, which then stands inside it? 全省 in what a township says.
  [[nodiscard]] bool wider(int level_of) const noexcept { return level_of < level(); }
  /// 全省 in what a township says, 全村 after 全县: of another division than the one that speaks. 全县 after 全市 is the speaker's,
  /// who spoke of where it stands.
  /// 全区 may be of any level.
  [[nodiscard]] bool other(std::string_view area, int level_of) const noexcept {
    constexpr int village = 5;
    if (code_point(area, previous(area, area.size())) == 0x533a) return false;  // 区
    return wider(level_of) || (level_of == village && level() != 0 && level() < village - 1);
  }
  [[nodiscard]] GoverningArea area() const noexcept {
    if (!sentence_area.empty()) return sentence_area;
    if (!part_area.empty()) return part_area;
    if (!running_area.empty()) return running_area;
    return title_area.empty() ? cover_area : title_area;
  }
  /// The period that governs; null where none does.
  [[nodiscard]] GoverningPeriod const* period() const noexcept {
    if (sentence_period) return &*sentence_period;
    if (part_period && !other_time && !described && !standing) return &*part_period;
    if (!running_period || other_time || described) return nullptr;
    bool const passing =
        standing && running_period->value.whole_year && !running_period->of_title && !running_period->upto;
    return passing ? nullptr : &*running_period;
  }

  /// 2016年建成园区，现有大棚12栋: what there is now is not of the year that a clause before has named.
  void now_stands(std::uint32_t clause) {
    if (sentence_period && sentence_period->value.whole_year && sentence_period->value.explicit_year != 0 &&
        sentence_period->value.begin < clause)
      sentence_period.reset();
  }

  /// `by_then`: 到 stands before it, so that it is the year of a plan's end, which holds for its paragraph.
  void found(GoverningPeriod const& p, bool runs = true, bool by_then = false) {
    sentence_period = p;
    if (!runs) return;
    if (by_then && p.value.whole_year && written && p.value.from && p.value.from->year > written->year) {
      part_period = p;
      return;
    }
    part_period.reset();
    // What runs on: a part of a year, a year that is written, 全年. A plan, a point at a year's end or 今年 does not.
    bool const part = p.value.kind == TimeKind::period && !p.value.whole_year && p.value.from && p.value.to &&
                      p.value.from->year == p.value.to->year;
    bool const month_end = (p.value.edge || p.upto) && p.value.to && p.value.to->month != 12;
    bool const year = p.value.whole_year && !p.value.this_year &&
                      (p.value.explicit_year != 0 || !running_period || running_period->value.whole_year);
    // 2018年8月召开现场会: a single month of a year that is written is the time of an event
    bool const month = part && p.value.explicit_year != 0 && p.value.from->month == p.value.to->month;
    if (month && running_period) return;
    if (p.value.now || (running_period && !part && !month_end && !year)) return;
    if (!part && !month_end && !year && !(p.value.whole_year && !running_period)) return;
    running_period = p;
  }
  void found(GoverningArea const& a, bool runs) {
    sentence_area = a;
    if (!runs) return;
    running_area = a;
    part_area = {};
  }
};

}  // namespace detail

GONGWEN_END
