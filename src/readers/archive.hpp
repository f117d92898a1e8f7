// archive.hpp: a ZIP in memory, unpacked within bounds.
#pragma once

#include <cstdint>
#include <gongwen/readers.hpp>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

struct zip;

GONGWEN_BEGIN

namespace readers {

/// The parts of a ZIP. What it unpacks counts against `max_inflated`, whatever sizes the archive claims.
class Archive {
 public:
  /// @throws error `io` when it is no ZIP or is cut off.
  Archive(std::span<std::byte const> bytes, ReadOptions const& options);

  [[nodiscard]] bool has(std::string const& part) const;
  /// The bytes of a part; empty where there is none. @throws error `limit`, `io`, `unsupported` (with a password).
  [[nodiscard]] std::string read(std::string const& part);
  /// A part as XML; false where there is none. Entities of its own are not expanded, so none can grow.
  /// @throws error as `read`, and `io` where it is no XML or nests too deep (`limit`).
  bool read(std::string const& part, pugi::xml_document& out);

 private:
  struct Close {
    void operator()(zip* z) const noexcept;
  };
  std::unique_ptr<zip, Close> zip_;
  ReadOptions const& options_;
  std::uint64_t inflated_ = 0;
};

/// `name` without the prefix of its namespace: w:tbl is tbl.
[[nodiscard]] std::string_view local(char const* name) noexcept;
/// The first child or the attribute of that local name.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view name) noexcept;
[[nodiscard]] std::string_view attribute(pugi::xml_node node, std::string_view name) noexcept;
/// A path in an archive: `target` as seen from the folder of `from`, or from the root where it begins with a slash.
[[nodiscard]] std::string resolve(std::string_view from, std::string_view target);
/// A number that may not be there or not be one.
[[nodiscard]] std::int64_t integer(std::string_view words, std::int64_t otherwise) noexcept;

}  // namespace readers

GONGWEN_END
