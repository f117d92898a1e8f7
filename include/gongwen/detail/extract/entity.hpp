// gongwen/detail/extract/entity.hpp: the entities of a sentence, heading, title or note.
//
// Each reader looks only where a word of its class stands. Of entities that overlap the one that begins first and is longer
// stays: the place inside the name of an organ, the organ inside the title of a document are part of that name.
#pragma once

#include <algorithm>

#include "entity_organs.hpp"
#include "entity_persons.hpp"
#include "entity_places.hpp"
#include "entity_titles.hpp"

GONGWEN_BEGIN

namespace detail {

class EntityReader {
 public:
  explicit EntityReader(Areas const& areas) : places_(areas) {}

  void new_article() { places_.new_article(); }

  /// The entities in the order of the text, none inside another. The list is good until the next call.
  std::vector<EntityFound> const& read(Lattice const& lattice) {
    found_.clear();
    places_.read(lattice, found_);
    OrganReader::read(lattice, found_);
    TitleReader::read(lattice, found_);
    PersonReader::read(lattice, found_);
    if (found_.size() < 2) return found_;
    std::stable_sort(found_.begin(), found_.end(), [](EntityFound const& a, EntityFound const& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
    std::size_t kept = 0;
    std::uint32_t until = 0;
    for (EntityFound const& e : found_) {
      if (e.range.begin < until) continue;
      until = e.range.end;
      found_[kept++] = e;
    }
    found_.resize(kept);
    return found_;
  }

 private:
  PlaceReader places_;
  std::vector<EntityFound> found_;
};

}  // namespace detail

GONGWEN_END
