// One half of a program: returns a value. What a function returns is not part of its name unless the library sees to it.
#include <gongwen/parse.hpp>

gongwen::Text make() {
  char const* const sentence = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%。";
  return gongwen::parse(sentence);
}
