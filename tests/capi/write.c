/* write.c: JSON Lines and the table. */
#include "check.h"

static size_t lines(gongwen_owned_string text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size; ++i) count += text.data[i] == '\n';
  return count;
}

static bool holds(gongwen_owned_string text, const char* part) {
  const size_t size = strlen(part);
  for (size_t i = 0; i + size <= text.size; ++i) {
    if (memcmp(text.data + i, part, size) == 0) return true;
  }
  return false;
}

static gongwen_owned_string written(const gongwen_document* d, const gongwen_write_options* options) {
  gongwen_owned_string out;
  gongwen_error error;
  CHECK(gongwen_document_write(&out, d, options, &error) == GONGWEN_OK);
  CHECK(error.code == GONGWEN_OK);
  return out;
}

int main(void) {
  gongwen_options reading = GONGWEN_OPTIONS_INIT;
  reading.source = "here";
  gongwen_document* const d = document_of(sentence, &reading);
  const size_t all =
      1 + gongwen_document_edits(d).count + gongwen_document_nodes(d).count + gongwen_document_quantities(d).count +
      gongwen_document_ratios(d).count + gongwen_document_ranks(d).count + gongwen_document_times(d).count +
      gongwen_document_entities(d).count + gongwen_document_indicators(d).count + gongwen_document_projects(d).count +
      gongwen_document_tasks(d).count + gongwen_document_appraisals(d).count + gongwen_document_problems(d).count +
      gongwen_document_formulations(d).count + gongwen_document_findings(d).count;

  gongwen_owned_string out = written(d, NULL);
  CHECK(lines(out) == all); /* one line a record */
  CHECK(holds(out, "\"schema\":\"gongwen/1\"") && holds(out, "\"source\":\"here\""));
  CHECK(holds(out, "\"offset_unit\":\"codepoint\"") && holds(out, "\"value\":102260000000"));
  gongwen_owned_string_free(&out);

  gongwen_write_options options = GONGWEN_WRITE_OPTIONS_INIT;
  options.only = UINT64_C(1) << GONGWEN_RECORD_TYPE_QUANTITY | UINT64_C(1) << GONGWEN_RECORD_TYPE_RANK;
  options.flags = GONGWEN_WRITE_FLAG_NUMBERS_AS_STRINGS;
  options.offsets = GONGWEN_OFFSET_UNIT_UTF16;
  out = written(d, &options);
  CHECK(lines(out) == gongwen_document_quantities(d).count + gongwen_document_ranks(d).count);
  CHECK(holds(out, "\"value\":\"102260000000\"") && !holds(out, "\"type\":\"node\""));
  gongwen_owned_string_free(&out);

  options = (gongwen_write_options)GONGWEN_WRITE_OPTIONS_INIT;
  options.format = GONGWEN_FORMAT_TABLE;
  out = written(d, &options);
  CHECK(holds(out, "地区生产总值") && !holds(out, "\"type\""));
  gongwen_owned_string_free(&out);

  options = (gongwen_write_options)GONGWEN_WRITE_OPTIONS_INIT;
  options.format = GONGWEN_FORMAT_MARKDOWN;
  out = written(d, &options);
  CHECK(holds(out, "## indicator (1)"));
  gongwen_owned_string_free(&out);
  options.format = GONGWEN_FORMAT_CSV; /* of one type alone */
  gongwen_error refused;
  CHECK(gongwen_document_write(&out, d, &options, &refused) == GONGWEN_UNSUPPORTED);
  options.only = UINT64_C(1) << GONGWEN_RECORD_TYPE_RANK;
  out = written(d, &options);
  CHECK(lines(out) == 1 + gongwen_document_ranks(d).count && holds(out, "source,id,text,position"));
  gongwen_owned_string_free(&out);
  options.format = (gongwen_format)99;
  CHECK(gongwen_document_write(&out, d, &options, &refused) == GONGWEN_UNSUPPORTED);
  options.format = GONGWEN_FORMAT_TABLE;

  /* Chunks: the document's line and one each; a document that was only parsed has none. */
  gongwen_error error;
  CHECK(gongwen_document_chunks(&out, d, 0, NULL, &error) == GONGWEN_OK);
  CHECK(lines(out) == 2 && holds(out, "\"type\":\"chunk\",\"id\":\"c1\""));
  gongwen_owned_string_free(&out);
  CHECK(gongwen_document_chunks(&out, d, 4, &options, &error) == GONGWEN_OK); /* a table */
  CHECK(holds(out, "c1") && !holds(out, "\"type\""));
  gongwen_owned_string_free(&out);
  options.format = GONGWEN_FORMAT_CSV;
  CHECK(gongwen_document_chunks(&out, d, 0, &options, &error) == GONGWEN_OK);
  CHECK(lines(out) == 2 && holds(out, "source,id,path,nodes,text,oversize,span.begin,span.end\r\nhere,c1,"));
  gongwen_owned_string_free(&out);
  CHECK(gongwen_document_chunks(NULL, d, 0, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_document_chunks(&out, NULL, 0, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  reading.stage = GONGWEN_STAGE_PARSE;
  gongwen_document* const parsed = document_of(sentence, &reading);
  CHECK(gongwen_document_chunks(&out, parsed, 0, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(out.data == NULL && out.size == 0);
  gongwen_document_free(parsed);

  gongwen_document_free(d);
  return checked();
}
