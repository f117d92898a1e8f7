// gongwen/detail/extract/topics.hpp: the one thing that a sentence describes: a firm, a plant, a school, a reservoir.
//
//   云岭休闲山庄，投资约500万元，占地30亩，年接待游客3000人。   what is measured is the villa's, not the county's
//   “云岭抽水蓄能电站”选址于石门镇，装机容量120万千瓦。          with or without quotes
//   项目建成后，年产值2亿元。 · 该公司现有职工80人。            goes on about the one that its paragraph named last
//   水库总库容300万立方米。 · 现有职工80人。                    the same: by its kind, or with no subject of its own
//
// A topic stands at the head of its segment (the sentence, or what follows a ；), and a point, a time or a word of where, when
// and how large it is comes next (位于, 始建于, 占地). Its name ends with a kind of thing that is built or a firm.
#pragma once

#include "antecedents.hpp"
#include "distribute.hpp"

GONGWEN_BEGIN

namespace detail {

/// Finds what the segments of a paragraph are about.
class Topics {
 public:
  Topics(RecordsData const& out, LexiconData const& lexicon)
      : out_(out), lexicon_(lexicon), antecedents_(out, lexicon) {}

  /// The topic of the segment that begins at `at`, in a sentence of the paragraph or item `part`; empty where it has none.
  Range read(Sentence const& sentence, std::uint32_t at, NodeIndex part) {
    s_ = &sentence;
    text_ = sentence.lattice().text();
    end_ = sentence.lattice().range().end;
    if (part != part_) named_ = head_;
    part_ = part;
    past_back_ = at;
    at = opening(at);
    if (at >= end_) return {};
    if (std::uint32_t const past = again(at, end_); past != at) {
      past_back_ = past;
      return named_;
    }
    if (auto const word = lexicon_.asked(text_.substr(0, end_), at, Class::topic_word); word.text == "back") {
      if (!named_.empty()) past_back_ = static_cast<std::uint32_t>(word.end);
      return named_;
    } else if (!named_.empty() && (word.text == "has" || word.text == "verb")) {
      return named_;
    }
    if (std::uint32_t const kind = its_kind(at); kind != at) {
      past_back_ = kind;
      return named_;
    }
    Range const name = name_at(at);
    if (!name.empty()) named_ = name;
    return name;
  }
  void new_part() {
    head_ = named_ = {};
    part_ = no_node;
  }
  /// A heading that is a name and nothing else (1.青石镇红果种植合作社) says what the paragraphs below it describe, up to the next.
  void heading(Sentence const& sentence, Range title) {
    s_ = &sentence;
    text_ = sentence.lattice().text();
    end_ = sentence.lattice().range().end;
    head_ = names_one(title) ? title : Range{};
    named_ = head_;
  }
  /// Where a clause speaks of the last one of a kind that its paragraph has named (公司占地…), that is the topic from here on:
  /// returns where the words after the kind begin; else `at`, also where they would begin after `end`.
  std::uint32_t again(std::uint32_t at, std::uint32_t end) {
    auto const found = antecedents_.find(*s_, at, part_begin(), named_);
    if (found.name.empty() || found.past > end) return at;
    named_ = found.name;
    return found.past;
  }
  [[nodiscard]] Range named() const noexcept { return named_; }
  /// Where the words after 该公司 or 项目 begin, else where the segment does.
  [[nodiscard]] std::uint32_t past_back() const noexcept { return past_back_; }

 private:
  static constexpr std::uint32_t longest = 84, shortest = 12;  // bytes of a name

  [[nodiscard]] std::uint32_t part_begin() const {
    return part_ == no_node ? s_->lattice().range().begin : out_.outline.nodes()[part_].range.begin;
  }

  /// Past points, times and 其中.
  [[nodiscard]] std::uint32_t opening(std::uint32_t at) const {
    while (at < end_) {
      Token const* const t = s_->lattice().find(at, Class::time | Class::among);
      char32_t const c = code_point(text_, at);
      if (t == nullptr && (is_han(c) || is_latin(c) || is_digit(c))) break;
      at = t != nullptr ? t->end : at + static_cast<std::uint32_t>(char_size(text_, at));
    }
    return at;
  }
  [[nodiscard]] Range name_at(std::uint32_t at) const {
    if (!begins_one(at)) return {};
    Range const in = s_->times_in({at, std::min(end_, at + longest)});
    std::uint32_t const time = in.empty() ? end_ : s_->times[in.begin].begin;
    std::uint32_t end = at;
    bool told = false;
    while (end < end_ && end - at < longest && !told) {
      char32_t const c = code_point(text_, end);
      bool const word = is_han(c) || is_latin(c) || is_digit(c) || c == 0xff08 || c == 0xff09;
      bool const over = !word || end == time;
      // 石门投资集团: a word that may end a name can be a part of it
      told = over || (end >= at + shortest && tells(end) && points(end) && names_one({at, end}));
      if (!told) end += char_size(text_, end);
    }
    if (!told || !points(end) || !names_one({at, end})) return {};
    return {at, end};
  }
  /// 位于, 占地, 现有, 投资: what is told of the thing begins.
  [[nodiscard]] bool tells(std::uint32_t at) const {
    auto const word = lexicon_.asked(text_.substr(0, end_), at, Class::topic_word).text;
    return word == "verb" || word == "has" || word == "does";
  }
  /// Where the kind of the last topic ends, if the segment begins with it: 水库 after 青石水库; else `at`.
  [[nodiscard]] std::uint32_t its_kind(std::uint32_t at) const {
    if (named_.empty()) return at;
    std::uint32_t end = at;
    for (Class const cls : {Class::project_tail, Class::corp_tail})
      end = std::max(end, static_cast<std::uint32_t>(lexicon_.asked(text_.substr(0, end_), at, cls).end));
    std::string_view const name = text_.substr(named_.begin, named_.size());
    return end >= at + 6 && name.ends_with(text_.substr(at, end - at)) ? end : at;
  }
  /// 已经有一批产品…: a word that comes before a name begins, and none that is a name.
  [[nodiscard]] bool leads(std::uint32_t at) const {
    constexpr ClassSet whole = Class::hold | Class::place | Class::place_short | Class::indicator;
    return s_->lattice().find(at, Class::lead) != nullptr && s_->lattice().find(at, whole) == nullptr;
  }
  /// 获批国家级示范区, 为公办学校: what was done or what it is, and no name.
  [[nodiscard]] bool deed(std::uint32_t at) const {
    auto const word = lexicon_.asked(text_.substr(0, end_), at, Class::topic_word);
    return word.text == "deed" || word.text == "is";
  }
  /// ， ： 。 and the closing quote end a name; 、 goes on with a list.
  [[nodiscard]] bool points(std::uint32_t at) const {
    char32_t const c = at < end_ ? code_point(text_, at) : U',';
    return is_han(c) || is_digit(c) || full_stop(c) || c == 0xff0c || c == U',' || c == 0xff1a || c == 0x201d;
  }
  /// A name begins with no number, no verb, no area and no word that leads up to something.
  [[nodiscard]] bool begins_one(std::uint32_t at) const {
    std::string_view const text = text_.substr(0, end_);
    return !is_digit(code_point(text_, at)) && s_->lattice().find(at, Class::area) == nullptr && !deed(at) &&
           !lexicon_.asked(text, at, Class::act) && !lexicon_.asked(text, at, Class::opening) &&
           !lexicon_.asked(text, at, Class::project_generic) && !leads(at);
  }
  /// Its end is a kind of thing that is built, or a firm, and something of its own stands before: not 重点项目.
  [[nodiscard]] bool names_one(Range r) const {
    std::size_t const n = chars_in(text_.substr(r.begin, r.size()));
    if (n < 4 || n > 26) return false;
    if (!begins_one(r.begin)) return false;
    auto kind = lexicon_.asked_before(text_, r.begin, r.end, Class::project_tail);
    if (kind && (kind.text == "loose" || kind.end - kind.begin < 6)) kind = {};
    std::size_t begin = kind.begin;
    if (!kind) {
      Entry const firm = lexicon_.longest_before(text_.substr(r.begin, r.size()), r.size(), Class::corp_tail);
      if (firm.word.empty()) return false;
      begin = r.end - firm.word.size();
    }
    if (begin < r.begin + 6) return false;
    for (std::uint32_t i = r.begin; i < begin; i += char_size(text_, i)) {
      char32_t const c = code_point(text_, i);
      bool const other = (c == 0x7b49 || c == 0x7684 || c == 0x548c || c == 0x4e0e) &&        // 等 的 和 与
                         s_->lattice().find(i, Class::hold | Class::place_short) == nullptr;  // 和平
      if (other || s_->lattice().find(i, Class::area) != nullptr || counts(i, r.begin)) return false;
    }
    return !lexicon_.asked_before(text_, r.begin, begin, Class::project_generic);
  }

  /// A figure at `at` that is no measure of the thing in its name (云岭25MW光伏电站).
  [[nodiscard]] bool counts(std::uint32_t at, std::uint32_t begin) const {
    Token const* const t = s_->lattice().find(at, Class::figure);
    if (t == nullptr) return false;
    Dimension const d = s_->figures[t->payload].dimension;
    bool const size = d == Dimension::power || d == Dimension::voltage || d == Dimension::mass ||
                      d == Dimension::length || d == Dimension::area || d == Dimension::volume;
    return !size || at == begin;
  }

  RecordsData const& out_;
  LexiconData const& lexicon_;
  Antecedents antecedents_;
  Sentence const* s_ = nullptr;
  std::string_view text_;
  std::uint32_t end_ = 0, past_back_ = 0;
  Range named_;  ///< the last topic of the paragraph
  Range head_;   ///< what the heading above names
  NodeIndex part_ = no_node;
};

}  // namespace detail

GONGWEN_END
