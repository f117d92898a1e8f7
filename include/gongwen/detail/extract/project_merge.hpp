// gongwen/detail/extract/project_merge.hpp: one project that several sentences speak of, as below a heading that is its name.
#pragma once

#include "records_data.hpp"

GONGWEN_BEGIN

namespace detail {

/// Adds what a later sentence says: what was said first stays, the furthest stage wins.
inline void add_said(Project& whole, Project const& more) {
  if (!whole.investment) whole.investment = more.investment;
  if (!whole.invested) whole.invested = more.invested;
  if (!whole.progress) whole.progress = more.progress;
  if (whole.expected.empty()) whole.expected = more.expected;
  if (more.stage > whole.stage) {
    whole.stage = more.stage;
    whole.stage_text = more.stage_text;
  }
}

}  // namespace detail

GONGWEN_END
