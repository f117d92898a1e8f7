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
#include "setting.hpp"
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
        problems_(out, lexicon_),
        setting_(out, lexicon_, sentence_, context_) {}

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
    indicators_.new_part();
    statuses_.clear();
    if (node.reference_date && !options_.reference_date) time_.reference = node.reference_date;
    time_.year = time_.reference_year();
    context_.written = time_.reference;
  }

  void title(NodeIndex i) {
    IndicatorReader::Bases const bases = mentions(out_.outline.nodes()[i].range, i, true);
    transmits_ = transmits_ || sentence_.lattice().present().meets(Class::issued);
    setting_.title(i, bases.times);
  }
  void note(NodeIndex i) {
    mentions(out_.outline.nodes()[i].range, i, false);
    setting_.note(i);
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
    if (setting_.says_target(node.title)) statuses_.emplace_back(level, Status::target);
    charges_.new_part();
    context_.new_section(level);
    auto const title = std::clamp(body, range.begin, range.end);
    projects_.heading(out_.outline.text().view(), {title, range.end}, level);
    context_.heading_status = statuses_.empty() ? Status::actual : statuses_.back().second;
    indicators_.new_part();
    facts(range, i, title);
    indicators_.heading(sentence_, {title, range.end});
    if (setting_.plan_ahead(node.title, {title, range.end})) {
      statuses_.emplace_back(level, Status::target);
      context_.heading_status = Status::target;
    }
    setting_.part_of_year({title, range.end});
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
    context_.ahead = setting_.ahead();
    tasks(node, body, bases);
    words(node, body);
    projects_.read(sentence_, node, body, context_.ahead, {bases.quantities, bases.times}, claimed_);
    context_.new_sentence(out_.outline.nodes()[node].parent);
    setting_.opens({body, range.end}, node);
    if (sentence_.figures.empty() && sentence_.moves.empty() && sentence_.ranks.empty()) {
      indicators_.quiet(sentence_, node, body);
      setting_.quiet(range, node, body, bases.times);
      return;
    }
    std::size_t const first = out_.indicators.size();
    indicators_.read(sentence_, node, body, bases, context_, claimed_);
    code_areas(first);
  }
  void tasks(NodeIndex node, std::uint32_t body, IndicatorReader::Bases bases) {
    Node const& n = out_.outline.nodes()[node];
    bool const heading = n.kind == NodeKind::heading;
    std::size_t const first = out_.tasks.size();
    TaskReader::Bases const of{bases.quantities, bases.times};
    tasks_.read(sentence_, node, body, heading ? n.marker : item_marker(n), of, !heading && context_.ahead);
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
  Setting setting_;
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
