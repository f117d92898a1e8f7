// input.hpp: a file or standard input as a text, rich files through gongwen::readers where that was built.
#pragma once

#include <gongwen/parse.hpp>
#include <string>

/// @throws gongwen::error as parse and the readers do, and `io` where the input can't be read.
gongwen::Text read_text(std::string const& path, gongwen::ParseOptions const& options);
