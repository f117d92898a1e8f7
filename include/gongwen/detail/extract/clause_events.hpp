// gongwen/detail/extract/clause_events.hpp: a sentence cut into clauses, and what in them says something of a figure.
//
// A clause is what stands between points (， ； ： 。 and brackets), and between 、 after a figure. Its events are its figures,
// moves and ranks in the order of the text; a figure that a move has taken (增长5%) is the move's.
#pragma once

#include <algorithm>
#include <vector>

#include "names.hpp"

GONGWEN_BEGIN

namespace detail {

/// Where a sentence's mentions begin in the lists of the records.
struct MentionBases {
  std::uint32_t quantities = 0, times = 0, ranks = 0;
};

/// The clauses and events of one sentence: the lowest layer of `IndicatorReader`, which keeps what the others share.
class ClauseEvents {
 protected:
  enum class Kind : std::uint8_t { figure, move, rank };
  struct Event {
    Kind kind{};
    std::uint32_t begin = 0, end = 0;
    std::uint32_t index = 0;
  };

  void open(Sentence const& sentence, std::uint32_t body, std::vector<bool> const& claimed) {
    s_ = &sentence;
    text_ = sentence.lattice().text();
    collect_events(body, claimed);
  }

  [[nodiscard]] std::string_view words(Range r) const { return text_.substr(r.begin, r.end - r.begin); }
  [[nodiscard]] Range before(std::uint32_t end) const { return NameReader(*s_).trim({np_begin_, end}); }

  /// N figures side by side, with only 、 or 和 between: 4.82亿元、4.98亿元、11.12亿元.
  [[nodiscard]] std::size_t run_of(std::size_t index) const {
    std::size_t n = 1;
    while (index + n < events_.size() && n < 24) {
      Event const& a = events_[index + n - 1];
      Event const& b = events_[index + n];
      if (b.kind != Kind::figure || !joined(a.end, b.begin)) break;
      ++n;
    }
    return n;
  }
  [[nodiscard]] bool joined(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t const at = s_->lattice().skip(from);
    if (at >= to) return false;
    char32_t const c = code_point(text_, at);
    return (c == 0x3001 || c == 0x548c || c == 0x4e0e) && s_->lattice().skip(at + 3) == to;
  }

  /// The other events of a list are done: turn them into nothing.
  void consume(std::size_t index, std::size_t n) {
    for (std::size_t k = 0; k < n; ++k) {
      np_begin_ = std::max(np_begin_, events_[index + k].end);
      if (k > 0) events_[index + k].index = none;
    }
    for (std::size_t k = 1; k < n; ++k) events_[index + k].kind = Kind::rank;  // an index of none is passed over there
  }

  Sentence const* s_ = nullptr;
  std::string_view text_;
  std::vector<Event> events_;
  std::vector<std::uint32_t> cuts_;  ///< where clauses begin, after the first
  Range clause_;                     ///< the clause that is read
  std::uint32_t np_begin_ = 0;       ///< where the name of the next event may begin

 private:
  void collect_events(std::uint32_t body, std::vector<bool> const& claimed) {
    events_.clear();
    for (std::uint32_t i = 0; i < s_->moves.size(); ++i)
      events_.push_back({Kind::move, s_->moves[i].begin, s_->moves[i].end, i});
    for (std::uint32_t i = 0; i < s_->figures.size(); ++i)
      if (!claimed[i]) events_.push_back({Kind::figure, s_->figures[i].begin, s_->figures[i].end, i});
    for (std::uint32_t i = 0; i < s_->ranks.size(); ++i)
      events_.push_back({Kind::rank, s_->ranks[i].begin, s_->ranks[i].end, i});
    // Of a move and a figure in the same place (翻一番) the move stays
    std::stable_sort(events_.begin(), events_.end(), [](Event const& a, Event const& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    // A figure inside a move is the move's
    std::size_t kept = 0;
    std::uint32_t until = body;
    for (Event const& e : events_) {
      if (e.begin < until) continue;
      until = e.end;
      events_[kept++] = e;
    }
    events_.resize(kept);
    find_cuts(body);
  }

  void find_cuts(std::uint32_t body) {
    cuts_.clear();
    Range const range = s_->lattice().range();
    std::size_t event = 0;
    for (std::uint32_t i = body; i < range.end;) {
      while (event < events_.size() && events_[event].end <= i) ++event;
      if (event < events_.size() && events_[event].begin <= i) {
        i = events_[event].end;
        continue;
      }
      if (leads_han(text_[i])) {
        i += 3;
        continue;
      }
      char32_t const c = code_point(text_, i);
      std::uint32_t const next = i + char_size(text_, i);
      if (std::uint32_t const close = aside(i, c, event < events_.size() ? events_[event].begin : range.end);
          close != 0) {
        i = close;
        continue;
      }
      bool const point = c == 0xff0c || c == U',' || c == 0xff1b || c == U';' || c == 0xff1a || c == U':' ||
                         c == 0xff08 || c == U'(' || c == 0xff09 || c == U')';
      bool const pause =
          c == 0x3001 && event > 0 && s_->lattice().skip(events_[event - 1].end) == i;  // 、 after a figure
      if ((point || pause) && !s_->in_name(i) && !s_->in_time(i)) cuts_.push_back(next);
      i = next;
    }
  }

  /// （小区）, （套）: a short bracket without figures is part of the words round it; returns its end, or 0.
  [[nodiscard]] std::uint32_t aside(std::uint32_t at, char32_t c, std::uint32_t limit) const {
    if (c != 0xff08 && c != U'(') return 0;
    for (std::uint32_t i = at, n = 0; i < limit && n < 8; i += char_size(text_, i), ++n) {
      char32_t const x = code_point(text_, i);
      if (x == 0xff09 || x == U')') return i + char_size(text_, i);
    }
    return 0;
  }
};

}  // namespace detail

GONGWEN_END
