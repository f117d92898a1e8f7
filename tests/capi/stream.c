/* stream.c: an input in small pieces gives the lines of reading it whole; what source and sink say is heeded. */
#include "check.h"

/* An input that is handed out a few bytes at a time, and an output that grows. */
typedef struct ends {
  const char* bytes;
  size_t size, at, step;
  char* out;
  size_t out_size;
  size_t fail_after; /* calls of the failing end; 0: never */
} ends;

static int64_t source(void* user, char* buffer, size_t size) {
  ends* const e = (ends*)user;
  size_t n = e->size - e->at;
  if (n > e->step) n = e->step;
  if (n > size) n = size;
  memcpy(buffer, e->bytes + e->at, n);
  e->at += n;
  return (int64_t)n;
}

static int64_t broken_source(void* user, char* buffer, size_t size) {
  (void)user, (void)buffer, (void)size;
  return -1;
}

static int64_t greedy_source(void* user, char* buffer, size_t size) {
  (void)user, (void)buffer;
  return (int64_t)size + 1;
}

static int32_t sink(void* user, const char* bytes, size_t size) {
  ends* const e = (ends*)user;
  if (e->fail_after != 0 && --e->fail_after == 0) return 1;
  char* const more = (char*)realloc(e->out, e->out_size + size + 1);
  if (more == NULL) abort();
  memcpy(more + e->out_size, bytes, size);
  e->out = more;
  e->out_size += size;
  more[e->out_size] = '\0';
  return 0;
}

static void test_same_lines(const char* bytes, size_t size) {
  ends e = {bytes, size, 0, 1000, NULL, 0, 0};
  gongwen_error error;
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  gongwen_write_options written = GONGWEN_WRITE_OPTIONS_INIT;
  options.source = "sample";
  CHECK(gongwen_stream(source, &e, sink, &e, &options, &written, &error) == GONGWEN_OK);

  gongwen_document* document = NULL;
  gongwen_owned_string whole;
  CHECK(gongwen_read(&document, bytes, size, &options, &error) == GONGWEN_OK);
  CHECK(gongwen_document_write(&whole, document, &written, &error) == GONGWEN_OK);
  const char* const line_end = (const char*)memchr(whole.data, '\n', whole.size);
  const size_t head = line_end != NULL ? (size_t)(line_end - whole.data) + 1 : 0;
  CHECK(head != 0 && e.out_size == whole.size);
  if (e.out_size == whole.size) {
    CHECK(memcmp(e.out, whole.data + head, whole.size - head) == 0); /* all the records, */
    CHECK(memcmp(e.out + whole.size - head, whole.data, head) == 0); /* and the document's last */
  }
  gongwen_owned_string_free(&whole);
  gongwen_document_free(document);
  free(e.out);
}

static void test_failures(const char* bytes, size_t size) {
  gongwen_error error;
  ends e = {bytes, size, 0, size, NULL, 0, 1};
  CHECK(gongwen_stream(source, &e, sink, &e, NULL, NULL, &error) == GONGWEN_IO && e.out == NULL);
  CHECK(gongwen_stream(broken_source, NULL, sink, &e, NULL, NULL, &error) == GONGWEN_IO);
  CHECK(error.code == GONGWEN_IO && error.message[0] != '\0');
  CHECK(gongwen_stream(greedy_source, NULL, sink, &e, NULL, NULL, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_stream(NULL, NULL, sink, &e, NULL, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_stream(source, &e, NULL, NULL, NULL, NULL, &error) == GONGWEN_INVALID_ARGUMENT);

  gongwen_write_options written = GONGWEN_WRITE_OPTIONS_INIT;
  written.format = GONGWEN_FORMAT_TABLE;
  CHECK(gongwen_stream(source, &e, sink, &e, NULL, &written, &error) == GONGWEN_UNSUPPORTED);
  written = (gongwen_write_options)GONGWEN_WRITE_OPTIONS_INIT;
  written.struct_size = 0;
  CHECK(gongwen_stream(source, &e, sink, &e, NULL, &written, &error) == GONGWEN_INVALID_ARGUMENT);
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.encoding = "UTF-8";
  options.flags = GONGWEN_FLAG_STRICT;
  ends bad = {"abc\xff", 4, 0, 4, NULL, 0, 0};
  CHECK(gongwen_stream(source, &bad, sink, &bad, &options, NULL, &error) == GONGWEN_UNDECODABLE && error.offset == 3);
  free(bad.out);
}

int main(void) {
  size_t size = 0;
  char* const bytes = sample(&size);
  test_same_lines(bytes, size);
  test_failures(bytes, size);
  free(bytes);
  return checked();
}
