/* units.c: amounts in the units of the SI, and quantities by a pattern of the caller's own. */
#include "check.h"

static gongwen_string words(const char* text) {
  gongwen_string out;
  out.data = text;
  out.size = strlen(text);
  return out;
}

static gongwen_converted converted(const char* value, const char* unit, const char* per) {
  gongwen_converted out;
  CHECK(gongwen_convert(&out, words(value), words(unit), words(per), NULL, NULL) == GONGWEN_OK);
  return out;
}

static void check_converted(const char* value, const char* unit, const char* per, const char* si, const char* symbol,
                            bool exact) {
  const gongwen_converted got = converted(value, unit, per);
  CHECK(got.present && got.exact == exact && strcmp(got.value, si) == 0 && strcmp(got.unit, symbol) == 0);
}

static void test_units(void) {
  check_converted("5", "t", "", "5000", "kg", true);
  check_converted("3", "亩", "", "2000", "m2", true);
  check_converted("100", "mu", "", "66666.6666666667", "m2", false);
  check_converted("-12", "%", "", "-0.12", "1", true);
  check_converted("1200.5", "CNY", "", "1200.5", "CNY", true);
  check_converted("20", "CNY", "公斤", "20", "CNY/kg", true);
  CHECK(!converted("20", "degC", "").present);
  CHECK(!converted("20", "家", "").present);
  CHECK(!converted("20", "CNY", "头").present);
  CHECK(!converted("", "t", "").present);
}

static void test_refused(void) {
  gongwen_converted out;
  gongwen_error error;
  CHECK(gongwen_convert(NULL, words("1"), words("t"), words(""), NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_convert(&out, words("1e3"), words("t"), words(""), NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(!out.present && out.value[0] == 0);
}

static void test_own(void) {
  static const char units[] = "粮包\tgrain_bale\tmass\t90 kg\t-\tTEST\n";
  static const char patterns[] = "load\tquantity\tL(?<value>\\d+)(?<unit>粮包)\tTEST\n";
  static const char text[] = "各村报告。\n今日装车L35粮包。\n";
  gongwen_lexicon *base = NULL, *lexicon = NULL;
  CHECK(gongwen_lexicon_extend(&base, NULL, "units", units, strlen(units), NULL) == GONGWEN_OK);
  CHECK(gongwen_lexicon_extend(&lexicon, base, "patterns", patterns, strlen(patterns), NULL) == GONGWEN_OK);
  gongwen_lexicon_free(base);
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.lexicon = lexicon;
  gongwen_document* const d = document_of(text, &options);
  const gongwen_quantities found = gongwen_document_quantities(d);
  CHECK(found.count == 1);
  if (found.count == 1) {
    const gongwen_quantity* const q = GONGWEN_AT(gongwen_quantity, found, 0);
    CHECK(is(q->text, "L35粮包") && is(q->by, "load") && is(q->unit, "grain_bale"));
    gongwen_converted out;
    CHECK(gongwen_convert(&out, q->value.text, q->unit, q->per_unit, lexicon, NULL) == GONGWEN_OK);
    CHECK(out.present && strcmp(out.value, "3150") == 0 && strcmp(out.unit, "kg") == 0);
  }
  gongwen_document_free(d);
  gongwen_lexicon_free(lexicon);
}

int main(void) {
  test_units();
  test_refused();
  test_own();
  return checked();
}
