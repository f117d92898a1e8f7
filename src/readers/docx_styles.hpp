// docx_styles.hpp: what the styles and the numbering of a DOCX say about a paragraph.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "archive.hpp"

GONGWEN_BEGIN

namespace readers {

/// Reads word/styles.xml and word/numbering.xml, and counts the numbered paragraphs as they come.
class Styles {
 public:
  Styles(Archive& archive, std::string const& styles_part, std::string const& numbering_part);

  /// What a paragraph's properties (w:pPr) come to, with its style and the styles that this is based on.
  struct Paragraph {
    std::uint32_t heading = 0;  ///< 1 to 9, 0: body text
    bool contents = false;      ///< a line of a generated table of contents
    bool hidden = false;        ///< its style hides it
    std::string list;           ///< w:numId, empty: not numbered
    std::uint32_t level = 0;    ///< w:ilvl
  };
  [[nodiscard]] Paragraph paragraph(pugi::xml_node properties) const;
  /// Whether a style of characters hides its text.
  [[nodiscard]] bool hides(std::string_view character_style) const;

  /// Counts on and returns the number as shown, with what follows it. Call once for each numbered paragraph, in order.
  [[nodiscard]] std::string next_number(std::string const& list, std::uint32_t level);

 private:
  static constexpr std::size_t levels = 9;

  struct Style {
    Paragraph own;
    bool has_heading = false, has_level = false, has_list = false;
    std::string based_on;
  };
  struct Level {
    std::int64_t start = 1;
    std::string format = "decimal";
    std::string text;  ///< "%1." and the like
    std::string suffix = "tab";
    std::string style;  ///< the paragraph style that stands for this level
    std::int64_t restart = -1;
    bool legal = false;  ///< higher levels' numbers in Arabic digits
  };
  struct List {
    std::string abstract;
    std::array<Level, levels> level;
    std::array<std::int64_t, levels> override_start{};  ///< -1: none
    std::array<bool, levels> overridden{};              ///< its override was carried out
  };
  struct Counter {
    std::array<std::int64_t, levels> value{};
    std::array<bool, levels> begun{};
  };

  void read_styles(pugi::xml_node root);
  void read_numbering(pugi::xml_node root);
  static void read_level(pugi::xml_node node, Level& out);
  static void read_properties(pugi::xml_node properties, Style& out);
  void inherit(std::string const& style, Style& out) const;

  std::map<std::string, Style, std::less<>> styles_;
  std::string default_style_;
  std::map<std::string, List, std::less<>> lists_;
  std::map<std::string, Counter, std::less<>> counters_;  ///< by abstract list, which several lists may share
};

}  // namespace readers

GONGWEN_END
