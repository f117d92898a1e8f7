#include "docx_styles.hpp"

#include <algorithm>

#include "numbering.hpp"
#include "writer.hpp"

GONGWEN_BEGIN

namespace readers {

namespace {

std::string_view value(pugi::xml_node node) { return attribute(node, "val"); }

/// A property that is on when it is there, unless it says off.
bool on(pugi::xml_node node) {
  std::string_view const v = value(node);
  return node && v != "0" && v != "false" && v != "off";
}

bool starts(std::string_view words, std::string_view head) { return words.substr(0, head.size()) == head; }

}  // namespace

Styles::Styles(Archive& archive, std::string const& styles_part, std::string const& numbering_part) {
  pugi::xml_document styles, numbering;
  if (archive.read(styles_part, styles)) read_styles(child(styles, "styles"));
  if (archive.read(numbering_part, numbering)) read_numbering(child(numbering, "numbering"));
}

void Styles::read_properties(pugi::xml_node properties, Style& out) {
  for (pugi::xml_node p = properties.first_child(); p; p = p.next_sibling()) {
    std::string_view const name = local(p.name());
    if (name == "outlineLvl") {
      std::int64_t const level = integer(value(p), 9);
      out.own.heading = level >= 0 && level < 9 ? static_cast<std::uint32_t>(level + 1) : 0;
      out.has_heading = true;
    } else if (name == "numPr") {
      if (pugi::xml_node const level = child(p, "ilvl")) {
        out.own.level = static_cast<std::uint32_t>(std::clamp<std::int64_t>(integer(value(level), 0), 0, levels - 1));
        out.has_level = true;
      }
      if (pugi::xml_node const list = child(p, "numId")) {
        out.own.list = value(list) == "0" ? std::string_view() : value(list);  // 0 takes the numbering away
        out.has_list = true;
      }
    }
  }
}

void Styles::read_styles(pugi::xml_node root) {
  for (pugi::xml_node s = root.first_child(); s; s = s.next_sibling()) {
    if (local(s.name()) != "style") continue;
    Style style;
    std::string id(attribute(s, "styleId"));
    std::string const name(value(child(s, "name")));
    style.based_on = value(child(s, "basedOn"));
    read_properties(child(s, "pPr"), style);
    style.own.hidden = on(child(child(s, "rPr"), "vanish"));
    style.own.contents = (starts(name, "toc ") || starts(name, "TOC ")) && name.size() == 5;
    if (!style.has_heading && (starts(name, "heading ") || starts(name, "Heading ")) && name.size() == 9) {
      style.own.heading = static_cast<std::uint32_t>(std::clamp<std::int64_t>(integer(name.substr(8), 0), 0, 9));
      style.has_heading = true;
    }
    if (attribute(s, "type") == "paragraph" && attribute(s, "default") == "1") default_style_ = id;
    styles_.emplace(std::move(id), std::move(style));
  }
}

void Styles::inherit(std::string const& style, Style& out) const {
  std::string_view id = style.empty() ? std::string_view(default_style_) : std::string_view(style);
  for (int steps = 0; steps < 16 && !id.empty(); ++steps) {  // a style may be based on itself, in a broken file
    auto const found = styles_.find(id);
    if (found == styles_.end()) return;
    Style const& s = found->second;
    if (!out.has_heading && s.has_heading) {
      out.own.heading = s.own.heading;
      out.has_heading = true;
    }
    if (!out.has_list && s.has_list) {
      out.own.list = s.own.list;
      out.has_list = true;
      // In a style, the level is the one of the list that names the style.
      auto const list = lists_.find(s.own.list);
      if (!out.has_level && list != lists_.end()) {
        for (std::size_t l = 0; l < levels; ++l) {
          if (list->second.level[l].style != found->first) continue;
          out.own.level = static_cast<std::uint32_t>(l);
          out.has_level = true;
        }
      }
    }
    if (!out.has_level && s.has_level) {
      out.own.level = s.own.level;
      out.has_level = true;
    }
    out.own.contents = out.own.contents || s.own.contents;
    out.own.hidden = out.own.hidden || s.own.hidden;
    id = s.based_on;
  }
}

Styles::Paragraph Styles::paragraph(pugi::xml_node properties) const {
  Style style;
  read_properties(properties, style);
  inherit(std::string(value(child(properties, "pStyle"))), style);
  return style.own;
}

bool Styles::hides(std::string_view character_style) const {
  auto const found = styles_.find(character_style);
  return found != styles_.end() && found->second.own.hidden;
}

void Styles::read_level(pugi::xml_node node, Level& out) {
  for (pugi::xml_node p = node.first_child(); p; p = p.next_sibling()) {
    std::string_view name = local(p.name());
    if (name == "AlternateContent") {  // a format that newer programs know, with one for older ones
      pugi::xml_node const choice = child(child(p, "Choice"), "numFmt");
      if (choice) out.format = value(choice);
      continue;
    }
    if (name == "start") out.start = integer(value(p), 1);
    if (name == "numFmt") out.format = value(p);
    if (name == "lvlText") out.text = value(p);
    if (name == "suff") out.suffix = value(p);
    if (name == "pStyle") out.style = value(p);
    if (name == "lvlRestart") out.restart = integer(value(p), -1);
    if (name == "isLgl") out.legal = on(p);
  }
}

void Styles::read_numbering(pugi::xml_node root) {
  std::map<std::string, std::array<Level, levels>, std::less<>> abstracts;
  std::map<std::string, std::string, std::less<>> linked;    // abstract list → the list style that it stands for
  std::map<std::string, std::string, std::less<>> of_style;  // list style → its abstract list
  auto const at = [](pugi::xml_node n) {
    return static_cast<std::size_t>(std::clamp<std::int64_t>(integer(attribute(n, "ilvl"), 0), 0, levels - 1));
  };
  for (pugi::xml_node a = root.first_child(); a; a = a.next_sibling()) {
    if (local(a.name()) != "abstractNum") continue;
    std::string const id(attribute(a, "abstractNumId"));
    auto& level = abstracts[id];
    for (pugi::xml_node l = a.first_child(); l; l = l.next_sibling()) {
      if (local(l.name()) == "lvl") read_level(l, level[at(l)]);
      if (local(l.name()) == "numStyleLink") linked[id] = value(l);
      if (local(l.name()) == "styleLink") of_style[std::string(value(l))] = id;
    }
  }
  for (pugi::xml_node n = root.first_child(); n; n = n.next_sibling()) {
    if (local(n.name()) != "num") continue;
    List list;
    list.override_start.fill(-1);
    list.abstract = value(child(n, "abstractNumId"));
    if (auto const link = linked.find(list.abstract); link != linked.end()) {
      if (auto const style = of_style.find(link->second); style != of_style.end()) list.abstract = style->second;
    }
    auto const found = abstracts.find(list.abstract);
    if (found == abstracts.end()) continue;
    list.level = found->second;
    for (pugi::xml_node o = n.first_child(); o; o = o.next_sibling()) {
      if (local(o.name()) != "lvlOverride") continue;
      std::size_t const l = at(o);
      if (pugi::xml_node const own = child(o, "lvl")) {
        list.level[l] = {};
        read_level(own, list.level[l]);
        list.override_start[l] = list.level[l].start;
      }
      if (pugi::xml_node const start = child(o, "startOverride")) list.override_start[l] = integer(value(start), 1);
    }
    lists_.emplace(std::string(attribute(n, "numId")), std::move(list));
  }
}

std::string Styles::next_number(std::string const& id, std::uint32_t at) {
  auto const found = lists_.find(id);
  if (found == lists_.end() || at >= levels) return {};
  List& list = found->second;
  Counter& counter = counters_[list.abstract];
  std::size_t const level = at;

  // The first paragraph of a list that sets its own start begins anew; the next counts on.
  if (list.override_start[level] >= 0 && !list.overridden[level]) {
    list.overridden[level] = true;
    counter.value[level] = list.override_start[level];
  } else if (!counter.begun[level]) {
    counter.value[level] = list.level[level].start;
  } else {
    ++counter.value[level];
  }
  counter.begun[level] = true;
  for (std::size_t l = 0; l < level; ++l) {  // a level that was passed over counts as begun
    if (!counter.begun[l]) counter.value[l] = list.level[l].start;
    counter.begun[l] = true;
  }
  for (std::size_t l = level + 1; l < levels; ++l) {
    std::int64_t const restart = list.level[l].restart;  // 0: never; n: only after level n or a higher one
    if (restart < 0 || (restart > 0 && static_cast<std::int64_t>(level) < restart)) counter.begun[l] = false;
  }

  Level const& own = list.level[level];
  std::string out;
  if (own.format == "bullet") return out;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    char const next = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (own.text[i] != '%' || next < '1' || next > '9') {
      out += own.text[i];
      continue;
    }
    auto const l = static_cast<std::size_t>(next - '1');
    out += numeral(counter.value[l], own.legal ? "decimal" : list.level[l].format);
    ++i;
  }
  // The gap after the number: none where its last sign is as wide as an ideograph and brings its own.
  if (!out.empty() && own.suffix != "nothing" && static_cast<unsigned char>(out.back()) < 0x80) out += ' ';
  return out;
}

}  // namespace readers

GONGWEN_END
