// html_filter.hpp: HTML with the parts that matter here, well nested, so that the tree builder's work stays linear.
#pragma once

#include <gongwen/config.hpp>
#include <string>
#include <string_view>

GONGWEN_BEGIN

namespace readers {

/// Elements whose end is closed by the next are closed, tags of type and colour are taken out, scripts, styles and
/// controls go with what they hold. Links become <samp>; what nests deeper than `most` becomes a line break. An HTML5 tree
/// builder spends time with the depth of open elements, with formatting that reaches over blocks, with text between the
/// cells of a table and with attributes; after this there is little of any.
///
/// Attributes that are left: colspan, rowspan, start, type, value; `hidden`, for what a page hides; `class`, `nav` or
/// `main`, where class, id or role say so; `type` is `none` for a list without numbers. O(n).
[[nodiscard]] std::string filter_html(std::string_view html, std::size_t most);

}  // namespace readers

GONGWEN_END
