// gongwen/detail/grammar/time_value.hpp: a time before it is a mention, and what it is resolved against.
#pragma once

#include <string>

#include "../calendar/calendar.hpp"
#include "../segment/sentences.hpp"
#include "figure.hpp"

GONGWEN_BEGIN

namespace detail {

/// What a relative time is resolved against.
struct TimeContext {
  std::optional<Date> reference;  ///< the day of writing
  int year = 0;                   ///< the year that governs; 0 unknown
  bool utterance = false;         ///< the text is one line: what stands alone in it is said for itself
  mutable Feasts feasts;

  [[nodiscard]] int reference_year() const noexcept { return reference ? reference->year : 0; }
};

/// A resolved time, before it becomes a mention.
struct TimeValue {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TimeKind kind = TimeKind::date;
  std::optional<Date> from, to;
  TimeMod mod = TimeMod::none;
  std::string duration, duration_high;
  std::string timex;
  int explicit_year = 0;  ///< written as a number
  bool whole_year = false;
  bool this_year = false;     ///< 今年
  bool past_year = false;     ///< 去年 and the like: a base, which governs nothing
  bool open_year = false;     ///< no year stands before it: it takes that of the date before it
  bool edge = false;          ///< 月底, 年末: a point
  bool now = false;           ///< 目前, 近年来
  bool named = false;         ///< names a day or a period that a fact may have
  std::uint8_t open_day = 0;  ///< 29日: no month stands before it, it takes that of the day before it in a list
  bool part = false;          ///< 30分: a time beside another only
  bool clock = false;         ///< an hour alone
  std::int32_t feast = 0;     ///< its code, where another year moves the day
  std::string_view by;
};

namespace when {

enum class Slot : std::uint8_t { year, a, b, c, d, mod, unit };

/// Nothing else stands in the sentence.
inline bool whole(Match const& m) {
  return m.begin == m.lattice->skip(m.lattice->range().begin) && m.lattice->skip(m.end) == m.lattice->range().end;
}

inline std::string two(int n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }
inline std::string four(int y) {
  return y == 0 ? "XXXX"
                : std::to_string(y).insert(0, std::size_t{4} - std::min<std::size_t>(4, std::to_string(y).size()), '0');
}

/// A month's first or last day; a year of 0 is unknown.
inline Date first_of(int year, int month) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), 1};
}
inline Date last_of(int year, int month) {
  int const days = year == 0 && month == 2 ? 28 : days_in_month(year, month);
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(days)};
}

/// The first day of the month that is so many months after the one of a day, or before it.
inline Date month_from(Date d, int months) {
  int const at = d.year * 12 + d.month - 1 + months;
  return first_of(at / 12, at % 12 + 1);
}

inline TimeValue base(Match const& m, TimeKind kind) {
  TimeValue v;
  v.begin = m.begin;
  v.end = m.end;
  v.kind = kind;
  v.named = true;
  return v;
}
inline TimeValue period(Match const& m, Date from, Date to, std::string timex) {
  TimeValue v = base(m, from == to ? TimeKind::date : TimeKind::period);
  v.from = from;
  v.to = to;
  v.timex = std::move(timex);
  return v;
}
inline std::string days_timex(Date from, Date to) {
  return from == to ? from.to_string() : from.to_string() + "/" + to.to_string();
}
inline TimeValue days(Match const& m, Date from, Date to) { return period(m, from, to, days_timex(from, to)); }
inline TimeValue day(Match const& m, Date d) { return period(m, d, d, d.to_string()); }

/// A whole number of digits alone, in a range.
inline int small(Match const& m, Slot s, int low, int high) {
  Number const& n = m.number(s);
  auto const v = n.value.to_int64();
  bool const fine = v && *v >= low && *v <= high && n.digits != 255 && !n.high && n.places == 0 && n.mod == Mod::none &&
                    n.scale_power == 0;
  return fine ? static_cast<int>(*v) : -1;
}
/// 马上一年, 经过三年: the first character belongs to the word before it.
inline bool tail_of_word(Match const& m) { return m.before() == 0x9a6c || m.before() == 0x7ecf; }
/// Between the members of a list: 、 ， 和 与 及.
constexpr bool is_list_mark(char32_t c) noexcept {
  return c == 0x3001 || c == 0xff0c || c == U',' || c == 0x548c || c == 0x4e0e || c == 0x53ca;
}
inline bool glued(Match const& m) {
  char32_t const c = m.before();
  return is_latin(c) || is_digit(c) || c == U'.' || c == 0x7b2c;
}
}  // namespace when

}  // namespace detail

GONGWEN_END
