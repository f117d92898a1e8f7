// gongwen/detail/extract/lasting.hpp: lengths of time that a measure comes to. The time stays, and is a figure as well.
//
//   平均受教育年限达到10年 · 审批时限全部压缩至9个工作日 · 年均发电时长约2600小时 · 由331天缩短至74天
#pragma once

#include <algorithm>
#include <vector>

#include "../grammar/figure.hpp"
#include "../grammar/time.hpp"

GONGWEN_BEGIN

namespace detail {

/// Finds the durations of a sentence that stand right after a measure of time (时限, 用时, 寿命), verbs of reaching between at most.
class LastingFigures {
 public:
  LastingFigures(Lattice const& lattice, std::vector<TimeValue> const& times) noexcept
      : lattice_(lattice), times_(times) {}

  /// Adds them; the figures stay in the order of the text.
  void add_to(std::vector<Figure>& figures) const {
    std::size_t const known = figures.size();
    for (TimeValue const& t : times_) {
      if (t.kind != TimeKind::duration || !t.duration_high.empty() || !measured(t.begin)) continue;
      if (auto f = figure(t)) figures.push_back(*f);
    }
    if (figures.size() == known) return;
    std::sort(figures.begin(), figures.end(), [](Figure const& a, Figure const& b) { return a.begin < b.begin; });
  }

 private:
  [[nodiscard]] std::optional<Figure> figure(TimeValue const& t) const {
    auto const number = std::lower_bound(lattice_.numbers().begin(), lattice_.numbers().end(), t.begin,
                                         [](Number const& n, std::uint32_t b) { return n.begin < b; });
    if (number == lattice_.numbers().end() || number->end > t.end || number->high) return std::nullopt;
    std::uint32_t const at = lattice_.skip(number->end);
    Token const* const unit = lattice_.find(at, Class::dur_unit);
    if (unit == nullptr || unit->end > t.end || !ends_with(t, *unit)) return std::nullopt;
    Figure f;
    f.begin = t.begin;
    f.end = t.end;
    f.number = number->begin;
    f.value = number->value;
    f.step = number->value.step();
    f.mod = mod(t, *unit, number->mod);
    f.mod_after = unit->end < t.end;
    f.unit = lattice_.words(*unit);
    f.dimension = Dimension::time;
    f.by = "figure.duration";
    return f;
  }
  /// Nothing but a bound follows the unit: not 2小时30分钟, 三年半 or 9年零6个月, which have no one unit.
  [[nodiscard]] bool ends_with(TimeValue const& t, Token const& unit) const {
    Token const* const after = lattice_.find(unit.end, Class::mod_after);
    std::uint32_t const end = after != nullptr && after->end <= t.end ? after->end : unit.end;
    char32_t const next = t.end < lattice_.range().end ? code_point(lattice_.text(), t.end) : U',';
    return end == t.end && next != 0x96f6 && next != 0x53c8 && lattice_.find(t.end, Class::number) == nullptr;  // 零 又
  }
  [[nodiscard]] Mod mod(TimeValue const& t, Token const& unit, Mod in_numeral) const {
    Token const* const after = lattice_.find(unit.end, Class::mod_after);
    if (after != nullptr && after->end <= t.end) return meaning(*after, Class::mod_after);
    Token const* const before = lattice_.find(t.begin, Class::mod_before);
    return before != nullptr ? meaning(*before, Class::mod_before) : in_numeral;
  }
  [[nodiscard]] Mod meaning(Token const& word, Class cls) const {
    return static_cast<Mod>(lattice_.meaning(word, cls).value);
  }

  /// Does a measure of time end before `at`, with verbs of reaching, adverbs and an earlier length between at most?
  [[nodiscard]] bool measured(std::uint32_t at) const {
    constexpr int most_words = 5;
    for (int n = 0; n < most_words; ++n) {
      if (measure_ends(at)) return true;
      std::uint32_t const before = word_before(at);
      if (before == at) return false;
      at = before;
    }
    return false;
  }
  [[nodiscard]] bool measure_ends(std::uint32_t at) const {
    auto const noun = lattice_.lexicon().asked_before(lattice_.text(), lattice_.range().begin, at, Class::counts_years);
    return noun.text == "measure";
  }
  /// The begin of what may stand between the measure and its length; `at` where it is another word.
  [[nodiscard]] std::uint32_t word_before(std::uint32_t at) const {
    constexpr ClassSet between = Class::reach | Class::up | Class::down | Class::manner | Class::lead | Class::time;
    std::uint32_t const begin = ends_at(at, between);
    return begin != none ? begin : at;
  }
  /// The begin of the longest word of some class that ends at `at`, blanks past; none: there is none.
  [[nodiscard]] std::uint32_t ends_at(std::uint32_t at, ClassSet const& classes) const {
    constexpr int longest = 12;  // characters
    std::uint32_t found = none;
    std::uint32_t p = at;
    for (int n = 0; n < longest && p > lattice_.range().begin; ++n) {
      p = static_cast<std::uint32_t>(previous(lattice_.text(), p));
      for (std::uint32_t i = lattice_.at(p); i != none; i = lattice_.token(i).next) {
        Token const& t = lattice_.token(i);
        if (t.classes.meets(classes) && lattice_.skip(t.end) == at) found = p;
      }
    }
    return found;
  }

  Lattice const& lattice_;
  std::vector<TimeValue> const& times_;
};

}  // namespace detail

GONGWEN_END
