// fields.cpp: the C structs have the fields of detail/fields.hpp, in name and order, and nothing between them.
#include <gongwen.h>

#include <cstdio>
#include <gongwen/detail/fields.hpp>
#include <string>
#include <type_traits>
#include <vector>

#include "../../capi/src/rows.hpp"

namespace {

int failures = 0;

void check(bool so, char const* row, std::string const& what) {
  if (so) return;
  std::fprintf(stderr, "%s: %s\n", row, what.c_str());
  ++failures;
}

struct Member {
  std::string name;
  std::size_t begin, end, alignment;
};

/// The members of a C struct that rows.hpp names, in its order.
template <class Row, class Record>
std::vector<Member> members() {
  Row row{};
  std::vector<Member> out;
  gongwen::c::fields(row, Record{}, [&](char const* name, auto const& member, auto const&) {
    auto const begin =
        static_cast<std::size_t>(reinterpret_cast<char const*>(&member) - reinterpret_cast<char const*>(&row));
    out.push_back({name, begin, begin + sizeof member, alignof(std::remove_cvref_t<decltype(member)>)});
  });
  return out;
}

/// `rest` is the size of what the row carries after the fields of its own, 0 for a part.
template <class Row, class Record>
void same(char const* row, std::size_t rest_begin) {
  std::vector<std::string> names;
  gongwen::detail::Fields<Record>::each(Record{}, [&](auto name, auto const&) { names.emplace_back(name); });
  auto const found = members<Row, Record>();
  check(found.size() == names.size(), row, "rows.hpp and fields.hpp differ in the number of fields");
  std::size_t end = 0;
  for (std::size_t i = 0; i < found.size() && i < names.size(); ++i) {
    check(found[i].name == names[i], row, "field " + names[i] + " of fields.hpp is " + found[i].name + " in rows.hpp");
    auto const next = (end + found[i].alignment - 1) / found[i].alignment * found[i].alignment;
    check(found[i].begin == next, row, "a member stands before " + found[i].name + " that rows.hpp does not have");
    end = found[i].end;
  }
  auto const aligned = [](std::size_t n, std::size_t to) { return (n + to - 1) / to * to; };
  check(rest_begin == 0 ? aligned(end, alignof(Row)) == sizeof(Row) : end == rest_begin, row,
        "a member stands after the last field that rows.hpp does not have");
}

}  // namespace

int main() {
  using namespace gongwen;
  same<gongwen_edit, Edit>("gongwen_edit", 0);
  same<gongwen_node, Node>("gongwen_node", 0);
  same<gongwen_quantity, Quantity>("gongwen_quantity", offsetof(gongwen_quantity, node));
  same<gongwen_ratio, Ratio>("gongwen_ratio", offsetof(gongwen_ratio, node));
  same<gongwen_rank, Rank>("gongwen_rank", offsetof(gongwen_rank, node));
  same<gongwen_time, Time>("gongwen_time", offsetof(gongwen_time, node));
  same<gongwen_entity, Entity>("gongwen_entity", offsetof(gongwen_entity, node));
  same<gongwen_indicator, Indicator>("gongwen_indicator", offsetof(gongwen_indicator, node));
  same<gongwen_project, Project>("gongwen_project", offsetof(gongwen_project, node));
  same<gongwen_task, Task>("gongwen_task", offsetof(gongwen_task, node));
  same<gongwen_appraisal, Appraisal>("gongwen_appraisal", offsetof(gongwen_appraisal, node));
  same<gongwen_problem, Problem>("gongwen_problem", offsetof(gongwen_problem, node));
  same<gongwen_formulation, Formulation>("gongwen_formulation", offsetof(gongwen_formulation, node));
  same<gongwen_finding, Finding>("gongwen_finding", offsetof(gongwen_finding, node));
  same<gongwen_period, Period>("gongwen_period", 0);
  same<gongwen_change, Change>("gongwen_change", 0);
  same<gongwen_proportion, Proportion>("gongwen_proportion", 0);
  same<gongwen_rank_slot, RankSlot>("gongwen_rank_slot", 0);
  same<gongwen_amount, Amount>("gongwen_amount", 0);
  same<gongwen_expected, Expected>("gongwen_expected", 0);
  same<gongwen_reading, Reading>("gongwen_reading", 0);
  return failures == 0 ? 0 : 1;
}
