// units.cpp: amounts in the units of the SI.
#include <cstring>
#include <gongwen/units.hpp>

#include "guard.hpp"
#include "handle.hpp"

namespace {

std::string_view view(gongwen_string s) noexcept {
  return s.size != 0 ? std::string_view(s.data, s.size) : std::string_view();
}

template <std::size_t n>
void put(char (&to)[n], std::string_view from) {
  if (from.size() >= n) {
    throw gongwen::c::Refused{GONGWEN_UNSUPPORTED, "the name of the unit is too long; shorten it in the lexicon"};
  }
  std::memcpy(to, from.data(), from.size());
  to[from.size()] = '\0';
}

}  // namespace

extern "C" {

gongwen_status gongwen_convert(gongwen_converted* out, gongwen_string value, gongwen_string unit, gongwen_string per,
                               gongwen_lexicon const* lexicon, gongwen_error* error) {
  using namespace gongwen::c;
  return guard(error, [&] {
    if (out == nullptr) throw Refused{GONGWEN_INVALID_ARGUMENT, "out is NULL; pass the address of a gongwen_converted"};
    *out = {};
    if (value.size == 0) return;
    gongwen::Quantity amount;
    amount.value = gongwen::Decimal::parse(view(value));
    if (!amount.value) throw Refused{GONGWEN_INVALID_ARGUMENT, "the value is no number in plain digits"};
    amount.unit = view(unit);
    amount.per = amount.per_unit = view(per);
    auto const converted =
        gongwen::convert(amount, lexicon != nullptr ? lexicon->lexicon : gongwen::Lexicon::builtin());
    if (!converted) return;
    gongwen_converted found{};
    put(found.value, converted->value.to_string());
    put(found.unit, converted->unit);
    found.exact = converted->exact;
    found.present = true;
    *out = found;
  });
}

}  // extern "C"
