// guest.cpp: what an outside program does with gongwen. Every way of embedding builds this file; all must print the same.
#include <cstdio>
#include <gongwen/gongwen.hpp>

int main() {
  char const* const sentence = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。";
  auto const records = gongwen::parse(sentence) | gongwen::segment() | gongwen::extract();
  auto const findings = records | gongwen::check();
  std::printf("%s", gongwen::to_string(findings).c_str());
  return records.quantities().empty() ? 1 : 0;
}
