// pipeline: any bytes through every stage, and what must hold of the result whatever they say.
//
// The first six bytes choose options (two Chinese characters, so that a plain text may stand as a seed too), the rest
// is the input, in a block of exactly its size. Only gongwen::error is caught.
//
//   0  encoding, by its place in `encodings` below
//   1  bits: strict, unwrap, page numbers, characters, spaces, facts, implied, by (a set bit inverts the default)
//   2  bits: table, numbers as strings, messages in English, small limits; two for the unit of offsets; line ends, controls
//   3  the first record type that is written; 0: all
//   4  month and 5 day of a reference date in 2024; none where there is no such day
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <gongwen/gongwen.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace {

constexpr char const* encodings[] = {"",         "UTF-8",  "GB18030",  "GBK",   "UTF-16LE", "UTF-16BE",    "UTF-16",
                                     "UTF-32LE", "Big5",   "HZ",       "UTF-7", "GB2312",   "ISO-2022-CN", "ISO-8859-1",
                                     "SCSU",     "BOCU-1", "EUC-JISX", "x"};
constexpr std::size_t head_size = 6;

[[noreturn]] void broken(char const* rule, std::string_view where = {}) {
  std::fprintf(stderr, "pipeline: does not hold: %s: %.*s\n", rule, static_cast<int>(where.size()), where.data());
  std::abort();
}
void expect(bool holds, char const* rule, std::string_view where = {}) {
  if (!holds) broken(rule, where);
}

/// Valid UTF-8 by the table of the Unicode standard, 3-7; written here so that nothing of the library judges itself.
bool valid_utf8(std::string_view text) {
  std::size_t at = 0;
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  while (at < text.size()) {
    unsigned char const first = byte(at);
    std::size_t const size = first < 0x80   ? 1
                             : first < 0xc2 ? 0
                             : first < 0xe0 ? 2
                             : first < 0xf0 ? 3
                             : first < 0xf5 ? 4
                                            : 0;
    if (size == 0 || at + size > text.size()) return false;
    for (std::size_t i = 1; i < size; ++i) {
      if ((byte(at + i) & 0xc0U) != 0x80) return false;
    }
    if (size == 3 && ((first == 0xe0 && byte(at + 1) < 0xa0) || (first == 0xed && byte(at + 1) > 0x9f))) return false;
    if (size == 4 && ((first == 0xf0 && byte(at + 1) < 0x90) || (first == 0xf4 && byte(at + 1) > 0x8f))) return false;
    at += size;
  }
  return true;
}

/// Whether one line is one JSON object (RFC 8259).
class Json {
 public:
  explicit Json(std::string_view text) : rest_(text) {}
  bool object_line() { return !rest_.empty() && rest_.front() == '{' && value(0) && rest_.empty(); }

 private:
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool word(std::string_view w) {
    if (rest_.substr(0, w.size()) != w) return false;
    rest_.remove_prefix(w.size());
    return true;
  }
  bool digits() {
    std::size_t n = 0;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') rest_.remove_prefix(1), ++n;
    return n > 0;
  }
  bool number() {
    (void)take('-');
    if (!take('0') && !digits()) return false;
    if (take('.') && !digits()) return false;
    if (take('e') || take('E')) {
      if (!take('+')) (void)take('-');
      return digits();
    }
    return true;
  }
  bool string() {
    if (!take('"')) return false;
    while (!rest_.empty()) {
      char const c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') continue;
      if (rest_.empty()) return false;
      char const escape = rest_.front();
      rest_.remove_prefix(1);
      if (escape == 'u') {
        for (int i = 0; i < 4; ++i) {
          if (rest_.empty() ||
              std::string_view("0123456789abcdefABCDEF").find(rest_.front()) == std::string_view::npos) {
            return false;
          }
          rest_.remove_prefix(1);
        }
      } else if (std::string_view("\"\\/bfnrt").find(escape) == std::string_view::npos) {
        return false;
      }
    }
    return false;
  }
  bool value(int depth) {
    if (rest_.empty() || depth > 16) return false;
    switch (rest_.front()) {
      case '{':
        rest_.remove_prefix(1);
        if (take('}')) return true;
        do {
          if (!string() || !take(':') || !value(depth + 1)) return false;
        } while (take(','));
        return take('}');
      case '[':
        rest_.remove_prefix(1);
        if (take(']')) return true;
        do {
          if (!value(depth + 1)) return false;
        } while (take(','));
        return take(']');
      case '"': return string();
      case 't': return word("true");
      case 'f': return word("false");
      case 'n': return word("null");
      default: return number();
    }
  }
  std::string_view rest_;
};

/// Where a span may begin and end: not inside a character.
bool at_character(std::string_view text, std::uint64_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80);
}

void expect_span(gongwen::Text const& text, gongwen::Span span, gongwen::detail::Range range, char const* of) {
  std::string_view const original = text.original();
  std::string_view const view = text.view();
  expect(span.begin <= span.end && span.end <= original.size(), "a span lies inside the original", of);
  expect(at_character(original, span.begin) && at_character(original, span.end), "a span cuts no character", of);
  expect(range.begin <= range.end && range.end <= view.size(), "a range lies inside the text", of);
  expect(at_character(view, range.begin) && at_character(view, range.end), "a range cuts no character", of);
}

/// By begin, then longer first.
template <class Record>
void expect_order(std::span<Record const> records, char const* of) {
  for (std::size_t i = 1; i < records.size(); ++i) {
    gongwen::Span const a = records[i - 1].span;
    gongwen::Span const b = records[i].span;
    expect(a.begin < b.begin || (a.begin == b.begin && a.end >= b.end), "records stand in the order of the schema", of);
  }
}

template <class Mention>
void expect_mentions(gongwen::Records const& records, std::span<Mention const> mentions, char const* of) {
  gongwen::Text const& text = records.text();
  expect_order(mentions, of);
  for (Mention const& m : mentions) {
    expect_span(text, m.span, m.range, of);
    expect(text.repaired(m.span) == m.text, "the original slice, repaired, is the record's text", m.text);
    expect(text.view().substr(m.range.begin, m.range.size()) == m.text, "the range holds the record's text", m.text);
    expect(!m.text.empty() && valid_utf8(m.text), "a record has words", of);
    expect(m.node < records.outline().nodes().size(), "a record has its node", m.text);
    gongwen::detail::Range const node = records.outline().nodes()[m.node].range;
    expect(node.begin <= m.range.begin && m.range.end <= node.end, "a record lies inside its node", m.text);
  }
}

void check_text(gongwen::Text const& text) {
  expect(valid_utf8(text.original()), "the original is UTF-8");
  expect(valid_utf8(text.view()), "the repaired text is UTF-8");
  std::uint64_t at = 0;
  for (gongwen::Edit const& e : text.edits()) {
    expect(e.span.begin <= e.span.end && e.span.end <= text.original().size(), "an edit lies inside the original");
    expect(text.slice(e.span) == e.before, "an edit's before stands at its span", e.before);
    if (!e.applied) continue;
    expect(at <= e.span.begin, "edits stand in order, none inside another");
    at = e.span.end;
  }
  expect(text.repaired({0, text.original().size()}) == text.view(), "the edits make the repaired text of the original");
}

void check_outline(gongwen::Outline const& outline) {
  auto const nodes = outline.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    gongwen::Node const& n = nodes[i];
    expect_span(outline.text(), n.span, n.range, "node");
    expect(valid_utf8(n.title) && valid_utf8(n.marker), "a node's words are UTF-8", n.title);
    if (n.head) expect_span(outline.text(), *n.head, n.range, "head");
    if (n.parent == gongwen::no_node) continue;
    expect(n.parent < i, "a node stands after its parent");
    gongwen::detail::Range const around = nodes[n.parent].range;
    expect(around.begin <= n.range.begin && n.range.end <= around.end, "a node lies inside its parent",
           outline.words(n));
  }
  expect_order(nodes, "nodes");
}

std::size_t count(gongwen::Records const& records, gongwen::RecordType type) {
  using gongwen::RecordType;
  switch (type) {
    case RecordType::edit: return records.text().edits().size();
    case RecordType::node: return records.outline().nodes().size();
    case RecordType::quantity: return records.quantities().size();
    case RecordType::ratio: return records.ratios().size();
    case RecordType::rank: return records.ranks().size();
    case RecordType::time: return records.times().size();
    case RecordType::entity: return records.entities().size();
    case RecordType::indicator: return records.indicators().size();
    case RecordType::project: return records.projects().size();
    case RecordType::task: return records.tasks().size();
    case RecordType::appraisal: return records.appraisals().size();
    case RecordType::problem: return records.problems().size();
    case RecordType::formulation: return records.formulations().size();
    default: return 0;
  }
}

/// What every fact has: a span that maps back, a node, evidence that names records.
template <class Fact>
void check_facts(gongwen::Records const& records, std::span<Fact const> facts, char const* kind) {
  expect_order(facts, kind);
  for (Fact const& fact : facts) {
    expect_span(records.text(), fact.span, fact.range, kind);
    expect(fact.node < records.outline().nodes().size(), "a fact has its node", kind);
    for (gongwen::Evidence const& e : records.evidence(fact)) {
      expect(e.ref.index < count(records, e.ref.type), "evidence names a record", e.slot);
    }
  }
}

void check_records(gongwen::Records const& records) {
  expect_mentions(records, records.quantities(), "quantity");
  expect_mentions(records, records.ratios(), "ratio");
  expect_mentions(records, records.ranks(), "rank");
  expect_mentions(records, records.times(), "time");
  expect_mentions(records, records.entities(), "entity");
  check_facts(records, records.indicators(), "indicator");
  check_facts(records, records.projects(), "project");
  check_facts(records, records.tasks(), "task");
  check_facts(records, records.appraisals(), "appraisal");
  check_facts(records, records.problems(), "problem");
  check_facts(records, records.formulations(), "formulation");
  for (gongwen::Indicator const& i : records.indicators()) {
    expect(valid_utf8(i.name) && valid_utf8(i.canonical) && valid_utf8(i.area) && valid_utf8(i.unit),
           "slots are UTF-8");
  }
}

void check_findings(gongwen::Findings const& findings) {
  for (gongwen::Finding const& f : findings.findings()) {
    expect_span(findings.records().text(), f.span, f.range, "finding");
    expect(!f.rule.empty() && !f.message.empty() && valid_utf8(f.message), "a finding says what is wrong", f.rule);
    for (gongwen::Ref const& r : f.evidence) {
      expect(r.index < count(findings.records(), r.type), "a finding's evidence names a record", f.rule);
    }
  }
}

template <class Value>
void check_output(Value const& value, gongwen::WriteOptions const& options) {
  std::string const out = gongwen::to_string(value, options);
  expect(valid_utf8(out), "output is UTF-8");
  if (options.format != gongwen::Format::jsonl) return;
  std::string_view rest = out;
  while (!rest.empty()) {
    std::size_t const end = rest.find('\n');
    expect(end != std::string_view::npos, "each record ends its line", rest);
    expect(Json(rest.substr(0, end)).object_line(), "each line is a JSON object", rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
}

/// The tables of one type: as Arrow batches, where every array is as long as its batch, as CSV and as Markdown.
void check_tables(gongwen::Findings const& findings, gongwen::RecordType type, gongwen::WriteOptions options) {
  ArrowArrayStream stream;
  gongwen::write_arrow(findings, type, options, stream);
  ArrowSchema schema;
  expect(stream.get_schema(&stream, &schema) == 0, "an Arrow schema");
  std::size_t rows = 0;
  for (;;) {
    ArrowArray batch;
    expect(stream.get_next(&stream, &batch) == 0, "an Arrow batch");
    if (batch.release == nullptr) break;
    expect(batch.n_children == schema.n_children, "an Arrow array for each column");
    for (std::int64_t i = 0; i < batch.n_children; ++i) {
      expect(batch.children[i]->length == batch.length, "Arrow arrays of one length", schema.children[i]->name);
    }
    rows += static_cast<std::size_t>(batch.length);
    batch.release(&batch);
  }
  schema.release(&schema);
  stream.release(&stream);
  if (type == gongwen::RecordType::finding) expect(rows == findings.findings().size(), "a row for each finding");
  options.only = {type};
  for (auto const format : {gongwen::Format::csv, gongwen::Format::markdown}) {
    options.format = format;
    expect(valid_utf8(gongwen::to_string(findings, options)), "tables are UTF-8");
  }
}

void run(std::uint8_t const* head, std::string_view bytes) {
  auto const bit = [](std::uint8_t byte, int place) { return (byte >> place & 1) != 0; };
  std::string_view const tail = "0123456789";

  gongwen::ParseOptions parse;
  parse.encoding = encodings[head[0] % std::size(encodings)];
  parse.strict = bit(head[1], 0);
  parse.unwrap = !bit(head[1], 1);
  parse.page_numbers = !bit(head[1], 2);
  parse.characters = !bit(head[1], 3);
  parse.spaces = !bit(head[1], 4);
  parse.line_ends = !bit(head[2], 6);
  parse.controls = !bit(head[2], 7);
  gongwen::SegmentOptions segment;
  gongwen::ExtractOptions extract;
  extract.facts = !bit(head[1], 5);
  if (head[4] != 0) {
    auto const two = [&](int n) {
      return std::string{tail[static_cast<std::size_t>(n / 10 % 10)], tail[static_cast<std::size_t>(n % 10)]};
    };
    extract.reference_date = gongwen::Date::parse("2024-" + two(head[4]) + "-" + two(head[5]));
  }
  gongwen::CheckOptions check;
  check.implied = bit(head[1], 6);
  check.language = bit(head[2], 2) ? gongwen::Language::en : gongwen::Language::zh;
  gongwen::WriteOptions write;
  write.by = bit(head[1], 7);
  write.format = bit(head[2], 0) ? gongwen::Format::table : gongwen::Format::jsonl;
  write.numbers_as_strings = bit(head[2], 1);
  write.offsets = static_cast<gongwen::OffsetUnit>((head[2] >> 4 & 3) % 3);
  if (int const only = head[3] % 10; only != 0) write.only = {static_cast<gongwen::RecordType>(only - 1)};
  write.source = "a \"source\".txt";
  if (bit(head[2], 3)) {
    parse.max_bytes = 4096;
    segment.max_nesting = 3;
    segment.max_nodes = 40;
    extract.max_records = 20;
  }

  gongwen::Text const text = gongwen::parse(bytes, parse);
  check_text(text);
  gongwen::Outline const outline = gongwen::segment(text, segment);
  check_outline(outline);
  gongwen::Records const records = gongwen::extract(outline, extract);
  check_records(records);
  gongwen::Findings const findings = gongwen::check(records, check);
  check_findings(findings);
  check_output(text, write);
  check_output(outline, write);
  check_output(records, write);
  check_output(findings, write);
  write.string_views = bit(head[3], 7);
  check_tables(findings, static_cast<gongwen::RecordType>(head[3] % gongwen::record_types), write);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size < head_size) return 0;
  std::size_t const rest = size - head_size;
  std::unique_ptr<char[]> const block(new char[rest]);
  for (std::size_t i = 0; i < rest; ++i) block[i] = static_cast<char>(data[head_size + i]);
  try {
    run(data, {block.get(), rest});
  } catch (gongwen::error const& e) {
    expect(gongwen::name(e.code()) != "unknown" && e.what()[0] != '\0', "an error says what to do");
  }
  return 0;
}
