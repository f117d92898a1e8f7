// report: the findings of a file, or of one sentence that does not add up.
#include <fstream>
#include <gongwen/gongwen.hpp>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) try {
  std::string bytes = "三次产业结构比为23:23.8:56.2。";
  if (argc > 1) {
    std::ifstream in(argv[1], std::ios::binary);
    if (!in) throw std::runtime_error(std::string("cannot read ") + argv[1]);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  auto const findings = gongwen::parse(bytes) | gongwen::segment() | gongwen::extract() | gongwen::check();
  for (gongwen::Finding const& finding : findings.findings())
    std::cout << finding.rule << ": " << finding.message << '\n';
  return 0;
} catch (std::exception const& problem) {
  std::cerr << "report: " << problem.what() << '\n';
  return 1;
}
