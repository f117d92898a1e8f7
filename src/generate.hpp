// generate.hpp: what the generators of tables.hpp and of the assets of the page share.
#pragma once

#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

inline std::string read(std::string const& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// Bytes as C string literals, in pieces that every compiler takes (MSVC: 16,380 characters each).
inline std::string literals(std::string const& bytes) {
  std::string out;
  std::string line = "    \"";
  bool octal = false;  // the last escape was octal with fewer than three digits
  for (char const c : bytes) {
    auto const u = static_cast<unsigned char>(c);
    char piece[8];
    bool const plain = u >= 0x20 && u < 0x7f && c != '"' && c != '\\' && c != '?';
    if (plain && !(octal && c >= '0' && c <= '7')) {
      std::snprintf(piece, sizeof piece, "%c", c);
      octal = false;
    } else {
      std::snprintf(piece, sizeof piece, "\\%o", u);
      octal = u < 0100;
    }
    line += piece;
    if (line.size() > 8000) {
      out += line + "\"\n";
      line = "    \"";
      octal = false;
    }
  }
  return out + line + "\"";
}
