// gongwen/detail/extract/entity_found.hpp: an entity before it becomes a record.
#pragma once

#include <vector>

#include "../../mentions.hpp"
#include "entity_bounds.hpp"

GONGWEN_BEGIN

namespace detail {

struct EntityFound {
  Range range;
  Range name;
  EntityKind kind{};
  std::string_view full_name, role, number, code, parent;
  std::string_view by;
};

}  // namespace detail

GONGWEN_END
