// gongwen/detail/extract/charge.hpp: responsibility clauses: whose charge the sentences before them are.
//
//   3.建成一批高标准农田。（牵头单位：县农业农村局，责任单位：县水利局等单位和各乡镇，完成时限：10月底前）
//   完善联席会议制度。责任单位：市财政局、市教育局联系人：…
//   开展隐患排查（市应急局牵头，市住建局配合）。
//
// It speaks of the sentences since the last such clause or heading. They are read once more, now knowing that each clause is
// somebody's charge; so each sentence is read at most twice. Those who only assist, and contacts, are no owners.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "task.hpp"

GONGWEN_BEGIN

namespace detail {

class ChargeReader {
 public:
  /// `times` is the time context of the document as it is read; it must outlive this.
  ChargeReader(RecordsData& out, LexiconData const& lexicon, TaskReader& tasks, TimeContext const& times)
      : out_(out), lexicon_(lexicon), tasks_(tasks), times_(times), owners_of_(lexicon) {}

  /// A heading or another part of the document begins: what stood before it is nobody's charge any more.
  void new_part() {
    units_.clear();
    unclosed_.clear();
  }

  /// A sentence, or a heading's own words, whose tasks begin at `first_task` of the records.
  void sentence(Sentence const& s, NodeIndex node, std::uint32_t body, TaskReader::Bases bases, std::size_t first_task,
                bool heading) {
    Range const range = s.lattice().range();
    if (!unclosed_.empty() && goes_on(s)) return;
    if (s.lattice().present().meets(Class::duty)) {
      if (auto const found = duty(s)) {
        units_.push_back({{range.begin, found->begin}, node, body, bases, first_task, heading});
        if (found->closed || found->words.size() > most_words) {
          settle(found->words);
        } else {
          unclosed_.assign(found->words);
        }
        return;
      }
    }
    if (units_.size() < most_units) units_.push_back({range, node, body, bases, first_task, heading});
  }

 private:
  static constexpr std::size_t most_units = 40;
  static constexpr std::size_t most_words = 3000;  // bytes of a responsibility clause

  struct Unit {
    Range range;
    NodeIndex node = no_node;
    std::uint32_t body = 0;
    TaskReader::Bases bases;
    std::size_t first_task = 0;
    bool heading = false;
  };
  struct Found {
    std::uint32_t begin = 0;  ///< with its bracket
    std::string_view words;   ///< without it
    bool closed = true;
  };

  /// The responsibility clause of a sentence: from its bracket, or its first word, on.
  [[nodiscard]] std::optional<Found> duty(Sentence const& s) const {
    Lattice const& lattice = s.lattice();
    std::string_view const text = lattice.text();
    for (Place const& place : lattice.places()) {
      if (!place.classes.meets(Class::duty)) continue;
      Token const* const word = lattice.find(place.byte, Class::duty);
      bool const verb = lattice.meaning(*word, Class::duty).text == "verb";
      std::uint32_t bracket = bracket_before(text, lattice.range().begin, place.byte, verb ? 240U : 6U);
      if (bracket == none && !verb) bracket = bracket_with_day(s, place.byte);
      if (verb ? bracket == none : !introduces(text, word->end)) continue;
      Found f;
      f.begin = bracket != none ? bracket : place.byte;
      std::uint32_t const from = bracket != none ? bracket + char_size(text, bracket) : place.byte;
      std::uint32_t const to = bracket != none ? close_after(text, from, lattice.range().end) : lattice.range().end;
      f.closed = bracket == none || to != none;
      std::uint32_t const end = to == none ? lattice.range().end : to;
      char32_t const after = code_point(text, word->end);
      bool const closes = word->end + 24 >= end || after == 0xff0c || after == U',' || after == 0xff1b;  // ， ；
      if (verb && (to == none || !closes)) continue;  // a verb closes its list
      f.words = text.substr(from, end - from);
      return f;
    }
    return std::nullopt;
  }
  /// 责任单位： · 责任单位为
  [[nodiscard]] static bool introduces(std::string_view text, std::uint32_t at) {
    while (is_space(code_point(text, at))) at += char_size(text, at);
    char32_t const c = code_point(text, at);
    return c == 0xff1a || c == U':' || c == 0x4e3a;  // ： 为
  }
  [[nodiscard]] static std::uint32_t bracket_before(std::string_view text, std::uint32_t floor, std::uint32_t at,
                                                    std::uint32_t reach) {
    std::uint32_t const least = at - std::min(reach, at - floor);
    while (at > least) {
      at = static_cast<std::uint32_t>(previous(text, at));
      char32_t const c = code_point(text, at);
      if (c == 0xff08 || c == U'(') return at;
      if (c == 0xff09 || c == U')' || full_stop(c)) return none;
    }
    return none;
  }
  /// （6月底前完成，责任单位：…）: the bracket begins with the day by which.
  [[nodiscard]] static std::uint32_t bracket_with_day(Sentence const& s, std::uint32_t at) {
    constexpr std::uint32_t reach = 75;  // bytes
    Lattice const& lattice = s.lattice();
    std::uint32_t const bracket = bracket_before(lattice.text(), lattice.range().begin, at, reach);
    if (bracket == none) return none;
    std::uint32_t const first = bracket + char_size(lattice.text(), bracket);
    return s.in_time(lattice.skip(first)) ? bracket : none;
  }
  /// The bracket that closes the one open at `at`.
  [[nodiscard]] static std::uint32_t close_after(std::string_view text, std::uint32_t at, std::uint32_t end) {
    int depth = 0;
    while (at < end) {
      char32_t const c = code_point(text, at);
      if (c == 0xff08 || c == U'(') ++depth;
      if ((c == 0xff09 || c == U')') && depth-- == 0) return at;
      at += char_size(text, at);
    }
    return none;
  }

  /// A clause whose bracket the last line left open; true when this sentence belongs to it.
  bool goes_on(Sentence const& s) {
    std::string_view const text = s.lattice().text();
    Range const range = s.lattice().range();
    std::uint32_t const close = close_after(text, range.begin, range.end);
    bool const whole = close != none && close + 9 >= range.end;
    if (close != none && !whole) {  // something else stands after it
      unclosed_.clear();
      return false;
    }
    unclosed_ += text.substr(range.begin, (whole ? close : range.end) - range.begin);
    if (whole || unclosed_.size() > most_words) {
      std::string_view const words = out_.arena.emplace_back(std::move(unclosed_));
      unclosed_.clear();
      settle(words);
    }
    return true;
  }

  // ---- what it says ------------------------------------------------------------------------------------------------

  struct Part {
    std::string_view kind;
    Range words;
  };
  /// Cut at the words of duty: each governs what stands after it, to the next.
  void parts_of(std::string_view words) {
    parts_.clear();
    std::string_view kind;
    std::uint32_t begin = 0;
    for (std::uint32_t at = 0; at < words.size();) {
      Entry const e = lexicon_.longest(words, at, Class::duty);
      if (e.word.empty() || e.text == "verb" || !introduces(words, at + static_cast<std::uint32_t>(e.word.size()))) {
        at += char_size(words, at);
        continue;
      }
      if (at > begin) parts_.push_back({kind, {begin, at}});
      kind = e.text;
      at += static_cast<std::uint32_t>(e.word.size());
      while (is_space(code_point(words, at))) at += char_size(words, at);
      at += char_size(words, at);  // ： 为
      begin = at;
    }
    if (begin < words.size()) parts_.push_back({kind, {begin, static_cast<std::uint32_t>(words.size())}});
  }

  void settle(std::string_view words) {
    parts_of(words);
    owners_.clear();
    std::optional<Period> due;
    for (Part const& part : parts_) {
      if (part.kind == "assist" || part.kind == "contact") continue;
      // （9月底前完成，责任单位：…）: a part that no word of duty opens may be the day; else it names who leads (县教育局牵头)
      if (part.kind == "due" || (part.kind.empty() && parts_.size() > 1)) {
        auto const day = when(words, part.words);
        if (day) due = day;
        if (day || part.kind == "due") continue;
      }
      names_.clear();
      owners_of_.split(words, part.words, names_);
      for (std::size_t i = 0; i < names_.size(); ++i) {
        if (!names_[i].assists) owners_.push_back(with_tail(words, i));
      }
    }
    if (!owners_.empty() || due) charge({owners_, due});
  }
  /// 云溪市、东林市政府: the first shares the tail of the one after it.
  [[nodiscard]] std::string_view with_tail(std::string_view words, std::size_t i) const {
    std::string_view const own = words.substr(names_[i].range.begin, names_[i].range.size());
    std::string_view const tail = OwnerList::shared_tail(lexicon_, words, names_, i);
    return tail.empty() ? own : out_.joined(own, tail);
  }
  [[nodiscard]] std::optional<Period> when(std::string_view words, Range r) {
    sentence_.read(words, r, lexicon_, times_);
    for (TimeValue const& t : sentence_.times) {
      if (!t.from || !t.to) continue;
      return Period{t.from, t.to, words.substr(t.begin, t.end - t.begin), t.timex};
    }
    return std::nullopt;
  }

  /// The sentences before are read again.
  void charge(TaskReader::Charge const& charge) {
    if (units_.empty()) return;
    out_.tasks.resize(std::min(out_.tasks.size(), units_.front().first_task));
    bool const alone = std::none_of(units_.begin(), units_.end(),
                                    [](Unit const& u) { return !u.heading && u.range.end > u.body + 9; });
    for (Unit const& u : units_) {
      if (u.body >= u.range.end) continue;
      sentence_.read(out_.outline.text().view(), {u.range.begin, u.range.end}, lexicon_, times_);
      if (u.heading && !alone && title(u)) continue;
      tasks_.charge(sentence_, u.node, u.body, u.range.end, u.bases, charge);
    }
    units_.clear();
  }
  /// A heading that only names its part: short, of one clause, without figures.
  [[nodiscard]] bool title(Unit const& u) const {
    std::string_view const words = out_.outline.text().view().substr(u.body, u.range.end - u.body);
    if (words.size() > 90 || !sentence_.figures.empty()) return false;
    for (std::size_t i = 0; i < words.size(); i += char_size(words, i)) {
      if (code_point(words, i) == 0xff0c) return false;  // ，
    }
    return true;
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  TaskReader& tasks_;
  TimeContext const& times_;
  OwnerList owners_of_;
  Sentence sentence_;
  std::vector<Unit> units_;
  std::vector<Part> parts_;
  std::vector<OwnerName> names_;
  std::vector<std::string_view> owners_;
  std::string unclosed_;
};

}  // namespace detail

GONGWEN_END
