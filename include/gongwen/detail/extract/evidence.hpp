// gongwen/detail/extract/evidence.hpp: which record the words of a slot came from, where the slot is words and no figure.
//
//   an entity mention that has exactly these words, in the sentence that is read; else the sentence itself
#pragma once

#include <algorithm>
#include <string_view>

#include "records_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// The record that words of a node's text came from. The mentions of the node are the last that were recorded.
inline Ref source_of(RecordsData const& out, std::string_view words, NodeIndex node) {
  constexpr std::size_t most = 64;
  std::size_t const floor = out.entities.size() - std::min(most, out.entities.size());
  for (std::size_t i = out.entities.size(); i > floor && out.entities[i - 1].node == node; --i) {
    std::string_view const name = out.entities[i - 1].name;
    if (name.data() == words.data() && name.size() == words.size())
      return {RecordType::entity, static_cast<std::uint32_t>(i - 1)};
  }
  return {RecordType::node, node};
}

/// Opens the list of a fact's evidence, which ends with the last that is noted.
template <class Fact>
void begin_evidence(Fact& fact, RecordsData const& out) {
  fact.evidence_begin = fact.evidence_end = static_cast<std::uint32_t>(out.evidence.size());
}
template <class Fact>
void note_evidence(Fact& fact, RecordsData& out, std::string_view slot, Ref ref) {
  out.evidence.push_back({slot, ref});
  fact.evidence_end = static_cast<std::uint32_t>(out.evidence.size());
}

}  // namespace detail

GONGWEN_END
