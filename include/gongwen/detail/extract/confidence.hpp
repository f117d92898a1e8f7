// gongwen/detail/extract/confidence.hpp: how sure an indicator is, as a number that has been measured.
//
//   0.95  the name is in the lexicon
//   0.9   it ends with what a measure is (…收入, …产量, …率, …面积) and is short
//   0.85  it is longer, or a noun phrase of up to ten characters that is counted or measured (新建卫生室)
//   0.7   a longer noun phrase; a name that holds a verb or points back (引进…投资, 该项目占地面积)
//
// A period that was set more than a page before takes a fact below 0.9, whatever its name.
// tests/tools/calibration.py prints each number beside the share of slots that are right in the texts with known answers.
#pragma once

#include "../../decimal.hpp"
#include "../scan/lexicon_data.hpp"
#include "distribute.hpp"

GONGWEN_BEGIN

namespace detail {

constexpr std::size_t short_name = 8;  // characters

/// Does a name end with the kind of thing that statistics measure?
inline bool measure_head(LexiconData const& lexicon, std::string_view name) {
  for (Class const kind : {Class::measure_word, Class::rate_head, Class::part_of}) {
    if (!lexicon.longest_before(name, name.size(), kind).word.empty()) return true;
  }
  return false;
}

/// 该项目…, 引进…: a name that points back to something or holds a verb before its end. `name` must not be empty.
inline bool loose_name(LexiconData const& lexicon, std::string_view name) {
  char32_t const first = code_point(name, 0);
  if (first == 0x8be5 || first == 0x5176 || first == 0x5bf9 || first == 0x4e3a) return true;  // 该 其 对 为
  for (std::size_t at = char_size(name, 0); at + 6 < name.size(); at += char_size(name, at)) {
    char32_t const c = code_point(name, at);
    if (c == 0x4e3a || c == 0x7ed9 || c == 0x88ab || c == 0x628a) return true;  // 为 给 被 把
  }
  auto const act = lexicon.asked(name, 0, Class::act);
  return act && act.end >= 6 && act.end < name.size() && chars_in(name) > 12;
}

/// `known`: the lexicon has the name. `far`: its period was set far above.
inline Decimal sureness(LexiconData const& lexicon, std::string_view name, bool known, bool far) {
  std::size_t const n = chars_in(name);
  bool const measure = known || measure_head(lexicon, name);
  bool const loose = !known && loose_name(lexicon, name);
  constexpr Decimal named = *Decimal::parse("0.95"), head = *Decimal::parse("0.9"), longer = *Decimal::parse("0.85"),
                    unlike = *Decimal::parse("0.7");
  if (loose || (n > 10 && !measure)) return unlike;
  if (far) return longer;
  if (known) return named;
  return measure && n <= short_name ? head : longer;
}

}  // namespace detail

GONGWEN_END
