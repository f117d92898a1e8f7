/* lifetimes.c: any order of frees is right, and NULL is nothing. */
#include "check.h"

static void test_null(void) {
  gongwen_document_free(NULL);
  gongwen_lexicon_free(NULL);
  gongwen_owned_string_free(NULL);
  CHECK(gongwen_document_retain(NULL) == NULL && gongwen_lexicon_retain(NULL) == NULL);
  CHECK(gongwen_document_head(NULL) == NULL);
  CHECK(gongwen_document_original(NULL).size == 0 && gongwen_document_text(NULL).size == 0);
  CHECK(gongwen_document_edits(NULL).count == 0 && gongwen_document_nodes(NULL).count == 0);
  CHECK(gongwen_document_quantities(NULL).count == 0 && gongwen_document_ratios(NULL).count == 0);
  CHECK(gongwen_document_ranks(NULL).count == 0 && gongwen_document_times(NULL).count == 0);
  CHECK(gongwen_document_indicators(NULL).count == 0 && gongwen_document_findings(NULL).count == 0);
}

static void test_owners(void) {
  gongwen_document* const d = document_of(sentence, NULL);
  CHECK(gongwen_document_retain(d) == d);
  gongwen_document_free(d);
  CHECK(is(gongwen_document_original(d), sentence)); /* one owner is left */
  gongwen_document_free(d);
}

static void test_owned_string(void) {
  gongwen_document* const d = document_of(sentence, NULL);
  gongwen_owned_string out;
  CHECK(gongwen_document_write(&out, d, NULL, NULL) == GONGWEN_OK);
  gongwen_document_free(d); /* the string does not need it */
  CHECK(out.size > 10 && out.data[0] == '{' && out.data[out.size - 1] == '\n');
  gongwen_owned_string_free(&out);
  gongwen_owned_string_free(&out);
  CHECK(out.data == NULL && out.size == 0);
}

/* A unit that the built-in words lack, so that what is found shows which words were used. */
static const char units[] = "# a comment\n粮包\tgrain_bale\tother\t-\t-\tTEST\n";
static const char bales[] = "全市实现地区生产总值1022.6亿元，收到35粮包。";

static void check_unit(const gongwen_document* d, const char* unit) {
  const gongwen_quantities table = gongwen_document_quantities(d);
  CHECK(table.count == 2 && is(GONGWEN_AT(gongwen_quantity, table, table.count - 1)->unit, unit));
  CHECK(gongwen_document_indicators(d).count != 0); /* whose canonical name is a word of the lexicon itself */
  CHECK(is(GONGWEN_AT(gongwen_indicator, gongwen_document_indicators(d), 0)->canonical, "地区生产总值"));
}

static void test_lexicon(void) {
  gongwen_lexicon* base = NULL;
  gongwen_lexicon* words = NULL;
  gongwen_error error;
  if (gongwen_lexicon_extend(&base, NULL, "units", units, strlen(units), &error) != GONGWEN_OK ||
      gongwen_lexicon_extend(&words, base, "classifiers", "", 0, &error) != GONGWEN_OK) {
    fprintf(stderr, "gongwen_lexicon_extend: %s\n", error.message);
    ++failures;
    return;
  }
  gongwen_lexicon_free(base); /* what was made of it stays */
  CHECK(gongwen_lexicon_retain(words) == words);
  gongwen_lexicon_free(words);

  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.lexicon = words;
  gongwen_document* const before = document_of(bales, &options);
  gongwen_document* const after = document_of(bales, &options);
  check_unit(before, "grain_bale");
  gongwen_document_free(before); /* a document may go before its lexicon, */
  gongwen_lexicon_free(words);
  check_unit(after, "grain_bale"); /* and a lexicon before its document */
  gongwen_owned_string out;
  CHECK(gongwen_document_write(&out, after, NULL, NULL) == GONGWEN_OK);
  gongwen_owned_string_free(&out);
  gongwen_document_free(after);

  gongwen_document* const builtin = document_of(bales, NULL);
  CHECK(gongwen_document_quantities(builtin).count != 2 ||
        !is(GONGWEN_AT(gongwen_quantity, gongwen_document_quantities(builtin), 1)->unit, "grain_bale"));
  gongwen_document_free(builtin);
}

int main(void) {
  test_null();
  test_owners();
  test_owned_string();
  test_lexicon();
  return checked();
}
