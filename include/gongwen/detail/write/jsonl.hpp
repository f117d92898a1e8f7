// gongwen/detail/write/jsonl.hpp: records as JSON Lines, `gongwen/1`.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "../extract/records_data.hpp"
#include "document.hpp"
#include "hand_on.hpp"

GONGWEN_BEGIN

namespace detail {

/// A mention or a fact of any type, to merge the types by position.
struct Positioned {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  Ref ref;
};

/// Lists of records of several types as one, in the order of the schema: by begin, then longer first, then the order of types.
template <class... Lists>
std::vector<Positioned> in_order(Lists const&... lists) {
  std::vector<Positioned> out;
  auto const add = [&](auto const& list) {
    using Record = std::remove_cvref_t<decltype(list[0])>;
    for (std::uint32_t i = 0; i < list.size(); ++i)
      out.push_back({list[i].span.begin, list[i].span.end, {Fields<Record>::type, i}});
  };
  (add(lists), ...);
  std::sort(out.begin(), out.end(), [](Positioned const& a, Positioned const& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.end != b.end) return a.end > b.end;
    return a.ref.type != b.ref.type ? a.ref.type < b.ref.type : a.ref.index < b.ref.index;
  });
  return out;
}
inline std::vector<Positioned> mentions_in_order(Records const& r) {
  return in_order(r.quantities(), r.ratios(), r.ranks(), r.times(), r.entities());
}
inline std::vector<Positioned> facts_in_order(Records const& r) {
  return in_order(r.indicators(), r.projects(), r.tasks(), r.appraisals(), r.problems(), r.formulations());
}

/// ["q12","q13"].
template <class List, class F>
void put_ids(Out& out, JsonFields& fields, List const& list, F const& ref) {
  out.push_back('[');
  for (auto const& one : list) {
    if (&one != &*list.begin()) out.push_back(',');
    fields.id(ref(one).type, ref(one).index);
  }
  out.push_back(']');
}
/// Of a finding: a list of ids. `out` is what `fields` writes to.
inline void put_evidence(Out& out, JsonFields& fields, std::vector<Ref> const& all) {
  if (all.empty()) return;
  fields.key("evidence");
  put_ids(out, fields, all, [](Ref r) { return r; });
}
/// Of a fact: {"value":["q12"],"changes.0":["q13"]}; entries of one slot stand side by side.
inline void put_evidence(Out& out, JsonFields& fields, std::span<Evidence const> all) {
  if (all.empty()) return;
  fields.key("evidence");
  out.push_back('{');
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i + 1;
    while (end < all.size() && all[end].slot == all[i].slot) ++end;
    if (i != 0) out.push_back(',');
    put_string(out, all[i].slot);
    out.push_back(':');
    put_ids(out, fields, all.subspan(i, end - i), [](Evidence const& e) { return e.ref; });
    i = end;
  }
  out.push_back('}');
}

class JsonLines {
 public:
  /// `bases`: of a piece of a longer text.
  JsonLines(Document const& document, WriteOptions const& options, Sink const& sink, Bases const* bases = nullptr)
      : document_(document),
        options_(options),
        sink_(sink),
        bases_(bases),
        offsets_(document.text->original(), options.offsets) {}

  void write() {
    if (wanted(RecordType::document)) document();
    edits(document_.text->edits().size());
    nodes();
    mentions();
    facts();
    findings();
    flush();
  }

  // The groups of records one by one. Each stage that was not run has none.

  void edits(std::size_t count) {
    if (!wanted(RecordType::edit)) return;
    for (std::uint32_t i = 0; i < count; ++i) record(document_.text->edits()[i], i, [](JsonFields&) {});
  }
  void nodes() {
    if (document_.outline == nullptr || !wanted(RecordType::node)) return;
    std::uint32_t i = 0;
    for (Node const& n : document_.outline->nodes()) record(n, i++, [](JsonFields&) {});
  }
  void mentions() {
    if (document_.records != nullptr) mentions(*document_.records);
  }
  void facts() {
    if (document_.records != nullptr) facts(*document_.records);
  }
  void findings() {
    if (document_.findings != nullptr) findings(document_.findings->findings());
  }
  void findings(std::span<Finding const> all) {
    if (!wanted(RecordType::finding)) return;
    std::uint32_t i = 0;
    for (Finding const& f : all) {
      record(f, i++, [&](JsonFields& fields) {
        fields("node", f.node);
        fields("span", f.span);
        put_evidence(out_, fields, f.evidence);
      });
    }
  }
  void flush() { hand_on(out_, sink_); }

 private:
  [[nodiscard]] bool wanted(RecordType type) const {
    return options_.only.empty() || std::find(options_.only.begin(), options_.only.end(), type) != options_.only.end();
  }

  void document() {
    JsonFields fields = begin(RecordType::document, 0, false);
    Fields<Head>::each(head_of(document_, options_.source, options_.offsets, offsets_), fields);
    end();
  }

  void mentions(Records const& r) {
    for (Positioned const& p : mentions_in_order(r)) {
      if (!wanted(p.ref.type)) continue;
      switch (p.ref.type) {
        case RecordType::quantity: mention(r.quantities()[p.ref.index], p.ref.index); break;
        case RecordType::ratio: mention(r.ratios()[p.ref.index], p.ref.index); break;
        case RecordType::rank: mention(r.ranks()[p.ref.index], p.ref.index); break;
        case RecordType::time: mention(r.times()[p.ref.index], p.ref.index); break;
        default: mention(r.entities()[p.ref.index], p.ref.index); break;
      }
    }
  }
  void facts(Records const& r) {
    for (Positioned const& p : facts_in_order(r)) {
      if (!wanted(p.ref.type)) continue;
      switch (p.ref.type) {
        case RecordType::indicator: fact(r, r.indicators()[p.ref.index], p.ref.index); break;
        case RecordType::project: fact(r, r.projects()[p.ref.index], p.ref.index); break;
        case RecordType::task: fact(r, r.tasks()[p.ref.index], p.ref.index); break;
        case RecordType::appraisal: fact(r, r.appraisals()[p.ref.index], p.ref.index); break;
        case RecordType::problem: fact(r, r.problems()[p.ref.index], p.ref.index); break;
        default: fact(r, r.formulations()[p.ref.index], p.ref.index); break;
      }
    }
  }

  template <class T>
  void fact(Records const& all, T const& r, std::uint32_t index) {
    record(r, index, [&](JsonFields& fields) {
      place(fields, r);
      put_evidence(out_, fields, all.evidence(r));
      fields("confidence", r.confidence);
      if (options_.by) fields("by", r.by);
    });
  }

  template <class T>
  void mention(T const& r, std::uint32_t index) {
    record(r, index, [&](JsonFields& fields) {
      place(fields, r);
      if (options_.by) fields("by", r.by);
    });
  }
  static void place(JsonFields& fields, RecordBase const& r) {
    fields("node", r.node);
    fields("span", r.span);
  }

  template <class T, class Tail>
  void record(T const& r, std::uint32_t index, Tail&& tail) {
    JsonFields fields = begin(Fields<T>::type, index, true);
    Fields<T>::each(r, fields);
    tail(fields);
    end();
  }
  JsonFields begin(RecordType type, std::uint32_t index, bool with_id) {
    out_.push_back('{');
    JsonFields fields(out_, offsets_, options_.numbers_as_strings, bases_);
    fields("type", type);
    if (with_id) {
      fields.key("id");
      fields.id(type, index);
    }
    return fields;
  }
  void end() {
    put(out_, "}\n");
    hand_on_much(out_, sink_);
  }
  Document document_;
  WriteOptions const& options_;
  Sink const& sink_;
  Bases const* bases_;
  OffsetIndex offsets_;
  Out out_;
};

}  // namespace detail

GONGWEN_END
