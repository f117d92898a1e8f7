#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

Progress::Progress(std::size_t inputs, bool quiet)
    : inputs_(inputs), shows_(!quiet && inputs > 1 && isatty(STDERR_FILENO) != 0) {}

void Progress::done(std::string const& path, std::string const& failure) {
  ++done_;
  if (!failure.empty()) {
    ++failures_;
    clear();
    std::cerr << "gongwen: " << path << ": " << failure << "\n";
  }
  if (!shows_ || (done_ != inputs_ && seconds() - shown_ < 0.1)) return;
  shown_ = seconds();
  // Cut from the left, where paths of one run are alike, and never inside a character.
  std::string name = path;
  if (name.size() > 48) {
    std::size_t cut = name.size() - 48;
    while (cut < name.size() && (static_cast<unsigned char>(name[cut]) & 0xc0U) == 0x80U) ++cut;
    name.erase(0, cut);
  }
  clear();
  std::cerr << fmt::format("{}/{} {}", done_, inputs_, name) << std::flush;
}

void Progress::finish() {
  if (!shows_) return;
  clear();
  std::cerr << fmt::format("{} documents, {} failed, {:.1f} s\n", done_, failures_, seconds());
}

/// Back to the begin of the line, and the line empty.
void Progress::clear() const {
  if (shows_) std::cerr << "\r\x1b[K";
}

double Progress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
}
