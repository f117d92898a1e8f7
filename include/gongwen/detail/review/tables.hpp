// gongwen/detail/review/tables.hpp: the sheet as tables of Markdown, and the scoreboard as CSV.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../../review.hpp"
#include "../write/csv_lines.hpp"
#include "../write/markdown.hpp"
#include "sheet.hpp"

GONGWEN_BEGIN

namespace detail {

/// A chapter a document: its title, then a table a section; sections with nothing in them are left out.
class ReviewMarkdown {
 public:
  ReviewMarkdown(ReviewWords const& words, Sink const& sink) : words_(words), sink_(sink) {}

  void document(Reviewed const& reviewed) {
    Findings const& findings = reviewed.findings;
    Records const& records = findings.records();
    Sheet const sheet = SheetMaker(words_, findings).make();
    std::string_view const title = records.outline().title();
    put(out_, "# ");
    escape_markdown(out_, title.empty() ? std::string_view(reviewed.source) : title);
    put(out_, "\n\n");
    scores(sheet, records);
    found(sheet, findings);
    projects(sheet, records);
    tasks(sheet, records);
    appraisals(sheet, records);
    problems(records);
    sink_({out_.data(), out_.size()});
    out_.clear();
  }

 private:
  void scores(Sheet const& sheet, Records const& records) {
    head("scoreboard", sheet.scores.size(),
         {"indicator", "area", "period", "value", "status", "growth", "target", "changes", "rank", "completion",
          "elapsed", "light"});
    for (ScoreRow const& s : sheet.scores) {
      Indicator const& i = records.indicators()[s.index];
      row({i.name, i.area, i.period ? i.period->text : std::string_view(), s.value, words_.of("status", name(i.status)),
           s.growth, s.target, s.changes, s.rank, s.completion, s.elapsed, words_.of("light", name(s.light))});
    }
    end(sheet.scores.size());
  }
  void found(Sheet const& sheet, Findings const& findings) {
    head("findings", sheet.findings.size(), {"severity", "message", "expected", "found", "how", "section"});
    for (FindingRow const& r : sheet.findings) {
      Finding const& f = findings.findings()[r.index];
      row({words_.of("severity", name(f.severity)), f.message, r.expected, r.found, f.how, r.section});
    }
    end(sheet.findings.size());
  }
  void projects(Sheet const& sheet, Records const& records) {
    head("projects", sheet.projects.size(),
         {"name", "area", "stage", "investment", "invested", "progress", "expected_stage", "owner", "section"});
    for (ProjectRow const& r : sheet.projects) {
      Project const& p = records.projects()[r.index];
      row({p.name, p.area, r.stage, r.investment, r.invested, r.progress, r.expected, p.owner, r.section});
    }
    end(sheet.projects.size());
  }
  void tasks(Sheet const& sheet, Records const& records) {
    head("tasks", sheet.tasks.size(), {"deadline", "action", "owner", "targets", "section"});
    for (TaskRow const& r : sheet.tasks) {
      Task const& t = records.tasks()[r.index];
      row({r.deadline, std::string(t.modal) + std::string(t.action), r.owner, r.targets, r.section});
    }
    end(sheet.tasks.size());
  }
  void appraisals(Sheet const& sheet, Records const& records) {
    head("appraisals", sheet.appraisals.size(), {"polarity", "of", "reason", "section"});
    for (AppraisalRow const& r : sheet.appraisals) {
      Appraisal const& a = records.appraisals()[r.index];
      row({words_.of("polarity", name(a.polarity)), r.of, a.reason, r.section});
    }
    end(sheet.appraisals.size());
  }
  void problems(Records const& records) {
    head("problems", records.problems().size(), {"problem", "section"});
    for (Problem const& p : records.problems()) row({p.text, section_of(records.outline(), p.node)});
    end(records.problems().size());
  }

  void head(std::string_view section, std::size_t rows, std::initializer_list<std::string_view> heads) {
    if (rows == 0) return;
    put_markdown_head(out_, words_(section), rows, heads.size(),
                      [&](std::size_t i) { return words_(heads.begin()[i]); });
  }
  struct Cell {
    std::string words;
    Cell(std::string_view s) : words(s) {}    // NOLINT(google-explicit-constructor): a cell is its words
    Cell(std::string const& s) : words(s) {}  // NOLINT(google-explicit-constructor)
  };
  void row(std::initializer_list<Cell> cells) {
    for (Cell const& c : cells) put_markdown_cell(out_, c.words);
    put(out_, "|\n");
  }
  void end(std::size_t rows) {
    if (rows != 0) out_.push_back('\n');
  }

  ReviewWords const& words_;
  Sink const& sink_;
  Out out_;
};

/// The scoreboard for a spreadsheet: numbers plain and exact with their unit beside them.
class ReviewCsv {
 public:
  ReviewCsv(ReviewWords const& words, Sink const& sink) : words_(words), lines_(sink) {
    for (std::string_view const h : {"source", "id", "indicator", "area", "period", "status", "value", "unit", "growth",
                                     "growth_unit", "target", "changes", "rank", "completion", "elapsed", "light"})
      lines_.cell(words_(h), true);
    lines_.end_row();
  }

  void document(Reviewed const& reviewed) {
    Records const& records = reviewed.findings.records();
    for (ScoreRow const& s : Scoreboard(words_, records).rows()) row(reviewed.source, s, records.indicators()[s.index]);
  }
  void flush() { lines_.flush(); }

 private:
  void row(std::string_view source, ScoreRow const& s, Indicator const& i) {
    YearOnYear const growth = year_on_year(i.changes);
    text(source);
    plain("i" + std::to_string(std::uint64_t{s.index} + 1));
    text(i.name);
    text(i.area);
    text(i.period ? i.period->text : std::string_view());
    text(words_.of("status", name(i.status)));
    i.value ? plain(i.value->to_string()) : text(s.value);
    text(words_.of("unit", i.unit));
    plain(growth.value ? growth.value->to_string() : std::string());
    text(words_.of("unit", growth.unit));
    text(s.target);
    text(s.changes);
    text(s.rank);
    text(s.completion);
    plain(s.elapsed);
    text(words_.of("light", name(s.light)));
    lines_.end_row();
  }
  void text(std::string_view s) { lines_.cell(s, false); }
  void plain(std::string_view s) { lines_.cell(s, true); }

  ReviewWords const& words_;
  CsvLines lines_;
};

}  // namespace detail

GONGWEN_END
