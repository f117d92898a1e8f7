// One half of a program: makes a value and hands it over.
#include <gongwen/parse.hpp>

void take(gongwen::Text const& text);

int main() {
  char const* const sentence = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%。";
  take(gongwen::parse(sentence));
}
