/* jsonl.c FILE…: the JSON Lines of files, with the rules that made each record; what the surfaces are compared by.
 * Without files: memory is flat over ten thousand documents, where the system tells how much is in use. */
#include "check.h"

static int print(const char* path) {
  size_t size = 0;
  char* const bytes = contents(path, &size);
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  gongwen_write_options written = GONGWEN_WRITE_OPTIONS_INIT;
  gongwen_document* document = NULL;
  gongwen_owned_string text = {NULL, 0};
  gongwen_error error;
  options.source = path;
  written.flags = GONGWEN_WRITE_FLAG_BY;
  if (gongwen_read(&document, bytes, size, &options, &error) != GONGWEN_OK ||
      gongwen_document_write(&text, document, &written, &error) != GONGWEN_OK) {
    fprintf(stderr, "%s: %s\n", path, error.message);
    ++failures;
  }
  fwrite(text.data, 1, text.size, stdout);
  gongwen_owned_string_free(&text);
  gongwen_document_free(document);
  free(bytes);
  return failures;
}

#ifndef SANITIZED /* sanitizers keep what was freed for a while */
/* Pages of memory in use; 0 where the system does not tell. */
static long resident(void) {
  long all = 0, used = 0;
  FILE* const file = fopen("/proc/self/statm", "r");
  if (file == NULL) return 0;
  if (fscanf(file, "%ld %ld", &all, &used) != 2) used = 0;
  fclose(file);
  return used;
}

static void test_flat(void) {
  long before = 0;
  for (int i = 0; i < 10000; ++i) {
    gongwen_document_free(document_of(sentence, NULL));
    if (i == 1000) before = resident();
  }
  CHECK(resident() <= before + 512); /* two megabytes */
}
#else
static void test_flat(void) {}
#endif

int main(int count, char** paths) {
  for (int i = 1; i < count; ++i) print(paths[i]);
  if (count == 1) test_flat();
  return checked();
}
