#include "archive.hpp"

#include <zip.h>

#include <algorithm>
#include <charconv>
#include <vector>

GONGWEN_BEGIN

namespace readers {

void Archive::Close::operator()(zip* z) const noexcept { zip_discard(z); }

Archive::Archive(std::span<std::byte const> bytes, ReadOptions const& options) : options_(options) {
  zip_error_t why;
  zip_error_init(&why);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &why);
  if (source == nullptr) throw std::bad_alloc();
  zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &why));
  std::string const said = zip_ ? "" : zip_error_strerror(&why);
  zip_error_fini(&why);
  if (!zip_) {
    zip_source_free(source);
    throw error(
        error_code::io, 0,
        "the file is broken or cut off (" + said + "); fetch it again, or open it in an office program and save it");
  }
}

bool Archive::has(std::string const& part) const { return zip_name_locate(zip_.get(), part.c_str(), 0) >= 0; }

std::string Archive::read(std::string const& part) {
  zip_int64_t const index = zip_name_locate(zip_.get(), part.c_str(), 0);
  if (index < 0) return {};
  auto const at = static_cast<zip_uint64_t>(index);
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip_.get(), at, 0, &stat) == 0 && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
      stat.encryption_method != ZIP_EM_NONE) {
    throw error(error_code::unsupported, 0,
                "the file is encrypted (" + part + "); open it with its password and save it without one");
  }
  struct Shut {
    void operator()(zip_file_t* f) const noexcept { zip_fclose(f); }
  };
  std::unique_ptr<zip_file_t, Shut> const file(zip_fopen_index(zip_.get(), at, 0));
  std::string out;
  std::vector<char> block(std::size_t{1} << 16);
  for (;;) {
    zip_int64_t const n = file ? zip_fread(file.get(), block.data(), block.size()) : -1;
    if (n < 0) {
      throw error(error_code::io, 0,
                  "the file is broken: its part " + part +
                      " can't be unpacked; fetch it again, or open it in an office program and save it");
    }
    if (n == 0) return out;
    inflated_ += static_cast<std::uint64_t>(n);
    if (inflated_ > options_.max_inflated) {
      throw error(error_code::limit, 0,
                  "the file unpacks to more than ReadOptions::max_inflated allows (" + part +
                      "); do not open it, or raise the limit if you trust it");
    }
    out.append(block.data(), static_cast<std::size_t>(n));
  }
}

namespace {

/// Whether elements nest deeper than `most`. The parser itself does not recurse; what walks the tree later may.
bool too_deep(pugi::xml_node root, std::uint32_t most) {
  std::uint32_t depth = 0;
  for (pugi::xml_node n = root.first_child(); n;) {
    if (n.first_child()) {
      if (++depth > most) return true;
      n = n.first_child();
      continue;
    }
    while (n && n != root && !n.next_sibling()) {
      n = n.parent();
      if (depth != 0) --depth;
    }
    if (!n || n == root) return false;
    n = n.next_sibling();
  }
  return false;
}

}  // namespace

bool Archive::read(std::string const& part, pugi::xml_document& out) {
  std::string const bytes = read(part);
  if (bytes.empty()) return false;
  // Not copied in place, for the encodings that pugixml converts. No DOCTYPE is read: its entities stay unknown words.
  auto const result = out.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result && result.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!result) {
    throw error(error_code::io, static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
                "the file is broken: its part " + part + " is no XML (" + result.description() +
                    "); open it in an office program and save it again");
  }
  if (too_deep(out, options_.max_nesting)) {
    throw error(
        error_code::limit, 0,
        "the file's part " + part + " nests deeper than ReadOptions::max_nesting allows; it is no usual document");
  }
  return true;
}

std::string_view local(char const* name) noexcept {
  std::string_view const whole = name;
  std::size_t const colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) noexcept {
  for (pugi::xml_node c = node.first_child(); c; c = c.next_sibling()) {
    if (local(c.name()) == name) return c;
  }
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) noexcept {
  for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute()) {
    if (local(a.name()) == name) return a.value();
  }
  return {};
}

std::string resolve(std::string_view from, std::string_view target) {
  std::string path;
  if (target.substr(0, 1) == "/") {
    target.remove_prefix(1);
  } else {
    std::size_t const slash = from.rfind('/');
    if (slash != std::string_view::npos) path = from.substr(0, slash + 1);
  }
  for (;;) {
    if (target.substr(0, 2) == "./") {
      target.remove_prefix(2);
    } else if (target.substr(0, 3) == "../") {
      target.remove_prefix(3);
      std::size_t const slash = path.size() < 2 ? std::string::npos : path.rfind('/', path.size() - 2);
      path.resize(slash == std::string::npos ? 0 : slash + 1);
    } else {
      return path.append(target);
    }
  }
}

std::int64_t integer(std::string_view words, std::int64_t otherwise) noexcept {
  std::int64_t value = 0;
  auto const [end, failed] = std::from_chars(words.data(), words.data() + words.size(), value);
  return failed == std::errc() && end != words.data() ? value : otherwise;
}

}  // namespace readers

GONGWEN_END
