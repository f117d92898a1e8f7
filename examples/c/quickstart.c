/* quickstart.c FILE: each indicator of a report on a line: name, area, value, unit. */
#include <gongwen.h>
#include <stdio.h>
#include <stdlib.h>

/* The bytes of a file, for the caller to free; NULL where it can't be read. */
static char* contents(const char* path, size_t* size) {
  FILE* const file = fopen(path, "rb");
  char* bytes = NULL;
  size_t room = 0, got = 1;
  *size = 0;
  if (file == NULL) return NULL;
  while (got != 0) {
    if (*size == room) {
      char* const more = (char*)realloc(bytes, room = 2 * room + 65536);
      if (more == NULL) break;
      bytes = more;
    }
    got = fread(bytes + *size, 1, room - *size, file);
    *size += got;
  }
  if (got != 0 || ferror(file)) {
    free(bytes);
    bytes = NULL;
  }
  fclose(file);
  return bytes;
}

int main(int argc, char** argv) {
  gongwen_document* document = NULL;
  gongwen_error error;
  size_t size = 0;
  char* bytes = NULL;
  if (argc != 2) {
    fputs("usage: quickstart FILE\n", stderr);
    return 2;
  }
  bytes = contents(argv[1], &size);
  if (bytes == NULL) {
    perror(argv[1]);
    return 1;
  }
  if (gongwen_read(&document, bytes, size, NULL, &error) != GONGWEN_OK) {
    fprintf(stderr, "%s: %s\n", argv[1], error.message);
    free(bytes);
    return 1;
  }
  free(bytes);

  const gongwen_indicators table = gongwen_document_indicators(document);
  for (size_t i = 0; i < table.count; ++i) {
    const gongwen_indicator* const row = GONGWEN_AT(gongwen_indicator, table, i);
    printf("%.*s\t%.*s\t%.*s\t%.*s\n", GONGWEN_PRINT(row->name), GONGWEN_PRINT(row->area),
           GONGWEN_PRINT(row->value.text), GONGWEN_PRINT(row->unit));
  }
  gongwen_document_free(document);
  return 0;
}
