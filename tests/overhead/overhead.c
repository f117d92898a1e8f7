/* overhead FILE ROUNDS: as overhead.cpp, by the C interface, whose documents also hold a row a record. */
#include <gongwen.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* What a file holds, for the caller to free. */
static char* contents(const char* path, size_t* size) {
  FILE* const file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) exit(2);
  const long end = ftell(file);
  char* const bytes = (char*)malloc(end > 0 ? (size_t)end : 1);
  if (bytes == NULL || end < 0 || fseek(file, 0, SEEK_SET) != 0) exit(2);
  *size = fread(bytes, 1, (size_t)end, file);
  fclose(file);
  return bytes;
}

static void work(const char* bytes, size_t size, bool written) {
  gongwen_document* document = NULL;
  gongwen_owned_string text = {NULL, 0};
  gongwen_error error;
  if (gongwen_read(&document, bytes, size, NULL, &error) != GONGWEN_OK ||
      (written && gongwen_document_write(&text, document, NULL, &error) != GONGWEN_OK)) {
    fprintf(stderr, "%s\n", error.message);
    exit(1);
  }
  gongwen_owned_string_free(&text);
  gongwen_document_free(document);
}

int main(int argc, char** argv) {
  size_t size = 0;
  if (argc != 3) return 2;
  char* const bytes = contents(argv[1], &size);
  const int rounds = atoi(argv[2]);
  for (int written = 0; written < 2; ++written) {
    double best = 1e9;
    for (int i = 0; i < rounds; ++i) {
      const clock_t begin = clock();
      work(bytes, size, written != 0);
      const double took = 1000.0 * (double)(clock() - begin) / CLOCKS_PER_SEC;
      if (took < best) best = took;
    }
    printf("%s %.4f\n", written != 0 ? "jsonl" : "read", best);
  }
  free(bytes);
  return 0;
}
