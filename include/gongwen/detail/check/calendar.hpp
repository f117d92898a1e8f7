// gongwen/detail/check/calendar.hpp: date_impossible: days that no calendar has, that fall on another weekday, and spans that
// end before they begin.
#pragma once

#include "../calendar/calendar.hpp"
#include "../scan/han_numbers.hpp"
#include "../segment/date_line.hpp"
#include "facts.hpp"

GONGWEN_BEGIN

namespace detail {

inline constexpr char32_t han_year = 0x5e74, han_month = 0x6708, han_day = 0x65e5;  // 年 月 日

/// A number of at most `most` digits, in digits or Han numerals, that ends just before `end`; value 0 where there is none.
struct NumberBefore {
  std::int64_t value = 0;
  std::size_t begin = 0;
};
inline NumberBefore number_before(std::string_view text, std::size_t end, std::size_t most) {
  std::size_t begin = end;
  std::size_t count = 0;
  while (begin > 0 && count <= most && is_digit(code_point(text, previous(text, begin)))) {
    begin = previous(text, begin);
    ++count;
  }
  if (count > 0) {
    if (count > most) return {};
    NumberBefore out{0, begin};
    for (std::size_t i = begin; i < end; ++i) out.value = out.value * 10 + (text[i] - '0');
    return out;
  }
  while (begin > 0 && count < 3) {
    char32_t const ch = code_point(text, previous(text, begin));
    if (han_digit(ch) < 0 && han_power(ch) != 1) break;
    begin = previous(text, begin);
    ++count;
  }
  Ordinal const o = count > 0 ? ordinal_at(text, begin) : Ordinal{};
  return o.value > 0 && o.end == end ? NumberBefore{o.value, begin} : NumberBefore{};
}

inline Finding& report_date(CheckContext const& c, NodeIndex node, Range range, std::string_view why,
                            std::string const& expected) {
  std::string const key = "date_impossible." + std::string(why);
  Finding& f = c.report("date_impossible", Severity::error, node, range, c.message(key, c.words(range), expected));
  f.found = reading(std::string(c.words(range)));
  return f;
}

/// Reads the places of 月 in order, and knows which node it is in.
class ImpossibleDays {
 public:
  explicit ImpossibleDays(CheckContext const& c) : c_(c), text_(c.view()) {}

  void check() {
    constexpr std::string_view month = "\xe6\x9c\x88";  // 月
    for (std::size_t at = text_.find(month); at != std::string_view::npos; at = text_.find(month, at + 3)) {
      NumberBefore const m = number_before(text_, at, 2);
      if (m.value > 0) day_of(m, at);
    }
  }

 private:
  void day_of(NumberBefore const& m, std::size_t at) {
    std::size_t const after = at + 3;
    std::size_t end = after;
    std::int64_t day = 0;
    if (is_digit(code_point(text_, after))) {
      while (end < text_.size() && end - after < 3 && is_digit(static_cast<unsigned char>(text_[end])))
        day = day * 10 + (text_[end++] - '0');
    } else if (Ordinal const o = ordinal_at(text_, after); o.value > 0) {
      day = o.value;
      end = o.end;
    }
    bool const dated = day > 0 && code_point(text_, end) == han_day;
    std::size_t const before = m.begin > 0 ? previous(text_, m.begin) : 0;
    bool const has_year = m.begin > 0 && code_point(text_, before) == han_year;
    if (!dated && !has_year) return;  // 13个月, 40月龄: no date
    NumberBefore const year = has_year ? number_before(text_, before, 4) : NumberBefore{};
    bool const real_year = year.value >= 1900 && year.value < 2200;
    if (has_year && !real_year && is_digit(code_point(text_, previous(text_, before)))) return;
    if (m.value <= 12 && (!dated || make_date(real_year ? year.value : 0, m.value, day))) return;
    if (lunar_before(real_year ? year.begin : m.begin)) return;
    auto const begin = static_cast<std::uint32_t>(real_year ? year.begin : m.begin);
    Range const range{begin, static_cast<std::uint32_t>(dated ? end + 3 : after)};
    Finding& f = report_date(c_, node_at(begin), range, m.value > 12 ? "month" : "day", {});
    f.how = m.value > 12 ? std::to_string(m.value) + ">12"
                         : std::to_string(day) + ">" +
                               std::to_string(days_in_month(real_year ? static_cast<int>(year.value) : 0,
                                                            static_cast<int>(m.value)));
    f.evidence.push_back({RecordType::node, f.node});
  }
  /// 农历二月三十日 is a day.
  [[nodiscard]] bool lunar_before(std::size_t at) const {
    return !c_.lexicon.longest_before(text_, at, Class::lunar).word.empty();
  }
  /// The innermost node that holds a place; places come in order.
  [[nodiscard]] NodeIndex node_at(std::uint32_t at) {
    auto const nodes = c_.records.outline.nodes();
    while (next_ < nodes.size() && nodes[next_].range.begin <= at) ++next_;
    NodeIndex node = static_cast<NodeIndex>(next_ - 1);
    while (node != no_node && nodes[node].range.end <= at) node = nodes[node].parent;
    return node;
  }

  CheckContext const& c_;
  std::string_view text_;
  std::size_t next_ = 1;
};

/// 星期三, 周三 at or shortly behind a date: 3; 0 for 星期日, 星期天; -1 where there is none.
struct Weekday {
  int value = -1;
  std::size_t end = 0;
};
inline Weekday weekday_at(std::string_view text, std::size_t at) {
  char32_t const first = code_point(text, at);
  std::size_t i = at;
  if (first == 0x661f && code_point(text, at + 3) == 0x671f) i = at + 6;  // 星期
  if (first == 0x5468) i = at + 3;                                        // 周
  if (i == at) return {};
  char32_t const day = code_point(text, i);
  if (day == han_day || day == 0x5929) return {0, i + 3};  // 天
  int const digit = han_digit(day);
  return digit >= 1 && digit <= 6 ? Weekday{digit, i + 3} : Weekday{};
}

/// A date and the weekday in brackets behind it: 2024年7月25日（星期四）.
inline void check_weekday(CheckContext const& c, std::uint32_t i) {
  Time const& t = c.records.times[i];
  if (t.kind != TimeKind::date || !t.begin || t.begin != t.end || !t.begin->known()) return;
  std::string_view const text = c.view();
  std::size_t at = t.range.end;
  // the weekday may be within the words of the date
  std::string_view const own = c.words(t.range);
  constexpr std::string_view day = "\xe6\x97\xa5";   // 日
  constexpr std::string_view year = "\xe5\xb9\xb4";  // 年
  std::size_t const cut = own.find(day);
  if (cut == std::string_view::npos || own.find(year) == std::string_view::npos) return;  // the year is inferred
  at = t.range.begin + cut + 3;
  char32_t const open = code_point(text, at);
  if (open == 0xff08 || open == U'(') at += char_size(text, at);  // （
  Weekday const w = weekday_at(text, at);
  int const real = weekday(*t.begin);
  if (w.value < 0 || w.value == real) return;
  Range const range{t.range.begin, static_cast<std::uint32_t>(w.end)};
  std::string const right = c.message("weekday." + std::to_string(real));
  Finding& f = report_date(c, t.node, range, "weekday", right);
  f.expected = reading(right);
  f.how = t.begin->to_string() + ": " + right;
  f.evidence.push_back({RecordType::time, i});
}

/// 2024年5月10日至2024年3月2日: both with their year, joined by 至, 到 or a dash.
inline void check_order(CheckContext const& c, std::uint32_t i) {
  Time const& a = c.records.times[i];
  if (i + 1 >= c.records.times.size()) return;
  Time const& b = c.records.times[i + 1];
  if (a.node != b.node || !a.begin || !b.end || !a.begin->known() || !b.end->known() || b.range.begin <= a.range.end)
    return;
  std::string_view const text = c.view();
  std::size_t const between = a.range.end;
  char32_t const joint = code_point(text, between);
  bool const joined = joint == 0x81f3 || joint == 0x5230 || joint == 0x2014 || joint == U'-';  // 至 到 —
  if (!joined || b.range.begin - between > 6 || !(*b.end < *a.begin)) return;
  constexpr std::string_view year = "\xe5\xb9\xb4";  // 年
  if (c.words(a.range).find(year) == std::string_view::npos || c.words(b.range).find(year) == std::string_view::npos)
    return;
  Finding& f = report_date(c, a.node, {a.range.begin, b.range.end}, "order", {});
  f.how = b.end->to_string() + "<" + a.begin->to_string();
  f.evidence = {{RecordType::time, i}, {RecordType::time, i + 1}};
}

/// The mention that a slot of a fact came from, where it is a time.
inline Time const* time_of(CheckContext const& c, FactBase const& fact, std::string_view slot) {
  for (std::uint32_t i = fact.evidence_begin; i < fact.evidence_end; ++i) {
    Evidence const& e = c.records.evidence[i];
    if (e.slot == slot && e.ref.type == RecordType::time) return &c.records.times[e.ref.index];
  }
  return nullptr;
}

/// A task that is to be done before the end of a year gone by: 2020年底前, where its own sentence writes that year.
inline void check_deadlines(CheckContext const& c) {
  auto const nodes = c.records.outline.nodes();
  for (std::uint32_t i = 0; i < c.records.tasks.size(); ++i) {
    Task const& task = c.records.tasks[i];
    if (!task.deadline || !task.deadline->end || !task.deadline->end->known()) continue;
    Time const* const said = time_of(c, task, "deadline");
    if (said == nullptr || said->node != task.node || (said->mod != TimeMod::by && said->mod != TimeMod::before))
      continue;
    NodeIndex const article = article_of(c, task.node);
    auto const stated = article != no_node ? nodes[article].reference_date : std::nullopt;
    // a day that another article of the input states of itself is not this one's
    bool const given = c.records.reference_date_from == "caller";
    auto const today = stated ? stated : given ? c.records.reference_date : std::nullopt;
    if (!today || task.deadline->end->year >= today->year) continue;
    if (!is_digit(code_point(task.deadline->text, 0))) continue;  // 去年底 is a figure of speech
    Finding& f = c.report("date_impossible", Severity::warning, task.node, task.range,
                          c.message("date_impossible.deadline", task.deadline->text, today->to_string()));
    f.found = reading(std::string(task.deadline->text));
    f.how = task.deadline->end->to_string() + "<" + today->to_string();
    f.evidence.push_back({RecordType::task, i});
  }
}

inline void check_dates(CheckContext const& c) {
  ImpossibleDays(c).check();
  for (std::uint32_t i = 0; i < c.records.times.size(); ++i) {
    check_weekday(c, i);
    check_order(c, i);
  }
  check_deadlines(c);
}

}  // namespace detail

GONGWEN_END
