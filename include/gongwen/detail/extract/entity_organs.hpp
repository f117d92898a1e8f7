// gongwen/detail/extract/entity_organs.hpp: organs of state and party, departments in lists, companies, schools, hospitals.
//
//   organ     (place | 省 市 县 …) (field tail | base)+ (place branch)?     云岭县财政局 · 县委组织部 · 市公安局河东分局 · 教育部
//   list      field (、 field)+ 等? 部门                                      发改、财政、国土等部门
//   company   name tail, where the name has a sure beginning                云岭县青石矿业有限公司 · 华能集团
//   silent: 教育部署, 党委 and 政府 alone, 龙头企业集团, 各县财政局
#pragma once

#include "divisions.hpp"
#include "entity_found.hpp"

GONGWEN_BEGIN

namespace detail {

class OrganReader {
 public:
  static void read(Lattice const& lattice, std::vector<EntityFound>& out) {
    if (!lattice.present().meets(Class::organ_field | Class::organ_base | Class::corp_tail)) return;
    EntityBounds const bounds(lattice);
    std::uint32_t until = lattice.range().begin;
    for (Place const& at : lattice.places()) {
      if (at.byte < until) continue;
      if (at.classes.meets(Class::organ_field | Class::organ_base)) {
        if (std::uint32_t const end = list(bounds, lattice, at.byte, out); end != 0) {
          until = end;
          continue;
        }
        if (std::uint32_t const end = organ(bounds, lattice, at.byte, until, out); end != 0) {
          until = end;
          continue;
        }
      }
      if (at.classes.meets(Class::corp_tail)) {
        if (std::uint32_t const end = company(bounds, lattice, at.byte, until, out); end != 0) until = end;
      }
    }
  }

 private:
  static constexpr int most_parts = 5;

  /// Where an organ's own words end that begin at `at`: 财政|局, 人民政府, 住房和城乡建设|局; 0 when none does.
  [[nodiscard]] static std::uint32_t part(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at) {
    std::uint32_t best = 0;
    for (std::uint32_t i = lattice.at(at); i != none; i = lattice.token(i).next) {
      Token const& t = lattice.token(i);
      if (t.classes.meets(Class::organ_base) && clear(bounds, at, t.end)) best = std::max(best, t.end);
      if (!t.classes.meets(Class::organ_field)) continue;
      best = std::max(best, tail(bounds, lattice, t.end));
    }
    return best;
  }
  /// A tail right after a field, or after further fields: 民族|宗教|局, 文化|和|旅游|局.
  [[nodiscard]] static std::uint32_t tail(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at) {
    for (int n = 0; n < 3; ++n) {
      auto const found = bounds.asked(at, Class::organ_tail);
      if (found && clear(bounds, at, static_cast<std::uint32_t>(found.end)) && closed(bounds, found)) {
        return static_cast<std::uint32_t>(found.end);
      }
      Token const* const more = lattice.find(at, Class::organ_field);
      if (more == nullptr) return 0;
      at = more->end;
    }
    return 0;
  }
  /// No longer word begins where the tail seems to: 部署, 委托.
  [[nodiscard]] static bool clear(EntityBounds const& bounds, std::uint32_t begin, std::uint32_t end) {
    auto const last = static_cast<std::uint32_t>(previous(bounds.text(), end));
    return bounds.asked(begin, Class::organ_not).end <= end && bounds.asked(last, Class::organ_not).end <= end;
  }
  /// 办, 部 and 委 make so many words that what follows must let a name end.
  [[nodiscard]] static bool closed(EntityBounds const& bounds, LexiconData::Asked const& tail) {
    auto const end = static_cast<std::uint32_t>(tail.end);
    char32_t const last = bounds.character(static_cast<std::uint32_t>(tail.begin));
    bool const one = tail.end - tail.begin == 3;
    if (!one || (last != 0x529e && last != 0x90e8 && last != 0x7f72)) return true;  // 办 部 署
    return bounds.ends(end) || bounds.asked(end, Class::organ_tail) || bounds.asked(end, Class::owner_tail);
  }

  static std::uint32_t organ(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at, std::uint32_t floor,
                             std::vector<EntityFound>& out) {
    std::uint32_t end = part(bounds, lattice, at);
    if (end == 0) return 0;
    Token const* const base = lattice.find(at, Class::organ_base);
    bool const whole = base != nullptr && lattice.meaning(*base, Class::organ_base).text == "whole";
    bool const by_field = base == nullptr || base->end < end;
    if (covered(bounds, lattice, at)) return 0;
    std::uint32_t const begin = prefix(bounds, lattice, at, floor);
    bool const prefixed = begin < at;
    if (!prefixed && !(whole || by_field)) return 0;
    if (!prefixed && !bounds.begins(at) && !(whole && base->end - at >= 12)) return 0;
    if (prefixed && vague(bounds, begin)) return 0;
    end = chain(bounds, lattice, end);
    if (bounds.character(end) == 0x957f) return 0;  // 长: 财政局长 is an office
    bool const generic = ends_generic(bounds, at, end);
    if (generic && !by_field) return 0;
    add(out, {begin, end}, generic ? "organ.generic" : prefixed ? "organ.local" : "organ");
    return end;
  }
  /// 城乡建设 inside 住房和城乡建设.
  [[nodiscard]] static bool covered(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at) {
    std::uint32_t p = at;
    for (int n = 0; n < 8 && p > bounds.range().begin; ++n) {
      p = static_cast<std::uint32_t>(previous(bounds.text(), p));
      Token const* const t = lattice.find(p, Class::organ_field);
      if (t != nullptr && t->end > at) return true;
    }
    return false;
  }
  [[nodiscard]] static bool ends_generic(EntityBounds const& bounds, std::uint32_t begin, std::uint32_t end) {
    return bounds.text().size() >= end && last_tail(bounds, begin, end).text == "g";
  }
  [[nodiscard]] static LexiconData::Asked last_tail(EntityBounds const& bounds, std::uint32_t begin,
                                                    std::uint32_t end) {
    LexiconData::Asked out;
    for (std::uint32_t p = begin; p < end; p += char_size(bounds.text(), p)) {
      auto const t = bounds.asked(p, Class::organ_tail);
      if (t.end == end) return t;
    }
    return out;
  }

  /// Before the organ's own words: the place, or the level alone (县, 自治区), of which the last character may be shared (县委).
  [[nodiscard]] static std::uint32_t prefix(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at,
                                            std::uint32_t floor) {
    std::uint32_t begin = at;
    char32_t const first = bounds.character(at);
    if (level(first)) {  // 云岭县|委: the base begins with the level itself
      if (std::uint32_t const place = bounds.division_before(at + 3); place != none && place >= floor)
        return with_party(bounds, place);
    }
    if (std::uint32_t const place = bounds.division_before(at); place != none && place >= floor)
      return with_party(bounds, place);
    static_cast<void>(lattice);
    if (at < floor + 3) return at;
    auto const p = static_cast<std::uint32_t>(previous(bounds.text(), at));
    char32_t const c = bounds.character(p);
    if (level(c)) begin = p;
    if (c == 0x533a && p >= floor + 6 && bounds.text().substr(p - 6, 3) != "" && bounds.character(p - 6) == 0x81ea &&
        bounds.character(p - 3) == 0x6cbb)  // 自治区
      begin = p - 6;
    if (begin < at && !bounds.begins(begin)) return at;
    return begin;
  }
  /// 中共 before the place.
  [[nodiscard]] static std::uint32_t with_party(EntityBounds const& bounds, std::uint32_t at) {
    if (at < bounds.range().begin + 6) return at;
    return bounds.character(at - 6) == 0x4e2d && bounds.character(at - 3) == 0x5171 ? at - 6 : at;  // 中共
  }
  static constexpr bool level(char32_t c) noexcept {
    return is_division(c) || is_township(c) || c == 0x76df;  // 盟
  }
  /// 各县财政局, 省、市教育局: no one organ.
  [[nodiscard]] static bool vague(EntityBounds const& bounds, std::uint32_t begin) {
    char32_t const c = bounds.before(begin);
    return c == 0x5404 || c == 0x6bcf;  // 各 每
  }

  /// What goes on: 县委|组织部, 县政府|办公室, 市公安局|河东|分局.
  [[nodiscard]] static std::uint32_t chain(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t end) {
    for (int n = 0; n < most_parts; ++n) {
      if (std::uint32_t const next = part(bounds, lattice, end); next != 0) {
        end = next;
        continue;
      }
      auto const more = bounds.asked(end, Class::organ_tail);
      if (more && more.text != "g" && clear(bounds, end, static_cast<std::uint32_t>(more.end)) &&
          closed(bounds, more) && more.end - more.begin > 3) {
        end = static_cast<std::uint32_t>(more.end);
        continue;
      }
      std::uint32_t const after = branch(bounds, lattice, end);
      if (after == 0) break;
      end = after;
    }
    return end;
  }
  [[nodiscard]] static std::uint32_t branch(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t end) {
    std::uint32_t at = end;
    for (int n = 0; n < 3; ++n) {
      Token const* const place = lattice.find(at, Class::place | Class::place_short | Class::place_former);
      if (place == nullptr) break;
      at = place->end;
    }
    if (auto const found = bounds.asked(at, Class::branch)) return static_cast<std::uint32_t>(found.end);
    // 江北|分局: a name that the lexicon does not have
    char32_t const last = bounds.before(end);
    if (at != end || (last != 0x5c40 && last != 0x884c && last != 0x53f8)) return 0;  // 局 行 司
    for (int n = 0; n < 4 && is_han(bounds.character(at)) && !bounds.asked(at, Class::name_lead); ++n) {
      at += 3;
      if (n == 0) continue;
      auto const found = bounds.asked(at, Class::branch);
      if (found) return static_cast<std::uint32_t>(found.end);
    }
    return 0;
  }

  /// Fields side by side, with 部门 after the last.
  static std::uint32_t list(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at,
                            std::vector<EntityFound>& out) {
    Range items[16];
    std::size_t n = 0;
    std::uint32_t p = at;
    while (n < 16) {
      Token const* const field = lattice.find(p, Class::organ_field);
      if (field == nullptr) break;
      items[n++] = {p, field->end};
      p = field->end;
      char32_t const c = bounds.character(p);
      if (c != 0x3001 && c != 0x548c) break;  // 、 和
      p += 3;
    }
    if (n < 2) return 0;
    std::uint32_t const last = items[n - 1].end;
    if (bounds.character(last) == 0x3001) return 0;
    std::uint32_t end = last;
    if (bounds.character(end) == 0x7b49) end += 3;  // 等
    for (int k = 0; k < 2 && end > last; ++k) {
      auto const word = bounds.asked(end, Class::generic);
      if (!word) break;
      end = static_cast<std::uint32_t>(word.end);
    }
    auto const tail = bounds.asked(end, Class::organ_tail);
    if (tail.text != "g") return 0;
    if (!bounds.begins(at) && !level(bounds.before(at))) return 0;
    for (std::size_t i = 0; i < n; ++i) {
      Range r = items[i];
      if (i + 1 == n && end == last) r.end = static_cast<std::uint32_t>(tail.end);
      add(out, r, "organ.list");
    }
    return static_cast<std::uint32_t>(tail.end);
  }

  /// 云岭县青石矿业有限公司, 青石镇中心小学.
  static std::uint32_t company(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t at,
                               std::uint32_t floor, std::vector<EntityFound>& out) {
    Token const* const tail = lattice.find(at, Class::corp_tail);
    std::uint32_t end = tail->end;
    for (int n = 0; n < 3; ++n) {  // 集团|有限公司
      Token const* const more = lattice.find(end, Class::corp_tail);
      if (more == nullptr) break;
      end = more->end;
    }
    if (std::uint32_t const whole = past_place(bounds, lattice, end); whole != 0) end = whole;
    if (bounds.asked(at, Class::organ_not).end > end || !clear(bounds, at, end)) return 0;
    if (is_digit(bounds.before(at))) return 0;
    auto const start = bounds.start(at, 18);
    if (start.begin == none) return 0;
    std::uint32_t const own = after_epithet(bounds, start.begin, at);
    bool const placed = start.place != none && own == start.begin;
    std::uint32_t const begin = placed ? start.place : own;
    if (begin < floor) return 0;
    Range const stem{own, at};
    std::size_t const n = bounds.characters(stem);
    if (n > 16 || (n == 0 && !placed)) return 0;
    if (n > 0 && (bounds.generic(stem) && !(placed && n <= 4))) return 0;
    if (n == 1 && !placed) return 0;
    if (is_digit(bounds.before(begin)) || is_digit(bounds.character(begin))) return 0;
    if (bounds.holds(stem, Class::area | Class::up | Class::down | Class::reach_verb | Class::status | Class::time |
                               Class::figure | Class::now | Class::among | Class::role | Class::lead))
      return 0;
    for (std::uint32_t p = stem.begin; p < stem.end; p += char_size(bounds.text(), p)) {
      if (!EntityBounds::wordy(bounds.character(p))) return 0;
    }
    if (n > 0 && bounds.asked(stem.begin, Class::name_never)) return 0;
    if (!bounds.ends(end) && bounds.asked(end, Class::branch).end == 0 && is_han(bounds.character(end)) && n < 2)
      return 0;
    if (std::uint32_t const after = branch(bounds, lattice, end); after != 0) end = after;
    add(out, {begin, end}, "organ.company");
    return end;
  }

  /// 国家高新技术企业|华岳集团: what kind of firm it is stands before its name, not 中小企业担保公司.
  [[nodiscard]] static std::uint32_t after_epithet(EntityBounds const& bounds, std::uint32_t begin, std::uint32_t end) {
    constexpr std::uint32_t shortest = 15;  // bytes of an epithet with its 企业
    for (std::uint32_t at = begin + shortest; at + 6 <= end; at += char_size(bounds.text(), at)) {
      if (bounds.before(at) == 0x4e1a && bounds.character(at - 6) == 0x4f01) return at;  // 企业
    }
    return begin;
  }
  /// 华岳集团（吉林）新能源有限公司: a place in brackets, and the rest of the name up to the next tail; 0 where there is none.
  [[nodiscard]] static std::uint32_t past_place(EntityBounds const& bounds, Lattice const& lattice, std::uint32_t end) {
    if (bounds.character(end) != 0xff08) return 0;  // （
    Token const* const place = lattice.find(end + 3, Class::place | Class::place_short);
    if (place == nullptr || bounds.character(place->end) != 0xff09) return 0;  // ）
    std::uint32_t at = place->end + 3;
    for (int n = 0; n < 14 && is_han(bounds.character(at)); ++n, at += 3) {
      if (Token const* const tail = lattice.find(at, Class::corp_tail)) return tail->end;
    }
    return 0;
  }

  static void add(std::vector<EntityFound>& out, Range range, std::string_view by) {
    EntityFound e;
    e.range = e.name = range;
    e.kind = EntityKind::organization;
    e.by = by;
    out.push_back(e);
  }
};

}  // namespace detail

GONGWEN_END
