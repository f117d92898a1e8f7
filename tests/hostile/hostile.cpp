// Hostile inputs: the work at 2n is at most 2.2 times the work at n, counted in steps and never in seconds.
// Built header-only it counts, since the count is compiled in: gongwen_hostile [n in KiB, default 128]. Built upon the
// compiled library it only runs each input once at n: gongwen_hostile_crash [n in KiB, default 1024].
#ifdef GONGWEN_HEADER_ONLY
#define GONGWEN_COUNT_STEPS
#endif
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <gongwen/gongwen.hpp>
#include <random>
#include <string>
#include <vector>

namespace {

struct Hostile {
  char const* name;
  std::string unit;  ///< repeated; empty: random bytes
};

std::vector<Hostile> const inputs{
    {"ordinary",
     "一、经济运行稳中有进\n今年上半年，全市实现生产总值412.6亿元，同比增长7.3%，其中工业增加值128.4亿元，增长9.1%"
     "，居全省第5位。\n"
     "一是抓项目。新开工项目37个，完成投资26.5亿元，占年度计划的48.2%。二是抓服务。要求9月底前办结1200件。\n"},
    {"one", "一"},
    {"bracket", "（"},
    {"pause", "、"},
    {"digits", "7"},
    {"full-width digits", "７"},
    {"10^12", "万亿"},
    {"headings", "一、抓好春耕\n"},
    {"deeper headings", "一、\n（一）\n1.\n（1）\n①\n"},
    {"respectively", "分别"},
    {"quotes", "“"},
    {"closed quotes", "“”"},
    {"one sentence", "推进农村道路改造和水利设施建设，"},
    {"one sentence of figures", "完成投资3.2亿元，增长8.1%，"},
    {"one rule of figures", "对企业投资1万元，"},
    {"one sentence of names", "城东区实现生产总值"},
    {"random bytes", ""},
    {"1、", "1、"},
    {"nth", "第一"},
    {"share", "占"},
    {"share of", "占全市的5%，"},
    {"grows", "增长5%、"},
    {"year", "2024年"},
    {"(one)", "(一)"},
    {"ranges", "1-"},
    {"colons", "3:"},
    {"spaces", " "},
    {"number and spaces", "1    "},
    {"CR", "\r"},
    {"LF", "\n"},
    {"tabs", "a\tb\n"},
    {"points", "1."},
    {"commas", "1,000"},
    {"hundred", "百"},
    {"distributed", "一、二、三产业增加值分别为1亿元、2亿元、3亿元"},
    {"book titles", "《"},
    {"page numbers", "— 3 —\n"},
    {"since", "自从"},
    {"more than", "比去年"},
    {"amounts of bases", "收入比2012年的415元增长5%，"},
    {"first item", "一是"},
    {"first, ", "第一，"},
    {"controls", "\x01"},
    {"zero-width", "\u200b"},
    {"rank", "居全省第一"},
    {"unit", "亿元"},
    {"count", "五个方面："},
    {"BOM", "\ufeff"},
    {"spaced numerals", "一 百 "},
    {"spaced shares", "百 分 之 "},
    {"spaced digits", "1 "},
    {"spaced digits and points", "1 . "},
    {"spaced Han", "人 "},
    {"wide Han", "人　"},
    {"zeros", "0"},
    {"letters O among Han digits", "二O"},
    {"rings", "○"},
    {"middle dots", "1·"},
    {"dots of plans", "十一."},
    {"radicals", "\u2f08"},
    {"confusions", "臵癿"},
    {"quoted dots", "“1·2"},
    {"minus", "-3.2%"},
    {"small money", "五元三毛"},
    {"points of numerals", "一点"},
    {"thirds", "三分之"},
    {"ten thousand", "一万"},
    {"currency", "人民币5元"},
    {"half", "半"},
    {"set phrases", "一票否决"},
};

std::string filled(Hostile const& h, std::size_t n) {
  std::string out;
  out.reserve(n + h.unit.size());
  if (h.unit.empty()) {
    std::mt19937 random(7);
    while (out.size() < n) out.push_back(static_cast<char>(random() & 0xffU));
    return out;
  }
  while (out.size() < n) out += h.unit;
  return out;
}

std::uint64_t work(std::string const& bytes) {
#ifdef GONGWEN_COUNT_STEPS
  gongwen::detail::steps = 0;
#endif
  std::size_t written = 0;
  try {
    auto const text = gongwen::parse(bytes);
    auto const findings = text | gongwen::segment() | gongwen::extract() | gongwen::check();
    gongwen::WriteOptions options;
    options.by = true;
    gongwen::write(findings, options, [&](std::string_view piece) { written += piece.size(); });
  } catch (gongwen::error const& e) {
    if (e.code() != gongwen::error_code::limit) std::printf("  unexpected error: %s\n", e.what());
  }
#ifdef GONGWEN_COUNT_STEPS
  return gongwen::detail::steps + written;
#else
  return written;
#endif
}

}  // namespace

int main(int argc, char** argv) {
#ifdef GONGWEN_COUNT_STEPS
  bool const counts = true;
#else
  bool const counts = false;
#endif
  std::size_t const asked = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 0;
  std::size_t const n = (asked > 0 ? asked : counts ? 128 : 1024) << 10U;
  int failed = 0;
  for (Hostile const& h : inputs) {
    auto const start = std::chrono::steady_clock::now();
    std::uint64_t const a = work(filled(h, n));
    auto const seconds = [&] {
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    if (!counts) {
      std::printf("%-24s %8.1f bytes written a byte  (%.2f s)\n", h.name,
                  static_cast<double>(a) / static_cast<double>(n), seconds());
    } else {
      std::uint64_t const b = work(filled(h, 2 * n));
      double const ratio = static_cast<double>(b) / static_cast<double>(a);
      bool const bad = ratio > 2.2;
      failed += bad ? 1 : 0;
      std::printf("%-24s %8.1f steps/byte  x%.2f%s  (%.2f s)\n", h.name,
                  static_cast<double>(a) / static_cast<double>(n), ratio, bad ? "  FASTER THAN LINEAR" : "", seconds());
    }
    std::fflush(stdout);
  }
  std::printf("%d of %zu inputs grow too fast\n", failed, inputs.size());
  return failed == 0 ? 0 : 1;
}
