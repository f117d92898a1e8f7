// Whatever is not inline is compiled here a second time, used or not; what is inline, only where it is used.
#include <gongwen/gongwen.hpp>

std::size_t second(std::string_view bytes) {
  gongwen::Text const text = gongwen::parse(bytes);
  return text.view().size();
}
