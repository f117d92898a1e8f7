// gongwen/findings.hpp: what does not add up.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records.hpp"

GONGWEN_BEGIN

enum class Severity : std::uint8_t { error, warning, info };
[[nodiscard]] constexpr std::string_view name(Severity severity) noexcept {
  constexpr std::string_view names[] = {"error", "warning", "info"};
  return detail::pick(names, severity);
}

/// What a rule expected or found: an amount, or words where `value` is absent.
struct Reading {
  std::optional<Decimal> value;
  std::string_view unit;
  std::string text;
};

/// One result of a rule.
struct Finding {
  std::string_view rule;  ///< stable id, static storage
  Severity severity{};
  std::string message;  ///< a sentence for people, in the language of the options
  std::optional<Reading> expected, found;
  std::string how;  ///< the computation
  std::vector<Ref> evidence;
  NodeIndex node = no_node;
  Span span;  ///< the place to look at
  detail::Range range;
};

/// The result of `check`: the records and the findings. Copies share the records.
class Findings {
 public:
  Findings() = default;
  Findings(Records records, std::vector<Finding> findings) noexcept
      : records_(std::move(records)), findings_(std::move(findings)) {}

  [[nodiscard]] Records const& records() const& noexcept { return records_; }
  Records const& records() const&& = delete;
  [[nodiscard]] std::span<Finding const> findings() const& noexcept { return findings_; }
  std::span<Finding const> findings() const&& = delete;

 private:
  Records records_;
  std::vector<Finding> findings_;
};

GONGWEN_END
