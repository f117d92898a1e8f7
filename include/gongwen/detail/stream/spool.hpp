// gongwen/detail/stream/spool.hpp: output that has to wait for what comes before it, in a temporary file.
#pragma once

#include <cstdio>
#include <string_view>

#include "../../error.hpp"
#include "../../write.hpp"

GONGWEN_BEGIN

namespace detail {

class Spool {
 public:
  Spool() = default;
  Spool(Spool const&) = delete;
  Spool& operator=(Spool const&) = delete;
  ~Spool() {
    if (file_ != nullptr) std::fclose(file_);
  }

  void append(std::string_view bytes) {
    if (file_ == nullptr) file_ = std::tmpfile();
    if (file_ == nullptr || std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail();
  }
  /// Hands on all that was appended.
  void drain(Sink const& sink) {
    if (file_ == nullptr) return;
    if (std::fflush(file_) != 0 || std::fseek(file_, 0, SEEK_SET) != 0) fail();
    char buffer[1U << 15U];
    while (std::size_t const n = std::fread(buffer, 1, sizeof buffer, file_)) sink({buffer, n});
    if (std::ferror(file_) != 0) fail();
  }

 private:
  [[noreturn]] static void fail() {
    throw error(error_code::io, 0,
                "a temporary file can't be used; make room where temporary files lie, or read the input whole");
  }

  std::FILE* file_ = nullptr;
};

}  // namespace detail

GONGWEN_END
