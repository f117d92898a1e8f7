// Threads: documents are read side by side, with one lexicon, and give what one thread gives.
#include <doctest/doctest.h>

#include <gongwen/gongwen.hpp>
#include <string>
#include <thread>
#include <vector>

namespace {

std::string records_of(std::string const& text) {
  return gongwen::to_string(gongwen::parse(text) | gongwen::segment() | gongwen::extract({gongwen::Date{2023, 7, 25}}) |
                            gongwen::check());
}

}  // namespace

TEST_CASE("threads give the same records") {
  std::string const text =
      "上半年，全县完成生产总值58.6亿元，同比增长6.4%，占年度计划的46.5%，在全省排名第12位，三次产业结构比为19:40:45。";
  std::string const expected = records_of(text);
  std::vector<std::string> got(8);
  std::vector<std::thread> threads;
  for (std::string& g : got) threads.emplace_back([&] { g = records_of(text); });
  for (std::thread& t : threads) t.join();
  for (std::string const& g : got) CHECK(g == expected);
}
