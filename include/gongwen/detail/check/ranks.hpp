// gongwen/detail/check/ranks.hpp: rank_out_of_range: the twelfth of ten.
#pragma once

#include "../scan/han_numbers.hpp"
#include "context.hpp"

GONGWEN_BEGIN

namespace detail {

/// How many a scope says there are: 全市10个县中 says ten. 0: it says nothing.
inline std::int32_t members_of(CheckContext const& c, std::string_view scope) {
  for (std::size_t i = 0; i < scope.size(); i += char_size(scope, i)) {
    Ordinal const o = ordinal_at(scope, i);
    if (o.value == 0) continue;
    if (o.value > 1 && !c.lexicon.longest(scope, o.end, Class::classifier).word.empty()) return o.value;
    return 0;
  }
  return 0;
}

inline void check_ranks(CheckContext const& c) {
  for (std::uint32_t i = 0; i < c.records.ranks.size(); ++i) {
    Rank const& r = c.records.ranks[i];
    std::int32_t const of = r.out_of ? *r.out_of : members_of(c, r.scope);
    if (of == 0 || r.position <= of) continue;
    Finding& f = c.report("rank_out_of_range", Severity::error, r.node, r.range,
                          c.message("rank_out_of_range", c.words(r.range), r.position, of));
    f.expected = reading(Decimal(of), {});
    f.found = reading(Decimal(r.position), {});
    f.how = std::to_string(r.position) + ">" + std::to_string(of);
    f.evidence.push_back({RecordType::rank, i});
  }
}

}  // namespace detail

GONGWEN_END
