// gongwen/detail/parse/icu_converter.hpp: the owner of a converter of ICU.
#pragma once

#include <unicode/ucnv.h>

#include <memory>

#include "../../config.hpp"

GONGWEN_BEGIN

namespace detail {

struct IcuConverterCloser {
  void operator()(UConverter* c) const noexcept { ucnv_close(c); }
};
using IcuConverter = std::unique_ptr<UConverter, IcuConverterCloser>;

}  // namespace detail

GONGWEN_END
