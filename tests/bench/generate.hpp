// tests/bench/generate.hpp: official-style text as dense as the corpus, from a seed; every sentence is the benchmark's own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : state_(seed) {}

  /// A document of about `bytes`.
  std::string document(std::size_t bytes) {
    std::string out = "某某县" + number(2015, 2024) + "年政府工作报告\n各位代表：\n";
    int chapter = 0;
    while (out.size() < bytes) {
      out += han(++chapter % 9 + 1) + "、" + pick(aims_) + "\n";
      int const parts = static_cast<int>(below(3)) + 2;
      for (int i = 1; i <= parts && out.size() < bytes; ++i) {
        out += "（" + han(i) + "）" + pick(aims_) + "。";
        paragraph(out, 3);
        paragraph(out, 5);
      }
    }
    return out;
  }

 private:
  std::uint64_t below(std::uint64_t n) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state_ >> 33U) % n;
  }
  std::string const& pick(std::vector<std::string> const& list) { return list[below(list.size())]; }
  std::string number(std::uint64_t from, std::uint64_t to) { return std::to_string(from + below(to - from + 1)); }
  static std::string han(int n) {
    static char const* const digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    return digits[n];
  }

  void paragraph(std::string& out, int sentences) {
    for (int i = 0; i < sentences; ++i) {
      switch (below(11)) {
        case 0:
          out += "全年完成" + pick(measures_) + number(10, 900) + "." + number(1, 9) + "亿元，同比增长" +
                 number(1, 20) + "." + number(1, 9) + "%。";
          break;
        case 1: out += pick(verbs_) + pick(things_) + number(2, 400) + "个，" + pick(prose_) + "。"; break;
        case 2:
          out += "力争到" + number(2025, 2030) + "年，" + pick(measures_) + "达到" + number(100, 999) + "亿元，" +
                 pick(prose_) + "。";
          break;
        default: out += pick(prose_) + "，" + pick(prose_) + "，" + pick(prose_) + "。";
      }
    }
    out += "\n";
  }

  std::uint64_t state_;
  std::vector<std::string> const aims_ = {"着力稳定经济增长", "全面推进乡村振兴", "持续深化改革开放",
                                          "切实保障改善民生", "加快建设现代产业体系"};
  std::vector<std::string> const measures_ = {"地区生产总值",       "固定资产投资", "一般公共预算收入",
                                              "社会消费品零售总额", "进出口总额",   "规模以上工业增加值"};
  std::vector<std::string> const verbs_ = {"新建", "改造", "引进", "培育", "建成", "实施"};
  std::vector<std::string> const things_ = {"老旧小区",   "重点项目", "高新技术企业",
                                            "标准化厂房", "示范基地", "便民服务站"};
  std::vector<std::string> const prose_ = {
      "坚持把发展经济的着力点放在实体经济上", "完善工作机制，层层压实责任",
      "统筹推进城镇与农村协调发展",           "健全覆盖城乡的公共服务体系",
      "鼓励企业加大研究开发和技术改造力度",   "严格落实安全生产和环境保护各项制度",
      "充分调动基层干部群众的积极性和创造性", "优化营商环境，减轻企业负担",
      "依法保护各类市场主体的合法权益",       "推动教育、卫生、文化、体育等社会事业发展",
      "加强和创新社会治理，维护社会稳定"};
};

}  // namespace bench
