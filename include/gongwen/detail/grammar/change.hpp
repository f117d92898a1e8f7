// gongwen/detail/grammar/change.hpp: how a text says that a figure moved, and against what. Two phases:
//
//   basis    同比 · 比上年 · 较年初 · 与去年同期相比 · 比2012年              the base
//            比2012年的415元                                               and how much it was
//   change   同比增长5.3% · 较年初增加8.69亿元 · 涨幅3%左右 · 与去年持平       the move; an adverb may stand before its
//            verb (同比大幅增长, 名义增长)
//
// 增长到8.6亿元 is a level: a row of its own wins over change.moved and stays silent.
#pragma once

#include <algorithm>

#include "../../records.hpp"
#include "time.hpp"

GONGWEN_BEGIN

namespace detail {

/// A base of comparison.
struct BasisValue {
  gongwen::Basis basis = gongwen::Basis::yoy;
  std::string_view against;
  std::uint32_t end = none;  ///< where the base ends, if not with its match
};

/// A move, before it belongs to a fact.
struct Move {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  gongwen::Basis basis = gongwen::Basis::yoy;
  std::string_view against;
  Direction direction{};
  std::uint32_t figure = none;
  bool respectively = false;  ///< 分别 stands in it: figures that follow share the verb
  bool growth = false;        ///< named by a noun: 增速, 涨幅
  bool based = false;         ///< the base is written
  bool of_speed = false;      ///< 加快, 放缓, 回落: said of growth
  std::string_view by;
};

struct MoveContext {
  std::vector<TimeValue> const& times;
  std::vector<Figure> const& figures;
  std::vector<BasisValue> const& bases;
};

namespace change {

enum class Slot : std::uint8_t { base, verb, amount, time, share };

inline std::optional<BasisValue> word(Match const& m, MoveContext const&) {
  Entry const e = m.meaning(Slot::base, Class::basis);
  BasisValue out{static_cast<gongwen::Basis>(e.value), {}, none};
  return out;
}
/// 比上年末, 较2012年, 与去年同期相比: by what the time is.
inline std::optional<BasisValue> compared(Match const& m, MoveContext const& c) {
  TimeValue const& t = c.times[m[Slot::time]->payload];
  // 比前五年, 比上个五年: against as many years before
  if (t.kind == TimeKind::duration && when::years_before(m.lattice->text(), t))
    return BasisValue{gongwen::Basis::since, m.lattice->words(t.begin, t.end), none};
  if (t.kind == TimeKind::duration || t.kind == TimeKind::set) return std::nullopt;
  if (t.past_year && !t.edge) return BasisValue{gongwen::Basis::yoy, {}, none};
  bool const start = t.edge && t.from && t.from->month == (t.past_year ? 12 : 1);
  if (start)
    return BasisValue{gongwen::Basis::year_start, t.past_year ? m.lattice->words(t.begin, t.end) : std::string_view(),
                      none};
  return BasisValue{gongwen::Basis::since, m.lattice->words(t.begin, t.end), none};
}

/// 比1985年的415元: against the year before the one that the sentence speaks of it is yoy.
inline std::optional<BasisValue> amounted(Match const& m, MoveContext const& c) {
  auto out = compared(m, c);
  // 比2010年翻一番: the figure is the move's
  if (out && c.figures[m[Slot::amount]->payload].multiple) out->end = m[Slot::time]->end;
  TimeValue const& base = c.times[m[Slot::time]->payload];
  if (!out || out->basis != gongwen::Basis::since || base.explicit_year == 0) return out;
  constexpr std::uint32_t near = 16;  // times before it: the one that the sentence speaks of is not far
  std::uint32_t const at = m[Slot::time]->payload;
  for (std::uint32_t i = at - std::min(at, near); i < at; ++i) {
    if (c.times[i].explicit_year == base.explicit_year + 1) return BasisValue{gongwen::Basis::yoy, {}, out->end};
  }
  return out;
}

/// 近3年提升21个百分点: since three years ago. 五年累计下降20%, 五年增长3倍: over so many years.
inline std::optional<BasisValue> recent(Match const& m, MoveContext const& c) {
  TimeValue const& t = c.times[m[Slot::time]->payload];
  if (t.kind != TimeKind::duration || !t.timex.ends_with('Y')) return std::nullopt;
  bool const near = code_point(m.lattice->text(), t.begin) == 0x8fd1;  // 近
  std::uint32_t const at = m.lattice->skip(t.end);
  bool const moves = t.timex != "P1Y" && m.lattice->find(at, Class::up | Class::down) != nullptr;
  bool const adds_up = code_point(m.lattice->text(), at) == 0x7d2f;  // 累计
  if (!near && !moves && !adds_up) return std::nullopt;
  return BasisValue{gongwen::Basis::since, m.lattice->words(t.begin, t.end), none};
}

using B = Rule<BasisValue, MoveContext>;
inline constexpr B basis_rules[] = {
    {"basis.word", one(Class::basis, Slot::base), word},
    {"basis.recent", one(Class::time, Slot::time), recent},
    {"basis.time",
     one(Class::compare) + one(Class::time, Slot::time) + maybe(Class::same_period) + maybe(Class::compared) +
         maybe(Class::basis),  // 比上年同比增长
     compared},
    {"basis.amount",
     one(Class::compare) + one(Class::time, Slot::time) + maybe(Class::same_period) + maybe(Class::of) +
         one(Class::figure, Slot::amount),
     amounted},
};
static_assert(sound(basis_rules));
inline constexpr Phase<BasisValue, MoveContext> basis_phase{basis_rules};

inline Move move(Match const& m, MoveContext const& c) {
  Move out;
  out.begin = m.begin;
  out.end = m.end;
  if (Token const* const t = m[Slot::base]) {
    BasisValue const& b = c.bases[t->payload];
    out.basis = b.basis;
    out.against = b.against;
    out.based = true;
  }
  if (m[Slot::amount] != nullptr) out.figure = m[Slot::amount]->payload;
  out.respectively = m[Slot::share] != nullptr;
  return out;
}
inline std::optional<Move> moved(Match const& m, MoveContext const& c) {
  Move out = move(m, c);
  out.direction = m[Slot::verb]->classes.meets(Class::up) ? Direction::up : Direction::down;
  out.of_speed = m.meaning(Slot::verb, out.direction == Direction::up ? Class::up : Class::down).text == "speed";
  // 增 升 减 降 are also ends of other words; a base or a word of extent must say that they stand alone
  Token const& verb = *m[Slot::verb];
  if (verb.end - verb.begin == 3 && !out.based && is_han(m.before())) return std::nullopt;
  return out;
}
inline std::optional<Move> noun(Match const& m, MoveContext const& c) {
  Move out = move(m, c);
  out.direction = m.meaning(Slot::verb, Class::growth).text == "down" ? Direction::down : Direction::up;
  out.growth = true;
  if (c.figures[out.figure].dimension != Dimension::ratio) return std::nullopt;
  return out;
}
inline std::optional<Move> flat(Match const& m, MoveContext const& c) {
  char32_t const before = m.before();
  if (before == 0x4fdd || before == 0x652f || m.after() == 0x7a33)
    return std::nullopt;  // 保持平稳, 支持平台: other words
  Move out = move(m, c);
  out.direction = Direction::flat;
  return out;
}
/// 实现倍增, 翻一番: a multiple is a move by itself.
inline std::optional<Move> multiple(Match const& m, MoveContext const& c) {
  Move out = move(m, c);
  out.direction = Direction::up;
  if (!c.figures[out.figure].multiple) return std::nullopt;
  return out;
}

using M = Rule<Move, MoveContext>;
inline constexpr ClassSet verbs = Class::up | Class::down;
inline constexpr M rules[] = {
    {"change.reached",
     maybe(Class::based, Slot::base) + maybe(Class::respectively, Slot::share) + maybe(Class::manner) +
         one(verbs, Slot::verb) + one(Class::to) + one(Class::figure, Slot::amount),
     nullptr},
    // 分别比上年增长
    {"change.moved",
     maybe(Class::respectively, Slot::share) + maybe(Class::based, Slot::base) +
         maybe(Class::respectively, Slot::share) + maybe(Class::manner) + one(verbs, Slot::verb) +
         maybe(Class::respectively, Slot::share) + maybe(Class::by) + one(Class::figure, Slot::amount),
     moved},
    {"change.noun",
     maybe(Class::based, Slot::base) + one(Class::growth, Slot::verb) + maybe(Class::respectively, Slot::share) +
         maybe(Class::by) + one(Class::figure, Slot::amount),
     noun},
    {"change.flat", maybe(Class::based, Slot::base) + one(Class::flat, Slot::verb), flat},
    {"change.multiple", maybe(Class::based, Slot::base) + one(Class::figure, Slot::amount), multiple},
};
static_assert(sound(rules));
inline constexpr Phase<Move, MoveContext> phase{rules};

}  // namespace change

}  // namespace detail

GONGWEN_END
