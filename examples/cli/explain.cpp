#include "explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <gongwen/write.hpp>
#include <string_view>

namespace {

using gongwen::RecordType;

/// At most so many characters of words that may be a whole paragraph, on one line.
std::string clipped(std::string_view words, std::size_t most = 60) {
  std::string out;
  std::size_t characters = 0;
  for (char const c : words) {
    if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U && ++characters > most) return out + "\xe2\x80\xa6";
    out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out;
}

// What a record is about, in its own words.
std::string_view words(gongwen::Quantity const& r) { return r.text; }
std::string_view words(gongwen::Ratio const& r) { return r.text; }
std::string_view words(gongwen::Rank const& r) { return r.text; }
std::string_view words(gongwen::Time const& r) { return r.text; }
std::string_view words(gongwen::Entity const& r) { return r.text; }
std::string_view words(gongwen::Indicator const& r) { return r.name; }
std::string_view words(gongwen::Project const& r) { return r.name; }
std::string_view words(gongwen::Task const& r) { return r.action; }
std::string_view words(gongwen::Appraisal const& r) { return r.reason; }
std::string_view words(gongwen::Problem const& r) { return r.text; }
std::string_view words(gongwen::Formulation const& r) { return r.name; }

class Explanation {
 public:
  Explanation(gongwen::Findings const& findings, std::span<RecordType const> only)
      : findings_(findings), records_(findings.records()), only_(only) {}

  std::string run() {
    mentions(RecordType::quantity, records_.quantities());
    mentions(RecordType::ratio, records_.ratios());
    mentions(RecordType::rank, records_.ranks());
    mentions(RecordType::time, records_.times());
    mentions(RecordType::entity, records_.entities());
    facts(RecordType::indicator, records_.indicators());
    facts(RecordType::project, records_.projects());
    facts(RecordType::task, records_.tasks());
    facts(RecordType::appraisal, records_.appraisals());
    facts(RecordType::problem, records_.problems());
    facts(RecordType::formulation, records_.formulations());
    if (wanted(RecordType::finding, true)) findings();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool wanted(RecordType type, bool by_default) const {
    return only_.empty() ? by_default : std::find(only_.begin(), only_.end(), type) != only_.end();
  }

  template <class Record>
  void mentions(RecordType type, std::span<Record const> all) {
    if (!wanted(type, false)) return;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      title({type, i}, clipped(words(all[i])));
      line("by", all[i].by);
      place(all[i].node);
    }
  }
  template <class Record>
  void facts(RecordType type, std::span<Record const> all) {
    if (!wanted(type, true)) return;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      title({type, i}, clipped(words(all[i])));
      line("by", fmt::format("{}, confidence {}", all[i].by, all[i].confidence.to_string()));
      place(all[i].node);
      for (gongwen::Evidence const& e : records_.evidence(all[i])) line(e.slot, source(e.ref));
    }
  }
  void findings() {
    std::uint32_t i = 0;
    for (gongwen::Finding const& f : findings_.findings()) {
      title({RecordType::finding, i++}, f.message);
      line("by", fmt::format("rule {}, {}", f.rule, name(f.severity)));
      if (!f.how.empty()) line("how", f.how);
      place(f.node);
      for (gongwen::Ref const& ref : f.evidence) line("evidence", source(ref));
    }
  }

  void title(gongwen::Ref ref, std::string_view words) {
    out_ += fmt::format("{} {} {}\n", to_string(ref), name(ref.type), words);
  }
  void line(std::string_view head, std::string_view words) { out_ += fmt::format("  {:<14} {}\n", head, words); }
  void place(gongwen::NodeIndex node) {
    if (node != gongwen::no_node) line("in", source({RecordType::node, node}));
  }

  /// A record that something came from: its id, its words, and what made it.
  [[nodiscard]] std::string source(gongwen::Ref ref) const {
    auto const i = ref.index;
    auto const of = [&](auto const& record) {
      return fmt::format("{} {}  ({})", to_string(ref), clipped(words(record)), record.by);
    };
    switch (ref.type) {
      case RecordType::node: {
        gongwen::Node const& node = records_.outline().nodes()[i];
        return fmt::format("{} {}: {}", to_string(ref), name(node.kind), clipped(records_.outline().words(node)));
      }
      case RecordType::quantity: return of(records_.quantities()[i]);
      case RecordType::ratio: return of(records_.ratios()[i]);
      case RecordType::rank: return of(records_.ranks()[i]);
      case RecordType::time: return of(records_.times()[i]);
      case RecordType::entity: return of(records_.entities()[i]);
      case RecordType::indicator: return of(records_.indicators()[i]);
      case RecordType::project: return of(records_.projects()[i]);
      case RecordType::task: return of(records_.tasks()[i]);
      case RecordType::appraisal: return of(records_.appraisals()[i]);
      case RecordType::problem: return of(records_.problems()[i]);
      case RecordType::formulation: return of(records_.formulations()[i]);
      default: return to_string(ref);
    }
  }

  gongwen::Findings const& findings_;
  gongwen::Records const& records_;
  std::span<RecordType const> only_;
  std::string out_;
};

}  // namespace

std::string explain(gongwen::Findings const& findings, std::span<RecordType const> only) {
  return Explanation(findings, only).run();
}
