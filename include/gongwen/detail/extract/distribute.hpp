// gongwen/detail/extract/distribute.hpp: names that share words, taken apart (分别).
//
//   第一、二、三产业增加值               第一产业增加值 · 第二产业增加值 · 第三产业增加值
//   食品、石化、信息等产业增加值          食品产业增加值 · 石化产业增加值 · 信息产业增加值
//   城镇、农村常住居民人均可支配收入      城镇常住居民… · 农村常住居民…
//   省属企业营业收入、利润               省属企业营业收入 · 省属企业利润, where the first ends with a known measure
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../scan/lexicon_data.hpp"
#include "../scan/numeral.hpp"

GONGWEN_BEGIN

namespace detail {

/// 普及, 涉及, 惠及, 参与, 总和: the last character joins nothing.
constexpr bool ends_word(char32_t before, char32_t joint) noexcept {
  if (joint == 0x53ca)  // 及
    return before == 0x666e || before == 0x6d89 || before == 0x60e0 || before == 0x6ce2 || before == 0x89e6;
  if (joint == 0x4e0e) return before == 0x53c2;                                         // 与: 参
  return before == 0x603b || before == 0x9971 || before == 0x7f13 || before == 0x5171;  // 和: 总 饱 缓 共
}

/// Members of a list joined by 、 和 与 及 以及, outside brackets; `points`: by 、 alone.
inline std::vector<std::string_view> members_of(std::string_view list, bool points = false) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  int depth = 0;
  auto const push = [&](std::size_t end) {
    if (end > begin) out.push_back(list.substr(begin, end - begin));
  };
  for (std::size_t i = 0; i < list.size();) {
    char32_t const c = code_point(list, i);
    std::size_t const next = i + char_size(list, i);
    if (c == 0xff08 || c == U'(' || c == 0x201c) ++depth;
    if ((c == 0xff09 || c == U')' || c == 0x201d) && depth > 0) --depth;
    bool const joint =
        c == 0x3001 || (!points && (c == 0x548c || c == 0x4e0e || c == 0x53ca) && i > begin + 3 &&
                        list.size() - next > 3 && !ends_word(code_point(list, previous(list, i)), c));  // 、和与及
    if (depth == 0 && joint) {
      std::size_t end = i;
      if (c == 0x53ca && i >= 3 && code_point(list, i - 3) == 0x4ee5) end -= 3;  // 以及
      push(end);
      begin = next;
    }
    i = next;
  }
  push(list.size());
  return out;
}

inline std::size_t chars_in(std::string_view s) {
  std::size_t n = 0;
  for (char const c : s) n += is_continuation(c) ? 0 : 1;
  return n;
}

/// 各项存贷款余额: 各项存款余额 · 各项贷款余额.
inline std::vector<std::string_view> deposits_and_loans(std::string_view name, std::deque<std::string>& arena) {
  for (std::size_t at = 0; at + 9 <= name.size(); at += char_size(name, at)) {
    if (code_point(name, at) != 0x5b58 || code_point(name, at + 3) != 0x8d37) continue;  // 存贷
    auto const without = [&](std::size_t dropped) -> std::string_view {
      return arena.emplace_back(name).erase(dropped, 3);
    };
    return {without(at + 3), without(at)};
  }
  return {};
}
/// 龙头企业、规上企业复工率: what follows in the last the character that all members end with, where that is a rate; else empty.
inline std::string_view shared_rate(std::vector<std::string_view> const& members, LexiconData const& lexicon) {
  std::string_view const last = members.back();
  if (lexicon.longest_before(last, last.size(), Class::rate_head).word.empty()) return {};
  std::string_view const tail = members.front().substr(previous(members.front(), members.front().size()));
  std::size_t const at = last.rfind(tail);
  if (at == std::string_view::npos || at == 0 || at + tail.size() >= last.size()) return {};
  for (std::size_t i = 0; i + 1 < members.size(); ++i) {
    if (!members[i].ends_with(tail)) return {};
  }
  return last.substr(at + tail.size());
}

/// 高等教育, 中等: 等 as a part of another word.
inline bool inside_word(std::string_view text, std::size_t at, LexiconData const& lexicon) {
  return at >= 3 && lexicon.asked(text, at - 3, Class::etc_not).end > at;
}
/// A name that ends with what a measure is: …率, …面积.
inline bool whole_name(std::string_view name, LexiconData const& lexicon) {
  return !lexicon.longest_before(name, name.size(), Class::rate_head).word.empty() ||
         !lexicon.longest_before(name, name.size(), Class::measure_word).word.empty();
}

/// The full names of a list of `n` members, or nothing when the list has another number of members. New words are put into
/// `arena`.
inline std::vector<std::string_view> distributed(std::string_view list, std::size_t n, LexiconData const& lexicon,
                                                 std::deque<std::string>& arena) {
  auto const keep = [&](std::string s) -> std::string_view { return arena.emplace_back(std::move(s)); };
  if (list.empty()) return {};
  // 对甲国、乙国分别出口: what stands before 分别 differs, what stands after it and the preposition are shared
  for (std::size_t i = char_size(list, 0); i < list.size(); i += char_size(list, i)) {
    Entry const each = lexicon.longest(list, i, Class::respectively);
    if (each.word.empty() || i + each.word.size() >= list.size()) continue;
    std::vector<std::string_view> own = members_of(list.substr(0, i));
    if (own.size() != n || n < 2) break;
    std::string_view shared = list.substr(i + each.word.size());
    shared.remove_prefix(lexicon.longest(shared, 0, Class::reach_verb).word.size());  // 分别实现产值
    std::string const head(shared);
    std::string_view const to = code_point(list, 0) == 0x5bf9 ? list.substr(0, 3) : std::string_view();  // 对
    for (std::size_t k = 0; k < n; ++k) own[k] = keep(std::string(k == 0 ? "" : to) + std::string(own[k]) + head);
    return own;
  }
  std::vector<std::string_view> members = members_of(list);
  if (members.size() > n && n > 1) {  // 高校、研发和转化平台: two, each a whole name
    members = members_of(list, true);
    return members.size() == n ? members : std::vector<std::string_view>();
  }
  if (n == 2 && members.size() == 1) members = deposits_and_loans(list, arena);
  if (members.size() != n || n < 2) return {};
  std::string_view const last = members.back();
  // 第一、二、三产业: the numeral is what differs
  if (code_point(members[0], 0) == 0x7b2c) {
    Ordinal const o = ordinal_at(last, 0);
    bool ordinals = o.value > 0;
    for (std::size_t i = 1; i + 1 < n; ++i) ordinals = ordinals && ordinal_at(members[i], 0).end == members[i].size();
    if (ordinals) {
      std::string const head(last.substr(o.end)), ordinal(members[0].substr(0, 3));  // 第
      for (std::size_t i = 0; i < n; ++i) {
        std::string_view const numeral = i == 0       ? members[0].substr(3)
                                         : i + 1 == n ? last.substr(0, o.end)
                                                      : members[i];
        std::string member = ordinal;
        member += numeral;
        member += head;
        members[i] = keep(std::move(member));
      }
      return members;
    }
  }
  if (std::string_view const rate = shared_rate(members, lexicon); !rate.empty()) {
    for (std::size_t i = 0; i + 1 < n; ++i) members[i] = keep(std::string(members[i]) + std::string(rate));
    return members;
  }
  // A、B、C等…: what follows 等 belongs to all
  std::size_t at_etc = 0;
  while (at_etc < last.size() && (code_point(last, at_etc) != 0x7b49 || inside_word(last, at_etc, lexicon)))  // 等
    at_etc += char_size(last, at_etc);
  if (std::size_t const at = at_etc; at > 0 && at + 3 < last.size()) {
    std::string const head(last.substr(at + 3));
    for (std::size_t i = 0; i < n; ++i)
      members[i] = keep(std::string(i + 1 == n ? last.substr(0, at) : members[i]) + head);
    return members;
  }
  // The first is a whole name and the last is not: its words before the known measure belong to all
  auto const measure_at = [&](std::string_view name) {
    for (std::size_t i = 0; i < name.size(); i += char_size(name, i)) {
      Entry const e = lexicon.longest(name, i, Class::indicator);
      Entry const p = lexicon.longest(name, i, Class::part_of);
      Entry const m = lexicon.longest(name, i, Class::measure_word);
      if ((!e.word.empty() && i + e.word.size() == name.size()) ||
          (!m.word.empty() && i > 0 && i + m.word.size() == name.size()) ||
          (!p.word.empty() && i > 0 && i + p.word.size() == name.size()))
        return i;
    }
    return name.size();
  };
  // Short members before a longer last one lack its head: it replaces as many characters as they have
  std::size_t const shortest = chars_in(members.front());
  std::size_t const longest = chars_in(last);
  if (longest >= shortest + 3 && measure_at(members.front()) == members.front().size() &&
      !whole_name(members.front(), lexicon)) {
    for (std::size_t i = 0; i + 1 < n; ++i) {
      // 国家级、部级创新平台: up to the character that they end with; else as many characters as they have
      std::string_view const tail = members[i].substr(previous(members[i], members[i].size()));
      std::size_t skip = last.find(tail);
      if (skip != std::string_view::npos && skip > 0 && skip + tail.size() < last.size()) {
        skip += tail.size();
      } else {
        skip = 0;
        for (std::size_t k = chars_in(members[i]); k > 0 && skip < last.size(); --k) skip += char_size(last, skip);
      }
      members[i] = keep(std::string(members[i]) + std::string(last.substr(skip)));
    }
    return members;
  }
  std::size_t const at = measure_at(members.front());
  if (at > 0 && at < members.front().size() && longest + 2 <= shortest) {
    std::string const prefix(members.front().substr(0, at));
    for (std::size_t i = 1; i < n; ++i) members[i] = keep(prefix + std::string(members[i]));
  }
  return members;
}

}  // namespace detail

GONGWEN_END
