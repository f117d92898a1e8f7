// gongwen/detail/extract/clauses.hpp: a sentence cut at its points: ， ； ： and their ASCII twins.
#pragma once

#include <vector>

#include "sentence.hpp"

GONGWEN_BEGIN

namespace detail {

/// A clause between two points, without the white space round it.
struct Clause {
  Range range;
  char32_t closed_by = 0;  ///< the point after it; 0 at the end of the sentence
};

/// Cuts [begin, end of the sentence). Nothing inside a bracket, a quoted name, a numeral or a time is a point, and a bracket
/// that is not closed within `patience` bytes holds nothing together.
class ClauseCutter {
 public:
  void cut(Sentence const& sentence, std::uint32_t begin, std::uint32_t end, std::vector<Clause>& out) const {
    constexpr std::uint32_t patience = 400;
    std::string_view const text = sentence.lattice().text();
    out.clear();
    std::uint32_t from = begin, opened = 0;
    int depth = 0;
    for (std::uint32_t i = begin; i < end;) {
      if (leads_han(text[i])) {
        i += 3;
        continue;
      }
      char32_t const c = code_point(text, i);
      std::uint32_t const next = i + char_size(text, i);
      if (depth != 0 && i - opened > patience) depth = 0;
      if (opens(c) && depth++ == 0) opened = i;
      if (closes(c) && depth > 0) --depth;
      bool const point = c == 0xff0c || c == 0xff1b || c == 0xff1a || c == U',' || c == U';';  // ， ； ：
      bool const stop = full_stop(c);
      if (depth == 0 && (point || stop) && !sentence.in_name(i) && !sentence.in_time(i) && !numeral(text, c, i, next)) {
        push(text, {from, i}, c, out);
        from = next;
      }
      i = next;
    }
    push(text, {from, end}, 0, out);
  }

 private:
  [[nodiscard]] static bool numeral(std::string_view text, char32_t c, std::uint32_t at, std::uint32_t next) {
    bool const digits = at > 0 && is_digit(static_cast<unsigned char>(text[at - 1])) &&
                        is_digit(code_point(text, next));  // 1,849 and 10：30
    return digits && (c == U',' || c == 0xff1a || c == 0xff0c);
  }
  static void push(std::string_view text, Range r, char32_t point, std::vector<Clause>& out) {
    while (!r.empty() && is_space(code_point(text, r.begin))) r.begin += char_size(text, r.begin);
    while (!r.empty() && is_space(code_point(text, previous(text, r.end))))
      r.end = static_cast<std::uint32_t>(previous(text, r.end));
    if (!r.empty()) out.push_back({r, point});
  }
};

}  // namespace detail

GONGWEN_END
