// cases.hpp: the lines of $GONGWEN_SHARED/peers/*.jsonl as values. A number stays the text that stands in the file: no
// decimal passes through a binary float.
#pragma once

#include <cstddef>
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <nlohmann/json.hpp>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace peers {

using nlohmann::json;

/// Builds a json value whose numbers are strings, as written.
class Exact : public nlohmann::json_sax<json> {
 public:
  json root;

  bool null() override { return put(nullptr); }
  bool boolean(bool v) override { return put(v); }
  bool number_integer(std::int64_t v) override { return put(std::to_string(v)); }
  bool number_unsigned(std::uint64_t v) override { return put(std::to_string(v)); }
  bool number_float(double, std::string const& v) override { return put(v); }
  bool string(std::string& v) override { return put(v); }
  bool binary(json::binary_t&) override { return false; }
  bool key(std::string& v) override {
    key_ = v;
    return true;
  }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const& e) override {
    throw std::runtime_error(e.what());
  }

 private:
  json& place(json v) {
    if (open_.empty()) return root = std::move(v);
    json& in = *open_.back();
    if (in.is_object()) return in[key_] = std::move(v);
    in.push_back(std::move(v));
    return in.back();
  }
  bool put(json v) {
    place(std::move(v));
    return true;
  }
  bool open(json v) {
    // What is open is the last member of its parent, so that no pointer on the stack moves while it is there
    open_.push_back(&place(std::move(v)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::vector<json*> open_;
  std::string key_;
};

/// One reading that passes: of a quantity its value and unit, of a time its bounds or its length.
struct Reading {
  std::optional<gongwen::Decimal> value, low, high;
  std::optional<std::string> unit;
  std::string begin, end, duration;
  std::optional<gongwen::Fraction> fraction;  ///< of a value with more places than a decimal holds, in lowest terms
  bool beyond = false;
};

/// One mention that a case asks for.
struct Wanted {
  std::string text;
  std::size_t from = 0, to = 0;  ///< code points of the input
  std::vector<Reading> readings;
  std::string mod;
};

struct Case {
  std::size_t line = 0;
  std::string input, source, reference_date;
  bool none = false;
  std::vector<Wanted> wanted;
};

inline gongwen::Fraction reduced(gongwen::Fraction f) {
  auto const by = std::gcd(f.numerator, f.denominator);
  return by == 0 ? f : gongwen::Fraction{f.numerator / by, f.denominator / by};
}
/// 0.000000000025 as {1, 4 x 10^10}.
inline std::optional<gongwen::Fraction> over_power_of_ten(std::string const& written) {
  std::size_t const point = written.find('.');
  std::size_t const places = written.size() - std::min(point, written.size()) - 1;
  if (point == std::string::npos || places > 18) return std::nullopt;
  auto const digits = gongwen::Decimal::parse(written.substr(0, point) + written.substr(point + 1));
  auto const power = gongwen::Decimal(1).scaled(static_cast<int>(places));
  auto const above = digits ? digits->to_int64() : std::nullopt;
  auto const below = power ? power->to_int64() : std::nullopt;
  return above && below ? std::optional(reduced({*above, *below})) : std::nullopt;
}

/// A number that decimal128(38, 10) does not hold leaves `beyond` set: no mention can have it as its value.
inline std::optional<gongwen::Decimal> decimal(json const& of, char const* name, bool& beyond) {
  if (!of.contains(name)) return std::nullopt;
  auto const value = gongwen::Decimal::parse(of[name].get<std::string>());
  beyond = beyond || !value;
  return value;
}

/// `also` of a time is a pair of days; every other reading names its members.
inline Reading reading(json const& of) {
  Reading out;
  if (of.is_array()) {
    out.begin = of.at(0).get<std::string>();
    out.end = of.at(1).get<std::string>();
    return out;
  }
  out.value = decimal(of, "value", out.beyond);
  if (out.beyond) out.fraction = over_power_of_ten(of["value"].get<std::string>());
  out.low = decimal(of, "low", out.beyond);
  out.high = decimal(of, "high", out.beyond);
  if (of.contains("unit")) out.unit = of["unit"].get<std::string>();
  out.begin = of.value("begin", "");
  out.end = of.value("end", "");
  out.duration = of.value("duration", "");
  return out;
}

inline Wanted wanted(json const& of) {
  Wanted out;
  out.text = of.at("text").get<std::string>();
  out.from = std::stoul(of.at("at").at(0).get<std::string>());
  out.to = std::stoul(of.at("at").at(1).get<std::string>());
  out.mod = of.value("mod", "");
  out.readings.push_back(reading(of));
  if (of.contains("also")) {
    for (json const& other : of["also"]) {
      Reading r = reading(other);
      if (other.is_object() && !r.unit) r.unit = out.readings.front().unit;
      out.readings.push_back(std::move(r));
    }
  }
  return out;
}

inline std::vector<Case> read(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<Case> out;
  std::string text;
  for (std::size_t line = 1; std::getline(in, text); ++line) {
    Exact exact;
    json::sax_parse(text, &exact);
    json const& j = exact.root;
    Case c;
    c.line = line;
    c.input = j.at("input").get<std::string>();
    c.source = j.at("source").at("repo").get<std::string>();
    c.reference_date = j.value("reference_date", "");
    c.none = j.value("none", false);
    if (j.contains("expect")) {
      for (json const& e : j["expect"]) c.wanted.push_back(wanted(e));
    } else if (!c.none) {
      c.wanted.push_back(wanted(j));
    }
    out.push_back(std::move(c));
  }
  return out;
}

}  // namespace peers
