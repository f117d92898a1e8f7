// gongwen/config.hpp: version, build mode and the inline namespace. The only public macros of the library live here.
#pragma once

#define GONGWEN_VERSION_MAJOR 0
#define GONGWEN_VERSION_MINOR 1
#define GONGWEN_VERSION_PATCH 0
#define GONGWEN_VERSION "0.1.0"

// One code, two builds. Compiled (default): functions of detail/ are compiled once, by src/*.cpp, and public headers
// include the standard library only. Header-only: define GONGWEN_HEADER_ONLY before the first include, or link
// gongwen::header_only; ICU, fmt and Boost headers are then needed by every including file.
//
// The mode is part of the inline namespace, so a program that mixes both keeps two separate sets of types and fails to
// link where a value would cross between them, instead of silently breaking the one-definition rule.
#ifndef GONGWEN_NAMESPACE
#define GONGWEN_NAMESPACE v0
#endif

#define GONGWEN_DETAIL_JOIN2(a, b) a##b
#define GONGWEN_DETAIL_JOIN(a, b) GONGWEN_DETAIL_JOIN2(a, b)

#ifdef GONGWEN_HEADER_ONLY
#define GONGWEN_INLINE inline
#define GONGWEN_ABI GONGWEN_DETAIL_JOIN(GONGWEN_NAMESPACE, _header_only)
#else
#define GONGWEN_INLINE
#define GONGWEN_ABI GONGWEN_NAMESPACE
#endif

// A function that only returns a type of the library does not show the inline namespace in its mangled name; the tag does.
#if defined(GONGWEN_HEADER_ONLY) && defined(__GNUC__)
#define GONGWEN_ABI_TAG __attribute__((abi_tag("gongwen_header_only")))
#else
#define GONGWEN_ABI_TAG
#endif

// What is asked for every character is worth a copy at each place that asks; what is rarely reached is not.
#ifdef __GNUC__
#define GONGWEN_HOT [[gnu::always_inline]]
#define GONGWEN_COLD [[gnu::noinline]]
#else
#define GONGWEN_HOT
#define GONGWEN_COLD
#endif

#define GONGWEN_BEGIN \
  namespace gongwen { \
  inline namespace GONGWEN_ABI GONGWEN_ABI_TAG {
#define GONGWEN_END \
  } \
  }

#if defined(_MSVC_LANG)
#if _MSVC_LANG < 202002L
#error "gongwen needs C++20"
#endif
#elif __cplusplus < 202002L
#error "gongwen needs C++20"
#endif

GONGWEN_BEGIN
// Sources are UTF-8 with no literal outside ASCII; escapes must still come out as UTF-8 (on MSVC: /utf-8).
static_assert(sizeof("\u4e00") == 4 && "\u4e00"[0] == '\xe4', "compile gongwen with a UTF-8 execution character set");
GONGWEN_END
