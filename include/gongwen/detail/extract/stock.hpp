// gongwen/detail/extract/stock.hpp: measures that hold at the end of a period, not over it.
#pragma once

#include <string_view>

#include "../scan/lexicon_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// 余额, 存栏 and the stocks of the lexicon. `known`: the indicator that the name is, empty where it is none.
[[nodiscard]] inline bool is_stock(LexiconData const& lexicon, Entry const& known, std::string_view name) {
  if (!known.word.empty() && (known.value & 0xff) == 1) return true;
  return static_cast<bool>(lexicon.asked_before(name, 0, name.size(), Class::stock_tail));
}

}  // namespace detail

GONGWEN_END
