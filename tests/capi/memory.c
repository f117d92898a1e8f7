/* memory.c: every allocation of a call fails once. The call must say no_memory, or do without, and leak nothing. */
#include <errno.h>

#include "check.h"

#if !defined(__GLIBC__) || defined(SANITIZED)
int main(void) { return 77; } /* skipped: there is no way in */
#else

extern void* __libc_malloc(size_t size);
extern void* __libc_calloc(size_t count, size_t size);
extern void* __libc_realloc(void* block, size_t size);
extern void* __libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void* block);

static long until_failure = -1; /* below 0: never */
static long outstanding;

static bool fails_now(void) { return until_failure >= 0 && until_failure-- == 0; }

void* malloc(size_t size) {
  if (fails_now()) return NULL;
  ++outstanding;
  return __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
  if (fails_now()) return NULL;
  ++outstanding;
  return __libc_calloc(count, size);
}
void* realloc(void* block, size_t size) {
  if (fails_now()) return NULL;
  if (block == NULL) ++outstanding;
  return __libc_realloc(block, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
  if (fails_now()) return NULL;
  ++outstanding;
  return __libc_memalign(alignment, size);
}
void free(void* block) {
  if (block != NULL) --outstanding;
  __libc_free(block);
}

/* A stream says ENOMEM where a call would say no_memory. */
static gongwen_status read_arrow(const gongwen_document* document, gongwen_error* error) {
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  struct ArrowArray batch;
  const gongwen_status status = gongwen_document_arrow(&stream, document, GONGWEN_RECORD_TYPE_INDICATOR, NULL, error);
  CHECK((status == GONGWEN_OK) == (stream.release != NULL));
  if (status != GONGWEN_OK) return status;
  const int no_schema = stream.get_schema(&stream, &schema);
  const int no_batch = stream.get_next(&stream, &batch);
  CHECK((no_schema == 0) == (schema.release != NULL) && (no_batch == 0) == (batch.release != NULL));
  if (schema.release != NULL) schema.release(&schema);
  if (batch.release != NULL) batch.release(&batch);
  stream.release(&stream);
  CHECK((no_schema == 0 || no_schema == ENOMEM) && (no_batch == 0 || no_batch == ENOMEM));
  if (no_schema == 0 && no_batch == 0) return status;
  return error->code = GONGWEN_NO_MEMORY;
}

static gongwen_status read_and_write(gongwen_error* error) {
  gongwen_document* document = NULL;
  gongwen_owned_string out = {NULL, 0};
  gongwen_status status = gongwen_read(&document, sentence, strlen(sentence), NULL, error);
  if (status == GONGWEN_OK) status = gongwen_document_write(&out, document, NULL, error);
  CHECK((status == GONGWEN_OK) == (out.data != NULL));
  gongwen_owned_string_free(&out);
  if (status == GONGWEN_OK) status = read_arrow(document, error);
  gongwen_document_free(document);
  return status;
}

int main(void) {
  gongwen_error error;
  CHECK(read_and_write(&error) == GONGWEN_OK); /* what is made once is made now */
  CHECK(read_and_write(&error) == GONGWEN_OK);
  long done_without = 0, refused = 0;
  for (long i = 0;; ++i) {
    const long before = outstanding;
    until_failure = i;
    const gongwen_status status = read_and_write(&error);
    const bool reached = until_failure < 0;
    until_failure = -1;
    CHECK(outstanding == before);
    CHECK(status == GONGWEN_OK || status == GONGWEN_NO_MEMORY);
    CHECK(error.code == status);
    if (!reached) break;
    if (status == GONGWEN_OK) {
      ++done_without;
    } else {
      ++refused;
    }
    if (failures > 5) break;
  }
  printf("%ld allocations: %ld refused with no_memory, %ld done without\n", refused + done_without, refused,
         done_without);
  CHECK(refused > 10);
  return checked();
}
#endif
