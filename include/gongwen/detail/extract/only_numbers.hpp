// gongwen/detail/extract/only_numbers.hpp: does a sentence hold numerals and what belongs to them, and nothing else?
#pragma once

#include "../scan/lattice.hpp"

GONGWEN_BEGIN

namespace detail {

/// 一百五十二 · 三斤半 · 1, 234, 567 · 至少三块四分: whoever writes so says a number, whatever the numerals would mean in running
/// text. A sentence that begins with another word is left at once, so that ordinary text pays for one look.
inline bool only_numbers(Lattice const& lattice) {
  static constexpr ClassSet number = Class::number | Class::half | Class::per_power;
  static constexpr ClassSet first =
      number | Class::mod_before | Class::currency | Class::celsius | Class::below_zero | Class::minus | Class::few;
  static constexpr ClassSet inside = first | Class::unit | Class::classifier | Class::mod_after | Class::more |
                                     Class::range_mark | Class::fraction_mark | Class::loose_fraction | Class::tenths |
                                     Class::subunit | Class::degree | Class::and_mark | Class::slash | Class::from;
  std::string_view const text = lattice.text();
  std::uint32_t at = lattice.skip(lattice.range().begin);
  if (at >= lattice.range().end || lattice.find(at, first | Class::from) == nullptr) return false;
  bool any = false, ready = false;  // ready: a unit may stand here
  while (at < lattice.range().end) {
    char32_t const c = code_point(text, at);
    Token const* const t = lattice.find(at, inside);
    if (t == nullptr) {
      bool const mark = is_space(c) || c == U',' || c == 0xff0c || c == 0x3002 || c == U'.' || c == U'?' ||
                        c == 0xff1f || c == U'(' || c == U')' || c == 0xff08 || c == 0xff09 || c == U'\n' || c == U'-';
      if (!mark || !any) return false;
      at += char_size(text, at);
      continue;
    }
    if (lattice.find(at, Class::fixed_phrase) != nullptr) return false;
    if (!ready && !t->classes.meets(first | Class::from)) return false;
    ready = true;
    any = any || t->classes.meets(number);
    at = t->end;
  }
  return any;
}

}  // namespace detail

GONGWEN_END
