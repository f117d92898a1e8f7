// gongwen/detail/extract/table_facts.hpp: figures and indicators of tables.
//
// A cell's unit is its column's, else its row's, else the table's. A row makes one fact: its value columns give the level, the
// columns whose heads speak of growth the change. The name is the row's label with what its section or column adds:
//
//   产量（万吨） / 粮食          粮食产量
//   期末畜禽存栏 / 大牲畜（万头）  大牲畜存栏
//   a table of 地区生产总值 / 工业  工业增加值 (its parts are value added: SNA 2008, production approach)
#pragma once

#include <string>

#include "confidence.hpp"
#include "context.hpp"
#include "evidence.hpp"
#include "stock.hpp"

GONGWEN_BEGIN

namespace detail {

class TableFacts {
 public:
  TableFacts(RecordsData& out, LexiconData const& lexicon) : out_(out), lexicon_(lexicon) {}

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
  [[nodiscard]] bool has_class(std::string_view w, Class cls) const {
    for (std::size_t i = 0; i < w.size(); i += char_size(w, i)) {
      if (!lexicon_.longest(w, i, cls).word.empty()) return true;
    }
    return false;
  }
  [[nodiscard]] bool growth_column(Node const& cell) const {
    auto const nodes = out_.outline.nodes();
    for (NodeIndex const head : cell.column_heads) {
      std::string_view const w = words(nodes[head]);
      if (has_class(w, Class::up) || has_class(w, Class::growth) || has_class(w, Class::basis)) return true;
    }
    return false;
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
    Node const* label_cell = nullptr;
    Indicator* fact = nullptr;
    bool extra = false;
    for (NodeIndex i = index + 1; i <= last && nodes[i].kind == NodeKind::cell; ++i) {
      Node const& cell = nodes[i];
      if (cell.row_heads.empty()) {
        if (std::string_view const name = label(cell); has_product(name)) product_table_ = true;
        continue;
      }
      label_cell = &nodes[cell.row_heads.back()];
      auto const value = Decimal::parse(without_signs(words(cell)));
      if (!value) continue;
      bool const growth = growth_column(cell);
      Unit unit = unit_of(growth ? head_unit(cell) : cell.unit);
      if (unit.code.empty() && words(cell).back() == '%') unit = {0, "%", Dimension::ratio};
      auto const scaled = value->scaled(unit.power);
      if (!scaled) continue;
      auto const quantity = mention(cell, i, *scaled, unit);
      if (!facts) continue;
      if (fact == nullptr) {
        fact = &add_fact(*label_cell, cell, i);
        extra = growth;
        if (growth)
          change(*fact, *scaled, unit, quantity);
        else
          level(*fact, *scaled, unit, quantity);
      } else if (growth) {
        change(*fact, *scaled, unit, quantity);
      } else if (extra && !fact->value) {
        level(*fact, *scaled, unit, quantity);
      }
    }
  }
  [[nodiscard]] static std::string without_signs(std::string_view w) {
    std::string out;
    for (char const c : w) {
      if (c != ',' && c != '%') out += c;
    }
    return out;
  }
  /// 地区生产总值 heads a table of its parts.
  [[nodiscard]] bool has_product(std::string_view name) const {
    return lexicon_.find(name, Class::indicator).second == "gdp";
  }

  std::uint32_t mention(Node const& cell, NodeIndex node, Decimal const& value, Unit const& unit) {
    Quantity q;
    q.range = cell.range;
    q.span = cell.span;
    q.node = node;
    q.by = "table.cell";
    q.text = words(cell);
    q.value = value;
    q.step = value.step();
    q.unit = unit.code;
    q.dimension = unit.dimension;
    out_.quantities.push_back(q);
    return static_cast<std::uint32_t>(out_.quantities.size() - 1);
  }

  Indicator& add_fact(Node const& label_cell, Node const& cell, NodeIndex node) {
    Indicator fact;
    fact.range = cell.range;
    fact.node = node;
    fact.by = "table.row";
    fact.name = name_of(label_cell, cell);
    Entry const known = lexicon_.find(fact.name, Class::indicator);
    fact.canonical = known.text;
    fact.indicator_id = known.second;
    GoverningArea const area = context_->area();
    fact.area = area.name;
    fact.area_code = area.code;
    fact.confidence = sureness(lexicon_, fact.name, !known.word.empty(), false);
    begin_evidence(fact, out_);
    if (auto const& period = context_->running_period) {
      Period p{period->value.from, period->value.to, period->text, period->value.timex};
      if (p.end && is_stock(lexicon_, known, fact.name)) p.begin = p.end;
      fact.period = p;
    }
    out_.indicators.push_back(std::move(fact));
    return out_.indicators.back();
  }

  /// The label, and what its section (…存栏), its column (产量) or a table of the product (…增加值) adds to it.
  [[nodiscard]] std::string_view name_of(Node const& label_cell, Node const& cell) const {
    auto const nodes = out_.outline.nodes();
    std::string_view const base = label(label_cell);
    std::string_view add;
    if (!cell.column_heads.empty() && !growth_column(cell)) {
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
    if (add.empty() && product_table_ && !has_product(base)) add = lexicon_.asked("value_added", 0, Class::named).text;
    auto const ends = [&](std::string_view tail) {
      return base.size() >= tail.size() && base.substr(base.size() - tail.size()) == tail;
    };
    if (add.empty() || ends(add) || !lexicon_.find(base, Class::indicator).word.empty()) return base;
    return out_.arena.emplace_back(std::string(base) + std::string(add));
  }
  /// A label that stands alone in its row; one with figures is the whole of which others are parts.
  [[nodiscard]] bool section_row(NodeIndex label_cell) const {
    auto const nodes = out_.outline.nodes();
    return label_cell + 1 >= nodes.size() || nodes[label_cell + 1].kind != NodeKind::cell;
  }
  [[nodiscard]] bool measure_word(std::string_view w) const {
    return lexicon_.find(w, Class::measure_word).word.size() == w.size() && !w.empty();
  }

  void level(Indicator& fact, Decimal const& value, Unit const& unit, std::uint32_t quantity) {
    fact.value = value;
    fact.step = value.step();
    fact.unit = unit.code;
    note(fact, "value", quantity);
  }
  void change(Indicator& fact, Decimal const& value, Unit const& unit, std::uint32_t quantity) {
    if (!fact.changes.empty()) return;
    Change c;
    c.basis = gongwen::Basis::yoy;
    c.direction = value.negative() ? Direction::down : value.zero() ? Direction::flat : Direction::up;
    c.value = value.negative() ? -value : value;
    c.unit = unit.code.empty() ? std::string_view("%") : unit.code;
    fact.changes.push_back(c);
    note(fact, "changes.0", quantity);
  }
  void note(Indicator& fact, std::string_view slot, std::uint32_t quantity) {
    if (fact.evidence_end != out_.evidence.size()) return;
    out_.evidence.push_back({slot, {RecordType::quantity, quantity}});
    fact.evidence_end = static_cast<std::uint32_t>(out_.evidence.size());
  }

  RecordsData& out_;
  LexiconData const& lexicon_;
  Context* context_ = nullptr;
  bool product_table_ = false;
};

}  // namespace detail

GONGWEN_END
