// gongwen/decimal.hpp: exact decimal numbers, decimal128(38, 10).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "config.hpp"

GONGWEN_BEGIN

namespace detail {

/// An unsigned 128-bit integer, portable and constexpr; only what a decimal needs.
struct Uint128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend constexpr bool operator==(Uint128 const&, Uint128 const&) = default;
  friend constexpr std::strong_ordering operator<=>(Uint128 const&, Uint128 const&) = default;
};

constexpr Uint128 add(Uint128 a, Uint128 b) noexcept {
  std::uint64_t const low = a.low + b.low;
  return {a.high + b.high + (low < a.low ? 1U : 0U), low};
}
constexpr Uint128 subtract(Uint128 a, Uint128 b) noexcept {  // requires a >= b
  return {a.high - b.high - (a.low < b.low ? 1U : 0U), a.low - b.low};
}
/// a * m + carry; `overflow` is set when the product does not fit.
constexpr Uint128 multiply(Uint128 a, std::uint32_t m, std::uint32_t carry, bool& overflow) noexcept {
  if (a.high == 0 && a.low >> 32U == 0) return {0, a.low * m + carry};  // most of the time
  std::uint32_t const limb[4] = {static_cast<std::uint32_t>(a.low), static_cast<std::uint32_t>(a.low >> 32U),
                                 static_cast<std::uint32_t>(a.high), static_cast<std::uint32_t>(a.high >> 32U)};
  std::uint64_t out[4] = {};
  std::uint64_t rest = carry;
  for (int i = 0; i < 4; ++i) {
    rest += std::uint64_t{limb[i]} * m;
    out[i] = rest & 0xffffffffU;
    rest >>= 32U;
  }
  overflow = overflow || rest != 0;
  return {out[3] << 32U | out[2], out[1] << 32U | out[0]};
}
/// Divides in place by d, returns the remainder.
constexpr std::uint32_t divide(Uint128& a, std::uint32_t d) noexcept {
  if (a.high == 0) {  // most of the time
    auto const rest = static_cast<std::uint32_t>(a.low % d);
    a.low /= d;
    return rest;
  }
  std::uint32_t limb[4] = {static_cast<std::uint32_t>(a.high >> 32U), static_cast<std::uint32_t>(a.high),
                           static_cast<std::uint32_t>(a.low >> 32U), static_cast<std::uint32_t>(a.low)};
  std::uint64_t rest = 0;
  for (std::uint32_t& l : limb) {
    rest = rest << 32U | l;
    l = static_cast<std::uint32_t>(rest / d);
    rest %= d;
  }
  a = {std::uint64_t{limb[0]} << 32U | limb[1], std::uint64_t{limb[2]} << 32U | limb[3]};
  return static_cast<std::uint32_t>(rest);
}

/// a * 10^power; `overflow` is set when the product does not fit.
constexpr Uint128 multiply_by_power(Uint128 a, int power, bool& overflow) noexcept {
  constexpr std::uint32_t tens[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
  for (; power > 9; power -= 9) a = multiply(a, tens[9], 0, overflow);
  return power > 0 ? multiply(a, tens[power], 0, overflow) : a;
}

/// Divides a mantissa in place by 10^10, in two steps; false where a remainder is left.
constexpr bool drop_places(Uint128& a) noexcept { return divide(a, 100000) == 0 && divide(a, 100000) == 0; }

}  // namespace detail

/// An exact decimal: an integer mantissa of at most 38 digits times 10^-10, as Arrow's decimal128(38, 10).
/// So at most 28 digits stand before the point and 10 after it; what does not fit is `std::nullopt`, never rounded
/// (but by `divide`). A decimal remembers the place of the last digit that was written (`step`): 41.1 (in 10^8) has the
/// step 10^7. Equality and order ignore the step. Trivially copyable; never throws.
class Decimal {
 public:
  static constexpr int scale = 10;   ///< digits after the point
  static constexpr int digits = 38;  ///< digits in all

  constexpr Decimal() noexcept = default;
  constexpr Decimal(std::int64_t value) noexcept  // NOLINT(google-explicit-constructor): an integer is a decimal
      : mantissa_(shifted_integer(value)), negative_(value < 0), step_(0) {}

  /// Reads `[+-]digits[.digits]`, ASCII only. Empty, malformed or too long gives nullopt. The step is the last digit's place.
  [[nodiscard]] static constexpr std::optional<Decimal> parse(std::string_view text) noexcept;

  /// value * 10^power, exactly, or nullopt. The step moves along.
  [[nodiscard]] constexpr std::optional<Decimal> scaled(int power) const noexcept;

  [[nodiscard]] constexpr bool negative() const noexcept { return negative_; }
  [[nodiscard]] constexpr bool zero() const noexcept { return mantissa_ == detail::Uint128{}; }
  [[nodiscard]] constexpr bool integer() const noexcept;

  /// The exponent of ten of the last written digit: 7 for 41.1 in 10^8, -2 for 0.25.
  [[nodiscard]] constexpr int step_exponent() const noexcept { return step_; }
  /// The same as a number: 10^step_exponent.
  [[nodiscard]] constexpr Decimal step() const noexcept;
  [[nodiscard]] constexpr Decimal with_step(int exponent) const noexcept;

  /// The mantissa of decimal128(38, 10), without its sign.
  [[nodiscard]] constexpr detail::Uint128 mantissa() const noexcept { return mantissa_; }
  [[nodiscard]] static constexpr std::optional<Decimal> from_mantissa(detail::Uint128 mantissa, bool negative,
                                                                      int step) noexcept;

  [[nodiscard]] constexpr Decimal operator-() const noexcept;
  /// Sum, difference and product, exact, or nullopt when 38 digits do not hold them. The step is the coarser one.
  friend constexpr std::optional<Decimal> add(Decimal a, Decimal b) noexcept;
  friend constexpr std::optional<Decimal> subtract(Decimal a, Decimal b) noexcept;
  friend constexpr std::optional<Decimal> multiply(Decimal a, Decimal b) noexcept;
  /// Quotient to ten places, rounded half away from zero; nullopt when b is zero or the quotient does not fit.
  friend constexpr std::optional<Decimal> divide(Decimal a, Decimal b) noexcept;

  friend constexpr bool operator==(Decimal const& a, Decimal const& b) noexcept {
    return a.mantissa_ == b.mantissa_ && (a.negative_ == b.negative_ || a.zero());
  }
  friend constexpr std::strong_ordering operator<=>(Decimal const& a, Decimal const& b) noexcept;

  /// The value as an int64, where it is an integer that fits.
  [[nodiscard]] constexpr std::optional<std::int64_t> to_int64() const noexcept;

  /// Plain digits: no exponent, no plus sign, no zeros at the end of a fraction. At most 40 characters.
  [[nodiscard]] std::string to_string() const {
    char buffer[max_chars];
    return std::string(buffer, write(buffer));
  }
  static constexpr std::size_t max_chars = 41;
  /// Writes what `to_string` returns to `out` (at least `max_chars` bytes, no final null); returns the length.
  constexpr std::size_t write(char* out) const noexcept;

 private:
  static constexpr detail::Uint128 shifted_integer(std::int64_t value) noexcept {
    bool overflow = false;
    std::uint64_t const magnitude =
        value < 0 ? ~static_cast<std::uint64_t>(value) + 1U : static_cast<std::uint64_t>(value);
    detail::Uint128 m{0, magnitude};
    return detail::multiply(detail::multiply(m, 100000U, 0, overflow), 100000U, 0, overflow);
  }
  static constexpr bool fits(detail::Uint128 m) noexcept {  // below 10^38
    return m < detail::Uint128{0x4b3b4ca85a86c47aULL, 0x098a224000000000ULL};
  }

  detail::Uint128 mantissa_{};
  bool negative_ = false;
  std::int8_t step_ = 0;
};

constexpr std::optional<Decimal> Decimal::from_mantissa(detail::Uint128 mantissa, bool negative, int step) noexcept {
  if (!fits(mantissa)) return std::nullopt;
  Decimal d;
  d.mantissa_ = mantissa;
  d.negative_ = negative && mantissa != detail::Uint128{};
  d.step_ = static_cast<std::int8_t>(step);
  return d;
}

constexpr std::optional<Decimal> Decimal::parse(std::string_view text) noexcept {
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  detail::Uint128 m{};
  bool overflow = false;
  bool any = false;
  int after = -1;  // digits after the point, -1 before it
  for (char const c : text) {
    if (c == '.' && after < 0) {
      after = 0;
    } else if (c >= '0' && c <= '9') {
      any = true;
      if (after == scale) {
        if (c != '0') return std::nullopt;  // an eleventh place that says something
        continue;
      }
      if (after >= 0) ++after;
      m = detail::multiply(m, 10, static_cast<std::uint32_t>(c - '0'), overflow);
      if (overflow) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  if (!any || text.back() == '.') return std::nullopt;
  int const written = after < 0 ? 0 : after;
  m = detail::multiply_by_power(m, scale - written, overflow);
  if (overflow) return std::nullopt;
  return from_mantissa(m, negative, -written);
}

constexpr std::optional<Decimal> Decimal::scaled(int power) const noexcept {
  detail::Uint128 m = mantissa_;
  bool overflow = false;
  m = detail::multiply_by_power(m, power, overflow);
  for (int i = 0; i > power; --i) {
    if (detail::divide(m, 10) != 0) return std::nullopt;
  }
  if (overflow) return std::nullopt;
  return from_mantissa(m, negative_, step_ + power);
}

constexpr bool Decimal::integer() const noexcept {
  detail::Uint128 m = mantissa_;
  return detail::drop_places(m);
}

constexpr Decimal Decimal::with_step(int exponent) const noexcept {
  Decimal d = *this;
  d.step_ = static_cast<std::int8_t>(exponent);
  return d;
}

constexpr Decimal Decimal::step() const noexcept {
  Decimal const one = Decimal(1);
  auto const s = one.scaled(step_ < -scale ? -scale : step_);
  return s ? s->with_step(step_) : one;
}

constexpr Decimal Decimal::operator-() const noexcept {
  Decimal d = *this;
  d.negative_ = !negative_ && !zero();
  return d;
}

constexpr std::optional<Decimal> add(Decimal a, Decimal b) noexcept {
  int const step = a.step_ > b.step_ ? a.step_ : b.step_;
  if (a.negative_ == b.negative_)
    return Decimal::from_mantissa(detail::add(a.mantissa_, b.mantissa_), a.negative_, step);
  if (a.mantissa_ >= b.mantissa_) {
    return Decimal::from_mantissa(detail::subtract(a.mantissa_, b.mantissa_), a.negative_, step);
  }
  return Decimal::from_mantissa(detail::subtract(b.mantissa_, a.mantissa_), b.negative_, step);
}

constexpr std::optional<Decimal> subtract(Decimal a, Decimal b) noexcept { return add(a, -b); }

namespace detail {

/// The 256-bit product of two mantissas and its exact or rounded quotient; used by multiply and divide alone.
struct Uint256 {
  std::uint32_t limb[8] = {};
};

constexpr Uint256 product(Uint128 a, Uint128 b) noexcept {
  std::uint32_t const x[4] = {static_cast<std::uint32_t>(a.low), static_cast<std::uint32_t>(a.low >> 32U),
                              static_cast<std::uint32_t>(a.high), static_cast<std::uint32_t>(a.high >> 32U)};
  std::uint32_t const y[4] = {static_cast<std::uint32_t>(b.low), static_cast<std::uint32_t>(b.low >> 32U),
                              static_cast<std::uint32_t>(b.high), static_cast<std::uint32_t>(b.high >> 32U)};
  Uint256 out;
  for (int i = 0; i < 4; ++i) {
    std::uint64_t carry = 0;
    for (int j = 0; j < 4; ++j) {
      carry += std::uint64_t{x[i]} * y[j] + out.limb[i + j];
      out.limb[i + j] = static_cast<std::uint32_t>(carry);
      carry >>= 32U;
    }
    out.limb[i + 4] = static_cast<std::uint32_t>(carry);
  }
  return out;
}

/// n / d by long division, bit by bit; rounds half up when `round`, else fails on a remainder. nullopt: no fit.
constexpr std::optional<Uint128> quotient(Uint256 const& n, Uint128 d, bool round) noexcept {
  if (d == Uint128{}) return std::nullopt;
  Uint128 rest{};
  Uint128 out{};
  for (int bit = 255; bit >= 0; --bit) {
    if ((out.high >> 63U) != 0 || (rest.high >> 63U) != 0) return std::nullopt;
    out = add(out, out);
    rest = add(rest, rest);
    if ((n.limb[bit / 32] >> static_cast<unsigned>(bit % 32) & 1U) != 0) rest = add(rest, {0, 1});
    if (rest >= d) {
      rest = subtract(rest, d);
      out = add(out, {0, 1});
    }
  }
  if (rest == Uint128{}) return out;
  if (!round) return std::nullopt;
  return rest >= subtract(d, rest) ? add(out, {0, 1}) : out;
}

/// A product of two mantissas has twice the places of one: divided by 10^10, exactly or not at all.
constexpr std::optional<Uint128> scaled_back(Uint256 const& n) noexcept {
  if ((n.limb[4] | n.limb[5] | n.limb[6] | n.limb[7]) != 0) return quotient(n, {0, 10000000000ULL}, false);
  Uint128 m{std::uint64_t{n.limb[3]} << 32U | n.limb[2], std::uint64_t{n.limb[1]} << 32U | n.limb[0]};
  if (!drop_places(m)) return std::nullopt;  // most of the time the product is this small
  return m;
}

}  // namespace detail

constexpr std::optional<Decimal> multiply(Decimal a, Decimal b) noexcept {
  auto const m = detail::scaled_back(detail::product(a.mantissa_, b.mantissa_));
  if (!m) return std::nullopt;
  return Decimal::from_mantissa(*m, a.negative_ != b.negative_, a.step_ > b.step_ ? a.step_ : b.step_);
}

constexpr std::optional<Decimal> divide(Decimal a, Decimal b) noexcept {
  auto const m = detail::quotient(detail::product(a.mantissa_, {0, 10000000000ULL}), b.mantissa_, true);
  if (!m) return std::nullopt;
  return Decimal::from_mantissa(*m, a.negative_ != b.negative_, -Decimal::scale);
}

constexpr std::strong_ordering operator<=>(Decimal const& a, Decimal const& b) noexcept {
  bool const an = a.negative_ && !a.zero();
  bool const bn = b.negative_ && !b.zero();
  if (an != bn) return an ? std::strong_ordering::less : std::strong_ordering::greater;
  return an ? b.mantissa_ <=> a.mantissa_ : a.mantissa_ <=> b.mantissa_;
}

constexpr std::optional<std::int64_t> Decimal::to_int64() const noexcept {
  detail::Uint128 m = mantissa_;
  if (!detail::drop_places(m)) return std::nullopt;
  if (m == detail::Uint128{0, 0x8000000000000000ULL} && negative_) return INT64_MIN;
  if (m.high != 0 || m.low > 0x7fffffffffffffffULL) return std::nullopt;
  auto const v = static_cast<std::int64_t>(m.low);
  return negative_ ? -v : v;
}

constexpr std::size_t Decimal::write(char* out) const noexcept {
  char reversed[max_chars] = {};
  std::size_t n = 0;
  detail::Uint128 m = mantissa_;
  bool fraction = false;
  for (int i = 0; i < scale; ++i) {
    std::uint32_t const digit = detail::divide(m, 10);
    fraction = fraction || digit != 0;
    if (fraction) reversed[n++] = static_cast<char>('0' + digit);
  }
  if (fraction) reversed[n++] = '.';
  do {
    reversed[n++] = static_cast<char>('0' + detail::divide(m, 10));
  } while (m != detail::Uint128{});
  if (negative_ && !zero()) reversed[n++] = '-';
  for (std::size_t i = 0; i < n; ++i) out[i] = reversed[n - 1 - i];
  return n;
}

GONGWEN_END
