// Chunks: everything is in one of them, none is too long but marked, and paths name what holds them.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <gongwen/gongwen.hpp>
#include <string>
#include <vector>

namespace {

std::size_t code_points(std::string_view s) {
  std::size_t n = 0;
  for (char const c : s) n += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U ? 1 : 0;
  return n;
}

gongwen::Chunks chunks_of(std::string const& text, std::uint32_t most) {
  return gongwen::chunks(gongwen::parse(text) | gongwen::segment(), {most});
}

/// Lines as documents have them, put together at random.
rc::Gen<std::string> documents() {
  static std::vector<std::string> const lines = {
      "在全县工作会议上的讲话\n",
      "（2023年2月16日）\n",
      "同志们：\n",
      "一、认清形势，增强信心\n",
      "（一）工业稳中向好。上半年实现增加值3亿元，同比增长5%。\n",
      "（二）农业基础稳固。要抓好三件事：一是抓播种；二是抓管护；三是抓收购。\n",
      "1.落实贴息。对企业新增贷款给予贴息。（责任单位：县财政局、县人社局）\n",
      "全县上下要坚定信心，攻坚克难，确保完成全年各项目标任务。去年的经验说明，只要方向对，就一定能成。\n",
      "【字号：大 中 小】 打印 分享\n",
      "第二篇：县长在人大会议上的报告\n",
      "| 指标 | 绝对数 |\n| --- | --- |\n| 粮食 | 12 |\n| 蔬菜 | 30 |\n| 水果 | 8 |\n",
      "单位：亿元\n指标\t数量\t增长（%）\n工业\t3.2\t5\n农业\t1.1\t2\n",
      "\n",
      "清河县人民政府办公室\n2023年2月16日\n",
      "附件1\n任务分工表\n各单位按期报送。\n",
      "二、狠抓落实\n",
  };
  return rc::gen::map(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 16)),
                      [](std::vector<std::size_t> const& picks) {
                        std::string out;
                        for (std::size_t const p : picks) out += lines[p];
                        return out;
                      });
}

bool blank(std::string_view s) { return s.find_first_not_of(" \t\r\n\f") == std::string_view::npos; }

}  // namespace

TEST_CASE("every character but boilerplate and white space between chunks is in one chunk") {
  CHECK(rc::check([] {
    auto const chunks = chunks_of(*documents(), *rc::gen::inRange(1U, 200U));
    std::string_view const text = chunks.outline().text().view();
    std::vector<int> in(text.size(), 0);
    for (gongwen::Chunk const& c : chunks.list()) {
      for (std::uint32_t i = c.range.begin; i < c.range.end; ++i) ++in[i];
    }
    for (gongwen::Node const& n : chunks.outline().nodes()) {
      if (n.kind != gongwen::NodeKind::boilerplate) continue;
      for (std::uint32_t i = n.range.begin; i < n.range.end; ++i) {
        RC_ASSERT(in[i] == 0);
        in[i] = 1;
      }
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
      RC_ASSERT(in[i] <= 1);
      if (!blank(text.substr(i, 1))) RC_ASSERT(in[i] == 1);
    }
  }));
}

TEST_CASE("a chunk is no longer than asked for, unless it is one part that cannot be split") {
  CHECK(rc::check([] {
    std::uint32_t const most = *rc::gen::inRange(1U, 200U);
    auto const chunks = chunks_of(*documents(), most);
    for (gongwen::Chunk const& c : chunks.list()) {
      RC_ASSERT(c.oversize == (code_points(c.text) > most));
      if (c.oversize) RC_ASSERT(c.first == c.last);
      RC_ASSERT(c.first <= c.last);
      RC_ASSERT(!c.text.empty());
    }
  }));
}

TEST_CASE("paths lead from the article to what holds the chunk") {
  CHECK(rc::check([] {
    auto const chunks = chunks_of(*documents(), *rc::gen::inRange(20U, 200U));
    auto const nodes = chunks.outline().nodes();
    for (gongwen::Chunk const& c : chunks.list()) {
      // Each title belongs to a node that holds the whole chunk; heads of a table come last
      std::vector<std::string_view> up;
      for (gongwen::NodeIndex n = 0; n < nodes.size(); ++n) {
        bool const holds = nodes[n].range.begin <= c.range.begin && c.range.end <= nodes[n].range.end + 1;
        if (holds && !nodes[n].title.empty()) up.push_back(nodes[n].title);
      }
      std::size_t at = 0;
      for (std::string_view const title : c.path) {
        while (at < up.size() && up[at] != title) ++at;
        if (at == up.size()) {
          RC_ASSERT(title.find('|') != std::string_view::npos || title.find('\t') != std::string_view::npos);
        }
      }
    }
  }));
}

TEST_CASE("a section that fits stays whole; a long one is cut at its paragraphs") {
  std::string const text =
      "在全县工作会议上的讲话\n一、认清形势\n去年全县粮食再获丰收，工业稳步回升。\n二、狠抓落实\n"
      "（一）抓项目。要加快开工。\n（二）抓招商。要主动走出去。\n";
  auto const whole = chunks_of(text, 400);
  REQUIRE(whole.list().size() == 1);
  CHECK(whole.list()[0].path.size() == 1);
  auto const cut = chunks_of(text, 36);
  REQUIRE(cut.list().size() == 3);
  CHECK(cut.list()[1].path == std::vector<std::string_view>{"在全县工作会议上的讲话", "认清形势"});
  CHECK(cut.list()[2].path == std::vector<std::string_view>{"在全县工作会议上的讲话", "狠抓落实"});
  CHECK(cut.list()[2].text.substr(0, 6) == "二、");
}

TEST_CASE("a table is split between rows and keeps its heads in the path") {
  auto const chunks = chunks_of("| 指标 | 数量 |\n| --- | --- |\n| 粮食 | 12 |\n| 蔬菜 | 30 |\n", 26);
  REQUIRE(chunks.list().size() == 2);
  CHECK(chunks.list()[0].path.empty());
  CHECK(chunks.list()[1].path == std::vector<std::string_view>{"| 指标 | 数量 |"});
  CHECK(chunks.list()[1].text == "| 粮食 | 12 |\n| 蔬菜 | 30 |");
}

TEST_CASE("chunks as JSON Lines") {
  gongwen::WriteOptions options;
  options.source = "a.txt";
  CHECK(gongwen::to_string(chunks_of("一、农业\n粮食丰收。\n", 100), options) ==
        "{\"type\":\"document\",\"schema\":\"gongwen/1\",\"source\":\"a.txt\",\"encoding\":\"UTF-8\","
        "\"offset_unit\":\"codepoint\",\"length\":11}\n"
        "{\"type\":\"chunk\",\"id\":\"c1\",\"path\":[\"农业\"],\"nodes\":[\"n1\",\"n3\"],"
        "\"text\":\"一、农业\\n粮食丰收。\",\"span\":[0,10]}\n");
}
