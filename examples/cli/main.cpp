// gongwen: the pipeline on the command line.
//
//   gongwen [text|parse|segment|chunk|extract|check|explain|review] [FILE…|-] [options]
//   gongwen compare FILE FILE [options]
//
// Exit status: 0 all well, 1 some input failed (each is named on stderr, with what to do), 2 wrong usage.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "compare.hpp"
#include "explain.hpp"
#include "in_order.hpp"
#include "input.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "review.hpp"

namespace {

enum class Stage : std::uint8_t { text, parse, segment, chunk, extract, check, explain, review, compare };

struct Settings {
  Stage stage = Stage::check;
  gongwen::ParseOptions parse;
  gongwen::ChunkOptions chunk;
  gongwen::ExtractOptions extract;
  gongwen::CheckOptions check;
  gongwen::WriteOptions write;
  TablePlan tables;  ///< where the format has tables
};

struct Result {
  Pieces output;
  std::string failure;
};

/// The value of a stage, written.
template <class Value>
Pieces written(Value value, Settings const& s, gongwen::WriteOptions const& write) {
  if (s.tables) return table_rows(std::move(value), s.tables, write);
  return {gongwen::to_string(value, write)};
}

Pieces run(std::string const& path, Settings const& s, gongwen::WriteOptions const& write) {
  auto text = read_text(path, s.parse);
  if (s.stage == Stage::text) return {std::string(text.original())};
  if (s.stage == Stage::parse) return written(std::move(text), s, write);
  auto outline = std::move(text) | gongwen::segment();
  if (s.stage == Stage::segment) return written(std::move(outline), s, write);
  if (s.stage == Stage::chunk) return written(gongwen::chunks(std::move(outline), s.chunk), s, write);
  auto records = std::move(outline) | gongwen::extract(s.extract);
  if (s.stage == Stage::extract) return written(std::move(records), s, write);
  auto findings = std::move(records) | gongwen::check(s.check);
  if (s.stage == Stage::explain) return {explain(findings, write.only)};
  return written(std::move(findings), s, write);
}

/// Reads one input of any size article by article, and writes as it goes.
void stream(std::string const& path, Settings const& s, std::ostream& out) {
  gongwen::StreamOptions options;
  options.stage = s.stage == Stage::parse     ? gongwen::StreamStage::parse
                  : s.stage == Stage::segment ? gongwen::StreamStage::segment
                  : s.stage == Stage::extract ? gongwen::StreamStage::extract
                                              : gongwen::StreamStage::check;
  options.parse = s.parse;
  options.extract = s.extract;
  options.check = s.check;
  options.write = s.write;
  options.write.source = path == "-" ? "" : path;
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) throw gongwen::error(gongwen::error_code::io, 0, "cannot be read; check its name and permissions");
  }
  std::istream& in = path == "-" ? std::cin : file;
  gongwen::stream(
      [&](char* buffer, std::size_t size) {
        in.read(buffer, static_cast<std::streamsize>(size));
        return static_cast<std::size_t>(in.gcount());
      },
      options, [&](std::string_view piece) { out << piece; });
  if (!out.flush()) throw gongwen::error(gongwen::error_code::io, 0, "the output cannot be written");
}

Result process(std::string const& path, Settings const& s) {
  Result result;
  result.failure = failure_of([&] {
    gongwen::WriteOptions write = s.write;
    write.source = path == "-" ? "" : path;
    result.output = run(path, s, write);
  });
  return result;
}

/// The switch of a kind of repair, by the name that its edits have.
bool& repair_of(gongwen::ParseOptions& options, std::string_view kind) {
  if (kind == "unwrap") return options.unwrap;
  if (kind == "page_number") return options.page_numbers;
  if (kind == "line_end") return options.line_ends;
  if (kind == "ocr") return options.confusions;
  if (kind == "radical") return options.radicals;
  if (kind == "width") return options.width;
  return kind == "space" ? options.spaces : options.controls;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  Settings settings;
  std::vector<std::string> words, only, keep;
  std::string format, reference_date, offsets = "codepoint", output, language = "zh", numbers = "plain", min_confidence;
  unsigned jobs = 1;
  bool streaming = false, quiet = false;

  CLI::App app{
      "Chinese official documents to data: outline, figures, ranks, times, indicators, and what does not add up."};
  app.name("gongwen");
  app.set_version_flag("--version", std::string("gongwen ") + GONGWEN_VERSION);
  app.add_option("words", words,
                 "[text|parse|segment|chunk|extract|check|explain|review] [FILE... | -], or compare FILE FILE: a stage "
                 "(check when none is "
                 "named) and inputs")
      ->type_name("");
  app.add_option(
         "--format", format,
         "jsonl, table, markdown; csv or arrow of one type (--only) or into a folder (table on a terminal, else "
         "jsonl); of review html, markdown or csv")
      ->check(CLI::IsMember({"jsonl", "table", "csv", "markdown", "arrow", "html"}));
  app.add_option("--reference-date", reference_date, "YYYY-MM-DD: the day that relative times count from");
  app.add_option("--encoding", settings.parse.encoding, "name of the input's encoding (else found)");
  app.add_option("--offsets", offsets, "unit of spans")->check(CLI::IsMember({"codepoint", "utf8", "utf16"}));
  app.add_option("--only", only, "record types to write, with commas")->delimiter(',')->allow_extra_args(false);
  app.add_option("--min-confidence", min_confidence, "leave out facts that are less sure, 0 to 1 (0.9 for precision)");
  app.add_option("--numbers", numbers, "plain or string (quoted, for readers that make floats of numbers)")
      ->check(CLI::IsMember({"plain", "string"}));
  app.add_option("--language,--lang", language, "of findings, and of the heads of review")
      ->check(CLI::IsMember({"zh", "en"}));
  app.add_option("--jobs", jobs, "inputs read at the same time")->check(CLI::Range(1U, 256U));
  app.add_option("--output", output, "a file, or a folder (existing, or ending in /) for a file an input");
  app.add_flag("--strict", settings.parse.strict, "undecodable bytes are an error");
  app.add_option("--keep", keep, "kinds of repair to leave undone, with commas, by the names that edits have")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember({"unwrap", "page_number", "line_end", "ocr", "radical", "width", "space", "control"}));
  app.add_flag("--implied", settings.check.implied, "also derive what figures imply: targets, bases");
  app.add_option("--without", settings.check.without, "rules of check to leave out, with commas (docs/rules.md)")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_flag("--stream", streaming, "read article by article, for inputs larger than memory; document comes last");
  app.add_option("--max-chars", settings.chunk.max_chars, "of a chunk, in code points")
      ->check(CLI::Range(1U, 1000000U));
  app.add_flag("--quiet", quiet, "no progress on a terminal; failures are still named");
  app.add_flag("--by", settings.write.by, "name the rule that made each record");
  try {
    app.parse(argc, argv);
  } catch (CLI::Success const& e) {
    return app.exit(e);
  } catch (CLI::ParseError const& e) {
    app.exit(e);
    return 2;
  }

  auto const usage = [](std::string const& message) {
    std::cerr << "gongwen: " << message << "\nRun with --help for more information.\n";
    return 2;
  };
  constexpr std::string_view stages[] = {"text",  "parse",   "segment", "chunk",  "extract",
                                         "check", "explain", "review",  "compare"};
  if (!words.empty()) {
    for (std::size_t i = 0; i < std::size(stages); ++i) {
      if (words.front() == stages[i]) {
        settings.stage = static_cast<Stage>(i);
        words.erase(words.begin());
        break;
      }
    }
  }
  if (words.empty()) {
    if (isatty(STDIN_FILENO) != 0) return usage("name a file, or - for standard input");
    words.emplace_back("-");
  }
  if (!reference_date.empty()) {
    settings.extract.reference_date = gongwen::Date::parse(reference_date);
    if (!settings.extract.reference_date)
      return usage("--reference-date takes a day as YYYY-MM-DD, not \"" + reference_date + "\"");
  }
  if (!min_confidence.empty()) {
    auto const least = gongwen::Decimal::parse(min_confidence);
    if (!least || *least < gongwen::Decimal(0) || gongwen::Decimal(1) < *least)
      return usage("--min-confidence takes a number from 0 to 1, not \"" + min_confidence + "\"");
    settings.extract.min_confidence = *least;
  }
  for (std::string const& type : only) {
    bool found = false;
    for (std::size_t i = 0; i < gongwen::record_types; ++i) {
      auto const t = static_cast<gongwen::RecordType>(i);
      if (gongwen::name(t) != type) continue;
      settings.write.only.push_back(t);
      found = true;
    }
    if (!found) return usage("--only: there is no record type \"" + type + "\"");
  }
  for (std::string const& rule : settings.check.without) {
    auto const names = gongwen::rule_names();
    if (std::find(names.begin(), names.end(), rule) == names.end())
      return usage("--without: there is no rule \"" + rule + "\"; docs/rules.md lists them");
  }
  for (std::string const& kind : keep) repair_of(settings.parse, kind) = false;
  settings.check.language = language == "en" ? gongwen::Language::en : gongwen::Language::zh;
  bool const terminal = output.empty() && isatty(STDOUT_FILENO) != 0;
  Progress progress(words.size(), quiet || terminal);
  if (settings.stage == Stage::compare) {
    if (words.size() != 2) return usage("compare takes two inputs");
    if (streaming || !only.empty() || !output.empty())
      return usage("--stream, --only and --output do not go with compare");
    if (!format.empty() && format != "jsonl" && format != "table" && format != "csv")
      return usage("compare writes jsonl, table or csv");
    settings.write.format = format == "csv"                                     ? gongwen::Format::csv
                            : format == "table" || (format.empty() && terminal) ? gongwen::Format::table
                                                                                : gongwen::Format::jsonl;
    settings.write.numbers_as_strings = numbers == "string";
    try {
      std::cout << compare_files(words[0], words[1], {settings.parse, settings.extract, settings.write});
    } catch (gongwen::error const& e) {
      std::cerr << "gongwen: " << e.what() << "\n";
      return 1;
    }
    return std::cout.flush() ? 0 : 1;
  }
  if (settings.stage == Stage::review) {
    ReviewSettings review{settings.parse, settings.extract, settings.check, {}, output, jobs};
    review.review.language = settings.check.language;
    if (!review_format(format, review.review.format))
      return usage("review writes html, markdown or csv, not " + format);
    if (streaming || !only.empty()) return usage("--stream and --only do not go with review");
    bool const written =
        review_files(words, review, [&](auto const& path, auto const& why) { progress.done(path, why); });
    progress.finish();
    return written && !progress.failed() ? 0 : 1;
  }
  if (format == "html") return usage("--format html is for review");
  settings.write.format = format == "markdown"                                ? gongwen::Format::markdown
                          : format == "table" || (format.empty() && terminal) ? gongwen::Format::table
                                                                              : gongwen::Format::jsonl;
  if (format == "csv" || format == "arrow") {
    bool const chunks = settings.stage == Stage::chunk;
    if (settings.stage == Stage::text || settings.stage == Stage::explain || (chunks && !only.empty()))
      return usage("--format " + format +
                   " writes records; it does not go with text and explain, nor chunk with --only");
    if (!chunks && settings.write.only.size() != 1 && !names_folder(output))
      return usage("--format " + format +
                   " takes one type, as in --only indicator, or a folder as --output for a file a table");
    if (format == "arrow" && !writes_arrow())
      return usage("--format arrow: this program was built without flatbuffers (libflatbuffers-dev)");
    auto const form = format == "csv" ? TableFormat::csv : TableFormat::arrow;
    settings.tables = chunks ? TablePlan{form, {}, true} : plan_tables(form, settings.write, names_folder(output));
  }
  settings.write.offsets = offsets == "utf8"    ? gongwen::OffsetUnit::utf8
                           : offsets == "utf16" ? gongwen::OffsetUnit::utf16
                                                : gongwen::OffsetUnit::codepoint;
  settings.write.numbers_as_strings = numbers == "string";

  if (streaming) {
    if (settings.stage == Stage::chunk || settings.stage == Stage::explain)
      return usage("--stream does not go with chunk and explain");
    if (!format.empty() && format != "jsonl") return usage("--stream writes JSON Lines; leave --format out");
    settings.write.format = gongwen::Format::jsonl;
    std::ofstream file;
    if (!output.empty()) file.open(output, std::ios::binary);
    if (!output.empty() && !file) return usage("--output: " + output + " cannot be written; with --stream name a file");
    std::ostream& out = output.empty() ? std::cout : file;
    for (std::string const& path : words) {
      std::string failure;
      try {
        stream(path, settings, out);
      } catch (gongwen::error const& e) {
        failure = e.what();
      }
      progress.done(path, failure);
    }
    progress.finish();
    return progress.failed() ? 1 : 0;
  }
  try {
    Output out(output, words.size(), settings.write, settings.tables);
    in_order<Result>(
        words.size(), jobs, [&](std::size_t i) { return process(words[i], settings); },
        [&](std::size_t i, Result const& result) {
          if (result.failure.empty()) out.write(words[i], result.output);
          progress.done(words[i], result.failure);
        });
    out.end();
    progress.finish();
  } catch (gongwen::error const& e) {
    std::cerr << "gongwen: " << e.what() << "\n";
    return 1;
  } catch (std::filesystem::filesystem_error const& e) {
    std::cerr << "gongwen: " << e.what() << "\n";
    return 1;
  }
  return progress.failed() ? 1 : 0;
}
