#include "html_filter.hpp"

#include <algorithm>
#include <vector>

GONGWEN_BEGIN

namespace readers {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

template <std::size_t n>
bool among(std::string_view word, std::string_view const (&list)[n]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// Elements that go with all they hold, to the next end tag of their name.
constexpr std::string_view dropped[] = {"script", "style",  "noscript", "template", "textarea", "title",
                                        "iframe", "select", "button",   "svg",      "object",   "xmp"};
/// Elements that stay, under their own name.
constexpr std::string_view kept[] = {"address", "article", "aside", "blockquote", "dd", "div", "dl",      "dt",
                                     "footer",  "h1",      "h2",    "h3",         "h4", "h5",  "h6",      "header",
                                     "li",      "main",    "nav",   "ol",         "p",  "pre", "section", "table",
                                     "caption", "tbody",   "thead", "tfoot",      "tr", "td",  "th",      "ul"};
/// Elements that are blocks and no more.
constexpr std::string_view blocks[] = {"center", "details", "dialog", "dir",    "fieldset", "figcaption", "figure",
                                       "form",   "hgroup",  "menu",   "search", "summary",  "legend",     "option"};
constexpr std::string_view sections[] = {"tbody", "thead", "tfoot"};
constexpr std::string_view table_context[] = {"table", "tbody", "thead", "tfoot", "tr"};
/// An end tag does not reach out of these, but for those of the table itself.
constexpr std::string_view fences[] = {"table", "td", "th", "caption"};

struct Tag {
  std::string name;
  std::string attributes;
};

class Filter {
 public:
  Filter(std::string_view in, std::size_t most) : in_(in), most_(most) {}

  std::string run() {
    out_ = "<!DOCTYPE html><body>";
    while (at_ < in_.size()) {
      std::size_t const next = std::min(in_.find('<', at_), in_.size());
      text(in_.substr(at_, next - at_));
      at_ = next;
      if (at_ < in_.size()) markup();
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] char peek(std::size_t k) const { return at_ + k < in_.size() ? in_[at_ + k] : '\0'; }
  void skip_past(std::string_view what, std::size_t from) {
    std::size_t const end = in_.find(what, from);
    at_ = end == std::string_view::npos ? in_.size() : end + what.size();
  }

  void markup() {
    if (in_.substr(at_, 4) == "<!--") {
      skip_past("-->", at_ + 4);
    } else if (peek(1) == '!' || peek(1) == '?') {
      skip_past(">", at_);
    } else if (letter(peek(1)) || (peek(1) == '/' && letter(peek(2)))) {
      bool const end = peek(1) == '/';
      at_ += end ? 2 : 1;
      Tag tag;
      if (!read_tag(tag)) return;
      if (end) {
        close(tag.name);
      } else if (among(tag.name, dropped)) {
        drop(tag.name);
      } else {
        open(tag);
      }
    } else {
      text("<");
      ++at_;
    }
  }

  /// Name and attributes; false where the input ends inside.
  bool read_tag(Tag& tag) {
    while (at_ < in_.size() && !space(in_[at_]) && in_[at_] != '>' && in_[at_] != '/') tag.name += lower(in_[at_++]);
    bool hidden = false, nav = false, main = false, unnumbered = false;
    while (at_ < in_.size() && in_[at_] != '>') {
      if (space(in_[at_]) || in_[at_] == '/') {
        ++at_;
        continue;
      }
      std::string name;
      std::size_t const begin = at_;
      while (at_ < in_.size() && !space(in_[at_]) && in_[at_] != '>' && in_[at_] != '/' &&
             (in_[at_] != '=' || at_ == begin)) {
        if (name.size() < 16) name += lower(in_[at_]);
        ++at_;
      }
      std::string_view const value = read_value();
      if (name == "hidden") hidden = true;
      if (name == "style") {
        hidden = hidden || style(value, "display:none");
        unnumbered = unnumbered || style(value, "list-style:none") || style(value, "list-style-type:none");
      }
      if (name == "class" || name == "id") nav = nav || navigation(value);
      if (name == "role") {
        nav = nav || value == "navigation" || value == "banner" || value == "contentinfo";
        main = main || value == "main";
      }
      bool const wanted =
          name == "colspan" || name == "rowspan" || name == "start" || name == "value" || name == "type";
      if (wanted && tag.attributes.size() < 64 && value.size() < 8 && std::all_of(value.begin(), value.end(), plain)) {
        tag.attributes.append(" ").append(name).append("=\"").append(value).append("\"");
      }
    }
    if (hidden) tag.attributes += " hidden";
    if (nav || main) tag.attributes += nav ? " class=nav" : " class=main";
    if (unnumbered) tag.attributes = " type=none" + tag.attributes;  // the first of two attributes holds
    bool const whole = at_ < in_.size();
    if (whole) ++at_;
    return whole;
  }

  std::string_view read_value() {
    while (at_ < in_.size() && space(in_[at_])) ++at_;
    if (peek(0) != '=') return {};
    ++at_;
    while (at_ < in_.size() && space(in_[at_])) ++at_;
    std::size_t const begin = at_;
    if (char const quote = peek(0); quote == '"' || quote == '\'') {
      at_ = std::min(in_.find(quote, begin + 1), in_.size());
      std::string_view const value = in_.substr(begin + 1, at_ - begin - 1);
      if (at_ < in_.size()) ++at_;
      return value;
    }
    while (at_ < in_.size() && !space(in_[at_]) && in_[at_] != '>') ++at_;
    return in_.substr(begin, at_ - begin);
  }

  static bool plain(char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; }

  /// Whether a style says so, whatever its spaces.
  static bool style(std::string_view value, std::string_view what) {
    std::string flat;
    for (char const c : value.substr(0, 2000)) {
      if (!space(c)) flat += lower(c);
    }
    return flat.find(what) != std::string::npos;
  }

  /// Words of class and id that page builders give to what goes around the content.
  static bool navigation(std::string_view value) {
    constexpr std::string_view words[] = {
        "nav",       "navbar",      "navigation", "menu",  "footer", "foot",       "breadcrumb", "crumbs",
        "crumb",     "breadcrumbs", "sidebar",    "share", "bshare", "pagination", "toolbar",    "bdsharebuttonbox",
        "copyright", "related",     "sitemap"};
    value = value.substr(0, 200);
    std::string word;
    for (std::size_t i = 0; i <= value.size(); ++i) {
      if (i < value.size() && letter(value[i])) {
        word += lower(value[i]);
        continue;
      }
      if (among(word, words)) return true;
      word.clear();
    }
    return false;
  }

  void drop(std::string const& name) {
    if (among(name, {"select", "button", "object"})) text(" ");
    while (at_ < in_.size()) {
      at_ = in_.find("</", at_);
      if (at_ == std::string_view::npos) break;
      at_ += 2;
      std::size_t k = 0;
      while (k < name.size() && lower(peek(k)) == name[k]) ++k;
      if (k == name.size() && !letter(peek(k))) {
        skip_past(">", at_);
        return;
      }
    }
    at_ = in_.size();
  }
  static bool among(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }
  template <std::size_t n>
  static bool among(std::string_view word, std::string_view const (&list)[n]) {
    return readers::among(word, list);
  }

  [[nodiscard]] std::string_view top() const { return stack_.empty() ? std::string_view() : stack_.back(); }

  void text(std::string_view words) {
    if (words.empty()) return;
    if (among(top(), table_context)) {
      if (std::all_of(words.begin(), words.end(), space)) return;
      into_cell();
    }
    for (char const c : words) {
      if (c == '<') {
        out_ += "&lt;";
      } else if (c != '\0') {
        out_ += c;
      }
    }
  }

  void push(std::string_view name, std::string_view attributes = {}) {
    out_.append("<").append(name).append(attributes).append(">");
    stack_.emplace_back(name);
  }
  void pop_to(std::size_t size) { stack_.resize(size); }

  /// What stands between the cells of a table gets a cell of its own.
  void into_cell() {
    if (top() != "tr") push("tr");
    push("td");
  }

  /// Where, from the top, the element stands that `found` says; the stack's size where `stop` says so before.
  template <class Found, class Stop>
  [[nodiscard]] std::size_t look(Found const& found, Stop const& stop) const {
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (found(stack_[i])) return i;
      if (stop(stack_[i])) break;
    }
    return stack_.size();
  }
  static bool fence(std::string const& name) { return among(name, fences); }

  void line_break() {
    if (among(top(), table_context)) into_cell();
    out_ += "<br>";
  }

  void open(Tag const& tag) {
    std::string_view name = tag.name;
    if (name == "br" || name == "hr") return line_break();
    if (name == "a") return open_link();
    if (among(name, blocks)) name = "div";
    if (!among(name, kept)) return;
    if (stack_.size() >= most_) return line_break();
    if (name == "tr" || name == "td" || name == "th" || name == "caption" || among(name, sections)) {
      open_in_table(name, tag.attributes);
      return;
    }
    if (among(top(), table_context)) into_cell();
    close_implied(name);
    push(name, tag.attributes);
  }

  void open_link() {
    if (top() == "samp") {
      out_ += "</samp>";
      stack_.pop_back();
    }
    if (stack_.size() >= most_) return;
    if (among(top(), table_context)) into_cell();
    push("samp");
  }

  /// A paragraph ends where the next block begins, a member of a list where the next one does, a heading at a heading.
  void close_implied(std::string_view name) {
    std::size_t const p = look([](auto const& n) { return n == "p"; }, fence);
    if (p < stack_.size()) close_at(p);
    auto const block = [](auto const& n) { return n != "div" && n != "address" && n != "samp"; };
    std::size_t at = stack_.size();
    if (name == "li") at = look([](auto const& n) { return n == "li"; }, block);
    if (name == "dd" || name == "dt") at = look([](auto const& n) { return n == "dd" || n == "dt"; }, block);
    if (at < stack_.size()) close_at(at);
    if (name.size() == 2 && name[0] == 'h' && top().size() == 2 && top()[0] == 'h') close_at(stack_.size() - 1);
  }

  void close_at(std::size_t at) {
    if (top() == "samp") out_ += "</samp>";
    out_.append("</").append(stack_[at]).append(">");
    pop_to(at);
  }

  void open_in_table(std::string_view name, std::string const& attributes) {
    auto const is = [](std::string_view word) { return [word](auto const& n) { return n == word; }; };
    auto const never = [](auto const&) { return false; };
    std::size_t const table = look(is("table"), never);
    if (table == stack_.size()) return line_break();  // a cell without its table
    std::size_t keep = table + 1;
    if (name == "tr" || name == "td" || name == "th") {
      while (keep < stack_.size() && among(stack_[keep], sections)) ++keep;
      if (name != "tr" && keep < stack_.size() && stack_[keep] == "tr") ++keep;
    }
    while (stack_.size() > keep) close_at(stack_.size() - 1);
    if ((name == "td" || name == "th") && top() != "tr") push("tr");
    push(name, attributes);
  }

  void close(std::string const& tag) {
    std::string_view name = tag;
    if (name == "br" || name == "p") {
      if (name == "br" || look([](auto const& n) { return n == "p"; }, fence) == stack_.size()) return line_break();
    }
    if (name == "a") {
      if (top() == "samp") {
        out_ += "</samp>";
        stack_.pop_back();
      }
      return;
    }
    if (among(name, blocks)) name = "div";
    if (!among(name, kept)) return;
    bool const of_table = among(name, table_context) || among(name, fences);
    bool const heading = name.size() == 2 && name[0] == 'h';
    std::size_t const at = look([&](auto const& n) { return n == name || (heading && n.size() == 2 && n[0] == 'h'); },
                                [&](auto const& n) { return of_table ? n == "table" : fence(n); });
    if (at < stack_.size()) close_at(at);
  }

  std::string_view in_;
  std::size_t most_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::string> stack_;
};

}  // namespace

std::string filter_html(std::string_view html, std::size_t most) {
  return Filter(html, std::max<std::size_t>(most, 8)).run();
}

}  // namespace readers

GONGWEN_END
