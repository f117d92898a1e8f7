// gongwen_bench: each stage and the whole, beside cppjieba's word splitting in the same process. The ratio is the figure.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "generate.hpp"

#ifdef GONGWEN_CPPJIEBA_DICT
#include <cppjieba/Jieba.hpp>
#endif

namespace {

struct Texts {
  std::string name;
  std::vector<std::string> documents;
  std::size_t bytes = 0;
};

Texts made() {
  Texts t{"made", {}, 0};
  bench::Generator generator(20230725);
  while (t.bytes < 16U << 20U) {
    t.documents.push_back(generator.document(30000));
    t.bytes += t.documents.back().size();
  }
  return t;
}
Texts corpus() {
  Texts t{"corpus", {}, 0};
  char const* const shared = std::getenv("GONGWEN_SHARED");
  if (shared == nullptr) {
    std::printf("GONGWEN_SHARED is not set: the corpus is not measured\n");
    return t;
  }
  for (auto const& entry : std::filesystem::directory_iterator(std::string(shared) + "/corpus/texts")) {
    std::ifstream in(entry.path(), std::ios::binary);
    t.documents.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    t.bytes += t.documents.back().size();
  }
  return t;
}

auto run(std::string const& s) {
  return gongwen::parse(s) | gongwen::segment() | gongwen::extract() | gongwen::check();
}

/// How rich in words a text is: pairs of Han characters that differ, in its first megabyte.
std::size_t variety(Texts const& t) {
  std::set<std::string> pairs;
  std::size_t bytes = 0;
  auto const han = [](std::string const& d, std::size_t i) {
    return static_cast<unsigned char>(d[i]) >= 0xe4 && static_cast<unsigned char>(d[i]) <= 0xe9;
  };
  for (std::string const& d : t.documents) {
    for (std::size_t i = 0; i + 6 <= d.size() && bytes < 1U << 20U; ++i, ++bytes) {
      if (han(d, i) && han(d, i + 3)) pairs.insert(d.substr(i, 6));
    }
  }
  return pairs.size();
}

void density(Texts const& t) {
  std::size_t headings = 0, quantities = 0, facts = 0;
  for (std::string const& d : t.documents) {
    auto const findings = run(d);
    for (gongwen::Node const& n : findings.records().outline().nodes())
      headings += n.kind == gongwen::NodeKind::heading ? 1U : 0U;
    quantities += findings.records().quantities().size();
    facts += findings.records().indicators().size();
  }
  auto const per = [&](std::size_t n) { return static_cast<double>(n) * 1024 / static_cast<double>(t.bytes); };
  std::printf("%-7s %6.2f MB  per KB: headings %.3f  quantities %.3f  indicators %.3f  pairs of characters %zu\n",
              t.name.c_str(), static_cast<double>(t.bytes) / 1e6, per(headings), per(quantities), per(facts),
              variety(t));
}

template <class Work>
void over(benchmark::State& state, Texts const& t, Work const& work) {
  for (auto _ : state) {
    for (std::size_t i = 0; i < t.documents.size(); ++i) work(i);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(t.bytes));
}

void stages(Texts const& t) {
  struct Values {
    std::vector<gongwen::Text> texts;
    std::vector<gongwen::Outline> outlines;
    std::vector<gongwen::Records> records;
    std::vector<gongwen::Findings> findings;
  };
  auto const v = std::make_shared<Values>();
  for (std::string const& d : t.documents) {
    v->texts.push_back(gongwen::parse(d));
    v->outlines.push_back(gongwen::segment(v->texts.back()));
    v->records.push_back(gongwen::extract(v->outlines.back()));
    v->findings.push_back(gongwen::check(v->records.back()));
  }
  auto const add = [&](char const* stage, auto work) {
    benchmark::RegisterBenchmark((t.name + "/" + stage).c_str(), [&t, work](benchmark::State& s) {
      over(s, t, work);
    })->Unit(benchmark::kMillisecond);
  };
  add("parse", [&t](std::size_t i) { benchmark::DoNotOptimize(gongwen::parse(t.documents[i])); });
  add("segment", [v](std::size_t i) { benchmark::DoNotOptimize(gongwen::segment(v->texts[i])); });
  add("extract", [v](std::size_t i) { benchmark::DoNotOptimize(gongwen::extract(v->outlines[i])); });
  add("check", [v](std::size_t i) { benchmark::DoNotOptimize(gongwen::check(v->records[i])); });
  add("write", [v](std::size_t i) { benchmark::DoNotOptimize(gongwen::to_string(v->findings[i])); });
  add("whole", [&t](std::size_t i) { benchmark::DoNotOptimize(run(t.documents[i])); });
}

#ifdef GONGWEN_CPPJIEBA_DICT
/// Pairs of runs, one beside the other, so that noise of the machine strikes both; the median of their ratios.
void ratio(Texts const& t) {
  std::string const dict = GONGWEN_CPPJIEBA_DICT;
  cppjieba::Jieba const jieba(dict + "/jieba.dict.utf8", dict + "/hmm_model.utf8", dict + "/user.dict.utf8",
                              dict + "/idf.utf8", dict + "/stop_words.utf8");
  auto const seconds = [&](auto const& work) {
    auto const begin = std::chrono::steady_clock::now();
    std::size_t bytes = 0;
    for (std::string const& d : t.documents) {
      work(d);
      bytes += d.size();
      if (bytes > 3U << 20U) break;
    }
    return std::pair{std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), bytes};
  };
  std::vector<double> ratios;
  double ours = 0, theirs = 0;
  for (int i = 0; i < 7; ++i) {
    auto const [a, n] = seconds([](std::string const& d) { benchmark::DoNotOptimize(run(d)); });
    auto const [b, m] = seconds([&](std::string const& d) {
      std::vector<std::string> words;
      jieba.Cut(d, words, true);
      benchmark::DoNotOptimize(words);
    });
    ratios.push_back(b / a);
    ours = static_cast<double>(n) / a / 1e6;
    theirs = static_cast<double>(m) / b / 1e6;
  }
  std::sort(ratios.begin(), ratios.end());
  std::printf("%-7s gongwen %.1f MB/s, cppjieba %.1f MB/s, ratio %.2f (median of %zu pairs)\n", t.name.c_str(), ours,
              theirs, ratios[ratios.size() / 2], ratios.size());
}
#endif

}  // namespace

int main(int argc, char** argv) {
  Texts const a = made();
  Texts const b = corpus();
  for (Texts const* t : {&a, &b}) {
    if (t->documents.empty()) continue;
    density(*t);
    stages(*t);
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
#ifdef GONGWEN_CPPJIEBA_DICT
  for (Texts const* t : {&a, &b}) {
    if (!t->documents.empty()) ratio(*t);
  }
#else
  std::printf("built without cppjieba (tests/bench/fetch_cppjieba.sh): no ratio\n");
#endif
  return 0;
}
