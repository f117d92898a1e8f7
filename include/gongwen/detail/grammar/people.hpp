// gongwen/detail/grammar/people.hpp: counts of people and households with no classifier.
//
//   450万困难群众 · 16.58万贫困人口 · 13亿城乡居民     the noun comes next, past a word or two that say which of them
//   从业人员达到45万，                                 or stands before, with verbs of reaching between at most
//   silent: 3亿投向困难群众 (money)
#pragma once

#include "figure_value.hpp"

GONGWEN_BEGIN

namespace detail::figure {

/// 群众, 居民, 农户 begin at `at`, or after what says which (困难, 城乡).
inline bool people_follow(Match const& m) {
  constexpr int most = 4;  // characters
  std::string_view const text = m.lattice->text();
  std::uint32_t at = m.end;
  for (int n = 0; n <= most && at < m.lattice->range().end && is_han(code_point(text, at)); ++n) {
    if (Token const* const t = m.lattice->find(at, Class::number_stop);
        t != nullptr && m.lattice->meaning(*t, Class::number_stop).text == "people")
      return true;
    if (m.lattice->find(at, Class::invest | Class::reach_verb | Class::of | Class::up | Class::down) != nullptr)
      return false;
    switch (code_point(text, at)) {
      case 0x7528:
      case 0x6295:
      case 0x5e2e:
      case 0x7ed9:
      case 0x8865:
      case 0x5956:
      case 0x8d37:
      case 0x60e0:
      case 0x6276:
      case 0x6551:
      case 0x5411:
      case 0x4e3a:
      case 0x7684:
      case 0x5143: return false;  // 用 投 帮 给 补 奖 贷 惠 扶 救 向 为 的 元
      default: at += char_size(text, at);
    }
  }
  return false;
}
/// The same nouns end before the number, verbs of reaching and adverbs past.
inline bool people_before(Match const& m) {
  constexpr int most_words = 4;
  constexpr ClassSet between = Class::reach | Class::up | Class::down | Class::lead | Class::manner;
  std::uint32_t at = m.begin;
  for (int n = 0; n < most_words; ++n) {
    std::uint32_t begin = none;
    std::uint32_t p = at;
    for (int k = 0; k < 5 && p > m.lattice->range().begin; ++k) {
      p = static_cast<std::uint32_t>(previous(m.lattice->text(), p));
      for (std::uint32_t i = m.lattice->at(p); i != none; i = m.lattice->token(i).next) {
        Token const& t = m.lattice->token(i);
        if (t.end != at) continue;
        if (t.classes.meets(Class::number_stop) && m.lattice->meaning(t, Class::number_stop).text == "people")
          return true;
        if (t.classes.meets(between)) begin = p;
      }
    }
    if (begin == none) return false;
    at = begin;
  }
  return false;
}

inline std::optional<Figure> people(Match const& m, FigureContext const&) {
  Number const& n = m.number(Slot::number);
  if (!counts(m, *m[Slot::number]) || !mod_fits(m) || !n.scaled || n.bare_scale || n.value < Decimal(10000))
    return std::nullopt;
  if (!people_follow(m) && !(is_edge(after_space(m)) && people_before(m))) return std::nullopt;
  Figure f;
  set_number(f, m, n);
  f.dimension = Dimension::count;
  return f;
}

}  // namespace detail::figure

GONGWEN_END
