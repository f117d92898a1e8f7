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
#include "../parse/repair_table.hpp"
#include "../parse/suspects.hpp"
#include "../parse/utf8.hpp"
#include "classes.hpp"
#include "han_numbers.hpp"
#include "patterns.hpp"

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
  std::vector<bool> counts;                ///< of each set: has it only classes of what follows a numeral?
  std::vector<std::uint8_t> begins;        ///< of each character below U+10000: what may begin with it, bits below
  std::vector<std::uint32_t> after_first;  ///< of each Han character below U+A000: the state after its three bytes
  std::vector<std::uint32_t> after_asked;  ///< the same behind the mark of words that are asked for
  std::vector<std::uint64_t>
      asked_first;  ///< of each such character: the asked classes that have a word with it, a bit each

  /// The full names of divisions in force, sorted by code: the longest name that a code has.
  std::vector<std::pair<std::string_view, std::uint32_t>> divisions;

  static constexpr std::uint8_t word_begins = 1, numeral_begins = 2, marker_begins = 4, scan_begins = 8;
  [[nodiscard]] bool may_begin(char32_t c, std::uint8_t what) const noexcept {
    return c < begins.size() && (begins[c] & what) != 0;
  }
  /// Which pairs of characters begin a word, hashed into bits: most places of a text are passed over by one look.
  std::vector<std::uint64_t> pairs;
  static constexpr std::size_t pair_bits = std::size_t{1} << 17U;
  static constexpr std::size_t pair_hash(char32_t a, char32_t b) noexcept {
    return (static_cast<std::size_t>(a) * 0x9e3bU + static_cast<std::size_t>(b) * 0x85ebU) & (pair_bits - 1);
  }
  [[nodiscard]] bool pair(char32_t a, char32_t b) const noexcept {
    std::size_t const h = pair_hash(a, b);
    return (pairs[h / 64] >> (h % 64) & 1U) != 0;
  }
  static constexpr char32_t first_han = 0x4e00, last_han = 0x9fff;

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
    asked_first.assign(last_han - first_han + 1, 0);
    begins.assign(0x10000, 0);
    pairs.assign(pair_bits / 64, 0);
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
      if (asked_only(cls)) gather_asked(entry(i).word, cls);
      if (cls == Class::pair) begins[code_point(entry(i).word, 0)] |= marker_begins;
      ClassSet const own = scanned(cls) ? ClassSet(cls) : ClassSet();
      classes = first == i ? own : classes | own;
      if (first == i) {
        char32_t const c = code_point(entry(i).word, 0);
        if (c < begins.size()) begins[c] |= word_begins;
        std::string_view const word = entry(i).word;
        if (std::size_t const n = char_size(word, 0); n < word.size()) {
          std::size_t const h = pair_hash(c, code_point(word, n));
          pairs[h / 64] |= std::uint64_t{1} << (h % 64);
        }
      }
      if (last(i)) {
        class_set[first] = class_set_index(classes);
        char32_t const c = code_point(entry(first).word, 0);
        if (class_set[first] != 0 && c < begins.size()) begins[c] |= scan_begins;
        first = i + 1;
      }
    }
    repairs.finish();
    for (Repair const& row : repairs.rows()) suspects.add(row.anchor());
    ClassSet const behind_numeral = Class::classifier | Class::not_unit | Class::number_stop;
    counts.clear();
    for (ClassSet const& set : class_sets) counts.push_back((set | behind_numeral) == behind_numeral);
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
    after_first.assign(last_han - first_han + 1, 0);
    after_asked.assign(last_han - first_han + 1, 0);
    std::uint32_t const marked = next_state(0, asked_mark);
    for (char32_t c = first_han; c <= last_han; ++c) {
      if ((begins[c] & word_begins) != 0) after_first[c - first_han] = after_character(0, c);
      if (asked_first[c - first_han] != 0) after_asked[c - first_han] = after_character(marked, c);
    }
  }
  [[nodiscard]] std::uint32_t after_character(std::uint32_t state, char32_t c) const {
    std::string character;
    append(character, c);
    for (char const byte : character) state = next_state(state, byte);
    return state;
  }
  void gather_asked(std::string_view marked, Class cls) {
    char32_t const c = code_point(marked, 1);  // behind the mark
    if (is_common_han(c)) asked_first[c - first_han] |= asked_bit(cls);
  }
  static constexpr std::uint64_t asked_bit(Class cls) noexcept {
    return std::uint64_t{1} << (static_cast<unsigned>(cls) - static_cast<unsigned>(Class::organ_tail));
  }

  [[nodiscard]] std::uint16_t class_set_index(ClassSet const& classes) {
    auto const index = std::find(class_sets.begin(), class_sets.end(), classes) - class_sets.begin();
    if (static_cast<std::size_t>(index) == class_sets.size()) class_sets.push_back(classes);
    return static_cast<std::uint16_t>(index);
  }
  /// Has the word with this first entry a class that is scanned for?
  [[nodiscard]] bool scans(std::uint32_t first) const noexcept { return class_set[first] != 0; }
  /// Has it no class but those that only a numeral before it brings out?
  [[nodiscard]] bool only_counts(std::uint32_t first) const noexcept { return counts[class_set[first]]; }
  /// All classes of the word with this first entry that are.
  [[nodiscard]] ClassSet const& classes_of(std::uint32_t first) const noexcept { return class_sets[class_set[first]]; }

  /// The state that a byte leads to, or 0, which nothing leads to.
  [[nodiscard]] std::uint32_t next_state(std::uint32_t state, char byte) const noexcept {
    std::uint32_t const base = load(node_base + std::size_t{state} * node_bytes);
    std::uint32_t const next = base + static_cast<unsigned char>(byte);
    if (base == 0 || next >= nodes || load(node_base + std::size_t{next} * node_bytes + 4) != state) return 0;
    return next;
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
    walk(text, at, 0, f);
  }
  /// The same where the first character is known to be Han and to begin a word, and the second is known too.
  template <class F>
  void words_at(std::string_view text, std::size_t at, char32_t first, char32_t second, F&& f) const {
    std::uint32_t const state = after_first[first - first_han];
    std::uint32_t const entry = load(node_base + std::size_t{state} * node_bytes + 8);
    if (entry != 0xffffffffU) f(at + 3, entry);
    if (pair(first, second)) walk(text, at + 3, state, f);
  }
  template <class F>
  void walk(std::string_view text, std::size_t at, std::uint32_t state, F& f) const {
    for (std::size_t i = at; i < text.size(); ++i) {
      step();
      state = next_state(state, text[i]);
      if (state == 0) return;
      std::uint32_t const first = load(node_base + std::size_t{state} * node_bytes + 8);
      if (first != 0xffffffffU) f(i + 1, first);
    }
  }

  /// The first meaning of exactly this word in a class, or an entry with an empty word.
  [[nodiscard]] Entry find(std::string_view word, Class cls) const noexcept {
    Entry out;
    words_at(word, 0, [&](std::size_t end, std::uint32_t first) {
      if (end == word.size()) out = meaning(first, cls);
    });
    return out;
  }
  [[nodiscard]] Entry meaning(std::uint32_t first, Class cls) const noexcept {
    for (std::uint32_t i = first;; ++i) {
      if (entry_class(i) == cls) return entry(i);
      if (last(i)) return {};
    }
  }
  [[nodiscard]] bool has(std::uint32_t first, Class cls) const noexcept { return !meaning(first, cls).word.empty(); }

  /// The longest word of a class that begins at `at`, or an entry with an empty word.
  [[nodiscard]] Entry longest(std::string_view text, std::size_t at, Class cls) const noexcept {
    Entry out;
    auto const word = [&](std::size_t, std::uint32_t first) {
      Entry const e = meaning(first, cls);
      if (!e.word.empty()) out = e;
    };
    bool const han = at + 3 <= text.size() && leads_han(text[at]);
    char32_t const c = han ? han_at(text, at) : U'\0';
    if (!is_common_han(c))
      words_at(text, at, word);
    else if ((begins[c] & word_begins) != 0)
      words_at(text, at, c, code_point(text, at + 3), word);
    return out;
  }
  /// A word of the classes that are asked for (`asked_only`): where it stands, `end` 0 when there is none, and its meaning.
  struct Asked {
    std::size_t begin = 0, end = 0;
    std::string_view text;
    explicit operator bool() const noexcept { return end != 0; }
  };
  /// The longest word of such a class that begins at `at`.
  [[nodiscard]] Asked asked(std::string_view text, std::size_t at, Class cls) const noexcept {
    Asked out;
    auto const word = [&](std::size_t end, std::uint32_t first) {
      Entry const e = meaning(first, cls);
      if (!e.word.empty()) out = {at, end, e.text};
    };
    bool const han = at + 3 <= text.size() && leads_han(text[at]);
    char32_t const c = han ? han_at(text, at) : U'\0';
    if (!is_common_han(c)) {
      if (std::uint32_t const marked = next_state(0, asked_mark); marked != 0) walk(text, at, marked, word);
    } else if ((asked_first[c - first_han] & asked_bit(cls)) != 0) {  // few characters begin a word of the class
      std::uint32_t const state = after_asked[c - first_han];
      if (std::uint32_t const first = load(node_base + std::size_t{state} * node_bytes + 8); first != 0xffffffffU)
        word(at + 3, first);
      walk(text, at + 3, state, word);
    }
    return out;
  }
  /// The longest word of such a class that ends at `end` and begins no earlier than `begin`.
  [[nodiscard]] Asked asked_before(std::string_view text, std::size_t begin, std::size_t end, Class cls,
                                   std::size_t most = 30) const noexcept {
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
#include "pattern_set.hpp"
#endif
