// gongwen/detail/scan/lexicon_build.hpp: tables to image; the same code makes the built-in lexicon and a user's.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "../../records.hpp"
#ifndef GONGWEN_TABLES_BOOTSTRAP
#include "../tables.hpp"
#endif
#include "lexicon_data.hpp"
#include "table_lines.hpp"

GONGWEN_BEGIN

namespace detail {

/// The columns of a table between the word and the source.
enum class Layout : std::uint8_t {
  words,
  units,
  subunits,
  classifiers,
  fixed_phrases,
  indicators,
  places,
  repairs,
  messages
};

struct Table {
  std::string_view name;
  Layout layout;
  std::size_t columns;
};
inline constexpr Table tables[] = {
    {"appraisals", Layout::words, 4},   {"areas", Layout::words, 4},
    {"change", Layout::words, 4},       {"classifiers", Layout::classifiers, 3},
    {"entities", Layout::words, 4},     {"fact", Layout::words, 4},
    {"figure", Layout::words, 4},       {"fixed_phrases", Layout::fixed_phrases, 2},
    {"formulations", Layout::words, 4}, {"indicators", Layout::indicators, 6},
    {"measures", Layout::words, 4},     {"messages", Layout::messages, 3},
    {"numbering", Layout::words, 4},    {"places", Layout::places, 5},
    {"punctuation", Layout::words, 4},  {"rank", Layout::words, 4},
    {"repairs", Layout::repairs, 4},    {"stages", Layout::words, 4},
    {"subunits", Layout::subunits, 4},  {"tasks", Layout::words, 4},
    {"time", Layout::words, 4},         {"units", Layout::units, 6},
};

/// A meaning with strings of its own, while a lexicon is being built.
struct Line {
  std::string word;
  Class cls{};
  std::int32_t value = 0;
  std::string text;
  std::string second;
};

/// The number that a value column stands for: an integer, the name of an enumerator of its class, or one letter.
GONGWEN_INLINE std::int32_t value_of(std::string_view text, Class cls) {
  std::int32_t number = 0;
  auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure == std::errc() && end == text.data() + text.size()) return number;
  auto const among = [&](auto last) {
    using Enum = decltype(last);
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      if (name(static_cast<Enum>(i)) == text && !text.empty()) return i;
    }
    return -1;
  };
  int found = -1;
  switch (cls) {
    case Class::mod_before:
    case Class::mod_after:
    case Class::more: found = among(Mod::at_most); break;
    case Class::basis: found = among(Basis::since); break;
    case Class::status: found = among(Status::plan); break;
    case Class::growth:
    case Class::peer: found = among(Direction::flat); break;
    case Class::stage: found = among(Stage::stalled); break;
    case Class::unit: found = among(Dimension::other); break;
    default: break;
  }
  if (found >= 0) return found;
  constexpr std::string_view kinds[] = {"flow", "stock", "rate", "index", "price"};
  for (std::size_t i = 0; i < std::size(kinds); ++i) {
    if (text == kinds[i]) return static_cast<std::int32_t>(i);
  }
  if (text == "yes") return 1;
  return text.size() == 1 && text != "-" ? text[0] : 0;
}

/// The number of a context of repairs.tsv.
GONGWEN_INLINE std::int32_t context_of(std::string_view text) {
  auto const* const found = std::find(std::begin(repair_contexts), std::end(repair_contexts), text);
  if (found == std::end(repair_contexts)) throw "the context \"" + std::string(text) + "\" does not exist";
  return static_cast<std::int32_t>(found - std::begin(repair_contexts));
}

/// The source of a place says how it may be read: a county's short name and a former name ask for more than a name in force.
constexpr Class place_class(std::string_view source) noexcept {
  if (source == "COUNTY") return Class::place_short;
  return source.substr(0, 6) == "FORMER" ? Class::place_former : Class::place;
}

/// A name that several places have (in one table) keeps all their codes and parents, with a space between.
GONGWEN_INLINE void join_namesakes(std::vector<Line>& lines) {
  std::map<std::pair<std::string, Class>, std::size_t> first;
  std::size_t kept = 0;
  for (Line& line : lines) {
    auto const [it, fresh] = first.try_emplace({line.word, line.cls}, kept);
    if (fresh) {
      if (&lines[kept] != &line) lines[kept] = std::move(line);
      ++kept;
    } else {
      lines[it->second].text += ' ' + line.text;
      lines[it->second].second += ' ' + line.second;
    }
  }
  lines.resize(kept);
}

GONGWEN_INLINE Line line_of(Table const& table, std::vector<std::string_view> const& c) {
  auto const text = [](std::string_view s) { return s == "-" ? std::string() : std::string(s); };
  std::string const word(c[0]);
  switch (table.layout) {
    case Layout::units: return {word, Class::unit, value_of(c[2], Class::unit), text(c[1]), text(c[3])};
    case Layout::subunits: return {word, Class::subunit, value_of(c[2], Class::subunit), text(c[1]), {}};
    case Layout::fixed_phrases: return {word, Class::fixed_phrase, 0, {}, {}};
    case Layout::classifiers: return {word, Class::classifier, value_of(c[1], Class::classifier), word, {}};
    case Layout::indicators: return {word, Class::indicator, value_of(c[4], Class::indicator), text(c[2]), text(c[1])};
    case Layout::places: return {word, place_class(c[4]), value_of(c[3], Class::place), text(c[1]), text(c[2])};
    case Layout::repairs: return {word, Class::repair, context_of(c[2]), text(c[1]), {}};
    case Layout::messages: return {word, Class::message, 0, text(c[1]), {}};
    case Layout::words: break;
  }
  auto const* const found = std::find(std::begin(class_names), std::end(class_names), c[1]);
  if (found == std::end(class_names)) throw std::string("the class \"" + std::string(c[1]) + "\" does not exist");
  auto const cls = static_cast<Class>(found - std::begin(class_names));
  return {asked_only(cls) ? asked_mark + word : word, cls, value_of(c[2], cls), text(c[2]), {}};
}

/// Reads the lines of one table. @throws error bad_lexicon with the line number.
GONGWEN_INLINE std::vector<Line> read_table(std::string_view name, std::string_view lines) {
  auto const* const table =
      std::find_if(std::begin(tables), std::end(tables), [&](Table const& t) { return t.name == name; });
  if (table == std::end(tables)) {
    throw error(error_code::bad_lexicon, 0,
                "there is no table \"" + std::string(name) + "\"; see src/lexicon/README.md");
  }
  std::vector<Line> out;
  each_table_line(lines, [&](std::uint64_t number, std::string_view line) {
    std::vector<std::string_view> const columns = columns_of(line);
    if (columns.size() != table->columns || columns[0].empty()) {
      throw error(error_code::bad_lexicon, number,
                  "line " + std::to_string(number) + " of table " + std::string(name) + " needs " +
                      std::to_string(table->columns) + " columns with tabs between them");
    }
    try {
      out.push_back(line_of(*table, columns));
    } catch (std::string const& why) {
      throw error(error_code::bad_lexicon, number, "line " + std::to_string(number) + ": " + why);
    }
  });
  if (table->layout == Layout::places) join_namesakes(out);
  return out;
}

/// Builds a double array by first fit. Words are sorted, so every node's children are known when it is placed.
class DoubleArray {
 public:
  struct Node {
    std::uint32_t base = 0;
    std::uint32_t check = 0xffffffffU;
    std::uint32_t entry = 0xffffffffU;
  };

  std::vector<Node> const& build(std::vector<std::pair<std::string, std::uint32_t>> const& words) {
    nodes_.assign(1, {});
    if (!words.empty()) place(words, 0, words.size(), 0, 0);
    while (nodes_.size() > 1 && nodes_.back().check == 0xffffffffU) nodes_.pop_back();
    return nodes_;
  }

 private:
  void place(std::vector<std::pair<std::string, std::uint32_t>> const& words, std::size_t first, std::size_t last,
             std::size_t depth, std::uint32_t state) {
    std::vector<std::pair<unsigned char, std::size_t>> children;  // byte, first word
    for (std::size_t i = first; i < last; ++i) {
      std::string const& w = words[i].first;
      if (w.size() == depth) {
        nodes_[state].entry = words[i].second;
      } else if (children.empty() || children.back().first != static_cast<unsigned char>(w[depth])) {
        children.emplace_back(static_cast<unsigned char>(w[depth]), i);
      }
    }
    if (children.empty()) return;
    std::uint32_t const base = free_base(children);
    nodes_[state].base = base;
    for (auto const& child : children) nodes_[base + child.first].check = state;
    for (std::size_t c = 0; c < children.size(); ++c) {
      std::size_t const end = c + 1 < children.size() ? children[c + 1].second : last;
      place(words, children[c].second, end, depth + 1, base + children[c].first);
    }
  }

  /// The first base at which all children fall on free nodes. Where nearly everything is taken the search begins further
  /// on the next time, so that building stays close to linear.
  std::uint32_t free_base(std::vector<std::pair<unsigned char, std::size_t>> const& children) {
    std::uint32_t const first = children.front().first;
    std::uint32_t taken = 0;
    for (std::uint32_t at = std::max(from_, first + 1);; ++at) {
      if (nodes_.size() < std::size_t{at} + 512) nodes_.resize(std::size_t{at} + 512);
      if (nodes_[at].check != 0xffffffffU) {
        ++taken;
        continue;
      }
      std::uint32_t const base = at - first;
      bool const fits = std::all_of(children.begin(), children.end(),
                                    [&](auto const& child) { return nodes_[base + child.first].check == 0xffffffffU; });
      if (!fits) continue;
      if (taken * 20 >= (at - from_ + 1) * 19) from_ = at;
      return base;
    }
  }

  std::vector<Node> nodes_;
  std::uint32_t from_ = 1;
};

/// Compiles lines into an image. A later line replaces an earlier one of the same word and class. The same lines give the
/// same bytes on every machine.
GONGWEN_INLINE std::string build_image(std::vector<Line> const& lines) {
  std::map<std::pair<std::string, Class>, Line const*> meanings;
  for (Line const& line : lines) meanings[{line.word, line.cls}] = &line;

  std::string out;
  std::string pool;
  std::map<std::string, std::uint32_t, std::less<>> pooled;
  auto const intern = [&](std::string const& s) {
    auto const [it, fresh] = pooled.try_emplace(s, static_cast<std::uint32_t>(pool.size()));
    if (fresh) pool += s;
    return it->second;
  };
  auto const put = [](std::string& to, std::uint32_t v) {
    for (int i = 0; i < 4; ++i) to += static_cast<char>(v >> (8 * i) & 0xffU);
  };

  std::string entries;
  std::vector<std::pair<std::string, std::uint32_t>> words;
  std::uint32_t count = 0;
  for (auto it = meanings.begin(); it != meanings.end(); ++it) {
    Line const& line = *it->second;
    auto const next = std::next(it);
    bool const last = next == meanings.end() || next->first.first != line.word;
    if (words.empty() || words.back().first != line.word) words.emplace_back(line.word, count);
    put(entries, intern(line.word));
    put(entries, static_cast<std::uint32_t>(line.word.size()) | static_cast<std::uint32_t>(line.cls) << 16U |
                     (last ? 0x80000000U : 0U));
    put(entries, static_cast<std::uint32_t>(line.value));
    put(entries, intern(line.text));
    put(entries, static_cast<std::uint32_t>(line.text.size()));
    put(entries, intern(line.second));
    put(entries, static_cast<std::uint32_t>(line.second.size()));
    ++count;
  }

  DoubleArray array;
  auto const& nodes = array.build(words);
  put(out, static_cast<std::uint32_t>(nodes.size()));
  put(out, count);
  put(out, static_cast<std::uint32_t>(pool.size()));
  for (auto const& node : nodes) {
    put(out, node.base);
    put(out, node.check);
    put(out, node.entry);
  }
  return out + entries + pool;
}

}  // namespace detail

#ifndef GONGWEN_TABLES_BOOTSTRAP  // while the generator runs there is no image yet
GONGWEN_INLINE Lexicon const& Lexicon::builtin() {
  // A constant handle on constant data; made on first use, by whichever thread comes first, and never changed.
  static Lexicon const lexicon = [] {
    auto data = std::make_shared<detail::LexiconData>();
    data->open(detail::builtin_image());
    return Lexicon(std::move(data));
  }();
  return lexicon;
}
#endif

GONGWEN_INLINE std::size_t Lexicon::size() const noexcept { return data_->entries; }

#ifndef GONGWEN_TABLES_BOOTSTRAP  // the generator brings no patterns
GONGWEN_INLINE Lexicon Lexicon::with(std::string_view table, std::string_view lines) const {
  if (table == "patterns") {
    auto data = std::make_shared<detail::LexiconData>(*data_);
    if (!data->owned.empty()) data->open(data->owned.data());
    data->patterns = detail::extend_patterns(data_->patterns.get(), lines, *data);
    return Lexicon(std::move(data));
  }
  std::vector<detail::Line> all;
  all.reserve(data_->entries);
  for (std::uint32_t i = 0; i < data_->entries; ++i) {
    detail::Entry const e = data_->entry(i);
    all.push_back({std::string(e.word), e.cls, e.value, std::string(e.text), std::string(e.second)});
  }
  std::vector<detail::Line> added = detail::read_table(table, lines);
  all.insert(all.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  auto data = std::make_shared<detail::LexiconData>();
  data->owned = detail::build_image(all);
  data->open(data->owned.data());
  data->patterns = data_->patterns;
  return Lexicon(std::move(data));
}
#endif

GONGWEN_END
