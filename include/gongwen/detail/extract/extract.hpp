// gongwen/detail/extract/extract.hpp: the third stage, outline to records.
#pragma once

#include <algorithm>
#include <utility>

#include "../../extract.hpp"
#include "../pieces.hpp"
#include "appraisal.hpp"
#include "charge.hpp"
#include "entity.hpp"
#include "formulation.hpp"
#include "in_order.hpp"
#include "indicator.hpp"
#include "problem.hpp"
#include "project.hpp"
#include "table_facts.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads the nodes in order; each sentence and each heading's own words once.
class Extractor {
 public:
  /// `earlier`: the day that an article before the outline stated, where it is a piece of a longer text.
  Extractor(RecordsData& out, ExtractOptions const& options, std::optional<Date> earlier = {})
      : earlier_(earlier),
        out_(out),
        options_(options),
        lexicon_(out.lexicon.data()),
        areas_(lexicon_),
        entities_(areas_),
        indicators_(out, lexicon_),
        tables_(out, lexicon_),
        tasks_(out, lexicon_),
        charges_(out, lexicon_, tasks_, time_),
        projects_(out, lexicon_),
        formulations_(out, lexicon_),
        appraisals_(out, lexicon_),
        problems_(out, lexicon_) {}

  void run() {
    find_reference_date();
    areas_.new_article(out_.outline, 0);
    auto const nodes = out_.outline.nodes();
    for (NodeIndex i = 0; i < nodes.size(); ++i) {
      Node const& node = nodes[i];
      switch (node.kind) {
        case NodeKind::article: article(i); break;
        case NodeKind::title: title(i); break;
        case NodeKind::heading: heading(i); break;
        case NodeKind::note: note(i); break;
        case NodeKind::sentence: facts(node.range, i, body_of(i)); break;
        case NodeKind::table: i = table(i); break;
        default: break;
      }
      if (out_.quantities.size() + out_.times.size() > options_.max_records) {
        throw error(error_code::limit, node.span.begin,
                    "the text has more records than max_records; raise the limit or split the text");
      }
    }
    finish();
  }

 private:
  void find_reference_date() {
    if (options_.reference_date) {
      out_.reference_date = options_.reference_date;
      out_.reference_date_from = "caller";
    } else if (earlier_) {
      out_.reference_date = earlier_;
      out_.reference_date_from = "text";
    } else {
      for (Node const& n : out_.outline.nodes()) {
        if (n.kind == NodeKind::article && n.reference_date) {
          out_.reference_date = n.reference_date;
          out_.reference_date_from = "text";
          break;
        }
      }
    }
    sentence_.utterance = one_line(out_.outline.text().view());
    time_.utterance = sentence_.utterance;
    time_.reference = out_.reference_date;
    time_.year = time_.reference_year();
    context_.written = time_.reference;
  }

  static bool one_line(std::string_view text) {
    while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
    return text.find('\n') == std::string_view::npos;
  }

  void article(NodeIndex i) {
    Node const& node = out_.outline.nodes()[i];
    areas_.new_article(out_.outline, i);
    entities_.new_article();
    indicators_.weigh();
    context_.new_article(transmits_);
    transmits_ = false;
    charges_.new_part();
    formulations_.new_article(node.range);
    problems_.new_article();
    projects_.new_article();
    indicators_.new_article();
    statuses_.clear();
    if (node.reference_date && !options_.reference_date) time_.reference = node.reference_date;
    time_.year = time_.reference_year();
    context_.written = time_.reference;
  }

  /// A title names the year and the place that the document is about.
  void title(NodeIndex i) {
    Node const& node = out_.outline.nodes()[i];
    IndicatorReader::Bases const bases = mentions(node.range, i, true);
    Lattice const& lattice = sentence_.lattice();
    transmits_ = transmits_ || lattice.present().meets(Class::issued);
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
        context_.running_period = GoverningPeriod{t, {}, bases.times + k, false, true};
        break;
      }
    }
  }

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

  /// Whoever signs or publishes names the place, where the title does not.
  void note(NodeIndex i) {
    mentions(out_.outline.nodes()[i].range, i, false);
    if (!context_.title_area.empty()) return;
    Lattice const& lattice = sentence_.lattice();
    for (Place const& at : lattice.places()) {
      Token const* const place = at.classes.meets(Class::place) ? lattice.find(at.byte, Class::place) : nullptr;
      if (place == nullptr) continue;
      context_.title_area = {lattice.words(*place), lattice.meaning(*place, Class::place).text, i};
      break;
    }
  }

  /// A heading's own words are mined; what it says of targets holds below it.
  void heading(NodeIndex i) {
    Node const& node = out_.outline.nodes()[i];
    int const level = node.level.value_or(1);
    while (!statuses_.empty() && statuses_.back().first >= level) statuses_.pop_back();
    Range const range = node.head_range;
    std::uint32_t body = range.begin + static_cast<std::uint32_t>(node.marker.size());
    if (!node.title.empty()) {
      body = static_cast<std::uint32_t>(node.title.data() - out_.outline.text().view().data());
    }
    if (says_target(node.title)) statuses_.emplace_back(level, Status::target);
    charges_.new_part();
    context_.new_section(level);
    auto const title = std::clamp(body, range.begin, range.end);
    projects_.heading(out_.outline.text().view(), {title, range.end}, level);
    context_.heading_status = statuses_.empty() ? Status::actual : statuses_.back().second;
    facts(range, i, title);
    indicators_.heading(sentence_, {title, range.end});
    if (plan_ahead(node.title, {title, range.end})) {
      statuses_.emplace_back(level, Status::target);
      context_.heading_status = Status::target;
    }
    part_of_year({title, range.end});
  }
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
      return;
    }
  }
  [[nodiscard]] bool says_target(std::string_view title) const {
    if (title.size() > 90) return false;
    Entry const tail = lexicon_.longest_before(title, title.size(), Class::plan_noun);
    return tail.text == "ahead" ||
           (!tail.word.empty() && tail.word.find("\xe7\x9b\xae\xe6\xa0\x87") != std::string_view::npos);  // 目标
  }

  /// The words of a sentence after the marker of the item that it opens.
  [[nodiscard]] std::uint32_t body_of(NodeIndex i) const {
    auto const nodes = out_.outline.nodes();
    Node const& node = nodes[i];
    if (node.parent != no_node) {
      Node const& parent = nodes[node.parent];
      if (parent.kind == NodeKind::item && parent.range.begin == node.range.begin) {
        return std::min(node.range.end, node.range.begin + static_cast<std::uint32_t>(parent.marker.size()));
      }
    }
    return node.range.begin;
  }

  void facts(Range range, NodeIndex node, std::uint32_t body) {
    if (range.empty()) return;
    IndicatorReader::Bases const bases = mentions(range, node, true);
    if (!options_.facts) return;
    tasks(node, body, bases);
    words(node, body);
    projects_.read(sentence_, node, body, ahead(), {bases.quantities, bases.times}, claimed_);
    context_.new_sentence(out_.outline.nodes()[node].parent);
    opening_place({body, range.end}, node);
    opening_years(node, body);
    if (sentence_.figures.empty() && sentence_.moves.empty() && sentence_.ranks.empty()) {
      quiet(range, node, body, bases.times);
      return;
    }
    std::size_t const first = out_.indicators.size();
    indicators_.read(sentence_, node, body, bases, context_, claimed_);
    code_areas(first);
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
  /// In a plan, or under a heading of plans, what a sentence says is still to be done, unless it speaks of the past.
  [[nodiscard]] bool ahead() const {
    if (!context_.plan && context_.heading_status != Status::target) return false;
    return std::none_of(sentence_.times.begin(), sentence_.times.end(), [&](TimeValue const& t) {
      return t.past_year || (t.from && context_.written && t.from->year != 0 && *t.from < *context_.written &&
                             t.from->year < context_.written->year);
    });
  }
  void tasks(NodeIndex node, std::uint32_t body, IndicatorReader::Bases bases) {
    Node const& n = out_.outline.nodes()[node];
    bool const heading = n.kind == NodeKind::heading;
    std::size_t const first = out_.tasks.size();
    TaskReader::Bases const of{bases.quantities, bases.times};
    tasks_.read(sentence_, node, body, heading ? n.marker : item_marker(n), of, !heading && ahead());
    charges_.sentence(sentence_, node, body, of, first, heading);
  }
  /// What is said in words: catch-phrases, verdicts, problems.
  void words(NodeIndex node, std::uint32_t body) {
    formulations_.read(sentence_, node, body);
    appraisals_.read(sentence_, node, body, context_.title_area.name);
    Node const& n = out_.outline.nodes()[node];
    if (n.kind == NodeKind::heading) {
      problems_.heading(node, body, sentence_.lattice().range().end);
    } else {
      problems_.read(sentence_, node, body, item_ordinal(n));
    }
  }
  [[nodiscard]] std::optional<int> item_ordinal(Node const& sentence) const {
    if (sentence.parent == no_node) return std::nullopt;
    Node const& parent = out_.outline.nodes()[sentence.parent];
    bool const opens = parent.kind == NodeKind::item && parent.range.begin == sentence.range.begin;
    return opens ? parent.ordinal : std::nullopt;
  }
  /// The marker of the item that a sentence opens.
  [[nodiscard]] std::string_view item_marker(Node const& sentence) const {
    if (sentence.parent == no_node) return {};
    Node const& parent = out_.outline.nodes()[sentence.parent];
    return parent.kind == NodeKind::item && parent.range.begin == sentence.range.begin ? parent.marker
                                                                                       : std::string_view();
  }

  /// The facts from `first` on learn the code of their area, which the place that the document is about decides (全县).
  void code_areas(std::size_t first) {
    for (std::size_t i = first; i < out_.indicators.size(); ++i) {
      Indicator& fact = out_.indicators[i];
      fact.area_code = areas_.code(fact.area, fact.area_code);
    }
  }
  /// A sentence without figures can still say whose and when.
  void quiet(Range range, NodeIndex node, std::uint32_t body, std::uint32_t first_time) {
    Lattice const& lattice = sentence_.lattice();
    subject({body, range.end}, node);
    indicators_.quiet(sentence_, node, body);
    if (!lattice.present().meets(Class::area)) return years(range, first_time);
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
        context_.found(GoverningArea{lattice.words(*area), {}, node, level}, true);
      break;
    }
    years(range, first_time);
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
    bool const division = kind == 0x7701 || kind == 0x5e02 || kind == 0x53bf || kind == 0x533a || kind == 0x9547 ||
                          kind == 0x4e61 || kind == 0x5dde || kind == 0x65d7;  // 省 市 县 区 镇 乡 州 旗
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
  void years(Range range, std::uint32_t first_time) {
    for (std::uint32_t k = 0; k < sentence_.times.size(); ++k) {
      TimeValue const& t = sentence_.times[k];
      if (t.begin > range.begin + 60) break;
      if (t.explicit_year != 0 && t.from && t.to && !governs(t, range)) break;
      if (t.named && t.explicit_year != 0 && !t.past_year && t.from && t.kind == TimeKind::period &&
          !sentence_.in_name(t) && t.to && governs(t, range)) {
        context_.running_period = GoverningPeriod{t, {}, first_time + k};
        break;
      }
    }
  }

  NodeIndex table(NodeIndex i) {
    auto const nodes = out_.outline.nodes();
    NodeIndex last = i;
    while (last + 1 < nodes.size() && nodes[last + 1].range.begin < nodes[i].range.end) ++last;
    for (NodeIndex n = i + 1; n <= last; ++n) {
      if (nodes[n].kind != NodeKind::note) continue;
      IndicatorReader::Bases const bases = mentions(nodes[n].range, n, true);
      for (std::uint32_t k = 0; k < sentence_.times.size(); ++k) {
        TimeValue const& t = sentence_.times[k];
        if (t.explicit_year == 0 || t.kind != TimeKind::period) continue;
        context_.running_period = GoverningPeriod{t, {}, bases.times + k};
        break;
      }
    }
    head_times(i, last);
    std::size_t const first = out_.indicators.size();
    context_.part_area = {};
    tables_.read(i, last, context_, options_.facts);
    code_areas(first);
    return last;
  }

  /// The times that the heads of a table's columns name. These stand in the rows above the first figure with a label.
  void head_times(NodeIndex table, NodeIndex last) {
    auto const nodes = out_.outline.nodes();
    tables_.heads().begin(context_.running_period);
    NodeIndex body = table;
    for (NodeIndex n = table + 1, row = table; n <= last && body == table; ++n) {
      if (nodes[n].kind == NodeKind::row) row = n;
      if (!nodes[n].row_heads.empty()) body = row;
    }
    for (NodeIndex n = table + 1; n < body; ++n) {
      if (nodes[n].kind != NodeKind::cell) continue;
      sentence_.read(text(), nodes[n].range, lexicon_, time_);
      for (TimeValue const& t : sentence_.times) {
        tables_.heads().add_time(n, t, static_cast<std::uint32_t>(out_.times.size()));
        time_mention(t, n);
      }
    }
  }

  /// Runs the phases over a range and records what they found; updates the year that governs.
  IndicatorReader::Bases mentions(Range range, NodeIndex node, bool governs) {
    IndicatorReader::Bases const bases{static_cast<std::uint32_t>(out_.quantities.size()),
                                       static_cast<std::uint32_t>(out_.times.size()),
                                       static_cast<std::uint32_t>(out_.ranks.size())};
    sentence_.read(out_.outline.text().view(), range, lexicon_, time_);
    for (TimeValue const& t : sentence_.times) time_mention(t, node);
    for (Figure const& f : sentence_.figures) quantity(f, node);
    for (RatioValue& r : sentence_.ratios) {
      Ratio out;
      place(out, {r.begin, r.end}, node, r.by);
      out.text = words(out.range);
      out.terms = r.terms;
      out_.ratios.push_back(std::move(out));
    }
    for (RankValue const& r : sentence_.ranks) {
      Rank out;
      place(out, {r.begin, r.end}, node, r.by);
      out.text = words(out.range);
      out.position = r.position;
      out.from_end = r.from_end;
      out.scope = words(r.scope);
      out.out_of = r.out_of;
      out_.ranks.push_back(out);
    }
    names(node);
    for (PatternSpec const* const p : sentence_.patterns.gave_up) out_.gave_up.push_back({p->name, node, range});
    if (governs) govern_year(range);
    return bases;
  }
  /// What the text names, and what the user's patterns name, to which other names give way.
  void names(NodeIndex node) {
    std::vector<EntityFound> const& found = entities_.read(sentence_.lattice());
    if (sentence_.patterns.matches.empty()) {
      for (EntityFound const& e : found) entity(e, node);
      return;
    }
    PatternReader const users(sentence_.lattice(), time_);
    std::vector<EntityFound> all = found;
    overrule(all, sentence_.made<EntityFound>([&](PatternMatch const& m) { return users.entity(m); }));
    for (EntityFound const& e : all) entity(e, node);
  }
  /// A year written at the head of a sentence or in a heading governs what follows; 今年 brings the year of writing back.
  void govern_year(Range range) {
    for (TimeValue const& t : sentence_.times) {
      if (t.begin > range.begin + 48 || sentence_.in_name(t)) break;
      if (t.past_year || t.kind == TimeKind::duration) continue;
      if (t.begin > range.begin && in_passing(t)) continue;
      if (t.explicit_year != 0) {
        time_.year = t.explicit_year;
        break;
      }
      if (t.this_year) {
        time_.year = time_.reference_year();
        break;
      }
    }
  }
  /// 成立于1956年, 比2010年增长, 为1985年以来最高, （2010年不变价）: no year that the text is about.
  [[nodiscard]] bool in_passing(TimeValue const& t) const {
    char32_t const before = code_point(text(), previous(text(), t.begin));
    bool const from = before == 0x7531 || before == 0x4ece;                      // 由 从
    bool const verb = before == 0x4e8e || before == 0x662f || before == 0x4e3a;  // 于 是 为
    return verb || before == 0xff08 || before == U'(' || is_than(before) ||
           (from && code_point(text(), t.end) == 0x7684);  // 的
  }

  void place(RecordBase& r, Range range, NodeIndex node, std::string_view by) const {
    r.range = range;
    r.span = out_.outline.text().span(range);
    r.node = node;
    r.by = by;
  }
  [[nodiscard]] std::string_view text() const { return out_.outline.text().view(); }
  [[nodiscard]] std::string_view words(Range r) const { return out_.outline.text().view().substr(r.begin, r.size()); }

  void time_mention(TimeValue const& t, NodeIndex node) {
    Time out;
    place(out, {t.begin, t.end}, node, t.by);
    out.text = words(out.range);
    out.kind = t.kind;
    out.begin = t.from;
    out.end = t.to;
    out.duration = t.kind == TimeKind::set ? std::string() : t.duration;
    out.duration_high = t.duration_high;
    out.mod = t.mod;
    out.timex = t.timex;
    out_.times.push_back(std::move(out));
  }
  void entity(EntityFound const& e, NodeIndex node) {
    Entity out;
    place(out, e.range, node, e.by);
    out.text = words(e.range);
    out.kind = e.kind;
    out.name = words(e.name);
    out.full_name = e.full_name;
    out.role = e.role;
    out.number = e.number;
    out.code = e.code;
    out.parent = e.parent;
    out_.entities.push_back(out);
  }
  void quantity(Figure const& f, NodeIndex node) {
    Quantity out;
    place(out, {f.begin, f.end}, node, f.by);
    out.text = words(out.range);
    out.value = f.value;
    out.low = f.low;
    out.high = f.high;
    out.fraction = f.fraction;
    out.step = f.step;
    out.mod = f.mod;
    out.unit = f.unit;
    out.per = f.per;
    out.per_unit = f.per_unit;
    out.dimension = f.dimension;
    out_.quantities.push_back(out);
  }

  void finish() {
    indicators_.weigh();
    indicators_.lay_out_evidence();
    if (!options_.min_confidence.zero()) leave_out_unsure();
    // A change or rank may stand before the level of its sentence that was read first
    in_order(out_.indicators);
    in_order(out_.tasks);
    in_order(out_.projects);
    in_order(out_.appraisals);
    in_order(out_.problems);
    in_order(out_.formulations);
    for (Indicator& i : out_.indicators) i.span = out_.outline.text().span(i.range);
  }

  void leave_out_unsure() {
    auto const unsure = [&](auto const& fact) { return fact.confidence < options_.min_confidence; };
    std::erase_if(out_.indicators, unsure);
    std::erase_if(out_.projects, unsure);
    std::erase_if(out_.tasks, unsure);
    std::erase_if(out_.appraisals, unsure);
    std::erase_if(out_.problems, unsure);
    std::erase_if(out_.formulations, unsure);
  }

  std::optional<Date> earlier_;
  RecordsData& out_;
  ExtractOptions const& options_;
  LexiconData const& lexicon_;
  Areas areas_;
  EntityReader entities_;
  IndicatorReader indicators_;
  TableFacts tables_;
  TimeContext time_;
  TaskReader tasks_;
  ChargeReader charges_;
  ProjectReader projects_;
  FormulationReader formulations_;
  AppraisalReader appraisals_;
  ProblemReader problems_;
  std::vector<bool> claimed_;
  bool transmits_ = false;  ///< the article is a notice that prints another document
  Sentence sentence_;
  Context context_;
  std::vector<std::pair<int, Status>> statuses_;
};

}  // namespace detail

GONGWEN_INLINE Records detail::extract_piece(Outline outline, ExtractOptions const& options,
                                             std::optional<Date> earlier) {
  auto data = std::make_shared<RecordsData>();
  data->outline = std::move(outline);
  if (options.lexicon != nullptr) data->lexicon = *options.lexicon;
  Extractor(*data, options, earlier).run();
  return Records(std::move(data));
}

GONGWEN_INLINE Records extract(Outline outline, ExtractOptions const& options) {
  return detail::extract_piece(std::move(outline), options, std::nullopt);
}

GONGWEN_END
