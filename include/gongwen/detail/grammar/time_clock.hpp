// gongwen/detail/grammar/time_clock.hpp: 15:30 · 下午3点半 · 八点一刻 · 9时30分: hours of a day.
#pragma once

#include "time_value.hpp"

GONGWEN_BEGIN

namespace detail {

/// An hour of some day, as TIMEX3 writes it.
struct Clock {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  int hour = 0, minute = 0;
  bool part = false;  ///< a part of the day stands before it
  bool sure = false;  ///< is an hour where no day stands before it: 3点 may be three points
};

namespace when {

inline std::string clock_timex(Clock const& c, int later = 0) {
  int const hour = c.hour < 12 && !c.part ? c.hour + later : c.hour;
  return "T" + two(hour) + ":" + two(c.minute);
}

/// 昨晚8点, 明早7点: the part of the day belongs to the day before it.
inline bool part_of_day_word(Match const& m) {
  if (m[Slot::a] == nullptr || m[Slot::a]->end - m[Slot::a]->begin != 3) return false;
  char32_t const c = m.before();
  return c == 0x4eca || c == 0x6628 || c == 0x660e || c == 0x5f53;  // 今 昨 明 当
}
inline std::optional<Clock> clock_at(Match const& m, int minute, bool sure) {
  if (part_of_day_word(m)) return std::nullopt;
  int hour = small(m, Slot::c, 0, 24);
  if (hour < 0 || minute < 0 || (hour == 24 && minute > 0) || (m[Slot::a] == nullptr && glued(m))) return std::nullopt;
  bool const part = m[Slot::a] != nullptr;
  if (part && hour < 12) hour += m.meaning(Slot::a, Class::part_day).value;
  return Clock{m.begin, m.end, hour, minute, part, sure || part};
}
/// 15:30, 上午10:00, 9:30时. Two numbers with a colon may be a ratio or a score: sure only with more.
inline std::optional<Clock> clock_colon(Match const& m, TimeContext const&) {
  if (m.number(Slot::d).digits != 2 || m.number(Slot::c).han || is_digit(m.after())) return std::nullopt;
  return clock_at(m, small(m, Slot::d, 0, 59), m[Slot::unit] != nullptr);
}
/// 8时, 3点钟; 一时 and 三点 are more often something else.
inline std::optional<Clock> clock_hour(Match const& m, TimeContext const&) {
  bool const word = m.meaning(Slot::unit, Class::hour_mark).value == 1;
  bool const long_word = m[Slot::unit]->end - m[Slot::unit]->begin > 3;  // 点钟, 时许
  return clock_at(m, 0, word && (long_word || !m.number(Slot::c).han));
}
inline std::optional<Clock> clock_half(Match const& m, TimeContext const&) {
  if (m.lattice->find(m[Slot::b]->begin, Class::half_duration | Class::not_unit) != nullptr) return std::nullopt;
  return clock_at(m, 30, true);
}
/// 9时30分, 下午3点20
inline std::optional<Clock> clock_minutes(Match const& m, TimeContext const&) {
  bool const marked = m[Slot::mod] != nullptr;
  if (!marked && m.number(Slot::d).digits != 2 && !m.number(Slot::d).han) return std::nullopt;
  return clock_at(m, small(m, Slot::d, 0, 59), marked);
}
inline std::optional<Clock> clock_quarter(Match const& m, TimeContext const&) {
  int const quarters = small(m, Slot::d, 1, 3);
  return quarters < 0 ? std::nullopt : clock_at(m, quarters * 15, true);
}

/// A look at the character behind a numeral spares most of them the rows. A part of the day is always looked at.
inline bool may_be_hour(Lattice const& lattice, std::uint32_t at) {
  Token const* const n = lattice.find(at, Class::number);
  if (n == nullptr) return true;
  if (n->end - n->begin > 6 || n->end >= lattice.range().end) return false;
  char32_t const c = code_point(lattice.text(), n->end);
  return c == U':' || c == 0xff1a || c == 0x2236 || is_point(c) || c == 0x65f6 || c == 0x6642 || c == U' ' ||
         c == 0x3000;  // ： ∶ 时 時
}

using C = Rule<Clock, TimeContext>;
inline constexpr Pattern hour_of_day = maybe(Class::part_day, Slot::a) + one(Class::number, Slot::c);
inline constexpr C clock_rules[] = {
    {"clock.colon", hour_of_day + one(Class::colon) + one(Class::number, Slot::d) + maybe(Class::hour_mark, Slot::unit),
     clock_colon},
    {"clock.hour", hour_of_day + one(Class::hour_mark, Slot::unit), clock_hour},
    {"clock.half", hour_of_day + one(Class::hour_mark) + one(Class::half, Slot::b), clock_half},
    {"clock.minutes",
     hour_of_day + one(Class::hour_mark) + one(Class::number, Slot::d) + maybe(Class::minute_mark, Slot::mod),
     clock_minutes},
    {"clock.quarter", hour_of_day + one(Class::hour_mark) + one(Class::number, Slot::d) + one(Class::quarter_hour),
     clock_quarter},
};
static_assert(sound(clock_rules));
inline constexpr Phase<Clock, TimeContext> clock_phase{clock_rules};

}  // namespace when

}  // namespace detail

GONGWEN_END
