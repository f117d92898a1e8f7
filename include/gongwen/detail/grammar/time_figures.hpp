// gongwen/detail/grammar/time_figures.hpp: days written in figures alone: 2021-02-02 · 2019.9.6 · 2008.03-2009.05 · 09-01 20:01.
// A run of digits and points is one token to the scanner, or none; so these are read by character where a numeral begins.
#pragma once

#include <array>

#include "time_periods.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

/// Up to three groups of digits with the same kind of mark between them.
struct FigureGroups {
  std::array<int, 3> value{}, digits{};
  std::array<std::uint32_t, 3> end{};  ///< after each group
  std::array<char32_t, 2> mark{};
  int count = 0;
};
constexpr bool is_date_mark(char32_t c) noexcept {
  return c == U'-' || c == U'/' || c == U'.' || c == 0xb7 || c == 0xff0d || c == 0xff0e || c == U' ';  // · － ．
}
inline FigureGroups groups_at(std::string_view text, std::uint32_t at) {
  FigureGroups g;
  while (g.count < 3) {
    auto const i = static_cast<std::size_t>(g.count);
    std::uint32_t const begin = at;
    // a day has two digits at most: 2018-12-1209:03 goes on with a clock
    std::uint32_t const most = g.count == 2 && g.digits[0] == 4 ? 2 : 8;
    while (at < text.size() && at - begin < most && is_digit(static_cast<unsigned char>(text[at])))
      g.value[i] = g.value[i] * 10 + (text[at++] - '0');
    if (at == begin) break;
    g.digits[i] = static_cast<int>(at - begin);
    g.end[i] = at;
    ++g.count;
    char32_t const c = at < text.size() ? code_point(text, at) : 0;
    if (g.count == 3 || !is_date_mark(c)) break;
    g.mark[i] = c;
    at += char_size(text, at);
  }
  return g;
}
/// 20:01, or nothing but the end of the figures.
inline bool clock_begins(std::string_view text, std::uint32_t at) noexcept {
  if (at + 5 > text.size() || text[at + 2] != ':') return false;
  return is_digit(static_cast<unsigned char>(text[at])) && is_digit(static_cast<unsigned char>(text[at + 1])) &&
         is_digit(static_cast<unsigned char>(text[at + 3])) && is_digit(static_cast<unsigned char>(text[at + 4]));
}
/// A dash after 2018/1/10 leads to another day; after 2021-09-12 only to a clock.
inline bool figures_end(std::string_view text, std::uint32_t at, char32_t mark) noexcept {
  char32_t const c = at < text.size() ? code_point(text, at) : 0;
  if (is_digit(c)) return clock_begins(text, at);
  if (is_latin(c) || c == U'%' || c == U'/') return false;
  char32_t const next = at + 1 < text.size() ? code_point(text, at + 1) : 0;
  if (!is_digit(next) || (c != U'.' && c != U'-')) return true;
  char32_t const colon = at + 3 < text.size() ? code_point(text, at + 3) : 0;
  return c == U'-' && (mark != c || colon == U':' || colon == 0xff1a);
}

/// Reads the days of a sentence that are written in figures.
class FigureDates {
 public:
  FigureDates(Lattice const& lattice, TimeContext const& context) : lattice_(lattice), context_(context) {}

  template <class Emit>
  void read(Emit&& emit) const {
    std::string_view const text = lattice_.text().substr(0, lattice_.range().end);
    std::uint32_t from = 0;
    for (Number const& n : lattice_.numbers()) {
      if (n.han || n.begin < from || !is_digit(static_cast<unsigned char>(text[n.begin]))) continue;
      if (!may_begin(text, n)) continue;
      std::optional<TimeValue> v = at(text, n.begin);
      if (!v) continue;
      from = v->end;
      emit(std::move(*v));
    }
  }

 private:
  /// Cheap: most numerals are followed by a word.
  static bool may_begin(std::string_view text, Number const& n) noexcept {
    if (n.digits == Number::passed_over || n.places != 0 || n.digits == 8) return true;
    return n.end < text.size() && is_date_mark(code_point(text, n.end));
  }
  [[nodiscard]] std::optional<TimeValue> at(std::string_view text, std::uint32_t begin) const {
    char32_t const before = begin > lattice_.range().begin ? code_point(text, previous(text, begin)) : 0;
    if (is_latin(before) || is_digit(before) || before == U'.' || before == 0x7b2c) return std::nullopt;  // 第
    FigureGroups const g = groups_at(text, begin);
    auto v = year_month_day(text, g);
    if (!v) v = year_month(text, g);
    bool const first = !is_date_mark(before) || before == U' ';  // no later part of something else
    if (!v && first) v = month_day(text, g);
    if (!v && first && context_.utterance) v = alone(text, begin, g);
    if (v) v->begin = begin;
    return v;
  }

  static std::optional<TimeValue> day_of(std::int64_t year, int month, int d, std::uint32_t end, bool written = true) {
    auto const date = make_date(year, month, d);
    if (!date) return std::nullopt;
    TimeValue v;
    v.end = end;
    v.from = v.to = *date;
    v.timex = date->to_string();
    v.explicit_year = written ? static_cast<int>(year) : 0;
    v.open_year = !written;
    v.named = true;
    v.by = "date.figures";
    return v;
  }
  /// 2021-02-02, 2019.9.6
  [[nodiscard]] std::optional<TimeValue> year_month_day(std::string_view text, FigureGroups const& g) const {
    bool const spaced = g.mark[0] == U' ' || g.mark[1] == U' ';
    if (g.count != 3 || g.digits[0] != 4 || g.digits[1] > 2 || (spaced && !context_.utterance)) return std::nullopt;
    if (g.value[0] < (context_.utterance ? 1000 : 1900) || g.value[0] > 2199 || !figures_end(text, g.end[2], g.mark[0]))
      return std::nullopt;
    return day_of(g.value[0], g.value[1], g.value[2], g.end[2]);
  }
  /// 1999.08-2002.02, 2008.03-2009: the span says that they are months and no decimals.
  [[nodiscard]] std::optional<TimeValue> year_month(std::string_view text, FigureGroups const& g) const {
    if (!year_and_month(g, 1) || g.count != 3 || g.digits[2] != 2 || g.mark[1] == U'.') return std::nullopt;
    std::uint32_t const second = g.end[1] + static_cast<std::uint32_t>(char_size(text, g.end[1]));
    FigureGroups const to = groups_at(text, second);
    bool const year_alone = to.digits[0] == 4 && to.count == 1;
    if (to.digits[0] != 4 || to.value[0] < g.value[0] || to.value[0] > 2199) return std::nullopt;
    if (!year_alone && (!year_and_month(to, 1) || to.count != 2)) return std::nullopt;
    std::uint32_t const end = year_alone ? to.end[0] : to.end[1];
    if (!figures_end(text, end, U'-') || counts(end)) return std::nullopt;
    TimeValue v = month_of(g.value[0], g.value[1], end);
    v.kind = TimeKind::period;
    v.to = last_of(to.value[0], year_alone ? 12 : to.value[1]);
    v.timex += "/" + four(to.value[0]) + (year_alone ? "" : "-" + two(to.value[1]));
    return v;
  }
  /// `least`: digits of the month. One by one 2013.3 is a decimal.
  static bool year_and_month(FigureGroups const& g, int least = 2) noexcept {
    return g.count >= 2 && g.digits[0] == 4 && g.value[0] >= 1900 && g.value[0] <= 2199 && g.digits[1] >= least &&
           g.digits[1] <= 2 && g.value[1] >= 1 && g.value[1] <= 12 && g.mark[0] == U'.';
  }
  static TimeValue month_of(int year, int month, std::uint32_t end) {
    TimeValue v;
    v.end = end;
    v.kind = TimeKind::period;
    v.from = first_of(year, month);
    v.to = last_of(year, month);
    v.timex = four(year) + "-" + two(month);
    v.explicit_year = year;
    v.named = true;
    v.by = "date.figures";
    return v;
  }
  [[nodiscard]] bool counts(std::uint32_t end) const {
    if (end < lattice_.range().end && han_power(code_point(lattice_.text(), end)) > 0) return true;
    return lattice_.find(lattice_.skip(end), Class::unit | Class::classifier) != nullptr;
  }
  /// 09-01 20:01: the clock says that it is a day.
  [[nodiscard]] std::optional<TimeValue> month_day(std::string_view text, FigureGroups const& g) const {
    if (g.count < 2 || g.digits[0] != 2 || g.digits[1] != 2 || g.mark[0] != U'-') return std::nullopt;
    if (lattice_.skip(g.end[1]) == g.end[1] || !clock_begins(text, lattice_.skip(g.end[1]))) return std::nullopt;
    return day_of(context_.year, g.value[0], g.value[1], g.end[1], false);
  }

  // ---- what is a day only where nothing else is said ------------------------------------------------------------------

  [[nodiscard]] std::optional<TimeValue> alone(std::string_view text, std::uint32_t begin,
                                               FigureGroups const& g) const {
    if (g.count == 3 && g.digits[2] == 4 && figures_end(text, g.end[2], g.mark[0]))  // 13.5.2015
      return day_of(g.value[2], g.value[1], g.value[0], g.end[2]);
    if (g.count == 3 && g.digits[0] == 2 && g.mark[0] == U'-' && figures_end(text, g.end[2], g.mark[0]))  // 27-7-3
      return day_of(2000 + g.value[0], g.value[1], g.value[2], g.end[2]);
    std::uint32_t const end = g.count == 0 ? begin : g.end[static_cast<std::size_t>(g.count - 1)];
    bool const all = begin == lattice_.skip(lattice_.range().begin) && lattice_.skip(end) == lattice_.range().end;
    if (!all) return std::nullopt;
    if (g.count == 1 && g.digits[0] == 8 && g.value[0] >= 19000000)  // 20240307
      return day_of(g.value[0] / 10000, g.value[0] / 100 % 100, g.value[0] % 100, end);
    if (g.count != 2) return std::nullopt;
    if (year_and_month(g)) return month_of(g.value[0], g.value[1], end);  // 2013.03
    bool const padded = g.mark[0] == U'-' && g.digits[0] == 2 && g.digits[1] == 2;
    bool const improper = g.mark[0] == U'/' && g.value[0] > g.value[1];  // 12/1; 1/12 is a fraction
    if (!padded && !improper && g.mark[0] != 0xb7) return std::nullopt;
    return day_of(context_.year, g.value[0], g.value[1], end, false);
  }

  Lattice const& lattice_;
  TimeContext const& context_;
};

}  // namespace when

}  // namespace detail

GONGWEN_END
