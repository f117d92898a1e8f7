// gongwen/detail/review/sheet.hpp: what the sheet says of a document, in rows of words: the same for a page, Markdown and CSV.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "../../findings.hpp"
#include "scoreboard.hpp"

GONGWEN_BEGIN

namespace detail {

struct ProjectRow {
  std::uint32_t index = 0;
  std::string investment, invested, progress, stage, expected, section;
};
struct TaskRow {
  std::uint32_t index = 0;
  std::string deadline, owner, targets, section;
  std::optional<Date> due;  ///< a day that is known
};
struct AppraisalRow {
  std::uint32_t index = 0;
  std::string of, section;
};
struct FindingRow {
  std::uint32_t index = 0;
  std::string expected, found, section;
};

struct Sheet {
  std::vector<ScoreRow> scores;
  std::vector<ProjectRow> projects;      ///< by stage, as far as they have come
  std::vector<TaskRow> tasks;            ///< by deadline, those without one last
  std::vector<AppraisalRow> appraisals;  ///< in the order of the text
  std::vector<FindingRow> findings;      ///< by severity
};

/// The innermost heading above a node, with its marker; the article's title where there is none.
inline std::string section_of(Outline const& outline, NodeIndex at) {
  for (NodeIndex n = at; n != no_node; n = outline.nodes()[n].parent) {
    Node const& node = outline.nodes()[n];
    if (node.kind != NodeKind::heading && node.kind != NodeKind::article) continue;
    std::string const marker = node.kind == NodeKind::heading ? std::string(node.marker) : std::string();
    if (!node.title.empty()) return marker + std::string(node.title);
  }
  return {};
}

class SheetMaker {
 public:
  SheetMaker(ReviewWords const& words, Findings const& findings)
      : words_(words), findings_(findings), records_(findings.records()) {}

  [[nodiscard]] Sheet make() const {
    Sheet out;
    out.scores = Scoreboard(words_, records_).rows();
    for (std::uint32_t i = 0; i < records_.projects().size(); ++i) out.projects.push_back(project(i));
    for (std::uint32_t i = 0; i < records_.tasks().size(); ++i) out.tasks.push_back(task(i));
    for (std::uint32_t i = 0; i < records_.appraisals().size(); ++i) out.appraisals.push_back(appraisal(i));
    for (std::uint32_t i = 0; i < findings_.findings().size(); ++i) out.findings.push_back(finding(i));
    std::stable_sort(out.projects.begin(), out.projects.end(), [&](ProjectRow const& a, ProjectRow const& b) {
      return records_.projects()[a.index].stage < records_.projects()[b.index].stage;
    });
    std::stable_sort(out.tasks.begin(), out.tasks.end(), [](TaskRow const& a, TaskRow const& b) {
      if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
      return a.due && *a.due < *b.due;
    });
    std::stable_sort(out.findings.begin(), out.findings.end(), [&](FindingRow const& a, FindingRow const& b) {
      return findings_.findings()[a.index].severity < findings_.findings()[b.index].severity;
    });
    return out;
  }

 private:
  [[nodiscard]] std::string section(NodeIndex node) const { return section_of(records_.outline(), node); }

  [[nodiscard]] ProjectRow project(std::uint32_t index) const {
    Project const& p = records_.projects()[index];
    ProjectRow out;
    out.index = index;
    if (p.investment) out.investment = amount_words(words_, *p.investment);
    if (p.invested) out.invested = amount_words(words_, *p.invested);
    if (p.progress) out.progress = amount_words(words_, *p.progress);
    out.stage = words_.of("stage", name(p.stage));
    for (Expected const& e : p.expected) {
      if (!out.expected.empty()) out.expected += words_("semicolon");
      if (e.period) out.expected += deadline_words(*e.period) + ' ';
      out.expected += words_.of("stage", name(e.stage));
    }
    out.section = section(p.node);
    return out;
  }

  [[nodiscard]] TaskRow task(std::uint32_t index) const {
    Task const& t = records_.tasks()[index];
    TaskRow out;
    out.index = index;
    if (t.deadline) {
      out.deadline = deadline_words(*t.deadline);
      if (t.deadline->end && t.deadline->end->known()) out.due = t.deadline->end;
    }
    out.owner = list_words(words_, t.owner);
    for (Amount const& a : t.targets) {
      if (!out.targets.empty()) out.targets += words_("semicolon");
      out.targets += amount_words(words_, a);
    }
    out.section = section(t.node);
    return out;
  }

  [[nodiscard]] AppraisalRow appraisal(std::uint32_t index) const {
    Appraisal const& a = records_.appraisals()[index];
    return {index, list_words(words_, a.of), section(a.node)};
  }

  [[nodiscard]] FindingRow finding(std::uint32_t index) const {
    Finding const& f = findings_.findings()[index];
    return {index, reading_words(words_, f.expected), reading_words(words_, f.found), section(f.node)};
  }

  ReviewWords const& words_;
  Findings const& findings_;
  Records const& records_;
};

}  // namespace detail

GONGWEN_END
