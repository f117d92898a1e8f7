// A list of doers is split into their names as written.
#include <doctest/doctest.h>

#include <gongwen/detail/extract/owners.hpp>
#include <gongwen/gongwen.hpp>

namespace {

/// The names, joined by |; one that assists has a * behind it.
std::string owners(std::string const& list) {
  std::vector<gongwen::detail::OwnerName> names;
  gongwen::detail::OwnerList(gongwen::Lexicon::builtin().data())
      .split(list, {0, static_cast<std::uint32_t>(list.size())}, names);
  std::string out;
  for (auto const& n : names) {
    if (!out.empty()) out += '|';
    out += list.substr(n.range.begin, n.range.size());
    if (n.assists) out += '*';
  }
  return out;
}

}  // namespace

TEST_CASE("owners: lists of units") {
  CHECK(owners("省财政厅、省教育厅等单位和各市〔州〕政府") == "省财政厅|省教育厅|各市〔州〕政府");
  CHECK(owners("发改、财政、国土等部门") == "发改|财政|国土");
  CHECK(owners("县财政局、县水务局，各乡镇") == "县财政局|县水务局|各乡镇");
  CHECK(owners("县农业农村局 ") == "县农业农村局");
  CHECK(owners("各县（市、区）、高新区管委会") == "各县（市、区）|高新区管委会");
  CHECK(owners("市公安局河东分局及市交警支队") == "市公安局河东分局|市交警支队");
  CHECK(owners("") == "");
  CHECK(owners("等单位") == "");
}

TEST_CASE("owners: a name that holds 和 stays whole") {
  CHECK(owners("区住房和城乡建设局和区城管局") == "区住房和城乡建设局|区城管局");
  CHECK(owners("省文化和旅游厅、省人力资源和社会保障厅") == "省文化和旅游厅|省人力资源和社会保障厅");
  CHECK(owners("工业和信息化局与商务局") == "工业和信息化局|商务局");
}

TEST_CASE("owners: verbs after the list go, and say who assists") {
  CHECK(owners("由市商务局牵头，市文旅局、市供销社配合") == "市商务局|市文旅局*|市供销社*");
  CHECK(owners("市税务局、市统计局按职责分工负责") == "市税务局|市统计局");
  CHECK(owners("县教育局牵头负责") == "县教育局");
}

TEST_CASE("owners: two organs that share a head") {
  CHECK(owners("县委、县政府督查室") == "县委、县政府督查室");
  CHECK(owners("县委、县政府") == "县委|县政府");
  CHECK(owners("县委办、县政府办") == "县委办|县政府办");
}
