// gongwen/detail/extract/project_lists.hpp: which members of a list of works are works, and what they share.
//
//   东环路、西大街等3条道路                  each says of itself that it is a road
//   石门乡卫生院、柳河镇卫生院等2座住院楼    each takes 住院楼
//   恒丰重卡、蓝湾三期等一批重大项目         any short name is one
//   青石、白水电站                          the first takes the kind of the last
#pragma once

#include "project_phrases.hpp"

GONGWEN_BEGIN

namespace detail {

/// Reads the members; it remembers nothing of the list.
class ProjectLists : protected ProjectPhrases {
 protected:
  using ProjectPhrases::ProjectPhrases;

  /// 东环路、西大街等3条道路: the name says of itself that it is one; 石门乡卫生院等3座住院楼: it does not.
  [[nodiscard]] bool of_a_kind(Range name, Range head) const {
    auto const kind = lexicon_.asked_before(text_, name.begin, name.end, Class::project_tail);
    return (kind && kind.end - kind.begin == 3) || code_point(text_, name.end - 3) == code_point(text_, head.end - 3);
  }
  /// 东门枢纽, 前门东区: a member of a list of works may be any short name that no verb and no word of works at large begins.
  [[nodiscard]] bool plain(Range name) const {
    std::size_t const n = chars_in(text_.substr(name.begin, name.size()));
    if (n < 3 || n > 14 || acts_first(name) || asked(name.begin, name.end, Class::opening)) return false;
    if (asked(name.begin, name.end, Class::project_generic).end >= name.begin + 6) return false;
    if (s_->lattice().find(name.begin, Class::figure) != nullptr) return false;
    for (std::uint32_t i = name.begin; i < name.end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (!is_han(c) && !is_latin(c) && !is_digit(c) && c != U'/') return false;  // 30万吨/年
      if (c == 0x7684 || c == 0x5404) return false;                               // 的 各
    }
    return true;
  }
  /// 老旧厂房更新、闲置空间利用: do all members end with a work, and none is the name of one thing? Among 重点工程 (节能改造、
  /// 产品惠民), where there are programmes too, one must be.
  [[nodiscard]] bool only_works(std::vector<std::string_view> const& list, Range head) const {
    auto const built = lexicon_.asked_before(text_, head.begin, head.end, Class::builds);
    bool const programmes = code_point(text_, (built ? built.begin : head.end) - 6) == 0x5de5;  // 工
    for (std::string_view const m : list) {
      auto const begin = static_cast<std::uint32_t>(m.data() - text_.data());
      Range const name{begin, begin + static_cast<std::uint32_t>(m.size())};
      bool const work =
          lexicon_.asked_before(text_, name.begin, name.end, Class::act) || loose(name) || (programmes && !tail(name));
      if (!work || named(name)) return false;
    }
    return true;
  }
  /// 东沙河公园建设: the work on it is no part of its name.
  [[nodiscard]] Range without_building(Range name) const {
    auto const built = lexicon_.asked_before(text_, name.begin, name.end, Class::builds);
    return built ? Range{name.begin, static_cast<std::uint32_t>(built.begin)} : name;
  }
  /// Where the 等 stands that works at large follow (甲、乙等3个重大项目); the end of the range where none does.
  [[nodiscard]] std::uint32_t works_list(Range r) const {
    constexpr std::string_view etc = "\xe7\xad\x89";  // 等
    constexpr int patience = 12;                      // characters: 一批先进制造业重大
    std::string_view const words = text_.substr(0, r.end);
    // by its last two bytes, which few characters share
    for (std::size_t tail = words.find(etc.substr(1), r.begin + 1); tail != std::string_view::npos;
         tail = words.find(etc.substr(1), tail + 1)) {
      if (words[tail - 1] != etc.front()) continue;
      auto const head = static_cast<std::uint32_t>(tail + 2);
      for (std::uint32_t p = head, n = 0; n < patience && p < r.end; ++n, p += char_size(text_, p)) {
        char32_t const c = code_point(text_, p);
        if (!is_han(c) && !is_digit(c)) break;
        if (asked(p, r.end, Class::project_back) && of_works({head, p + 6})) return head - 3;
      }
    }
    return r.end;
  }
  /// 青石、白水电站: the kind of the last, which short names before it share; empty where they do not.
  [[nodiscard]] Range kind_of_last(std::vector<std::string_view> const& list) const {
    if (list.size() < 2 || list.size() > 8) return {};
    auto const range = [&](std::string_view m) {
      auto const begin = static_cast<std::uint32_t>(m.data() - text_.data());
      return Range{begin, begin + static_cast<std::uint32_t>(m.size())};
    };
    Range const last = range(list.back());
    auto const kind = lexicon_.asked_before(text_, last.begin, last.end, Class::project_tail);
    constexpr std::uint32_t longest = 18;  // bytes of a bare name
    if (!kind || kind.text == "loose" || kind.end < kind.begin + 6 || kind.begin < last.begin + 6 ||
        kind.begin > last.begin + longest)
      return {};
    for (std::size_t i = 0; i + 1 < list.size(); ++i) {
      Range const name = range(list[i]);
      if (name.size() < 6 || name.size() > longest || tail(name) || generic(name) || acts_first(name)) return {};
      for (std::uint32_t at = name.begin; at < name.end; at += char_size(text_, at)) {
        if (!is_han(code_point(text_, at)) || code_point(text_, at) == 0x7684) return {};  // 的
      }
    }
    return {static_cast<std::uint32_t>(kind.begin), static_cast<std::uint32_t>(kind.end)};
  }
  /// 完成了白水水库建设, 启动了白水水库建设: the work is the verb's, so that the thing alone is the name.
  [[nodiscard]] bool done_of(Range name) const {
    Range const thing = without_building(name);
    return thing.size() < name.size() && tail(thing) && !loose(thing);
  }
  /// 17号线, 二期, 第二批: a number in a name, which counts nothing.
  [[nodiscard]] bool named_number(std::uint32_t begin, std::uint32_t end) const {
    return numbers_a_name(end) || code_point(text_, previous(text_, begin)) == 0x7b2c;  // 第
  }
  /// 等项目, 等一批先进制造业重大项目建设: what the words after 等 say of a list.
  [[nodiscard]] bool of_works(Range head) const {
    auto const built = lexicon_.asked_before(text_, head.begin, head.end, Class::builds);
    std::uint32_t const end = built ? static_cast<std::uint32_t>(built.begin) : head.end;
    if (end < head.begin + 6) return false;
    std::string_view const kind = text_.substr(end - 6, 6);
    if (lexicon_.asked(kind, 0, Class::project_back).end != kind.size()) return false;
    // 等工程 ends lists of programmes too (人才振兴等工程), 等重点工程 those of works
    return code_point(text_, end - 6) == 0x9879 || (end >= head.begin + 12 && code_point(text_, end - 12) == 0x91cd);
  }
};

}  // namespace detail

GONGWEN_END
