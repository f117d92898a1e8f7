// gongwen/detail/extract/project_lists.hpp: which members of a list of works are works, and what they share.
//
//   东环路、西大街等3条道路                  each says of itself that it is a road
//   石门乡卫生院、柳河镇卫生院等2座住院楼    each takes 住院楼
//   恒丰重卡、蓝湾三期等一批重大项目         any short name is one
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
    for (std::uint32_t i = name.begin; i < name.end; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      if (!is_han(c) && !is_latin(c) && !is_digit(c)) return false;
      if (c == 0x7684 || c == 0x5404) return false;  // 的 各
    }
    return true;
  }
  /// 东沙河公园建设: the work on it is no part of its name.
  [[nodiscard]] Range without_building(Range name) const {
    auto const built = lexicon_.asked_before(text_, name.begin, name.end, Class::builds);
    return built ? Range{name.begin, static_cast<std::uint32_t>(built.begin)} : name;
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
