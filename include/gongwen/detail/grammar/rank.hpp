// gongwen/detail/grammar/rank.hpp: places in an order.
//
//   rank.nth       在全省排名第13位 · 位居市工业园区第一名 · 全国第7位
//   rank.from_end  排名倒数第一
//   rank.top       居全市首位
//   rank.front     稳居全国前三 · 进入全省前10名                         the position is the last of those
//   rank.place     由去年的20位上升为11位                               no 第: only where a place moved
//
// A row finds the core; `rank_scope`, a function, reads backwards for the verb and the scope, since the words of the scope are
// free: 居 + scope + core. Without a verb only an area that touches the core is a scope, and 第N without 位 or 名 is no rank.
#pragma once

#include "figure.hpp"
#include "match.hpp"

GONGWEN_BEGIN

namespace detail {

/// 第13位; 首位; 前三; 11位, with no 第.
enum class RankKind : std::uint8_t { nth, top, front, place };

struct RankCore {
  std::int32_t position = 0;
  bool from_end = false;
  RankKind kind{};
  std::uint32_t number = none;  ///< begin of its numeral
};

/// A rank, before it becomes a mention.
struct RankValue {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::int32_t position = 0;
  bool from_end = false;
  Range scope;
  std::optional<std::int32_t> out_of;
  bool verb = false;
  bool pending = false;         ///< the rank after it brings the scope
  std::uint32_t number = none;  ///< begin of its numeral
  std::string_view by;
};

namespace rank {

enum class Slot : std::uint8_t { from_end, number, unit, top };

inline std::optional<RankCore> nth(Match const& m, NoContext const&) {
  Number const& n = m.number(Slot::number);
  auto const v = n.value.to_int64();
  if (!v || *v < 1 || *v > 9999 || n.digits == Number::passed_over || n.high || n.mod != Mod::none) return std::nullopt;
  bool const unit = m[Slot::unit] != nullptr;
  // 第三产业, 第一位的, 第二个: a counted thing follows
  char32_t const after = m.after();
  bool const goes_on =
      is_han(after) && after != 0x548c && after != 0x4e0e && after != 0x53ca && after != 0x7684;  // 和 与 及 的
  if (!unit && goes_on) return std::nullopt;
  return RankCore{static_cast<std::int32_t>(*v), m[Slot::from_end] != nullptr, RankKind::nth, n.begin};
}
/// 前三, 前10名; 前三季度, 前十年 are times, 前15项 counts.
inline std::optional<RankCore> front(Match const& m, NoContext const&) {
  Number const& n = m.number(Slot::number);
  auto const v = n.value.to_int64();
  if (!v || *v < 2 || *v > 999 || n.digits == Number::passed_over || n.high || n.mod != Mod::none || n.places != 0)
    return std::nullopt;
  char32_t const after = m.after();
  if (m[Slot::unit] == nullptr &&
      (is_latin(after) || is_digit(after) || after == U'%' || after == U'-' || after == 0x2030))
    return std::nullopt;
  bool const goes_on =
      is_han(after) && after != 0x7684 && after != 0x548c && after != 0x4e4b && after != 0x884c;  // 的 和 之 行
  if (m[Slot::unit] == nullptr && goes_on) return std::nullopt;
  return RankCore{static_cast<std::int32_t>(*v), false, RankKind::front, n.begin};
}
inline std::optional<RankCore> place(Match const& m, NoContext const&) {
  Number const& n = m.number(Slot::number);
  auto const v = n.value.to_int64();
  if (!v || *v < 1 || *v > 999 || !n.plain || n.high || n.mod != Mod::none || n.digits == Number::passed_over)
    return std::nullopt;
  if (m.before() == 0x7b2c) return std::nullopt;  // 第
  // 3位专家
  if (is_han(m.after()) && m.lattice->find(m.end, Class::rank_move | Class::rank_verb) == nullptr) return std::nullopt;
  return RankCore{static_cast<std::int32_t>(*v), false, RankKind::place, n.begin};
}
inline std::optional<RankCore> top(Match const&, NoContext const&) { return RankCore{1, false, RankKind::top}; }
inline std::optional<RankCore> last(Match const&, NoContext const&) { return RankCore{1, true, RankKind::top}; }

using R = Rule<RankCore, NoContext>;
inline constexpr R rules[] = {
    {"rank.nth", one(Class::ordinal) + one(Class::number, Slot::number) + maybe(Class::rank_unit, Slot::unit), nth},
    {"rank.from_end",
     one(Class::from_end, Slot::from_end) + one(Class::ordinal) + one(Class::number, Slot::number) +
         maybe(Class::rank_unit, Slot::unit),
     nth},
    {"rank.top", one(Class::rank_top, Slot::top), top},
    {"rank.last", one(Class::rank_last, Slot::top), last},
    {"rank.front",
     one(Class::rank_front) + one(Class::number, Slot::number) +
         maybe(Class::rank_unit | Class::rank_crowd, Slot::unit),
     front},
    {"rank.place", one(Class::number, Slot::number) + one(Class::rank_unit, Slot::unit), place},
};
static_assert(sound(rules));
inline constexpr Phase<RankCore, NoContext> phase{rules};

}  // namespace rank

}  // namespace detail

GONGWEN_END
