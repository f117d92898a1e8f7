// gongwen/detail/extract/fact_builder.hpp: facts of measures, with what they inherit and where each slot came from.
//
// A fact takes area, period and status from the context as it is made. A flow up to the end of a month began with the year; a
// stock (余额, 存栏) holds at the last day of its period. Slots may come to a fact after later facts were made (分别), so the
// evidence is kept by fact and laid out when the document ends.
#pragma once

#include <array>
#include <utility>

#include "../amounts.hpp"
#include "confidence.hpp"
#include "evidence.hpp"
#include "measure_name.hpp"
#include "stock.hpp"

GONGWEN_BEGIN

namespace detail {

/// Makes indicators and adds slots to them.
class FactBuilder : protected MeasureNames {
 public:
  /// Gives each fact its list of evidence. Before facts are sorted.
  void lay_out_evidence() {
    std::stable_sort(evidence_.begin(), evidence_.end(),
                     [](FactEvidence const& a, FactEvidence const& b) { return a.fact < b.fact; });
    std::size_t at = 0;
    while (at < evidence_.size()) {
      std::uint32_t const fact = evidence_[at].fact;
      auto const begin = static_cast<std::uint32_t>(out_.evidence.size());
      for (; at < evidence_.size() && evidence_[at].fact == fact; ++at) out_.evidence.push_back(evidence_[at].said);
      out_.indicators[fact].evidence_begin = begin;
      out_.indicators[fact].evidence_end = static_cast<std::uint32_t>(out_.evidence.size());
    }
    evidence_.clear();
  }
  /// Gives the facts of an article their confidence, now that all are made.
  void weigh() {
    std::size_t strange = 0;
    for (Weighed& w : weighed_) {
      Indicator const& fact = out_.indicators[w.fact];
      bool const is = strange_name(lexicon_, fact);
      strange += is ? 1 : 0;
      add_signs_of_name(w.signs, fact, is);
    }
    bool const strangers = strange * 10 > weighed_.size() * 7;
    for (Weighed& w : weighed_)
      out_.indicators[w.fact].confidence = confidence_of(w.signs.add(Sign::among_strangers, strangers));
    weighed_.clear();
  }

 protected:
  using MeasureNames::MeasureNames;

  [[nodiscard]] Indicator* last() { return out_.indicators.size() > first_fact_ ? &out_.indicators.back() : nullptr; }

  Indicator& add_fact(std::string_view name, Range anchor, std::string_view by) {
    Indicator fact;
    fact.node = node_;
    fact.range = anchor;
    fact.by = by;
    bool const composed = !composed_.empty();
    fact.name = composed ? composed_ : name;
    composed_ = {};
    // 总数达到121家 is said of the measure before it
    if (Indicator const* const prior = last();
        prior != nullptr && lexicon_.find(fact.name, Class::part_of).word.size() == fact.name.size() &&
        !fact.name.empty()) {
      std::string_view base = prior->name;
      if (auto const made = lexicon_.asked(base, 0, Class::made)) base.remove_prefix(made.end);  // 新增
      fact.name = out_.joined(base, fact.name);
    }
    Entry const known = lexicon_.find(fact.name, Class::indicator);
    fact.canonical = known.text;
    fact.indicator_id = known.second;
    if (out_.indicators.size() == first_fact_) outputs_ = false;
    if (!known.word.empty()) outputs_ = known.second.starts_with("output") || known.second.ends_with("output");
    GoverningArea const area = doer_.empty() ? context_->area() : GoverningArea{doer_, codes_of(doer_), node_};
    doer_ = {};
    fact.area = area.name;
    fact.area_code = area.code;
    fact.status = (std::exchange(told_, false) || to_do_) && context_->sentence_status == Status::actual
                      ? Status::target
                      : context_->sentence_status;
    GoverningPeriod const* const period = context_->period();
    weighed_.push_back({static_cast<std::uint32_t>(out_.indicators.size()), signs_of_place(fact, period, composed)});
    begin_evidence(fact, out_);
    if (period != nullptr && !past_for(fact.status, *period)) {
      Period p{period->value.from, period->value.to, period->text, period->value.timex};
      bool const point = is_stock(lexicon_, known, fact.name);
      if (point && p.end) p.begin = p.end;
      // A flow up to the end of a month began with the year; at the end of a year (2014年末) only what is known for a flow did
      bool const upto = period->value.edge || period->upto;
      bool const flow = !known.word.empty() && (known.value & 0xff) == 0;
      if (!point && upto && p.end && (p.end->month != 12 || flow)) p.begin = Date{p.end->year, 1, 1};
      fact.period = p;
      // 到2030年，建成…: what lies in a year after that of writing has not happened
      bool const ahead = p.begin && context_->written && context_->written->year < p.begin->year;
      if (ahead && fact.status == Status::actual) fact.status = Status::target;
    }
    out_.indicators.push_back(std::move(fact));
    Indicator const& made = out_.indicators.back();
    if (made.period && period->mention != none) evidence(made, "period", {RecordType::time, period->mention});
    if (!area.empty() && area.node != no_node) evidence(made, "area", {RecordType::node, area.node});
    return out_.indicators.back();
  }
  /// What speaks for or against a fact where it stands. `composed`: its name was put together from words before and after
  /// the figure. Article by article its name and what all names are like are weighed too: see `weigh`.
  [[nodiscard]] Signs signs_of_place(Indicator const& fact, GoverningPeriod const* period, bool composed) const {
    bool const own_area = !context_->sentence_area.empty();
    bool const runs = !own_area && (!context_->part_area.empty() || !context_->running_area.empty());
    // A period of a title or heading, whose words are not kept, holds to its end
    bool const titled = period != nullptr && (period->text.empty() || period->of_title);
    return Signs()
        .add(Sign::goes_on, !composed && is_han(code_point(text_, fact.range.end)))
        .add(Sign::area_before, runs)
        .add(Sign::undated, period == nullptr && !own_area && !fact.area.empty())
        .add(Sign::other_named, other_named(fact))
        .add(Sign::period_before, period != nullptr && !context_->sentence_period && !titled)
        .add(Sign::dense, s_->figures.size() >= dense_figures);
  }
  /// Is a place or body other than the area of the fact named in its sentence, not long before its figure?
  [[nodiscard]] bool other_named(Indicator const& fact) const {
    constexpr int nearest = 4;
    auto const& all = out_.entities;
    auto const before = [](Entity const& e, std::uint32_t at) { return e.range.end <= at; };
    auto it =
        std::lower_bound(all.begin() + static_cast<std::ptrdiff_t>(first_entity_), all.end(), fact.range.begin, before);
    for (int n = 0; n < nearest && it != all.begin() + static_cast<std::ptrdiff_t>(first_entity_); ++n) {
      --it;
      bool const doer = it->kind == EntityKind::place || it->kind == EntityKind::organization;
      bool const own = fact.area.find(it->text) != std::string_view::npos ||
                       (!fact.area.empty() && it->text.find(fact.area) != std::string_view::npos);
      if (doer && !own) return true;
    }
    return false;
  }
  /// The codes of a place that is named in full, or as a county without its kind.
  [[nodiscard]] std::string_view codes_of(std::string_view name) const {
    Entry const place = lexicon_.find(name, Class::place);
    return place.word.empty() ? lexicon_.find(name, Class::place_short).text : place.text;
  }
  /// Under a heading of plans no target is for a period that was over when the text was written, unless its own sentence
  /// says so: the title of a report on the first half year does not govern its plans.
  [[nodiscard]] bool past_for(Status status, GoverningPeriod const& period) const {
    bool const plans = status == Status::target && context_->heading_status == Status::target;
    return plans && !context_->sentence_period && context_->written && period.value.to &&
           *period.value.to < *context_->written;
  }
  void evidence(Indicator const& fact, std::string_view slot, Ref ref) {
    evidence_.push_back({static_cast<std::uint32_t>(&fact - out_.indicators.data()), {slot, ref}});
  }

  void add_value(Figure const& f, std::uint32_t figure_index, std::string_view name, Range) {
    last_group_ = 1;
    Indicator& fact = add_fact(name, {f.begin, f.end}, "indicator.value");
    set_value(fact, f, figure_index);
    if (counts_households(fact)) {
      fact.canonical = {};
      fact.indicator_id = {};
    }
    // 截至2020年共有…户: a count that is made up to a year stands at its end
    GoverningPeriod const* const period = context_->period();
    if (fact.period && fact.canonical.empty() && f.dimension == Dimension::count && period != nullptr && period->upto &&
        (period->value.whole_year || context_->standing))
      fact.period->begin = fact.period->end;
    // 不少于10家: what is asked for
    if (fact.status == Status::actual && f.mod == Mod::at_least && !f.mod_after) fact.status = Status::target;
    Entry const planned = planned_name(fact.name);
    if (fact.status == Status::actual && f.dimension == Dimension::money && fact.canonical.empty() &&
        !planned.word.empty())
      fact.status = Status::plan;
  }
  void set_value(Indicator& fact, Figure const& f, std::uint32_t figure_index) {
    fact.value = f.value;
    fact.low = f.low;
    fact.high = f.high;
    fact.step = f.step;
    fact.mod = f.mod;
    fact.unit = f.unit;
    fact.per = f.per;
    evidence(fact, "value", {RecordType::quantity, bases_.quantities + figure_index});
  }
  /// 人口总数6300户: households are another measure than the people in them.
  [[nodiscard]] static bool counts_households(Indicator const& fact) {
    std::string_view const known = fact.canonical;
    return known.size() > 6 && fact.unit.size() == 3 && code_point(fact.unit, 0) == 0x6237 &&               // 户
           code_point(known, known.size() - 6) == 0x4eba && code_point(known, known.size() - 3) == 0x53e3;  // 人口
  }
  /// 合同引资, 签约金额: money that is only agreed.
  [[nodiscard]] Entry planned_name(std::string_view name) const {
    for (std::size_t i = 0; i < name.size(); i += char_size(name, i)) {
      Entry const e = lexicon_.longest(name, i, Class::status);
      if (!e.word.empty() && e.value == static_cast<int>(Status::plan)) return e;
    }
    return {};
  }

  static constexpr std::size_t most_changes = 8;
  static std::string_view change_slot(std::size_t i) {
    constexpr std::array<std::string_view, most_changes> names = {"changes.0", "changes.1", "changes.2", "changes.3",
                                                                  "changes.4", "changes.5", "changes.6", "changes.7"};
    return names[std::min(i, names.size() - 1)];
  }
  void change_only(std::string_view name, Event const& e, Move const& m, std::uint32_t figure) {
    Range anchor{e.begin, e.end};
    if (figure != none) anchor = {s_->figures[figure].begin, s_->figures[figure].end};
    Indicator& fact = add_fact(name, anchor, "indicator.change");
    if (fact.canonical.empty() && outputs_) know_product(fact);
    add_change(fact, m, figure);
  }
  /// 工业总产值增长12%，原煤增长9.1%: after an output of the sentence, a product that grew is how much of it was made.
  void know_product(Indicator& fact) const {
    constexpr std::size_t longest = 18;  // bytes of a product's name
    if (fact.name.size() < 3 || fact.name.size() > longest) return;
    std::string output(fact.name);
    output += lexicon_.asked("output", 0, Class::made).text;
    Entry const known = lexicon_.find(output, Class::indicator);
    fact.canonical = known.text;
    fact.indicator_id = known.second;
  }
  /// What the words before a move say of growth: nothing, 增速 or 降幅.
  enum class Growth : std::uint8_t { unsaid, of_rise, of_fall };

  /// 增速比上年提高1.5个百分点, 同比加快0.3个百分点; points after a rate of growth where the level is no percentage.
  [[nodiscard]] static bool moves_growth(Indicator const& fact, Move const& m, Figure const& f, Growth growth) {
    if (f.unit != "pp" && f.dimension != Dimension::ratio) return false;
    if (growth != Growth::unsaid && !m.growth) return true;
    if (f.unit != "pp") return false;
    if (m.of_speed) return true;
    bool const grew = !fact.changes.empty() && fact.changes.front().unit == "%" && !fact.changes.front().of_growth;
    return grew && fact.unit != "%" && !fact.share && !fact.completion;
  }
  void add_change(Indicator& fact, Move const& m, std::uint32_t figure, Growth growth = Growth::unsaid) {
    Change c;
    c.basis = m.basis;
    c.against = m.against;
    if (year_before(fact, m)) {
      c.basis = gongwen::Basis::yoy;
      c.against = {};
    }
    base_of_list(m, c);
    c.direction = m.direction;
    c.of_growth = figure != none && moves_growth(fact, m, s_->figures[figure], growth);
    // 降幅收窄 is less of a fall: growth has risen
    if (c.of_growth && growth == Growth::of_fall)
      c.direction = c.direction == Direction::up ? Direction::down : Direction::up;
    if (figure != none) {
      static_cast<Amount&>(c) = amount_of(s_->figures[figure]);
      evidence(fact, change_slot(fact.changes.size()), {RecordType::quantity, bases_.quantities + figure});
      // -1.6% under a verb of growth is a fall
      if (c.value && c.value->negative()) {
        c.value = -*c.value;
        c.direction = c.direction == Direction::up ? Direction::down : Direction::up;
      }
    }
    if (fact.changes.size() < most_changes) fact.changes.push_back(c);
  }

  /// 1959年…比1958年增长19%: the year before, by its name.
  [[nodiscard]] bool year_before(Indicator const& fact, Move const& m) const {
    if (m.basis != gongwen::Basis::since || m.against.empty() || !fact.period || !fact.period->begin) return false;
    auto const at = static_cast<std::uint32_t>(m.against.data() - text_.data());
    Range const in = s_->times_in({at, at + 1});
    if (in.empty()) return false;
    TimeValue const& t = s_->times[in.begin];
    return t.whole_year && t.from && t.from->year != 0 && t.from->year + 1 == fact.period->begin->year &&
           fact.period->begin->month == 1 && fact.period->end && fact.period->end->month == 12 &&
           fact.period->end->year == fact.period->begin->year;
  }

  /// 总产值比1964年增长1.9倍，钢增长1.2倍，原煤增长91%: the year that the first of a list is set against holds for the moves
  /// that name none, up to another base or a clause with a time of its own.
  void base_of_list(Move const& m, Change& c) {
    if (m.based) {
      since_ = m.basis == gongwen::Basis::since && c.basis == gongwen::Basis::since ? m.against : std::string_view();
    } else if (!since_.empty() && !m.growth && !m.of_speed && c.basis == gongwen::Basis::yoy) {
      c.basis = gongwen::Basis::since;
      c.against = since_;
    }
  }

  std::size_t first_fact_ = 0;    ///< of the sentence
  bool outputs_ = false;          ///< the last known measure of the sentence was what was made
  bool to_do_ = false;            ///< the clause is a deed of a plan
  std::size_t last_group_ = 0;    ///< how many facts the last list made
  std::size_t first_entity_ = 0;  ///< of the sentence
  std::string_view since_;        ///< the year that the moves of the sentence are set against, where one has named it

 private:
  struct FactEvidence {
    std::uint32_t fact = 0;
    Evidence said;
  };
  static constexpr std::size_t dense_figures = 8;

  /// A fact whose confidence is still to be given.
  struct Weighed {
    std::uint32_t fact = 0;
    Signs signs;
  };
  std::vector<FactEvidence> evidence_;
  std::vector<Weighed> weighed_;  ///< of the article
};

}  // namespace detail

GONGWEN_END
