// fuzz_driver: replays the files of corpora through a libFuzzer target, with any compiler.
//
//   gongwen_fuzz_NAME FILE|FOLDER…
//
// Each input is copied into a block of exactly its size, so that a sanitizer sees a read of one byte too many.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace {

void replay(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::string const bytes{std::istreambuf_iterator<char>(in), {}};
  auto const block = std::make_unique<std::uint8_t[]>(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i) block[i] = static_cast<std::uint8_t>(bytes[i]);
  LLVMFuzzerTestOneInput(block.get(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  int count = 0;
  for (int i = 1; i < argc; ++i) {
    std::filesystem::path const path = argv[i];
    if (!std::filesystem::is_directory(path)) {
      if (!std::filesystem::exists(path)) continue;
      replay(path);
      ++count;
      continue;
    }
    for (auto const& entry : std::filesystem::recursive_directory_iterator(path)) {
      if (!entry.is_regular_file()) continue;
      replay(entry.path());
      ++count;
    }
  }
  std::printf("%d inputs replayed\n", count);
  return count == 0 ? 77 : 0;  // nothing to replay: skipped
}
