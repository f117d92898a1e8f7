// gongwen/detail/write/table.hpp: records as tables for people, in columns of a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../amounts.hpp"
#include "../parse/lines.hpp"
#include "jsonl.hpp"

GONGWEN_BEGIN

namespace detail {

inline std::string digits(std::optional<Decimal> const& d) { return d ? d->to_string() : std::string(); }

inline std::string amount_words(Amount const& a) {
  std::string const number = a.low || a.high ? fmt::format("{}..{}", digits(a.low), digits(a.high)) : digits(a.value);
  return fmt::format("{}{}{}{}{}", name(a.mod), a.mod == Mod::none ? "" : " ", number,
                     a.unit.empty() || a.unit == "%" ? "" : " ", a.unit);
}

inline std::string period_words(std::optional<Date> const& begin, std::optional<Date> const& end) {
  auto const day = [](std::optional<Date> const& d) { return d ? d->to_string() : std::string(); };
  return begin == end ? day(begin) : fmt::format("{}..{}", day(begin), day(end));
}

class Tables {
 public:
  Tables(Document const& document, WriteOptions const& options, Sink const& sink)
      : document_(document), options_(options), sink_(sink), offsets_(document.text->original(), options.offsets) {}

  void write() {
    bool const everything = options_.only.empty();
    auto const wanted = [&](RecordType type, bool by_default) {
      if (everything) return by_default;
      return std::find(options_.only.begin(), options_.only.end(), type) != options_.only.end();
    };
    // A later stage's table leaves out what only led to it; --only brings it back.
    bool const facts = document_.records != nullptr;
    if (wanted(RecordType::edit, document_.outline == nullptr)) edits();
    if (document_.outline != nullptr && wanted(RecordType::node, true)) nodes(facts);
    if (facts) records(wanted);
    if (document_.findings != nullptr && wanted(RecordType::finding, true)) findings();
  }

 private:
  using Row = std::vector<std::string>;

  static std::string clip(std::string_view s, std::uint32_t most) {
    std::string out;
    std::uint32_t width = 0;
    for (std::size_t i = 0; i < s.size(); i += char_size(s, i)) {
      char32_t const c = code_point(s, i);
      if (width + columns(c) > most) return out + "\xe2\x80\xa6";
      width += columns(c);
      if (c == U'\n' || c == U'\t')
        out += ' ';
      else
        out += s.substr(i, char_size(s, i));
    }
    return out;
  }
  static std::uint32_t width_of(std::string_view s) {
    std::uint32_t w = 0;
    for (std::size_t i = 0; i < s.size(); i += char_size(s, i)) w += columns(code_point(s, i));
    return w;
  }
  std::string span_words(Span s) const { return fmt::format("{}-{}", offsets_(s.begin), offsets_(s.end)); }

  void table(std::string_view title, Row const& heads, std::vector<Row> const& rows) {
    if (rows.empty()) return;
    std::vector<std::uint32_t> widths;
    for (std::string const& h : heads) widths.push_back(width_of(h));
    for (Row const& row : rows) {
      for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width_of(row[c]));
    }
    Out out;
    put_format(out, "{} ({})\n", title, rows.size());
    auto const line = [&](Row const& row) {
      for (std::size_t c = 0; c < row.size(); ++c) {
        put(out, "  ");
        put(out, row[c]);
        if (c + 1 < row.size()) put(out, std::string(widths[c] - width_of(row[c]), ' '));
      }
      out.push_back('\n');
    };
    line(heads);
    for (Row const& row : rows) line(row);
    out.push_back('\n');
    hand_on(out, sink_);
  }

  void edits() {
    std::vector<Row> rows;
    for (Edit const& e : document_.text->edits()) {
      rows.push_back({std::string(name(e.kind)), span_words(e.span), clip(e.before, 20), clip(e.after, 20)});
    }
    table("edits", {"kind", "span", "before", "after"}, rows);
  }

  void nodes(bool outline_only) {
    std::vector<Row> rows;
    for (Node const& n : document_.outline->nodes()) {
      bool const outline = n.kind == NodeKind::article || n.kind == NodeKind::title || n.kind == NodeKind::heading ||
                           n.kind == NodeKind::item || n.kind == NodeKind::salutation || n.kind == NodeKind::note;
      if (outline_only && !outline) continue;
      std::string_view words = n.title.empty() ? document_.outline->words(n) : n.title;
      if (n.kind == NodeKind::item) words.remove_prefix(std::min(words.size(), n.marker.size()));
      std::string const indent(n.level && *n.level > 0 ? static_cast<std::size_t>(*n.level) * 2 - 2 : 0, ' ');
      rows.push_back({std::string(name(n.kind)), n.level ? std::to_string(*n.level) : "",
                      fmt::format("{}{}{}{}", indent, n.marker, n.marker.empty() ? "" : " ", clip(words, 60)),
                      span_words(n.span)});
    }
    table("outline", {"kind", "level", "words", "span"}, rows);
  }

  template <class Wanted>
  void records(Wanted const& wanted) {
    Records const& r = *document_.records;
    std::vector<Row> rows;
    if (wanted(RecordType::indicator, true)) {
      for (Indicator const& i : r.indicators()) {
        Amount const level = amount_of(i);
        std::string rest;
        auto const also = [&](std::string const& s) {
          if (!rest.empty()) rest += "; ";
          rest += s;
        };
        for (Change const& c : i.changes) {
          also(fmt::format("{}{}{}{} {} {}", name(c.basis), c.against.empty() ? "" : " ", c.against,
                           c.of_growth ? " growth" : "", name(c.direction), amount_words(c)));
        }
        if (i.rank) also(fmt::format("rank {}{} {}", i.rank->from_end ? "-" : "", i.rank->position, i.rank->scope));
        if (i.completion) also(fmt::format("{} of {}", amount_words(*i.completion), i.completion->of));
        if (i.share) also(fmt::format("{} of {}", amount_words(*i.share), i.share->of));
        rows.push_back({clip(i.name, 44), clip(i.area, 16),
                        i.period ? period_words(i.period->begin, i.period->end) : "", amount_words(level),
                        i.status == Status::actual ? "" : std::string(name(i.status)), rest});
      }
      table("indicators", {"name", "area", "period", "value", "status", "also"}, rows);
      rows.clear();
    }
    facts(r, wanted);
    if (wanted(RecordType::quantity, false)) {
      for (Quantity const& q : r.quantities()) {
        rows.push_back(
            {clip(q.text, 30), amount_words(amount_of(q)), std::string(name(q.dimension)), span_words(q.span)});
      }
      table("quantities", {"text", "amount", "dimension", "span"}, rows);
      rows.clear();
    }
    if (wanted(RecordType::ratio, false)) {
      for (Ratio const& q : r.ratios()) {
        std::string terms;
        for (Decimal const& d : q.terms) {
          if (!terms.empty()) terms += " : ";
          terms += d.to_string();
        }
        rows.push_back({clip(q.text, 30), terms, span_words(q.span)});
      }
      table("ratios", {"text", "terms", "span"}, rows);
      rows.clear();
    }
    if (wanted(RecordType::rank, false)) {
      for (Rank const& q : r.ranks()) {
        rows.push_back({clip(q.text, 30), fmt::format("{}{}", q.from_end ? "-" : "", q.position), clip(q.scope, 20),
                        span_words(q.span)});
      }
      table("ranks", {"text", "position", "scope", "span"}, rows);
      rows.clear();
    }
    if (wanted(RecordType::time, false)) {
      for (Time const& t : r.times()) {
        rows.push_back({clip(t.text, 30), std::string(name(t.kind)),
                        t.duration.empty() ? period_words(t.begin, t.end) : t.duration, std::string(name(t.mod)),
                        t.timex, span_words(t.span)});
      }
      table("times", {"text", "kind", "value", "mod", "timex", "span"}, rows);
    }
  }

  static std::string joined(std::vector<std::string_view> const& list, std::uint32_t most) {
    std::string out;
    for (std::string_view const s : list) {
      if (!out.empty()) out += "; ";
      out += s;
    }
    return clip(out, most);
  }
  static std::string opt_amount(std::optional<Amount> const& a) { return a ? amount_words(*a) : std::string(); }
  static std::string opt_period(std::optional<Period> const& p) {
    return p ? period_words(p->begin, p->end) : std::string();
  }

  /// The facts besides indicators.
  template <class Wanted>
  void facts(Records const& r, Wanted const& wanted) {
    std::vector<Row> rows;
    auto const show = [&](std::string_view title, Row const& heads) {
      table(title, heads, rows);
      rows.clear();
    };
    if (wanted(RecordType::project, true)) {
      for (Project const& p : r.projects()) {
        std::string ahead;
        for (Expected const& e : p.expected) {
          if (!ahead.empty()) ahead += "; ";
          ahead += fmt::format("{} {}", name(e.stage), opt_period(e.period));
        }
        rows.push_back({clip(p.name, 44), opt_amount(p.investment), opt_amount(p.invested), opt_amount(p.progress),
                        std::string(name(p.stage)), ahead});
      }
      show("projects", {"name", "investment", "invested", "progress", "stage", "expected"});
    }
    if (wanted(RecordType::task, true)) {
      for (Task const& t : r.tasks()) {
        std::string targets;
        for (Amount const& a : t.targets) {
          if (!targets.empty()) targets += "; ";
          targets += amount_words(a);
        }
        rows.push_back({t.polarity == TaskPolarity::do_ ? "" : std::string(name(t.polarity)), clip(t.action, 60),
                        joined(t.owner, 30), opt_period(t.deadline), targets});
      }
      show("tasks", {"", "action", "owner", "deadline", "targets"});
    }
    if (wanted(RecordType::appraisal, true)) {
      for (Appraisal const& a : r.appraisals())
        rows.push_back({std::string(name(a.polarity)), joined(a.of, 44), clip(a.reason, 60)});
      show("appraisals", {"polarity", "of", "reason"});
    }
    if (wanted(RecordType::problem, true)) {
      for (Problem const& p : r.problems())
        rows.push_back({p.ordinal ? std::to_string(*p.ordinal) : std::string(), clip(p.text, 90)});
      show("problems", {"", "text"});
    }
    if (wanted(RecordType::formulation, true)) {
      for (Formulation const& f : r.formulations())
        rows.push_back({clip(f.name, 24), std::to_string(f.count), joined(f.members, 70)});
      show("formulations", {"name", "count", "members"});
    }
    if (wanted(RecordType::entity, false)) {
      for (Entity const& e : r.entities())
        rows.push_back({clip(e.text, 40), std::string(name(e.kind)), clip(e.full_name, 40), std::string(e.role),
                        std::string(e.code), span_words(e.span)});
      show("entities", {"text", "kind", "full name", "role", "code", "span"});
    }
  }

  void findings() {
    std::vector<Row> rows;
    for (Finding const& f : document_.findings->findings()) {
      rows.push_back({std::string(name(f.severity)), std::string(f.rule), f.message, span_words(f.span)});
    }
    table("findings", {"severity", "rule", "message", "span"}, rows);
  }

  Document document_;
  WriteOptions const& options_;
  Sink const& sink_;
  OffsetIndex offsets_;
};

}  // namespace detail

GONGWEN_END
