// input.hpp: a file or standard input as a text, rich files through gongwen::readers where that was built.
#pragma once

#include <gongwen/error.hpp>
#include <gongwen/parse.hpp>
#include <new>
#include <string>

/// @throws gongwen::error as parse and the readers do, and `io` where the input can't be read.
gongwen::Text read_text(std::string const& path, gongwen::ParseOptions const& options);

/// Does something with one input; what went wrong, in a sentence, empty where nothing did.
template <class F>
std::string failure_of(F const& f) {
  try {
    f();
  } catch (gongwen::error const& e) {
    return e.what();
  } catch (std::bad_alloc const&) {
    return "memory ran out; split the input";
  }
  return {};
}
