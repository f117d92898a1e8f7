/* threads.c: one document and one lexicon in several threads. To be run under a thread sanitizer as well. */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

#include "check.h"

enum { threads = 4, rounds = 20 };

typedef struct shared {
  gongwen_document* document;
  const gongwen_lexicon* lexicon;
  gongwen_owned_string expected;
} shared;

/* Each thread owns the document it is handed, and frees it whenever it comes to that. */
static void* work(void* argument) {
  shared* const s = (shared*)argument;
  size_t wrong = 0;
  for (int i = 0; i < rounds; ++i) {
    gongwen_document* const held = gongwen_document_retain(s->document);
    gongwen_owned_string out;
    wrong += gongwen_document_write(&out, held, NULL, NULL) != GONGWEN_OK || out.size != s->expected.size ||
             memcmp(out.data, s->expected.data, out.size) != 0;
    gongwen_owned_string_free(&out);
    gongwen_document_free(held);

    gongwen_options options = GONGWEN_OPTIONS_INIT;
    options.lexicon = s->lexicon;
    gongwen_document* own = NULL;
    wrong += gongwen_read(&own, sentence, strlen(sentence), &options, NULL) != GONGWEN_OK;
    wrong += gongwen_document_quantities(own).count != gongwen_document_quantities(s->document).count;
    gongwen_document_free(own);
  }
  gongwen_document_free(s->document);
  return wrong == 0 ? NULL : argument;
}

int main(void) {
  gongwen_lexicon* lexicon = NULL;
  CHECK(gongwen_lexicon_extend(&lexicon, NULL, "units", "", 0, NULL) == GONGWEN_OK);
  shared s = {document_of(sentence, NULL), lexicon, {NULL, 0}};
  CHECK(gongwen_document_write(&s.expected, s.document, NULL, NULL) == GONGWEN_OK);
  pthread_t started[threads];
  for (int i = 0; i < threads; ++i) {
    gongwen_document_retain(s.document);
    if (pthread_create(&started[i], NULL, work, &s) != 0) abort();
  }
  gongwen_document_free(s.document);
  for (int i = 0; i < threads; ++i) {
    void* wrong = NULL;
    pthread_join(started[i], &wrong);
    CHECK(wrong == NULL);
  }
  gongwen_lexicon_free(lexicon);
  gongwen_owned_string_free(&s.expected);
  return checked();
}
