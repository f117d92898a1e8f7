// CSV and Markdown: names of columns, quoting, what looks like a formula.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <gongwen/detail/write/csv_lines.hpp>
#include <gongwen/gongwen.hpp>
#include <string>
#include <vector>

namespace {

gongwen::Findings checked(std::string_view text) {
  return gongwen::parse(text) | gongwen::segment() | gongwen::extract() | gongwen::check();
}
std::string csv(gongwen::Findings const& findings, gongwen::CsvTable table, bool head = false) {
  std::string out;
  gongwen::write_csv(
      findings, table, {.source = "here"}, [&out](std::string_view s) { out += s; }, head);
  return out;
}
std::string cell(std::string_view text, bool plain = false) {
  std::string out;
  gongwen::Sink const sink = [&out](std::string_view s) { out += s; };
  gongwen::detail::CsvLines lines(sink);
  lines.cell(text, plain);
  lines.end_row();
  lines.flush();
  return out.substr(0, out.size() - 2);
}

/// One line by RFC 4180, read back.
std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
      out.back() += line[++i];
    } else if (line[i] == '"') {
      quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      out.emplace_back();
    } else {
      out.back() += line[i];
    }
  }
  return out;
}

}  // namespace

TEST_CASE("CSV: each type has its table, and each list of parts one more") {
  std::string names;
  for (gongwen::CsvTable const& table : gongwen::csv_tables()) names += table.name() + ' ';
  CHECK(names ==
        "document edit node quantity ratio rank time entity indicator indicator_changes project project_expected task "
        "task_targets appraisal problem formulation finding ");
  gongwen::RecordType const only[] = {gongwen::RecordType::task};
  CHECK(gongwen::csv_tables(only).size() == 2);
}

TEST_CASE("CSV: columns in the order of the fields, parts dotted, absent parts empty") {
  auto const findings = checked("2023年，全市实现地区生产总值1022.6亿元，同比下降1.5%，总量居全省第13位。");
  std::string const head = csv(checked(""), {gongwen::RecordType::indicator, {}}, true);
  CHECK(head.rfind("source,id,name,canonical,indicator_id,area,area_code,period.begin,period.end,period.text,", 0) ==
        0);
  CHECK(head.find(",status,yoy.value,yoy.unit,contribution.value,") != std::string::npos);
  CHECK(head.substr(head.size() - 2) == "\r\n");
  std::string const row = csv(findings, {gongwen::RecordType::indicator, {}});
  CHECK(row.find("here,i1,地区生产总值,") == 0);
  CHECK(row.find(",actual,-1.5,%,,,,,,,13,false,全省,,") != std::string::npos);
  CHECK(cells(row).size() == cells(head).size());
  CHECK(csv(findings, {gongwen::RecordType::indicator, "changes"}, true) ==
        "source,id,basis,against,of,direction,value,low,high,unit,mod\r\nhere,i1,yoy,,,down,1.5,,,%,\r\n");
}

TEST_CASE("CSV: every row of every table has the cells of its head") {
  auto const findings = checked(
      "一、工作\n要确保8月底前完成投资1.2亿元，力争到2026年底前增长5%"
      "以上。约三分之一的农户参加，收购稻谷2700—2800吨。\n"
      "要做到四个对准：一是对准目标，二是对准问题。三次产业结构比为12.1:38.4:50.2。青龙湖引水工程总投资4."
      "2亿元，计划9月开工。\n");
  for (gongwen::CsvTable const& table : gongwen::csv_tables()) {
    std::string const text = csv(findings, table, true);
    std::size_t const width = cells(text.substr(0, text.find("\r\n"))).size();
    for (std::size_t at = 0; at < text.size();) {
      std::size_t const end = text.find("\r\n", at);
      CHECK_MESSAGE(cells(text.substr(at, end - at)).size() == width, table.name());
      at = end + 2;
    }
  }
}

TEST_CASE("CSV: what looks like a formula is words, a number stays one") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+86") == "+86");
  CHECK(cell("-0.3") == "-0.3");
  CHECK(cell("-3个") == "'-3个");
  CHECK(cell("-") == "'-");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("\t=1") == "'\t=1");
  CHECK(cell("\r=1") == "\"'\r=1\"");
  CHECK(cell("＝1") == "'＝1");
  CHECK(cell("\"=1,2\"") == "\"\"\"=1,2\"\"\"");
  CHECK(cell("-5", true) == "-5");
  CHECK(cell("全市") == "全市");
}

TEST_CASE("CSV: any words come back from a quoted cell") {
  CHECK(rc::check([](std::string const& text) {
    std::string const line = cell(text, true) + "," + cell(text, true);
    return cells(line) == std::vector<std::string>{text, text};
  }));
}

TEST_CASE("CSV by the options of write: one type, else an error") {
  auto const findings = checked("增长5%。");
  gongwen::WriteOptions options;
  options.format = gongwen::Format::csv;
  CHECK_THROWS_AS((void)gongwen::to_string(findings, options), gongwen::error);
  options.only = {gongwen::RecordType::quantity};
  CHECK(gongwen::to_string(findings, options).rfind("source,id,text,value,", 0) == 0);
}

TEST_CASE("Markdown: columns with something in them, in the order of the fields") {
  gongwen::WriteOptions options;
  options.format = gongwen::Format::markdown;
  options.only = {gongwen::RecordType::quantity, gongwen::RecordType::ratio};
  CHECK(gongwen::to_string(checked("新建公路5公里，改造约4公里。"), options) ==
        "## quantity (2)\n\n| id | text | value | mod | unit | dimension | span.begin | span.end |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| q1 | 5公里 | 5 |  | km | length | 4 | 7 |\n| q2 | 约4公里 | 4 | about | km | length | 10 | 14 |\n\n");
}
