/* compare.c: what two documents say of one thing, and rules that are left out. */
#include "check.h"

static bool holds(gongwen_owned_string text, const char* part) {
  const size_t size = strlen(part);
  for (size_t i = 0; i + size <= text.size; ++i) {
    if (memcmp(text.data + i, part, size) == 0) return true;
  }
  return false;
}

static void test_compare(void) {
  gongwen_document* const plan = document_of("2023年，全县税收收入力争达到8亿元。", NULL);
  gongwen_document* const result = document_of("2023年，全县税收收入完成6亿元。", NULL);
  gongwen_owned_string out;
  gongwen_error error;
  CHECK(gongwen_compare(&out, plan, result, NULL, &error) == GONGWEN_OK);
  static const char line[] =
      "{\"type\":\"comparison\",\"indicator_id\":\"tax_revenue\",\"name\":\"税收收入\",\"area\":\"全县\",\"period\":"
      "\"2023\","
      "\"aspect\":\"level\",\"relation\":\"missed\",\"unit\":\"CNY\","
      "\"first\":{\"id\":\"i1\",\"value\":800000000,\"status\":\"target\"},"
      "\"second\":{\"id\":\"i1\",\"value\":600000000,\"status\":\"actual\"},\"difference\":-200000000,\"per_cent\":75}"
      "\n";
  CHECK(is((gongwen_string){out.data, out.size}, line));
  gongwen_owned_string_free(&out);

  gongwen_write_options options = GONGWEN_WRITE_OPTIONS_INIT;
  options.flags = GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS;
  CHECK(gongwen_compare(&out, plan, result, &options, &error) == GONGWEN_OK && holds(out, "\"per_cent\":\"75\""));
  gongwen_owned_string_free(&out);
  options.format = GONGWEN_FORMAT_CSV;
  CHECK(gongwen_compare(&out, plan, result, &options, &error) == GONGWEN_OK);
  CHECK(holds(out, "indicator_id,name,area,period,aspect,relation,unit,first.id,first.value,first.status,second.id,"));
  CHECK(holds(out,
              "tax_revenue,税收收入,全县,2023,level,missed,CNY,i1,800000000,target,i1,600000000,actual,-200000000,75"));
  gongwen_owned_string_free(&out);
  options.format = GONGWEN_FORMAT_TABLE;
  CHECK(gongwen_compare(&out, plan, result, &options, &error) == GONGWEN_OK &&
        holds(out, "税收收入\t全县\t2023\tlevel"));
  gongwen_owned_string_free(&out);
  options.format = GONGWEN_FORMAT_MARKDOWN;
  CHECK(gongwen_compare(&out, plan, result, &options, &error) == GONGWEN_UNSUPPORTED && out.data == NULL);

  /* A document and itself, and one that shares nothing. */
  CHECK(gongwen_compare(&out, result, result, NULL, NULL) == GONGWEN_OK && holds(out, "\"relation\":\"agrees\""));
  gongwen_owned_string_free(&out);
  gongwen_document* const other = document_of("会议指出，要加强作风建设。", NULL);
  CHECK(gongwen_compare(&out, other, result, NULL, &error) == GONGWEN_OK && out.data == NULL && out.size == 0);
  gongwen_document_free(other);

  CHECK(gongwen_compare(NULL, plan, result, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_compare(&out, NULL, result, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_compare(&out, plan, NULL, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  gongwen_options reading = GONGWEN_OPTIONS_INIT;
  reading.stage = GONGWEN_STAGE_SEGMENT;
  gongwen_document* const outline = document_of(sentence, &reading);
  CHECK(gongwen_compare(&out, plan, outline, NULL, &error) == GONGWEN_INVALID_ARGUMENT && error.message[0] != '\0');
  gongwen_document_free(outline);
  gongwen_document_free(plan);
  gongwen_document_free(result);
}

static void test_without(void) {
  gongwen_document* d = document_of(sentence, NULL);
  const size_t all = gongwen_document_findings(d).count;
  CHECK(all != 0 && is(GONGWEN_AT(gongwen_finding, gongwen_document_findings(d), 0)->rule, "shares_not_100"));
  gongwen_document_free(d);
  gongwen_options options = GONGWEN_OPTIONS_INIT;
  options.without = ",rank_beyond,shares_not_100,";
  gongwen_document* refused = NULL;
  gongwen_error error;
  CHECK(gongwen_read(&refused, sentence, strlen(sentence), &options, &error) == GONGWEN_UNSUPPORTED);
  CHECK(strstr(error.message, "rank_beyond") != NULL);
  options.without = ",shares_not_100,";
  d = document_of(sentence, &options);
  CHECK(gongwen_document_findings(d).count == all - 1);
  gongwen_document_free(d);
}

int main(void) {
  test_compare();
  test_without();
  return checked();
}
