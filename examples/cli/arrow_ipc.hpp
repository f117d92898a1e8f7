// arrow_ipc.hpp: Arrow's format for streams in files and pipes (.arrows), of the streams that the library gives. It is made of
// flatbuffers, so the program has it only where it was built with their headers.
#pragma once

#include <gongwen/arrow.hpp>
#include <string>

/// Whether this program can write it.
bool writes_arrow() noexcept;

/// What a stream begins with: the columns of its type of record.
std::string arrow_ipc_head(ArrowArrayStream& stream);
/// The rows, without a head, to stand behind it.
std::string arrow_ipc_rows(ArrowArrayStream& stream);
/// What it ends with.
std::string arrow_ipc_end();
