// gongwen/detail/review/page.hpp: the page: a frame with the words of the language, a style, a script, and the data.
#pragma once

#include <string>
#include <string_view>

#include "assets.hpp"
#include "page_data.hpp"

GONGWEN_BEGIN

namespace detail {

inline void put_html(Out& out, std::string_view text) {
  for (char const c : text) {
    switch (c) {
      case '&': put(out, "&amp;"); break;
      case '<': put(out, "&lt;"); break;
      case '>': put(out, "&gt;"); break;
      case '"': put(out, "&quot;"); break;
      case '\'': put(out, "&#39;"); break;
      default: out.push_back(c);
    }
  }
}

/// Fills the places {{name}} of the frame. What is filled in is never looked at again.
inline std::string page(ReviewWords const& words, std::span<Reviewed const> documents) {
  std::string_view title = words("title");
  if (documents.size() == 1 && !documents[0].findings.records().outline().title().empty())
    title = documents[0].findings.records().outline().title();
  Out out;
  auto const fill = [&](std::string_view name) {
    if (name == "style") return put(out, page_style());
    if (name == "style_hash") return put(out, page_style_hash());
    if (name == "script") return put(out, page_script());
    if (name == "script_hash") return put(out, page_script_hash());
    if (name == "data") return put_script_safe(out, page_data(words, documents));
    if (name == "language") return put(out, words.chinese() ? "zh-CN" : "en");
    if (name == "page_title") return put_html(out, title);
    put_html(out, words(name));
  };
  std::string_view frame = page_frame();
  for (;;) {
    std::size_t const begin = frame.find("{{");
    std::size_t const end = begin == std::string_view::npos ? begin : frame.find("}}", begin);
    put(out, frame.substr(0, begin));
    if (end == std::string_view::npos) break;
    fill(frame.substr(begin + 2, end - begin - 2));
    frame.remove_prefix(end + 2);
  }
  return {out.data(), out.size()};
}

}  // namespace detail

GONGWEN_END
