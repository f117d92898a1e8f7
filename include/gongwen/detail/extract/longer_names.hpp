// gongwen/detail/extract/longer_names.hpp: places and areas that are not whose a clause is.
//
//   苏州河治理42公里 · 临江大学 · 中山公园      the name of a place begins the name of another thing
//   重庆至武汉段                              where a line begins
//   辐射全国75个城市 · 获全国奖5项             what somebody reaches, or is given
#pragma once

#include "../scan/lattice.hpp"
#include "divisions.hpp"

GONGWEN_BEGIN

namespace detail {

/// Does a name of a place that says no kind of division (苏州, not 苏州市) go on as the name of a river, a school or a line?
inline bool begins_name(Lattice const& lattice, Token const& place) {
  std::string_view const text = lattice.text();
  std::uint32_t const end = lattice.range().end;
  constexpr std::uint32_t bare = 6;  // bytes: 苏州, 重庆; a longer name may end with its kind
  char32_t const kind = code_point(text, previous(text, place.end));
  bool const of_bare_name = kind == 0x5dde && place.end - place.begin <= bare;  // 州
  if ((is_division(kind) || is_township(kind)) && !of_bare_name) return false;
  if (place.end >= end || lattice.find(place.end, Class::place | Class::indicator) != nullptr) return false;
  auto const goes_on = lattice.lexicon().asked(text.substr(0, end), place.end, Class::standing);
  if (goes_on.text == "name") return true;
  if (goes_on.text != "line") return false;  // 至
  Token const* const other = lattice.find(static_cast<std::uint32_t>(goes_on.end), Class::place | Class::place_short);
  return other != nullptr;
}

/// 辐射|全国, 获|全国…奖: the country is the object of a verb before it. 覆盖全市 says whose it is as well.
inline bool is_object(Lattice const& lattice, Token const& area) {
  std::string_view const word = lattice.words(area);
  char32_t const last = code_point(word, word.size() - 3);
  if (last != 0x56fd && last != 0x7403 && last != 0x754c) return false;  // 国 球 界
  auto const verb = lattice.lexicon().asked_before(lattice.text(), lattice.range().begin, area.begin, Class::standing);
  return verb.text == "reaches";
}

}  // namespace detail

GONGWEN_END
