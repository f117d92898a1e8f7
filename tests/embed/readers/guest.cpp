// A program outside the tree that reads a page with gongwen::readers and takes its figures.
#include <cstdio>
#include <gongwen/gongwen.hpp>
#include <gongwen/readers.hpp>

int main() {
  gongwen::RichText const rich = gongwen::read_rich(
      "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><h1>\u516c\u62a5</h1>"
      "<p>\u4e0a\u534a\u5e74\uff0c\u5168\u53bf\u7cae\u98df\u4ea7\u91cf12.5\u4e07\u5428\u3002</p></body></html>");
  auto const records = gongwen::parse(rich) | gongwen::segment() | gongwen::extract();
  std::printf("%zu indicators\n", records.indicators().size());
  return rich.format == gongwen::RichFormat::html && records.indicators().size() == 1 ? 0 : 1;
}
