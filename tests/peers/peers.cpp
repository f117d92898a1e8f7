// gongwen_peers FOLDER [--record] [--only FILE] [--quiet]: the test cases of the libraries nearest to this one, in its terms.
//
// FOLDER is tests/peers: rates.tsv (how many cases of each source pass, which only goes up; --record raises it) and
// reasons.tsv (why a case fails, by file and line). The cases lie in $GONGWEN_SHARED/peers; without them: 77, skipped.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <sstream>

#include "judge.hpp"

namespace {

using Key = std::pair<std::string, std::string>;  // file, source
struct Count {
  int cases = 0, passed = 0, with_mod = 0;
};
struct Failure {
  std::string file;
  std::size_t line = 0;
  std::string what;
};

std::vector<std::vector<std::string>> rows_of(std::filesystem::path const& path) {
  std::vector<std::vector<std::string>> out;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    out.emplace_back();
    for (std::string cell; std::getline(cells, cell, '\t');) out.back().push_back(cell);
  }
  return out;
}

class Run {
 public:
  void file(std::string const& name, std::string const& path) {
    for (peers::Case const& c : peers::read(path)) one(name, c);
  }

  std::map<Key, Count> counts;  // source "all": the file
  std::vector<Failure> failures;

 private:
  void one(std::string const& name, peers::Case const& c) {
    gongwen::ExtractOptions options;
    options.facts = false;
    if (!c.reference_date.empty()) options.reference_date = gongwen::Date::parse(c.reference_date);
    auto const records = gongwen::parse(c.input) | gongwen::segment() | gongwen::extract(options);
    if (name == "times")
      count(name, c, records.times());
    else
      count(name, c, records.quantities());
  }
  template <class Mentions>
  void count(std::string const& name, peers::Case const& c, Mentions const& mentions) {
    peers::Verdict const verdict = peers::judge(c, mentions);
    for (std::string const& source : {std::string("all"), c.source}) {
      Count& n = counts[{name, source}];
      ++n.cases;
      n.passed += verdict.value ? 1 : 0;
      n.with_mod += verdict.with_mod ? 1 : 0;
    }
    if (verdict.with_mod) return;
    std::string what =
        std::string(verdict.value ? "mod: " : "") + c.input + "\n    wanted " + peers::said(c) + "\n    got    ";
    for (auto const& m : mentions) what += (&m == &mentions.front() ? "" : "; ") + peers::said(m);
    failures.push_back({name, c.line, what});
  }
};

void print_rates(std::map<Key, Count> const& counts) {
  std::cout << std::left << std::setw(12) << "file" << std::setw(28) << "source" << std::right << std::setw(6)
            << "cases" << std::setw(8) << "passed" << std::setw(9) << "%" << std::setw(11) << "with mod" << std::setw(9)
            << "%"
            << "\n";
  for (auto const& [key, n] : counts) {
    auto const percent = [cases = n.cases](int of) { return 100.0 * of / cases; };
    std::cout << std::left << std::setw(12) << key.first << std::setw(28) << key.second << std::right << std::setw(6)
              << n.cases << std::setw(8) << n.passed << std::setw(9) << std::fixed << std::setprecision(2)
              << percent(n.passed) << std::setw(11) << n.with_mod << std::setw(9) << percent(n.with_mod) << "\n";
  }
}

}  // namespace

int main(int argc, char** argv) try {
  std::filesystem::path folder;
  bool record = false, quiet = false;
  std::string only;
  for (int i = 1; i < argc; ++i) {
    std::string const arg = argv[i];
    if (arg == "--record") {
      record = true;
    } else if (arg == "--quiet") {
      quiet = true;
    } else if (arg == "--only" && i + 1 < argc) {
      only = argv[++i];
    } else {
      folder = arg;
    }
  }
  if (folder.empty()) {
    std::cerr << "usage: gongwen_peers FOLDER [--record] [--only FILE] [--quiet]\n";
    return 2;
  }
  char const* const shared = std::getenv("GONGWEN_SHARED");
  std::filesystem::path const cases = shared == nullptr ? "" : std::filesystem::path(shared) / "peers";
  if (shared == nullptr || !std::filesystem::exists(cases / "numbers.jsonl")) {
    std::cout << "no cases of peers: GONGWEN_SHARED is not set, or has no peers\n";
    return 77;
  }

  Run run;
  for (char const* name : {"numbers", "quantities", "itn", "times"}) {
    if (only.empty() || only == name) run.file(name, (cases / (std::string(name) + ".jsonl")).string());
  }

  std::map<std::pair<std::string, std::string>, std::string> reasons;
  for (auto const& row : rows_of(folder / "reasons.tsv")) {
    if (row.size() == 3) reasons[{row[0], row[1]}] = row[2];
  }
  std::map<std::pair<std::string, std::string>, bool> fails;
  for (Failure const& f : run.failures) {
    auto const key = std::pair(f.file, std::to_string(f.line));
    fails[key] = true;
    if (quiet) continue;
    auto const reason = reasons.find(key);
    std::cout << f.file << ":" << f.line << "\t" << (reason == reasons.end() ? "no reason given" : reason->second)
              << "\t" << f.what << "\n";
  }
  for (auto const& [key, reason] : reasons) {
    if (fails.count(key) == 0 && (only.empty() || only == key.first))
      std::cout << "reasons.tsv: " << key.first << " " << key.second << " passes now; take the line out\n";
  }
  print_rates(run.counts);

  int failed = 0;
  std::map<Key, Count> least;
  for (auto const& row : rows_of(folder / "rates.tsv")) {
    if (row.size() == 5) least[{row[0], row[1]}] = {std::stoi(row[2]), std::stoi(row[3]), std::stoi(row[4])};
  }
  for (auto const& [key, n] : least) {
    auto const now = run.counts.find(key);
    if (now == run.counts.end()) continue;
    // Rates are compared as fractions: the cases themselves may become more
    auto const fell = [before = n.cases, after = now->second.cases](int was, int is) {
      return std::int64_t{is} * before < std::int64_t{was} * after;
    };
    if (!fell(n.passed, now->second.passed) && !fell(n.with_mod, now->second.with_mod)) continue;
    std::cout << "fell: " << key.first << " of " << key.second << ": " << n.passed << " (" << n.with_mod
              << " with mod) passed before\n";
    ++failed;
  }
  if (record && failed == 0) {
    for (auto const& [key, n] : run.counts) least[key] = n;
    std::ofstream out(folder / "rates.tsv", std::ios::binary);
    out << "# How many cases pass, the least that a change may reach: file, source, cases, passed, passed with mod.\n"
           "# Raised by gongwen_peers tests/peers --record\n";
    for (auto const& [key, n] : least)
      out << key.first << '\t' << key.second << '\t' << n.cases << '\t' << n.passed << '\t' << n.with_mod << '\n';
  }
  std::cout << run.counts.size() - static_cast<std::size_t>(failed) << " passed, " << failed << " failed\n";
  return failed == 0 ? 0 : 1;
} catch (std::exception const& e) {
  std::cerr << "gongwen_peers: " << e.what() << "\n";
  return 1;
}
