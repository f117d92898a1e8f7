// formats.hpp: one reader a format. Each fills `out.text` and `out.places`, and throws as read_rich says.
#pragma once

#include <gongwen/readers.hpp>

GONGWEN_BEGIN

namespace readers {

/// Bytes as UTF-8, in the encoding named or, where the name is empty, found as `parse` finds it. No repair.
[[nodiscard]] std::string decode(std::string_view bytes, std::string const& encoding);

void read_docx(std::span<std::byte const> bytes, ReadOptions const& options, RichText& out);
void read_ofd(std::span<std::byte const> bytes, ReadOptions const& options, RichText& out);
void read_html(std::string_view bytes, ReadOptions const& options, RichText& out);
void read_pdf(std::span<std::byte const> bytes, ReadOptions const& options, RichText& out);

}  // namespace readers

GONGWEN_END
