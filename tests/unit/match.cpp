// The engine of the grammar against a naive matcher over random lattices: longest, then the earlier row, from the left.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <gongwen/detail/grammar/match.hpp>
#include <gongwen/gongwen.hpp>

namespace {

using namespace gongwen::detail;

enum class Slot : std::uint8_t { a, b, c };
struct Nothing {};
std::optional<int> yes(Match const&, Nothing const&) { return 1; }

using R = Rule<int, Nothing>;
// Classes that single letters stand for in the tests: a user's lexicon gives each letter one.
inline constexpr R rows[] = {
    {"up", maybe(Class::area, Slot::a) + one(Class::up, Slot::b) + maybe(Class::by) + one(Class::unit, Slot::c), yes},
    {"silent", one(Class::up, Slot::b) + one(Class::to) + one(Class::unit), nullptr},
    {"pair", one(Class::area) + one(Class::up), yes},
    {"looking", one(Class::unit) + ahead(Class::area), yes},
};
inline constexpr Phase<int, Nothing> phase{rows};

/// All ends at which a row could stop, tried without any of the engine's short cuts.
void ends(Pattern const& p, std::size_t step, std::size_t at, std::string const& letters,
          std::vector<std::size_t>& out) {
  if (step == p.size) {
    out.push_back(at);
    return;
  }
  auto const cls = [&](char c) {
    switch (c) {
      case 'q': return Class::area;
      case 'w': return Class::up;
      case 'x': return Class::by;
      case 'y': return Class::to;
      default: return Class::unit;
    }
  };
  bool const fits = at < letters.size() && p.steps[step].classes.meets(cls(letters[at]));
  if (p.steps[step].kind == StepKind::ahead) {
    if (fits) ends(p, step + 1, at, letters, out);
    return;
  }
  if (fits) ends(p, step + 1, at + 1, letters, out);
  if (p.steps[step].kind == StepKind::maybe) ends(p, step + 1, at, letters, out);
}

std::vector<std::string> naive(std::string const& letters) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < letters.size();) {
    std::size_t best = at;
    R const* row = nullptr;
    for (R const& r : rows) {
      std::vector<std::size_t> found;
      ends(r.pattern, 0, at, letters, found);
      for (std::size_t const end : found) {
        if (row == nullptr || end > best) {
          best = end;
          row = &r;
        }
      }
    }
    if (row != nullptr && row->meaning != nullptr)
      out.push_back(std::string(row->name) + std::to_string(at) + "-" + std::to_string(best));
    at = row != nullptr ? best : at + 1;
  }
  return out;
}

}  // namespace

TEST_CASE("the engine finds what a naive matcher finds") {
  auto const lexicon = gongwen::Lexicon::builtin()
                           .with("areas", "q\tarea\t1\tTEST\n")
                           .with("change", "w\tup\t-\tTEST\nx\tby\t-\tTEST\ny\tto\t-\tTEST\n")
                           .with("units", "z\tz\tother\t-\t-\tTEST\n");
  CHECK(rc::check("same matches", [&] {
    std::string letters;
    for (char const c : *rc::gen::container<std::string>(rc::gen::elementOf(std::string("qwxyz")))) letters += c;
    Lattice lattice;
    lattice.reset(letters, {0, static_cast<std::uint32_t>(letters.size())}, lexicon.data());
    std::vector<std::string> got;
    phase.run(
        lattice, Nothing{}, [](std::uint32_t) { return false; },
        [&](Match const& m, R const& r, int) {
          got.push_back(std::string(r.name) + std::to_string(m.begin) + "-" + std::to_string(m.end));
        });
    RC_ASSERT(got == naive(letters));
  }));
}
