// Rich input to text: what each format shows, where it stood, and what is refused.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <gongwen/gongwen.hpp>
#include <gongwen/readers.hpp>

#include "files.hpp"

using gongwen::error_code;
using gongwen::read_rich;

namespace {

gongwen::error failure(std::string const& bytes, gongwen::ReadOptions const& options = {}) {
  try {
    static_cast<void>(read_rich(bytes, options));
  } catch (gongwen::error const& e) {
    return e;
  }
  FAIL("no error");
  return {error_code::io, 0, ""};
}

std::string const numbering =
    "<w:numbering xmlns:w=\"urn:w\"><w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
    "w:val=\"（%2）\"/></w:lvl>"
    "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

std::string numbered(std::string const& words, int level) {
  return p(words, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"7\"/></w:numPr>");
}

}  // namespace

TEST_CASE("DOCX: numbers that Word generates are written out and give the outline") {
  std::string const bytes = docx_of(numbered("强化产业支撑", 0) + numbered("壮大茶产业", 1) + p("全县新建茶园3万亩。") +
                                        numbered("培育龙头企业", 1) + numbered("改善民生", 0) + numbered("办好教育", 1),
                                    {{"word/numbering.xml", numbering}});
  gongwen::RichText const rich = read_rich(bytes);
  CHECK(rich.format == gongwen::RichFormat::docx);
  CHECK(rich.text ==
        "一、强化产业支撑\n（一）壮大茶产业\n全县新建茶园3万亩。\n（二）培育龙头企业\n二、改善民生\n（一）办好教育\n");
  CHECK(rich.at(rich.text.find("龙头"))->paragraph == 4);
  auto const outline = gongwen::parse(rich) | gongwen::segment();
  std::vector<std::string> markers;
  for (gongwen::Node const& n : outline.nodes()) {
    if (!n.marker.empty()) markers.emplace_back(n.marker);
  }
  CHECK(markers.size() == 5);
}

TEST_CASE("DOCX: tables keep their grid, revisions are accepted, hidden text and fields' instructions are not shown") {
  std::string const bytes =
      docx_of(p("前文。") + "<w:tbl><w:tr>" + tc("指标", "<w:vMerge w:val=\"restart\"/>") +
                  tc("上半年", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + tc("绝对数") +
                  tc("增长%") + "</w:tr></w:tbl>" +
                  "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
                  "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                  "<w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                  "<w:r><w:t>文</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                  "<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
              {{"word/footnotes.xml", "<w:footnotes xmlns:w=\"urn:w\"><w:footnote w:id=\"2\">" + p("按现价计算。") +
                                          "</w:footnote></w:footnotes>"}});
  gongwen::RichText const rich = read_rich(bytes);
  CHECK(rich.text == "前文。\n\n指标\t上半年\t\n\t绝对数\t增长%\n\n新文\n\n[1] 按现价计算。\n");
  gongwen::Place const* const cell = rich.at(rich.text.find("增长"));
  CHECK(cell->table == 1);
  CHECK(cell->row == 2);
  CHECK(cell->column == 3);
  CHECK(rich.at(rich.text.find("按现价"))->note == 1);
}

TEST_CASE("HTML: the content without what is around it, tables by row, lists numbered") {
  std::string const page =
      "\xef\xbb\xbf<!DOCTYPE html><html><head><title>站名</title><style>p{}</style></head><body>"
      "<div class='nav'><a>首页</a><a>政务</a></div><h1>月度<br>公报</h1><p>一段<b>粗</b>\n文字<script>x</script>。"
      "<ol><li>甲<li>乙</ol><table><tr><th rowspan=2>指标<th "
      "colspan=2>本月</tr><tr><td>绝对数<td>增长（%）</tr></table>"
      "<div style='display: none'>藏</div></body></html>";
  gongwen::RichText const rich = read_rich(page);
  CHECK(rich.format == gongwen::RichFormat::html);
  CHECK(rich.text == "月度\n公报\n一段粗文字。\n1. 甲\n2. 乙\n\n指标\t本月\t\n\t绝对数\t增长（%）\n");
}

TEST_CASE("OFD: lines from the top, columns parted by tabs, pages") {
  auto const text = [](int x, int y, std::string const& words) {
    return "<ofd:TextObject Boundary=\"" + std::to_string(x) + " " + std::to_string(y) +
           " 100 5\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g 9 5\">" + words +
           "</ofd:TextCode></ofd:TextObject>";
  };
  auto const page = [](std::string const& content) {
    return "<ofd:Page xmlns:ofd=\"urn:o\"><ofd:Content><ofd:Layer>" + content + "</ofd:Layer></ofd:Content></ofd:Page>";
  };
  std::string const bytes =
      zip_of({{"OFD.xml",
               "<ofd:OFD xmlns:ofd=\"urn:o\"><ofd:DocBody><ofd:DocRoot>D/Document.xml"
               "</ofd:DocRoot></ofd:DocBody></ofd:OFD>"},
              {"D/Document.xml",
               "<ofd:Document xmlns:ofd=\"urn:o\"><ofd:Pages><ofd:Page BaseLoc=\"P/0.xml\"/>"
               "<ofd:Page BaseLoc=\"P/1.xml\"/></ofd:Pages></ofd:Document>"},
              {"D/P/0.xml", page(text(20, 40, "后行") + text(20, 20, "前行") + text(80, 20, "数值"))},
              {"D/P/1.xml", page(text(20, 20, "次页"))}});
  gongwen::RichText const rich = read_rich(bytes);
  CHECK(rich.text == "前行\t数值\n\n后行\n\f次页\n");
  CHECK(rich.at(rich.text.find("次页"))->page == 2);
}

TEST_CASE("what no reader is for says what to do") {
  std::string const ole("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
  auto const with = [&](std::string const& name) {
    std::string wide = ole;
    for (char const c : name) wide.append(1, c).append(1, '\0');
    return wide + std::string(2, '\0');
  };
  for (auto const& [name, hint] : {std::pair<std::string, std::string>{"WordDocument", "docx"},
                                   {"Workbook", "html"},
                                   {"EncryptedPackage", "password"}}) {
    auto const e = failure(with(name));
    CHECK(e.code() == error_code::unsupported);
    CHECK(std::string(e.what()).find(hint) != std::string::npos);
  }
  gongwen::ReadOptions options;
  options.pdftotext = "/nowhere/pdftotext";
  auto const e = failure("%PDF-1.4\n", options);
  CHECK(e.code() == error_code::unsupported);
  CHECK(std::string(e.what()).find("poppler-utils") != std::string::npos);
  options.pdftotext = "false";
  CHECK(failure("%PDF-1.4\n", options).code() == error_code::io);
}

TEST_CASE("a ZIP with a password and a PDF with one are refused with what to do") {
  for (std::string const name : {"word/document.xml", "OFD.xml"}) {
    std::string const locked = locked_zip_of(name, "<x/>");
    if (locked.empty()) {
      MESSAGE("libzip was built without encryption");
      continue;
    }
    auto const e = failure(locked);
    CHECK(e.code() == error_code::unsupported);
    CHECK(std::string(e.what()).find("password") != std::string::npos);
  }
  if (std::system("pdftotext -v >/dev/null 2>&1") != 0) {
    MESSAGE("no pdftotext: a PDF with a password is not read");
    return;
  }
  auto const e = failure(locked_pdf());
  CHECK(e.code() == error_code::unsupported);
  CHECK(std::string(e.what()).find("password") != std::string::npos);
}

TEST_CASE("hostile files end with an error or in bounds") {
  gongwen::ReadOptions small;
  small.max_inflated = 1 << 16;
  CHECK(failure(docx_of(std::string(1 << 20, ' ')), small).code() == error_code::limit);

  std::string deep, shut;
  for (int i = 0; i < 5000; ++i) {
    deep += "<w:sdt><w:sdtContent>";
    shut += "</w:sdtContent></w:sdt>";
  }
  CHECK(failure(docx_of(deep + shut)).code() == error_code::limit);
  CHECK(failure(zip_of({{"word/document.xml", "<w:document><w:body>"}})).code() == error_code::io);
  std::string const whole = docx_of(p("文"));
  CHECK(failure(whole.substr(0, whole.size() / 2)).code() == error_code::io);
  // An entity that would grow to a billion is no entity here.
  std::string const grows = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document><w:body>";
  CHECK(read_rich(zip_of({{"word/document.xml", grows + p("&b;") + "</w:body></w:document>"}})).text == "&b;\n");

  std::string page = "<p>";
  for (int i = 0; i < 20000; ++i) page += "<div><table><tr><td><b x=" + std::to_string(i) + ">";
  CHECK(read_rich(page + "文").text.find("文") != std::string::npos);
  page = "<table>";
  for (int i = 0; i < 20000; ++i) page += "<tr>x<p>";
  CHECK(!read_rich(page).text.empty());
}
