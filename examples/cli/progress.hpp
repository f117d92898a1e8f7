// progress.hpp: how far a long run is, on stderr.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

/// A line that is written over while inputs are dealt with, and a summary at the end: on a terminal only, and not where
/// that was asked for or there is but one input. Failures are named wherever stderr goes.
class Progress {
 public:
  Progress(std::size_t inputs, bool quiet);

  /// An input is done; a failure says what to do.
  void done(std::string const& path, std::string const& failure);
  /// Documents, failures, seconds.
  void finish();
  [[nodiscard]] bool failed() const { return failures_ != 0; }

 private:
  void clear() const;
  [[nodiscard]] double seconds() const;

  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  double shown_ = 0;  ///< when the line was last written
  std::size_t inputs_, done_ = 0, failures_ = 0;
  bool shows_;
};
