// gongwen/detail/grammar/time_joined.hpp: durations in several units are one (两年零三个月, 8天20小时); days of a list share their month.
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
/// Between two parts: nothing, or 又, 加, 外加.
inline bool joins(std::string_view between) noexcept {
  if (between.size() == 6 && code_point(between, 0) == 0x5916) between.remove_prefix(3);  // 外
  if (between.empty()) return true;
  if (between.size() != 3) return false;
  char32_t const c = code_point(between, 0);
  return c == 0x53c8 || c == 0x52a0;
}
/// 8天20时: behind days an hour is a number of hours.
inline std::string hours_of(TimeValue const& v) {
  bool const whole_hour =
      v.clock && v.kind == TimeKind::date && v.timex.size() == 6 && v.timex.compare(3, 3, ":00") == 0;
  return whole_hour ? "PT" + std::to_string(std::stoi(v.timex.substr(1, 2))) + "H" : std::string();
}
/// Takes `next` into `v` when both are parts of one duration; false when they are two.
inline bool join_duration(TimeValue& v, TimeValue const& next, std::string_view text) {
  if (v.kind != TimeKind::duration || next.begin < v.end) return false;
  std::string const more = next.kind == TimeKind::duration ? next.duration : next.begin == v.end ? hours_of(next) : "";
  if (more.empty() || v.mod != TimeMod::none || next.mod != TimeMod::none) return false;
  if (!v.duration_high.empty() || !next.duration_high.empty()) return false;
  auto const t = v.duration.find('T');
  std::string const last = t == std::string::npos ? v.duration : "P" + v.duration.substr(t);
  int const a = unit_place(last);
  int const b = unit_place(more);
  if (a == 0 || b <= a || !joins(text.substr(v.end, next.begin - v.end))) return false;
  bool const clock = more[1] == 'T';
  v.duration += more.substr(clock && t != std::string::npos ? 2 : 1);
  v.timex = v.duration;
  v.end = next.end;
  v.part = false;
  return true;
}
/// 3.2015年: a time does not begin with the number of its section.
inline void leave_section(TimeValue& v, std::string_view text) noexcept {
  for (std::uint32_t digits = 1; digits <= 2; ++digits) {
    std::uint32_t const point = v.begin + digits;
    if (v.explicit_year != 0 && point < v.end && text[point] == '.' && v.end - point > 5 && text[point + 5] == '\xe5') {
      v.begin = point + 1;
      return;
    }
  }
}
/// 9月10号、11号; 9月10日开展，15日闭幕: a day without a month has the one of the date before it. False where a day that stands
/// in a list is left without one.
inline bool settle_day(TimeValue& v, TimeValue const* before, std::string_view text) {
  if (v.open_day == 0) return true;
  bool const dated =
      before != nullptr && before->kind == TimeKind::date && before->from && !before->edge && !before->now;
  if (!dated) return v.from.has_value();
  std::string_view const between = text.substr(before->end, v.begin - before->end);
  bool const listed = between.size() <= 3 && !between.empty() && is_list_mark(code_point(between, 0));
  auto const d = make_date(before->from->year, before->from->month, v.open_day);
  if ((!listed && !v.from) || !d || *d <= *before->from) return v.from.has_value();
  v.from = v.to = *d;
  v.timex = d->to_string();
  return true;
}

}  // namespace when

}  // namespace detail

GONGWEN_END
