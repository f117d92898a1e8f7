/* options.c: every option does what it says, callers of every older and newer size are understood. */
#include "check.h"

/* Options in a block of exactly `size` bytes, the first of ours and zeros: an older or a newer caller's. */
static gongwen_options* sized(const gongwen_options* ours, size_t size) {
  char* const block = (char*)calloc(1, size);
  if (block == NULL) abort();
  memcpy(block, ours, size < sizeof *ours ? size : sizeof *ours);
  memcpy(block, &size, sizeof size);
  return (gongwen_options*)(void*)block;
}

static gongwen_status status_of(const gongwen_options* options) {
  gongwen_document* document = NULL;
  const gongwen_status status = gongwen_read(&document, sentence, strlen(sentence), options, NULL);
  CHECK((status == GONGWEN_OK) == (document != NULL));
  gongwen_document_free(document);
  return status;
}

static void test_sizes(void) {
  /* Where a version of the struct could have ended: after any field. */
  static const size_t ends[] = {offsetof(gongwen_options, encoding),
                                offsetof(gongwen_options, reference_date),
                                offsetof(gongwen_options, source),
                                offsetof(gongwen_options, lexicon),
                                offsetof(gongwen_options, max_bytes),
                                offsetof(gongwen_options, max_nodes),
                                offsetof(gongwen_options, max_records),
                                offsetof(gongwen_options, flags),
                                offsetof(gongwen_options, max_nesting),
                                offsetof(gongwen_options, stage),
                                offsetof(gongwen_options, offsets),
                                offsetof(gongwen_options, language),
                                offsetof(gongwen_options, min_confidence),
                                offsetof(gongwen_options, without),
                                sizeof(gongwen_options)};
  gongwen_options ours = GONGWEN_OPTIONS_INIT;
  ours.without = "no_such_rule"; /* the last field: seen in full size alone */
  for (size_t i = 0; i < sizeof ends / sizeof *ends; ++i) {
    gongwen_options* const older = sized(&ours, ends[i]);
    CHECK(status_of(older) == (ends[i] == sizeof ours ? GONGWEN_UNSUPPORTED : GONGWEN_OK));
    free(older);
  }

  ours.without = NULL;
  ours.min_confidence = 0.9;
  gongwen_options* const newer = sized(&ours, sizeof ours + 16);
  CHECK(status_of(newer) == GONGWEN_OK);
  ((char*)newer)[sizeof ours + 15] = 1;
  CHECK(status_of(newer) == GONGWEN_UNSUPPORTED);
  free(newer);

  ours.struct_size = 0;
  CHECK(status_of(&ours) == GONGWEN_INVALID_ARGUMENT);

  /* No padding at the end, where a later field could fall into what an older caller left unset. */
  CHECK(sizeof(gongwen_options) == offsetof(gongwen_options, without) + sizeof(char*));
  CHECK(sizeof(gongwen_write_options) == offsetof(gongwen_write_options, offsets) + sizeof(gongwen_offset_unit));
}

static void test_init_is_zero(void) {
  const gongwen_options macro = GONGWEN_OPTIONS_INIT;
  gongwen_options zero;
  memset(&zero, 0, sizeof zero);
  zero.struct_size = sizeof zero;
  CHECK(memcmp(&macro, &zero, sizeof zero) == 0);

  const gongwen_write_options write_macro = GONGWEN_WRITE_OPTIONS_INIT;
  gongwen_write_options write_zero;
  memset(&write_zero, 0, sizeof write_zero);
  write_zero.struct_size = sizeof write_zero;
  CHECK(memcmp(&write_macro, &write_zero, sizeof write_zero) == 0);
}

static void test_stages(void) {
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  for (int stage = GONGWEN_STAGE_PARSE; stage <= GONGWEN_STAGE_CHECK; ++stage) {
    options.stage = (gongwen_stage)stage;
    gongwen_document* const d = document_of(sentence, &options);
    CHECK(gongwen_document_original(d).size == strlen(sentence));
    CHECK((gongwen_document_nodes(d).count != 0) == (stage >= GONGWEN_STAGE_SEGMENT));
    CHECK((gongwen_document_quantities(d).count != 0) == (stage >= GONGWEN_STAGE_EXTRACT));
    CHECK((gongwen_document_indicators(d).count != 0) == (stage >= GONGWEN_STAGE_EXTRACT));
    CHECK((gongwen_document_findings(d).count != 0) == (stage >= GONGWEN_STAGE_CHECK));
    gongwen_owned_string out;
    CHECK(gongwen_document_write(&out, d, NULL, NULL) == GONGWEN_OK && out.size != 0);
    gongwen_owned_string_free(&out);
    gongwen_document_free(d);
  }
}

static void test_strings(void) {
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.encoding = "GB18030";
  options.source = "name";
  options.reference_date = "2024-02-29";
  gongwen_document* const d = document_of("\xc8\xab\xca\xd0", &options); /* the whole city */
  CHECK(is(gongwen_document_original(d), "全市"));
  const gongwen_head* const head = gongwen_document_head(d);
  CHECK(is(head->encoding, "GB18030") && is(head->source, "name") && is(head->reference_date_from, "caller"));
  CHECK(head->reference_date.year == 2024 && head->reference_date.month == 2 && head->reference_date.day == 29);
  gongwen_document_free(d);
}

static void test_flags(void) {
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.flags = GONGWEN_FLAG_MENTIONS_ONLY;
  gongwen_document* d = document_of(sentence, &options);
  CHECK(gongwen_document_quantities(d).count != 0 && gongwen_document_indicators(d).count == 0);
  gongwen_document_free(d);

  options.flags = 0; /* full-width digits are repaired, unless */
  d = document_of("共有３５家企业。", &options);
  CHECK(gongwen_document_edits(d).count != 0 && !is(gongwen_document_text(d), "共有３５家企业。"));
  gongwen_document_free(d);
  options.flags = GONGWEN_FLAG_KEEP_CHARACTERS;
  d = document_of("共有３５家企业。", &options);
  CHECK(gongwen_document_edits(d).count == 0 && is(gongwen_document_text(d), "共有３５家企业。"));
  gongwen_document_free(d);

  /* each kind of repair of characters has a flag of its own */
  static const struct {
    gongwen_flag flag;
    const char* text;
  } kinds[] = {{GONGWEN_FLAG_KEEP_WIDTH, "人３５位置 5%\n"},      {GONGWEN_FLAG_KEEP_RADICALS, "⼈35位置 5%\n"},
               {GONGWEN_FLAG_KEEP_CONFUSIONS, "人35位臵 5%\n"},   {GONGWEN_FLAG_KEEP_SPACES, "人35位置 5 %\n"},
               {GONGWEN_FLAG_KEEP_CONTROLS, "人35位置 5\x01%\n"}, {GONGWEN_FLAG_KEEP_LINE_ENDS, "人35位置 5%\r\n"}};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i) {
    options.flags = (uint64_t)kinds[i].flag;
    d = document_of(kinds[i].text, &options);
    CHECK(is(gongwen_document_text(d), kinds[i].text));
    gongwen_document_free(d);
    options.flags = 0;
    d = document_of(kinds[i].text, &options);
    CHECK(!is(gongwen_document_text(d), kinds[i].text));
    gongwen_document_free(d);
  }

  options.flags = 0;
  options.language = GONGWEN_LANGUAGE_EN;
  d = document_of(sentence, &options);
  CHECK(gongwen_document_findings(d).count != 0);
  if (gongwen_document_findings(d).count != 0) {
    const unsigned char first =
        (unsigned char)GONGWEN_AT(gongwen_finding, gongwen_document_findings(d), 0)->message.data[0];
    CHECK(first < 0x80);
  }
  gongwen_document_free(d);
}

int main(void) {
  test_sizes();
  test_init_is_zero();
  test_stages();
  test_strings();
  test_flags();
  return checked();
}
