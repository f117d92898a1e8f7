// explain.hpp: why each record is there: the words it was read from, the row or function that made it, what its slots came from.
#pragma once

#include <gongwen/findings.hpp>
#include <span>
#include <string>

/// A paragraph a record, of these types; facts and findings where none is named.
std::string explain(gongwen::Findings const& findings, std::span<gongwen::RecordType const> only);
