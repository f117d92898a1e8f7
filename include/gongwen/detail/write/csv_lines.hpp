// gongwen/detail/write/csv_lines.hpp: cells and lines as RFC 4180 has them, safe for spreadsheets.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include "../../decimal.hpp"
#include "hand_on.hpp"

GONGWEN_BEGIN

namespace detail {

/// Whether a spreadsheet may take words for a formula: by their first character, also in its wide form (U+FF0B, U+FF0D,
/// U+FF1D, U+FF20). A plain number is none.
inline bool like_formula(std::string_view s) {
  if (s.empty()) return false;
  if (std::string_view("=+-@\t\r").find(s[0]) != std::string_view::npos) return !Decimal::parse(s);
  constexpr std::string_view wide[] = {"\uff0b", "\uff0d", "\uff1d", "\uff20"};
  return std::any_of(std::begin(wide), std::end(wide), [&](std::string_view w) { return s.substr(0, 3) == w; });
}

/// One row after the other.
class CsvLines {
 public:
  explicit CsvLines(Sink const& sink) : sink_(sink) {}

  void cell(std::string_view text, bool plain) {
    if (!first_) out_.push_back(',');
    first_ = false;
    bool const formula = !plain && like_formula(text);
    bool const quoted = text.find_first_of("\",\r\n") != std::string_view::npos;
    if (quoted) out_.push_back('"');
    if (formula) out_.push_back('\'');
    for (char const c : text) {
      if (c == '"') out_.push_back('"');
      out_.push_back(c);
    }
    if (quoted) out_.push_back('"');
  }
  void end_row() {
    put(out_, "\r\n");
    first_ = true;
    hand_on_much(out_, sink_);
  }
  void flush() { hand_on(out_, sink_); }

 private:
  Sink const& sink_;
  Out out_;
  bool first_ = true;
};

}  // namespace detail

GONGWEN_END
