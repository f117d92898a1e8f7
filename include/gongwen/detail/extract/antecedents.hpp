// gongwen/detail/extract/antecedents.hpp: whom 公司, 合作社 or 园区 alone speak of: the last one of that kind that the paragraph
// has named.
//
//   县里引进的云岭新能源科技有限公司成立于2019年，…。公司占地1800亩，拥有员工2000人。
//   以青石村红果种植合作社为代表，合作社投资350万元，…
#pragma once

#include <algorithm>

#include "clauses.hpp"
#include "records_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// Looks back over the entities of a paragraph. Holds the records while a document is read.
class Antecedents {
 public:
  Antecedents(RecordsData const& out, LexiconData const& lexicon) noexcept : out_(out), lexicon_(lexicon) {}

  struct Found {
    Range name;                 ///< empty: none
    std::uint32_t past = none;  ///< where the words after its kind begin
  };
  /// What the words at `at` speak of, in a sentence of the paragraph or item that begins at `part`: a kind alone, then what is
  /// said of one thing (占地, 现有, 投资, a known measure). `topic`: what the paragraph is about so far, which comes first.
  [[nodiscard]] Found find(Sentence const& sentence, std::uint32_t at, std::uint32_t part, Range topic) const {
    std::string_view const text = sentence.lattice().text();
    std::uint32_t const end = sentence.lattice().range().end;
    auto const kind = lexicon_.asked(text.substr(0, end), at, Class::topic_word);
    if (kind.text != "back" && kind.text != "back_zone") return {};
    auto const past = static_cast<std::uint32_t>(kind.end);
    if (!said_of_one(sentence, past)) return {};
    std::string_view const word = without_this(text.substr(at, past - at));
    if (!topic.empty() && is_one(text.substr(topic.begin, topic.size()), word)) return {topic, past};
    // They stand in the order of the text
    auto const after = std::partition_point(out_.entities.begin(), out_.entities.end(),
                                            [&](Entity const& e) { return e.range.begin < at; });
    std::size_t looked = 0;
    for (auto i = static_cast<std::size_t>(after - out_.entities.begin()); i-- > 0 && looked < most; ++looked) {
      Range const r = out_.entities[i].range;
      if (r.begin < part) break;
      if (r.end > at) continue;
      if (is_one(text.substr(r.begin, r.size()), word)) return {with_place(i, part), past};
    }
    return {};
  }

 private:
  static constexpr std::size_t most = 24;  // entities

  [[nodiscard]] bool said_of_one(Sentence const& sentence, std::uint32_t at) const {
    Lattice const& lattice = sentence.lattice();
    constexpr ClassSet begins = Class::indicator | Class::reach_verb | Class::invest | Class::time | Class::lead;
    if (lattice.find(at, begins) != nullptr || sentence.in_time(at)) return true;
    auto const word = lexicon_.asked(lattice.text().substr(0, lattice.range().end), at, Class::topic_word);
    return word.text == "has" || word.text == "verb";
  }
  /// 该公司, 本园区: the kind alone.
  [[nodiscard]] static std::string_view without_this(std::string_view kind) {
    char32_t const first = code_point(kind, 0);
    return first == 0x8be5 || first == 0x672c ? kind.substr(3) : kind;  // 该 本
  }
  /// Is the name one of the kind? A firm by any of its tails, a school or a zone by how such names end, others by the word itself.
  [[nodiscard]] bool is_one(std::string_view name, std::string_view kind) const {
    char32_t const last = code_point(kind, kind.size() - 3);
    char32_t const ends = code_point(name, name.size() - 3);
    if (name.size() <= kind.size() + 3) return false;
    if (last == 0x53f8 || last == 0x4e1a) return firm(name);                                          // 公司 企业
    if (last == 0x6821) return ends == 0x6821 || ends == 0x5b66 || ends == 0x9662 || ends == 0x56ed;  // 校: 校 学 院 园
    if (last == 0x533a && kind.size() == 6)                                                           // 园区
      return ends == 0x56ed || name.ends_with(kind) ||
             !lexicon_.longest_before(name, name.size(), Class::zone).word.empty();
    return name.ends_with(kind);
  }
  [[nodiscard]] bool firm(std::string_view name) const {
    return !lexicon_.longest_before(name, name.size(), Class::corp_tail).word.empty();
  }
  /// 云岭县|新材料产业园: the place right before a zone belongs to its name.
  [[nodiscard]] Range with_place(std::size_t i, std::uint32_t part) const {
    Range r = out_.entities[i].range;
    if (i > 0 && out_.entities[i - 1].kind == EntityKind::place && out_.entities[i - 1].range.end == r.begin &&
        out_.entities[i - 1].range.begin >= part)
      r.begin = out_.entities[i - 1].range.begin;
    return r;
  }

  RecordsData const& out_;
  LexiconData const& lexicon_;
};

}  // namespace detail

GONGWEN_END
