// ofd.cpp: GB/T 33190 to text. A page is a heap of text objects with places; lines are made from these.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "archive.hpp"
#include "formats.hpp"
#include "writer.hpp"

GONGWEN_BEGIN

namespace readers {

namespace {

/// A run of characters on one line, in millimetres from the page's upper left corner.
struct Run {
  double left = 0, right = 0, base = 0, size = 0;
  std::string words;
};

/// The next number of a list of numbers; false at its end. Numbers beyond all reason are none.
bool next_number(char const*& at, double& out) {
  char* end = nullptr;
  out = std::strtod(at, &end);
  if (end == at || !std::isfinite(out) || std::fabs(out) > 1e7) return false;
  at = end;
  return true;
}

struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};
Box box_of(pugi::xml_node node, std::string_view name) {
  std::string const words(attribute(node, name));
  char const* at = words.c_str();
  Box box;
  for (double* value : {&box.x, &box.y, &box.width, &box.height}) {
    if (!next_number(at, *value)) break;
  }
  return box;
}

double number_of(pugi::xml_node node, std::string_view name, double otherwise) {
  std::string const words(attribute(node, name));
  char const* at = words.c_str();
  double value = 0;
  return next_number(at, value) ? value : otherwise;
}

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};
Matrix matrix_of(pugi::xml_node node) {
  std::string const words(attribute(node, "CTM"));
  char const* at = words.c_str();
  Matrix m;
  double v[6];
  for (double& value : v) {
    if (!next_number(at, value)) return m;
  }
  return {v[0], v[1], v[2], v[3], v[4], v[5]};
}

/// Steps from each character to the next: "4.2 g 3 4" is 4.2 4 4 4.
std::vector<double> steps_of(std::string_view words, std::size_t most) {
  std::string const copy(words);
  std::vector<double> out;
  char const* at = copy.c_str();
  while (out.size() < most) {
    while (*at == ' ') ++at;
    double value = 0, times = 1;
    if (*at == 'g') {
      ++at;
      if (!next_number(at, times) || !next_number(at, value)) break;
      for (double k = 0; k < times && out.size() < most; ++k) out.push_back(value);
    } else if (next_number(at, value)) {
      out.push_back(value);
    } else {
      break;
    }
  }
  return out;
}

std::size_t size_at(std::string_view words, std::size_t i) {
  auto const c = static_cast<unsigned char>(words[i]);
  std::size_t const n = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
  return std::min(n, words.size() - i);
}

/// Reads the text objects of a page, all layers and blocks.
class Page {
 public:
  explicit Page(std::vector<Run>& out) : out_(out) {}

  void read(pugi::xml_node parent) {  // as deep as `max_nesting`
    for (pugi::xml_node n = parent.first_child(); n; n = n.next_sibling()) {
      if (local(n.name()) == "TextObject") {
        object(n);
      } else {
        read(n);
      }
    }
  }

 private:
  void object(pugi::xml_node n) {
    if (attribute(n, "Visible") == "false") return;
    Box const box = box_of(n, "Boundary");
    Matrix const m = matrix_of(n);
    double const size = number_of(n, "Size", 0) * std::hypot(m.a, m.b);
    double x = 0, y = 0;
    for (pugi::xml_node t = n.first_child(); t; t = t.next_sibling()) {
      if (local(t.name()) != "TextCode") continue;
      x = number_of(t, "X", x);  // a code without a place goes on at the one before
      y = number_of(t, "Y", y);
      code(t, box, m, size > 0 ? size : std::max(box.height, 1.0), x, y);
    }
  }

  void code(pugi::xml_node t, Box const& box, Matrix const& m, double size, double x, double y) {
    std::string_view const words = t.text().get();
    auto const across = steps_of(attribute(t, "DeltaX"), words.size());
    auto const down = steps_of(attribute(t, "DeltaY"), words.size());
    std::size_t k = 0;
    double step = size;  // of the characters that have none of their own
    for (std::size_t i = 0; i < words.size(); ++k) {
      std::size_t const n = size_at(words, i);
      double const left = box.x + m.a * x + m.c * y + m.e;
      double const base = box.y + m.b * x + m.d * y + m.f;
      double const width = n == 1 ? size / 2 : size;
      add(words.substr(i, n), left, left + width, base, size);
      if (k < across.size()) step = across[k];
      x += k < across.size() || !across.empty() ? step : width / std::max(std::hypot(m.a, m.b), 1e-6);
      if (k < down.size()) y += down[k];
      i += n;
    }
  }

  void add(std::string_view words, double left, double right, double base, double size) {
    if (!out_.empty()) {  // most characters go on where the last one ended
      Run& last = out_.back();
      if (std::fabs(last.base - base) < 0.2 * size && std::fabs(left - last.right) < 0.25 * size && last.size == size) {
        last.words += words;
        last.right = right;
        return;
      }
    }
    out_.push_back({left, right, base, size, std::string(words)});
  }

  std::vector<Run>& out_;
};

struct PageLine {
  double base = 0, size = 0;
  std::vector<Run const*> runs;
};

/// Lines from the top, runs of each from the left. What was written at the same height within half a character is one line.
std::vector<PageLine> lines_of(std::vector<Run> const& runs) {
  std::vector<Run const*> order;
  for (Run const& r : runs) order.push_back(&r);
  std::stable_sort(order.begin(), order.end(), [](Run const* a, Run const* b) { return a->base < b->base; });
  std::vector<PageLine> lines;
  for (Run const* r : order) {
    if (lines.empty() || r->base - lines.back().base > 0.5 * std::min(r->size, lines.back().size)) {
      lines.push_back({r->base, r->size, {}});
    }
    lines.back().size = std::max(lines.back().size, r->size);
    lines.back().runs.push_back(r);
  }
  for (PageLine& line : lines) {
    std::stable_sort(line.runs.begin(), line.runs.end(), [](Run const* a, Run const* b) { return a->left < b->left; });
  }
  return lines;
}

/// Two characters wide is the least gap between columns of a table; a spaced title has less.
constexpr double column_gap = 2.2;
constexpr double word_gap = 0.6;

std::string words_of(PageLine const& line) {
  std::string out;
  double at = 0;
  Run const* last = nullptr;
  for (Run const* r : line.runs) {
    // Bold type is at times the same character printed twice.
    if (last != nullptr && last->words == r->words && std::fabs(last->left - r->left) < 0.2 * r->size) continue;
    double const gap = last == nullptr ? 0 : r->left - at;
    if (gap > column_gap * r->size) {
      out += '\t';
    } else if (gap > word_gap * r->size) {
      out += ' ';
    }
    out += r->words;
    at = std::max(at, r->right);
    last = r;
  }
  return out;
}

void write_page(std::vector<Run> const& runs, Writer& writer) {
  auto const lines = lines_of(runs);
  double margin = 1e9;
  for (PageLine const& l : lines) margin = std::min(margin, l.runs.front()->left);
  PageLine const* before = nullptr;
  for (PageLine const& l : lines) {
    if (before != nullptr && l.base - before->base > 3 * l.size) writer.line("");
    // An indent of about two characters begins a paragraph; one that is wider stands for itself (titles, signatures).
    double const indent = (l.runs.front()->left - margin) / std::max(l.size, 0.1);
    std::string const words = words_of(l);
    if (blank(words)) continue;
    std::string const space = indent > 1.2 ? "\u3000\u3000" : "";  // two ideographic spaces
    writer.paragraph(space + words);
    before = &l;
  }
}

}  // namespace

void read_ofd(std::span<std::byte const> bytes, ReadOptions const& options, RichText& out) {
  Archive archive(bytes, options);
  pugi::xml_document root;
  if (!archive.read("OFD.xml", root)) {
    throw error(error_code::io, 0, "the file is broken: it has no OFD.xml; fetch it again");
  }
  if (archive.has("Encryptions.xml") || archive.has("Encrypt.xml")) {
    throw error(error_code::unsupported, 0, "the OFD is encrypted; open it with its password and save it without one");
  }
  Writer writer(out, options);
  std::uint32_t pages = 0;
  bool any = false;
  pugi::xml_node const list = child(root, "OFD");
  for (pugi::xml_node body = list.first_child(); body; body = body.next_sibling()) {
    if (local(body.name()) != "DocBody") continue;
    std::string const path = resolve("OFD.xml", child(body, "DocRoot").text().get());
    pugi::xml_document document;
    if (path.empty() || !archive.read(path, document)) continue;
    pugi::xml_node const tree = child(child(document, "Document"), "Pages");
    for (pugi::xml_node p = tree.first_child(); p; p = p.next_sibling()) {
      if (local(p.name()) != "Page") continue;
      if (++pages > 1) writer.page_break();
      writer.page(pages);
      pugi::xml_document content;
      if (!archive.read(resolve(path, attribute(p, "BaseLoc")), content)) continue;
      std::vector<Run> runs;
      Page(runs).read(child(child(content, "Page"), "Content"));
      any = any || !runs.empty();
      write_page(runs, writer);
    }
  }
  if (!any) {
    throw error(error_code::unsupported, 0,
                pages == 0
                    ? "the OFD has no pages that can be read; fetch it again, or save it anew"
                    : "the OFD holds pictures of pages and no text; run it through text recognition (OCR) first");
  }
  out.lines = true;
  writer.finish();
}

}  // namespace readers

GONGWEN_END
