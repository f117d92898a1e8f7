// gongwen/detail/scan/lattice.hpp: one sentence as a lattice of tokens; every grammar works on it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "../../text.hpp"
#include "numeral.hpp"

GONGWEN_BEGIN

namespace detail {

inline constexpr std::uint32_t none = 0xffffffffU;

/// Something that stands at a place: a word of the lexicon with all its classes, a numeral, or what a phase has found.
struct Token {
  std::uint32_t begin = 0;  ///< in the repaired text
  std::uint32_t end = 0;
  ClassSet classes;
  std::uint32_t word = none;     ///< first entry of the lexicon
  std::uint32_t payload = none;  ///< index into the list of its class: numbers, figures, times, changes
  std::uint32_t next = none;     ///< the next token that begins at the same byte
};

/// A byte where tokens begin, and all classes that one of them has.
struct Place {
  std::uint32_t byte = 0;
  std::uint32_t first = none;
  ClassSet classes;
};

/// The tokens of one sentence. Words are scanned once; phases add tokens only where tokens begin already, so the list of
/// places never changes, adding is O(1), and the tokens that begin at one byte are bounded by the words and phases there are.
class Lattice {
 public:
  void reset(std::string_view text, Range sentence, LexiconData const& lexicon) {
    for (Place const& p : places_) head_[p.byte - origin_] = none;
    places_.clear();
    tokens_.clear();
    present_ = {};
    numbers_.clear();
    text_ = text;
    lexicon_ = &lexicon;
    range_ = sentence;
    origin_ = sentence.begin;
    if (head_.size() < sentence.size() + 1) head_.resize(sentence.size() + 1, none);
    scan();
  }

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] Range range() const noexcept { return range_; }
  [[nodiscard]] LexiconData const& lexicon() const noexcept { return *lexicon_; }
  /// All classes that some token of the sentence has.
  [[nodiscard]] ClassSet present() const noexcept { return present_; }
  [[nodiscard]] std::vector<Place> const& places() const noexcept { return places_; }
  [[nodiscard]] std::vector<Number> const& numbers() const noexcept { return numbers_; }
  [[nodiscard]] Token const& token(std::uint32_t index) const noexcept { return tokens_[index]; }
  [[nodiscard]] std::string_view words(Token const& t) const noexcept { return text_.substr(t.begin, t.end - t.begin); }
  [[nodiscard]] std::string_view words(std::uint32_t begin, std::uint32_t end) const noexcept {
    return text_.substr(begin, end - begin);
  }

  /// The place at a byte, or null where no token begins.
  [[nodiscard]] Place const* place(std::uint32_t byte) const noexcept {
    if (byte < range_.begin || byte >= range_.end) return nullptr;
    std::uint32_t const index = head_[byte - origin_];
    return index == none ? nullptr : &places_[index];
  }
  /// The first token that begins at a byte; follow `next` for the others.
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const noexcept {
    Place const* const p = place(byte);
    return p == nullptr ? none : p->first;
  }
  /// The longest token of some class that begins at a byte, or null.
  [[nodiscard]] Token const* find(std::uint32_t byte, ClassSet const& classes) const noexcept {
    Token const* best = nullptr;
    Place const* const p = place(byte);
    if (p == nullptr || !p->classes.meets(classes)) return nullptr;
    for (std::uint32_t i = p->first; i != none; i = tokens_[i].next) {
      if (tokens_[i].classes.meets(classes) && (best == nullptr || tokens_[i].end > best->end)) best = &tokens_[i];
    }
    return best;
  }
  /// The meaning of a word token in a class; its `word` is empty when it has none.
  [[nodiscard]] Entry meaning(Token const& t, Class cls) const {
    return t.word == none ? Entry{} : lexicon_->meaning(t.word, cls);
  }

  /// Past white space, of which a few characters may stand between two tokens.
  GONGWEN_HOT [[nodiscard]] std::uint32_t skip(std::uint32_t byte) const noexcept {
    return byte < range_.end && leads_han(text_[byte]) ? byte : past_space(byte);
  }
  [[nodiscard]] std::uint32_t past_space(std::uint32_t byte) const noexcept {
    for (int n = 0; n < 4 && byte < range_.end && is_space(code_point(text_, byte)); ++n)
      byte += char_size(text_, byte);
    return byte;
  }

  void add(Token t) {
    std::uint32_t const index = head_[t.begin - origin_];
    if (index == none) return;  // phases begin where a token begins
    Place& place = places_[index];
    place.classes = place.classes | t.classes;
    present_ = present_ | t.classes;
    t.next = place.first;
    place.first = static_cast<std::uint32_t>(tokens_.size());
    tokens_.push_back(t);
  }

 private:
  /// A third of all characters can be classifiers, and are so only where something is counted: behind a numeral or a word
  /// that stands for one, past a few characters (多, 余) at most. Elsewhere those of one character are left out.
  static constexpr ClassSet counting = Class::few | Class::half | Class::multiple | Class::mod_after | Class::more |
                                       Class::per_each | Class::each | Class::slash | Class::ordinal | Class::per_power;
  static constexpr std::uint32_t count_reach = 16;  // bytes

  void scan() {
    std::string_view const sentence = text_.substr(0, range_.end);
    NumeralScanner const numerals(sentence, *lexicon_);
    std::uint32_t number_until = range_.begin;
    counts_until_ = range_.begin;
    Character here = character_at(sentence, range_.begin), after;
    for (std::uint32_t i = range_.begin; i < range_.end; i = here.next, here = after) {
      after = character_at(sentence, here.next);
      std::uint8_t const begins = lexicon_->beginning(here.value);
      if ((begins & (LexiconData::scan_begins | LexiconData::numeral_begins)) != 0) {
        Place place{i, none, {}};
        if ((begins & LexiconData::scan_begins) != 0) words_at(place, sentence, here, after.value);
        if ((begins & LexiconData::numeral_begins) != 0 && i >= number_until) {
          if (auto const n = numerals.at(i)) {
            put(place, n->end, Class::number, none, static_cast<std::uint32_t>(numbers_.size()));
            numbers_.push_back(*n);
            number_until = n->end;  // inside a numeral no other begins
            counts_until_ = std::max(counts_until_, n->end + count_reach);
          }
        }
        if (place.first != none) {
          head_[i - origin_] = static_cast<std::uint32_t>(places_.size());
          places_.push_back(place);
          present_ = present_ | place.classes;
        }
      }
    }
  }
  void words_at(Place& place, std::string_view sentence, Character here, char32_t second) {
    lexicon_->scanned_at(sentence, here.next, here.value, second, [&](std::size_t end, std::uint32_t first) {
      if (!lexicon_->scans(first)) return;
      ClassSet const& classes = lexicon_->classes_of(first);
      auto const until = static_cast<std::uint32_t>(end);
      if (place.byte >= counts_until_ && until - place.byte <= 3 && lexicon_->only_counts(first)) return;
      if (classes.meets(counting)) counts_until_ = std::max(counts_until_, until + count_reach);
      put(place, until, classes, first, none);
    });
  }
  void put(Place& place, std::uint32_t end, ClassSet const& classes, std::uint32_t word, std::uint32_t payload) {
    tokens_.push_back({place.byte, end, classes, word, payload, place.first});
    place.first = static_cast<std::uint32_t>(tokens_.size() - 1);
    place.classes = place.classes | classes;
  }

  std::string_view text_;
  LexiconData const* lexicon_ = nullptr;
  Range range_;
  ClassSet present_;
  std::uint32_t origin_ = 0;
  std::uint32_t counts_until_ = 0;
  std::vector<std::uint32_t> head_;  ///< of each byte: its place, or none
  std::vector<Place> places_;
  std::vector<Token> tokens_;
  std::vector<Number> numbers_;
};

}  // namespace detail

GONGWEN_END
