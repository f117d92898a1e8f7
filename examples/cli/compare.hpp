// compare.hpp: the command `compare`: what two documents say of one thing, a line each.
#pragma once

#include <gongwen/extract.hpp>
#include <gongwen/parse.hpp>
#include <gongwen/write.hpp>
#include <string>

struct CompareSettings {
  gongwen::ParseOptions parse;
  gongwen::ExtractOptions extract;
  gongwen::WriteOptions write;
};

/// The comparison of two inputs, written. @throws gongwen::error as the stages do.
std::string compare_files(std::string const& first, std::string const& second, CompareSettings const& settings);
