/* offsets.c: spans in every unit, against a count that is made here character by character. */
#include "check.h"

/* Characters of one to four bytes, past several of the blocks that the library counts in. */
static const char mixed[] =
    "a全市é𠮷1022.6亿元，增长5.3%。𠮷𠮷𠮷全省第13位aé1022.6亿元，𠮷增长5.3%。全市é𠮷1022.6亿元，增长5.3%"
    "。𠮷𠮷𠮷全省第13位aé。";

static size_t width(const char* at) {
  const unsigned char c = (unsigned char)*at;
  return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static void test_conversion(void) {
  gongwen_document* const d = document_of(mixed, NULL);
  const size_t size = strlen(mixed);
  uint64_t points = 0, halves = 0;
  for (size_t byte = 0; byte <= size;) {
    const size_t step = byte < size ? width(mixed + byte) : 1;
    for (size_t k = 0; k < step; ++k) { /* any byte of a character stands for its begin */
      uint64_t offset[4] = {byte + k, byte + k, points, halves};
      CHECK(gongwen_document_convert(d, GONGWEN_OFFSET_UNIT_NONE, GONGWEN_OFFSET_UNIT_CODEPOINT, offset, 1, NULL) == 0);
      CHECK(gongwen_document_convert(d, GONGWEN_OFFSET_UNIT_UTF8, GONGWEN_OFFSET_UNIT_UTF16, offset + 1, 1, NULL) == 0);
      CHECK(gongwen_document_convert(d, GONGWEN_OFFSET_UNIT_CODEPOINT, GONGWEN_OFFSET_UNIT_UTF8, offset + 2, 1, NULL) ==
            0);
      CHECK(gongwen_document_convert(d, GONGWEN_OFFSET_UNIT_UTF16, GONGWEN_OFFSET_UNIT_UTF8, offset + 3, 1, NULL) == 0);
      CHECK(offset[0] == points && offset[1] == halves && offset[2] == byte && offset[3] == byte);
    }
    byte += step;
    points += 1;
    halves += step == 4 ? 2 : 1;
  }

  uint64_t ends[3] = {UINT64_MAX, size, size + 1};
  CHECK(gongwen_document_convert(d, GONGWEN_OFFSET_UNIT_UTF16, GONGWEN_OFFSET_UNIT_UTF8, ends, 3, NULL) == 0);
  CHECK(ends[0] == size);
  uint64_t inside = 5; /* a, 全, 市, é are 4; the next is a pair of surrogates, 4 and 5 */
  CHECK(gongwen_document_convert(d, GONGWEN_OFFSET_UNIT_UTF16, GONGWEN_OFFSET_UNIT_CODEPOINT, &inside, 1, NULL) == 0);
  CHECK(inside == 4);

  CHECK(gongwen_document_convert(NULL, 0, 0, NULL, 0, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_document_convert(d, 0, 0, NULL, 1, NULL) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_document_convert(d, 0, (gongwen_offset_unit)4, NULL, 0, NULL) == GONGWEN_INVALID_ARGUMENT);
  gongwen_document_free(d);
}

/* Rows that were asked for in a unit have the spans that the conversion makes of the default. */
static void test_rows(gongwen_offset_unit unit) {
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.offsets = unit;
  gongwen_document* const bytes = document_of(mixed, NULL);
  gongwen_document* const other = document_of(mixed, &options);
  const gongwen_quantities from = gongwen_document_quantities(bytes), to = gongwen_document_quantities(other);
  CHECK(from.count == to.count && from.count != 0);
  for (size_t i = 0; i < from.count && i < to.count; ++i) {
    uint64_t span[2] = {GONGWEN_AT(gongwen_quantity, from, i)->span.begin,
                        GONGWEN_AT(gongwen_quantity, from, i)->span.end};
    CHECK(gongwen_document_convert(bytes, GONGWEN_OFFSET_UNIT_UTF8, unit, span, 2, NULL) == GONGWEN_OK);
    CHECK(GONGWEN_AT(gongwen_quantity, to, i)->span.begin == span[0]);
    CHECK(GONGWEN_AT(gongwen_quantity, to, i)->span.end == span[1]);
  }
  uint64_t length = strlen(mixed);
  CHECK(gongwen_document_convert(bytes, GONGWEN_OFFSET_UNIT_UTF8, unit, &length, 1, NULL) == GONGWEN_OK);
  CHECK(gongwen_document_head(other)->length == length && gongwen_document_head(other)->offset_unit == unit);
  gongwen_document_free(bytes);
  gongwen_document_free(other);
}

int main(void) {
  test_conversion();
  test_rows(GONGWEN_OFFSET_UNIT_CODEPOINT);
  test_rows(GONGWEN_OFFSET_UNIT_UTF8);
  test_rows(GONGWEN_OFFSET_UNIT_UTF16);
  return checked();
}
