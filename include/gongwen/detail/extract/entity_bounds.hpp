// gongwen/detail/extract/entity_bounds.hpp: where a name begins and ends, in a script that writes no spaces.
//
// A name begins at a point, after a word that stands before names and is no part of them (位于, 引进, 与), or after the name of a
// division. What is only words of kind (龙头企业, 重点) is no name.
#pragma once

#include "../scan/lattice.hpp"

GONGWEN_BEGIN

namespace detail {

class EntityBounds {
 public:
  explicit EntityBounds(Lattice const& lattice) : lattice_(lattice), lexicon_(lattice.lexicon()) {}

  [[nodiscard]] std::string_view text() const noexcept { return lattice_.text().substr(0, lattice_.range().end); }
  [[nodiscard]] Range range() const noexcept { return lattice_.range(); }
  [[nodiscard]] LexiconData::Asked asked(std::uint32_t at, Class cls) const {
    return at < range().end ? lexicon_.asked(text(), at, cls) : LexiconData::Asked{};
  }
  [[nodiscard]] char32_t character(std::uint32_t at) const { return code_point(text(), at); }
  [[nodiscard]] char32_t before(std::uint32_t at) const {
    return at > range().begin ? code_point(text(), previous(text(), at)) : 0;
  }
  static constexpr bool wordy(char32_t c) noexcept { return is_han(c) || is_latin(c) || is_digit(c); }

  /// May a name begin here: after a point, at the beginning, or after a word that leads up to names?
  [[nodiscard]] bool begins(std::uint32_t at) const {
    if (!wordy(before(at))) return true;
    std::uint32_t const floor = at - std::min(at - range().begin, 12U);
    std::uint32_t word = none;  // the earliest word that ends here and holds a lead without being one
    for (std::uint32_t p = floor; p < at; p += step_at(p)) {
      if (is_continuation(text()[p])) continue;
      auto const w = asked(p, Class::name_word);
      if (w.end > at) return false;
      if (w.end == at && word == none) word = p;
    }
    auto const lead = lexicon_.asked_before(text(), floor, at, Class::name_lead, 12);
    if (!lead || (word != none && word < lead.begin)) return false;
    // 发展, 建设: verbs only where a clause begins, parts of names elsewhere
    return lead.text != "h" || head(static_cast<std::uint32_t>(lead.begin));
  }
  /// Does a clause begin here, or go on after a word that leads up to names?
  [[nodiscard]] bool head(std::uint32_t at) const {
    if (!wordy(before(at))) return true;
    std::uint32_t const floor = at - std::min(at - range().begin, 12U);
    return static_cast<bool>(lexicon_.asked_before(text(), floor, at, Class::name_lead, 12));
  }
  /// Does a name end here: at a point, or before a word that leads or follows names?
  [[nodiscard]] bool ends(std::uint32_t at) const {
    return at >= range().end || !wordy(character(at)) || asked(at, Class::title_after) || asked(at, Class::name_lead) ||
           asked(at, Class::owner_tail);
  }

  /// The nearest place before `at`, at most `characters` back, where a name may begin; `none` where there is none. `place`: the
  /// name of a division that ends there or begins there stands before, and its beginning is returned too.
  struct Start {
    std::uint32_t begin = none;
    std::uint32_t place = none;  ///< where a division's name before it begins
  };
  [[nodiscard]] Start start(std::uint32_t at, int characters) const {
    Start out;
    std::uint32_t p = at;
    for (int n = 0; n <= characters; ++n) {
      if (std::uint32_t const place = division_before(p); place != none) {
        out = {p, place};
        return out;
      }
      if (begins(p)) {
        out.begin = p;
        return out;
      }
      p = static_cast<std::uint32_t>(previous(text(), p));
      if (lattice_.find(p, Class::figure | Class::time) != nullptr) return out;
    }
    return out;
  }
  /// Where the name of a division that ends at `at` begins: 柳州市柳江区| from 柳州市 on; `none` without one.
  [[nodiscard]] std::uint32_t division_before(std::uint32_t at) const {
    std::uint32_t begin = none;
    for (int n = 0; n < 3; ++n) {
      std::uint32_t const nearer = one_division_before(at);
      if (nearer == none) break;
      begin = at = nearer;
    }
    return begin;
  }

  /// Only words of kind: 重点, 大型国有.
  [[nodiscard]] bool generic(Range r) const {
    while (!r.empty()) {
      auto const word = lexicon_.asked(text().substr(0, r.end), r.begin, Class::generic);
      if (!word) return false;
      r.begin = static_cast<std::uint32_t>(word.end);
    }
    return true;
  }
  /// Some word of a class that is asked for stands in the range.
  [[nodiscard]] bool holds(Range r, Class cls) const {
    for (std::uint32_t p = r.begin; p < r.end; p += step_at(p)) {
      if (lexicon_.asked(text().substr(0, r.end), p, cls)) return true;
    }
    return false;
  }
  [[nodiscard]] bool holds(Range r, ClassSet const& classes) const {
    for (std::uint32_t p = r.begin; p < r.end; p += step_at(p)) {
      Token const* const t = lattice_.find(p, classes);
      if (t != nullptr && t->end <= r.end && t->end > p + 3) return true;
    }
    return false;
  }
  [[nodiscard]] std::size_t characters(Range r) const {
    std::size_t n = 0;
    for (std::uint32_t p = r.begin; p < r.end; p += step_at(p)) ++n;
    return n;
  }
  [[nodiscard]] bool all_han(Range r) const {
    for (std::uint32_t p = r.begin; p < r.end; p += step_at(p)) {
      if (!is_han(character(p))) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] std::uint32_t step_at(std::uint32_t p) const { return char_size(text(), p); }
  [[nodiscard]] std::uint32_t one_division_before(std::uint32_t at) const {
    std::uint32_t const floor = at - std::min(at - range().begin, 45U);
    std::uint32_t p = at, found = none;
    while (p > floor) {
      p = static_cast<std::uint32_t>(previous(text(), p));
      if (!is_han(character(p))) break;
      for (std::uint32_t i = lattice_.at(p); i != none; i = lattice_.token(i).next) {
        Token const& t = lattice_.token(i);
        if (t.end == at && t.classes.meets(Class::place | Class::place_former)) found = p;
      }
    }
    return found;
  }

  Lattice const& lattice_;
  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
