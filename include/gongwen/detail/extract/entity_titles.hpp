// gongwen/detail/extract/entity_titles.hpp: documents by their title or number, programmes in quotes.
//
//   《关于推进节水的意见》（云政发〔2015〕12号） · 云政办发〔2015〕3号 · “蓝天工程” · “蓝天”行动
// A number without its title is a document of that name.
#pragma once

#include "entity_found.hpp"

GONGWEN_BEGIN

namespace detail {

class TitleReader {
 public:
  static void read(Lattice const& lattice, std::vector<EntityFound>& out) {
    EntityBounds const bounds(lattice);
    if (lattice.present().meets(Class::quote_open)) quoted(bounds, lattice, out);
    if (lattice.numbers().size() >= 2) numbers(bounds, lattice, out);
  }

 private:
  static constexpr std::uint32_t longest_title = 600;  // bytes
  static constexpr std::uint32_t longest_programme = 48;

  static void quoted(EntityBounds const& bounds, Lattice const& lattice, std::vector<EntityFound>& out) {
    int depth = 0;
    std::uint32_t book = 0, quote = none;
    for (Place const& place : lattice.places()) {
      if (!place.classes.meets(Class::quote_open | Class::quote_close)) continue;
      std::uint32_t const at = place.byte;
      char32_t const c = bounds.character(at);
      if (c == 0x300a) {  // 《
        if (depth++ == 0) book = at;
      } else if (c == 0x300b) {  // 》
        if (depth > 0 && --depth == 0 && at - book > 3 && at - book < longest_title)
          document(bounds, {book, at + 3}, out);
      } else if (depth > 0 || c == 0x3008 || c == 0x3009) {
        continue;
      } else if (lattice.find(at, Class::quote_open) != nullptr) {
        quote = at;
      } else if (quote != none) {
        if (at - quote <= longest_programme) programme(bounds, {quote + 3, at}, out);
        quote = none;
      }
    }
  }

  static void document(EntityBounds const& bounds, Range range, std::vector<EntityFound>& out) {
    EntityFound e;
    e.range = range;
    e.name = {range.begin + 3, range.end - 3};
    e.kind = EntityKind::document;
    e.by = "document.title";
    char32_t const c = bounds.character(range.end);
    if (c == 0xff08 || c == U'(') {  // （
      std::uint32_t const begin = range.end + char_size(bounds.text(), range.end);
      if (Range const n = number(bounds, begin); !n.empty()) {
        e.number = bounds.text().substr(n.begin, n.size());
        e.range.end = n.end + (char_size(bounds.text(), n.end) * (n.end < bounds.range().end ? 1U : 0U));
      }
    }
    out.push_back(e);
  }

  /// 云政发〔2015〕12号 that begins at `at`: up to a dozen characters, a year in brackets, a number.
  [[nodiscard]] static Range number(EntityBounds const& bounds, std::uint32_t at) {
    std::uint32_t p = at;
    for (int n = 0; n < 14 && is_han(bounds.character(p)); ++n) p += 3;
    if (p == at) return {};
    std::uint32_t const end = year_and_number(bounds, p);
    return end == 0 ? Range{} : Range{at, end};
  }
  [[nodiscard]] static std::uint32_t year_and_number(EntityBounds const& bounds, std::uint32_t p) {
    if (!bracket(bounds.character(p))) return 0;
    p += char_size(bounds.text(), p);
    int digits = 0;
    while (is_digit(bounds.character(p)) && digits < 5) ++p, ++digits;
    if (digits != 4 || !bracket(bounds.character(p))) return 0;
    p += char_size(bounds.text(), p);
    if (bounds.character(p) == 0x7b2c) p += 3;  // 第
    digits = 0;
    while (is_digit(bounds.character(p)) && digits < 6) ++p, ++digits;
    return digits > 0 && bounds.character(p) == 0x53f7 ? p + 3 : 0;  // 号
  }
  static constexpr bool bracket(char32_t c) noexcept {
    return c == 0x3014 || c == 0x3015 || c == U'[' || c == U']' || c == 0xff3b || c == 0xff3d || c == 0x3010 ||
           c == 0x3011 || c == 0xff08 || c == 0xff09 || c == U'(' || c == U')';
  }

  /// Numbers that stand without a title.
  static void numbers(EntityBounds const& bounds, Lattice const& lattice, std::vector<EntityFound>& out) {
    std::uint32_t until = bounds.range().begin;
    for (Number const& year : lattice.numbers()) {
      if (year.end - year.begin != 4 || year.begin < until + 6) continue;
      auto const open = static_cast<std::uint32_t>(previous(bounds.text(), year.begin));
      if (!bracket(bounds.character(open)) || !is_han(bounds.before(open))) continue;
      std::uint32_t const end = year_and_number(bounds, open);
      if (end == 0) continue;
      auto const start = bounds.start(static_cast<std::uint32_t>(previous(bounds.text(), open)), 11);
      if (start.begin == none || start.begin < until) continue;
      EntityFound e;
      e.range = e.name = {start.place == none ? start.begin : start.place, end};
      e.number = bounds.text().substr(e.range.begin, e.range.size());
      e.kind = EntityKind::document;
      e.by = "document.number";
      out.push_back(e);
      until = end;
    }
  }

  static void programme(EntityBounds const& bounds, Range r, std::vector<EntityFound>& out) {
    if (bounds.characters(r) < 2) return;
    EntityFound e;
    e.kind = EntityKind::program;
    auto const outside = bounds.asked(r.end + 3, Class::programme);
    bool inside = false;
    for (std::uint32_t p = r.begin + char_size(bounds.text(), r.begin); p < r.end; p += char_size(bounds.text(), p)) {
      if (bounds.asked(p, Class::programme).end == r.end) inside = true;
    }
    if (outside) {
      e.range = e.name = {r.begin - 3, static_cast<std::uint32_t>(outside.end)};
      e.by = "program.quoted";
    } else if (inside) {
      e.range = e.name = r;
      e.by = "program.inside";
    } else {
      return;
    }
    out.push_back(e);
  }
};

}  // namespace detail

GONGWEN_END
