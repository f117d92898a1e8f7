// gongwen_golden FOLDER [--update]: runs the cases of tests/golden and compares, or rewrites what they expect.
//
// A case:   === title
//           : option value            reference_date DAY, implied, only TYPE,…, speaks ROW, silent ROW
//           the input, to the line ---
//           the records, as JSON Lines with spans in code points
//
// `speaks` says that some record was made by the row, `silent` that none was; every row of the grammar must have both.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gongwen/detail/extract/sentence.hpp>
#include <gongwen/gongwen.hpp>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Case {
  std::string title;
  std::vector<std::pair<std::string, std::string>> options;
  std::string input;
  std::string expected;
};

std::vector<Case> read_cases(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<Case> out;
  std::string line;
  enum { options, input, expected } part = options;
  while (std::getline(in, line)) {
    if (line.rfind("=== ", 0) == 0) {
      out.push_back({line.substr(4), {}, {}, {}});
      part = options;
    } else if (out.empty()) {
      continue;
    } else if (part == options && line.rfind(": ", 0) == 0) {
      std::size_t const cut = line.find(' ', 2);
      out.back().options.emplace_back(line.substr(2, cut == std::string::npos ? cut : cut - 2),
                                      cut == std::string::npos ? "" : line.substr(cut + 1));
    } else if (part != expected && line == "---") {
      part = expected;
    } else if (part == expected) {
      if (!line.empty()) out.back().expected += line + "\n";
    } else {
      part = input;
      out.back().input += line + "\n";
    }
  }
  return out;
}

void write_cases(std::filesystem::path const& path, std::vector<Case> const& cases) {
  std::ofstream out(path, std::ios::binary);
  for (Case const& c : cases) {
    out << "=== " << c.title << "\n";
    for (auto const& [name, value] : c.options) out << ": " << name << (value.empty() ? "" : " ") << value << "\n";
    out << c.input << "---\n" << c.expected << "\n";
  }
}

gongwen::RecordType type_of(std::string const& name) {
  for (std::size_t i = 0; i < gongwen::record_types; ++i) {
    if (gongwen::name(static_cast<gongwen::RecordType>(i)) == name) return static_cast<gongwen::RecordType>(i);
  }
  throw std::runtime_error("no record type " + name);
}

std::string run(Case const& c, std::set<std::string>& spoke) {
  gongwen::ExtractOptions extract;
  gongwen::CheckOptions check;
  gongwen::WriteOptions write;
  for (auto const& [name, value] : c.options) {
    if (name == "reference_date") extract.reference_date = gongwen::Date::parse(value);
    if (name == "implied") check.implied = true;
    if (name == "only") {
      std::istringstream types(value);
      for (std::string type; std::getline(types, type, ',');) write.only.push_back(type_of(type));
    }
  }
  // The last line break ends the case, not the input.
  std::string const input = c.input.substr(0, c.input.size() - (c.input.empty() ? 0 : 1));
  auto const findings = gongwen::parse(input) | gongwen::segment() | gongwen::extract(extract) | gongwen::check(check);
  auto const& records = findings.records();
  auto const by = [&](auto const& list) {
    for (auto const& r : list) spoke.emplace(r.by);
  };
  by(records.quantities());
  by(records.ratios());
  by(records.ranks());
  by(records.times());
  by(records.entities());
  by(records.indicators());
  by(records.projects());
  by(records.tasks());
  by(records.appraisals());
  by(records.problems());
  by(records.formulations());
  return gongwen::to_string(findings, write);
}

template <class R, std::size_t n>
void names_of(R const (&rules)[n], std::set<std::string>& out) {
  for (R const& r : rules) out.emplace(r.name);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: gongwen_golden FOLDER [--update]\n";
    return 2;
  }
  bool const update = argc > 2 && std::string(argv[2]) == "--update";
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(argv[1])) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  int passed = 0, failed = 0;
  std::set<std::string> with_voice, with_silence;
  for (auto const& file : files) {
    std::vector<Case> cases = read_cases(file);
    for (Case& c : cases) {
      std::set<std::string> spoke;
      std::string const got = run(c, spoke);
      bool ok = got == c.expected || update;
      if (!ok) std::cout << file.string() << ": " << c.title << "\nexpected\n" << c.expected << "got\n" << got << "\n";
      for (auto const& [name, row] : c.options) {
        if (name != "speaks" && name != "silent") continue;
        bool const speaks = name == "speaks";
        (speaks ? with_voice : with_silence).insert(row);
        if (spoke.count(row) == static_cast<std::size_t>(speaks)) continue;
        std::cout << file.string() << ": " << c.title << ": the row " << row << (speaks ? " is silent\n" : " speaks\n");
        ok = false;
      }
      c.expected = got;
      ++(ok ? passed : failed);
    }
    if (update) write_cases(file, cases);
  }
  std::set<std::string> rows;
  namespace d = gongwen::detail;
  names_of(d::figure::rules, rows);
  names_of(d::ratio::rules, rows);
  names_of(d::rank::rules, rows);
  names_of(d::when::date_rules, rows);
  names_of(d::when::part_rules, rows);
  names_of(d::when::moment_rules, rows);
  names_of(d::when::time_rules, rows);
  rows.erase("time.date");  // carries the name of its date row on
  for (std::string const& row : rows) {
    if (with_voice.count(row) != 0 && with_silence.count(row) != 0) continue;
    std::cout << "the row " << row << " has no case in which it "
              << (with_voice.count(row) == 0 ? "speaks" : "is silent") << "\n";
    ++failed;
  }
  std::cout << passed << " passed, " << failed << " failed\n";
  return failed == 0 && passed > 0 ? 0 : 1;
}
