// gongwen/detail/extract/entity_places.hpp: places: divisions by the lexicon, townships, villages and zones by their kind.
//
//   柳州市 · 襄樊市 (former) · 云岭县青石镇 · 青石镇 (once it is known) · 云岭经济开发区 · 全市, 我县 where the article says whose
//   silent: 上海路, 吉林大米, 重点镇, 各乡镇, 开发区 alone
#pragma once

#include "areas.hpp"
#include "divisions.hpp"
#include "entity_found.hpp"

GONGWEN_BEGIN

namespace detail {

class PlaceReader {
 public:
  explicit PlaceReader(Areas const& areas) : areas_(areas) {}

  void new_article() { known_.clear(); }

  void read(Lattice const& lattice, std::vector<EntityFound>& out) {
    if (!lattice.present().meets(wanted)) return;
    EntityBounds const bounds(lattice);
    std::uint32_t until = lattice.range().begin, tail_until = until;
    for (Place const& at : lattice.places()) {
      if (!at.classes.meets(wanted) || at.byte < until) continue;
      std::uint32_t end = 0;
      if (at.classes.meets(Class::place | Class::place_former)) end = division(bounds, lattice, at.byte, out);
      if (end == 0 && at.classes.meets(Class::place_short)) end = short_name(bounds, lattice, at.byte, out);
      if (end == 0 && at.classes.meets(Class::area)) end = relative(lattice, at.byte, out);
      if (end == 0 && at.classes.meets(Class::place_tail) && at.byte >= tail_until) {
        tail_until = lattice.find(at.byte, Class::place_tail)->end;  // no shorter kind inside: 自贸试验区
        end = by_kind(bounds, lattice, at.byte, until, out);
      }
      if (end != 0) until = end;
    }
  }

 private:
  static constexpr ClassSet wanted =
      Class::place | Class::place_former | Class::place_short | Class::area | Class::place_tail;
  static constexpr std::size_t most_known = 64;

  std::uint32_t division(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at,
                         std::vector<EntityFound>& out) const {
    Token const* const t = lattice.find(at, Class::place | Class::place_former);
    Entry place = lattice.meaning(*t, Class::place);
    bool const former = place.word.empty();
    if (former) place = lattice.meaning(*t, Class::place_former);
    if (inside_word(bounds, *t) || (!full(lattice.words(*t)) && bounds.asked(t->end, Class::place_not))) return 0;
    // 范县, 矿区, and names of the past: short enough to stand in other words by chance
    bool const sure = t->end - at > 6 && !former;
    if (!sure && !bounds.begins(at) && bounds.division_before(at) == none && full_short(lattice.words(*t), former))
      return 0;
    if (place.word.size() == 6 && place.text.find(' ') != std::string_view::npos && bounds.division_before(at) == none)
      return 0;  // 城区, 郊区, 矿区
    std::string_view code = areas_.pick(place.text);
    if (!out.empty() && out.back().range.end == at && !out.back().code.empty())
      code = Areas::pick(place.text, out.back().code);
    add(out, {at, t->end}, code, former ? "place.former" : "place.division");
    return t->end;
  }
  /// 阳城, 沁水: only in a text on their prefecture, and where the words round it let a name stand.
  std::uint32_t short_name(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at,
                           std::vector<EntityFound>& out) const {
    Token const* const t = lattice.find(at, Class::place_short);
    std::string_view const near = areas_.about();
    if (near.size() != 6 || near.substr(2) == "0000") return 0;
    std::string_view const code = Areas::pick(lattice.meaning(*t, Class::place_short).text, near);
    if (code.size() != 6 || code.substr(0, 4) != near.substr(0, 4)) return 0;
    bool const begins = bounds.begins(at) || bounds.division_before(at) != none;
    if (!begins || !bounds.ends(t->end) || bounds.asked(t->end, Class::place_not)) return 0;
    add(out, {at, t->end}, code, "place.short");
    return t->end;
  }
  std::uint32_t relative(Lattice const& lattice, std::uint32_t at, std::vector<EntityFound>& out) const {
    Token const* const t = lattice.find(at, Class::area);
    std::string_view const code = areas_.relative(lattice.words(*t));
    if (code.empty()) return 0;
    add(out, {at, t->end}, code, "place.relative");
    return t->end;
  }

  /// 青石镇, 红岭村, 云岭经济开发区: a name before the word of kind.
  std::uint32_t by_kind(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at, std::uint32_t floor,
                        std::vector<EntityFound>& out) {
    Token const* const tail = lattice.find(at, Class::place_tail);
    if (bounds.asked(at, Class::organ_not).end > tail->end || bounds.asked(tail->end, Class::place_not)) return 0;
    std::string_view const kind = lattice.meaning(*tail, Class::place_tail).text;
    bool const zone = kind == "z" || kind == "w";
    // 镇（乡）: kinds, not one place
    char32_t const next = bounds.character(tail->end);
    if (!zone && (next == 0xff08 || next == U'(') &&
        lattice.find(tail->end + char_size(bounds.text(), tail->end), Class::place_tail) != nullptr)
      return 0;
    if (!zone) {
      if (std::uint32_t const begin = remembered(bounds, {at, tail->end}, floor); begin != none)
        return place(bounds, {begin, tail->end}, out, "place.known");
    }
    auto start = bounds.start(at, zone ? 8 : 5);
    // 青石镇|红岭村: right after a place that was read
    if (!out.empty() && out.back().range.end == floor && floor < at && at - floor <= 15 &&
        out.back().by != "place.relative" && (start.begin == none || start.begin <= floor))
      start = {floor, floor};
    if (start.begin == none) return 0;
    Range const stem{start.begin, at};
    std::size_t const n = bounds.characters(stem);
    bool const after_division = start.place != none;
    if (zone) {
      if (!bounds.all_han(stem)) return 0;
      if (n == 0 ? !after_division : (n < 2 || bounds.generic(stem) || bounds.holds(stem, Class::name_never))) return 0;
      if (n > 0 && !after_division && !proper(bounds, stem)) return 0;
      bool const named = after_division || lattice.find(stem.begin, Class::place | Class::place_short) != nullptr;
      if (kind == "w" && !named) return 0;
      if (!named && n > 4) return 0;
      std::uint32_t const begin = after_division ? start.place : start.begin;
      if (begin < floor && !after_division) return 0;
      return place(bounds, {begin, tail->end}, out, "place.zone");
    }
    if (n == 0 || n > (after_division ? 5U : 3U) || (n == 1 && !after_division)) return 0;
    if (stem.begin < floor && !after_division) return 0;
    if (!bounds.all_han(stem) || bounds.generic(stem) || !proper(bounds, stem)) return 0;
    if (bounds.holds({stem.begin, tail->end}, Class::name_never)) return 0;
    for (std::uint32_t p = stem.begin; p < stem.end; p += 3) {
      if (bounds.character(p) == 0x9547 || bounds.character(p) == 0x4e61) return 0;  // 镇 乡: 强镇带村
    }
    if (known_.size() < most_known) known_.push_back(lattice.words(stem.begin, tail->end));
    return place(bounds, {stem.begin, tail->end}, out, after_division ? "place.below" : "place.kind");
  }
  /// No word of the grammar stands in it.
  [[nodiscard]] static bool proper(EntityBounds const& bounds, Range stem) {
    return !bounds.holds(stem, Class::area | Class::organ_field | Class::indicator | Class::zone | Class::corp_tail |
                                   Class::up | Class::down | Class::reach_verb | Class::status | Class::figure |
                                   Class::role | Class::classifier);
  }
  [[nodiscard]] std::uint32_t remembered(EntityBounds const& bounds, Range tail, std::uint32_t floor) const {
    for (std::string_view const name : known_) {
      if (tail.end - floor < name.size()) continue;
      auto const begin = static_cast<std::uint32_t>(tail.end - name.size());
      if (bounds.text().substr(begin, name.size()) == name) return begin;
    }
    return none;
  }
  std::uint32_t place(EntityBounds const&, Range range, std::vector<EntityFound>& out, std::string_view by) const {
    EntityFound e;
    e.range = e.name = range;
    e.kind = EntityKind::place;
    e.by = by;
    // The division that is written right before, or at its head, is the parent
    if (!out.empty() && out.back().kind == EntityKind::place && out.back().range.end == range.begin) {
      e.parent = out.back().code;
    }
    out.push_back(e);
    return range.end;
  }

  [[nodiscard]] bool full_short(std::string_view name, bool former) const { return former || kind_at_end(name); }
  [[nodiscard]] bool full(std::string_view name) const { return name.size() >= 9 && kind_at_end(name); }
  [[nodiscard]] static bool kind_at_end(std::string_view name) {
    return is_division(code_point(name, previous(name, name.size())));
  }
  /// 大海南部, 河南岸: a word of the lexicon that begins before and ends inside, or the other way round.
  [[nodiscard]] static bool inside_word(EntityBounds const& bounds, Token const& t) {
    auto const crossing = bounds.asked(t.begin, Class::name_word);
    return crossing.end > t.end;
  }

  void add(std::vector<EntityFound>& out, Range range, std::string_view code, std::string_view by) const {
    EntityFound e;
    e.range = e.name = range;
    e.kind = EntityKind::place;
    e.code = code;
    if (!code.empty()) {
      e.full_name = areas_.full_name(code);
      e.parent = areas_.above(code);
    }
    e.by = by;
    out.push_back(e);
  }

  Areas const& areas_;
  std::vector<std::string_view> known_;  ///< townships and villages that the article has named with a sure beginning
};

}  // namespace detail

GONGWEN_END
