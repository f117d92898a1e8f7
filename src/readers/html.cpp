// html.cpp: the content of a page, as it is read.
#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "archive.hpp"
#include "formats.hpp"
#include "html_filter.hpp"
#include "numbering.hpp"
#include "writer.hpp"

GONGWEN_BEGIN

namespace readers {

namespace {

using Node = GumboNode const*;

bool element(Node n) { return n->type == GUMBO_NODE_ELEMENT; }
bool words(Node n) {
  return n->type == GUMBO_NODE_TEXT || n->type == GUMBO_NODE_CDATA || n->type == GUMBO_NODE_WHITESPACE;
}
GumboTag tag(Node n) { return element(n) ? n->v.element.tag : GUMBO_TAG_UNKNOWN; }

std::string_view attribute(Node n, char const* name) {
  GumboAttribute const* const a = gumbo_get_attribute(&n->v.element.attributes, name);
  return a != nullptr ? std::string_view(a->value) : std::string_view();
}
bool has(Node n, char const* name) { return gumbo_get_attribute(&n->v.element.attributes, name) != nullptr; }
std::int64_t number(Node n, char const* name, std::int64_t otherwise) { return integer(attribute(n, name), otherwise); }

template <class F>
void each_child(Node n, F const& visit) {
  GumboVector const& children = n->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) visit(static_cast<Node>(children.data[i]));
}

bool heading(GumboTag t) { return t >= GUMBO_TAG_H1 && t <= GUMBO_TAG_H6; }
bool inside_line(GumboTag t) { return t == GUMBO_TAG_SAMP; }

/// How much text stands below an element, and how much of it in links.
struct Size {
  std::size_t text = 0, linked = 0, links = 0;
  bool title = false;  ///< holds an h1
  bool table = false;
};

std::size_t visible(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !(c >= 0 && c <= ' '); }));
}

/// Ideograph, wide punctuation: a line break in the source between two of these is no space.
bool wide(unsigned char lead) { return lead >= 0xe3 && lead <= 0xef; }

class Reader {
 public:
  Reader(Writer& writer) : writer_(writer) {}

  void read(Node body) {
    measure(body);
    all_ = sizes_[body].text;
    Node const root = content(body);
    if (root != body && !sizes_[root].title) {
      if (Node const title = first_title(body)) block(title);
    }
    block(root);
    flush(0);
  }

 private:
  Size measure(Node n) {  // as deep as the filter lets it be
    Size size;
    if (words(n)) size.text = visible(n->v.text.text);
    if (!element(n)) return size;
    each_child(n, [&](Node c) {
      Size const s = measure(c);
      size.text += s.text;
      size.linked += s.linked;
      size.links += s.links;
      size.title = size.title || s.title;
      size.table = size.table || s.table;
    });
    if (tag(n) == GUMBO_TAG_SAMP) {
      size.linked = size.text;
      size.links += size.text != 0 ? 1 : 0;
    }
    size.title = size.title || tag(n) == GUMBO_TAG_H1;
    Size out = size;
    out.table = out.table || tag(n) == GUMBO_TAG_TABLE;
    if (has(n, "hidden")) out = {};
    sizes_[n] = size;
    return out;
  }

  [[nodiscard]] Size const& size(Node n) const {
    static constexpr Size none;
    auto const found = sizes_.find(n);
    return found == sizes_.end() ? none : found->second;
  }

  /// What the page itself calls its content, if that holds half of its text at least.
  [[nodiscard]] Node content(Node body) const {
    Node best = body;
    std::size_t most = 0;
    for (auto const& [n, s] : sizes_) {
      bool const named = tag(n) == GUMBO_TAG_ARTICLE || tag(n) == GUMBO_TAG_MAIN || attribute(n, "class") == "main";
      std::size_t const own = s.text - s.linked;
      bool const better = own > most || (own == most && best != body && s.text > size(best).text);
      if (!named || own * 2 < all_ || !better) continue;
      most = own;
      best = n;
    }
    return best;
  }

  Node first_title(Node n) const {
    if (tag(n) == GUMBO_TAG_H1) return n;
    if (!element(n) || !size(n).title) return nullptr;
    Node found = nullptr;
    each_child(n, [&](Node c) {
      if (found == nullptr) found = first_title(c);
    });
    return found;
  }

  /// Navigation, by name or because it is links and little else. Never what is a good part of the page.
  [[nodiscard]] bool around(Node n) const {
    if (has(n, "hidden")) return true;
    Size const& s = size(n);
    if (s.text * 10 > all_ * 3) return false;
    GumboTag const t = tag(n);
    if (t == GUMBO_TAG_NAV || t == GUMBO_TAG_FOOTER || t == GUMBO_TAG_ASIDE) return true;
    if (t == GUMBO_TAG_HEADER || attribute(n, "class") == "nav") return !s.title;
    bool const grouping =
        t == GUMBO_TAG_DIV || t == GUMBO_TAG_UL || t == GUMBO_TAG_OL || t == GUMBO_TAG_P || t == GUMBO_TAG_DL;
    return grouping && !s.table && s.links >= 4 && s.linked * 10 >= s.text * 6;
  }

  void flush(std::uint32_t level) {
    std::string const line = tidy(line_);
    line_.clear();
    if (line.empty()) return;
    writer_.paragraph(std::exchange(marker_, {}) + line, level);
  }

  void text(std::string_view t, bool pre) {
    for (std::size_t i = 0; i < t.size();) {
      std::size_t end = i;
      while (end < t.size() && t[end] != '\n' && t[end] != '\r') ++end;
      line_ += t.substr(i, end - i);
      if (end == t.size()) return;
      std::size_t next = end;
      while (next < t.size() && (t[next] == ' ' || (t[next] >= '\t' && t[next] <= '\r'))) ++next;
      if (pre) {
        flush(0);
      } else {
        while (!line_.empty() && line_.back() == ' ') line_.pop_back();
        bool const joins = line_.size() >= 3 && wide(static_cast<unsigned char>(line_[line_.size() - 3])) &&
                           next < t.size() && wide(static_cast<unsigned char>(t[next]));
        if (!joins) line_ += ' ';
      }
      i = next;
    }
  }

  void block(Node n, bool pre = false) {
    if (words(n)) return text(n->v.text.text, pre);
    if (!element(n)) return;
    GumboTag const t = tag(n);
    if (t == GUMBO_TAG_BR) return flush(0);
    if (around(n)) return;
    if (inside_line(t)) return each_child(n, [&](Node c) { block(c, pre); });
    flush(0);
    if (t == GUMBO_TAG_TABLE) return table(n);
    if (t == GUMBO_TAG_OL) return list(n);
    each_child(n, [&](Node c) { block(c, pre || t == GUMBO_TAG_PRE); });
    flush(heading(t) ? static_cast<std::uint32_t>(t - GUMBO_TAG_H1) + 1 : 0);
  }

  /// 1. a. A. i. I., as browsers do; a list that hides its numbers has typed ones, or none.
  void list(Node n) {
    std::string_view const type = attribute(n, "type");
    std::string_view const format = type == "a"   ? "lowerLetter"
                                    : type == "A" ? "upperLetter"
                                    : type == "i" ? "lowerRoman"
                                    : type == "I" ? "upperRoman"
                                                  : "decimal";
    std::int64_t value = number(n, "start", 1);
    each_child(n, [&](Node c) {
      if (tag(c) != GUMBO_TAG_LI) return block(c);
      value = number(c, "value", value);
      if (type != "none") marker_ = numeral(value, format) + ". ";
      block(c);
      marker_.clear();
      value += value < 1000000 ? 1 : 0;
    });
  }

  /// The words of a cell, its blocks joined.
  std::string cell(Node n) {
    std::string const before = std::exchange(line_, {});
    std::string out;
    gather(n, out);
    join_cell(out, tidy(line_));
    line_ = before;
    return out;
  }
  void gather(Node n, std::string& out) {
    if (words(n)) return text(n->v.text.text, false);
    if (!element(n) || has(n, "hidden")) return;
    bool const breaks = !inside_line(tag(n));
    if (breaks) join_cell(out, tidy(std::exchange(line_, {})));
    each_child(n, [&](Node c) { gather(c, out); });
    if (breaks) join_cell(out, tidy(std::exchange(line_, {})));
  }

  static void rows_of(Node n, std::vector<Node>& rows) {
    each_child(n, [&](Node c) {
      GumboTag const t = tag(c);
      if (t == GUMBO_TAG_TR && !has(c, "hidden")) rows.push_back(c);
      if (t == GUMBO_TAG_TBODY || t == GUMBO_TAG_THEAD || t == GUMBO_TAG_TFOOT) rows_of(c, rows);
    });
  }
  static bool is_cell(Node n) { return tag(n) == GUMBO_TAG_TD || tag(n) == GUMBO_TAG_TH; }

  void table(Node n) {
    constexpr std::size_t long_cell = 3000;  // a thousand ideographs: a page's frame, no table's cell
    std::vector<Node> rows;
    rows_of(n, rows);
    std::size_t most = 0;
    bool frame = size(n).table;
    for (Node const row : rows) {
      std::size_t cells = 0;
      each_child(row, [&](Node c) {
        cells += is_cell(c) ? 1 : 0;
        frame = frame || size(c).text > long_cell;
      });
      most = std::max(most, cells);
    }
    each_child(n, [&](Node c) {
      if (tag(c) == GUMBO_TAG_CAPTION) block(c);
    });
    if (frame || most < 2) {
      for (Node const row : rows) each_child(row, [&](Node c) { block(c); });
      return;
    }
    writer_.table(grid(rows));
  }

  Table grid(std::vector<Node> const& rows) {
    constexpr std::int64_t most_columns = 256;
    std::vector<std::int64_t> taken(most_columns, 0);  // by a cell above, for so many rows more
    Table out;
    for (Node const row : rows) {
      Row cells;
      std::int64_t column = 0;
      auto const skip = [&] {
        while (column < most_columns && taken[static_cast<std::size_t>(column)] > 0)
          --taken[static_cast<std::size_t>(column++)];
      };
      each_child(row, [&](Node c) {
        if (!is_cell(c) || has(c, "hidden")) return;
        skip();
        if (column >= most_columns) return;
        std::int64_t const wide = std::clamp<std::int64_t>(number(c, "colspan", 1), 1, most_columns - column);
        std::int64_t const rest = static_cast<std::int64_t>(rows.size() - out.size()) - 1;
        std::int64_t const high = number(c, "rowspan", 1);
        for (std::int64_t k = 0; k < wide; ++k) {
          taken[static_cast<std::size_t>(column + k)] = high == 0 ? rest : std::clamp<std::int64_t>(high - 1, 0, rest);
        }
        cells.push_back({cell(c), static_cast<std::uint32_t>(column + 1), static_cast<std::uint32_t>(wide)});
        column += wide;
      });
      for (; column < most_columns; ++column) {
        if (taken[static_cast<std::size_t>(column)] > 0) --taken[static_cast<std::size_t>(column)];
      }
      out.push_back(std::move(cells));
    }
    return out;
  }

  Writer& writer_;
  std::unordered_map<Node, Size> sizes_;
  std::size_t all_ = 0;
  std::string line_, marker_;
};

/// The encoding that the page names, where `parse` would not find it by itself.
std::string named_encoding(std::string_view bytes) {
  std::string head;
  for (char const c : bytes.substr(0, 2048)) head += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  at += 8;
  while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
  std::size_t const end = head.find_first_of("\"' />;", at);
  std::string name = head.substr(at, end == std::string::npos ? end : end - at);
  return name == "big5" || name == "big5-hkscs" ? name : std::string();
}

}  // namespace

void read_html(std::string_view bytes, ReadOptions const& options, RichText& out) {
  if (bytes.size() > options.max_inflated) {
    throw error(error_code::too_large, options.max_inflated,
                "the page is larger than ReadOptions::max_inflated allows; split it or raise the limit");
  }
  std::string const html = filter_html(decode(bytes, named_encoding(bytes)), options.max_nesting);
  GumboOptions settings = kGumboDefaultOptions;
  settings.max_errors = 0;
  struct Destroy {
    GumboOptions const* settings;
    void operator()(GumboOutput* o) const noexcept { gumbo_destroy_output(settings, o); }
  };
  std::unique_ptr<GumboOutput, Destroy> const tree(gumbo_parse_with_options(&settings, html.data(), html.size()),
                                                   Destroy{&settings});
  Node body = nullptr;
  each_child(tree->root, [&](Node c) {
    if (tag(c) == GUMBO_TAG_BODY) body = c;
  });
  Writer writer(out, options);
  if (body != nullptr) Reader(writer).read(body);
  writer.finish();
}

}  // namespace readers

GONGWEN_END
