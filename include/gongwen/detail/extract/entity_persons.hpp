// gongwen/detail/extract/entity_persons.hpp: persons, by an office beside the name.
//
//   surname office          刘书记 · 欧阳县长
//   office name             县委书记李明远 · 副县长陈立、王建国 · 市长 赵 刚
//   name office             李明远副省长
// A name is a surname and one or two characters, and must end where a name can. Without an office there is no person.
#pragma once

#include "entity_found.hpp"

GONGWEN_BEGIN

namespace detail {

class PersonReader {
 public:
  static void read(Lattice const& lattice, std::vector<EntityFound>& out) {
    if (!lattice.present().meets(Class::role)) return;
    EntityBounds const bounds(lattice);
    std::uint32_t until = lattice.range().begin;
    for (Place const& at : lattice.places()) {
      if (!at.classes.meets(Class::role) || at.byte < until) continue;
      Token const* const role = lattice.find(at.byte, Class::role);
      until = role->end;
      if (std::uint32_t const end = after(bounds, lattice, *role, out); end != 0)
        until = end;
      else
        before(bounds, lattice, *role, out);
    }
  }

 private:
  [[nodiscard]] static std::uint32_t skip(EntityBounds const& bounds, std::uint32_t at) {
    for (int n = 0; n < 2 && is_space(bounds.character(at)); ++n) at += char_size(bounds.text(), at);
    return at;
  }

  /// Where a full name ends that begins at `at`; 0 when none does.
  [[nodiscard]] static std::uint32_t full_name(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at,
                                               bool spaced) {
    auto const surname = bounds.asked(at, Class::surname);
    if (!surname || bounds.asked(at, Class::not_person) || other_word(lattice, at)) return 0;
    auto p = static_cast<std::uint32_t>(surname.end);
    std::uint32_t const gap = skip(bounds, p);
    if (gap > p && !spaced) return 0;
    p = gap;
    std::uint32_t ends[2] = {0, 0};
    for (int n = 0; n < 2; ++n) {
      if (p >= bounds.range().end || !is_han(bounds.character(p))) break;
      if (n == 0 && bounds.asked(p, Class::title_after)) break;
      p += 3;
      if (bounds.ends(p)) ends[n] = p;
    }
    if (ends[1] != 0 && (ends[0] == 0 || in_names(bounds, ends[0]))) return ends[1];
    return ends[0];
  }
  /// 和, 同, 为 follow names, and stand in names as well.
  [[nodiscard]] static bool in_names(EntityBounds const& bounds, std::uint32_t at) {
    auto const word = bounds.asked(at, Class::title_after);
    return !word || (word.text == "n" && word.end == at + 3);
  }
  [[nodiscard]] static bool other_word(Lattice const& lattice, std::uint32_t at) {
    Token const* const t = lattice.find(at, Class::place | Class::organ_field | Class::organ_base | Class::corp_tail |
                                                Class::role | Class::area | Class::indicator | Class::time);
    return t != nullptr && t->end > at + 3;
  }

  static std::uint32_t after(EntityBounds const& bounds, Lattice const& lattice, Token const& role,
                             std::vector<EntityFound>& out) {
    std::uint32_t at = skip(bounds, role.end);
    std::uint32_t end = full_name(bounds, lattice, at, at > role.end);
    if (end == 0) return 0;
    add(out, {role.begin, end}, {at, end}, lattice.words(role), "person.after");
    // 副县长陈立、王建国: they share the office
    for (int n = 0; n < 30 && bounds.character(end) == 0x3001; ++n) {  // 、
      at = end + 3;
      std::uint32_t const next = full_name(bounds, lattice, at, false);
      if (next == 0 || next < at + 6 || bounds.character(next) == 0) break;
      add(out, {at, next}, {at, next}, lattice.words(role), "person.list");
      end = next;
    }
    return end;
  }

  static void before(EntityBounds const& bounds, Lattice const& lattice, Token const& role,
                     std::vector<EntityFound>& out) {
    if (!bounds.ends(role.end)) return;
    std::uint32_t const floor = out.empty() ? bounds.range().begin : std::max(bounds.range().begin, end_of(out));
    std::uint32_t starts[4] = {};
    std::uint32_t p = role.begin;
    for (std::uint32_t& s : starts) {
      if (p <= floor) break;
      p = static_cast<std::uint32_t>(previous(bounds.text(), p));
      if (!is_han(bounds.character(p))) break;
      s = p;
    }
    // the longest first: 李明远|副省长, 刘|书记
    for (int n = 3; n >= 0; --n) {
      if (starts[n] == 0 && !(starts[n] == 0 && floor == 0 && n == 0 && role.begin == 3)) continue;
      std::uint32_t const at = starts[n];
      auto const surname = bounds.asked(at, Class::surname);
      if (!surname) continue;
      auto const given = (role.begin - static_cast<std::uint32_t>(surname.end)) / 3;
      if (role.begin < surname.end || given > 2) continue;
      if (!bounds.begins(at) || bounds.asked(at, Class::name_lead) || other_word(lattice, at)) continue;
      if (bounds.asked(at, Class::not_person).end > surname.end || bounds.asked(at, Class::generic)) continue;
      if (given == 0 && bounds.asked(at, Class::not_person)) continue;
      add(out, {at, role.end}, {at, role.begin}, lattice.words(role), given == 0 ? "person.surname" : "person.before");
      return;
    }
  }
  [[nodiscard]] static std::uint32_t end_of(std::vector<EntityFound> const& out) {
    return out.back().kind == EntityKind::person ? out.back().range.end : 0;
  }

  static void add(std::vector<EntityFound>& out, Range range, Range name, std::string_view role, std::string_view by) {
    EntityFound e;
    e.range = range;
    e.name = name;
    e.role = role;
    e.kind = EntityKind::person;
    e.by = by;
    out.push_back(e);
  }
};

}  // namespace detail

GONGWEN_END
