// No content of a text makes the library throw or write to the program's output: whatever is read, both streams stay empty.
#include <doctest/doctest.h>

#if __has_include(<unistd.h>)

#include <unistd.h>

#include <cstdio>
#include <gongwen/gongwen.hpp>
#include <random>
#include <string>
#include <vector>

namespace {

/// Sends a stream of the process to a file as long as it lives, and says how much was written.
class Captured {
 public:
  explicit Captured(std::FILE* stream) : stream_(stream) {
    std::fflush(stream_);
    kept_ = dup(fileno(stream_));
    file_ = std::tmpfile();
    dup2(fileno(file_), fileno(stream_));
  }
  Captured(Captured const&) = delete;
  Captured& operator=(Captured const&) = delete;
  ~Captured() { end(); }

  long end() {
    if (file_ == nullptr) return size_;
    std::fflush(stream_);
    dup2(kept_, fileno(stream_));
    close(kept_);
    std::fseek(file_, 0, SEEK_END);
    size_ = std::ftell(file_);
    std::fclose(file_);
    file_ = nullptr;
    return size_;
  }

 private:
  std::FILE* stream_;
  std::FILE* file_ = nullptr;
  int kept_ = -1;
  long size_ = 0;
};

std::string repeated(std::string_view words, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += words;
  return out;
}

/// Texts that have made readers of names, places, times and money throw or complain, each of a kind.
std::vector<std::string> odd_texts() {
  std::vector<std::string> out = {
      "",
      " \n\t\r\n",
      std::string(3, '\0'),
      "\xff\xfe\xfd",
      "\xef\xbb\xbf",
      "\xed\xa0\x80\xf4\x90\x80\x80",
      "省市县区乡镇村组",
      "省省市市县县，市市长、县县长",
      "市北京上海省吉林吉林市市辖区",
      "局长局长长长长，李李李李",
      "0年0月0日0时0分，99年99月99日，第零名，倒数第零",
      "零零零零零点点点点%%%%，-+-+1.1.1.1.1",
      "比比比上年增长增长增长到到到，分别分别分别为",
      "由到由到由至从至：；，。、",
      "其中其中其中：，占占占的的的",
      "亿亿亿万万万元元元千千百百十十",
      "（（（【【【“““《《《",
      "）））】】】”””》》》",
      "农历闰十三月三十二日，冬至至至",
      "9999999999999999999999999999999999999999亿元",
      "1.00000000000000000000000000000000000001%",
      "一是二是三是四是，第一第二第三，1.1.1.1.1.1",
      "|||\n|-|-|\n|1|2|3|4|",
      "\xf0\xa0\x80\x80\xf0\x9f\x98\x80\xe2\x80\xae\xe2\x80\x8f",
  };
  for (char const* const piece : {"省", "年", "（", "一、", "1.", "，", "\n", "的", "亿", "增长", "1:"})
    out.push_back(repeated(piece, 2000));
  return out;
}

/// Any bytes, and pieces that the library knows in any order.
std::string drawn(std::mt19937& draw) {
  static constexpr char const* pieces[] = {"县", "局",   "长", "2024年", "1-6月", "亿元", "增长", "由",
                                           "到", "占",   "%",  "（",     "）",    "“",    "：",   "；",
                                           "。", "一是", "第", "3",      ".",     "其中", "\n",   " "};
  std::uniform_int_distribution<int> byte(0, 255), kind(0, 30), length(1, 120);
  std::string out;
  for (int n = length(draw); n > 0; --n) {
    int const k = kind(draw);
    if (k < static_cast<int>(std::size(pieces)))
      out += pieces[k];
    else
      out += static_cast<char>(byte(draw));
  }
  return out;
}

std::size_t everything_of(std::string const& text) {
  gongwen::ExtractOptions options;
  options.reference_date = gongwen::Date{2024, 7, 25};
  gongwen::Findings const findings =
      gongwen::parse(text) | gongwen::segment() | gongwen::extract(options) | gongwen::check();
  return findings.findings().size();
}

}  // namespace

TEST_CASE("no text makes the pipeline throw or write to standard output or error") {
  std::vector<std::string> texts = odd_texts();
  std::mt19937 draw(79);
  for (int i = 0; i < 300; ++i) texts.push_back(drawn(draw));
  std::vector<std::string> failed;
  Captured out(stdout), err(stderr);
  for (std::string const& text : texts) {
    try {
      (void)everything_of(text);
    } catch (std::exception const& e) {
      failed.push_back(text.substr(0, 60) + ": " + e.what());
    }
  }
  long const written = out.end() + err.end();
  CHECK(written == 0);
  for (std::string const& one : failed) FAIL_CHECK(one);
}

#endif
