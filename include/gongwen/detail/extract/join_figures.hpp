// gongwen/detail/extract/join_figures.hpp: what is settled between figures once all of a sentence are read.
#pragma once

#include <algorithm>
#include <vector>

#include "../grammar/figure.hpp"

GONGWEN_BEGIN

namespace detail {

/// 五元六角-五元七毛八分, 百分之30到百分之41: two amounts of one unit with a range mark between are one amount, low to high.
inline void join_ranges(std::vector<Figure>& figures, Lattice const& lattice) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figure& f = figures[i];
    bool joined = false;
    if (out > 0) {
      Figure& low = figures[out - 1];
      std::uint32_t const at = lattice.skip(low.end);
      Token const* const mark = at < f.begin ? lattice.find(at, Class::range_mark) : nullptr;
      if (mark != nullptr && lattice.skip(mark->end) == f.begin && low.value && f.value && low.unit == f.unit &&
          low.per.empty() && *low.value < *f.value && !low.multiple && !f.multiple && low.mod == Mod::none) {
        low.low = low.value;
        low.high = f.value;
        low.value.reset();
        low.fraction.reset();
        low.step = f.step;
        low.end = f.end;
        low.mod = f.mod;
        low.by = "figure.range";
        joined = true;
      }
    }
    if (!joined) figures[out++] = f;
  }
  figures.resize(out);
}

/// 用电量5亿度 is kWh, 气温38度 degC: the nearest word before that speaks of either says it.
inline void degrees(std::vector<Figure>& figures, Lattice const& lattice) {
  constexpr std::uint32_t reach = 60;  // bytes
  for (Figure& f : figures) {
    if (f.dimension != Dimension::other || f.unit.size() != 3 || code_point(f.unit, 0) != 0x5ea6) continue;  // 度
    std::uint32_t const floor = f.begin - std::min(reach, f.begin - lattice.range().begin);
    for (std::uint32_t at = f.begin; at > floor;) {
      at = static_cast<std::uint32_t>(previous(lattice.text(), at));
      char32_t const c = code_point(lattice.text(), at);
      bool const large = f.value && *f.value > Decimal(999);  // no angle and no temperature
      if (!large && (c == 0xff0c || c == U',' || c == 0x3002 || c == 0xff1b || c == 0x3001)) break;  // ， 。 ； 、
      Token const* const t = lattice.find(at, Class::electric | Class::heat);
      if (t == nullptr) continue;
      bool const electric = t->classes.meets(Class::electric);
      f.unit = electric ? "kWh" : "degC";
      f.dimension = electric ? Dimension::energy : Dimension::temperature;
      break;
    }
  }
}

/// 花费五美元和三块: where the sentence speaks of money, a 块 that no noun follows is a yuan.
inline void yuan_of_blocks(std::vector<Figure>& figures, Lattice const& lattice) {
  bool const money =
      std::any_of(figures.begin(), figures.end(), [](Figure const& f) { return f.dimension == Dimension::money; });
  if (!money) return;
  for (Figure& f : figures) {
    if (f.dimension != Dimension::count || f.unit.size() != 3) continue;
    char32_t const c = code_point(f.unit, 0);
    char32_t const after = f.end < lattice.range().end ? code_point(lattice.text(), f.end) : 0;
    if ((c != 0x5757 && c != 0x584a) || is_han(after)) continue;  // 块 塊
    f.unit = "CNY";
    f.dimension = Dimension::money;
  }
}

}  // namespace detail

GONGWEN_END
