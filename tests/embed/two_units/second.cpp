#include <gongwen/gongwen.hpp>

std::string second(std::string_view bytes) {
  return gongwen::to_string(gongwen::parse(bytes) | gongwen::segment() | gongwen::extract() | gongwen::check());
}
