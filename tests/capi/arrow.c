/* arrow.c: records as Arrow streams: what is refused, what keeps the document alive, what is released. */
#include "check.h"

static int64_t rows_of(struct ArrowArrayStream* stream) {
  int64_t rows = 0;
  for (;;) {
    struct ArrowArray batch;
    CHECK(stream->get_next(stream, &batch) == 0);
    if (batch.release == NULL) return rows;
    rows += batch.length;
    batch.release(&batch);
  }
}

int main(void) {
  gongwen_options reading = GONGWEN_OPTIONS_INIT;
  reading.source = "here";
  gongwen_document* const d = document_of(sentence, &reading);
  struct ArrowArrayStream stream;
  struct ArrowSchema schema;
  gongwen_error error;

  /* The stream is an owner: it goes on when the document is freed. */
  CHECK(gongwen_document_arrow(&stream, d, GONGWEN_RECORD_TYPE_QUANTITY, NULL, &error) == GONGWEN_OK);
  const size_t quantities = gongwen_document_quantities(d).count;
  gongwen_document_retain(d);
  gongwen_document_free(d);
  CHECK(rows_of(&stream) == (int64_t)quantities);
  CHECK(stream.get_last_error(&stream) == NULL);
  CHECK(stream.get_schema(&stream, &schema) == 0);
  CHECK(strcmp(schema.format, "+s") == 0 && strcmp(schema.children[0]->name, "source") == 0);
  const int64_t columns = schema.n_children;
  schema.release(&schema);
  CHECK(schema.release == NULL);
  stream.release(&stream);
  CHECK(stream.release == NULL);

  /* `by` is a column on demand. */
  gongwen_write_options options = GONGWEN_WRITE_OPTIONS_INIT;
  options.flags = GONGWEN_WRITE_FLAG_BY;
  options.offsets = GONGWEN_OFFSET_UNIT_UTF8;
  CHECK(gongwen_document_arrow(&stream, d, GONGWEN_RECORD_TYPE_QUANTITY, &options, &error) == GONGWEN_OK);
  CHECK(stream.get_schema(&stream, &schema) == 0 && schema.n_children == columns + 1);
  CHECK(strcmp(schema.children[columns]->name, "by") == 0);
  schema.release(&schema);
  stream.release(&stream); /* never read */

  /* Every type; a stage that was not reached has no rows. */
  reading.stage = GONGWEN_STAGE_PARSE;
  gongwen_document* const parsed = document_of(sentence, &reading);
  for (int type = GONGWEN_RECORD_TYPE_DOCUMENT; type <= GONGWEN_RECORD_TYPE_FINDING; ++type) {
    CHECK(gongwen_document_arrow(&stream, d, (gongwen_record_type)type, NULL, NULL) == GONGWEN_OK);
    rows_of(&stream);
    stream.release(&stream);
    CHECK(gongwen_document_arrow(&stream, parsed, (gongwen_record_type)type, NULL, NULL) == GONGWEN_OK);
    CHECK(rows_of(&stream) == (type == GONGWEN_RECORD_TYPE_DOCUMENT ? 1 : 0));
    stream.release(&stream);
  }

  /* Chunks. */
  CHECK(gongwen_document_chunks_arrow(&stream, d, 20, NULL, &error) == GONGWEN_OK);
  CHECK(stream.get_schema(&stream, &schema) == 0 && schema.n_children == 7);
  CHECK(strcmp(schema.children[1]->name, "id") == 0 && strcmp(schema.children[4]->name, "text") == 0);
  schema.release(&schema);
  CHECK(rows_of(&stream) >= 2);
  stream.release(&stream);
  options.flags = GONGWEN_WRITE_FLAG_STRING_VIEWS;
  CHECK(gongwen_document_chunks_arrow(&stream, d, 0, &options, &error) == GONGWEN_OK && rows_of(&stream) == 1);
  stream.release(&stream);
  CHECK(gongwen_document_chunks_arrow(&stream, parsed, 0, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(stream.release == NULL);
  CHECK(gongwen_document_chunks_arrow(&stream, NULL, 0, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(gongwen_document_chunks_arrow(NULL, d, 0, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  gongwen_document_free(parsed);

  CHECK(gongwen_document_arrow(NULL, d, GONGWEN_RECORD_TYPE_TASK, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  memset(&stream, 0xff, sizeof stream);
  CHECK(gongwen_document_arrow(&stream, NULL, GONGWEN_RECORD_TYPE_TASK, NULL, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(stream.release == NULL);
  CHECK(gongwen_document_arrow(&stream, d, (gongwen_record_type)99, NULL, &error) == GONGWEN_UNSUPPORTED);
  CHECK(stream.release == NULL);
  options.struct_size = 0;
  CHECK(gongwen_document_arrow(&stream, d, GONGWEN_RECORD_TYPE_TASK, &options, &error) == GONGWEN_INVALID_ARGUMENT);
  CHECK(stream.release == NULL);

  /* Freed before the stream, for good. */
  CHECK(gongwen_document_arrow(&stream, d, GONGWEN_RECORD_TYPE_INDICATOR, NULL, &error) == GONGWEN_OK);
  gongwen_document_free(d);
  CHECK(rows_of(&stream) == 1);
  stream.release(&stream);
  return checked();
}
