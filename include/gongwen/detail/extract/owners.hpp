// gongwen/detail/extract/owners.hpp: a list of doers to their names as written.
//
//   省财政厅、省教育厅等单位和各市〔州〕政府        省财政厅 · 省教育厅 · 各市〔州〕政府
//   发改、财政、国土等部门                          发改 · 财政 · 国土
//   区住房和城乡建设局和区城管局                    区住房和城乡建设局 · 区城管局
//   市商务局牵头，市文旅局、市供销社配合            市商务局 · 市文旅局 (assists) · 市供销社 (assists)
//   县委、县政府督查室                              one: two organs that share a head
//
// The caller finds the list (after 责任单位：, before 牵头, the subject of a clause) and gives its range; this splits it.
//   - Cuts: 、 ， ； and 以及; 和, 与 and 及 only where the words before end as an organ, unit, place or bracket does, so that
//     住房和城乡建设局 stays whole. Nothing inside a bracket cuts.
//   - Dropped: what leads up (由, 会同), 等, 等单位, 等有关部门 and the verbs after a list (牵头, 负责, 按职责分工负责, 配合).
//   - Kept as written: names with 各, 有关 (各市〔州〕政府, 省有关单位); judging whether they are named is the caller's.
//   - `assists`: the verb that ends the name's group is one of help (配合, 协助).
// Time is linear in the range; nothing is allocated but the caller's list.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "../../text.hpp"
#include "../scan/lexicon_data.hpp"

GONGWEN_BEGIN

namespace detail {

struct OwnerName {
  Range range;           ///< in the text that was given
  bool assists = false;  ///< named as helping, not as in charge
};

class OwnerList {
 public:
  explicit OwnerList(LexiconData const& lexicon) : lexicon_(lexicon) {}

  /// Appends the names in `range` of `text`, in its order. At most `most_owners` are read.
  void split(std::string_view text, Range range, std::vector<OwnerName>& out) const {
    std::size_t const first = out.size();
    std::size_t group = first;  // names since the last verb
    std::uint32_t begin = range.begin;
    int depth = 0;
    for (std::uint32_t at = range.begin; at < range.end && out.size() - first < most_owners;) {
      char32_t const c = code_point(text, at);
      std::uint32_t const next = at + char_size(text, at);
      if (opens(c)) ++depth;
      if (closes(c) && depth > 0) --depth;
      std::uint32_t const cut = depth == 0 ? cuts(text, {begin, range.end}, at, c) : 0;
      if (cut == 0) {
        at = next;
        continue;
      }
      piece(text, {begin, at}, out, group);
      begin = at = cut;
    }
    piece(text, {begin, range.end}, out, group);
  }

  static constexpr std::size_t most_owners = 64;

  /// What the name `i` of a list shares with one after it: 云溪市、东林市政府, 州、县人民政府. Empty for a name that ends in no
  /// division, or where no name after it ends as an office.
  [[nodiscard]] static std::string_view shared_tail(LexiconData const& lexicon, std::string_view text,
                                                    std::vector<OwnerName> const& names, std::size_t i) {
    auto const name = [&](std::size_t k) { return text.substr(names[k].range.begin, names[k].range.size()); };
    char32_t const last = last_of(name(i));
    for (std::size_t next = i + 1; division(name(i)) && next < names.size() && next < i + 24; ++next) {
      std::string_view const other = name(next);
      Entry const tail = lexicon.longest_before(other, other.size(), Class::organ_base);
      if (!tail.word.empty() && tail.word.size() < other.size()) return tail.word;
      if (last_of(other) != last) break;
    }
    return {};
  }
  /// Does it end as a division does: 市, 县, 区, 州?
  [[nodiscard]] static bool division(std::string_view name) {
    char32_t const last = last_of(name);
    return last == 0x5e02 || last == 0x53bf || last == 0x533a || last == 0x5dde;
  }

 private:
  static char32_t last_of(std::string_view name) { return code_point(name, previous(name, name.size())); }
  static constexpr bool opens(char32_t c) noexcept {
    return c == 0xff08 || c == U'(' || c == 0x3014 || c == U'[' || c == 0x3010 || c == 0x300a;  // （ ( 〔 [ 【 《
  }
  static constexpr bool closes(char32_t c) noexcept {
    return c == 0xff09 || c == U')' || c == 0x3015 || c == U']' || c == 0x3011 || c == 0x300b;
  }

  /// Where the words go on after a mark or word at `at` that cuts `piece`; 0 where none does.
  [[nodiscard]] std::uint32_t cuts(std::string_view text, Range piece, std::uint32_t at, char32_t c) const {
    if (c == 0x3001) return shared_head(text, piece, at) ? 0 : at + 3;  // 、
    if (c == 0xff0c || c == 0xff1b) return at + 3;                      // ， ；
    if (c == U',' || c == U';') return at + 1;
    if (c == 0x4ee5 && code_point(text, at + 3) == 0x53ca && at + 6 < piece.end) return at + 6;  // 以及
    bool const and_word = c == 0x548c || c == 0x4e0e || c == 0x53ca;                             // 和 与 及
    if (!and_word || at <= piece.begin || at + 3 >= piece.end || !ends_name(text, {piece.begin, at})) return 0;
    return at + 3;
  }

  /// 县委、县政府督查室: 委 of a level, then 政府 of the same level and more.
  [[nodiscard]] bool shared_head(std::string_view text, Range piece, std::uint32_t at) const {
    std::string_view const left = trimmed(text.substr(piece.begin, at - piece.begin));
    if (left.size() != 6 || code_point(left, 3) != 0x59d4) return false;  // 委
    std::uint32_t const right = at + 3;
    if (text.substr(right, 3) != left.substr(0, 3)) return false;
    std::size_t const base = longest_base(text.substr(0, piece.end), right + 3);
    // 县政府 alone, and 县政府办 beside 县委, are names of their own
    return base > right + 9 - 1 && code_point(text, right + 3) == 0x653f && base < piece.end &&  // 政
           lexicon_.asked(text.substr(0, piece.end), base, Class::organ_tail).end != 0;
  }
  [[nodiscard]] std::size_t longest_base(std::string_view text, std::size_t at) const {
    Entry const base = lexicon_.longest(text, at, Class::organ_base);
    return at + base.word.size();
  }

  /// Does a name end here: with the tail of an organ, company or place, with 单位, with a bracket?
  [[nodiscard]] bool ends_name(std::string_view text, Range r) const {
    while (r.end > r.begin && is_space(code_point(text, previous(text, r.end))))
      r.end = static_cast<std::uint32_t>(previous(text, r.end));
    if (r.empty()) return false;
    char32_t const last = code_point(text, previous(text, r.end));
    if (closes(last)) return true;
    std::string_view const words = text.substr(0, r.end);
    for (Class const cls : {Class::organ_tail, Class::branch, Class::owner_tail}) {
      auto const tail = lexicon_.asked_before(words, r.begin, r.end, cls);
      if (tail && (tail.begin > r.begin || cls == Class::owner_tail)) return true;
    }
    std::string_view const name = text.substr(r.begin, r.end - r.begin);
    for (Class const cls : {Class::organ_base, Class::corp_tail, Class::place_tail, Class::place}) {
      if (!lexicon_.longest_before(name, name.size(), cls).word.empty()) return true;
    }
    return false;
  }

  static std::string_view trimmed(std::string_view s) noexcept {
    while (!s.empty() && is_space(code_point(s, 0))) s.remove_prefix(char_size(s, 0));
    while (!s.empty() && is_space(code_point(s, previous(s, s.size())))) s = s.substr(0, previous(s, s.size()));
    return s;
  }

  /// One piece between two cuts: without what leads up to the name and what follows it.
  void piece(std::string_view text, Range r, std::vector<OwnerName>& out, std::size_t& group) const {
    bool verb = false, assists = false;
    for (int n = 0; n < 8 && !r.empty(); ++n) {
      char32_t const first = code_point(text, r.begin);
      if (is_space(first) || loose(first)) {
        r.begin += char_size(text, r.begin);
        continue;
      }
      auto const lead = lexicon_.asked(text.substr(0, r.end), r.begin, Class::owner_lead);
      if (!lead) break;
      r.begin = static_cast<std::uint32_t>(lead.end);
    }
    for (int n = 0; n < 8 && !r.empty(); ++n) {
      auto const before = static_cast<std::uint32_t>(previous(text, r.end));
      char32_t const last = code_point(text, before);
      if (is_space(last) || loose(last)) {
        r.end = before;
        continue;
      }
      auto const tail = lexicon_.asked_before(text, r.begin, r.end, Class::owner_tail, 60);
      if (!tail) break;
      bool const list = code_point(text, tail.begin) == 0x7b49;  // 等
      verb = verb || !list;
      assists = assists || tail.text == "a";
      r.end = static_cast<std::uint32_t>(tail.begin);
    }
    if (!r.empty()) out.push_back({r, false});
    if (!verb) return;
    if (assists) {
      for (std::size_t i = group; i < out.size(); ++i) out[i].assists = true;
    }
    group = out.size();
  }
  static constexpr bool loose(char32_t c) noexcept {
    return c == 0xff1a || c == U':' || c == 0x3002 || c == 0xff0c || c == 0x3001;  // ： ： 。 ， 、
  }

  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
