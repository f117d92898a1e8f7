// Each case is a mistake that the compiler has to refuse; with BAD=0 what is right stands in their places and compiles.
#include <gongwen/gongwen.hpp>
#include <string_view>

using namespace gongwen;

Records made() { return parse("") | segment() | extract(); }

void use() {
  Text const text = parse("");
  Outline const outline = text | segment();
  Records const records = outline | extract();
  Findings const findings = records | check();
#if BAD == 0
  std::string_view view = text.view();
  view = text.original();
  view = text.encoding();
  view = text.slice({});
  (void)text.edits();
  (void)outline.nodes();
  (void)outline.text();
  for (Indicator const& i : records.indicators()) (void)records.evidence(i);
  (void)records.quantities();
  (void)records.entities();
  (void)records.projects();
  (void)records.tasks();
  (void)records.appraisals();
  (void)records.problems();
  (void)records.formulations();
  (void)records.ratios();
  (void)records.ranks();
  (void)records.times();
  (void)records.outline();
  (void)records.text();
  (void)findings.findings();
  (void)findings.records();
  (void)text.span(detail::Range{});
  (void)view;
#elif BAD == 1
  for (Indicator const& i : (parse("") | segment() | extract()).indicators()) (void)i;
#elif BAD == 2
  std::string_view view = Text().view();
#elif BAD == 3
  std::string_view view = parse("").original();
#elif BAD == 4
  auto edits = parse("").edits();
#elif BAD == 5
  std::string_view view = parse("").encoding();
#elif BAD == 6
  std::string_view view = parse("").slice({});
#elif BAD == 7
  auto nodes = (parse("") | segment()).nodes();
#elif BAD == 8
  Text const& of = (parse("") | segment()).text();
#elif BAD == 9
  auto rows = made().quantities();
#elif BAD == 10
  auto rows = made().ratios();
#elif BAD == 11
  auto rows = made().ranks();
#elif BAD == 12
  auto rows = made().times();
#elif BAD == 13
  Outline const& of = made().outline();
#elif BAD == 14
  Text const& of = made().text();
#elif BAD == 15
  auto rows = (made() | check()).findings();
#elif BAD == 16
  Records const& of = (made() | check()).records();
#elif BAD == 17
  auto rows = made().evidence(Indicator{});
#elif BAD == 18
  std::string_view view = std::move(text).view();  // a const value moved from is a temporary too
#elif BAD == 19
  std::string_view view = (parse("") | segment()).words(Node{});
#elif BAD == 20
  Span span = detail::Range{};  // offsets of the repaired buffer are not those that users see
#elif BAD == 21
  detail::Range range = Span{};
#elif BAD == 22
  (void)text.span(Span{});
#endif
}
