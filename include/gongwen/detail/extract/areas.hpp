// gongwen/detail/extract/areas.hpp: which division of GB/T 2260 a name means in a document.
//
// A document is about a place: the nearest division that its title names, else its notes (who signs or publishes). From it
// 全市, 我县, 全省 get their codes, and of namesakes (鼓楼区, 朝阳区) the one in the same prefecture, else province. A county's
// short name counts only inside the prefecture that the document is about. What stays open has no code.
#pragma once

#include <string>
#include <string_view>

#include "../../outline.hpp"
#include "../scan/lexicon_data.hpp"

GONGWEN_BEGIN

namespace detail {

class Areas {
 public:
  explicit Areas(LexiconData const& lexicon) : lexicon_(lexicon) {}

  /// The code of the place that the article is about; empty when nothing says it.
  [[nodiscard]] std::string_view about() const noexcept { return about_; }

  /// Reads the titles and notes of the article that begins at a node.
  void new_article(Outline const& outline, NodeIndex first) {
    about_ = {};
    auto const nodes = outline.nodes();
    std::string_view const text = outline.text().view();
    int read = 0;
    for (NodeKind const kind : {NodeKind::title, NodeKind::note}) {
      for (NodeIndex i = first; i < nodes.size() && read < most_lines && about_.empty(); ++i) {
        if (i > first && nodes[i].kind == NodeKind::article) break;
        if (nodes[i].kind != kind || nodes[i].range.size() > 400) continue;
        ++read;
        about_ = nearest(text.substr(0, nodes[i].range.end), nodes[i].range.begin);
      }
    }
  }

  /// The code that `codes` (one, or namesakes with a space between) mean here; empty where it can't be told.
  [[nodiscard]] std::string_view pick(std::string_view codes) const noexcept { return pick(codes, about_); }

  /// The code of an area as written: a place's own, or that of 全市, 我县, 全省 by what the article is about.
  [[nodiscard]] std::string_view code(std::string_view name, std::string_view codes) const noexcept {
    if (!codes.empty()) return pick(codes);
    return relative(name);
  }

  /// The code of an area named by its relation to the speaker; empty for any other word.
  [[nodiscard]] std::string_view relative(std::string_view name) const noexcept {
    if (about_.size() != 6 || name.size() < 6) return {};
    char32_t const first = code_point(name, 0);
    if (first != 0x5168 && first != 0x6211 && first != 0x672c) return {};  // 全 我 本
    if (lexicon_.find(name, Class::area).word.empty()) return {};
    // 全市, 全县, 我区: the division of the place's own chain that ends so, the nearest first
    std::string_view const kind = name.substr(3);
    for (std::string_view at = about_; !at.empty(); at = above(at)) {
      std::string_view const full = lexicon_.division(at).word;
      if (full.size() > kind.size() && full.substr(full.size() - kind.size()) == kind) return at;
    }
    return {};
  }

  /// The division above: of a county its prefecture, else its province. A view that lives as long as the lexicon.
  [[nodiscard]] std::string_view above(std::string_view code) const noexcept {
    Entry const own = lexicon_.division(code);
    if (own.word.empty()) return {};
    std::string_view const codes = own.text, parents = own.second;
    // Namesakes: the parent that stands where the code does
    std::size_t c = 0, p = 0;
    while (c < codes.size() && codes.substr(c, codes.find(' ', c) - c) != code) {
      c = codes.find(' ', c);
      p = parents.find(' ', p);
      if (c == std::string_view::npos || p == std::string_view::npos) return {};
      ++c;
      ++p;
    }
    return parents.substr(p, parents.find(' ', p) - p);
  }
  [[nodiscard]] std::string_view full_name(std::string_view code) const noexcept {
    return lexicon_.division(code).word;
  }

  /// Of namesakes the one in the division `near` or its prefecture, else its province; a single one as it is.
  [[nodiscard]] static std::string_view pick(std::string_view codes, std::string_view near) noexcept {
    if (codes.find(' ') == std::string_view::npos) return codes;
    for (std::size_t const same : {std::size_t{6}, std::size_t{4}, std::size_t{2}}) {
      if (near.size() != 6) break;
      std::string_view found;
      int n = 0;
      for (std::string_view rest = codes; !rest.empty();) {
        std::string_view const code = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), code.size() + 1));
        if (code.substr(0, same) != near.substr(0, same)) continue;
        found = code;
        ++n;
      }
      if (n == 1) return found;
      if (n > 1) return {};
    }
    return {};
  }

 private:
  static constexpr int most_lines = 24;

  /// 广东省梅州市梅县区…: of the places from `at` on, the nearest that lies in those before it.
  [[nodiscard]] std::string_view nearest(std::string_view text, std::size_t at) const {
    std::string_view found;
    while (at < text.size()) {
      Entry const place = lexicon_.longest(text, at, Class::place);
      if (place.word.empty()) {
        at += char_size(text, at);
        continue;
      }
      at += place.word.size();
      std::string_view const code = pick(place.text, found);
      std::size_t const shared = found.empty() ? 0 : found.substr(2) == "0000" ? 2 : 4;
      bool const inside = code.substr(0, shared) == found.substr(0, shared);
      if (code.size() == 6 && inside && (found.empty() || found.substr(4) == "00")) found = code;
    }
    return found;
  }

  LexiconData const& lexicon_;
  std::string_view about_;
};

}  // namespace detail

GONGWEN_END
