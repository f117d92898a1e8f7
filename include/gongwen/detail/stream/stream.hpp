// gongwen/detail/stream/stream.hpp: the pipeline over one article after another.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../../lexicon.hpp"
#include "../../stream.hpp"
#include "../check/rules.hpp"
#include "../pieces.hpp"
#include "../write/jsonl.hpp"
#include "spool.hpp"
#include "window.hpp"

GONGWEN_BEGIN

namespace detail {

class Streamer {
 public:
  Streamer(Source const& source, StreamOptions const& options, Sink const& sink)
      : options_(options), sink_(sink), window_(source, options.parse) {
    if (options.write.format != Format::jsonl) {
      throw error(error_code::unsupported, 0,
                  "streaming writes JSON Lines; leave out the format, or read the input whole");
    }
  }

  void run() {
    std::size_t size = std::max<std::size_t>(options_.window, 1);
    for (;;) {
      window_.fill(size);
      if (window_.text().size() > std::min<std::uint64_t>(options_.parse.max_bytes, 0xffff0000U)) {
        throw error(error_code::too_large, bytes_,
                    "an article of the input is longer than max_bytes; raise the limit (up to 4294901760)");
      }
      std::size_t const done = piece();
      if (done == 0 && !window_.ended()) {
        size *= 2;  // one article fills the window
        continue;
      }
      window_.drop(done);
      bytes_ += done;
      size = std::max<std::size_t>(options_.window, 1);
      if (window_.ended() && window_.text().empty()) break;
    }
    for (Spool& spool : waiting_) spool.drain(sink_);
    document();
  }

 private:
  /// An article that begins so near to the end of the window might look otherwise once more of it is seen.
  static constexpr std::size_t margin = 8192;
  enum Group : std::size_t { nodes, mentions, facts, findings, groups };

  /// Reads the whole articles of the window; returns how many bytes of the decoded text they are, 0 when there is none.
  std::size_t piece() {
    Text const text = parse_piece(window_.text(), window_.encoding().empty() ? "UTF-8" : window_.encoding(),
                                  window_.broken(), options_.parse, band_);
    bool const last = window_.ended();
    Cut cut{0, text.original().size(), text.view().size(), true};
    std::vector<Node> list;
    if (options_.stage == StreamStage::parse) {
      if (!last) cut = cut_at_line(text);
    } else {
      PieceNodes found = segment_piece(text, options_.segment, head_);
      list = std::move(found.nodes);
      cut.nodes = list.size();
      if (!last) {
        cut = cut_at_article(list);
        if (cut.original == 0) return 0;
        cut.head = found.head_at(cut.repaired);
      }
      list.resize(cut.nodes);
    }
    if (cut.original == 0 && !last) return 0;
    head_ = cut.head;
    std::size_t edits = 0;
    while (edits < text.edits().size() && text.edits()[edits].span.begin < cut.original) ++edits;
    if (options_.stage == StreamStage::parse) {
      write_piece({&text, nullptr, nullptr, nullptr}, edits, {});
    } else {
      outline(Outline(text, std::move(list)), edits);
    }
    count(text, cut.original, edits);
    return cut.original;
  }
  struct Cut {
    std::size_t nodes = 0;
    std::size_t original = 0;  ///< bytes
    std::size_t repaired = 0;
    bool head = true;
  };

  /// The last article that begins with a title or a marker of its own: what is before it says nothing about it.
  [[nodiscard]] Cut cut_at_article(std::vector<Node> const& list) const {
    for (std::size_t k = list.size(); k-- > 1;) {
      Node const& n = list[k];
      if (n.kind != NodeKind::article || n.parent != no_node || n.role != NodeRole::none || n.range.begin == 0)
        continue;
      bool const titled =
          k + 1 < list.size() && list[k + 1].kind == NodeKind::title && list[k + 1].range.begin == n.range.begin;
      if (!titled && n.marker.empty()) continue;
      if (n.span.begin + margin > window_.text().size()) continue;
      return {k, static_cast<std::size_t>(n.span.begin), n.range.begin, true};
    }
    return {};
  }
  /// For edits alone: the last line break of the repaired text that is far enough from the end.
  [[nodiscard]] Cut cut_at_line(Text const& text) const {
    std::string_view const view = text.view();
    if (view.size() <= margin) return {};
    std::size_t const line = view.rfind('\n', view.size() - margin);
    if (line == std::string_view::npos) return {};
    auto const at = static_cast<std::uint32_t>(line + 1);
    return {0, static_cast<std::size_t>(text.span({at, at}).begin), at, true};
  }

  void outline(Outline value, std::size_t edits) {
    if (title_.empty()) title_ = value.title();
    std::optional<Date> stated;
    for (Node const& n : value.nodes()) {
      if (n.kind == NodeKind::article && n.reference_date) {
        if (!reference_) reference_ = n.reference_date;
        stated = n.reference_date;
      }
    }
    if (options_.stage == StreamStage::segment) {
      write_piece({&value.text(), &value, nullptr, nullptr}, edits, {});
      count_nodes(value);
      return;
    }
    Records const records = extract_piece(std::move(value), options_.extract, earlier_);
    if (stated) earlier_ = stated;
    if (options_.stage == StreamStage::extract) {
      write_piece({&records.text(), &records.outline(), &records, nullptr}, edits, {});
    } else {
      Findings const result = gongwen::check(records, options_.check);
      std::vector<Finding> all(result.findings().begin(), result.findings().end());
      if (!left_out(options_.check, "numbering_gap")) gaps(*records.data(), all);
      write_piece({&records.text(), &records.outline(), &records, &result}, edits, all);
      bases_.ids[static_cast<std::size_t>(RecordType::finding)] += static_cast<std::uint32_t>(all.size());
    }
    count_nodes(records.outline());
    count_records(records);
  }

  /// 第一篇 in one piece, 第四篇 in a later one: the rule sees each piece alone.
  void gaps(RecordsData const& data, std::vector<Finding>& all) {
    Lexicon const lexicon = options_.check.lexicon != nullptr ? *options_.check.lexicon : Lexicon::builtin();
    std::vector<Finding> found;
    CheckContext const context{data, options_.check, lexicon.data(), found};
    auto const list = data.outline.nodes();
    std::map<Numbering, bool> seen;
    for (NodeIndex i = 0; i < list.size(); ++i) {
      Node const& n = list[i];
      if (n.kind != NodeKind::article || n.parent != no_node) continue;
      auto const how = numbering_of(context, n);
      if (!how) continue;
      auto const before = articles_.find(*how);
      if (!seen[*how] && before != articles_.end() && *n.ordinal > before->second.ordinal + 1) {
        // Counts modulo 2^32, as ids do
        NodeIndex const earlier = before->second.node - bases_.ids[static_cast<std::size_t>(RecordType::node)];
        report_gap(context, {before->second.marker, before->second.ordinal, earlier}, {n.marker, *n.ordinal, i},
                   n.range);
      }
      seen[*how] = true;
      articles_[*how] = {std::string(n.marker), *n.ordinal, i + bases_.ids[static_cast<std::size_t>(RecordType::node)]};
    }
    if (found.empty()) return;
    all.insert(all.begin(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
    std::stable_sort(all.begin(), all.end(), [](Finding const& a, Finding const& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
  }

  void write_piece(Document const& document, std::size_t edits, std::vector<Finding> const& all) {
    Sink const now = [&](std::string_view s) { sink_(s); };
    JsonLines direct(document, options_.write, now, &bases_);
    direct.edits(edits);
    direct.flush();
    auto const wait = [&](Group group, auto const& write) {
      Sink const later = [&](std::string_view s) { waiting_[group].append(s); };
      JsonLines lines(document, options_.write, later, &bases_);
      write(lines);
      lines.flush();
    };
    wait(nodes, [](JsonLines& l) { l.nodes(); });
    wait(mentions, [](JsonLines& l) { l.mentions(); });
    wait(facts, [](JsonLines& l) { l.facts(); });
    wait(findings, [&](JsonLines& l) { l.findings(all); });
  }

  void count(Text const& text, std::size_t bytes, std::size_t edits) {
    bases_.offset += OffsetIndex(text.original(), options_.write.offsets)(bytes);
    bases_.ids[static_cast<std::size_t>(RecordType::edit)] += static_cast<std::uint32_t>(edits);
  }
  void count_nodes(Outline const& value) { add(RecordType::node, value.nodes()); }
  void count_records(Records const& r) {
    add(RecordType::quantity, r.quantities());
    add(RecordType::ratio, r.ratios());
    add(RecordType::rank, r.ranks());
    add(RecordType::time, r.times());
    add(RecordType::entity, r.entities());
    add(RecordType::indicator, r.indicators());
    add(RecordType::project, r.projects());
    add(RecordType::task, r.tasks());
    add(RecordType::appraisal, r.appraisals());
    add(RecordType::problem, r.problems());
    add(RecordType::formulation, r.formulations());
  }
  template <class List>
  void add(RecordType type, List const& list) {
    bases_.ids[static_cast<std::size_t>(type)] += static_cast<std::uint32_t>(list.size());
  }

  void document() {
    auto const& only = options_.write.only;
    if (!only.empty() && std::find(only.begin(), only.end(), RecordType::document) == only.end()) return;
    Out out;
    OffsetIndex const none({}, OffsetUnit::utf8);
    out.push_back('{');
    JsonFields fields(out, none, options_.write.numbers_as_strings);
    fields("type", RecordType::document);
    fields("schema", std::string_view("gongwen/1"));
    fields("source", options_.write.source);
    fields("encoding", window_.encoding().empty() ? std::string("UTF-8") : window_.encoding());
    fields("offset_unit", options_.write.offsets);
    fields.key("length");
    put_integer(out, bases_.offset);
    if (options_.stage >= StreamStage::extract) {
      std::optional<Date> const date = options_.extract.reference_date ? options_.extract.reference_date : reference_;
      fields("reference_date", date);
      if (date) fields("reference_date_from", std::string_view(options_.extract.reference_date ? "caller" : "text"));
    }
    if (options_.stage >= StreamStage::segment) fields("title", title_);
    put(out, "}\n");
    sink_({out.data(), out.size()});
  }

  struct Numbered {
    std::string marker;
    int ordinal = 0;
    NodeIndex node = 0;
  };

  StreamOptions const& options_;
  Sink const& sink_;
  Window window_;
  Spool waiting_[groups];
  Bases bases_;
  std::uint64_t bytes_ = 0;       ///< decoded, of the pieces done
  std::optional<WrapBand> band_;  ///< how wide wrapped lines are
  bool head_ = true;
  std::string title_;
  std::optional<Date> reference_, earlier_;  ///< the first day that an article states, and the last
  std::map<Numbering, Numbered> articles_;   ///< of each style of numbering: the last article
};

}  // namespace detail

GONGWEN_INLINE void stream(Source const& source, StreamOptions const& options, Sink const& sink) {
  detail::Streamer(source, options, sink).run();
}

GONGWEN_END
