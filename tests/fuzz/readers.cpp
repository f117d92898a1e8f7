// Rich input of any bytes: an error that says what to do, or UTF-8 with places in order. PDF is left to its own program.
#include <cstdint>
#include <cstdlib>
#include <gongwen/readers.hpp>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  if (gongwen::rich_format(bytes) == gongwen::RichFormat::pdf) return 0;
  gongwen::ReadOptions options;
  options.max_inflated = 1 << 20;
  options.max_text = 1 << 20;
  try {
    gongwen::RichText const rich = gongwen::read_rich(bytes, options);
    std::uint64_t last = 0;
    for (gongwen::Place const& p : rich.places) {
      if (p.offset < last || p.offset > rich.text.size()) std::abort();
      last = p.offset;
    }
  } catch (gongwen::error const& e) {
    if (gongwen::name(e.code()) == "unknown" || e.what()[0] == '\0') std::abort();
  }
  return 0;
}
