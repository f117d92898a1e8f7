// docx.cpp: WordprocessingML to text as Word shows it.
#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "archive.hpp"
#include "docx_styles.hpp"
#include "formats.hpp"
#include "writer.hpp"

GONGWEN_BEGIN

namespace readers {

namespace {

bool ends(std::string_view words, std::string_view tail) {
  return words.size() >= tail.size() && words.substr(words.size() - tail.size()) == tail;
}

/// The part that a part names by a type of relationship ("/styles"), or `otherwise`.
std::string related(Archive& archive, std::string const& part, std::string_view type, std::string otherwise) {
  std::size_t const slash = part.rfind('/');
  std::string const folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
  std::string const file = slash == std::string::npos ? part : part.substr(slash + 1);
  pugi::xml_document relations;
  if (!archive.read(folder + "_rels/" + file + ".rels", relations)) return otherwise;
  pugi::xml_node const root = child(relations, "Relationships");
  for (pugi::xml_node r = root.first_child(); r; r = r.next_sibling()) {
    if (ends(attribute(r, "Type"), type)) return resolve(part, attribute(r, "Target"));
  }
  return otherwise;
}

bool off(std::string_view value) { return value == "0" || value == "false" || value == "off"; }

/// Walks a story (body, cell, note, text box). Recursion is as deep as the XML, which `max_nesting` bounds.
class Story {
 public:
  Story(Styles& styles, Writer& writer, bool& laid_out) : styles_(styles), writer_(writer), laid_out_(laid_out) {}

  /// Paragraphs and tables below a node, to the writer.
  void blocks(pugi::xml_node parent) {
    each(parent, [&](pugi::xml_node n, std::string_view name) {
      if (name == "p") {
        Line const line = paragraph(n);
        if (line.shown) writer_.paragraph(line.text, line.heading);
        for (pugi::xml_node const box : std::exchange(boxes_, {})) blocks(box);
      } else if (name == "tbl") {
        table(n);
      }
    });
  }

  /// The words of all paragraphs below a node, as a cell holds them.
  std::string cell(pugi::xml_node parent) {
    std::string out;
    each(parent, [&](pugi::xml_node n, std::string_view name) {
      if (name == "p") {
        Line const line = paragraph(n);
        if (line.shown) join_cell(out, tidy(line.text));
        for (pugi::xml_node const box : std::exchange(boxes_, {})) join_cell(out, cell(box));
      } else if (name == "tbl") {
        each_row(n, [&](pugi::xml_node row) { each_cell(row, [&](pugi::xml_node c) { join_cell(out, cell(c)); }); });
      }
    });
    return out;
  }

  /// References to notes, in the order of the text: "footnote 2", "endnote 1".
  [[nodiscard]] std::vector<std::pair<bool, std::string>> const& notes() const { return notes_; }

 private:
  struct Line {
    std::string text;
    std::uint32_t heading = 0;
    bool shown = true;
  };
  struct Field {
    bool instruction = true;  ///< before its result
    bool contents = false;    ///< a table of contents
  };
  using Visit = std::function<void(pugi::xml_node)>;

  /// Visits paragraphs and tables, looking through what only wraps them.
  template <class F>
  static void each(pugi::xml_node parent, F const& visit) {
    for (pugi::xml_node n = parent.first_child(); n; n = n.next_sibling()) {
      std::string_view const name = local(n.name());
      if (name == "sdt") {
        if (!generated_contents(n)) each(child(n, "sdtContent"), visit);
      } else if (name == "customXml" || name == "ins" || name == "moveTo") {
        each(n, visit);
      } else if (name == "AlternateContent") {
        each(chosen(n), visit);
      } else {
        visit(n, name);
      }
    }
  }
  void each_row(pugi::xml_node table, Visit const& visit) {
    each(table, [&](pugi::xml_node n, std::string_view name) {
      if (name == "tr" && !child(child(n, "trPr"), "del")) visit(n);
    });
  }
  void each_cell(pugi::xml_node row, Visit const& visit) {
    each(row, [&](pugi::xml_node n, std::string_view name) {
      if (name == "tc") visit(n);
    });
  }

  static bool generated_contents(pugi::xml_node sdt) {
    pugi::xml_node const part = child(child(child(sdt, "sdtPr"), "docPartObj"), "docPartGallery");
    return attribute(part, "val") == "Table of Contents";
  }
  static pugi::xml_node chosen(pugi::xml_node alternatives) {
    pugi::xml_node const choice = child(alternatives, "Choice");
    return choice ? choice : child(alternatives, "Fallback");
  }

  Line paragraph(pugi::xml_node p) {
    pugi::xml_node const properties = child(p, "pPr");
    Styles::Paragraph const style = styles_.paragraph(properties);
    std::string text = std::exchange(carried_, {});
    inline_content(p, text);
    if (child(child(properties, "rPr"), "del")) {  // its mark was deleted: the next paragraph goes on with it
      carried_ = std::move(text);
      return {"", 0, false};
    }
    if (style.hidden || style.contents) return {"", 0, false};
    std::string number;
    if (!style.list.empty()) number = styles_.next_number(style.list, style.level);
    std::size_t const begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos || blank(text)) return {};
    return {number + (number.empty() ? text.substr(text.find_first_not_of('\t')) : text.substr(begin)), style.heading,
            true};
  }

  [[nodiscard]] bool silent() const {
    return std::any_of(fields_.begin(), fields_.end(), [](Field const& f) { return f.instruction || f.contents; });
  }

  void inline_content(pugi::xml_node parent, std::string& out) {
    for (pugi::xml_node n = parent.first_child(); n; n = n.next_sibling()) {
      std::string_view const name = local(n.name());
      if (name == "r") {
        run(n, out);
      } else if (name == "sdt") {
        if (!generated_contents(n)) inline_content(child(n, "sdtContent"), out);
      } else if (name == "AlternateContent") {
        inline_content(chosen(n), out);
      } else if (name == "oMath" || name == "oMathPara") {
        if (!silent()) formula(n, out);
      } else if (name == "hyperlink" || name == "ins" || name == "moveTo" || name == "smartTag" ||
                 name == "fldSimple" || name == "customXml" || name == "dir" || name == "bdo") {
        inline_content(n, out);
      }
    }
  }

  void formula(pugi::xml_node parent, std::string& out) {
    for (pugi::xml_node n = parent.first_child(); n; n = n.next_sibling()) {
      if (local(n.name()) == "t") {
        out += n.text().get();
      } else {
        formula(n, out);
      }
    }
  }

  void run(pugi::xml_node r, std::string& out) {
    pugi::xml_node const properties = child(r, "rPr");
    pugi::xml_node const vanish = child(properties, "vanish");
    bool hidden = vanish && !off(attribute(vanish, "val"));
    if (!vanish) hidden = styles_.hides(attribute(child(properties, "rStyle"), "val"));
    run_content(r, out, hidden);
  }

  void run_content(pugi::xml_node r, std::string& out, bool hidden) {
    for (pugi::xml_node n = r.first_child(); n; n = n.next_sibling()) {
      std::string_view const name = local(n.name());
      if (name == "lastRenderedPageBreak") {
        laid_out_ = true;
        writer_.page(writer_.page() + 1);
      } else if (name == "fldChar") {
        field(attribute(n, "fldCharType"));
      } else if (name == "instrText") {
        if (!fields_.empty() && tidy(n.text().get()).substr(0, 3) == "TOC") fields_.back().contents = true;
      } else if (hidden || silent()) {
        continue;
      } else if (name == "t") {
        out += n.text().get();
      } else if (name == "tab" || name == "ptab") {
        out += '\t';
      } else if (name == "br" || name == "cr") {
        out += '\n';
      } else if (name == "noBreakHyphen") {
        out += '-';
      } else if (name == "ruby") {
        inline_content(child(n, "rubyBase"), out);
      } else if (name == "sym") {
        symbol(attribute(n, "char"), out);
      } else if (name == "footnoteReference" || name == "endnoteReference") {
        notes_.emplace_back(name == "footnoteReference", attribute(n, "id"));
      } else if (name == "AlternateContent") {
        run_content(chosen(n), out, hidden);
      } else if (name == "drawing" || name == "pict" || name == "object") {
        find_boxes(n);
      }
    }
  }

  void field(std::string_view type) {
    if (type == "begin") fields_.push_back({});
    if (fields_.empty()) return;
    if (type == "separate") fields_.back().instruction = false;
    if (type == "end") fields_.pop_back();
  }

  /// A character of a font of symbols; those of private use mean nothing without their font.
  static void symbol(std::string_view hex, std::string& out) {
    char32_t c = 0;
    for (char const d : hex.substr(0, 6)) {
      c = c * 16 + static_cast<char32_t>(d >= 'a' ? d - 'a' + 10 : d >= 'A' ? d - 'A' + 10 : d - '0');
    }
    if (c >= 0x20 && (c < 0xe000 || c > 0xf8ff)) append_utf8(out, c);
  }

  void find_boxes(pugi::xml_node parent) {
    for (pugi::xml_node n = parent.first_child(); n; n = n.next_sibling()) {
      std::string_view const name = local(n.name());
      if (name == "txbxContent") {
        boxes_.push_back(n);
      } else {
        find_boxes(name == "AlternateContent" ? chosen(n) : n);
      }
    }
  }

  static bool holds_table(pugi::xml_node parent) {
    bool found = false;
    each(parent, [&](pugi::xml_node, std::string_view name) { found = found || name == "tbl"; });
    return found;
  }

  void table(pugi::xml_node t) {
    std::size_t most = 0;
    bool nested = false;
    each_row(t, [&](pugi::xml_node row) {
      std::size_t cells = 0;
      each_cell(row, [&](pugi::xml_node c) {
        ++cells;
        nested = nested || holds_table(c);
      });
      most = std::max(most, cells);
    });
    if (most < 2 || nested) {  // a frame, no table
      each_row(t, [&](pugi::xml_node row) { each_cell(row, [&](pugi::xml_node c) { blocks(c); }); });
      return;
    }
    Table rows;
    each_row(t, [&](pugi::xml_node row) { rows.push_back(cells(row)); });
    writer_.table(rows);
  }

  Row cells(pugi::xml_node row) {
    constexpr std::int64_t most_columns = 256;
    Row out;
    std::int64_t column = 1 + grid(child(child(row, "trPr"), "gridBefore"), 0, most_columns);
    each_cell(row, [&](pugi::xml_node c) {
      pugi::xml_node const properties = child(c, "tcPr");
      Cell one;
      std::int64_t const wide = grid(child(properties, "gridSpan"), 1, most_columns);
      one.column = static_cast<std::uint32_t>(column);
      one.wide = static_cast<std::uint32_t>(wide);
      one.text = cell(c);
      // What is merged into the cell above or before has no words of its own to show.
      if (merged(child(properties, "vMerge")) || merged(child(properties, "hMerge"))) one.text.clear();
      if (column + wide <= most_columns) column += wide;
      out.push_back(std::move(one));
    });
    return out;
  }
  static std::int64_t grid(pugi::xml_node node, std::int64_t least, std::int64_t most) {
    return std::clamp(integer(attribute(node, "val"), least), least, most);
  }
  static bool merged(pugi::xml_node node) { return node && attribute(node, "val") != "restart"; }

  Styles& styles_;
  Writer& writer_;
  bool& laid_out_;
  std::vector<Field> fields_;
  std::vector<pugi::xml_node> boxes_;
  std::vector<std::pair<bool, std::string>> notes_;
  std::string carried_;
};

/// The note of an id in footnotes.xml or endnotes.xml.
using Notes = std::map<std::string, pugi::xml_node, std::less<>>;
Notes notes_of(pugi::xml_document const& document, std::string_view root) {
  Notes out;
  pugi::xml_node const list = child(document, root);
  for (pugi::xml_node n = list.first_child(); n; n = n.next_sibling()) out.emplace(attribute(n, "id"), n);
  return out;
}

}  // namespace

void read_docx(std::span<std::byte const> bytes, ReadOptions const& options, RichText& out) {
  Archive archive(bytes, options);
  std::string main = "word/document.xml";
  pugi::xml_document relations;
  if (archive.read("_rels/.rels", relations)) {
    pugi::xml_node const root = child(relations, "Relationships");
    for (pugi::xml_node r = root.first_child(); r; r = r.next_sibling()) {
      if (ends(attribute(r, "Type"), "/officeDocument")) main = resolve("", attribute(r, "Target"));
    }
  }
  pugi::xml_document document, footnotes, endnotes;
  if (!archive.read(main, document)) {
    throw error(error_code::io, 0,
                "the file is broken: it has no " + main + "; open it in Word or WPS and save it again");
  }
  Styles styles(archive, related(archive, main, "/styles", "word/styles.xml"),
                related(archive, main, "/numbering", "word/numbering.xml"));
  archive.read(related(archive, main, "/footnotes", "word/footnotes.xml"), footnotes);
  archive.read(related(archive, main, "/endnotes", "word/endnotes.xml"), endnotes);

  Writer writer(out, options);
  writer.page(1);
  bool laid_out = false;
  Story body(styles, writer, laid_out);
  body.blocks(child(child(document, "document"), "body"));

  Notes const foot = notes_of(footnotes, "footnotes"), end = notes_of(endnotes, "endnotes");
  std::uint32_t number = 0;
  std::uint32_t const pages = writer.page();
  writer.page(0);
  for (auto const& [is_foot, id] : body.notes()) {
    ++number;
    Notes const& notes = is_foot ? foot : end;
    auto const found = notes.find(id);
    if (found == notes.end()) continue;
    if (number == 1) writer.paragraph("");
    Story note(styles, writer, laid_out);
    std::string const words = tidy(note.cell(found->second));
    if (words.empty()) continue;
    std::string line = "[";  // built by appending: g++ 12 warns falsely of "[" + std::string
    line.append(std::to_string(number)).append("] ").append(words);
    writer.paragraph(line, 0, number);
  }
  if (!laid_out || pages < 2) {
    for (Place& p : out.places) p.page = 0;
  }
  writer.finish();
}

}  // namespace readers

GONGWEN_END
