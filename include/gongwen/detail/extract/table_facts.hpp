// gongwen/detail/extract/table_facts.hpp: figures and indicators of tables.
//
// A cell's unit is its column's, else its row's, else the table's. A row makes one fact for each period and status that the
// heads of its value columns name: the first of these gives the level, columns of change and of share what is said of it.
// The name is the row's label with what its section or column adds:
//
//   产量（万吨） / 粮食          粮食产量
//   期末畜禽存栏 / 大牲畜（万头）  大牲畜存栏
//   a table of 地区生产总值 / 工业  工业增加值 (its parts are value added: SNA 2008, production approach)
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "confidence.hpp"
#include "context.hpp"
#include "evidence.hpp"
#include "stock.hpp"
#include "table_cell.hpp"
#include "table_heads.hpp"

GONGWEN_BEGIN

namespace detail {

class TableFacts {
 public:
  TableFacts(RecordsData& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon), heads_(out, lexicon) {}

  /// The heads of the table that is read next: they are told the times that they name.
  [[nodiscard]] TableHeads& heads() noexcept { return heads_; }

  /// Reads the nodes of the table `first`, which end with `last`.
  void read(NodeIndex first, NodeIndex last, Context& context, bool facts) {
    context_ = &context;
    product_table_ = false;
    auto const nodes = out_.outline.nodes();
    for (NodeIndex i = first; i <= last; ++i) {
      if (nodes[i].kind == NodeKind::row) row(i, last, facts);
    }
  }

 private:
  struct Unit {
    int power = 0;
    std::string_view code;
    Dimension dimension = Dimension::none;
  };

  [[nodiscard]] std::string_view words(Node const& n) const { return out_.outline.words(n); }

  /// 万吨 is ten thousand of `t`; 亿元 of CNY.
  [[nodiscard]] Unit unit_of(std::string_view unit) const {
    Unit out;
    std::size_t at = 0;
    while (at < unit.size()) {
      Entry const e = lexicon_.longest(unit, at, Class::unit);
      if (!e.word.empty() && at + e.word.size() == unit.size()) {
        out.code = e.text;
        out.dimension = static_cast<Dimension>(e.value);
        return out;
      }
      int const p = han_power(code_point(unit, at));
      if (p == 0) break;
      out.power += p;
      at += 3;
    }
    out.code = unit.substr(std::min(at, unit.size()));
    out.dimension = out.code.empty() ? Dimension::none : Dimension::count;
    return out;
  }

  /// 541（亿元人民币） beside figures in dollars: the cell has a unit of its own.
  [[nodiscard]] std::optional<Unit> remarked_unit(std::string_view remark) const {
    Unit out;
    std::size_t at = 0;
    for (int p = 0; at < remark.size() && (p = han_power(code_point(remark, at))) != 0; at += 3) out.power += p;
    Entry const e = lexicon_.longest(remark, at, Class::unit);
    if (out.power == 0 || e.word.empty()) return std::nullopt;
    out.code = e.text;
    out.dimension = static_cast<Dimension>(e.value);
    return out;
  }

  /// A label without its unit, its signs of rank (#, 其中：) and the spaces that set it.
  [[nodiscard]] std::string_view label(Node const& cell) const {
    std::string_view const w = words(cell);
    std::string plain;
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      char32_t const c = code_point(w, i);
      if (c == 0xff08 || c == U'(') break;
      if (is_space(c) || c == U'#' || c == 0xff03 || c == U'*') continue;
      plain += w.substr(i, char_size(w, i));
    }
    if (Entry const among = lexicon_.longest(plain, 0, Class::among); !among.word.empty()) {
      plain.erase(0, among.word.size());
      if (!plain.empty() && (code_point(plain, 0) == 0xff1a || plain[0] == ':')) plain.erase(0, char_size(plain, 0));
    }
    return plain == w ? w : std::string_view(out_.arena.emplace_back(std::move(plain)));
  }
  /// The unit of the column's own heads: the row's 亿元 is not that of its growth.
  [[nodiscard]] std::string_view head_unit(Node const& cell) const {
    for (std::size_t k = cell.column_heads.size(); k-- > 0;) {
      std::string_view const unit = out_.outline.nodes()[cell.column_heads[k]].unit;
      if (!unit.empty()) return unit;
    }
    return {};
  }

  void row(NodeIndex index, NodeIndex last, bool facts) {
    auto const nodes = out_.outline.nodes();
    made_.clear();
    said_.clear();
    for (NodeIndex i = index + 1; i <= last && nodes[i].kind == NodeKind::cell; ++i) {
      Node const& cell = nodes[i];
      if (cell.row_heads.empty()) {
        if (std::string_view const name = label(cell); has_product(name)) product_table_ = true;
        continue;
      }
      auto const figure = cell_figure(words(cell), lexicon_);
      if (!figure) continue;
      ColumnHead const& head = heads_.of(cell);
      bool const rate = head.role == ColumnHead::Role::change && !head.amount;
      Unit unit = unit_of(rate ? head_unit(cell) : cell.unit);
      if (!rate) unit = remarked_unit(figure->remark).value_or(unit);
      if (unit.code.empty() && figure->per_cent) unit = {0, "%", Dimension::ratio};
      auto const scaled = figure->value.scaled(unit.power);
      if (!scaled) continue;
      Value const value{*scaled, figure->mod, unit, mention(cell, i, *figure, *scaled, unit)};
      // Under no head a figure of a table of several years is of none of them
      if (!facts || (cell.column_heads.empty() && heads_.several())) continue;
      if (head.role == ColumnHead::Role::level)
        level(cell, i, head, value, figure->aimed);
      else if (head.role == ColumnHead::Role::change)
        change(cell, i, head, value);
      else if (head.role == ColumnHead::Role::share)
        share(cell, head, value);
    }
    weigh();
    lay_out_evidence();
  }
  /// 地区生产总值 heads a table of its parts.
  [[nodiscard]] bool has_product(std::string_view name) const {
    return lexicon_.find(name, Class::indicator).second == "gdp";
  }

  std::uint32_t mention(Node const& cell, NodeIndex node, CellFigure const& figure, Decimal const& value,
                        Unit const& unit) {
    Quantity q;
    q.range = {cell.range.begin + figure.begin, cell.range.begin + figure.end};
    q.span = out_.outline.text().span(q.range);
    q.node = node;
    q.by = "table.cell";
    q.text = words(cell).substr(figure.begin, figure.end - figure.begin);
    q.value = value;
    q.step = value.step();
    q.mod = figure.mod;
    q.unit = unit.code;
    q.dimension = unit.dimension;
    out_.quantities.push_back(q);
    return static_cast<std::uint32_t>(out_.quantities.size() - 1);
  }

  using Days = std::pair<std::optional<Date>, std::optional<Date>>;
  /// A fact of the row, and the column that it was made for.
  struct Made {
    std::uint32_t fact = none;
    Days days;
    std::optional<Status> status;
  };
  /// The days that a column is of: its head's, else those of the table.
  [[nodiscard]] Days days_of(ColumnHead const& head) const {
    if (head.period) return {head.period->begin, head.period->end};
    auto const& running = context_->running_period;
    return running ? Days{running->value.from, running->value.to} : Days{};
  }

  /// Null where the label is of marks alone, and no name.
  Made* add_fact(Node const& cell, NodeIndex node, ColumnHead const& head) {
    Indicator fact;
    fact.range = cell.range;
    fact.node = node;
    fact.by = "table.row";
    fact.name = name_of(out_.outline.nodes()[cell.row_heads.back()], cell, head);
    if (fact.name.empty()) return nullptr;
    Entry const known = lexicon_.find(fact.name, Class::indicator);
    fact.canonical = known.text;
    fact.indicator_id = known.second;
    GoverningArea const area = context_->area();
    fact.area = area.name;
    fact.area_code = area.code;
    if (head.period) {
      fact.period = head.period;
    } else if (auto const& running = context_->running_period) {
      fact.period = Period{running->value.from, running->value.to, running->text, running->value.timex};
    }
    if (fact.period && fact.period->end && is_stock(lexicon_, known, fact.name)) fact.period->begin = fact.period->end;
    fact.status = head.status.value_or(Status::actual);
    // What lies in a year after that of writing has not happened
    bool const ahead = head.period && context_->written && context_->written->year < head.period->begin->year;
    if (ahead && fact.status == Status::actual) fact.status = Status::target;
    out_.indicators.push_back(std::move(fact));
    made_.push_back({static_cast<std::uint32_t>(out_.indicators.size() - 1), days_of(head), head.status});
    if (head.period) say(made_.back(), "period", {RecordType::time, head.time});
    return &made_.back();
  }

  /// The label, and what its section (…存栏), its column (产量) or a table of the product (…增加值) adds to it.
  [[nodiscard]] std::string_view name_of(Node const& label_cell, Node const& cell, ColumnHead const& column) const {
    auto const nodes = out_.outline.nodes();
    std::string_view const base = label(label_cell);
    std::string_view add;
    if (!cell.column_heads.empty() && column.role == ColumnHead::Role::level) {
      std::string_view const head = label(nodes[cell.column_heads.back()]);
      if (measure_word(head)) add = head;
    }
    if (add.empty() && cell.row_heads.size() > 1 && section_row(cell.row_heads.front())) {
      std::string_view const section = label(nodes[cell.row_heads.front()]);
      for (std::size_t i = 0; i < section.size(); i += char_size(section, i)) {
        if (measure_word(section.substr(i))) {
          add = section.substr(i);
          break;
        }
      }
    }
    if (add.empty() && product_table_ && !has_product(base)) add = lexicon_.asked("value_added", 0, Class::made).text;
    auto const ends = [&](std::string_view tail) {
      return base.size() >= tail.size() && base.substr(base.size() - tail.size()) == tail;
    };
    if (add.empty() || ends(add) || !lexicon_.find(base, Class::indicator).word.empty()) return base;
    return out_.joined(base, add);
  }
  /// A label that stands alone in its row; one with figures is the whole of which others are parts.
  [[nodiscard]] bool section_row(NodeIndex label_cell) const {
    auto const nodes = out_.outline.nodes();
    return label_cell + 1 >= nodes.size() || nodes[label_cell + 1].kind != NodeKind::cell;
  }
  [[nodiscard]] bool measure_word(std::string_view w) const {
    return lexicon_.find(w, Class::measure_word).word.size() == w.size() && !w.empty();
  }

  /// A figure with the unit of its column, and its mention.
  struct Value {
    Decimal value;
    Mod mod;
    Unit unit;
    std::uint32_t mention;
  };

  /// The first level of a period and status; further ones (甲县, 乙县) are not the row's alone.
  void level(Node const& cell, NodeIndex node, ColumnHead const& head, Value const& value, bool aimed) {
    Made* made = nullptr;
    for (Made& m : made_) {
      if (m.days == days_of(head) && m.status == head.status) made = &m;
    }
    if (made != nullptr ? out_.indicators[made->fact].value.has_value() : !made_.empty() && head.measures) return;
    // 2018年, 计划: beside a column with its period one without is of a time that can't be told
    if (made == nullptr && !made_.empty() && heads_.dated() && !head.period) return;
    if (made == nullptr) made = add_fact(cell, node, head);
    if (made == nullptr) return;
    Indicator& fact = out_.indicators[made->fact];
    fact.value = value.value;
    fact.step = value.value.step();
    fact.mod = value.mod;
    fact.unit = value.unit.code;
    if (aimed && fact.status == Status::actual) fact.status = Status::target;
    say(*made, "value", {RecordType::quantity, value.mention});
  }
  void change(Node const& cell, NodeIndex node, ColumnHead const& head, Value const& value) {
    Made* made = subject(head);
    if (made == nullptr && head.against && !made_.empty()) return;
    if (made == nullptr) made = add_fact(cell, node, head);
    if (made == nullptr) return;
    Indicator& fact = out_.indicators[made->fact];
    Change c;
    c.basis = head.basis;
    c.unit = value.unit.code.empty() && !head.amount ? std::string_view("%") : value.unit.code;
    for (Change const& other : fact.changes) {
      if (other.basis == c.basis) return;
    }
    c.direction = value.value.negative() ? Direction::down : value.value.zero() ? Direction::flat : Direction::up;
    c.value = value.value.negative() ? -value.value : value.value;
    c.mod = value.mod;
    // One a basis
    static constexpr std::string_view slots[] = {"changes.0", "changes.1", "changes.2",
                                                 "changes.3", "changes.4", "changes.5"};
    say(*made, slots[fact.changes.size()], {RecordType::quantity, value.mention});
    fact.changes.push_back(c);
  }
  /// A part of the row above that it stands under (其中), where that has figures.
  void share(Node const& cell, ColumnHead const& head, Value const& value) {
    Made* const made = subject(head);
    if (made == nullptr || out_.indicators[made->fact].share) return;
    Proportion p;
    p.value = value.value;
    p.unit = "%";
    p.mod = value.mod;
    NodeIndex const whole = cell.row_heads.front();
    if (cell.row_heads.size() > 1 && !section_row(whole)) p.of = label(out_.outline.nodes()[whole]);
    out_.indicators[made->fact].share = p;
    say(*made, "share", {RecordType::quantity, value.mention});
  }
  /// The fact that a column of change or share speaks of: the one of its own period and status. Where its head names none, the
  /// one before it, or an earlier one of a later year (2017年, 2016年, 增长). Null: the row has none.
  [[nodiscard]] Made* subject(ColumnHead const& head) {
    Made* out = nullptr;
    for (Made& m : made_) {
      if (head.period && m.days != days_of(head)) continue;
      if (head.status && m.status != head.status) continue;
      if (head.against && m.days.second && *m.days.second <= *head.against) continue;
      bool const past = out != nullptr && out->status == m.status && m.days.second < out->days.second;
      if (!past) out = &m;
    }
    return out;
  }

  struct Said {
    std::uint32_t fact;
    Evidence evidence;
  };
  void say(Made const& made, std::string_view slot, Ref ref) { said_.push_back({made.fact, {slot, ref}}); }
  /// The facts of a row, whose slots are all filled: a table says in each row what it says in all.
  void weigh() {
    for (Made const& m : made_) {
      Indicator& fact = out_.indicators[m.fact];
      Signs signs = Signs().add(Sign::dense);
      add_signs_of_name(signs, fact, strange_name(lexicon_, fact));
      fact.confidence = confidence_of(signs);
    }
  }
  /// A fact's evidence stands together, though the cells of a row speak of its facts in turn.
  void lay_out_evidence() {
    std::stable_sort(said_.begin(), said_.end(), [](Said const& a, Said const& b) { return a.fact < b.fact; });
    auto said = said_.begin();
    for (Made const& m : made_) {
      begin_evidence(out_.indicators[m.fact], out_);
      for (; said != said_.end() && said->fact == m.fact; ++said)
        note_evidence(out_.indicators[m.fact], out_, said->evidence.slot, said->evidence.ref);
    }
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  Context* context_ = nullptr;
  bool product_table_ = false;
  TableHeads heads_;
  std::vector<Made> made_;  ///< of the row
  std::vector<Said> said_;
};

}  // namespace detail

GONGWEN_END
