// gongwen/detail/extract/sentence.hpp: one sentence with all that its phrases say.
#pragma once

#include <algorithm>
#include <vector>

#include "../grammar/change.hpp"
#include "../grammar/ratio.hpp"
#include "join_figures.hpp"
#include "lasting.hpp"
#include "only_numbers.hpp"
#include "pattern_mentions.hpp"
#include "ranks.hpp"

GONGWEN_BEGIN

namespace detail {

struct RatioValue {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<Decimal> terms;
  std::string_view by;
};

/// Runs the phases over a sentence. The lists are in the order of the text.
class Sentence {
 public:
  void read(std::string_view text, Range range, LexiconData const& lexicon, TimeContext const& context) {
    lattice_.reset(text, range, lexicon);
    times.clear();
    figures.clear();
    bases.clear();
    moves.clear();
    ratios.clear();
    ranks.clear();
    patterns.matches.clear();
    patterns.gave_up.clear();
    if (lexicon.patterns != nullptr) match_patterns(*lexicon.patterns, text, range, patterns);
    PatternReader const users(lattice_, context);
    find_quotes();
    read_times(context, users);
    read_ratios(users);
    read_ranks(users);
    read_figures(users);
    read_moves();
  }

  [[nodiscard]] Lattice const& lattice() const noexcept { return lattice_; }

  bool utterance = false;        ///< the text is one line, and no document
  std::vector<TimeValue> times;  ///< mentions alone
  std::vector<Figure> figures;
  std::vector<BasisValue> bases;
  std::vector<Move> moves;
  std::vector<RatioValue> ratios;
  std::vector<RankValue> ranks;
  PatternMatches patterns;  ///< of the user

  /// What the user's patterns read of one kind.
  template <class Value, class Read>
  [[nodiscard]] std::vector<Value> made(Read&& read) const {
    std::vector<Value> out;
    for (PatternMatch const& m : patterns.matches) {
      if (auto v = read(m)) out.push_back(std::move(*v));
    }
    return out;
  }
  /// The indexes of the figures, and of the times, that begin in a range: both lists stand in order.
  [[nodiscard]] Range figures_in(Range r) const noexcept { return begins_in(figures, r); }
  [[nodiscard]] Range times_in(Range r) const noexcept { return begins_in(times, r); }

  /// Inside 《》, or inside quotes that hold only a few words: a name, whose numbers are not figures.
  [[nodiscard]] bool in_name(std::uint32_t at) const noexcept {
    auto const it =
        std::upper_bound(names_.begin(), names_.end(), at, [](std::uint32_t a, Range const& r) { return a < r.begin; });
    return it != names_.begin() && at < std::prev(it)->end;
  }
  /// A time inside a name; “十一五”期间 stands in quotes of its own.
  [[nodiscard]] bool in_name(TimeValue const& t) const noexcept {
    return in_name(t.begin) && code_point(lattice_.text(), t.begin) != 0x201c;
  }
  [[nodiscard]] bool in_time(std::uint32_t at) const noexcept {
    auto const it = std::upper_bound(times.begin(), times.end(), at,
                                     [](std::uint32_t a, TimeValue const& t) { return a < t.begin; });
    return it != times.begin() && at < std::prev(it)->end;
  }

 private:
  template <class List>
  [[nodiscard]] static Range begins_in(List const& list, Range r) noexcept {
    auto const before = [](auto const& x, std::uint32_t at) { return x.begin < at; };
    auto const first = std::lower_bound(list.begin(), list.end(), r.begin, before);
    auto const last = std::lower_bound(first, list.end(), r.end, before);
    return {static_cast<std::uint32_t>(first - list.begin()), static_cast<std::uint32_t>(last - list.begin())};
  }

  static constexpr std::uint32_t longest_name = 48;  // bytes in quotes

  void find_quotes() {
    names_.clear();
    if (!lattice_.present().meets(Class::quote_open)) return;
    std::string_view const text = lattice_.text();
    std::uint32_t quote = none, book = none;
    for (Place const& place : lattice_.places()) {
      if (!place.classes.meets(Class::quote_open | Class::quote_close)) continue;
      std::uint32_t const at = place.byte;
      Token const* const t = lattice_.find(at, Class::quote_open | Class::quote_close);
      char32_t const c = code_point(text, at);
      if (c == 0x300a || c == 0x3008) {  // 《 〈
        if (book == none) book = at;
      } else if (c == 0x300b) {
        if (book != none && at - book < 300) names_.push_back({book, at});
        book = none;
      } else if (t->classes.meets(Class::quote_open)) {
        quote = at;
      } else if (quote != none) {
        if (at - quote <= longest_name && book == none) names_.push_back({quote, at});
        quote = none;
      }
    }
    std::sort(names_.begin(), names_.end(), [](Range a, Range b) { return a.begin < b.begin; });
  }

  // ---- times -------------------------------------------------------------------------------------------------------

  template <class List>
  void token_for(List const& values, Class cls, std::size_t first = 0) {
    for (std::size_t i = first; i < values.size(); ++i) {
      lattice_.add({values[i].begin, values[i].end, cls, none, static_cast<std::uint32_t>(i), none});
    }
  }
  void read_times(TimeContext const& context, PatternReader const& users) {
    years_.clear();
    dates_.clear();
    clocks_.clear();
    auto const keep_all = [](std::uint32_t) { return false; };
    when::year_phase.run(lattice_, context, keep_all, [&](Match const&, auto const& rule, TimeValue v) {
      v.by = rule.name;
      years_.push_back(std::move(v));
    });
    token_for(years_, Class::year_ref);
    when::FigureDates(lattice_, context).read([&](TimeValue v) { dates_.push_back(std::move(v)); });
    token_for(dates_, Class::date);
    read_dates(when::date_phase, DateContext{context, years_, clocks_});
    DateContext const said{context, dates_, clocks_};
    read_dates(when::part_phase, said);
    when::clock_phase.run(
        lattice_, context, [&](std::uint32_t at) { return !when::may_be_hour(lattice_, at); },
        [&](Match const&, auto const&, Clock c) { clocks_.push_back(c); });
    token_for(clocks_, Class::clock);
    if (!clocks_.empty() || lattice_.present().meets(Class::part_day)) read_dates(when::moment_phase, said);
    when::time_phase.run(lattice_, said, keep_all, [&](Match const&, auto const& rule, TimeValue v) {
      if (v.kind == TimeKind::duration && unit_goes_on(v)) return;
      if (rule.name != "time.date") v.by = rule.name;
      keep_time(std::move(v));
    });
    std::erase_if(times, [](TimeValue const& t) { return t.part; });
    overrule(times, made<TimeValue>([&](PatternMatch const& m) { return users.time(m); }));
    token_for(times, Class::time);
  }
  /// Dates of a phase become tokens of the next ones.
  template <class Phase>
  void read_dates(Phase const& phase, DateContext const& context) {
    found_.clear();
    phase.run(
        lattice_, context, [](std::uint32_t) { return false; },
        [&](Match const&, auto const& rule, TimeValue v) {
          v.by = rule.name;
          found_.push_back(std::move(v));
        });
    std::size_t const first = dates_.size();
    std::move(found_.begin(), found_.end(), std::back_inserter(dates_));
    token_for(dates_, Class::date, first);
  }
  void keep_time(TimeValue v) {
    trim_quotes(v);
    when::take_before(v, lattice_.text(), lattice_.range().begin);
    when::leave_section(v, lattice_.text());
    TimeValue const* const before = times.empty() ? nullptr : &times.back();
    if (!times.empty() && when::join_duration(times.back(), v, lattice_.text())) return;
    if (!when::settle_day(v, before, lattice_.text())) return;
    times.push_back(std::move(v));
  }
  /// 七周岁, 三十万日元: the unit is a longer word than the 周 or 日 of a duration.
  [[nodiscard]] bool unit_goes_on(TimeValue const& v) const {
    std::vector<Number> const& numbers = lattice_.numbers();
    auto it = std::lower_bound(numbers.begin(), numbers.end(), v.end,
                               [](Number const& n, std::uint32_t at) { return n.begin < at; });
    if (it == numbers.begin() || (--it)->begin < v.begin || it->end >= v.end) return false;
    Token const* const unit = lattice_.find(lattice_.skip(it->end), Class::unit);
    return unit != nullptr && unit->end > v.end;
  }
  /// “十二五”期间 has its quotes inside; “十二五” alone stands without them.
  void trim_quotes(TimeValue& v) const {
    std::string_view const text = lattice_.text();
    Token const* const open = lattice_.find(v.begin, Class::quote_open);
    std::uint32_t const last = static_cast<std::uint32_t>(previous(text, v.end));
    if (open != nullptr && lattice_.find(last, Class::quote_close) != nullptr) {
      v.begin = open->end;
      v.end = last;
    }
  }

  // ---- ratios and figures ------------------------------------------------------------------------------------------

  void read_ratios(PatternReader const& users) {
    find_ratios();
    overrule(ratios, made<RatioValue>([&](PatternMatch const& m) -> std::optional<RatioValue> {
               auto terms = users.ratio(m);
               if (!terms) return std::nullopt;
               return RatioValue{m.range.begin, m.range.end, std::move(*terms), m.spec->name};
             }));
  }
  void find_ratios() {
    if (!lattice_.present().meets(Class::colon | Class::ratio_by | Class::ratio_word)) return;
    ratio::phase.run(
        lattice_, NoContext{}, [&](std::uint32_t at) { return in_time(at); },
        [&](Match const& m, auto const& rule, RatioTerms terms) {
          ratios.push_back({m.begin, m.end, std::move(terms.terms), rule.name});
        });
  }
  [[nodiscard]] bool in_ratio(std::uint32_t at) const {
    auto const it = std::upper_bound(ratios.begin(), ratios.end(), at,
                                     [](std::uint32_t a, RatioValue const& r) { return a < r.begin; });
    return it != ratios.begin() && at < std::prev(it)->end;
  }

  void read_figures(PatternReader const& users) {
    find_figures();
    overrule(figures, made<Figure>([&](PatternMatch const& m) { return users.figure(m); }));
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
      lattice_.add({figures[i].begin, figures[i].end, Class::figure, none, i, none});
    }
  }
  void find_figures() {
    if (!lattice_.present().meets(Class::number | Class::multiple | Class::half)) return;
    find_phrases();
    FigureContext const context{utterance && only_numbers(lattice_), utterance};
    figure::phase.run(
        lattice_, context,
        [&](std::uint32_t at) {
          return in_time(at) || (in_name(at) && !(utterance && quoted_numeral(at))) ||
                 (!ratios.empty() && in_ratio(at));
        },
        [&](Match const&, auto const& rule, Figure f) {
          // A bound before a time (超过2023年) and a numeral of a set phrase are no amounts
          if (in_time(f.number)) return;
          if (!phrases_.empty() && in_phrase(f.number, f.end)) return;
          if (!ranks.empty() && in_rank(f.number)) return;
          f.by = rule.name;
          figures.push_back(f);
        });
    if (lattice_.present().meets(Class::range_mark) && figures.size() > 1) join_ranges(figures, lattice_);
    if (figures.size() > 1) yuan_of_blocks(figures, lattice_);
    if (lattice_.present().meets(Class::electric | Class::heat)) degrees(figures, lattice_);
    LastingFigures(lattice_, times).add_to(figures);
    share_units();
  }
  /// 一票否决, 三心二意: the places of set phrases, none inside another.
  void find_phrases() {
    phrases_.clear();
    if (!lattice_.present().meets(Class::fixed_phrase)) return;
    for (Place const& at : lattice_.places()) {
      if (!at.classes.meets(Class::fixed_phrase) || (!phrases_.empty() && at.byte < phrases_.back().end)) continue;
      phrases_.push_back({at.byte, lattice_.find(at.byte, Class::fixed_phrase)->end});
    }
  }
  [[nodiscard]] bool in_phrase(std::uint32_t at, std::uint32_t end) const noexcept {
    auto const it =
        std::upper_bound(phrases_.begin(), phrases_.end(), at, [](std::uint32_t a, Range r) { return a < r.begin; });
    return it != phrases_.begin() && end <= std::prev(it)->end;
  }
  /// “五”: quotes round a numeral and nothing else.
  [[nodiscard]] bool quoted_numeral(std::uint32_t at) const noexcept {
    auto const it =
        std::upper_bound(names_.begin(), names_.end(), at, [](std::uint32_t a, Range r) { return a < r.begin; });
    if (it == names_.begin()) return false;
    Token const* const number = lattice_.find(at, Class::number);
    return number != nullptr && number->end == std::prev(it)->end;
  }

  /// 4.82、4.98、11.12亿元, 6.8和11.6个百分点: bare numbers of a list take the unit, and the scale, of the figure that ends it.
  void share_units() {
    std::vector<Number> const& numbers = lattice_.numbers();
    std::size_t const last = figures.size();
    taken_.assign(numbers.size(), false);
    std::size_t number = 0;
    for (Figure const& f : figures) {
      while (number < numbers.size() && numbers[number].begin < f.begin) ++number;
      for (; number < numbers.size() && numbers[number].begin < f.end; ++number) taken_[number] = true;
    }
    for (std::size_t f = 0; f < last; ++f) {
      Figure const head = figures[f];
      if (head.dimension == Dimension::count && head.unit.empty()) continue;
      auto it = std::lower_bound(numbers.begin(), numbers.end(), head.number,
                                 [](Number const& n, std::uint32_t at) { return n.begin < at; });
      std::uint32_t right = head.begin;
      while (it != numbers.begin()) {
        --it;
        Number const& n = *it;
        if (n.han || n.digits == Number::passed_over || n.scaled || !listed(n.end, right) || in_time(n.begin) ||
            in_name(n.begin))
          break;
        char32_t const before =
            n.begin > lattice_.range().begin ? code_point(lattice_.text(), previous(lattice_.text(), n.begin)) : 0;
        if (is_latin(before) || before == 0x7b2c) break;
        auto const value = n.value.scaled(head.scale_power);
        auto const index = static_cast<std::size_t>(it - numbers.begin());
        if (!value || taken_[index]) break;
        taken_[index] = true;
        Figure g;
        g.begin = g.number = n.begin;
        g.end = n.end;
        g.value = *value;
        g.step = value->step();
        g.unit = head.unit;
        g.dimension = head.dimension;
        g.mod = n.mod;
        g.by = "figure.list";
        figures.push_back(g);
        right = n.begin;
      }
    }
    std::sort(figures.begin(), figures.end(), [](Figure const& a, Figure const& b) { return a.begin < b.begin; });
  }
  [[nodiscard]] bool listed(std::uint32_t left, std::uint32_t right) const {
    std::uint32_t const at = lattice_.skip(left);
    if (at >= right) return false;
    char32_t const c = code_point(lattice_.text(), at);
    bool const mark = c == 0x3001 || c == 0x548c || c == 0x4e0e;  // 、 和 与
    return mark && lattice_.skip(at + 3) == right;
  }

  // ---- ranks -------------------------------------------------------------------------------------------------------

  void read_ranks(PatternReader const& users) {
    RankReader reader(lattice_, ranks);
    reader.read([&](std::uint32_t at) { return in_time(at) || in_name(at); });
    overrule(ranks, made<RankValue>([&](PatternMatch const& m) { return users.rank(m); }));
  }
  /// Is the numeral the place of a rank: 由20位上升为11位?
  [[nodiscard]] bool in_rank(std::uint32_t number) const noexcept {
    auto const it = std::upper_bound(ranks.begin(), ranks.end(), number,
                                     [](std::uint32_t a, RankValue const& r) { return a < r.begin; });
    return it != ranks.begin() && std::prev(it)->number == number;
  }

  // ---- moves -------------------------------------------------------------------------------------------------------

  void read_moves() {
    if (!lattice_.present().meets(Class::up | Class::down | Class::flat | Class::growth | Class::multiple)) return;
    auto const keep_all = [](std::uint32_t) { return false; };
    MoveContext const context{times, figures, bases};
    std::vector<Range> ranges;
    std::vector<BasisValue> found;
    change::basis_phase.run(lattice_, context, keep_all, [&](Match const& m, auto const&, BasisValue b) {
      ranges.push_back({m.begin, std::min(b.end, m.end)});
      found.push_back(b);
    });
    bases = std::move(found);
    for (std::uint32_t i = 0; i < bases.size(); ++i)
      lattice_.add({ranges[i].begin, ranges[i].end, Class::based, none, i, none});
    change::phase.run(
        lattice_, context, [&](std::uint32_t at) { return in_name(at); },
        [&](Match const&, auto const& rule, Move m) {
          m.by = rule.name;
          moves.push_back(m);
        });
  }

  Lattice lattice_;
  std::vector<TimeValue> years_, dates_, found_;
  std::vector<Clock> clocks_;
  std::vector<Range> names_, phrases_;
  std::vector<bool> taken_;
};

}  // namespace detail

GONGWEN_END
