// Decimals: exact, bounded, remembering their last written place.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <gongwen/decimal.hpp>

using gongwen::Decimal;

namespace {

Decimal arbitrary() {
  auto const whole = *rc::gen::inRange<std::int64_t>(-1000000000000, 1000000000000);
  auto const places = *rc::gen::inRange(0, 8);
  return *Decimal(whole).scaled(-places);
}

}  // namespace

TEST_CASE("decimals read and write plain digits") {
  CHECK(Decimal::parse("41.10")->to_string() == "41.1");
  CHECK(Decimal::parse("-0.050")->to_string() == "-0.05");
  CHECK(Decimal::parse("-0")->to_string() == "0");
  CHECK(Decimal::parse("6.77")->scaled(8)->to_string() == "677000000");
  CHECK(Decimal::parse("1234567890123456789012345678.0123456789")->to_string() ==
        "1234567890123456789012345678.0123456789");
  for (char const* bad : {"", ".", "1.", "1.2.3", "1e5", "--1", "12345678901234567890123456789", "0.12345678901"}) {
    CHECK_FALSE(Decimal::parse(bad));
  }
  CHECK(Decimal::parse("0.12345678900"));
}

TEST_CASE("a decimal remembers its last written place") {
  CHECK(Decimal::parse("41.1")->scaled(8)->step() == Decimal(10000000));
  CHECK(Decimal::parse("2.50")->step().to_string() == "0.01");
  CHECK(*Decimal::parse("2.50") == *Decimal::parse("2.5"));
}

TEST_CASE("laws of arithmetic") {
  CHECK(rc::check("text and back", [] {
    Decimal const a = arbitrary();
    RC_ASSERT(*Decimal::parse(a.to_string()) == a);
  }));
  CHECK(rc::check("sum and difference", [] {
    Decimal const a = arbitrary(), b = arbitrary();
    RC_ASSERT(*subtract(*add(a, b), b) == a);
    RC_ASSERT(*add(a, b) == *add(b, a));
    RC_ASSERT((a < b) == subtract(a, b)->negative());
  }));
  CHECK(rc::check("product and quotient", [] {
    auto const a = Decimal(*rc::gen::inRange<std::int64_t>(-1000000000, 1000000000));
    auto const b = Decimal(*rc::gen::inRange<std::int64_t>(1, 1000000));
    RC_ASSERT(*divide(*multiply(a, b), b) == a);
    RC_ASSERT(*multiply(a, b) == *multiply(b, a));
  }));
}

TEST_CASE("what does not fit is nothing") {
  auto const big = *Decimal::parse("9999999999999999999999999999");
  CHECK_FALSE(add(big, Decimal(1)));
  CHECK_FALSE(multiply(big, Decimal(2)));
  CHECK_FALSE(big.scaled(1));
  CHECK_FALSE(Decimal(1).scaled(-11));
  CHECK_FALSE(divide(Decimal(1), Decimal(0)));
  CHECK(divide(Decimal(2), Decimal(3))->to_string() == "0.6666666667");
  CHECK(Decimal(INT64_MIN).to_string() == "-9223372036854775808");
}
