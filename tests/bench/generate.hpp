// tests/bench/generate.hpp: official-style text from a seed, as dense in figures and headings and as rich in words as real
// reports are: a text of a few phrases would sit in every cache. All words are the benchmark's own.
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
        paragraph(out, 4);
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
        case 1: out += pick(verbs_) + pick(things_) + number(2, 400) + "个，" + prose() + "。"; break;
        case 2:
          out += "力争到" + number(2025, 2030) + "年，" + pick(measures_) + "达到" + number(100, 999) + "亿元，" +
                 prose() + "。";
          break;
        default: out += prose() + "，" + prose() + "，" + prose() + "。";
      }
    }
    out += "\n";
  }

  /// 稳步提升青石镇公共服务水平: an adverb, a verb, sometimes whose, what of it.
  std::string prose() {
    std::string out = pick(adverbs_) + pick(does_);
    if (below(10) < 6) out += name() + pick(kinds_);
    return out + pick(subjects_) + pick(aspects_);
  }
  /// Two characters of a list that is long enough for names to be new again and again.
  std::string name() {
    static constexpr char const characters[] =
        "安柏碧滨波沧长常潮澄池崇川春翠大丹德登鼎东洞敦峨恩发繁方芳枫丰凤伏福富甘港高古谷关光广桂海涵汉杭禾和河鹤黑横红"
        "洪"
        "虹后湖花华槐淮环黄惠鸡吉济佳嘉建江蛟金锦晋京泾井景靖静九巨君骏开康科奎昆兰蓝澜廊朗乐雷黎里荔连莲良梁林临灵岭柳"
        "龙隆炉庐鲁鹿路潞滦罗洛吕马麦满茂眉梅孟绵民明茗漠木南楠宁牛农盘磐培沛彭蓬平坪屏萍坡浦栖齐旗启前乾桥秦青清丘曲泉"
        "仁容融如瑞润若赛三沙杉山商上韶社申深神沈升胜盛石时双水顺松嵩苏绥遂塔台泰潭唐塘桃藤天田亭通同铜屯湾万旺望威维渭"
        "文"
        "梧五武西溪霞仙咸祥湘翔象小孝新兴星杏秀徐许旭轩雪阳杨瑶宜弋银英永尤渔榆玉裕豫元源远月岳云泽寨樟昭镇正郑中舟竹"
        "紫";
    constexpr std::size_t n = (sizeof characters - 1) / 3;
    std::string out;
    for (int i = 0; i < 2; ++i) out.append(characters + below(n) * 3, 3);
    return out;
  }

  std::uint64_t state_;
  std::vector<std::string> const aims_ = {"着力稳定经济增长", "全面推进乡村振兴", "持续深化改革开放",
                                          "切实保障改善民生", "加快建设现代产业体系"};
  std::vector<std::string> const measures_ = {"地区生产总值",       "固定资产投资", "一般公共预算收入",
                                              "社会消费品零售总额", "进出口总额",   "规模以上工业增加值"};
  std::vector<std::string> const verbs_ = {"新建", "改造", "引进", "培育", "建成", "实施"};
  std::vector<std::string> const things_ = {"老旧小区",   "重点项目", "高新技术企业",
                                            "标准化厂房", "示范基地", "便民服务站"};
  std::vector<std::string> const adverbs_ = {"扎实", "稳步", "深入", "持续", "加快", "全面", "有序", "积极",
                                             "切实", "着力", "统筹", "严格", "大力", "坚决", "认真", "主动",
                                             "科学", "广泛", "充分", "精心", "合理", "不断", "逐步", "依法"};
  std::vector<std::string> const does_ = {
      "推进", "提升", "完善", "优化", "健全", "落实", "加强", "改善", "拓展", "培育", "整合", "盘活", "保障", "促进",
      "规范", "破解", "巩固", "扩大", "夯实", "创新", "引导", "支持", "开展", "组织", "探索", "补齐", "理顺", "压实"};
  std::vector<std::string> const kinds_ = {"镇",   "村",     "街道", "片区", "流域", "林场",   "社区", "渔港",
                                           "公司", "开发区", "学校", "医院", "水库", "合作社", "古城", "矿区"};
  std::vector<std::string> const subjects_ = {
      "产业链条", "营商环境", "公共服务", "基层治理", "耕地保护", "水利设施", "农村道路", "职业教育", "养老服务",
      "医疗卫生", "生态环境", "社会保障", "城市管理", "科技创新", "人才引进", "招商引资", "文化遗产", "旅游品牌",
      "食品安全", "森林防火", "防汛抗旱", "信访维稳", "法律援助", "财政资金", "国有资产", "土地流转", "畜禽养殖",
      "特色种植", "冷链物流", "电子商务", "跨境贸易", "绿色能源", "节能降耗", "污水处理", "垃圾分类", "数字政务",
      "审计监督", "统计调查", "档案管理", "民族团结", "双拥共建", "志愿服务", "全民健身", "家庭医生", "学前教育"};
  std::vector<std::string> const aspects_ = {"水平",     "体系",     "工作机制", "基础条件",   "综合能力",
                                             "责任制度", "配套政策", "短板弱项", "协调发展",   "规范运行",
                                             "提质增效", "长效管理", "试点示范", "资源配置",   "服务质量",
                                             "监管力度", "任务清单", "协作平台", "群众满意度", "承载空间"};
};

}  // namespace bench
