// guest.cpp: what an outside program does with gongwen. Every way of embedding builds this file; all must print the same.
#include <cstdio>
#include <gongwen/gongwen.hpp>

int main() {
  char const* const sentence = "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。";
  // Options are named one by one, and the guest's own warnings stay silent about the others.
  auto const records = gongwen::parse(sentence, {.strict = true}) | gongwen::segment({.max_nesting = 8}) |
                       gongwen::extract({.reference_date = gongwen::Date{2024, 7, 25}});
  auto const findings = records | gongwen::check({.language = gongwen::Language::en});
  std::printf("%s", gongwen::to_string(findings, {.offsets = gongwen::OffsetUnit::utf8}).c_str());
  return records.quantities().empty() ? 1 : 0;
}
