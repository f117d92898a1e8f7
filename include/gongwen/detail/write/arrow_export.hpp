// gongwen/detail/write/arrow_export.hpp: columns as the structs of the Arrow C data interface.
//
// Every struct owns what it points to and nothing else, by its `private_data`: a consumer may move a child out, and release
// it before or after its parent. What is not moved is released with the parent.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "../../arrow.hpp"
#include "arrow_column.hpp"

GONGWEN_BEGIN

namespace detail {

/// The children of a struct of the interface, as it wants them: a table of pointers.
template <class Struct>
class ArrowChildren {
 public:
  explicit ArrowChildren(std::size_t count) : structs_(count), pointers_(count) {
    for (std::size_t i = 0; i < count; ++i) pointers_[i] = &structs_[i];
  }
  ArrowChildren(ArrowChildren const&) = delete;
  ArrowChildren& operator=(ArrowChildren const&) = delete;
  ~ArrowChildren() {
    for (Struct& child : structs_) {
      if (child.release != nullptr) child.release(&child);
    }
  }
  [[nodiscard]] Struct& operator[](std::size_t i) noexcept { return structs_[i]; }
  [[nodiscard]] Struct** table() noexcept { return pointers_.empty() ? nullptr : pointers_.data(); }

 private:
  std::vector<Struct> structs_;
  std::vector<Struct*> pointers_;
};

template <class Struct, class Owned>
void release_arrow(Struct* self) {
  delete static_cast<Owned*>(self->private_data);
  self->private_data = nullptr;
  self->release = nullptr;
}

inline void export_schema(ArrowColumn const& column, ArrowSchema& out) {
  using Owned = ArrowChildren<ArrowSchema>;
  auto owned = std::make_unique<Owned>(column.children.size());
  for (std::size_t i = 0; i < column.children.size(); ++i) export_schema(column.children[i], (*owned)[i]);
  out = {};
  out.format = column.format;
  out.name = column.name;
  out.flags = column.nullable ? ARROW_FLAG_NULLABLE : 0;
  out.n_children = static_cast<std::int64_t>(column.children.size());
  out.children = owned->table();
  out.release = &release_arrow<ArrowSchema, Owned>;
  out.private_data = owned.release();
}

/// What an exported array points to.
struct ArrowArrayOwned {
  explicit ArrowArrayOwned(ArrowColumn&& values) : column(std::move(values)), children(column.children.size()) {}

  ArrowColumn column;
  ArrowChildren<ArrowArray> children;
  std::array<void const*, 5> buffers{};
  std::array<std::int64_t, 2> sizes{};  ///< of the buffers that views look into
};

inline void export_array(ArrowColumn&& column, ArrowArray& out) {
  auto owned = std::make_unique<ArrowArrayOwned>(std::move(column));
  ArrowColumn& c = owned->column;
  for (std::size_t i = 0; i < c.children.size(); ++i) export_array(std::move(c.children[i]), owned->children[i]);
  out = {};
  std::size_t buffers = 0;
  auto const buffer = [&](void const* data) { owned->buffers[buffers++] = data; };
  buffer(c.nulls != 0 ? c.validity.data() : nullptr);
  if (c.layout == ArrowLayout::words || c.layout == ArrowLayout::list) buffer(c.offsets.data());
  if (c.layout != ArrowLayout::structure && c.layout != ArrowLayout::list) buffer(c.data.data());
  if (c.layout == ArrowLayout::views) {
    buffer(c.text.data());
    buffer(c.own.data());
    owned->sizes = {static_cast<std::int64_t>(c.text.size()), static_cast<std::int64_t>(c.own.size())};
    buffer(owned->sizes.data());
  }
  out.length = c.length;
  out.null_count = c.nulls;
  out.n_buffers = static_cast<std::int64_t>(buffers);
  out.n_children = static_cast<std::int64_t>(c.children.size());
  out.buffers = owned->buffers.data();
  out.children = owned->children.table();
  out.release = &release_arrow<ArrowArray, ArrowArrayOwned>;
  out.private_data = owned.release();
}

}  // namespace detail

GONGWEN_END
