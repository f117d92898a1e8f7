// gongwen/detail/extract/setting.hpp: what titles, notes, headings and sentences without figures state for what comes after them:
// whose it is, of when, and whether it is still ahead.
#pragma once

#include <utility>

#include "areas.hpp"
#include "context.hpp"
#include "divisions.hpp"
#include "names.hpp"
#include "records_data.hpp"
#include "span_of_years.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads them into the context. `sentence` holds the words that are read last; all must outlive it.
class Setting {
 public:
  Setting(RecordsData const& out, LexiconData const& lexicon, Sentence const& sentence, Context& context) noexcept
      : out_(out), lexicon_(lexicon), sentence_(sentence), context_(context) {}

  /// A title names the year and the place that the document is about.
  void title(NodeIndex i, std::uint32_t first_time) {
    Node const& node = out_.outline.nodes()[i];
    Lattice const& lattice = sentence_.lattice();
    context_.of_zone = context_.of_zone || lattice.present().meets(Class::zone);
    context_.plan = context_.plan || names(words(node.range), "plan");
    context_.rules = context_.rules || names(words(node.range), "rule");
    std::uint32_t last = 0;  // where the title's area ends
    for (Place const& at : lattice.places()) {
      Token const* const place = at.classes.meets(Class::place) ? lattice.find(at.byte, Class::place) : nullptr;
      if (place == nullptr || sentence_.in_name(at.byte)) continue;
      std::string_view const codes = lattice.meaning(*place, Class::place).text;
      bool const inside = place->begin == last && !context_.title_area.empty();  // 宁夏银川市|兴庆区
      std::string_view const code = inside ? Areas::pick(codes, context_.title_area.code) : codes;
      GoverningArea const area{lattice.words(*place), code, i, level_of_code(code)};
      if (context_.title_area.empty() || inside || area.name.size() > context_.title_area.name.size()) {
        context_.title_area = area;
        last = place->end;
      }
    }
    if (context_.title_area.empty()) township_title(node.range, i);
    for (std::uint32_t k = 0; k < sentence_.times.size(); ++k) {
      TimeValue const& t = sentence_.times[k];
      if (t.explicit_year != 0 && t.kind == TimeKind::period && !sentence_.in_name(t)) {
        context_.running_period = GoverningPeriod{t, {}, first_time + k, false, true};
        break;
      }
    }
  }

  /// Whoever signs or publishes names the place, where the title does not.
  void note(NodeIndex i) {
    if (!context_.title_area.empty()) return;
    Lattice const& lattice = sentence_.lattice();
    for (Place const& at : lattice.places()) {
      Token const* const place = at.classes.meets(Class::place) ? lattice.find(at.byte, Class::place) : nullptr;
      if (place == nullptr) continue;
      context_.title_area = {lattice.words(*place), lattice.meaning(*place, Class::place).text, i};
      break;
    }
  }

  /// Takes into the context the place that an untitled article begins with, and a span of years that opens a heading, a
  /// paragraph or a sentence without figures.
  void opens(Range body, NodeIndex node) {
    opening_place(body, node);
    opening_years(node, body.begin);
  }
  /// A sentence without figures can still say whose and when.
  void quiet(Range range, NodeIndex node, std::uint32_t body, std::uint32_t first_time) {
    Lattice const& lattice = sentence_.lattice();
    subject({body, range.end}, node);
    if (!lattice.present().meets(Class::area)) return years(range, node, first_time);
    for (Place const& at : lattice.places()) {
      Token const* const area = at.classes.meets(Class::area) ? lattice.find(at.byte, Class::area) : nullptr;
      if (area == nullptr || sentence_.in_name(at.byte) || !area_stands_free(lattice.text(), at.byte, range.begin))
        continue;
      int const level = lattice.meaning(*area, Class::area).value;
      char32_t const first = code_point(lattice.text(), at.byte);
      char32_t const before =
          at.byte > range.begin ? code_point(lattice.text(), previous(lattice.text(), at.byte)) : U' ';
      bool const speaker = first == 0x5168 || first == 0x6211 || first == 0x672c;  // 全 我 本
      if (!speaker || before == 0x5728 || before == 0x4e3a) continue;              // 在全省率先, 成为我县
      if (level > 0 && !context_.other(lattice.words(*area), level))
        spoken_of(GoverningArea{lattice.words(*area), {}, node, level}, opens_clause(at.byte, body));
      break;
    }
    years(range, node, first_time);
  }

  // ---- plans ----------------------------------------------------------------------------------------------------------

  /// 二、“十五”农村改水计划, 2024年建设规划: a plan by its last word, for a time that was not over when the text was written.
  [[nodiscard]] bool plan_ahead(std::string_view title, Range range) const {
    if (title.size() > 90 || lexicon_.longest_before(title, title.size(), Class::plan_noun).word.empty()) return false;
    if (lexicon_.asked(title, 0, Class::act)) return false;  // 落实…行动计划
    for (TimeValue const& t : sentence_.times) {
      if (t.begin < range.begin || t.kind != TimeKind::period || !t.to || t.past_year) continue;
      return context_.written && !(*t.to < *context_.written);
    }
    return false;
  }
  [[nodiscard]] bool says_target(std::string_view title) const {
    if (title.size() > 90) return false;
    Entry const tail = lexicon_.longest_before(title, title.size(), Class::plan_noun);
    return tail.text == "ahead" ||
           (!tail.word.empty() && tail.word.find("\xe7\x9b\xae\xe6\xa0\x87") != std::string_view::npos);  // 目标
  }
  /// In a plan, or under a heading of plans, what a sentence says is still to be done, unless it speaks of the past.
  [[nodiscard]] bool ahead() const {
    if (!context_.plan && context_.heading_status != Status::target) return false;
    return std::none_of(sentence_.times.begin(), sentence_.times.end(), [&](TimeValue const& t) {
      return t.past_year || (t.from && context_.written && t.from->year != 0 && *t.from < *context_.written &&
                             t.from->year < context_.written->year);
    });
  }
  /// 四、下半年工作安排: the part of the year that a short title names holds below it.
  void part_of_year(Range title) {
    if (title.size() > 90 || !sentence_.figures.empty()) return;
    bool const alone = sentence_.times.size() == 1;
    for (TimeValue const& t : sentence_.times) {
      if (t.kind != TimeKind::period || !t.named || t.past_year || t.whole_year || t.now || !t.from || !t.to) continue;
      if (t.mod != TimeMod::none || t.begin < title.begin) continue;
      // “十五”: the quotes hold the time and nothing else
      bool const quoted = code_point(text(), t.end) == 0x201d && code_point(text(), t.begin - 3) == 0x201c;
      if (sentence_.in_name(t.begin) && !(quoted && alone)) continue;
      context_.running_period = GoverningPeriod{t, {}, none};
      context_.years_of.reset();
      return;
    }
  }

 private:
  /// 实施方案, 奖励办法: does a title name a kind of text?
  [[nodiscard]] bool names(std::string_view title, std::string_view kind) const {
    for (std::size_t at = 0; at < title.size(); at += char_size(title, at)) {
      if (lexicon_.asked(title, at, Class::text_kind).text == kind) return true;
    }
    return false;
  }
  /// A title that is or begins with the name of a township, which the lexicon need not have: 青石乡, 青石乡2023年工作总结.
  void township_title(Range title, NodeIndex i) {
    NameReader const names(sentence_);
    std::uint32_t end = names.named_area(title.begin, title.end, true);
    if (end == title.begin) end = names.named_area(title.begin, title.end);
    if (end != title.begin) context_.title_area = {words({title.begin, end}), {}, i, 4};
  }

  /// 五年来, 过去五年: what a heading, a paragraph or a sentence without figures begins with holds for what comes after it.
  void opening_years(NodeIndex node, std::uint32_t body) {
    if (sentence_.times.empty() || !span_of_years(sentence_, sentence_.times.front(), body)) return;
    auto const nodes = out_.outline.nodes();
    NodeIndex const part = nodes[node].parent;
    bool const opens = nodes[node].kind == NodeKind::heading ||
                       (part != no_node && nodes[part].range.begin == nodes[node].range.begin);
    if (opens || sentence_.figures.empty()) context_.several_years();
  }
  /// The place that the first sentence of an article begins with is whom it is about, where no title says so.
  void opening_place(Range range, NodeIndex node) {
    if (context_.begun || out_.outline.nodes()[node].kind != NodeKind::sentence) return;
    context_.begun = true;
    if (!context_.title_area.empty() || !context_.running_area.empty()) return;
    GoverningArea const place = leading_place(range, node);
    if (!place.code.empty()) context_.title_area = {place.name, place.code, node, level_of_code(place.code)};
  }
  /// 柳溪镇位于县城以北。 The place that a paragraph begins with, in a sentence without figures, holds for the rest of it.
  void subject(Range range, NodeIndex node) {
    auto const nodes = out_.outline.nodes();
    NodeIndex const part = nodes[node].parent;
    if (part == no_node || nodes[part].range.begin != nodes[node].range.begin) return;
    GoverningArea const area = leading_place(range, node);
    if (!area.empty()) context_.part_area = context_.own(area.name) ? GoverningArea() : area;
  }
  /// The place that a sentence begins with, if a noun or verb follows it; empty where it begins with none.
  [[nodiscard]] GoverningArea leading_place(Range range, NodeIndex node) const {
    Lattice const& lattice = sentence_.lattice();
    if (!lattice.present().meets(Class::place | Class::place_tail)) return {};
    NameReader const names(sentence_);
    std::uint32_t const at = names.after_opening(range);
    std::uint32_t end = at;
    std::string_view code;
    while (Token const* const place = names.word(end, range.end, Class::place)) {  // 甘肃省|永登县
      end = place->end;
      code = lattice.meaning(*place, Class::place).text;
    }
    if (end == at && names.word(at, range.end, Class::modal | Class::lead) == nullptr &&
        !lexicon_.asked(lattice.text(), at, Class::act))
      end = names.named_area(at, range.end);
    if (end == at || end >= range.end || !whole_place(end)) return {};
    return {words({at, end}), code, node, 0};
  }
  /// Does a noun or verb follow the kind of a division: not 县委, 县长 or the next of a list?
  [[nodiscard]] bool whole_place(std::uint32_t end) const {
    std::string_view const text = sentence_.lattice().text();
    char32_t const kind = code_point(text, previous(text, end)), next = code_point(text, end);
    bool const division = is_division(kind) || is_township(kind);
    bool const office =
        next == kind || next == 0x59d4 || next == 0x653f || next == 0x957f || next == 0x4eba;  // 委 政 长 人
    char32_t const before = code_point(text, previous(text, previous(text, end)));
    bool const sort = before == 0x6751 || before == 0x70b9 || before == 0x5fc3;  // 村镇 重点镇 中心镇
    bool const list = next == 0x548c || next == 0x4e0e || next == 0x53ca || next == 0x7b49;  // 和 与 及 等
    return division && is_han(next) && !office && !list && !sort;
  }
  /// Not 该公司始建于1987年, nor 2008年在比赛中获奖, nor the month of an event.
  [[nodiscard]] bool governs(TimeValue const& t, Range range) const {
    std::string_view const text = sentence_.lattice().text();
    char32_t const before = t.begin > range.begin ? code_point(text, previous(text, t.begin)) : U' ';
    char32_t const after = code_point(text, t.end);
    bool const month = t.from->month == t.to->month && t.from->year == t.to->year;
    return before != 0x4e8e && after != 0x5728 && after != 0x88ab && !(month && is_han(after)) &&  // 于 在 被
           !honours(t.end, range.end);
  }
  /// 2014年，该合作社获得省级示范社称号: what somebody was once given.
  [[nodiscard]] bool honours(std::uint32_t at, std::uint32_t end) const {
    constexpr int reach = 24;  // characters
    for (int n = 0; n < reach && at < end; ++n, at += char_size(text(), at)) {
      char32_t const c = code_point(text(), at);
      if (c == 0x83b7 || c == 0x88ab || c == 0x8363 || c == 0x6388) return true;  // 获 被 荣 授
    }
    return false;
  }
  /// Does the sentence, or a clause of it, begin at `at`: is what stands there its subject?
  [[nodiscard]] bool opens_clause(std::uint32_t at, std::uint32_t body) const {
    if (at <= body || sentence_.in_time(at - 1)) return true;
    char32_t const before = code_point(sentence_.lattice().text(), previous(sentence_.lattice().text(), at));
    return before == 0xff0c || before == U',' || before == 0xff1b || is_space(before);
  }
  /// 全市 in a sentence without figures runs on as its subject; in passing it holds for its paragraph, where a title says whose
  /// the text is.
  void spoken_of(GoverningArea const& area, bool subject) {
    if (subject || context_.title_area.empty()) return context_.found(area, true);
    context_.sentence_area = context_.part_area = area;
  }
  void years(Range range, NodeIndex node, std::uint32_t first_time) {
    for (std::uint32_t k = 0; k < sentence_.times.size(); ++k) {
      TimeValue const& t = sentence_.times[k];
      if (t.begin > range.begin + 60) break;
      if (t.explicit_year != 0 && t.from && t.to && !governs(t, range)) break;
      if (t.named && t.explicit_year != 0 && !t.past_year && t.from && t.kind == TimeKind::period &&
          !sentence_.in_name(t) && t.to && governs(t, range)) {
        context_.running_period = GoverningPeriod{t, {}, first_time + k};
        // 二、2022年工作回顾: one year again
        if (out_.outline.nodes()[node].kind == NodeKind::heading) context_.years_of.reset();
        break;
      }
    }
  }

  [[nodiscard]] std::string_view text() const { return out_.outline.text().view(); }
  [[nodiscard]] std::string_view words(Range r) const { return text().substr(r.begin, r.size()); }

  RecordsData const& out_;
  LexiconData const& lexicon_;
  Sentence const& sentence_;
  Context& context_;
};

}  // namespace detail

GONGWEN_END
