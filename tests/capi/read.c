/* read.c: from bytes to rows. */
#include "check.h"

/* A span lies in the original, and what it cuts out of it is a substring there. */
static bool inside(const gongwen_document* document, gongwen_span span) {
  return span.begin <= span.end && span.end <= gongwen_document_original(document).size;
}

static bool node_there(const gongwen_document* document, uint32_t node) {
  return node < gongwen_document_nodes(document).count;
}

static size_t count_of(const gongwen_document* document, gongwen_record_type type) {
  switch (type) {
    case GONGWEN_RECORD_TYPE_DOCUMENT: return 1;
    case GONGWEN_RECORD_TYPE_EDIT: return gongwen_document_edits(document).count;
    case GONGWEN_RECORD_TYPE_NODE: return gongwen_document_nodes(document).count;
    case GONGWEN_RECORD_TYPE_QUANTITY: return gongwen_document_quantities(document).count;
    case GONGWEN_RECORD_TYPE_RATIO: return gongwen_document_ratios(document).count;
    case GONGWEN_RECORD_TYPE_RANK: return gongwen_document_ranks(document).count;
    case GONGWEN_RECORD_TYPE_TIME: return gongwen_document_times(document).count;
    case GONGWEN_RECORD_TYPE_INDICATOR: return gongwen_document_indicators(document).count;
    case GONGWEN_RECORD_TYPE_ENTITY: return gongwen_document_entities(document).count;
    case GONGWEN_RECORD_TYPE_PROJECT: return gongwen_document_projects(document).count;
    case GONGWEN_RECORD_TYPE_TASK: return gongwen_document_tasks(document).count;
    case GONGWEN_RECORD_TYPE_APPRAISAL: return gongwen_document_appraisals(document).count;
    case GONGWEN_RECORD_TYPE_PROBLEM: return gongwen_document_problems(document).count;
    case GONGWEN_RECORD_TYPE_FORMULATION: return gongwen_document_formulations(document).count;
    case GONGWEN_RECORD_TYPE_FINDING: return gongwen_document_findings(document).count;
  }
  return 0;
}

static void check_evidence(const gongwen_document* document, gongwen_evidences list, bool slots) {
  for (size_t i = 0; i < list.count; ++i) {
    const gongwen_evidence* const e = GONGWEN_AT(gongwen_evidence, list, i);
    CHECK((e->slot.size != 0) == slots);
    CHECK(e->ref.index < count_of(document, e->ref.type));
  }
}

/* The text of a decimal is what its mantissa says, where that has one word. */
static void check_decimal(const gongwen_decimal* d) {
  CHECK(d->present == (d->text.size != 0));
  if (!d->present) {
    CHECK(d->mantissa_high == 0 && d->mantissa_low == 0 && !d->negative);
  } else if (d->mantissa_high == 0) {
    char expected[64];
    const unsigned long long whole = d->mantissa_low / 10000000000u;
    const unsigned long long rest = d->mantissa_low % 10000000000u;
    int size = snprintf(expected, sizeof expected, "%s%llu.%010llu", d->negative ? "-" : "", whole, rest);
    while (expected[size - 1] == '0') expected[--size] = '\0';
    if (expected[size - 1] == '.') expected[--size] = '\0';
    CHECK(is(d->text, expected));
  }
}

static void check_rows(const gongwen_document* d) {
  const gongwen_edits edits = gongwen_document_edits(d);
  for (size_t i = 0; i < edits.count; ++i) CHECK(inside(d, GONGWEN_AT(gongwen_edit, edits, i)->span));

  const gongwen_nodes nodes = gongwen_document_nodes(d);
  for (size_t i = 0; i < nodes.count; ++i) {
    const gongwen_node* const row = GONGWEN_AT(gongwen_node, nodes, i);
    CHECK(inside(d, row->span));
    CHECK(row->parent == GONGWEN_NO_NODE || row->parent < i);
    CHECK(row->head == NULL || inside(d, *row->head));
    CHECK(row->level.present || row->level.value == 0);
  }

  const gongwen_quantities quantities = gongwen_document_quantities(d);
  for (size_t i = 0; i < quantities.count; ++i) {
    const gongwen_quantity* const row = GONGWEN_AT(gongwen_quantity, quantities, i);
    CHECK(row->text.size != 0 && inside(d, row->span) && node_there(d, row->node));
    CHECK(row->value.present || (row->low.present && row->high.present) || row->fraction != NULL || row->low.present ||
          row->high.present);
    check_decimal(&row->value);
    check_decimal(&row->low);
    check_decimal(&row->high);
    check_decimal(&row->step);
  }

  const gongwen_ratios ratios = gongwen_document_ratios(d);
  for (size_t i = 0; i < ratios.count; ++i) {
    const gongwen_ratio* const row = GONGWEN_AT(gongwen_ratio, ratios, i);
    CHECK(row->terms.count >= 2 && inside(d, row->span) && node_there(d, row->node));
    for (size_t k = 0; k < row->terms.count; ++k) check_decimal(GONGWEN_AT(gongwen_decimal, row->terms, k));
  }

  const gongwen_ranks ranks = gongwen_document_ranks(d);
  for (size_t i = 0; i < ranks.count; ++i) {
    const gongwen_rank* const row = GONGWEN_AT(gongwen_rank, ranks, i);
    CHECK(row->position > 0 && inside(d, row->span) && node_there(d, row->node));
  }

  const gongwen_times times = gongwen_document_times(d);
  for (size_t i = 0; i < times.count; ++i) {
    const gongwen_time* const row = GONGWEN_AT(gongwen_time, times, i);
    CHECK(row->begin.month <= 12 && row->end.day <= 31 && inside(d, row->span) && node_there(d, row->node));
  }

  const gongwen_indicators indicators = gongwen_document_indicators(d);
  for (size_t i = 0; i < indicators.count; ++i) {
    const gongwen_indicator* const row = GONGWEN_AT(gongwen_indicator, indicators, i);
    CHECK(row->name.size != 0 && inside(d, row->span) && node_there(d, row->node));
    check_decimal(&row->value);
    check_decimal(&row->confidence);
    check_evidence(d, row->evidence, true);
    for (size_t k = 0; k < row->changes.count; ++k) {
      check_decimal(&GONGWEN_AT(gongwen_change, row->changes, k)->value);
    }
  }

  const gongwen_findings findings = gongwen_document_findings(d);
  for (size_t i = 0; i < findings.count; ++i) {
    const gongwen_finding* const row = GONGWEN_AT(gongwen_finding, findings, i);
    CHECK(row->rule.size != 0 && row->message.size != 0 && inside(d, row->span));
    check_evidence(d, row->evidence, false);
  }
}

static void test_sentence(void) {
  gongwen_document* const d = document_of(sentence, NULL);
  CHECK(is(gongwen_document_original(d), sentence));
  CHECK(is(gongwen_document_text(d), sentence));
  CHECK(gongwen_document_ratios(d).count == 1);
  CHECK(gongwen_document_ranks(d).count == 1);
  CHECK(gongwen_document_times(d).count >= 1);
  CHECK(gongwen_document_quantities(d).count >= 2);
  CHECK(gongwen_document_indicators(d).count >= 1);
  CHECK(gongwen_document_findings(d).count >= 1);
  if (failures != 0) return; /* what follows reads those rows */
  check_rows(d);

  const gongwen_quantity* const q = GONGWEN_AT(gongwen_quantity, gongwen_document_quantities(d), 0);
  CHECK(is(q->text, "1022.6亿元") && is(q->value.text, "102260000000") && is(q->unit, "CNY"));
  CHECK(is(q->step.text, "10000000") && q->dimension == GONGWEN_DIMENSION_MONEY && q->mod == GONGWEN_MOD_NONE);
  CHECK(q->span.end - q->span.begin == strlen("1022.6亿元"));
  CHECK(memcmp(gongwen_document_original(d).data + q->span.begin, "1022.6亿元", strlen("1022.6亿元")) == 0);

  const gongwen_ratio* const r = GONGWEN_AT(gongwen_ratio, gongwen_document_ratios(d), 0);
  CHECK(r->terms.count == 3 && is(GONGWEN_AT(gongwen_decimal, r->terms, 1)->text, "38.4"));

  const gongwen_rank* const k = GONGWEN_AT(gongwen_rank, gongwen_document_ranks(d), 0);
  CHECK(k->position == 13 && !k->from_end && is(k->scope, "全省") && !k->out_of.present);

  const gongwen_time* const t = GONGWEN_AT(gongwen_time, gongwen_document_times(d), 0);
  CHECK(t->begin.year == 2023 && t->begin.month == 1 && t->end.month == 12 && t->end.day == 31);

  const gongwen_indicator* const i = GONGWEN_AT(gongwen_indicator, gongwen_document_indicators(d), 0);
  CHECK(is(i->name, "地区生产总值") && is(i->area, "全市") && is(i->value.text, "102260000000"));
  CHECK(i->changes.count == 1 && is(GONGWEN_AT(gongwen_change, i->changes, 0)->value.text, "5.3"));
  CHECK(i->period != NULL && i->period->begin.year == 2023);
  CHECK(i->rank != NULL && i->rank->position == 13 && i->share == NULL);

  const gongwen_finding* const w = GONGWEN_AT(gongwen_finding, gongwen_document_findings(d), 0);
  CHECK(is(w->rule, "shares_not_100") && w->severity == GONGWEN_SEVERITY_ERROR);
  CHECK(w->expected != NULL && is(w->expected->value.text, "100"));
  CHECK(w->found != NULL && is(w->found->value.text, "100.7"));
  gongwen_document_free(d);
}

static void test_sample(void) {
  size_t size = 0;
  char* const bytes = sample(&size);
  gongwen_document* d = NULL;
  CHECK(gongwen_read(&d, bytes, size, NULL, NULL) == GONGWEN_OK);
  memset(bytes, 'x', size); /* the input is not kept */
  free(bytes);
  CHECK(gongwen_document_indicators(d).count > 10);
  check_rows(d);

  const gongwen_head* const head = gongwen_document_head(d);
  CHECK(is(head->schema, "gongwen/1") && is(head->encoding, "UTF-8") && head->source.size == 0);
  CHECK(head->offset_unit == GONGWEN_OFFSET_UNIT_UTF8 && head->length == gongwen_document_original(d).size);
  gongwen_document_free(d);
}

static void test_empty(void) {
  gongwen_document* d = NULL;
  CHECK(gongwen_read(&d, NULL, 0, NULL, NULL) == GONGWEN_OK);
  CHECK(d != NULL && gongwen_document_original(d).size == 0 && gongwen_document_quantities(d).count == 0);
  CHECK(gongwen_document_head(d)->length == 0);
  gongwen_document_free(d);
}

static void test_versions(void) {
  CHECK(gongwen_abi_version() == GONGWEN_ABI_VERSION);
  CHECK(gongwen_version().size >= 5);
}

int main(void) {
  test_versions();
  test_sentence();
  test_sample();
  test_empty();
  return checked();
}
