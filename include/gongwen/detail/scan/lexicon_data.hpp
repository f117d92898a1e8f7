// gongwen/detail/scan/lexicon_data.hpp: the compiled lexicon: a double-array automaton over bytes and its entries.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../../lexicon.hpp"
#include "../characters/repair_table.hpp"
#include "../characters/suspects.hpp"
#include "../characters/utf8.hpp"
#include "classes.hpp"
#include "han_numbers.hpp"
#include "pair_states.hpp"
#include "user_patterns.hpp"
#include "word_edges.hpp"

GONGWEN_BEGIN

namespace detail {

/// One meaning of one word. A word may have several, one a class.
struct Entry {
  std::string_view word;
  Class cls{};
  std::int32_t value = 0;
  std::string_view text;    ///< a unit's code, an indicator's canonical name, a place's code; else the value as written
  std::string_view second;  ///< a unit's SI factor, an indicator's id, a place's parent
};

/// The image that the generator writes and `Lexicon::with` builds, little-endian whatever the machine:
///   u32 nodes, entries, pool bytes · nodes × {i32 base, i32 check, i32 first entry or -1} · entries × 7 u32 · pool
/// An entry is {word offset, word length | class << 16 | last << 31, value, text offset, text length, second offset, length}.
struct LexiconData {
  std::string owned;  ///< the image of a user's lexicon; empty for the built-in one
  char const* image = nullptr;
  std::shared_ptr<PatternSet const> patterns;  ///< a user's; null: none
  std::uint32_t nodes = 0;
  std::uint32_t entries = 0;
  char const* node_base = nullptr;
  char const* entry_base = nullptr;
  char const* pool = nullptr;
  // Gathered once when an image is opened, for what is asked at every character:
  RepairTable repairs;                     ///< the meanings of class repair
  Suspects suspects;                       ///< the characters that a repair can begin with
  std::vector<std::uint16_t> class_set;    ///< of each first entry: which of `class_sets` its word has
  std::vector<ClassSet> class_sets;        ///< the sets that there are, a few hundred
  std::vector<std::uint8_t> counts;        ///< of each set: has it only classes of what follows a numeral?
  std::vector<std::uint8_t> begins;        ///< of each character below U+10000: what may begin with it, bits below
  std::vector<std::uint32_t> after_first;  ///< of each character below U+10000: the state after its bytes
  std::vector<std::uint32_t> after_asked;  ///< the same behind the mark of words that are asked for
  PairStates scanned_pairs;                ///< of two characters that begin a word that is scanned for
  PairStates asked_pairs;                  ///< the same of words that are asked for, behind their mark
  WordEdges first_of, last_of;             ///< which classes have words that begin, and end, with a character

  /// The full names of divisions in force, sorted by code: the longest name that a code has.
  std::vector<std::pair<std::string_view, std::uint32_t>> divisions;

  static constexpr std::uint8_t word_begins = 1, numeral_begins = 2, marker_begins = 4, scan_begins = 8,
                                asked_begins = 16, scan_alone = 32;
  [[nodiscard]] std::uint8_t beginning(char32_t c) const noexcept { return c < 0x10000 ? begins[c] : std::uint8_t{0}; }
  [[nodiscard]] bool may_begin(char32_t c, std::uint8_t what) const noexcept { return (beginning(c) & what) != 0; }
  static constexpr std::size_t header_bytes = 12;
  static constexpr std::size_t node_bytes = 12;
  static constexpr std::size_t entry_bytes = 28;

  static std::uint32_t load(char const* p) noexcept {
    std::uint32_t v;
    std::memcpy(&v, p, sizeof v);
    if constexpr (std::endian::native == std::endian::big) {
      v = v >> 24U | (v >> 8U & 0xff00U) | (v << 8U & 0xff0000U) | v << 24U;
    }
    return v;
  }

  void open(char const* bytes) {
    image = bytes;
    nodes = load(bytes);
    entries = load(bytes + 4);
    node_base = bytes + header_bytes;
    entry_base = node_base + std::size_t{nodes} * node_bytes;
    pool = entry_base + std::size_t{entries} * entry_bytes;
    repairs.clear();
    suspects.reset();
    divisions.clear();
    class_set.assign(entries, 0);
    class_sets.assign(1, {});  // 0: no class that is scanned for
    first_of.reset();
    last_of.reset();
    begins.assign(0x10000, 0);
    scanned_pairs.reset();
    asked_pairs.reset();
    ClassSet classes;
    for (std::uint32_t i = 0, first = 0; i < entries; ++i) {
      Class const cls = entry_class(i);
      if (cls == Class::repair) {
        repairs.add(repair_of(entry(i).word, entry(i).text, entry(i).value));
      }
      if (cls == Class::place) {
        for (std::string_view codes = entry(i).text; !codes.empty();) {
          std::size_t const cut = codes.find(' ');
          divisions.emplace_back(codes.substr(0, cut), i);
          codes.remove_prefix(cut == std::string_view::npos ? codes.size() : cut + 1);
        }
      }
      gather_edges(entry(i).word, cls);
      if (cls == Class::pair) begins[code_point(entry(i).word, 0)] |= marker_begins;
      ClassSet const own = scanned(cls) ? ClassSet(cls) : ClassSet();
      classes = first == i ? own : classes | own;
      if (first == i) {
        char32_t const c = code_point(entry(i).word, 0);
        if (c < begins.size()) begins[c] |= word_begins;
      }
      if (last(i)) {
        class_set[first] = class_set_index(classes);
        if (class_set[first] != 0) gather_scanned(entry(first).word);
        if (asked_only(cls)) gather_asked(entry(first).word);
        first = i + 1;
      }
    }
    scanned_pairs.finish();
    asked_pairs.finish();
    first_of.finish();
    last_of.finish();
    repairs.finish();
    for (Repair const& row : repairs.rows()) suspects.add(row.anchor());
    ClassSet const behind_numeral = Class::classifier | Class::not_unit | Class::number_stop;
    counts.clear();
    for (ClassSet const& set : class_sets) counts.push_back((set | behind_numeral) == behind_numeral ? 1 : 0);
    std::sort(divisions.begin(), divisions.end(), [this](auto const& a, auto const& b) {
      return a.first != b.first ? a.first < b.first : entry(a.second).word.size() > entry(b.second).word.size();
    });
    for (char32_t c = 0; c < begins.size(); ++c) {
      if (is_digit(c) || han_digit(c) >= 0 || han_power(c) > 0 || han_tens(c) > 0 || is_few(c))
        begins[c] |= numeral_begins | marker_begins;
      if (is_dash(c) || is_minus_word(c) || c == U'.') begins[c] |= numeral_begins;
      bool const circled = (c >= 0x2460 && c <= 0x249b) || (c >= 0x3220 && c <= 0x3229);   // ① ⑴ ⒈ ㈠
      if (circled || c == U'(' || c == 0xff08 || c == 0x7b2c) begins[c] |= marker_begins;  // （ 第
    }
    after_first.assign(begins.size(), 0);
    after_asked.assign(begins.size(), 0);
    std::uint32_t const marked = next_state(0, asked_mark);
    for (char32_t c = 0; c < begins.size(); ++c) {
      if ((begins[c] & word_begins) != 0) after_first[c] = after_character(0, c);
      if ((begins[c] & asked_begins) != 0) after_asked[c] = after_character(marked, c);
    }
  }
  [[nodiscard]] std::uint32_t after_character(std::uint32_t state, char32_t c) const {
    std::string character;
    append(character, c);
    for (char const byte : character) state = next_state(state, byte);
    return state;
  }
  void gather_edges(std::string_view word, Class cls) {
    if (asked_only(cls)) word.remove_prefix(1);  // the mark
    if (word.empty()) return;
    char32_t const c = code_point(word, 0);
    if (asked_only(cls) && c < begins.size()) begins[c] |= asked_begins;
    first_of.add(c, cls);
    last_of.add(code_point(word, previous(word, word.size())), cls);
  }
  void gather_scanned(std::string_view word) {
    char32_t const c = code_point(word, 0);
    if (c < begins.size()) begins[c] |= scan_begins;
    std::size_t const n = char_size(word, 0);
    if (n == word.size()) {
      if (c < begins.size()) begins[c] |= scan_alone;
      return;
    }
    gather_pair(scanned_pairs, 0, word);
  }
  void gather_asked(std::string_view word) {
    word.remove_prefix(1);  // the mark
    if (word.empty()) return;
    if (char_size(word, 0) < word.size()) gather_pair(asked_pairs, next_state(0, asked_mark), word);
  }
  void gather_pair(PairStates& pairs, std::uint32_t state, std::string_view word) const {
    std::size_t const one = char_size(word, 0), both = one + char_size(word, one);
    char32_t const first = code_point(word, 0), second = code_point(word, one);
    if (first >= 0x10000 || second >= 0x10000 || pairs.last_is(first, second)) return;  // the words stand in order
    for (std::size_t i = 0; i < both; ++i) state = next_state(state, word[i]);
    pairs.add(first, second, state);
  }

  [[nodiscard]] std::uint16_t class_set_index(ClassSet const& classes) {
    auto const index = std::find(class_sets.begin(), class_sets.end(), classes) - class_sets.begin();
    if (static_cast<std::size_t>(index) == class_sets.size()) class_sets.push_back(classes);
    return static_cast<std::uint16_t>(index);
  }
  /// Has the word with this first entry a class that is scanned for?
  [[nodiscard]] bool scans(std::uint32_t first) const noexcept { return class_set[first] != 0; }
  /// Has it no class but those that only a numeral before it brings out?
  [[nodiscard]] bool only_counts(std::uint32_t first) const noexcept { return counts[class_set[first]] != 0; }
  /// All classes of the word with this first entry that are.
  [[nodiscard]] ClassSet const& classes_of(std::uint32_t first) const noexcept { return class_sets[class_set[first]]; }

  /// The state that a byte leads to, or 0, which nothing leads to.
  [[nodiscard]] std::uint32_t next_state(std::uint32_t state, char byte) const noexcept {
    std::uint32_t const next = load(node_base + std::size_t{state} * node_bytes) + static_cast<unsigned char>(byte);
    return next < nodes && load(node_base + std::size_t{next} * node_bytes + 4) == state ? next : 0;
  }

  [[nodiscard]] Entry entry(std::uint32_t index) const noexcept {
    char const* const p = entry_base + std::size_t{index} * entry_bytes;
    std::uint32_t const packed = load(p + 4);
    return {{pool + load(p), packed & 0xffffU},
            static_cast<Class>(packed >> 16U & 0xffU),
            static_cast<std::int32_t>(load(p + 8)),
            {pool + load(p + 12), load(p + 16)},
            {pool + load(p + 20), load(p + 24)}};
  }
  [[nodiscard]] Class entry_class(std::uint32_t index) const noexcept {
    return static_cast<Class>(load(entry_base + std::size_t{index} * entry_bytes + 4) >> 16U & 0xffU);
  }
  /// Does the word of this entry have no further meaning after it?
  [[nodiscard]] bool last(std::uint32_t index) const noexcept {
    return (load(entry_base + std::size_t{index} * entry_bytes + 4) >> 31U) != 0;
  }

  /// Calls f(end offset, first entry) for each word that begins at `at`, shorter ones first. Bounded by the longest word.
  template <class F>
  void words_at(std::string_view text, std::size_t at, F&& f) const {
    if (at >= text.size()) return;
    char32_t const c = code_point(text, at);
    if (c >= begins.size()) return walk(text, at, 0, f);
    if ((begins[c] & word_begins) == 0) return;
    std::size_t const next = at + char_size(text, at);
    std::uint32_t const state = after_first[c];
    if (std::uint32_t const first = entry_of(state); first != no_entry) f(next, first);
    walk(text, next, state, f);
  }
  /// The same for words that are scanned for, and others among them. `first`, the character at `at`, begins a word, and
  /// stands below U+10000; its words end no earlier than `next`, where it ends and `second` begins.
  template <class F>
  void scanned_at(std::string_view text, std::size_t next, char32_t first, char32_t second, F&& f) const {
    if ((begins[first] & scan_alone) != 0) f(next, entry_of(after_first[first]));
    from_second(text, next, second, scanned_pairs.find(first, second), after_first[first], f);
  }
  /// Goes on behind the first character of a word: `both` is the state after the second, or 0, `one` that after the first.
  template <class F>
  void from_second(std::string_view text, std::size_t at, char32_t second, std::uint32_t both, std::uint32_t one,
                   F& f) const {
    if (second >= 0x10000) return walk(text, at, one, f);
    if (both == 0) return;  // most of the time
    at += char_size(text, at);
    if (std::uint32_t const first = entry_of(both); first != no_entry) f(at, first);
    walk(text, at, both, f);
  }
  template <class F>
  void walk(std::string_view text, std::size_t at, std::uint32_t state, F& f) const {
    for (std::size_t i = at; i < text.size(); ++i) {
      step();
      state = next_state(state, text[i]);
      if (state == 0) return;
      if (std::uint32_t const first = entry_of(state); first != no_entry) f(i + 1, first);
    }
  }
  /// Do words begin with all of this text?
  [[nodiscard]] bool begins_words(std::string_view text) const noexcept {
    std::uint32_t state = 0;
    for (char const c : text) {
      step();
      state = next_state(state, c);
      if (state == 0) return false;
    }
    return true;
  }
  /// The first entry of the word that a state ends, or `no_entry`.
  [[nodiscard]] std::uint32_t entry_of(std::uint32_t state) const noexcept {
    return load(node_base + std::size_t{state} * node_bytes + 8);
  }
  static constexpr std::uint32_t no_entry = 0xffffffffU;

  /// The first meaning of exactly this word in a class, or an entry with an empty word.
  [[nodiscard]] Entry find(std::string_view word, Class cls) const noexcept {
    Entry out;
    words_at(word, 0, [&](std::size_t end, std::uint32_t first) {
      if (end == word.size()) out = meaning(first, cls);
    });
    return out;
  }
  [[nodiscard]] Entry meaning(std::uint32_t first, Class cls) const noexcept {
    std::uint32_t const index = meaning_index(first, cls);
    return index == no_entry ? Entry{} : entry(index);
  }
  [[nodiscard]] bool has(std::uint32_t first, Class cls) const noexcept {
    return meaning_index(first, cls) != no_entry;
  }
  [[nodiscard]] std::uint32_t meaning_index(std::uint32_t first, Class cls) const noexcept {
    for (std::uint32_t i = first;; ++i) {
      std::uint32_t const packed = load(entry_base + std::size_t{i} * entry_bytes + 4);
      if (static_cast<Class>(packed >> 16U & 0xffU) == cls) return i;
      if (packed >> 31U != 0) return no_entry;
    }
  }

  /// Can a word of the class begin at `at`, or end at `end`, as far as one character tells?
  GONGWEN_HOT [[nodiscard]] bool may_begin(std::string_view text, std::size_t at, Class cls) const noexcept {
    if (at + 3 <= text.size() && leads_han(text[at])) return first_of.has(han_at(text, at), cls);
    return at < text.size() && first_of.has(code_point(text, at), cls);
  }
  [[nodiscard]] bool may_end(std::string_view text, std::size_t end, Class cls) const noexcept {
    if (end >= 3 && leads_han(text[end - 3])) return last_of.has(han_at(text, end - 3), cls);
    return end > 0 && last_of.has(code_point(text, previous(text, end)), cls);
  }

  /// The longest word of a class that begins at `at`, or an entry with an empty word.
  [[nodiscard]] Entry longest(std::string_view text, std::size_t at, Class cls) const noexcept {
    return may_begin(text, at, cls) ? longest_of(text, at, cls) : Entry{};
  }
  GONGWEN_COLD [[nodiscard]] Entry longest_of(std::string_view text, std::size_t at, Class cls) const noexcept {
    std::uint32_t found = no_entry;
    words_at(text, at, [&](std::size_t, std::uint32_t first) {
      if (std::uint32_t const index = meaning_index(first, cls); index != no_entry) found = index;
    });
    return found == no_entry ? Entry{} : entry(found);
  }
  /// A word of the classes that are asked for (`asked_only`): where it stands, `end` 0 when there is none, and its meaning.
  struct Asked {
    std::size_t begin = 0, end = 0;
    std::string_view text;
    explicit operator bool() const noexcept { return end != 0; }
  };
  /// The longest word of such a class that begins at `at`.
  GONGWEN_HOT [[nodiscard]] Asked asked(std::string_view text, std::size_t at, Class cls) const noexcept {
    return may_begin(text, at, cls) ? asked_of(text, at, cls) : Asked{};
  }
  GONGWEN_COLD [[nodiscard]] Asked asked_of(std::string_view text, std::size_t at, Class cls) const noexcept {
    std::uint32_t found = no_entry;
    std::size_t until = 0;
    auto const word = [&](std::size_t end, std::uint32_t first) {
      std::uint32_t const index = meaning_index(first, cls);
      if (index == no_entry) return;
      found = index;
      until = end;
    };
    if (char32_t const c = code_point(text, at); c < after_asked.size()) {
      std::uint32_t const state = after_asked[c];
      std::size_t const next = at + char_size(text, at);
      char32_t const second = next < text.size() ? code_point(text, next) : 0;
      if (std::uint32_t const first = entry_of(state); first != no_entry) word(next, first);
      from_second(text, next, second, asked_pairs.find(c, second), state, word);
    } else if (std::uint32_t const marked = next_state(0, asked_mark); marked != 0) {
      walk(text, at, marked, word);
    }
    return found == no_entry ? Asked{} : Asked{at, until, entry(found).text};
  }
  /// The longest word of such a class that ends at `end` and begins no earlier than `begin`.
  [[nodiscard]] Asked asked_before(std::string_view text, std::size_t begin, std::size_t end, Class cls,
                                   std::size_t most = 30) const noexcept {
    if (!may_end(text, end, cls)) return {};
    for (std::size_t at = end - begin > most ? end - most : begin; at < end; ++at) {
      if (is_continuation(text[at])) continue;
      Asked const a = asked(text.substr(0, end), at, cls);
      if (a.end == end) return a;
    }
    return {};
  }
  /// The full name of the division with a code; its word is empty where there is none.
  [[nodiscard]] Entry division(std::string_view code) const noexcept {
    auto const it = std::lower_bound(divisions.begin(), divisions.end(), code,
                                     [](auto const& d, std::string_view c) { return d.first < c; });
    return it == divisions.end() || it->first != code ? Entry{} : entry(it->second);
  }
  /// The longest word of a class that ends at `end`.
  [[nodiscard]] Entry longest_before(std::string_view text, std::size_t end, Class cls,
                                     std::size_t most = 30) const noexcept {
    if (!may_end(text, end, cls)) return {};
    for (std::size_t n = most < end ? most : end; n > 0; --n) {
      if (is_continuation(text[end - n])) continue;
      Entry const e = longest(text.substr(0, end), end - n, cls);
      if (e.word.size() == n) return e;
    }
    return {};
  }
};

}  // namespace detail

GONGWEN_END

#ifdef GONGWEN_HEADER_ONLY
#include "lexicon_build.hpp"
#include "user_patterns_engine.hpp"
#endif
