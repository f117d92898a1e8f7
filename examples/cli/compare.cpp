#include "compare.hpp"

#include <fmt/format.h>

#include <gongwen/gongwen.hpp>
#include <string_view>

#include "input.hpp"

namespace {

/// A JSON string.
std::string quoted(std::string_view words) {
  std::string out = "\"";
  for (char const c : words) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

/// One side: which record, its value, whether it is a result or a plan.
std::string side(gongwen::Indicator const& fact, std::uint32_t index, gongwen::Decimal value) {
  return fmt::format("{{\"id\":\"i{}\",\"value\":{},\"status\":\"{}\"}}", index + 1, value.to_string(),
                     gongwen::name(fact.status));
}

std::string json(gongwen::Comparison const& c, gongwen::Compared const& pair) {
  gongwen::Indicator const& a = c.first().indicators()[pair.first];
  gongwen::Indicator const& b = c.second().indicators()[pair.second];
  std::string out = fmt::format(
      "{{\"type\":\"comparison\",\"indicator_id\":{},\"name\":{},\"area\":{},\"period\":{},\"aspect\":\"{}\","
      "\"relation\":\"{}\",\"unit\":{},\"first\":{},\"second\":{}",
      quoted(b.indicator_id), quoted(b.canonical), quoted(b.area), quoted(b.period->timex), gongwen::name(pair.aspect),
      gongwen::name(pair.relation), quoted(pair.unit), side(a, pair.first, pair.first_value),
      side(b, pair.second, pair.second_value));
  if (pair.difference) out += ",\"difference\":" + pair.difference->to_string();
  if (pair.per_cent) out += ",\"per_cent\":" + pair.per_cent->to_string();
  return out + "}\n";
}

std::string row(gongwen::Comparison const& c, gongwen::Compared const& pair) {
  gongwen::Indicator const& b = c.second().indicators()[pair.second];
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", b.canonical, b.area, b.period->timex,
                     gongwen::name(pair.aspect), pair.first_value.to_string(), pair.second_value.to_string(), pair.unit,
                     gongwen::name(pair.relation));
}

}  // namespace

std::string compare_files(std::string const& first, std::string const& second, CompareSettings const& settings) {
  auto const read = [&](std::string const& path) {
    return read_text(path, settings.parse) | gongwen::segment() | gongwen::extract(settings.extract);
  };
  gongwen::Comparison const comparison = gongwen::compare(read(first), read(second));
  std::string out;
  for (gongwen::Compared const& pair : comparison.pairs()) {
    out += settings.table ? row(comparison, pair) : json(comparison, pair);
  }
  return out;
}
