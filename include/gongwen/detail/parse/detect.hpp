// gongwen/detail/parse/detect.hpp: which encoding bytes are in, by how usual the characters are that each would make of them.
//
// Every encoding is a reading of the same bytes, and every character of a reading costs what a Chinese official text pays
// for it: its surprise in bits. The reading that costs least is the right one. No table of characters is needed, since
// the code tables are sorted by use: GB 2312-1980 and Big5 both keep their usual characters (level 1) apart from the
// rare ones (level 2), and what came later (GBK, GB 18030) is rarer still.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../characters/utf8.hpp"
#include "icu_converter.hpp"

GONGWEN_BEGIN

namespace detail {

enum class Encoding : std::uint8_t { utf8, gb18030, big5, utf16le, utf16be };

constexpr char const* icu_name(Encoding encoding) noexcept {
  constexpr char const* names[] = {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"};
  return names[static_cast<std::size_t>(encoding)];
}

/// What a character costs: about the binary logarithm of how many are as usual as it. Only differences matter, and they
/// are so large that a round figure does.
namespace cost {
inline constexpr std::uint32_t blank = 5;        ///< white space, which comes in rows
inline constexpr std::uint32_t mark = 6;         ///< Chinese punctuation, digits
inline constexpr std::uint32_t latin = 8;        ///< ASCII letters and signs, which come in words and addresses
inline constexpr std::uint32_t usual = 10;       ///< Han of level 1
inline constexpr std::uint32_t symbol = 14;      ///< circled numerals, units, full-width letters
inline constexpr std::uint32_t rare = 17;        ///< Han of level 2
inline constexpr std::uint32_t foreign = 20;     ///< kana, Greek, Cyrillic, box drawings
inline constexpr std::uint32_t very_rare = 22;   ///< Han and other characters beyond the levels
inline constexpr std::uint32_t never = 32;       ///< control characters, places that the standards leave to users
inline constexpr std::uint32_t impossible = 40;  ///< bytes that the encoding does not allow
}  // namespace cost

constexpr std::uint32_t ascii_cost(unsigned char b) noexcept {
  if (b == ' ' || b == '\n' || b == '\r' || b == '\t') return cost::blank;
  if ((b >= '0' && b <= '9') || b == '.' || b == '%') return cost::mark;
  return (b >= 0x20 && b < 0x7f) || b == '\f' ? cost::latin : cost::never;
}

/// A pair of bytes of GB 18030 (GB 2312 in its rows 1 to 87, GBK around it).
constexpr std::uint32_t gb_pair_cost(unsigned a, unsigned b) noexcept {
  if (b < 0x40 || b == 0x7f || b == 0xff) return cost::impossible;
  if (b < 0xa1) return a < 0xa1 ? cost::very_rare : a < 0xa8 ? cost::never : a < 0xaa ? cost::foreign : cost::very_rare;
  if (a < 0xa1) return cost::very_rare;
  if (a == 0xa1 && b == 0xa1) return cost::blank;
  if (a == 0xa1 || a == 0xa3) return b < 0xc0 ? cost::mark : cost::symbol;  // ，。、“”（）《》, full-width digits
  if (a == 0xa2) return cost::symbol;
  if (a < 0xaa) return a == 0xa9 && b < 0xa6 && b > 0xa3 ? cost::mark : cost::foreign;  // ─━ make rules
  if (a < 0xb0) return cost::never;
  if (a < 0xd8) return a == 0xd7 && b > 0xf9 ? cost::never : cost::usual;
  return a < 0xf8 ? cost::rare : cost::never;
}

/// A pair of bytes of Big5, with what Hong Kong added around it (HKSCS).
constexpr std::uint32_t big5_pair_cost(unsigned a, unsigned b) noexcept {
  if (b < 0x40 || (b > 0x7e && b < 0xa1) || b == 0xff) return cost::impossible;
  unsigned const pair = a << 8U | b;
  if (a < 0xa1) return pair < 0x8740 ? cost::never : cost::very_rare;
  if (pair == 0xa140) return cost::blank;
  if (pair < 0xa176) return cost::mark;  // ，、。（）《》「」
  if (pair < 0xa343) return cost::symbol;
  if (pair < 0xa440) return cost::foreign;
  if (pair < 0xc67f) return cost::usual;
  if (pair < 0xc940) return pair < 0xc6bf ? cost::symbol : cost::very_rare;
  return pair < 0xf9d6 ? cost::rare : cost::very_rare;
}

/// A character that is not ASCII: how many bytes it takes, 0 where the bytes end inside it, and what it costs.
struct Priced {
  std::size_t size = 0;
  std::uint32_t bits = cost::impossible;
};
/// The cost of bytes in an encoding that has ASCII as it is; `price(at)` tells of the other characters.
template <class Price>
std::uint64_t cost_of(std::string_view bytes, Price&& price) noexcept {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    auto const b = static_cast<unsigned char>(bytes[i]);
    Priced const c = b < 0x80 ? Priced{1, ascii_cost(b)} : price(i);
    if (c.size == 0) break;  // cut inside a character, which tells nothing
    sum += c.bits;
    i += c.size;
  }
  return sum;
}
/// A pair is stepped over as one only where the encoding allows it.
constexpr Priced priced_pair(std::uint32_t pair_cost) noexcept {
  return {pair_cost == cost::impossible ? std::size_t{1} : 2, pair_cost};
}

inline std::uint64_t cost_as_gb18030(std::string_view bytes) noexcept {
  auto const at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  auto const lead = [](unsigned char b) { return b > 0x80 && b < 0xff; };
  auto const digit = [](unsigned char b) { return b >= 0x30 && b <= 0x39; };
  return cost_of(bytes, [&](std::size_t i) -> Priced {
    std::size_t const left = bytes.size() - i;
    if (!lead(at(i))) return {1, cost::impossible};
    if (left == 1 || (digit(at(i + 1)) && left < 4)) return {};
    if (!digit(at(i + 1))) return priced_pair(gb_pair_cost(at(i), at(i + 1)));
    bool const four = lead(at(i + 2)) && digit(at(i + 3));
    return four ? Priced{4, cost::very_rare} : Priced{1, cost::impossible};
  });
}

inline std::uint64_t cost_as_big5(std::string_view bytes) noexcept {
  auto const at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  return cost_of(bytes, [&](std::size_t i) -> Priced {
    if (at(i) == 0x80 || at(i) == 0xff) return {1, cost::impossible};
    return i + 1 == bytes.size() ? Priced{} : priced_pair(big5_pair_cost(at(i), at(i + 1)));
  });
}

inline std::uint64_t cost_as_utf8(std::string_view bytes) noexcept {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    Utf8Step const step = utf8_step(bytes, i);
    i += step.size;
    char32_t const c = step.value;
    if (!step.valid)
      sum += i < bytes.size() ? cost::impossible : 0;
    else if (c < 0x80)
      sum += ascii_cost(static_cast<unsigned char>(c));
    else if (c < 0xa0 || (c >= 0xe000 && c < 0xf900))
      sum += cost::never;
    else if (c < 0x100)
      sum += cost::mark;  // · × ° ±
    else if (is_common_han(c) || (c >= 0x2010 && c < 0x2040) || (c >= 0x3000 && c < 0x3020) || c >= 0xff00)
      sum += cost::usual;
    else
      sum += cost::foreign;
  }
  return sum;
}

/// UTF-16 in one byte order: what GB 18030 or Big5, whichever has it as more usual, would take for each character.
class Utf16Cost {
 public:
  Utf16Cost() noexcept : gb_(open("GB18030")), big5_(open("Big5")) {}

  [[nodiscard]] std::uint64_t operator()(std::string_view bytes, bool little) const noexcept {
    std::uint64_t sum = bytes.size() % 2 == 0 ? 0 : cost::impossible;
    UChar lead = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
      auto const a = static_cast<unsigned char>(bytes[i]);
      auto const b = static_cast<unsigned char>(bytes[i + 1]);
      auto const unit = static_cast<UChar>(little ? b << 8U | a : a << 8U | b);
      if (U16_IS_TRAIL(unit)) {
        sum += lead != 0 ? cost::very_rare : cost::impossible;
        lead = 0;
        continue;
      }
      if (lead != 0) sum += cost::impossible;
      lead = U16_IS_LEAD(unit) ? unit : UChar{0};
      if (lead == 0) sum += unit_cost(unit);
    }
    return sum;
  }

 private:
  static IcuConverter open(char const* name) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    IcuConverter out(ucnv_open(name, &status));
    if (out) ucnv_setFromUCallBack(out.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return out;
  }
  /// The two bytes that a unit has in a code table; 0: none.
  static unsigned pair(IcuConverter const& converter, UChar unit) noexcept {
    if (!converter) return 0;
    char out[8];
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t const n = ucnv_fromUChars(converter.get(), out, sizeof out, &unit, 1, &status);
    if (U_FAILURE(status) || n != 2) return 0;
    return static_cast<unsigned>(static_cast<unsigned char>(out[0])) << 8U | static_cast<unsigned char>(out[1]);
  }
  [[nodiscard]] std::uint32_t unit_cost(UChar unit) const noexcept {
    if (unit < 0x80) return ascii_cost(static_cast<unsigned char>(unit));
    if (unit >= 0xfffe || (unit >= 0xe000 && unit < 0xf900)) return cost::never;
    unsigned const gb = pair(gb_, unit);
    std::uint32_t out = gb != 0 ? gb_pair_cost(gb >> 8U, gb & 0xffU) : cost::very_rare;
    if (out <= cost::usual) return out;
    unsigned const big5 = pair(big5_, unit);
    return big5 != 0 ? std::min(out, big5_pair_cost(big5 >> 8U, big5 & 0xffU)) : out;
  }

  IcuConverter gb_, big5_;
};

/// The encoding of bytes that have no byte order mark. Looks at some of them, from shortly before the first that is no
/// ASCII on.
inline Encoding detect(std::string_view bytes) noexcept {
  constexpr std::size_t most = 4096, before = 64;
  constexpr std::uint64_t plausible = 6;  // bits a byte, which no text in UTF-16 comes down to in another reading
  std::size_t const plain = bytes.find('\0') == std::string_view::npos ? ascii_run(bytes, 0) : 0;
  std::size_t const from = plain > before ? (plain - before) & ~std::size_t{1} : 0;
  std::string_view const sample = bytes.substr(from, most);
  Encoding best = Encoding::utf8;
  std::uint64_t least = cost_as_utf8(sample);
  auto const better = [&](Encoding encoding, std::uint64_t sum) {  // of two that cost the same the one met more often
    if (sum >= least) return;
    best = encoding;
    least = sum;
  };
  better(Encoding::gb18030, cost_as_gb18030(sample));
  better(Encoding::big5, cost_as_big5(sample));
  if (least <= plausible * sample.size()) return best;
  Utf16Cost const utf16;
  better(Encoding::utf16le, utf16(sample, true));
  better(Encoding::utf16be, utf16(sample, false));
  return best;
}

}  // namespace detail

GONGWEN_END
