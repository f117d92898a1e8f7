/* check.h: what the tests of the C interface share. One program a file, C99; main ends with `return checked();`. */
#ifndef CHECK_H
#define CHECK_H

#include <gongwen.h>

/* The header stands on its own; what follows is for the tests. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A sanitizer brings an allocator of its own: g++ says so by a macro, clang by a feature. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#endif

#ifndef GONGWEN_SOURCE_DIR
#define GONGWEN_SOURCE_DIR "."
#endif

/* A sentence with a figure, a rank, a time and a ratio that does not add up to 100. */
static const char sentence[] =
    "2023年，全市实现地区生产总值1022.6亿元，同比增长5.3%，总量居全省第13位。三次产业结构比为12.1:38.4:50.2。";

static int failures;

#define CHECK(condition) \
  do { \
    if (!(condition)) { \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
      ++failures; \
    } \
  } while (0)

static inline int checked(void) { return failures == 0 ? 0 : 1; }

static inline bool is(gongwen_string string, const char* text) {
  return string.size == strlen(text) && (string.size == 0 || memcmp(string.data, text, string.size) == 0);
}

/* Input stands in a heap block of exactly its size, so that a sanitizer sees one byte too many. */
static inline void* exactly(const char* bytes, size_t size) {
  void* const block = malloc(size != 0 ? size : 1);
  if (block == NULL) abort();
  memcpy(block, bytes, size);
  return block;
}

/* Reads a text and expects that to succeed. */
static inline gongwen_document* document_of(const char* text, const gongwen_options* options) {
  gongwen_document* document = NULL;
  gongwen_error error;
  void* const bytes = exactly(text, strlen(text));
  if (gongwen_read(&document, bytes, strlen(text), options, &error) != GONGWEN_OK) {
    fprintf(stderr, "gongwen_read: %s\n", error.message);
    exit(1);
  }
  free(bytes);
  return document;
}

/* What a file holds, for the caller to free. */
static inline char* contents(const char* path, size_t* size) {
  FILE* const file = fopen(path, "rb");
  char* bytes = NULL;
  *size = 0;
  if (file == NULL) {
    perror(path);
    exit(1);
  }
  for (;;) {
    char* const more = (char*)realloc(bytes, *size + 65536);
    if (more == NULL) abort();
    bytes = more;
    const size_t got = fread(bytes + *size, 1, 65536, file);
    *size += got;
    if (got == 0) break;
  }
  fclose(file);
  return bytes;
}

/* The sample of the examples, for the caller to free. */
static inline char* sample(size_t* size) { return contents(GONGWEN_SOURCE_DIR "/examples/data/jiangping.txt", size); }

#endif
