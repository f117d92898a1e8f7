// gongwen/detail/grammar/figure_value.hpp: an amount as the figure rows read it, and what all of them ask of its numeral.
#pragma once

#include "match.hpp"

GONGWEN_BEGIN

namespace detail {

/// An amount as the figure rows read it; it becomes a Quantity.
struct Figure {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::optional<Decimal> value, low, high, step;
  std::optional<Fraction> fraction;
  Mod mod = Mod::none;
  std::string_view unit;
  std::string_view per, per_unit;
  Dimension dimension = Dimension::none;
  std::uint8_t scale_power = 0;  ///< folded into the value; a number that shares the unit shares it too
  std::uint32_t number = none;   ///< begin of its numeral
  bool multiple = false;         ///< 翻番: a change by itself
  bool multiplies = false;       ///< the unit is 倍
  bool mod_after = false;        ///< 以上, 左右 after it
  std::string_view by;
};

struct NoContext {};

/// `utterance`: the text is one line, so what somebody says or asks, and no document. `alone`: one that holds numerals, their
/// units and marks, and nothing else, so that each of them speaks.
struct FigureContext {
  bool alone = false;
  bool utterance = false;
};

namespace figure {

enum class Slot : std::uint8_t { mod, number, unit, more, high, high_unit, per, low, low_unit };

/// Does the numeral stand for itself? Not 第三, T800, a word that begins with a numeral.
inline bool stands_free(Match const& m, Number const& n) {
  std::string_view const text = m.lattice->text();
  std::uint32_t at = n.begin;
  while (at > m.lattice->range().begin && text[at - 1] == ' ') --at;  // 第 7 位
  char32_t const before = at > m.lattice->range().begin ? code_point(text, previous(text, at)) : 0;
  if (before == 0x7b2c || (at == n.begin && is_latin(before)) || before == U'_' || before == U'.') return false;  // 第
  if (before == U'%' || before == U'&' || before == U'=') return false;  // an address of the web
  return before != U'-' || n.begin < 2 || !is_latin(static_cast<unsigned char>(text[n.begin - 2]));
}
/// Is it of a kind that counts? No 1.2.3 either.
inline bool counts(Match const& m, Token const& token) {
  Number const& n = m.lattice->numbers()[token.payload];
  return n.digits != Number::passed_over && stands_free(m, n);
}

/// A mod word fits unless it is the end of another word: 过 and 上 qualify only a numeral of bare scales (过千万, 上百).
inline bool mod_fits(Match const& m) {
  Token const* const t = m[Slot::mod];
  if (t == nullptr) return true;
  if (t->end - t->begin > 3) return true;
  char32_t const c = code_point(m.lattice->text(), t->begin);
  char32_t const before = m.before();
  Token const* const number = m[Slot::number];
  bool const scaled = number != nullptr && (m.lattice->numbers()[number->payload].bare_scale ||
                                            (c == 0x8fc7 && m.lattice->numbers()[number->payload].scaled));
  if (c == 0x8fc7) return scaled && before != 0x901a && before != 0x7ecf;  // 过 after 通 经
  if (c == 0x4e0a) return scaled;                                          // 上
  if (c == 0x8fd1) return before != 0x6700 && before != 0x9644;            // 近 after 最 附
  if (c == 0x7ea6)
    return before != 0x7b7e && before != 0x8282 && before != 0x5c65 && before != 0x9884;  // 约 after 签 节 履 预
  return true;
}

/// 块, which counts pieces and, in speech, yuan.
inline bool is_block(Match const& m, Token const& unit) {
  char32_t const c = code_point(m.lattice->text(), unit.begin);
  return unit.end - unit.begin == 3 && (c == 0x5757 || c == 0x584a);  // 块 塊
}

/// The end of a clause, or a word that can't belong to the number: no noun goes on.
inline bool stops(Match const& m) {
  char32_t const after = m.after();
  if (is_latin(after) || is_digit(after)) return false;
  return !is_han(after) || m.lattice->find(m.end, Class::number_stop | Class::range_mark | Class::mod_after) != nullptr;
}

/// Nothing, or a mark that ends a clause.
inline bool is_edge(char32_t c) {
  return c == 0 || c == U',' || c == 0xff0c || c == 0x3002 || c == U';' || c == 0xff1b || c == U'?' || c == 0xff1f ||
         c == U'\n' || c == U'!' || c == 0xff01;  // ， 。 ； ？ ！
}
inline char32_t before_space(Match const& m) {
  std::string_view const text = m.lattice->text();
  std::uint32_t at = m.begin;
  while (at > m.lattice->range().begin && text[at - 1] == ' ') --at;
  return at > m.lattice->range().begin ? code_point(text, previous(text, at)) : 0;
}
inline char32_t after_space(Match const& m) {
  std::uint32_t const at = m.lattice->skip(m.end);
  return at < m.lattice->range().end ? code_point(m.lattice->text(), at) : 0;
}
/// Does a token of these classes end where the match begins?
inline bool ends_here(Match const& m, ClassSet classes) {
  std::string_view const text = m.lattice->text();
  std::uint32_t at = m.begin;
  for (int n = 0; n < 4 && at > m.lattice->range().begin; ++n) {
    at = static_cast<std::uint32_t>(previous(text, at));
    Token const* const t = m.lattice->find(at, classes);
    if (t != nullptr && t->end == m.begin) return true;
  }
  return false;
}

/// 这是九台, 答案是四: a copula stands before it.
inline bool said_to_be(Match const& m) { return ends_here(m, Class::copula); }

/// One Chinese digit of the kind that is a common word besides (陆, 拾) needs money after it.
inline bool lone_capital(Number const& n) { return n.capital && n.end - n.begin == 3; }

/// Chinese numerals count only before classifiers that are nearly always counted, and 一 alone is an article.
inline bool hanzi_counts(Match const& m, Number const& n, Token const& unit, FigureContext const& c) {
  if (!n.han) return true;
  Entry const classifier = m.lattice->meaning(unit, Class::classifier);
  bool const measure = unit.classes.meets(Class::unit);
  bool const single = n.end - n.begin == 3;
  bool const mod = n.mod != Mod::none || m[Slot::mod] != nullptr || m[Slot::more] != nullptr;
  if (lone_capital(n))
    return measure && static_cast<Dimension>(m.lattice->meaning(unit, Class::unit).value) == Dimension::money;
  if (n.bare_scale) return n.mod != Mod::none || m[Slot::mod] != nullptr || (measure && !single);
  // 几个 says nothing; 几十万 has at least its power
  if (n.high && !n.scaled && (!measure || (n.value == Decimal(2) && single))) return false;
  if (c.alone || (c.utterance && said_to_be(m))) return true;
  // Two of a thing are 两, never 二: 二人, 二里 are parts of names
  if (single && code_point(m.lattice->text(), n.begin) == 0x4e8c && classifier.value != 0) return false;
  // 十一届三中全会, 二十届历次全会: a congress by its number. Few events that one counts came ten times.
  if (code_point(m.lattice->text(), unit.begin) == 0x5c4a && n.value >= Decimal(10)) return false;  // 届
  if (measure) {
    // 五里, 八里 are villages, 三两 few people: not measures
    char32_t const u = code_point(m.lattice->text(), unit.begin);
    bool const weak = unit.end - unit.begin == 3 &&
                      (u == 0x91cc || u == 0x4e24 || u == 0x5169 || u == 0x4e08 || u == 0x5c3a || u == 0x5bf8 ||
                       u == 0x7801 || u == 0x5706 || u == 0x5713);  // 里 两 兩 丈 尺 寸 码 圆 圓
    // 一九七九和一九八〇两年: a year before its 两
    return !(weak && (single || (n.plain && n.digits == 4)));
  }
  if (n.value == Decimal(1) && single) return c.utterance && ends_here(m, Class::unit | Class::dur_unit);  // 十毫秒一帧
  if (c.utterance && is_block(m, unit) && stops(m)) return true;
  return classifier.value == 1 || (mod && n.mod != Mod::none) || (n.scaled && !single);
}

inline void set_unit(Figure& f, Match const& m, Token const& token) {
  if (Entry const unit = m.lattice->meaning(token, Class::unit); !unit.word.empty()) {
    f.unit = unit.text;
    f.dimension = static_cast<Dimension>(unit.value);
    f.multiplies = f.dimension == Dimension::multiple;
    return;
  }
  f.unit = m.lattice->words(token);
  f.dimension = Dimension::count;
}

/// 十多 and 十几 say it in the numeral; of words before and after the bound before wins (至少九千元以上), else the one after.
inline Mod mod_of(Match const& m, Number const& n) {
  Entry const before = m.meaning(Slot::mod, Class::mod_before);
  auto const first = before.word.empty() ? Mod::none : static_cast<Mod>(before.value);
  if (first == Mod::at_least || first == Mod::at_most) return first;
  if (Entry const e = m.meaning(Slot::more, Class::mod_after); !e.word.empty()) return static_cast<Mod>(e.value);
  if (first == Mod::about && n.mod != Mod::none) return n.mod;
  return first != Mod::none ? first : n.mod;
}

inline void set_number(Figure& f, Match const& m, Number const& n) {
  f.begin = m.begin;
  f.end = m.end;
  f.number = n.begin;
  f.scale_power = n.scale_power;
  if (n.high) {
    f.low = n.value;
    f.high = n.high;
  } else {
    f.value = n.value;
  }
  f.step = n.value.step();
  f.mod = mod_of(m, n);
  f.mod_after = m[Slot::more] != nullptr;
}

}  // namespace figure

}  // namespace detail

GONGWEN_END
