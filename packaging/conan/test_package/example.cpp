// Uses the library as a user's program does.
#include <gongwen/gongwen.hpp>

int main() {
  auto const records = gongwen::parse("12.5%") | gongwen::segment() | gongwen::extract();
  return records.quantities().size() == 1 ? 0 : 1;
}
