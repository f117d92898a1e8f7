// gongwen/detail/extract/table_heads.hpp: what the heads of a column say of its figures.
//
//   2016年 / 2017年预期        the period and the status of what stands below, all tiers together
//   12月末, 年末数             a point: the closing day
//   同比增长（%）              a change, by the basis that the head names
//   比年初增加额               a change in the unit of the table
//   比重（%）                  a share of the row's fact
//   完成年计划（%）            neither: nothing is made of it
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "../segment/lines.hpp"
#include "context.hpp"
#include "records_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// What a column holds.
struct ColumnHead {
  enum class Role : std::uint8_t { level, change, share, other };
  Role role = Role::level;
  gongwen::Basis basis = gongwen::Basis::yoy;
  bool amount = false;    ///< of a change: by how much (增加额), not by how many per cent
  bool measures = false;  ///< names a measure of its own (总投资): what it holds is not the row's alone
  std::optional<Status> status;
  std::optional<Period> period;
  std::uint32_t time = none;    ///< the mention of the period
  std::optional<Date> against;  ///< the end of the year that a change is against (比2018年增长)
};

/// The heads of the columns of one table. Each is read once.
class TableHeads {
 public:
  TableHeads(RecordsData const& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon) {}

  /// Begins a table, for which `running` holds.
  void begin(std::optional<GoverningPeriod> const& running) {
    running_ = running ? &*running : nullptr;
    times_.clear();
    columns_.clear();
  }
  /// A head names a time; of several the first that a figure may have.
  void add_time(NodeIndex head, TimeValue const& t, std::uint32_t mention) {
    if (t.past_year &&
        t.explicit_year == 0) {  // 上年同期: another year than the table's, which none may be able to tell
      if (times_.empty() || times_.back().head != head) times_.push_back({head, t.begin, none, true, {}});
      return;
    }
    if (!t.named || t.this_year || t.now || !t.from || !t.to || t.to->year == 0) return;
    if (t.kind != TimeKind::date && t.kind != TimeKind::period) return;
    if (!times_.empty() && times_.back().head == head) return;
    if (auto p = period_of(t)) times_.push_back({head, t.begin, mention, false, std::move(*p)});
  }
  /// Do columns have periods of their own?
  [[nodiscard]] bool dated() const noexcept { return !times_.empty(); }
  /// Several, so that a figure under no head can't be told?
  [[nodiscard]] bool several() const noexcept { return times_.size() > 1; }

  /// What the heads of a cell say: those of its column.
  [[nodiscard]] ColumnHead const& of(Node const& cell) {
    if (cell.column_heads.empty() || !cell.column) return bare_;
    auto const column = static_cast<std::size_t>(*cell.column);
    if (columns_.size() <= column) columns_.resize(column + 1);
    if (!columns_[column]) columns_[column] = read(cell);
    return *columns_[column];
  }

 private:
  struct HeadTime {
    NodeIndex head = no_node;
    std::uint32_t begin = 0;
    std::uint32_t mention = none;
    bool other = false;  ///< of a year that is not told
    Period period;
  };

  /// The period that a time gives; a month or a year's end without its year is of the table's own.
  [[nodiscard]] std::optional<Period> period_of(TimeValue const& t) const {
    Period p{t.from, t.to, out_.outline.text().view().substr(t.begin, t.end - t.begin), t.timex};
    if (t.explicit_year == 0 && running_ != nullptr && running_->value.to && running_->value.to->year != t.to->year) {
      if (!t.edge || t.to->month != 12) return std::nullopt;
      p.end = running_->value.to;  // 年末数 in a table of another year than the one the text has come to
      p.timex.clear();
    }
    if (t.edge) p.begin = p.end;
    return p;
  }

  /// The words of a head before its unit.
  [[nodiscard]] std::string_view words(NodeIndex head) const {
    std::string_view const w = out_.outline.words(out_.outline.nodes()[head]);
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      if (i > 0 && opens_round(code_point(w, i))) return w.substr(0, i);
    }
    return w;
  }

  [[nodiscard]] ColumnHead read(Node const& cell) const {
    ColumnHead out;
    for (NodeIndex const head : cell.column_heads) read_words(words(head), out);
    std::string_view const last = words(cell.column_heads.back());
    std::string_view const unit = out_.outline.nodes()[cell.column_heads.back()].unit;
    bool const ratio = unit == "%" || unit == "\xef\xbc\x85";  // ％
    if (out.role == ColumnHead::Role::level && ratio) {
      if (share(last))
        out.role = ColumnHead::Role::share;
      else if (of_whole(last))
        out.role = ColumnHead::Role::other;
    }
    for (NodeIndex const head : cell.column_heads) {
      auto const at = std::lower_bound(times_.begin(), times_.end(), head,
                                       [](HeadTime const& t, NodeIndex n) { return t.head < n; });
      if (at == times_.end() || at->head != head) continue;
      // 比2018年增长: what the change is against
      bool const base = out.role == ColumnHead::Role::change && changes(words(head)) &&
                        at->begin != out_.outline.nodes()[head].range.begin;
      if (base) {
        out.against = at->period.end;
        continue;
      }
      if (at->other) {
        if (out.role == ColumnHead::Role::level) out.role = ColumnHead::Role::other;
        continue;
      }
      out.period = at->period;
      out.time = at->mention;
    }
    return out;
  }

  /// One head: a basis, a word of change, of plans, of a measure.
  void read_words(std::string_view w, ColumnHead& out) const {
    for (std::size_t i = 0; i < w.size();) {
      if (std::size_t const measure = measure_at(w, i); measure != 0) {
        out.measures = true;
        i += measure;
        continue;
      }
      if (Entry const basis = lexicon_.longest(w, i, Class::basis); !basis.word.empty()) {
        out.role = ColumnHead::Role::change;
        out.basis = static_cast<gongwen::Basis>(basis.value);
        i += basis.word.size();
        continue;
      }
      if (std::size_t const change = change_at(w, i); change != 0) {
        out.role = ColumnHead::Role::change;
        out.amount = amount_ends(w, i + change);
        i += change;
        continue;
      }
      if (Entry const e = lexicon_.longest(w, i, Class::status); e.word.size() >= two_characters) {
        // 预期 in a head is of what a plan expects
        bool const expected = code_point(e.word, char_size(e.word, 0)) == 0x671f;  // 期
        out.status = expected ? Status::target : static_cast<Status>(e.value);
        i += two_characters;  // 预期增长 is a change too
        continue;
      }
      i += char_size(w, i);
    }
  }
  [[nodiscard]] bool changes(std::string_view w) const {
    ColumnHead out;
    read_words(w, out);
    return out.role == ColumnHead::Role::change;
  }
  /// 增加值 and 新增能力 measure something: no change.
  [[nodiscard]] std::size_t measure_at(std::string_view w, std::size_t i) const {
    std::size_t const measure = lexicon_.longest(w, i, Class::measure_word).word.size();
    if (measure != 0) return measure;
    if (code_point(w, i) == 0x65b0 && change_at(w, i + 3) != 0) return w.size() - i;  // 新
    return lexicon_.longest(w, i, Class::invest).word.size();
  }
  [[nodiscard]] std::size_t change_at(std::string_view w, std::size_t i) const {
    if (i >= w.size()) return 0;
    return std::max(lexicon_.longest(w, i, Class::up).word.size(), lexicon_.longest(w, i, Class::growth).word.size());
  }
  /// 增加额, 增加量, 增加数, 增减额: one character of change more at most, then what is counted, which ends the head.
  [[nodiscard]] static bool amount_ends(std::string_view w, std::size_t i) {
    if (i >= w.size()) return false;
    char32_t const next = code_point(w, i);
    if (next == 0x51cf) i += 3;  // 减
    char32_t const last = code_point(w, i);
    return i + 3 == w.size() && (last == 0x989d || last == 0x91cf || last == 0x6570);  // 额 量 数
  }
  /// 比重, 占比, 占全部比重
  [[nodiscard]] bool share(std::string_view w) const {
    return lexicon_.longest_before(w, w.size(), Class::rate_head).word.size() >= two_characters;
  }
  /// 完成年计划, 占计划: how much of something was reached.
  [[nodiscard]] bool of_whole(std::string_view w) const {
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      if (lexicon_.longest(w, i, Class::of_verb).word.size() >= two_characters) return true;
      if (!lexicon_.longest(w, i, Class::share_verb).word.empty()) return true;
    }
    return false;
  }

  static constexpr std::size_t two_characters = 6;

  RecordsData const& out_;
  LexiconData const& lexicon_;
  GoverningPeriod const* running_ = nullptr;
  std::vector<HeadTime> times_;                     ///< by head
  std::vector<std::optional<ColumnHead>> columns_;  ///< by column, read when they are first asked for
  ColumnHead bare_;                                 ///< of a figure that no column has
};

}  // namespace detail

GONGWEN_END
