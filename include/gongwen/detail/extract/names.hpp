// gongwen/detail/extract/names.hpp: the name of a measure out of the words before its figure.
#pragma once

#include <string>

#include "context.hpp"
#include "distribute.hpp"
#include "divisions.hpp"
#include "longer_names.hpp"

GONGWEN_BEGIN

namespace detail {

/// 比 较: what follows is what something is set against.
constexpr bool is_than(char32_t c) noexcept { return c == 0x6bd4 || c == 0x8f83; }

/// Trims words that are no part of a measure's name. All ranges are of the repaired text.
class NameReader {
 public:
  explicit NameReader(Sentence const& sentence) : lattice_(sentence.lattice()), times_(sentence.times) {}

  /// The words of [begin, end) without what leads up to a measure and without verbs of reaching after it.
  [[nodiscard]] Range trim(Range r) const {
    r.begin = left(r);
    r.end = right(r);
    if (r.begin >= r.end) return {r.end, r.end};
    return r;
  }

  /// Do only words that are no part of a name stand between?
  [[nodiscard]] bool leads_to(std::uint32_t begin, std::uint32_t at) const { return left({begin, at}) >= at; }

  /// Where the words of [begin, end) begin after points, times and 其中: areas stay.
  [[nodiscard]] std::uint32_t after_opening(Range r) const {
    std::uint32_t at = r.begin;
    while (at < r.end) {
      Token const* const t = word(at, r.end, Class::time | Class::among | Class::upto);
      if (t == nullptr && is_han(code_point(lattice_.text(), at))) break;
      at = t != nullptr ? t->end : at + static_cast<std::uint32_t>(char_size(lattice_.text(), at));
    }
    return at;
  }

  /// 安口镇 in 安口镇现有榛子面积: a name of two to six characters that ends with the kind of a township or a zone, before
  /// other words, or in all of them (`whole`). Returns its end, or `at`.
  [[nodiscard]] std::uint32_t named_area(std::uint32_t at, std::uint32_t end, bool whole = false) const {
    if (!lattice_.present().meets(Class::place_tail)) return at;
    std::string_view const text = lattice_.text();
    std::uint32_t p = at;
    for (std::size_t n = 0; n <= 6 && p < end && is_han(code_point(text, p)); ++n, p += char_size(text, p)) {
      if (word(p, end, Class::indicator | Class::lead | Class::reach_verb | Class::not_measure) != nullptr) break;
      Token const* const tail = n >= 2 ? word(p, end, Class::place_tail) : nullptr;
      if (tail == nullptr || (whole ? tail->end != end : tail->end >= end)) continue;
      if (lattice_.meaning(*tail, Class::place_tail).value != 4) continue;
      char32_t const next = code_point(text, tail->end);
      char32_t const last = code_point(text, previous(text, p));
      // 乡镇, 城镇, 建制镇, 城镇化, 村级, 镇外, 镇域 are words of another kind
      bool const other = last == 0x4e61 || last == 0x57ce || last == 0x5236 || last == 0x5c0f || last == 0x5404 ||
                         next == 0x5316 || next == 0x7ea7 || next == 0x6751 || next == 0x9547 || next == 0x5916 ||
                         next == 0x57df;
      return other || !is_name(at, tail->end) ? at : tail->end;
    }
    return at;
  }
  /// The same, or a county without its kind right before a known measure: 阳城生猪存栏.
  [[nodiscard]] std::uint32_t area_before_measure(std::uint32_t at, std::uint32_t end) const {
    Token const* const county = word(at, end, Class::place_short);
    if (county != nullptr && word(county->end, end, Class::indicator) != nullptr) return county->end;
    return named_area(at, end);
  }
  /// No name of a place begins with a preposition or a verb (在柳溪镇, 占全乡, 深入各镇), nor holds 全乡 or 我镇.
  [[nodiscard]] bool is_name(std::uint32_t at, std::uint32_t end) const {
    constexpr ClassSet verbs = Class::compare | Class::share_verb | Class::reach | Class::up | Class::down;
    if (word(at, end, verbs) != nullptr) return false;
    std::string_view const text = lattice_.text();
    for (std::uint32_t p = at; p < end; p += char_size(text, p)) {
      char32_t const c = code_point(text, p);
      bool const joins =
          c == 0x5728 || c == 0x5bf9 || c == 0x5165 || c == 0x5411 || c == 0x7528 || c == 0x5404 || c == 0x5185;
      if (joins || word(p, end, Class::area) != nullptr) return false;  // 在 对 入 向 用 各 内
    }
    return true;
  }

  /// Does a word of a class begin at `at`, and end no further than `end`?
  [[nodiscard]] Token const* word(std::uint32_t at, std::uint32_t end, ClassSet classes) const {
    Token const* best = nullptr;
    for (std::uint32_t i = lattice_.at(at); i != none; i = lattice_.token(i).next) {
      Token const& t = lattice_.token(i);
      if (t.classes.meets(classes) && t.end <= end && (best == nullptr || t.end > best->end)) best = &t;
    }
    return best;
  }
  /// The longest word of a class that ends at `end` and begins no earlier than `begin`.
  [[nodiscard]] Token const* word_before(std::uint32_t begin, std::uint32_t end, ClassSet classes) const {
    std::string_view const text = lattice_.text();
    Token const* best = nullptr;
    std::uint32_t at = end;
    for (int n = 0; n < 8 && at > begin; ++n) {
      at = static_cast<std::uint32_t>(previous(text, at));
      for (std::uint32_t i = lattice_.at(at); i != none; i = lattice_.token(i).next) {
        Token const& t = lattice_.token(i);
        if (t.end == end && t.classes.meets(classes)) best = &t;
      }
    }
    return best;
  }

 private:
  /// From the left: white space, points, times, areas, and words of class lead.
  [[nodiscard]] std::uint32_t left(Range r) const {
    std::uint32_t at = after_row_number(r);
    bool lead = true;            // no name has begun
    std::uint32_t chain = none;  // where a place ends, in which the next one may lie
    std::string_view const text = lattice_.text();
    while (at < r.end) {
      char32_t const c = code_point(text, at);
      if (is_space(c) || c == 0xff0c || c == U',' || c == 0x3001 || c == 0xff1a || c == U':' || c == 0xff1b ||
          c == 0x3002 || c == 0xff09 || c == U')' || c == 0x201d || c == 0x2014) {  // ——
        at += char_size(text, at);
        continue;
      }
      if (c == 0x201c && lead && !closes(at, r.end)) {  // “我们已建成…
        at += 3;
        continue;
      }
      // A known measure is never cut into: 实际利用外资 begins with no lead, 九年义务教育巩固率 with no time
      Token const* const known = word(at, r.end, Class::indicator | Class::hold);
      Token const* const time = word(at, r.end, Class::time);
      bool const years = time != nullptr && times_[time->payload].kind == TimeKind::duration;
      if (time != nullptr && !(years && known != nullptr && known->end > time->end)) {
        at = time->end;
        continue;
      }
      if (known != nullptr) break;
      Token const* t = word(at, r.end, Class::lead | Class::area | Class::among | Class::from | Class::upto);
      // 云溪区 leads, 吉林 in 吉林大米 does not: only names with the kind of division at their end, and before a measure
      if (Token const* const place =
              t == nullptr && (at == r.begin || at == chain) ? word(at, r.end, Class::place) : nullptr;
          place != nullptr && !begins_name(lattice_, *place) &&
          (division(*place) || word(place->end, r.end, Class::indicator) != nullptr))
        t = place;
      // 甘肃省|永登县: the place inside it goes as well
      if (t != nullptr && t->classes.meets(Class::place)) chain = t->end;
      if (t != nullptr && t->classes.meets(Class::area) && nationwide(text, t->end)) break;
      if (t == nullptr) {
        std::uint32_t named = at == r.begin || lead ? area_before_measure(at, r.end) : at;
        if (c == 0x5728) {  // 在柳溪镇
          named = named_area(at + 3, r.end);
          if (named == at + 3) named = at;
        }
        lead = false;
        if (named == at) break;
        at = named;
        continue;
      }
      at = t->end;
    }
    return at;
  }
  /// Do the quotes that open at `at` close in what may be a name?
  [[nodiscard]] bool closes(std::uint32_t at, std::uint32_t end) const {
    constexpr int most = 24;
    for (int n = 0; n < most && at < end; ++n, at += char_size(lattice_.text(), at)) {
      if (code_point(lattice_.text(), at) == 0x201d) return true;
    }
    return false;
  }
  /// 42 进出口总额 in a line of a table: its number is no part of the name.
  [[nodiscard]] std::uint32_t after_row_number(Range r) const {
    std::string_view const text = lattice_.text();
    std::uint32_t at = r.begin;
    while (at < r.end && (is_digit(code_point(text, at)) || is_space(code_point(text, at)))) at += char_size(text, at);
    if (at == r.begin || at >= r.end) return r.begin;
    Token const* const known = word(at, r.end, Class::indicator);
    return known != nullptr && known->end + 3 >= r.end ? at : r.begin;
  }
  [[nodiscard]] bool division(Token const& t) const {
    return is_division(code_point(lattice_.text(), previous(lattice_.text(), t.end)));
  }
  /// From the right: white space and words of class reach, the longest first.
  [[nodiscard]] std::uint32_t right(Range r) const {
    std::uint32_t end = r.end;
    std::string_view const text = lattice_.text();
    while (end > r.begin) {
      auto const p = static_cast<std::uint32_t>(previous(text, end));
      char32_t const c = code_point(text, p);
      if (is_space(c) || c == 0xff0c || c == U',' || c == 0x3001 || c == 0xff1a || c == U':' || c == 0x201c ||
          c == 0xff08 || c == U'(') {
        end = p;
        continue;
      }
      Token const* const t = word_before(r.begin, end, Class::reach);
      if (t != nullptr && word_before(r.begin, end, Class::hold) != nullptr) break;  // 户均
      if (t == nullptr) {
        Token const* const other = word_before(r.begin, end, Class::time | Class::basis);
        std::uint32_t const note = c == 0xff09 || c == U')' ? note_before(r.begin, end) : end;
        if (other == nullptr && note == end) break;
        end = other != nullptr ? other->begin : note;
        continue;
      }
      // A known measure ends here: nothing of it goes (新增就业, 到位)
      Token const* const known = word_before(r.begin, end, Class::indicator);
      if (known != nullptr && known->begin <= t->begin) break;
      end = t->begin;
    }
    return end;
  }

  /// （下同）, （可比口径，下同）: what a release says of its own terms, in brackets that close at `end`.
  [[nodiscard]] std::uint32_t note_before(std::uint32_t begin, std::uint32_t end) const {
    Token const* const note = word_before(begin, end, Class::lead);
    return note != nullptr ? note->begin : end;
  }

  Lattice const& lattice_;
  std::vector<TimeValue> const& times_;
};

}  // namespace detail

GONGWEN_END
