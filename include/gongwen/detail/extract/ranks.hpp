// gongwen/detail/extract/ranks.hpp: from the core of a rank to the rank: its verb, whose order it is of, how many there are.
//
//   居全市第4位 · 在全省排名第13位 · 位居六县（市）第一 · 稳居全国前三
//   全市排位由去年的20位上升为11位 · 从第5位跃升到全省第3位
//   分列全省第1、3、4位: each number is a place of the same order
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "../grammar/rank.hpp"
#include "../scan/han_numbers.hpp"

GONGWEN_BEGIN

namespace detail {

class RankReader {
 public:
  RankReader(Lattice const& lattice, std::vector<RankValue>& out) : lattice_(lattice), out_(out) {}

  /// Reads the ranks of a sentence, in order. `skip(byte)`: no rank begins there.
  template <class Skip>
  void read(Skip&& skip) {
    rank::phase.run(lattice_, NoContext{}, skip, [&](Match const& m, auto const& rule, RankCore core) {
      if (!out_.empty() && m.begin < out_.back().end) return;  // the last of a list
      if (auto r = core.kind == RankKind::place ? moved(m, core) : scoped(m, core)) {
        r->by = rule.name;
        // 从第5位上升到全省第3位: the place before is of the same order
        if (!out_.empty() && out_.back().pending && !r->scope.empty()) {
          out_.back().scope = r->scope;
          out_.back().out_of = r->out_of;
        }
        out_.push_back(*r);
        if (core.kind == RankKind::nth) list_after(m.end);
      }
    });
  }

 private:
  /// 第1、3、4位: the bare numbers up to the one that 位 or 名 ends are places too.
  void list_after(std::uint32_t from) {
    std::vector<Number> const& numbers = lattice_.numbers();
    std::size_t const first = out_.size();
    auto n = std::lower_bound(numbers.begin(), numbers.end(), from,
                              [](Number const& x, std::uint32_t at) { return x.begin < at; });
    for (; n != numbers.end() && follows_on(from, n->begin); ++n) {
      auto const v = n->value.to_int64();
      if (!v || *v < 1 || *v > 999 || !n->plain || n->high || n->digits == 255) break;
      RankValue each = out_.back();
      each.begin = each.number = n->begin;
      each.end = from = n->end;
      each.position = static_cast<std::int32_t>(*v);
      each.verb = false;
      out_.push_back(each);
      Token const* const unit = lattice_.find(lattice_.skip(from), Class::rank_unit);
      if (unit == nullptr) continue;
      out_.back().end = unit->end;
      return;
    }
    out_.resize(first);
  }

  /// Reads backwards from the core, at most a clause: the nearest verb of rank, or 在 … 排名; the words between are the scope.
  [[nodiscard]] std::optional<RankValue> scoped(Match const& m, RankCore const& core) const {
    constexpr std::uint32_t reach = 54;
    std::string_view const text = lattice_.text();
    std::uint32_t const floor = m.begin - std::min(reach, m.begin - rank_floor());
    // One can enter the first ten, but not a tenth place
    ClassSet const verbs =
        core.kind == RankKind::nth ? ClassSet(Class::rank_verb) : Class::rank_verb | Class::rank_enter;
    RankValue out = value_of(m, core);
    std::uint32_t at = m.begin;
    while (at > floor) {
      auto const p = static_cast<std::uint32_t>(previous(text, at));
      if (ends_clause(code_point(text, p)) || is_digit(code_point(text, p))) break;
      if (Token const* const verb = lattice_.find(p, verbs); verb != nullptr && verb->end <= m.begin) {
        out.verb = true;
        out.begin = whole_verb(p, verb->end);
        out.scope = {lattice_.skip(verb->end), m.begin};
        break;
      }
      at = p;
    }
    if (out.verb) {
      widen_to_in(out);
      // 从全省第5位上升到第3位
      if (out.scope.empty() && !out_.empty() && out.begin - out_.back().end <= 24) out.scope = out_.back().scope;
    } else {
      area_before(out, m.begin);
      // 列全市第9位和第8位: the second shares the scope of the first
      if (out.scope.empty() && !out_.empty() && follows_on(out_.back().end, m.begin)) out.scope = out_.back().scope;
      if (out.scope.empty() && core.kind == RankKind::nth && !from_to(m, out)) return std::nullopt;
      if (out.scope.empty() && core.kind != RankKind::nth) return std::nullopt;
    }
    trim_scope(out);
    return out;
  }
  [[nodiscard]] RankValue value_of(Match const& m, RankCore const& core) const {
    RankValue out;
    out.begin = m.begin;
    out.end = m.end;
    out.position = core.position;
    out.from_end = core.from_end;
    out.scope = {m.begin, m.begin};
    out.number = core.number;
    return out;
  }
  static constexpr bool ends_clause(char32_t c) noexcept {
    return c == 0xff0c || c == U',' || c == 0x3002 || c == 0xff1b;  // ， 。 ；
  }

  /// 由20位上升为11位: no 第, so the sentence must speak of places before, and of moving from one to the other here.
  [[nodiscard]] std::optional<RankValue> moved(Match const& m, RankCore const& core) const {
    RankValue out = value_of(m, core);
    if (!out_.empty() && follows_on(out_.back().end, m.begin)) {
      out.scope = out_.back().scope;
      return out;
    }
    std::string_view const text = lattice_.text();
    bool from = false, noun = false;
    std::uint32_t at = m.begin;
    for (std::uint32_t const floor = m.begin - std::min(90U, m.begin - lattice_.range().begin); at > floor;) {
      at = static_cast<std::uint32_t>(previous(text, at));
      char32_t const c = code_point(text, at);
      if (!from) {
        if (ends_clause(c) || is_digit(c) || m.begin - at > 24) return std::nullopt;
        from = is_from(c) || reaches(at);
      }
      Token const* const t = lattice_.find(at, Class::rank_noun);
      if (t == nullptr) continue;
      noun = true;
      area_before(out, at);
      break;
    }
    if (!from || !noun) return std::nullopt;
    if (out.scope.empty() && !out_.empty() && m.begin - out_.back().end <= 48) out.scope = out_.back().scope;
    out.begin = m.begin;
    trim_scope(out);
    return out;
  }
  /// 上升为, 跃升至: a verb that ends with the place reached; 提升7位 is by how many.
  [[nodiscard]] bool reaches(std::uint32_t at) const {
    Token const* const verb = lattice_.find(at, Class::rank_verb);
    if (verb == nullptr) return false;
    char32_t const last = code_point(lattice_.text(), previous(lattice_.text(), verb->end));
    return last == 0x5230 || last == 0x81f3 || last == 0x4e3a;  // 到 至 为
  }
  static constexpr bool is_from(char32_t c) noexcept { return c == 0x7531 || c == 0x4ece; }  // 由 从
  /// 从第5位上升到: the scope comes from the noun before, or from the place that it moved to.
  [[nodiscard]] bool from_to(Match const& m, RankValue& out) const {
    std::string_view const text = lattice_.text();
    std::uint32_t at = m.begin;
    bool from = false;
    for (int n = 0; n < 6 && at > rank_floor() && !from; ++n) {
      at = static_cast<std::uint32_t>(previous(text, at));
      if (ends_clause(code_point(text, at))) return false;
      from = is_from(code_point(text, at));
    }
    if (!from || lattice_.find(lattice_.skip(m.end), Class::rank_verb | Class::rank_move) == nullptr) return false;
    std::uint32_t noun = at;
    for (int n = 0; n < 3 && noun > lattice_.range().begin; ++n) {
      noun = static_cast<std::uint32_t>(previous(text, noun));
      Token const* const t = lattice_.find(noun, Class::rank_noun);
      if (t != nullptr && t->end == at) area_before(out, noun);
    }
    out.begin = m.begin;
    out.pending = out.scope.empty();
    return true;
  }

  /// Reading backwards stops at the rank before, so that ranks stand in order.
  [[nodiscard]] std::uint32_t rank_floor() const { return out_.empty() ? lattice_.range().begin : out_.back().end; }
  [[nodiscard]] bool follows_on(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t const at = lattice_.skip(from);
    char32_t const c = code_point(lattice_.text(), at);
    return at < to && (c == 0x3001 || c == 0x548c || c == 0x4e0e) && lattice_.skip(at + 3) == to;  // 、 和 与
  }
  /// 居 may be the end of 位居, 升至 of 跃升至.
  [[nodiscard]] std::uint32_t whole_verb(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t at = begin;
    for (int n = 0; n < 3 && at > rank_floor(); ++n) {
      at = static_cast<std::uint32_t>(previous(lattice_.text(), at));
      Token const* const verb = lattice_.find(at, Class::rank_verb);
      if (verb != nullptr && verb->end == end) begin = at;
    }
    return begin;
  }
  /// 在市排名第二: the scope stands before the verb, after 在.
  void widen_to_in(RankValue& r) const {
    std::string_view const text = lattice_.text();
    if (!r.scope.empty()) return;
    std::uint32_t at = r.begin;
    for (int n = 0; n < 12 && at > rank_floor(); ++n) {
      auto const p = static_cast<std::uint32_t>(previous(text, at));
      char32_t const c = code_point(text, p);
      if (c == 0xff0c || c == U',' || c == 0x3002 || c == 0xff1b || c == 0x3001) break;
      if (c == 0x5728) {  // 在
        r.scope = {p + 3, r.begin};
        r.begin = p;
        return;
      }
      at = p;
    }
    area_before(r, r.begin);
  }
  void area_before(RankValue& r, std::uint32_t end) const {
    std::string_view const text = lattice_.text();
    std::uint32_t at = end;
    for (int n = 0; n < 6 && at > rank_floor(); ++n) {
      at = static_cast<std::uint32_t>(previous(text, at));
      Token const* const area = lattice_.find(at, Class::area | Class::zone | Class::place);
      if (area != nullptr && area->end == end) {
        r.scope = {at, end};
        r.begin = std::min(r.begin, at);
      }
    }
  }
  /// 居全省各市 → the scope without 的 and quantifiers at its end; 六县（市） says how many there are.
  void trim_scope(RankValue& r) const {
    std::string_view const text = lattice_.text();
    while (!r.scope.empty()) {
      auto const p = static_cast<std::uint32_t>(previous(text, r.scope.end));
      char32_t const c = code_point(text, p);
      if (c != 0x7684 && !is_space(c)) break;  // 的
      r.scope.end = p;
    }
    // 到全球, 在全省: prepositions left of the scope
    while (!r.scope.empty()) {
      char32_t const c = code_point(text, r.scope.begin);
      if (c != 0x5728 && c != 0x5230 && c != 0x81f3 && c != 0x4e8e) break;  // 在 到 至 于
      r.scope.begin += 3;
    }
    if (r.scope.empty()) return;
    Ordinal const n = ordinal_at(text.substr(0, r.scope.end), r.scope.begin);
    if (n.value > 1 && n.end < r.scope.end) r.out_of = n.value;
  }

  Lattice const& lattice_;
  std::vector<RankValue>& out_;
};

}  // namespace detail

GONGWEN_END
