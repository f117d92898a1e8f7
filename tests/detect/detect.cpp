// gongwen_detect <CASES: reads cases and says how many of each kind are read right.
//
// A case, as detect.py writes them: u32 kind, u32 size of the expected UTF-8, u32 size of the bytes, then both. Right is a
// case whose decoded text is the expected one, whatever name the encoding has: pure ASCII is the same in most.
//
// Prints "KIND RIGHT ALL" a line, and the first wrong cases of each kind on standard error.
#include <cstdint>
#include <cstring>
#include <gongwen/parse.hpp>
#include <iostream>
#include <map>
#include <optional>
#include <string>

namespace {

struct Tally {
  std::size_t right = 0;
  std::size_t all = 0;
};

/// Reads cases one by one, so that they can be made at the same time.
class Cases {
 public:
  explicit Cases(std::istream& in) : in_(in) {}
  /// A number, or nothing at the end of the input.
  std::optional<std::uint32_t> number() {
    char bytes[4];
    if (!in_.read(bytes, sizeof bytes)) return std::nullopt;
    std::uint32_t out = 0;
    std::memcpy(&out, bytes, sizeof out);
    return out;
  }
  std::string take(std::size_t size) {
    std::string out(size, '\0');
    in_.read(out.data(), static_cast<std::streamsize>(size));
    return out;
  }

 private:
  std::istream& in_;
};

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  std::map<std::uint32_t, Tally> tallies;
  constexpr std::size_t shown = 3;
  Cases cases(std::cin);
  while (auto const kind = cases.number()) {
    std::uint32_t const expected_size = cases.number().value();
    std::uint32_t const size = cases.number().value();
    std::string const expected = cases.take(expected_size);
    gongwen::Text const text = gongwen::parse(cases.take(size));
    Tally& tally = tallies[*kind];
    ++tally.all;
    if (text.original() == expected)
      ++tally.right;
    else if (tally.all - tally.right <= shown)
      std::cerr << *kind << ": " << expected.substr(0, 120) << "\n   read as " << text.encoding() << "\n";
  }
  for (auto const& [kind, tally] : tallies) std::cout << kind << ' ' << tally.right << ' ' << tally.all << '\n';
  return 0;
}
