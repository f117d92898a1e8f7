/* misuse.c: what a caller may get wrong, and every order of frees. Nothing of it may crash, leak, or read what is not there;
 * the sanitizers and valgrind watch. */
#include "check.h"

static const gongwen_string nothing = {NULL, 0};

/* Every function that takes a handle or a pointer, with NULL for it. */
static void test_null(void) {
  CHECK(gongwen_document_entities(NULL).count == 0 && gongwen_document_projects(NULL).count == 0);
  CHECK(gongwen_document_tasks(NULL).count == 0 && gongwen_document_appraisals(NULL).count == 0);
  CHECK(gongwen_document_problems(NULL).count == 0 && gongwen_document_formulations(NULL).count == 0);
  gongwen_owned_string text = {(char*)&text, 1};
  uint64_t offset = 3;
  CHECK(gongwen_read(NULL, NULL, 0, NULL, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_lexicon_extend(NULL, NULL, NULL, NULL, 0, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_convert(NULL, nothing, nothing, nothing, NULL, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_document_write(NULL, NULL, NULL, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_document_chunks(NULL, NULL, 0, NULL, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_document_chunks(&text, NULL, 0, NULL, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(text.data == NULL && text.size == 0);
  CHECK(gongwen_document_arrow(NULL, NULL, GONGWEN_RECORD_TYPE_TASK, NULL, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_stream(NULL, NULL, NULL, NULL, NULL, NULL, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_document_convert(NULL, GONGWEN_OFFSET_UNIT_UTF8, GONGWEN_OFFSET_UNIT_UTF16, &offset, 1, NULL) ==
        GONGWEN_INVALID_ARGUMENT);
  CHECK(offset == 3);
  struct ArrowArrayStream stream;
  memset(&stream, 0x7f, sizeof stream);
  CHECK(gongwen_document_arrow(&stream, NULL, GONGWEN_RECORD_TYPE_TASK, NULL, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(stream.release == NULL);
}

/* Options in a heap block of exactly `size` bytes, of which `struct_size` are claimed; the rest of them is zero but for a
 * byte at `set`, where that is inside. */
static gongwen_status read_with(size_t size, size_t struct_size, size_t set) {
  unsigned char* const block = (unsigned char*)calloc(1, size);
  if (block == NULL) abort();
  memcpy(block, &struct_size, sizeof struct_size);
  if (set < size) block[set] = 1;
  gongwen_document* document = NULL;
  const gongwen_status status =
      gongwen_read(&document, sentence, strlen(sentence), (const gongwen_options*)(const void*)block, NULL);
  CHECK((status == GONGWEN_OK) == (document != NULL));
  gongwen_document_free(document);
  free(block);
  return status;
}

static gongwen_status write_with(const gongwen_document* document, size_t size, size_t struct_size, size_t set) {
  unsigned char* const block = (unsigned char*)calloc(1, size);
  if (block == NULL) abort();
  memcpy(block, &struct_size, sizeof struct_size);
  if (set < size) block[set] = 1;
  gongwen_owned_string out;
  const gongwen_status status =
      gongwen_document_write(&out, document, (const gongwen_write_options*)(const void*)block, NULL);
  CHECK((status == GONGWEN_OK) == (out.data != NULL));
  gongwen_owned_string_free(&out);
  free(block);
  return status;
}

/* A struct_size that was forgotten; one of an older caller, of any length; one of a newer caller. */
static void test_struct_size(void) {
  const size_t now = sizeof(gongwen_options), none = SIZE_MAX;
  CHECK(read_with(now, 0, none) == GONGWEN_INVALID_ARGUMENT);
  CHECK(read_with(now, 1, none) == GONGWEN_INVALID_ARGUMENT);
  CHECK(read_with(now, sizeof(size_t) - 1, none) == GONGWEN_INVALID_ARGUMENT);
  for (size_t size = sizeof(size_t); size <= now; ++size) CHECK(read_with(size, size, none) == GONGWEN_OK);
  CHECK(read_with(now + 64, now + 64, none) == GONGWEN_OK);
  CHECK(read_with(now + 64, now + 64, now) == GONGWEN_UNSUPPORTED);
  CHECK(read_with(now + 64, now + 64, now + 63) == GONGWEN_UNSUPPORTED);

  gongwen_document* const document = document_of(sentence, NULL);
  const size_t writing = sizeof(gongwen_write_options);
  CHECK(write_with(document, writing, 0, none) == GONGWEN_INVALID_ARGUMENT);
  for (size_t size = sizeof(size_t); size <= writing; ++size)
    CHECK(write_with(document, size, size, none) == GONGWEN_OK);
  CHECK(write_with(document, writing + 16, writing + 16, writing + 15) == GONGWEN_UNSUPPORTED);
  gongwen_document_free(document);
}

/* Numbers that are no value of their enumeration. */
static void test_values(void) {
  gongwen_document* const document = document_of(sentence, NULL);
  struct ArrowArrayStream stream;
  static const int32_t wrong[] = {-1, 15, INT32_MAX, INT32_MIN};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; ++i) {
    CHECK(gongwen_document_arrow(&stream, document, (gongwen_record_type)wrong[i], NULL, NULL) != GONGWEN_OK);
    CHECK(stream.release == NULL);
    CHECK(gongwen_record_type_name((gongwen_record_type)wrong[i]).size == 0);
    uint64_t offset = 0;
    CHECK(gongwen_document_convert(document, (gongwen_offset_unit)wrong[i], GONGWEN_OFFSET_UNIT_UTF8, &offset, 1,
                                   NULL) != GONGWEN_OK);
  }
  const double confidences[] = {-0.5, 1.5, 1e300};
  for (size_t i = 0; i < sizeof confidences / sizeof *confidences; ++i) {
    gongwen_options options = GONGWEN_OPTIONS_INIT;
    options.min_confidence = confidences[i];
    gongwen_document* none = NULL;
    CHECK(gongwen_read(&none, sentence, strlen(sentence), &options, NULL) == GONGWEN_INVALID_ARGUMENT && none == NULL);
  }
  gongwen_document_free(document);
}

/* What one reading gives: each part is freed by its own number. */
enum { PARTS = 6 };
struct reading {
  gongwen_lexicon* lexicon;
  gongwen_document* document; /* with two owners */
  gongwen_owned_string text;
  struct ArrowArrayStream stream;
  struct ArrowArray batch;
};

static struct reading read_all(gongwen_lexicon* lexicon) {
  struct reading all;
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.lexicon = lexicon;
  all.lexicon = gongwen_lexicon_retain(lexicon);
  all.document = document_of(sentence, &options);
  gongwen_document_retain(all.document);
  gongwen_write_options views = GONGWEN_WRITE_OPTIONS_INIT;
  views.flags = GONGWEN_WRITE_FLAG_STRING_VIEWS; /* batches that hold on to the text */
  CHECK(gongwen_document_write(&all.text, all.document, NULL, NULL) == GONGWEN_OK);
  CHECK(gongwen_document_arrow(&all.stream, all.document, GONGWEN_RECORD_TYPE_INDICATOR, &views, NULL) == GONGWEN_OK);
  CHECK(all.stream.get_next(&all.stream, &all.batch) == 0 && all.batch.length == 1);
  return all;
}

static void free_part(struct reading* all, int part) {
  switch (part) {
    case 0: gongwen_lexicon_free(all->lexicon); break;
    case 1:
    case 2: gongwen_document_free(all->document); break;
    case 3: gongwen_owned_string_free(&all->text); break;
    case 4: all->stream.release(&all->stream); break;
    default: all->batch.release(&all->batch); break;
  }
}

/* The next order of the numbers, by size; false after the last. */
static bool next_order(int order[PARTS]) {
  int i = PARTS - 2, j = PARTS - 1;
  while (i >= 0 && order[i] > order[i + 1]) --i;
  if (i < 0) return false;
  while (order[j] < order[i]) --j;
  const int larger = order[j];
  order[j] = order[i];
  order[i] = larger;
  for (int l = i + 1, r = PARTS - 1; l < r; ++l, --r) {
    const int t = order[l];
    order[l] = order[r];
    order[r] = t;
  }
  return true;
}

static void test_any_order(void) {
  static const char units[] = "粮包\tgrain_bale\tother\t-\t-\tTEST\n";
  gongwen_lexicon* lexicon = NULL;
  CHECK(gongwen_lexicon_extend(&lexicon, NULL, "units", units, strlen(units), NULL) == GONGWEN_OK);
  int order[PARTS] = {0, 1, 2, 3, 4, 5};
  int orders = 0;
  do {
    struct reading all = read_all(lexicon);
    for (int i = 0; i < PARTS; ++i) free_part(&all, order[i]);
    ++orders;
  } while (next_order(order));
  CHECK(orders == 720);
  gongwen_lexicon_free(lexicon);
}

int main(void) {
  test_null();
  test_struct_size();
  test_values();
  test_any_order();
  return checked();
}
