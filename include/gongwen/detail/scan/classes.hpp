// gongwen/detail/scan/classes.hpp: the classes of words, and sets of them.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

// Words get their classes from the tables; number, figure, date and the like are what the phases of the grammar add.
// clang-format off
#define GONGWEN_CLASSES(X) \
  /* figures */ X(number) X(few) X(unit) X(classifier) X(figure) X(mod_before) X(mod_after) X(per_power) \
    X(fraction_mark) X(tenths) X(range_mark) X(colon) X(slash) X(multiple) X(zero_count) X(per_each) X(fan) \
    X(fan_verb) X(half) X(not_unit) \
    X(minus) X(below_zero) X(celsius) X(degree) X(currency) X(subunit) X(and_mark) X(between) X(copula) \
    X(number_stop) X(loose_fraction) X(fixed_phrase) X(electric) X(heat) X(ratio_by) \
  /* times */ X(year_mark) X(month_mark) X(day_mark) X(quarter_mark) X(month_name) X(quarter_name) X(half_year) \
    X(rel_year) X(rel_month) X(rel_day) X(part_day) X(edge) X(year_edge) X(month_edge) X(period_edge) X(xun) \
    X(before) X(after) X(inside) X(since) X(from) X(upto) X(during) X(plan) X(feast) X(now) X(dur_unit) \
    X(half_duration) X(each) X(year_ref) X(date) X(time) X(week) X(decade) X(lunar) X(same_period) \
    X(hour_mark) X(minute_mark) X(quarter_hour) X(nth_last) X(nth_first) X(century) X(era) X(leap_mark) X(rel_quarter) \
    X(half_month) X(rel_pair) X(rel_century) X(clock) \
  /* ranks and ratios */ X(ordinal) X(rank_unit) X(rank_top) X(rank_last) X(from_end) X(rank_verb) X(rank_vague) \
    X(rank_enter) X(rank_move) X(rank_noun) X(rank_front) X(rank_crowd) \
    X(ratio_word) \
  /* changes */ X(basis) X(compare) X(up) X(down) X(flat) X(growth) X(by) X(respectively) X(change) X(based) \
    X(more) X(compared) X(manner) X(to) X(narrow) X(widen) X(peer) X(peer_noun) X(contribute) \
  /* measures */ X(reach) X(reach_verb) X(lead) X(measure_word) X(hold) X(rate_head) X(part_of) X(growth_noun) X(not_measure) \
    X(share_verb) X(of_verb) X(of) X(status) X(plan_noun) X(among) X(indicator) \
  /* areas */ X(area) X(area_weak) X(zone) X(place) X(place_short) X(place_former) \
  /* entities */ X(organ_field) X(organ_base) X(corp_tail) X(place_tail) X(role) \
  /* tasks and projects */ X(modal) X(duty) X(stage) X(invest) \
  /* verdicts and problems */ X(verdict) X(problem_noun) \
  /* points */ X(quote_open) X(quote_close) X(pause) X(comma) X(semicolon) X(stop) X(open) X(close) \
    X(conjunction) X(issued) \
  /* outline, not scanned for */ X(section) X(item_word) X(aspect) X(pair) X(not_item) X(salutation) X(addressee) X(note) \
    X(boilerplate) X(title_tail) X(office) X(organ) X(responsibility) X(takes_charge) X(closing) X(attachment) \
    X(label_head) X(serial_head) X(unit_word) \
  /* parse and check, not scanned for */ X(repair) X(message) X(part_of_whole) X(comparable) X(set_member) X(own_scale) \
  /* asked for, from here on; entities */ \
    X(organ_tail) X(organ_not) X(branch) X(name_lead) X(name_word) X(generic) X(title_after) X(not_person) \
    X(place_not) X(name_never) X(surname) X(programme) X(owner_tail) X(owner_lead) \
  /* tasks, asked for */ X(act) X(opening) X(nobody) X(link) X(exhort) X(reported) X(not_modal) X(act_done) X(clause_mark) X(doer) \
  /* verdicts, problems and catch-phrases, asked for */ X(verdict_bad) X(verdict_lead) X(verdict_etc) X(verdict_unit) \
    X(verdict_begins) X(verdict_nobody) X(problem_verb) X(problem_opens) X(formula_measure) X(formula_link) \
    X(formula_opens) X(formula_lead) X(formula_not) X(formula_count) \
    X(verdict_these) \
  /* measures, asked for */ X(comparative) X(fund_noun) X(stock_tail) X(made) X(family) X(yields) X(grants) X(rule_for) X(standing) X(predicate) X(investor) X(shared_verb) X(does) X(breaks_down) \
    X(other_areas) X(area_kind) X(joint) X(etc_not) X(abstract) X(topic_word) X(text_kind) X(advances) \
  /* times, asked for */ X(counts_years) \
  /* projects, asked for */ X(begun) X(ahead) X(reached) X(denied) X(project_tail) X(project_part) X(project_generic) \
    X(project_back) X(builds)
// clang-format on

enum class Class : std::uint8_t {
#define GONGWEN_X(name) name,
  GONGWEN_CLASSES(GONGWEN_X) count
#undef GONGWEN_X
};

/// Classes that are never scanned for: a grammar that has found its place asks for them there, so they cost nothing elsewhere.
/// Their words stand in the automaton behind a mark that no text begins a word with.
constexpr bool asked_only(Class c) noexcept { return c >= Class::organ_tail; }
/// Classes whose words a lattice holds. The outline and the stages beside it ask the lexicon where they stand; no row of a
/// grammar has a step over the points that only part clauses.
constexpr bool scanned(Class c) noexcept {
  return c < Class::section && c != Class::comma && c != Class::semicolon && c != Class::stop;
}
inline constexpr char asked_mark = '\x01';

/// The names that the tables use, by value of the class.
inline constexpr std::string_view class_names[] = {
#define GONGWEN_X(name) #name,
    GONGWEN_CLASSES(GONGWEN_X)
#undef GONGWEN_X
};

static_assert(static_cast<int>(Class::count) <= 256, "a class is 8 bits of an entry");

/// A set of classes, as a row of the grammar names it: Class::up | Class::down.
struct ClassSet {
  static constexpr unsigned size = 192;
  std::uint64_t words[size / 64] = {};

  constexpr ClassSet() = default;
  constexpr ClassSet(Class c) {  // NOLINT(google-explicit-constructor): one class is a set
    if (asked_only(c)) return;   // no sentence has them
    words[static_cast<unsigned>(c) / 64] = std::uint64_t{1} << (static_cast<unsigned>(c) % 64);
  }

  [[nodiscard]] constexpr bool meets(ClassSet const& other) const noexcept {
    return ((words[0] & other.words[0]) | (words[1] & other.words[1]) | (words[2] & other.words[2])) != 0;
  }
  [[nodiscard]] constexpr bool holds(unsigned cls) const noexcept { return (words[cls / 64] >> (cls % 64) & 1U) != 0; }
  /// Calls f(class) for each class of the set.
  template <class F>
  constexpr void each(F&& f) const {
    for (unsigned i = 0; i < size / 64; ++i) {
      for (std::uint64_t rest = words[i]; rest != 0; rest &= rest - 1)
        f(i * 64 + static_cast<unsigned>(std::countr_zero(rest)));
    }
  }
  friend constexpr bool operator==(ClassSet const&, ClassSet const&) = default;
  friend constexpr ClassSet operator|(ClassSet a, ClassSet const& b) noexcept {
    for (int i = 0; i < 3; ++i) a.words[i] |= b.words[i];
    return a;
  }
};
constexpr ClassSet operator|(Class a, Class b) noexcept { return ClassSet(a) | ClassSet(b); }
static_assert(static_cast<unsigned>(Class::organ_tail) <= ClassSet::size);

}  // namespace detail

GONGWEN_END
