// gongwen/detail/grammar/time_joined.hpp: durations in several units are one: 两年零三个月, 8天20小时.
#pragma once

#include <vector>

#include "time_value.hpp"

GONGWEN_BEGIN

namespace detail {

namespace when {

/// The place of a duration's unit, years first; 0 where it has several or none.
inline int unit_place(std::string_view iso) noexcept {
  if (iso.size() < 3 || iso[0] != 'P') return 0;
  bool const clock = iso[1] == 'T';
  std::string_view const order = clock ? "HMS" : "YMWD";
  auto const at = order.find(iso.back());
  return at == std::string_view::npos ? 0 : static_cast<int>(at) + (clock ? 5 : 1);
}
/// Between two parts: nothing, or 又, 加.
inline bool joins(std::string_view between) noexcept {
  if (between.empty()) return true;
  if (between.size() != 3) return false;
  char32_t const c = code_point(between, 0);
  return c == 0x53c8 || c == 0x52a0;
}
/// Takes `next` into `v` when both are parts of one duration; false when they are two.
inline bool join_duration(TimeValue& v, TimeValue const& next, std::string_view text) {
  if (v.kind != TimeKind::duration || next.kind != TimeKind::duration || next.begin < v.end) return false;
  if (v.mod != TimeMod::none || next.mod != TimeMod::none || !v.duration_high.empty() || !next.duration_high.empty())
    return false;
  auto const t = v.duration.find('T');
  std::string const last = t == std::string::npos ? v.duration : "P" + v.duration.substr(t);
  int const a = unit_place(last);
  int const b = unit_place(next.duration);
  if (a == 0 || b <= a || !joins(text.substr(v.end, next.begin - v.end))) return false;
  bool const clock = next.duration[1] == 'T';
  v.duration += next.duration.substr(clock && t != std::string::npos ? 2 : 1);
  v.timex = v.duration;
  v.end = next.end;
  return true;
}

}  // namespace when

}  // namespace detail

GONGWEN_END
