/* errors.c: every status that a caller can reach, with its offset and message; nothing is left half made. */
#include "check.h"

/* Reads and expects to fail with a code at an offset. */
static void fails(const char* bytes, size_t size, const gongwen_options* options, gongwen_status code,
                  uint64_t offset) {
  gongwen_document* document = (gongwen_document*)(void*)&document; /* anything that is not NULL */
  gongwen_error error;
  memset(&error, 0x7f, sizeof error);
  void* const block = exactly(bytes, size);
  CHECK(gongwen_read(&document, block, size, options, &error) == code);
  CHECK(document == NULL);
  CHECK(error.code == code && error.offset == offset);
  CHECK(memchr(error.message, '\0', sizeof error.message) != NULL && strlen(error.message) > 10);
  CHECK(gongwen_read(&document, block, size, options, NULL) == code); /* the error may be NULL */
  free(block);
}

static void test_reading(void) {
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.max_bytes = 10;
  fails(sentence, strlen(sentence), &options, GONGWEN_TOO_LARGE, 10);

  options = (gongwen_options)GONGWEN_OPTIONS_INIT;
  options.flags = GONGWEN_FLAG_STRICT;
  options.encoding = "UTF-8";
  fails(
      "abc\xff"
      "def",
      7, &options, GONGWEN_UNDECODABLE, 3);

  options = (gongwen_options)GONGWEN_OPTIONS_INIT;
  options.encoding = "no such encoding";
  fails("abc", 3, &options, GONGWEN_UNDECODABLE, 0);

  options = (gongwen_options)GONGWEN_OPTIONS_INIT;
  options.max_nodes = 1;
  gongwen_document* document = NULL;
  CHECK(gongwen_read(&document, sentence, strlen(sentence), &options, NULL) == GONGWEN_LIMIT && document == NULL);

  options = (gongwen_options)GONGWEN_OPTIONS_INIT;
  options.max_records = 1;
  CHECK(gongwen_read(&document, sentence, strlen(sentence), &options, NULL) == GONGWEN_LIMIT && document == NULL);
}

static void test_arguments(void) {
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  gongwen_error error;
  gongwen_document* document = NULL;
  CHECK(gongwen_read(NULL, sentence, 3, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_read(&document, NULL, 3, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  static const char* const no_days[] = {"", "2023", "2023-02-30", "2023-2-3", "2023-13-01", "2023-01-01 "};
  for (size_t i = 0; i < sizeof no_days / sizeof *no_days; ++i) {
    options.reference_date = no_days[i];
    fails("abc", 3, &options, GONGWEN_INVALID_ARGUMENT, 0);
  }
  options.reference_date = NULL;
  options.max_bytes = UINT64_MAX;
  fails("abc", 3, &options, GONGWEN_INVALID_ARGUMENT, 0);
  options.max_bytes = 0;
  options.flags = UINT64_C(1) << 63;
  fails("abc", 3, &options, GONGWEN_UNSUPPORTED, 0);
  options.flags = 0;
  options.stage = (gongwen_stage)77;
  fails("abc", 3, &options, GONGWEN_UNSUPPORTED, 0);
  options.stage = GONGWEN_STAGE_NONE;
  options.offsets = (gongwen_offset_unit)-1;
  fails("abc", 3, &options, GONGWEN_UNSUPPORTED, 0);
}

static void test_writing(void) {
  gongwen_document* const document = document_of(sentence, NULL);
  gongwen_write_options options = GONGWEN_WRITE_OPTIONS_INIT;
  gongwen_error error;
  gongwen_owned_string out = {(char*)&out, 1};
  CHECK(gongwen_document_write(NULL, document, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_document_write(&out, NULL, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(out.data == NULL && out.size == 0);
  options.format = (gongwen_format)(GONGWEN_FORMAT_MARKDOWN + 1);
  CHECK(gongwen_document_write(&out, document, &options, &error) == GONGWEN_UNSUPPORTED);
  options.format = GONGWEN_FORMAT_JSONL;
  options.only = UINT64_C(1) << (GONGWEN_RECORD_TYPE_FINDING + 1);
  CHECK(gongwen_document_write(&out, document, &options, &error) == GONGWEN_UNSUPPORTED);
  options.only = 0;
  options.flags = 8;
  CHECK(gongwen_document_write(&out, document, &options, &error) == GONGWEN_UNSUPPORTED);
  CHECK(out.data == NULL);
  gongwen_document_free(document);
}

static void test_lexicon(void) {
  gongwen_lexicon* lexicon = NULL;
  gongwen_error error;
  static const char bad[] = "# a comment\nno tabs, no table has such a line\n";
  CHECK(gongwen_lexicon_extend(&lexicon, NULL, "units", bad, strlen(bad), &error) == GONGWEN_BAD_LEXICON);
  CHECK(lexicon == NULL && error.offset == 2);
  static const char patterns[] = "a\tquantity\t(?<value>\\d+)\tOWN\nb\tquantity\t(?<value>\tOWN\n";
  CHECK(gongwen_lexicon_extend(&lexicon, NULL, "patterns", patterns, strlen(patterns), &error) == GONGWEN_BAD_PATTERN);
  CHECK(lexicon == NULL && error.offset == 2);
  CHECK(gongwen_lexicon_extend(&lexicon, NULL, "no such table", "", 0, &error) == GONGWEN_BAD_LEXICON);
  CHECK(gongwen_lexicon_extend(&lexicon, NULL, NULL, "", 0, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_lexicon_extend(&lexicon, NULL, "units", NULL, 1, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_lexicon_extend(NULL, NULL, "units", "", 0, &error) == GONGWEN_INVALID_ARGUMENT);
}

static void test_success_clears(void) {
  gongwen_error error;
  memset(&error, 0x7f, sizeof error);
  gongwen_document* document = NULL;
  CHECK(gongwen_read(&document, sentence, strlen(sentence), NULL, &error) == GONGWEN_OK);
  CHECK(error.code == GONGWEN_OK && error.offset == 0 && error.message[0] == '\0');
  gongwen_document_free(document);
}

static void test_names(void) {
  CHECK(is(gongwen_status_name(GONGWEN_OK), "ok"));
  CHECK(is(gongwen_status_name(GONGWEN_TOO_LARGE), "too_large"));
  CHECK(is(gongwen_status_name(GONGWEN_UNSUPPORTED), "unsupported"));
  CHECK(is(gongwen_status_name(GONGWEN_NO_MEMORY), "no_memory"));
  CHECK(gongwen_status_name((gongwen_status)8).size == 0);
  CHECK(gongwen_status_name((gongwen_status)-1).size == 0);
  CHECK(is(gongwen_edit_kind_name(GONGWEN_EDIT_KIND_PAGE_NUMBER), "page_number"));
  CHECK(gongwen_edit_kind_name((gongwen_edit_kind)10).size == 0);
  CHECK(gongwen_mod_name(GONGWEN_MOD_NONE).size == 0 && gongwen_mod_name((gongwen_mod)-7).size == 0);
}

int main(void) {
  test_reading();
  test_arguments();
  test_writing();
  test_lexicon();
  test_success_clears();
  test_names();
  return checked();
}
